"""Collectives by the axes that they are along: `sdy.all_gather [{"x"}, {}] %a out_sharding=<@mesh, [...]> : T`."""

from __future__ import annotations

from abc import ABC
from typing import ClassVar, Self

from xdsl.irdl import IRDLOperation, irdl_op_definition, operand_def, prop_def, result_def, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.pretty import Properties, SameNotation, parse_attributes, print_attributes
from llmsys_ir.dialects.scanning import resolve, scan_operands
from llmsys_ir.dialects.sdy.annotations import ShardingClause
from llmsys_ir.dialects.sdy.attributes import AllToAllParamListAttr, AxisRefListAttr, AxisRefListsAttr, ShardingAttr
from llmsys_ir.dialects.sdy.checks import check_sharding

_OUT_SHARDING = ShardingClause("out_sharding", "out_sharding")
_NOTATION = SameNotation()

AxesAttr = type[AxisRefListAttr] | type[AxisRefListsAttr] | type[AllToAllParamListAttr]


class CollectiveOp(IRDLOperation, ABC):
    """A collective that gives the tensor another sharding."""

    tensor = operand_def()
    result = result_def()
    out_sharding = prop_def(ShardingAttr)
    traits = traits_def(Pure())

    AXES: ClassVar[tuple[str, AxesAttr] | None] = None
    """The property that says the axes, and what it is."""

    def verify_(self) -> None:
        """Check the type of the result, and the sharding."""
        before, after = self.tensor.type, self.result.type
        if before != after:
            raise VerifyException(f"operand and result must have the same type, got '{before}' != '{after}'")
        check_sharding(self, self.out_sharding.data, before)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse axes, operand, sharding, attributes and type."""
        properties: Properties = {}
        if cls.AXES is not None:
            name, attribute = cls.AXES
            properties[name] = attribute.new(attribute.parse_parameter(parser))
        operands = scan_operands(parser)
        _OUT_SHARDING.parse(parser, properties)
        attributes = parse_attributes(parser, cls, properties)
        parser.parse_punctuation(":")
        operand_types, result_types = _NOTATION.parse(parser, len(operands))
        return cls.create(
            operands=resolve(parser, operands, operand_types),
            result_types=result_types,
            properties=properties,
            attributes=attributes,
        )

    def print(self, printer: Printer) -> None:
        """Print axes, operand, sharding, attributes and type."""
        printer.print_string(" ")
        hidden = ["out_sharding"]
        if self.AXES is not None:
            name, attribute = self.AXES
            value = self.properties[name]
            assert isinstance(value, attribute)
            value.print_parameter(printer)
            printer.print_string(" ")
            hidden.append(name)
        printer.print_ssa_value(self.tensor)
        _OUT_SHARDING.print(printer, self)
        print_attributes(printer, self, hidden)
        printer.print_string(" : ")
        _NOTATION.print(printer, self)


@irdl_op_definition
class AllGatherOp(CollectiveOp):
    """Dims made whole along axes."""

    name = "sdy.all_gather"
    gathering_axes = prop_def(AxisRefListsAttr)
    AXES: ClassVar[tuple[str, AxesAttr] | None] = ("gathering_axes", AxisRefListsAttr)


@irdl_op_definition
class AllReduceOp(CollectiveOp):
    """Partial sums added along axes."""

    name = "sdy.all_reduce"
    reduction_axes = prop_def(AxisRefListAttr)
    AXES: ClassVar[tuple[str, AxesAttr] | None] = ("reduction_axes", AxisRefListAttr)


@irdl_op_definition
class AllSliceOp(CollectiveOp):
    """Dims split along axes."""

    name = "sdy.all_slice"
    slicing_axes = prop_def(AxisRefListsAttr)
    AXES: ClassVar[tuple[str, AxesAttr] | None] = ("slicing_axes", AxisRefListsAttr)


@irdl_op_definition
class AllToAllOp(CollectiveOp):
    """Axes moved from one dim to another."""

    name = "sdy.all_to_all"
    params = prop_def(AllToAllParamListAttr)
    AXES: ClassVar[tuple[str, AxesAttr] | None] = ("params", AllToAllParamListAttr)


@irdl_op_definition
class CollectivePermuteOp(CollectiveOp):
    """Axes reordered."""

    name = "sdy.collective_permute"


@irdl_op_definition
class ReduceScatterOp(CollectiveOp):
    """Partial sums added along axes that then split dims."""

    name = "sdy.reduce_scatter"
    reduce_scatter_axes = prop_def(AxisRefListsAttr)
    AXES: ClassVar[tuple[str, AxesAttr] | None] = ("reduce_scatter_axes", AxisRefListsAttr)


@irdl_op_definition
class ReplicatedToUnreducedOp(CollectiveOp):
    """Copies turned into partial sums along axes."""

    name = "sdy.replicated_to_unreduced"
    axes = prop_def(AxisRefListAttr)
    AXES: ClassVar[tuple[str, AxesAttr] | None] = ("axes", AxisRefListAttr)


@irdl_op_definition
class ShardedToUnreducedOp(CollectiveOp):
    """Parts turned into partial sums along axes."""

    name = "sdy.sharded_to_unreduced"
    axes = prop_def(AxisRefListsAttr)
    AXES: ClassVar[tuple[str, AxesAttr] | None] = ("axes", AxisRefListsAttr)


OPS = (
    AllGatherOp,
    AllReduceOp,
    AllSliceOp,
    AllToAllOp,
    CollectivePermuteOp,
    ReduceScatterOp,
    ReplicatedToUnreducedOp,
    ShardedToUnreducedOp,
)
"""The ops of this module."""
