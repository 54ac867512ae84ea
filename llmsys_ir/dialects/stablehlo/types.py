"""The types of the stablehlo dialect, and the constraints on types and attributes that its ops share."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects.builtin import AnyTensorTypeConstr, ArrayAttr, DenseArrayBase, i64
from xdsl.ir import Attribute, Data, ParametrizedAttribute, TypeAttribute
from xdsl.irdl import irdl_attr_definition
from xdsl.parser import AttrParser
from xdsl.printer import Printer

TENSOR = AnyTensorTypeConstr
"""A ranked tensor."""

INTEGERS = DenseArrayBase.constr(i64)
"""An attribute `array<i64: ...>`."""


@irdl_attr_definition
class TokenType(ParametrizedAttribute, TypeAttribute):
    """The order of side effects, `!stablehlo.token`."""

    name = "stablehlo.token"


@irdl_attr_definition
class FutureType(ParametrizedAttribute, TypeAttribute):
    """The results of an op that is still running, `!stablehlo.future<T, U>`."""

    name = "stablehlo.future"
    types: ArrayAttr[Attribute]

    @classmethod
    def parse_parameters(cls, parser: AttrParser) -> Sequence[Attribute]:
        """Parse the types."""
        return [ArrayAttr(parser.parse_comma_separated_list(parser.Delimiter.ANGLE, parser.parse_type))]

    def print_parameters(self, printer: Printer) -> None:
        """Print the types."""
        with printer.in_angle_brackets():
            printer.print_list(self.types.data, printer.print_attribute)


@irdl_attr_definition
class BoundsAttr(Data[tuple[int, ...]]):
    """The largest size of each dynamic dim of a tensor, as `#stablehlo.bounds<8, ?>`; -1 where there is none."""

    name = "stablehlo.bounds"

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> tuple[int, ...]:
        """Parse the sizes."""

        def parse_one() -> int:
            if parser.parse_optional_punctuation("?"):
                return -1
            return parser.parse_integer(allow_boolean=False, allow_negative=False)

        return tuple(parser.parse_comma_separated_list(parser.Delimiter.ANGLE, parse_one))

    def print_parameter(self, printer: Printer) -> None:
        """Print the sizes."""
        texts = ["?" if size == -1 else str(size) for size in self.data]
        printer.print_string(f"<{', '.join(texts)}>")


ATTRIBUTES = (BoundsAttr, FutureType, TokenType)
"""The types of this module, and the attribute in tensor types."""
