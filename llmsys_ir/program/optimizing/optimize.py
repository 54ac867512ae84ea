"""The rewrites of a partitioned function, one after the other until none pays."""

from __future__ import annotations

from collections.abc import Iterator

from xdsl.dialects import func
from xdsl.ir import Block, Operation
from xdsl.rewriter import Rewriter

from llmsys_ir.dialects.mesh import CollectiveOp, SendOp
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.program.control_flow import pass_through
from llmsys_ir.program.optimizing.combining import combine_reductions
from llmsys_ir.program.optimizing.hoisting import hoist
from llmsys_ir.program.optimizing.peepholes import PEEPHOLES, Facts
from llmsys_ir.program.optimizing.variance import Variance
from llmsys_ir.sharding.registry import RuleRegistry


def optimize(function: func.FuncOp, pricing: Pricing, registry: RuleRegistry, combine: int = 0) -> None:
    """Make a partitioned function's collectives cheaper; what it computes stays the same, but for the order of sums.

    Args:
        function: the function.
        pricing: what its ops cost on its mesh.
        registry: the rules that say what ops compute.
        combine: all-reduces of up to so many bytes are done together, up to so many bytes.
    """
    while hoist(function):
        pass
    for block in _blocks(function):
        _share(block)
    while _rewrite(function, pricing, registry):
        for block in _blocks(function):
            _share(block)
    if combine:
        for block in _blocks(function):
            combine_reductions(block, combine, pricing, registry)


def _blocks(function: func.FuncOp) -> Iterator[Block]:
    """The function's block and those that values pass through."""
    yield function.body.block
    for op in function.walk():
        passing = pass_through(op)
        if passing is not None:
            yield from passing.blocks


def _share(block: Block) -> None:
    """Equal collectives of one value are one."""
    known: dict[object, CollectiveOp] = {}
    for op in list(block.ops):
        if isinstance(op, CollectiveOp) and not isinstance(op, SendOp) and len(op.operands) == 1:
            key = (op.name, op.input, op.result.type, *sorted((op.properties | op.attributes).items(), key=_name))
            first = known.setdefault(key, op)
            if first is not op:
                Rewriter.replace_op(op, [], [first.result])


def _name(item: tuple[str, object]) -> str:
    return item[0]


def _rewrite(function: func.FuncOp, pricing: Pricing, registry: RuleRegistry) -> bool:
    """Take every rewrite that pays; gives whether there was any."""
    facts = Facts(registry, Variance(function, pricing.mesh))
    found = False
    for block in list(_blocks(function)):
        for op in list(block.ops):
            found |= op.parent is not None and _rewrite_op(op, facts, pricing)
    return found


def _rewrite_op(op: Operation, facts: Facts, pricing: Pricing) -> bool:
    for rewrite in PEEPHOLES:
        proposal = rewrite(op, facts)
        if proposal is None:
            continue
        if proposal.pays(pricing, facts.registry):
            proposal.apply()
            return True
        proposal.drop()
    return False
