"""Exchanges of devices in which not all do the same: roots, shifts and halos, made of what any devices can do.

What MLIR leaves undefined is zero here, so that runs are repeatable: results of a gather or reduce on devices that are
not the root, and of a shift on devices that nothing is sent to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from llmsys_ir.runtime.device_arrays import coordinates
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.sharding.mesh import Mesh


class Neighbors(Protocol):
    """Devices that can pass values on; see `engines.devices.Devices`, which says what the methods do."""

    mesh: Mesh

    def own(self, scalars: Array) -> Array:
        """Those of all devices' scalars that are one's own."""
        ...

    def own_copies(self, value: Array, axes: Sequence[int]) -> Array:
        """A copy in which every device along `axes` may be given another value."""
        ...

    def rotated(self, value: Array, axes: Sequence[int], step: int) -> Array:
        """The value of the device `step` places on in each group, around its ends."""
        ...


def roots(root: Sequence[Array], axes: Sequence[int], mesh: Mesh) -> tuple[Array, ...]:
    """The coordinates along `axes` of each group's root, once for each group, as its devices name it.

    Raises:
        ValueError: a root is no device, or the devices of a group do not agree on it.
    """
    for axis, coordinate in zip(axes, root, strict=True):
        if ((coordinate < 0) | (coordinate >= mesh.shape[axis])).any():
            raise ValueError(f"a root is not one of the {mesh.shape[axis]} devices along mesh axis {axis}")
    return tuple(_agreed(coordinate, axes) for coordinate in root)


def _agreed(coordinate: Array, axes: Sequence[int]) -> Array:
    """The coordinate once for each group."""
    for axis in axes:
        first = coordinate.take([0], axis=axis)
        if (coordinate != first).any():
            raise ValueError("the devices of a group name different roots")
        coordinate = first
    return coordinate


def on_root(value: Array, axes: Sequence[int], root: Sequence[Array], devices: Neighbors) -> Array:
    """The value on each group's root, zeros on the other devices."""
    is_root = np.ones((1,) * devices.mesh.rank, np.bool_)
    for axis, coordinate in zip(axes, root, strict=True):
        is_root = is_root & (coordinates(axis, devices.mesh) == coordinate)
    return _where(devices.own(is_root), value, np.zeros((), value.dtype))


def shift(value: Array, axis: int, offset: int, devices: Neighbors, *, rotate: bool) -> Array:
    """Each device's value, sent to the device `offset` places on; with `rotate` the last devices send to the first."""
    moved, exists = _from_neighbor(value, (axis,), -offset, devices)
    return moved if rotate else _where(exists, moved, np.zeros((), value.dtype))


def update_halos(
    value: Array, dims: Mapping[int, Sequence[int]], halos: Mapping[int, tuple[int, int]], devices: Neighbors
) -> Array:
    """Local tensors with their halos filled by what the neighbors hold next to them.

    Dims are done the last first, each with the halos of those behind it, so that corners come from diagonal neighbors;
    so does MLIR's lowering to MPI. What reaches over the ends of the mesh is not filled from anywhere.

    Args:
        value: the local tensors, halos included.
        dims: the mesh axes of each split dim.
        halos: the sizes of its halos before and after what a device owns.
        devices: whose tensors they are.

    Raises:
        ValueError: a halo is larger than what the neighbor owns.
    """
    local = value.shape[devices.mesh.rank :]
    value = devices.own_copies(value, [axis for dim in halos for axis in dims[dim]])
    owned = {dim: slice(low, local[dim] - high) for dim, (low, high) in halos.items()}
    for dim in sorted(halos, reverse=True):
        _update_dim(value, dim, dims[dim], owned, devices)
        del owned[dim]
    return value


def _update_dim(value: Array, dim: int, axes: Sequence[int], owned: Mapping[int, slice], devices: Neighbors) -> None:
    """Fill the halos of a dim in place; of the dims that are not done yet only what is `owned`."""
    lead = devices.mesh.rank
    size = value.shape[lead + dim]
    start, stop = owned[dim].start, owned[dim].stop
    if max(start, size - stop) > stop - start:
        raise ValueError(f"halos of {start} and {size - stop} are larger than the {stop - start} elements between them")
    parts = [owned.get(other, slice(None)) for other in range(value.ndim - lead)]

    def at(first: int, last: int) -> tuple[slice, ...]:
        return (slice(None),) * lead + (*parts[:dim], slice(first, last), *parts[dim + 1 :])

    before, has_before = _from_neighbor(value[at(stop - start, stop)], axes, -1, devices)
    after, has_after = _from_neighbor(value[at(start, start + size - stop)], axes, 1, devices)
    value[at(0, start)] = _where(has_before, before, value[at(0, start)])
    value[at(stop, size)] = _where(has_after, after, value[at(stop, size)])


def neighbor_numbers(device: Sequence[Array], axes: Sequence[int], mesh: Mesh) -> tuple[Array, Array]:
    """The row-major numbers of the devices before and after one along `axes`, -1 where there is none.

    `device` are its coordinates along all axes of the mesh.
    """
    numbers: list[Array] = []
    for step in (-1, 1):
        found, exists = _neighbor([device[axis] for axis in axes], axes, step, mesh)
        coordinate = dict(zip(axes, found, strict=True))
        number = _number([coordinate.get(axis, here) for axis, here in enumerate(device)], mesh.shape)
        numbers.append(np.where(exists, number, -1))
    return numbers[0], numbers[1]


def neighbors(axes: Sequence[int], step: int, mesh: Mesh) -> tuple[Sequence[Array], Array]:
    """For each device the coordinates along `axes` of the one `step` places on in its group, around the ends.

    Also, whether it is found there without going around them.
    """
    return _neighbor([coordinates(axis, mesh) for axis in axes], axes, step, mesh)


def _neighbor(here: Sequence[Array], axes: Sequence[int], step: int, mesh: Mesh) -> tuple[Sequence[Array], Array]:
    """The coordinates along `axes` of the device `step` places on, around the ends; and whether it is not around."""
    sizes = [mesh.shape[axis] for axis in axes]
    count, found = mesh.size(axes), _number(here, sizes) + step
    return _digits(found % count, sizes), (found >= 0) & (found < count)


def _number(coordinates: Sequence[Array], sizes: Sequence[int]) -> Array:
    weights = [prod(sizes[position + 1 :]) for position in range(len(sizes))]
    return np.asarray(sum(coordinate * weight for coordinate, weight in zip(coordinates, weights, strict=True)))


def _digits(number: Array, sizes: Sequence[int]) -> list[Array]:
    digits: list[Array] = []
    for size in reversed(sizes):
        digits.insert(0, number % size)
        number = number // size
    return digits


def _from_neighbor(value: Array, axes: Sequence[int], step: int, devices: Neighbors) -> tuple[Array, Array]:
    """The value of the device `step` places on in each group, and whether there is one."""
    _, exists = neighbors(axes, step, devices.mesh)
    return devices.rotated(value, axes, step), devices.own(exists)


def _where(condition: Array, value: npt.NDArray[Any], otherwise: npt.NDArray[Any]) -> Array:
    """A choice of each device, which has only mesh dims, between local tensors."""
    condition = condition.reshape(condition.shape + (1,) * (value.ndim - condition.ndim))
    return np.where(condition, value, otherwise)
