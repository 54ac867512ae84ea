"""The text that linalg ops share: `ins(...) outs(...)` and what follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xdsl.ir import Attribute, SSAValue
from xdsl.parser import Parser
from xdsl.printer import Printer

HIDDEN = ("operandSegmentSizes", "linalg.memoized_indexing_maps")
"""Attributes that only the generic form shows."""


def parse_operands(parser: Parser, keyword: str) -> Sequence[SSAValue]:
    """Parse `keyword(operands : types)`, or nothing."""
    if parser.parse_optional_keyword(keyword) is None:
        return []
    parser.parse_punctuation("(")
    position = parser.pos
    operands = parser.parse_optional_undelimited_comma_separated_list(
        parser.parse_optional_unresolved_operand, parser.parse_unresolved_operand
    )
    types: list[Attribute] = []
    if parser.parse_optional_punctuation(":"):
        types = [*parser.parse_comma_separated_list(parser.Delimiter.NONE, parser.parse_type)]
    parser.parse_punctuation(")")
    return parser.resolve_operands(operands or [], types, position)


def print_operands(printer: Printer, keyword: str, operands: Sequence[SSAValue]) -> None:
    """Print `keyword(operands : types)`, or nothing if there are none."""
    if not operands:
        return
    printer.print_string(f" {keyword}(")
    printer.print_list(operands, printer.print_ssa_value)
    printer.print_string(" : ")
    printer.print_list([operand.type for operand in operands], printer.print_attribute)
    printer.print_string(")")


def parse_results(parser: Parser) -> list[Attribute]:
    """Parse `-> type` or `-> (types)`, or nothing."""
    if parser.parse_optional_punctuation("->") is None:
        return []
    types = parser.parse_optional_comma_separated_list(parser.Delimiter.PAREN, parser.parse_type)
    return [parser.parse_type()] if types is None else [*types]


def print_results(printer: Printer, types: Sequence[Attribute]) -> None:
    """Print `-> type` or `-> (types)`, or nothing if there are none."""
    if len(types) == 1:
        printer.print_string(" -> ")
        printer.print_attribute(types[0])
    elif types:
        printer.print_string(" -> ")
        with printer.in_parens():
            printer.print_list(types, printer.print_attribute)


def print_attributes(printer: Printer, *dictionaries: Mapping[str, Attribute], hidden: Sequence[str] = ()) -> None:
    """Print the attributes that the custom form shows, sorted by name."""
    entries = {name: value for entries in dictionaries for name, value in entries.items()}
    printer.print_op_attributes(dict(sorted(entries.items())), reserved_attr_names=(*HIDDEN, *hidden))
