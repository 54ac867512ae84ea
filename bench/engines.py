"""Every model of the suite on every engine: the numbers are JAX's, and the bytes by collective the simulator's.

    python bench/engines.py [--mesh 2x4] [--slow-devices] [--engine NAME ...] [MODEL ...]

plans and partitions each model and prints a row for each engine: how far the results are from JAX's own, as a part of
the largest value, whether count and bytes of each collective are those of the simulator, and the milliseconds of a step
(a median). The engines are

- `numpy`: the simulator;
- `xla`: XLA on host devices, as many as the mesh has;
- `partitioner`: the same, but XLA partitions the program as the plan is annotated, and chooses the collectives;
- `mpi`: a rank of MPI for each device;
- `processes`: XLA in two processes, each with half of the devices.

Without `--engine` and MODEL all models run on the first three, and a third of them also on the others. With
`--slow-devices` plans shard all they can, as in `bench/models.py`; without, they are for a cluster of GPUs, whose
network is fast. Exit code 1 if anything differs.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

os.environ.setdefault("XLA_FLAGS", "--xla_force_host_platform_device_count=8")

import numpy as np
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, ModuleOp

from llmsys_ir import partition
from llmsys_ir.dialects import context
from llmsys_ir.frontends.jax import from_lowered
from llmsys_ir.program.meshes import functions_of
from llmsys_ir.runtime.engines.xla import compile_program, compile_text, run_on_xla
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import Outcome, Program, find_program, run_program
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.export_sdy import ExportSdyPass
from model_suite import MODELS, VARIED
from models import relative_error, slow_devices

_PATIENCE = 600
"""Seconds that processes may take together."""


@dataclass(frozen=True)
class Case:
    """A model, planned: its annotated module, what each device runs, and JAX's results for some inputs.

    In `folder` are `spmd.mlir` and `in.npz`, for other processes.
    """

    annotated: ModuleOp
    spmd: Program
    inputs: Sequence[Array]
    expected: Sequence[Array]
    folder: Path

    @cached_property
    def simulated(self) -> Ran:
        """What the simulator gives."""
        return Ran.of(run_program(self.spmd, self.inputs))

    @property
    def device_count(self) -> int:
        """How many devices it is for."""
        return 1 if self.spmd.mesh is None else self.spmd.mesh.num_devices


@dataclass(frozen=True)
class Ran:
    """What an engine gave: results, count and bytes by collective where they are known, seconds of a step."""

    results: Sequence[Array]
    traffic: Mapping[str, tuple[int, int]] | None
    seconds: float

    @classmethod
    def of(cls, outcome: Outcome) -> Ran:
        """What an engine in this process gave."""
        traffic = {name: (found.count, found.nbytes) for name, found in outcome.collectives.items()}
        return cls(outcome.results, traffic, outcome.wall_seconds)


Engine: TypeAlias = Callable[[Case], Ran]


class EngineFailedError(Exception):
    """A process ended with an error."""


def on_numpy(case: Case) -> Ran:
    """Run on the simulator."""
    return case.simulated


def on_xla(case: Case) -> Ran:
    """Run on XLA's devices."""
    return Ran.of(run_on_xla(case.spmd, case.inputs))


def partitioned_by_xla(case: Case) -> Ran:
    """Let XLA partition the annotated program."""
    annotated = case.annotated.clone()
    ExportSdyPass().apply(context(), annotated)
    compiled = compile_program(case.spmd)
    devices: list[Any] = list(compiled.mesh.devices.flat)
    results, laps = replace(compiled, executable=compile_text(module_text(annotated), devices)).timed(case.inputs)
    return Ran(results, None, median(lap.seconds for lap in laps))


def on_ranks(case: Case) -> Ran:
    """Run on ranks of MPI."""
    mpirun = Path(sys.executable).parent / "mpirun"
    return _run_tool(case, [["--engine=mpi"]], (str(mpirun), "-n", str(case.device_count)))


def in_two_processes(case: Case) -> Ran:
    """Run on XLA in two processes on this machine."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    return _run_tool(case, [["--engine=xla", f"--processes=127.0.0.1:{port},2,{number}"] for number in range(2)])


def _run_tool(case: Case, flags: Sequence[Sequence[str]], prefix: Sequence[str] = ()) -> Ran:
    """Run `llmsys-run` in a process for each list of flags, of which the first one writes what all have computed.

    Raises:
        EngineFailedError: one of them fails.
    """
    program, inputs, outputs, summary = (
        case.folder / name for name in ("spmd.mlir", "in.npz", "out.npz", "summary.json")
    )
    command = [*prefix, sys.executable, "-m", "llmsys_ir.tools.llmsys_run", str(program), f"--inputs={inputs}"]
    start = partial(
        subprocess.Popen[str], env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    started = [start([*command, f"--outputs={outputs}", f"--json={summary}", *given]) for given in flags]
    try:
        said = [process.communicate(timeout=_PATIENCE)[1] for process in started]
    finally:
        for process in started:
            process.kill()
    for process, text in zip(started, said, strict=True):
        if process.returncode:
            raise EngineFailedError(next((line for line in text.splitlines() if "error:" in line), text.strip()))
    with np.load(outputs) as written:
        rows = zip(written.values(), case.spmd.results, strict=True)
        results = [_typed(array, numpy_dtype(port.spec.dtype)) for array, port in rows]
    told = json.loads(summary.read_text(encoding="utf-8"))
    traffic = {name: (found["count"], found["bytes"]) for name, found in told["collectives"].items()}
    return Ran(results, traffic, told["wall_seconds"])


def _environment() -> dict[str, str]:
    """For processes that find this package, with a thread each and as many devices as they ask for."""
    kept = {name: value for name, value in os.environ.items() if name != "XLA_FLAGS"}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    return {**kept, **threads, "JAX_PLATFORMS": "cpu", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _typed(array: Array, dtype: np.dtype[Any]) -> Array:
    """An array as it was written: files do not know narrow floats."""
    return array.view(dtype) if array.dtype.kind == "V" else array


ENGINES: Mapping[str, Engine] = {
    "numpy": on_numpy,
    "xla": on_xla,
    "partitioner": partitioned_by_xla,
    "mpi": on_ranks,
    "processes": in_two_processes,
}

_OF_MANY_PROCESSES = ("mpi", "processes")


def plan(name: str, mesh: str, cluster: Path | None, folder: Path) -> Case:
    """Plan and partition a model."""
    model = MODELS[name].build()
    annotated, inputs = _without_donation(from_lowered(model.lower())), list[Array](model.inputs(0))
    AutoShardPass(mesh=mesh if cluster is None else None, cluster=cluster and str(cluster)).apply(context(), annotated)
    spmd = partition(annotated)
    (folder / "spmd.mlir").write_text(module_text(spmd), encoding="utf-8")
    np.savez(folder / "in.npz", **{f"arg{number}": array for number, array in enumerate(inputs)})
    return Case(annotated, find_program(spmd), inputs, [np.asarray(each) for each in model.expected(inputs)], folder)


def _without_donation(module: ModuleOp) -> ModuleOp:
    """The program, in which arguments keep their memory: they are used for several runs."""
    for function in functions_of(module):
        entries = function.arg_attrs or ()
        kept = [{key: value for key, value in entry.data.items() if "alias" not in key} for entry in entries]
        function.arg_attrs = ArrayAttr(map(DictionaryAttr, kept)) if kept else None
    return module


def measure(name: str, engine: str, case: Case) -> tuple[str, bool]:
    """Run a model on an engine: the row, and whether all is as it should be."""
    try:
        ran = ENGINES[engine](case)
    except EngineFailedError as error:
        return f"{name:24} {engine:12} FAILED {error}", False
    error = max(relative_error(*pair) for pair in zip(ran.results, case.expected, strict=True))
    same, within = ran.traffic in (None, case.simulated.traffic), error <= MODELS[name].tolerance
    sent = "" if ran.traffic is None else "same" if same else "DIFFER"
    row = f"{name:24} {engine:12} {error:9.1e} {sent:>6} {1000 * ran.seconds:10.1f}{'' if within else '  WRONG'}"
    return row, same and within


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="Run models on all engines.")
    parser.add_argument("models", metavar="MODEL", nargs="*")
    parser.add_argument("--mesh", default="2x4")
    parser.add_argument("--engine", action="append", choices=list(ENGINES), help="which ones, by default all")
    parser.add_argument("--slow-devices", action="store_true", help="plans that shard all they can")
    given = parser.parse_args()
    print(f"{'model, ' + given.mesh:24} {'engine':12} {'error':>9} {'bytes':>6} {'ms':>10}")
    right: list[bool] = []
    with tempfile.TemporaryDirectory() as folder:
        cluster = Path(folder) / "slow_devices.toml"
        cluster.write_text(slow_devices(given.mesh), encoding="utf-8")
        for name in given.models or MODELS:
            case = plan(name, given.mesh, cluster if given.slow_devices else None, Path(folder))
            for engine in given.engine or ENGINES:
                if given.engine or given.models or name in VARIED or engine not in _OF_MANY_PROCESSES:
                    row, fine = measure(name, engine, case)
                    right.append(fine)
                    print(row, flush=True)
    print(f"{sum(right)} of {len(right)} as they should be")
    return 0 if all(right) else 1


if __name__ == "__main__":
    sys.exit(main())
