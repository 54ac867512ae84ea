"""What the devices of a simulated mesh do together: the ops of the mesh dialect on device arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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

_RootedOp = mesh_dialect.BroadcastOp | mesh_dialect.GatherOp | mesh_dialect.ReduceOp | mesh_dialect.ScatterOp
_ReducingOp = mesh_dialect.AllReduceOp | mesh_dialect.ReduceOp | mesh_dialect.ReduceScatterOp


@dataclass
class SimulatedDevices:
    """The devices of a mesh, and where values are on their way to."""

    mesh: Mesh
    destinations: dict[SSAValue, tuple[Array, ...]] = field(default_factory=dict[SSAValue, "tuple[Array, ...]"])
    """Per result of a send, the coordinates that it goes to."""

    def run(self, op: Operation, operands: Sequence[Array]) -> tuple[Array, ...]:
        """The results of an op of the mesh dialect on all devices.

        Raises:
            ValueError: it cannot be run.
        """
        match op:
            case mesh_dialect.ProcessMultiIndexOp():
                axes = op.axes.get_values() or self.mesh.axes
                return tuple(device_arrays.coordinates(axis, self.mesh) for axis in axes)
            case mesh_dialect.ProcessLinearIndexOp():
                return (np.arange(self.mesh.num_devices, dtype=np.int64).reshape(self.mesh.shape),)
            case mesh_dialect.MeshShapeOp():
                axes = op.axes.get_values() or self.mesh.axes
                return tuple(self._everywhere(self.mesh.shape[axis]) for axis in axes)
            case mesh_dialect.NeighborsLinearIndicesOp():
                return device_exchanges.neighbor_numbers(operands, op.split_axes.get_values(), self.mesh)
            case mesh_dialect.UpdateHaloOp():
                return (self._halos_updated(op, operands),)
            case mesh_dialect.CollectiveOp():
                return (self._collective(op, operands),)
            case _:
                raise ValueError(f"'{op.name}' is not known to the simulator")

    def _collective(self, op: mesh_dialect.CollectiveOp, operands: Sequence[Array]) -> Array:
        value, axes = operands[0], op.axes
        match op:
            case mesh_dialect.AllGatherOp():
                return device_arrays.all_gather(value, axes, op.gather_axis.value.data, self.mesh)
            case mesh_dialect.AllSliceOp():
                return device_arrays.all_slice(value, axes, op.slice_axis.value.data, self.mesh)
            case mesh_dialect.AllToAllOp():
                split, concat = op.split_axis.value.data, op.concat_axis.value.data
                return device_arrays.all_to_all(value, axes, split, concat, self.mesh)
            case mesh_dialect.AllReduceOp():
                return self._reduced(op, value)
            case mesh_dialect.ReduceScatterOp():
                return device_arrays.all_slice(self._reduced(op, value), axes, op.tensor_axis, self.mesh)
            case mesh_dialect.ShiftOp():
                axis, offset, rotate = op.shift_axis.value.data, op.offset.value.data, op.rotate is not None
                return device_exchanges.shift(value, axis, offset, self.mesh, rotate=rotate)
            case (
                mesh_dialect.BroadcastOp()
                | mesh_dialect.GatherOp()
                | mesh_dialect.ReduceOp()
                | mesh_dialect.ScatterOp()
            ):
                return self._rooted(op, value, self._device(op.root.get_values(), operands[1:]))
            case mesh_dialect.SendOp():
                self.destinations[op.result] = self._device(op.destination.get_values(), operands[1:])
                return value
            case mesh_dialect.RecvOp():
                return self._received(op, operands)
            case _:
                raise ValueError(f"'{op.name}' is not known to the simulator")

    def _rooted(self, op: _RootedOp, value: Array, root: Sequence[Array]) -> Array:
        match op:
            case mesh_dialect.BroadcastOp():
                return device_exchanges.from_root(value, op.axes, root, self.mesh)
            case mesh_dialect.ScatterOp():
                whole = device_exchanges.from_root(value, op.axes, root, self.mesh)
                return device_arrays.all_slice(whole, op.axes, op.tensor_axis, self.mesh)
            case mesh_dialect.GatherOp():
                value = device_arrays.all_gather(value, op.axes, op.gather_axis.value.data, self.mesh)
            case mesh_dialect.ReduceOp():
                value = self._reduced(op, value)
        return device_exchanges.on_root(value, op.axes, root, self.mesh)

    def _halos_updated(self, op: mesh_dialect.UpdateHaloOp, operands: Sequence[Array]) -> Array:
        dims = dict(enumerate(op.axes_lists()))
        return device_exchanges.update_halos(operands[0], dims, halo_sizes(op, operands), self.mesh)

    def _reduced(self, op: _ReducingOp, value: Array) -> Array:
        """The reduction over the op's groups, in the result's element type."""
        value = value.astype(numpy_dtype(spec_of(op.result.type).dtype), copy=False)
        for axis in op.axes:
            value = device_arrays.reduce(value, axis, self.mesh.shape[axis], op.kind)
        return value

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
        return device_arrays.fetch(operands[0], op.axes, source, self.mesh)

    def _device(self, static: Sequence[int], dynamic: Sequence[Array]) -> tuple[Array, ...]:
        """A device's coordinates, static or dynamic, as device arrays."""
        given = iter(dynamic)
        return tuple(next(given) if value == DYNAMIC_INDEX else self._everywhere(value) for value in static)

    def _everywhere(self, value: int) -> Array:
        return np.full((1,) * self.mesh.rank, value, np.int64)


def halo_sizes(op: mesh_dialect.UpdateHaloOp, operands: Sequence[Array]) -> Mapping[int, Halo]:
    """The halos of an op with these operands.

    Raises:
        ValueError: devices differ on their sizes.
    """
    sizes = operands[1:]
    if any((size != size.reshape(-1)[0]).any() for size in sizes):
        raise ValueError("halos whose sizes differ between devices are not supported")
    return halos_of(op, [int(size.reshape(-1)[0]) for size in sizes])
