"""The arith dialect: xDSL's, with the comparisons, selects and casts that xDSL 0.74 takes on scalars only, or lacks."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar, cast, get_args

from xdsl.dialects.arith import (
    CMPF_COMPARISON_OPERATIONS,
    CMPI_COMPARISON_OPERATIONS,
    Arith,
    ArithConstantMaterializationInterface,
    FastMathFlagsAttr,
    FloatingPointLikeBinaryOperation,
)
from xdsl.dialects.builtin import (
    AnyFloat,
    IndexType,
    IntegerAttr,
    IntegerType,
    TensorType,
    VectorType,
    i1,
    i64,
)
from xdsl.ir import Attribute, Dialect
from xdsl.irdl import IRDLOperation, irdl_op_definition, operand_def, prop_def, result_def, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.tensors import as_tensor


def element_of(type_: Attribute) -> Attribute:
    """The element type of a tensor or vector, or a scalar type itself."""
    if isinstance(type_, TensorType | VectorType):
        return cast("TensorType[Attribute] | VectorType[Attribute]", type_).get_element_type()
    return type_


def like(type_: Attribute, element: Attribute) -> Attribute:
    """A type of the same shape with another element type."""
    tensor = as_tensor(type_)
    if tensor is not None:
        return TensorType(element, tensor.get_shape(), tensor.encoding)
    if isinstance(type_, VectorType):
        vector = cast("VectorType[Attribute]", type_)
        return VectorType(element, vector.get_shape(), vector.scalable_dims)
    return element


class ComparisonOp(IRDLOperation, ABC):
    """Compares elementwise; the result has `i1` elements."""

    PREDICATES: ClassVar[Sequence[str]]

    predicate = prop_def(IntegerAttr)
    lhs = operand_def()
    rhs = operand_def()
    result = result_def()

    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check that the operands have one type and the result its shape."""
        if self.lhs.type != self.rhs.type:
            raise VerifyException("requires all operands to have the same type")
        if self.result.type != like(self.lhs.type, i1):
            raise VerifyException("failed to verify that result type has i1 element type and same shape as operands")
        if not 0 <= self.predicate.value.data < len(self.PREDICATES):
            raise VerifyException(f"expected a predicate below {len(self.PREDICATES)}, got {self.predicate.value.data}")

    @classmethod
    def parse(cls, parser: Parser) -> ComparisonOp:
        """Parse `olt, %a, %b : tensor<4xf32>`."""
        position = parser.pos
        word = parser.parse_identifier()
        if word not in cls.PREDICATES:
            parser.raise_error(f"expected a predicate, one of {', '.join(cls.PREDICATES)}, got '{word}'", position)
        parser.parse_punctuation(",")
        lhs = parser.parse_unresolved_operand()
        parser.parse_punctuation(",")
        rhs = parser.parse_unresolved_operand()
        properties: dict[str, Attribute] = {"predicate": IntegerAttr(cls.PREDICATES.index(word), i64)}
        if parser.parse_optional_keyword("fastmath"):
            properties["fastmath"] = FastMathFlagsAttr(FastMathFlagsAttr.parse_parameter(parser))
        attributes = parser.parse_optional_attr_dict()
        parser.parse_punctuation(":")
        type_ = parser.parse_type()
        operands = parser.resolve_operands([lhs, rhs], [type_, type_], position)
        return cls.build(
            operands=operands, result_types=[like(type_, i1)], properties=properties, attributes=attributes
        )

    def print(self, printer: Printer) -> None:
        """Print `olt, %a, %b : tensor<4xf32>`."""
        printer.print_string(f" {self.PREDICATES[self.predicate.value.data]}, ")
        printer.print_list(self.operands, printer.print_ssa_value)
        flags = self.properties.get("fastmath")
        if isinstance(flags, FastMathFlagsAttr) and flags != FastMathFlagsAttr("none"):
            printer.print_string(" fastmath")
            flags.print_parameter(printer)
        printer.print_op_attributes(self.attributes)
        printer.print_string(" : ")
        printer.print_attribute(self.lhs.type)


@irdl_op_definition
class CmpiOp(ComparisonOp):
    """Compares integers."""

    name = "arith.cmpi"
    PREDICATES: ClassVar[Sequence[str]] = CMPI_COMPARISON_OPERATIONS


@irdl_op_definition
class CmpfOp(ComparisonOp):
    """Compares floats; predicates with `u` hold for NaN, those with `o` do not."""

    name = "arith.cmpf"
    PREDICATES: ClassVar[Sequence[str]] = CMPF_COMPARISON_OPERATIONS

    fastmath = prop_def(FastMathFlagsAttr, default_value=FastMathFlagsAttr("none"))


@irdl_op_definition
class SelectOp(IRDLOperation):
    """Takes `lhs` where the condition holds, else `rhs`; one condition for all elements, or one for each."""

    name = "arith.select"

    cond = operand_def()
    lhs = operand_def()
    rhs = operand_def()
    result = result_def()

    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check that the values have one type and the condition is `i1` or of their shape."""
        if not self.lhs.type == self.rhs.type == self.result.type:
            raise VerifyException("failed to verify that all of {true_value, false_value, result} have same type")
        if self.cond.type not in (i1, like(self.result.type, i1)):
            raise VerifyException(
                f"expected condition type to be a signless i1 or {like(self.result.type, i1)}, got {self.cond.type}"
            )

    @classmethod
    def parse(cls, parser: Parser) -> SelectOp:
        """Parse `%c, %a, %b : tensor<4xf32>`, or with the condition's type in front if it is not `i1`."""
        position = parser.pos
        operands = parser.parse_comma_separated_list(parser.Delimiter.NONE, parser.parse_unresolved_operand)
        attributes = parser.parse_optional_attr_dict()
        parser.parse_punctuation(":")
        type_ = parser.parse_type()
        condition: Attribute = i1
        if parser.parse_optional_punctuation(","):
            condition, type_ = type_, parser.parse_type()
        resolved = parser.resolve_operands(operands, [condition, type_, type_], position)
        return cls.build(operands=resolved, result_types=[type_], attributes=attributes)

    def print(self, printer: Printer) -> None:
        """Print `%c, %a, %b : tensor<4xf32>`."""
        printer.print_string(" ")
        printer.print_list(self.operands, printer.print_ssa_value)
        printer.print_op_attributes(self.attributes)
        printer.print_string(" : ")
        if self.cond.type != i1:
            printer.print_attribute(self.cond.type)
            printer.print_string(", ")
        printer.print_attribute(self.result.type)


@irdl_op_definition
class RemFOp(FloatingPointLikeBinaryOperation):
    """The remainder of a division that truncates, as C's `fmod`."""

    name = "arith.remf"

    traits = traits_def(Pure())


Kinds = tuple[tuple[type[Attribute], ...], tuple[type[Attribute], ...]]
"""The types of elements before and after a cast."""

_FLOATS: tuple[type[Attribute], ...] = get_args(AnyFloat)
_INTEGERS: tuple[type[Attribute], ...] = (IntegerType,)
_INDICES: tuple[type[Attribute], ...] = (IntegerType, IndexType)


class CastOp(IRDLOperation, ABC):
    """Converts elementwise from one kind of element to another."""

    KINDS: ClassVar[Kinds]
    WIDENS: ClassVar[bool | None] = None
    """Whether the result is wider than the operand (True), narrower (False), or of any width."""

    input = operand_def()
    result = result_def()

    traits = traits_def(Pure())
    assembly_format = "$input attr-dict `:` type($input) `to` type($result)"

    def verify_(self) -> None:
        """Check shapes, kinds and widths."""
        before, after = element_of(self.input.type), element_of(self.result.type)
        if like(self.input.type, after) != self.result.type:
            raise VerifyException("requires the same shape for all operands and results")
        pair = f"operand type {self.input.type} and result type {self.result.type}"
        if not (isinstance(before, self.KINDS[0]) and isinstance(after, self.KINDS[1])):
            raise VerifyException(f"{pair} are cast incompatible")
        if self.WIDENS is not None and (_width(after) - _width(before)) * (1 if self.WIDENS else -1) <= 0:
            raise VerifyException(f"{pair}: the result must be {'wider' if self.WIDENS else 'shorter'}")


def _width(type_: Attribute) -> int:
    return cast(IntegerType, type_).bitwidth


@irdl_op_definition
class ExtSIOp(CastOp):
    """Widens integers, keeping the sign."""

    name = "arith.extsi"
    KINDS: ClassVar[Kinds] = (_INTEGERS, _INTEGERS)
    WIDENS: ClassVar[bool | None] = True


@irdl_op_definition
class ExtUIOp(CastOp):
    """Widens integers with zeros."""

    name = "arith.extui"
    KINDS: ClassVar[Kinds] = (_INTEGERS, _INTEGERS)
    WIDENS: ClassVar[bool | None] = True


@irdl_op_definition
class TruncIOp(CastOp):
    """Keeps the low bits."""

    name = "arith.trunci"
    KINDS: ClassVar[Kinds] = (_INTEGERS, _INTEGERS)
    WIDENS: ClassVar[bool | None] = False


@irdl_op_definition
class SIToFPOp(CastOp):
    """Signed integers to floats."""

    name = "arith.sitofp"
    KINDS: ClassVar[Kinds] = (_INTEGERS, _FLOATS)


@irdl_op_definition
class UIToFPOp(CastOp):
    """Unsigned integers to floats."""

    name = "arith.uitofp"
    KINDS: ClassVar[Kinds] = (_INTEGERS, _FLOATS)


@irdl_op_definition
class FPToSIOp(CastOp):
    """Floats to signed integers, towards zero."""

    name = "arith.fptosi"
    KINDS: ClassVar[Kinds] = (_FLOATS, _INTEGERS)


@irdl_op_definition
class FPToUIOp(CastOp):
    """Floats to unsigned integers, towards zero."""

    name = "arith.fptoui"
    KINDS: ClassVar[Kinds] = (_FLOATS, _INTEGERS)


@irdl_op_definition
class IndexCastOp(CastOp):
    """Between index and signed integers."""

    name = "arith.index_cast"
    KINDS: ClassVar[Kinds] = (_INDICES, _INDICES)


@irdl_op_definition
class IndexCastUIOp(CastOp):
    """Between index and unsigned integers."""

    name = "arith.index_castui"
    KINDS: ClassVar[Kinds] = (_INDICES, _INDICES)


_OURS = (
    CmpiOp,
    CmpfOp,
    SelectOp,
    RemFOp,
    ExtSIOp,
    ExtUIOp,
    TruncIOp,
    SIToFPOp,
    UIToFPOp,
    FPToSIOp,
    FPToUIOp,
    IndexCastOp,
    IndexCastUIOp,
)

ARITH = Dialect(
    "arith",
    [*(op for op in Arith.operations if op.name not in {ours.name for ours in _OURS}), *_OURS],
    list(Arith.attributes),
    [ArithConstantMaterializationInterface()],
)
