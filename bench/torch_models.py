"""A PyTorch transformer, planned, partitioned and run on simulated devices, against PyTorch's own numbers.

    python bench/torch_models.py [--recorded] [--mesh 8 --mesh 2x4 ...] [NAME ...]
    python bench/torch_models.py --record

prints a row as `bench/models.py` does for each program, in each dialect that torch-mlir lowers it to, and mesh; and
the kinds of op that no mesh could share out for want of a sharding rule. With `--recorded` it takes the programs and
numbers in tests/data/torch, which `--record` writes anew. Exit code 1 if anything is wrong.
"""

from __future__ import annotations

import argparse
import sys

import numpy as np

from llmsys_ir.frontends.torch import lower
from models import Measured, measure, row
from torch_suite.recorded import CASES, FOLDER, TOLERANCE, Case

MESHES = ("8", "2x4")


def recorded_program(case: Case) -> Measured:
    """A program as it was recorded."""
    return Measured(case.name, case.text(), case.inputs(), case.results(), TOLERANCE)


def live_program(case: Case) -> Measured:
    """A program as PyTorch and torch-mlir give it now."""
    from torch_suite.language_model import programs

    program = programs()[case.program]
    text = str(lower(program.function, *program.arguments, output=case.output))
    return Measured(case.name, text, program.inputs(), program.results(), TOLERANCE)


def record() -> None:
    """Write every program with its inputs and results."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for case in CASES:
        program = live_program(case)
        case.path.write_text(program.text, encoding="utf-8")
        arrays = {f"arg{number}": array for number, array in enumerate(program.inputs)}
        arrays |= {f"result{number}": array for number, array in enumerate(program.expected)}
        np.savez_compressed(case.arrays, allow_pickle=False, **arrays)


def main() -> int:
    """Run what the command line asks for."""
    names = [case.name for case in CASES]
    parser = argparse.ArgumentParser(description="Run a PyTorch transformer on simulated devices.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"by default all of {', '.join(names)}")
    parser.add_argument("--mesh", action="append", help=f"by default {', '.join(MESHES)}")
    parser.add_argument("--recorded", action="store_true", help="take the recorded programs; needs no PyTorch")
    parser.add_argument("--record", action="store_true", help="write them")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.names if name not in names]
    if unknown:
        parser.error(f"no program '{unknown[0]}'; there are {', '.join(names)}")
    if arguments.record:
        record()
        return 0
    print(f"{'program':24} {'mesh':6} {'ops':>5}   read   plan   part    run    error  peak  collectives")
    failed, want_rules = 0, set[str]()
    for case in (case for case in CASES if case.name in (arguments.names or names)):
        program = recorded_program(case) if arguments.recorded else live_program(case)
        for mesh in arguments.mesh or MESHES:
            outcome = measure(program, mesh)
            failed += bool(outcome.wrong)
            want_rules |= outcome.want_rules
            print(row(outcome), flush=True)
    print(f"replicated for want of a rule: {', '.join(sorted(want_rules)) or 'none'}")
    print(f"{failed} wrong" if failed else "all as PyTorch computes it")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
