"""Annotations of the mesh dialect as Shardy's, so that XLA's own partitioner takes a plan.

Arguments and results of functions get `sdy.sharding`. Inside, an annotation becomes an `sdy.sharding_constraint`,
unless its neighbours say it (see `llmsys_ir.program.statements`). Partial sums become `unreduced` where that is safe;
other partial values are reduced where they are defined, which is noted for the way back, and errors at the boundary.

A resharding that moves axes between dims in several steps is a constraint for each of them: XLA, left to find its own
way, gathers the whole tensor.

A donated argument whose result lies otherwise on the devices cannot lend it its memory: `tf.aliasing_output` becomes
`jax.buffer_donor`, which leaves it to XLA which result takes the memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, IntegerAttr, ModuleOp, i32
from xdsl.ir import Attribute, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.mesh import ShardOp
from llmsys_ir.dialects.sdy.annotations import ShardingConstraintOp
from llmsys_ir.dialects.sdy.attributes import ShardingAttr
from llmsys_ir.planning.pricing import Pricing, pricing_on
from llmsys_ir.program.boundary import SDY_ATTRIBUTE, is_partitioned
from llmsys_ir.program.donation import donations, without_alias
from llmsys_ir.program.meshes import cluster_of, functions_of, mesh_of, meshes_of, static_mesh
from llmsys_ir.program.sdy_meshes import sdy_mesh, sdy_mesh_op
from llmsys_ir.program.sdy_shardings import PARTIAL_ATTRIBUTE, partial_note, sdy_of_demand
from llmsys_ir.program.signature import spec_of
from llmsys_ir.program.statements import Statements
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.resharding import MoveKind
from llmsys_ir.sharding.sharding import ReductionKind, Sharding

_DEVICES_ATTRIBUTE = "mhlo.num_partitions"
"""On a module that JAX lowered: for how many devices."""

Entries = list[dict[str, Attribute]]
"""The attributes of each argument or result of a function."""


def export_sdy(module: ModuleOp, registry: RuleRegistry) -> None:
    """Turn a program's annotations into those of the sdy dialect, and its meshes into sdy meshes.

    Raises:
        OperationError: a function is partitioned already, or sdy cannot say something.
    """
    functions = functions_of(module)
    for function in functions:
        if is_partitioned(function):
            raise OperationError(
                function, "is partitioned already, and sdy annotates whole programs; export before --spmd-partition"
            )
    for function in functions:
        if any(isinstance(op, ShardOp) for op in function.walk()):
            _export_function(function, registry)
    _export_meshes(module)


def _export_meshes(module: ModuleOp) -> None:
    meshes = meshes_of(module)
    for op in meshes:
        Rewriter.replace_op(op, sdy_mesh_op(op), [])
    for op in module.walk():
        if op.name.startswith("mesh."):
            raise OperationError(op, "is what one device runs, and sdy annotates whole programs; export before that")
    if _DEVICES_ATTRIBUTE in module.attributes and len(meshes) == 1:
        module.attributes[_DEVICES_ATTRIBUTE] = IntegerAttr(static_mesh(meshes[0]).num_devices, i32)


def _export_function(function: func.FuncOp, registry: RuleRegistry) -> None:
    mesh_op = mesh_of(function)
    statements = Statements(function, static_mesh(mesh_op), registry).read()
    names = [name for name, _ in sdy_mesh(mesh_op).axes]
    writer = _Writer(statements, names, pricing_on(cluster_of(mesh_op)))
    writer.write_boundary()
    for op, before in [(op, statements.at.get(op.src)) for op in function.walk() if isinstance(op, ShardOp)]:
        writer.rewrite(op, before)


@dataclass(frozen=True)
class _Writer:
    statements: Statements
    axis_names: Sequence[str]
    pricing: Pricing

    def write_boundary(self) -> None:
        """Say how arguments and results lie on the mesh."""
        function = self.statements.function
        block = function.body.blocks[0]
        end = block.last_op
        returned = end.operands if isinstance(end, func.ReturnOp) else ()
        arguments = self._said(function.arg_attrs, block.args, "argument")
        results = self._said(function.res_attrs, returned, "result")
        for number, alias in donations(function).items():
            given = arguments[number].get(SDY_ATTRIBUTE)
            if alias is not None and (given is None or given != results[alias].get(SDY_ATTRIBUTE)):
                arguments[number] = without_alias(arguments[number])
        function.arg_attrs, function.res_attrs = map(_as_attribute, (arguments, results))

    def rewrite(self, op: ShardOp, before: Demand | None) -> None:
        """Replace an annotation of what is `before` by constraints, or drop it."""
        if op not in self.statements.kept:
            Rewriter.replace_op(op, [], [op.src])
            return
        value = op.src
        for stop in self._stops(op, before):
            step = self._constraint(op, value, Demand(stop))
            Rewriter.insert_op(step, InsertPoint.before(op))
            value = step.result
        constraint = self._constraint(op, value, self.statements.stated(op))
        if op.result in self.statements.reduced:
            constraint.attributes[PARTIAL_ATTRIBUTE] = partial_note(self.statements.at[op.result].sharding)
        Rewriter.replace_op(op, constraint)

    def _constraint(self, op: ShardOp, value: SSAValue, demand: Demand) -> ShardingConstraintOp:
        constraint = ShardingConstraintOp.create(
            operands=[value], result_types=op.result_types, properties={"sharding": self._sharding(demand)}
        )
        constraint.location = op.location
        return constraint

    def _stops(self, op: ShardOp, before: Demand | None) -> list[Sharding]:
        """The shardings between those before and after an annotation, if axes move from dim to dim on the way."""
        after = self.statements.stated(op)
        if before is None or before.open_dims or after.open_dims:
            return []
        spec, ends = spec_of(op.src.type), (before.sharding, after.sharding)
        if any(each.partial or not each.divides(spec.shape, self.pricing.mesh) for each in ends):
            return []
        moves = self.pricing.path(spec, *ends).moves
        moving = any(move.kind in (MoveKind.ALL_TO_ALL, MoveKind.PERMUTE) for move in moves)
        return [move.result for move in moves[:-1]] if moving else []

    def _sharding(self, demand: Demand) -> ShardingAttr:
        return ShardingAttr(sdy_of_demand(demand, self.axis_names, self.statements.mesh.name))

    def _said(self, given: ArrayAttr[DictionaryAttr] | None, values: Sequence[SSAValue], what: str) -> Entries:
        """The attributes at one side of the boundary, with what is annotated there."""
        entries: Entries = [{} for _ in values] if given is None else [dict(entry.data) for entry in given]
        for number, (entry, value) in enumerate(zip(entries, values, strict=True)):
            demand = self.statements.at.get(value)
            if demand is not None and not demand.says_nothing:
                self._check_partial(value, demand, f"{what} {number}")
                entry[SDY_ATTRIBUTE] = self._sharding(demand)
        return entries

    def _check_partial(self, value: SSAValue, demand: Demand, what: str) -> None:
        """Check that XLA can take or give a partial value.

        Raises:
            OperationError: it cannot.
        """
        held = demand.sharding
        if held.kind not in (None, ReductionKind.SUM) or value in self.statements.reduced:
            raise OperationError(
                self.statements.function,
                f"{what} is partial, {held}, and XLA cannot be asked for it; annotate it without 'partial'",
            )


def _as_attribute(entries: Entries) -> ArrayAttr[DictionaryAttr] | None:
    return ArrayAttr(map(DictionaryAttr, entries)) if any(entries) else None
