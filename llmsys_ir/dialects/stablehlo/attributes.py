"""The records of the stablehlo dialect: dimension numbers, and what else has named fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from xdsl.ir import Attribute
from xdsl.irdl import irdl_attr_definition
from xdsl.parser import AttrParser
from xdsl.printer import Printer
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.records import Dims, RecordAttribute
from llmsys_ir.dialects.stablehlo.enums import ResultAccuracyModeAttr


@dataclass(frozen=True)
class DotDimensions:
    """Which dims of the operands of a product belong together."""

    lhs_batching_dimensions: Dims = ()
    rhs_batching_dimensions: Dims = ()
    lhs_contracting_dimensions: Dims = ()
    rhs_contracting_dimensions: Dims = ()


@irdl_attr_definition
class DotDimensionNumbersAttr(RecordAttribute[DotDimensions]):
    """The dims of `stablehlo.dot_general`."""

    name = "stablehlo.dot"
    RECORD = DotDimensions
    SPREAD: ClassVar[bool] = True


@dataclass(frozen=True)
class GatherDimensions:
    """How the dims of operand, indices and result of a gather belong together."""

    offset_dims: Dims = ()
    collapsed_slice_dims: Dims = ()
    operand_batching_dims: Dims = ()
    start_indices_batching_dims: Dims = ()
    start_index_map: Dims = ()
    index_vector_dim: int = 0


@irdl_attr_definition
class GatherDimensionNumbersAttr(RecordAttribute[GatherDimensions]):
    """The dims of `stablehlo.gather`."""

    name = "stablehlo.gather"
    RECORD = GatherDimensions
    SPREAD: ClassVar[bool] = True


@dataclass(frozen=True)
class ScatterDimensions:
    """How the dims of inputs, indices and updates of a scatter belong together."""

    update_window_dims: Dims = ()
    inserted_window_dims: Dims = ()
    input_batching_dims: Dims = ()
    scatter_indices_batching_dims: Dims = ()
    scatter_dims_to_operand_dims: Dims = ()
    index_vector_dim: int = 0


@irdl_attr_definition
class ScatterDimensionNumbersAttr(RecordAttribute[ScatterDimensions]):
    """The dims of `stablehlo.scatter`."""

    name = "stablehlo.scatter"
    RECORD = ScatterDimensions
    SPREAD: ClassVar[bool] = True


@dataclass(frozen=True)
class ConvDimensions:
    """What the dims of input, kernel and output of a convolution are."""

    input_batch_dimension: int
    input_feature_dimension: int
    input_spatial_dimensions: Dims
    kernel_input_feature_dimension: int
    kernel_output_feature_dimension: int
    kernel_spatial_dimensions: Dims
    output_batch_dimension: int
    output_feature_dimension: int
    output_spatial_dimensions: Dims

    def layouts(self) -> tuple[Dims, Dims, Dims]:
        """For input, kernel and output: batch or input feature dim, (output) feature dim, spatial dims."""
        return (
            (self.input_batch_dimension, self.input_feature_dimension, *self.input_spatial_dimensions),
            (
                self.kernel_input_feature_dimension,
                self.kernel_output_feature_dimension,
                *self.kernel_spatial_dimensions,
            ),
            (self.output_batch_dimension, self.output_feature_dimension, *self.output_spatial_dimensions),
        )


_CONV_LETTERS = ("bf", "io", "bf")
"""The dims of input, kernel and output that are not spatial."""


@irdl_attr_definition
class ConvDimensionNumbersAttr(RecordAttribute[ConvDimensions]):
    """The dims of `stablehlo.convolution`, written `#stablehlo.conv<[b, 0, f]x[0, i, o]->[b, 0, f]>`."""

    name = "stablehlo.conv"
    RECORD = ConvDimensions
    SPREAD: ClassVar[bool] = True

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> ConvDimensions:
        """Parse the three lists, or `raw` and all fields."""
        with parser.in_angle_brackets():
            if parser.parse_optional_keyword("raw") is None:
                return parse_conv_dimensions(parser)
            dims = cls.parse_fields(parser)
            for layout in dims.layouts():
                if sorted(layout) != [*range(len(layout))]:
                    parser.raise_error(f"expected each dim below {len(layout)} once, got {list(layout)}")
            return dims

    def print_parameter(self, printer: Printer) -> None:
        """Print the three lists."""
        with printer.in_angle_brackets():
            print_conv_dimensions(printer, self.data)


def parse_conv_dimensions(parser: AttrParser) -> ConvDimensions:
    """Parse `[b, 0, f]x[0, i, o]->[b, 0, f]`."""
    lhs = _parse_layout(parser, _CONV_LETTERS[0])
    parser.parse_keyword("x")
    kernel = _parse_layout(parser, _CONV_LETTERS[1])
    parser.parse_punctuation("->")
    output = _parse_layout(parser, _CONV_LETTERS[2])
    return ConvDimensions(*lhs, *kernel, *output)


def _parse_layout(parser: AttrParser, letters: str) -> tuple[int, int, Dims]:
    """The positions of two letters in a list, and those of the numbers from 0 on."""
    position = parser.pos

    def parse_one() -> str | int:
        number = parser.parse_optional_integer(allow_boolean=False, allow_negative=False)
        return parser.parse_identifier() if number is None else number

    items = parser.parse_comma_separated_list(parser.Delimiter.SQUARE, parse_one)
    expected = [*letters, *range(len(items) - len(letters))]
    if len(set(items)) < len(items) or set(items) != set(expected):
        names = ", ".join(map(str, expected)) if len(items) >= len(letters) else ", ".join(letters)
        parser.raise_error(f"expected each of {names} once, got [{', '.join(map(str, items))}]", position)
    first, second, *spatial = map(items.index, expected)
    return first, second, tuple(spatial)


def print_conv_dimensions(printer: Printer, dims: ConvDimensions) -> None:
    """Print `[b, 0, f]x[0, i, o]->[b, 0, f]`."""
    texts = [
        f"[{', '.join(_names(layout, letters))}]" for layout, letters in zip(dims.layouts(), _CONV_LETTERS, strict=True)
    ]
    printer.print_string(f"{texts[0]}x{texts[1]}->{texts[2]}")


def _names(layout: tuple[int, ...], letters: str) -> Iterator[str]:
    names = [*letters, *map(str, range(len(layout) - len(letters)))]
    for _, name in sorted(zip(layout, names, strict=True)):
        yield name


@dataclass(frozen=True)
class ChannelHandle:
    """A channel between devices, and whether it leads to a device or to the host."""

    handle: int
    type: int


@irdl_attr_definition
class ChannelHandleAttr(RecordAttribute[ChannelHandle]):
    """The channel of a collective, a send or a receive."""

    name = "stablehlo.channel_handle"
    RECORD = ChannelHandle


@dataclass(frozen=True)
class OutputOperandAlias:
    """A result of a custom call that lies in the memory of an operand."""

    output_tuple_indices: Dims
    operand_index: int
    operand_tuple_indices: Dims


@irdl_attr_definition
class OutputOperandAliasAttr(RecordAttribute[OutputOperandAlias]):
    """An alias of a custom call."""

    name = "stablehlo.output_operand_alias"
    RECORD = OutputOperandAlias


@dataclass(frozen=True)
class DotAlgorithm:
    """The arithmetic of a product."""

    lhs_precision_type: Attribute
    rhs_precision_type: Attribute
    accumulation_type: Attribute
    lhs_component_count: int
    rhs_component_count: int
    num_primitive_operations: int
    allow_imprecise_accumulation: bool


@irdl_attr_definition
class DotAlgorithmAttr(RecordAttribute[DotAlgorithm]):
    """The arithmetic of `stablehlo.dot_general`."""

    name = "stablehlo.dot_algorithm"
    RECORD = DotAlgorithm


@dataclass(frozen=True)
class ResultAccuracy:
    """How far a result may be off: absolutely, relatively, in units in the last place."""

    mode: Attribute
    atol: float = 0.0
    rtol: float = 0.0
    ulps: int = 0


@irdl_attr_definition
class ResultAccuracyAttr(RecordAttribute[ResultAccuracy]):
    """The accuracy of an elementwise function."""

    name = "stablehlo.result_accuracy"
    RECORD = ResultAccuracy
    ORDER = ("atol", "rtol", "ulps", "mode")

    def verify(self) -> None:
        """Check that tolerances are given only where they are the measure, and are not negative."""
        data = self.data
        if not isinstance(data.mode, ResultAccuracyModeAttr):
            raise VerifyException(f"mode must be a mode of result accuracy, got '{data.mode}'")
        tolerances = (data.atol, data.rtol, data.ulps)
        if any(value < 0 for value in tolerances):
            raise VerifyException(f"tolerances must not be negative, got {list(tolerances)}")
        if data.mode.data != "TOLERANCE" and any(tolerances):
            raise VerifyException(f"tolerances must be 0 in mode {data.mode.data}, got {list(tolerances)}")


DEFAULT_ACCURACY = ResultAccuracyAttr(ResultAccuracy(ResultAccuracyModeAttr("DEFAULT")))
"""The accuracy of a function of which none is stated."""

ATTRIBUTES = (
    ChannelHandleAttr,
    ConvDimensionNumbersAttr,
    DotAlgorithmAttr,
    DotDimensionNumbersAttr,
    GatherDimensionNumbersAttr,
    OutputOperandAliasAttr,
    ResultAccuracyAttr,
    ScatterDimensionNumbersAttr,
)
"""The attributes of this module."""
