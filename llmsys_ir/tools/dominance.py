"""Every value is defined before it is used: MLIR checks this, xDSL's verifier does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xdsl.dialects.builtin import ModuleOp, UnregisteredOp
from xdsl.ir import Block, Operation, Region, SSAValue

from llmsys_ir.tools.reports import VerificationError


def verify_dominance(op: Operation) -> None:
    """Raise a `VerificationError` at the first op below `op` that uses a value that is not defined there."""
    _verify_regions(op, set())


def _verify_regions(op: Operation, visible: set[SSAValue]) -> None:
    for region in op.regions:
        if isinstance(op, ModuleOp | UnregisteredOp):
            _verify_graph(region, visible)
        elif region.blocks.first is not None:
            children = dominator_tree(region)
            _verify_block(region.blocks.first, children, visible)


def _verify_graph(region: Region, visible: set[SSAValue]) -> None:
    """A graph region's ops may use each other's results in any order."""
    values = [value for block in region.blocks for value in _values(block)]
    visible.update(values)
    for block in region.blocks:
        for op in block.ops:
            _verify_op(op, visible)
    visible.difference_update(values)


def _verify_block(entry: Block, children: dict[Block, list[Block]], visible: set[SSAValue]) -> None:
    """Check a block and those that it dominates, which see its values."""
    pending = [(entry, False)]
    while pending:
        block, is_done = pending.pop()
        if is_done:
            visible.difference_update(_values(block))
            continue
        pending.append((block, True))
        visible.update(block.args)
        for op in block.ops:
            _verify_op(op, visible)
            visible.update(op.results)
        pending += [(child, False) for child in reversed(children.get(block, ()))]


def _verify_op(op: Operation, visible: set[SSAValue]) -> None:
    for number, operand in enumerate(op.operands):
        if operand not in visible:
            owner = operand.owner
            notes = ((owner, "operand defined here"),) if isinstance(owner, Operation) else ()
            raise VerificationError(op, f"operand #{number} does not dominate this use", notes)
    if op.regions:
        _verify_regions(op, visible)


def _values(block: Block) -> list[SSAValue]:
    return [*block.args, *(result for op in block.ops for result in op.results)]


def dominator_tree(region: Region) -> dict[Block, list[Block]]:
    """The blocks that each block immediately dominates (Cooper, Harvey, Kennedy 2001)."""
    entry = region.blocks.first
    if entry is None or entry.next_block is None:
        return {}
    order = _reverse_post_order(entry)
    rank = {block: number for number, block in enumerate(order)}
    parent = {entry: entry}
    predecessors = _predecessors(order)
    changed = True
    while changed:
        changed = False
        for block in order[1:]:
            common = _common(predecessors[block], parent, rank)
            changed |= parent.get(block) is not common
            parent[block] = common
    children: dict[Block, list[Block]] = {}
    for block in order[1:]:
        children.setdefault(parent[block], []).append(block)
    return children


def _common(blocks: Iterable[Block], parent: dict[Block, Block], rank: dict[Block, int]) -> Block:
    known = [block for block in blocks if block in parent]
    common = known[0]
    for block in known[1:]:
        while block is not common:
            if rank[block] > rank[common]:
                block = parent[block]
            else:
                common = parent[common]
    return common


def _reverse_post_order(entry: Block) -> Sequence[Block]:
    seen, finished = {entry}, list[Block]()
    stack = [(entry, iter(_successors(entry)))]
    while stack:
        block, rest = stack[-1]
        if (following := next((b for b in rest if b not in seen), None)) is None:
            finished.append(block)
            stack.pop()
        else:
            seen.add(following)
            stack.append((following, iter(_successors(following))))
    return finished[::-1]


def _successors(block: Block) -> Sequence[Block]:
    return () if block.last_op is None else block.last_op.successors


def _predecessors(blocks: Sequence[Block]) -> dict[Block, list[Block]]:
    predecessors: dict[Block, list[Block]] = {block: [] for block in blocks}
    for block in blocks:
        for successor in _successors(block):
            predecessors[successor].append(block)
    return predecessors
