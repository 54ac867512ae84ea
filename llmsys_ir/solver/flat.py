"""A graph as flat arrays, for the compiled loops of `sweeps` and `tree_moves`.

Demands are rounded to floats: whether a choice fits is for the evaluator to say, which is exact. Arcs of equal tables
share them: programs repeat themselves, and what is small stays in the caches.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from llmsys_ir.solver.deadline import ENDLESS, Deadline
from llmsys_ir.solver.graph import Graph
from llmsys_ir.solver.problem import Floats, Indices
from llmsys_ir.solver.tables import Table, align

_FORBIDDING = 1e6
"""What stands for an infinite cost, as a multiple of the largest finite one: it stays exact beside the others."""


class FlatGraph(NamedTuple):
    """Nodes are numbered in order; strategies of all nodes follow one another, as do messages and demands.

    - Node v has the strategies `start[v]` up to `start[v + 1]`, whose costs are `costs`.
    - An edge is two arcs. The arcs that leave node v are `arcs[v]` up to `arcs[v + 1]`, by target. Arc a goes from
      `source[a]` to `target[a]`, and `reverse[a]` comes back. Strategy i of its source is of class
      `classes[rows[a] + i]`, of `height[a]` classes; class I of its source and J of its target cost
      `tables[table[a] + J * height[a] + I]`. Its message, an entry per class of the target, is at `message[a]`.
    - Demand d is there in the rows `first[d]` up to `last[d]`; row r has `capacity[r]`. Node v has the demands
      `demands[v]` up to `demands[v + 1]`, of which strategy i needs `usages[usage[d] + i]`; arc a has `joints[a]` up to
      `joints[a + 1]`, and its reverse the same ones, of which a pair of classes needs
      `usages[usage[d] + J * height[a] + I]`.
    """

    start: Indices
    costs: Floats
    arcs: Indices
    source: Indices
    target: Indices
    reverse: Indices
    classes: Indices
    rows: Indices
    height: Indices
    table: Indices
    tables: Floats
    message: Indices
    message_size: int
    demands: Indices
    joints: Indices
    first: Indices
    last: Indices
    usage: Indices
    usages: Floats
    capacity: Floats


class _Arc(NamedTuple):
    """Where the parts of an arc lie."""

    rows: int
    height: int
    width: int
    table: int
    amounts: tuple[int, ...]


class _Pool:
    """Arrays that follow one another."""

    def __init__(self):
        self._parts: list[np.ndarray] = []
        self._size = 0

    def put(self, part: np.ndarray) -> int:
        """Where it lies."""
        self._parts.append(part.ravel())
        self._size += part.size
        return self._size - part.size

    @property
    def joined(self) -> np.ndarray:
        """All of it."""
        return np.concatenate(self._parts) if self._parts else np.zeros(0)


class _Arcs:
    """Classes, tables and amounts, those of equal arcs once."""

    def __init__(self, usages: _Pool):
        self.classes, self.tables, self.usages = _Pool(), _Pool(), usages
        self._known: dict[tuple[Table, ...], _Arc] = {}

    def find(self, graph: Graph, source: int, target: int) -> _Arc:
        """The parts of an arc."""
        joints = graph.joints[source].get(target, ())
        key = (graph.tables[source][target], *(joint.amounts for joint in joints))
        if key not in self._known:
            self._place(key)
        return self._known[key]

    def _place(self, tables: tuple[Table, ...]) -> None:
        rows, columns, (costs, *amounts) = align(tables)
        (height, width), put = costs.shape, self.usages.put
        there = tuple(put(part.T) for part in amounts)
        self._known[tables] = _Arc(self.classes.put(rows), height, width, self.tables.put(costs.T), there)
        back = tuple(put(part) for part in amounts)
        turned = tuple(table.transposed for table in tables)
        self._known[turned] = _Arc(self.classes.put(columns), width, height, self.tables.put(costs), back)


def flatten(graph: Graph, deadline: Deadline = ENDLESS) -> FlatGraph:
    """The graph's arrays; nodes are numbered by their order in the graph.

    Raises:
        TimeoutError: the deadline has passed.
    """
    nodes = sorted(graph.costs)
    number = {node: index for index, node in enumerate(nodes)}
    ends = [(node, other) for node in nodes for other in sorted(graph.tables[node])]
    place = {pair: index for index, pair in enumerate(ends)}
    usages = _Pool()
    demands = [(d.first, d.last, usages.put(d.usages)) for node in deadline.each(nodes) for d in graph.demands[node]]
    pool = _Arcs(usages)
    arcs = [pool.find(graph, *pair) for pair in deadline.each(ends)]
    for (source, target), arc in zip(ends, arcs, strict=True):
        joints = zip(graph.joints[source].get(target, ()), arc.amounts, strict=True)
        demands += [(joint.first, joint.last, usage) for joint, usage in joints]
    costs = _joined([graph.costs[node] for node in nodes])
    demand_counts = [len(graph.demands[node]) for node in nodes]
    columns = np.array(demands, np.int64).reshape(-1, 3).T
    return FlatGraph(
        start=_offsets([graph.costs[node].size for node in nodes]),
        costs=costs,
        arcs=_offsets([len(graph.tables[node]) for node in nodes]),
        source=np.array([number[source] for source, _ in ends], np.int64),
        target=np.array([number[target] for _, target in ends], np.int64),
        reverse=np.array([place[target, source] for source, target in ends], np.int64),
        classes=pool.classes.joined.astype(np.int64),
        rows=np.array([arc.rows for arc in arcs], np.int64),
        height=np.array([arc.height for arc in arcs], np.int64),
        table=np.array([arc.table for arc in arcs], np.int64),
        tables=_without_infinities(pool.tables.joined, costs),
        message=_offsets([arc.width for arc in arcs]),
        message_size=sum(arc.width for arc in arcs),
        demands=_offsets(demand_counts),
        joints=_offsets([len(arc.amounts) for arc in arcs]) + sum(demand_counts),
        first=np.ascontiguousarray(columns[0]),
        last=np.ascontiguousarray(columns[1]),
        usage=np.ascontiguousarray(columns[2]),
        usages=usages.joined.astype(np.float64),
        capacity=graph.capacity.astype(np.float64),
    )


def to_array(graph: Graph, positions: Mapping[int, int]) -> Indices:
    """Positions by node as an array."""
    return np.array([positions[node] for node in sorted(graph.costs)], np.int64)


def to_positions(graph: Graph, array: Indices) -> dict[int, int]:
    """The inverse of `to_array`."""
    return dict(zip(sorted(graph.costs), array.tolist(), strict=True))


def _without_infinities(tables: Floats, costs: Floats) -> Floats:
    finite = np.isfinite(tables)
    largest = max(float(np.abs(tables[finite]).max(initial=0.0)), float(np.abs(costs).max(initial=0.0)))
    return np.where(finite, tables, _FORBIDDING * (largest or 1.0))


def _offsets(sizes: list[int]) -> Indices:
    return np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)


def _joined(parts: list[Floats]) -> Floats:
    return np.concatenate(parts) if parts else np.zeros(0)
