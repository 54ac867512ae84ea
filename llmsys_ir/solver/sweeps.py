"""Message passing along the order of the nodes: a lower bound, and choices near the optimum.

Sequential tree-reweighted message passing (Kolmogorov, "Convergent tree-reweighted message passing for energy
minimization", PAMI 2006): the graph is covered by chains of rising nodes, max(arcs to lower, arcs to higher nodes)
through each; the sum of the chains' optima is at most the graph's. Messages move costs between the chains so that this
sum never falls. All messages are 0 at first.

Memory has a price per row. `until[r]` is the price of all rows before r, so that a demand in rows r up to s costs
`until[s] - until[r]` for each unit.
"""

from __future__ import annotations

import numpy as np

from llmsys_ir.solver.compiled import compiled, compiled_part
from llmsys_ir.solver.flat import FlatGraph
from llmsys_ir.solver.problem import Floats, Indices


@compiled
def price(graph: FlatGraph, until: Floats, priced: Floats) -> None:
    """Write into `priced` each strategy's cost, with what its demands cost."""
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
def sweep(graph: FlatGraph, priced: Floats, until: Floats, messages: Floats, forward: bool, excess: Floats) -> float:
    """Pass messages from each node to those after it, or backward to those before it; returns a lower bound.

    Writes into `excess` by how much each strategy is known to be dearer than the bound: no choice that contains it
    costs less than the bound and its excess. The bound, and so the excess, is that of a backward sweep after a forward
    one; of a forward sweep the result means nothing.
    """
    count = graph.start.size - 1
    bound = 0.0
    reduced = np.empty(widest(graph))
    own = np.empty(reduced.size)
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
                bound += _send(graph, until, messages, arc, size, share, reduced, own)
    return bound


@compiled_part
def widest(graph: FlatGraph) -> int:
    """The most strategies of a node."""
    result = 0
    for node in range(graph.start.size - 1):
        result = max(result, graph.start[node + 1] - graph.start[node])
    return result


@compiled_part
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
        received, rows = graph.message[graph.reverse[arc]], graph.rows[arc]
        for i in range(size):
            total[i] += messages[received + graph.classes[rows + i]]
    return 1.0 / max(1, lower, higher)


@compiled_part
def _send(
    graph: FlatGraph,
    until: Floats,
    messages: Floats,
    arc: int,
    size: int,
    share: float,
    reduced: Floats,
    own: Floats,
) -> float:
    """Update the message along an arc; returns what was taken off to make its least entry 0."""
    back = graph.reverse[arc]
    sent, received = graph.message[arc], graph.message[back]
    rows, height, width = graph.rows[arc], graph.height[arc], graph.height[back]
    own[:height] = np.inf
    for i in range(size):
        own[graph.classes[rows + i]] = min(own[graph.classes[rows + i]], reduced[i])
    for i in range(height):
        own[i] = share * own[i] - messages[received + i]
    respond(graph, until, arc, own, messages[sent : sent + width])
    least = np.inf
    for j in range(width):
        least = min(least, messages[sent + j])
    for j in range(width):
        messages[sent + j] -= least
    return float(least)


@compiled_part
def respond(graph: FlatGraph, until: Floats, arc: int, own: Floats, answer: Floats) -> None:
    """Write the least of what the source's classes cost, with the arc, per class of the target."""
    height, joint, each = graph.height[arc], graph.joints[arc], 0.0
    count = graph.joints[arc + 1] - joint
    if count == 1:
        each = until[graph.last[joint]] - until[graph.first[joint]]
    for j in range(answer.size):
        best, row = np.inf, graph.table[arc] + j * height
        costs = graph.tables[row : row + height]
        if count > 1:
            for i in range(height):
                best = min(best, own[i] + costs[i] + joint_cost(graph, until, arc, int(j * height + i)))
        elif each != 0.0:
            at = graph.usage[joint] + j * height
            amounts = graph.usages[at : at + height]
            for i in range(height):
                best = min(best, own[i] + costs[i] + each * amounts[i])
        else:
            for i in range(height):
                best = min(best, own[i] + costs[i])
        answer[j] = best


@compiled_part
def joint_cost(graph: FlatGraph, until: Floats, arc: int, entry: int) -> float:
    """What the nodes of an arc pay for the memory that they need together."""
    total = 0.0
    for joint in range(graph.joints[arc], graph.joints[arc + 1]):
        each = until[graph.last[joint]] - until[graph.first[joint]]
        total += each * graph.usages[graph.usage[joint] + entry]
    return float(total)


@compiled
def decode(graph: FlatGraph, priced: Floats, until: Floats, messages: Floats, forward: bool) -> Indices:
    """The choice that takes the best strategy node by node, by the messages from the nodes that are still to come."""
    count = graph.start.size - 1
    positions = np.zeros(count, np.int64)
    total = np.empty(widest(graph))
    for step in range(count):
        node = step if forward else count - 1 - step
        begin, size = graph.start[node], graph.start[node + 1] - graph.start[node]
        for i in range(size):
            total[i] = priced[begin + i]
        for arc in range(graph.arcs[node], graph.arcs[node + 1]):
            target, back, rows = graph.target[arc], graph.reverse[arc], graph.rows[arc]
            if (target < node) == forward:
                entry = graph.classes[graph.rows[back] + positions[target]] * graph.height[arc]
                for i in range(size):
                    at = int(entry + graph.classes[rows + i])
                    total[i] += graph.tables[graph.table[arc] + at] + joint_cost(graph, until, arc, at)
            else:
                for i in range(size):
                    total[i] += messages[graph.message[back] + graph.classes[rows + i]]
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
    for arc in range(graph.target.size):
        if graph.target[arc] > graph.source[arc]:
            entry = entry_of(graph, arc, positions, positions)
            for joint in range(graph.joints[arc], graph.joints[arc + 1]):
                used = graph.usages[graph.usage[joint] + entry]
                changes[graph.first[joint]] += used
                changes[graph.last[joint]] -= used
    load = np.empty(graph.capacity.size)
    total = 0.0
    for row in range(load.size):
        total += changes[row]
        load[row] = total
    return load


@compiled_part
def entry_of(graph: FlatGraph, arc: int, of_sources: Indices, of_targets: Indices) -> int:
    """Where the cost of what the source and the target of an arc choose is in its table."""
    row = graph.classes[graph.rows[graph.reverse[arc]] + of_targets[graph.target[arc]]]
    return int(row * graph.height[arc] + graph.classes[graph.rows[arc] + of_sources[graph.source[arc]]])


@compiled
def value(graph: FlatGraph, positions: Indices) -> float:
    """What a choice costs."""
    total = 0.0
    for node in range(positions.size):
        total += graph.costs[graph.start[node] + positions[node]]
        for arc in range(graph.arcs[node], graph.arcs[node + 1]):
            if graph.target[arc] > node:
                total += graph.tables[graph.table[arc] + entry_of(graph, arc, positions, positions)]
    return float(total)
