"""Sharding annotations, with the sharding as an attribute (LLVM 18 and 19) or as a value (LLVM 20 and 21)."""

from __future__ import annotations

from xdsl.dialects.builtin import ArrayAttr, IndexType, NoneAttr, UnitAttr
from xdsl.dialects.utils import DynamicIndexList
from xdsl.ir import Attribute, Operation, SSAValue
from xdsl.irdl import (
    irdl_op_definition,
    operand_def,
    opt_operand_def,
    opt_prop_def,
    prop_def,
    result_def,
    var_operand_def,
)
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import OperationError, beyond_mlir
from llmsys_ir.dialects.grids import shardings
from llmsys_ir.dialects.grids.attributes import NO_AXES, GridAxes, MeshAxesArrayAttr
from llmsys_ir.dialects.grids.directives import AxesList, GridSymbol
from llmsys_ir.dialects.grids.values import TENSORS
from llmsys_ir.dialects.mesh.attributes import ReductionKindAttr, ShardAttr, ShardingType
from llmsys_ir.dialects.mesh.directives import Annotation, PartialWord
from llmsys_ir.dialects.mesh.structure import MeshUser, verify_axes


@irdl_op_definition
class ShardingOp(MeshUser, shardings.ShardingValue):
    """A sharding as a value: `mesh.sharding @mesh split_axes = [[0], []] partial = sum [1] : !mesh.sharding`."""

    name = "mesh.sharding"

    split_axes = prop_def(MeshAxesArrayAttr)
    partial_axes = opt_prop_def(GridAxes)
    partial_type = opt_prop_def(ReductionKindAttr)
    result = result_def(ShardingType)

    assembly_format = (
        "custom<GridSymbol>($mesh) `split_axes` `=` $split_axes "
        "(`partial` `=` custom<PartialWord>($partial_type) custom<AxesList>($partial_axes)^)? "
        "(`halo_sizes` `=` custom<DynamicIndexList>($dynamic_halo_sizes, $static_halo_sizes)^)? "
        "(`sharded_dims_offsets` `=` "
        "custom<DynamicIndexList>($dynamic_sharded_dims_offsets, $static_sharded_dims_offsets)^)? "
        "attr-dict `:` type($result)"
    )
    custom_directives = (GridSymbol, DynamicIndexList, AxesList, PartialWord)

    def __init__(self, shard: ShardAttr):
        properties: dict[str, Attribute] = {"mesh": shard.mesh, "split_axes": MeshAxesArrayAttr(shard.split_axes)}
        if isinstance(shard.partial_kind, ReductionKindAttr) and shard.partial_axes.get_values():
            properties["partial_axes"] = shard.partial_axes
            properties["partial_type"] = ReductionKindAttr.of(shard.partial_kind.kind, in_brackets=False)
        super().__init__(operands=[[], []], result_types=[ShardingType()], properties=properties)

    def partial(self) -> tuple[int, ...]:
        """The axes along which the tensor is partial."""
        return () if self.partial_axes is None else tuple(self.partial_axes.get_values())

    @property
    def is_plain(self) -> bool:
        """Whether it has neither halos nor offsets, so that an attribute can say it."""
        return not (self.static_halo_sizes.get_values() or self.static_sharded_dims_offsets.get_values())

    def to_attribute(self) -> ShardAttr:
        """The same sharding as an attribute.

        Raises:
            OperationError: it has halos or offsets.
        """
        if not self.is_plain:
            raise OperationError(
                self, "halos and offsets of shards are not planned or lowered; annotate with the split axes alone"
            )
        kind = NoneAttr() if self.partial_type is None else ReductionKindAttr.of(self.partial_type.kind)
        lists: ArrayAttr[GridAxes] = self.split_axes.axes
        return ShardAttr(self.mesh, lists, self.partial_axes or NO_AXES, kind if self.partial() else NoneAttr())

    def verify_(self) -> None:
        """Check that partial axes come with a kind, then what all shardings must be."""
        if (self.partial_axes is None) != (self.partial_type is None):
            raise VerifyException("expected a reduction kind exactly where there are partial axes")
        if self.partial_axes is not None and not self.partial():
            raise VerifyException("expected at least one partial axis")
        super().verify_()


@irdl_op_definition
class ShardOp(shardings.Annotation):
    """Says how a tensor is sharded: where it is defined, or, with `annotate_for_users`, where it is used."""

    name = "mesh.shard"

    src = operand_def(shardings.Annotation.T)
    sharding = opt_operand_def(ShardingType)
    shard = opt_prop_def(ShardAttr)

    assembly_format = (
        "$src `to` custom<Annotation>($shard, $sharding) (`annotate_for_users` $annotate_for_users^)? "
        "attr-dict `:` type($result)"
    )
    custom_directives = (Annotation,)

    def __init__(self, source: SSAValue, shard: ShardAttr | SSAValue, *, annotate_for_users: bool = False):
        properties: dict[str, Attribute] = {"annotate_for_users": UnitAttr()} if annotate_for_users else {}
        if isinstance(shard, ShardAttr):
            properties["shard"] = shard
        operands = (source,) if isinstance(shard, ShardAttr) else (source, shard)
        # there are many annotations, and this takes half of what it takes to sort out lists of operands and results
        Operation.__init__(self, operands=operands, result_types=(source.type,), properties=properties)

    @property
    def annotation(self) -> ShardAttr:
        """The sharding, from either form.

        Raises:
            OperationError: it comes from somewhere else, or an attribute cannot say it.
        """
        if self.shard is not None:
            return self.shard
        assert self.sharding is not None
        definition = sharding_definition(self.sharding)
        if definition is None:
            raise OperationError(
                self, "takes its sharding from a value that no 'mesh.sharding' in its function defines; define it there"
            )
        return definition if isinstance(definition, ShardAttr) else definition.to_attribute()

    @property
    def said(self) -> object:
        """The sharding as an attribute, or the properties and operands of its value."""
        definition = self.shard if self.sharding is None else sharding_definition(self.sharding)
        return (definition.properties, definition.operands) if isinstance(definition, ShardingOp) else definition

    def verify_(self) -> None:
        """Check the axes against the mesh and the number of lists against the tensor."""
        TENSORS.verify("operand #0", self.src)
        if (self.shard is None) == (self.sharding is None):
            raise VerifyException("expected a sharding either as an attribute or as an operand")
        definition = self.shard or (None if self.sharding is None else sharding_definition(self.sharding))
        with beyond_mlir():
            if isinstance(definition, ShardAttr):
                verify_axes(self, definition.mesh, definition.axes)
                shardings.verify_lists(definition.axes_lists(), self.src, "mesh")
            elif definition is not None:
                shardings.verify_annotation(definition, self.src)


def sharding_definition(value: SSAValue) -> ShardingOp | ShardAttr | None:
    """What defines a sharding value, seen through `mesh.get_sharding` of an annotated tensor."""
    seen: set[Operation] = set()
    owner = value.owner
    while isinstance(owner, GetShardingOp) and isinstance(annotated := owner.source.owner, ShardOp):
        if annotated.shard is not None:
            return annotated.shard
        if annotated.sharding is None or annotated in seen:
            return None
        seen.add(annotated)
        owner = annotated.sharding.owner
    return owner if isinstance(owner, ShardingOp) else None


@irdl_op_definition
class GetShardingOp(shardings.GetSharding):
    """The sharding of an annotated tensor."""

    name = "mesh.get_sharding"

    result = result_def(ShardingType)

    assembly_format = "$source attr-dict `:` type($source) `->` type($result)"

    def verify_(self) -> None:
        """Check for a tensor."""
        TENSORS.verify("operand #0", self.source)


@irdl_op_definition
class ShardShapeOp(shardings.ShardShape):
    """The shape of a device's shard of a tensor with these dims."""

    name = "mesh.shard_shape"

    dims_dynamic = var_operand_def(IndexType)
    sharding = operand_def(ShardingType)
    device_dynamic = var_operand_def(IndexType)

    assembly_format = (
        "`dims` `=` custom<DynamicIndexList>($dims_dynamic, $dims) `sharding` `=` $sharding "
        "`device` `=` custom<DynamicIndexList>($device_dynamic, $device) attr-dict `:` type($result)"
    )


@irdl_op_definition
class UpdateHaloOp(MeshUser, shardings.UpdateHalo):
    """Fills the halos of a shard from its neighbors."""

    name = "mesh.update_halo"

    split_axes = prop_def(MeshAxesArrayAttr)

    assembly_format = (
        "$destination `on` custom<GridSymbol>($mesh) `split_axes` `=` $split_axes "
        "(`halo_sizes` `=` custom<DynamicIndexList>($dynamic_halo_sizes, $static_halo_sizes)^)? "
        "attr-dict `:` type($result)"
    )
