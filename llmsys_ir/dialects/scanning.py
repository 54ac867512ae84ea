"""Parts of the text taken as a whole, instead of token by token."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xdsl.ir import Attribute, SSAValue
from xdsl.parser import AttrParser, Parser, UnresolvedOperand
from xdsl.utils.lexer import Span
from xdsl.utils.mlir_lexer import MLIRTokenKind

_NAME = r"%(?:[0-9]+|[A-Za-z$._-][A-Za-z0-9$._-]*+)(?:#[0-9]+)?+"
_SPACE = r"(?:\s++|//[^\n]*+)*+"
_OPERANDS = re.compile(rf"{_NAME}(?:{_SPACE},{_SPACE}{_NAME})*+")
_OPERAND = re.compile(_NAME)


def resume(parser: Parser, position: int) -> None:
    """Go on with the first token from `position` on."""
    parser._resume_from(position)  # pyright: ignore[reportPrivateUsage]


def scan_operands(parser: Parser) -> list[UnresolvedOperand]:
    """Take operands such as `%0, %1#2`, as many as there are."""
    content = parser.lexer.input.content
    found = _OPERANDS.match(content, parser.pos)
    if found is None:
        return []
    start, end = found.span()
    resume(parser, end)
    return [_operand(match, parser) for match in _OPERAND.finditer(content, start, end)]


def _operand(match: re.Match[str], parser: Parser) -> UnresolvedOperand:
    start, end = match.span()
    name, _, index = match[0].partition("#")
    return UnresolvedOperand(Span(start, start + len(name) if index else end, parser.lexer.input), int(index or "0"))


def resolve(parser: Parser, operands: Sequence[UnresolvedOperand], types: Sequence[Attribute]) -> Sequence[SSAValue]:
    """The values of operands that have these types."""
    if len(operands) != len(types):
        position = operands[0].span.start if operands else parser.pos
        parser.raise_error(f"expected {len(operands)} operand type(s), got {len(types)}", position)
    return [parser.resolve_operand(operand, type_) for operand, type_ in zip(operands, types, strict=True)]


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
