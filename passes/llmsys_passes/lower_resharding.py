"""lower-resharding: each resharding between a value's definition and a use, in place.

Where a value is annotated at its definition and again for its users, the second annotation becomes a cast of the value
to one device's part, the collectives of the cheapest path, and a cast of the part that they give back to the whole
type. The rest of the program stays as it is, so that reshardings can be looked at, and lowered, on their own. A cast
between equal types is left out, and so is an annotation that nothing uses any more.

Sizes may be unknown: the path is then one that is right whatever they are, and the cheapest of these for sizes that
stand for them (see `llmsys_ir.sharding.stand_ins`). That annotations divide their tensors is taken for granted where
it cannot be checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from xdsl.builder import Builder
from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp, UnrealizedConversionCastOp
from xdsl.ir import Operation, SSAValue
from xdsl.passes import ModulePass
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.mesh import AllSliceOp, AnyMeshOp, ClusterOp, ShardOp, find_mesh
from llmsys_ir.dialects.tensors import Tensor, tensor_type
from llmsys_ir.planning.pricing import Pricing, pricing_on
from llmsys_ir.program.checks import annotation_of
from llmsys_ir.program.collectives import ReshardingEmitter, local_type
from llmsys_ir.program.forms import attribute_form
from llmsys_ir.program.meshes import cluster_on
from llmsys_ir.program.slices import slice_in_llvm_18
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.resharding import Path, ReshardingTable
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.signature import TensorSpec
from llmsys_ir.sharding.stand_ins import only_sure, stand_in_mesh, stand_in_shape


@dataclass(frozen=True)
class LowerReshardingPass(ModulePass):
    """Replace annotations for users of annotated values by the collectives that reshard them."""

    name: ClassVar[str] = "lower-resharding"

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Lower every such annotation of the module."""
        with attribute_form(op):
            lowering = _Lowering()
            for annotation in list(op.walk()):
                if isinstance(annotation, ShardOp) and annotation.annotate_for_users is None:
                    lowering.lower_uses(annotation)


@dataclass(frozen=True)
class _Resharding:
    """A path from `source`, and the mesh that it was found on."""

    mesh: Mesh
    source: Sharding
    path: Path


@dataclass
class _Lowering:
    pricings: dict[Mesh, Pricing] = field(default_factory=dict[Mesh, Pricing])

    def lower_uses(self, source: ShardOp) -> None:
        """Replace the annotations for users of a value that `source` annotates at its definition."""
        users = [use.operation for use in source.result.uses]
        targets = [user for user in users if isinstance(user, ShardOp) and user.annotate_for_users is not None]
        if not targets:
            return
        mesh = find_mesh(source, source.annotation.mesh)
        for target in targets:
            new = _reshard(source.src, target, self._resharding(mesh, source, target))
            if isinstance(mesh, ClusterOp):
                _slice_as_llvm_18(new)
        if not source.result.uses:
            Rewriter.erase_op(source)

    def _resharding(self, op: AnyMeshOp, source: ShardOp, target: ShardOp) -> _Resharding:
        """The cheapest path between two annotations.

        Raises:
            OperationError: one does not fit.
        """
        type_ = tensor_type(source.src)
        shape = type_.get_shape()
        try:
            mesh = stand_in_mesh(op.shape.get_values(), op.sym_name.data, shape)
        except ValueError as error:
            raise OperationError(op, str(error)) from None
        before, after = (annotation_of(annotation, mesh, (0,) * len(shape)) for annotation in (source, target))
        assumed = stand_in_shape(shape, before, after, mesh)
        for annotation in (source, target):
            annotation_of(annotation, mesh, assumed)
        spec, pricing = TensorSpec(assumed, str(type_.element_type)), self._pricing(op, mesh)
        if not mesh.unknown:
            return _Resharding(mesh, before, pricing.path(spec, before, after))
        table = ReshardingTable(spec, mesh, only_sure(pricing.model.move, shape, before, after, mesh))
        return _Resharding(mesh, before, table.path(before, after))

    def _pricing(self, op: AnyMeshOp, mesh: Mesh) -> Pricing:
        if mesh not in self.pricings:
            self.pricings[mesh] = pricing_on(cluster_on(op, mesh))
        return self.pricings[mesh]


def _reshard(value: SSAValue, target: ShardOp, resharding: _Resharding) -> list[Operation]:
    """Replace an annotation by the collectives of a path, and give the new ops."""
    new: list[Operation] = []
    builder = Builder(InsertPoint.before(target), operation_insertion_handler=[new.append])
    if resharding.path.moves:
        whole, mesh = tensor_type(value), resharding.mesh
        part = _cast(builder, value, local_type(whole, resharding.source, mesh))
        emitter = ReshardingEmitter(builder, mesh)
        value = _cast(builder, emitter.emit(part, whole, resharding.source, resharding.path), whole)
    for op in new:
        op.location = target.location
    Rewriter.replace_op(target, [], [value])
    return new


def _cast(builder: Builder, value: SSAValue, type_: Tensor) -> SSAValue:
    if value.type == type_:
        return value
    return builder.insert(UnrealizedConversionCastOp.get([value], [type_])).outputs[0]


def _slice_as_llvm_18(new: Sequence[Operation]) -> None:
    """Replace slices, which LLVM 18 does not have."""
    for op in new:
        if isinstance(op, AllSliceOp):
            ops, value = slice_in_llvm_18(op)
            for part in ops:
                part.location = op.location
            Rewriter.replace_op(op, ops, [value])
