"""The search for graphs that are too large for an integer program as they are.

Where layers repeat themselves, they are solved as one first (see `repetition`). Then come rounds of relaxation and tree
moves, side by side; after each round, strategies whose bound is above the cost of the best choice go, and what this
makes possible is reduced (`presolve`), which tightens the next round's bound. What is small enough in the end is left
to an integer program; what stays large is improved by moves until time runs out. The same seed gives the same answer,
unless it does.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from math import inf

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.first import first_choice
from llmsys_ir.solver.flat import FlatGraph, flatten, to_array, to_positions
from llmsys_ir.solver.graph import Contradiction, Graph
from llmsys_ir.solver.incumbent import Incumbent
from llmsys_ir.solver.presolve import presolve
from llmsys_ir.solver.problem import Floats, Indices
from llmsys_ir.solver.repetition import repeated_once
from llmsys_ir.solver.warming import Warming

_STEPS = (8, 40)
"""Of the first block, which is over soon, and at most; each block has twice as many as the one before."""
_MOVES = (130, 6)
"""Beside each step: about as much work, but no more than visits each node this often."""
_MOVES_AT_ONCE = 100
"""Between two looks at the clock."""
_TREES = (60, 240)
"""The largest trees, by turns."""
_PATIENCE = 12
"""A round is blocks of steps, each beside some moves, until this many blocks in a row have gained nothing."""
_GAIN = (1e-5, 5e-3)
"""What counts as one, relative to the bound, and to what is missing between bound and cost."""
_WORTHWHILE = 0.02
"""The share of strategies that a round has to drop for another one to begin."""
_ROUNDING = 1e-9
_ONCE_SHARE = 0.4
"""Of the time, for repeated layers as one."""
_ONCE_GAP = 3e-3
"""Their cost is near enough to the bound then."""


def search(
    graph: Graph, incumbent: Incumbent, deadline: Deadline, seed: int, *, small: int, persistent: bool = True
) -> None:
    """Improve the incumbent until it is good enough, or what is left of the graph has at most `small` table entries.

    A `persistent` search ends in no other way; else it ends as well when rounds drop no more strategies.

    Raises:
        Contradiction: there is no better choice than the incumbent, or none at all.
        TimeoutError: the deadline has passed.
    """
    warming = Warming()
    if incumbent.choice is None and not any(graph.joints.values()):
        incumbent.offer(graph, first_choice(graph, flatten(graph, deadline), deadline))
    warming.wait(deadline)
    with ThreadPoolExecutor(2) as pool:
        means = _Means(incumbent, deadline, pool)
        prices = _solve_layers_once(graph, means, seed)
        _make_rounds(graph, means, seed, prices, small=small, persistent=persistent)


@dataclass(frozen=True)
class _Means:
    """What rounds share: the best choice so far, the time that is left, and threads to work in."""

    incumbent: Incumbent
    deadline: Deadline
    pool: ThreadPoolExecutor


def _make_rounds(graph: Graph, means: _Means, seed: int, prices: Floats, *, small: int, persistent: bool) -> None:
    """The rounds of a search; the prices of memory rows that they begin with become those that they found."""
    graph.rows = np.arange(graph.capacity.size)
    while graph.costs and graph.table_entries > small:
        current = _Round(graph, means, seed, prices[graph.rows])
        try:
            current.run(_PATIENCE)
        finally:
            prices[graph.rows] = current.relaxation.best_prices
        if means.incumbent.good_enough:
            return
        if not current.prune():
            if persistent:
                current.run(inf)
            return
        seed += 1
        presolve(graph, means.deadline)


def _solve_layers_once(graph: Graph, means: _Means, seed: int) -> Floats:
    """Take the best choice found in which parts that look alike choose alike; gives prices of the graph's rows."""
    incumbent = means.incumbent
    repeated = repeated_once(graph, means.deadline)
    if repeated is None:
        return np.zeros(graph.capacity.size)
    once, deadline = repeated.graph, means.deadline.share(_ONCE_SHARE)
    of_once = Incumbent(incumbent.problem, max(incumbent.gap, _ONCE_GAP))
    prices = np.zeros(once.capacity.size)
    with suppress(Contradiction, TimeoutError):  # parts that look alike may have to differ
        presolve(once, deadline)
        rows, found = once.rows, np.zeros(once.capacity.size)
        try:
            _make_rounds(once, _Means(of_once, deadline, means.pool), seed, found, small=0, persistent=False)
        finally:
            prices[rows] = found
        if not once.costs:
            of_once.offer(once, {})
    if of_once.choice is not None:
        incumbent.consider(of_once.choice)
    return repeated.spread(prices)


class _Round:
    """The relaxation of a graph, and the choice that moves improve."""

    def __init__(self, graph: Graph, means: _Means, seed: int, prices: Floats):
        self._graph = graph
        self._flat: FlatGraph = flatten(graph, means.deadline)
        self._incumbent = means.incumbent
        self._deadline = means.deadline
        self._seed = seed
        self._pool = means.pool
        from llmsys_ir.solver.relaxation import Relaxation

        self.relaxation = Relaxation(self._flat, prices)
        self._most = graph.largest_value
        self._positions: Indices | None = None
        self._steps = _STEPS[0]
        self._value = (inf, inf)
        """What the choice overfills, and its cost without the graph's constant."""
        if means.incumbent.choice is not None:
            self._positions = to_array(graph, graph.nearest(means.incumbent.choice))

    def run(self, patience: float) -> None:
        """Make blocks until `patience` of them in a row gain nothing.

        Raises:
            TimeoutError: the deadline has passed.
        """
        idle = 0
        while idle < patience and not self._incumbent.good_enough:
            self._deadline.check()
            idle = 0 if self._block() else idle + 1

    def prune(self) -> bool:
        """Drop strategies that no choice as good as the incumbent has; returns whether these are many.

        Raises:
            Contradiction: none is left.
            TimeoutError: the deadline has passed.
        """
        graph, cost = self._graph, self._incumbent.cost
        if cost == inf:
            return False
        start = self._flat.start
        kept = self.relaxation.within(cost - graph.constant + _ROUNDING * abs(cost), self._deadline)
        for index, node in enumerate(sorted(graph.costs)):
            mask = kept[start[index] : start[index + 1]]
            if not mask.all():
                graph.restrict(node, mask)
        return bool(kept.size - kept.sum() > _WORTHWHILE * kept.size)

    def _block(self) -> bool:
        """Returns whether the cost, the bound or what is overfull got better."""
        before, known = self._value, self._incumbent.bound
        workers = [self._start_moves(number) for number in range(len(_TREES))]
        self.relaxation.advance(self._steps, self._incumbent.cost - self._graph.constant, self._deadline)
        found = [(self.relaxation.positions, (self.relaxation.overfull, self.relaxation.cost))]
        self._take(*min([*found, *(worker.result() for worker in workers)], key=lambda each: each[1]))
        self._steps = min(2 * self._steps, _STEPS[1])
        bound = self.relaxation.bound + self._graph.constant
        if bound - self._most > _ROUNDING * (abs(self._most) + abs(self._graph.constant)):
            raise Contradiction(f"every choice that fits costs at least {bound}, and none costs more than {self._most}")
        self._incumbent.raise_bound(bound)
        gained = _GAIN[0] * abs(self._incumbent.bound)
        if self._incumbent.choice is not None:
            gained = max(gained, _GAIN[1] * (self._incumbent.cost - self._incumbent.bound))
        return self._value < (before[0], before[1] - gained) or self._incumbent.bound > known + gained

    def _start_moves(self, number: int) -> Future[tuple[Indices, tuple[float, float]]]:
        """Improve a choice in another thread: the best one, or that which the relaxation came to."""
        self._seed += 1
        if self.relaxation.overfull == inf:
            self.relaxation.advance(1, inf, self._deadline)
        positions = self._positions if number == 0 or self.relaxation.converged else self.relaxation.latest
        if positions is None:
            positions = self.relaxation.positions
        largest = _TREES[self._seed // 2 % 2 == number]
        most = _MOVES[1] * len(self._graph.costs) // largest
        return self._pool.submit(
            _moved,
            self._flat,
            self.relaxation.best_prices.copy(),
            positions.copy(),
            self._seed,
            self._steps * max(1, min(_MOVES[0], most)),
            largest,
            self._deadline,
        )

    def _take(self, positions: Indices, value: tuple[float, float]) -> None:
        if value < self._value:
            self._positions, self._value = positions, value
            if value[0] == 0 and value[1] + self._graph.constant < self._incumbent.cost:
                self._incumbent.offer(self._graph, to_positions(self._graph, positions))


def _moved(
    graph: FlatGraph, prices: Floats, positions: Indices, seed: int, moves: int, largest: int, deadline: Deadline
) -> tuple[Indices, tuple[float, float]]:
    from llmsys_ir.solver.tree_moves import improve

    value = (inf, inf)
    for first in range(0, moves, _MOVES_AT_ONCE):
        if deadline.left:
            count = min(_MOVES_AT_ONCE, moves - first)
            value = improve(graph, prices, positions, seed * moves + first, count, largest)
    return positions, value
