"""The devices of a mesh as the ranks of MPI: every rank holds the values of one device.

Rank `r` is the device of row-major number `r`. A value has size 1 on all axes of the mesh. Each set of mesh axes has a
communicator of the ranks that differ along those axes only, ordered with the first axis outermost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from mpi4py import MPI

from llmsys_ir.runtime import device_arrays
from llmsys_ir.runtime.engines.devices import Devices
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Axes, ReductionKind

_SUMS: Mapping[ReductionKind, MPI.Op] = {ReductionKind.SUM: MPI.SUM, ReductionKind.PRODUCT: MPI.PROD}
_INTEGERS: Mapping[ReductionKind, MPI.Op] = _SUMS | {
    ReductionKind.MAX: MPI.MAX,
    ReductionKind.MIN: MPI.MIN,
    ReductionKind.BITWISE_AND: MPI.BAND,
    ReductionKind.BITWISE_OR: MPI.BOR,
    ReductionKind.BITWISE_XOR: MPI.BXOR,
}
_REDUCTIONS: Mapping[str, Mapping[ReductionKind, MPI.Op]] = {
    **dict.fromkeys(("float32", "float64", "complex64", "complex128"), _SUMS),
    **{f"{sign}int{bits}": _INTEGERS for sign in ("", "u") for bits in (8, 16, 32, 64)},
    "bool": _INTEGERS | {ReductionKind.SUM: MPI.BXOR, ReductionKind.PRODUCT: MPI.BAND},
}
"""What MPI reduces as NumPy does. It knows no narrow floats, and what it gives for NaNs in a maximum is open."""


class RankDevices(Devices):
    """The device that this rank is, and the others."""

    def __init__(self, mesh: Mesh, world: MPI.Comm):
        super().__init__(mesh)
        self.world = world
        self.position = tuple(int(at) for at in np.unravel_index(world.rank, mesh.shape))
        self._groups: dict[Axes, MPI.Comm] = {}

    def free(self) -> None:
        """Give the communicators back; all ranks must."""
        for group in self._groups.values():
            group.Free()
        self._groups.clear()

    def own(self, scalars: Array) -> Array:
        """This rank's."""
        return self._here(scalars).reshape((1,) * self.mesh.rank)

    def of_all(self, scalars: Array) -> Array:
        """Those of all ranks."""
        return _all_gathered(self.world, scalars).reshape(self.mesh.shape)

    def own_copies(self, value: Array, axes: Sequence[int]) -> Array:  # noqa: ARG002
        """A copy: no other rank has this array."""
        return np.array(value)

    def all_gather(self, value: Array, axes: Sequence[int], dim: int) -> Array:
        """MPI's Allgather."""
        return self._joined(_all_gathered(self._group(axes), value), dim)

    def all_slice(self, value: Array, axes: Sequence[int], dim: int) -> Array:
        """A view."""
        size = self.mesh.size(axes)
        return self._split(value, size, dim)[self._group_number(axes, self.position)]

    def all_to_all(self, value: Array, axes: Sequence[int], split: int, concat: int) -> Array:
        """MPI's Alltoall."""
        parts = self._split(value, self.mesh.size(axes), split)
        return self._joined(_exchanged(self._group(axes), parts), concat)

    def all_reduce(self, value: Array, axes: Sequence[int], kind: ReductionKind) -> Array:
        """MPI's Allreduce, or each rank reduces a part and all gather the parts."""
        group = self._group(axes)
        sent, operation = _native(value, kind)
        if operation is not None:
            received = np.empty_like(sent)
            group.Allreduce(sent, received, operation)
            return received.view(value.dtype).reshape(value.shape)
        flat = np.ravel(value)
        parts = np.pad(flat, (0, -flat.size % group.size)).reshape(group.size, -1)
        reduced = _reduced(_exchanged(group, parts), kind)
        return _all_gathered(group, reduced).reshape(-1)[: flat.size].reshape(value.shape)

    def reduce_scatter(self, value: Array, axes: Sequence[int], dim: int, kind: ReductionKind) -> Array:
        """MPI's Reduce_scatter_block, or each rank reduces the parts that it is sent."""
        group = self._group(axes)
        parts = self._split(value, group.size, dim)
        sent, operation = _native(parts, kind)
        if operation is None:
            return _reduced(_exchanged(group, parts), kind)
        received = np.empty(parts.shape[1:], sent.dtype)
        group.Reduce_scatter_block(sent, received, operation)
        return received.view(value.dtype)

    def broadcast(self, value: Array, axes: Sequence[int], root: Sequence[Array]) -> Array:
        """MPI's Bcast."""
        received = np.array(value)
        self._group(axes).Bcast(as_bytes(received), self._root(axes, root))
        return received

    def scatter(self, value: Array, axes: Sequence[int], root: Sequence[Array], dim: int) -> Array:
        """MPI's Scatter."""
        parts = np.ascontiguousarray(self._split(value, self.mesh.size(axes), dim))
        received = np.empty(parts.shape[1:], value.dtype)
        self._group(axes).Scatter(as_bytes(parts), as_bytes(received), self._root(axes, root))
        return received

    def gather(self, value: Array, axes: Sequence[int], root: Sequence[Array], dim: int) -> Array:
        """MPI's Gather; zeros on the other ranks."""
        group = self._group(axes)
        received = np.zeros((group.size, *value.shape), value.dtype)
        group.Gather(as_bytes(np.ascontiguousarray(value)), as_bytes(received), self._root(axes, root))
        return self._joined(received, dim)

    def reduce(self, value: Array, axes: Sequence[int], root: Sequence[Array], kind: ReductionKind) -> Array:
        """MPI's Reduce, zeros on the other ranks; or as `all_reduce`."""
        sent, operation = _native(value, kind)
        if operation is None:
            return self.all_reduce(value, axes, kind)
        received = np.zeros_like(sent)
        self._group(axes).Reduce(sent, received, operation, self._root(axes, root))
        return received.view(value.dtype).reshape(value.shape)

    def receive(self, value: Array, axes: Sequence[int], source: Sequence[Array]) -> Array:
        """Every rank receives from one and sends to one: the one that names it as its source."""
        here = self._group_number(axes, self.position)
        sources = [
            np.broadcast_to(self._here(coordinate, axes), [self.mesh.shape[axis] for axis in axes])
            for coordinate in source
        ]
        numbers = np.ravel_multi_index(sources, [self.mesh.shape[axis] for axis in axes]) if axes else np.zeros(())
        by_number = np.ravel(numbers)
        (destination,) = np.flatnonzero(by_number == here)
        return _passed_on(self._group(axes), value, int(destination), int(by_number[here]))

    def rotated(self, value: Array, axes: Sequence[int], step: int) -> Array:
        """MPI's Sendrecv."""
        group = self._group(axes)
        return _passed_on(group, value, (group.rank - step) % group.size, (group.rank + step) % group.size)

    def _group(self, axes: Sequence[int]) -> MPI.Comm:
        """The communicator of the ranks that differ from this one along `axes` only."""
        key = tuple(axes)
        if key not in self._groups:
            rest = [axis for axis in self.mesh.axes if axis not in key]
            color = self._group_number(rest, self.position)
            self._groups[key] = self.world.Split(color, self._group_number(key, self.position))
        return self._groups[key]

    def _group_number(self, axes: Sequence[int], position: Sequence[int]) -> int:
        """The number of a device among those that differ along `axes` only."""
        number = 0
        for axis in axes:
            number = number * self.mesh.shape[axis] + position[axis]
        return number

    def _root(self, axes: Sequence[int], root: Sequence[Array]) -> int:
        """The number of the root in this rank's group."""
        position = dict(zip(axes, (int(self._here(coordinate)) for coordinate in root), strict=True))
        return self._group_number(axes, [position.get(axis, 0) for axis in self.mesh.axes])

    def _here(self, scalars: Array, but: Sequence[int] = ()) -> Array:
        """This device's of all devices' scalars; along the axes `but`, in their order, those of its group."""
        at = [0 if size == 1 else here for here, size in zip(self.position, scalars.shape, strict=True)]
        kept = [slice(None) if axis in but else here for axis, here in enumerate(at)]
        order = sorted(but)
        return scalars[tuple(kept)].transpose([order.index(axis) for axis in but])

    def _split(self, value: Array, count: int, dim: int) -> Array:
        """The parts along a tensor dim, as the first dim."""
        at = self.mesh.rank + dim
        parts = value.reshape((*value.shape[:at], count, value.shape[at] // count, *value.shape[at + 1 :]))
        return np.moveaxis(parts, at, 0)

    def _joined(self, parts: Array, dim: int) -> Array:
        """Parts, the first dim, joined along a tensor dim."""
        at = self.mesh.rank + dim
        shape = parts.shape[1:]
        return np.moveaxis(parts, 0, at).reshape((*shape[:at], parts.shape[0] * shape[at], *shape[at + 1 :]))


def _native(value: Array, kind: ReductionKind) -> tuple[Array, MPI.Op | None]:
    """The value as MPI reduces it, and with what; None where it does not do as NumPy does."""
    value = np.ascontiguousarray(value)
    known = _REDUCTIONS.get(value.dtype.name, {})
    return (value.view(np.uint8) if value.dtype == np.bool_ else value), known.get(kind)


def _reduced(parts: Array, kind: ReductionKind) -> Array:
    """The reduction of parts, the first dim."""
    return device_arrays.reduce(parts, 0, parts.shape[0], kind)[0]


def as_bytes(array: Array) -> tuple[Any, MPI.Datatype]:
    """A contiguous array as a buffer of bytes, whatever its elements."""
    return array.reshape(-1).view(np.uint8), MPI.BYTE


def _all_gathered(group: MPI.Comm, value: Array) -> Array:
    """The values of the group's ranks, the first dim."""
    received = np.empty((group.size, *value.shape), value.dtype)
    group.Allgather(as_bytes(np.ascontiguousarray(value)), as_bytes(received))
    return received


def _exchanged(group: MPI.Comm, parts: Array) -> Array:
    """What the ranks of the group send this one; it sends part `i`, of the first dim, to rank `i`."""
    received = np.empty(parts.shape, parts.dtype)
    group.Alltoall(as_bytes(np.ascontiguousarray(parts)), as_bytes(received))
    return received


def _passed_on(group: MPI.Comm, value: Array, destination: int, source: int) -> Array:
    """What comes from one rank of the group while the value goes to another."""
    received = np.empty(value.shape, value.dtype)
    sent = as_bytes(np.ascontiguousarray(value))
    group.Sendrecv(sent, destination, recvbuf=as_bytes(received), source=source)
    return received
