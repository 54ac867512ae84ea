"""Gathers of the tensor dialect and scatters of tm_tensor as StableHLO."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xdsl.builder import Builder
from xdsl.dialects.builtin import BoolAttr, TensorType
from xdsl.ir import Block, Region, SSAValue
from xdsl.rewriter import InsertPoint

from llmsys_ir.dialects.stablehlo.attributes import (
    GatherDimensionNumbersAttr,
    GatherDimensions,
    ScatterDimensionNumbersAttr,
    ScatterDimensions,
)
from llmsys_ir.dialects.stablehlo.control import ReturnOp
from llmsys_ir.dialects.stablehlo.indexing import GatherOp, ScatterOp
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.legalization.bodies import Body
from llmsys_ir.program.legalization.site import Site, integers
from llmsys_ir.program.legalization.tosa_elementwise import Form
from llmsys_ir.sharding.rules.tm_tensor import stablehlo_scatter


def _gather(site: Site) -> SSAValue:
    """Slices of size 1 along the dims that are looked up, whole along the others."""
    source, indices = site.op.operands
    looked_up = site.signature.integers("gather_dims")
    shape, vectors = tensor_type(source).get_shape(), tensor_type(indices).get_num_dims() - 1
    rest = [size for dim, size in enumerate(shape) if dim not in looked_up]
    numbers = GatherDimensions(
        offset_dims=tuple(range(vectors, vectors + len(rest))),
        collapsed_slice_dims=tuple(sorted(looked_up)),
        start_index_map=tuple(looked_up),
        index_vector_dim=vectors,
    )
    found = site.emit(
        GatherOp,
        [source, indices],
        TensorType(site.result.element_type, [*tensor_type(indices).get_shape()[:vectors], *rest]),
        dimension_numbers=GatherDimensionNumbersAttr(numbers),
        slice_sizes=integers([1 if dim in looked_up else size for dim, size in enumerate(shape)]),
        indices_are_sorted=BoolAttr.from_bool(False),
    )
    return site.reshaped(found, site.shape)


def _scatter(site: Site) -> SSAValue:
    """Updates at places that the indices say; those that are outside are left out."""
    updates, indices, original = site.op.operands
    as_stablehlo = stablehlo_scatter(site.signature)
    numbers = ScatterDimensions(
        update_window_dims=as_stablehlo.integers("update_window_dims"),
        inserted_window_dims=as_stablehlo.integers("inserted_window_dims"),
        scatter_dims_to_operand_dims=as_stablehlo.integers("scatter_dims_to_operand_dims"),
        index_vector_dim=as_stablehlo.integer("index_vector_dim"),
    )
    scalar = TensorType(site.result.element_type, [])
    block = Block(arg_types=[scalar, scalar])
    before, update = block.args
    inside = replace(site, builder=Builder(InsertPoint.at_end(block)))
    body = site.op.regions[0].block
    combined = Body(inside, (), dict(zip(body.args, (update, before), strict=True))).run(body)
    inside.builder.insert(ReturnOp.create(operands=combined))
    return site.emit(
        ScatterOp,
        [original, indices, updates],
        regions=[Region(block)],
        scatter_dimension_numbers=ScatterDimensionNumbersAttr(numbers),
    )


LOOKUPS: Mapping[str, Form] = {"tensor.gather": _gather, "tm_tensor.scatter": _scatter}
"""By name."""
