"""Local forms of stablehlo ops that know positions: counts, slices, gathers, scatters, grouped convolutions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from xdsl.dialects import arith, tensor
from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, IntegerType, TensorType, i1, i32, i64
from xdsl.ir import Attribute, Operation, SSAValue

from llmsys_ir.dialects.stablehlo import arithmetic, conversion, creation, enums, reshaping, selection, slicing
from llmsys_ir.dialects.tensors import Tensor, splat, tensor_type, zeros
from llmsys_ir.program.local_forms import LocalForm, Localizer, constant, taken_in_full
from llmsys_ir.program.shard_starts import shard_start
from llmsys_ir.program.signature import signature_of
from llmsys_ir.sharding.rules.stablehlo.indexing import Indexing
from llmsys_ir.sharding.sharding import Axes


@dataclass(frozen=True)
class _Emitter:
    """Emits ops on integers and booleans of a localizer."""

    local: Localizer

    def emit(
        self, op: type[Operation], operands: Sequence[SSAValue], type_: Tensor, **properties: Attribute
    ) -> SSAValue:
        """An op with one result."""
        made = op.create(operands=operands, result_types=[type_], properties=properties)
        return self.local.builder.insert(made).results[0]

    def binary(self, op: type[Operation], left: SSAValue, right: SSAValue) -> SSAValue:
        """An elementwise op on two tensors of one type."""
        return self.emit(op, [left, right], tensor_type(left))

    def constant(self, type_: Tensor, value: int) -> SSAValue:
        """A splat of an integer."""
        return self.local.builder.insert(creation.ConstantOp(splat(type_, value))).results[0]

    def zeros(self, type_: Tensor) -> SSAValue:
        """Zeros of any element type."""
        return self.local.builder.insert(creation.ConstantOp(zeros(type_))).results[0]

    def countable(self, value: SSAValue) -> SSAValue:
        """Integers of at least 32 bits, which can number the elements of any dim."""
        shape, element = tensor_type(value).get_shape(), tensor_type(value).element_type
        if _integer(element).width.data >= 32:
            return value
        return self.emit(conversion.ConvertOp, [value], TensorType(i32, shape))

    def shard_start(self, axes: Axes, size: int, element: Attribute) -> SSAValue:
        """Where a device's shard of `size` elements starts in a dim that is split over `axes`: a scalar integer."""
        if not axes:
            return self.constant(TensorType(element, []), 0)
        builder = self.local.builder
        start = shard_start(builder, self.local.mesh, axes, size)
        integer = IntegerType(_integer(element).width.data)
        scalar = builder.insert(arith.IndexCastOp(start, integer)).result
        made = self.emit(tensor.FromElementsOp, [scalar], TensorType(integer, []))
        return made if integer == element else self.emit(conversion.ConvertOp, [made], TensorType(element, []))

    def broadcast(self, value: SSAValue, shape: Sequence[int], dims: Sequence[int]) -> SSAValue:
        """A tensor whose dim `i` is dim `dims[i]` of the result."""
        type_ = TensorType(tensor_type(value).element_type, shape)
        properties = {"broadcast_dimensions": DenseArrayBase.from_list(i64, dims)}
        return self.emit(reshaping.BroadcastInDimOp, [value], type_, **properties)

    def count(self, type_: Tensor, dim: int) -> SSAValue:
        """Positions along a dim."""
        return self.emit(creation.IotaOp, [], type_, iota_dimension=IntegerAttr(dim, i64))

    def within(self, value: SSAValue, size: int) -> SSAValue:
        """Whether numbers are from 0 to below `size`."""
        type_ = tensor_type(value)
        boolean = TensorType(i1, type_.get_shape())
        bounds = (("GE", 0), ("LT", size))
        sides = [
            self.emit(
                selection.CompareOp,
                [value, self.constant(type_, bound)],
                boolean,
                comparison_direction=enums.ComparisonDirectionAttr(direction),
            )
            for direction, bound in bounds
        ]
        return self.binary(arithmetic.AndOp, *sides)

    def select(self, mask: SSAValue, value: SSAValue, other: SSAValue) -> SSAValue:
        """The value where the mask holds, else the other."""
        return self.emit(selection.SelectOp, [mask, value, other], tensor_type(value))


def _integer(element: Attribute) -> IntegerType:
    """An element type that is known to be of integers."""
    return cast(IntegerType, element)


def _integers(values: Sequence[int]) -> Attribute:
    return DenseArrayBase.from_list(i64, list(values))


def _iota(local: Localizer) -> Sequence[SSAValue]:
    """Counting goes on where the shards before this one end, in integers, so that each number is rounded once."""
    dim = signature_of(local.op).integer("iota_dimension")
    axes = local.strategy.results[0].dims[dim]
    if not axes:
        return local.local_op()
    emitter, type_ = _Emitter(local), local.types[0]
    shape, element = type_.get_shape(), type_.element_type
    is_integer = isinstance(element, IntegerType)
    integer = _integer(type_.element_type) if is_integer else i32
    start = emitter.broadcast(emitter.shard_start(axes, shape[dim], integer), shape, ())
    counted = emitter.binary(arithmetic.AddOp, emitter.count(TensorType(integer, shape), dim), start)
    return [counted if is_integer else emitter.emit(conversion.ConvertOp, [counted], type_)]


def _slice(local: Localizer) -> Sequence[SSAValue]:
    """Of a sharded dim the slice ends with the last element that it takes of the shard."""
    names = ("start_indices", "limit_indices", "strides")
    ranges = zip(*map(signature_of(local.op).integers, names), strict=True)
    dims = zip(ranges, local.strategy.results[0].dims, local.types[0].get_shape(), strict=True)
    limits = [start + (size - 1) * stride + 1 if axes else limit for (start, limit, stride), axes, size in dims]
    return local.local_op({"limit_indices": _integers(limits)})


def _dynamic_slice(local: Localizer) -> Sequence[SSAValue]:
    sizes = taken_in_full(local, signature_of(local.op).integers("slice_sizes"))
    return local.local_op({"slice_sizes": _integers(sizes)})


def _convolution(local: Localizer) -> Sequence[SSAValue]:
    """Groups, the first factor where there are any, are fewer on each device."""
    signature = signature_of(local.op)
    counts = {name: signature.integer(name) for name in ("feature_group_count", "batch_group_count")}
    devices = local.mesh.size(local.strategy.factor_axes[0])
    return local.local_op({name: IntegerAttr(count // devices, i64) for name, count in counts.items() if count > 1})


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


def _along_components(
    emitter: _Emitter, indices: SSAValue, vector_dim: int, components: Sequence[SSAValue]
) -> SSAValue:
    """Scalars, one per component of the index vectors, in the shape of the indices."""
    shape = tensor_type(indices).get_shape()
    if vector_dim == len(shape):
        return emitter.broadcast(components[0], shape, ())
    vector = TensorType(tensor_type(indices).element_type, [len(components)])
    parts = [emitter.broadcast(component, [1], ()) for component in components]
    joined = emitter.emit(reshaping.ConcatenateOp, parts, vector, dimension=IntegerAttr(0, i64))
    return emitter.broadcast(joined, shape, [vector_dim])


def _shifted(emitter: _Emitter, indices: SSAValue, indexing: Indexing, lookups: Sequence[_Lookup]) -> SSAValue:
    """Indices counted from where a device's shards start."""
    element = tensor_type(indices).element_type
    starts = {lookup.component: emitter.shard_start(lookup.axes, lookup.size, element) for lookup in lookups}
    zero = emitter.constant(TensorType(element, []), 0)
    components = [starts.get(component, zero) for component in range(len(indexing.indexed))]
    start = _along_components(emitter, indices, indexing.vector_dim, components)
    return emitter.binary(arithmetic.SubtractOp, indices, start)


def _gather(local: Localizer) -> Sequence[SSAValue]:
    """Indices are clamped to the whole tensor, and what other devices hold is zero here."""
    indexing = Indexing.of_gather(signature_of(local.op))
    properties = {"slice_sizes": _integers(taken_in_full(local, indexing.taken))}
    lookups = _lookups(local, indexing)
    if not lookups:
        return local.local_op(properties)
    emitter = _Emitter(local)
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
    emitter: _Emitter, shifted: SSAValue, indexing: Indexing, lookups: Sequence[_Lookup], found: SSAValue
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
                "start_indices": _integers(starts),
                "limit_indices": _integers(limits),
                "strides": _integers([1] * len(shape)),
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


def _scatter(local: Localizer) -> Sequence[SSAValue]:
    """Indices of what other devices hold are out of bounds here, and so are left out."""
    indexing, count = Indexing.of_scatter(signature_of(local.op)), len(local.op.results)
    lookups = _lookups(local, indexing)
    if not lookups:
        return local.local_op()
    emitter = _Emitter(local)
    shifted = _shifted(emitter, emitter.countable(local.operands[count]), indexing, lookups)
    return local.local_op(operands=[*local.operands[:count], shifted, *local.operands[count + 1 :]])


def _dynamic_update_slice(local: Localizer) -> Sequence[SSAValue]:
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
    emitter, type_ = _Emitter(local), tensor_type(operand)
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


def _laid_out(emitter: _Emitter, update: SSAValue, type_: Tensor, positions: Mapping[int, SSAValue]) -> SSAValue:
    """The update where it falls on a shard; `positions` are the shard's first elements, counted from the update's."""
    shape, scalar = type_.get_shape(), tensor_type(next(iter(positions.values())))
    padding = [size if dim in positions else 0 for dim, size in enumerate(shape)]
    sizes = [size + 2 * more for size, more in zip(tensor_type(update).get_shape(), padding, strict=True)]
    zero = emitter.zeros(TensorType(type_.element_type, []))
    amounts = {
        "edge_padding_low": _integers(padding),
        "edge_padding_high": _integers(padding),
        "interior_padding": _integers([0] * len(shape)),
    }
    padded = emitter.emit(slicing.PadOp, [update, zero], TensorType(type_.element_type, sizes), **amounts)
    starts = [
        emitter.binary(arithmetic.AddOp, positions[dim], emitter.constant(scalar, size))
        if dim in positions
        else emitter.constant(scalar, 0)
        for dim, size in enumerate(shape)
    ]
    return emitter.emit(slicing.DynamicSliceOp, [padded, *starts], type_, slice_sizes=_integers(shape))


STABLEHLO_FORMS: Mapping[str, LocalForm] = {
    "stablehlo.constant": constant,
    "stablehlo.convolution": _convolution,
    "stablehlo.dynamic_slice": _dynamic_slice,
    "stablehlo.dynamic_update_slice": _dynamic_update_slice,
    "stablehlo.gather": _gather,
    "stablehlo.iota": _iota,
    "stablehlo.scatter": _scatter,
    "stablehlo.slice": _slice,
}
