"""What the devices of a mesh do together: the ops of the mesh dialect, on whatever an engine has as devices.

An engine's arrays have the mesh's axes in front of the local shape, as in `device_arrays`: all devices' values in one
array where one process simulates them all, and size 1 on every axis where each process is one device.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

import numpy as np
from xdsl.dialects.builtin import DYNAMIC_INDEX
from xdsl.ir import Operation, SSAValue

from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.program.exchanges import Halo, halos_of
from llmsys_ir.program.signature import spec_of
from llmsys_ir.runtime import device_arrays, device_exchanges
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import ReductionKind

_RootedOp = mesh_dialect.BroadcastOp | mesh_dialect.GatherOp | mesh_dialect.ReduceOp | mesh_dialect.ScatterOp
_ReducingOp = mesh_dialect.AllReduceOp | mesh_dialect.ReduceOp | mesh_dialect.ReduceScatterOp


class Devices(ABC):
    """The devices of a mesh, and where values are on their way to.

    Coordinates, of roots, sources and destinations, are arrays of scalars of *all* devices; values are those of the
    engine's own. `own` and `of_all` lead from one to the other.
    """

    def __init__(self, mesh: Mesh):
        self.mesh = mesh
        self.destinations: dict[SSAValue, tuple[Array, ...]] = {}
        """Per result of a send, the coordinates that it goes to."""

    @abstractmethod
    def own(self, scalars: Array) -> Array:
        """Those of all devices' scalars that are the engine's own."""

    @abstractmethod
    def of_all(self, scalars: Array) -> Array:
        """The scalars of all devices, of which these are the engine's own."""

    @abstractmethod
    def own_copies(self, value: Array, axes: Sequence[int]) -> Array:
        """A copy of the value in which every device along `axes` may be given another one."""

    @abstractmethod
    def all_gather(self, value: Array, axes: Sequence[int], dim: int) -> Array:
        """Join the parts of each group along tensor dim `dim`, the first axis outermost."""

    @abstractmethod
    def all_slice(self, value: Array, axes: Sequence[int], dim: int) -> Array:
        """Each device's slice of tensor dim `dim`."""

    @abstractmethod
    def all_to_all(self, value: Array, axes: Sequence[int], split: int, concat: int) -> Array:
        """Part `i` along dim `split` goes to device `i` of the group, which joins what it gets along `concat`."""

    @abstractmethod
    def all_reduce(self, value: Array, axes: Sequence[int], kind: ReductionKind) -> Array:
        """The reduction over each group, on all of its devices."""

    @abstractmethod
    def reduce_scatter(self, value: Array, axes: Sequence[int], dim: int, kind: ReductionKind) -> Array:
        """Each device's slice along `dim` of the reduction over its group."""

    @abstractmethod
    def broadcast(self, value: Array, axes: Sequence[int], root: Sequence[Array]) -> Array:
        """The value of each group's root, which has the coordinates `root` along `axes`, on all of its devices."""

    @abstractmethod
    def scatter(self, value: Array, axes: Sequence[int], root: Sequence[Array], dim: int) -> Array:
        """Each device's slice along `dim` of the value of its group's root."""

    @abstractmethod
    def gather(self, value: Array, axes: Sequence[int], root: Sequence[Array], dim: int) -> Array:
        """The parts of each group joined along `dim` on its root; anything on the others."""

    @abstractmethod
    def reduce(self, value: Array, axes: Sequence[int], root: Sequence[Array], kind: ReductionKind) -> Array:
        """The reduction over each group on its root; anything on the others."""

    @abstractmethod
    def receive(self, value: Array, axes: Sequence[int], source: Sequence[Array]) -> Array:
        """The value of the device with the coordinates `source` along `axes`, which sends to this one only."""

    @abstractmethod
    def rotated(self, value: Array, axes: Sequence[int], step: int) -> Array:
        """The value of the device `step` places on in each group, around its ends."""

    def run(self, op: Operation, operands: Sequence[Array]) -> tuple[Array, ...]:
        """The results of an op of the mesh dialect.

        Raises:
            ValueError: it cannot be run.
        """
        match op:
            case mesh_dialect.ProcessMultiIndexOp():
                return tuple(self.own(device_arrays.coordinates(axis, self.mesh)) for axis in self._axes(op))
            case mesh_dialect.ProcessLinearIndexOp():
                return (self.own(np.arange(self.mesh.num_devices, dtype=np.int64).reshape(self.mesh.shape)),)
            case mesh_dialect.MeshShapeOp():
                return tuple(self._everywhere(self.mesh.shape[axis]) for axis in self._axes(op))
            case mesh_dialect.NeighborsLinearIndicesOp():
                return device_exchanges.neighbor_numbers(operands, op.split_axes.get_values(), self.mesh)
            case mesh_dialect.UpdateHaloOp():
                dims = dict(enumerate(op.axes_lists()))
                return (device_exchanges.update_halos(operands[0], dims, self.halo_sizes(op, operands), self),)
            case mesh_dialect.CollectiveOp():
                return (self._collective(op, operands),)
            case _:
                raise ValueError(f"'{op.name}' is not known to the engine")

    def halo_sizes(self, op: mesh_dialect.UpdateHaloOp, operands: Sequence[Array]) -> Mapping[int, Halo]:
        """The halos of an op with these operands.

        Raises:
            ValueError: devices differ on their sizes.
        """
        sizes = [self.of_all(size) for size in operands[1:]]
        if any((size != size.reshape(-1)[0]).any() for size in sizes):
            raise ValueError("halos whose sizes differ between devices are not supported")
        return halos_of(op, [int(size.reshape(-1)[0]) for size in sizes])

    def _axes(self, op: mesh_dialect.ProcessMultiIndexOp | mesh_dialect.MeshShapeOp) -> Sequence[int]:
        return op.axes.get_values() or self.mesh.axes

    def _collective(self, op: mesh_dialect.CollectiveOp, operands: Sequence[Array]) -> Array:
        value, axes = operands[0], op.axes
        match op:
            case mesh_dialect.AllGatherOp():
                return self.all_gather(value, axes, op.gather_axis.value.data)
            case mesh_dialect.AllSliceOp():
                return self.all_slice(value, axes, op.slice_axis.value.data)
            case mesh_dialect.AllToAllOp():
                return self.all_to_all(value, axes, op.split_axis.value.data, op.concat_axis.value.data)
            case mesh_dialect.AllReduceOp():
                return self.all_reduce(_as_result(op, value), axes, op.kind)
            case mesh_dialect.ReduceScatterOp():
                return self.reduce_scatter(_as_result(op, value), axes, op.tensor_axis, op.kind)
            case mesh_dialect.ShiftOp():
                axis, offset, rotate = op.shift_axis.value.data, op.offset.value.data, op.rotate is not None
                return device_exchanges.shift(value, axis, offset, self, rotate=rotate)
            case (
                mesh_dialect.BroadcastOp()
                | mesh_dialect.GatherOp()
                | mesh_dialect.ReduceOp()
                | mesh_dialect.ScatterOp()
            ):
                root = device_exchanges.roots(self._device(op.root.get_values(), operands[1:]), axes, self.mesh)
                return self._rooted(op, value, root)
            case mesh_dialect.SendOp():
                self.destinations[op.result] = self._device(op.destination.get_values(), operands[1:])
                return value
            case mesh_dialect.RecvOp():
                return self._received(op, operands)
            case _:
                raise ValueError(f"'{op.name}' is not known to the engine")

    def _rooted(self, op: _RootedOp, value: Array, root: Sequence[Array]) -> Array:
        match op:
            case mesh_dialect.BroadcastOp():
                return self.broadcast(value, op.axes, root)
            case mesh_dialect.ScatterOp():
                return self.scatter(value, op.axes, root, op.tensor_axis)
            case mesh_dialect.GatherOp():
                value = self.gather(value, op.axes, root, op.gather_axis.value.data)
            case mesh_dialect.ReduceOp():
                value = self.reduce(_as_result(op, value), op.axes, root, op.kind)
        return device_exchanges.on_root(value, op.axes, root, self)

    def _received(self, op: mesh_dialect.RecvOp, operands: Sequence[Array]) -> Array:
        """The value from the device that it comes from, which must have sent it here."""
        if op.source is None or op.input not in self.destinations:
            raise ValueError("expected a source, and the result of a 'mesh.send' to receive")
        source = self._device(op.source.get_values(), operands[1:])
        for axis, coordinate in zip(op.axes, self.destinations[op.input], strict=True):
            arrived = device_arrays.fetch(coordinate, op.axes, source, self.mesh)
            here = device_arrays.coordinates(axis, self.mesh)
            if (arrived != here).any():
                raise ValueError("some device receives from one that sends elsewhere")
        return self.receive(operands[0], op.axes, source)

    def _device(self, static: Sequence[int], dynamic: Sequence[Array]) -> tuple[Array, ...]:
        """The coordinates, static or dynamic, that each device names."""
        given = iter(dynamic)
        return tuple(
            self.of_all(next(given)) if value == DYNAMIC_INDEX else self._everywhere(value) for value in static
        )

    def _everywhere(self, value: int) -> Array:
        return np.full((1,) * self.mesh.rank, value, np.int64)


def _as_result(op: _ReducingOp, value: Array) -> Array:
    """A value to be reduced, in the result's element type."""
    return value.astype(numpy_dtype(spec_of(op.result.type).dtype), copy=False)
