"""Other types for the same numbers, or for the same bits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.builtin import I32, ComplexType, Float32Type, Float64Type, FunctionType, IntegerAttr, TensorType, i32
from xdsl.ir import Attribute, Operation
from xdsl.irdl import irdl_op_definition, operand_def, prop_def, result_def, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.pretty import Clause, FunctionalNotation, Notation, PrettyOp, Properties, SameNotation
from llmsys_ir.dialects.shapes import check_shape
from llmsys_ir.dialects.stablehlo.checks import check, check_same_shape
from llmsys_ir.dialects.stablehlo.elements import ANY, COMPLEX, FLOAT, QUANTIZED, Kinds, bits_of, check_kind, kind_of
from llmsys_ir.dialects.stablehlo.elementwise import BinaryOp, UnaryOp
from llmsys_ir.dialects.stablehlo.types import TENSOR
from llmsys_ir.dialects.tensors import as_tensor, tensor_type


@irdl_op_definition
class ConvertOp(UnaryOp):
    """The same numbers in another element type."""

    name = "stablehlo.convert"

    def verify_(self) -> None:
        """Check the elements and the shape."""
        check_kind("operand", self.operand, ANY)
        check_kind("result", self.result, ANY)
        check_shape("result shape", tensor_type(self.operand).get_shape(), self.result.type)


@irdl_op_definition
class BitcastConvertOp(PrettyOp):
    """The same bits as other elements; a last dim holds the narrow elements that make up a wide one."""

    name = "stablehlo.bitcast_convert"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check that the bits fit."""
        types = [tensor_type(self.operand), tensor_type(self.result)]
        kinds = [kind_of(type_.element_type) for type_ in types]
        if (kinds[0] == COMPLEX) != (kinds[1] == COMPLEX):
            raise VerifyException(
                "bits must not be taken from complex to other numbers, or back, "
                f"got '{types[0].element_type}' and '{types[1].element_type}'"
            )
        if QUANTIZED in kinds:
            return
        narrow, wide = sorted(types, key=lambda type_: bits_of(type_.element_type))
        bits = bits_of(narrow.element_type), bits_of(wide.element_type)
        if bits[0] == bits[1]:
            check_same_shape("operand and result", narrow.get_shape(), wide.get_shape())
            return
        check(bits[1] % bits[0] == 0, f"bits of the wider element must be divisible, got {bits[1]} and {bits[0]}")
        expected = (*wide.get_shape(), bits[1] // bits[0])
        check_shape(f"shape of the tensor of '{narrow.element_type}'", expected, narrow)


class _ComplexNotation(FunctionalNotation):
    """`tensor<complex<T>>` where both operands are `tensor<T>`, else `(T, U) -> V`."""

    def parse(self, parser: Parser, count: int) -> tuple[Sequence[Attribute], Sequence[Attribute]]:
        """Parse the result's type or a function type."""
        type_ = parser.parse_type()
        if isinstance(type_, FunctionType):
            return type_.inputs.data, type_.outputs.data
        part = _parts(type_)
        if part is None:
            parser.raise_error(f"expected a tensor of complex numbers, got '{type_}'")
        return (part,) * count, (type_,)

    def print(self, printer: Printer, op: Operation) -> None:
        """Print the result's type or a function type."""
        part = _parts(op.results[0].type)
        if all(operand.type == part for operand in op.operands):
            printer.print_attribute(op.results[0].type)
        else:
            super().print(printer, op)


def _parts(type_: Attribute) -> Attribute | None:
    """The type of the real parts of a tensor of complex numbers."""
    tensor = as_tensor(type_)
    if tensor is None or not isinstance(tensor.element_type, ComplexType):
        return None
    return TensorType(tensor.element_type.element_type, tensor.shape, tensor.encoding)  # pyright: ignore


@irdl_op_definition
class ComplexOp(BinaryOp):
    """Complex numbers of real and imaginary parts."""

    name = "stablehlo.complex"
    ELEMENTS: ClassVar[Kinds] = (FLOAT,)

    NOTATION: ClassVar[Notation] = _ComplexNotation()

    def result_element_type(self, element_type: Attribute) -> Attribute:
        """The complex number of these parts."""
        if not isinstance(element_type, Float32Type | Float64Type):
            raise VerifyException(f"operands must have elements of type f32 or f64, got '{element_type}'")
        return ComplexType(element_type)


@dataclass(frozen=True)
class _FormatClause(Clause):
    """`, format = e5m10`."""

    def names(self) -> tuple[str, ...]:
        """The properties that the clause stands for."""
        return ("exponent_bits", "mantissa_bits")

    def parse(self, parser: Parser, properties: Properties) -> None:
        """Parse the clause."""
        parser.parse_punctuation(",")
        parser.parse_keyword("format")
        parser.parse_punctuation("=")
        position = parser.pos
        text = parser.parse_identifier()
        match = re.fullmatch(r"e([0-9]{1,9})m([0-9]{1,9})", text)
        if match is None:
            parser.raise_error(f"expected a format such as e5m10, got '{text}'", position)
        for name, digits in zip(self.names(), match.groups(), strict=True):
            properties[name] = IntegerAttr(int(digits), i32)

    def print(self, printer: Printer, op: Operation) -> None:
        """Print the clause."""
        exponent, mantissa = (op.properties[name] for name in self.names())
        assert isinstance(exponent, IntegerAttr)
        assert isinstance(mantissa, IntegerAttr)
        printer.print_string(f", format = e{exponent.value.data}m{mantissa.value.data}")


@irdl_op_definition
class ReducePrecisionOp(UnaryOp):
    """The nearest numbers that have so few bits."""

    name = "stablehlo.reduce_precision"
    ELEMENTS: ClassVar[Kinds] = (FLOAT, QUANTIZED)
    exponent_bits = prop_def(IntegerAttr[I32])
    mantissa_bits = prop_def(IntegerAttr[I32])

    CLAUSES: ClassVar[tuple[Clause, ...]] = (_FormatClause(),)

    def verify_(self) -> None:
        """Check the format and the types."""
        exponent, mantissa = self.exponent_bits.value.data, self.mantissa_bits.value.data
        check(exponent >= 1, f"exponent_bits must be positive, got {exponent}")
        check(mantissa >= 0, f"mantissa_bits must not be negative, got {mantissa}")
        super().verify_()


@irdl_op_definition
class UniformQuantizeOp(PrettyOp):
    """Numbers as quantized ones."""

    name = "stablehlo.uniform_quantize"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    traits = traits_def(Pure())

    NOTATION: ClassVar[Notation] = SameNotation()

    def verify_(self) -> None:
        """Check the elements and the shape."""
        check_kind("operand", self.operand, (FLOAT, QUANTIZED))
        check_kind("result", self.result, (QUANTIZED,))
        check_shape("result shape", tensor_type(self.operand).get_shape(), self.result.type)


@irdl_op_definition
class UniformDequantizeOp(PrettyOp):
    """Quantized numbers as floats."""

    name = "stablehlo.uniform_dequantize"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    traits = traits_def(Pure())

    NOTATION: ClassVar[Notation] = SameNotation()

    def verify_(self) -> None:
        """Check the elements and the shape."""
        check_kind("operand", self.operand, (QUANTIZED,))
        check_kind("result", self.result, (FLOAT,))
        check_shape("result shape", tensor_type(self.operand).get_shape(), self.result.type)


OPS = (
    BitcastConvertOp,
    ComplexOp,
    ConvertOp,
    ReducePrecisionOp,
    UniformDequantizeOp,
    UniformQuantizeOp,
)
"""The ops of this module."""
