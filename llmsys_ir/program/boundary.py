"""Function boundaries of SPMD programs: the shardings of arguments and results."""

from __future__ import annotations

from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, NoneAttr, SymbolRefAttr
from xdsl.ir import Attribute, Block, Region

from llmsys_ir.dialects.grids.attributes import NO_AXES, as_axes
from llmsys_ir.dialects.mesh import MeshAxesArrayAttr, ReductionKindAttr, ShardAttr

SHARDING_ATTRIBUTE = "mesh.sharding"
"""On an argument or result of a partitioned function: how the global tensor is sharded."""


GLOBAL_TYPE_ATTRIBUTE = "llmsys.global_type"
"""On an argument or result with padded dims: its type without the padding."""

SDY_ATTRIBUTE = "sdy.sharding"
"""On an argument or result of a function of a global program its sharding, on an op those of its results."""


def argument_shardings(function: func.FuncOp) -> list[ShardAttr | None]:
    """Per argument its sharding, None where it has none."""
    return _shardings(function.arg_attrs, len(function.function_type.inputs))


def result_shardings(function: func.FuncOp) -> list[ShardAttr | None]:
    """Per result its sharding, None where it has none."""
    return _shardings(function.res_attrs, len(function.function_type.outputs))


def _shardings(attributes: ArrayAttr[DictionaryAttr] | None, count: int) -> list[ShardAttr | None]:
    if attributes is None:
        return [None] * count
    return [boundary_sharding(entry.data.get(SHARDING_ATTRIBUTE)) for entry in attributes]


def boundary_sharding(given: Attribute | None) -> ShardAttr | None:
    """The sharding at a boundary: itself, or in the form where shardings are values a dictionary of its parts."""
    if isinstance(given, ShardAttr):
        return given
    if not isinstance(given, DictionaryAttr):
        return None
    mesh, split = given.data.get("mesh"), given.data.get("split_axes")
    if not isinstance(mesh, SymbolRefAttr) or not isinstance(split, MeshAxesArrayAttr):
        return None
    kind = given.data.get("partial_type")
    partial = as_axes(given.data.get("partial_axes"))
    if partial is None or not isinstance(kind, ReductionKindAttr):
        return ShardAttr(mesh, split.axes, NO_AXES, NoneAttr())
    return ShardAttr(mesh, split.axes, partial, ReductionKindAttr.of(kind.kind))


def boundary_value(shard: ShardAttr) -> DictionaryAttr:
    """A sharding as a dictionary of its parts, named as the properties of a `mesh.sharding` op."""
    parts: dict[str, Attribute] = {"mesh": shard.mesh, "split_axes": MeshAxesArrayAttr(shard.split_axes)}
    if isinstance(shard.partial_kind, ReductionKindAttr) and shard.partial_axes.get_values():
        parts["partial_axes"] = shard.partial_axes
        parts["partial_type"] = ReductionKindAttr.of(shard.partial_kind.kind, in_brackets=False)
    return DictionaryAttr(parts)


def is_partitioned(function: func.FuncOp) -> bool:
    """Whether the function is what one device runs: it says how its arguments or results are sharded."""
    return any((*argument_shardings(function), *result_shardings(function)))


def replace_body(function: func.FuncOp, block: Block) -> None:
    """Put a block in place of a function's body, whose values nothing in the block uses."""
    for op in reversed(list(function.body.block.ops)):
        op.detach()
        op.drop_all_references()
    function.detach_region(function.body)
    function.add_region(Region(block))
