"""One rank's part in a run: its arguments from rank 0, timed runs, its results to rank 0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Self

import numpy as np
from mpi4py import MPI
from xdsl.ir import Operation

from llmsys_ir.runtime import device_arrays
from llmsys_ir.runtime.engines.mpi_devices import RankDevices, as_bytes
from llmsys_ir.runtime.engines.numpy import Run, run_on
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import Event, Port, Program
from llmsys_ir.runtime.timelines import event_of


@dataclass(frozen=True)
class Runs:
    """The first run, the seconds that the slowest rank took for each of the others, and what this rank did in them."""

    first: Run
    seconds: Sequence[float]
    events: Sequence[Event]


class Part:
    """What this rank does in a run of a program; all ranks must call the methods in the same order."""

    def __init__(self, program: Program, world: MPI.Comm):
        assert program.mesh is not None
        self.program = program
        self.world = world
        self.mesh = program.mesh
        self.devices = RankDevices(program.mesh, world)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            self.devices.free()

    def scatter(self, inputs: Sequence[Array]) -> list[Array]:
        """Send every rank its part of the global inputs; rank 0's own."""
        return [self._scatter(port, array) for port, array in zip(self.program.arguments, inputs, strict=True)]

    def _scatter(self, port: Port, array: Array) -> Array:
        value = device_arrays.scatter(port.padded(array), port.sharding, self.mesh)
        parts = (np.ascontiguousarray(value[at]) for at in self._places(value.shape[: self.mesh.rank]))
        own = next(parts)
        for rank, part in enumerate(parts, 1):
            self.world.Send(as_bytes(part), rank)
        return own

    def _places(self, lead: Sequence[int]) -> Iterator[tuple[slice, ...]]:
        """Where each rank's part is in a device array of which these are the sizes along the mesh's axes."""
        for position in np.ndindex(*self.mesh.shape):
            yield tuple(slice(at, at + 1) if size > 1 else slice(1) for at, size in zip(position, lead, strict=True))

    def receive(self) -> list[Array]:
        """This rank's part of the inputs."""
        arguments: list[Array] = []
        for port in self.program.arguments:
            local = port.sharding.local_shape(port.padded_shape, self.mesh)
            arguments.append(np.empty((1,) * self.mesh.rank + local, numpy_dtype(port.spec.dtype)))
            self.world.Recv(as_bytes(arguments[-1]), 0)
        return arguments

    def run(self, arguments: Sequence[Array], *, is_traced: bool, runs: int) -> Runs:
        """Run the program once, and then `runs` times to take the time.

        Raises:
            OperationError: an op cannot be run.
        """
        events: list[Event] = []
        first = run_on(self.devices, self.program.function, arguments)
        self.world.Barrier()
        began = perf_counter()

        def watch(op: Operation, start: float, seconds: float) -> None:
            events.append(event_of(op, self.world.rank, start - began, seconds))

        seconds: list[float] = []
        for _ in range(runs):
            self.world.Barrier()
            started = perf_counter()
            run_on(self.devices, self.program.function, arguments, watch if is_traced else None)
            seconds.append(self.world.allreduce(perf_counter() - started, MPI.MAX))
        return Runs(first, seconds, events)

    def send(self, results: Sequence[Array]) -> None:
        """Send rank 0 this rank's results."""
        for result in results:
            self.world.Send(as_bytes(np.ascontiguousarray(result)), 0)

    def gather(self, results: Sequence[Array]) -> tuple[Array, ...]:
        """The global results of which these are rank 0's.

        Raises:
            ReplicaError: ranks that should hold the same values do not.
        """
        return tuple(self._gather(port, own) for port, own in zip(self.program.results, results, strict=True))

    def _gather(self, port: Port, own: Array) -> Array:
        used = port.sharding.used_axes
        lead = tuple(size if axis in used else 1 for axis, size in enumerate(self.mesh.shape))
        value = np.empty(lead + own.shape[self.mesh.rank :], own.dtype)
        for rank, at in enumerate(self._places(lead)):
            part = self._received(own, rank) if rank else own
            position = np.unravel_index(rank, self.mesh.shape)
            if not any(here for axis, here in enumerate(position) if axis not in used):
                value[at] = part
            elif not device_arrays.are_same(value[at], part):
                raise device_arrays.ReplicaError(f"rank {rank} should hold a replica, but its value differs")
        return port.without_padding(device_arrays.gather(value, port.sharding, self.mesh))

    def _received(self, like: Array, rank: int) -> Array:
        part = np.empty(like.shape, like.dtype)
        self.world.Recv(as_bytes(part), rank)
        return part

    def gather_events(self, events: Sequence[Event]) -> list[Event]:
        """The events of all ranks, on rank 0."""
        return [event for of_rank in self.world.gather(events) or () for event in of_rank]
