"""Local forms of StableHLO's ops that index: each device looks up, or writes, what it holds of an indexed dim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xdsl.dialects.builtin import IntegerAttr, TensorType, i64
from xdsl.ir import SSAValue

from llmsys_ir.dialects.stablehlo import arithmetic, reshaping, selection, slicing
from llmsys_ir.dialects.tensors import Tensor, tensor_type
from llmsys_ir.program.local_forms import Localizer, taken_in_full
from llmsys_ir.program.signature import signature_of
from llmsys_ir.program.stablehlo_emitter import Emitter, integers
from llmsys_ir.sharding.rules.stablehlo.indexing import Indexing
from llmsys_ir.sharding.sharding import Axes


def dynamic_slice(local: Localizer) -> Sequence[SSAValue]:
    """Of a dim that is looked up each device takes what it holds, and zeros in place of the rest."""
    taken, axes = signature_of(local.op).integers("slice_sizes"), local.strategy.operands[0].dims
    sizes = taken_in_full(local, taken)
    whole = tensor_type(local.op.operands[0]).get_shape()
    lookups = [dim for dim, size in enumerate(whole) if axes[dim] and taken[dim] != size]
    if not lookups:
        return local.local_op({"slice_sizes": integers(sizes)})
    emitter, (value, *starts) = Emitter(local), local.operands
    starts = list(map(emitter.countable, starts))
    scalar = tensor_type(starts[0])
    shape = tensor_type(value).get_shape()
    for dim in lookups:
        bounds = [emitter.constant(scalar, bound) for bound in (0, whole[dim] - taken[dim])]
        start = emitter.emit(selection.ClampOp, [bounds[0], starts[dim], bounds[1]], scalar)
        own = emitter.shard_start(axes[dim], shape[dim], scalar.element_type)
        shifted = emitter.binary(arithmetic.SubtractOp, start, own)
        starts[dim] = emitter.binary(arithmetic.AddOp, shifted, emitter.constant(scalar, taken[dim]))
    margins = [taken[dim] if dim in lookups else 0 for dim in range(len(shape))]
    return [
        emitter.emit(
            slicing.DynamicSliceOp,
            [_with_margins(emitter, value, margins), *starts],
            local.types[0],
            slice_sizes=integers(sizes),
        )
    ]


def _with_margins(emitter: Emitter, value: SSAValue, margins: Sequence[int]) -> SSAValue:
    """A tensor with so many zeros at both ends of each dim."""
    type_ = tensor_type(value)
    zero = emitter.zeros(TensorType(type_.element_type, []))
    amounts = {
        "edge_padding_low": integers(margins),
        "edge_padding_high": integers(margins),
        "interior_padding": integers([0] * len(margins)),
    }
    sizes = [size + 2 * margin for size, margin in zip(type_.get_shape(), margins, strict=True)]
    return emitter.emit(slicing.PadOp, [value, zero], TensorType(type_.element_type, sizes), **amounts)


@dataclass(frozen=True)
class _Lookup:
    """One component of index vectors, along whose dim of the tensor the shards are of `size` elements on `axes`."""

    component: int
    axes: Axes
    size: int


def _lookups(local: Localizer, indexing: Indexing) -> list[_Lookup]:
    """The components whose dims are sharded, but for those along which each window has the whole shard."""
    shape, dims = tensor_type(local.operands[0]).get_shape(), local.strategy.operands[0].dims
    return [
        _Lookup(number, dims[dim], shape[dim])
        for number, dim in enumerate(indexing.indexed)
        if dims[dim] and indexing.is_looked_up(dim)
    ]


def _along_components(emitter: Emitter, indices: SSAValue, vector_dim: int, components: Sequence[SSAValue]) -> SSAValue:
    """Scalars, one per component of the index vectors, in the shape of the indices."""
    shape = tensor_type(indices).get_shape()
    if vector_dim == len(shape):
        return emitter.broadcast(components[0], shape, ())
    vector = TensorType(tensor_type(indices).element_type, [len(components)])
    parts = [emitter.broadcast(component, [1], ()) for component in components]
    joined = emitter.emit(reshaping.ConcatenateOp, parts, vector, dimension=IntegerAttr(0, i64))
    return emitter.broadcast(joined, shape, [vector_dim])


def _shifted(emitter: Emitter, indices: SSAValue, indexing: Indexing, lookups: Sequence[_Lookup]) -> SSAValue:
    """Indices counted from where a device's shards start."""
    element = tensor_type(indices).element_type
    starts = {lookup.component: emitter.shard_start(lookup.axes, lookup.size, element) for lookup in lookups}
    zero = emitter.constant(TensorType(element, []), 0)
    components = [starts.get(component, zero) for component in range(len(indexing.indexed))]
    start = _along_components(emitter, indices, indexing.vector_dim, components)
    return emitter.binary(arithmetic.SubtractOp, indices, start)


def gather(local: Localizer) -> Sequence[SSAValue]:
    """Indices are clamped to the whole tensor, and what other devices hold is zero here."""
    indexing = Indexing.of_gather(signature_of(local.op))
    properties = {"slice_sizes": integers(taken_in_full(local, indexing.taken))}
    lookups = _lookups(local, indexing)
    if not lookups:
        return local.local_op(properties)
    emitter = Emitter(local)
    indices = emitter.countable(local.operands[1])
    type_ = tensor_type(indices)
    scalar = TensorType(type_.element_type, [])
    limits = [indexing.shape[dim] - indexing.taken[dim] for dim in indexing.indexed]
    last = [emitter.constant(scalar, limit) for limit in limits]
    limit = _along_components(emitter, indices, indexing.vector_dim, last)
    clamped = emitter.emit(selection.ClampOp, [emitter.constant(type_, 0), indices, limit], type_)
    shifted = _shifted(emitter, clamped, indexing, lookups)
    (found,) = local.local_op(properties, [local.operands[0], shifted])
    mask = _held(emitter, shifted, indexing, lookups, found)
    return [emitter.select(mask, found, emitter.zeros(tensor_type(found)))]


def _held(
    emitter: Emitter, shifted: SSAValue, indexing: Indexing, lookups: Sequence[_Lookup], found: SSAValue
) -> SSAValue:
    """Where the result of a gather comes from this device."""
    type_, vector_dim = tensor_type(shifted), indexing.vector_dim
    shape = type_.get_shape()
    batch = [size for dim, size in enumerate(shape) if dim != vector_dim]
    masks: list[SSAValue] = []
    for lookup in lookups:
        component = shifted
        if vector_dim < len(shape):
            starts = [lookup.component if dim == vector_dim else 0 for dim in range(len(shape))]
            limits = [lookup.component + 1 if dim == vector_dim else size for dim, size in enumerate(shape)]
            properties = {
                "start_indices": integers(starts),
                "limit_indices": integers(limits),
                "strides": integers([1] * len(shape)),
            }
            sizes = [1 if dim == vector_dim else size for dim, size in enumerate(shape)]
            component = emitter.emit(slicing.SliceOp, [shifted], TensorType(type_.element_type, sizes), **properties)
            component = emitter.emit(reshaping.ReshapeOp, [component], TensorType(type_.element_type, batch))
        masks.append(emitter.within(component, lookup.size))
    mask = masks[0]
    for other in masks[1:]:
        mask = emitter.binary(arithmetic.AndOp, mask, other)
    result = tensor_type(found).get_shape()
    dims = [dim for dim in range(len(result)) if dim not in indexing.placed]
    return emitter.broadcast(mask, result, dims)


def scatter(local: Localizer) -> Sequence[SSAValue]:
    """Indices of what other devices hold are out of bounds here, and so are left out."""
    indexing, count = Indexing.of_scatter(signature_of(local.op)), len(local.op.results)
    lookups = _lookups(local, indexing)
    if not lookups:
        return local.local_op()
    emitter = Emitter(local)
    shifted = _shifted(emitter, emitter.countable(local.operands[count]), indexing, lookups)
    return local.local_op(operands=[*local.operands[:count], shifted, *local.operands[count + 1 :]])


def dynamic_update_slice(local: Localizer) -> Sequence[SSAValue]:
    """Each device writes what it holds of the update: the update is laid out around the shard, and masked.

    Along a dim that is not updated in full, with `size` elements of the operand here, the update gets `size` elements
    of padding on both sides; a slice that starts `size` before the shard's first element falls together with the shard.
    """
    operand, update, *starts = local.operands
    whole, written = (tensor_type(value).get_shape() for value in local.op.operands[:2])
    partly = [dim for dim, sizes in enumerate(zip(whole, written, strict=True)) if sizes[0] != sizes[1]]
    axes = local.strategy.operands[0].dims
    if not any(axes[dim] for dim in partly):
        return local.local_op()
    emitter, type_ = Emitter(local), tensor_type(operand)
    starts = list(map(emitter.countable, starts))
    scalar = tensor_type(starts[0])
    positions: dict[int, SSAValue] = {}
    for dim in partly:
        bounds = [emitter.constant(scalar, bound) for bound in (0, whole[dim] - written[dim])]
        start = emitter.emit(selection.ClampOp, [bounds[0], starts[dim], bounds[1]], scalar)
        shard = emitter.shard_start(axes[dim], type_.get_shape()[dim], scalar.element_type)
        positions[dim] = emitter.binary(arithmetic.SubtractOp, shard, start)
    laid_out = _laid_out(emitter, update, type_, positions)
    masks = [
        emitter.within(
            emitter.binary(
                arithmetic.AddOp,
                emitter.count(TensorType(scalar.element_type, type_.get_shape()), dim),
                emitter.broadcast(position, type_.get_shape(), ()),
            ),
            written[dim],
        )
        for dim, position in positions.items()
    ]
    mask = masks[0]
    for other in masks[1:]:
        mask = emitter.binary(arithmetic.AndOp, mask, other)
    return [emitter.select(mask, laid_out, operand)]


def _laid_out(emitter: Emitter, update: SSAValue, type_: Tensor, positions: Mapping[int, SSAValue]) -> SSAValue:
    """The update where it falls on a shard; `positions` are the shard's first elements, counted from the update's."""
    shape, scalar = type_.get_shape(), tensor_type(next(iter(positions.values())))
    padded = _with_margins(emitter, update, [size if dim in positions else 0 for dim, size in enumerate(shape)])
    starts = [
        emitter.binary(arithmetic.AddOp, positions[dim], emitter.constant(scalar, size))
        if dim in positions
        else emitter.constant(scalar, 0)
        for dim, size in enumerate(shape)
    ]
    return emitter.emit(slicing.DynamicSliceOp, [padded, *starts], type_, slice_sizes=integers(shape))
