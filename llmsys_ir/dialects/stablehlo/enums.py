"""The enums of the stablehlo dialect."""

from __future__ import annotations

from xdsl.irdl import irdl_attr_definition
from xdsl.parser import AttrParser
from xdsl.printer import Printer

from llmsys_ir.dialects.records import CaseAttribute, EnumAttribute

COMPARISON_DIRECTIONS = ("EQ", "NE", "GE", "GT", "LE", "LT")
COMPARISON_TYPES = ("NOTYPE", "FLOAT", "TOTALORDER", "SIGNED", "UNSIGNED")
PRECISIONS = ("DEFAULT", "HIGH", "HIGHEST")


@irdl_attr_definition
class PrecisionAttr(EnumAttribute):
    """How exact the products of an operand are."""

    name = "stablehlo.precision"
    CASES = PRECISIONS


@irdl_attr_definition
class ComparisonDirectionAttr(EnumAttribute):
    """The relation that `stablehlo.compare` tests."""

    name = "stablehlo.comparison_direction"
    CASES = COMPARISON_DIRECTIONS


@irdl_attr_definition
class ComparisonTypeAttr(EnumAttribute):
    """The order that `stablehlo.compare` compares in."""

    name = "stablehlo.comparison_type"
    CASES = COMPARISON_TYPES


@irdl_attr_definition
class FftTypeAttr(EnumAttribute):
    """The transform of `stablehlo.fft`."""

    name = "stablehlo.fft_type"
    CASES = ("FFT", "IFFT", "RFFT", "IRFFT")


@irdl_attr_definition
class TransposeAttr(EnumAttribute):
    """The form in which `stablehlo.triangular_solve` takes its matrix."""

    name = "stablehlo.transpose"
    CASES = ("TRANSPOSE_INVALID", "NO_TRANSPOSE", "TRANSPOSE", "ADJOINT")


@irdl_attr_definition
class RngDistributionAttr(EnumAttribute):
    """The distribution of `stablehlo.rng`."""

    name = "stablehlo.rng_distribution"
    CASES = ("UNIFORM", "NORMAL")


@irdl_attr_definition
class RngAlgorithmAttr(EnumAttribute):
    """The algorithm of `stablehlo.rng_bit_generator`."""

    name = "stablehlo.rng_algorithm"
    CASES = ("DEFAULT", "THREE_FRY", "PHILOX")


@irdl_attr_definition
class ResultAccuracyModeAttr(CaseAttribute):
    """What a result's accuracy is measured by: `#stablehlo.result_accuracy_mode<TOLERANCE>`."""

    name = "stablehlo.result_accuracy_mode"
    CASES = ("DEFAULT", "HIGHEST", "TOLERANCE")

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> str:
        """Parse the case in angle brackets."""
        with parser.in_angle_brackets():
            return cls.parse_case(parser)

    def print_parameter(self, printer: Printer) -> None:
        """Print the case in angle brackets."""
        with printer.in_angle_brackets():
            printer.print_string(self.data)


ATTRIBUTES = (
    ComparisonDirectionAttr,
    ComparisonTypeAttr,
    FftTypeAttr,
    PrecisionAttr,
    ResultAccuracyModeAttr,
    RngAlgorithmAttr,
    RngDistributionAttr,
    TransposeAttr,
)
"""The attributes of this module."""
