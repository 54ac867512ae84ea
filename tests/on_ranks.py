"""Programs on eight ranks of MPI: one `mpirun` for many, because its processes start slowly.

python on_ranks.py CASES RESULTS     # under mpirun
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from llmsys_ir.dialects import context
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.tools.parsing import parse_module

RANKS = 8
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Ran:
    """What a run gave: results, and by collective how often it ran and what each rank sent."""

    results: tuple[Any, ...]
    traffic: dict[str, tuple[int, int]]
    peak_bytes: int
    seconds: float


def environment() -> dict[str, str]:
    """For processes that find this package: one thread each that waits idly, as there are more than processors."""
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MPIR_CVAR_POLLS_BEFORE_YIELD"), "1")
    path = os.pathsep.join([str(BIN), os.environ["PATH"]])
    return {**os.environ, **threads, "PATH": path, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def mpirun(*command: str, ranks: int = RANKS, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """Run a command on ranks."""
    return subprocess.run(
        [str(BIN / "mpirun"), "-n", str(ranks), *command],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def on_ranks(cases: Sequence[tuple[str, Sequence[Any]]]) -> list[Ran]:
    """Run programs, each with its global inputs."""
    with tempfile.TemporaryDirectory() as folder:
        given, found = Path(folder) / "cases", Path(folder) / "results"
        given.write_bytes(pickle.dumps(cases))
        finished = mpirun(sys.executable, __file__, str(given), str(found), timeout=600)
        assert finished.returncode == 0, finished.stderr
        return pickle.loads(found.read_bytes())


def lead(given: Path, found: Path) -> None:
    """Run the programs in one file and write what they gave into another; on rank 0 of all ranks."""
    from llmsys_ir.runtime.engines.mpi import join

    ranks = join()
    if not ranks.is_first:
        ranks.serve()
        return
    ran: list[Ran] = []
    try:
        for text, inputs in pickle.loads(given.read_bytes()):
            program = find_program(parse_module(context(allow_unregistered=True), text, "program"))
            outcome = ranks.run(program, inputs, runs=1)
            traffic = {name: (of.count, of.nbytes) for name, of in outcome.collectives.items()}
            ran.append(Ran(outcome.results, traffic, outcome.peak_bytes, outcome.wall_seconds))
        found.write_bytes(pickle.dumps(ran))
    finally:
        ranks.end()


if __name__ == "__main__":
    from on_ranks import lead  # so that what is pickled belongs to a module that the tests know

    lead(Path(sys.argv[1]), Path(sys.argv[2]))
