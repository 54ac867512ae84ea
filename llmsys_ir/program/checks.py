"""What a program must be like to be sharded, and how its annotations are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from xdsl.dialects import func
from xdsl.dialects.builtin import DenseArrayBase, TensorType
from xdsl.ir import Block, Operation, SSAValue

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.program.signature import spec_of
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import ReductionKind, Sharding, ShardingError

_REMEDIES: Mapping[str, str] = {
    "func.call": "calls are not sharded: inline the callee (--inline)",
    **dict.fromkeys(
        ("scf.for", "scf.forall", "scf.if", "scf.index_switch", "scf.parallel", "scf.while"),
        "control flow on tensors is not sharded: unroll it or move the tensors out of it",
    ),
}
"""What to do about ops on tensors that are never sharded."""

_MOST_BYTES = 1 << 54
"""The largest tensor that is planned: sums of many such sizes still fit into 64 bits."""

OPEN_DIMS_ATTRIBUTE = "llmsys.open_dims"
"""On an annotation of a definition: the tensor dims that may be split further, inside of the axes given."""

REPLICATED_ATTRIBUTE = "llmsys.replicated_axes"
"""On an annotation with open dims: the mesh axes that split none of them."""


def is_tensor(value: SSAValue) -> bool:
    """Whether a value is a tensor, and so has a sharding."""
    return isinstance(value.type, TensorType)


def has_tensors(function: func.FuncOp) -> bool:
    """Whether there is anything to shard in a function."""
    blocks = function.body.blocks
    return any(is_tensor(value) for block in blocks for value in block.args) or any(
        is_tensor(result) for block in blocks for op in block.ops for result in op.results
    )


def check_static(op: Operation, values: Iterable[SSAValue]) -> None:
    """Check that tensors have static shapes, and sizes that can be added up.

    Raises:
        OperationError: about `op`, where one has not.
    """
    for value in filter(is_tensor, values):
        spec = spec_of(value.type)
        if any(size < 0 for size in spec.shape):
            raise OperationError(op, f"expected tensors of static shape, got {value.type}; give it its sizes first")
        if spec.nbytes > _MOST_BYTES:
            raise OperationError(op, f"expected tensors of at most {_MOST_BYTES >> 50} PiB, got {value.type}")


def check_captures(op: Operation) -> None:
    """Check that an op's regions use no tensors from outside, and annotate none.

    Raises:
        OperationError: one does.
    """
    inside: set[SSAValue] = {value for inner in op.walk() for value in inner.results}
    inside.update(argument for inner in op.walk() for block in _blocks(inner) for argument in block.args)
    for inner in op.walk():
        if isinstance(inner, mesh_dialect.ShardOp):
            raise OperationError(inner, f"annotates a tensor inside of '{op.name}'; annotate those outside of it")
        if inner is not op and any(is_tensor(value) and value not in inside for value in inner.operands):
            raise OperationError(inner, f"uses a tensor from outside of its '{op.name}'; pass it as an operand instead")


def check_shardable(op: Operation) -> None:
    """Check that an op on tensors is no control flow or collective, has static shapes, and captures no tensors.

    Raises:
        OperationError: it does not fit.
    """
    if isinstance(op, mesh_dialect.CollectiveOp):
        raise OperationError(
            op, "collectives belong in partitioned functions, whose arguments and results have a mesh.sharding"
        )
    remedy = _REMEDIES.get(op.name)
    if remedy is not None:
        raise OperationError(op, f"{remedy} before sharding")
    check_static(op, (*op.operands, *op.results))
    check_captures(op)


def _blocks(op: Operation) -> Iterable[Block]:
    return (block for region in op.regions for block in region.blocks)


def annotation_of(op: mesh_dialect.ShardOp, mesh: Mesh, shape: Sequence[int] | None = None) -> Sharding:
    """The sharding that an annotation asks for, checked against its tensor and the mesh.

    Args:
        op: the annotation.
        mesh: the mesh that it must be on.
        shape: what the axes must divide; by default the tensor's shape.

    Raises:
        OperationError: it does not fit, or is on another mesh.
    """
    symbol = op.annotation.mesh.root_reference.data
    if symbol != mesh.name:
        raise OperationError(op, f"expected a sharding on the function's mesh @{mesh.name}, got one on @{symbol}")
    shape = spec_of(op.src.type).shape if shape is None else shape
    try:
        sharding = _fitting(op.annotation, tuple(shape), mesh)
    except ShardingError as error:
        raise OperationError(op, str(error)) from None
    if sharding.kind is ReductionKind.GENERIC:
        raise OperationError(op, "a partial value of kind 'generic' cannot be reduced: say how, such as partial = sum")
    return sharding


@lru_cache(maxsize=1 << 16)
def _fitting(annotation: mesh_dialect.ShardAttr, shape: tuple[int, ...], mesh: Mesh) -> Sharding:
    """The sharding of a tensor of this shape that an attribute says.

    Raises:
        ShardingError: it does not fit the tensor or the mesh.
    """
    sharding = annotation.to_sharding(len(shape))
    sharding.check(shape, mesh)
    return sharding


def demand_of(op: mesh_dialect.ShardOp, mesh: Mesh) -> Demand:
    """What an annotation holds, checked against its tensor and the mesh; one for users has no open dims.

    Raises:
        OperationError: it does not fit, or is on another mesh.
    """
    sharding = annotation_of(op, mesh)
    if op.annotate_for_users is not None:
        return Demand(sharding)
    open_dims = _numbers(op, OPEN_DIMS_ATTRIBUTE, sharding.rank)
    return Demand(sharding, open_dims, _numbers(op, REPLICATED_ATTRIBUTE, mesh.rank))


def _numbers(op: Operation, name: str, count: int) -> frozenset[int]:
    """An attribute that lists some of the numbers below `count`.

    Raises:
        OperationError: it is no such list.
    """
    given = op.attributes.get(name)
    if given is None:
        return frozenset()
    numbers = frozenset(given.get_values()) if isinstance(given, DenseArrayBase) else frozenset({-1})
    if not numbers <= set(range(count)):
        raise OperationError(op, f"expected '{name}' to list numbers below {count}, such as array<i64: 0>, got {given}")
    return numbers


def argument_pin(argument: SSAValue, mesh: Mesh) -> Demand | None:
    """What is demanded of an argument as it arrives, by its own annotation or by the one that all its uses agree on."""
    users = [use.operation for use in argument.uses]
    shards = [user for user in users if isinstance(user, mesh_dialect.ShardOp)]
    own = [shard for shard in shards if shard.annotate_for_users is None]
    if own:
        return demand_of(own[0], mesh)
    wanted = {annotation_of(shard, mesh) for shard in shards}
    return Demand(wanted.pop()) if len(wanted) == 1 and len(shards) == len(users) else None
