"""The solver: reduce, price memory, prune, and leave the rest to an integer program; every answer comes with a bound.

1. `presolve` the problem.
2. What is large goes to `large` until it is small, or good enough.
3. `first`: some choice that fits, soon.
4. Without memory: if the best plan happens to fit, it is optimal.
5. `pricing`: a lower bound, a plan that fits, and fewer strategies.
6. `exact`: the optimum of what is left.
7. If nothing fits: the least limit that would do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import inf, isfinite

from llmsys_ir.collecting import rarely_collecting
from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.engines import DEFAULT_ENGINE, Engine
from llmsys_ir.solver.evaluate import Evaluation, evaluate
from llmsys_ir.solver.first import first_choice
from llmsys_ir.solver.flat import flatten
from llmsys_ir.solver.graph import Contradiction, Graph, build_graph
from llmsys_ir.solver.incumbent import Incumbent, Progress
from llmsys_ir.solver.presolve import presolve
from llmsys_ir.solver.pricing import MemoryPricing
from llmsys_ir.solver.problem import Problem

_RELAXED_SHARE = 0.2
_PRICING_SHARE = 0.4
_SMALL = 40_000
"""Table entries that an integer program takes as they are."""
_LARGEST_ELASTIC = 300_000
"""Table entries up to which the least peak is looked for; above it only its bound is known."""


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


def solve(
    problem: Problem,
    *,
    time_limit: float = 60.0,
    seed: int = 0,
    gap: float = 0.0,
    progress: Progress | None = None,
    engine: Engine = DEFAULT_ENGINE,
) -> Solution:
    """The cheapest choice that fits, or the best one found within about `time_limit` seconds.

    A large problem's search ends early when the cost is within `gap` of the bound, relative to the cost. The answer is
    the same for the same problem and seed, unless time runs out. An interrupt (Ctrl-C) ends the search with what was
    found. `engine` solves what is left as an integer program.
    """
    with rarely_collecting():
        search = _Search(Incumbent(problem, gap, progress), Deadline(time_limit), seed, engine)
        try:
            search.run()
        except Contradiction:
            search.incumbent.raise_bound(search.incumbent.cost)
        except (TimeoutError, KeyboardInterrupt):
            pass
        return search.solution()


def least_peak(problem: Problem, *, time_limit: float = 60.0, seed: int = 0) -> LeastPeak:
    """The choice of allowed strategies with the least peak, whatever the limit and the costs."""
    return _least_peak(problem, Deadline(time_limit), seed)


class _Search:
    """The steps of the search."""

    def __init__(self, incumbent: Incumbent, deadline: Deadline, seed: int, engine: Engine):
        self.incumbent = incumbent
        self._problem = incumbent.problem
        self._deadline = deadline
        self._seed = seed
        self._engine: Engine = engine
        self._least: LeastPeak | None = None

    def run(self) -> None:
        """Improve choice and bound until they meet.

        Raises:
            Contradiction: nothing is allowed, nothing fits, or nothing is better than the incumbent.
            TimeoutError: the time limit has passed.
        """
        incumbent = self.incumbent
        limit = self._problem.usage_limit
        if limit is not None and limit < 0:
            raise Contradiction(f"the limit is {limit}")
        graph = build_graph(self._problem, deadline=self._deadline)
        presolve(graph, self._deadline)
        incumbent.raise_bound(_simple_bound(graph))
        if graph.table_entries > _SMALL:
            from llmsys_ir.solver.large import search

            search(graph, incumbent, self._deadline, self._seed, small=_SMALL)
            if incumbent.good_enough:
                return
        for step in (self._begin, self._relax, self._price, self._finish):
            if not incumbent.optimal:
                step(graph)

    def _begin(self, graph: Graph) -> None:
        """Have some choice, soon."""
        if self.incumbent.choice is None and graph.costs and not any(graph.joints.values()):
            self.incumbent.offer(graph, first_choice(graph, flatten(graph, self._deadline), self._deadline))

    def _relax(self, graph: Graph) -> None:
        """Solve without memory, if that can be done by elimination."""
        if not graph.bound_by_memory:
            return
        deadline = self._deadline.share(_RELAXED_SHARE)
        free = graph.without_memory()
        try:
            presolve(free, deadline)
            self._take(free, MemoryPricing(free, deadline))
        except TimeoutError:
            self._deadline.check()

    def _price(self, graph: Graph) -> None:
        pricing = MemoryPricing(graph, self._deadline.share(_PRICING_SHARE))
        if not self._take(graph, pricing):
            return
        if self.incumbent.choice is None and graph.bound_by_memory:
            self._find_any()
        if not self.incumbent.optimal and pricing.prune(self.incumbent.cost, self._deadline):
            presolve(graph, self._deadline)

    def _take(self, graph: Graph, pricing: MemoryPricing) -> bool:
        """Take the choice and bound of prices on memory; returns whether these can be had."""
        try:
            if not pricing.solve():
                return False
        except TimeoutError:
            self._deadline.check()
        if pricing.positions is not None:
            self.incumbent.offer(graph, pricing.positions)
        self._raise_bound(pricing.bound)
        return True

    def _raise_bound(self, bound: float) -> None:
        """Take a bound of what is left; strategies that are as dear as the incumbent may be gone."""
        self.incumbent.raise_bound(min(bound, self.incumbent.cost))

    def _find_any(self) -> None:
        """A choice of the least peak fits, if any does."""
        self._least = _least_peak(self._problem, self._deadline.share(_PRICING_SHARE), self._seed)
        if self._least.bound > (self._problem.usage_limit or 0):
            raise Contradiction(f"the least peak is {self._least.bound}")
        if self._least.choice is not None:
            self.incumbent.consider(self._least.choice)

    def _finish(self, graph: Graph) -> None:
        incumbent = self.incumbent
        if not graph.costs:
            incumbent.offer(graph, {})
            self._raise_bound(graph.constant)
            return
        from llmsys_ir.solver.exact import solve_exact

        hint = graph.positions_if_kept(dict(enumerate(incumbent.choice))) if incumbent.choice else None
        reference = min(incumbent.cost, abs(incumbent.bound)) if isfinite(incumbent.bound) else 0.0
        result = solve_exact(
            graph, self._deadline, seed=self._seed, reference=reference, hint=hint, engine=self._engine
        )
        if result.positions is not None:
            incumbent.offer(graph, result.positions)
        self._raise_bound(result.bound)

    def solution(self) -> Solution:
        """The answer."""
        incumbent, seconds = self.incumbent, self._deadline.elapsed
        if incumbent.evaluation is None:
            if incumbent.bound == inf:
                return self._infeasible()
            return Solution(None, inf, incumbent.bound, Status.UNKNOWN, seconds)
        status = Status.OPTIMAL if incumbent.optimal else Status.FEASIBLE
        bound = incumbent.cost if incumbent.optimal else incumbent.bound
        peak_time = incumbent.evaluation.peak_time
        return Solution(incumbent.choice, incumbent.cost, bound, status, seconds, None, peak_time)

    def _infeasible(self) -> Solution:
        least = self._least
        if self._problem.usage_limit is not None and least is None:
            least = _least_peak(self._problem, self._deadline, self._seed)
        peak, peak_time = None, None
        if least and least.evaluation and least.evaluation.peak <= least.bound:
            peak, peak_time = least.evaluation.peak, least.evaluation.peak_time
        return Solution(None, inf, inf, Status.INFEASIBLE, self._deadline.elapsed, peak, peak_time)


def _least_peak(problem: Problem, deadline: Deadline, seed: int) -> LeastPeak:
    try:
        graph = build_graph(problem, elastic=True, deadline=deadline)
        presolve(graph, deadline)
    except Contradiction:
        return LeastPeak(None, None, inf)
    except TimeoutError:
        return LeastPeak(None, None, 0)
    positions: dict[int, int] | None = {}
    bound: float = graph.limit
    if graph.table_entries > _LARGEST_ELASTIC:
        return LeastPeak(None, None, bound)
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
