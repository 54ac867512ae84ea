"""Elementwise ops of one tensor."""

from __future__ import annotations

from typing import ClassVar, cast

from xdsl.dialects.builtin import ComplexType, i1
from xdsl.ir import Attribute
from xdsl.irdl import irdl_op_definition

from llmsys_ir.dialects.stablehlo.elements import BOOLEAN, COMPLEX, FLOAT, INTEGER, NUMBER, QUANTIZED, SIGNED, Kinds
from llmsys_ir.dialects.stablehlo.elementwise import FunctionOp, UnaryOp

_SMOOTH = (FLOAT, COMPLEX, QUANTIZED)
_REAL = (FLOAT, QUANTIZED)
_PARTS = (FLOAT, COMPLEX)
_BITS = (BOOLEAN, *INTEGER)
_SIGNED_NUMBER = (SIGNED, FLOAT, COMPLEX, QUANTIZED)


def part_of(element_type: Attribute) -> Attribute:
    """The type of the parts of a complex number; any other type itself."""
    return cast("ComplexType", element_type).element_type if isinstance(element_type, ComplexType) else element_type


@irdl_op_definition
class AbsOp(UnaryOp):
    """Absolute value; of complex numbers their length."""

    name = "stablehlo.abs"
    ELEMENTS: ClassVar[Kinds] = _SIGNED_NUMBER

    def result_element_type(self, element_type: Attribute) -> Attribute:
        """The type of a part of a complex number."""
        return part_of(element_type)


@irdl_op_definition
class CbrtOp(FunctionOp):
    """Cubic root."""

    name = "stablehlo.cbrt"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class CeilOp(UnaryOp):
    """Round up."""

    name = "stablehlo.ceil"
    ELEMENTS: ClassVar[Kinds] = _REAL


@irdl_op_definition
class CountLeadingZerosOp(UnaryOp):
    """Number of zero bits in front of the first one."""

    name = "stablehlo.count_leading_zeros"
    ELEMENTS: ClassVar[Kinds] = INTEGER


@irdl_op_definition
class CosineOp(FunctionOp):
    """Cosine."""

    name = "stablehlo.cosine"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class ExponentialOp(FunctionOp):
    """Exponential."""

    name = "stablehlo.exponential"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class ExponentialMinusOneOp(FunctionOp):
    """Exponential, minus one."""

    name = "stablehlo.exponential_minus_one"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class FloorOp(UnaryOp):
    """Round down."""

    name = "stablehlo.floor"
    ELEMENTS: ClassVar[Kinds] = _REAL


@irdl_op_definition
class ImagOp(UnaryOp):
    """Imaginary part."""

    name = "stablehlo.imag"
    ELEMENTS: ClassVar[Kinds] = _PARTS

    def result_element_type(self, element_type: Attribute) -> Attribute:
        """The type of a part of a complex number."""
        return part_of(element_type)


@irdl_op_definition
class IsFiniteOp(UnaryOp):
    """Whether a number is neither infinite nor NaN."""

    name = "stablehlo.is_finite"
    ELEMENTS: ClassVar[Kinds] = _REAL

    def result_element_type(self, element_type: Attribute) -> Attribute:
        """A boolean."""
        del element_type
        return i1


@irdl_op_definition
class LogOp(FunctionOp):
    """Natural logarithm."""

    name = "stablehlo.log"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class LogPlusOneOp(FunctionOp):
    """Natural logarithm of the operand plus one."""

    name = "stablehlo.log_plus_one"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class LogisticOp(FunctionOp):
    """Logistic function."""

    name = "stablehlo.logistic"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class NegateOp(UnaryOp):
    """Negation."""

    name = "stablehlo.negate"
    ELEMENTS: ClassVar[Kinds] = NUMBER


@irdl_op_definition
class NotOp(UnaryOp):
    """Not, of booleans or bit by bit."""

    name = "stablehlo.not"
    ELEMENTS: ClassVar[Kinds] = _BITS


@irdl_op_definition
class PopcntOp(UnaryOp):
    """Number of bits that are one."""

    name = "stablehlo.popcnt"
    ELEMENTS: ClassVar[Kinds] = INTEGER


@irdl_op_definition
class RealOp(UnaryOp):
    """Real part."""

    name = "stablehlo.real"
    ELEMENTS: ClassVar[Kinds] = _PARTS

    def result_element_type(self, element_type: Attribute) -> Attribute:
        """The type of a part of a complex number."""
        return part_of(element_type)


@irdl_op_definition
class RoundNearestAfzOp(UnaryOp):
    """Round to the nearest integer, halves away from zero."""

    name = "stablehlo.round_nearest_afz"
    ELEMENTS: ClassVar[Kinds] = _REAL


@irdl_op_definition
class RoundNearestEvenOp(UnaryOp):
    """Round to the nearest integer, halves to the even one."""

    name = "stablehlo.round_nearest_even"
    ELEMENTS: ClassVar[Kinds] = _REAL


@irdl_op_definition
class RsqrtOp(FunctionOp):
    """One divided by the square root."""

    name = "stablehlo.rsqrt"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class SignOp(UnaryOp):
    """Sign: -1, 0 or 1, of complex numbers the direction."""

    name = "stablehlo.sign"
    ELEMENTS: ClassVar[Kinds] = _SIGNED_NUMBER


@irdl_op_definition
class SineOp(FunctionOp):
    """Sine."""

    name = "stablehlo.sine"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class SqrtOp(FunctionOp):
    """Square root."""

    name = "stablehlo.sqrt"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class TanOp(FunctionOp):
    """Tangent."""

    name = "stablehlo.tan"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class TanhOp(FunctionOp):
    """Hyperbolic tangent."""

    name = "stablehlo.tanh"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


OPS = (
    AbsOp,
    CbrtOp,
    CeilOp,
    CountLeadingZerosOp,
    CosineOp,
    ExponentialOp,
    ExponentialMinusOneOp,
    FloorOp,
    ImagOp,
    IsFiniteOp,
    LogOp,
    LogPlusOneOp,
    LogisticOp,
    NegateOp,
    NotOp,
    PopcntOp,
    RealOp,
    RoundNearestAfzOp,
    RoundNearestEvenOp,
    RsqrtOp,
    SignOp,
    SineOp,
    SqrtOp,
    TanOp,
    TanhOp,
)
"""The ops of this module."""
