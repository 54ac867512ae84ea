"""Regions that are run or chosen: while, if, case; and what keeps ops in order."""

from __future__ import annotations

from typing import Self

from xdsl.dialects.builtin import TensorType, i1, i32
from xdsl.ir import Attribute
from xdsl.irdl import (
    IRDLOperation,
    irdl_op_definition,
    operand_def,
    region_def,
    traits_def,
    var_operand_def,
    var_region_def,
    var_result_def,
)
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import IsTerminator, Pure, RecursiveMemoryEffect

from llmsys_ir.dialects.pretty import print_attributes
from llmsys_ir.dialects.scanning import Operands, resolve, scan_operand, scan_operands
from llmsys_ir.dialects.stablehlo.checks import check
from llmsys_ir.dialects.stablehlo.regions import check_region, check_types

_BOOLEAN = TensorType(i1, [])


@irdl_op_definition
class ReturnOp(IRDLOperation):
    """The values that a region hands out."""

    name = "stablehlo.return"
    results_ = var_operand_def()
    traits = traits_def(IsTerminator(), Pure())

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse operands, attributes and types."""
        operands = scan_operands(parser)
        attributes = parser.parse_optional_attr_dict()
        types: list[Attribute] = []
        if operands:
            parser.parse_punctuation(":")
            types = [*parser.parse_comma_separated_list(parser.Delimiter.NONE, parser.parse_type)]
        return cls.create(operands=resolve(parser, operands, types), attributes=attributes)

    def print(self, printer: Printer) -> None:
        """Print operands, attributes and types; a space stands even where there is no operand."""
        printer.print_string(" ")
        printer.print_list(self.operands, printer.print_ssa_value)
        print_attributes(printer, self, ())
        if self.operands:
            printer.print_string(" : ")
            printer.print_list(self.operand_types, printer.print_attribute)


@irdl_op_definition
class WhileOp(IRDLOperation):
    """Values that the body replaces as long as the condition holds.

    %0:2 = stablehlo.while(%iterArg = %a, %iterArg_0 = %b) : tensor<i32>, tensor<f32>
    cond {...} do {...}
    """

    name = "stablehlo.while"
    operand = var_operand_def()
    result = var_result_def()
    cond = region_def("single_block")
    body = region_def("single_block")
    traits = traits_def(RecursiveMemoryEffect())

    def verify_(self) -> None:
        """Check that both regions take the operands, and what they return."""
        types = list(self.operand_types)
        check_types("results", types, self.results)
        check_region("condition", self.cond, types, [_BOOLEAN])
        check_region("body", self.body, types, types)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse arguments and operands, types, attributes, condition and body."""
        names: list[Parser.UnresolvedArgument] = []
        operands = Operands([], parser.pos)

        def parse_one() -> None:
            names.append(parser.parse_argument(expect_type=False))
            parser.parse_punctuation("=")
            operands.names.extend(scan_operand(parser).names)

        parser.parse_comma_separated_list(parser.Delimiter.PAREN, parse_one)
        types: list[Attribute] = []
        if names:
            parser.parse_punctuation(":")
            types = [*parser.parse_comma_separated_list(parser.Delimiter.NONE, parser.parse_type)]
        attributes = parser.parse_optional_attr_dict_with_keyword()
        values = resolve(parser, operands, types)
        arguments = [name.resolve(type_) for name, type_ in zip(names, types, strict=True)]
        parser.parse_keyword("cond")
        cond = parser.parse_region(arguments)
        parser.parse_keyword("do")
        body = parser.parse_region(arguments)
        return cls.create(
            operands=values,
            result_types=types,
            attributes=attributes.data if attributes else {},
            regions=[cond, body],
        )

    def print(self, printer: Printer) -> None:
        """Print arguments and operands, types, attributes, condition and body."""
        pairs = list(zip(self.cond.block.args, self.operands, strict=True))

        def print_pair(number: int) -> None:
            argument, operand = pairs[number]
            printer.print_ssa_value(argument)
            printer.print_string(" = ")
            printer.print_ssa_value(operand)

        with printer.in_parens():
            printer.print_list(range(len(pairs)), print_pair)
        if pairs:
            printer.print_string(" : ")
            printer.print_list(self.operand_types, printer.print_attribute)
        print_attributes(printer, self, (), keyword="attributes ")
        printer.print_string("\ncond ")
        printer.print_region(self.cond, print_entry_block_args=False)
        printer.print_string(" do ")
        printer.print_region(self.body, print_entry_block_args=False)


@irdl_op_definition
class IfOp(IRDLOperation):
    """What one region returns if a boolean is true, else what the other returns."""

    name = "stablehlo.if"
    pred = operand_def(_BOOLEAN)
    result = var_result_def()
    true_branch = region_def("single_block")
    false_branch = region_def("single_block")
    traits = traits_def(RecursiveMemoryEffect())

    def verify_(self) -> None:
        """Check what the branches take and return."""
        types = list(self.result_types)
        check_region("true branch", self.true_branch, [], types)
        check_region("false branch", self.false_branch, [], types)


@irdl_op_definition
class CaseOp(IRDLOperation):
    """What the region of a number returns; the last stands for any other number."""

    name = "stablehlo.case"
    index = operand_def(TensorType(i32, []))
    result = var_result_def()
    branches = var_region_def("single_block")
    traits = traits_def(RecursiveMemoryEffect())

    def verify_(self) -> None:
        """Check what the branches take and return."""
        check(len(self.branches) > 0, "case needs at least one branch")
        types = list(self.result_types)
        for number, branch in enumerate(self.branches):
            check_region(f"branch {number}", branch, [], types)


@irdl_op_definition
class OptimizationBarrierOp(IRDLOperation):
    """The operands, of which none is computed after any user of a result starts."""

    name = "stablehlo.optimization_barrier"
    operand = var_operand_def()
    result = var_result_def()
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the types of the results."""
        check_types("results", list(self.operand_types), self.results)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse attributes, operands and types, or `()`."""
        attributes = parser.parse_optional_attr_dict()
        if parser.parse_optional_punctuation("("):
            parser.parse_punctuation(")")
            return cls.create(attributes=attributes)
        operands = scan_operands(parser)
        parser.parse_punctuation(":")
        types = parser.parse_comma_separated_list(parser.Delimiter.NONE, parser.parse_type)
        return cls.create(operands=resolve(parser, operands, types), result_types=types, attributes=attributes)

    def print(self, printer: Printer) -> None:
        """Print attributes, operands and types, or `()`."""
        print_attributes(printer, self, ())
        if not self.operands:
            printer.print_string("()")
            return
        printer.print_string(" ")
        printer.print_list(self.operands, printer.print_ssa_value)
        printer.print_string(" : ")
        printer.print_list(self.operand_types, printer.print_attribute)


OPS = (
    CaseOp,
    IfOp,
    OptimizationBarrierOp,
    ReturnOp,
    WhileOp,
)
"""The ops of this module."""
