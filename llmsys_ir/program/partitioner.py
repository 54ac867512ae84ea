"""From annotated tensors to what each device runs: the walk over a function."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

from xdsl.builder import Builder
from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, FunctionType
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue
from xdsl.rewriter import InsertPoint

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.mesh import GetShardingOp, ShardAttr, ShardingOp, ShardOp
from llmsys_ir.dialects.tensors import Tensor, tensor_type
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.program.boundary import SHARDING_ATTRIBUTE, replace_body
from llmsys_ir.program.checks import (
    argument_pin,
    check_captures,
    check_shardable,
    check_static,
    demand_of,
    is_tensor,
)
from llmsys_ir.program.collectives import ReshardingEmitter, local_type
from llmsys_ir.program.control_flow import PassThrough, Site, pass_through
from llmsys_ir.program.donation import donations, without_alias
from llmsys_ir.program.local_forms import Localizer, local_results, rebuild
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.remembering import remembered
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.resharding import all_shardings
from llmsys_ir.sharding.rule import OpRule, RuleError
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.signature import OpSignature
from llmsys_ir.sharding.strategy import Strategy

_Ends: TypeAlias = tuple[Sharding | None, ...]
"""The shardings of operands or results, as far as there are any."""


def partition(function: func.FuncOp, pricing: Pricing, registry: RuleRegistry) -> None:
    """Rewrite a function to what each device runs.

    Raises:
        OperationError: an op cannot be partitioned.
    """
    if len(function.body.blocks) != 1:
        raise OperationError(function, "expected a function with one block; control flow is not partitioned")
    _Partitioner(pricing, registry).run(function)


@dataclass(frozen=True)
class _Local:
    """What stands for a global tensor: the local value and how it is sharded."""

    value: SSAValue
    type: Tensor
    sharding: Sharding
    annotated: bool = False
    """Whether the program says so, and does not leave it to the partitioner."""
    for_use: bool = False
    """Whether it says so for one use, so that the op that uses the value must take it as it is."""


@dataclass
class _Partitioner:
    pricing: Pricing
    registry: RuleRegistry
    locals: dict[SSAValue, _Local] = field(default_factory=dict[SSAValue, _Local])
    scalars: dict[SSAValue, SSAValue] = field(default_factory=dict[SSAValue, SSAValue])
    builder: Builder = field(init=False)

    def run(self, function: func.FuncOp) -> None:
        old, block = function.body.block, Block()
        check_static(function, old.args)
        shardings = [self._add_argument(block, argument) for argument in old.args]
        self.builder = Builder(InsertPoint.at_end(block))
        end = self._fill(old)
        assert isinstance(end, func.ReturnOp)
        results = self._return(end)
        _set_boundary(function, block, shardings, results, self.pricing.mesh.name)
        replace_body(function, block)

    @contextmanager
    def _into(self, block: Block) -> Generator[None]:
        """What is emitted goes to the end of a block."""
        outer, self.builder = self.builder, Builder(InsertPoint.at_end(block))
        yield
        self.builder = outer

    def _fill(self, old: Block) -> Operation | None:
        """Emit the local form of a block's ops, up to its terminator, which is returned."""
        for op in old.ops:
            if op is old.last_op:
                return op
            if isinstance(op, ShardOp):
                self._reshard_annotated(op)
            elif isinstance(op, GetShardingOp):
                self._tell_sharding(op)
            elif (passing := pass_through(op)) is not None:
                self._pass_through(op, passing)
            elif any(map(is_tensor, (*op.operands, *op.results))):
                self._partition_op(op)
            else:
                self._copy_scalar_op(op)
        return None

    def _add_argument(self, block: Block, argument: SSAValue) -> Sharding | None:
        if not is_tensor(argument):
            self.scalars[argument] = block.insert_arg(argument.type, len(block.args))
            return None
        pin = argument_pin(argument, self.pricing.mesh)
        sharding = Sharding.replicated(spec_of(argument.type).rank) if pin is None else pin.sharding
        return self._add_tensor(block, argument, sharding)

    def _add_tensor(self, block: Block, argument: SSAValue, sharding: Sharding) -> Sharding:
        type_ = tensor_type(argument)
        local = block.insert_arg(local_type(type_, sharding, self.pricing.mesh), len(block.args))
        self.locals[argument] = _Local(local, type_, sharding)
        return sharding

    def _reshard(self, local: _Local, target: Sharding) -> _Local:
        if target == local.sharding:
            return local
        path = self.pricing.path(spec_of(local.type), local.sharding, target)
        emitter = ReshardingEmitter(self.builder, self.pricing.mesh)
        value = emitter.emit(local.value, local.type, local.sharding, path)
        return _Local(value, local.type, target)

    def _reshard_annotated(self, op: ShardOp) -> None:
        local = self.locals[op.src]
        target = self._nearest(local, self._demand(op))
        value = self._reshard(local, target).value
        self.locals[op.result] = _Local(value, local.type, target, True, op.annotate_for_users is not None)

    @remembered
    def _demand(self, op: ShardOp) -> Demand:
        return demand_of(op, self.pricing.mesh)

    def _nearest(self, local: _Local, demand: Demand) -> Sharding:
        """The sharding that keeps what is held and takes the least resharding."""
        if not demand.open_dims:
            return demand.sharding
        spec = spec_of(local.type)
        choices = demand.admitted((local.sharding, *all_shardings(spec.shape, self.pricing.mesh)))
        return min(choices, key=lambda target: self.pricing.path(spec, local.sharding, target).cost)

    def _tell_sharding(self, op: GetShardingOp) -> None:
        attribute = ShardAttr.from_sharding(self.locals[op.source].sharding, self.pricing.mesh.name)
        self.scalars[op.result] = self.builder.insert(ShardingOp(attribute)).result

    def _reduced(self, local: _Local) -> _Local:
        """The value as it is annotated; a partial one that nobody annotated is reduced."""
        return local if local.annotated else self._reshard(local, Sharding(local.sharding.dims))

    def _partition_op(self, op: Operation) -> None:
        check_shardable(op)
        strategy = self._choose_strategy(op)
        operands = [
            self._reshard(self.locals[operand], wanted).value if is_tensor(operand) else self.scalars[operand]
            for operand, wanted in zip(op.operands, strategy.operands, strict=True)
        ]
        localizer = Localizer(op, self.builder, self.pricing.mesh, strategy, operands, self.scalars)
        for result, value, sharding in zip(op.results, local_results(localizer), strategy.results, strict=True):
            self.locals[result] = _Local(value, tensor_type(result), sharding)

    def _pass_through(self, op: Operation, passing: PassThrough) -> None:
        """A loop, branches or a barrier on local values; each value keeps one sharding all the way."""
        check_static(op, (*op.operands, *op.results))
        passed = [self._reduced(self.locals[operand]) for operand in op.operands]
        shardings: list[Sharding | None] = [self._definition(result) for result in op.results]
        if passing.passages and passing.passages[0].entry is not None:
            shardings = [local.sharding for local in passed]
        else:
            passed = [self._reshard(local, Sharding.replicated(local.sharding.rank)) for local in passed]
        blocks = [self._inner_block(block, shardings, passing.wholes) for block in passing.blocks]
        results = [(result, sharding) for result, sharding in zip(op.results, shardings, strict=True) if sharding]
        types = [local_type(tensor_type(result), sharding, self.pricing.mesh) for result, sharding in results]
        local = type(op).create(
            operands=[local.value for local in passed],
            result_types=types,
            properties=dict(op.properties),
            attributes=dict(op.attributes),
            regions=[Region(block) for block in blocks],
        )
        local.location = op.location
        self.builder.insert(local)
        for (result, sharding), value in zip(results, local.results, strict=True):
            self.locals[result] = _Local(value, tensor_type(result), sharding)

    def _inner_block(self, old: Block, shardings: list[Sharding | None], wholes: Sequence[Site]) -> Block:
        """A block inside of an op that values pass through; shardings that are open follow from the first one."""
        block = Block()
        for argument, sharding in zip(old.args, shardings, strict=False):
            assert sharding is not None
            self._add_tensor(block, argument, sharding)
        with self._into(block):
            end = self._fill(old)
            assert end is not None
            operands: list[SSAValue] = []
            for number, operand in enumerate(end.operands):
                local = self.locals[operand]
                wanted = Sharding.replicated(local.sharding.rank)
                if Site(end, number) not in wholes:
                    wanted = shardings[number] = shardings[number] or self._reduced(local).sharding
                operands.append(self._reshard(local, wanted).value)
            self.builder.insert(rebuild(end, operands, ()))
        return block

    def _choose_strategy(self, op: Operation) -> Strategy:
        """The strategy that needs the least resharding; of equals the one with the least work.

        Operands annotated for this use are taken as they are, if some strategy can.
        """
        signature = signature_of(op)
        try:
            rule = self.registry.rule(signature)
        except RuleError as error:
            raise OperationError(op, str(error)) from None
        held = [self.locals[operand] if is_tensor(operand) else None for operand in op.operands]
        return self._cheapest(
            signature,
            rule,
            tuple(None if local is None else local.sharding for local in held),
            tuple(map(self._definition, op.results)),
            tuple(number for number, local in enumerate(held) if local is not None and local.for_use),
        )

    @remembered
    def _cheapest(
        self, signature: OpSignature, rule: OpRule, held: _Ends, wanted: _Ends, demanded: tuple[int, ...]
    ) -> Strategy:
        """The strategy that needs the least resharding from what operands have, to what is wanted of results."""
        given = [sharding for sharding in (*held, *wanted) if sharding is not None]
        ascending = all(list(axes) == sorted(axes) for sharding in given for axes in sharding.dims)

        def price(strategy: Strategy) -> tuple[float, int, int, float]:
            before = zip(signature.operands, held, strategy.operands, strict=True)
            after = zip(signature.results, strategy.results, wanted, strict=True)
            paths = [
                self.pricing.path(spec, source, target)
                for spec, source, target in (*before, *after)
                if source is not None and target is not None
            ]
            left_partial = sum(
                len(own.partial) for own, other in zip(strategy.results, wanted, strict=True) if other is None
            )
            work = self.pricing.op_seconds(signature, rule, strategy)
            return sum(path.cost for path in paths), sum(len(path.moves) for path in paths), left_partial, work

        every = self.pricing.strategies(rule, "ascending" if ascending else "all")
        fitting = [
            strategy for strategy in every if all(strategy.operands[number] == held[number] for number in demanded)
        ]
        return min(fitting or every, key=price)

    def _definition(self, result: SSAValue) -> Sharding | None:
        """The annotation of a result's definition, if there is one."""
        for use in result.uses:
            user = use.operation
            if isinstance(user, ShardOp) and user.annotate_for_users is None:
                demand = self._demand(user)
                return None if demand.open_dims else demand.sharding
        return None

    def _copy_scalar_op(self, op: Operation) -> None:
        check_captures(op)
        operands = [self.scalars[operand] for operand in op.operands]
        copy = self.builder.insert(rebuild(op, operands, op.result_types, captured=self.scalars))
        self.scalars.update(zip(op.results, copy.results, strict=True))

    def _return(self, op: func.ReturnOp) -> list[Sharding | None]:
        """Return the values as they are annotated; a partial value that nobody annotated is reduced first."""
        operands: list[SSAValue] = []
        shardings: list[Sharding | None] = []
        for operand in op.operands:
            local = self._reduced(self.locals[operand]) if is_tensor(operand) else None
            operands.append(self.scalars[operand] if local is None else local.value)
            shardings.append(None if local is None else local.sharding)
        self.builder.insert(func.ReturnOp(*operands))
        return shardings


def _set_boundary(
    function: func.FuncOp,
    block: Block,
    arguments: Sequence[Sharding | None],
    results: Sequence[Sharding | None],
    mesh: str,
) -> None:
    """Give the function its local type, and each tensor argument and result its sharding."""
    terminator = block.last_op
    assert terminator is not None
    function.function_type = FunctionType.from_lists(block.arg_types, terminator.operand_types)
    function.arg_attrs = _with_shardings(function.arg_attrs, arguments, mesh)
    function.res_attrs = _with_shardings(function.res_attrs, results, mesh)
    _drop_aliases(function, arguments, results)


def _drop_aliases(
    function: func.FuncOp, arguments: Sequence[Sharding | None], results: Sequence[Sharding | None]
) -> None:
    """An argument that lies otherwise than the result that would take its memory gives it to any."""
    for number, alias in donations(function).items():
        if alias is not None and arguments[number] != results[alias] and function.arg_attrs is not None:
            entries = [dict(entry.data) for entry in function.arg_attrs]
            entries[number] = without_alias(entries[number])
            function.arg_attrs = ArrayAttr(map(DictionaryAttr, entries))


def _with_shardings(
    attributes: ArrayAttr[DictionaryAttr] | None, shardings: Sequence[Sharding | None], mesh: str
) -> ArrayAttr[DictionaryAttr] | None:
    given: list[dict[str, Attribute]] = (
        [dict(entry.data) for entry in attributes] if attributes is not None else [{} for _ in shardings]
    )
    for entry, sharding in zip(given, shardings, strict=True):
        if sharding is not None:
            entry[SHARDING_ATTRIBUTE] = ShardAttr.from_sharding(sharding, mesh)
    return ArrayAttr(map(DictionaryAttr, given)) if any(given) else None
