"""A lexer for MLIR that takes a token with one regular expression, and never more than linear time.

xDSL's own takes several steps per token, and exponential time for a string that is not closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from xdsl.utils.exceptions import ParseError
from xdsl.utils.lexer import Span, Token
from xdsl.utils.mlir_lexer import KIND_BY_PUNCTUATION_SPELLING, MLIRLexer, MLIRToken, MLIRTokenKind

_SKIPPED = re.compile(r"(?:\s++|//[^\n]*+)*+", re.ASCII)

_SUFFIX = r"(?:[0-9]+|[A-Za-z$._-][A-Za-z0-9$._-]*)"

_GROUPS = {
    r"[A-Za-z_][A-Za-z0-9_$.]*": MLIRTokenKind.BARE_IDENT,
    rf"%{_SUFFIX}": MLIRTokenKind.PERCENT_IDENT,
    r"[0-9]+\.[0-9]*(?:[eE][+-]?[0-9]+)?": MLIRTokenKind.FLOAT_LIT,
    r"0x[0-9a-fA-F]+|[0-9]+": MLIRTokenKind.INTEGER_LIT,
    r"->|\{-#|#-\}|\.\.\.|[:,()}\[\]<>=+/*?|{-]": None,
    r"@[A-Za-z_][A-Za-z0-9_$.]*": MLIRTokenKind.AT_IDENT,
    rf"#{_SUFFIX}": MLIRTokenKind.HASH_IDENT,
    rf"!{_SUFFIX}": MLIRTokenKind.EXCLAMATION_IDENT,
    rf"\^{_SUFFIX}": MLIRTokenKind.CARET_IDENT,
}
"""The tokens that a pattern tells apart; None is punctuation, of which each has its own kind."""

_TOKEN = re.compile("|".join(f"({pattern})" for pattern in _GROUPS))
_KINDS = (None, *_GROUPS.values())

_STRING = re.compile(r'@?"(?:[^"\\\n\v\f]++|\\(?:["nt\\]|[0-9A-Fa-f]{2}))*+"')


_NEW_SPAN: Callable[[type], Span[str]] = object.__new__


class LinearLexer(MLIRLexer):
    """xDSL's lexer with these two flaws mended; the tokens are the same."""

    def lex(self) -> MLIRToken:
        """The next token.

        Raises:
            ParseError: where no token starts.
        """
        content = self.input.content
        skipped = _SKIPPED.match(content, self.pos)
        start = self.pos if skipped is None else skipped.end()
        match = _TOKEN.match(content, start)
        if match is None:
            return self._lex_rest(start)
        self.pos = match.end()
        kind = _KINDS[match.lastindex or 0] or KIND_BY_PUNCTUATION_SPELLING[match[0]]
        span = _NEW_SPAN(Span)
        # A frozen dataclass sets its fields one by one, through `object`.
        vars(span).update(start=start, end=self.pos, input=self.input)
        return Token(kind, span)

    def _lex_rest(self, start: int) -> MLIRToken:
        """A string, the end of the text, or an error."""
        self.pos = start
        content = self.input.content
        if content.startswith(('"', '@"'), start) and _STRING.match(content, start) is None:
            raise ParseError(Span(start, start + 1, self.input), "string literal is malformed or not closed")
        return super().lex()
