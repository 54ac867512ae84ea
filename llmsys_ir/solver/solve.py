"""The solver: reduce, price memory, prune, and leave the rest to an integer program; every answer comes with a bound.

1. Without memory: if the best plan happens to fit, it is optimal.
2. `presolve` the problem with memory.
3. `pricing`: a lower bound, a plan that fits, and fewer strategies.
4. `exact`: the optimum of what is left.
5. If nothing fits: the least limit that would do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import ceil, inf, isfinite

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.evaluate import Evaluation, evaluate
from llmsys_ir.solver.graph import Contradiction, Graph, build_graph
from llmsys_ir.solver.presolve import presolve
from llmsys_ir.solver.pricing import MemoryPricing
from llmsys_ir.solver.problem import FORBIDDEN, Problem

_RELAXED_SHARE = 0.2
_PRICING_SHARE = 0.4
_GAP = 1e-9
"""Optimal means to within this, relative to the cost; or, where costs cancel, `_ROUNDING` of the largest."""
_ROUNDING = 1e-11


class Status(StrEnum):
    """What is known about the answer."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Solution:
    """One strategy index per node, what it costs and what any choice costs at least.

    Without a choice the cost is infinite; of an infeasible problem the bound is infinite, too, and `least_peak` is the
    least limit that would do, or None if no limit would or time ran out. `peak_time` is when the peak is reached.
    """

    choice: tuple[int, ...] | None
    cost: float
    lower_bound: float
    status: Status
    seconds: float
    least_peak: int | None = None
    peak_time: int | None = None


@dataclass(frozen=True)
class LeastPeak:
    """A choice of the least peak found; `bound` is a proven lower bound of the peak."""

    choice: tuple[int, ...] | None
    evaluation: Evaluation | None
    bound: float


def solve(problem: Problem, *, time_limit: float = 60.0, seed: int = 0) -> Solution:
    """The cheapest choice that fits, or the best one found within about `time_limit` seconds.

    The answer is the same for the same problem and seed, unless time runs out.
    """
    search = _Search(problem, Deadline(time_limit), seed)
    try:
        search.run()
    except Contradiction:
        search.bound = inf
    except TimeoutError:
        pass
    return search.solution()


def least_peak(problem: Problem, *, time_limit: float = 60.0, seed: int = 0) -> LeastPeak:
    """The choice of allowed strategies with the least peak, whatever the limit and the costs."""
    return _least_peak(problem, Deadline(time_limit), seed)


class _Search:
    """The best choice and bound so far."""

    def __init__(self, problem: Problem, deadline: Deadline, seed: int):
        self._problem = problem
        self._deadline = deadline
        self._seed = seed
        self._integral = _is_integral(problem)
        self.bound = -inf
        self._choice: tuple[int, ...] | None = None
        self._evaluation: Evaluation | None = None
        self._least: LeastPeak | None = None
        self._impossible = False

    @cached_property
    def _largest_cost(self) -> float:
        return max(float(np.abs(costs[costs < FORBIDDEN]).max(initial=0)) for costs in _cost_arrays(self._problem))

    @property
    def cost(self) -> float:
        """The cost of the best choice."""
        return self._evaluation.cost if self._evaluation else inf

    @property
    def optimal(self) -> bool:
        """Whether the bound proves the choice optimal."""
        if self._evaluation is None:
            return False
        missing = self.cost - self.bound
        return missing <= _GAP * abs(self.cost) or missing <= _ROUNDING * self._largest_cost

    def run(self) -> None:
        """Improve choice and bound until they meet.

        Raises:
            Contradiction: nothing is allowed, or nothing fits.
            TimeoutError: the time limit has passed.
        """
        limit = self._problem.usage_limit
        if limit is not None:
            self._relax()
            if limit < 0:
                raise Contradiction(f"the limit is {limit}")
        if not self.optimal:
            graph = build_graph(self._problem)
            presolve(graph, self._deadline)
            self._raise_bound(_simple_bound(graph))
            self._price(graph)
            if not self.optimal:
                self._finish(graph)

    def _relax(self) -> None:
        """Solve without memory, if that can be done by elimination."""
        deadline = self._deadline.share(_RELAXED_SHARE)
        try:
            graph = build_graph(self._problem, memory=False)
            self._raise_bound(_simple_bound(graph))
            presolve(graph, deadline)
            pricing = MemoryPricing(graph, deadline)
            if pricing.solve() and pricing.positions is not None:
                self._raise_bound(pricing.bound)
                self._offer(graph, pricing.positions)
        except Contradiction:
            self._impossible = True
            raise
        except TimeoutError:
            self._deadline.check()

    def _price(self, graph: Graph) -> None:
        pricing = MemoryPricing(graph, self._deadline.share(_PRICING_SHARE))
        try:
            if not pricing.solve():
                return
        except TimeoutError:
            self._deadline.check()
        self._raise_bound(pricing.bound)
        if pricing.positions is not None:
            self._offer(graph, pricing.positions)
        elif graph.bound_by_memory:
            self._find_any()
        if not self.optimal and pricing.prune(self.cost, self._deadline):
            presolve(graph, self._deadline)

    def _find_any(self) -> None:
        """A choice of the least peak fits, if any does."""
        self._least = _least_peak(self._problem, self._deadline.share(_PRICING_SHARE), self._seed)
        if self._least.bound > (self._problem.usage_limit or 0):
            raise Contradiction(f"the least peak is {self._least.bound}")
        self._consider(self._least.choice)

    def _finish(self, graph: Graph) -> None:
        if not graph.costs:
            self._raise_bound(graph.constant)
            self._offer(graph, {})
            return
        from llmsys_ir.solver.exact import solve_exact

        hint = graph.positions_if_kept(dict(enumerate(self._choice))) if self._choice else None
        reference = min(self.cost, abs(self.bound)) if isfinite(self.bound) else 0.0
        result = solve_exact(graph, self._deadline, seed=self._seed, reference=reference, hint=hint)
        # strategies as dear as the known choice may have been pruned
        self._raise_bound(min(result.bound, self.cost))
        if result.positions is not None:
            self._offer(graph, result.positions)

    def _offer(self, graph: Graph, positions: dict[int, int]) -> None:
        choice = graph.extended(graph.originals(positions))
        self._consider(tuple(choice[node] for node in range(len(self._problem.nodes))))

    def _consider(self, choice: tuple[int, ...] | None) -> None:
        if choice is None:
            return
        evaluation = evaluate(self._problem, choice)
        if evaluation.feasible and evaluation.cost < self.cost:
            self._choice, self._evaluation = choice, evaluation

    def _raise_bound(self, bound: float) -> None:
        if self._integral and isfinite(bound):
            bound = ceil(bound - 1e-6 - _GAP * abs(bound))
        self.bound = max(self.bound, bound)

    def solution(self) -> Solution:
        """The answer."""
        if self._evaluation is None and self.bound == inf:
            return self._infeasible()
        peak_time = self._evaluation.peak_time if self._evaluation else None
        status = Status.OPTIMAL if self.optimal else Status.FEASIBLE if self._choice is not None else Status.UNKNOWN
        bound = self.cost if self.optimal else self.bound
        return Solution(self._choice, self.cost, bound, status, self._deadline.elapsed, None, peak_time)

    def _infeasible(self) -> Solution:
        least = self._least
        if not self._impossible and self._problem.usage_limit is not None and least is None:
            least = _least_peak(self._problem, self._deadline, self._seed)
        peak, peak_time = None, None
        if least and least.evaluation and least.evaluation.peak <= least.bound:
            peak, peak_time = least.evaluation.peak, least.evaluation.peak_time
        return Solution(None, inf, inf, Status.INFEASIBLE, self._deadline.elapsed, peak, peak_time)


def _least_peak(problem: Problem, deadline: Deadline, seed: int) -> LeastPeak:
    try:
        graph = build_graph(problem, elastic=True)
        presolve(graph, deadline)
    except Contradiction:
        return LeastPeak(None, None, inf)
    except TimeoutError:
        return LeastPeak(None, None, 0)
    positions: dict[int, int] | None = {}
    bound: float = graph.limit
    if graph.costs:
        from llmsys_ir.solver.exact import solve_exact

        result = solve_exact(graph, deadline, seed=seed)
        positions, bound = result.positions, max(bound, result.bound)
    if positions is None:
        return LeastPeak(None, None, bound)
    full = graph.extended(graph.originals(positions))
    choice = tuple(full[node] for node in range(len(problem.nodes)))
    return LeastPeak(choice, evaluate(problem, choice), bound)


def _simple_bound(graph: Graph) -> float:
    """The least of every node and every table."""
    of_nodes = sum(float(costs.min()) for costs in graph.costs.values())
    of_tables = sum(
        float(table.values.min())
        for node, neighbours in graph.tables.items()
        for neighbour, table in neighbours.items()
        if node < neighbour
    )
    return graph.constant + of_nodes + of_tables


def _cost_arrays(problem: Problem) -> list[np.ndarray]:
    return [node.costs for node in problem.nodes] + [edge.costs for edge in problem.edges]


def _is_integral(problem: Problem) -> bool:
    return all(
        costs.dtype.kind in "iu" or (costs.dtype.kind == "O" and all(isinstance(cost, int) for cost in costs.flat))
        for costs in _cost_arrays(problem)
    )
