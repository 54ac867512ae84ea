"""Tosa ops with regions, variables and foreign code, and arithmetic on shapes."""

from __future__ import annotations

from abc import ABC
from typing import Self

from xdsl.dialects.builtin import (
    I32,
    DenseIntElementsAttr,
    DenseIntOrFPElementsAttr,
    IntegerAttr,
    StringAttr,
    SymbolNameConstraint,
    TensorType,
    i1,
)
from xdsl.dialects.utils import AbstractYieldOperation
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import (
    IRDLOperation,
    ParsePropInAttrDict,
    irdl_op_definition,
    operand_def,
    opt_prop_def,
    prop_def,
    region_def,
    result_def,
    traits_def,
    var_operand_def,
    var_result_def,
)
from xdsl.parser import Parser, UnresolvedOperand
from xdsl.printer import Printer
from xdsl.traits import IsTerminator, Pure, RecursiveMemoryEffect
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.shapes import shape_of
from llmsys_ir.dialects.tosa.attributes import ShapeType
from llmsys_ir.dialects.tosa.base import TENSOR, TosaOp, check_axis


@irdl_op_definition
class YieldOp(AbstractYieldOperation[Attribute]):
    """The values a region of a tosa op ends with."""

    name = "tosa.yield"
    traits = traits_def(IsTerminator(), Pure())


def parse_result_types(parser: Parser) -> list[Attribute]:
    """Parse one type, or any number in parentheses."""
    types = parser.parse_optional_comma_separated_list(parser.Delimiter.PAREN, parser.parse_type)
    return [parser.parse_type()] if types is None else [*types]


@irdl_op_definition
class CondIfOp(IRDLOperation):
    """One of two regions.

    LLVM 19 and 22 cannot read each other's custom form, and the op does not say which one was read. Both
    forms are read; the generic form is printed, which both read.
    """

    name = "tosa.cond_if"
    condition = operand_def(TENSOR)
    input_list = var_operand_def(TENSOR)
    output_list = var_result_def(TENSOR)
    then_graph = region_def("single_block")
    else_graph = region_def("single_block")
    traits = traits_def(RecursiveMemoryEffect())

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse the custom form of LLVM 19 or of LLVM 22."""
        position = parser.pos
        unresolved = [parser.parse_unresolved_operand()]

        def block_argument() -> None:
            parser.parse_argument(expect_type=False)
            parser.parse_punctuation("=")
            unresolved.append(parser.parse_unresolved_operand())

        has_inputs = parser.parse_optional_comma_separated_list(parser.Delimiter.PAREN, block_argument) is not None
        types: list[Attribute] = [TensorType(i1, [])]
        if parser.parse_optional_punctuation(":"):
            types = [parser.parse_type()]
        if has_inputs:
            types += parser.parse_comma_separated_list(parser.Delimiter.PAREN, parser.parse_type)
        result_types = parse_result_types(parser) if parser.parse_optional_punctuation("->") else []
        then_graph = parser.parse_region()
        parser.parse_keyword("else")
        return cls.create(
            operands=parser.resolve_operands(unresolved, types, position),
            result_types=result_types,
            regions=[then_graph, parser.parse_region()],
            attributes=parser.parse_optional_attr_dict(),
        )


@irdl_op_definition
class WhileLoopOp(IRDLOperation):
    """A loop: the first region says whether to go on, the second computes the next values."""

    name = "tosa.while_loop"
    input_list = var_operand_def(TENSOR)
    output_list = var_result_def(TENSOR)
    cond_graph = region_def("single_block")
    body_graph = region_def("single_block")
    traits = traits_def(RecursiveMemoryEffect())

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse the bindings of the loop's arguments, the type and the two regions."""
        position = parser.pos

        def binding() -> tuple[Parser.UnresolvedArgument, UnresolvedOperand]:
            argument = parser.parse_argument(expect_type=False)
            parser.parse_punctuation("=")
            return argument, parser.parse_unresolved_operand()

        bindings = parser.parse_comma_separated_list(parser.Delimiter.PAREN, binding)
        parser.parse_punctuation(":")
        type_ = parser.parse_function_type()
        inputs = type_.inputs.data
        operands = parser.resolve_operands([operand for _, operand in bindings], inputs, position)
        arguments = [argument.resolve(input_type) for (argument, _), input_type in zip(bindings, inputs, strict=True)]
        cond_graph = parser.parse_region(arguments)
        parser.parse_keyword("do")
        body_graph = parser.parse_region()
        attributes = parser.parse_optional_attr_dict_with_keyword()
        return cls.create(
            operands=operands,
            result_types=type_.outputs.data,
            regions=[cond_graph, body_graph],
            attributes=attributes.data if attributes is not None else {},
        )

    def print(self, printer: Printer) -> None:
        """Print the bindings of the loop's arguments, the type and the two regions."""

        def print_binding(pair: tuple[SSAValue, SSAValue]) -> None:
            printer.print_ssa_value(pair[0])
            printer.print_string(" = ")
            printer.print_ssa_value(pair[1])

        printer.print_string(" ")
        with printer.in_parens():
            pairs = zip(self.cond_graph.block.args, self.input_list, strict=True)
            printer.print_list(pairs, print_binding)
        printer.print_string(" : ")
        printer.print_operation_type(self)
        printer.print_string(" ")
        printer.print_region(self.cond_graph, print_entry_block_args=False)
        printer.print_string(" do ")
        printer.print_region(self.body_graph)
        printer.print_op_attributes(self.attributes, print_keyword=True)


@irdl_op_definition
class CustomOp(IRDLOperation):
    """An op defined elsewhere."""

    name = "tosa.custom"
    input_list = var_operand_def()
    output_list = var_result_def()
    operator_name = prop_def(StringAttr)
    domain_name = prop_def(StringAttr)
    implementation_attrs = prop_def(StringAttr)
    irdl_options = (ParsePropInAttrDict(),)
    assembly_format = "operands attr-dict `:` functional-type(operands, results)"


@irdl_op_definition
class VariableOp(IRDLOperation):
    """A mutable tensor of the module.

    LLVM 22 keeps the element type and the shape in two attributes, LLVM 19 the tensor type in one; their
    custom forms are the same, and reading it gives the attributes of LLVM 19.
    """

    name = "tosa.variable"
    variable_name = opt_prop_def(StringAttr, prop_name="name")
    sym_name = opt_prop_def(StringAttr)
    type_attr = prop_def(prop_name="type")
    var_shape = opt_prop_def(DenseIntElementsAttr)
    initial_value = opt_prop_def(DenseIntOrFPElementsAttr)

    def symbol(self) -> str:
        """The name of the variable."""
        symbol = self.variable_name if self.variable_name is not None else self.sym_name
        assert symbol is not None
        return symbol.data

    def type(self) -> Attribute:
        """The type of the variable."""
        if self.var_shape is None:
            return self.type_attr
        return TensorType(self.type_attr, [int(size) for size in self.var_shape.get_values()])

    def verify_(self) -> None:
        """Check that there is one name."""
        if (self.variable_name is None) == (self.sym_name is None):
            raise VerifyException("variable needs either a name or a sym_name")

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse the name and the type or the initial value."""
        properties: dict[str, Attribute] = {"name": parser.parse_symbol_name()}
        attributes = parser.parse_optional_attr_dict()
        if parser.parse_optional_punctuation("="):
            value = parser.parse_attribute()
            if not isinstance(value, DenseIntOrFPElementsAttr):
                parser.raise_error("initial value must be a dense attribute")
            properties |= {"initial_value": value, "type": value.get_type()}
        else:
            parser.parse_punctuation(":")
            properties["type"] = parser.parse_type()
        return cls.create(properties=properties, attributes=attributes)

    def print(self, printer: Printer) -> None:
        """Print the name and the type or the initial value."""
        printer.print_string(" ")
        printer.print_symbol_name(self.symbol())
        printer.print_op_attributes(self.attributes)
        if self.initial_value is not None:
            printer.print_string(" = ")
            printer.print_attribute(self.initial_value)
        else:
            printer.print_string(" : ")
            printer.print_attribute(self.type())


class VariableReadBase(IRDLOperation, ABC):
    """The value of a variable."""

    output1 = result_def(TENSOR)
    variable_name = prop_def(SymbolNameConstraint(), prop_name="name")
    assembly_format = "$name attr-dict `:` type($output1)"


class VariableWriteBase(IRDLOperation, ABC):
    """A new value for a variable."""

    input1 = operand_def(TENSOR)
    variable_name = prop_def(SymbolNameConstraint(), prop_name="name")
    assembly_format = "$name attr-dict `,` $input1 `:` type($input1)"


@irdl_op_definition
class VariableReadOp(VariableReadBase):
    """The value of a variable (LLVM 20 and later)."""

    name = "tosa.variable_read"


@irdl_op_definition
class VariableWriteOp(VariableWriteBase):
    """A new value for a variable (LLVM 20 and later)."""

    name = "tosa.variable_write"


@irdl_op_definition
class LegacyVariableReadOp(VariableReadBase):
    """The value of a variable (LLVM 19)."""

    name = "tosa.variable.read"


@irdl_op_definition
class LegacyVariableWriteOp(VariableWriteBase):
    """A new value for a variable (LLVM 19)."""

    name = "tosa.variable.write"


def rank_of(shape: SSAValue) -> int:
    """How many sizes a shape has."""
    assert isinstance(shape.type, ShapeType)
    return shape.type.rank.data


class UnaryShapeOp(TosaOp, ABC):
    """An op on each size of a shape (LLVM 22)."""

    input = operand_def(ShapeType)
    output = result_def(ShapeType)


class BinaryShapeOp(TosaOp, ABC):
    """An op on the sizes of two shapes of one rank (LLVM 22)."""

    input1 = operand_def(ShapeType)
    input2 = operand_def(ShapeType)
    output = result_def(ShapeType)

    def verify_(self) -> None:
        """Check that the ranks are the same."""
        ranks = [rank_of(value) for value in (self.input1, self.input2, self.output)]
        if len(set(ranks)) > 1:
            raise VerifyException(f"shapes must have the same rank, got {', '.join(map(str, ranks))}")


@irdl_op_definition
class DimOp(TosaOp):
    """The size of a tensor along an axis (LLVM 22)."""

    name = "tosa.dim"
    input1 = operand_def(TENSOR)
    output = result_def(ShapeType)
    axis = prop_def(IntegerAttr[I32])

    def verify_(self) -> None:
        """Check the axis."""
        if (shape := shape_of(self.input1.type)) is not None:
            check_axis(self.axis.value.data, shape)


@irdl_op_definition
class ConcatShapeOp(TosaOp):
    """Concatenated shapes (LLVM 22)."""

    name = "tosa.concat_shape"
    input = var_operand_def(ShapeType)
    output = result_def(ShapeType)


@irdl_op_definition
class SliceShapeOp(TosaOp):
    """A part of a shape (LLVM 22)."""

    name = "tosa.slice_shape"
    input = operand_def(ShapeType)
    start = operand_def(TENSOR)
    size = operand_def(TENSOR)
    output = result_def(ShapeType)


@irdl_op_definition
class Exp2ShapeOp(UnaryShapeOp):
    """Powers of two (LLVM 22)."""

    name = "tosa.exp2_shape"


@irdl_op_definition
class Log2CeilShapeOp(UnaryShapeOp):
    """Binary logarithms, rounded up (LLVM 22)."""

    name = "tosa.log2_ceil_shape"


@irdl_op_definition
class Log2FloorShapeOp(UnaryShapeOp):
    """Binary logarithms, rounded down (LLVM 22)."""

    name = "tosa.log2_floor_shape"


@irdl_op_definition
class AddShapeOp(BinaryShapeOp):
    """Sums (LLVM 22)."""

    name = "tosa.add_shape"


@irdl_op_definition
class DivCeilShapeOp(BinaryShapeOp):
    """Quotients, rounded up (LLVM 22)."""

    name = "tosa.div_ceil_shape"


@irdl_op_definition
class DivFloorShapeOp(BinaryShapeOp):
    """Quotients, rounded down (LLVM 22)."""

    name = "tosa.div_floor_shape"


@irdl_op_definition
class MaxShapeOp(BinaryShapeOp):
    """Greater sizes (LLVM 22)."""

    name = "tosa.max_shape"


@irdl_op_definition
class MinShapeOp(BinaryShapeOp):
    """Smaller sizes (LLVM 22)."""

    name = "tosa.min_shape"


@irdl_op_definition
class ModShapeOp(BinaryShapeOp):
    """Remainders (LLVM 22)."""

    name = "tosa.mod_shape"


@irdl_op_definition
class MulShapeOp(BinaryShapeOp):
    """Products (LLVM 22)."""

    name = "tosa.mul_shape"


@irdl_op_definition
class SubShapeOp(BinaryShapeOp):
    """Differences (LLVM 22)."""

    name = "tosa.sub_shape"
