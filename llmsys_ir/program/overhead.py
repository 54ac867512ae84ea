"""What local forms cost beside the op that they are of: shifted indices, masks of sharded lookups, collectives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xdsl.builder import Builder
from xdsl.ir import Block, Operation, SSAValue
from xdsl.rewriter import InsertPoint

from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.planning.graph import AskOverhead, Overhead
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.program.collectives import local_type
from llmsys_ir.program.local_forms import Localizer, local_results
from llmsys_ir.program.price import op_seconds
from llmsys_ir.program.signature import spec_of
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.rule import OpRule
from llmsys_ir.sharding.signature import OpSignature
from llmsys_ir.sharding.strategy import Strategy


@dataclass
class Overheads:
    """The overheads of a program's ops, found by making the local forms; equal ops are asked once."""

    registry: RuleRegistry
    known: dict[OpSignature, AskOverhead] = field(default_factory=dict[OpSignature, AskOverhead])

    def of(self, op: Operation, signature: OpSignature, rule: OpRule) -> AskOverhead | None:
        """What a strategy adds; None for an op whose local form is the op itself under all of them."""
        if not any(factor.placed for factor in rule.factors):
            return None
        return self.known.setdefault(signature, self._ask(op, signature, rule))

    def _ask(self, op: Operation, signature: OpSignature, rule: OpRule) -> AskOverhead:
        found: dict[Strategy, Overhead] = {}
        placed = [number for number, factor in enumerate(rule.factors) if factor.placed]

        def overhead(strategy: Strategy, pricing: Pricing) -> Overhead:
            if not any(strategy.factor_axes[number] for number in placed):
                return Overhead(0.0, 0)
            if strategy not in found:
                block = self._local_form(op, strategy, pricing)
                seconds = sum(op_seconds(made, pricing, self.registry) for made in block.ops)
                own = pricing.op_seconds(signature, rule, strategy)
                results = zip(signature.results, strategy.results, strict=True)
                kept = sum(pricing.local(*pair).nbytes for pair in results)
                found[strategy] = Overhead(seconds - own, max(0, _most_held(block) - kept))
            return found[strategy]

        return overhead

    def _local_form(self, op: Operation, strategy: Strategy, pricing: Pricing) -> Block:
        """A block with what one device runs in place of an op."""
        pairs = zip(op.operands, strategy.operands, strict=True)
        types = [local_type(tensor_type(operand), sharding, pricing.mesh) for operand, sharding in pairs]
        block = Block(arg_types=types)
        builder = Builder(InsertPoint.at_end(block))
        local_results(Localizer(op, builder, pricing.mesh, strategy, block.args, {}))
        return block


def _most_held(block: Block) -> int:
    """The most bytes that values made in a block hold at once; those that nothing there uses are held to its end."""
    last = {operand: op for op in block.ops for operand in op.operands}
    held = most = 0
    for op in block.ops:
        held += sum(spec_of(result.type).nbytes for result in op.results)
        most = max(most, held)
        held -= sum(spec_of(operand.type).nbytes for operand in {*op.operands} if _dies(operand, op, last))
    return most


def _dies(value: SSAValue, op: Operation, last: Mapping[SSAValue, Operation]) -> bool:
    return last[value] is op and isinstance(value.owner, Operation)
