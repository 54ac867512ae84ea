"""Local search that changes a whole tree of nodes at a time.

A move grows a random tree of nodes, each of which has just one arc to those before it, and holds all others fixed. What
is best for the tree is then found exactly, leaf to root, at some prices on memory. If that overfills a row, its price
is raised, and the tree is solved again. A choice is better than another if it overfills less, or as much and costs
less.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from llmsys_ir.solver.compiled import compiled
from llmsys_ir.solver.flat import FlatGraph
from llmsys_ir.solver.problem import Floats, Indices
from llmsys_ir.solver.sweeps import loads, value

_ATTEMPTS = 6
"""How often a tree is solved before its move is given up."""
_KICK = 0.003
_KICK_GROWTH = 4.0
"""The first raise, as a share of the price at which a full row costs as much as all else does; and its growth."""
_SLACK = 1e-12
"""A loss of less than this, relative to the cost, is none: equally good choices lead on to others."""


class Tree(NamedTuple):
    """Room for a tree: its nodes, root first, the arc from each to its parent, and that one's place among the nodes.

    The strategies of the node at place k begin at `start[k]` in `costs`, which hold what the node and its arcs to fixed
    nodes cost, and in `total`, which adds memory and what hangs below. From `answer[k]` on, `choice` has the node's
    best strategy for each of its parent's. `best` is the best strategy of each.
    """

    nodes: Indices
    arc: Indices
    parent: Indices
    start: Indices
    costs: Floats
    total: Floats
    answer: Indices
    choice: Indices
    best: Indices


class Growth(NamedTuple):
    """Room for the growth of a tree: each node's place in it or -1, its arcs to the tree, and the arcs to grow on."""

    place: Indices
    touching: Indices
    frontier: Indices


class Loads(NamedTuple):
    """Room for the loads of each row: of the choice, of a trial, differences between them, and prices up to a row."""

    now: Floats
    then: Floats
    changes: Floats
    prices: Floats
    until: Floats


def improve(
    graph: FlatGraph, prices: Floats, positions: Indices, seed: int, moves: int, largest: int
) -> tuple[float, float]:
    """Make moves with trees of up to `largest` nodes; changes `positions`.

    Returns what the choice overfills, relative to the capacities, and what it costs.
    """
    load = loads(graph, positions)
    rows, count = load.size, positions.size
    room = largest * int(np.diff(graph.start).max())
    nodes, arc, parent, start, answer, best = np.zeros((6, largest + 1), np.int64)
    tree = Tree(nodes, arc, parent, start, np.empty(room), np.empty(room), answer, np.empty(room, np.int64), best)
    frontier = np.empty(graph.target.size + 1, np.int64)
    growth = Growth(np.full(count, -1, np.int64), np.zeros(count, np.int64), frontier)
    work = Loads(load, load.copy(), np.zeros(rows + 1), np.empty(rows), np.zeros(rows + 1))
    return _make_moves(graph, prices, positions, tree, growth, work, seed, moves, largest)


@compiled
def _make_moves(
    graph: FlatGraph,
    prices: Floats,
    positions: Indices,
    tree: Tree,
    growth: Growth,
    work: Loads,
    seed: int,
    moves: int,
    largest: int,
) -> tuple[float, float]:
    np.random.seed(seed)
    cost = value(graph, positions)
    overfull = _overfull(graph, work.now)
    for _ in range(moves):
        size = _grow(graph, tree, growth, _root(graph, work.now, overfull), 1 + np.random.randint(largest))
        _fix_others(graph, tree, growth, size, positions)
        for k in range(size):
            tree.best[k] = positions[tree.nodes[k]]
        before = _value_of(graph, tree, size)
        scale = 0.5 * np.random.randint(4)
        for row in range(prices.size):
            work.prices[row] = scale * prices[row]
        kick = _KICK * abs(cost)
        for _attempt in range(_ATTEMPTS):
            _solve(graph, tree, size, work)
            after = _value_of(graph, tree, size)
            _change(graph, tree, size, positions, work)
            left = _overfull(graph, work.then)
            if left < overfull or (left == overfull and after <= before + _SLACK * abs(cost)):
                _accept(tree, size, positions, work)
                overfull, cost = left, cost + after - before
                break
            if left == 0.0:
                break
            _raise_prices(graph, work, kick)
            kick *= _KICK_GROWTH
        _forget(graph, tree, growth, size)
    return overfull, value(graph, positions)


@compiled
def _accept(tree: Tree, size: int, positions: Indices, work: Loads) -> None:
    for k in range(size):
        positions[tree.nodes[k]] = tree.best[k]
    for row in range(work.now.size):
        work.now[row] = work.then[row]


@compiled
def _raise_prices(graph: FlatGraph, work: Loads, kick: float) -> None:
    """Make the rows dearer that the trial overfills."""
    for row in range(work.then.size):
        if work.then[row] > graph.capacity[row]:
            work.prices[row] = 2 * work.prices[row] + kick / max(1.0, graph.capacity[row])


@compiled
def _overfull(graph: FlatGraph, load: Floats) -> float:
    total = 0.0
    for row in range(load.size):
        if load[row] > graph.capacity[row]:
            total += (load[row] - graph.capacity[row]) / max(1.0, graph.capacity[row])
    return total


@compiled
def _root(graph: FlatGraph, load: Floats, overfull: float) -> int:
    """A random node; where rows are overfull, rather one that is there in such a row."""
    node = np.random.randint(graph.start.size - 1)
    if overfull == 0.0 or np.random.random() < 0.2:
        return node
    row = 0
    for other in range(load.size):
        if load[other] - graph.capacity[other] > load[row] - graph.capacity[row]:
            row = other
    for _ in range(100):
        node = np.random.randint(graph.start.size - 1)
        for demand in range(graph.demands[node], graph.demands[node + 1]):
            if graph.first[demand] <= row < graph.last[demand]:
                return node
    return node


@compiled
def _grow(graph: FlatGraph, tree: Tree, growth: Growth, root: int, wanted: int) -> int:
    """Grow a tree, by turns in breadth and in depth; returns its size."""
    breadth = np.random.random()
    size = _join(graph, tree, growth, root, -1, 0)
    waiting = _reach(graph, growth, root, 0)
    while waiting and size < wanted:
        at = np.random.randint(waiting) if np.random.random() < breadth else waiting - 1
        arc = growth.frontier[at]
        waiting -= 1
        growth.frontier[at] = growth.frontier[waiting]
        node = int(graph.source[arc])
        if growth.place[node] < 0 and growth.touching[node] == 1:
            size = _join(graph, tree, growth, node, arc, size)
            waiting = _reach(graph, growth, node, waiting)
    return size


@compiled
def _join(graph: FlatGraph, tree: Tree, growth: Growth, node: int, arc: int, size: int) -> int:
    """Put a node at the end of the tree; returns the tree's new size."""
    growth.place[node] = size
    tree.nodes[size], tree.arc[size] = node, arc
    tree.parent[size] = growth.place[graph.target[arc]] if arc >= 0 else -1
    answers = graph.start[graph.target[arc] + 1] - graph.start[graph.target[arc]] if arc >= 0 else 0
    tree.start[size + 1] = tree.start[size] + graph.start[node + 1] - graph.start[node]
    tree.answer[size + 1] = tree.answer[size] + answers
    return size + 1


@compiled
def _reach(graph: FlatGraph, growth: Growth, node: int, waiting: int) -> int:
    """Let the tree grow from a new node; returns how many arcs wait."""
    for arc in range(graph.arcs[node], graph.arcs[node + 1]):
        target = graph.target[arc]
        growth.touching[target] += 1
        if growth.place[target] < 0 and growth.touching[target] == 1:
            growth.frontier[waiting] = graph.reverse[arc]
            waiting += 1
    return waiting


@compiled
def _forget(graph: FlatGraph, tree: Tree, growth: Growth, size: int) -> None:
    for k in range(size):
        node = tree.nodes[k]
        growth.place[node] = -1
        for arc in range(graph.arcs[node], graph.arcs[node + 1]):
            growth.touching[graph.target[arc]] = 0


@compiled
def _fix_others(graph: FlatGraph, tree: Tree, growth: Growth, size: int, positions: Indices) -> None:
    """What each strategy of the tree costs beside fixed nodes."""
    for k in range(size):
        node, at = tree.nodes[k], tree.start[k]
        begin, entries = graph.start[node], graph.start[node + 1] - graph.start[node]
        for i in range(entries):
            tree.costs[at + i] = graph.costs[begin + i]
        for arc in range(graph.arcs[node], graph.arcs[node + 1]):
            if growth.place[graph.target[arc]] < 0:
                row = graph.table[arc] + positions[graph.target[arc]] * entries
                for i in range(entries):
                    tree.costs[at + i] += graph.tables[row + i]


@compiled
def _solve(graph: FlatGraph, tree: Tree, size: int, work: Loads) -> None:
    """Find the best strategies of the tree at the prices."""
    until = work.until
    for row in range(work.prices.size):
        until[row + 1] = until[row] + work.prices[row]
    for k in range(size):
        node, at = tree.nodes[k], tree.start[k]
        entries = tree.start[k + 1] - at
        for i in range(entries):
            tree.total[at + i] = tree.costs[at + i]
        for demand in range(graph.demands[node], graph.demands[node + 1]):
            each = until[graph.last[demand]] - until[graph.first[demand]]
            if each != 0.0:
                for i in range(entries):
                    tree.total[at + i] += each * graph.usages[graph.usage[demand] + i]
    for k in range(size - 1, 0, -1):
        _answer(graph, tree, k)
    tree.best[0] = 0
    for i in range(tree.start[1]):
        if tree.total[i] < tree.total[tree.best[0]]:
            tree.best[0] = i
    for k in range(1, size):
        tree.best[k] = tree.choice[tree.answer[k] + tree.best[tree.parent[k]]]


@compiled
def _answer(graph: FlatGraph, tree: Tree, k: int) -> None:
    """Tell the parent of the node at place k what it and all below cost at best, per strategy of the parent."""
    at, entries = tree.start[k], tree.start[k + 1] - tree.start[k]
    above = tree.start[tree.parent[k]]
    for j in range(tree.answer[k + 1] - tree.answer[k]):
        row = graph.table[tree.arc[k]] + j * entries
        best, least = 0, np.inf
        for i in range(entries):
            total = tree.total[at + i] + graph.tables[row + i]
            if total < least:
                best, least = i, total
        tree.choice[tree.answer[k] + j] = best
        tree.total[above + j] += least


@compiled
def _value_of(graph: FlatGraph, tree: Tree, size: int) -> float:
    """What the tree's `best` strategies cost, without memory."""
    total = 0.0
    for k in range(size):
        total += tree.costs[tree.start[k] + tree.best[k]]
        if k > 0:
            entries = tree.start[k + 1] - tree.start[k]
            total += graph.tables[graph.table[tree.arc[k]] + tree.best[tree.parent[k]] * entries + tree.best[k]]
    return float(total)


@compiled
def _change(graph: FlatGraph, tree: Tree, size: int, positions: Indices, work: Loads) -> None:
    """Write the loads after the tree takes its best strategies; the changes are 0 before and after."""
    changes = work.changes
    for k in range(size):
        node = tree.nodes[k]
        for demand in range(graph.demands[node], graph.demands[node + 1]):
            at = graph.usage[demand]
            difference = graph.usages[at + tree.best[k]] - graph.usages[at + positions[node]]
            changes[graph.first[demand]] += difference
            changes[graph.last[demand]] -= difference
    total = 0.0
    for row in range(work.now.size):
        total += changes[row]
        work.then[row] = work.now[row] + total
        changes[row] = 0.0
    changes[work.now.size] = 0.0
