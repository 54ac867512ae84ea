"""What rules and kernels see of StableHLO ops: dimension numbers under their own names, enums as their cases."""

from collections.abc import Mapping

import pytest

from llmsys_ir import dialects
from llmsys_ir.program.signature import constant_of, signature_of
from llmsys_ir.tools.parsing import parse_module

CASES: dict[str, tuple[str, Mapping[str, object]]] = {
    "dot_general": (
        """func.func @f(%a: tensor<2x3x4xf32>, %b: tensor<2x4x5xf32>) {
          %0 = stablehlo.dot_general %a, %b, batching_dims = [0] x [0], contracting_dims = [2] x [1],
            precision = [DEFAULT, HIGHEST] : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x5xf32>
          return
        }""",
        {
            "lhs_batching_dimensions": (0,),
            "rhs_batching_dimensions": (0,),
            "lhs_contracting_dimensions": (2,),
            "rhs_contracting_dimensions": (1,),
            "precision_config": ("DEFAULT", "HIGHEST"),
        },
    ),
    "gather": (
        """func.func @f(%a: tensor<10x4xf32>, %i: tensor<3x1xi32>) {
          %0 = "stablehlo.gather"(%a, %i) <{dimension_numbers = #stablehlo.gather<offset_dims = [1],
            collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, indices_are_sorted = false,
            slice_sizes = array<i64: 1, 4>}> : (tensor<10x4xf32>, tensor<3x1xi32>) -> tensor<3x4xf32>
          return
        }""",
        {
            "offset_dims": (1,),
            "collapsed_slice_dims": (0,),
            "operand_batching_dims": (),
            "start_indices_batching_dims": (),
            "start_index_map": (0,),
            "index_vector_dim": 1,
            "indices_are_sorted": False,
            "slice_sizes": (1, 4),
        },
    ),
    "scatter": (
        """func.func @f(%a: tensor<10x4xf32>, %i: tensor<3x1xi32>, %u: tensor<3x4xf32>) {
          %0 = "stablehlo.scatter"(%a, %i, %u) <{scatter_dimension_numbers = #stablehlo.scatter<
            update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0],
            index_vector_dim = 1>, unique_indices = true}> ({
          ^bb0(%x: tensor<f32>, %y: tensor<f32>):
            stablehlo.return %y : tensor<f32>
          }) : (tensor<10x4xf32>, tensor<3x1xi32>, tensor<3x4xf32>) -> tensor<10x4xf32>
          return
        }""",
        {
            "update_window_dims": (1,),
            "inserted_window_dims": (0,),
            "input_batching_dims": (),
            "scatter_indices_batching_dims": (),
            "scatter_dims_to_operand_dims": (0,),
            "index_vector_dim": 1,
            "unique_indices": True,
            "combiners": ("replace",),
        },
    ),
    "convolution": (
        """func.func @f(%a: tensor<1x8x8x4xf32>, %b: tensor<3x3x4x8xf32>) {
          %0 = stablehlo.convolution(%a, %b) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f],
            window = {stride = [1, 1], pad = [[1, 1], [1, 1]], reverse = [false, true]}
            {batch_group_count = 1 : i64, feature_group_count = 1 : i64}
            : (tensor<1x8x8x4xf32>, tensor<3x3x4x8xf32>) -> tensor<1x8x8x8xf32>
          return
        }""",
        {
            "input_batch_dimension": 0,
            "input_feature_dimension": 3,
            "input_spatial_dimensions": (1, 2),
            "kernel_input_feature_dimension": 2,
            "kernel_output_feature_dimension": 3,
            "kernel_spatial_dimensions": (0, 1),
            "output_batch_dimension": 0,
            "output_feature_dimension": 3,
            "output_spatial_dimensions": (1, 2),
            "window_strides": (1, 1),
            "padding": (1, 1, 1, 1),
            "window_reversal": (False, True),
            "batch_group_count": 1,
            "feature_group_count": 1,
        },
    ),
    "rng_bit_generator": (
        """func.func @f(%a: tensor<2xui64>) {
          %0:2 = stablehlo.rng_bit_generator %a, algorithm = THREE_FRY
            : (tensor<2xui64>) -> (tensor<2xui64>, tensor<4xui32>)
          return
        }""",
        {"rng_algorithm": "THREE_FRY"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_attributes_of_a_signature(name: str):
    text, expected = CASES[name]
    module = parse_module(dialects.context(), text, name)
    (op,) = [op for op in module.walk() if op.name == f"stablehlo.{name}"]
    signature = signature_of(op)
    assert signature.attributes == expected
    assert hash(signature) == hash(signature_of(op))


def test_constants_are_known():
    text = """func.func @f() -> (tensor<2xi64>, tensor<f32>) {
      %0 = stablehlo.constant dense<[3, 4]> : tensor<2xi64>
      %1 = stablehlo.constant dense<1.5> : tensor<f32>
      return %0, %1 : tensor<2xi64>, tensor<f32>
    }"""
    module = parse_module(dialects.context(), text, "constants")
    (end,) = [op for op in module.walk() if op.name == "func.return"]
    assert [constant_of(operand) for operand in end.operands] == [(3, 4), (1.5,)]
