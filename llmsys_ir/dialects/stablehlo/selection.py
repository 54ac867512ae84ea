"""Comparing numbers, and choosing between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Self

from xdsl.dialects.builtin import FunctionType, i1
from xdsl.ir import Attribute, Operation, SSAValue
from xdsl.irdl import irdl_op_definition, operand_def, opt_prop_def, prop_def, result_def, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure

from llmsys_ir.dialects.pretty import (
    FunctionalNotation,
    Notation,
    PrettyOp,
    Properties,
    SameNotation,
    parse_attributes,
    print_attributes,
)
from llmsys_ir.dialects.records import CaseAttribute
from llmsys_ir.dialects.scanning import resolve, scan_operands
from llmsys_ir.dialects.shapes import check_shape
from llmsys_ir.dialects.stablehlo.checks import check_same_shape
from llmsys_ir.dialects.stablehlo.elements import BOOLEAN, check_kind, check_same_element_type
from llmsys_ir.dialects.stablehlo.elementwise import BinaryOp
from llmsys_ir.dialects.stablehlo.enums import ComparisonDirectionAttr, ComparisonTypeAttr
from llmsys_ir.dialects.stablehlo.types import TENSOR
from llmsys_ir.dialects.tensors import tensor_type


@irdl_op_definition
class CompareOp(BinaryOp):
    """Whether a relation holds, written `compare LT, %a, %b, FLOAT : (T, T) -> U`."""

    name = "stablehlo.compare"
    comparison_direction = prop_def(ComparisonDirectionAttr)
    compare_type = opt_prop_def(ComparisonTypeAttr)

    def result_element_type(self, element_type: Attribute) -> Attribute:
        """A boolean."""
        del element_type
        return i1

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse direction, operands, type of comparison, attributes and types."""
        properties: Properties = {}
        properties["comparison_direction"] = ComparisonDirectionAttr(ComparisonDirectionAttr.parse_case(parser))
        parser.parse_punctuation(",")
        operands = scan_operands(parser)
        if parser.parse_optional_punctuation(","):
            properties["compare_type"] = ComparisonTypeAttr(ComparisonTypeAttr.parse_case(parser))
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
        """Print direction, operands, type of comparison, attributes and types."""
        printer.print_string(f" {self.comparison_direction.data}, ")
        printer.print_list(self.operands, printer.print_ssa_value)
        if isinstance(self.compare_type, CaseAttribute):
            printer.print_string(f", {self.compare_type.data}")
        print_attributes(printer, self, ("comparison_direction", "compare_type"))
        printer.print_string(" : ")
        printer.print_operation_type(self)


class _SelectNotation(FunctionalNotation):
    """`P, T` where both alternatives and the result have one type, else `(P, T, U) -> V`."""

    def parse(self, parser: Parser, count: int) -> tuple[Sequence[Attribute], Sequence[Attribute]]:
        """Parse two types or a function type."""
        del count
        first = parser.parse_type()
        if isinstance(first, FunctionType):
            return first.inputs.data, first.outputs.data
        parser.parse_punctuation(",")
        second = parser.parse_type()
        return (first, second, second), (second,)

    def print(self, printer: Printer, op: Operation) -> None:
        """Print two types or a function type."""
        condition, *types = [*op.operand_types, *op.result_types]
        if any(type_ != types[0] for type_ in types):
            super().print(printer, op)
            return
        printer.print_attribute(condition)
        printer.print_string(", ")
        printer.print_attribute(types[0])


@irdl_op_definition
class SelectOp(PrettyOp):
    """The second operand where the first is true, else the third; one boolean may stand for all."""

    name = "stablehlo.select"
    pred = operand_def(TENSOR)
    on_true = operand_def(TENSOR)
    on_false = operand_def(TENSOR)
    result = result_def(TENSOR)
    traits = traits_def(Pure())

    NOTATION: ClassVar[Notation] = _SelectNotation()

    def __init__(self, pred: SSAValue, on_true: SSAValue, on_false: SSAValue):
        super().__init__(operands=[pred, on_true, on_false], result_types=[on_true.type])

    def verify_(self) -> None:
        """Check the elements and the shapes."""
        check_kind("pred", self.pred, (BOOLEAN,))
        check_same_element_type("alternatives and result", self.on_true, self.on_false, self.result)
        shapes = [tensor_type(value).get_shape() for value in (self.on_true, self.on_false, self.result)]
        check_same_shape("alternatives and result", *shapes)
        check_shape_or_scalar("pred", shapes[0], self.pred)


def check_shape_or_scalar(what: str, expected: Sequence[int], value: SSAValue) -> None:
    """Raise unless a tensor has the expected shape or rank 0."""
    if tensor_type(value).get_shape():
        check_shape(f"shape of {what}", expected, value.type)


@irdl_op_definition
class ClampOp(PrettyOp):
    """The second operand, limited to what lies between the first and the third; limits may be scalars."""

    name = "stablehlo.clamp"
    min = operand_def(TENSOR)
    operand = operand_def(TENSOR)
    max = operand_def(TENSOR)
    result = result_def(TENSOR)
    traits = traits_def(Pure())

    NOTATION: ClassVar[Notation] = SameNotation()

    def __init__(self, min: SSAValue, operand: SSAValue, max: SSAValue):
        super().__init__(operands=[min, operand, max], result_types=[operand.type])

    def verify_(self) -> None:
        """Check the elements and the shapes."""
        check_same_element_type("operands and result", *self.operands, self.result)
        shape = tensor_type(self.operand).get_shape()
        check_shape_or_scalar("min", shape, self.min)
        check_shape_or_scalar("max", shape, self.max)
        check_shape("result shape", shape, self.result.type)


OPS = (ClampOp, CompareOp, SelectOp)
"""The ops of this module."""
