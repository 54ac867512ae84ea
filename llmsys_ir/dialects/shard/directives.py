"""How reductions are written in the ops of the shard dialect."""

from __future__ import annotations

from xdsl.dialects import shard as xdsl_shard
from xdsl.dialects.shard import ReductionKindAttr
from xdsl.irdl import IRDLOperation
from xdsl.irdl.declarative_assembly_format import (
    AttributeVariable,
    CustomDirective,
    ParsingState,
    PrintingState,
    irdl_custom_directive,
)
from xdsl.parser import Parser
from xdsl.printer import Printer


@irdl_custom_directive
class ReductionWord(CustomDirective):
    """How a collective reduces: `max`, with the two spaces before it that MLIR writes."""

    reduction: AttributeVariable

    def parse(self, parser: Parser, state: ParsingState) -> None:
        """Parse `max`."""
        self.reduction.set(state, ReductionKindAttr(parser.parse_str_enum(xdsl_shard.ReductionKind)))

    def print(self, printer: Printer, state: PrintingState, op: IRDLOperation) -> None:
        """Print `max`."""
        reduction = self.reduction.get(op)
        assert isinstance(reduction, ReductionKindAttr)
        state.print_whitespace(printer)
        printer.print_string(f" {reduction.data.value}")

    def is_present(self, op: IRDLOperation) -> bool:
        """Whether it is not the default."""
        return self.reduction.is_present(op)

    def is_anchorable(self) -> bool:
        """Optional groups may be printed for the sake of it."""
        return True
