"""The quant dialect, as far as tensors have its types as elements."""

from __future__ import annotations

from xdsl.ir import Data, Dialect, TypeAttribute
from xdsl.irdl import irdl_attr_definition
from xdsl.parser import AttrParser
from xdsl.printer import Printer
from xdsl.utils.mlir_lexer import MLIRTokenKind


@irdl_attr_definition
class QuantizedType(Data[str], TypeAttribute):
    """A number stored as an integer, `!quant.uniform<i8:f32, 0.1>`; `data` is the text in angle brackets."""

    name = "quant.uniform"

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> str:
        """Parse the text, of which only the brackets are looked at."""
        start = parser.pos
        depth = 0
        while True:
            token = parser._consume_token()  # pyright: ignore[reportPrivateUsage]
            depth += (token.kind == MLIRTokenKind.LESS) - (token.kind == MLIRTokenKind.GREATER)
            if depth == 0:
                return parser.lexer.input.content[start + 1 : token.span.start]
            if token.kind == MLIRTokenKind.EOF:
                parser.raise_error("expected '>'", start)

    def print_parameter(self, printer: Printer) -> None:
        """Print the text."""
        printer.print_string(f"<{self.data}>")


QUANT = Dialect("quant", [], [QuantizedType])
