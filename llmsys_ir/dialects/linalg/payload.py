"""Bodies of `linalg.map` and `linalg.reduce`: written out, or as the one op they hold, `{ arith.addf }`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xdsl.dialects.arith import FastMathFlagsAttr, IntegerOverflowAttr
from xdsl.dialects.linalg.ops import YieldOp
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue
from xdsl.irdl import IRDLOperation
from xdsl.parser import Parser
from xdsl.printer import Printer

from llmsys_ir.dialects.linalg.scalar import scalar_type

DEFAULTS = (FastMathFlagsAttr("none"), IntegerOverflowAttr("none"))
"""Attributes of a payload op that its short form leaves out."""


@dataclass(frozen=True)
class Payload:
    """The one op of a body."""

    op: type[IRDLOperation]
    attributes: dict[str, Attribute]


def parse_payload(parser: Parser) -> Payload | None:
    """Parse `{ op-name attributes }`, or nothing."""
    if parser.parse_optional_punctuation("{") is None:
        return None
    position = parser.pos
    name = parser.parse_identifier()
    op = parser.ctx.get_optional_op(name)
    if op is None or not issubclass(op, IRDLOperation):
        parser.raise_error(f"body must be a registered op, got {name}", position, parser.pos)
    attributes = parser.parse_optional_attr_dict()
    parser.parse_punctuation("}")
    return Payload(op, attributes)


def payload_body(payload: Payload, values: Sequence[SSAValue], init: SSAValue, init_first: bool) -> Region:
    """The body that holds one op.

    Args:
        payload: the op.
        values: the operands whose scalars the body is given.
        init: the operand whose scalar type the op's result has.
        init_first: whether the op takes the last scalar first, as a reduction does.
    """
    block = Block(arg_types=[scalar_type(value.type) for value in values])
    names = payload.op.get_irdl_definition().properties
    result = payload.op.build(
        operands=[*ordered(block.args, init_first)],
        result_types=[scalar_type(init.type)],
        properties={name: value for name, value in payload.attributes.items() if name in names},
        attributes={name: value for name, value in payload.attributes.items() if name not in names},
    )
    block.add_ops([result, YieldOp(result)])
    return Region(block)


def ordered(args: Sequence[SSAValue], init_first: bool) -> list[SSAValue]:
    """The operands of a payload op."""
    return [args[-1], *args[:-1]] if init_first else [*args]


def print_payload(printer: Printer, body: Region, init_first: bool) -> bool:
    """Print a body that holds one op in its short form; whether it has one."""
    if (op := short_op(body, init_first)) is None:
        return False
    attributes = {name: value for name, value in {**op.attributes, **op.properties}.items() if value not in DEFAULTS}
    printer.print_string(f" {{ {op.name}")
    printer.print_op_attributes(dict(sorted(attributes.items())))
    printer.print_string(" }")
    return True


def short_op(body: Region, init_first: bool) -> Operation | None:
    """The op of a body that has a short form."""
    ops = list(body.block.ops)
    if len(ops) != 2 or not isinstance(ops[1], YieldOp) or len(ops[0].results) != 1:
        return None
    op, end = ops
    is_short = (
        list(op.operands) == ordered(body.block.args, init_first)
        and list(end.operands) == list(op.results)
        and not op.regions
    )
    return op if is_short else None


def parse_body(parser: Parser) -> Region:
    """Parse `(arguments) { ops }`."""
    arguments = parser.parse_comma_separated_list(parser.Delimiter.PAREN, parser.parse_argument)
    return parser.parse_region(arguments)


def print_body(printer: Printer, body: Region) -> None:
    """Print `(arguments) { ops }` on the next line."""
    with printer.indented():
        printer.print_string("\n")
        with printer.in_parens():
            printer.print_list(body.block.args, printer.print_block_argument)
        printer.print_string(" ")
        printer.print_region(body, print_entry_block_args=False)
