"""Message passing along the order of the nodes: a lower bound, and choices near the optimum.

Sequential tree-reweighted message passing (Kolmogorov, "Convergent tree-reweighted message passing for energy
minimization", PAMI 2006): the graph is covered by chains of rising nodes, max(arcs to lower, arcs to higher nodes)
through each; the sum of the chains' optima is at most the graph's. Messages move costs between the chains so that this
sum never falls. All messages are 0 at first.
"""

from __future__ import annotations

import numpy as np

from llmsys_ir.solver.compiled import compiled
from llmsys_ir.solver.flat import FlatGraph
from llmsys_ir.solver.problem import Floats, Indices


@compiled
def price(graph: FlatGraph, prices: Floats, priced: Floats) -> None:
    """Write into `priced` each strategy's cost, with what its demands cost at `prices` per row."""
    until = np.zeros(prices.size + 1)
    for row in range(prices.size):
        until[row + 1] = until[row] + prices[row]
    for node in range(graph.start.size - 1):
        begin, size = graph.start[node], graph.start[node + 1] - graph.start[node]
        for i in range(size):
            priced[begin + i] = graph.costs[begin + i]
        for demand in range(graph.demands[node], graph.demands[node + 1]):
            each = until[graph.last[demand]] - until[graph.first[demand]]
            if each != 0.0:
                for i in range(size):
                    priced[begin + i] += each * graph.usages[graph.usage[demand] + i]


@compiled
def sweep(graph: FlatGraph, priced: Floats, messages: Floats, forward: bool, excess: Floats) -> float:
    """Pass messages from each node to those after it, or backward to those before it; returns a lower bound.

    Writes into `excess` by how much each strategy is known to be dearer than the bound: no choice that contains it
    costs less than the bound and its excess. The bound, and so the excess, is that of a backward sweep after a forward
    one; of a forward sweep the result means nothing.
    """
    count = graph.start.size - 1
    bound = 0.0
    reduced = np.empty(_widest(graph))
    for step in range(count):
        node = step if forward else count - 1 - step
        share = _gather(graph, priced, messages, node, reduced)
        begin, size = graph.start[node], graph.start[node + 1] - graph.start[node]
        least = np.inf
        for i in range(size):
            least = min(least, reduced[i])
        bound += least
        for i in range(size):
            reduced[i] -= least
            excess[begin + i] = reduced[i]
        for arc in range(graph.arcs[node], graph.arcs[node + 1]):
            if (graph.target[arc] > node) == forward:
                bound += _send(graph, messages, arc, size, share, reduced)
    return bound


@compiled
def _widest(graph: FlatGraph) -> int:
    """The most strategies of a node."""
    widest = 0
    for node in range(graph.start.size - 1):
        widest = max(widest, graph.start[node + 1] - graph.start[node])
    return widest


@compiled
def _gather(graph: FlatGraph, priced: Floats, messages: Floats, node: int, total: Floats) -> float:
    """Write a node's costs and the messages to it; returns the share of one chain through it."""
    begin, size = graph.start[node], graph.start[node + 1] - graph.start[node]
    lower, higher = 0, 0
    for i in range(size):
        total[i] = priced[begin + i]
    for arc in range(graph.arcs[node], graph.arcs[node + 1]):
        if graph.target[arc] > node:
            higher += 1
        else:
            lower += 1
        received = graph.message[graph.reverse[arc]]
        for i in range(size):
            total[i] += messages[received + i]
    return 1.0 / max(1, lower, higher)


@compiled
def _send(graph: FlatGraph, messages: Floats, arc: int, size: int, share: float, reduced: Floats) -> float:
    """Update the message along an arc; returns what was taken off to make its least entry 0."""
    target = graph.target[arc]
    sent, received = graph.message[arc], graph.message[graph.reverse[arc]]
    own = np.empty(size)
    for i in range(size):
        own[i] = share * reduced[i] - messages[received + i]
    least = np.inf
    entries = graph.start[target + 1] - graph.start[target]
    for j in range(entries):
        row = graph.table[arc] + j * size
        best = np.inf
        for i in range(size):
            best = min(best, own[i] + graph.tables[row + i])
        messages[sent + j] = best
        least = min(least, best)
    for j in range(entries):
        messages[sent + j] -= least
    return least


@compiled
def decode(graph: FlatGraph, priced: Floats, messages: Floats, forward: bool) -> Indices:
    """The choice that takes the best strategy node by node, by the messages from the nodes that are still to come."""
    count = graph.start.size - 1
    positions = np.zeros(count, np.int64)
    total = np.empty(_widest(graph))
    for step in range(count):
        node = step if forward else count - 1 - step
        begin, size = graph.start[node], graph.start[node + 1] - graph.start[node]
        for i in range(size):
            total[i] = priced[begin + i]
        for arc in range(graph.arcs[node], graph.arcs[node + 1]):
            target, back = graph.target[arc], graph.reverse[arc]
            if (target < node) == forward:
                entries = graph.start[target + 1] - graph.start[target]
                for i in range(size):
                    total[i] += graph.tables[graph.table[back] + i * entries + positions[target]]
            else:
                for i in range(size):
                    total[i] += messages[graph.message[back] + i]
        best = 0
        for i in range(size):
            if total[i] < total[best]:
                best = i
        positions[node] = best
    return positions


@compiled
def loads(graph: FlatGraph, positions: Indices) -> Floats:
    """What a choice demands in each row."""
    changes = np.zeros(graph.capacity.size + 1)
    for node in range(positions.size):
        for demand in range(graph.demands[node], graph.demands[node + 1]):
            used = graph.usages[graph.usage[demand] + positions[node]]
            changes[graph.first[demand]] += used
            changes[graph.last[demand]] -= used
    load = np.empty(graph.capacity.size)
    total = 0.0
    for row in range(load.size):
        total += changes[row]
        load[row] = total
    return load


@compiled
def value(graph: FlatGraph, positions: Indices) -> float:
    """What a choice costs."""
    total = 0.0
    for node in range(positions.size):
        total += graph.costs[graph.start[node] + positions[node]]
        size = graph.start[node + 1] - graph.start[node]
        for arc in range(graph.arcs[node], graph.arcs[node + 1]):
            if graph.target[arc] > node:
                total += graph.tables[graph.table[arc] + positions[graph.target[arc]] * size + positions[node]]
    return float(total)
