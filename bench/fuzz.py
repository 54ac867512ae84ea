"""Whether programs compute the same when they are partitioned, on random ones.

    python bench/fuzz.py --cases 10000 --seed 7 --jobs 2
    python bench/fuzz.py --seed 7 --case 123              # shows one case, and what becomes of it

builds random programs on random meshes with random annotations; propagates these or plans, or does neither; partitions,
runs on simulated devices, and compares with the program run whole; some arguments are donated. A planned program is not
to take another time than its plan says, nor more memory. A failure is made smaller and printed. The exit code is 1 if a
result is wrong or not as planned, a tool fails or hangs, or 2 % of the programs are rejected.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import TimeoutError, get_context

from fuzzing.checking import FAILURES, Kind, Verdict, check, optimize, partition
from fuzzing.generating import FuzzCase, generate
from fuzzing.running import parse
from fuzzing.shrinking import shrunk
from llmsys_ir.tools.printing import module_text

MOST_REJECTED = 0.02

_CHUNK, _CHUNKS = 10, 50
"""How many cases a process gets at once, and how often; then another one starts, as what is remembered fills memory."""

_PATIENCE = 4.0
"""How much longer than the limit of its cases a process may take to answer; one that crashed never does."""


@dataclass(frozen=True)
class Outcome:
    """What became of a case; a failure comes with a smaller one."""

    number: int
    verdict: Verdict
    mode: str
    seconds: float
    smaller: str = ""


@dataclass(frozen=True)
class Task:
    """A case to try: the seed of all, its number, CPU seconds it may take, and whether to make failures smaller."""

    seed: int
    number: int
    limit: float
    shrink: bool


def attempt(task: Task) -> Outcome:
    """Make a case and check it."""
    start = time.perf_counter()
    case = generate(f"{task.seed}:{task.number}")
    verdict = check(case, task.limit)
    smaller = ""
    if verdict.kind in FAILURES and task.shrink:
        found = shrunk(case, verdict.kind, task.limit)
        smaller = f"{_described(found)}\n{check(found, task.limit).message}"
    return Outcome(task.number, verdict, case.mode.value, time.perf_counter() - start, smaller)


def attempt_all(tasks: Sequence[Task]) -> list[Outcome]:
    """Make some cases and check them."""
    return list(map(attempt, tasks))


def _described(case: FuzzCase) -> str:
    return f"// {case.mode.value}\n{case.program.text}"


def outcomes(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    """What becomes of all cases, in order, found by processes that are replaced after some cases."""
    chunks = [tasks[start : start + _CHUNK] for start in range(0, len(tasks), _CHUNK)]
    with get_context("spawn").Pool(jobs, maxtasksperchild=_CHUNKS) as pool:
        for chunk, found in [(chunk, pool.apply_async(attempt_all, (chunk,))) for chunk in chunks]:
            try:
                yield from found.get(_PATIENCE * _CHUNK * chunk[0].limit)
            except TimeoutError:
                yield Outcome(chunk[0].number, Verdict(Kind.HANG, "a process does not answer"), "unknown", 0.0)
                return


def show(task: Task) -> None:
    """Print one case and what it is partitioned to."""
    case = generate(f"{task.seed}:{task.number}")
    print(_described(case))
    verdict = check(case, task.limit)
    if verdict.kind is not Kind.REJECTED:
        module = parse(case.program.text)
        partition(module, case.mode)
        optimize(module)
        print(module_text(module))
    print(f"// {verdict.kind.value}: {verdict.message}")


def report(found: Sequence[Outcome], seconds: float) -> bool:
    """Print how the cases ended, and say whether that is good enough."""
    kinds = Counter(outcome.verdict.kind for outcome in found)
    print(f"{len(found)} cases in {seconds:.0f} s, the longest {max(outcome.seconds for outcome in found):.1f} s")
    for kind in Kind:
        modes = Counter(outcome.mode for outcome in found if outcome.verdict.kind is kind)
        counts = ", ".join(f"{mode}: {count}" for mode, count in sorted(modes.items()))
        print(f"{kind.value:24}{kinds[kind]:7}   {counts}")
    groups = Counter(outcome.verdict.group for outcome in found if outcome.verdict.kind is Kind.REJECTED)
    for message, count in groups.most_common():
        print(f"  rejected {count:5}: {message}")
    return not any(kinds[kind] for kind in FAILURES) and kinds[Kind.REJECTED] < MOST_REJECTED * len(found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the cases; gives the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--case", type=int, help="show this case only")
    parser.add_argument("--limit", type=float, default=30.0, help="seconds of CPU time that a case may take")
    parser.add_argument("--no-shrink", action="store_true", help="print failures as they are")
    given = parser.parse_args(arguments)
    if given.case is not None:
        show(Task(given.seed, given.case, given.limit, shrink=False))
        return 0
    tasks = [Task(given.seed, number, given.limit, not given.no_shrink) for number in range(given.cases)]
    start, found = time.perf_counter(), list[Outcome]()
    for outcome in outcomes(tasks, given.jobs):
        found.append(outcome)
        if outcome.verdict.kind in FAILURES:
            where = f"--seed {given.seed} --case {outcome.number}"
            print(f"{outcome.verdict.kind.value}: {where}\n{outcome.verdict.message}\n{outcome.smaller}\n", flush=True)
    return 0 if report(found, time.perf_counter() - start) else 1


if __name__ == "__main__":
    sys.exit(main())
