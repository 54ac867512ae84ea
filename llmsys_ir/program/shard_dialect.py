"""Between the mesh dialect of LLVM 18 to 21 and the shard dialect of LLVM 22 and 23.

`shard` has no partial shardings. In what one device runs, a partial value is reduced before it is annotated. In a
global program, where the value is whole whatever its annotation says, the annotation loses its partial axes, so that
the reduction is at the value's definition; it goes altogether if the value is annotated without partial axes after it.
A partial value that comes in or goes out of a function is an error.
"""

from __future__ import annotations

from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp
from xdsl.ir import BlockArgument, Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter
from xdsl.traits import IsTerminator

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import mesh, shard
from llmsys_ir.dialects.mesh.annotations import sharding_definition
from llmsys_ir.program.boundary import argument_shardings, is_partitioned, result_shardings
from llmsys_ir.program.translation import MESH_TO_SHARD, SHARD_TO_MESH
from llmsys_ir.sharding.sharding import ReductionKind

_CANNOT = "which the shard dialect cannot say"


def is_shard(module: ModuleOp) -> bool:
    """Whether a program is in the shard dialect."""
    return any(isinstance(op, shard.GridOp) for op in module.body.block.ops)


def shard_to_mesh(module: ModuleOp) -> None:
    """Translate a program of the shard dialect; a `scatter_dim` becomes a `scatter_axis`."""
    SHARD_TO_MESH.run(module)


def mesh_to_shard(module: ModuleOp) -> None:
    """Translate a program of the mesh dialect whose shardings are values.

    Raises:
        OperationError: something has no counterpart.
    """
    for function in module.walk():
        if isinstance(function, func.FuncOp):
            _check_boundary(function)
    for inner in list(module.walk()):
        if isinstance(inner, mesh.ShardOp) and (definition := _partial_sharding(inner)) is not None:
            _materialize(inner, definition)
    for inner in list(module.walk(reverse=True)):
        if isinstance(inner, mesh.ShardingOp) and inner.partial():
            _drop_partial_sharding(inner)
    MESH_TO_SHARD.run(module)


def _check_boundary(function: func.FuncOp) -> None:
    """Check that no argument and no result is partial.

    Raises:
        OperationError: one is.
    """
    for what, shardings in (("argument", argument_shardings(function)), ("result", result_shardings(function))):
        for number, sharding in enumerate(shardings):
            if sharding is not None and sharding.partial_axes.get_values():
                axes = list(sharding.partial_axes.get_values())
                raise OperationError(
                    function,
                    f"{what} {number} is partial along mesh axes {axes}, {_CANNOT}; reduce it with a "
                    "mesh.all_reduce on the inside of the function and drop 'partial' from its mesh.sharding",
                )


def _partial_sharding(op: mesh.ShardOp) -> mesh.ShardingOp | None:
    """The sharding of an annotation, if it is partial."""
    assert op.sharding is not None
    definition = sharding_definition(op.sharding)
    return definition if isinstance(definition, mesh.ShardingOp) and definition.partial() else None


def _materialize(op: mesh.ShardOp, definition: mesh.ShardingOp) -> None:
    """Replace an annotation as partial by one of the reduced value."""
    if _is_local(op):
        source: SSAValue = _reduced(op, definition)
    else:
        _check_inner(op, definition)
        users = [use.operation for use in op.result.uses]
        if any(isinstance(user, mesh.ShardOp) and _partial_sharding(user) is None for user in users):
            Rewriter.replace_op(op, [], [op.src])
            return
        source = op.src
    whole = mesh.ShardingOp.create(
        operands=definition.operands,
        result_types=definition.result_types,
        properties={name: value for name, value in definition.properties.items() if not name.startswith("partial")},
        attributes=definition.attributes.copy(),
    )
    again = mesh.ShardOp(source, whole.result, annotate_for_users=op.annotate_for_users is not None)
    again.attributes.update(op.attributes)
    for new in (whole, again):
        new.location = op.location
    Rewriter.replace_op(op, [whole, again])


def _is_local(op: Operation) -> bool:
    """Whether an op is in a function that one device runs."""
    around = op.parent_op()
    while around is not None and not isinstance(around, func.FuncOp):
        around = around.parent_op()
    return around is not None and (
        is_partitioned(around) or any(isinstance(inner, mesh.CollectiveOp) for inner in around.walk())
    )


def _reduced(op: mesh.ShardOp, definition: mesh.ShardingOp) -> SSAValue:
    assert definition.partial_type is not None
    kind = definition.partial_type.kind
    if kind is ReductionKind.GENERIC:
        raise OperationError(op, "a partial value of kind 'generic' cannot be reduced: say how, such as partial = sum")
    mesh_name = definition.mesh.root_reference.data
    reduction = mesh.AllReduceOp.over(op.src, mesh_name, definition.partial(), kind)
    reduction.location = op.location
    Rewriter.insert_op(reduction, InsertPoint.before(op))
    return reduction.result


def _check_inner(op: mesh.ShardOp, definition: mesh.ShardingOp) -> None:
    """Check that a partial value neither comes in nor goes out of its function.

    Raises:
        OperationError: it does.
    """
    comes_in = isinstance(op.src, BlockArgument)
    goes_out = any(use.operation.has_trait(IsTerminator) for use in op.result.uses)
    if comes_in or goes_out:
        what = "an argument" if comes_in else "a returned value"
        remedy = "drop 'partial'" if comes_in else "annotate it without 'partial' before it is returned"
        raise OperationError(op, f"{what} is partial along mesh axes {list(definition.partial())}, {_CANNOT}; {remedy}")


def _drop_partial_sharding(op: mesh.ShardingOp) -> None:
    """Remove a partial sharding, or make it whole where only shapes are asked of it."""
    users = [use.operation for use in op.result.uses]
    if not users:
        Rewriter.erase_op(op)
        return
    other = next((user for user in users if not isinstance(user, mesh.ShardShapeOp)), None)
    if other is not None:
        raise OperationError(other, f"uses a sharding that is partial along {list(op.partial())}, {_CANNOT}")
    del op.properties["partial_axes"], op.properties["partial_type"]
