"""Values of all devices of a mesh in one array.

A device array has the mesh's axes in front of the local shape, and size 1 on every axis along which all devices
provably hold the same value: a tensor whose dim 0 is split over axis 0 of a 4x8 mesh has the shape `(4, 1, local…)`.
Replicated work is then done once, and NumPy's broadcasting runs an op on all devices.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np

from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import ReductionKind, Sharding

_REDUCTIONS = {
    ReductionKind.SUM: np.add,
    ReductionKind.MAX: np.maximum,
    ReductionKind.MIN: np.minimum,
    ReductionKind.PRODUCT: np.multiply,
    ReductionKind.BITWISE_AND: np.bitwise_and,
    ReductionKind.BITWISE_OR: np.bitwise_or,
    ReductionKind.BITWISE_XOR: np.bitwise_xor,
}


class ReplicaError(ValueError):
    """Devices that should hold replicas hold different values."""


def scatter(array: Array, sharding: Sharding, mesh: Mesh) -> Array:
    """Each device's part of a global array; a view where NumPy can give one.

    A partial sharding is met by the whole value on the first device along its axes and the neutral element elsewhere.
    """
    sizes = {axis: mesh.shape[axis] for axis in mesh.axes}
    split: list[int] = []
    positions: dict[int, int] = {}
    for size, axes in zip(array.shape, sharding.dims, strict=True):
        for axis in axes:
            positions[axis] = len(split)
            split.append(sizes[axis])
        split.append(size // mesh.size(axes))
    parts = array.reshape(split)
    order = [positions[axis] for axis in sorted(positions)]
    order += [position for position in range(len(split)) if position not in order]
    lead = tuple(sizes[axis] if axis in positions else 1 for axis in mesh.axes)
    local = sharding.local_shape(array.shape, mesh)
    value = parts.transpose(order).reshape(lead + local)
    for axis in sharding.partial:
        assert sharding.kind is not None
        value = _on_first(value, axis, sizes[axis], sharding.kind)
    return value


def _on_first(value: Array, axis: int, size: int, kind: ReductionKind) -> Array:
    if kind.is_idempotent:
        return value
    neutral = np.full_like(value, 1 if kind is ReductionKind.PRODUCT else 0)
    return np.concatenate([value, *[neutral] * (size - 1)], axis=axis)


def gather(value: Array, sharding: Sharding, mesh: Mesh) -> Array:
    """The global array that the devices' parts make up; partial values are reduced.

    Raises:
        ReplicaError: devices that should hold the same values do not.
    """
    for axis in sharding.partial:
        assert sharding.kind is not None
        value = reduce(value, axis, mesh.shape[axis], sharding.kind)
    for axis in mesh.axes:
        if axis not in sharding.split_axes:
            value = _first_replica(value, axis)
    full = tuple(mesh.shape[axis] if axis in sharding.split_axes else 1 for axis in mesh.axes)
    value = np.broadcast_to(value, full + value.shape[mesh.rank :])
    order: list[int] = []
    for dim, axes in enumerate(sharding.dims):
        order += [*axes, mesh.rank + dim]
    order += [axis for axis in mesh.axes if axis not in sharding.split_axes]
    local = value.shape[mesh.rank :]
    shape = tuple(size * mesh.size(axes) for size, axes in zip(local, sharding.dims, strict=True))
    return value.transpose(order).reshape(shape)


def _first_replica(value: Array, axis: int) -> Array:
    first = value.take([0], axis=axis)
    if value.shape[axis] > 1 and not are_same(np.broadcast_to(first, value.shape), value):
        raise ReplicaError(f"devices along mesh axis {axis} should hold replicas, but their values differ")
    return first


def are_same(value: Array, other: Array) -> bool:
    """Whether two arrays of one dtype have the same elements, NaNs in the same places."""
    return bool(((value == other) | ((value != value) & (other != other))).all())


def reduce(value: Array, axis: int, size: int, kind: ReductionKind) -> Array:
    """Reduce along a mesh axis of `size` devices; the result is the same on all of them.

    Raises:
        ValueError: the kind has no fixed meaning.
    """
    if kind is ReductionKind.AVERAGE:
        return value if value.shape[axis] == 1 else value.mean(axis=axis, keepdims=True, dtype=value.dtype)
    if kind not in _REDUCTIONS:
        raise ValueError(f"a reduction of kind '{kind}' cannot be run")
    if kind is ReductionKind.SUM and value.dtype == np.bool_:
        kind = ReductionKind.BITWISE_XOR  # as arith.addi does; NumPy's sum of booleans is an `or`
    if kind is ReductionKind.PRODUCT and value.dtype == np.bool_:
        kind = ReductionKind.BITWISE_AND  # NumPy's powers of booleans are integers
    if value.shape[axis] > 1:
        return _REDUCTIONS[kind].reduce(value, axis=axis, keepdims=True, dtype=value.dtype)
    if kind is ReductionKind.SUM:
        return value * value.dtype.type(size)
    if kind is ReductionKind.PRODUCT:
        return value**size
    return value if kind is not ReductionKind.BITWISE_XOR or size % 2 else np.zeros_like(value)


def all_gather(value: Array, axes: Sequence[int], dim: int, mesh: Mesh) -> Array:
    """Join the parts of each group along tensor dim `dim`, the first axis outermost."""
    rank = mesh.rank
    shape = tuple(mesh.shape[axis] if axis in axes else size for axis, size in enumerate(value.shape[:rank]))
    value = np.broadcast_to(value, shape + value.shape[rank:])
    rest = [axis for axis in range(rank) if axis not in axes]
    order = [*rest, *range(rank, rank + dim), *axes, *range(rank + dim, value.ndim)]
    local = list(value.shape[rank:])
    local[dim] *= mesh.size(axes)
    lead = tuple(1 if axis in axes else size for axis, size in enumerate(shape))
    return value.transpose(order).reshape(lead + tuple(local))


def all_slice(value: Array, axes: Sequence[int], dim: int, mesh: Mesh) -> Array:
    """Each device's slice of tensor dim `dim`, numbered by its coordinates along `axes`, the first outermost."""
    rank = mesh.rank
    for axis in axes:
        size = mesh.shape[axis]
        at = rank + dim
        local = value.shape[at] // size
        parts = value.reshape((*value.shape[:at], size, local, *value.shape[at + 1 :]))
        if value.shape[axis] == 1:
            value = np.moveaxis(parts.squeeze(axis), at - 1, axis)
        else:
            value = np.moveaxis(parts.diagonal(axis1=axis, axis2=at), -1, axis)
    return value


def all_to_all(value: Array, axes: Sequence[int], split: int, concat: int, mesh: Mesh) -> Array:
    """Part `i` along dim `split` goes to device `i` of the group, which joins what it gets along dim `concat`."""
    return all_slice(all_gather(value, axes, concat, mesh), axes, split, mesh)


def coordinates(axis: int, mesh: Mesh) -> Array:
    """Each device's coordinate along a mesh axis, as a device array of scalars."""
    shape = [1] * mesh.rank
    shape[axis] = mesh.shape[axis]
    return np.arange(mesh.shape[axis], dtype=np.int64).reshape(shape)


def fetch(value: Array, axes: Sequence[int], source: Sequence[Array], mesh: Mesh) -> Array:
    """Each device's copy of the value that the device with coordinates `source` along `axes` holds."""
    rank = mesh.rank
    lead = np.broadcast_shapes(value.shape[:rank], *(coordinate.shape for coordinate in source))
    whole = tuple(mesh.shape[axis] if axis in axes else size for axis, size in enumerate(lead))
    index = list(np.ogrid[tuple(map(slice, lead))])
    for axis, coordinate in zip(axes, source, strict=True):
        index[axis] = coordinate
    return np.broadcast_to(value, whole + value.shape[rank:])[tuple(index)]


def num_devices(value: Array, rank: int) -> int:
    """How many different devices' values the array holds."""
    return prod(value.shape[:rank])
