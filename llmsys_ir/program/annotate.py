"""Writing a plan into its function as `mesh.shard` annotations."""

from __future__ import annotations

from dataclasses import dataclass, field

from xdsl.dialects import func
from xdsl.ir import Block, Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.dialects.mesh import ShardAttr, ShardOp
from llmsys_ir.planning.alternatives import wanted_sharding
from llmsys_ir.planning.graph import Step, Use
from llmsys_ir.planning.plan import Plan
from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.control_flow import Site
from llmsys_ir.program.extract import Extraction, Origin
from llmsys_ir.remembering import remembered
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
    written: set[Operation] = field(default_factory=set[Operation])
    users: dict[int, list[tuple[int, Use]]] = field(default_factory=dict[int, list[tuple[int, Use]]])
    """Per value of the graph, its uses with the numbers of their steps."""

    def __post_init__(self) -> None:
        for number, step in enumerate(self.plan.graph.steps):
            for use in step.uses:
                self.users.setdefault(use.value, []).append((number, use))

    def run(self, function: func.FuncOp) -> None:
        graph, choices = self.plan.graph, self.plan.choices
        block = function.body.block
        old = [op for op in function.walk() if isinstance(op, ShardOp)]
        self.shardings = choices.value_shardings(graph)
        self.returned = {use.value for use in graph.returns}
        arguments = [argument for argument in block.args if is_tensor(argument)]
        for value, argument in zip(graph.arguments, arguments, strict=True):
            self._define(value, argument, is_implied=self._is_implied(value))
        planned = list(zip(graph.steps, self.extraction.origins, choices.steps, strict=True))
        for step, origin, _ in planned:
            self._write_results(step, origin)
        for step, origin, choice in planned:
            for use, site in zip(step.uses, origin.sites, strict=False):
                is_demand = step.passes and not step.results
                self._annotate_use(site, use, wanted_sharding(choice, use.operand), always=not is_demand)
        terminator = block.last_op
        assert terminator is not None
        for use, wanted in zip(graph.returns, choices.returns, strict=True):
            self._annotate_use(Site(terminator, use.operand), use, wanted, always=False)
        for op in reversed(old):
            Rewriter.erase_op(op)

    def _write_results(self, step: Step, origin: Origin) -> None:
        """Annotate what a step defines; inside of an op that values pass through, its operands say it already."""
        if origin.op is None:
            self._share(step.uses[0], step.results[0], origin.anchor)
            return
        for value, target in zip(step.results, origin.targets, strict=True):
            self._define(value, target, is_implied=step.passes and target not in origin.op.results)

    def _define(self, value: int, target: SSAValue, *, is_implied: bool) -> None:
        after = self._after(target.owner)
        self.ssa[value] = target if is_implied else self._shard(target, self.shardings[value], after)

    @remembered
    def _after(self, owner: Operation | Block) -> Operation:
        """The op before which something goes that follows the values of an op or block, whatever is written there."""
        following = owner.next_op if isinstance(owner, Operation) else owner.first_op
        while following is not None and following in self.written:
            following = following.next_op
        assert following is not None
        return following

    def _is_implied(self, value: int) -> bool:
        """Whether every use of an argument, seen through sharing, takes it as it arrives, and some op does."""
        graph, choices = self.plan.graph, self.plan.choices
        users = self.users.get(value, ())
        for number, use in users:
            if {*use.pinned, wanted_sharding(choices.steps[number], use.operand)} != {self.shardings[value]}:
                return False
            if self.extraction.origins[number].op is None and not self._is_implied(graph.steps[number].results[0]):
                return False
        return bool(users) and value not in self.returned

    def _share(self, use: Use, result: int, anchor: Operation | None) -> None:
        """Reshard for all later users, if the shared sharding is another one."""
        source = self.ssa[use.value]
        before = self._after(source.owner) if anchor is None else anchor
        ssa, at = self._pass_pins(use, source, self.shardings[use.value], before, always=True)
        wanted = self.shardings[result]
        self.ssa[result] = ssa if wanted == at else self._shard(ssa, wanted, before)

    def _annotate_use(self, site: Site, use: Use, wanted: Sharding, *, always: bool) -> None:
        ssa, at = self._pass_pins(use, self.ssa[use.value], self.shardings[use.value], site.op, always=always)
        if wanted != at or (always and not use.pinned):
            ssa = self._shard(ssa, wanted, site.op, for_users=True)
        site.op.operands[site.operand] = ssa

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
        self.written.add(op)
        return op.result
