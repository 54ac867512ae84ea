"""The best choice so far and what is proven of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, inf, isfinite

import numpy as np

from llmsys_ir.solver.evaluate import Evaluation, evaluate
from llmsys_ir.solver.graph import Graph
from llmsys_ir.solver.problem import FORBIDDEN, Problem

_GAP = 1e-9
"""Optimal means to within this, relative to the cost; or, where costs cancel, `_ROUNDING` of the largest."""
_ROUNDING = 1e-11

Progress = Callable[[float, float], None]
"""Told the cost of the best choice and the lower bound, whenever a better choice is found."""


@dataclass
class Incumbent:
    """The best choice that is feasible, by the evaluator, and a lower bound of all choices' costs.

    `gap` is how far the cost may be from the bound, relative to the cost, for the search to be over.
    """

    problem: Problem
    gap: float = 0.0
    progress: Progress | None = None
    bound: float = -inf
    choice: tuple[int, ...] | None = None
    evaluation: Evaluation | None = None
    _integral: bool = field(init=False)

    def __post_init__(self) -> None:
        self._integral = _is_integral(self.problem)

    @cached_property
    def _largest_cost(self) -> float:
        return max(float(np.abs(costs[costs < FORBIDDEN]).max(initial=0)) for costs in _cost_arrays(self.problem))

    @property
    def cost(self) -> float:
        """The cost of the best choice, infinite without one."""
        return self.evaluation.cost if self.evaluation else inf

    @property
    def optimal(self) -> bool:
        """Whether the bound proves the choice optimal."""
        if self.evaluation is None:
            return False
        missing = self.cost - self.bound
        return missing <= _GAP * abs(self.cost) or missing <= _ROUNDING * self._largest_cost

    @property
    def good_enough(self) -> bool:
        """Whether the search is over."""
        return self.optimal or (self.evaluation is not None and self.cost - self.bound <= self.gap * abs(self.cost))

    def offer(self, graph: Graph, positions: dict[int, int]) -> bool:
        """Take a choice of what is left of the problem, if it is feasible and cheaper; returns whether it is."""
        choice = graph.extended(graph.originals(positions))
        return self.consider(tuple(choice[node] for node in range(len(self.problem.nodes))))

    def consider(self, choice: tuple[int, ...]) -> bool:
        """Take a choice if it is feasible and cheaper; returns whether it is."""
        evaluation = evaluate(self.problem, choice)
        if not evaluation.feasible or evaluation.cost >= self.cost:
            return False
        self.choice, self.evaluation = choice, evaluation
        if self.progress:
            self.progress(self.cost, self.bound)
        return True

    def raise_bound(self, bound: float) -> None:
        """Take a lower bound if it is higher; where all costs are integers, so is the optimum."""
        if self._integral and isfinite(bound):
            bound = ceil(bound - 1e-6 - _GAP * abs(bound))
        self.bound = max(self.bound, bound)


def _cost_arrays(problem: Problem) -> list[np.ndarray]:
    """The arrays of nodes and edges, which often share them, once each."""
    owners = (*problem.nodes, *problem.edges)
    return list({id(owner.costs): owner.costs for owner in owners}.values())


def _is_integral(problem: Problem) -> bool:
    return all(
        costs.dtype.kind in "iu" or (costs.dtype.kind == "O" and all(isinstance(cost, int) for cost in costs.flat))
        for costs in _cost_arrays(problem)
    )
