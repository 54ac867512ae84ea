"""The partitioner, broken in many ways, on many programs: does verify-partition notice?

    python bench/mutations.py [--program NAME ...] [MUTATION ...]

Every mutation puts another function in place of one of the partitioner's, and partitions every program with it. A
program whose text changes is run in full size against the global program, on many inputs, which says whether its
meaning has changed, and is verified by a small instance. The table has a row per mutation: how many programs become
others, how many change their meaning, how many of these verify-partition catches, and how many it blames wrongly.
Exit code 1 if it misses one, or blames one that means the same.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xdsl.dialects.builtin import ModuleOp

from llmsys_ir import partition
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import context
from llmsys_ir.runtime.programs import Program, compare, find_program, run_program
from llmsys_ir.runtime.small_instances import as_they_are
from llmsys_ir.runtime.verification import verify_partition
from llmsys_ir.tools.parsing import parse_module
from llmsys_ir.tools.printing import module_text
from llmsys_ir.tools.verification import verify_module
from mutants import MUTATIONS, PROGRAMS, Mutation, Subject

LIMIT = 1 << 30
"""Bytes that a program may take."""

RUNS = 48
"""How often programs run in full size."""


@dataclass(frozen=True)
class Verdict:
    """What became of a program under a mutation: whether its meaning changed, and whether that was noticed."""

    program: str
    changes: bool
    caught: bool


def judge(subject: Subject, mutation: Mutation, unbroken: str | None = None) -> Verdict | None:
    """The verdict on one program; None if it is as without the mutation, or is refused."""
    module = parsed(subject)
    try:
        with mutation.applied():
            broken = partition(module)
        verify_module(broken)
    except Exception:
        return None
    if module_text(broken) == unbroken:
        return None
    programs = find_program(broken), find_program(module)
    return Verdict(subject.name, changes_meaning(*programs), is_caught(*programs))


def parsed(subject: Subject) -> ModuleOp:
    """A program as it is annotated."""
    module = parse_module(context(), subject.text(), subject.name)
    verify_module(module)
    return module


def changes_meaning(program: Program, reference: Program) -> bool:
    """Whether one of many runs in full size tells an SPMD program from its global program."""
    try:
        ends = [[port.spec for port in (*each.arguments, *each.results)] for each in (program, reference)]
        if ends[0] != ends[1]:
            return True
        whole = as_they_are((program, reference))
        for inputs in map(whole.inputs, range(RUNS)):
            found, wanted = (run_program(each, inputs).results for each in (program, reference))
            if not compare(found, wanted, reference.results).within:
                return True
    except OperationError:
        return True
    return False


def is_caught(program: Program, reference: Program) -> bool:
    """Whether verify-partition says that an SPMD program is wrong, from small instances."""
    try:
        verify_partition(program, reference, "always", LIMIT)
    except OperationError:
        return True
    return False


def judge_all(mutation: Mutation, subjects: Iterable[Subject], unbroken: Mapping[str, str]) -> Iterator[Verdict]:
    """The verdicts on all programs that a mutation changes."""
    for subject in subjects:
        verdict = judge(subject, mutation, unbroken[subject.name])
        if verdict is not None:
            yield verdict


def row(mutation: Mutation, verdicts: Sequence[Verdict]) -> str:
    """A mutation as a line, and one for each verdict that is wrong."""
    changing = [verdict for verdict in verdicts if verdict.changes]
    caught = sum(verdict.caught for verdict in changing)
    blamed = sum(verdict.caught and not verdict.changes for verdict in verdicts)
    line = f"{mutation.name:44} {len(verdicts):8} {len(changing):8} {caught:7} {blamed:7}"
    wrong = [
        f"    {'MISSED' if verdict.changes else 'BLAMED WRONGLY'}: {verdict.program}"
        for verdict in verdicts
        if verdict.changes != verdict.caught
    ]
    return "\n".join([line, *wrong])


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="Break the partitioner, and see whether verify-partition notices.")
    parser.add_argument("mutations", nargs="*", metavar="MUTATION", help="by default all")
    parser.add_argument("--program", action="append", metavar="NAME", help="by default all")
    arguments = parser.parse_args()
    mutations: list[str] = arguments.mutations or list(MUTATIONS)
    programs: list[str] = arguments.program or list(PROGRAMS)
    for names, known in ((mutations, MUTATIONS), (programs, PROGRAMS)):
        unknown = [name for name in names if name not in known]
        if unknown:
            parser.error(f"no '{unknown[0]}'; there are: {'; '.join(known)}")
    subjects = [PROGRAMS[name] for name in programs]
    unbroken = {subject.name: module_text(partition(parsed(subject))) for subject in subjects}
    print(f"{'mutation':44} {'programs':>8} {'changing':>8} {'caught':>7} {'blamed':>7}")
    wrong = changing = 0
    for mutation in [MUTATIONS[name] for name in mutations]:
        verdicts = list(judge_all(mutation, subjects, unbroken))
        wrong += sum(verdict.changes != verdict.caught for verdict in verdicts)
        changing += any(verdict.changes for verdict in verdicts)
        print(row(mutation, verdicts), flush=True)
    print(f"{changing} mutations change meaning; {f'{wrong} verdicts are wrong' if wrong else 'all are caught'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
