"""Finding a function's mesh, and its cluster."""

from __future__ import annotations

from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp, StringAttr
from xdsl.ir import Operation
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.cost.cluster import Cluster, ClusterError, load_cluster
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.mesh import AnyMeshOp, MeshOp, ShardOp, find_mesh
from llmsys_ir.program.boundary import argument_shardings, result_shardings
from llmsys_ir.sharding.mesh import Mesh

CLUSTER_ATTRIBUTE = "llmsys.cluster"
"""On a mesh: the preset or TOML file of the cluster that plans on it are made for."""


MAX_AXES = 4
"""The ways to lay out a tensor grow with the factorial of the axes."""


def meshes_of(module: ModuleOp) -> list[AnyMeshOp]:
    """The module's meshes."""
    return [op for op in module.body.block.ops if isinstance(op, AnyMeshOp)]


def functions_of(module: ModuleOp) -> list[func.FuncOp]:
    """The module's functions that have a body."""
    return [op for op in module.walk() if isinstance(op, func.FuncOp) and op.body.blocks]


def mesh_of(function: func.FuncOp) -> AnyMeshOp:
    """The mesh that a function's annotations name, or else the only one of its module.

    Raises:
        OperationError: there is none, or no single one.
    """
    named = {op.annotation.mesh: op for op in function.walk() if isinstance(op, ShardOp)}
    if len(named) > 1:
        first, second = list(named.values())[:2]
        raise OperationError(
            second,
            "expected all shardings of a function on one mesh, "
            f"got {second.annotation.mesh} and {first.annotation.mesh}",
        )
    if named:
        return find_mesh(*next((op, mesh) for mesh, op in named.items()))
    module = function.parent_op()
    meshes = meshes_of(module) if isinstance(module, ModuleOp) else []
    if not meshes:
        raise OperationError(
            function, "expected a mesh in its module, got none; add one such as mesh.mesh @mesh(shape = 4x8)"
        )
    if len(meshes) > 1:
        names = ", ".join(f"@{mesh.sym_name.data}" for mesh in meshes)
        raise OperationError(
            function,
            f"expected a single mesh in its module, got {names}; say which by annotating a value with mesh.shard",
        )
    return meshes[0]


def mesh_of_boundary(function: func.FuncOp) -> AnyMeshOp:
    """The mesh that the boundary of a partitioned function names.

    Raises:
        OperationError: it is not in the module.
    """
    shardings = (*argument_shardings(function), *result_shardings(function))
    symbol = next(sharding.mesh for sharding in shardings if sharding is not None)
    module = function.parent_op()
    meshes = meshes_of(module) if isinstance(module, ModuleOp) else []
    found = next((mesh for mesh in meshes if mesh.sym_name.data == symbol.root_reference.data), None)
    if found is None:
        raise OperationError(function, f"its boundary names the mesh {symbol}, which is not in the module")
    return found


def static_mesh(op: AnyMeshOp) -> Mesh:
    """The mesh of known sizes that `op` defines.

    Raises:
        OperationError: some size is unknown.
    """
    try:
        mesh = op.to_mesh()
    except ValueError as error:
        raise OperationError(op, str(error)) from None
    if mesh is None:
        raise OperationError(op, "expected a mesh of known sizes; replace each '?' by a number of devices")
    return mesh


def cluster_of(op: AnyMeshOp) -> Cluster:
    """The cluster that a mesh says it is part of, or else the default one.

    Raises:
        OperationError: the mesh's sizes or its cluster are unknown, or it has too many axes to plan on.
    """
    return cluster_on(op, static_mesh(op))


def cluster_on(op: AnyMeshOp, mesh: Mesh) -> Cluster:
    """The cluster that the mesh op says it is part of, or else the default one, with the sizes of `mesh`.

    Raises:
        OperationError: the cluster is unknown or of other sizes, or there are too many axes to plan on.
    """
    axes = sum(size > 1 for size in mesh.shape)
    if axes > MAX_AXES:
        raise OperationError(
            op, f"expected at most {MAX_AXES} mesh axes of more than one device, got {axes}; join some into one axis"
        )
    source = op.attributes.get(CLUSTER_ATTRIBUTE)
    if not isinstance(source, StringAttr):
        return Cluster.default(mesh)
    try:
        return load_cluster(source.data, mesh)
    except ClusterError as error:
        raise OperationError(op, str(error)) from None


def set_mesh(module: ModuleOp, mesh: Mesh) -> None:
    """Make `mesh` the module's mesh: a new one, or the shape of the one there is.

    A mesh of fewer axes than the one there is gets trailing axes of size 1, so that its annotations keep their meaning.

    Raises:
        OperationError: the module has several meshes.
    """
    meshes = meshes_of(module)
    if not meshes:
        Rewriter.insert_op(MeshOp(mesh), InsertPoint.at_start(module.body.block))
        return
    if len(meshes) > 1:
        raise OperationError(meshes[1], "expected at most one mesh in a module planned with the option 'mesh'")
    rank = len(meshes[0].shape.get_values())
    shape = mesh.shape + (1,) * (rank - mesh.rank)
    replacement = type(meshes[0])(Mesh(shape, meshes[0].sym_name.data))
    replacement.attributes.update(meshes[0].attributes)
    Rewriter.replace_op(meshes[0], replacement, [])


def set_cluster(op: Operation, source: str) -> None:
    """Note on a mesh which cluster it is part of."""
    op.attributes[CLUSTER_ATTRIBUTE] = StringAttr(source)
