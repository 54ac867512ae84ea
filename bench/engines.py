"""What a step takes on eight CPU devices: partitioned here, by XLA for the same plan, and whole on one device.

    python bench/engines.py [--mesh 2x4] [--slow-devices] [MODEL ...]

prints a row per model: milliseconds of the simulator and of XLA (medians), how far the results are from JAX's own, and
whether the simulator and the engine report the same bytes by collective. With `--slow-devices` plans shard all they
can, as in `bench/models.py`; without, they are for a cluster of GPUs, whose network is fast. Exit code 1 if results or
bytes differ.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("XLA_FLAGS", "--xla_force_host_platform_device_count=8")

import numpy as np
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, ModuleOp

from llmsys_ir import partition
from llmsys_ir.dialects import context
from llmsys_ir.frontends.jax import from_lowered
from llmsys_ir.program.meshes import functions_of
from llmsys_ir.runtime.engines.numpy import Traffic
from llmsys_ir.runtime.engines.xla import compile_program, compile_text, run_on_xla
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import find_program, run_program
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.export_sdy import ExportSdyPass
from model_suite import MODELS
from models import relative_error, slow_devices


@dataclass(frozen=True)
class Row:
    """How one model went: seconds of a step, the largest error, and whether all is as it should be."""

    model: str
    simulated: float
    ours: float
    by_xla: float
    whole: float
    error: float
    same_bytes: bool
    within: bool

    def __str__(self) -> str:
        steps = (self.simulated, self.ours, self.by_xla, self.whole)
        cells = " ".join(f"{1000 * seconds:10.1f}" for seconds in steps)
        bytes_ = "same" if self.same_bytes else "DIFFER"
        return f"{self.model:24} {cells} {self.error:9.1e} {bytes_:>7}{'' if self.within else '  WRONG'}"


def measure(name: str, mesh: str, cluster: str | None) -> Row:
    """Run one model."""
    model = MODELS[name]
    program = model.build()
    module = _without_donation(from_lowered(program.lower()))
    inputs: list[Array] = program.inputs(0)
    whole = run_on_xla(find_program(module), inputs)
    annotated = module.clone()
    AutoShardPass(mesh=mesh if cluster is None else None, cluster=cluster).apply(context(), annotated)
    spmd = find_program(partition(annotated))
    simulated = run_program(spmd, inputs)
    ours = run_on_xla(spmd, inputs)
    ExportSdyPass().apply(context(), annotated)
    compiled = compile_program(spmd)
    devices: list[Any] = list(compiled.mesh.devices.flat)
    by_xla = replace(compiled, executable=compile_text(module_text(annotated), devices)).timed(inputs)
    expected = [np.asarray(result) for result in program.expected(inputs)]
    error = max(
        relative_error(*pair) for results in (ours.results, by_xla[0]) for pair in zip(results, expected, strict=True)
    )
    same = _counted(dict(simulated.collectives)) == _counted(dict(ours.collectives))
    return Row(
        name,
        simulated.wall_seconds,
        ours.wall_seconds,
        median(lap.seconds for lap in by_xla[1]),
        whole.wall_seconds,
        error,
        same,
        error <= model.tolerance,
    )


def _counted(traffic: dict[str, Traffic]) -> dict[str, tuple[int, int]]:
    return {name: (found.count, found.nbytes) for name, found in traffic.items()}


def _without_donation(module: ModuleOp) -> ModuleOp:
    """The program, in which arguments keep their memory: they are used for several runs."""
    for function in functions_of(module):
        entries = function.arg_attrs or ()
        kept = [{key: value for key, value in entry.data.items() if "alias" not in key} for entry in entries]
        function.arg_attrs = ArrayAttr(map(DictionaryAttr, kept)) if kept else None
    return module


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure steps on XLA's devices.")
    parser.add_argument("models", metavar="MODEL", nargs="*", default=list(MODELS))
    parser.add_argument("--mesh", default="2x4")
    parser.add_argument("--slow-devices", action="store_true", help="plans that shard all they can")
    given = parser.parse_args()
    heads = ("simulator", "ours", "XLA's", "one device")
    print(f"{'ms per step, ' + given.mesh:24} {' '.join(f'{head:>10}' for head in heads)} {'error':>9} {'bytes':>7}")
    fine = True
    with tempfile.TemporaryDirectory() as folder:
        cluster = Path(folder) / "slow_devices.toml"
        cluster.write_text(slow_devices(given.mesh), encoding="utf-8")
        for name in given.models:
            row = measure(name, given.mesh, str(cluster) if given.slow_devices else None)
            fine = fine and row.same_bytes and row.within
            print(row, flush=True)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
