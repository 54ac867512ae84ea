"""canonicalize: xDSL's, and as in MLIR equal constants of a function become one at its start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.ir import Block, Operation
from xdsl.passes import ModulePass
from xdsl.rewriter import InsertPoint, Rewriter
from xdsl.traits import ConstantLike, IsolatedFromAbove
from xdsl.transforms.canonicalize import CanonicalizePass as XdslCanonicalizePass


@dataclass(frozen=True)
class CanonicalizePass(ModulePass):
    """Simplify with each op's canonicalization patterns."""

    name: ClassVar[str] = "canonicalize"

    def apply(self, ctx: Context, op: ModuleOp) -> None:
        """Simplify the module."""
        share_constants(op)
        XdslCanonicalizePass().apply(ctx, op)
        share_constants(op)


def share_constants(module: ModuleOp) -> None:
    """Merge equal constants at the start of each function; a nested region keeps its own.

    The order is MLIR's: a constant that does not follow another one goes first.
    """
    for op in list(module.walk()):
        if op.has_trait(IsolatedFromAbove, value_if_unregistered=False):
            for block in (region.blocks[0] for region in op.regions if region.blocks):
                _share(block)


def _share(block: Block) -> None:
    known: dict[object, Operation] = {}
    for op in list(block.ops):
        if not op.has_trait(ConstantLike, value_if_unregistered=False):
            continue
        key = (op.name, *sorted((op.properties | op.attributes).items()), *op.result_types)
        first = known.setdefault(key, op)
        if first is not op:
            Rewriter.replace_op(op, [], first.results)
        elif op.prev_op is not None and op.prev_op not in known.values():
            op.detach()
            Rewriter.insert_op(op, InsertPoint.at_start(block))
