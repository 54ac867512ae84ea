"""A price on memory turns a problem with a limit into one without, which elimination solves exactly.

For prices p_r >= 0 on the memory rows, and every choice that fits,

    cost(choice) >= L(p) = min over all choices of cost + sum_r p_r (load_r - capacity_r)                        (1)

so L(p) is a lower bound, and the choice that attains it fits if the prices are high enough. First one price for all
rows that were overfull is raised until the choice fits, and bracketed; then the prices of single rows follow the
subgradient load - capacity with Polyak's step. Last, (1) with one node's strategy held fixed bounds all choices that
contain this strategy; strategies whose bound is above the cost of a known choice go.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.elimination import eliminate_all
from llmsys_ir.solver.graph import Graph
from llmsys_ir.solver.marginals import min_marginals
from llmsys_ir.solver.problem import Floats
from llmsys_ir.solver.tables import Table

_DOUBLINGS = 60
_BISECTIONS = 12
_STEPS = 30
_ROUNDING = 1e-9
"""Bounds may be this much off, relative to the cost, before a strategy is dropped for them."""


@dataclass(frozen=True, eq=False)
class Priced:
    """What minimising cost plus price times load gives: a bound, and a choice (as positions) with its loads."""

    prices: Floats
    bound: float
    positions: dict[int, int]
    excess: Floats
    fits: bool


class MemoryPricing:
    """The best prices, bound and fitting choice found so far."""

    def __init__(self, graph: Graph, deadline: Deadline):
        self._graph = graph
        self._deadline = deadline
        self._capacity = graph.capacity.astype(np.float64)
        self.best_bound: Priced | None = None
        self._unpriced_fits = False
        self.cost = inf
        self.positions: dict[int, int] | None = None

    @property
    def bound(self) -> float:
        """The best lower bound."""
        if self._unpriced_fits:
            return self.cost
        return self.best_bound.bound if self.best_bound else -inf

    @property
    def closed(self) -> bool:
        """Whether the bound proves the choice optimal."""
        return self.cost < inf and self.cost - self.bound <= 1e-12 * abs(self.cost)

    def solve(self) -> bool:
        """Find prices; returns whether elimination can do it at all.

        Raises:
            TimeoutError: the deadline has passed; what was found so far stands.
        """
        free = self._try(np.zeros(self._capacity.size))
        if free is None:
            return False
        self._unpriced_fits = free.fits
        if not self.closed:
            self._bracket(free)
        if not self.closed and self.best_bound:
            self._follow_subgradient(self.best_bound)
        return True

    def offer(self, positions: dict[int, int]) -> None:
        """Take a fitting choice from elsewhere if it is cheaper."""
        cost = self._graph.value(positions)
        if cost < self.cost:
            self.cost, self.positions = cost, positions

    def prune(self, cost: float, deadline: Deadline) -> bool:
        """Drop strategies that no choice of at most `cost` has; returns whether any went.

        Raises:
            Contradiction: there is no such choice.
            TimeoutError: the deadline has passed.
        """
        if self.best_bound is None or cost == inf:
            return False
        graph = priced_graph(self._graph, self.best_bound.prices)
        if not eliminate_all(graph, deadline):
            return False
        offset = float(self._capacity @ self.best_bound.prices)
        limit = cost + offset + _ROUNDING * (abs(cost) + offset)
        return self._keep_below(limit, min_marginals(graph))

    def _keep_below(self, limit: float, marginals: dict[int, Floats]) -> bool:
        pruned = False
        for node in sorted(self._graph.costs):
            mask = marginals[node] <= limit
            if not mask.all():
                self._graph.restrict(node, mask)
                pruned = True
        return pruned

    def _try(self, prices: Floats) -> Priced | None:
        self._deadline.check()
        graph = priced_graph(self._graph, prices)
        if not eliminate_all(graph, self._deadline, merging=True):
            return None
        positions = self._graph.positions(graph.extended({}))
        loads = self._graph.loads(positions)
        bound = graph.constant - float(self._capacity @ prices)
        excess = (loads - self._graph.capacity).astype(np.float64)
        result = Priced(prices, bound, positions, excess, bool((loads <= self._graph.capacity).all()))
        if bound > self.bound:
            self.best_bound = result
        if result.fits:
            self.offer(positions)
        return result

    def _bracket(self, free: Priced) -> None:
        """Bisect one price on all rows seen overfull."""
        overfull = np.where(free.excess > 0, 1.0, 0.0)
        scale = max(abs(free.bound), 1e-12) / float(np.abs(free.excess).max())
        low, high = 0.0, 0.01 * scale
        for _ in range(_DOUBLINGS):
            result = self._try(high * overfull)
            if result is None or result.fits:
                break
            newly = (result.excess > 0) & (overfull == 0)
            overfull = np.maximum(overfull, newly)
            low, high = (low, high) if newly.any() else (high, 4 * high)
        for _ in range(_BISECTIONS):
            middle = (low * high) ** 0.5 if low else high / 4
            result = self._try(middle * overfull)
            if self.closed or result is None:
                return
            low, high = (low, middle) if result.fits else (middle, high)

    def _follow_subgradient(self, start: Priced) -> None:
        current, scale, without_gain = start, 1.0, 0
        for _ in range(_STEPS):
            direction = np.where((current.prices > 0) | (current.excess > 0), current.excess, 0.0)
            norm = float(direction @ direction)
            gap = (self.cost if self.cost < inf else self.bound + 0.1 * abs(self.bound)) - current.bound
            if norm == 0 or self.closed:
                return
            known = self.bound
            following = self._try(np.maximum(0.0, current.prices + scale * gap / norm * direction))
            without_gain = 0 if self.bound > known else without_gain + 1
            if without_gain == 3 and self.best_bound:
                following, scale, without_gain = self.best_bound, scale / 2, 0
            if following is None:
                return
            current = following


def priced_graph(graph: Graph, prices: Floats) -> Graph:
    """A copy without demands, whose costs contain what the demands cost."""
    priced = graph.copy()
    total = np.concatenate(([0.0], np.cumsum(prices)))
    for node, demands in graph.demands.items():
        for demand in demands:
            price = float(total[demand.last] - total[demand.first])
            priced.costs[node] = priced.costs[node] + price * demand.usages.astype(np.float64)
        priced.demands[node] = ()
    for node, other, joint in graph.each_joint:
        price, amounts = float(total[joint.last] - total[joint.first]), joint.amounts
        if price:
            priced.add_table(node, other, Table(amounts.rows, amounts.columns, price * amounts.values))
    priced.joints = {node: {} for node in priced.costs}
    return priced
