"""Tensors made from nothing: constants, counts along a dim, random numbers."""

from __future__ import annotations

from typing import ClassVar, Self, cast

from xdsl.dialects.builtin import (
    I64,
    DenseIntOrFPElementsAttr,
    DenseResourceAttr,
    IntegerAttr,
    IntegerType,
    Signedness,
    TensorType,
)
from xdsl.ir import Attribute
from xdsl.irdl import IRDLOperation, irdl_op_definition, operand_def, prop_def, result_def, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import ConstantLike, Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.pretty import (
    Case,
    Clause,
    Integer,
    Notation,
    PrettyOp,
    Properties,
    ResultNotation,
    parse_attributes,
    print_attributes,
)
from llmsys_ir.dialects.shapes import check_rank, check_shape, element_type_of, shape_of
from llmsys_ir.dialects.stablehlo.checks import check, check_dim, known
from llmsys_ir.dialects.stablehlo.elements import (
    BOOLEAN,
    COMPLEX,
    FLOAT,
    INDEX,
    INTEGER,
    QUANTIZED,
    check_kind,
    check_same_element_type,
)
from llmsys_ir.dialects.stablehlo.enums import RngAlgorithmAttr, RngDistributionAttr
from llmsys_ir.dialects.stablehlo.types import TENSOR
from llmsys_ir.dialects.tensors import Dense, tensor_type

_ID = TensorType(IntegerType(32, Signedness.UNSIGNED), [])


class AnyConstantOp(IRDLOperation):
    """A constant, written `name {attributes} value`."""

    value = prop_def(DenseIntOrFPElementsAttr | DenseResourceAttr)
    output = result_def(TENSOR)
    traits = traits_def(Pure(), ConstantLike())

    def __init__(self, value: Dense):
        super().__init__(result_types=[value.type], properties={"value": value})

    def verify_(self) -> None:
        """Check that the result has the type of the value, and static dims."""
        shape, type_ = shape_of(self.output.type) or (), self.value.type
        if not known(*shape) or shape != shape_of(type_):
            raise VerifyException(f"result must have the shape of the value '{type_}', got '{self.output.type}'")
        element_types = element_type_of(type_), element_type_of(self.output.type)
        if element_types[0] != element_types[1]:
            check_kind("result", self.output, (QUANTIZED,))

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse attributes and value, or `() {value = ...} : () -> T`."""
        properties: Properties = {}
        if parser.parse_optional_punctuation("("):
            parser.parse_punctuation(")")
            attributes = parse_attributes(parser, cls, properties)
            parser.parse_punctuation(":")
            type_ = parser.parse_function_type().outputs.data
            return cls.create(result_types=type_, properties=properties, attributes=attributes)
        attributes = parser.parse_optional_attr_dict()
        position = parser.pos
        value = parser.parse_attribute()
        if not isinstance(value, DenseIntOrFPElementsAttr | DenseResourceAttr):
            parser.raise_error(f"expected a dense attribute, got '{value}'", position)
        properties["value"] = cast(Attribute, value)
        result_type = cast(Attribute, value.type)  # pyright: ignore[reportUnknownMemberType]
        return cls.create(result_types=[result_type], properties=properties, attributes=attributes)

    def print(self, printer: Printer) -> None:
        """Print attributes and value."""
        print_attributes(printer, self, ("value",))
        printer.print_string(" ")
        printer.print_attribute(self.value)


@irdl_op_definition
class ConstantOp(AnyConstantOp):
    """A constant tensor."""

    name = "stablehlo.constant"


class PlainOp(PrettyOp):
    """An op without operands, written `name clauses : T`."""

    NOTATION: ClassVar[Notation] = ResultNotation()


@irdl_op_definition
class IotaOp(PlainOp):
    """The position of each element along one dim."""

    name = "stablehlo.iota"
    output = result_def(TENSOR)
    iota_dimension = prop_def(IntegerAttr[I64])
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Integer("dim", "iota_dimension", separator=""),)

    def verify_(self) -> None:
        """Check the dim and the elements."""
        check_kind("result", self.output, (*INTEGER, FLOAT, COMPLEX, QUANTIZED))
        shape = tensor_type(self.output).get_shape()
        check_dim("iota_dimension", self.iota_dimension.value.data, len(shape))
        check(known(*shape), f"result must have static dims, got '{self.output.type}'")


@irdl_op_definition
class DynamicIotaOp(PrettyOp):
    """The position of each element along one dim of a tensor whose shape is an operand."""

    name = "stablehlo.dynamic_iota"
    output_shape = operand_def(TENSOR)
    result = result_def(TENSOR)
    iota_dimension = prop_def(IntegerAttr[I64])
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Integer("dim", "iota_dimension"),)

    def verify_(self) -> None:
        """Check the dim, the elements, and the length of the shape."""
        check_kind("result", self.result, (*INTEGER, FLOAT, COMPLEX, QUANTIZED))
        check_kind("output_shape", self.output_shape, (*INTEGER, INDEX))
        rank = len(tensor_type(self.result).get_shape())
        check_dim("iota_dimension", self.iota_dimension.value.data, rank)
        check_shape_operand("output_shape", self.output_shape.type, rank)


def check_shape_operand(what: str, type_: Attribute, rank: int) -> None:
    """Raise unless a tensor has one dim of `rank` elements."""
    check_rank(what, 1, type_)
    check_shape(f"shape of {what}", (rank,), type_)


@irdl_op_definition
class PartitionIdOp(PlainOp):
    """The number of the partition that runs the op."""

    name = "stablehlo.partition_id"
    result = result_def(_ID)
    traits = traits_def(Pure())


@irdl_op_definition
class ReplicaIdOp(PlainOp):
    """The number of the replica that runs the op."""

    name = "stablehlo.replica_id"
    result = result_def(_ID)
    traits = traits_def(Pure())


@irdl_op_definition
class RngOp(PrettyOp):
    """Random numbers between two, or of a mean and a deviation."""

    name = "stablehlo.rng"
    a = operand_def(TENSOR)
    b = operand_def(TENSOR)
    shape = operand_def(TENSOR)
    result = result_def(TENSOR)
    rng_distribution = prop_def(RngDistributionAttr)

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Case("distribution", "rng_distribution", RngDistributionAttr),)

    def verify_(self) -> None:
        """Check the elements, and the length of the shape."""
        check_kind("result", self.result, (BOOLEAN, *INTEGER, FLOAT))
        check_same_element_type("bounds and result", self.a, self.b, self.result)
        check_kind("shape", self.shape, (*INTEGER, INDEX))
        check_shape_operand("shape", self.shape.type, len(tensor_type(self.result).get_shape()))


@irdl_op_definition
class RngBitGeneratorOp(PrettyOp):
    """Random bits, and the state that goes on from them."""

    name = "stablehlo.rng_bit_generator"
    initial_state = operand_def(TENSOR)
    output_state = result_def(TENSOR)
    output = result_def(TENSOR)
    rng_algorithm = prop_def(RngAlgorithmAttr)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Case("algorithm", "rng_algorithm", RngAlgorithmAttr),)

    def verify_(self) -> None:
        """Check that the state keeps its type, and the elements."""
        check_kind("initial_state", self.initial_state, (*INTEGER, FLOAT))
        check_kind("output", self.output, (*INTEGER, FLOAT))
        before, after = self.initial_state.type, self.output_state.type
        check(before == after, f"states must have the same type, got '{before}' != '{after}'")


OPS = (
    ConstantOp,
    DynamicIotaOp,
    IotaOp,
    PartitionIdOp,
    ReplicaIdOp,
    RngBitGeneratorOp,
    RngOp,
)
"""The ops of this module."""
