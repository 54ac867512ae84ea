"""Meshes, and what a device may ask about its place in the mesh."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar

from xdsl.dialects.builtin import FlatSymbolRefAttr, SymbolRefAttr
from xdsl.ir import Operation
from xdsl.irdl import irdl_op_definition, prop_def

from llmsys_ir.dialects.grids import queries
from llmsys_ir.dialects.grids.symbols import DeviceGridOp, find_grid, verify_grid_axes
from llmsys_ir.dialects.grids.words import MESH_WORDS, Words


class AnyMeshOp(DeviceGridOp, ABC):
    """A device mesh, in any version's words."""

    WORDS: ClassVar[Words] = MESH_WORDS


_MESH_FORMAT = "$sym_name `(` `shape` `=` custom<GridShape>($shape) `)` attr-dict"
_QUERY_FORMAT = "custom<GridSymbol>($mesh) (`axes` `=` custom<AxesList>($axes)^)? attr-dict `:` type($result)"


@irdl_op_definition
class MeshOp(AnyMeshOp):
    """A device mesh: `mesh.mesh @mesh(shape = 4x8)`; an unknown size is `?`."""

    name = "mesh.mesh"
    NOUNS: ClassVar[tuple[str, str]] = ("mesh", "mesh")

    assembly_format = _MESH_FORMAT


@irdl_op_definition
class ClusterOp(AnyMeshOp):
    """A device mesh in the words of LLVM 18: `mesh.cluster @mesh(shape = 4x8)`."""

    name = "mesh.cluster"
    NOUNS: ClassVar[tuple[str, str]] = ("cluster", "mesh cluster")

    assembly_format = _MESH_FORMAT


def find_mesh(op: Operation, symbol: SymbolRefAttr) -> AnyMeshOp:
    """The mesh that `op` names.

    Raises:
        BareVerifyException: there is no such mesh in scope.
    """
    found = find_grid(op, symbol, MESH_WORDS)
    assert isinstance(found, AnyMeshOp)
    return found


def verify_axes(op: Operation, mesh: SymbolRefAttr, axes: Sequence[int]) -> tuple[int, ...]:
    """Check the axes of an op and return the whole mesh's sizes."""
    return verify_grid_axes(op, mesh, axes, MESH_WORDS)


class MeshUser(queries.GridUser, ABC):
    """An op that names a mesh."""

    WORDS: ClassVar[Words] = MESH_WORDS

    mesh = prop_def(FlatSymbolRefAttr)


@irdl_op_definition
class MeshShapeOp(MeshUser, queries.GridShapeQuery):
    """The sizes of a mesh along `axes`."""

    name = "mesh.mesh_shape"

    assembly_format = _QUERY_FORMAT


@irdl_op_definition
class ClusterShapeOp(MeshUser, queries.GridShapeQuery):
    """The sizes of a mesh along `axes`, in the words of LLVM 18."""

    name = "mesh.cluster_shape"

    assembly_format = _QUERY_FORMAT


@irdl_op_definition
class ProcessMultiIndexOp(MeshUser, queries.ProcessMultiIndex):
    """The coordinates of the device that runs this, along `axes`."""

    name = "mesh.process_multi_index"

    assembly_format = f"`on` {_QUERY_FORMAT}"


@irdl_op_definition
class ProcessLinearIndexOp(MeshUser, queries.ProcessLinearIndex):
    """The row-major number of the device that runs this."""

    name = "mesh.process_linear_index"

    assembly_format = "`on` custom<GridSymbol>($mesh) attr-dict `:` type($result)"


@irdl_op_definition
class NeighborsLinearIndicesOp(MeshUser, queries.NeighborsLinearIndices):
    """The row-major numbers of a device's neighbors along `split_axes`; negative where there is none."""

    name = "mesh.neighbors_linear_indices"

    assembly_format = (
        "`on` custom<GridSymbol>($mesh) `[` $device `]` `split_axes` `=` custom<AxesList>($split_axes) attr-dict "
        "`:` type($neighbor_down) `,` type($neighbor_up)"
    )
