"""Products: dot, dot_general, einsum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.builtin import AnyFloat, ArrayAttr, StringAttr
from xdsl.ir import Attribute, Operation, SSAValue
from xdsl.irdl import irdl_op_definition, operand_def, opt_prop_def, prop_def, result_def, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException
from xdsl.utils.hints import isa

from llmsys_ir.dialects.pretty import Clause, PrettyOp, Properties, Text
from llmsys_ir.dialects.records import Dims, parse_integer_list, print_integer_list
from llmsys_ir.dialects.shapes import check_shape, dims_agree
from llmsys_ir.dialects.stablehlo.attributes import DotAlgorithmAttr, DotDimensionNumbersAttr, DotDimensions
from llmsys_ir.dialects.stablehlo.checks import (
    check,
    check_dims,
    check_equal_length,
    check_positive,
    check_precision,
    check_sizes,
)
from llmsys_ir.dialects.stablehlo.enums import PrecisionAttr
from llmsys_ir.dialects.stablehlo.types import TENSOR
from llmsys_ir.dialects.tensors import tensor_type


@dataclass(frozen=True)
class DotDimensionsClause(Clause):
    """`, batching_dims = [0] x [0], contracting_dims = [2] x [1]`; the first part only if there are such dims."""

    def names(self) -> tuple[str, ...]:
        """The properties that the clause stands for."""
        return ("dot_dimension_numbers",)

    def parse(self, parser: Parser, properties: Properties) -> None:
        """Parse one or both parts."""
        parser.parse_punctuation(",")
        batching: tuple[Dims, Dims] = ((), ())
        if parser.parse_optional_keyword("batching_dims"):
            batching = _parse_pair(parser)
            parser.parse_punctuation(",")
        parser.parse_keyword("contracting_dims")
        properties["dot_dimension_numbers"] = DotDimensionNumbersAttr(DotDimensions(*batching, *_parse_pair(parser)))

    def print(self, printer: Printer, op: Operation) -> None:
        """Print one or both parts."""
        numbers = op.properties["dot_dimension_numbers"]
        assert isinstance(numbers, DotDimensionNumbersAttr)
        dims = numbers.data
        if dims.lhs_batching_dimensions or dims.rhs_batching_dimensions:
            printer.print_string(", batching_dims = ")
            _print_pair(printer, dims.lhs_batching_dimensions, dims.rhs_batching_dimensions)
        printer.print_string(", contracting_dims = ")
        _print_pair(printer, dims.lhs_contracting_dimensions, dims.rhs_contracting_dimensions)


def _parse_pair(parser: Parser) -> tuple[Dims, Dims]:
    parser.parse_punctuation("=")
    lhs = parse_integer_list(parser)
    parser.parse_keyword("x")
    return lhs, parse_integer_list(parser)


def _print_pair(printer: Printer, lhs: Dims, rhs: Dims) -> None:
    print_integer_list(printer, lhs)
    printer.print_string(" x ")
    print_integer_list(printer, rhs)


@dataclass(frozen=True)
class ArithmeticClause(Clause):
    """`, precision = [DEFAULT, HIGH], algorithm = <...>`, of which either part may be absent."""

    def names(self) -> tuple[str, ...]:
        """The properties that the clause stands for."""
        return ("precision_config", "algorithm")

    def parse(self, parser: Parser, properties: Properties) -> None:
        """Parse what is there."""
        if parser.parse_optional_punctuation(",") is None:
            return
        if parser.parse_optional_keyword("precision"):
            parser.parse_punctuation("=")
            cases = parser.parse_comma_separated_list(
                parser.Delimiter.SQUARE, lambda: PrecisionAttr(PrecisionAttr.parse_case(parser))
            )
            properties["precision_config"] = ArrayAttr(cases)
            if parser.parse_optional_punctuation(",") is None:
                return
        parser.parse_keyword("algorithm")
        parser.parse_punctuation("=")
        properties["algorithm"] = DotAlgorithmAttr(DotAlgorithmAttr.parse_parameter(parser))

    def print(self, printer: Printer, op: Operation) -> None:
        """Print what is there."""
        precision, algorithm = op.properties.get("precision_config"), op.properties.get("algorithm")
        if precision is not None and isa(precision, ArrayAttr[PrecisionAttr]):
            printer.print_string(f", precision = [{', '.join(case.data for case in precision)}]")
        if isinstance(algorithm, DotAlgorithmAttr):
            printer.print_string(", algorithm = ")
            algorithm.print_parameter(printer)


@irdl_op_definition
class DotGeneralOp(PrettyOp):
    """`batch… m… k…, batch… n… k… -> batch… m… n…`: a product over any dims."""

    name = "stablehlo.dot_general"
    lhs = operand_def(TENSOR)
    rhs = operand_def(TENSOR)
    result = result_def(TENSOR)
    dot_dimension_numbers = prop_def(DotDimensionNumbersAttr)
    precision_config = opt_prop_def(ArrayAttr[PrecisionAttr])
    algorithm = opt_prop_def(DotAlgorithmAttr)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (DotDimensionsClause(), ArithmeticClause())

    def __init__(self, lhs: SSAValue, rhs: SSAValue, dimensions: DotDimensions, result_type: Attribute):
        super().__init__(
            operands=[lhs, rhs],
            result_types=[result_type],
            properties={"dot_dimension_numbers": DotDimensionNumbersAttr(dimensions)},
        )

    def verify_(self) -> None:
        """Check the dims, and the shape of the result."""
        check_precision(self.precision_config)
        if self.algorithm is not None:
            _check_algorithm(self.algorithm)
        dims = self.dot_dimension_numbers.data
        lhs, rhs = tensor_type(self.lhs).get_shape(), tensor_type(self.rhs).get_shape()
        for kind in ("batching", "contracting"):
            names = f"lhs_{kind}_dimensions", f"rhs_{kind}_dimensions"
            check_equal_length(names[0], getattr(dims, names[0]), names[1], getattr(dims, names[1]))
        lhs_dims = dims.lhs_batching_dimensions + dims.lhs_contracting_dimensions
        rhs_dims = dims.rhs_batching_dimensions + dims.rhs_contracting_dimensions
        check_dims("batching and contracting dims of the lhs", lhs_dims, len(lhs))
        check_dims("batching and contracting dims of the rhs", rhs_dims, len(rhs))
        check_sizes("batching", lhs, dims.lhs_batching_dimensions, rhs, dims.rhs_batching_dimensions)
        check_sizes("contracted", lhs, dims.lhs_contracting_dimensions, rhs, dims.rhs_contracting_dimensions)
        batch = [lhs[dim] for dim in dims.lhs_batching_dimensions]
        free = [lhs[dim] for dim in range(len(lhs)) if dim not in lhs_dims]
        free += [rhs[dim] for dim in range(len(rhs)) if dim not in rhs_dims]
        check_shape("result shape", [*batch, *free], self.result.type)


def _check_algorithm(algorithm: DotAlgorithmAttr) -> None:
    data = algorithm.data
    for name in ("lhs_precision_type", "rhs_precision_type", "accumulation_type"):
        type_ = getattr(data, name)
        check(isinstance(type_, AnyFloat), f"{name} must be a float type, got '{type_}'")
    counts = (data.lhs_component_count, data.rhs_component_count, data.num_primitive_operations)
    check_positive("component counts and num_primitive_operations", counts)


@irdl_op_definition
class DotOp(PrettyOp):
    """A product of two vectors or matrices."""

    name = "stablehlo.dot"
    lhs = operand_def(TENSOR)
    rhs = operand_def(TENSOR)
    result = result_def(TENSOR)
    precision_config = opt_prop_def(ArrayAttr[PrecisionAttr])
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (ArithmeticClause(),)

    def verify_(self) -> None:
        """Check the contracted dim, and the shape of the result."""
        check_precision(self.precision_config)
        lhs, rhs = tensor_type(self.lhs).get_shape(), tensor_type(self.rhs).get_shape()
        if len(lhs) not in (1, 2) or len(rhs) not in (1, 2):
            raise VerifyException(f"operands must be vectors or matrices, got ranks {len(lhs)} and {len(rhs)}")
        if not dims_agree(lhs[-1], rhs[0]):
            raise VerifyException(f"contracted sizes must be equal, got {lhs[-1]} != {rhs[0]}")
        check_shape("result shape", [*lhs[:-1], *rhs[1:]], self.result.type)


@irdl_op_definition
class EinsumOp(PrettyOp):
    """A product whose dims a text names, such as `ab,bc->ac`."""

    name = "stablehlo.einsum"
    lhs = operand_def(TENSOR)
    rhs = operand_def(TENSOR)
    result = result_def(TENSOR)
    einsum_config = prop_def(StringAttr)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Text("config", "einsum_config"),)


@irdl_op_definition
class UnaryEinsumOp(PrettyOp):
    """A sum or a transposition whose dims a text names, such as `ab->a`."""

    name = "stablehlo.unary_einsum"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    einsum_config = prop_def(StringAttr)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Text("config", "einsum_config"),)


OPS = (DotGeneralOp, DotOp, EinsumOp, UnaryEinsumOp)
"""The ops of this module."""
