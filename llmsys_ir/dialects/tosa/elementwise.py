"""Elementwise tosa ops."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from xdsl.dialects.builtin import I8, AnyFloat, BoolAttr, DenseArrayBase, FloatAttr, IntegerAttr, i8
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import (
    SameVariadicOperandSize,
    irdl_op_definition,
    operand_def,
    opt_operand_def,
    opt_prop_def,
    prop_def,
    result_def,
    traits_def,
)
from xdsl.traits import Commutative
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.shapes import element_type_of
from llmsys_ir.dialects.tosa.attributes import NanModeAttr, RoundingModeAttr, UnaryQuantAttr
from llmsys_ir.dialects.tosa.base import TENSOR, BinaryOp, ComparisonOp, ElementwiseOp, TosaOp, UnaryOp


@irdl_op_definition
class AbsOp(UnaryOp):
    """Absolute value."""

    name = "tosa.abs"


@irdl_op_definition
class BitwiseNotOp(UnaryOp):
    """Bitwise not of integers."""

    name = "tosa.bitwise_not"


@irdl_op_definition
class CeilOp(UnaryOp):
    """Round up."""

    name = "tosa.ceil"


@irdl_op_definition
class ClzOp(UnaryOp):
    """Count leading zero bits of integers."""

    name = "tosa.clz"


@irdl_op_definition
class CosOp(UnaryOp):
    """Cosine."""

    name = "tosa.cos"


@irdl_op_definition
class ErfOp(UnaryOp):
    """Gauss error function."""

    name = "tosa.erf"


@irdl_op_definition
class ExpOp(UnaryOp):
    """Exponential."""

    name = "tosa.exp"


@irdl_op_definition
class FloorOp(UnaryOp):
    """Round down."""

    name = "tosa.floor"


@irdl_op_definition
class LogOp(UnaryOp):
    """Natural logarithm."""

    name = "tosa.log"


@irdl_op_definition
class LogicalNotOp(UnaryOp):
    """Logical not of booleans."""

    name = "tosa.logical_not"


@irdl_op_definition
class ReciprocalOp(UnaryOp):
    """One divided by the operand."""

    name = "tosa.reciprocal"


@irdl_op_definition
class RsqrtOp(UnaryOp):
    """One divided by the square root."""

    name = "tosa.rsqrt"


@irdl_op_definition
class SigmoidOp(UnaryOp):
    """Logistic function."""

    name = "tosa.sigmoid"


@irdl_op_definition
class SinOp(UnaryOp):
    """Sine."""

    name = "tosa.sin"


@irdl_op_definition
class TanhOp(UnaryOp):
    """Hyperbolic tangent."""

    name = "tosa.tanh"


@irdl_op_definition
class IdentityOp(UnaryOp):
    """The operand itself."""

    name = "tosa.identity"


@irdl_op_definition
class NegateOp(ElementwiseOp):
    """Negation; zero points as an attribute (LLVM 19) or as operands (LLVM 22)."""

    name = "tosa.negate"
    input1 = operand_def(TENSOR)
    input1_zp = opt_operand_def(TENSOR)
    output_zp = opt_operand_def(TENSOR)
    output = result_def(TENSOR)
    quantization_info = opt_prop_def(UnaryQuantAttr)
    irdl_options = (SameVariadicOperandSize(),)

    def broadcast_operands(self) -> Sequence[SSAValue]:
        """The tensor without the zero points."""
        return (self.input1,)


@irdl_op_definition
class CastOp(UnaryOp):
    """Conversion to the result's element type."""

    name = "tosa.cast"
    SAME_ELEMENT_TYPE: ClassVar[bool] = False


BOUNDS = ({"min_val", "max_val"}, {"min_fp", "max_fp", "min_int", "max_int"})
"""The bounds `tosa.clamp` has, in LLVM 22 and in LLVM 19."""


@irdl_op_definition
class ClampOp(UnaryOp):
    """Limit to a range, by one pair of bounds per kind of number (LLVM 19) or by one pair (LLVM 22)."""

    name = "tosa.clamp"
    min_fp = opt_prop_def(FloatAttr)
    max_fp = opt_prop_def(FloatAttr)
    min_int = opt_prop_def(IntegerAttr)
    max_int = opt_prop_def(IntegerAttr)
    min_val = opt_prop_def(FloatAttr | IntegerAttr)
    max_val = opt_prop_def(FloatAttr | IntegerAttr)
    nan_mode = opt_prop_def(NanModeAttr)

    def bounds(self) -> tuple[float, float]:
        """The lower and the upper bound that hold for the operand's element type."""
        if self.min_val is not None and self.max_val is not None:
            return self.min_val.value.data, self.max_val.value.data
        lower, upper = (self.min_fp, self.max_fp) if self.is_float() else (self.min_int, self.max_int)
        assert lower is not None
        assert upper is not None
        return lower.value.data, upper.value.data

    def is_float(self) -> bool:
        """Whether floating-point numbers are clamped."""
        return isinstance(element_type_of(self.input1.type), AnyFloat)

    def verify_(self) -> None:
        """Check that the bounds are those of LLVM 19 or those of LLVM 22."""
        super().verify_()
        given = set(self.properties) - {"nan_mode"}
        if given not in BOUNDS:
            raise VerifyException(f"clamp needs all its bounds, got {', '.join(sorted(given)) or 'none'}")


@irdl_op_definition
class AddOp(BinaryOp):
    """Sum."""

    name = "tosa.add"
    traits = traits_def(Commutative())


@irdl_op_definition
class BitwiseAndOp(BinaryOp):
    """Bitwise and of integers."""

    name = "tosa.bitwise_and"
    traits = traits_def(Commutative())


@irdl_op_definition
class BitwiseOrOp(BinaryOp):
    """Bitwise or of integers."""

    name = "tosa.bitwise_or"
    traits = traits_def(Commutative())


@irdl_op_definition
class BitwiseXorOp(BinaryOp):
    """Bitwise exclusive or of integers."""

    name = "tosa.bitwise_xor"
    traits = traits_def(Commutative())


@irdl_op_definition
class IntDivOp(BinaryOp):
    """Integer quotient, rounded towards zero (LLVM 20 and later)."""

    name = "tosa.intdiv"


@irdl_op_definition
class LegacyIntDivOp(BinaryOp):
    """Integer quotient, rounded towards zero (LLVM 19)."""

    name = "tosa.int_div"


@irdl_op_definition
class LogicalAndOp(BinaryOp):
    """Logical and of booleans."""

    name = "tosa.logical_and"
    traits = traits_def(Commutative())


@irdl_op_definition
class LogicalLeftShiftOp(BinaryOp):
    """Shift bits to the left."""

    name = "tosa.logical_left_shift"


@irdl_op_definition
class LogicalRightShiftOp(BinaryOp):
    """Shift bits to the right, filling with zeros."""

    name = "tosa.logical_right_shift"


@irdl_op_definition
class LogicalOrOp(BinaryOp):
    """Logical or of booleans."""

    name = "tosa.logical_or"
    traits = traits_def(Commutative())


@irdl_op_definition
class LogicalXorOp(BinaryOp):
    """Logical exclusive or of booleans."""

    name = "tosa.logical_xor"
    traits = traits_def(Commutative())


@irdl_op_definition
class PowOp(BinaryOp):
    """Power."""

    name = "tosa.pow"


@irdl_op_definition
class SubOp(BinaryOp):
    """Difference."""

    name = "tosa.sub"


@irdl_op_definition
class EqualOp(ComparisonOp):
    """Whether the operands are equal."""

    name = "tosa.equal"
    traits = traits_def(Commutative())


@irdl_op_definition
class GreaterOp(ComparisonOp):
    """Whether the first operand is greater."""

    name = "tosa.greater"


@irdl_op_definition
class GreaterEqualOp(ComparisonOp):
    """Whether the first operand is greater or equal."""

    name = "tosa.greater_equal"


@irdl_op_definition
class MaximumOp(BinaryOp):
    """The greater operand."""

    name = "tosa.maximum"
    traits = traits_def(Commutative())
    nan_mode = opt_prop_def(NanModeAttr)


@irdl_op_definition
class MinimumOp(BinaryOp):
    """The smaller operand."""

    name = "tosa.minimum"
    traits = traits_def(Commutative())
    nan_mode = opt_prop_def(NanModeAttr)


@irdl_op_definition
class ArithmeticRightShiftOp(BinaryOp):
    """Shift bits to the right, filling with the sign."""

    name = "tosa.arithmetic_right_shift"
    round = prop_def(BoolAttr)


@irdl_op_definition
class MulOp(ElementwiseOp):
    """Product; integers are shifted right by an attribute (LLVM 19) or by an operand (LLVM 22)."""

    name = "tosa.mul"
    SAME_ELEMENT_TYPE: ClassVar[bool] = False
    input1 = operand_def(TENSOR)
    input2 = operand_def(TENSOR)
    shift_operand = opt_operand_def(TENSOR)
    output = result_def(TENSOR)
    shift = opt_prop_def(IntegerAttr[I8])
    traits = traits_def(Commutative())

    def __init__(self, input1: SSAValue, input2: SSAValue, result_type: Attribute):
        super().__init__(
            operands=[input1, input2, None],
            result_types=[result_type],
            properties={"shift": IntegerAttr(0, i8)},
        )

    def broadcast_operands(self) -> Sequence[SSAValue]:
        """The factors without the shift."""
        return (self.input1, self.input2)

    def verify_(self) -> None:
        """Check that there is one shift."""
        super().verify_()
        if (self.shift is None) == (self.shift_operand is None):
            raise VerifyException("mul needs either a shift attribute or a shift operand")


@irdl_op_definition
class SelectOp(ElementwiseOp):
    """The second operand where the first is true, else the third."""

    name = "tosa.select"
    SAME_ELEMENT_TYPE: ClassVar[bool] = False
    pred = operand_def(TENSOR)
    on_true = operand_def(TENSOR)
    on_false = operand_def(TENSOR)
    output = result_def(TENSOR)


@irdl_op_definition
class TableOp(ElementwiseOp):
    """The entry of a table at each element, interpolated for 16-bit integers."""

    name = "tosa.table"
    SAME_ELEMENT_TYPE: ClassVar[bool] = False
    input1 = operand_def(TENSOR)
    table = operand_def(TENSOR)
    output = result_def(TENSOR)

    def broadcast_operands(self) -> Sequence[SSAValue]:
        """The tensor without the table."""
        return (self.input1,)


@irdl_op_definition
class ApplyScaleOp(TosaOp):
    """Multiply integers by a fixed-point number, for tensors and scalars."""

    name = "tosa.apply_scale"
    value = operand_def()
    multiplier = operand_def()
    shift = operand_def()
    output = result_def()
    double_round = opt_prop_def(BoolAttr)
    rounding_mode = opt_prop_def(RoundingModeAttr)


@irdl_op_definition
class RescaleOp(TosaOp):
    """Rescale quantized integers; parameters as attributes (LLVM 19) or as operands (LLVM 22)."""

    name = "tosa.rescale"
    input = operand_def(TENSOR)
    multiplier_operand = opt_operand_def(TENSOR)
    shift_operand = opt_operand_def(TENSOR)
    input_zp_operand = opt_operand_def(TENSOR)
    output_zp_operand = opt_operand_def(TENSOR)
    output = result_def(TENSOR)
    scale32 = prop_def(BoolAttr)
    per_channel = prop_def(BoolAttr)
    multiplier = opt_prop_def(DenseArrayBase)
    shift = opt_prop_def(DenseArrayBase)
    input_zp = opt_prop_def(IntegerAttr)
    output_zp = opt_prop_def(IntegerAttr)
    double_round = opt_prop_def(BoolAttr)
    rounding_mode = opt_prop_def(RoundingModeAttr)
    input_unsigned = opt_prop_def(BoolAttr)
    output_unsigned = opt_prop_def(BoolAttr)
    irdl_options = (SameVariadicOperandSize(),)
