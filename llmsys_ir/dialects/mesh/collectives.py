"""Collectives: what the devices of a mesh do together."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from math import prod
from typing import ClassVar

from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    I16,
    I64,
    DenseArrayBase,
    FlatSymbolRefAttr,
    IndexType,
    IntegerAttr,
    SymbolRefAttr,
    i16,
    i64,
)
from xdsl.ir import (
    Attribute,
    SSAValue,
)
from xdsl.irdl import (
    IRDLOperation,
    irdl_op_definition,
    operand_def,
    opt_prop_def,
    prop_def,
    result_def,
    traits_def,
    var_operand_def,
)
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import BareVerifyException
from llmsys_ir.dialects.mesh.attributes import NO_AXES, ReductionKindAttr
from llmsys_ir.dialects.mesh.directives import AxesList, DeviceIndex
from llmsys_ir.dialects.mesh.structure import find_mesh, verify_axes, verify_tensor
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.sharding.sharding import ReductionKind


class CollectiveOp(IRDLOperation, ABC):
    """A collective: devices that differ only along `mesh_axes` form a group, ordered with the first axis outermost."""

    LEAST_RANK: ClassVar[int] = 1
    """The least rank of the tensors that it works on."""

    input = operand_def()
    mesh = prop_def(FlatSymbolRefAttr)
    mesh_axes = prop_def(DenseArrayBase[I16], default_value=NO_AXES)
    result = result_def()

    custom_directives = (AxesList,)

    def __init__(
        self,
        source: SSAValue,
        mesh: str,
        mesh_axes: Sequence[int],
        result_type: Attribute,
        properties: dict[str, Attribute] | None = None,
    ):
        common = {"mesh": SymbolRefAttr(mesh), "mesh_axes": DenseArrayBase.from_list(i16, mesh_axes)}
        super().__init__(operands=[source], result_types=[result_type], properties=common | (properties or {}))

    @property
    def axes(self) -> tuple[int, ...]:
        """The mesh axes along which devices form a group."""
        return tuple(self.mesh_axes.get_values())

    def verify_(self) -> None:
        """Check the types, the axes, and what is particular to this collective."""
        for what, value in (("operand", self.input), ("result", self.result)):
            verify_tensor(f"{what} #0", value, self.LEAST_RANK)
        shape = verify_axes(self, self.mesh, self.axes)
        group = [shape[axis] for axis in self.axes]
        self.verify_types(DYNAMIC_INDEX if DYNAMIC_INDEX in group else prod(group))

    def verify_types(self, group: int, /) -> None:
        """Check the operand and result types for groups of `group` devices."""

    def _verify_same_element_type(self) -> None:
        if _element(self.input) != _element(self.result):
            raise VerifyException("requires the same element type for all operands and results")

    def _verify_same_shape(self) -> None:
        if len(_shape(self.input)) != len(_shape(self.result)) or any(
            DYNAMIC_INDEX not in pair and pair[0] != pair[1]
            for pair in zip(_shape(self.input), _shape(self.result), strict=True)
        ):
            raise VerifyException("requires the same shape for all operands and results")

    def _verify_result_shape(self, expected: Sequence[int]) -> None:
        """Check the result's shape; a static size where the expected one is unknown is an error too."""
        found = _shape(self.result)
        if len(found) != len(expected):
            raise VerifyException("result type has different rank than operands")
        for axis, (wanted, got) in enumerate(zip(expected, found, strict=True)):
            if got not in (wanted, DYNAMIC_INDEX):
                wanted_text = "dynamic" if wanted == DYNAMIC_INDEX else str(wanted)
                raise BareVerifyException(
                    f"Dimension size mismatch for result axis {axis}. Expected {wanted_text}, but got {got}."
                )

    def _verify_axis(self, what: str, axis: int) -> None:
        rank = len(_shape(self.input))
        if not 0 <= axis < rank:
            raise BareVerifyException(f"{what} axis {axis} is out of bounds [0, {rank}).")


def _shape(value: SSAValue) -> tuple[int, ...]:
    return tensor_type(value).get_shape()


def _element(value: SSAValue) -> Attribute:
    return tensor_type(value).element_type


def _divided(shape: Sequence[int], axis: int, group: int) -> tuple[int, ...]:
    """The shape after splitting `axis` among `group` devices."""
    size = shape[axis]
    if DYNAMIC_INDEX in (size, group):
        return (*shape[:axis], DYNAMIC_INDEX, *shape[axis + 1 :])
    if size % group:
        raise BareVerifyException(
            f"Operand dimension size {size} is not divisible by collective device group size {group} for tensor "
            f"axis {axis}."
        )
    return (*shape[:axis], size // group, *shape[axis + 1 :])


def _multiplied(shape: Sequence[int], axis: int, group: int) -> tuple[int, ...]:
    """The shape after joining the shards of `group` devices along `axis`."""
    size = DYNAMIC_INDEX if DYNAMIC_INDEX in (shape[axis], group) else shape[axis] * group
    return (*shape[:axis], size, *shape[axis + 1 :])


def _index(value: int) -> IntegerAttr[IndexType]:
    return IntegerAttr.from_index_int_value(value)


@irdl_op_definition
class AllGatherOp(CollectiveOp):
    """Joins the shards of a group along a tensor axis, in the group's order."""

    name = "mesh.all_gather"

    gather_axis = prop_def(IntegerAttr[IndexType])

    traits = traits_def(Pure())
    assembly_format = (
        "$input `on` $mesh (`mesh_axes` `=` custom<AxesList>($mesh_axes)^)? `gather_axis` `=` $gather_axis attr-dict "
        "`:` type($input) `->` type($result)"
    )

    @classmethod
    def along(cls, source: SSAValue, mesh: str, axes: Sequence[int], tensor_axis: int, result_type: Attribute):
        """Gather along `tensor_axis`."""
        return cls(source, mesh, axes, result_type, {"gather_axis": _index(tensor_axis)})

    def verify_types(self, group: int, /) -> None:
        """Check that the gathered axis grows by the group's size."""
        self._verify_same_element_type()
        axis = self.gather_axis.value.data
        self._verify_axis("Gather", axis)
        self._verify_result_shape(_multiplied(_shape(self.input), axis, group))


@irdl_op_definition
class AllReduceOp(CollectiveOp):
    """Reduces over a group and gives every device the result."""

    name = "mesh.all_reduce"
    LEAST_RANK: ClassVar[int] = 0

    reduction = prop_def(ReductionKindAttr, default_value=ReductionKindAttr(ReductionKind.SUM))

    traits = traits_def(Pure())
    assembly_format = (
        "$input `on` $mesh (`mesh_axes` `=` custom<AxesList>($mesh_axes)^)? (`reduction` `=` $reduction^)? attr-dict "
        "`:` type($input) `->` type($result)"
    )

    @classmethod
    def over(cls, source: SSAValue, mesh: str, axes: Sequence[int], kind: ReductionKind):
        """Reduce `source` along mesh `axes`."""
        return cls(source, mesh, axes, source.type, {"reduction": ReductionKindAttr(kind)})

    def verify_types(self, _: int, /) -> None:
        """Check that the shape stays; the element type may change."""
        self._verify_same_shape()


@irdl_op_definition
class AllSliceOp(CollectiveOp):
    """Keeps each device's slice of a value that the whole group holds."""

    name = "mesh.all_slice"

    slice_axis = prop_def(IntegerAttr[IndexType])

    traits = traits_def(Pure())
    assembly_format = (
        "$input `on` $mesh (`mesh_axes` `=` custom<AxesList>($mesh_axes)^)? `slice_axis` `=` $slice_axis attr-dict "
        "`:` type($input) `->` type($result)"
    )

    @classmethod
    def along(cls, source: SSAValue, mesh: str, axes: Sequence[int], tensor_axis: int, result_type: Attribute):
        """Slice along `tensor_axis`."""
        return cls(source, mesh, axes, result_type, {"slice_axis": _index(tensor_axis)})

    def verify_types(self, group: int, /) -> None:
        """Check that the sliced axis shrinks by the group's size."""
        self._verify_same_element_type()
        axis = self.slice_axis.value.data
        self._verify_axis("Slice", axis)
        self._verify_result_shape(_divided(_shape(self.input), axis, group))


@irdl_op_definition
class AllToAllOp(CollectiveOp):
    """Splits along one tensor axis, sends part `i` to device `i` of the group, and joins along another axis."""

    name = "mesh.all_to_all"

    split_axis = prop_def(IntegerAttr[IndexType])
    concat_axis = prop_def(IntegerAttr[IndexType])

    traits = traits_def(Pure())
    assembly_format = (
        "$input `on` $mesh (`mesh_axes` `=` custom<AxesList>($mesh_axes)^)? `split_axis` `=` $split_axis "
        "`concat_axis` `=` $concat_axis attr-dict `:` type($input) `->` type($result)"
    )

    @classmethod
    def between(cls, source: SSAValue, mesh: str, axes: Sequence[int], split: int, concat: int, result_type: Attribute):
        """Split along tensor axis `split` and join along `concat`."""
        properties: dict[str, Attribute] = {"split_axis": _index(split), "concat_axis": _index(concat)}
        return cls(source, mesh, axes, result_type, properties)

    def verify_types(self, group: int, /) -> None:
        """Check that one axis shrinks and the other grows by the group's size."""
        self._verify_same_element_type()
        split, concat = self.split_axis.value.data, self.concat_axis.value.data
        self._verify_axis("Split", split)
        self._verify_axis("Concat", concat)
        joined = _multiplied(_shape(self.input), concat, group)
        self._verify_result_shape(_divided(joined, split, group))


@irdl_op_definition
class ReduceScatterOp(CollectiveOp):
    """Reduces over a group and leaves each device its slice of the result."""

    name = "mesh.reduce_scatter"

    reduction = prop_def(ReductionKindAttr, default_value=ReductionKindAttr(ReductionKind.SUM))
    scatter_axis = prop_def(IntegerAttr[IndexType])

    traits = traits_def(Pure())
    assembly_format = (
        "$input `on` $mesh (`mesh_axes` `=` custom<AxesList>($mesh_axes)^)? (`reduction` `=` $reduction^)? "
        "`scatter_axis` `=` $scatter_axis attr-dict `:` type($input) `->` type($result)"
    )

    @classmethod
    def along(
        cls,
        source: SSAValue,
        mesh: str,
        axes: Sequence[int],
        tensor_axis: int,
        kind: ReductionKind,
        result_type: Attribute,
    ):
        """Reduce, and scatter along `tensor_axis`."""
        properties: dict[str, Attribute] = {
            "reduction": ReductionKindAttr(kind),
            "scatter_axis": _index(tensor_axis),
        }
        return cls(source, mesh, axes, result_type, properties)

    def verify_types(self, group: int, /) -> None:
        """Check that the scattered axis shrinks by the group's size; the element type may change."""
        axis = self.scatter_axis.value.data
        self._verify_axis("Scatter", axis)
        self._verify_result_shape(_divided(_shape(self.input), axis, group))


class _PointToPointOp(CollectiveOp, ABC):
    """Sends to, or receives from, the device of the group with given coordinates, static or dynamic."""

    DEVICE_NAME: ClassVar[str]

    def verify_types(self, _: int, /) -> None:
        """Check the device's coordinates and that the type stays."""
        static, dynamic = self.device()
        if static is None:
            return
        shape = find_mesh(self, self.mesh).shape.get_values()
        if len(static) != len(self.axes):
            raise BareVerifyException(
                f'In-group device "{self.DEVICE_NAME}" has unexpected multi-index size {len(static)}. '
                f"Expected {len(self.axes)}."
            )
        for position, (coordinate, axis) in enumerate(zip(static, self.axes, strict=True)):
            size = shape[axis]
            if DYNAMIC_INDEX not in (coordinate, size) and not 0 <= coordinate < size:
                raise BareVerifyException(
                    f'Out of bounds coordinate {position} for in-group device "{self.DEVICE_NAME}". '
                    f"Got {coordinate}, but expected value in the range [0, {size - 1}]."
                )
        if tuple(static).count(DYNAMIC_INDEX) != len(dynamic):
            raise VerifyException(
                f"expected {tuple(static).count(DYNAMIC_INDEX)} dynamic coordinates of device "
                f'"{self.DEVICE_NAME}", got {len(dynamic)}'
            )
        for what in ("shape", "element type"):
            same = _shape if what == "shape" else _element
            if same(self.input) != same(self.result):
                raise VerifyException(f"failed to verify that all of {{input, result}} have same {what}")

    def device(self) -> tuple[Sequence[int] | None, Sequence[SSAValue]]:
        """The device's static coordinates, with a marker for each dynamic one, and the dynamic ones."""
        raise AssertionError("defined by each op")


def _point_to_point(
    op: type[SendOp] | type[RecvOp],
    source: SSAValue,
    mesh: str,
    axes: Sequence[int],
    device: Sequence[SSAValue],
):
    dynamic = DenseArrayBase.from_list(i64, [DYNAMIC_INDEX] * len(device))
    return op.build(
        operands=[source, list(device)],
        result_types=[source.type],
        properties={
            "mesh": SymbolRefAttr(mesh),
            "mesh_axes": DenseArrayBase.from_list(i16, axes),
            op.DEVICE_NAME: dynamic,
        },
    )


@irdl_op_definition
class SendOp(_PointToPointOp):
    """Sends a value to one device of the group; the result hands it on to the matching `mesh.recv`."""

    name = "mesh.send"
    DEVICE_NAME: ClassVar[str] = "destination"

    input = operand_def()
    destination = prop_def(DenseArrayBase[I64])
    destination_dynamic = var_operand_def(IndexType)

    assembly_format = (
        "$input `on` $mesh (`mesh_axes` `=` custom<AxesList>($mesh_axes)^)? "
        "`destination` `=` custom<DeviceIndex>($destination_dynamic, $destination) attr-dict "
        "`:` functional-type(operands, results)"
    )
    custom_directives = (AxesList, DeviceIndex)

    @classmethod
    def to_device(cls, source: SSAValue, mesh: str, axes: Sequence[int], device: Sequence[SSAValue]):
        """Send to the device at these coordinates along `axes`."""
        return _point_to_point(cls, source, mesh, axes, device)

    def device(self) -> tuple[Sequence[int] | None, Sequence[SSAValue]]:
        """The destination."""
        return self.destination.get_values(), self.destination_dynamic


@irdl_op_definition
class RecvOp(_PointToPointOp):
    """Receives the value that a device of the group sent."""

    name = "mesh.recv"
    DEVICE_NAME: ClassVar[str] = "source"

    input = operand_def()
    source = opt_prop_def(DenseArrayBase[I64])
    source_dynamic = var_operand_def(IndexType)

    assembly_format = (
        "$input `on` $mesh (`mesh_axes` `=` custom<AxesList>($mesh_axes)^)? "
        "(`source` `=` custom<DeviceIndex>($source_dynamic, $source)^)? attr-dict "
        "`:` functional-type(operands, results)"
    )
    custom_directives = (AxesList, DeviceIndex)

    @classmethod
    def from_device(cls, source: SSAValue, mesh: str, axes: Sequence[int], device: Sequence[SSAValue]):
        """Receive from the device at these coordinates along `axes`."""
        return _point_to_point(cls, source, mesh, axes, device)

    def device(self) -> tuple[Sequence[int] | None, Sequence[SSAValue]]:
        """The source, if it is given."""
        return (None if self.source is None else self.source.get_values()), self.source_dynamic
