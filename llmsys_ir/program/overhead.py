"""What local forms cost beside the op that they are of: the shifted indices and the masks of sharded lookups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from xdsl.builder import Builder
from xdsl.ir import Block, Operation
from xdsl.rewriter import InsertPoint

from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.program.collectives import local_type
from llmsys_ir.program.local_forms import Localizer, local_results
from llmsys_ir.program.price import op_seconds
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.rule import OpRule
from llmsys_ir.sharding.signature import OpSignature
from llmsys_ir.sharding.strategy import Strategy

Overhead = Callable[[Strategy, Pricing], float]

_ADDING = frozenset(f"stablehlo.{name}" for name in ("dynamic_update_slice", "gather", "iota", "scatter"))
"""Ops whose local forms may be more than the op itself."""


@dataclass
class Overheads:
    """The overheads of a program's ops, found by making the local forms; equal ops are asked once."""

    registry: RuleRegistry
    known: dict[OpSignature, Overhead] = field(default_factory=dict[OpSignature, Overhead])

    def of(self, op: Operation, signature: OpSignature, rule: OpRule) -> Overhead | None:
        """Seconds under a strategy; None for an op whose local form is the op itself."""
        if signature.name not in _ADDING:
            return None
        return self.known.setdefault(signature, self._overhead(op, signature, rule))

    def _overhead(self, op: Operation, signature: OpSignature, rule: OpRule) -> Overhead:
        found: dict[Strategy, float] = {}

        def overhead(strategy: Strategy, pricing: Pricing) -> float:
            if strategy not in found:
                made = self._seconds(op, strategy, pricing)
                found[strategy] = made - pricing.op_seconds(signature, rule, strategy)
            return found[strategy]

        return overhead

    def _seconds(self, op: Operation, strategy: Strategy, pricing: Pricing) -> float:
        pairs = zip(op.operands, strategy.operands, strict=True)
        types = [local_type(tensor_type(operand), sharding, pricing.mesh) for operand, sharding in pairs]
        block = Block(arg_types=types)
        builder = Builder(InsertPoint.at_end(block))
        local_results(Localizer(op, builder, pricing.mesh, strategy, block.args, {}))
        return sum(op_seconds(made, pricing, self.registry) for made in block.ops)
