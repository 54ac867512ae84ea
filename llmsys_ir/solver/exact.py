"""The integer linear program of what the reductions leave, solved to proven optimality.

For node v and strategy i a binary s_v[i]; for an edge (v, u) and classes I, J of strategies with identical rows and
columns of its table a continuous e_vu[I, J] >= 0, absent where the table is infinite:

    minimise   sum_v s_v . cost_v + sum_(v,u) e_vu . table_vu
    s.t.       sum_i s_v[i] = 1                                            for each node v                       (1)
               sum_J e_vu[I, J] = sum_(i in I) s_v[i]                      for each edge and class I             (2)
               sum_I e_vu[I, J] = sum_(j in J) s_u[j]                      for each edge and class J             (3)
               sum_v s_v . usage_v + sum_(v,u) e_vu . amount_vu <= capacity_r       for each memory row r        (4)
               sum_(v in C) sum_(i: usage_v[i] >= used_v) s_v[i] <= |C|-1  for covers C found on the way         (5)

An elastic graph has `capacity_r + z` in (4) and minimises z. Rows (4) are added when they are violated if they are too
many. HiGHS works with tolerances, so each answer is checked in integers; an overfull row that (4) should have excluded
is cut off by a cover (5): nodes, and pairs of nodes by their e, that cannot all use at least what they do. The classes
of an edge whose nodes need memory together tell these amounts apart, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from math import ceil, gcd, inf, log2
from typing import NamedTuple

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.engines import DEFAULT_ENGINE, Engine
from llmsys_ir.solver.graph import Graph
from llmsys_ir.solver.mip import MipBuilder
from llmsys_ir.solver.problem import Floats, Indices, Mask
from llmsys_ir.solver.tables import Aligned, align

_EAGER_ENTRIES = 1_000_000
_ROWS_AT_ONCE = 16
_OBJECTIVE_SIZE = 1e5
_LARGEST_USAGE = 1e6
_TOLERANCE = 1e-6
"""HiGHS's own feasibility and integrality tolerance."""


@dataclass(frozen=True, eq=False)
class ExactResult:
    """The best choice found as positions, and a proven lower bound: infinite if no choice fits."""

    positions: dict[int, int] | None
    bound: float


@dataclass(frozen=True, eq=False)
class _Cover:
    """Strategies, and pairs of classes, of which at most all but one of the nodes and edges may take any."""

    strategies: dict[int, Mask]
    pairs: dict[tuple[int, int], Mask]


def solve_exact(
    graph: Graph,
    deadline: Deadline,
    *,
    seed: int = 0,
    reference: float = 0.0,
    hint: dict[int, int] | None = None,
    engine: Engine = DEFAULT_ENGINE,
) -> ExactResult:
    """Minimise the cost of the graph, or the peak where it is elastic.

    `reference` is about the cost that is expected, to scale the objective by. The result's bound is a cost, or a peak.
    """
    rows = _first_rows(graph)
    covers: list[_Cover] = []
    bound = -inf
    while True:
        model = _Model(graph, np.flatnonzero(rows), covers, reference)
        positions, found = model.solve(deadline, seed, hint, engine)
        bound = max(bound, found)
        if positions is None or graph.elastic:
            return ExactResult(positions, bound)
        excess = graph.loads(positions) - graph.capacity
        if not (excess > 0).any():
            return ExactResult(positions, bound)
        if not deadline.left:
            return ExactResult(None, bound)
        missing = np.where(rows, 0, np.maximum(excess, 0))
        if missing.any():
            rows[np.argsort(-missing)[:_ROWS_AT_ONCE]] = True
        else:
            covers.append(_cover(graph, positions, int(excess.argmax())))


def _first_rows(graph: Graph) -> Mask:
    """All rows if they have few entries, else those that could be the fullest."""
    entries = sum(d.usages.size * (d.last - d.first) for demands in graph.demands.values() for d in demands)
    entries += sum(joint.amounts.values.size * (joint.last - joint.first) for _, _, joint in graph.each_joint)
    rows = np.ones(graph.capacity.size, dtype=bool)
    if graph.elastic or entries <= _EAGER_ENTRIES:
        return rows
    rows[np.argsort(graph.capacity - graph.most_loads)[_ROWS_AT_ONCE:]] = False
    return rows


def _cover(graph: Graph, positions: dict[int, int], row: int) -> _Cover:
    """The fewest chosen amounts that overfill a row, and all choices that use at least as much."""
    nodes, edges = _usages_in_row(graph, row), _amounts_in_row(graph, row)
    used: list[tuple[int, int | tuple[int, int]]] = [(int(nodes[node][positions[node]]), node) for node in nodes]
    used += [(int(amounts[_classes(graph, edge, positions)]), edge) for edge, amounts in edges.items()]
    cover = _Cover({}, {})
    total = 0
    for amount, where in sorted(used, key=lambda pair: (-pair[0], str(pair[1]))):
        if total > graph.capacity[row]:
            break
        total += amount
        if isinstance(where, tuple):
            cover.pairs[where] = edges[where] >= amount
        else:
            cover.strategies[where] = (nodes[where] >= amount).astype(bool)
    return cover


def _usages_in_row(graph: Graph, row: int) -> dict[int, np.ndarray]:
    usages: dict[int, np.ndarray] = {}
    for node, demands in graph.demands.items():
        for demand in demands:
            if demand.first <= row < demand.last:
                usages[node] = usages.get(node, 0) + demand.usages
    return usages


def _amounts_in_row(graph: Graph, row: int) -> dict[tuple[int, int], Floats]:
    """By the classes of `_aligned`."""
    amounts: dict[tuple[int, int], Floats] = {}
    for node, other in {(node, other) for node, other, joint in graph.each_joint if joint.first <= row < joint.last}:
        live = [joint.first <= row < joint.last for joint in graph.joints[node][other]]
        parts = _aligned(graph, node, other).values[1:]
        amounts[node, other] = np.sum([part for part, is_live in zip(parts, live, strict=True) if is_live], axis=0)
    return amounts


def _aligned(graph: Graph, node: int, other: int) -> Aligned:
    """The costs and the amounts between two nodes."""
    joints = graph.joints[node].get(other, ())
    return align([graph.tables[node][other], *(joint.amounts for joint in joints)])


def _classes(graph: Graph, edge: tuple[int, int], positions: dict[int, int]) -> tuple[int, int]:
    aligned = _aligned(graph, *edge)
    return aligned.rows[positions[edge[0]]], aligned.columns[positions[edge[1]]]


class _Pairs(NamedTuple):
    """The classes of an edge, and the column of each pair of them, -1 where the table is infinite."""

    table: Aligned
    columns: Indices


class _Model:
    """The program (1) to (5) and the way from its solution to a choice."""

    def __init__(self, graph: Graph, rows: Indices, covers: list[_Cover], reference: float):
        self._graph = graph
        self._builder = MipBuilder()
        self._unit, self._step = _memory_unit(graph)
        self._scale = 1.0 if graph.elastic else _objective_scale(graph, reference)
        self._columns = {
            node: self._builder.add_binaries(costs * self._scale) for node, costs in sorted(graph.costs.items())
        }
        self._pairs: dict[tuple[int, int], _Pairs] = {}
        self._add_one_hot()
        self._add_tables()
        self._add_memory(rows)
        for cover in covers:
            self._add_cover(cover)

    def solve(
        self, deadline: Deadline, seed: int, hint: dict[int, int] | None, engine: Engine
    ) -> tuple[dict[int, int] | None, float]:
        """The choice as positions, and the bound."""
        point = self._point(hint) if hint and not self._graph.elastic else None
        gap = 0.5 * _TOLERANCE if not self._graph.elastic or not self._step else 1.0 - 10 * _TOLERANCE
        result = self._builder.solve(deadline, seed=seed, gap=gap, hint=point, engine=engine)
        positions = None if result.point is None else self._positions(result.point)
        return positions, self._bound(result.bound)

    def _bound(self, bound: float) -> float:
        if not self._graph.elastic:
            return self._graph.constant + bound / self._scale
        if abs(bound) == inf:
            return bound if bound > 0 else self._graph.limit
        if self._step:
            return self._graph.limit + ceil(bound - 10 * _TOLERANCE) * self._step
        return self._graph.limit + max(0, ceil(bound * self._unit * (1 - 1e-9)))

    def _add_one_hot(self) -> None:
        rows = self._builder.add_rows(len(self._columns), 1.0, 1.0)
        for row, columns in zip(rows, self._columns.values(), strict=True):
            self._builder.add_entries(np.array([row]), columns, 1.0)

    def _add_tables(self) -> None:
        for node in self._columns:
            for neighbour in sorted(self._graph.tables[node]):
                if node < neighbour:
                    self._pairs[node, neighbour] = self._add_table(node, neighbour)

    def _add_table(self, node: int, neighbour: int) -> _Pairs:
        table = _aligned(self._graph, node, neighbour)
        values = table.values[0]
        first, second = np.nonzero(np.isfinite(values))
        pairs = self._builder.add_continuous(values[first, second] * self._scale)
        of_first = self._builder.add_rows(values.shape[0], 0.0, 0.0)
        of_second = self._builder.add_rows(values.shape[1], 0.0, 0.0)
        self._builder.add_entries(of_first[first], pairs, 1.0)
        self._builder.add_entries(of_second[second], pairs, 1.0)
        self._builder.add_entries(of_first[table.rows], self._columns[node], -1.0)
        self._builder.add_entries(of_second[table.columns], self._columns[neighbour], -1.0)
        columns = np.full(values.shape, -1)
        columns[first, second] = pairs
        return _Pairs(table, columns)

    def _add_memory(self, rows: Indices) -> None:
        graph = self._graph
        row_of = np.full(graph.capacity.size, -1)
        for row in rows:
            limit = float(graph.capacity[row] // self._step) if self._step else float(graph.capacity[row]) / self._unit
            (row_of[row],) = self._builder.add_rows(1, -inf, limit)
        for node, demands in graph.demands.items():
            for demand in demands:
                used = np.flatnonzero(demand.usages)
                usages = demand.usages[used].astype(np.float64) / self._unit
                live = row_of[demand.first : demand.last]
                self._builder.add_entries(live[live >= 0][:, None], self._columns[node][used], usages)
        for (node, other), (table, columns) in self._pairs.items():
            for joint, amounts in zip(graph.joints[node].get(other, ()), table.values[1:], strict=True):
                used = (amounts != 0) & (columns >= 0)
                live = row_of[joint.first : joint.last]
                self._builder.add_entries(live[live >= 0][:, None], columns[used], amounts[used] / self._unit)
        if graph.elastic:
            extra = self._builder.add_continuous(np.ones(1))
            self._builder.add_entries(row_of[row_of >= 0], extra, -1.0)

    def _add_cover(self, cover: _Cover) -> None:
        row = self._builder.add_rows(1, -inf, len(cover.strategies) + len(cover.pairs) - 1.0)
        for node, mask in cover.strategies.items():
            self._builder.add_entries(row, self._columns[node][mask], 1.0)
        for edge, mask in cover.pairs.items():
            columns = self._pairs[edge].columns[mask]
            self._builder.add_entries(row, columns[columns >= 0], 1.0)

    def _positions(self, point: Floats) -> dict[int, int]:
        return {node: int(point[columns].argmax()) for node, columns in self._columns.items()}

    def _point(self, positions: dict[int, int]) -> Floats:
        point = np.zeros(self._builder.column_count)
        for node, columns in self._columns.items():
            point[columns[positions[node]]] = 1.0
        for (node, neighbour), (table, columns) in self._pairs.items():
            point[columns[table.rows[positions[node]], table.columns[positions[neighbour]]]] = 1.0
        return point


def _memory_unit(graph: Graph) -> tuple[float, int]:
    """What to divide usages by, and the step that all loads are multiples of where that is the same, else 0."""
    usages = [int(u) for demands in graph.demands.values() for d in demands for u in np.unique(d.usages)]
    usages += [int(u) for amounts in {joint.amounts for _, _, joint in graph.each_joint} for u in amounts.values.flat]
    step, largest = reduce(gcd, usages, 0), max(usages, default=0)
    if largest <= _LARGEST_USAGE * step:
        return float(max(step, 1)), max(step, 1)
    return largest / _LARGEST_USAGE, 0


def _objective_scale(graph: Graph, reference: float) -> float:
    """A power of two that makes costs large against HiGHS's absolute tolerances, but not too large."""
    if not reference:
        reference = max((float(np.abs(costs[np.isfinite(costs)]).max()) for costs in graph.costs.values()), default=0)
    return 2.0 ** round(log2(_OBJECTIVE_SIZE / abs(reference))) if reference else 1.0
