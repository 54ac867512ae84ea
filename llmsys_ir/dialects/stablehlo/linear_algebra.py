"""Decompositions of matrices, systems of equations, Fourier transforms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.builtin import BoolAttr, ComplexType, f32, f64
from xdsl.ir import Attribute, Operation
from xdsl.irdl import IRDLOperation, irdl_op_definition, operand_def, opt_prop_def, prop_def, result_def, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.pretty import Case, Clause, Integers, Notation, PrettyOp, Properties, SameNotation
from llmsys_ir.dialects.shapes import check_shape, dims_agree, shape_text
from llmsys_ir.dialects.stablehlo.checks import check, check_same_shape
from llmsys_ir.dialects.stablehlo.elements import COMPLEX, FLOAT, QUANTIZED, check_kind, check_same_element_type
from llmsys_ir.dialects.stablehlo.enums import FftTypeAttr, TransposeAttr
from llmsys_ir.dialects.stablehlo.types import INTEGERS, TENSOR
from llmsys_ir.dialects.tensors import tensor_type

_FALSE = BoolAttr.from_bool(False)


@dataclass(frozen=True)
class _LowerClause(Clause):
    """`, lower = true`, or nothing if it is false."""

    def names(self) -> tuple[str, ...]:
        """The properties that the clause stands for."""
        return ("lower",)

    def parse(self, parser: Parser, properties: Properties) -> None:
        """Parse the clause if it is there."""
        if parser.parse_optional_punctuation(","):
            parser.parse_keyword("lower")
            parser.parse_punctuation("=")
            properties["lower"] = BoolAttr.from_bool(parser.parse_boolean())

    def print(self, printer: Printer, op: Operation) -> None:
        """Print the clause unless it is false."""
        if op.properties.get("lower", _FALSE) != _FALSE:
            printer.print_string(", lower = true")


def check_square(what: str, shape: Sequence[int]) -> None:
    """Raise unless the last two dims have one size."""
    if len(shape) < 2 or not dims_agree(shape[-2], shape[-1]):
        raise VerifyException(f"{what} must end in two dims of the same size, got {shape_text(shape)}")


@irdl_op_definition
class CholeskyOp(PrettyOp):
    """The triangular root of positive-definite matrices."""

    name = "stablehlo.cholesky"
    a = operand_def(TENSOR)
    result = result_def(TENSOR)
    lower = opt_prop_def(BoolAttr)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (_LowerClause(),)
    NOTATION: ClassVar[Notation] = SameNotation()

    def verify_(self) -> None:
        """Check the elements and the shapes."""
        check_kind("a", self.a, (FLOAT, COMPLEX, QUANTIZED))
        check_same_element_type("a and result", self.a, self.result)
        shape = tensor_type(self.a).get_shape()
        check_square("a", shape)
        check_shape("result shape", shape, self.result.type)


@irdl_op_definition
class TriangularSolveOp(IRDLOperation):
    """The solution of equations whose matrix is triangular."""

    name = "stablehlo.triangular_solve"
    a = operand_def(TENSOR)
    b = operand_def(TENSOR)
    result = result_def(TENSOR)
    left_side = prop_def(BoolAttr)
    lower = prop_def(BoolAttr)
    unit_diagonal = prop_def(BoolAttr)
    transpose_a = prop_def(TransposeAttr)
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the elements and the shapes."""
        check_kind("a", self.a, (FLOAT, COMPLEX, QUANTIZED))
        check_same_element_type("a, b and result", self.a, self.b, self.result)
        transpose = self.transpose_a.data
        check(transpose != "TRANSPOSE_INVALID", f"transpose_a must say how a is taken, got '{transpose}'")
        a, b = tensor_type(self.a).get_shape(), tensor_type(self.b).get_shape()
        check_square("a", a)
        check(len(a) == len(b), f"a and b must have the same rank, got {len(a)} != {len(b)}")
        check_same_shape("batches of a and b", a[:-2], b[:-2])
        shared = b[-2] if self.left_side.value.data else b[-1]
        check(dims_agree(a[-1], shared), f"shared dims of a and b must have the same size, got {a[-1]} != {shared}")
        check_shape("result shape", b, self.result.type)


@irdl_op_definition
class FftOp(PrettyOp):
    """The Fourier transform along the last dims."""

    name = "stablehlo.fft"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    fft_type = prop_def(FftTypeAttr)
    fft_length = prop_def(INTEGERS)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Case("type", "fft_type", FftTypeAttr), Integers("length", "fft_length"))

    def verify_(self) -> None:
        """Check the elements, the lengths and the shape."""
        lengths, shape = self.fft_length.get_values(), list(tensor_type(self.operand).get_shape())
        check(1 <= len(lengths) <= 3, f"fft_length must have 1 to 3 elements, got {len(lengths)}")
        check(len(lengths) <= len(shape), f"operand must have rank {len(lengths)} or more, got {len(shape)}")
        check(all(length >= 0 for length in lengths), f"fft_length must not be negative, got {list(lengths)}")
        element_type, result_type = tensor_type(self.operand).element_type, tensor_type(self.result).element_type
        expected = _transformed(self.fft_type.data, element_type)
        check(result_type == expected, f"result must have elements of type '{expected}', got '{result_type}'")
        wanted = list(lengths)
        match self.fft_type.data:
            case "RFFT":
                _check_lengths(wanted, shape[-len(wanted) :])
                shape[-1] = wanted[-1] // 2 + 1 if wanted[-1] else 0
            case "IRFFT":
                _check_lengths([*wanted[:-1], wanted[-1] // 2 + 1 if wanted[-1] else 0], shape[-len(wanted) :])
                shape[-1] = wanted[-1]
            case _:
                pass
        check_shape("result shape", shape, self.result.type)


def _check_lengths(lengths: Sequence[int], sizes: Sequence[int]) -> None:
    agree = all(map(dims_agree, lengths, sizes))
    check(agree, f"last dims of the operand must be {shape_text(lengths)}, got {shape_text(sizes)}")


_COMPLEX: Mapping[Attribute, Attribute] = {f32: ComplexType(f32), f64: ComplexType(f64)}
_REAL: Mapping[Attribute, Attribute] = {complex_: real for real, complex_ in _COMPLEX.items()}


def _transformed(fft_type: str, element_type: Attribute) -> Attribute:
    """The element type of the result of a transform."""
    known = _COMPLEX if fft_type == "RFFT" else _REAL
    if element_type not in known:
        expected = " or ".join(f"'{type_}'" for type_ in known)
        raise VerifyException(f"operand of {fft_type} must have elements of type {expected}, got '{element_type}'")
    return element_type if fft_type in ("FFT", "IFFT") else known[element_type]


OPS = (CholeskyOp, FftOp, TriangularSolveOp)
"""The ops of this module."""
