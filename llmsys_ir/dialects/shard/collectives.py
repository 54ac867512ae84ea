"""Collectives: what the devices of a grid do together."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar

from xdsl.dialects import shard as xdsl_shard
from xdsl.dialects.builtin import I16, DenseArrayBase, FlatSymbolRefAttr, IndexType, IntegerAttr
from xdsl.dialects.shard import ReductionKindAttr
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import irdl_op_definition, opt_prop_def, prop_def, traits_def
from xdsl.traits import Pure

from llmsys_ir.dialects.grids import collectives, devices
from llmsys_ir.dialects.grids.attributes import NO_AXES
from llmsys_ir.dialects.grids.directives import AxesList, DeviceIndex, GridSymbol, ScatterAxis
from llmsys_ir.dialects.grids.values import SPLITTABLE_TENSORS_OR_LATER_MEMREFS, TENSORS_AND_MEMREFS, Values
from llmsys_ir.dialects.grids.words import GRID_WORDS, Words
from llmsys_ir.dialects.shard.directives import ReductionWord
from llmsys_ir.sharding.sharding import ReductionKind

_ON = "$input `on` custom<GridSymbol>($grid) (`grid_axes` `=` custom<AxesList>($grid_axes)^)? "
_REDUCTION = "(`reduction` `=` custom<ReductionWord>($reduction)^)? "
_ROOT = "`root` `=` custom<DeviceIndex>($root_dynamic, $root) "
_TYPES = "attr-dict `:` type($input) `->` type($result)"
_FUNCTION_TYPE = "attr-dict `:` functional-type(operands, results)"

SUM = ReductionKindAttr(xdsl_shard.ReductionKind.SUM)


def reduction_attribute(kind: ReductionKind) -> ReductionKindAttr:
    """The attribute for a kind."""
    return ReductionKindAttr(xdsl_shard.ReductionKind(kind.value))


class CollectiveOp(collectives.Collective, ABC):
    """A collective: devices that differ only along `grid_axes` form a group, ordered with the first axis outermost."""

    WORDS: ClassVar[Words] = GRID_WORDS

    grid = prop_def(FlatSymbolRefAttr)
    grid_axes = prop_def(DenseArrayBase[I16], default_value=NO_AXES)


class _ReducingOp(CollectiveOp, ABC):
    """A collective that reduces."""

    reduction = prop_def(ReductionKindAttr, default_value=SUM)

    @property
    def kind(self) -> ReductionKind:
        """How it reduces."""
        return ReductionKind(self.reduction.data.value)


@irdl_op_definition
class AllGatherOp(CollectiveOp, collectives.AllGather):
    """Joins the shards of a group along a tensor axis, in the group's order."""

    name = "shard.all_gather"

    INPUT: ClassVar[Values] = SPLITTABLE_TENSORS_OR_LATER_MEMREFS
    RESULT: ClassVar[Values] = SPLITTABLE_TENSORS_OR_LATER_MEMREFS

    traits = traits_def(Pure())
    assembly_format = f"{_ON}`gather_axis` `=` $gather_axis {_TYPES}"


@irdl_op_definition
class AllReduceOp(_ReducingOp, collectives.AllReduce):
    """Reduces over a group and gives every device the result; the element type may change."""

    name = "shard.all_reduce"

    INPUT: ClassVar[Values] = TENSORS_AND_MEMREFS
    RESULT: ClassVar[Values] = TENSORS_AND_MEMREFS

    traits = traits_def(Pure())
    assembly_format = _ON + _REDUCTION + _TYPES
    custom_directives = (GridSymbol, AxesList, ReductionWord)

    def scattered(self, axes: Sequence[int], tensor_axis: int, result_type: Attribute) -> ReduceScatterOp:
        """The op that reduces and leaves each device its slice."""
        properties: dict[str, Attribute] = {
            "reduction": self.reduction,
            "scatter_axis": collectives.index(tensor_axis),
        }
        return ReduceScatterOp(self.input, self.grid.root_reference.data, axes, result_type, properties)

    @classmethod
    def over(cls, source: SSAValue, grid: str, axes: Sequence[int], kind: ReductionKind):
        """Reduce `source` along grid `axes`."""
        return cls(source, grid, axes, source.type, {"reduction": reduction_attribute(kind)})


@irdl_op_definition
class AllSliceOp(CollectiveOp, collectives.AllSlice):
    """Keeps each device's slice of a value that the whole group holds."""

    name = "shard.all_slice"

    traits = traits_def(Pure())
    assembly_format = f"{_ON}`slice_axis` `=` $slice_axis {_TYPES}"


@irdl_op_definition
class AllToAllOp(CollectiveOp, collectives.AllToAll):
    """Splits along one tensor axis, sends part `i` to device `i` of the group, and joins along another axis."""

    name = "shard.all_to_all"

    traits = traits_def(Pure())
    assembly_format = f"{_ON}`split_axis` `=` $split_axis `concat_axis` `=` $concat_axis {_TYPES}"


@irdl_op_definition
class ReduceScatterOp(_ReducingOp, collectives.ReduceScatter):
    """Reduces over a group and leaves each device its slice of the result."""

    name = "shard.reduce_scatter"

    INPUT: ClassVar[Values] = SPLITTABLE_TENSORS_OR_LATER_MEMREFS
    RESULT: ClassVar[Values] = SPLITTABLE_TENSORS_OR_LATER_MEMREFS

    scatter_dim = opt_prop_def(IntegerAttr[IndexType])

    traits = traits_def(Pure())
    assembly_format = f"{_ON}{_REDUCTION}custom<ScatterAxis>($scatter_axis, $scatter_dim) {_TYPES}"
    custom_directives = (GridSymbol, AxesList, ReductionWord, ScatterAxis)


@irdl_op_definition
class ShiftOp(CollectiveOp, collectives.Shift):
    """Sends to the device `offset` places on along `shift_axis`; with `rotate` the last devices send to the first."""

    name = "shard.shift"

    traits = traits_def(Pure())
    assembly_format = f"{_ON}`shift_axis` `=` $shift_axis `offset` `=` $offset (`rotate` $rotate^)? {_TYPES}"


@irdl_op_definition
class BroadcastOp(CollectiveOp, devices.Broadcast):
    """Gives every device of a group the root's value."""

    name = "shard.broadcast"

    traits = traits_def(Pure())
    assembly_format = _ON + _ROOT + _FUNCTION_TYPE
    custom_directives = (GridSymbol, AxesList, DeviceIndex)


@irdl_op_definition
class GatherOp(CollectiveOp, devices.Gather):
    """Joins the shards of a group along a tensor axis on the root; what the others get is undefined."""

    name = "shard.gather"

    traits = traits_def(Pure())
    assembly_format = f"{_ON}`gather_axis` `=` $gather_axis {_ROOT}{_FUNCTION_TYPE}"
    custom_directives = (GridSymbol, AxesList, DeviceIndex)


@irdl_op_definition
class ScatterOp(CollectiveOp, devices.Scatter):
    """Gives each device of a group its slice of the root's value."""

    name = "shard.scatter"

    scatter_dim = opt_prop_def(IntegerAttr[IndexType])

    traits = traits_def(Pure())
    assembly_format = f"{_ON}custom<ScatterAxis>($scatter_axis, $scatter_dim) {_ROOT}{_FUNCTION_TYPE}"
    custom_directives = (GridSymbol, AxesList, DeviceIndex, ScatterAxis)


@irdl_op_definition
class ReduceOp(_ReducingOp, devices.Reduce):
    """Reduces over a group on the root; what the others get is undefined."""

    name = "shard.reduce"

    traits = traits_def(Pure())
    assembly_format = _ON + _REDUCTION + _ROOT + _FUNCTION_TYPE
    custom_directives = (GridSymbol, AxesList, ReductionWord, DeviceIndex)


@irdl_op_definition
class SendOp(CollectiveOp, devices.Send):
    """Sends a value to one device of the group; the result hands it on to the matching `shard.recv`."""

    name = "shard.send"

    assembly_format = (
        _ON + "`destination` `=` custom<DeviceIndex>($destination_dynamic, $destination) " + _FUNCTION_TYPE
    )
    custom_directives = (GridSymbol, AxesList, DeviceIndex)


@irdl_op_definition
class RecvOp(CollectiveOp, devices.Receive):
    """Receives the value that a device of the group sent."""

    name = "shard.recv"

    assembly_format = _ON + "(`source` `=` custom<DeviceIndex>($source_dynamic, $source)^)? " + _FUNCTION_TYPE
    custom_directives = (GridSymbol, AxesList, DeviceIndex)
