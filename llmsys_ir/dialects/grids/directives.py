"""How axes, shapes and devices are written in the ops on device grids."""

from __future__ import annotations

from xdsl.dialects.builtin import IntegerAttr
from xdsl.dialects.utils import DimensionList, DynamicIndexList
from xdsl.ir import Attribute
from xdsl.irdl import IRDLOperation
from xdsl.irdl.declarative_assembly_format import (
    AttributeVariable,
    CustomDirective,
    ParsingState,
    PrintingState,
    VariadicOperandVariable,
    irdl_custom_directive,
)
from xdsl.parser import Parser
from xdsl.printer import Printer

from llmsys_ir.dialects.grids.attributes import parse_axes, parse_grid_symbol, print_axes, syntax_error
from llmsys_ir.dialects.tensors import static_integers


@irdl_custom_directive
class AxesList(CustomDirective):
    """Axes of a grid: `[0, 2]`."""

    axes: AttributeVariable

    def parse(self, parser: Parser, state: ParsingState) -> None:
        """Parse `[0, 2]`."""
        self.axes.set(state, parse_axes(parser))

    def print(self, printer: Printer, state: PrintingState, op: IRDLOperation) -> None:
        """Print `[0, 2]`."""
        state.print_whitespace(printer)
        print_axes(printer, static_integers(_given(self.axes, op)))

    def is_present(self, op: IRDLOperation) -> bool:
        """Whether any axes are named."""
        return self.axes.is_present(op)

    def is_anchorable(self) -> bool:
        """Optional groups may be printed for the sake of it."""
        return True


@irdl_custom_directive
class GridSymbol(CustomDirective):
    """The symbol of a grid: `@mesh`."""

    symbol: AttributeVariable

    def parse(self, parser: Parser, state: ParsingState) -> None:
        """Parse `@mesh`."""
        self.symbol.set(state, parse_grid_symbol(parser, self.symbol.name))

    def print(self, printer: Printer, state: PrintingState, op: IRDLOperation) -> None:
        """Print `@mesh`."""
        state.print_whitespace(printer)
        printer.print_attribute(_given(self.symbol, op))


@irdl_custom_directive
class GridShape(DimensionList):
    """The sizes of a grid: `4x?x8`."""

    dimensions: AttributeVariable

    def parse(self, parser: Parser, state: ParsingState) -> None:
        """Parse `4x?x8`."""
        first = parser.lexer.input.at(parser.pos) or ""
        if first not in ("[", "?") and not first.isdigit():
            message = 'Failed parsing dimension list. Did you mean an empty list? It must be denoted by "[]".'
            raise syntax_error(parser, message, parser.pos)
        super().parse(parser, state)


@irdl_custom_directive
class DeviceIndex(DynamicIndexList):
    """The coordinates of a device, static or dynamic: `[1, %i]`; there may be none."""

    dynamic_position: VariadicOperandVariable
    static_position: AttributeVariable

    def set_empty(self, state: ParsingState) -> None:
        """Leave the device open."""
        self.dynamic_position.set(state, [])

    def is_present(self, op: IRDLOperation) -> bool:
        """Whether the device is given."""
        return self.static_position.get(op) is not None


@irdl_custom_directive
class ScatterAxis(CustomDirective):
    """The tensor axis of a scatter: `scatter_axis = 0`, or `scatter_dim = 0` as LLVM 23 writes it."""

    axis: AttributeVariable
    dim: AttributeVariable

    def parse(self, parser: Parser, state: ParsingState) -> None:
        """Parse either."""
        variable = self.dim if parser.parse_optional_keyword("scatter_dim") else self.axis
        if variable is self.axis:
            parser.parse_keyword("scatter_axis")
        parser.parse_punctuation("=")
        variable.set(state, IntegerAttr.from_index_int_value(parser.parse_integer(allow_boolean=False)))

    def print(self, printer: Printer, state: PrintingState, op: IRDLOperation) -> None:
        """Print the one that is there."""
        state.print_whitespace(printer)
        name, attribute = ("scatter_axis", self.axis.get(op))
        if attribute is None:
            name, attribute = "scatter_dim", self.dim.get(op)
        assert isinstance(attribute, IntegerAttr)
        printer.print_string(f"{name} = {attribute.value.data}")


def _given(variable: AttributeVariable, op: IRDLOperation) -> Attribute:
    attribute = variable.get(op)
    assert attribute is not None
    return attribute
