"""Regions that are run or chosen: while, if, case; and what orders ops."""

from __future__ import annotations

from typing import Self

from xdsl.irdl import IRDLOperation, irdl_op_definition, traits_def, var_operand_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import IsTerminator, Pure

from llmsys_ir.dialects.pretty import print_attributes
from llmsys_ir.dialects.scanning import resolve, scan_operands


@irdl_op_definition
class ReturnOp(IRDLOperation):
    """The values that a region hands out."""

    name = "stablehlo.return"
    results_ = var_operand_def()
    traits = traits_def(IsTerminator(), Pure())

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse operands, attributes and types."""
        operands = scan_operands(parser)
        attributes = parser.parse_optional_attr_dict()
        types = ()
        if operands:
            parser.parse_punctuation(":")
            types = parser.parse_comma_separated_list(parser.Delimiter.NONE, parser.parse_type)
        return cls.create(operands=resolve(parser, operands, types), attributes=attributes)

    def print(self, printer: Printer) -> None:
        """Print operands, attributes and types; a space stands even where there is no operand."""
        printer.print_string(" ")
        printer.print_list(self.operands, printer.print_ssa_value)
        print_attributes(printer, self, ())
        if self.operands:
            printer.print_string(" : ")
            printer.print_list(self.operand_types, printer.print_attribute)


OPS = (ReturnOp,)
"""The ops of this module."""
