"""The attributes of the sdy dialect; `data` of each is a plain value."""

from __future__ import annotations

from dataclasses import dataclass

from xdsl.ir import Data, OpaqueSyntaxAttribute
from xdsl.irdl import irdl_attr_definition
from xdsl.parser import AttrParser
from xdsl.printer import Printer

from llmsys_ir.dialects.scanning import bracketed_text
from llmsys_ir.dialects.sdy.shardings import (
    Axis,
    Mesh,
    Sharding,
    axes_text,
    mesh_text,
    parse_axis,
    parse_braced,
    parse_listed,
    parse_mesh,
    parse_sharding,
    parse_shardings,
    print_sharding,
    print_shardings,
)


@irdl_attr_definition
class MeshAttr(Data[Mesh]):
    """A mesh, `#sdy.mesh<["x"=2]>`."""

    name = "sdy.mesh"

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> Mesh:
        """Parse the mesh."""
        return parse_mesh(parser)

    def print_parameter(self, printer: Printer) -> None:
        """Print the mesh."""
        printer.print_string(mesh_text(self.data))


@irdl_attr_definition
class ShardingAttr(Data[Sharding]):
    """The sharding of a tensor, `#sdy.sharding<@mesh, [{"x"}, {}]>`."""

    name = "sdy.sharding"

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> Sharding:
        """Parse the sharding."""
        return parse_sharding(parser)

    def print_parameter(self, printer: Printer) -> None:
        """Print the sharding."""
        print_sharding(printer, self.data)


@irdl_attr_definition
class ShardingPerValueAttr(Data[tuple[Sharding, ...]]):
    """The shardings of several tensors, `#sdy.sharding_per_value<[<@mesh, [{"x"}]>]>`."""

    name = "sdy.sharding_per_value"

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> tuple[Sharding, ...]:
        """Parse the shardings."""
        with parser.in_angle_brackets():
            return parse_shardings(parser)

    def print_parameter(self, printer: Printer) -> None:
        """Print the shardings."""
        with printer.in_angle_brackets():
            print_shardings(printer, self.data)


@irdl_attr_definition
class ManualAxesAttr(Data[tuple[str, ...]], OpaqueSyntaxAttribute):
    """The axes that a manual computation handles itself, `#sdy<manual_axes{"x"}>`."""

    name = "sdy.manual_axes"

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> tuple[str, ...]:
        """Parse the names."""
        return parse_braced(parser, lambda parser: parser.parse_str_literal())

    def print_parameter(self, printer: Printer) -> None:
        """Print the names."""
        printer.print_string(axes_text([Axis(name) for name in self.data]))


@irdl_attr_definition
class AxisRefListAttr(Data[tuple[Axis, ...]], OpaqueSyntaxAttribute):
    """Some axes, `#sdy<axis_ref_list{"x"}>`."""

    name = "sdy.axis_ref_list"

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> tuple[Axis, ...]:
        """Parse the axes."""
        return parse_braced(parser, parse_axis)

    def print_parameter(self, printer: Printer) -> None:
        """Print the axes."""
        printer.print_string(axes_text(self.data))


@irdl_attr_definition
class AxisRefListsAttr(Data[tuple[tuple[Axis, ...], ...]], OpaqueSyntaxAttribute):
    """The axes of each dim, `#sdy<list_of_axis_ref_lists[{"x"}, {}]>`."""

    name = "sdy.list_of_axis_ref_lists"

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> tuple[tuple[Axis, ...], ...]:
        """Parse the lists."""
        return parse_listed(parser, lambda parser: parse_braced(parser, parse_axis))

    def print_parameter(self, printer: Printer) -> None:
        """Print the lists."""
        printer.print_string(f"[{', '.join(map(axes_text, self.data))}]")


@dataclass(frozen=True)
class AxisMove:
    """Axes that go from the end of one dim to that of another."""

    axes: tuple[Axis, ...]
    source: int
    target: int


def _parse_move(parser: AttrParser) -> AxisMove:
    axes = parse_braced(parser, parse_axis)
    parser.parse_punctuation(":")
    source = parser.parse_integer(allow_boolean=False, allow_negative=False)
    parser.parse_punctuation("->")
    return AxisMove(axes, source, parser.parse_integer(allow_boolean=False, allow_negative=False))


@irdl_attr_definition
class AllToAllParamListAttr(Data[tuple[AxisMove, ...]], OpaqueSyntaxAttribute):
    """The moves of an all-to-all, `#sdy<all_to_all_param_list[{"x"}: 0->1]>`."""

    name = "sdy.all_to_all_param_list"

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> tuple[AxisMove, ...]:
        """Parse the moves."""
        return parse_listed(parser, _parse_move)

    def print_parameter(self, printer: Printer) -> None:
        """Print the moves."""
        moves = [f"{axes_text(move.axes)}: {move.source}->{move.target}" for move in self.data]
        printer.print_string(f"[{', '.join(moves)}]")


@irdl_attr_definition
class OpShardingRuleAttr(Data[str]):
    """Shardy's own rule of an op, kept as text: `#sdy.op_sharding_rule<([i, j])->([i, j]) {i=8, j=8}>`."""

    name = "sdy.op_sharding_rule"

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> str:
        """Parse the text."""
        return bracketed_text(parser)

    def print_parameter(self, printer: Printer) -> None:
        """Print the text."""
        printer.print_string(f"<{self.data}>")


ATTRIBUTES = (
    AllToAllParamListAttr,
    AxisRefListAttr,
    AxisRefListsAttr,
    ManualAxesAttr,
    MeshAttr,
    OpShardingRuleAttr,
    ShardingAttr,
    ShardingPerValueAttr,
)
"""The attributes of this module."""
