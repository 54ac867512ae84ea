"""sharding-propagation: MLIR's heuristic, which spreads the annotations there are over the ops beside them.

Each op is visited with the annotations of its operands and results. Some are demands (operands annotated for this
use, results annotated where they are defined), the others wishes, each of which may be left out. Of all combinations
of wishes, those that give every loop of the op one set of mesh axes are candidates; the first that reshards nothing
is taken, or else the first that reshards no demand, or else the first. The op is then annotated in full. A definition
with open dims is a wish, and nothing if it names no axes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import ClassVar, Literal

from xdsl.builder import Builder
from xdsl.context import Context
from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp
from xdsl.ir import Block, Operation, OpResult, SSAValue, Use
from xdsl.passes import ModulePass
from xdsl.rewriter import InsertPoint
from xdsl.traits import IsTerminator

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.mesh import AnyMeshOp, GetShardingOp, ShardAttr, ShardingOp, ShardOp
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.checks import OPEN_DIMS_ATTRIBUTE, is_tensor
from llmsys_ir.program.forms import mesh_dialect, uses_values
from llmsys_ir.program.meshes import functions_of, mesh_of
from llmsys_ir.program.shard_dialect import is_shard
from llmsys_ir.program.signature import signature_of
from llmsys_ir.sharding.loops import Annotations, assign_loops, shardings_of
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import NoRuleError, RuleRegistry, default_registry
from llmsys_ir.sharding.rule import OpRule, RuleError
from llmsys_ir.sharding.sharding import Axes, Sharding

Traversal = Literal["forward", "backward", "forward-backward", "backward-forward"]


@dataclass(frozen=True)
class ShardingPropagationPass(ModulePass):
    """Spread the annotations that are there over the rest of each function, as MLIR's pass of this name does."""

    name: ClassVar[str] = "sharding-propagation"

    traversal: Traversal = "backward-forward"
    """The order in which ops are visited."""

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Annotate every function of the module."""
        has_partial = not is_shard(op)
        with mesh_dialect(op):
            self._propagate(op, has_partial)

    def _propagate(self, module: ModuleOp, has_partial: bool) -> None:
        has_values = uses_values(module)
        for function in functions_of(module):
            if len(function.body.blocks) != 1:
                raise OperationError(function, "only one block is supported!")
            annotations = [annotation.annotation for annotation in function.walk() if isinstance(annotation, ShardOp)]
            if annotations:
                mesh = _sized(mesh_of(function), annotations)
                annotator = _Annotator(mesh.name, has_values)
                _Propagation(mesh, default_registry(), annotator, has_partial).run(function, self.traversal)


def _sized(op: AnyMeshOp, annotations: Iterable[ShardAttr]) -> Mesh:
    """The mesh, where an axis that it lacks or whose size is unknown counts as one device.

    Only compound dims ask for sizes.
    """
    shape = op.shape.get_values()
    missing = max((axis + 1 for annotation in annotations for axis in annotation.axes), default=0) - len(shape)
    return Mesh(tuple(max(size, 1) for size in shape) + (1,) * missing, op.sym_name.data)


def sharding_of(op: ShardOp) -> Sharding:
    """What an annotation says, whether or not it divides its tensor."""
    return op.annotation.to_sharding(len(tensor_type(op.src).get_shape()))


def _says_nothing(op: ShardOp) -> bool:
    """Whether an annotation has open dims and no axes."""
    return OPEN_DIMS_ATTRIBUTE in op.attributes and sharding_of(op).is_replicated


@dataclass(frozen=True)
class _Known:
    """The annotations around an op: demands, and wishes where there is no demand; operands first, then results."""

    operands: Annotations
    results: Annotations
    operand_demands: Annotations
    result_demands: Annotations

    def combinations(self) -> Iterator[tuple[Annotations, Annotations]]:
        """Every way to leave wishes out, results outermost, with as many as possible first."""
        for results in _with_and_without(self.results, self.result_demands):
            for operands in _with_and_without(self.operands, self.operand_demands):
                yield operands, results

    def resharding(self, operands: Annotations, results: Annotations) -> int:
        """0 if these shardings reshard nothing that is annotated, 1 if no demand, 2 otherwise."""
        known = (*self.operands, *self.results)
        demands = (*self.operand_demands, *self.result_demands)
        worst = 0
        for sharding, wanted, demand in zip((*operands, *results), known, demands, strict=True):
            if wanted is not None and sharding != wanted:
                worst = max(worst, 1 if demand is None else 2)
        return worst


def _with_and_without(known: Annotations, demands: Annotations) -> Iterator[Annotations]:
    choices = [
        (sharding,) if sharding is None or demand is not None else (sharding, None)
        for sharding, demand in zip(known, demands, strict=True)
    ]
    return product(*choices)


_Candidate = tuple[int, Sequence[Axes], Sequence[Sharding], Sequence[Sharding]]
"""How much it reshards, the axes of each loop, and what follows for operands and results."""


@dataclass(frozen=True)
class _Propagation:
    mesh: Mesh
    registry: RuleRegistry
    annotator: _Annotator
    has_partial: bool
    """Whether an annotation can say that a value is partial; in the shard dialect it cannot."""

    def run(self, function: func.FuncOp, traversal: Traversal) -> None:
        for direction in traversal.split("-"):
            ops = list(function.body.block.ops)
            for op in ops if direction == "forward" else reversed(ops):
                if not op.has_trait(IsTerminator) and not isinstance(op, ShardOp | ShardingOp | GetShardingOp):
                    self._visit(op)

    def _visit(self, op: Operation) -> None:
        if not any(map(is_tensor, (*op.operands, *op.results))):
            return
        try:
            rule = self.registry.rule(signature_of(op))
        except NoRuleError as error:
            raise OperationError(op, f"sharding interface is not implemented. It {error}") from None
        except RuleError as error:
            raise OperationError(op, str(error)) from None
        known = self._known(op)
        candidates = self._candidates(rule, known)
        if candidates:
            _, loops, operands, results = min(candidates, key=lambda candidate: candidate[0])
            for result, sharding in zip(op.results, results, strict=True):
                self.annotator.annotate_result(result, sharding, _in_loop_order(sharding.partial, loops))
            self.annotator.annotate_operands(op, operands)

    def _known(self, op: Operation) -> _Known:
        operands = [self._of_operand(operand) for operand in op.operands]
        results = [self._of_result(result) for result in op.results]
        return _Known(
            [sharding for sharding, _ in operands],
            [sharding for sharding, _ in results],
            [sharding if demanded else None for sharding, demanded in operands],
            [sharding if demanded else None for sharding, demanded in results],
        )

    def _of_operand(self, operand: SSAValue) -> tuple[Sharding | None, bool]:
        """An operand's annotation, and whether it is for this use."""
        annotation = operand.owner
        if not isinstance(annotation, ShardOp) or _says_nothing(annotation):
            return None, False
        return sharding_of(annotation), annotation.annotate_for_users is not None

    def _of_result(self, result: SSAValue) -> tuple[Sharding | None, bool]:
        """A result's annotation, and whether it is of its definition; its users' if they agree."""
        shards = [use.operation for use in result.uses if isinstance(use.operation, ShardOp)]
        defining = [shard for shard in shards if shard.annotate_for_users is None]
        if defining:
            alone = result.uses.get_length() == 1 and not _says_nothing(defining[0])
            return (
                (sharding_of(defining[0]), OPEN_DIMS_ATTRIBUTE not in defining[0].attributes)
                if alone
                else (None, False)
            )
        wanted = {sharding_of(shard) for shard in shards}
        return (wanted.pop(), False) if len(wanted) == 1 else (None, False)

    def _candidates(self, rule: OpRule, known: _Known) -> list[_Candidate]:
        """The consistent shardings of all operands and results."""
        found: list[_Candidate] = []
        for operands, results in known.combinations():
            if not any((*operands, *results)):
                continue
            loops = assign_loops(rule, self.mesh, operands, results)
            layout = None if loops is None else shardings_of(rule, self.mesh, loops)
            if loops is None or layout is None:
                continue
            if not self.has_partial:
                layout = (layout[0], [Sharding(result.dims) for result in layout[1]])
            kind = known.resharding(*layout)
            found.append((kind, loops, *layout))
            if kind == 0:
                break
        return found


@dataclass(frozen=True)
class _Annotator:
    """Writes annotations in the form that the program has: the sharding as an attribute, or as a value."""

    mesh: str
    has_values: bool

    def annotate_result(self, result: OpResult, sharding: Sharding, partial: Axes) -> None:
        """Annotate a definition once for all its uses; a use with another annotation is resharded after it."""
        shared: ShardOp | None = None
        for use in _in_order(result):
            user = use.operation
            defines = isinstance(user, ShardOp) and user.annotate_for_users is None
            if isinstance(user, ShardOp) and defines and sharding_of(user) == sharding:
                shared = shared or user
                continue
            if shared is None:
                builder = Builder(InsertPoint.after(result.op))
                shared = builder.insert(ShardOp(result, self._sharding(builder, sharding, partial)))
            source = shared.result
            if defines:
                again = ShardOp(source, _said(shared), annotate_for_users=True)
                source = Builder(InsertPoint.after(shared)).insert(again).result
            user.operands[use.index] = source

    def annotate_operands(self, op: Operation, shardings: Sequence[Sharding]) -> None:
        """Annotate every use by an op; a value that it uses twice alike is annotated once."""
        done: dict[tuple[SSAValue, Sharding], SSAValue] = {}
        for number, (operand, sharding) in enumerate(zip(tuple(op.operands), shardings, strict=True)):
            if is_tensor(operand):
                if (operand, sharding) not in done:
                    done[operand, sharding] = self._annotated(operand, op, sharding)
                op.operands[number] = done[operand, sharding]

    def _annotated(self, operand: SSAValue, user: Operation, sharding: Sharding) -> SSAValue:
        """A value annotated for one user; where it was annotated for it otherwise, reshard in between."""
        owner = operand.owner
        pinned = owner if isinstance(owner, ShardOp) and owner.annotate_for_users is not None else None
        if pinned is not None and sharding_of(pinned) == sharding:
            return operand
        builder = Builder(InsertPoint.before(user))
        said = self._sharding(builder, sharding)
        source = operand if pinned is None else builder.insert(ShardOp(operand, said)).result
        return builder.insert(ShardOp(source, said, annotate_for_users=True)).result

    def _sharding(self, builder: Builder, sharding: Sharding, partial: Axes | None = None) -> ShardAttr | SSAValue:
        attribute = ShardAttr.from_sharding(sharding, self.mesh, partial)
        return builder.insert(ShardingOp(attribute)).result if self.has_values else attribute


def _said(op: ShardOp) -> ShardAttr | SSAValue:
    said = op.shard or op.sharding
    assert said is not None
    return said


def _in_loop_order(axes: Axes, loops: Sequence[Axes]) -> Axes:
    """Partial axes in the order in which MLIR writes them: by the loops that they come from."""
    return tuple(axis for loop in loops for axis in loop if axis in axes)


def _in_order(result: OpResult) -> list[Use]:
    """The uses of a result, in the order of their ops; those in a region count as their op of the result's block."""
    block = result.op.parent
    assert isinstance(block, Block)
    position = {op: number for number, op in enumerate(block.ops)}

    def place(use: Use) -> tuple[int, int]:
        op = block.find_ancestor_op_in_block(use.operation)
        assert op is not None
        return position[op], use.index

    return sorted(result.uses, key=place)
