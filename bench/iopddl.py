"""The solver on problems of the ASPLOS 2025 IOPDDL contest: `python bench/iopddl.py FOLDER [--time-limit S]`.

Each instance runs in a process of its own, so that memory and start-up are its own. Every choice is checked by the
evaluator, which knows nothing of the solver. `ratio` is the cost over the best one published, where there is one.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic

from llmsys_ir.solver.contest import read_problem
from llmsys_ir.solver.evaluate import evaluate
from llmsys_ir.solver.solve import solve


@dataclass(frozen=True)
class Known:
    """What is known of an instance: the contest's time limit in seconds, and costs."""

    seconds: float
    winner: int
    best: int


KNOWN = {
    "A": Known(60, 6_569_457_676, 6_548_553_650),
    "G": Known(120, 217_039, 217_039),
    "M": Known(180, 49_928_460_991, 49_928_157_537),
    "S": Known(240, 1_534_613_444, 1_511_377_982),
}
"""Published: the contest's winner on 8 cores, and the best cost known."""
DEFAULT_SECONDS = 60.0


@dataclass(frozen=True)
class Outcome:
    """What a run gave; `first` is when there was a first choice, in seconds since the process began to read."""

    status: str
    cost: float
    bound: float
    seconds: float
    first: float
    mebibytes: float


def run(path: Path, time_limit: float) -> Outcome:
    """Read, solve and check one problem in this process."""
    start = monotonic()
    found: list[float] = []

    def tell(cost: float, bound: float) -> None:  # noqa: ARG001
        found.append(monotonic() - start)

    problem = read_problem(path)
    solution = solve(problem, time_limit=time_limit - (monotonic() - start), progress=tell)
    if solution.choice is not None:
        evaluation = evaluate(problem, solution.choice)
        if not evaluation.feasible or evaluation.cost != solution.cost or solution.lower_bound > solution.cost:
            raise SystemExit(f"{path}: the answer is wrong: {evaluation}, bound {solution.lower_bound}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    first = found[0] if found else float("nan")
    return Outcome(solution.status, solution.cost, solution.lower_bound, monotonic() - start, first, peak)


def main() -> None:
    """Print a table; a run of one file, in its own process, prints JSON."""
    parser = argparse.ArgumentParser(description="Solve a folder of contest problems.")
    parser.add_argument("folder", type=Path, help="with files *.json or *.json.gz, or one such file")
    parser.add_argument("--time-limit", type=float, help="seconds; by default the contest's, or 60")
    parser.add_argument("--json", action="store_true", help="solve one file in this process and print JSON")
    arguments = parser.parse_args()
    if arguments.json:
        print(json.dumps(asdict(run(arguments.folder, arguments.time_limit or DEFAULT_SECONDS))))
        return
    folder: Path = arguments.folder
    print(
        f"{'instance':26} {'status':9} {'cost':>14} {'bound':>14} {'gap':>8} {'first s':>8} {'s':>7} {'MiB':>6}  ratios"
    )
    for path in sorted(folder.glob("*.json*")) if folder.is_dir() else [folder]:
        print_row(path, arguments.time_limit)


def print_row(path: Path, time_limit: float | None) -> None:
    """Run one instance and print its row."""
    name = path.name.split(".json")[0]
    letter = re.sub(r".*iopddl-", "", name)
    known = KNOWN.get(letter)
    seconds = time_limit or (known.seconds if known else DEFAULT_SECONDS)
    command = [sys.executable, __file__, str(path), "--json", "--time-limit", str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{name:26} failed: {done.stderr.strip().splitlines()[-1]}")
        return
    outcome = Outcome(**json.loads(done.stdout))
    gap = (outcome.cost - outcome.bound) / outcome.cost
    ratios = (
        f"{outcome.cost / known.winner:.5f} of the winner, {outcome.cost / known.best:.5f} of the best" if known else ""
    )
    print(
        f"{name:26} {outcome.status:9} {outcome.cost:14.0f} {outcome.bound:14.0f} {gap:8.1e} {outcome.first:8.1f} "
        f"{outcome.seconds:7.1f} {outcome.mebibytes:6.0f}  {ratios}",
        flush=True,
    )


if __name__ == "__main__":
    main()
