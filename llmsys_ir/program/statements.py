"""Which annotations a program must keep for a compiler that propagates shardings by itself.

An annotation is kept, unless its neighbours say it:

- the value has that sharding already;
- it is only returned, and the function's result says it;
- it is where an op defines a value, all uses take the value so, and the op's operands lead to it, or none of them has
  a dim that it splits: what is propagated from either side then is what is annotated;
- it is a partial sum that all uses reduce with its dims as they are.

What a loop carries is annotated inside of it where some use reshards it: otherwise that would be propagated back.

A partial sum is kept where XLA, as in jaxlib 0.10.2, can be trusted with it. XLA believes of any op that what it
computes on one device is one term of the sum, and adds up copies without a word where that is not so. So the op must be
one that computes a term, on operands that are kept as its strategy takes them. Other partial values are reduced where
they are defined, and annotated so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from xdsl.dialects import func
from xdsl.ir import Block, Operation, OpResult, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter
from xdsl.traits import IsTerminator

from llmsys_ir.diagnostics import name_of
from llmsys_ir.dialects.mesh import ShardAttr, ShardOp
from llmsys_ir.program.checks import argument_pin, demand_of, is_tensor
from llmsys_ir.program.control_flow import PassThrough, pass_through
from llmsys_ir.program.signature import signature_of
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.loops import assign_loops, shardings_of
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.rule import OpRule, RuleError
from llmsys_ir.sharding.sharding import ReductionKind, Sharding
from llmsys_ir.sharding.strategy import strategies

_COMPUTES_TERMS = frozenset(
    f"stablehlo.{name}"
    for name in (
        "add broadcast_in_dim concatenate convert divide dot_general multiply negate reduce reshape reverse select "
        "slice subtract transpose"
    ).split()
)
"""Ops that XLA runs on terms of sums, and whose sums it leaves as terms, if asked to."""


@dataclass
class Statements:
    """The annotations of a function; those that are to be kept are in `kept` after `read`."""

    function: func.FuncOp
    mesh: Mesh
    registry: RuleRegistry
    at: dict[SSAValue, Demand] = field(default_factory=dict[SSAValue, Demand])
    """What is annotated of each value."""
    kept: set[ShardOp] = field(default_factory=set[ShardOp])
    firm: set[SSAValue] = field(default_factory=set[SSAValue])
    """The values whose annotation is kept, or stands at the function's boundary."""
    unsaid: set[SSAValue] = field(default_factory=set[SSAValue])
    """The values whose annotation only what uses them says."""
    reduced: set[SSAValue] = field(default_factory=set[SSAValue])
    """The values that are annotated as partial, and are reduced nevertheless."""

    def read(self) -> Statements:
        """Decide on every annotation, and annotate what loops carry where that is needed."""
        for argument in self.function.body.blocks[0].args:
            pin = argument_pin(argument, self.mesh) if is_tensor(argument) else None
            if pin is not None:
                self.at[argument] = pin
                self.firm.add(argument)
                if pin.sharding.partial and not self._is_used_in_terms(argument):
                    self.reduced.add(argument)
        for block in self.function.body.blocks:
            self._read(block)
        return self

    def stated(self, op: ShardOp) -> Demand:
        """What an annotation that is kept says."""
        demand = self.at[op.result]
        return Demand(Sharding(demand.sharding.dims)) if op.result in self.reduced else demand

    def known(self, value: SSAValue) -> Demand | None:
        """What is said of a value before it is used."""
        return None if value in self.unsaid else self.at.get(value)

    def _read(self, block: Block) -> None:
        for op in block.ops:
            if isinstance(op, ShardOp):
                self._decide(op)
            elif (passing := pass_through(op)) is not None:
                self._enter(passing)

    def _enter(self, passing: PassThrough) -> None:
        """Read the blocks of an op that values pass through, from what they are before."""
        for passage in passing.passages:
            for value in passage.inside:
                if passage.entry is not None:
                    self._follow(value, passage.entry.value)
                self._hold_inside(value)
        for block in passing.blocks:
            self._read(block)

    def _hold_inside(self, value: SSAValue) -> None:
        """Keep the annotation of a carried value that some use reshards."""
        self.firm.discard(value)
        demand = self.at.get(value)
        if demand is None:
            return
        if demand.sharding.partial:
            self.reduced.add(value)
            return
        users = [use.operation for use in value.uses]
        if all(not isinstance(user, ShardOp) or demand_of(user, self.mesh) == demand for user in users):
            return
        assert isinstance(value.owner, Block)
        hold = ShardOp(value, ShardAttr.from_sharding(demand.sharding, self.mesh.name))
        value.replace_uses_with_if(hold.result, lambda use: use.operation is not hold)
        Rewriter.insert_op(hold, InsertPoint.at_start(value.owner))
        self._keep(hold, demand)

    def _follow(self, value: SSAValue, source: SSAValue) -> None:
        """Let a value have the annotation of another one."""
        if source in self.at:
            self.at[value] = self.at[source]
        for group in (self.unsaid, self.firm, self.reduced):
            if source in group:
                group.add(value)

    def _keep(self, op: ShardOp, demand: Demand) -> None:
        self.at[op.result] = demand
        self.kept.add(op)
        self.firm.add(op.result)
        self.unsaid.discard(op.result)

    def _decide(self, op: ShardOp) -> None:
        if op in self.kept:
            return
        demand = demand_of(op, self.mesh)
        if self.at.get(op.src) == demand or demand.says_nothing:
            self._follow(op.result, op.src)
            return
        self.at[op.result] = demand
        if demand.sharding.partial:
            self._decide_partial(op, demand)
        elif _is_only_returned(op) or self._is_implied(op, demand):
            return
        elif self._is_free(op, demand):
            self.unsaid.add(op.result)
        else:
            self._keep(op, demand)

    def _decide_partial(self, op: ShardOp, demand: Demand) -> None:
        if self._is_reduced_at_once(op, demand):
            self.reduced.add(op.result)
        elif self._can_stay_partial(op, demand):
            self._keep_operands(op.src.owner)
            self._keep(op, demand)
        else:
            self.reduced.add(op.result)
            self.kept.add(op)

    def _keep_operands(self, user: Operation | Block) -> None:
        """Keep the annotations with which an op takes its operands."""
        assert isinstance(user, Operation)
        for operand in user.operands:
            if operand not in self.firm and isinstance(operand.owner, ShardOp):
                self._keep(operand.owner, self.at[operand])

    def _is_reduced_at_once(self, op: ShardOp, demand: Demand) -> bool:
        """Whether all uses ask for the whole sum, with the dims as they are."""
        users = [use.operation for use in op.result.uses]
        wanted = [demand_of(user, self.mesh).sharding for user in users if isinstance(user, ShardOp)]
        dims = demand.sharding.dims
        return len(wanted) == len(users) and all(after.dims == dims and not after.partial for after in wanted)

    def _can_stay_partial(self, op: ShardOp, demand: Demand) -> bool:
        """Whether an op computes one term of the annotated sum on each device, and all that uses it can take terms."""
        source = op.src.owner
        if not isinstance(source, Operation) or demand.sharding.kind is not ReductionKind.SUM or demand.open_dims:
            return False
        if name_of(source) not in _COMPUTES_TERMS or len(source.results) != 1 or not self._is_used_in_terms(op.result):
            return False
        rule = self._rule(source)
        if rule is None or any(accumulator is not None for accumulator in rule.accumulators):
            return False
        if not all(isinstance(operand.owner, ShardOp) and operand not in self.reduced for operand in source.operands):
            return False
        taken = tuple(self.at[operand].sharding for operand in source.operands)
        results = (demand.sharding,)
        return any(
            (strategy.operands, strategy.results) == (taken, results) for strategy in strategies(rule, self.mesh, "all")
        )

    def _is_used_in_terms(self, value: SSAValue) -> bool:
        """Whether all ops that use a partial value before it is reduced compute terms."""
        return all(name_of(user) in _COMPUTES_TERMS for user in self._users(value))

    def _users(self, value: SSAValue) -> Iterator[Operation]:
        """The ops that use a value while it is partial; what a function returns is at its boundary."""
        for user in [use.operation for use in value.uses]:
            if not isinstance(user, ShardOp | func.ReturnOp):
                yield user
            elif isinstance(user, ShardOp) and demand_of(user, self.mesh).sharding.partial:
                yield from self._users(user.result)

    def _is_implied(self, op: ShardOp, demand: Demand) -> bool:
        """Whether an op's operands lead to the annotation of its result, and all uses take it so."""
        source = op.src
        if demand.open_dims or not isinstance(source, OpResult) or not self._is_taken(op, demand):
            return False
        passing = pass_through(source.op)
        if passing is not None:
            passage = passing.passages[source.index]
            origins = passage.back if passage.entry is None else (passage.entry,)
            return all(self.known(origin.value) == demand for origin in origins)
        rule = self._rule(source.op)
        known = [self.known(operand) for operand in source.op.operands]
        if rule is None or not any(known):
            return False
        operands = [None if held is None else held.sharding for held in known]
        loops = assign_loops(rule, self.mesh, operands, [None] * len(rule.results))
        layout = None if loops is None else shardings_of(rule, self.mesh, loops)
        return layout is not None and layout[1][source.index] == demand.sharding

    def _is_free(self, op: ShardOp, demand: Demand) -> bool:
        """Whether no operand has a dim that the annotation of a result splits, and all uses take the result so."""
        source = op.src
        if demand.open_dims or not isinstance(source, OpResult) or not self._is_taken(op, demand):
            return False
        rule = self._rule(source.op)
        if rule is None:
            return False
        dims = zip(demand.sharding.dims, rule.results[source.index], strict=True)
        split = {factor for axes, dim in dims if axes for factor in dim}
        return split.isdisjoint(factor for operand in rule.operands for dim in operand for factor in dim)

    def _is_taken(self, op: ShardOp, demand: Demand) -> bool:
        """Whether all uses are annotated alike, or hand the value out of the block."""
        users = [use.operation for use in op.result.uses]
        return all(
            demand_of(user, self.mesh) == demand if isinstance(user, ShardOp) else user.has_trait(IsTerminator)
            for user in users
        )

    def _rule(self, op: Operation) -> OpRule | None:
        try:
            return self.registry.rule(signature_of(op))
        except RuleError:
            return None


def _is_only_returned(op: ShardOp) -> bool:
    """Whether only a function's return uses an annotated value."""
    users = [use.operation for use in op.result.uses]
    return bool(users) and all(isinstance(user, func.ReturnOp) for user in users)
