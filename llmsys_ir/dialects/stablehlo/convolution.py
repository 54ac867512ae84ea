"""Convolutions, and how their windows are written."""

from __future__ import annotations

from abc import ABC
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    I64,
    ArrayAttr,
    DenseArrayBase,
    DenseIntOrFPElementsAttr,
    IntegerAttr,
    TensorType,
    i1,
    i64,
)
from xdsl.ir import Attribute
from xdsl.irdl import IRDLOperation, irdl_op_definition, operand_def, opt_prop_def, prop_def, result_def, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.pretty import Properties, integers, parse_attributes, print_attributes
from llmsys_ir.dialects.records import parse_integer_list, print_integer_list
from llmsys_ir.dialects.scanning import resolve, scan_operands
from llmsys_ir.dialects.shapes import check_shape, dims_agree
from llmsys_ir.dialects.stablehlo.attributes import (
    ConvDimensionNumbersAttr,
    ConvDimensions,
    parse_conv_dimensions,
    print_conv_dimensions,
)
from llmsys_ir.dialects.stablehlo.checks import (
    check,
    check_dims,
    check_length,
    check_positive,
    check_precision,
    integers_of,
)
from llmsys_ir.dialects.stablehlo.enums import PrecisionAttr
from llmsys_ir.dialects.stablehlo.types import INTEGERS, TENSOR
from llmsys_ir.dialects.stablehlo.windows import Window, window_of
from llmsys_ir.dialects.tensors import tensor_type


def _parse_padding(parser: Parser) -> Attribute:
    def parse_row() -> tuple[int, ...]:
        position = parser.pos
        row = parse_integer_list(parser)
        if len(row) != 2:
            parser.raise_error(f"expected a pair of paddings, got {list(row)}", position)
        return row

    rows = parser.parse_comma_separated_list(parser.Delimiter.SQUARE, parse_row)
    type_ = TensorType(i64, [len(rows), 2])
    return DenseIntOrFPElementsAttr.from_list(type_, [value for row in rows for value in row])


def _print_padding(printer: Printer, value: Attribute) -> None:
    assert isinstance(value, DenseIntOrFPElementsAttr)
    values = [int(number) for number in value.get_values()]  # pyright: ignore
    rows = [f"[{low}, {high}]" for low, high in zip(values[::2], values[1::2], strict=True)]
    printer.print_string(f"[{', '.join(rows)}]")


def _parse_booleans(parser: Parser) -> Attribute:
    values = parser.parse_comma_separated_list(parser.Delimiter.SQUARE, parser.parse_integer)
    return DenseArrayBase.from_list(i1, [value != 0 for value in values])


def _print_booleans(printer: Printer, value: Attribute) -> None:
    assert isinstance(value, DenseArrayBase)
    cases = ["true" if number else "false" for number in value.get_values()]  # pyright: ignore
    printer.print_string(f"[{', '.join(cases)}]")


def _print_integers(printer: Printer, value: Attribute) -> None:
    assert isinstance(value, DenseArrayBase)
    print_integer_list(printer, value.get_values())  # pyright: ignore


@dataclass(frozen=True)
class _Entry:
    """One entry of `window = {...}`: its property, and how its value is written."""

    property: str
    parse: Callable[[Parser], Attribute] = lambda parser: integers(parse_integer_list(parser))
    print: Callable[[Printer, Attribute], None] = _print_integers


_WINDOW = {
    "stride": _Entry("window_strides"),
    "pad": _Entry("padding", _parse_padding, _print_padding),
    "lhs_dilate": _Entry("lhs_dilation"),
    "rhs_dilate": _Entry("rhs_dilation"),
    "reverse": _Entry("window_reversal", _parse_booleans, _print_booleans),
}


def _parse_window(parser: Parser) -> Properties:
    properties: Properties = {}

    def parse_one() -> None:
        position = parser.pos
        keyword = parser.parse_identifier()
        entry = _WINDOW.get(keyword)
        if entry is None or entry.property in properties:
            parser.raise_error(f"expected each of {', '.join(_WINDOW)} at most once, got '{keyword}'", position)
        parser.parse_punctuation("=")
        properties[entry.property] = entry.parse(parser)

    parser.parse_comma_separated_list(parser.Delimiter.BRACES, parse_one)
    return properties


class AnyConvolutionOp(IRDLOperation, ABC):
    """What both convolutions have."""

    lhs = operand_def(TENSOR)
    rhs = operand_def(TENSOR)
    result = result_def(TENSOR)
    window_strides = opt_prop_def(INTEGERS)
    lhs_dilation = opt_prop_def(INTEGERS)
    rhs_dilation = opt_prop_def(INTEGERS)
    window_reversal = opt_prop_def(DenseArrayBase.constr(i1))
    dimension_numbers = prop_def(ConvDimensionNumbersAttr)
    feature_group_count = prop_def(IntegerAttr[I64])
    batch_group_count = prop_def(IntegerAttr[I64])
    precision_config = opt_prop_def(ArrayAttr[PrecisionAttr])
    traits = traits_def(Pure())

    def verify_with(self, padding: DenseIntOrFPElementsAttr | None, *, static: bool) -> None:
        """Check the dims, the window, and the shape of the result, as far as the padding is known."""
        check_precision(self.precision_config)
        lhs, rhs = tensor_type(self.lhs).get_shape(), tensor_type(self.rhs).get_shape()
        dims = self.dimension_numbers.data
        _check_dimensions(dims, lhs, rhs, tensor_type(self.result).get_shape())
        sizes = [rhs[dim] for dim in dims.kernel_spatial_dimensions]
        reversal = integers_of(self.window_reversal)
        if reversal is not None:
            check_length("window_reversal", reversal, len(sizes))
        window = window_of(
            sizes,
            ("window_strides", self.window_strides),
            padding,
            ("lhs_dilation", self.lhs_dilation),
            ("rhs_dilation", self.rhs_dilation),
        )
        self._check_groups(lhs, rhs)
        check_shape("result shape", self._result_shape(lhs, rhs, window if static else None), self.result.type)

    def _check_groups(self, lhs: Sequence[int], rhs: Sequence[int]) -> None:
        dims = self.dimension_numbers.data
        features, batches = self.feature_group_count.value.data, self.batch_group_count.value.data
        check_positive("feature_group_count and batch_group_count", (features, batches))
        if features > 1 and batches > 1:
            raise VerifyException(
                f"feature_group_count and batch_group_count must not both be greater than 1, got {features}, {batches}"
            )
        _check_divisible("input batch size", lhs[dims.input_batch_dimension], "batch_group_count", batches)
        _check_divisible("input feature size", lhs[dims.input_feature_dimension], "feature_group_count", features)
        outputs = rhs[dims.kernel_output_feature_dimension]
        _check_divisible("kernel output feature size", outputs, "batch_group_count", batches)
        _check_divisible("kernel output feature size", outputs, "feature_group_count", features)
        size, inputs = lhs[dims.input_feature_dimension], rhs[dims.kernel_input_feature_dimension]
        if size != DYNAMIC_INDEX and not dims_agree(size // features, inputs):
            raise VerifyException(f"kernel input feature size must be {size // features}, got {inputs}")

    def _result_shape(self, lhs: Sequence[int], rhs: Sequence[int], window: Window | None) -> list[int]:
        dims = self.dimension_numbers.data
        batch, groups = lhs[dims.input_batch_dimension], self.batch_group_count.value.data
        shape = [DYNAMIC_INDEX] * len(lhs)
        shape[dims.output_batch_dimension] = batch if batch == DYNAMIC_INDEX else batch // groups
        shape[dims.output_feature_dimension] = rhs[dims.kernel_output_feature_dimension]
        if window is not None:
            counts = window.count([lhs[dim] for dim in dims.input_spatial_dimensions])
            for dim, count in zip(dims.output_spatial_dimensions, counts, strict=True):
                shape[dim] = count
        return shape


def _check_divisible(what: str, size: int, group: str, count: int) -> None:
    if size != DYNAMIC_INDEX and size % count:
        raise VerifyException(f"{what} must be divisible by {group}, got {size} and {count}")


def _check_dimensions(dims: ConvDimensions, *shapes: Sequence[int]) -> None:
    rank = len(shapes[0])
    for what, layout, shape in zip(("input", "kernel", "output"), dims.layouts(), shapes, strict=True):
        check(len(shape) == rank, f"{what} must have rank {rank} as the input, got {len(shape)}")
        check_length(f"{what} dimensions", layout, rank)
        check_dims(f"{what} dimensions", layout, rank)


@irdl_op_definition
class ConvolutionOp(AnyConvolutionOp):
    """A convolution of any layout."""

    name = "stablehlo.convolution"
    padding = opt_prop_def(DenseIntOrFPElementsAttr)

    HIDDEN: ClassVar[tuple[str, ...]] = ("dimension_numbers", *(entry.property for entry in _WINDOW.values()))

    def verify_(self) -> None:
        """Check the dims, the window, and the shape of the result."""
        self.verify_with(self.padding, static=True)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse operands, dims, window, attributes and types."""
        with parser.in_parens():
            operands = scan_operands(parser)
        parser.parse_keyword("dim_numbers")
        parser.parse_punctuation("=")
        dims = ConvDimensionNumbersAttr(parse_conv_dimensions(parser))
        parser.parse_punctuation(",")
        parser.parse_keyword("window")
        parser.parse_punctuation("=")
        properties: Properties = {"dimension_numbers": dims, **_parse_window(parser)}
        attributes = parse_attributes(parser, cls, properties)
        parser.parse_punctuation(":")
        type_ = parser.parse_function_type()
        return cls.create(
            operands=resolve(parser, operands, type_.inputs.data),
            result_types=type_.outputs.data,
            properties=properties,
            attributes=attributes,
        )

    def print(self, printer: Printer) -> None:
        """Print operands, dims, window, attributes and types."""
        with printer.in_parens():
            printer.print_list(self.operands, printer.print_ssa_value)
        printer.print_string(" dim_numbers = ")
        print_conv_dimensions(printer, self.dimension_numbers.data)
        printer.print_string(", window = ")
        shown = [keyword for keyword, entry in _WINDOW.items() if entry.property in self.properties]

        def print_entry(keyword: str) -> None:
            entry = _WINDOW[keyword]
            printer.print_string(f"{keyword} = ")
            entry.print(printer, self.properties[entry.property])

        with printer.in_braces():
            printer.print_list(shown, print_entry)
        print_attributes(printer, self, self.HIDDEN)
        printer.print_string(" : ")
        printer.print_operation_type(self)


@irdl_op_definition
class DynamicConvOp(AnyConvolutionOp):
    """A convolution whose padding is an operand."""

    name = "stablehlo.dynamic_conv"
    lhs = operand_def(TENSOR)
    rhs = operand_def(TENSOR)
    padding = operand_def(TENSOR)

    def verify_(self) -> None:
        """Check the dims, the window, and the shape of the result where the padding does not matter."""
        spatial = len(self.dimension_numbers.data.input_spatial_dimensions)
        check_shape("padding", (spatial, 2), self.padding.type)
        self.verify_with(None, static=False)


OPS = (ConvolutionOp, DynamicConvOp)
"""The ops of this module."""
