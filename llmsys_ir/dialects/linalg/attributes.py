"""The enums of the linalg dialect."""

from __future__ import annotations

from abc import ABC
from typing import ClassVar

from xdsl.ir import Data
from xdsl.irdl import irdl_attr_definition
from xdsl.parser import AttrParser
from xdsl.printer import Printer


class FunctionAttr(Data[str], ABC):
    """The name of a scalar function: `#linalg.unary_fn<exp>`."""

    CASES: ClassVar[tuple[str, ...]]

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> str:
        """Parse the name in angle brackets."""
        with parser.in_angle_brackets():
            case = parser.parse_identifier()
        if case not in cls.CASES:
            parser.raise_error(f"{cls.name} must be one of {', '.join(cls.CASES)}, got {case}")
        return case

    def print_parameter(self, printer: Printer) -> None:
        """Print the name in angle brackets."""
        with printer.in_angle_brackets():
            printer.print_string(self.data)


@irdl_attr_definition
class UnaryFunctionAttr(FunctionAttr):
    """A function of one number."""

    name = "linalg.unary_fn"
    CASES = (
        *("exp", "log", "abs", "ceil", "floor", "negf", "reciprocal", "round", "sqrt", "rsqrt", "square"),
        *("tanh", "erf"),
    )


@irdl_attr_definition
class BinaryFunctionAttr(FunctionAttr):
    """A function of two numbers."""

    name = "linalg.binary_fn"
    CASES = (
        *("add", "sub", "mul", "div", "div_unsigned", "max_signed", "min_signed", "max_unsigned"),
        *("min_unsigned", "powf"),
    )


@irdl_attr_definition
class TernaryFunctionAttr(FunctionAttr):
    """A function of three scalars."""

    name = "linalg.ternary_fn"
    CASES = ("select",)


@irdl_attr_definition
class TypeFunctionAttr(FunctionAttr):
    """How integers are converted."""

    name = "linalg.type_fn"
    CASES = ("cast_signed", "cast_unsigned")
