"""Regions of which the shardings at the border are given."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import ClassVar, Self

from xdsl.dialects.builtin import DYNAMIC_INDEX, StringAttr, TensorType
from xdsl.ir import Attribute, Operation, Region
from xdsl.irdl import (
    IRDLOperation,
    irdl_op_definition,
    opt_prop_def,
    prop_def,
    region_def,
    traits_def,
    var_operand_def,
    var_result_def,
)
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import IsTerminator, Pure, RecursiveMemoryEffect
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.pretty import Properties, parse_attributes, print_attributes
from llmsys_ir.dialects.scanning import parse_argument, resolve, scan_operands
from llmsys_ir.dialects.sdy.attributes import ManualAxesAttr, ShardingPerValueAttr
from llmsys_ir.dialects.sdy.checks import check_shardings, mesh_of
from llmsys_ir.dialects.sdy.shardings import DimSharding, Mesh, Sharding, parse_shardings, print_shardings
from llmsys_ir.dialects.stablehlo.regions import check_region
from llmsys_ir.dialects.tensors import as_tensor


@irdl_op_definition
class ReturnOp(IRDLOperation):
    """The values that a region hands out."""

    name = "sdy.return"
    results_ = var_operand_def()
    traits = traits_def(IsTerminator(), Pure())

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse attributes, operands and types."""
        attributes = parser.parse_optional_attr_dict()
        operands = scan_operands(parser)
        types: list[Attribute] = []
        if operands:
            parser.parse_punctuation(":")
            types = [*parser.parse_comma_separated_list(parser.Delimiter.NONE, parser.parse_type)]
        return cls.create(operands=resolve(parser, operands, types), attributes=attributes)

    def print(self, printer: Printer) -> None:
        """Print attributes, operands and types."""
        print_attributes(printer, self, ())
        if self.operands:
            printer.print_string(" ")
            printer.print_list(self.operands, printer.print_ssa_value)
            printer.print_string(" : ")
            printer.print_list(self.operand_types, printer.print_attribute)


def _parse_list(parser: Parser, keyword: str, properties: Properties) -> None:
    parser.parse_keyword(keyword)
    parser.parse_punctuation("=")
    properties[keyword] = ShardingPerValueAttr(parse_shardings(parser))


def _print_list(printer: Printer, keyword: str, shardings: ShardingPerValueAttr) -> None:
    printer.print_string(f" {keyword}=")
    print_shardings(printer, shardings.data)


def _parse_body(parser: Parser) -> Region:
    arguments = parser.parse_comma_separated_list(parser.Delimiter.PAREN, lambda: parse_argument(parser))
    return parser.parse_region(arguments)


def _print_body(printer: Printer, op: Operation, hidden: Sequence[str]) -> None:
    region = op.regions[0]
    printer.print_string(" ")
    with printer.in_parens():
        printer.print_list(region.block.args, printer.print_block_argument)
    printer.print_string(" ")
    printer.print_region(region, print_entry_block_args=False)
    print_attributes(printer, op, hidden)
    printer.print_string(" : ")
    printer.print_operation_type(op)


@irdl_op_definition
class ManualComputationOp(IRDLOperation):
    """A region that computes on local shapes along its manual axes.

    sdy.manual_computation(%a) in_shardings=[...] out_shardings=[...] manual_axes={"x"} (%b: T) {...} : (U) -> V
    """

    name = "sdy.manual_computation"
    tensors = var_operand_def()
    results_ = var_result_def()
    in_shardings = prop_def(ShardingPerValueAttr)
    out_shardings = prop_def(ShardingPerValueAttr)
    manual_axes = prop_def(ManualAxesAttr)
    body = region_def("single_block")
    traits = traits_def(RecursiveMemoryEffect())

    HIDDEN: ClassVar[tuple[str, ...]] = ("in_shardings", "out_shardings", "manual_axes")

    def verify_(self) -> None:
        """Check the shardings, and what the region takes and returns."""
        sources, targets = list(self.operand_types), list(self.result_types)
        check_shardings(self, "in_shardings", self.in_shardings.data, sources)
        check_shardings(self, "out_shardings", self.out_shardings.data, targets)
        pairs = zip(self.in_shardings.data, sources, strict=True), zip(self.out_shardings.data, targets, strict=True)
        inputs, outputs = ([self._local(sharding, type_) for sharding, type_ in pair] for pair in pairs)
        check_region("body", self.body, inputs, outputs)

    def _local(self, sharding: Sharding, type_: Attribute) -> Attribute:
        """The type of what the region sees of a value."""
        tensor = as_tensor(type_)
        if tensor is None:
            return type_
        mesh = mesh_of(self, sharding)
        counts = [self._manual_size(mesh, dim) for dim in sharding.dims]
        sizes = zip(tensor.get_shape(), counts, strict=True)
        shape = [size if size == DYNAMIC_INDEX else -(-size // count) for size, count in sizes]
        return TensorType(tensor.element_type, shape)

    def _manual_size(self, mesh: Mesh, dim: DimSharding) -> int:
        manual = [axis.name in self.manual_axes.data for axis in dim.axes]
        if manual != sorted(manual, reverse=True):
            names = ", ".join(axis.name for axis in dim.axes)
            raise VerifyException(f"manual axes of a dim must come before its other axes, got {names}")
        used = [axis for axis, is_manual in zip(dim.axes, manual, strict=True) if is_manual]
        return prod(axis.size if axis.size is not None else mesh.size_of(axis.name) or 1 for axis in used)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse operands, shardings, manual axes, region, attributes and types."""
        with parser.in_parens():
            operands = scan_operands(parser)
        properties: Properties = {}
        _parse_list(parser, "in_shardings", properties)
        _parse_list(parser, "out_shardings", properties)
        parser.parse_keyword("manual_axes")
        parser.parse_punctuation("=")
        properties["manual_axes"] = ManualAxesAttr(ManualAxesAttr.parse_parameter(parser))
        region = _parse_body(parser)
        attributes = parse_attributes(parser, cls, properties)
        parser.parse_punctuation(":")
        type_ = parser.parse_function_type()
        return cls.create(
            operands=resolve(parser, operands, type_.inputs.data),
            result_types=type_.outputs.data,
            properties=properties,
            attributes=attributes,
            regions=[region],
        )

    def print(self, printer: Printer) -> None:
        """Print operands, shardings, manual axes, region, attributes and types."""
        with printer.in_parens():
            printer.print_list(self.operands, printer.print_ssa_value)
        _print_list(printer, "in_shardings", self.in_shardings)
        _print_list(printer, "out_shardings", self.out_shardings)
        printer.print_string(" manual_axes=")
        self.manual_axes.print_parameter(printer)
        _print_body(printer, self, self.HIDDEN)


@irdl_op_definition
class NamedComputationOp(IRDLOperation):
    """A region under a name: `sdy.named_computation<"f">(%a) in_shardings=[...] (%b: T) {...} : (T) -> U`."""

    name = "sdy.named_computation"
    operands_ = var_operand_def()
    result = var_result_def()
    name_ = prop_def(StringAttr, prop_name="name")
    in_shardings = opt_prop_def(ShardingPerValueAttr)
    out_shardings = opt_prop_def(ShardingPerValueAttr)
    body = region_def("single_block")
    traits = traits_def(RecursiveMemoryEffect())

    HIDDEN: ClassVar[tuple[str, ...]] = ("in_shardings", "out_shardings", "name")

    def verify_(self) -> None:
        """Check the shardings, and what the region takes and returns."""
        sources, targets = list(self.operand_types), list(self.result_types)
        if self.in_shardings is not None:
            check_shardings(self, "in_shardings", self.in_shardings.data, sources)
        if self.out_shardings is not None:
            check_shardings(self, "out_shardings", self.out_shardings.data, targets)
        check_region("body", self.body, sources, targets)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse name, operands, shardings, region, attributes and types."""
        with parser.in_angle_brackets():
            properties: Properties = {"name": StringAttr(parser.parse_str_literal())}
        with parser.in_parens():
            operands = scan_operands(parser)
        for keyword in ("in_shardings", "out_shardings"):
            if parser.parse_optional_keyword(keyword):
                parser.parse_punctuation("=")
                properties[keyword] = ShardingPerValueAttr(parse_shardings(parser))
        region = _parse_body(parser)
        attributes = parse_attributes(parser, cls, properties)
        parser.parse_punctuation(":")
        type_ = parser.parse_function_type()
        return cls.create(
            operands=resolve(parser, operands, type_.inputs.data),
            result_types=type_.outputs.data,
            properties=properties,
            attributes=attributes,
            regions=[region],
        )

    def print(self, printer: Printer) -> None:
        """Print name, operands, shardings, region, attributes and types."""
        with printer.in_angle_brackets():
            printer.print_string_literal(self.name_.data)
        with printer.in_parens():
            printer.print_list(self.operands, printer.print_ssa_value)
        if self.in_shardings is not None:
            _print_list(printer, "in_shardings", self.in_shardings)
        if self.out_shardings is not None:
            _print_list(printer, "out_shardings", self.out_shardings)
        _print_body(printer, self, self.HIDDEN)


OPS = (ManualComputationOp, NamedComputationOp, ReturnOp)
"""The ops of this module."""
