"""`llmsys-calibrate`: measure the machine, and write it as a cluster that plans are made for."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from llmsys_ir.tools.driver import ArgumentParser, Console, run_on_ranks, write_text

if TYPE_CHECKING:
    from llmsys_ir.runtime.calibration import Calibration, Engine
    from llmsys_ir.runtime.engines.mpi import Ranks
    from llmsys_ir.sharding.mesh import Mesh

_TOOL = "llmsys-calibrate"

_LOCAL_RANKS = ("MPI_LOCALNRANKS", "OMPI_COMM_WORLD_LOCAL_SIZE")
"""The variables of the environment in which an `mpirun` says how many ranks it has started on this host."""


def main(
    argv: Sequence[str] | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Measure, print a table and write a TOML file; returns the exit code."""
    console = Console(_TOOL, stdin or sys.stdin, stdout or sys.stdout, stderr or sys.stderr)
    try:
        arguments = _parser().parse_args(argv)
    except argparse.ArgumentError as error:
        console.fail(str(error))
        return console.exit_code
    if arguments.engine == "mpi":
        return run_on_ranks(console, _TOOL, lambda ranks: _on_ranks(arguments, console, ranks))
    with console.guard(_TOOL):
        (_on_xla if arguments.engine == "xla" else _alone)(arguments, console)
    return console.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = ArgumentParser(
        prog=_TOOL,
        description="Measure the machine that this runs on, and write it as a cluster: cluster=FILE.toml of "
        "llmsys-opt --auto-shard. Prints the measured times beside those of the cost model.",
    )
    parser.add_argument("--mesh", metavar="4x8", help="its devices (default: all in a row)")
    parser.add_argument(
        "--engine",
        choices=["xla", "mpi", "numpy"],
        default="xla",
        help="what to measure: JAX's devices, the ranks of mpirun, or one process of NumPy, with a default link "
        "(default: xla)",
    )
    parser.add_argument(
        "--largest",
        type=_size,
        default=16 << 20,
        metavar="SIZE",
        help="bytes per device of the largest array that is sent; a small one makes it quick (default: 16MiB)",
    )
    parser.add_argument("-o", "--output", default="-", metavar="FILE.toml", help="where to write it (default: stdout)")
    return parser


def _size(text: str) -> int:
    from llmsys_ir.cost.cluster import ClusterError, parse_size

    try:
        size = parse_size(text)
    except ClusterError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if size < 1024:
        raise argparse.ArgumentTypeError(f"expected a size of at least 1KiB, got '{text}'")
    return size


def _on_xla(arguments: argparse.Namespace, console: Console) -> None:
    from llmsys_ir.runtime.calibration import RUNS, physical_memory
    from llmsys_ir.runtime.engines.xla import all_devices, device_memory, run_on_xla

    mesh = _mesh(arguments) or _row(len(all_devices()))
    found = _measured(arguments, partial(run_on_xla, runs=RUNS), mesh)
    _write(arguments, console, found, device_memory() or physical_memory(mesh.num_devices))


def _on_ranks(arguments: argparse.Namespace, console: Console, ranks: Ranks) -> None:
    from llmsys_ir.runtime.calibration import RUNS, physical_memory

    found = _measured(arguments, partial(ranks.run, runs=RUNS), _mesh(arguments) or _row(ranks.world.size))
    here = next((int(os.environ[name]) for name in _LOCAL_RANKS if name in os.environ), ranks.world.size)
    _write(arguments, console, found, physical_memory(here))


def _alone(arguments: argparse.Namespace, console: Console) -> None:
    from llmsys_ir.runtime.calibration import physical_memory, run_alone

    mesh = _mesh(arguments) or _row(1)
    _write(arguments, console, _measured(arguments, run_alone, mesh), physical_memory(mesh.num_devices))


def _mesh(arguments: argparse.Namespace) -> Mesh | None:
    """The mesh that is asked for."""
    from llmsys_ir.diagnostics import UserError
    from llmsys_ir.sharding.mesh import Mesh

    try:
        return None if arguments.mesh is None else Mesh.parse(arguments.mesh)
    except ValueError as error:
        raise UserError(f"--mesh: {error}") from None


def _row(devices: int) -> Mesh:
    from llmsys_ir.sharding.mesh import Mesh

    return Mesh((devices,))


def _measured(arguments: argparse.Namespace, run: Engine, mesh: Mesh) -> Calibration:
    from llmsys_ir.runtime.calibration import calibrate

    _check_writable(arguments.output)
    return calibrate(run, mesh, arguments.largest, has_links=arguments.engine != "numpy")


def _check_writable(path: str) -> None:
    """Fail before measuring rather than after it.

    Raises:
        OSError: a file cannot be made there.
    """
    if path == "-":
        return
    try:
        with Path(path).open("ab") if Path(path).exists() else tempfile.TemporaryFile(dir=Path(path).parent):
            return
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error


def _write(arguments: argparse.Namespace, console: Console, found: Calibration, memory: int | None) -> None:
    from llmsys_ir.cost.cluster import cluster_to_toml
    from llmsys_ir.tools.calibration_table import comments, print_table

    print_table(found, console.stderr)
    cluster = replace(found.cluster, device=replace(found.cluster.device, memory=memory))
    head = "".join(f"# {line}\n" for line in comments(found, arguments.engine))
    write_text(arguments.output, head + cluster_to_toml(cluster), console.stdout)


if __name__ == "__main__":
    sys.exit(main())
