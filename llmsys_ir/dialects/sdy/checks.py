"""Checks of shardings against the mesh and the tensor that they are for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from xdsl.dialects.builtin import StringAttr
from xdsl.ir import Attribute, Operation
from xdsl.traits import SymbolTable
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.sdy.attributes import MeshAttr
from llmsys_ir.dialects.sdy.shardings import Axis, Mesh, Sharding, axes_text, axis_text
from llmsys_ir.dialects.shapes import shape_of


def mesh_of(op: Operation, sharding: Sharding) -> Mesh:
    """The mesh of a sharding at an op.

    Raises:
        VerifyException: if it is named, and there is no mesh of that name.
    """
    if isinstance(sharding.mesh, Mesh):
        return sharding.mesh
    symbol = SymbolTable.lookup_symbol(op, StringAttr(sharding.mesh))
    mesh = symbol.properties.get("mesh") if symbol is not None and symbol.name == "sdy.mesh" else None
    if not isinstance(mesh, MeshAttr):
        raise VerifyException(f"sharding must be on a mesh that is defined, got '@{sharding.mesh}'")
    return mesh.data


def check_sharding(op: Operation, sharding: Sharding, type_: Attribute) -> None:
    """Raise unless a sharding fits the mesh that it names and the type of what it is for."""
    mesh = mesh_of(op, sharding)
    if mesh.device_ids and not mesh.axes:
        if sharding.dims or sharding.replicated or sharding.unreduced:
            raise VerifyException("a value on one device must have a sharding without dims and axes")
        return
    shape = shape_of(type_)
    if shape is not None and len(shape) != len(sharding.dims):
        raise VerifyException(
            f"sharding must have as many dims as the tensor, got {len(sharding.dims)} != {len(shape)}"
        )
    for number, dim in enumerate(sharding.dims):
        if dim.priority is not None and not dim.axes and not dim.is_open:
            raise VerifyException(f"dim {number} must have axes or be open to have a priority, got p{dim.priority}")
    for axes in (*(dim.axes for dim in sharding.dims), sharding.replicated, sharding.unreduced):
        check_axes(mesh, axes)
    for what, axes in (("replicated", sharding.replicated), ("unreduced", sharding.unreduced)):
        check_order(what, mesh, axes)
    check_disjoint([*(axis for dim in sharding.dims for axis in dim.axes), *sharding.replicated, *sharding.unreduced])


def check_axes(mesh: Mesh, axes: Sequence[Axis]) -> None:
    """Raise unless axes are those of a mesh, or proper parts of them that cannot be merged."""
    for axis in axes:
        whole = mesh.size_of(axis.name)
        if whole is None:
            names = ", ".join(name for name, _ in mesh.axes)
            raise VerifyException(f"axes must be those of the mesh ({names}), got '{axis.name}'")
        if axis.size is None or axis.before is None:
            continue
        if axis.size < 2 or axis.size >= whole or axis.before < 1 or whole % (axis.before * axis.size):
            raise VerifyException(f"part of axis '{axis.name}' must divide its size {whole}, got {axis_text(axis)}")
    for left, right in pairwise(axes):
        if left.name == right.name and (left.before or 0) * (left.size or 0) == right.before:
            raise VerifyException(f"parts must be written as one, got {axis_text(left)}, {axis_text(right)}")


def check_order(what: str, mesh: Mesh, axes: Sequence[Axis]) -> None:
    """Raise unless axes are in the order of the mesh."""
    names = [name for name, _ in mesh.axes]
    expected = sorted(axes, key=lambda axis: (names.index(axis.name), axis.before or 1))
    if list(axes) != expected:
        raise VerifyException(f"{what} axes must be in the order of the mesh, got {axes_text(axes)}")


def check_disjoint(axes: Iterable[Axis]) -> None:
    """Raise unless no device group is used by two axes."""
    seen: list[Axis] = []
    for axis in axes:
        for other in seen:
            if axis.name == other.name and _overlap(axis, other):
                raise VerifyException(f"axes must be used once, got {axis_text(other)} and {axis_text(axis)}")
        seen.append(axis)


def _overlap(lhs: Axis, rhs: Axis) -> bool:
    if lhs.size is None or rhs.size is None or lhs.before is None or rhs.before is None:
        return True
    return lhs.before < rhs.before * rhs.size and rhs.before < lhs.before * lhs.size


def check_shardings(op: Operation, what: str, shardings: Sequence[Sharding], types: Sequence[Attribute]) -> None:
    """Raise unless there is one sharding per value, and each fits."""
    if len(shardings) != len(types):
        raise VerifyException(f"{what} must have one sharding per value, got {len(shardings)} != {len(types)}")
    for sharding, type_ in zip(shardings, types, strict=True):
        check_sharding(op, sharding, type_)
