"""Collectives: what the devices of a mesh do together."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar

from xdsl.dialects.builtin import I16, DenseArrayBase, FlatSymbolRefAttr
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import irdl_op_definition, prop_def, traits_def
from xdsl.traits import Pure

from llmsys_ir.dialects.grids import collectives, devices
from llmsys_ir.dialects.grids.attributes import NO_AXES
from llmsys_ir.dialects.grids.directives import AxesList, DeviceIndex, GridSymbol
from llmsys_ir.dialects.grids.values import TENSORS_OR_LATER_MEMREFS, Values
from llmsys_ir.dialects.grids.words import MESH_WORDS, Words
from llmsys_ir.dialects.mesh.attributes import SUM, ReductionKindAttr
from llmsys_ir.dialects.mesh.directives import ReductionWord
from llmsys_ir.sharding.sharding import ReductionKind

_ON = "$input `on` custom<GridSymbol>($mesh) (`mesh_axes` `=` custom<AxesList>($mesh_axes)^)? "
_REDUCTION = "(`reduction` `=` custom<ReductionWord>($reduction)^)? "
_ROOT = "`root` `=` custom<DeviceIndex>($root_dynamic, $root) "
_TYPES = "attr-dict `:` type($input) `->` type($result)"
_FUNCTION_TYPE = "attr-dict `:` functional-type(operands, results)"


class CollectiveOp(collectives.Collective, ABC):
    """A collective: devices that differ only along `mesh_axes` form a group, ordered with the first axis outermost."""

    WORDS: ClassVar[Words] = MESH_WORDS

    mesh = prop_def(FlatSymbolRefAttr)
    mesh_axes = prop_def(DenseArrayBase[I16], default_value=NO_AXES)


class _ReducingOp(CollectiveOp, ABC):
    """A collective that reduces."""

    reduction = prop_def(ReductionKindAttr, default_value=SUM)

    @property
    def kind(self) -> ReductionKind:
        """How it reduces."""
        return self.reduction.kind


@irdl_op_definition
class AllGatherOp(CollectiveOp, collectives.AllGather):
    """Joins the shards of a group along a tensor axis, in the group's order."""

    name = "mesh.all_gather"

    traits = traits_def(Pure())
    assembly_format = f"{_ON}`gather_axis` `=` $gather_axis {_TYPES}"


@irdl_op_definition
class AllReduceOp(_ReducingOp, collectives.AllReduce):
    """Reduces over a group and gives every device the result; memrefs as in LLVM 21."""

    name = "mesh.all_reduce"

    traits = traits_def(Pure())
    assembly_format = _ON + _REDUCTION + _TYPES
    custom_directives = (GridSymbol, AxesList, ReductionWord)

    INPUT: ClassVar[Values] = TENSORS_OR_LATER_MEMREFS
    RESULT: ClassVar[Values] = TENSORS_OR_LATER_MEMREFS

    @classmethod
    def over(cls, source: SSAValue, mesh: str, axes: Sequence[int], kind: ReductionKind):
        """Reduce `source` along mesh `axes`."""
        return cls(source, mesh, axes, source.type, {"reduction": ReductionKindAttr.of(kind)})

    def scattered(self, axes: Sequence[int], tensor_axis: int, result_type: Attribute) -> ReduceScatterOp:
        """The op that reduces and leaves each device its slice."""
        properties: dict[str, Attribute] = {
            "reduction": self.reduction,
            "scatter_axis": collectives.index(tensor_axis),
        }
        return ReduceScatterOp(self.input, self.mesh.root_reference.data, axes, result_type, properties)


@irdl_op_definition
class AllSliceOp(CollectiveOp, collectives.AllSlice):
    """Keeps each device's slice of a value that the whole group holds."""

    name = "mesh.all_slice"

    traits = traits_def(Pure())
    assembly_format = f"{_ON}`slice_axis` `=` $slice_axis {_TYPES}"


@irdl_op_definition
class AllToAllOp(CollectiveOp, collectives.AllToAll):
    """Splits along one tensor axis, sends part `i` to device `i` of the group, and joins along another axis."""

    name = "mesh.all_to_all"

    traits = traits_def(Pure())
    assembly_format = f"{_ON}`split_axis` `=` $split_axis `concat_axis` `=` $concat_axis {_TYPES}"


@irdl_op_definition
class ReduceScatterOp(_ReducingOp, collectives.ReduceScatter):
    """Reduces over a group and leaves each device its slice of the result."""

    name = "mesh.reduce_scatter"

    traits = traits_def(Pure())
    assembly_format = f"{_ON}{_REDUCTION}`scatter_axis` `=` $scatter_axis {_TYPES}"
    custom_directives = (GridSymbol, AxesList, ReductionWord)

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
            "reduction": ReductionKindAttr.of(kind),
            "scatter_axis": collectives.index(tensor_axis),
        }
        return cls(source, mesh, axes, result_type, properties)


@irdl_op_definition
class ShiftOp(CollectiveOp, collectives.Shift):
    """Sends to the device `offset` places on along `shift_axis`; with `rotate` the last devices send to the first."""

    name = "mesh.shift"

    traits = traits_def(Pure())
    assembly_format = f"{_ON}`shift_axis` `=` $shift_axis `offset` `=` $offset (`rotate` $rotate^)? {_TYPES}"


@irdl_op_definition
class BroadcastOp(CollectiveOp, devices.Broadcast):
    """Gives every device of a group the root's value."""

    name = "mesh.broadcast"

    traits = traits_def(Pure())
    assembly_format = _ON + _ROOT + _FUNCTION_TYPE
    custom_directives = (GridSymbol, AxesList, DeviceIndex)


@irdl_op_definition
class GatherOp(CollectiveOp, devices.Gather):
    """Joins the shards of a group along a tensor axis on the root; what the others get is undefined."""

    name = "mesh.gather"

    traits = traits_def(Pure())
    assembly_format = f"{_ON}`gather_axis` `=` $gather_axis {_ROOT}{_FUNCTION_TYPE}"
    custom_directives = (GridSymbol, AxesList, DeviceIndex)


@irdl_op_definition
class ScatterOp(CollectiveOp, devices.Scatter):
    """Gives each device of a group its slice of the root's value."""

    name = "mesh.scatter"

    traits = traits_def(Pure())
    assembly_format = f"{_ON}`scatter_axis` `=` $scatter_axis {_ROOT}{_FUNCTION_TYPE}"
    custom_directives = (GridSymbol, AxesList, DeviceIndex)


@irdl_op_definition
class ReduceOp(_ReducingOp, devices.Reduce):
    """Reduces over a group on the root; what the others get is undefined."""

    name = "mesh.reduce"

    traits = traits_def(Pure())
    assembly_format = _ON + _REDUCTION + _ROOT + _FUNCTION_TYPE
    custom_directives = (GridSymbol, AxesList, ReductionWord, DeviceIndex)


@irdl_op_definition
class SendOp(CollectiveOp, devices.Send):
    """Sends a value to one device of the group; the result hands it on to the matching `mesh.recv`."""

    name = "mesh.send"

    assembly_format = (
        _ON + "`destination` `=` custom<DeviceIndex>($destination_dynamic, $destination) " + _FUNCTION_TYPE
    )
    custom_directives = (GridSymbol, AxesList, DeviceIndex)


@irdl_op_definition
class RecvOp(CollectiveOp, devices.Receive):
    """Receives the value that a device of the group sent."""

    name = "mesh.recv"

    assembly_format = _ON + "(`source` `=` custom<DeviceIndex>($source_dynamic, $source)^)? " + _FUNCTION_TYPE
    custom_directives = (GridSymbol, AxesList, DeviceIndex)
