"""`llmsys-solve`: solve a plan search problem given as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from math import isfinite
from time import monotonic
from typing import TYPE_CHECKING, get_args

from llmsys_ir.solver.engines import DEFAULT_ENGINE, Engine

if TYPE_CHECKING:
    from llmsys_ir.solver.incumbent import Progress


def main(argv: Sequence[str] | None = None) -> int:
    """Solve the problem in a file, print a line of JSON, write the solution; returns the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        return _solve(arguments)
    except OSError as error:
        message = f"{error.filename or arguments.problem}: error: {(error.strerror or str(error)).lower()}"
    except (ValueError, MemoryError, OverflowError) as error:
        message = f"{arguments.problem}: error: {error}"
    print(message, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="llmsys-solve",
        description="Choose one strategy per node at the least cost within the memory limit.",
        epilog='Prints {"cost", "lower_bound", "status", "seconds"}; the status is optimal, feasible (within the time '
        "limit), infeasible or unknown. The format is that of the ASPLOS 2025 IOPDDL contest.",
    )
    parser.add_argument("problem", metavar="PROBLEM.json[.gz]")
    parser.add_argument("--time-limit", type=_seconds, default=60.0, metavar="S", help="seconds (default: 60)")
    parser.add_argument(
        "--gap",
        type=_gap,
        default=0.0,
        metavar="G",
        help="end a large search this near the bound, relatively",
    )
    parser.add_argument(
        "--solver",
        choices=get_args(Engine),
        default=DEFAULT_ENGINE,
        help=f"of integer programs (default: {DEFAULT_ENGINE})",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the search (default: 0)")
    parser.add_argument("-o", "--output", metavar="SOLUTION.json", help="where to write the list of strategy indices")
    return parser


def _seconds(text: str) -> float:
    seconds = float(text)
    if not (isfinite(seconds) and seconds > 0):
        raise argparse.ArgumentTypeError(f"must be a positive number of seconds, got {text}")
    return seconds


def _gap(text: str) -> float:
    gap = float(text)
    if not gap >= 0:
        raise argparse.ArgumentTypeError(f"must be a number of at least 0, got {text}")
    return gap


def _progress() -> Progress | None:
    """On a terminal, a line on standard error for each better choice."""
    if not sys.stderr.isatty():
        return None
    from rich.console import Console

    console, start = Console(stderr=True, highlight=False), monotonic()

    def tell(cost: float, bound: float) -> None:
        gap = f"{(cost - bound) / abs(cost):8.3%}" if cost and isfinite(bound) else "     none"
        console.print(
            f"[dim]{monotonic() - start:8.1f} s[/]  cost [bold]{cost:<14.9g}[/]  bound {bound:<14.9g}  gap {gap}"
        )

    return tell


def _solve(arguments: argparse.Namespace) -> int:
    from llmsys_ir.solver.contest import read_problem, write_solution
    from llmsys_ir.solver.solve import solve

    solution = solve(
        read_problem(arguments.problem),
        time_limit=arguments.time_limit,
        seed=arguments.seed,
        gap=arguments.gap,
        progress=_progress(),
        engine=arguments.solver,
    )
    summary: dict[str, float | int | str | None] = {
        "cost": _finite(solution.cost),
        "lower_bound": _finite(solution.lower_bound),
        "status": str(solution.status),
        "seconds": round(solution.seconds, 3),
    }
    if solution.least_peak is not None:
        summary["least_peak"] = solution.least_peak
    if arguments.output and solution.choice is not None:
        write_solution(solution.choice, arguments.output)
    print(json.dumps(summary))
    return 0


def _finite(value: float) -> float | None:
    """JSON has no infinity."""
    return value if isfinite(value) else None


if __name__ == "__main__":
    sys.exit(main())
