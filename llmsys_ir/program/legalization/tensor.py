"""Ops of the tensor dialect that move elements as StableHLO."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xdsl.dialects.builtin import DYNAMIC_INDEX, IntegerAttr, TensorType, i64
from xdsl.ir import SSAValue

from llmsys_ir.dialects.stablehlo.reshaping import ConcatenateOp
from llmsys_ir.dialects.stablehlo.slicing import DynamicSliceOp, DynamicUpdateSliceOp, PadOp, SliceOp
from llmsys_ir.program.legalization.bodies import Body
from llmsys_ir.program.legalization.site import Site, integers
from llmsys_ir.program.legalization.tosa_elementwise import Form


def _empty(site: Site) -> SSAValue:
    """Zeros: what is there is open."""
    return site.constant(site.result, 0)


def _splat(site: Site) -> SSAValue:
    return Body(site, site.shape).at_points(site.op.operands[0])


def _reshape(site: Site) -> SSAValue:
    return site.reshaped(site.op.operands[0], site.shape)


def _concat(site: Site) -> SSAValue:
    return site.emit(ConcatenateOp, list(site.op.operands), dimension=IntegerAttr(site.signature.integer("dim"), i64))


def _extract_slice(site: Site) -> SSAValue:
    source, *indices = site.op.operands
    offsets, sizes, strides = (site.signature.integers(f"static_{name}") for name in ("offsets", "sizes", "strides"))
    type_ = TensorType(site.result.element_type, sizes)
    if not indices:
        ends = [at + (size - 1) * step + 1 for at, size, step in zip(offsets, sizes, strides, strict=True)]
        part = site.emit(
            SliceOp,
            [source],
            type_,
            start_indices=integers(offsets),
            limit_indices=integers(ends),
            strides=integers(strides),
        )
        return site.reshaped(part, site.shape)
    starts = _starts(site, offsets, sizes, strides, indices)
    return site.reshaped(site.emit(DynamicSliceOp, [source, *starts], type_, slice_sizes=integers(sizes)), site.shape)


def _insert_slice(site: Site) -> SSAValue:
    source, destination, *indices = site.op.operands
    offsets, sizes, strides = (site.signature.integers(f"static_{name}") for name in ("offsets", "sizes", "strides"))
    starts = _starts(site, offsets, sizes, strides, indices)
    return site.emit(DynamicUpdateSliceOp, [destination, site.reshaped(source, sizes), *starts])


def _starts(
    site: Site, offsets: Sequence[int], sizes: Sequence[int], strides: Sequence[int], indices: Sequence[SSAValue]
) -> list[SSAValue]:
    """Where a part starts, in each dim a scalar tensor."""
    if DYNAMIC_INDEX in (*sizes, *strides) or any(stride != 1 for stride in strides):
        raise site.fail("with a size or stride that is only known when it runs, or with a stride")
    known = Body(site, ())
    given = iter(indices)
    scalar = TensorType(i64, [])
    return [known.at_points(next(given)) if at == DYNAMIC_INDEX else site.constant(scalar, at) for at in offsets]


def _pad(site: Site) -> SSAValue:
    """The region gives the padding from the position in the result."""
    low, high = (site.signature.integers(f"static_{name}") for name in ("low", "high"))
    if DYNAMIC_INDEX in (*low, *high):
        raise site.fail("with padding that is only known when it runs")
    source, block = site.op.operands[0], site.op.regions[0].block
    if any(argument.uses for argument in block.args):
        body = Body(site, site.shape)
        body.values.update((argument, site.positions(site.shape, argument.index)) for argument in block.args)
        (padding,) = body.run(block)
        scalar = TensorType(i64, [])
        return site.emit(DynamicUpdateSliceOp, [padding, source, *(site.constant(scalar, start) for start in low)])
    (value,) = Body(site, ()).run(block)
    return site.emit(
        PadOp,
        [source, value],
        edge_padding_low=integers(low),
        edge_padding_high=integers(high),
        interior_padding=integers([0] * len(low)),
    )


TENSOR: Mapping[str, Form] = {
    "tensor.collapse_shape": _reshape,
    "tensor.concat": _concat,
    "tensor.empty": _empty,
    "tensor.expand_shape": _reshape,
    "tensor.extract_slice": _extract_slice,
    "tensor.insert_slice": _insert_slice,
    "tensor.pad": _pad,
    "tensor.splat": _splat,
}
"""By name; sizes are known before they run."""
