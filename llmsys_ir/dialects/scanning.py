"""Parts of the text taken as a whole, instead of token by token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xdsl.ir import Attribute, SSAValue
from xdsl.parser import AttrParser, Parser, UnresolvedOperand
from xdsl.utils.lexer import Span
from xdsl.utils.mlir_lexer import MLIRTokenKind

NAME = r"%(?:[0-9]++|[A-Za-z$._-][A-Za-z0-9$._-]*+)"
"""A value's name, as a regular expression."""

SPACE = r"(?:\s++|//[^\n]*+)*+"
"""Blanks and comments, or nothing."""

OPERANDS = rf"{NAME}(?:#[0-9]++)?+(?:{SPACE},{SPACE}{NAME}(?:#[0-9]++)?+)*+"
"""One operand or more."""

_OPERANDS = re.compile(OPERANDS)
_OPERAND = re.compile(rf"{NAME}(?:#[0-9]++)?+")
_NAMES = re.compile(r"%([^\s,/]+)")


def resume(parser: AttrParser, position: int) -> None:
    """Go on with the first token from `position` on."""
    parser._resume_from(position)  # pyright: ignore[reportPrivateUsage]


class RememberingParser(Parser):
    """A parser that remembers, by class of op and text, the properties that the text stands for."""

    known_clauses: dict[tuple[type, str], dict[str, Attribute]]


@dataclass
class Operands:
    """Names of operands without the `%`, such as `0` and `1#2`, and where in the text they start."""

    names: list[str]
    position: int

    def __len__(self) -> int:
        return len(self.names)

    def __add__(self, other: Operands) -> Operands:
        return Operands(self.names + other.names, self.position)


def operands_in(text: str, position: int) -> Operands:
    """The operands that a text names which starts at `position`."""
    return Operands(_NAMES.findall(text), position)


def scan_operands(parser: Parser) -> Operands:
    """Take operands such as `%0, %1#2`, as many as there are."""
    operands, end = operands_at(parser.lexer.input.content, parser.pos)
    if operands.names:
        resume(parser, end)
    return operands


def operands_at(content: str, position: int) -> tuple[Operands, int]:
    """The operands at a place of a text, and where they end."""
    found = _OPERANDS.match(content, position)
    return (Operands([], position), position) if found is None else (operands_in(found[0], position), found.end())


def scan_operand(parser: Parser) -> Operands:
    """Take one operand."""
    position = parser.pos
    found = _OPERAND.match(parser.lexer.input.content, position)
    if found is None:
        parser.raise_error("expected an operand", position)
    resume(parser, found.end())
    return operands_in(found[0], position)


def resolve(parser: Parser, operands: Operands, types: Sequence[Attribute]) -> list[SSAValue]:
    """The values of operands that have these types."""
    if len(operands.names) != len(types):
        parser.raise_error(f"expected {len(operands)} operand type(s), got {len(types)}", operands.position)
    known = parser.ssa_values
    values: list[SSAValue] = []
    for number, (name, type_) in enumerate(zip(operands.names, types, strict=True)):
        value = known.get(name)
        if value is not None and (value[0].type is type_ or value[0].type == type_):
            values.append(value[0])
        else:
            values.append(parser.resolve_operand(_unresolved(parser, operands, number), type_))
    return values


def _unresolved(parser: Parser, operands: Operands, number: int) -> UnresolvedOperand:
    """The operand with its place in the text."""
    name, _, index = operands.names[number].partition("#")
    found = re.compile(rf"%{re.escape(name)}(?![A-Za-z0-9$._-])").search(parser.lexer.input.content, operands.position)
    assert found is not None
    return UnresolvedOperand(Span(*found.span(), parser.lexer.input), int(index or "0"))


def parse_argument(parser: Parser) -> Parser.Argument:
    """Parse a block argument, with its location if it has one."""
    argument = parser.parse_argument()
    argument.location = parser.parse_optional_location()
    return argument


def bracketed_text(parser: AttrParser) -> str:
    """Take the text in angle brackets, of which only the brackets are looked at."""
    start = parser.pos
    depth = 0
    while True:
        token = parser._consume_token()  # pyright: ignore[reportPrivateUsage]
        depth += (token.kind == MLIRTokenKind.LESS) - (token.kind == MLIRTokenKind.GREATER)
        if depth == 0:
            return parser.lexer.input.content[start + 1 : token.span.start]
        if token.kind == MLIRTokenKind.EOF:
            parser.raise_error("expected '>'", start)
