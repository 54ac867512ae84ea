"""A graph as flat arrays, for the compiled loops of `sweeps` and `tree_moves`.

Demands are rounded to floats: whether a choice fits is for the evaluator to say, which is exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from llmsys_ir.solver.graph import Graph
from llmsys_ir.solver.problem import Floats, Indices

_FORBIDDING = 1e6
"""What stands for an infinite cost, as a multiple of the largest finite one: it stays exact beside the others."""


class FlatGraph(NamedTuple):
    """Nodes are numbered in order; strategies of all nodes follow one another, as do messages, demands and tables.

    - Node v has the strategies `start[v]` up to `start[v + 1]`, whose costs are `costs`.
    - An edge is two arcs. The arcs that leave node v are `arcs[v]` up to `arcs[v + 1]`, by target. Arc a goes from
      `source[a]` to `target[a]`; `reverse[a]` comes back; it costs `tables[table[a] + j * n + i]` for strategy i of
      the n of its source and j of its target; its message to the target is at `message[a]`.
    - Node v has the demands `demands[v]` up to `demands[v + 1]`. Demand d is there in the rows `first[d]` up to
      `last[d]`, and strategy i demands `usages[usage[d] + i]`; row r has `capacity[r]`.
    """

    start: Indices
    costs: Floats
    arcs: Indices
    source: Indices
    target: Indices
    reverse: Indices
    table: Indices
    tables: Floats
    message: Indices
    message_size: int
    demands: Indices
    first: Indices
    last: Indices
    usage: Indices
    usages: Floats
    capacity: Floats


def flatten(graph: Graph) -> FlatGraph:
    """The graph's arrays; nodes are numbered by their order in the graph."""
    nodes = sorted(graph.costs)
    number = {node: index for index, node in enumerate(nodes)}
    sizes = [graph.costs[node].size for node in nodes]
    costs = _joined([graph.costs[node] for node in nodes])
    ends = [(number[node], number[other]) for node in nodes for other in sorted(graph.tables[node])]
    place = {pair: index for index, pair in enumerate(ends)}
    reverse = np.array([place[target, source] for source, target in ends], np.int64)
    dense = [graph.tables[nodes[target]][nodes[source]].dense().ravel() for source, target in ends]
    tables = _joined(dense)
    finite = np.isfinite(tables)
    largest = max(float(np.abs(tables[finite]).max(initial=0.0)), float(np.abs(costs).max(initial=0.0)))
    message_sizes = [sizes[target] for _, target in ends]
    demands = [demand for node in nodes for demand in graph.demands[node]]
    return FlatGraph(
        start=_offsets(sizes),
        costs=costs,
        arcs=_offsets([len(graph.tables[node]) for node in nodes]),
        source=np.array([source for source, _ in ends], np.int64),
        target=np.array([target for _, target in ends], np.int64),
        reverse=reverse,
        table=_offsets([part.size for part in dense]),
        tables=np.where(finite, tables, _FORBIDDING * (largest or 1.0)),
        message=_offsets(message_sizes),
        message_size=sum(message_sizes),
        demands=_offsets([len(graph.demands[node]) for node in nodes]),
        first=np.array([demand.first for demand in demands], np.int64),
        last=np.array([demand.last for demand in demands], np.int64),
        usage=_offsets([demand.usages.size for demand in demands]),
        usages=_joined([demand.usages.astype(np.float64) for demand in demands]),
        capacity=graph.capacity.astype(np.float64),
    )


def to_array(graph: Graph, positions: Mapping[int, int]) -> Indices:
    """Positions by node as an array."""
    return np.array([positions[node] for node in sorted(graph.costs)], np.int64)


def to_positions(graph: Graph, array: Indices) -> dict[int, int]:
    """The inverse of `to_array`."""
    return dict(zip(sorted(graph.costs), array.tolist(), strict=True))


def _offsets(sizes: list[int]) -> Indices:
    return np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)


def _joined(parts: list[Floats]) -> Floats:
    return np.concatenate(parts) if parts else np.zeros(0)
