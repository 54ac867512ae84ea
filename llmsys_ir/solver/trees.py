"""Random trees of nodes in a graph: each node has just one arc to those that were in the tree before it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from llmsys_ir.solver.compiled import compiled_part
from llmsys_ir.solver.flat import FlatGraph
from llmsys_ir.solver.problem import Floats, Indices

_ELSEWHERE = 0.2
"""How often a tree begins anywhere although rows are overfull."""
_TRIES = 100


class Tree(NamedTuple):
    """Room for a tree: its nodes, root first, the arc from each to its parent, and that one's place among the nodes.

    The strategies of the node at place k begin at `start[k]` in `costs`, which hold what the node and its arcs to fixed
    nodes cost, and in `total`, which adds memory and what hangs below. From `answer[k]` on, `choice` has the node's
    best strategy for each class of its parent's.
    """

    nodes: Indices
    arc: Indices
    parent: Indices
    start: Indices
    costs: Floats
    total: Floats
    answer: Indices
    choice: Indices


class Growth(NamedTuple):
    """Room for the growth of a tree: each node's place in it or -1, its arcs to the tree, and the arcs to grow on."""

    place: Indices
    touching: Indices
    frontier: Indices


@compiled_part
def root(graph: FlatGraph, load: Floats, is_overfull: bool) -> int:
    """A random node; where rows are overfull, rather one that is there in the most overfull row."""
    node = np.random.randint(graph.start.size - 1)
    if not is_overfull or np.random.random() < _ELSEWHERE:
        return node
    row = 0
    for other in range(load.size):
        if load[other] - graph.capacity[other] > load[row] - graph.capacity[row]:
            row = other
    for _ in range(_TRIES):
        node = np.random.randint(graph.start.size - 1)
        if _is_live(graph, graph.demands, node, node + 1, row):
            return node
        if _is_live(graph, graph.joints, int(graph.arcs[node]), int(graph.arcs[node + 1]), row):
            return node
    return node


@compiled_part
def _is_live(graph: FlatGraph, demands: Indices, begin: int, end: int, row: int) -> bool:
    """Whether any demand of some nodes, or arcs, is there in a row."""
    is_live = False
    for demand in range(demands[begin], demands[end]):
        is_live |= graph.first[demand] <= row < graph.last[demand]
    return is_live


@compiled_part
def grow(graph: FlatGraph, tree: Tree, growth: Growth, first: int, wanted: int) -> int:
    """Grow a tree, by turns in breadth and in depth; returns its size."""
    breadth, size, waiting = np.random.random(), 0, 0
    node, arc = first, -1
    while True:
        _join(graph, tree, growth, node, arc, size)
        waiting = _reach(graph, growth, node, waiting)
        size += 1
        node = -1
        while waiting and size < wanted and node < 0:
            at = np.random.randint(waiting) if np.random.random() < breadth else waiting - 1
            arc = int(growth.frontier[at])
            waiting -= 1
            growth.frontier[at] = growth.frontier[waiting]
            source = int(graph.source[arc])
            if growth.place[source] < 0 and growth.touching[source] == 1:
                node = source
        if node < 0:
            return size


@compiled_part
def _join(graph: FlatGraph, tree: Tree, growth: Growth, node: int, arc: int, size: int) -> None:
    """Put a node at the end of the tree."""
    growth.place[node] = size
    tree.nodes[size], tree.arc[size] = node, arc
    tree.parent[size] = growth.place[graph.target[arc]] if arc >= 0 else -1
    answers = graph.height[graph.reverse[arc]] if arc >= 0 else 0
    tree.start[size + 1] = tree.start[size] + graph.start[node + 1] - graph.start[node]
    tree.answer[size + 1] = tree.answer[size] + answers


@compiled_part
def _reach(graph: FlatGraph, growth: Growth, node: int, waiting: int) -> int:
    """Let the tree grow from a new node; returns how many arcs wait."""
    for arc in range(graph.arcs[node], graph.arcs[node + 1]):
        target = graph.target[arc]
        growth.touching[target] += 1
        if growth.place[target] < 0 and growth.touching[target] == 1:
            growth.frontier[waiting] = graph.reverse[arc]
            waiting += 1
    return waiting


@compiled_part
def forget(graph: FlatGraph, tree: Tree, growth: Growth, size: int) -> None:
    """Make room for another tree."""
    for k in range(size):
        node = tree.nodes[k]
        growth.place[node] = -1
        for arc in range(graph.arcs[node], graph.arcs[node + 1]):
            growth.touching[graph.target[arc]] = 0
