"""The quant dialect, as far as tensors have its types as elements."""

from __future__ import annotations

from xdsl.ir import Data, Dialect, TypeAttribute
from xdsl.irdl import irdl_attr_definition
from xdsl.parser import AttrParser
from xdsl.printer import Printer

from llmsys_ir.dialects.scanning import bracketed_text


@irdl_attr_definition
class QuantizedType(Data[str], TypeAttribute):
    """A number stored as an integer, `!quant.uniform<i8:f32, 0.1>`; `data` is the text in angle brackets."""

    name = "quant.uniform"

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> str:
        """Parse the text, of which only the brackets are looked at."""
        return bracketed_text(parser)

    def print_parameter(self, printer: Printer) -> None:
        """Print the text."""
        printer.print_string(f"<{self.data}>")


QUANT = Dialect("quant", [], [QuantizedType])
