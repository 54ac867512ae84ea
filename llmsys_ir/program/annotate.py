"""Writing a plan into its function as `mesh.shard` annotations."""

from __future__ import annotations

from dataclasses import dataclass, field

from xdsl.dialects import func
from xdsl.ir import Block, Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.dialects.mesh import ShardAttr, ShardOp
from llmsys_ir.planning.graph import Use
from llmsys_ir.planning.options import wanted_sharding
from llmsys_ir.planning.plan import Plan
from llmsys_ir.program.extract import Extraction, is_tensor
from llmsys_ir.sharding.sharding import Sharding


def annotate(function: func.FuncOp, extraction: Extraction, plan: Plan, mesh: str) -> None:
    """Replace the function's annotations by the plan's: one where each value is defined, one for each use.

    A shared resharding is a second annotation of the definition. An argument's own annotation is left out where
    all its uses say the same.
    """
    _Annotator(extraction, plan, mesh).run(function)


@dataclass
class _Annotator:
    extraction: Extraction
    plan: Plan
    mesh: str
    ssa: dict[int, SSAValue] = field(default_factory=dict[int, SSAValue])
    """Per value of the graph, the SSA value that stands for it, with its definition annotated."""

    def run(self, function: func.FuncOp) -> None:
        graph, choices = self.plan.graph, self.plan.choices
        block = function.body.block
        _erase_annotations(block)
        self.shardings = choices.value_shardings(graph)
        arguments = [argument for argument in block.args if is_tensor(argument)]
        first = block.first_op
        assert first is not None
        for value, argument in zip(graph.arguments, arguments, strict=True):
            self.ssa[value] = argument
            if not self._is_implied(value):
                self.ssa[value] = self._shard(argument, self.shardings[value], before=first)
        position = first
        for step, origin, choice in zip(graph.steps, self.extraction.origins, choices.steps, strict=True):
            if step.is_sharing:
                self._share(step.uses[0], step.results[0], before=position)
                continue
            assert origin is not None
            for use in step.uses:
                self._annotate_use(origin, use, wanted_sharding(choice, use.operand), always=True)
            position = origin.next_op
            assert position is not None
            for value, result in zip(step.results, origin.results, strict=True):
                self.ssa[value] = self._shard(result, self.shardings[value], before=position)
        terminator = block.last_op
        assert terminator is not None
        for use, wanted in zip(graph.returns, choices.returns, strict=True):
            self._annotate_use(terminator, use, wanted, always=False)

    def _is_implied(self, value: int) -> bool:
        """Whether every use of an argument, seen through sharing, takes it as it arrives, and some op does."""
        graph, choices = self.plan.graph, self.plan.choices
        seen_by_op = False
        for step, choice in zip(graph.steps, choices.steps, strict=True):
            for use in step.uses:
                if use.value != value:
                    continue
                if {*use.pinned, wanted_sharding(choice, use.operand)} != {self.shardings[value]}:
                    return False
                if step.is_sharing and not self._is_implied(step.results[0]):
                    return False
                seen_by_op = True
        return seen_by_op and all(use.value != value for use in graph.returns)

    def _share(self, use: Use, result: int, before: Operation) -> None:
        """Reshard for all later users, if the shared sharding is another one."""
        ssa, at = self._pass_pins(use, self.ssa[use.value], self.shardings[use.value], before, always=True)
        wanted = self.shardings[result]
        self.ssa[result] = ssa if wanted == at else self._shard(ssa, wanted, before)

    def _annotate_use(self, user: Operation, use: Use, wanted: Sharding, *, always: bool) -> None:
        ssa, at = self._pass_pins(use, self.ssa[use.value], self.shardings[use.value], user, always=always)
        if wanted != at or (always and not use.pinned):
            ssa = self._shard(ssa, wanted, user, for_users=True)
        user.operands[use.operand] = ssa

    def _pass_pins(
        self, use: Use, ssa: SSAValue, at: Sharding, before: Operation, *, always: bool
    ) -> tuple[SSAValue, Sharding]:
        """The value after the user's own annotations of this use."""
        for pin in use.pinned:
            if always or pin != at:
                ssa, at = self._shard(ssa, pin, before, for_users=True), pin
        return ssa, at

    def _shard(self, value: SSAValue, sharding: Sharding, before: Operation, *, for_users: bool = False) -> SSAValue:
        op = ShardOp(value, ShardAttr.from_sharding(sharding, self.mesh), annotate_for_users=for_users)
        op.location = before.location
        Rewriter.insert_op(op, InsertPoint.before(before))
        return op.result


def _erase_annotations(block: Block) -> None:
    for op in tuple(block.ops):
        if isinstance(op, ShardOp):
            op.result.replace_all_uses_with(op.src)
            Rewriter.erase_op(op)
