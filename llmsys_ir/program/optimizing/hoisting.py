"""Collectives of values that a loop carries unchanged: done once, before the loop."""

from __future__ import annotations

from xdsl.dialects import func
from xdsl.ir import Block, Operation
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.dialects.mesh import CollectiveOp, RecvOp, SendOp
from llmsys_ir.program.control_flow import PassThrough, pass_through


def hoist(function: func.FuncOp) -> bool:
    """Take one collective out of a loop, which carries its result too; gives whether there was one."""
    for loop in list(function.walk()):
        passing = pass_through(loop)
        if passing is None or not passing.is_loop:
            continue
        for block in passing.blocks:
            for op in block.ops:
                number = _carried(op, block, passing) if isinstance(op, CollectiveOp) else None
                if isinstance(op, CollectiveOp) and number is not None:
                    _take_out(loop, op, number)
                    return True
    return False


def _carried(op: CollectiveOp, block: Block, passing: PassThrough) -> int | None:
    """The number of the unchanged value that a collective of a loop's block is of."""
    if isinstance(op, SendOp | RecvOp) or len(op.operands) != 1:
        return None
    for number, passage in enumerate(passing.passages):
        body = passage.inside[-1]
        if op.input in passage.inside and op.input.owner is block and all(site.value is body for site in passage.back):
            return number
    return None


def _take_out(loop: Operation, op: CollectiveOp, number: int) -> None:
    """Do a collective of what goes into a loop as carried value `number`, and carry the result."""
    before = type(op).create(
        operands=[loop.operands[number]], result_types=[op.result.type], properties=dict(op.properties)
    )
    before.location = op.location
    Rewriter.insert_op(before, InsertPoint.before(loop))
    blocks = [region.block for region in loop.regions]
    carried = [block.insert_arg(op.result.type, len(block.args)) for block in blocks]
    home = next(position for position, block in enumerate(blocks) if op.parent is block)
    Rewriter.replace_op(op, [], [carried[home]])
    end = blocks[-1].last_op
    assert end is not None
    end.operands = [*end.operands, carried[-1]]
    regions = [loop.detach_region(region) for region in list(loop.regions)]
    made = type(loop).create(
        operands=[*loop.operands, before.results[0]],
        result_types=[*loop.result_types, op.result.type],
        properties=dict(loop.properties),
        attributes=dict(loop.attributes),
        regions=regions,
        location=loop.location,
    )
    Rewriter.replace_op(loop, made, list(made.results[: len(loop.results)]))
