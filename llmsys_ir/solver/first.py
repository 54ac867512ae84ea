"""A first choice for a large graph, without compiled code: on a machine where the loops are compiled for the first time
it is there long before them.

Rows that the choice of least memory overfills get dearer until it fits; then each node in turn takes what is cheapest
beside its neighbours and still fits.
"""

from __future__ import annotations

from math import inf

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.flat import FlatGraph
from llmsys_ir.solver.graph import Graph
from llmsys_ir.solver.problem import Floats, Indices

_ROUNDS = 100
_SWEEPS = 3
_LEAST_FACTOR, _GREATEST_FACTOR = 0.5, 2.0


def first_choice(graph: Graph, flat: FlatGraph, deadline: Deadline) -> dict[int, int]:
    """Positions that fit, as far as single nodes' demands go, if that is found; else those that overfill the least."""
    positions = dict(zip(sorted(graph.costs), _least_memory(flat).tolist(), strict=True))
    loads = graph.loads(positions)
    for _ in range(_SWEEPS):
        if not _descend(graph, positions, loads, deadline):
            break
    return positions


def _least_memory(flat: FlatGraph) -> Indices:
    """The choice that overfills the least, as an array."""
    nodes = np.repeat(np.arange(flat.start.size - 1), np.diff(flat.demands))
    sizes = np.diff(flat.start)[nodes]
    demand = np.repeat(np.arange(nodes.size), sizes)
    entry = np.arange(demand.size) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    strategy, usages = flat.start[nodes][demand] + entry, flat.usages[: demand.size]
    first, last, capacity = flat.first[: nodes.size], flat.last[: nodes.size], np.maximum(flat.capacity, 1.0)
    best, least, prices = np.zeros(flat.start.size - 1, np.int64), inf, 1 / capacity
    for _ in range(_ROUNDS):
        until = np.concatenate(([0.0], np.cumsum(prices)))
        each = (until[last] - until[first])[demand]
        priced = np.bincount(strategy, each * usages, flat.costs.size).astype(np.float64)
        positions = _cheapest(priced, flat.start)
        used = flat.usages[flat.usage[: nodes.size] + positions[nodes]]
        changes = np.bincount(first, used, capacity.size + 1) - np.bincount(last, used, capacity.size + 1)
        full = np.cumsum(changes)[:-1] / capacity
        overfull = float(np.maximum(full - 1, 0.0).sum())
        if overfull < least:
            best, least = positions, overfull
        if not overfull:
            break
        prices = prices * np.clip(full, _LEAST_FACTOR, _GREATEST_FACTOR)
    return best


def _cheapest(costs: Floats, start: Indices) -> Indices:
    """The first of each node's cheapest strategies."""
    is_least = costs == np.repeat(np.minimum.reduceat(costs, start[:-1]), np.diff(start))
    places = np.where(is_least, np.arange(costs.size), costs.size)
    return np.minimum.reduceat(places, start[:-1]) - start[:-1]


def _descend(graph: Graph, positions: dict[int, int], loads: np.ndarray, deadline: Deadline) -> bool:
    """Change each node that can become cheaper; returns whether there was one."""
    changed = False
    for node, costs in graph.costs.items():
        deadline.check()
        total, now = costs, positions[node]
        for other, table in graph.tables[node].items():
            total = total + table.values[table.rows, table.columns[positions[other]]]
        if total.min() < total[now]:
            total = np.where(_may_fit(graph, node, now, loads), total, inf)
            best = int(total.argmin())
            if total[best] < total[now] and _move(graph, node, now, best, loads):
                positions[node] = best
                changed = True
    return changed


def _may_fit(graph: Graph, node: int, now: int, loads: np.ndarray) -> np.ndarray:
    """Which strategies have no demand that overfills a row by itself, or more than the present one."""
    fits = np.ones(graph.costs[node].size, dtype=bool)
    for d in graph.demands[node]:
        room = (graph.capacity[d.first : d.last] - loads[d.first : d.last]).min()
        fits &= (d.usages <= d.usages[now] + max(room, 0)).astype(bool)
    return fits


def _move(graph: Graph, node: int, before: int, after: int, loads: np.ndarray) -> bool:
    """Change a node's strategy if that overfills no row more; returns whether it does not."""
    demands = graph.demands[node]
    for d in demands:
        loads[d.first : d.last] += d.usages[after] - d.usages[before]
    if len(demands) < 2 or all(
        (loads[d.first : d.last] <= graph.capacity[d.first : d.last]).all() or d.usages[after] <= d.usages[before]
        for d in demands
    ):
        return True
    for d in demands:
        loads[d.first : d.last] -= d.usages[after] - d.usages[before]
    return False
