"""Locations as MLIR's printer writes them: `loc(#loc3)`, with the aliases at the end of the text."""

from __future__ import annotations

import re

from xdsl.dialects.builtin import UNKNOWN_LOC, LocationAttr
from xdsl.parser import Parser

_PIECE = re.compile(r'"(?:[^"\\\n]++|\\.)*+"|[()]')
_ALIAS = re.compile(r"\s*\(\s*(#[A-Za-z0-9$._-]+)\s*\)")
_DEFINITION = re.compile(r"(#[A-Za-z0-9$._-]+)\s*=\s*loc\s*(?=\()")


class LocationParser(Parser):
    """xDSL's parser, which also takes an alias before its definition, and ranges; neither has a location then."""

    def parse_optional_location(self) -> LocationAttr | None:
        """Parse `loc(...)`; none if it is absent, or an alias that is defined later."""
        if self._current_token.text != "loc":
            return None
        content, start = self.lexer.input.content, self._current_token.span.end
        alias = _ALIAS.match(content, start)
        if alias is not None and alias[1] not in self.attribute_aliases:
            self._resume_from(alias.end())
            return None
        return super().parse_optional_location()

    def skip_location_alias(self) -> bool:
        """Skip the definition of an alias for a location; whether there is one."""
        content = self.lexer.input.content
        definition = _DEFINITION.match(content, self.pos)
        if definition is None:
            return False
        self.attribute_aliases.setdefault(definition[1], UNKNOWN_LOC)
        end = _closing_parenthesis(content, definition.end())
        if end is None:
            self.raise_error("expected ')' after location", definition.end())
        self._resume_from(end)
        return True


def _closing_parenthesis(text: str, start: int) -> int | None:
    """The place behind the parenthesis that closes the one at `start`."""
    depth = 0
    for piece in _PIECE.finditer(text, start):
        depth += {"(": 1, ")": -1}.get(piece[0], 0)
        if depth == 0:
            return piece.end()
    return None
