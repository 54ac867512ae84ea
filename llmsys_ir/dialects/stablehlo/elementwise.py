"""What elementwise ops share: their text, and the checks of shapes and element types."""

from __future__ import annotations

from abc import ABC
from collections.abc import Mapping
from typing import ClassVar

from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import operand_def, opt_prop_def, result_def, traits_def
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.pretty import Notation, PrettyOp, SameNotation
from llmsys_ir.dialects.shapes import element_type_of
from llmsys_ir.dialects.stablehlo.attributes import DEFAULT_ACCURACY, ResultAccuracyAttr
from llmsys_ir.dialects.stablehlo.checks import check_same_shape
from llmsys_ir.dialects.stablehlo.elements import ANY, Kinds, check_kind, check_same_element_type
from llmsys_ir.dialects.stablehlo.types import TENSOR
from llmsys_ir.dialects.tensors import tensor_type


class ElementwiseOp(PrettyOp, ABC):
    """An op whose result is computed element by element from operands of its shape."""

    traits = traits_def(Pure())

    NOTATION: ClassVar[Notation] = SameNotation()
    ELEMENTS: ClassVar[Kinds] = ANY
    """The kinds of elements that the operands may have."""

    def verify_(self) -> None:
        """Check that the operands have one element type of the right kind, and the shape of the result."""
        first, result = self.operands[0], self.results[0]
        check_kind("operand", first, self.ELEMENTS)
        if any(value.type != first.type for value in self.operands[1:]):
            check_same_element_type("operands", *self.operands)
        if any(value.type != first.type for value in (*self.operands[1:], result)):
            shapes = [tensor_type(value).get_shape() for value in (*self.operands, result)]
            check_same_shape("operands and result", *shapes)
        element_type = element_type_of(first.type)
        assert element_type is not None
        expected, got = self.result_element_type(element_type), element_type_of(result.type)
        if got != expected:
            raise VerifyException(f"result must have elements of type '{expected}', got '{got}'")

    def result_element_type(self, element_type: Attribute) -> Attribute:
        """The element type of the result for that of the operands."""
        return element_type


class UnaryOp(ElementwiseOp, ABC):
    """An elementwise op of one tensor."""

    operand = operand_def(TENSOR)
    result = result_def(TENSOR)

    def __init__(self, operand: SSAValue, result_type: Attribute | None = None):
        super().__init__(operands=[operand], result_types=[result_type or operand.type])


class FunctionOp(UnaryOp, ABC):
    """A function of real numbers, of which the accuracy may be stated."""

    result_accuracy = opt_prop_def(ResultAccuracyAttr)

    DEFAULTS: ClassVar[Mapping[str, Attribute]] = {"result_accuracy": DEFAULT_ACCURACY}


class BinaryOp(ElementwiseOp, ABC):
    """An elementwise op of two tensors."""

    lhs = operand_def(TENSOR)
    rhs = operand_def(TENSOR)
    result = result_def(TENSOR)

    def __init__(self, lhs: SSAValue, rhs: SSAValue, result_type: Attribute | None = None):
        super().__init__(operands=[lhs, rhs], result_types=[result_type or lhs.type])
