"""spmd-partition: from annotated tensors to what each device runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from xdsl.builder import Builder
from xdsl.context import Context
from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, FunctionType, ModuleOp
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue
from xdsl.passes import ModulePass
from xdsl.rewriter import InsertPoint

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.mesh import ShardAttr, ShardOp
from llmsys_ir.dialects.tensors import Tensor, tensor_type
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.program.boundary import SHARDING_ATTRIBUTE, is_partitioned
from llmsys_ir.program.collectives import ReshardingEmitter, local_type
from llmsys_ir.program.extract import (
    annotation_of,
    argument_pin,
    check_captures,
    check_shardable,
    check_static,
    has_tensors,
    is_tensor,
)
from llmsys_ir.program.forms import attribute_form
from llmsys_ir.program.local_forms import local_form, rebuild
from llmsys_ir.program.meshes import cluster_of, functions_of, mesh_of, set_cluster
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.sharding.registry import RuleRegistry, default_registry
from llmsys_ir.sharding.rule import RuleError
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.strategy import Strategy


@dataclass(frozen=True)
class SpmdPartitionPass(ModulePass):
    """Lower annotated functions to what each device runs: local types, collectives, shardings at the boundary.

    An annotation reshards its value. An op runs under the strategy that its annotated operands and result ask for;
    where annotations are missing, the computation follows its operands with the least communication.
    """

    name: ClassVar[str] = "spmd-partition"

    cluster: str | None = None
    """A preset or TOML file that prices collectives; by default the mesh's own."""

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Partition every function of the module that is not partitioned yet."""
        with attribute_form(op):
            self._partition(op)

    def _partition(self, module: ModuleOp) -> None:
        for function in functions_of(module):
            if is_partitioned(function) or not has_tensors(function):
                continue
            mesh_op = mesh_of(function)
            if self.cluster is not None:
                set_cluster(mesh_op, self.cluster)
            partition(function, Pricing(cluster_of(mesh_op)), default_registry())


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

    def run(self, function: func.FuncOp) -> None:
        old = function.body.block
        check_static(function, old.args)
        block = Block()
        self.builder = Builder(InsertPoint.at_end(block))
        self.resharding = ReshardingEmitter(self.builder, self.pricing.mesh)
        shardings = [self._add_argument(block, argument) for argument in old.args]
        for op in old.ops:
            if isinstance(op, func.ReturnOp):
                results = self._return(op)
                _set_boundary(function, block, shardings, results, self.pricing.mesh.name)
            elif isinstance(op, ShardOp):
                self._reshard_annotated(op)
            elif any(map(is_tensor, (*op.operands, *op.results))):
                self._partition_op(op)
            else:
                self._copy_scalar_op(op)
        for op in reversed(list(old.ops)):
            op.detach()
            op.drop_all_references()
        function.detach_region(function.body)
        function.add_region(Region(block))

    def _add_argument(self, block: Block, argument: SSAValue) -> Sharding | None:
        if not is_tensor(argument):
            self.scalars[argument] = block.insert_arg(argument.type, len(block.args))
            return None
        type_ = tensor_type(argument)
        sharding = argument_pin(argument, self.pricing.mesh) or Sharding.replicated(len(type_.get_shape()))
        local = block.insert_arg(local_type(type_, sharding, self.pricing.mesh), len(block.args))
        self.locals[argument] = _Local(local, type_, sharding)
        return sharding

    def _reshard(self, local: _Local, target: Sharding) -> _Local:
        path = self.pricing.path(spec_of(local.type), local.sharding, target)
        value = self.resharding.emit(local.value, local.type, local.sharding, path)
        return _Local(value, local.type, target)

    def _reshard_annotated(self, op: ShardOp) -> None:
        sharding = annotation_of(op, self.pricing.mesh)
        local = self._reshard(self.locals[op.src], sharding)
        self.locals[op.result] = replace(local, annotated=True, for_use=op.annotate_for_users is not None)

    def _partition_op(self, op: Operation) -> None:
        check_shardable(op)
        strategy = self._choose_strategy(op)
        operands = [
            self._reshard(self.locals[operand], wanted).value if is_tensor(operand) else self.scalars[operand]
            for operand, wanted in zip(op.operands, strategy.operands, strict=True)
        ]
        types = [tensor_type(result) for result in op.results]
        local_types = [
            local_type(type_, sharding, self.pricing.mesh)
            for type_, sharding in zip(types, strategy.results, strict=True)
        ]
        local_op = self.builder.insert(local_form(op, self.builder, operands, local_types, self.scalars))
        for result, value, type_, sharding in zip(op.results, local_op.results, types, strategy.results, strict=True):
            self.locals[result] = _Local(value, type_, sharding)

    def _choose_strategy(self, op: Operation) -> Strategy:
        """The strategy that needs the least resharding; of equals the one with the least work.

        Operands annotated for this use are taken as they are, if some strategy can.
        """
        signature = signature_of(op)
        try:
            rule = self.registry.rule(signature)
        except RuleError as error:
            raise OperationError(op, str(error)) from None
        held = {
            number: self.locals[operand].sharding for number, operand in enumerate(op.operands) if is_tensor(operand)
        }
        wanted = {
            number: annotation for number, result in enumerate(op.results) if (annotation := self._definition(result))
        }
        given = [*held.values(), *wanted.values()]
        ascending = all(list(axes) == sorted(axes) for sharding in given for axes in sharding.dims)

        def price(strategy: Strategy) -> tuple[float, int, int, float]:
            paths = [
                self.pricing.path(signature.operands[number], sharding, strategy.operands[number])
                for number, sharding in held.items()
            ]
            paths += [
                self.pricing.path(signature.results[number], strategy.results[number], sharding)
                for number, sharding in wanted.items()
            ]
            left_partial = sum(
                len(sharding.partial) for number, sharding in enumerate(strategy.results) if number not in wanted
            )
            work = self.pricing.op_seconds(signature, rule, strategy)
            return sum(path.cost for path in paths), sum(len(path.moves) for path in paths), left_partial, work

        every = self.pricing.strategies(rule, "ascending" if ascending else "all")
        demanded = {number: held[number] for number in held if self.locals[op.operands[number]].for_use}
        fitting = [
            strategy
            for strategy in every
            if all(strategy.operands[number] == sharding for number, sharding in demanded.items())
        ]
        return min(fitting or every, key=price)

    def _definition(self, result: SSAValue) -> Sharding | None:
        """The annotation of a result's definition, if there is one."""
        for use in result.uses:
            user = use.operation
            if isinstance(user, ShardOp) and user.annotate_for_users is None:
                return annotation_of(user, self.pricing.mesh)
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
            if not is_tensor(operand):
                operands.append(self.scalars[operand])
                shardings.append(None)
                continue
            local = self.locals[operand]
            if not local.annotated:
                local = self._reshard(local, Sharding(local.sharding.dims))
            operands.append(local.value)
            shardings.append(local.sharding)
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


def _with_shardings(
    attributes: ArrayAttr[DictionaryAttr] | None, shardings: Sequence[Sharding | None], mesh: str
) -> ArrayAttr[DictionaryAttr]:
    given: list[dict[str, Attribute]] = (
        [dict(entry.data) for entry in attributes] if attributes is not None else [{} for _ in shardings]
    )
    for entry, sharding in zip(given, shardings, strict=True):
        if sharding is not None:
            entry[SHARDING_ATTRIBUTE] = ShardAttr.from_sharding(sharding, mesh)
    return ArrayAttr(map(DictionaryAttr, given))
