"""Memory at a price per row, and messages between the nodes: a lower bound, prices, and choices near the optimum.

For prices p_r >= 0, and every choice that fits,

    cost(choice) >= L(p) = min over all choices of cost + sum_r p_r (load_r - capacity_r)

and `sweeps` give a lower bound of the minimum. The prices follow the loads of the choices that the messages lead to.
At first each is multiplied by a power of load / capacity, which soon finds those of the right size; then they take
Polyak's step along the subgradient load - capacity, whose length is the distance to the best known cost.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.flat import FlatGraph
from llmsys_ir.solver.problem import Floats, Indices, Mask
from llmsys_ir.solver.sweeps import decode, loads, price, sweep, value

_FIRST_PRICE = 1e-7
"""Of a full row, relative to the bound without memory."""
_DEAREST = 1e3
"""What all rows may cost, relative to the bound, before prices grow no more."""
_DECAY = 20
_LEAST_POWER = 0.02
_POLYAK = 0.5
_PATIENCE = 15
_SHRINK = 0.7
_LEAST_POLYAK = 1e-4
_ROUNDING = 1e-11
"""Errors of the bound, relative to what it is the difference of: tens of thousands of roundings of 1e-16."""
_MEMORY = 0.7
"""How much of the earlier loads a subgradient keeps."""


@dataclass
class Relaxation:
    """The best bound and the prices that gave it. Costs are without the graph's constant."""

    graph: FlatGraph
    prices: Floats
    bound: float = -inf
    best_prices: Floats = field(init=False)
    positions: Indices = field(init=False)
    """The best choice seen: what it overfills counts first, then its cost."""
    latest: Indices = field(init=False)
    """The choice of the last step."""
    overfull: float = inf
    cost: float = inf
    _messages: Floats = field(init=False)
    _priced: Floats = field(init=False)
    _excess: Floats = field(init=False)
    _steps: int = 0
    _stalled: int = 0
    _polyak: float = 0.0
    _average: Floats | None = None

    def __post_init__(self) -> None:
        self.best_prices = self.prices.copy()
        self._messages = np.zeros(self.graph.message_size)
        self._priced = np.empty_like(self.graph.costs)
        self._excess = np.empty_like(self.graph.costs)
        self.positions = self.latest = np.zeros(self.graph.start.size - 1, np.int64)

    @property
    def converged(self) -> bool:
        """Whether further steps are not worth their time."""
        return 0 < self._polyak < _LEAST_POLYAK

    def advance(self, steps: int, known_cost: float, deadline: Deadline) -> None:
        """Make some steps. `known_cost` is that of the best choice that fits, or infinite."""
        for _ in range(steps):
            if not deadline.left or self.converged:
                return
            bound, load = self._step()
            self._steps += 1
            if self.graph.capacity.size:
                self._move_prices(bound, load, min(known_cost, 1.02 * abs(self.bound)))
            elif self._stalled > _PATIENCE:
                self._polyak = _LEAST_POLYAK / 2

    def within(self, cost: float, deadline: Deadline) -> Mask:
        """Which strategies may be in a choice of at most `cost`, by the best bound.

        Raises:
            TimeoutError: the deadline has passed.
        """
        self.prices = self.best_prices.copy()
        bound = -inf
        for _ in range(_PATIENCE):
            deadline.check()
            bound, _ = self._step()
        return self._excess <= cost - bound

    def _step(self) -> tuple[float, Floats]:
        """A sweep in each direction; returns the bound, and the loads of the choice that the messages lead to."""
        graph, messages = self.graph, self._messages
        until = np.concatenate(([0.0], np.cumsum(self.prices)))
        price(graph, until, self._priced)
        sweep(graph, self._priced, until, messages, True, self._excess)
        full = float(self.prices @ graph.capacity)
        bound = sweep(graph, self._priced, until, messages, False, self._excess) - full
        bound -= _ROUNDING * (abs(bound) + full)
        self._stalled += 1
        if bound > self.bound + 1e-7 * abs(self.bound):
            self._stalled = 0
        if bound > self.bound:
            self.bound, self.best_prices = bound, self.prices.copy()
        positions = decode(graph, self._priced, until, messages, True)
        load = loads(graph, positions)
        self.latest = positions
        self._offer(positions, load)
        return bound, load

    def _offer(self, positions: Indices, load: Floats) -> None:
        excess = np.maximum(load - self.graph.capacity, 0.0)
        overfull, cost = float((excess / np.maximum(self.graph.capacity, 1.0)).sum()), value(self.graph, positions)
        if (overfull, cost) < (self.overfull, self.cost):
            self.positions, self.overfull, self.cost = positions, overfull, cost

    def _move_prices(self, bound: float, load: Floats, known_cost: float) -> None:
        if self._polyak:
            self._follow_subgradient(bound, load, known_cost)
        elif self._stalled > _PATIENCE or float(self.prices @ self.graph.capacity) > _DEAREST * abs(bound):
            self.prices, self._polyak = self.best_prices.copy(), _POLYAK
        else:
            self._scale_prices(bound, load)

    def _scale_prices(self, bound: float, load: Floats) -> None:
        capacity = self.graph.capacity
        if not self.prices.any():
            self.prices = np.full(capacity.size, _FIRST_PRICE * abs(bound) / max(1.0, float(capacity.max())))
        power = max(_LEAST_POWER, 1 / (1 + self._steps / _DECAY))
        self.prices = self.prices * np.clip(load / np.maximum(capacity, 1.0), 0.37, 2.7) ** power

    def _follow_subgradient(self, bound: float, load: Floats, known_cost: float) -> None:
        if self._stalled > _PATIENCE:
            self._polyak *= _SHRINK
            self.prices, self._average, self._stalled = self.best_prices.copy(), None, 0
            return
        average = load if self._average is None else _MEMORY * self._average + (1 - _MEMORY) * load
        self._average = average
        direction = average - self.graph.capacity
        direction = np.where((self.prices > 0) | (direction > 0), direction, 0.0)
        norm = float(direction @ direction)
        if norm:
            length = self._polyak * max(known_cost - bound, 1e-6 * abs(bound)) / norm
            self.prices = np.maximum(0.0, self.prices + length * direction)
