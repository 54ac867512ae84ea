"""Elementwise ops of two tensors of the same type."""

from __future__ import annotations

from typing import ClassVar

from xdsl.irdl import irdl_op_definition, traits_def
from xdsl.traits import Commutative

from llmsys_ir.dialects.stablehlo.elements import BOOLEAN, COMPLEX, FLOAT, INTEGER, NUMBER, QUANTIZED, Kinds
from llmsys_ir.dialects.stablehlo.elementwise import BinaryOp

_SMOOTH = (FLOAT, COMPLEX, QUANTIZED)
_BITS = (BOOLEAN, *INTEGER)


@irdl_op_definition
class AddOp(BinaryOp):
    """Sum; of booleans or."""

    name = "stablehlo.add"
    traits = traits_def(Commutative())


@irdl_op_definition
class AndOp(BinaryOp):
    """And, of booleans or bit by bit."""

    name = "stablehlo.and"
    ELEMENTS: ClassVar[Kinds] = _BITS
    traits = traits_def(Commutative())


@irdl_op_definition
class Atan2Op(BinaryOp):
    """Angle of the point whose ordinate is the first operand."""

    name = "stablehlo.atan2"
    ELEMENTS: ClassVar[Kinds] = _SMOOTH


@irdl_op_definition
class DivideOp(BinaryOp):
    """Quotient; of integers rounded towards zero."""

    name = "stablehlo.divide"
    ELEMENTS: ClassVar[Kinds] = NUMBER


@irdl_op_definition
class MaximumOp(BinaryOp):
    """The greater operand; of booleans or."""

    name = "stablehlo.maximum"
    traits = traits_def(Commutative())


@irdl_op_definition
class MinimumOp(BinaryOp):
    """The smaller operand; of booleans and."""

    name = "stablehlo.minimum"
    traits = traits_def(Commutative())


@irdl_op_definition
class MultiplyOp(BinaryOp):
    """Product; of booleans and."""

    name = "stablehlo.multiply"
    traits = traits_def(Commutative())


@irdl_op_definition
class OrOp(BinaryOp):
    """Or, of booleans or bit by bit."""

    name = "stablehlo.or"
    ELEMENTS: ClassVar[Kinds] = _BITS
    traits = traits_def(Commutative())


@irdl_op_definition
class PowerOp(BinaryOp):
    """Power."""

    name = "stablehlo.power"
    ELEMENTS: ClassVar[Kinds] = NUMBER


@irdl_op_definition
class RemainderOp(BinaryOp):
    """Remainder, with the sign of the first operand."""

    name = "stablehlo.remainder"
    ELEMENTS: ClassVar[Kinds] = NUMBER


@irdl_op_definition
class ShiftLeftOp(BinaryOp):
    """Shift bits to the left."""

    name = "stablehlo.shift_left"
    ELEMENTS: ClassVar[Kinds] = INTEGER


@irdl_op_definition
class ShiftRightArithmeticOp(BinaryOp):
    """Shift bits to the right, filling with the sign."""

    name = "stablehlo.shift_right_arithmetic"
    ELEMENTS: ClassVar[Kinds] = INTEGER


@irdl_op_definition
class ShiftRightLogicalOp(BinaryOp):
    """Shift bits to the right, filling with zeros."""

    name = "stablehlo.shift_right_logical"
    ELEMENTS: ClassVar[Kinds] = INTEGER


@irdl_op_definition
class SubtractOp(BinaryOp):
    """Difference."""

    name = "stablehlo.subtract"
    ELEMENTS: ClassVar[Kinds] = NUMBER


@irdl_op_definition
class XorOp(BinaryOp):
    """Exclusive or, of booleans or bit by bit."""

    name = "stablehlo.xor"
    ELEMENTS: ClassVar[Kinds] = _BITS
    traits = traits_def(Commutative())


OPS = (
    AddOp,
    AndOp,
    Atan2Op,
    DivideOp,
    MaximumOp,
    MinimumOp,
    MultiplyOp,
    OrOp,
    PowerOp,
    RemainderOp,
    ShiftLeftOp,
    ShiftRightArithmeticOp,
    ShiftRightLogicalOp,
    SubtractOp,
    XorOp,
)
"""The ops of this module."""
