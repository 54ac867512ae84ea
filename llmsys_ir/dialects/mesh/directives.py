"""How reductions and annotations are written in the ops of the mesh dialect, in the forms of LLVM 18 to 21."""

from __future__ import annotations

from xdsl.irdl import IRDLOperation
from xdsl.irdl.declarative_assembly_format import (
    AttributeVariable,
    CustomDirective,
    OptionalOperandVariable,
    ParsingState,
    PrintingState,
    irdl_custom_directive,
)
from xdsl.parser import Parser
from xdsl.printer import Printer

from llmsys_ir.dialects.mesh.attributes import SUM, ReductionKindAttr, ShardAttr
from llmsys_ir.sharding.sharding import ReductionKind


@irdl_custom_directive
class ReductionWord(CustomDirective):
    """How a collective reduces: `<max>`, as up to LLVM 19, or `max`."""

    reduction: AttributeVariable

    def parse(self, parser: Parser, state: ParsingState) -> None:
        """Parse either."""
        self.reduction.set(state, ReductionKindAttr(ReductionKindAttr.parse_parameter(parser)))

    def print(self, printer: Printer, state: PrintingState, op: IRDLOperation) -> None:
        """Print it as it was read."""
        reduction = self.reduction.get(op)
        assert isinstance(reduction, ReductionKindAttr)
        state.print_whitespace(printer)
        # LLVM 21 writes two spaces
        printer.print_string(f"<{reduction.kind}>" if reduction.data.in_brackets else f" {reduction.kind}")

    def set_empty(self, state: ParsingState) -> None:
        """Reduce with a sum."""
        self.reduction.set(state, SUM)

    def is_present(self, op: IRDLOperation) -> bool:
        """Whether it is not the default."""
        reduction = self.reduction.get(op)
        return isinstance(reduction, ReductionKindAttr) and reduction.kind is not ReductionKind.SUM

    def is_anchorable(self) -> bool:
        """Optional groups may be printed for the sake of it."""
        return True


@irdl_custom_directive
class PartialWord(ReductionWord):
    """How a partial value is reduced; there is no default."""

    reduction: AttributeVariable

    def set_empty(self, state: ParsingState) -> None:
        """It is not partial."""

    def is_present(self, op: IRDLOperation) -> bool:
        """Whether it is partial."""
        return self.reduction.get(op) is not None


@irdl_custom_directive
class Annotation(CustomDirective):
    """A sharding: `<@mesh, [[0]]>`, as up to LLVM 19, or a value."""

    shard: AttributeVariable
    sharding: OptionalOperandVariable

    def parse(self, parser: Parser, state: ParsingState) -> None:
        """Parse either."""
        value = parser.parse_optional_unresolved_operand()
        self.sharding.set(state, value)
        if value is None:
            self.shard.set(state, ShardAttr.new(ShardAttr.parse_parameters(parser)))

    def print(self, printer: Printer, state: PrintingState, op: IRDLOperation) -> None:
        """Print the one that is there."""
        state.print_whitespace(printer)
        shard, sharding = self.shard.get(op), self.sharding.get(op)
        if isinstance(shard, ShardAttr):
            shard.print_parameters(printer)
        else:
            assert sharding is not None
            printer.print_ssa_value(sharding)
