"""A block as the steps that run it: which values each op reads and makes, and when they are no longer needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from xdsl.ir import Block, BlockArgument, Operation, SSAValue

from llmsys_ir.diagnostics import name_of
from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.program.control_flow import pass_through
from llmsys_ir.program.signature import spec_of

SHARDINGS = (mesh_dialect.ShardingOp, mesh_dialect.GetShardingOp)
"""Ops whose result is no array: only annotations use it, and they say nothing about values."""


@dataclass(frozen=True)
class Step:
    """One op; the values of its block that nothing reads after it; bytes per device that it takes and frees.

    `taken_after` is what it takes only once it has run. What is of a size that only a run tells is left out of the
    bytes, and listed.
    """

    op: Operation
    dead: tuple[SSAValue, ...]
    allocated: int
    taken_after: int
    freed: int
    allocated_unsized: tuple[SSAValue, ...]
    freed_unsized: tuple[SSAValue, ...]


@dataclass(frozen=True)
class Steps:
    """A block: all ops but the last, and the last, whose operands are what the block gives."""

    steps: tuple[Step, ...]
    last: Step


def steps_of(block: Block, donated: Collection[SSAValue] = ()) -> Steps:
    """The steps of a block. What it reads from around it never dies in it; of its arguments only `donated` ones do,
    those that nothing reads in the first step.
    """
    last_use = {} if block.first_op is None else dict.fromkeys(donated, block.first_op)
    last_use |= {operand: op for op in block.ops for inner in op.walk() for operand in inner.operands}
    dies = defaultdict[Operation, list[SSAValue]](list)
    for value, op in last_use.items():
        if value in donated or (isinstance(value.owner, Operation) and value.owner.parent is block):
            dies[op].append(value)
    steps = [_step(op, [*(result for result in op.results if result not in last_use), *dies[op]]) for op in block.ops]
    if not steps:
        raise ValueError("its region has no terminator")
    return Steps(tuple(steps[:-1]), steps[-1])


def accumulates(op: Operation) -> bool:
    """Whether an op of a loop's body writes into a carried value that nothing else in the body reads or gives.

    A scan stacks its results so. From the second turn on the array is the op's own result, and it may overwrite it.
    """
    block = op.parent
    loop = op.parent_op()
    if name_of(op) != "stablehlo.dynamic_update_slice" or block is None or loop is None:
        return False
    carried, result, last = op.operands[0], op.results[0], block.last_op
    if name_of(loop) != "stablehlo.while" or not isinstance(carried, BlockArgument) or carried.owner is not block:
        return False
    gives = last is not None and last.operands[carried.index] is result
    return gives and carried.has_one_use() and result.has_one_use()


def _step(op: Operation, dead: list[SSAValue]) -> Step:
    """A loop's results take the place of the initial values that nothing else reads, those of branches that of what
    the branch gave, if they are read at all.
    """
    results, freed = _allocating(op.results), _allocating(dead)
    allocated, taken_after, released = _sized(results), 0, _sized(freed)
    passing = pass_through(op)
    if passing is not None and passing.is_loop:
        reused = _sized(value for value in freed if value in op.operands)
        allocated, released = allocated - reused, released - reused
    elif passing is not None and passing.blocks:
        unread = _sized(result for result in results if result in dead)
        allocated, taken_after, released = 0, allocated - unread, released - unread
    return Step(op, tuple(dead), allocated, taken_after, released, _unsized(results), _unsized(freed))


def _allocating(values: Iterable[SSAValue]) -> list[SSAValue]:
    """Those of these results that take memory; annotations and sends pass their operand on."""
    return [value for value in values if not isinstance(value.owner, _PASSING)]


def _sized(values: Iterable[SSAValue]) -> int:
    """The bytes per device of those of a known size."""
    return sum(spec.nbytes for value in values if (spec := spec_of(value.type)).is_static)


def _unsized(values: Iterable[SSAValue]) -> tuple[SSAValue, ...]:
    return tuple(value for value in values if not spec_of(value.type).is_static)


_PASSING = (mesh_dialect.ShardOp, mesh_dialect.SendOp, *SHARDINGS)
