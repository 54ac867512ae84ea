"""Axes of a grid as attributes, and how they are written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import cast

from xdsl.dialects.builtin import I16, ArrayAttr, DenseArrayBase, SymbolRefAttr, i16
from xdsl.dialects.shard import ShardAxesArrayAttr
from xdsl.ir import Attribute, OpaqueSyntaxAttribute, ParametrizedAttribute
from xdsl.irdl import irdl_attr_definition
from xdsl.parser import AttrParser
from xdsl.printer import Printer
from xdsl.utils.exceptions import ParseError
from xdsl.utils.lexer import Position, Span

from llmsys_ir.diagnostics import SyntaxParseError

GridAxes = DenseArrayBase[I16]
NO_AXES: GridAxes = DenseArrayBase.from_list(i16, [])

AxesLists = Sequence[Sequence[int]]
"""Per tensor dim the axes that split it."""


class SpelledAttribute(Attribute, ABC):
    """An attribute that knows several ways in which it is written, and prints itself as a whole."""

    @abstractmethod
    def print_spelled(self, printer: Printer) -> None:
        """Print it, from the `#` on."""


def parse_axes(parser: AttrParser) -> GridAxes:
    """Parse axes such as `[0, 2]`."""
    axes = parser.parse_comma_separated_list(parser.Delimiter.SQUARE, lambda: _parse_axis(parser))
    return DenseArrayBase.from_list(i16, axes)


def _parse_axis(parser: AttrParser) -> int:
    position = parser.pos
    axis = parser.parse_optional_integer(allow_boolean=False)
    if axis is None:
        raise syntax_error(parser, "expected integer value", position)
    if not -(1 << 15) <= axis < 1 << 15:
        raise syntax_error(parser, f"integer value too large: expected a mesh axis of 16 bits, got {axis}", position)
    return axis


def syntax_error(parser: AttrParser, message: str, position: Position, consequence: str = "") -> SyntaxParseError:
    """An error at a position in an op's own syntax; `consequence` is another one where the parser stands."""
    text = parser.lexer.input
    second = ParseError(Span(parser.pos, parser.pos, text), consequence) if consequence else None
    return SyntaxParseError(Span(position, parser.pos, text), message, second)


def parse_grid_symbol(parser: AttrParser, noun: str, consequence: str = "") -> SymbolRefAttr:
    """Parse the symbol of a grid, such as `@mesh`."""
    position = parser.pos
    symbol = parser.parse_optional_attribute() if parser.lexer.input.at(position) == "@" else None
    if not isinstance(symbol, SymbolRefAttr) or symbol.nested_references.data:
        hint = f"invalid kind of attribute specified: expected a {noun}, such as @{noun}"
        raise syntax_error(parser, hint, position, consequence)
    return symbol


def print_axes(printer: Printer, axes: Iterable[int]) -> None:
    """Print axes such as `[0, 2]`."""
    printer.print_string(axes_text(axes))


def axes_text(axes: Iterable[int]) -> str:
    """Axes such as `[0, 2]`."""
    return "[" + ", ".join(map(str, axes)) + "]"


@irdl_attr_definition
class MeshAxesArrayAttr(ParametrizedAttribute, OpaqueSyntaxAttribute):
    """The mesh axes of each tensor dim: `#mesh<axisarray[[0], []]>`."""

    name = "mesh.axisarray"

    axes: ArrayAttr[GridAxes]

    @classmethod
    def parse_parameters(cls, parser: AttrParser) -> Sequence[Attribute]:
        """Parse `[[0], []]`; there is at least one list."""
        parser.parse_punctuation("[")
        lists = [parse_axes(parser)]
        while parser.parse_optional_punctuation(","):
            lists.append(parse_axes(parser))
        parser.parse_punctuation("]")
        return (ArrayAttr(lists),)

    def print_parameters(self, printer: Printer) -> None:
        """Print `[[0], []]`."""
        with printer.in_square_brackets():
            printer.print_list(self.axes.data, lambda axes: print_axes(printer, axes.get_values()))


def axes_lists_of(attribute: Attribute) -> AxesLists:
    """The lists of either dialect's attribute."""
    assert isinstance(attribute, MeshAxesArrayAttr | ShardAxesArrayAttr)
    return [axes.get_values() for axes in attribute.axes]


def axes_array(lists: AxesLists) -> ArrayAttr[GridAxes]:
    """The lists as an attribute."""
    return ArrayAttr(DenseArrayBase.from_list(i16, axes) for axes in lists)


def misnamed(axes: Sequence[int], noun: str) -> str | None:
    """What is wrong with the axes of a sharding, if anything is."""
    if any(axis < 0 for axis in axes):
        return f"{noun} axis is expected to be non-negative"
    if len(set(axes)) != len(axes):
        return f"{noun} axis duplicated"
    return None


def as_axes(attribute: Attribute | None) -> GridAxes | None:
    """The attribute, if it is a list of axes."""
    if not isinstance(attribute, DenseArrayBase):
        return None
    axes = cast(GridAxes, attribute)
    return axes if axes.elt_type == i16 else None
