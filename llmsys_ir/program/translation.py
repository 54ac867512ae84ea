"""Word for word from one dialect to another: ops, properties, attributes and types by tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from xdsl.dialects import shard as xdsl_shard
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, FunctionType, ModuleOp
from xdsl.ir import Attribute, Operation, ParametrizedAttribute
from xdsl.rewriter import Rewriter

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import mesh, shard
from llmsys_ir.dialects.shard.collectives import reduction_attribute
from llmsys_ir.sharding.sharding import ReductionKind

__all__ = ["MESH_TO_SHARD", "SHARD_TO_MESH", "Translation"]

_OPS: tuple[tuple[type[Operation], type[Operation]], ...] = (
    (mesh.MeshOp, shard.GridOp),
    (mesh.MeshShapeOp, shard.GridShapeOp),
    (mesh.ShardOp, shard.ShardOp),
    (mesh.ShardingOp, shard.ShardingOp),
    (mesh.GetShardingOp, shard.GetShardingOp),
    (mesh.ShardShapeOp, shard.ShardShapeOp),
    (mesh.ProcessMultiIndexOp, shard.ProcessMultiIndexOp),
    (mesh.ProcessLinearIndexOp, shard.ProcessLinearIndexOp),
    (mesh.NeighborsLinearIndicesOp, shard.NeighborsLinearIndicesOp),
    (mesh.AllGatherOp, shard.AllGatherOp),
    (mesh.AllReduceOp, shard.AllReduceOp),
    (mesh.AllSliceOp, shard.AllSliceOp),
    (mesh.AllToAllOp, shard.AllToAllOp),
    (mesh.BroadcastOp, shard.BroadcastOp),
    (mesh.GatherOp, shard.GatherOp),
    (mesh.RecvOp, shard.RecvOp),
    (mesh.ReduceOp, shard.ReduceOp),
    (mesh.ReduceScatterOp, shard.ReduceScatterOp),
    (mesh.ScatterOp, shard.ScatterOp),
    (mesh.SendOp, shard.SendOp),
    (mesh.ShiftOp, shard.ShiftOp),
    (mesh.UpdateHaloOp, shard.UpdateHaloOp),
)


@dataclass(frozen=True)
class Translation:
    """What becomes of ops, of the names of properties and boundary attributes, and of single attributes and types."""

    source: str
    """The name of the dialect that is left."""
    ops: Mapping[type[Operation], type[Operation]]
    names: Mapping[str, str]
    attribute: Callable[[Attribute], Attribute]

    def run(self, module: ModuleOp) -> None:
        """Translate a whole program.

        Raises:
            OperationError: something of the dialect has no counterpart.
        """
        for op in list(module.walk()):
            self._translate_types(op)
            target = self.ops.get(type(op))
            if target is None:
                op.properties.update({name: self._translated(value) for name, value in op.properties.items()})
                op.attributes = self._translated_entries(op.attributes)
            else:
                self._replace(op, target)
        for op in module.walk():
            self._check(op)

    def _replace(self, op: Operation, target: type[Operation]) -> None:
        new = target.create(
            operands=op.operands,
            result_types=op.result_types,
            properties=self._translated_entries(op.properties),
            attributes=self._translated_entries(op.attributes),
        )
        new.location = op.location
        Rewriter.replace_op(op, new)

    def _translate_types(self, op: Operation) -> None:
        arguments = (argument for region in op.regions for block in region.blocks for argument in block.args)
        for value in (*op.results, *arguments):
            translated = self._translated(value.type)
            if translated != value.type:
                Rewriter.replace_value_with_new_type(value, translated)

    def _translated_entries(self, entries: Mapping[str, Attribute]) -> dict[str, Attribute]:
        return {self.names.get(name, name): self._translated(value) for name, value in entries.items()}

    def _translated(self, attribute: Attribute) -> Attribute:
        match attribute:
            case ArrayAttr():
                return ArrayAttr(map(self._translated, attribute))
            case DictionaryAttr():
                return DictionaryAttr(self._translated_entries(attribute.data))
            case FunctionType():
                inputs, outputs = map(self._translated, attribute.inputs), map(self._translated, attribute.outputs)
                return FunctionType.from_lists(list(inputs), list(outputs))
            case _:
                return self.attribute(attribute)

    def _check(self, op: Operation) -> None:
        """Check that nothing of the dialect that is left is named by an op."""
        prefix = f"{self.source}."
        used = [*op.properties.values(), *op.attributes.values(), *op.result_types]
        left = [part.name for attribute in used for part in _parts(attribute) if part.name.startswith(prefix)]
        if op.name.startswith(prefix) or left:
            what = "" if op.name.startswith(prefix) else f"names '{left[0]}', which "
            raise OperationError(op, f"{what}has no counterpart in the other dialect")


def _parts(attribute: Attribute) -> Iterator[Attribute]:
    """An attribute and all that it is made of."""
    yield attribute
    match attribute:
        case ArrayAttr():
            inner: Iterable[Attribute] = attribute.data
        case DictionaryAttr():
            inner = attribute.data.values()
        case ParametrizedAttribute():
            inner = attribute.parameters
        case _:
            inner = ()
    for part in inner:
        yield from _parts(part)


def _to_shard(attribute: Attribute) -> Attribute:
    match attribute:
        case mesh.ReductionKindAttr():
            return reduction_attribute(attribute.kind)
        case mesh.MeshAxesArrayAttr():
            return xdsl_shard.ShardAxesArrayAttr(attribute.axes)
        case mesh.ShardingType():
            return xdsl_shard.ShardingType()
        case _:
            return attribute


def _to_mesh(attribute: Attribute) -> Attribute:
    match attribute:
        case xdsl_shard.ReductionKindAttr():
            return mesh.ReductionKindAttr.of(ReductionKind(attribute.data.value), in_brackets=False)
        case xdsl_shard.ShardAxesArrayAttr():
            return mesh.MeshAxesArrayAttr(attribute.axes)
        case xdsl_shard.ShardingType():
            return mesh.ShardingType()
        case _:
            return attribute


_NAMES = {"mesh": "grid", "mesh_axes": "grid_axes", "mesh.sharding": "shard.sharding"}

MESH_TO_SHARD = Translation(
    "mesh",
    {**dict(_OPS), mesh.ClusterOp: shard.GridOp, mesh.ClusterShapeOp: shard.GridShapeOp},
    _NAMES,
    _to_shard,
)
SHARD_TO_MESH = Translation(
    "shard",
    {ours: theirs for theirs, ours in _OPS},
    {theirs: ours for ours, theirs in _NAMES.items()} | {"scatter_dim": "scatter_axis"},
    _to_mesh,
)
