"""Ops that values pass through unchanged: loops, branches and barriers, whosever classes they are.

Each value that passes has one sharding all the way: in the operand it comes from, in the block arguments it is inside
of the op, where the op's blocks give it back, and in the result that it becomes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from xdsl.ir import Block, Operation, SSAValue

from llmsys_ir.diagnostics import name_of
from llmsys_ir.program.signature import constant_of, signature_of


@dataclass(frozen=True)
class Site:
    """An operand of an op."""

    op: Operation
    operand: int

    @property
    def value(self) -> SSAValue:
        """The value that is used there."""
        return self.op.operands[self.operand]


@dataclass(frozen=True)
class Passage:
    """A value on its way: where it comes in, what it is inside, where it is given back, what it is afterwards."""

    entry: Site | None
    inside: tuple[SSAValue, ...]
    back: tuple[Site, ...]
    result: SSAValue


@dataclass(frozen=True)
class PassThrough:
    """An op that values pass through.

    `wholes` are values that every device needs whole: conditions and branch numbers. `weight` is how often each of the
    op's blocks runs: a loop's trip count, or for branches the share of one, as if each were taken equally often.
    """

    passages: tuple[Passage, ...]
    wholes: tuple[Site, ...]
    blocks: tuple[Block, ...]
    weight: float
    is_loop: bool


def pass_through(op: Operation) -> PassThrough | None:
    """What passes through an op; None for an op that computes."""
    describe = _DESCRIPTIONS.get(name_of(op))
    return None if describe is None else describe(op)


def weighted_ops(block: Block, times: float = 1.0) -> Iterator[tuple[Operation, float]]:
    """The ops that compute in a block and in what values pass through there, each with how often it runs."""
    for op in block.ops:
        passing = pass_through(op)
        if passing is None:
            yield op, times
            continue
        for inner in passing.blocks:
            yield from weighted_ops(inner, times * passing.weight)


def _sites(block: Block) -> tuple[Site, ...]:
    """The operands of a block's terminator."""
    end = block.last_op
    return () if end is None else tuple(Site(end, operand) for operand in range(len(end.operands)))


def _while(op: Operation) -> PassThrough:
    condition, body = (region.block for region in op.regions)
    passages = tuple(
        Passage(Site(op, number), (condition.args[number], body.args[number]), (back,), op.results[number])
        for number, back in enumerate(_sites(body))
    )
    return PassThrough(passages, _sites(condition), (condition, body), float(trip_count(op)), is_loop=True)


def _branches(op: Operation) -> PassThrough:
    blocks = tuple(region.block for region in op.regions)
    backs = zip(*map(_sites, blocks), strict=True)
    passages = tuple(Passage(None, (), back, result) for back, result in zip(backs, op.results, strict=True))
    return PassThrough(passages, (Site(op, 0),), blocks, 1 / len(blocks), is_loop=False)


def _barrier(op: Operation) -> PassThrough:
    pairs = enumerate(op.results)
    passages = tuple(Passage(Site(op, number), (), (), result) for number, result in pairs)
    return PassThrough(passages, (), (), 1.0, is_loop=False)


_DESCRIPTIONS: Mapping[str, Callable[[Operation], PassThrough]] = {
    "stablehlo.case": _branches,
    "stablehlo.if": _branches,
    "stablehlo.optimization_barrier": _barrier,
    "stablehlo.while": _while,
}


def trip_count(loop: Operation) -> int:
    """How often a counted `stablehlo.while` runs: a carried integer is compared with a constant and stepped by one.

    A loop whose trip count is not known counts as one trip.
    """
    condition, body = (region.block for region in loop.regions)
    compare = _definition(condition, 0)
    if compare is None or compare.name != "stablehlo.compare":
        return 1
    counter, bound = compare.operands
    limit, number = _integer(bound), _position(condition, counter)
    if limit is None or number is None or signature_of(compare).attributes.get("comparison_direction") != "LT":
        return 1
    start, step = _integer(loop.operands[number]), _step(body, number)
    return 1 if start is None or step is None else max(1, -((start - limit) // step))


def _definition(block: Block, number: int) -> Operation | None:
    end = block.last_op
    owner = None if end is None else end.operands[number].owner
    return owner if isinstance(owner, Operation) else None


def _position(block: Block, value: SSAValue) -> int | None:
    return next((number for number, argument in enumerate(block.args) if argument is value), None)


def _step(body: Block, number: int) -> int | None:
    """What is added to a carried value in each trip, if that is a positive constant."""
    add = _definition(body, number)
    if add is None or add.name != "stablehlo.add" or body.args[number] not in add.operands:
        return None
    steps = [step for operand in add.operands if (step := _integer(operand)) is not None]
    return steps[0] if len(steps) == 1 and steps[0] > 0 else None


def _integer(value: SSAValue) -> int | None:
    constant = constant_of(value)
    return constant[0] if constant is not None and len(constant) == 1 and isinstance(constant[0], int) else None
