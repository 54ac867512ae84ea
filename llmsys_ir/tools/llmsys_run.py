"""`llmsys-run`: run a global or an SPMD program, and compare it with another one."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeAlias

from llmsys_ir.tools.driver import ArgumentParser, Console, input_name, load, read_text, run_on_ranks, write_text

if TYPE_CHECKING:
    from xdsl.dialects.builtin import ModuleOp

    from llmsys_ir.runtime.engines.processes import Processes
    from llmsys_ir.runtime.kernels.call import Array
    from llmsys_ir.runtime.programs import Difference, Outcome, Program

    Engine: TypeAlias = Callable[[Program, Sequence[Array]], Outcome]


_ENGINES = ("numpy", "xla", "mpi")


def main(
    argv: Sequence[str] | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Run the program in a file; returns the exit code, 1 if results differ from the reference's."""
    console = Console("llmsys-run", stdin or sys.stdin, stdout or sys.stdout, stderr or sys.stderr)
    try:
        arguments = _parser().parse_args(argv)
    except argparse.ArgumentError as error:
        console.fail(str(error))
        return console.exit_code
    if arguments.processes is not None and arguments.engine != "xla":
        console.fail("--processes is for --engine=xla; see llmsys-run --help")
        return console.exit_code
    if arguments.engine == "mpi":
        return run_on_ranks(
            console,
            input_name(arguments.program),
            lambda ranks: _run(arguments, console, partial(ranks.run, is_traced=arguments.trace is not None)),
        )
    with console.guard(input_name(arguments.program)):
        _run(arguments, console, _engine(arguments))
    return console.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = ArgumentParser(
        prog="llmsys-run", description="Run a global or an SPMD program, and compare it with another one."
    )
    parser.add_argument("program", metavar="FILE", nargs="?", default="-", help="the program; - or nothing for stdin")
    parser.add_argument("--entry", metavar="NAME", help="the function to run (default: the only one, or main)")
    parser.add_argument("--seed", type=_seed, default=0, metavar="N", help="for random inputs (default: 0)")
    parser.add_argument("--inputs", metavar="FILE.npz", help="global arrays arg0, arg1, ...")
    parser.add_argument("--outputs", metavar="FILE.npz", help="where to write the global results out0, out1, ...")
    parser.add_argument(
        "--engine", choices=["numpy", "xla", "mpi"], default="numpy", help="what to run on (default: numpy)"
    )
    parser.add_argument(
        "--processes",
        type=_processes,
        metavar="HOST:PORT,COUNT,NUMBER",
        help="run with --engine=xla as one of several processes: where the first one listens, how many there are, and "
        "the number of this one; auto where JAX can find out",
    )
    parser.add_argument("--reference", metavar="GLOBAL.mlir", help="a program to compare with, on the same inputs")
    parser.add_argument(
        "--shrink", action="store_true", help="run a small instance of the same structure, and of the reference"
    )
    parser.add_argument("--json", metavar="FILE", help="where to write errors, traffic and times; - for stdout")
    parser.add_argument(
        "--trace",
        metavar="FILE.json",
        help="where to write what each device does when, for chrome://tracing or ui.perfetto.dev: as the cost model "
        "predicts it for --engine=numpy, as measured for the others",
    )
    return parser


def _seed(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"expected a non-negative integer, got '{text}'")
    return int(text)


def _processes(text: str) -> Processes:
    from llmsys_ir.runtime.engines.processes import Processes

    try:
        return Processes.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _run(arguments: argparse.Namespace, console: Console, run: Engine) -> None:
    from llmsys_ir.runtime.programs import check_inputs, compare, find_program, random_inputs

    program = find_program(_load(arguments.program, console), arguments.entry)
    reference, changes = None, None
    if arguments.shrink:
        small = _shrunk(program, arguments, console)
        if small is None:
            return
        (program, *references), inputs, changes = small
        reference = references[0] if references else None
    elif arguments.inputs is not None:
        inputs = check_inputs(program.arguments, _read_arrays(arguments.inputs))
    else:
        inputs = random_inputs(program.arguments, arguments.seed)
    outcome = run(program, inputs)
    difference = None
    if arguments.reference is not None:
        with console.guard(arguments.reference):
            reference = reference or _reference(arguments, console)
            difference = compare(outcome.results, _results_on(reference, inputs), program.results)
    writes = arguments.processes is None or arguments.processes.is_first
    if arguments.outputs is not None and writes:
        _write_arrays(arguments.outputs, outcome.results)
    if console.exit_code:
        return
    if changes is not None and arguments.json != "-" and writes:
        console.stdout.writelines(f"{line}\n" for line in changes or ("nothing can be made smaller",))
    if arguments.json is not None and writes:
        summary = _summary(program, outcome, difference) | ({} if changes is None else {"shrunk": changes})
        write_text(arguments.json, json.dumps(summary) + "\n", console.stdout)
    if arguments.trace is not None and writes:
        write_text(arguments.trace, _trace(program, outcome, arguments.engine), console.stdout)
    if difference is not None and not difference.within:
        console.fail(
            f"results differ from {arguments.reference}: largest error {difference.max_abs_error:g}, "
            f"{difference.max_rel_error:g} of the largest value"
        )


def _trace(program: Program, outcome: Outcome, engine: str) -> str:
    """Measured, but for simulated devices."""
    from llmsys_ir.runtime.timelines import Timeline, predicted

    timeline = predicted(program) if engine == "numpy" else Timeline(program.mesh, outcome.events)
    return json.dumps(timeline.trace()) + "\n"


def _engine(arguments: argparse.Namespace) -> Engine:
    if arguments.engine == "xla":
        from llmsys_ir.runtime.engines.xla import run_on_xla

        return partial(run_on_xla, processes=arguments.processes)
    from llmsys_ir.runtime.programs import run_program

    return run_program


def _load(path: str, console: Console) -> ModuleOp:
    from llmsys_ir.dialects import context

    return load(read_text(path, console.stdin), path, context(allow_unregistered=True), console.sources)


def _shrunk(
    program: Program, arguments: argparse.Namespace, console: Console
) -> tuple[Sequence[Program], Sequence[Array], list[str]] | None:
    """The program and its reference made smaller, inputs, and what has shrunk; None if the reference cannot be read."""
    from llmsys_ir.runtime.programs import InputError
    from llmsys_ir.runtime.small_instances import shrunk

    if arguments.inputs is not None:
        raise InputError("--shrink takes random inputs, so it cannot be used together with --inputs")
    programs = [program]
    if arguments.reference is not None:
        with console.guard(arguments.reference):
            programs.append(_reference(arguments, console))
        if console.exit_code:
            return None
    small = shrunk(programs)
    return small.programs, small.random_inputs(arguments.seed), small.changes_from(programs)


def _reference(arguments: argparse.Namespace, console: Console) -> Program:
    """The function of the reference that has the entry's name, or the one it has."""
    from llmsys_ir.program.meshes import functions_of
    from llmsys_ir.runtime.programs import find_program

    module = _load(arguments.reference, console)
    has_entry = any(function.sym_name.data == arguments.entry for function in functions_of(module))
    return find_program(module, arguments.entry if has_entry else None)


def _results_on(reference: Program, inputs: Sequence[Array]) -> tuple[Array, ...]:
    from llmsys_ir.runtime.programs import check_inputs, run_program

    named = {f"arg{number}": array for number, array in enumerate(inputs)}
    return run_program(reference, check_inputs(reference.arguments, named)).results


def _summary(program: Program, outcome: Outcome, difference: Difference | None) -> dict[str, object]:
    return {
        "max_abs_error": None if difference is None else difference.max_abs_error,
        "max_rel_error": None if difference is None else difference.max_rel_error,
        "collectives": {
            name: {"count": traffic.count, "bytes": traffic.nbytes} for name, traffic in outcome.collectives.items()
        },
        "peak_bytes_per_device": outcome.peak_bytes,
        "predicted_seconds": program.predicted_seconds(),
        "wall_seconds": outcome.wall_seconds,
    }


def _read_arrays(path: str) -> dict[str, Array]:
    import zipfile

    import numpy as np

    from llmsys_ir.runtime.programs import InputError

    try:
        with np.load(path, allow_pickle=False) as file:
            return {str(name): file[name] for name in file}
    except (ValueError, TypeError, zipfile.BadZipFile, EOFError):
        raise InputError(f"expected '{path}' to be an .npz file of arrays, as numpy.savez writes it") from None


def _write_arrays(path: str, arrays: Sequence[Array]) -> None:
    import numpy as np

    with Path(path).open("wb") as file:
        np.savez(file, **{f"out{number}": array for number, array in enumerate(arrays)})


if __name__ == "__main__":
    sys.exit(main())
