"""The text of a reduction: its region, or only the op that the region holds.

stablehlo.reduce(%a init: %b) applies stablehlo.add across dimensions = [0] : (T, U) -> V
stablehlo.reduce(%a init: %b), (%c init: %d) across dimensions = [0] : (T, U, V, W) -> (X, Y)
reducer(%x: T, %y: T) (%z: U, %w: U)  {...}
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xdsl.ir import Attribute, Block, Operation, Region, SSAValue
from xdsl.irdl import IRDLOperation
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Commutative

from llmsys_ir.dialects.pretty import Properties, integers, parse_attributes, print_attributes
from llmsys_ir.dialects.records import parse_integer_list, print_integer_list
from llmsys_ir.dialects.scanning import Operands, parse_argument, resolve, scan_operand
from llmsys_ir.dialects.stablehlo.control import ReturnOp
from llmsys_ir.dialects.stablehlo.elementwise import BinaryOp
from llmsys_ir.dialects.stablehlo.regions import scalar_like
from llmsys_ir.dialects.tensors import static_integers


@dataclass(frozen=True)
class ReductionText:
    """The parts of a reduction."""

    operands: Sequence[SSAValue]
    result_types: Sequence[Attribute]
    properties: Properties
    attributes: dict[str, Attribute]
    region: Region

    @staticmethod
    def parse(parser: Parser, op_type: type[IRDLOperation]) -> ReductionText:
        """Parse what follows `stablehlo.reduce`."""
        inputs, inits = Operands([], parser.pos), Operands([], parser.pos)
        while True:
            with parser.in_parens():
                inputs += scan_operand(parser)
                parser.parse_keyword("init")
                parser.parse_punctuation(":")
                inits += scan_operand(parser)
            if parser.parse_optional_punctuation(",") is None:
                break
        combiner = _parse_combiner(parser) if parser.parse_optional_keyword("applies") else None
        for word in ("across", "dimensions"):
            parser.parse_keyword(word)
        parser.parse_punctuation("=")
        properties: Properties = {"dimensions": integers(parse_integer_list(parser))}
        attributes = parse_attributes(parser, op_type, properties)
        parser.parse_punctuation(":")
        type_ = parser.parse_function_type()
        operands = resolve(parser, inputs + inits, type_.inputs.data)
        region = _parse_reducer(parser) if combiner is None else _region_of(combiner, operands[0])
        return ReductionText(operands, type_.outputs.data, properties, attributes, region)

    @staticmethod
    def print(printer: Printer, op: Operation) -> None:
        """Print what follows `stablehlo.reduce`."""
        count = len(op.operands) // 2

        def print_pair(number: int) -> None:
            with printer.in_parens():
                printer.print_ssa_value(op.operands[number])
                printer.print_string(" init: ")
                printer.print_ssa_value(op.operands[count + number])

        printer.print_list(range(count), print_pair)
        combiner = compact_combiner(op)
        if combiner is not None:
            printer.print_string(f" applies {combiner.name}")
        printer.print_string(" across dimensions = ")
        dimensions = op.properties["dimensions"]
        print_integer_list(printer, static_integers(dimensions))
        print_attributes(printer, op, ("dimensions",))
        printer.print_string(" : ")
        printer.print_operation_type(op)
        if combiner is None:
            _print_reducer(printer, op.regions[0])


def _parse_combiner(parser: Parser) -> type[BinaryOp]:
    position = parser.pos
    name = parser.parse_identifier()
    op_type = parser.ctx.get_optional_op(name)
    if op_type is None or not issubclass(op_type, BinaryOp) or not op_type.has_trait(Commutative):
        parser.raise_error(f"expected a commutative elementwise op of two operands, got '{name}'", position)
    return op_type


def _region_of(combiner: type[BinaryOp], operand: SSAValue) -> Region:
    block = Block(arg_types=[scalar_like(operand)] * 2)
    lhs, rhs = block.args
    result = combiner(lhs, rhs)
    block.add_ops([result, ReturnOp.create(operands=[result.result])])
    return Region(block)


def _parse_reducer(parser: Parser) -> Region:
    """Parse `reducer(%x: T, %y: T) (%z: U, %w: U) {...}`; the block takes %x, %z, %y, %w."""
    parser.parse_keyword("reducer")
    pairs: list[tuple[Parser.Argument, Parser.Argument]] = []
    while parser.parse_optional_punctuation("("):
        first = parse_argument(parser)
        parser.parse_punctuation(",")
        pairs.append((first, parse_argument(parser)))
        parser.parse_punctuation(")")
    return parser.parse_region([pair[number] for number in range(2) for pair in pairs])


def _print_reducer(printer: Printer, region: Region) -> None:
    args = region.block.args
    count = len(args) // 2
    printer.print_string("\n reducer")
    for number in range(count):
        with printer.in_parens():
            printer.print_list((args[number], args[count + number]), printer.print_block_argument)
        printer.print_string(" ")
    printer.print_string(" ")
    printer.print_region(region, print_entry_block_args=False)


def compact_combiner(op: Operation) -> Operation | None:
    """The op of a reducer that can be left out of the text: commutative, of the two arguments, and plain."""
    block = op.regions[0].block
    ops = list(block.ops)
    if len(ops) != 2 or len(op.operands) != 2:
        return None
    inner, end = ops
    if not isinstance(inner, BinaryOp) or not inner.has_trait(Commutative) or not isinstance(end, ReturnOp):
        return None
    scalar = scalar_like(op.operands[0])
    plain = not (inner.attributes or inner.properties or end.attributes)
    forwards = list(inner.operands) == list(block.args) and list(end.operands) == list(inner.results)
    typed = all(value.type == scalar for value in (*inner.operands, *inner.results))
    return inner if plain and forwards and typed else None
