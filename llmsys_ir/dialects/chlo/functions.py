"""Mathematical functions of the chlo dialect."""

from __future__ import annotations

from abc import ABC
from typing import ClassVar

from xdsl.dialects.builtin import i1
from xdsl.ir import Attribute
from xdsl.irdl import irdl_op_definition, operand_def, result_def

from llmsys_ir.dialects.chlo.base import TENSOR, ElementwiseOp, UnaryOp
from llmsys_ir.dialects.stablehlo.elements import COMPLEX, FLOAT, INTEGER, Kinds

_SMOOTH = (FLOAT, COMPLEX)


class PredicateOp(UnaryOp, ABC):
    """An elementwise op whose result is a boolean."""

    def result_element_type(self, element_type: Attribute | None) -> Attribute | None:
        """A boolean."""
        del element_type
        return i1


@irdl_op_definition
class AcosOp(UnaryOp):
    """Inverse cosine."""

    name = "chlo.acos"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class AcoshOp(UnaryOp):
    """Inverse hyperbolic cosine."""

    name = "chlo.acosh"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class AsinAcosKernelOp(UnaryOp):
    """What the inverse sine and cosine of complex numbers have in common."""

    name = "chlo._asin_acos_kernel"
    ELEMENTS: ClassVar[Kinds] = (COMPLEX,)


@irdl_op_definition
class AsinOp(UnaryOp):
    """Inverse sine."""

    name = "chlo.asin"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class AsinhOp(UnaryOp):
    """Inverse hyperbolic sine."""

    name = "chlo.asinh"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class AtanOp(UnaryOp):
    """Inverse tangent."""

    name = "chlo.atan"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class AtanhOp(UnaryOp):
    """Inverse hyperbolic tangent."""

    name = "chlo.atanh"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class BesselI1eOp(UnaryOp):
    """Modified Bessel function of order one, scaled exponentially."""

    name = "chlo.bessel_i1e"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class ConjOp(UnaryOp):
    """Complex conjugate."""

    name = "chlo.conj"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class CoshOp(UnaryOp):
    """Hyperbolic cosine."""

    name = "chlo.cosh"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class DigammaOp(UnaryOp):
    """Derivative of the logarithm of the gamma function."""

    name = "chlo.digamma"


@irdl_op_definition
class ErfOp(UnaryOp):
    """Gauss error function."""

    name = "chlo.erf"


@irdl_op_definition
class ErfInvOp(UnaryOp):
    """Inverse of the error function."""

    name = "chlo.erf_inv"


@irdl_op_definition
class ErfcOp(UnaryOp):
    """One minus the error function."""

    name = "chlo.erfc"


@irdl_op_definition
class IsInfOp(PredicateOp):
    """Whether a number is infinite."""

    name = "chlo.is_inf"


@irdl_op_definition
class IsNegInfOp(PredicateOp):
    """Whether a number is minus infinity."""

    name = "chlo.is_neg_inf"


@irdl_op_definition
class IsPosInfOp(PredicateOp):
    """Whether a number is plus infinity."""

    name = "chlo.is_pos_inf"


@irdl_op_definition
class LgammaOp(UnaryOp):
    """Logarithm of the gamma function."""

    name = "chlo.lgamma"


@irdl_op_definition
class SinhOp(UnaryOp):
    """Hyperbolic sine."""

    name = "chlo.sinh"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class SquareOp(UnaryOp):
    """Square."""

    name = "chlo.square"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class TanOp(UnaryOp):
    """Tangent."""

    name = "chlo.tan"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class MulhiOp(ElementwiseOp):
    """The high half of the product of integers."""

    name = "chlo.mulhi"
    lhs = operand_def(TENSOR)
    rhs = operand_def(TENSOR)
    result = result_def(TENSOR)
    ELEMENTS: ClassVar[Kinds] = INTEGER


@irdl_op_definition
class NextAfterOp(ElementwiseOp):
    """The number after the first operand, towards the second."""

    name = "chlo.next_after"
    x = operand_def(TENSOR)
    y = operand_def(TENSOR)
    result = result_def(TENSOR)


@irdl_op_definition
class PolygammaOp(ElementwiseOp):
    """Derivatives of the digamma function; the first operand counts them."""

    name = "chlo.polygamma"
    n = operand_def(TENSOR)
    x = operand_def(TENSOR)
    result = result_def(TENSOR)


@irdl_op_definition
class ZetaOp(ElementwiseOp):
    """Hurwitz zeta function."""

    name = "chlo.zeta"
    x = operand_def(TENSOR)
    q = operand_def(TENSOR)
    result = result_def(TENSOR)


OPS = (
    AcosOp,
    AcoshOp,
    AsinAcosKernelOp,
    AsinOp,
    AsinhOp,
    AtanOp,
    AtanhOp,
    BesselI1eOp,
    ConjOp,
    CoshOp,
    DigammaOp,
    ErfOp,
    ErfInvOp,
    ErfcOp,
    IsInfOp,
    IsNegInfOp,
    IsPosInfOp,
    LgammaOp,
    SinhOp,
    SquareOp,
    TanOp,
    MulhiOp,
    NextAfterOp,
    PolygammaOp,
    ZetaOp,
)
"""The ops of this module."""
