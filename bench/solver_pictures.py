"""The pictures of `docs/solver.md`: `python bench/solver_pictures.py PROBLEM.json.gz FOLDER [--time-limit S]`.

`progress.svg` shows cost and bound over the seconds of a search, `memory.svg` what its answer holds at each time, and
the least that any choice holds.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import pairwise
from math import isfinite, log10
from pathlib import Path
from time import monotonic

import numpy as np
import numpy.typing as npt

from llmsys_ir.solver.contest import read_problem
from llmsys_ir.solver.problem import Problem
from llmsys_ir.solver.solve import solve

WIDTH, HEIGHT, MARGIN = 720, 300, 56
COLORS = ("#1f5fa8", "#c0492b", "#7a7a7a")
MOST_POINTS = 700

Points = Sequence[tuple[float, float]]


def main() -> None:
    """Solve the problem and write both pictures."""
    parser = argparse.ArgumentParser(description="Draw a search, and the memory of its answer.")
    parser.add_argument("problem", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--time-limit", type=float, default=60.0, help="seconds (default: 60)")
    given = parser.parse_args()
    problem = read_problem(given.problem)
    start = monotonic()
    told: list[tuple[float, float, float]] = []
    solution = solve(
        problem,
        time_limit=given.time_limit,
        progress=lambda cost, bound: told.append((monotonic() - start, cost, bound)),
    )
    told.append((monotonic() - start, solution.cost, solution.lower_bound))
    given.folder.mkdir(parents=True, exist_ok=True)
    costs = [(seconds, log10(cost)) for seconds, cost, _ in told if isfinite(cost) and cost > 0]
    bounds = [(seconds, log10(bound)) for seconds, _, bound in told if bound > 0]
    lines = {"cost": steps(costs), "lower bound": steps(bounds)}
    (given.folder / "progress.svg").write_text(chart(lines, "seconds", "cost, as a power of ten"))
    if solution.choice is not None:
        least = [int(node.usages.argmin()) for node in problem.nodes]
        lines = {"answer": loads(problem, solution.choice), "least of each node": loads(problem, least)}
        limit = problem.usage_limit
        if limit is not None:
            lines["limit"] = [(0, limit), (lines["answer"][-1][0], limit)]
        (given.folder / "memory.svg").write_text(chart(lines, "time", "memory"))


def steps(points: Points) -> list[tuple[float, float]]:
    """What holds until the next point."""
    corners = [(after[0], before[1]) for before, after in pairwise(points)]
    return [point for pair in zip(points, [*corners, points[-1]], strict=True) for point in pair] if points else []


def loads(problem: Problem, choice: Sequence[int]) -> list[tuple[float, float]]:
    """What is held at each time, the most of neighbouring times where there are many."""
    end = max((node.interval[1] for node in problem.nodes), default=0)
    changes = np.zeros(end + 1)
    for node, strategy in zip(problem.nodes, choice, strict=True):
        changes[node.interval[0]] += int(node.usages[strategy])
        changes[node.interval[1]] -= int(node.usages[strategy])
    held: npt.NDArray[np.float64] = np.cumsum(changes)[:-1]
    times = np.arange(0, held.size, max(1, held.size // MOST_POINTS))
    return list(zip(times.tolist(), np.maximum.reduceat(held, times).tolist(), strict=True)) if end else []


def chart(lines: dict[str, list[tuple[float, float]]], across: str, up: str) -> str:
    """Lines and their names as SVG."""
    points = [point for line in lines.values() for point in line]
    right = max(x for x, _ in points) or 1.0
    low, high = min(y for _, y in points), max(y for _, y in points)
    low = 0.0 if low < 0.5 * high else low
    spread = (high - low) or 1.0

    def place(x: float, y: float) -> str:
        at = MARGIN + x / right * (WIDTH - 2 * MARGIN)
        return f"{at:.1f},{HEIGHT - MARGIN - (y - low) / spread * (HEIGHT - 2 * MARGIN):.1f}"

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        'font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<path d="M{MARGIN},{MARGIN} V{HEIGHT - MARGIN} H{WIDTH - MARGIN}" fill="none" stroke="black"/>',
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 14}" text-anchor="middle">{across} (0 to {right:.4g})</text>',
        f'<text x="{MARGIN}" y="{MARGIN - 26}">{up} ({low:.4g} to {high:.4g})</text>',
    ]
    for number, (name, line) in enumerate(lines.items()):
        color, path = COLORS[number], " ".join(place(*point) for point in line)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="1.3"/>')
        parts.append(f'<text x="{MARGIN + 8 + 150 * number}" y="{MARGIN - 8}" fill="{color}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    main()
