"""The MPI engine: an SPMD program on the ranks of MPI, one for each device of its mesh, with the NumPy kernels.

Rank 0 leads: it alone reads programs and inputs, sends every rank its part, takes part in the run itself and gathers
the results. The others serve it, one program after the other, until it ends. A rank that fails says why and ends all
ranks; one that is killed is noticed by `mpirun`, which ends the others.
"""

from __future__ import annotations

import os
import sys
import time
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from statistics import median
from typing import TYPE_CHECKING

from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import context
from llmsys_ir.runtime.device_arrays import ReplicaError
from llmsys_ir.runtime.engines.processes import EngineError, first_line
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import RUNS, Outcome, Program, find_program
from llmsys_ir.tools.parsing import parse_module
from llmsys_ir.tools.printing import module_text

if TYPE_CHECKING:
    from mpi4py import MPI

_NAP = 0.001
"""Seconds between two looks for something to do."""

_COURTESY = 0.5
"""Seconds that a rank which fails leaves to each of those before it, which may fail alike: one is to be heard."""

_LONGEST_COURTESY = 5.0

_SIZES = ("PMI_SIZE", "OMPI_COMM_WORLD_SIZE")
"""The variables of the environment in which an `mpirun` says how many ranks it has started."""

_NUMBERS = ("MPI_LOCALRANKID", "OMPI_COMM_WORLD_LOCAL_RANK", "SLURM_LOCALID", "PMI_RANK", "OMPI_COMM_WORLD_RANK")
"""Those in which it says which one a process is, on its host if it says that."""


@dataclass(frozen=True)
class _Job:
    """A program to run."""

    text: str
    entry: str
    is_traced: bool
    runs: int

    def program(self) -> Program:
        """The program, as rank 0 has it."""
        return find_program(parse_module(context(allow_unregistered=True), self.text, "program"), self.entry)


@dataclass
class Ranks:
    """The ranks that `mpirun` has started, of which this process is one."""

    world: MPI.Comm
    _is_running: bool = field(default=False, init=False)

    @property
    def is_first(self) -> bool:
        """Whether this is rank 0, which leads."""
        return self.world.rank == 0

    def run(self, program: Program, inputs: Sequence[Array], *, is_traced: bool = False, runs: int = RUNS) -> Outcome:
        """Run on global inputs and give global results, on rank 0; the other ranks must `serve`.

        `wall_seconds` is the median of `runs` runs after a first one, with the inputs on the ranks; each takes as long
        as on its slowest rank. With `is_traced` the outcome has the events of these runs.

        Raises:
            EngineError: there is not one rank for each device.
            OperationError: an op cannot be run, or ranks disagree on a value that they should all hold.
        """
        from llmsys_ir.runtime.engines.ranks import Part

        _check(program, self.world.size)
        module = program.function.get_toplevel_object()
        assert isinstance(module, ModuleOp)
        job = _Job(module_text(module), program.function.sym_name.data, is_traced, runs)
        self._is_running = True
        for rank in range(1, self.world.size):
            self.world.send(job, rank)
        with Part(program, self.world) as part:
            ran = part.run(part.scatter(inputs), is_traced=is_traced, runs=runs)
            try:
                results = part.gather(ran.first.results)
            except ReplicaError as error:
                raise OperationError(program.function, str(error)) from None
            events = part.gather_events(ran.events)
        self._is_running = False
        return Outcome(results, ran.first.collectives, ran.first.peak_bytes, median(ran.seconds), events)

    def serve(self) -> None:
        """Run what rank 0 sends, until it ends; not on rank 0. What goes wrong ends all ranks."""
        from llmsys_ir.runtime.engines.ranks import Part

        try:
            while (job := self._next_job()) is not None:
                with Part(job.program(), self.world) as part:
                    ran = part.run(part.receive(), is_traced=job.is_traced, runs=job.runs)
                    part.send(ran.first.results)
                    part.gather_events(ran.events)
        except Exception as error:
            time.sleep(min(_COURTESY * (1 + self.world.rank), _LONGEST_COURTESY))
            sys.stderr.write(f"rank {self.world.rank}: error: {first_line(error)}\n")
            self._abort()

    def end(self) -> None:
        """End the other ranks, on rank 0; in the middle of a run at once."""
        if self._is_running:
            self._abort()
        for rank in range(1, self.world.size):
            self.world.send(None, rank)

    def _abort(self) -> None:
        """End all ranks, but first let `mpirun` pass on what has been said, or it may be lost."""
        sys.stdout.flush()
        sys.stderr.flush()
        time.sleep(_COURTESY)
        self.world.Abort(1)

    def _next_job(self) -> _Job | None:
        """What rank 0 sends; it may take its time, in which this rank leaves the processor to others."""
        while not self.world.iprobe(0):
            time.sleep(_NAP)
        return self.world.recv(source=0)


def _check(program: Program, size: int) -> None:
    """Check that there is one rank for each device of a program.

    Raises:
        EngineError: there is not.
    """
    mesh = program.mesh
    if mesh is None:
        raise EngineError("--engine=mpi runs partitioned programs; see llmsys-opt --spmd-partition")
    if size == mesh.num_devices:
        return
    there = "is 1 rank" if size == 1 else f"are {size} ranks"
    raise EngineError(
        f"the program is for {mesh.num_devices} devices ({mesh}), and there {there}; "
        f"start it with mpirun -n {mesh.num_devices}"
    )


def join() -> Ranks:
    """The ranks of this process's `mpirun`.

    Raises:
        EngineError: there is no mpi4py, or it has no MPI, or another one than `mpirun`.
        SystemExit: the same, on ranks that leave it to the first one of their host to say so.
    """
    try:
        return Ranks(_world())
    except EngineError:
        if next((os.environ[name] for name in _NUMBERS if name in os.environ), "0") == "0":
            raise
        raise SystemExit(1) from None


def _world() -> MPI.Comm:
    """MPI's communicator of all ranks.

    Raises:
        EngineError: there is none, or it is of this process alone.
    """
    try:
        with warnings.catch_warnings(action="ignore"):  # about the wrong mpirun
            mpi = import_module("mpi4py.MPI")
    except (ImportError, RuntimeError) as error:
        missing = "mpi4py, which is not installed" if isinstance(error, ImportError) else "an MPI, which mpi4py misses"
        raise EngineError(f"--engine=mpi needs {missing}; pip install 'llmsys-ir[mpi]'") from None
    started = next((os.environ[name] for name in _SIZES if name in os.environ), "1")
    if mpi.COMM_WORLD.size == 1 and started != "1":
        raise EngineError(
            f"this mpirun has started {started} ranks, and each is alone: it is of another MPI than mpi4py's, "
            f"{mpi.get_vendor()[0]}; take that one's mpirun, or pip install --no-binary=mpi4py mpi4py for this one"
        )
    return mpi.COMM_WORLD
