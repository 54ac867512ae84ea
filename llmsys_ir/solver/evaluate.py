"""What a choice costs and how much memory it takes, computed without the solver, exactly for integers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum, inf

from llmsys_ir.solver.problem import FORBIDDEN, Problem


@dataclass(frozen=True)
class Evaluation:
    """The cost, infinite if anything chosen is forbidden, and the peak with the first time it is reached."""

    cost: float | int
    peak: int
    peak_time: int
    feasible: bool


def evaluate(problem: Problem, choice: Sequence[int]) -> Evaluation:
    """Cost and peak of choosing strategy `choice[v]` for each node `v`.

    Integers are added exactly, floats with one rounding at the end.

    Raises:
        ValueError: `choice` is not one valid strategy per node.
    """
    _check_choice(problem, choice)
    cost = _total(_chosen_costs(problem, choice))
    peak_time, peak = _peak(problem, choice)
    fits = problem.usage_limit is None or peak <= problem.usage_limit
    return Evaluation(cost, peak, peak_time, fits and cost < inf)


def _check_choice(problem: Problem, choice: Sequence[int]) -> None:
    if len(choice) != len(problem.nodes):
        raise ValueError(f"expected {len(problem.nodes)} strategies, one per node, got {len(choice)}")
    for index, (node, strategy) in enumerate(zip(problem.nodes, choice, strict=True)):
        if not 0 <= strategy < node.costs.size:
            raise ValueError(f"node {index}: strategy must be 0 to {node.costs.size - 1}, got {strategy}")


def _chosen_costs(problem: Problem, choice: Sequence[int]) -> list[int | float]:
    of_nodes = [node.costs.item(strategy) for node, strategy in zip(problem.nodes, choice, strict=True)]
    return of_nodes + [edge.costs.item(*(choice[node] for node in edge.nodes)) for edge in problem.edges]


def _total(costs: list[int | float]) -> int | float:
    if any(cost >= FORBIDDEN for cost in costs):
        return inf
    if all(isinstance(cost, int) for cost in costs):
        return sum(costs)
    return fsum(costs)


def _peak(problem: Problem, choice: Sequence[int]) -> tuple[int, int]:
    changes: Counter[int] = Counter()
    for node, strategy in zip(problem.nodes, choice, strict=True):
        start, stop = node.interval
        if start < stop:
            changes[start] += int(node.usages[strategy])
            changes[stop] -= int(node.usages[strategy])
    times = sorted(changes)
    loads = accumulate(changes[time] for time in times)
    return max(zip(times, loads, strict=True), key=lambda point: point[1], default=(0, 0))
