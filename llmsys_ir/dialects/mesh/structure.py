"""Meshes, sharding annotations, and what a device may ask about its place in the mesh."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar

from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    I16,
    I64,
    DenseArrayBase,
    FlatSymbolRefAttr,
    IndexType,
    SymbolNameConstraint,
    SymbolRefAttr,
    UnitAttr,
    i16,
    i64,
)
from xdsl.ir import (
    Operation,
    SSAValue,
)
from xdsl.irdl import (
    AnyAttr,
    IRDLOperation,
    VarConstraint,
    irdl_op_definition,
    operand_def,
    opt_prop_def,
    prop_def,
    result_def,
    traits_def,
    var_result_def,
)
from xdsl.traits import Pure, SymbolOpInterface, SymbolTable
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import BareVerifyException
from llmsys_ir.dialects.mesh.attributes import NO_AXES, ShardAttr
from llmsys_ir.dialects.mesh.directives import AxesList, MeshShape
from llmsys_ir.dialects.tensors import as_tensor, tensor_type
from llmsys_ir.sharding.mesh import Mesh


@irdl_op_definition
class MeshOp(IRDLOperation):
    """A device mesh: `mesh.mesh @mesh(shape = 4x8)`; an unknown size is `?`."""

    name = "mesh.mesh"

    sym_name = prop_def(SymbolNameConstraint())
    shape = prop_def(DenseArrayBase[I64])

    traits = traits_def(SymbolOpInterface())
    assembly_format = "$sym_name `(` `shape` `=` custom<MeshShape>($shape) `)` attr-dict"
    custom_directives = (MeshShape,)

    def __init__(self, mesh: Mesh):
        from xdsl.dialects.builtin import StringAttr

        shape = DenseArrayBase.from_list(i64, mesh.shape)
        super().__init__(properties={"sym_name": StringAttr(mesh.name), "shape": shape})

    def to_mesh(self) -> Mesh | None:
        """The mesh, or None if some size is unknown."""
        shape = self.shape.get_values()
        return None if DYNAMIC_INDEX in shape else Mesh(tuple(shape), self.sym_name.data)

    def verify_(self) -> None:
        """Check for a positive rank and sizes."""
        shape = self.shape.get_values()
        if not shape:
            raise VerifyException("rank of mesh is expected to be a positive integer")
        if any(size < 0 and size != DYNAMIC_INDEX for size in shape):
            raise VerifyException("dimension size of a mesh is expected to be non-negative or dynamic")
        if 0 in shape:
            raise VerifyException("expected every mesh axis to have at least one device, got a size of 0")


def find_mesh(op: Operation, symbol: SymbolRefAttr) -> MeshOp:
    """The mesh that `op` names.

    Raises:
        BareVerifyException: there is no such mesh in scope.
    """
    found = SymbolTable.lookup_symbol(op, symbol)
    if not isinstance(found, MeshOp):
        raise BareVerifyException(f'Undefined required mesh symbol "{symbol.root_reference.data}".')
    return found


def verify_axes(op: Operation, mesh_symbol: SymbolRefAttr, axes: Sequence[int]) -> tuple[int, ...]:
    """Check the axes of an op and return the whole mesh's sizes."""
    shape = find_mesh(op, mesh_symbol).shape.get_values()
    if len(set(axes)) != len(axes):
        raise BareVerifyException("Mesh axes contains duplicate elements.")
    for axis in axes:
        if not 0 <= axis < len(shape):
            raise BareVerifyException(
                f"0-based mesh axis index {axis} is out of bounds. The referenced mesh "
                f'"{mesh_symbol.root_reference.data}" is of rank {len(shape)}.'
            )
    return tuple(shape)


def verify_tensor(what: str, value: SSAValue, least_rank: int = 0) -> None:
    """Check that an operand or result is a ranked tensor."""
    tensor = as_tensor(value.type)
    if tensor is None or tensor.get_num_dims() < least_rank:
        kind = "non-0-ranked.tensor" if least_rank else "ranked tensor"
        raise VerifyException(f"{what} must be {kind} of any type values, but got '{value.type}'")


@irdl_op_definition
class ShardOp(IRDLOperation):
    """Says how a tensor is sharded: where it is defined, or, with `annotate_for_users`, where it is used."""

    name = "mesh.shard"

    T: ClassVar = VarConstraint("T", AnyAttr())

    src = operand_def(T)
    shard = prop_def(ShardAttr)
    annotate_for_users = opt_prop_def(UnitAttr)
    result = result_def(T)

    traits = traits_def(Pure())
    assembly_format = "$src `to` $shard (`annotate_for_users` $annotate_for_users^)? attr-dict `:` type($result)"

    def __init__(self, source: SSAValue, shard: ShardAttr, *, annotate_for_users: bool = False):
        properties = {"shard": shard, "annotate_for_users": UnitAttr() if annotate_for_users else None}
        super().__init__(operands=[source], result_types=[source.type], properties=properties)

    def verify_(self) -> None:
        """Check the axes against the mesh and the number of lists against the tensor."""
        verify_tensor("operand #0", self.src)
        verify_axes(self, self.shard.mesh, self.shard.axes)
        rank = len(tensor_type(self.src).get_shape())
        lists = len(self.shard.split_axes)
        if lists > max(rank, 1) or (rank == 0 and self.shard.split_axes.data[0].get_values()):
            raise VerifyException(
                f"expected at most {rank} lists of mesh axes, one per dim of {self.src.type}, got {lists}"
            )


class _IndexQuery(IRDLOperation, ABC):
    """Asks for one index value per mesh axis; all axes if none are named."""

    mesh = prop_def(FlatSymbolRefAttr)
    axes = prop_def(DenseArrayBase[I16], default_value=NO_AXES)
    result = var_result_def(IndexType)

    custom_directives = (AxesList,)

    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check for one result per axis."""
        axes = tuple(self.axes.get_values())
        shape = verify_axes(self, self.mesh, axes)
        expected = len(axes) or len(shape)
        if len(self.result) != expected:
            raise BareVerifyException(f"Unexpected number of results {len(self.result)}. Expected {expected}.")


@irdl_op_definition
class MeshShapeOp(_IndexQuery):
    """The sizes of a mesh along `axes`."""

    name = "mesh.mesh_shape"
    assembly_format = "$mesh (`axes` `=` custom<AxesList>($axes)^)? attr-dict `:` type($result)"


@irdl_op_definition
class ProcessMultiIndexOp(_IndexQuery):
    """The coordinates of the device that runs this, along `axes`."""

    name = "mesh.process_multi_index"
    assembly_format = "`on` $mesh (`axes` `=` custom<AxesList>($axes)^)? attr-dict `:` type($result)"

    def __init__(self, mesh: str, axes: Sequence[int]):
        properties = {"mesh": SymbolRefAttr(mesh), "axes": DenseArrayBase.from_list(i16, axes)}
        super().__init__(result_types=[[IndexType()] * len(axes)], properties=properties)


@irdl_op_definition
class ProcessLinearIndexOp(IRDLOperation):
    """The row-major number of the device that runs this."""

    name = "mesh.process_linear_index"

    mesh = prop_def(FlatSymbolRefAttr)
    result = result_def(IndexType)

    traits = traits_def(Pure())
    assembly_format = "`on` $mesh attr-dict `:` type($result)"

    def verify_(self) -> None:
        """Check that the mesh exists."""
        find_mesh(self, self.mesh)
