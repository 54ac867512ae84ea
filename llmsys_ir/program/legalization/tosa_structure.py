"""Ops of tosa that move, reduce and multiply as StableHLO."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from xdsl.dialects.builtin import BoolAttr, IntegerAttr, TensorType, i64
from xdsl.ir import Block, Region, SSAValue

from llmsys_ir.dialects.stablehlo import arithmetic, reshaping, slicing
from llmsys_ir.dialects.stablehlo.attributes import (
    DotDimensionNumbersAttr,
    DotDimensions,
    GatherDimensionNumbersAttr,
    GatherDimensions,
    ScatterDimensionNumbersAttr,
    ScatterDimensions,
)
from llmsys_ir.dialects.stablehlo.contraction import DotGeneralOp
from llmsys_ir.dialects.stablehlo.control import ReturnOp
from llmsys_ir.dialects.stablehlo.creation import ConstantOp
from llmsys_ir.dialects.stablehlo.elementwise import BinaryOp
from llmsys_ir.dialects.stablehlo.indexing import GatherOp, ScatterOp
from llmsys_ir.dialects.tensors import as_dense, tensor_type
from llmsys_ir.program.legalization.site import Site, extreme, integers, is_float
from llmsys_ir.program.legalization.tosa_elementwise import Form


def constant(site: Site) -> SSAValue:
    """A constant tensor of any dialect."""
    dense = as_dense(site.op.properties.get("values", site.op.properties.get("value")))
    if dense is None:
        raise site.fail("unless its elements are dense")
    return site.emit(ConstantOp, [], value=dense)


def _identity(site: Site) -> SSAValue:
    return site.op.operands[0]


def _reshape(site: Site) -> SSAValue:
    return site.reshaped(site.op.operands[0], site.shape)


def _transpose(site: Site) -> SSAValue:
    permutation = integers(site.numbers("perms", 1))
    return site.emit(reshaping.TransposeOp, site.op.operands[:1], permutation=permutation)


def _concat(site: Site) -> SSAValue:
    axis = IntegerAttr(site.signature.integer("axis"), i64)
    return site.emit(reshaping.ConcatenateOp, list(site.op.operands), dimension=axis)


def _slice(site: Site) -> SSAValue:
    starts, sizes = site.numbers("start", 1), site.shape
    limits = [start + size for start, size in zip(starts, sizes, strict=True)]
    return site.emit(
        slicing.SliceOp,
        site.op.operands[:1],
        start_indices=integers(starts),
        limit_indices=integers(limits),
        strides=integers([1] * len(sizes)),
    )


def _pad(site: Site) -> SSAValue:
    amounts = site.numbers("padding", 1)
    element = site.result.element_type
    if len(site.op.operands) > 2:
        value = site.reshaped(site.op.operands[2], ())
    elif any(name in site.signature.attributes for name in ("input_zp", "quantization_info")):
        raise site.fail("with a zero point")
    else:
        value = site.constant(TensorType(element, []), 0)
    return site.emit(
        slicing.PadOp,
        [site.op.operands[0], value],
        edge_padding_low=integers(amounts[::2]),
        edge_padding_high=integers(amounts[1::2]),
        interior_padding=integers([0] * len(site.shape)),
    )


def _tile(site: Site) -> SSAValue:
    """Each dim gets one in front of it that is broadcast."""
    value = site.op.operands[0]
    shape = tensor_type(value).get_shape()
    copies = [after // before if before else 1 for after, before in zip(site.shape, shape, strict=True)]
    parts = [size for pair in zip(copies, shape, strict=True) for size in pair]
    dims = integers(range(1, 2 * len(shape), 2))
    type_ = TensorType(site.result.element_type, parts)
    spread = site.emit(reshaping.BroadcastInDimOp, [value], type_, broadcast_dimensions=dims)
    return site.reshaped(spread, site.shape)


def _reverse(site: Site) -> SSAValue:
    return site.emit(reshaping.ReverseOp, site.op.operands[:1], dimensions=integers([site.signature.integer("axis")]))


def _gather(site: Site) -> SSAValue:
    """`result[n, w, :] = values[n, indices[n, w], :]`."""
    channels = site.shape[2]
    numbers = GatherDimensions(
        offset_dims=(2,),
        collapsed_slice_dims=(1,),
        operand_batching_dims=(0,),
        start_indices_batching_dims=(0,),
        start_index_map=(1,),
        index_vector_dim=2,
    )
    return site.emit(
        GatherOp,
        list(site.op.operands),
        dimension_numbers=GatherDimensionNumbersAttr(numbers),
        slice_sizes=integers([1, 1, channels]),
        indices_are_sorted=BoolAttr.from_bool(False),
    )


def _scatter(site: Site) -> SSAValue:
    """`result[n, indices[n, w], :] = rows[n, w, :]`, elsewhere the first operand's."""
    values, indices, rows = site.op.operands
    numbers = ScatterDimensions(
        update_window_dims=(2,),
        inserted_window_dims=(1,),
        input_batching_dims=(0,),
        scatter_indices_batching_dims=(0,),
        scatter_dims_to_operand_dims=(1,),
        index_vector_dim=2,
    )
    block = Block(arg_types=[TensorType(site.result.element_type, [])] * 2)
    block.add_op(ReturnOp.create(operands=[block.args[1]]))
    return site.emit(
        ScatterOp,
        [values, indices, rows],
        regions=[Region(block)],
        scatter_dimension_numbers=ScatterDimensionNumbersAttr(numbers),
        indices_are_sorted=BoolAttr.from_bool(False),
        unique_indices=BoolAttr.from_bool(True),
    )


def _matmul(site: Site) -> SSAValue:
    attributes = site.signature.attributes
    zeros = [attributes.get(name, 0) for name in ("a_zp", "b_zp")]
    zeros += [None if known is None else known[0] for known in site.signature.constants[2:]]
    left, right = site.op.operands[:2]
    if not is_float(left) and (any(zero != 0 for zero in zeros) or "quantization_info" in attributes):
        raise site.fail("with zero points")
    numbers = DotDimensions(
        lhs_batching_dimensions=(0,),
        rhs_batching_dimensions=(0,),
        lhs_contracting_dimensions=(2,),
        rhs_contracting_dimensions=(1,),
    )
    return site.emit(DotGeneralOp, [left, right], dot_dimension_numbers=DotDimensionNumbersAttr(numbers))


def _fully_connected(site: Site) -> SSAValue:
    """`n c, o c -> n o` plus the bias per output."""
    if "quantization_info" in site.signature.attributes:
        raise site.fail("with zero points")
    value, weight, bias = site.op.operands
    numbers = DotDimensions(lhs_contracting_dimensions=(1,), rhs_contracting_dimensions=(1,))
    product = site.emit(DotGeneralOp, [value, weight], dot_dimension_numbers=DotDimensionNumbersAttr(numbers))
    spread = site.broadcast(site.converted(bias, site.result.element_type), site.shape)
    return site.emit(arithmetic.AddOp, [product, spread])


def _reduction(combiner: type[BinaryOp], init: float) -> Form:
    """A dim reduced to size 1; an infinite initial value is the least or greatest of integers."""

    def form(site: Site) -> SSAValue:
        if site.signature.attributes.get("nan_mode") == "IGNORE":
            raise site.fail("where NaN is ignored")
        start = extreme(site.result.element_type, init)
        return site.reduce(site.op.operands[0], site.signature.integer("axis"), combiner, start)

    return form


STRUCTURE: Mapping[str, Form] = {
    "arith.constant": constant,
    "tosa.concat": _concat,
    "tosa.const": constant,
    "tosa.fully_connected": _fully_connected,
    "tosa.gather": _gather,
    "tosa.identity": _identity,
    "tosa.matmul": _matmul,
    "tosa.pad": _pad,
    "tosa.reduce_all": _reduction(arithmetic.AndOp, 1),
    "tosa.reduce_any": _reduction(arithmetic.OrOp, 0),
    "tosa.reduce_max": _reduction(arithmetic.MaximumOp, -inf),
    "tosa.reduce_min": _reduction(arithmetic.MinimumOp, inf),
    "tosa.reduce_prod": _reduction(arithmetic.MultiplyOp, 1),
    "tosa.reduce_product": _reduction(arithmetic.MultiplyOp, 1),
    "tosa.reduce_sum": _reduction(arithmetic.AddOp, 0),
    "tosa.reshape": _reshape,
    "tosa.reverse": _reverse,
    "tosa.scatter": _scatter,
    "tosa.slice": _slice,
    "tosa.tile": _tile,
    "tosa.transpose": _transpose,
}
"""By name; those with zero points are errors."""
