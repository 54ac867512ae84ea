"""Rewrites as proposals, which are taken if the cost model says that they are worth it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xdsl.ir import Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.dialects.mesh import CollectiveOp
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.program.price import op_seconds
from llmsys_ir.sharding.registry import RuleRegistry

_ROUNDING = 1e-12
"""By how much equal costs may differ, relative to them."""


@dataclass(frozen=True)
class Proposal:
    """Ops that are made before an op that goes, and what of the old values they stand for.

    Of the ops that go, each is used by nothing but those after it in the list.
    """

    anchor: Operation
    made: Sequence[Operation]
    gone: Sequence[Operation]
    replaced: Mapping[SSAValue, SSAValue]

    def pays(self, pricing: Pricing, registry: RuleRegistry) -> bool:
        """Whether it costs less, or as much with fewer collectives."""
        before, after = (sum(op_seconds(op, pricing, registry) for op in ops) for ops in (self.gone, self.made))
        counts = [sum(isinstance(op, CollectiveOp) for op in ops) for ops in (self.gone, self.made)]
        is_equal = abs(after - before) <= _ROUNDING * before
        return counts[1] < counts[0] if is_equal else after < before

    def apply(self) -> None:
        """Rewrite the block."""
        for op in self.made:
            op.location = self.anchor.location
            Rewriter.insert_op(op, InsertPoint.before(self.anchor))
        for old, new in self.replaced.items():
            old.replace_all_uses_with(new)
        for op in reversed(self.gone):
            Rewriter.erase_op(op)

    def drop(self) -> None:
        """Leave the block as it is."""
        for op in reversed(self.made):
            op.drop_all_references()


def only_user(value: SSAValue, user: Operation) -> bool:
    """Whether nothing but `user` uses a value."""
    return all(use.operation is user for use in value.uses)
