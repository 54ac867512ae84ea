"""Shardy's annotations, as JAX writes them, as annotations of the mesh dialect.

| sdy | here |
|---|---|
| a closed dim `{"x"}` | holds exactly |
| an open dim `{"x", ?}` | is split over `x`, and perhaps over more axes inside of it |
| all dims open without axes | nothing is said: dropped |
| `replicated={"x"}` | `x` splits no open dim; where all dims are closed, they say so already |
| `unreduced={"x"}` | a partial sum along `x` |
| `llmsys.partial` on a constraint | a partial value that `export-sdy` could not ask XLA for |
| priorities | dropped: they order propagation, and what is annotated holds anyway |
| an argument's sharding | annotates its definition |
| `sharding_constraint`, `reshard`, a collective | annotates the definition of its result |
| a result's sharding, an op's sharding | annotates the returned value, the op's results |
| the rule of a custom call | kept where it has no `llmsys.rule`; those of other ops are dropped: they have rules here |
| `propagation_barrier`, a data flow edge without sharding | its operand |
| `named_computation` | its body, in place |
| a mesh without axes | one device: replicated beside meshes with axes, nothing in a program without any |

Parts of axes, values on one device of many, sharding groups and manual computations are errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, ModuleOp
from xdsl.ir import Attribute, BlockArgument, Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.sdy import annotations, collectives, computations
from llmsys_ir.dialects.sdy.attributes import ShardingAttr, ShardingPerValueAttr
from llmsys_ir.dialects.sdy.shardings import Sharding as SdySharding
from llmsys_ir.dialects.stablehlo.calls import CustomCallOp
from llmsys_ir.dialects.stablehlo.creation import ConstantOp
from llmsys_ir.program.boundary import SDY_ATTRIBUTE
from llmsys_ir.program.sdy_meshes import MeshImport
from llmsys_ir.program.sdy_shardings import Annotation, SdyReader
from llmsys_ir.sharding.registry import RULE_ATTRIBUTE
from llmsys_ir.sharding.shardy_rule import SHARDY_RULE


def is_sdy(module: ModuleOp) -> bool:
    """Whether a program has ops of the sdy dialect."""
    return any(op.name.startswith("sdy.") for op in module.walk())


def import_sdy(module: ModuleOp) -> None:
    """Turn a program's sdy annotations into `mesh.shard`, and its sdy meshes into `mesh.mesh`.

    Raises:
        OperationError: an annotation has no meaning here, or its mesh is not that of the annotations that are there.
    """
    importer = _Importer(SdyReader(MeshImport(module)))
    for op in list(module.walk()):
        importer.visit(op)
    importer.free_arguments()
    importer.reader.meshes.finish()


@dataclass
class _Importer:
    reader: SdyReader
    constrained: dict[BlockArgument, Annotation] = field(default_factory=dict[BlockArgument, Annotation])
    """Arguments of which only some use asks for a sharding."""

    def visit(self, op: Operation) -> None:
        """Replace an op of the sdy dialect, or take the sdy attributes of another one."""
        match op:
            case annotations.MeshOp():
                pass
            case annotations.PropagationBarrierOp() | annotations.FuncDataFlowEdgeOp():
                Rewriter.replace_op(op, [], [op.operands[0]])
            case annotations.ShardingConstraintOp() | annotations.ReshardOp() | annotations.DataFlowEdgeOp():
                self._constrain(op, op.sharding)
            case collectives.CollectiveOp():
                self._constrain(op, op.out_sharding)
            case annotations.ConstantOp():
                Rewriter.replace_op(op, ConstantOp.create(result_types=op.result_types, properties=op.properties))
            case computations.NamedComputationOp():
                self._inline(op)
            case computations.ManualComputationOp():
                raise OperationError(
                    op,
                    "is partitioned already: its region is what each device runs; "
                    "plan the function that it is made of (in JAX, without shard_map)",
                )
            case annotations.ShardingGroupOp():
                raise OperationError(
                    op,
                    f"asks for one sharding for all values of group {op.group_id.value.data}, which is not planned; "
                    "give each of them the same sdy.sharding_constraint",
                )
            case _:
                if isinstance(op, func.FuncOp):
                    self._visit_function(op)
                self._take_attributes(op)

    def free_arguments(self) -> None:
        """Let arguments that are constrained in some of their uses only arrive in any sharding."""
        for argument, annotation in self.constrained.items():
            if isinstance(argument.owner.parent_op(), func.FuncOp) and argument.uses.get_length() > 1:
                self._define(argument, annotation.anyhow())

    def _define(self, value: SSAValue, annotation: Annotation) -> None:
        """Annotate a value where it is defined, for all that uses it."""
        owner = value.owner
        shard = annotation.of(value)
        point = InsertPoint.after(owner) if isinstance(owner, Operation) else InsertPoint.at_start(owner)
        around = owner if isinstance(owner, Operation) else owner.first_op
        value.replace_uses_with_if(shard.result, lambda use: use.operation is not shard)
        if around is not None:
            shard.location = around.location
        Rewriter.insert_op(shard, point)

    def _annotated(self, value: SSAValue, annotation: Annotation | None, before: Operation) -> SSAValue:
        """The value as it is annotated before an op."""
        if annotation is None:
            return value
        if isinstance(value, BlockArgument):
            self.constrained.setdefault(value, annotation)
        shard = annotation.of(value)
        shard.location = before.location
        Rewriter.insert_op(shard, InsertPoint.before(before))
        return shard.result

    def _read(self, op: Operation, given: SdySharding | None, value: SSAValue, what: str) -> Annotation | None:
        return None if given is None else self.reader.read(op, given, value.type, what)

    def _constrain(self, op: Operation, given: ShardingAttr | None) -> None:
        value = op.operands[0]
        annotation = self._read(op, None if given is None else given.data, value, "")
        noted = None if annotation is None else annotation.as_noted(op)
        Rewriter.replace_op(op, [], [self._annotated(value, noted, op)])

    def _inline(self, op: computations.NamedComputationOp) -> None:
        block = op.body.block
        end = block.last_op
        assert end is not None
        sources = self._each(op, op.operands, op.in_shardings, "operand")
        for argument, source in zip(block.args, sources, strict=True):
            argument.replace_all_uses_with(source)
        for inner in [inner for inner in block.ops if inner is not end]:
            inner.detach()
            Rewriter.insert_op(inner, InsertPoint.before(op))
        Rewriter.replace_op(op, [], self._each(op, end.operands, op.out_shardings, "result"))

    def _each(
        self, op: Operation, values: Sequence[SSAValue], given: ShardingPerValueAttr | None, what: str
    ) -> list[SSAValue]:
        """Values at the border of an op, as they are annotated there."""
        shardings = [None] * len(values) if given is None else given.data
        pairs = enumerate(zip(values, shardings, strict=True))
        read = [self._read(op, sharding, value, f"{what} {number} ") for number, (value, sharding) in pairs]
        return [self._annotated(value, annotation, op) for value, annotation in zip(values, read, strict=True)]

    def _visit_function(self, function: func.FuncOp) -> None:
        arguments, function.arg_attrs = _taken(function, function.arg_attrs)
        results, function.res_attrs = _taken(function, function.res_attrs)
        if not function.body.blocks:
            return
        for number, (argument, given) in reversed(list(enumerate(zip(function.args, arguments, strict=False)))):
            annotation = self._read(function, given, argument, f"argument {number} ")
            if annotation is not None:
                self._define(argument, annotation)
        for block in function.body.blocks:
            if isinstance(end := block.last_op, func.ReturnOp):
                self._visit_return(function, end, results)

    def _visit_return(self, function: func.FuncOp, end: func.ReturnOp, results: Sequence[SdySharding | None]) -> None:
        for number, given in enumerate(results):
            value = end.operands[number]
            annotation = self._read(function, given, value, f"result {number} ")
            if annotation is not None and not _is_constrained(value, given):
                end.operands[number] = self._annotated(value, annotation, end)

    def _take_attributes(self, op: Operation) -> None:
        """Annotate the results as the op says; what else Shardy noted on it is dropped."""
        given = op.attributes.get(SDY_ATTRIBUTE)
        shardings = given.data if isinstance(given, ShardingPerValueAttr) else ()
        if isinstance(op, CustomCallOp) and any(self.reader.is_on_one_device(op, sharding) for sharding in shardings):
            raise OperationError(
                op,
                f"calls '{op.call_target_name.data}' on one device alone, which is not planned; leave callbacks into "
                "Python, such as jax.debug.print, out of the function",
            )
        if given is not None and len(shardings) != len(op.results):
            raise OperationError(op, f"expected '{SDY_ATTRIBUTE}' to have a sharding for each result, got {given}")
        for number, (result, sharding) in enumerate(zip(op.results, shardings, strict=False)):
            annotation = self._read(op, sharding, result, f"result {number} ")
            if annotation is not None:
                self._define(result, annotation)
        keeps_rule = isinstance(op, CustomCallOp) and RULE_ATTRIBUTE not in op.attributes
        for name in [name for name in op.attributes if name.startswith("sdy.")]:
            if name != SHARDY_RULE or not keeps_rule:
                del op.attributes[name]


def _is_constrained(value: SSAValue, given: SdySharding | None) -> bool:
    """Whether the op that gives a value says this sharding."""
    owner = value.owner
    return isinstance(owner, annotations.ShardingConstraintOp) and owner.sharding.data == given


def _taken(
    function: func.FuncOp, entries: ArrayAttr[DictionaryAttr] | None
) -> tuple[list[SdySharding | None], ArrayAttr[DictionaryAttr] | None]:
    """The shardings at one side of a function's boundary, and the attributes there without them."""
    if entries is None:
        return [], None
    found: list[SdySharding | None] = []
    left: list[dict[str, Attribute]] = []
    for entry in entries:
        given = entry.data.get(SDY_ATTRIBUTE)
        if not isinstance(given, ShardingAttr | None):
            raise OperationError(function, f"expected '{SDY_ATTRIBUTE}' to be a sharding, got {given}")
        found.append(given.data if isinstance(given, ShardingAttr) else None)
        left.append({name: value for name, value in entry.data.items() if not name.startswith("sdy.")})
    return found, ArrayAttr(map(DictionaryAttr, left)) if any(left) else None
