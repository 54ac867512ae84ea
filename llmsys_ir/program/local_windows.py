"""Local forms of StableHLO's ops that shift elements along a dim, or see windows of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from xdsl.dialects.builtin import IntegerAttr, TensorType, i64
from xdsl.ir import Attribute, SSAValue

from llmsys_ir.dialects.stablehlo import arithmetic, reshaping
from llmsys_ir.dialects.tensors import dense_from, tensor_type
from llmsys_ir.program.local_forms import Localizer, rebuild
from llmsys_ir.program.signature import signature_of
from llmsys_ir.program.stablehlo_emitter import Emitter, integers
from llmsys_ir.program.windows import (
    Held,
    Position,
    Wanted,
    cut,
    gathered,
    halos,
    shard,
    sliced,
    window,
    with_neighbours,
)
from llmsys_ir.sharding.rules.stablehlo.products import spatial_windows
from llmsys_ir.sharding.rules.stablehlo.reductions import scanned_dim, window_layouts, windows_under
from llmsys_ir.sharding.rules.stablehlo.shapes import is_padded_evenly, is_taken_evenly
from llmsys_ir.sharding.rules.stablehlo.windows import Layout, Reach, Window
from llmsys_ir.sharding.sharding import Axes


def slice_(local: Localizer) -> Sequence[SSAValue]:
    """Of a dim that is cut anew each device takes a window of what it and its neighbours hold.

    What is looked up is zero where others hold it.
    """
    emitter, value = Emitter(local), local.operands[0]
    signature, shape = signature_of(local.op), local.types[0].get_shape()
    ranges: dict[int, tuple[int, int, int]] = {}
    names = ("start_indices", "limit_indices", "strides")
    for dim, (start, limit, stride) in enumerate(zip(*map(signature.integers, names), strict=True)):
        before, after = (spec.shape[dim] for spec in (*signature.operands, *signature.results))
        held, wanted = _axes(local, dim)
        extent = (shape[dim] - 1) * stride + 1
        if is_taken_evenly(before, after, start, stride):
            ranges[dim] = (start, start + extent, stride)
        elif not held and not wanted:
            ranges[dim] = (start, limit, stride)
        else:
            first = Position.along(wanted, shape[dim] * stride, start)
            value = _window(emitter, value, dim, (held, wanted), Wanted(first, extent, _zero(emitter, value)))
            ranges[dim] = (0, extent, stride)
    if value is local.operands[0]:
        return local.local_op({"limit_indices": integers([limit for _, limit, _ in ranges.values()])})
    return [sliced(emitter, value, ranges)]


def _axes(local: Localizer, dim: int) -> tuple[Axes, Axes]:
    """The mesh axes of a dim of the first operand, and of the result."""
    return local.strategy.operands[0].dims[dim], local.strategy.results[0].dims[dim]


def _window(emitter: Emitter, value: SSAValue, dim: int, axes: tuple[Axes, Axes], wanted: Wanted) -> SSAValue:
    """What a device wants of a dim, from its neighbours if the result is sharded likewise, else of what it holds."""
    held, after = axes
    if held == after:
        return window(emitter, value, dim, held, wanted)
    return cut(emitter, shard(value, dim, held), wanted)


def _zero(emitter: Emitter, like: SSAValue) -> SSAValue:
    return emitter.zeros(TensorType(tensor_type(like).element_type, []))


def pad(local: Localizer) -> Sequence[SSAValue]:
    """Of a dim that is cut anew each device takes a window of what it and its neighbours hold, or of what it makes."""
    emitter, (value, fill) = Emitter(local), local.operands
    signature, shape = signature_of(local.op), local.types[0].get_shape()
    names = ("edge_padding_low", "edge_padding_high", "interior_padding")
    amounts = list(zip(*map(signature.integers, names), strict=True))
    parts: dict[int, Wanted] = {}
    for dim, (low, high, interior) in enumerate(amounts):
        before, after = signature.operands[0].shape[dim], signature.results[0].shape[dim]
        held, wanted = _axes(local, dim)
        if not wanted or is_padded_evenly(before, after, low, high, interior):
            continue
        if held:
            first = Position.along(wanted, shape[dim], -low)
            value = window(emitter, value, dim, held, Wanted(first, shape[dim], fill))
            amounts[dim] = (0, 0, 0)
        else:
            parts[dim] = Wanted(Position.along(wanted, shape[dim]), shape[dim], fill)
    if value is local.operands[0] and not parts:
        return local.local_op()
    value = _padded(emitter, value, fill, amounts)
    for dim, part in parts.items():
        value = cut(emitter, Held(value, dim, Position(0)), part)
    return [value]


def _padded(emitter: Emitter, value: SSAValue, fill: SSAValue, amounts: Sequence[tuple[int, int, int]]) -> SSAValue:
    if not any(map(any, amounts)):
        return value
    op = emitter.local.op
    sizes = [
        low + size + max(size - 1, 0) * interior + high
        for size, (low, high, interior) in zip(tensor_type(value).get_shape(), amounts, strict=True)
    ]
    names = ("edge_padding_low", "edge_padding_high", "interior_padding")
    properties = dict(zip(names, map(integers, zip(*amounts, strict=True)), strict=True))
    return emitter.emit(type(op), [value, fill], TensorType(tensor_type(value).element_type, sizes), **properties)


def concatenate(local: Localizer) -> Sequence[SSAValue]:
    """Along the joined dim each device takes its window of each operand, or of all of them where they are far away."""
    dim = signature_of(local.op).integer("dimension")
    axes = local.strategy.results[0].dims[dim]
    if not axes:
        return local.local_op()
    emitter, size = Emitter(local), local.types[0].get_shape()[dim]
    ends = list(accumulate(tensor_type(operand).get_shape()[dim] for operand in local.op.operands))
    held_axes = [sharding.dims[dim] for sharding in local.strategy.operands]
    parts = [shard(operand, dim, own) for operand, own in zip(local.operands, held_axes, strict=True)]
    wanted = [
        Wanted(Position.along(axes, size, -start), size, _zero(emitter, part.value))
        for start, part in zip([0, *ends[:-1]], parts, strict=True)
    ]
    if not any(halos(part, own, want, local.mesh) for part, own, want in zip(parts, held_axes, wanted, strict=True)):
        wholes = [gathered(emitter, part, own).value for part, own in zip(parts, held_axes, strict=True)]
        return [cut(emitter, Held(_joined(emitter, wholes, dim), dim, Position(0)), wanted[0])]
    windows = [
        cut(emitter, with_neighbours(emitter, part, own, want), want)
        for part, own, want in zip(parts, held_axes, wanted, strict=True)
    ]
    return [_chosen(emitter, windows, ends, dim, Position.along(axes, size))]


def _joined(emitter: Emitter, values: Sequence[SSAValue], dim: int) -> SSAValue:
    """Tensors one after the other along a dim."""
    types = list(map(tensor_type, values))
    shape = list(types[0].get_shape())
    shape[dim] = sum(type_.get_shape()[dim] for type_ in types)
    type_ = TensorType(types[0].element_type, shape)
    return emitter.emit(reshaping.ConcatenateOp, values, type_, dimension=IntegerAttr(dim, i64))


def _chosen(emitter: Emitter, windows: Sequence[SSAValue], ends: Sequence[int], dim: int, start: Position) -> SSAValue:
    """Each element from the window of the operand whose run in the joined dim it is in."""
    shape = tensor_type(windows[0]).get_shape()
    positions = emitter.count(TensorType(i64, shape), dim)
    positions = emitter.binary(arithmetic.AddOp, positions, emitter.broadcast(start.emit(emitter), shape, ()))
    chosen = windows[0]
    for value, end in zip(windows[1:], ends, strict=False):
        chosen = emitter.select(
            emitter.compared(positions, "GE", emitter.constant(tensor_type(positions), end)), value, chosen
        )
    return chosen


def convolution(local: Localizer) -> Sequence[SSAValue]:
    """Windows reach to what neighbours hold; groups, the first factor where there are any, are fewer on each device."""
    emitter, signature = Emitter(local), signature_of(local.op)
    counts = {name: signature.integer(name) for name in ("feature_group_count", "batch_group_count")}
    devices = local.mesh.size(local.strategy.factor_axes[0])
    properties: dict[str, Attribute] = {
        name: IntegerAttr(count // devices, i64) for name, count in counts.items() if count > 1
    }
    left, kernel = local.operands
    padding: list[tuple[int, int]] = []
    for spatial, (under, along, place) in spatial_windows(signature):
        axes = local.strategy.operands[0].dims[under]
        along_axes, place_axes = local.strategy.operands[1].dims[along], local.strategy.results[0].dims[place]
        sizes = tensor_type(kernel).get_shape()[along], local.types[0].get_shape()[place]
        reach = _reach(spatial, spatial.layout(), along_axes, place_axes, *sizes)
        padding.append((spatial.low, spatial.high) if reach is None else (reach.low, reach.high))
        if reach is not None:
            wanted = _wanted(reach, place_axes or along_axes, _zero(emitter, left))
            left = _window(emitter, left, under, (axes, place_axes or along_axes), wanted)
    if padding:
        properties["padding"] = _padding(padding)
    return local.local_op(properties, [left, kernel])


def _reach(window: Window, layout: Layout, window_axes: Axes, place_axes: Axes, size: int, places: int) -> Reach | None:
    """What a device needs of a dim for so many elements of the window and places; None if it has just that."""
    if layout in (Layout.STENCIL, Layout.PLACES) and place_axes:
        return window.stencil(places)
    if layout is Layout.CORRELATION and window_axes:
        return window.correlation(size)
    return None


def _wanted(reach: Reach, axes: Axes, fill: SSAValue) -> Wanted:
    return Wanted(Position.along(axes, reach.step, reach.base), reach.length, fill)


def _padding(pairs: Sequence[tuple[int, int]]) -> Attribute:
    return dense_from(TensorType(i64, [len(pairs), 2]), [amount for pair in pairs for amount in pair])


def reduce_window(local: Localizer) -> Sequence[SSAValue]:
    """Windows reach to what neighbours hold; where they reach to the dim's first or last element this is a scan."""
    emitter, signature, count = Emitter(local), signature_of(local.op), len(local.op.results)
    values, starts = list(local.operands[:count]), local.operands[count:]
    padding: list[tuple[int, int]] = []
    for dim, window_ in enumerate(windows_under(signature, signature.results[0].shape)):
        held, axes = _axes(local, dim)
        if axes and scanned_dim(signature) == dim:
            return _scan(local, dim, window_.low > 0)
        reach = _reach(window_, window_.layout(window_layouts(signature)), (), axes, 1, local.types[0].get_shape()[dim])
        padding.append((window_.low, window_.high) if reach is None else (reach.low, reach.high))
        if reach is not None:
            for number, start in enumerate(starts):
                values[number] = _window(emitter, values[number], dim, (held, axes), _wanted(reach, axes, start))
    return local.local_op({"padding": _padding(padding)} if padding else {}, [*values, *starts])


def _scan(local: Localizer, dim: int, is_forward: bool) -> Sequence[SSAValue]:
    """Each device scans its shards behind the totals of the shards before it, or in front of those after it."""
    emitter, count = Emitter(local), len(local.op.results)
    values, starts = local.operands[:count], local.operands[count:]
    axes, size = local.strategy.results[0].dims[dim], tensor_type(values[0]).get_shape()[dim]
    own = _scanned(local, values, dim, is_forward)
    last = size - 1 if is_forward else 0
    totals = [sliced(emitter, value, {dim: (last, last + 1, 1)}) for value in own]
    everyones = [gathered(emitter, shard(total, dim, axes), axes).value for total in totals]
    others = [_of_others(emitter, *pair, dim, axes, is_forward) for pair in zip(everyones, starts, strict=True)]
    pairs = zip(others, values, strict=True)
    joined = [_joined(emitter, pair if is_forward else pair[::-1], dim) for pair in pairs]
    devices = local.mesh.size(axes)
    kept = (devices, devices + size, 1) if is_forward else (0, size, 1)
    return [sliced(emitter, value, {dim: kept}) for value in _scanned(local, joined, dim, is_forward)]


def _scanned(local: Localizer, values: Sequence[SSAValue], dim: int, is_forward: bool) -> Sequence[SSAValue]:
    """A scan of local tensors along a dim."""
    types = list(map(tensor_type, values))
    size, rank = types[0].get_shape()[dim], len(types[0].get_shape())
    reach = (size - 1, 0) if is_forward else (0, size - 1)
    properties = {
        "window_dimensions": integers([size if at == dim else 1 for at in range(rank)]),
        "padding": _padding([reach if at == dim else (0, 0) for at in range(rank)]),
    }
    starts = local.operands[len(values) :]
    return local.builder.insert(rebuild(local.op, [*values, *starts], types, properties, local.captured)).results


def _of_others(emitter: Emitter, totals: SSAValue, start: SSAValue, dim: int, axes: Axes, is_forward: bool) -> SSAValue:
    """The totals of the devices before this one, or after it, and the initial value in place of the rest."""
    type_ = tensor_type(totals)
    numbers = emitter.count(TensorType(i64, type_.get_shape()), dim)
    own = emitter.broadcast(Position.along(axes, 1).emit(emitter), type_.get_shape(), ())
    are_others = emitter.compared(numbers, "LT" if is_forward else "GT", own)
    return emitter.select(are_others, totals, emitter.broadcast(start, type_.get_shape(), ()))
