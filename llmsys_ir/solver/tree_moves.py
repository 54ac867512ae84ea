"""Local search that changes a whole tree of nodes at a time.

A move grows a random tree of nodes (see `trees`) and holds all others fixed. What is best for the tree is then found
exactly, leaf to root, at some prices on memory. If that overfills a row, its price is raised, and the tree is solved
again. A choice is better than another if it overfills less, or as much and costs less.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from llmsys_ir.solver.compiled import compiled, compiled_part
from llmsys_ir.solver.flat import FlatGraph
from llmsys_ir.solver.problem import Floats, Indices
from llmsys_ir.solver.sweeps import entry_of, joint_cost, loads, respond, value
from llmsys_ir.solver.trees import Growth, Tree, forget, grow, root

_ATTEMPTS = 6
"""How often a tree is solved before its move is given up."""
_KICK = 0.003
_KICK_GROWTH = 4.0
"""The first raise, as a share of the price at which a full row costs as much as all else does; and its growth."""
_SLACK = 1e-12
"""A loss of less than this, relative to the cost, is none: equally good choices lead on to others."""


class Work(NamedTuple):
    """Room: for the loads of each row, of the choice, of a trial, and differences between them; for prices.

    `trial` is the choice with other strategies in the tree. `own` and `answer` are what a node's and its parent's
    classes cost, `best` which strategy is the best of a class.
    """

    now: Floats
    then: Floats
    changes: Floats
    prices: Floats
    until: Floats
    trial: Indices
    own: Floats
    answer: Floats
    best: Indices


def improve(
    graph: FlatGraph, prices: Floats, positions: Indices, seed: int, moves: int, largest: int
) -> tuple[float, float]:
    """Make moves with trees of up to `largest` nodes; changes `positions`.

    Returns what the choice overfills, relative to the capacities, and what it costs.
    """
    load = loads(graph, positions)
    rows, count, width = load.size, positions.size, int(np.diff(graph.start).max())
    room = largest * width
    nodes, arc, parent, start, answer = np.zeros((5, largest + 1), np.int64)
    tree = Tree(nodes, arc, parent, start, np.empty(room), np.empty(room), answer, np.empty(room, np.int64))
    frontier = np.empty(graph.target.size + 1, np.int64)
    growth = Growth(np.full(count, -1, np.int64), np.zeros(count, np.int64), frontier)
    until = np.concatenate(([0.0], np.cumsum(prices)))
    scratch = np.empty(width), np.empty(width), np.empty(width, np.int64)
    work = Work(load, load.copy(), np.zeros(rows + 1), np.empty(rows), until.copy(), positions.copy(), *scratch)
    return _make_moves(graph, prices, until, positions, tree, growth, work, seed, moves, largest)


@compiled
def _make_moves(
    graph: FlatGraph,
    prices: Floats,
    until: Floats,
    positions: Indices,
    tree: Tree,
    growth: Growth,
    work: Work,
    seed: int,
    moves: int,
    largest: int,
) -> tuple[float, float]:
    np.random.seed(seed)
    cost, rows = value(graph, positions), prices.size
    total = _overfull(graph, work.now, 0, rows)
    for _ in range(moves):
        size = grow(graph, tree, growth, root(graph, work.now, total > 0.0), 1 + np.random.randint(largest))
        first, last = _fix_others(graph, tree, growth, size, positions)
        before, overfull = _value_of(graph, tree, size, work.trial), _overfull(graph, work.now, first, last)
        scale = 0.5 * np.random.randint(4)
        for row in range(first, last + 1):
            work.until[row] = scale * until[row]
        kick = _KICK * abs(cost)
        for attempt in range(_ATTEMPTS):
            _solve(graph, tree, growth, size, positions, work)
            after = _value_of(graph, tree, size, work.trial)
            _change(graph, tree, growth, size, positions, work, first, last)
            left = _overfull(graph, work.then, first, last)
            if left < overfull or (left == overfull and after <= before + _SLACK * abs(cost)):
                _accept(tree, size, positions, work, first, last)
                cost += after - before
                if total > 0.0:
                    total = _overfull(graph, work.now, 0, rows)
                break
            if left == 0.0:
                break
            if attempt == 0:
                for row in range(first, last):
                    work.prices[row] = scale * prices[row]
            _raise_prices(graph, work, kick, first, last)
            kick *= _KICK_GROWTH
        for k in range(size):
            work.trial[tree.nodes[k]] = positions[tree.nodes[k]]
        forget(graph, tree, growth, size)
    return _overfull(graph, work.now, 0, rows), value(graph, positions)


@compiled_part
def _accept(tree: Tree, size: int, positions: Indices, work: Work, first: int, last: int) -> None:
    for k in range(size):
        positions[tree.nodes[k]] = work.trial[tree.nodes[k]]
    for row in range(first, last):
        work.now[row] = work.then[row]


@compiled_part
def _raise_prices(graph: FlatGraph, work: Work, kick: float, first: int, last: int) -> None:
    """Make the rows dearer that the trial overfills."""
    for row in range(first, last):
        if work.then[row] > graph.capacity[row]:
            work.prices[row] = 2 * work.prices[row] + kick / max(1.0, graph.capacity[row])
    for row in range(first, last):
        work.until[row + 1] = work.until[row] + work.prices[row]


@compiled_part
def _overfull(graph: FlatGraph, load: Floats, first: int, last: int) -> float:
    """What is over the capacities of some rows, relative to these."""
    total = 0.0
    for row in range(first, last):
        if load[row] > graph.capacity[row]:
            total += (load[row] - graph.capacity[row]) / max(1.0, graph.capacity[row])
    return total


@compiled_part
def _fix_others(graph: FlatGraph, tree: Tree, growth: Growth, size: int, positions: Indices) -> tuple[int, int]:
    """What each strategy of the tree costs beside fixed nodes; returns the rows from and up to which loads change."""
    first, last = graph.capacity.size, 0
    for k in range(size):
        node, at = tree.nodes[k], tree.start[k]
        begin, entries = graph.start[node], graph.start[node + 1] - graph.start[node]
        for i in range(entries):
            tree.costs[at + i] = graph.costs[begin + i]
        for demand in range(graph.demands[node], graph.demands[node + 1]):
            first, last = min(first, graph.first[demand]), max(last, graph.last[demand])
        for arc in range(graph.arcs[node], graph.arcs[node + 1]):
            for joint in range(graph.joints[arc], graph.joints[arc + 1]):
                first, last = min(first, graph.first[joint]), max(last, graph.last[joint])
            if growth.place[graph.target[arc]] < 0:
                row, rows = graph.table[arc] + _entry(graph, arc, positions), graph.rows[arc]
                for i in range(entries):
                    tree.costs[at + i] += graph.tables[row + graph.classes[rows + i]]
    return first, last


@compiled_part
def _entry(graph: FlatGraph, arc: int, positions: Indices) -> int:
    """Where the costs begin that go with what the target of an arc chose."""
    return graph.classes[graph.rows[graph.reverse[arc]] + positions[graph.target[arc]]] * graph.height[arc]


@compiled_part
def _solve(graph: FlatGraph, tree: Tree, growth: Growth, size: int, positions: Indices, work: Work) -> None:
    """Find the best strategies of the tree at the prices."""
    until = work.until
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
        for arc in range(graph.arcs[node], graph.arcs[node + 1]):
            if graph.joints[arc] < graph.joints[arc + 1] and growth.place[graph.target[arc]] < 0:
                entry, rows = _entry(graph, arc, positions), graph.rows[arc]
                for i in range(entries):
                    tree.total[at + i] += joint_cost(graph, until, arc, int(entry + graph.classes[rows + i]))
    for k in range(size - 1, 0, -1):
        _answer(graph, tree, k, work)
    best = 0
    for i in range(tree.start[1]):
        if tree.total[i] < tree.total[best]:
            best = i
    work.trial[tree.nodes[0]] = best
    for k in range(1, size):
        arc = tree.arc[k]
        of_parent = graph.classes[graph.rows[graph.reverse[arc]] + work.trial[graph.target[arc]]]
        work.trial[tree.nodes[k]] = tree.choice[tree.answer[k] + of_parent]


@compiled_part
def _answer(graph: FlatGraph, tree: Tree, k: int, work: Work) -> None:
    """Tell the parent of the node at place k what it and all below cost at best, per strategy of the parent."""
    at, entries, arc, parent = tree.start[k], tree.start[k + 1] - tree.start[k], tree.arc[k], tree.parent[k]
    rows, height, width = graph.rows[arc], graph.height[arc], tree.answer[k + 1] - tree.answer[k]
    work.own[:height] = np.inf
    for i in range(entries):
        of_class = graph.classes[rows + i]
        if tree.total[at + i] < work.own[of_class]:
            work.own[of_class], work.best[of_class] = tree.total[at + i], i
    respond(graph, work.until, arc, work.own, work.answer[:width])
    for j in range(width):
        best = 0
        for i in range(height):
            entry = int(j * height + i)
            reached = work.own[i] + graph.tables[graph.table[arc] + entry]
            if reached <= work.answer[j] and reached + joint_cost(graph, work.until, arc, entry) <= work.answer[j]:
                best = i
                break
        tree.choice[tree.answer[k] + j] = work.best[best]
    above, parents = tree.start[parent], graph.rows[graph.reverse[arc]]
    for j in range(tree.start[parent + 1] - above):
        tree.total[above + j] += work.answer[graph.classes[parents + j]]


@compiled_part
def _value_of(graph: FlatGraph, tree: Tree, size: int, trial: Indices) -> float:
    """What the tree's strategies cost, without memory."""
    total = 0.0
    for k in range(size):
        total += tree.costs[tree.start[k] + trial[tree.nodes[k]]]
        if k > 0:
            total += graph.tables[graph.table[tree.arc[k]] + entry_of(graph, tree.arc[k], trial, trial)]
    return float(total)


@compiled_part
def _change(
    graph: FlatGraph,
    tree: Tree,
    growth: Growth,
    size: int,
    positions: Indices,
    work: Work,
    first: int,
    last: int,
) -> None:
    """Write the loads after the tree takes its best strategies; the changes are 0 before and after."""
    changes = work.changes
    for k in range(size):
        node = tree.nodes[k]
        for demand in range(graph.demands[node], graph.demands[node + 1]):
            at = graph.usage[demand]
            difference = graph.usages[at + work.trial[node]] - graph.usages[at + positions[node]]
            changes[graph.first[demand]] += difference
            changes[graph.last[demand]] -= difference
        for arc in range(graph.arcs[node], graph.arcs[node + 1]):
            if graph.joints[arc] == graph.joints[arc + 1] or 0 <= growth.place[graph.target[arc]] < k:
                continue
            before, after = entry_of(graph, arc, positions, positions), entry_of(graph, arc, work.trial, work.trial)
            for joint in range(graph.joints[arc], graph.joints[arc + 1]):
                difference = graph.usages[graph.usage[joint] + after] - graph.usages[graph.usage[joint] + before]
                changes[graph.first[joint]] += difference
                changes[graph.last[joint]] -= difference
    total = 0.0
    for row in range(first, last):
        total += changes[row]
        work.then[row] = work.now[row] + total
        changes[row] = 0.0
    changes[last] = 0.0
