"""Ops of the chlo dialect that are not elementwise: constants, top-k, ragged products, scans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from xdsl.dialects.builtin import DYNAMIC_INDEX, I64, ArrayAttr, BoolAttr, FloatAttr, IntegerAttr, TensorType, i32, i64
from xdsl.ir import Attribute
from xdsl.irdl import (
    AttrSizedOperandSegments,
    AttrSizedResultSegments,
    IRDLOperation,
    irdl_op_definition,
    operand_def,
    opt_prop_def,
    prop_def,
    region_def,
    result_def,
    traits_def,
    var_operand_def,
    var_result_def,
)
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure, RecursiveMemoryEffect
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.chlo.attributes import PrecisionAttr, RaggedDotDimensionNumbersAttr, RaggedDotDimensions
from llmsys_ir.dialects.chlo.base import TENSOR, check_element_type
from llmsys_ir.dialects.pretty import Properties, parse_attributes, print_attributes
from llmsys_ir.dialects.records import parse_integer
from llmsys_ir.dialects.scanning import resolve, scan_operands
from llmsys_ir.dialects.shapes import check_shape, shape_of, shape_text
from llmsys_ir.dialects.stablehlo.checks import (
    check,
    check_dim,
    check_dims,
    check_equal_length,
    check_precision,
    check_sizes,
)
from llmsys_ir.dialects.stablehlo.creation import AnyConstantOp
from llmsys_ir.dialects.stablehlo.elements import INTEGER, check_kind
from llmsys_ir.dialects.stablehlo.regions import arguments, check_types, returned
from llmsys_ir.dialects.stablehlo.types import TENSOR as RANKED
from llmsys_ir.dialects.tensors import as_tensor, tensor_type


@irdl_op_definition
class ConstantOp(AnyConstantOp):
    """A constant tensor."""

    name = "chlo.constant"


@irdl_op_definition
class ConstantLikeOp(IRDLOperation):
    """A constant of one value, in the shape of the operand."""

    name = "chlo.constant_like"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    value = prop_def(IntegerAttr | FloatAttr)
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the elements and the shape."""
        check_element_type(self.result, self.value.type)
        shape = shape_of(self.operand.type)
        if shape is not None:
            check_shape("result shape", shape, self.result.type)


@irdl_op_definition
class TopKOp(IRDLOperation):
    """The greatest elements of the last dim and their places: `top_k(%a, k = 3) : T -> (U, V)`."""

    name = "chlo.top_k"
    operand = operand_def(TENSOR)
    values = result_def(TENSOR)
    indices = result_def(TENSOR)
    k = prop_def(IntegerAttr[I64])
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check k, and the types of the results."""
        operand = as_tensor(self.operand.type)
        if operand is None:
            return
        shape, k = operand.get_shape(), self.k.value.data
        check(len(shape) > 0, "operand must have rank 1 or more, got 0")
        check(k >= 0, f"k must not be negative, got {k}")
        if shape[-1] != DYNAMIC_INDEX and shape[-1] < k:
            raise VerifyException(f"last dim of the operand must be at least k, got {shape[-1]} < {k}")
        for what, value, element_type in (
            ("values", self.values, operand.element_type),
            ("indices", self.indices, i32),
        ):
            check_shape(f"shape of {what}", [*shape[:-1], k], value.type)
            check_element_type(value, element_type)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse operand, k, attributes and types."""
        properties: Properties = {}
        with parser.in_parens():
            operands = scan_operands(parser)
            parser.parse_punctuation(",")
            parser.parse_keyword("k")
            parser.parse_punctuation("=")
            properties["k"] = IntegerAttr(parse_integer(parser), i64)
        attributes = parse_attributes(parser, cls, properties)
        parser.parse_punctuation(":")
        operand_type = parser.parse_type()
        parser.parse_punctuation("->")
        return cls.create(
            operands=resolve(parser, operands, [operand_type]),
            result_types=parser.parse_comma_separated_list(parser.Delimiter.PAREN, parser.parse_type),
            properties=properties,
            attributes=attributes,
        )

    def print(self, printer: Printer) -> None:
        """Print operand, k, attributes and types."""
        with printer.in_parens():
            printer.print_ssa_value(self.operand)
            printer.print_string(f", k = {self.k.value.data}")
        print_attributes(printer, self, ("k",))
        printer.print_string(" : ")
        printer.print_attribute(self.operand.type)
        printer.print_string(" -> ")
        with printer.in_parens():
            printer.print_list(self.result_types, printer.print_attribute)


@irdl_op_definition
class RaggedDotOp(IRDLOperation):
    """A product of which one dim of the lhs is divided into groups, each with its own rhs or result."""

    name = "chlo.ragged_dot"
    lhs = operand_def(TENSOR)
    rhs = operand_def(TENSOR)
    group_sizes = operand_def(RANKED)
    result = result_def(TENSOR)
    ragged_dot_dimension_numbers = prop_def(RaggedDotDimensionNumbersAttr)
    precision_config = opt_prop_def(ArrayAttr[PrecisionAttr])
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the dims, and the shape of the result."""
        check_precision(self.precision_config)
        check_kind("group_sizes", self.group_sizes, INTEGER)
        lhs, rhs = shape_of(self.lhs.type), shape_of(self.rhs.type)
        if lhs is None or rhs is None:
            return
        dims = self.ragged_dot_dimension_numbers.data
        _check_ragged_dims(dims, lhs, rhs)
        groups = tensor_type(self.group_sizes).get_shape()
        check(len(groups) > 0, "group_sizes must have rank 1 or more, got 0")
        check_shape("result shape", _ragged_shape(dims, lhs, rhs, groups[-1]), self.result.type)


def _check_ragged_dims(dims: RaggedDotDimensions, lhs: Sequence[int], rhs: Sequence[int]) -> None:
    for kind in ("batching", "contracting"):
        names = f"lhs_{kind}_dimensions", f"rhs_{kind}_dimensions"
        check_equal_length(names[0], getattr(dims, names[0]), names[1], getattr(dims, names[1]))
    check_dims("dims of the lhs", dims.lhs_batching_dimensions + dims.lhs_contracting_dimensions, len(lhs))
    together = dims.rhs_batching_dimensions + dims.rhs_contracting_dimensions + dims.rhs_group_dimensions
    check_dims("dims of the rhs", together, len(rhs))
    check_sizes("batching", lhs, dims.lhs_batching_dimensions, rhs, dims.rhs_batching_dimensions)
    check_sizes("contracted", lhs, dims.lhs_contracting_dimensions, rhs, dims.rhs_contracting_dimensions)
    ragged, group = dims.lhs_ragged_dimensions, dims.rhs_group_dimensions
    check(len(ragged) == 1, f"lhs_ragged_dimensions must have 1 element, got {len(ragged)}")
    check_dim("lhs_ragged_dimensions", ragged[0], len(lhs))
    shared = ragged[0] in dims.lhs_batching_dimensions + dims.lhs_contracting_dimensions
    expected = 0 if shared else 1
    check(len(group) == expected, f"rhs_group_dimensions must have {expected} element(s), got {len(group)}")


def _ragged_shape(dims: RaggedDotDimensions, lhs: Sequence[int], rhs: Sequence[int], groups: int) -> list[int]:
    used = dims.lhs_batching_dimensions + dims.lhs_contracting_dimensions
    rhs_used = dims.rhs_batching_dimensions + dims.rhs_contracting_dimensions + dims.rhs_group_dimensions
    shape = [groups] if dims.lhs_ragged_dimensions[0] in dims.lhs_contracting_dimensions else []
    shape += [lhs[dim] for dim in dims.lhs_batching_dimensions]
    shape += [size for dim, size in enumerate(lhs) if dim not in used]
    return shape + [size for dim, size in enumerate(rhs) if dim not in rhs_used]


@irdl_op_definition
class ScanOp(IRDLOperation):
    """A region run for each slice along a dim, with carries from one to the next.

    %0:2 = chlo.scan(%a) inits (%b) dimension=0  attributes {...} {...} : (T, U) -> (V, W)
    """

    name = "chlo.scan"
    inputs = var_operand_def(RANKED)
    inits = var_operand_def(RANKED)
    outputs = var_result_def(RANKED)
    carries = var_result_def(RANKED)
    dimension = prop_def(IntegerAttr[I64])
    scan_dim_size = opt_prop_def(IntegerAttr[I64])
    is_reverse = opt_prop_def(BoolAttr)
    is_associative = opt_prop_def(BoolAttr)
    body = region_def("single_block")
    irdl_options = (AttrSizedOperandSegments(as_property=True), AttrSizedResultSegments(as_property=True))
    traits = traits_def(RecursiveMemoryEffect())

    def verify_(self) -> None:
        """Check the dim, and what the region takes and returns."""
        dim = self.dimension.value.data
        check(len(self.inputs) + len(self.outputs) > 0, "scan needs at least one input or output")
        slices = [_without(tensor_type(value), dim) for value in (*self.inputs, *self.outputs)]
        sizes = {tensor_type(value).get_shape()[dim] for value in (*self.inputs, *self.outputs)} - {DYNAMIC_INDEX}
        if self.scan_dim_size is not None:
            sizes.add(self.scan_dim_size.value.data)
        check(len(sizes) <= 1, f"sizes of the scanned dim must be equal, got {shape_text(sorted(sizes))}")
        carried: list[Attribute] = [value.type for value in self.inits]
        check_types("carries", carried, self.carries)
        check_types("arguments of the body", [*slices[: len(self.inputs)], *carried], arguments(self.body))
        check_types("results of the body", [*slices[len(self.inputs) :], *carried], returned(self.body))

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse operands, dim, attributes, region and types."""
        with parser.in_parens():
            inputs = scan_operands(parser)
        parser.parse_keyword("inits")
        with parser.in_parens():
            inits = scan_operands(parser)
        parser.parse_keyword("dimension")
        parser.parse_punctuation("=")
        properties: Properties = {"dimension": IntegerAttr(parse_integer(parser), i64)}
        attributes: dict[str, Attribute] = {}
        if parser.parse_optional_keyword("attributes"):
            attributes = parse_attributes(parser, cls, properties)
        region = parser.parse_region()
        parser.parse_punctuation(":")
        type_ = parser.parse_function_type()
        types = type_.outputs.data
        if len(types) < len(inits):
            parser.raise_error(f"expected at least {len(inits)} result type(s), got {len(types)}")
        outputs = len(types) - len(inits)
        operands = resolve(parser, inputs + inits, type_.inputs.data)
        return cls.build(
            operands=[operands[: len(inputs)], operands[len(inputs) :]],
            result_types=[types[:outputs], types[outputs:]],
            properties=properties,
            attributes=attributes,
            regions=[region],
        )

    def print(self, printer: Printer) -> None:
        """Print operands, dim, attributes, region and types."""
        with printer.in_parens():
            printer.print_list(self.inputs, printer.print_ssa_value)
        printer.print_string(" inits ")
        with printer.in_parens():
            printer.print_list(self.inits, printer.print_ssa_value)
        printer.print_string(f" dimension={self.dimension.value.data} ")
        hidden = ("dimension", "operandSegmentSizes", "resultSegmentSizes")
        print_attributes(printer, self, hidden, keyword="attributes ")
        printer.print_string(" ")
        printer.print_region(self.body)
        printer.print_string(" : ")
        printer.print_operation_type(self)


def _without(type_: TensorType[Attribute], dim: int) -> TensorType[Attribute]:
    shape = type_.get_shape()
    check_dim("dimension", dim, len(shape))
    return TensorType(type_.element_type, [*shape[:dim], *shape[dim + 1 :]])


OPS = (ConstantLikeOp, ConstantOp, RaggedDotOp, ScanOp, TopKOp)
"""The ops of this module."""
