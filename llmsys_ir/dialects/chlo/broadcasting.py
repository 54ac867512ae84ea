"""Elementwise ops whose operands are broadcast against each other."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar

from xdsl.dialects.builtin import ComplexType, Float32Type, Float64Type, i1
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import irdl_op_definition, operand_def, opt_prop_def, prop_def, result_def, traits_def
from xdsl.traits import Commutative, Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.chlo.attributes import ComparisonDirectionAttr, ComparisonTypeAttr
from llmsys_ir.dialects.chlo.base import TENSOR, check_element_type
from llmsys_ir.dialects.pretty import PrettyOp
from llmsys_ir.dialects.shapes import broadcast, check_shape, element_type_of, shape_of, shape_text
from llmsys_ir.dialects.stablehlo.checks import check_dims, check_length, integers_of
from llmsys_ir.dialects.stablehlo.elements import (
    ANY,
    BOOLEAN,
    FLOAT,
    INTEGER,
    Kinds,
    check_kind,
    check_same_element_type,
)
from llmsys_ir.dialects.stablehlo.types import INTEGERS

_BITS = (BOOLEAN, *INTEGER)


def check_broadcast(operands: Sequence[SSAValue], result: SSAValue) -> None:
    """Raise unless operands, as far as they are ranked, broadcast to the shape of the result."""
    shapes = [shape for operand in operands if (shape := shape_of(operand.type)) is not None]
    if len(shapes) < len(operands):
        return
    if (expected := broadcast(shapes)) is None:
        raise VerifyException(f"operand shapes must be broadcast-compatible, got {', '.join(map(shape_text, shapes))}")
    check_shape("result shape", expected, result.type)


class BroadcastOp(PrettyOp, ABC):
    """An elementwise op of two tensors of which the smaller one's dims may be named."""

    lhs = operand_def(TENSOR)
    rhs = operand_def(TENSOR)
    result = result_def(TENSOR)
    broadcast_dimensions = opt_prop_def(INTEGERS)
    traits = traits_def(Pure())

    ELEMENTS: ClassVar[Kinds] = ANY
    """The kinds of elements that the operands may have."""

    def verify_(self) -> None:
        """Check the elements and the shapes."""
        check_kind("operand", self.lhs, self.ELEMENTS)
        check_same_element_type("operands", self.lhs, self.rhs)
        check_element_type(self.result, self.result_element_type(element_type_of(self.lhs.type)))
        dims, shapes = integers_of(self.broadcast_dimensions), [shape_of(self.lhs.type), shape_of(self.rhs.type)]
        if dims is None or shapes[0] is None or shapes[1] is None:
            check_broadcast(self.operands, self.result)
            return
        ranks = sorted(map(len, (shapes[0], shapes[1])))
        check_length("broadcast_dimensions", dims, ranks[0])
        check_dims("broadcast_dimensions", dims, ranks[1])

    def result_element_type(self, element_type: Attribute | None) -> Attribute | None:
        """The element type of the result for that of the operands."""
        return element_type


@irdl_op_definition
class BroadcastAddOp(BroadcastOp):
    """Sum; of booleans or."""

    name = "chlo.broadcast_add"
    traits = traits_def(Commutative())


@irdl_op_definition
class BroadcastAndOp(BroadcastOp):
    """And, of booleans or bit by bit."""

    name = "chlo.broadcast_and"
    ELEMENTS: ClassVar[Kinds] = _BITS
    traits = traits_def(Commutative())


@irdl_op_definition
class BroadcastAtan2Op(BroadcastOp):
    """Angle of the point whose ordinate is the first operand."""

    name = "chlo.broadcast_atan2"


@irdl_op_definition
class BroadcastDivideOp(BroadcastOp):
    """Quotient."""

    name = "chlo.broadcast_divide"


@irdl_op_definition
class BroadcastMaximumOp(BroadcastOp):
    """The greater operand."""

    name = "chlo.broadcast_maximum"
    traits = traits_def(Commutative())


@irdl_op_definition
class BroadcastMinimumOp(BroadcastOp):
    """The smaller operand."""

    name = "chlo.broadcast_minimum"
    traits = traits_def(Commutative())


@irdl_op_definition
class BroadcastMultiplyOp(BroadcastOp):
    """Product."""

    name = "chlo.broadcast_multiply"
    traits = traits_def(Commutative())


@irdl_op_definition
class BroadcastNextAfterOp(BroadcastOp):
    """The number after the first operand, towards the second."""

    name = "chlo.broadcast_next_after"


@irdl_op_definition
class BroadcastOrOp(BroadcastOp):
    """Or, of booleans or bit by bit."""

    name = "chlo.broadcast_or"
    ELEMENTS: ClassVar[Kinds] = _BITS
    traits = traits_def(Commutative())


@irdl_op_definition
class BroadcastPolygammaOp(BroadcastOp):
    """Derivatives of the digamma function."""

    name = "chlo.broadcast_polygamma"


@irdl_op_definition
class BroadcastPowerOp(BroadcastOp):
    """Power."""

    name = "chlo.broadcast_power"


@irdl_op_definition
class BroadcastRemainderOp(BroadcastOp):
    """Remainder, with the sign of the first operand."""

    name = "chlo.broadcast_remainder"


@irdl_op_definition
class BroadcastShiftLeftOp(BroadcastOp):
    """Shift bits to the left."""

    name = "chlo.broadcast_shift_left"


@irdl_op_definition
class BroadcastShiftRightArithmeticOp(BroadcastOp):
    """Shift bits to the right, filling with the sign."""

    name = "chlo.broadcast_shift_right_arithmetic"


@irdl_op_definition
class BroadcastShiftRightLogicalOp(BroadcastOp):
    """Shift bits to the right, filling with zeros."""

    name = "chlo.broadcast_shift_right_logical"


@irdl_op_definition
class BroadcastSubtractOp(BroadcastOp):
    """Difference."""

    name = "chlo.broadcast_subtract"


@irdl_op_definition
class BroadcastXorOp(BroadcastOp):
    """Exclusive or, of booleans or bit by bit."""

    name = "chlo.broadcast_xor"
    ELEMENTS: ClassVar[Kinds] = _BITS
    traits = traits_def(Commutative())


@irdl_op_definition
class BroadcastZetaOp(BroadcastOp):
    """Hurwitz zeta function."""

    name = "chlo.broadcast_zeta"
    ELEMENTS: ClassVar[Kinds] = (FLOAT,)


@irdl_op_definition
class BroadcastComplexOp(BroadcastOp):
    """Complex numbers of real and imaginary parts."""

    name = "chlo.broadcast_complex"
    ELEMENTS: ClassVar[Kinds] = (FLOAT,)

    def result_element_type(self, element_type: Attribute | None) -> Attribute | None:
        """The complex number of these parts."""
        if not isinstance(element_type, Float32Type | Float64Type):
            raise VerifyException(f"operands must have elements of type f32 or f64, got '{element_type}'")
        return ComplexType(element_type)


@irdl_op_definition
class BroadcastCompareOp(BroadcastOp):
    """Whether a relation holds."""

    name = "chlo.broadcast_compare"
    comparison_direction = prop_def(ComparisonDirectionAttr)
    compare_type = opt_prop_def(ComparisonTypeAttr)

    def result_element_type(self, element_type: Attribute | None) -> Attribute | None:
        """A boolean."""
        del element_type
        return i1


@irdl_op_definition
class BroadcastSelectOp(PrettyOp):
    """The second operand where the first is true, else the third."""

    name = "chlo.broadcast_select"
    pred = operand_def(TENSOR)
    on_true = operand_def(TENSOR)
    on_false = operand_def(TENSOR)
    result = result_def(TENSOR)
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the elements and the shapes."""
        check_kind("pred", self.pred, (BOOLEAN,))
        check_same_element_type("alternatives and result", self.on_true, self.on_false, self.result)
        check_broadcast(self.operands, self.result)


OPS = (
    BroadcastAddOp,
    BroadcastAndOp,
    BroadcastAtan2Op,
    BroadcastDivideOp,
    BroadcastMaximumOp,
    BroadcastMinimumOp,
    BroadcastMultiplyOp,
    BroadcastNextAfterOp,
    BroadcastOrOp,
    BroadcastPolygammaOp,
    BroadcastPowerOp,
    BroadcastRemainderOp,
    BroadcastShiftLeftOp,
    BroadcastShiftRightArithmeticOp,
    BroadcastShiftRightLogicalOp,
    BroadcastSubtractOp,
    BroadcastXorOp,
    BroadcastZetaOp,
    BroadcastCompareOp,
    BroadcastComplexOp,
    BroadcastSelectOp,
)
"""The ops of this module."""
