"""The devices of a mesh, simulated all at once: every value is one device array."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from llmsys_ir.runtime import device_arrays, device_exchanges
from llmsys_ir.runtime.engines.devices import Devices
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.sharding.sharding import ReductionKind


class SimulatedDevices(Devices):
    """All devices of a mesh, in one process."""

    def own(self, scalars: Array) -> Array:
        """All of them."""
        return scalars

    def of_all(self, scalars: Array) -> Array:
        """The same."""
        return scalars

    def own_copies(self, value: Array, axes: Sequence[int]) -> Array:
        """A copy with the sizes of the mesh's `axes`."""
        rank = self.mesh.rank
        lead = tuple(self.mesh.shape[axis] if axis in axes else size for axis, size in enumerate(value.shape[:rank]))
        return np.array(np.broadcast_to(value, lead + value.shape[rank:]))

    def all_gather(self, value: Array, axes: Sequence[int], dim: int) -> Array:
        """See `device_arrays.all_gather`."""
        return device_arrays.all_gather(value, axes, dim, self.mesh)

    def all_slice(self, value: Array, axes: Sequence[int], dim: int) -> Array:
        """See `device_arrays.all_slice`."""
        return device_arrays.all_slice(value, axes, dim, self.mesh)

    def all_to_all(self, value: Array, axes: Sequence[int], split: int, concat: int) -> Array:
        """See `device_arrays.all_to_all`."""
        return device_arrays.all_to_all(value, axes, split, concat, self.mesh)

    def all_reduce(self, value: Array, axes: Sequence[int], kind: ReductionKind) -> Array:
        """Axis by axis, see `device_arrays.reduce`."""
        for axis in axes:
            value = device_arrays.reduce(value, axis, self.mesh.shape[axis], kind)
        return value

    def reduce_scatter(self, value: Array, axes: Sequence[int], dim: int, kind: ReductionKind) -> Array:
        """The slices of the reduction."""
        return self.all_slice(self.all_reduce(value, axes, kind), axes, dim)

    def broadcast(self, value: Array, axes: Sequence[int], root: Sequence[Array]) -> Array:
        """See `device_arrays.fetch`."""
        return device_arrays.fetch(value, axes, root, self.mesh)

    def scatter(self, value: Array, axes: Sequence[int], root: Sequence[Array], dim: int) -> Array:
        """The slices of the root's value."""
        return self.all_slice(self.broadcast(value, axes, root), axes, dim)

    def gather(self, value: Array, axes: Sequence[int], root: Sequence[Array], dim: int) -> Array:  # noqa: ARG002
        """On every device as on the root."""
        return self.all_gather(value, axes, dim)

    def reduce(self, value: Array, axes: Sequence[int], root: Sequence[Array], kind: ReductionKind) -> Array:  # noqa: ARG002
        """On every device as on the root."""
        return self.all_reduce(value, axes, kind)

    def receive(self, value: Array, axes: Sequence[int], source: Sequence[Array]) -> Array:
        """See `device_arrays.fetch`."""
        return device_arrays.fetch(value, axes, source, self.mesh)

    def rotated(self, value: Array, axes: Sequence[int], step: int) -> Array:
        """What the devices hold that are found there."""
        source, _ = device_exchanges.neighbors(axes, step, self.mesh)
        return device_arrays.fetch(value, axes, source, self.mesh)
