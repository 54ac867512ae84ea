"""Shardings as values, and annotations with them."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects.builtin import IndexType, SymbolRefAttr, UnitAttr
from xdsl.dialects.shard import ShardAxesArrayAttr, ShardingType
from xdsl.dialects.utils import DynamicIndexList
from xdsl.ir import Attribute, Operation, SSAValue
from xdsl.irdl import (
    irdl_op_definition,
    operand_def,
    prop_def,
    result_def,
    var_operand_def,
)

from llmsys_ir.diagnostics import beyond_mlir
from llmsys_ir.dialects.grids import shardings
from llmsys_ir.dialects.grids.attributes import axes_array
from llmsys_ir.dialects.grids.directives import GridSymbol
from llmsys_ir.dialects.grids.values import TENSORS
from llmsys_ir.dialects.shard.structure import GridUserOp


@irdl_op_definition
class ShardingOp(GridUserOp, shardings.ShardingValue):
    """A sharding as a value: `shard.sharding @grid split_axes = [[0], []] : !shard.sharding`."""

    name = "shard.sharding"

    split_axes = prop_def(ShardAxesArrayAttr)
    result = result_def(ShardingType)

    assembly_format = (
        "custom<GridSymbol>($grid) `split_axes` `=` $split_axes "
        "(`halo_sizes` `=` custom<DynamicIndexList>($dynamic_halo_sizes, $static_halo_sizes)^)? "
        "(`sharded_dims_offsets` `=` "
        "custom<DynamicIndexList>($dynamic_sharded_dims_offsets, $static_sharded_dims_offsets)^)? "
        "attr-dict `:` type($result)"
    )
    custom_directives = (
        GridSymbol,
        DynamicIndexList,
    )

    def __init__(self, grid: str, lists: Sequence[Sequence[int]]):
        properties: dict[str, Attribute] = {
            "grid": SymbolRefAttr(grid),
            "split_axes": ShardAxesArrayAttr(axes_array(lists)),
        }
        super().__init__(operands=[[], []], result_types=[ShardingType()], properties=properties)


@irdl_op_definition
class ShardOp(shardings.Annotation):
    """Says how a tensor is sharded: where it is defined, or, with `annotate_for_users`, where it is used."""

    name = "shard.shard"

    src = operand_def(shardings.Annotation.T)
    sharding = operand_def(ShardingType)

    assembly_format = "$src `to` $sharding (`annotate_for_users` $annotate_for_users^)? attr-dict `:` type($result)"

    def __init__(self, source: SSAValue, sharding: SSAValue, *, annotate_for_users: bool = False):
        properties: dict[str, Attribute] = {"annotate_for_users": UnitAttr()} if annotate_for_users else {}
        super().__init__(operands=[source, sharding], result_types=[source.type], properties=properties)

    @property
    def said(self) -> object:
        """The properties and operands of the sharding."""
        definition = sharding_definition(self.sharding)
        return None if definition is None else (definition.properties, definition.operands)

    def verify_(self) -> None:
        """Check for a tensor, and the number of lists of axes against it."""
        TENSORS.verify("operand #0", self.src)
        definition = sharding_definition(self.sharding)
        if definition is None:
            return
        with beyond_mlir():
            shardings.verify_annotation(definition, self.src)


def sharding_definition(value: SSAValue) -> ShardingOp | None:
    """What defines a sharding value, seen through `shard.get_sharding` of an annotated tensor."""
    seen: set[Operation] = set()
    owner = value.owner
    while isinstance(owner, GetShardingOp) and isinstance(annotated := owner.source.owner, ShardOp):
        if annotated in seen:
            return None
        seen.add(annotated)
        owner = annotated.sharding.owner
    return owner if isinstance(owner, ShardingOp) else None


@irdl_op_definition
class GetShardingOp(shardings.GetSharding):
    """The sharding of an annotated tensor."""

    name = "shard.get_sharding"

    result = result_def(ShardingType)

    assembly_format = "$source attr-dict `:` type($source) `->` type($result)"

    def verify_(self) -> None:
        """Check for a tensor."""
        TENSORS.verify("operand #0", self.source)


@irdl_op_definition
class ShardShapeOp(shardings.ShardShape):
    """The shape of a device's shard of a tensor with these dims."""

    name = "shard.shard_shape"

    dims_dynamic = var_operand_def(IndexType)
    sharding = operand_def(ShardingType)
    device_dynamic = var_operand_def(IndexType)

    assembly_format = (
        "`dims` `=` custom<DynamicIndexList>($dims_dynamic, $dims) `sharding` `=` $sharding "
        "`device` `=` custom<DynamicIndexList>($device_dynamic, $device) attr-dict `:` type($result)"
    )


@irdl_op_definition
class UpdateHaloOp(GridUserOp, shardings.UpdateHalo):
    """Fills the halos of a shard from its neighbors."""

    name = "shard.update_halo"

    split_axes = prop_def(ShardAxesArrayAttr)

    assembly_format = (
        "$destination `on` custom<GridSymbol>($grid) `split_axes` `=` $split_axes "
        "(`halo_sizes` `=` custom<DynamicIndexList>($dynamic_halo_sizes, $static_halo_sizes)^)? "
        "attr-dict `:` type($result)"
    )
