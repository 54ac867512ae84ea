"""What is done to programs before they are sharded, where the laws of op_cases do not show it."""

from __future__ import annotations

import numpy as np
import pytest
from programs import apply, check_same, parse, run_whole

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.program.preparation import prepare
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass

HEAD = "#m = affine_map<(i, j) -> (i, j)>\n#r = affine_map<(i, j) -> (i)>\n"

MAXIMUM = f"""{HEAD}func.func @main(%x: tensor<4x8xf32>, %f: tensor<4xf32>, %n: tensor<4xi64>) -> (RESULTS) {{
  %0:2 = linalg.generic {{indexing_maps = [#m, #r, #r], iterator_types = ["parallel", "reduction"]}}
      ins(%x : tensor<4x8xf32>) outs(%f, %n : tensor<4xf32>, tensor<4xi64>) {{
  ^bb0(%in: f32, %most: f32, %where: i64):
    %1 = linalg.index 1 : index
    %2 = arith.index_cast %1 : index to i64
    %3 = arith.maximumf %in, %most : f32
    %4 = arith.cmpf ogt, %in, %most : f32
    %5 = arith.select %4, %2, %where : i64
    linalg.yield %3, %5 : f32, i64
  }} -> (tensor<4xf32>, tensor<4xi64>)
  return RETURNED
}}
"""
"""A maximum and where it is, as torch-mlir writes them."""


def maximum(*numbers: int) -> str:
    types = ["tensor<4xf32>", "tensor<4xi64>"]
    given = ", ".join(types[number] for number in numbers)
    values = ", ".join(f"%0#{number}" for number in numbers)
    return MAXIMUM.replace("RESULTS", given).replace("RETURNED", f"{values} : {given}")


def test_a_result_that_nobody_uses_is_left_out() -> None:
    module = parse(maximum(0))
    prepare(module)
    module.verify()
    text = module_text(module)
    assert "linalg.index" not in text and "-> tensor<4xf32>\n" in text
    (generic,) = [op for op in module.walk() if op.name == "linalg.generic"]
    assert len(generic.operands) == 2 and len(generic.results) == 1


def test_a_result_that_another_one_needs_stays() -> None:
    module = parse(maximum(1))
    before = module_text(module)
    prepare(module)
    assert module_text(module) == before


@pytest.mark.parametrize("numbers", [(0,), (1,), (0, 1)])
def test_a_maximum_and_its_place_are_the_same_on_devices(numbers: tuple[int, ...]) -> None:
    text = maximum(*numbers)
    check_same(apply(parse(text), AutoShardPass(mesh="2x2"), SpmdPartitionPass()), parse(text))
    x = np.random.default_rng(0).permutation(32).reshape(4, 8).astype(np.float32)
    results = run_whole(parse(text), [x, np.full(4, -np.inf, np.float32), np.zeros(4, np.int64)])
    for number, result in zip(numbers, results, strict=True):
        np.testing.assert_array_equal(result, (x.max(1), x.argmax(1))[number])


def lookup(position: str, shape: str = "4x8") -> str:
    return f"""#m = affine_map<(i, j) -> (i, j)>
func.func @main(%t: tensor<{shape}xf32>, %n: tensor<2x8xi32>) -> tensor<2x8xf32> {{
  %e = tensor.empty() : tensor<2x8xf32>
  %0 = linalg.generic {{indexing_maps = [#m, #m], iterator_types = ["parallel", "parallel"]}}
      ins(%n : tensor<2x8xi32>) outs(%e : tensor<2x8xf32>) {{
  ^bb0(%in: i32, %out: f32):
    %c3 = arith.constant 3 : i32
    %1 = arith.andi %in, %c3 : i32
    %2 = arith.index_cast %1 : i32 to index
    %i = linalg.index 0 : index
    %j = linalg.index 1 : index
    %x = tensor.extract %t[{position}] : tensor<{shape}xf32>
    linalg.yield %x : f32
  }} -> tensor<2x8xf32>
  return %0 : tensor<2x8xf32>
}}
"""


@pytest.mark.parametrize(
    ("position", "gathers"), [("%2, %j", "[0, 1]"), ("%i, %j", "[0]"), ("%j, %2", "[0, 1]"), ("%2, %2", "[0, 1]")]
)
def test_positions_that_are_data_are_gathered(position: str, gathers: str) -> None:
    """A loop that data depend on is looked up as well; so is one over a part of a dim."""
    text = lookup(position, "8x8")
    module = parse(text)
    prepare(module)
    assert f"gather_dims({gathers})" in module_text(module) and "tensor.extract " not in module_text(module)
    check_same(module, parse(text))
    check_same(apply(parse(text), AutoShardPass(mesh="4"), SpmdPartitionPass()), parse(text))


def test_what_is_read_twice_is_found_twice() -> None:
    text = lookup("%2, %j", "8x8").replace(
        "    linalg.yield %x",
        "    %y = tensor.extract %t[%j, %2] : tensor<8x8xf32>\n    %z = arith.subf %x, %y : f32\n    linalg.yield %z",
    )
    module = parse(text)
    prepare(module)
    assert module_text(module).count("tensor.gather") == 2
    check_same(module, parse(text))


def test_a_position_outside_is_an_error() -> None:
    text = lookup("%2, %j", "2x8")
    whole, gathered = parse(text), parse(text)
    prepare(gathered)
    inputs = [np.zeros((2, 8), np.float32), np.full((2, 8), 3, np.int32)]
    for module in (whole, gathered):
        with pytest.raises((OperationError, ValueError), match="a position is outside of a dim of size 2"):
            run_whole(module, inputs)
