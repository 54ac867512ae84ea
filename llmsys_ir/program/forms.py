"""The forms a program is written in: shardings as attributes (up to LLVM 19) or as values (LLVM 20 and 21).

Programs of the shard dialect are taken in the mesh dialect and given back; annotations of the sdy dialect become
`mesh.shard` and stay so.

They differ in annotations, in `reduction = <max>` against `reduction = max`, and at function boundaries, where
`mesh.sharding` holds a `#mesh.shard<...>` or a dictionary with the properties of a `mesh.sharding` op.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager

from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, MemRefType, ModuleOp, UnrankedMemRefType
from xdsl.ir import Attribute, Operation
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import mesh
from llmsys_ir.dialects.mesh import ReductionKindAttr, ShardAttr
from llmsys_ir.program.boundary import SHARDING_ATTRIBUTE, boundary_sharding, boundary_value
from llmsys_ir.program.sdy_import import import_sdy
from llmsys_ir.program.shard_dialect import is_shard, mesh_to_shard, shard_to_mesh

_ONLY_WITH_VALUES = (
    mesh.GetShardingOp,
    mesh.NeighborsLinearIndicesOp,
    mesh.ShardingOp,
    mesh.ShardShapeOp,
    mesh.UpdateHaloOp,
)


def uses_values(module: Operation) -> bool:
    """Whether shardings are values somewhere in a program."""
    return any(isinstance(op, mesh.ShardingOp) for op in module.walk())


@contextmanager
def attribute_form(module: ModuleOp) -> Generator[None]:
    """Bring a program into mesh's attribute form, whatever it is written in, and back at the end.

    Raises:
        OperationError: the attribute form, or at the end the program's own, cannot say something.
    """
    with mesh_dialect(module):
        had_values = uses_values(module)
        annotations_to_attributes(module)
        yield
        if had_values:
            to_values(module)


@contextmanager
def mesh_dialect(module: ModuleOp) -> Generator[None]:
    """Bring a program of the shard dialect into the mesh dialect, with shardings as values, and back at the end.

    Annotations of the sdy dialect become attributes of the mesh dialect.

    Raises:
        OperationError: an annotation of the sdy dialect has no meaning here, or at the end, the shard dialect cannot
            say something.
    """
    if not is_shard(module):
        import_sdy(module)
        yield
        return
    scatters_dims = any("scatter_dim" in op.properties for op in module.walk())
    shard_to_mesh(module)
    import_sdy(module)
    yield
    to_values(module)
    mesh_to_shard(module)
    if scatters_dims:
        _scatter_dims(module)


def _scatter_dims(module: ModuleOp) -> None:
    """Write scatters as LLVM 23 does."""
    for op in module.walk():
        if "scatter_axis" in op.properties:
            op.properties["scatter_dim"] = op.properties.pop("scatter_axis")


def to_values(module: Operation) -> None:
    """Bring a program into the form with shardings as values; each annotation gets a sharding of its own."""
    for op in list(module.walk()):
        if isinstance(op, mesh.ShardOp) and op.shard is not None:
            sharding = mesh.ShardingOp(op.shard)
            sharding.location = op.location
            Rewriter.insert_op(sharding, InsertPoint.before(op))
            _replace_annotation(op, sharding)
    _spell(module, in_brackets=False)
    _rewrite_boundaries(module, lambda given: boundary_value(given) if isinstance(given, ShardAttr) else given)


def annotations_to_attributes(module: Operation) -> None:
    """Replace sharding values in annotations by attributes.

    Raises:
        OperationError: an attribute cannot say a sharding.
    """
    for op in list(module.walk()):
        if isinstance(op, mesh.ShardOp) and op.sharding is not None:
            _replace_annotation(op, op.annotation)
    for op in list(module.walk(reverse=True)):
        if isinstance(op, mesh.ShardingOp | mesh.GetShardingOp) and not op.result.uses:
            Rewriter.erase_op(op)


def to_attributes(module: Operation) -> None:
    """Bring a program into the form with shardings as attributes, as LLVM 19 reads it.

    Raises:
        OperationError: it has something that LLVM 19 cannot say.
    """
    annotations_to_attributes(module)
    for op in module.walk():
        memref = isinstance(op, mesh.CollectiveOp) and isinstance(op.input.type, MemRefType | UnrankedMemRefType)
        if isinstance(op, _ONLY_WITH_VALUES) or memref:
            what = "on a memref " if memref else ""
            raise OperationError(op, f"{what}has no counterpart up to LLVM 19; keep shardings as values (form=ssa)")
    _spell(module, in_brackets=True)
    _rewrite_boundaries(module, lambda given: boundary_sharding(given) or given)


def _replace_annotation(op: mesh.ShardOp, sharding: mesh.ShardingOp | ShardAttr) -> None:
    value = sharding if isinstance(sharding, ShardAttr) else sharding.result
    again = mesh.ShardOp(op.src, value, annotate_for_users=op.annotate_for_users is not None)
    again.attributes.update(op.attributes)
    again.location = op.location
    Rewriter.replace_op(op, again)


def _spell(module: Operation, *, in_brackets: bool) -> None:
    """Write reductions as `<max>` or as `max`."""
    for op in module.walk():
        reduction = op.properties.get("reduction")
        if isinstance(reduction, ReductionKindAttr):
            op.properties["reduction"] = ReductionKindAttr.of(reduction.kind, in_brackets=in_brackets)


def _rewrite_boundaries(module: Operation, rewrite: Callable[[Attribute], Attribute]) -> None:
    for op in module.walk():
        if isinstance(op, func.FuncOp):
            op.arg_attrs = _rewritten(op.arg_attrs, rewrite)
            op.res_attrs = _rewritten(op.res_attrs, rewrite)


def _rewritten(
    attributes: ArrayAttr[DictionaryAttr] | None, rewrite: Callable[[Attribute], Attribute]
) -> ArrayAttr[DictionaryAttr] | None:
    if attributes is None:
        return None
    return ArrayAttr(
        DictionaryAttr(
            {name: rewrite(value) if name == SHARDING_ATTRIBUTE else value for name, value in entry.data.items()}
        )
        for entry in attributes
    )
