"""The attributes and types of the tosa dialect."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar

from xdsl.dialects.builtin import IntAttr
from xdsl.ir import Attribute, ParametrizedAttribute, TypeAttribute
from xdsl.irdl import irdl_attr_definition
from xdsl.parser import AttrParser
from xdsl.printer import Printer
from xdsl.utils.hints import isa

from llmsys_ir.dialects.records import CaseAttribute


class EnumAttr(CaseAttribute, ABC):
    """An enum: `#tosa.name<CASE>`, or only `CASE` in the attribute dictionary of a tosa op (LLVM 22)."""

    @classmethod
    def from_case(cls, case: str, parser: AttrParser) -> EnumAttr:
        """The attribute for a case name that has just been parsed."""
        if case not in cls.CASES:
            parser.raise_error(f"{cls.name} must be one of {', '.join(cls.CASES)}, got {case}")
        return cls(case)

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> str:
        """Parse the case in angle brackets."""
        with parser.in_angle_brackets():
            return cls.from_case(parser.parse_identifier(), parser).data

    def print_parameter(self, printer: Printer) -> None:
        """Print the case in angle brackets."""
        with printer.in_angle_brackets():
            printer.print_string(self.data)


@irdl_attr_definition
class NanModeAttr(EnumAttr):
    """What a maximum or minimum does with NaN."""

    name = "tosa.nan_mode"
    CASES = ("PROPAGATE", "IGNORE")


@irdl_attr_definition
class RoundingModeAttr(EnumAttr):
    """How a scaled integer is rounded."""

    name = "tosa.rounding_mode"
    CASES = ("SINGLE_ROUND", "INEXACT_ROUND", "DOUBLE_ROUND")


@irdl_attr_definition
class ResizeModeAttr(EnumAttr):
    """How a resized image is interpolated."""

    name = "tosa.resize_mode"
    CASES = ("NEAREST_NEIGHBOR", "BILINEAR")


@irdl_attr_definition
class BlockSizeAttr(EnumAttr):
    """How many elements share one scale."""

    name = "tosa.block_size"
    CASES = ("BLOCK_SIZE_32",)


class QuantizationAttr(ParametrizedAttribute, ABC):
    """Two zero points, by name (LLVM 19): `#tosa.matmul_quant<a_zp = 1, b_zp = 2>`."""

    FIELDS: ClassVar[tuple[str, ...]]

    @classmethod
    def parse_parameters(cls, parser: AttrParser) -> Sequence[Attribute]:
        """Parse the named zero points in any order."""

        def field() -> tuple[str, Attribute]:
            name = parser.parse_identifier()
            parser.parse_punctuation("=")
            return name, IntAttr(parser.parse_integer())

        fields = dict(parser.parse_comma_separated_list(parser.Delimiter.ANGLE, field))
        if set(fields) != set(cls.FIELDS):
            parser.raise_error(f"{cls.name} must have {', '.join(cls.FIELDS)}, got {', '.join(fields)}")
        return [fields[name] for name in cls.FIELDS]

    def print_parameters(self, printer: Printer) -> None:
        """Print the named zero points."""
        with printer.in_angle_brackets():
            pairs = zip(self.FIELDS, self.parameters, strict=True)
            printer.print_list(pairs, lambda pair: printer.print_string(f"{pair[0]} = {int_of(pair[1])}"))


def int_of(attribute: Attribute) -> int:
    """The integer an attribute parameter holds."""
    assert isa(attribute, IntAttr)
    return attribute.data


@irdl_attr_definition
class MatMulQuantAttr(QuantizationAttr):
    """Zero points of `tosa.matmul`."""

    name = "tosa.matmul_quant"
    FIELDS = ("a_zp", "b_zp")
    a_zp: IntAttr
    b_zp: IntAttr


@irdl_attr_definition
class ConvQuantAttr(QuantizationAttr):
    """Zero points of a convolution."""

    name = "tosa.conv_quant"
    FIELDS = ("input_zp", "weight_zp")
    input_zp: IntAttr
    weight_zp: IntAttr


@irdl_attr_definition
class UnaryQuantAttr(QuantizationAttr):
    """Zero points of `tosa.negate` and `tosa.avg_pool2d`."""

    name = "tosa.unary_quant"
    FIELDS = ("input_zp", "output_zp")
    input_zp: IntAttr
    output_zp: IntAttr


@irdl_attr_definition
class PadQuantAttr(QuantizationAttr):
    """Zero point of `tosa.pad`."""

    name = "tosa.pad_quant"
    FIELDS = ("input_zp",)
    input_zp: IntAttr


@irdl_attr_definition
class ShapeType(ParametrizedAttribute, TypeAttribute):
    """A list of N sizes, `!tosa.shape<N>` (LLVM 20 and later)."""

    name = "tosa.shape"
    rank: IntAttr

    @classmethod
    def parse_parameters(cls, parser: AttrParser) -> Sequence[Attribute]:
        """Parse the rank."""
        with parser.in_angle_brackets():
            return [IntAttr(parser.parse_integer(allow_boolean=False, allow_negative=False))]

    def print_parameters(self, printer: Printer) -> None:
        """Print the rank."""
        with printer.in_angle_brackets():
            printer.print_int(self.rank.data)


@irdl_attr_definition
class MxInt8Type(ParametrizedAttribute, TypeAttribute):
    """A block-scaled 8-bit integer, `!tosa.mxint8` (LLVM 22)."""

    name = "tosa.mxint8"


BARE_ENUMS: dict[str, type[EnumAttr]] = {
    "nan_mode": NanModeAttr,
    "rounding_mode": RoundingModeAttr,
    "mode": ResizeModeAttr,
    "block_size": BlockSizeAttr,
}
"""The attribute names after which a tosa op may have an enum case without its `#tosa.name<>`."""
