"""Emitting StableHLO's collectives among the devices of a mesh, and what differs between devices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xdsl.builder import Builder
from xdsl.dialects.builtin import (
    DenseArrayBase,
    IntegerAttr,
    IntegerType,
    Signedness,
    TensorType,
    UnitAttr,
    i1,
    i32,
    i64,
)
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue

from llmsys_ir.dialects.stablehlo import (
    arithmetic,
    collectives,
    conversion,
    creation,
    reduction,
    reshaping,
    selection,
    slicing,
)
from llmsys_ir.dialects.stablehlo.attributes import ChannelHandle, ChannelHandleAttr
from llmsys_ir.dialects.stablehlo.control import ReturnOp
from llmsys_ir.dialects.stablehlo.elementwise import BinaryOp
from llmsys_ir.dialects.tensors import Dense, Tensor, dense_from, splat, tensor_type
from llmsys_ir.program.device_scalars import DeviceScalars, PerDevice
from llmsys_ir.sharding.sharding import ReductionKind

_COMBINERS: Mapping[ReductionKind, type[BinaryOp]] = {
    ReductionKind.SUM: arithmetic.AddOp,
    ReductionKind.PRODUCT: arithmetic.MultiplyOp,
    ReductionKind.MAX: arithmetic.MaximumOp,
    ReductionKind.MIN: arithmetic.MinimumOp,
    ReductionKind.BITWISE_AND: arithmetic.AndOp,
    ReductionKind.BITWISE_OR: arithmetic.OrOp,
    ReductionKind.BITWISE_XOR: arithmetic.XorOp,
}

_BETWEEN_DEVICES = 1
"""The number and the kind of a channel between devices; one number does for all collectives."""

_ID = IntegerType(32, Signedness.UNSIGNED)


@dataclass(frozen=True)
class CollectiveEmitter:
    """Emits ops at a builder's insertion point."""

    builder: Builder
    devices: DeviceScalars

    def all_gather(self, value: SSAValue, axes: Sequence[int], dim: int, type_: Tensor) -> SSAValue:
        """What a group holds, one after the other along a dim."""
        properties = {**self._group(axes), "all_gather_dim": IntegerAttr(dim, i64), **_GLOBAL_IDS}
        return self._emit(collectives.AllGatherOp, [value], type_, properties)

    def all_reduce(self, value: SSAValue, axes: Sequence[int], kind: ReductionKind, element: Attribute) -> SSAValue:
        """What a group holds combined, in another element type first.

        Raises:
            ValueError: no op combines so.
        """
        value = self._converted(value, element)
        if not _is_known_to_xla(kind, element):
            return self._reduced_here(value, axes, kind)
        properties = {**self._group(axes), **_GLOBAL_IDS}
        region = _combining(kind, element)
        return self._emit(collectives.AllReduceOp, [value], tensor_type(value), properties, [region])

    def _reduced_here(self, value: SSAValue, axes: Sequence[int], kind: ReductionKind) -> SSAValue:
        """What a group holds, gathered and combined on each device."""
        type_ = tensor_type(value)
        element, shape = type_.element_type, type_.get_shape()
        row = self._emit(reshaping.ReshapeOp, [value], TensorType(element, [1, *shape]))
        rows = TensorType(element, [self.devices.mesh.size(axes), *shape])
        init = self.constant(splat(TensorType(element, []), -1 if kind is ReductionKind.BITWISE_AND else 0))
        properties: dict[str, Attribute] = {"dimensions": DenseArrayBase.from_list(i64, [0])}
        operands = [self.all_gather(row, axes, 0, rows), init]
        return self._emit(reduction.ReduceOp, operands, type_, properties, [_combining(kind, element)])

    def reduce_scatter(
        self, value: SSAValue, axes: Sequence[int], dim: int, kind: ReductionKind, type_: Tensor
    ) -> SSAValue:
        """A part along a dim of what a group holds combined.

        Raises:
            ValueError: no op combines so.
        """
        value = self._converted(value, type_.element_type)
        if not _is_known_to_xla(kind, type_.element_type):
            return self.part(self._reduced_here(value, axes, kind), axes, dim, type_)
        properties = {**self._group(axes), "scatter_dimension": IntegerAttr(dim, i64), **_GLOBAL_IDS}
        region = _combining(kind, type_.element_type)
        return self._emit(collectives.ReduceScatterOp, [value], type_, properties, [region])

    def all_to_all(self, value: SSAValue, axes: Sequence[int], split: int, concat: int, type_: Tensor) -> SSAValue:
        """The parts along the dim `split` that are this device's, one after the other along the dim `concat`."""
        numbers = {
            "split_dimension": split,
            "concat_dimension": concat,
            "split_count": self.devices.mesh.size(axes),
        }
        properties = {**self._group(axes), **{name: IntegerAttr(number, i64) for name, number in numbers.items()}}
        return self._emit(collectives.AllToAllOp, [value], type_, properties)

    def permute(self, value: SSAValue, source: PerDevice) -> SSAValue:
        """What the device holds whose number each device has in `source`."""
        pairs = [[int(number), target] for target, number in enumerate(source)]
        properties = {"source_target_pairs": _rows(pairs), "channel_handle": _CHANNEL}
        return self._emit(collectives.CollectivePermuteOp, [value], tensor_type(value), properties)

    def part(self, value: SSAValue, axes: Sequence[int], dim: int, type_: Tensor) -> SSAValue:
        """This device's part along a dim, of those of its group along `axes`."""
        sizes = type_.get_shape()
        zero = self.constant(splat(TensorType(i32, []), 0))
        start = self.of_device(self.devices.places(axes) * sizes[dim], i32)
        starts = [start if at == dim else zero for at in range(len(sizes))]
        properties: dict[str, Attribute] = {"slice_sizes": DenseArrayBase.from_list(i64, list(sizes))}
        return self._emit(slicing.DynamicSliceOp, [value, *starts], type_, properties)

    def update_halo(
        self, value: SSAValue, dim: int, axes: Sequence[int], halo: tuple[int, int], owned: Mapping[int, range]
    ) -> SSAValue:
        """A value with the halo of one dim filled from the neighbours along `axes`, as far as there are any.

        Args:
            value: the value with its halos.
            dim: the dim.
            axes: the mesh axes that split it.
            halo: how many elements it has of the neighbour before and of the one after.
            owned: the elements of dims that are not filled yet which the device holds itself, this dim's included.
        """
        place, count = self.devices.places(axes), self.devices.mesh.size(axes)
        shape = tensor_type(value).get_shape()
        start, stop = owned[dim].start, owned[dim].stop
        sides = (
            (-1, range(stop - halo[0], stop), range(start), place > 0),
            (1, range(start, start + halo[1]), range(stop, stop + halo[1]), place < count - 1),
        )
        for step, sent, kept, has_neighbour in sides:
            if not kept:
                continue
            coordinates = self.devices.digits((place + step) % count, axes)
            source = self.devices.partners(axes, coordinates)
            ranges = [owned.get(at, range(size)) for at, size in enumerate(shape)]
            received = self.permute(self._slice(value, [*ranges[:dim], sent, *ranges[dim + 1 :]]), source)
            place_of_halo = [*ranges[:dim], kept, *ranges[dim + 1 :]]
            chosen = self.select(self.of_device(has_neighbour, i1), received, self._slice(value, place_of_halo))
            starts = [self.constant(splat(TensorType(i32, []), part.start)) for part in place_of_halo]
            value = self._emit(slicing.DynamicUpdateSliceOp, [value, chosen, *starts], tensor_type(value), {})
        return value

    def _slice(self, value: SSAValue, ranges: Sequence[range]) -> SSAValue:
        bounds = ([part.start for part in ranges], [part.stop for part in ranges], [1] * len(ranges))
        names = ("start_indices", "limit_indices", "strides")
        properties = {name: DenseArrayBase.from_list(i64, part) for name, part in zip(names, bounds, strict=True)}
        type_ = TensorType(tensor_type(value).element_type, list(map(len, ranges)))
        return self._emit(slicing.SliceOp, [value], type_, properties)

    def of_device(self, values: PerDevice, element: Attribute) -> SSAValue:
        """A scalar of which each device has another value: a table, and its place in it."""
        listed: list[int] = [int(value) for value in values]
        scalar = TensorType(element, [])
        if len(set(listed)) == 1:
            return self.constant(splat(scalar, listed[0]))
        table = self.constant(dense_from(TensorType(element, [len(listed)]), listed))
        number = self._emit(creation.PartitionIdOp, [], TensorType(_ID, []))
        properties: dict[str, Attribute] = {"slice_sizes": DenseArrayBase.from_list(i64, [1])}
        found = self._emit(slicing.DynamicSliceOp, [table, number], TensorType(element, [1]), properties)
        return self._emit(reshaping.ReshapeOp, [found], scalar)

    def constant(self, value: Dense) -> SSAValue:
        """A constant tensor."""
        return self.builder.insert(creation.ConstantOp(value)).results[0]

    def select(self, condition: SSAValue, value: SSAValue, other: SSAValue) -> SSAValue:
        """The value where the condition holds, else the other."""
        return self._emit(selection.SelectOp, [condition, value, other], tensor_type(value))

    def _converted(self, value: SSAValue, element: Attribute) -> SSAValue:
        type_ = tensor_type(value)
        if type_.element_type == element:
            return value
        return self._emit(conversion.ConvertOp, [value], TensorType(element, type_.get_shape()))

    def _group(self, axes: Sequence[int]) -> dict[str, Attribute]:
        return {"replica_groups": _rows(self.devices.groups(axes)), "channel_handle": _CHANNEL}

    def _emit(
        self,
        op: type[Operation],
        operands: Sequence[SSAValue],
        type_: Tensor,
        properties: Mapping[str, Attribute] | None = None,
        regions: Sequence[Region] = (),
    ) -> SSAValue:
        made = op.create(operands=operands, result_types=[type_], properties=properties or {}, regions=regions)
        return self.builder.insert(made).results[0]


_CHANNEL = ChannelHandleAttr(ChannelHandle(_BETWEEN_DEVICES, _BETWEEN_DEVICES))
_GLOBAL_IDS: Mapping[str, Attribute] = {"use_global_device_ids": UnitAttr()}


def _rows(rows: Sequence[Sequence[int]]) -> Dense:
    type_ = TensorType(i64, [len(rows), len(rows[0])])
    return dense_from(type_, [number for row in rows for number in row])


def _is_known_to_xla(kind: ReductionKind, element: Attribute) -> bool:
    """Whether XLA has a collective for a reduction: it knows bitwise ones of booleans only, and no `xor`."""
    if element == i1:
        return kind not in (ReductionKind.SUM, ReductionKind.BITWISE_XOR)
    return kind not in (ReductionKind.BITWISE_AND, ReductionKind.BITWISE_OR, ReductionKind.BITWISE_XOR)


def _combining(kind: ReductionKind, element: Attribute) -> Region:
    """A region that combines two scalars; booleans are added modulo 2."""
    combiner = arithmetic.XorOp if kind is ReductionKind.SUM and element == i1 else _COMBINERS.get(kind)
    if combiner is None:
        raise ValueError(f"a reduction of kind '{kind}' has no counterpart in StableHLO")
    block = Block(arg_types=[TensorType(element, [])] * 2)
    result = combiner(block.args[0], block.args[1])
    block.add_ops([result, ReturnOp.create(operands=[result.result])])
    return Region(block)
