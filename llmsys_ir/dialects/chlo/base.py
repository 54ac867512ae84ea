"""What elementwise ops of the chlo dialect share: tensors of any rank, and their text."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar

from xdsl.dialects.builtin import AnyTensorTypeConstr, AnyUnrankedTensorTypeConstr
from xdsl.ir import Attribute, Operation, SSAValue
from xdsl.irdl import operand_def, result_def, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.pretty import Notation, PrettyOp
from llmsys_ir.dialects.shapes import element_type_of, shape_of
from llmsys_ir.dialects.stablehlo.checks import check_same_shape
from llmsys_ir.dialects.stablehlo.elements import FLOAT, Kinds, check_kind, check_same_element_type

TENSOR = AnyTensorTypeConstr | AnyUnrankedTensorTypeConstr
"""Any tensor, ranked or not."""


class ArrowNotation(Notation):
    """`T, U -> V`."""

    def parse(self, parser: Parser, count: int) -> tuple[Sequence[Attribute], Sequence[Attribute]]:
        """Parse the types of the operands and of the result."""
        del count
        operands = parser.parse_comma_separated_list(parser.Delimiter.NONE, parser.parse_type)
        parser.parse_punctuation("->")
        return operands, (parser.parse_type(),)

    def print(self, printer: Printer, op: Operation) -> None:
        """Print the types of the operands and of the result."""
        printer.print_list(op.operand_types, printer.print_attribute)
        printer.print_string(" -> ")
        printer.print_attribute(op.results[0].type)


class ElementwiseOp(PrettyOp, ABC):
    """An op whose result is computed element by element from operands of its shape."""

    traits = traits_def(Pure())

    NOTATION: ClassVar[Notation] = ArrowNotation()
    ELEMENTS: ClassVar[Kinds] = (FLOAT,)
    """The kinds of elements that the operands may have."""

    def verify_(self) -> None:
        """Check the elements and the shapes."""
        check_kind("operand", self.operands[0], self.ELEMENTS)
        check_same_element_type("operands", *self.operands)
        values = (*self.operands, self.results[0])
        shapes = [shape for value in values if (shape := shape_of(value.type)) is not None]
        if shapes:
            check_same_shape("operands and result", *shapes)
        expected = self.result_element_type(element_type_of(self.operands[0].type))
        check_element_type(self.results[0], expected)

    def result_element_type(self, element_type: Attribute | None) -> Attribute | None:
        """The element type of the result for that of the operands."""
        return element_type


def check_element_type(result: SSAValue, expected: Attribute | None) -> None:
    """Raise unless a result has elements of this type."""
    got = element_type_of(result.type)
    if got != expected:
        raise VerifyException(f"result must have elements of type '{expected}', got '{got}'")


class UnaryOp(ElementwiseOp, ABC):
    """An elementwise op of one tensor."""

    operand = operand_def(TENSOR)
    result = result_def(TENSOR)

    def __init__(self, operand: SSAValue, result_type: Attribute | None = None):
        super().__init__(operands=[operand], result_types=[result_type or operand.type])
