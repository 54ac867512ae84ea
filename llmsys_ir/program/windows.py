"""Windows of a sharded dim: each device gets a run of elements, of which others may hold some.

A device holds the elements of its shard, wants others, and gets what it lacks from its neighbours, or from all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xdsl.dialects.builtin import ArrayAttr, DenseArrayBase, SymbolRefAttr, TensorType, i16, i64
from xdsl.ir import SSAValue

from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.dialects.mesh import MeshAxesArrayAttr
from llmsys_ir.dialects.stablehlo import arithmetic, slicing
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.stablehlo_emitter import Emitter, integers
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Axes


@dataclass(frozen=True)
class Position:
    """The number of an element, which may differ between devices.

    It is `base`, and for some mesh axes a step times the device's number along them.
    """

    base: int
    steps: Mapping[Axes, int] = field(default_factory=dict[Axes, int])

    @classmethod
    def along(cls, axes: Axes, step: int, base: int = 0) -> Position:
        """`base + step * n` on device `n` along `axes`."""
        return cls(base, {axes: step} if axes and step else {})

    def __add__(self, other: int) -> Position:
        return Position(self.base + other, self.steps)

    def __sub__(self, other: Position) -> Position:
        both = {axes: self.steps.get(axes, 0) - other.steps.get(axes, 0) for axes in (*self.steps, *other.steps)}
        return Position(self.base - other.base, {axes: step for axes, step in both.items() if step})

    def bounds(self, mesh: Mesh) -> tuple[int, int]:
        """The smallest and the largest of all devices."""
        ends = [step * (mesh.size(axes) - 1) for axes, step in self.steps.items()]
        return self.base + sum(min(end, 0) for end in ends), self.base + sum(max(end, 0) for end in ends)

    def emit(self, emitter: Emitter) -> SSAValue:
        """A scalar tensor of i64."""
        scalar = TensorType(i64, [])
        value = emitter.constant(scalar, self.base)
        for axes, step in self.steps.items():
            value = emitter.binary(arithmetic.AddOp, value, emitter.shard_start(axes, step, i64))
        return value


@dataclass(frozen=True)
class Held:
    """The elements of one dim that a device holds: all of the tensor's dim, or a run that starts at `start`."""

    value: SSAValue
    dim: int
    start: Position

    @property
    def size(self) -> int:
        """How many there are."""
        return tensor_type(self.value).get_shape()[self.dim]


@dataclass(frozen=True)
class Wanted:
    """A run of `length` elements that a device wants; those that the tensor lacks are `fill`, a scalar tensor."""

    start: Position
    length: int
    fill: SSAValue


def shard(value: SSAValue, dim: int, axes: Axes) -> Held:
    """What a device holds of a dim that is sharded over `axes`."""
    return Held(value, dim, Position.along(axes, tensor_type(value).get_shape()[dim]))


def window(emitter: Emitter, value: SSAValue, dim: int, axes: Axes, wanted: Wanted) -> SSAValue:
    """What a device wants of a dim that is sharded over `axes`, from whoever holds it."""
    return cut(emitter, with_neighbours(emitter, shard(value, dim, axes), axes, wanted), wanted)


def halos(held: Held, axes: Axes, wanted: Wanted, mesh: Mesh) -> tuple[int, int] | None:
    """How many elements devices lack at both ends of their shards; None if all of the dim is needed, or costs less."""
    count, size = mesh.size(axes), held.size
    low = high = 0
    for device in range(count):
        start = wanted.start.base + wanted.start.steps.get(axes, 0) * device
        first, end = max(start, 0), min(start + wanted.length, count * size)
        if first < end:
            low, high = max(low, device * size - first), max(high, end - (device + 1) * size)
    fits = max(low, high) <= size and low + high < (count - 1) * size
    return (low, high) if fits or not axes else None


def with_neighbours(emitter: Emitter, held: Held, axes: Axes, wanted: Wanted) -> Held:
    """A shard with all that a device wants of other shards."""
    found = halos(held, axes, wanted, emitter.mesh)
    if found is None:
        return gathered(emitter, held, axes)
    if not any(found):
        return held
    low, high = found
    value = _padded(emitter, held.value, held.dim, (low, high), wanted.fill)
    lists = [DenseArrayBase.from_list(i16, axes if dim == held.dim else []) for dim in range(held.dim + 1)]
    properties = {
        "mesh": SymbolRefAttr(emitter.mesh.name),
        "split_axes": MeshAxesArrayAttr(ArrayAttr(lists)),
        "static_halo_sizes": integers(found),
    }
    updated = emitter.emit(mesh_dialect.UpdateHaloOp, [value], tensor_type(value), **properties)
    return Held(updated, held.dim, held.start + -low)


def gathered(emitter: Emitter, held: Held, axes: Axes) -> Held:
    """All shards of a dim together."""
    if not axes:
        return held
    type_ = tensor_type(held.value)
    shape = [size * emitter.mesh.size(axes) if dim == held.dim else size for dim, size in enumerate(type_.get_shape())]
    result = TensorType(type_.element_type, shape)
    op = mesh_dialect.AllGatherOp.along(held.value, emitter.mesh.name, axes, held.dim, result)
    return Held(emitter.insert(op), held.dim, Position(0))


def cut(emitter: Emitter, held: Held, wanted: Wanted) -> SSAValue:
    """The part that a device wants of what it holds; what it does not hold is filled."""
    offset = wanted.start - held.start
    least, most = offset.bounds(emitter.mesh)
    if not offset.steps and -wanted.length < least < held.size:
        return _padded(emitter, held.value, held.dim, (-least, least + wanted.length - held.size), wanted.fill)
    low, high = (min(max(count, 0), wanted.length) for count in (-least, most + wanted.length - held.size))
    value = _padded(emitter, held.value, held.dim, (low, high), wanted.fill)
    sizes = list(tensor_type(value).get_shape())
    zero = emitter.constant(TensorType(i64, []), 0)
    start = (offset + low).emit(emitter)
    starts = [start if dim == held.dim else zero for dim in range(len(sizes))]
    sizes[held.dim] = wanted.length
    type_ = TensorType(tensor_type(value).element_type, sizes)
    return emitter.emit(slicing.DynamicSliceOp, [value, *starts], type_, slice_sizes=integers(sizes))


def _padded(emitter: Emitter, value: SSAValue, dim: int, amounts: tuple[int, int], fill: SSAValue) -> SSAValue:
    """A tensor with elements put at both ends of a dim, or taken away where the amount is negative."""
    low, high = amounts
    shape = list(tensor_type(value).get_shape())
    if low <= 0 and high <= 0:
        return sliced(emitter, value, {dim: (-low, shape[dim] + high, 1)})
    lists = [[amount if at == dim else 0 for at in range(len(shape))] for amount in (low, high, 0)]
    shape[dim] += low + high
    names = ("edge_padding_low", "edge_padding_high", "interior_padding")
    properties = dict(zip(names, map(integers, lists), strict=True))
    return emitter.emit(slicing.PadOp, [value, fill], TensorType(tensor_type(value).element_type, shape), **properties)


Range = tuple[int, int, int]
"""First, end and stride."""


def sliced(emitter: Emitter, value: SSAValue, ranges: Mapping[int, Range]) -> SSAValue:
    """A slice along some dims; the value itself if it takes everything."""
    shape = tensor_type(value).get_shape()
    every: Sequence[Range] = [ranges.get(dim, (0, size, 1)) for dim, size in enumerate(shape)]
    if all(given == (0, size, 1) for given, size in zip(every, shape, strict=True)):
        return value
    type_ = TensorType(tensor_type(value).element_type, [len(range(*given)) for given in every])
    names = ("start_indices", "limit_indices", "strides")
    properties = dict(zip(names, map(integers, zip(*every, strict=True)), strict=True))
    return emitter.emit(slicing.SliceOp, [value], type_, **properties)
