"""Eliminating nodes without memory demands, exactly: a node becomes a table between its neighbours.

The cost of the best strategy of a node v with neighbours u and w is a function of their strategies,
`m[i, k] = min over j of c_v[j] + T_uv[i, j] + T_vw[j, k]`: a min-plus product. Chains, trees and series-parallel graphs
vanish this way. Where a node has three neighbours, two of these are merged into one whose strategies are pairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf, prod

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.graph import Contradiction, Graph
from llmsys_ir.solver.problem import Floats, Indices
from llmsys_ir.solver.tables import Table, product

_LARGEST_TABLE = 4_000_000


@dataclass(frozen=True, eq=False)
class Eliminated:
    """A node that chooses its best strategy for what its neighbours chose.

    For each of these: the strategies it had, and the table with its strategies as rows. `message` is what the best
    strategy costs: per class of one neighbour, a table between two; None where there are others.
    """

    node: int
    kept: Indices
    costs: Floats
    neighbours: dict[int, tuple[Indices, Table]]
    message: Floats | Table | None

    def extend(self, choice: dict[int, int]) -> None:
        """Choose the first of the cheapest strategies."""
        total = self.costs
        for neighbour, (kept, table) in self.neighbours.items():
            total = total + table.row(int(np.searchsorted(kept, choice[neighbour])))
        choice[self.node] = int(self.kept[total.argmin()])


@dataclass(frozen=True, eq=False)
class Merged:
    """Two nodes that became `node`, whose strategy i stands for `divmod(i, second's number of strategies)`."""

    node: int
    first: int
    second: int
    first_kept: Indices
    second_kept: Indices

    def extend(self, choice: dict[int, int]) -> None:
        """Choose both parts."""
        first, second = divmod(choice[self.node], self.second_kept.size)
        choice[self.first] = int(self.first_kept[first])
        choice[self.second] = int(self.second_kept[second])


def eliminate(graph: Graph, node: int) -> set[int]:
    """Remove a node without demands that has at most two neighbours, or only one strategy; returns the neighbours.

    Raises:
        Contradiction: all of its strategies have infinite costs.
    """
    costs = graph.costs[node]
    neighbours = sorted(graph.tables[node])
    tables = {neighbour: graph.tables[neighbour][node] for neighbour in neighbours}
    message: Floats | Table | None = None
    if len(neighbours) == 1:
        message = _message_to_one(graph, costs, neighbours[0], tables[neighbours[0]])
    elif len(neighbours) == 2:
        message = _message_to_two(graph, costs, neighbours, [tables[neighbour] for neighbour in neighbours])
    else:
        _absorb(graph, costs, tables)
    records = {neighbour: (graph.kept[neighbour], table) for neighbour, table in tables.items()}
    graph.undo.append(Eliminated(node, graph.kept[node], costs, records, message))
    graph.drop_node(node)
    return set(neighbours)


def _message_to_one(graph: Graph, costs: Floats, neighbour: int, table: Table) -> Floats:
    message = (table.values[:, table.columns] + costs).min(axis=1)
    graph.costs[neighbour] = graph.costs[neighbour] + message[table.rows]
    return message


def _message_to_two(graph: Graph, costs: Floats, neighbours: list[int], tables: list[Table]) -> Table:
    key = (*tables, costs.tobytes())
    known = graph.memo.messages
    if key not in known:
        known[key] = tables[0].through(costs, tables[1])
    graph.add_table(neighbours[0], neighbours[1], known[key])
    return known[key]


def _absorb(graph: Graph, costs: Floats, tables: dict[int, Table]) -> None:
    """Without neighbours the least cost counts; with many there is only one strategy."""
    graph.constant += float(costs.min())
    if graph.constant == inf:
        raise Contradiction("every choice has an infinite cost")
    for neighbour, table in tables.items():
        graph.costs[neighbour] = graph.costs[neighbour] + table.values[table.rows, table.columns[0]]


def eliminate_all(graph: Graph, deadline: Deadline, *, merging: bool = False) -> bool:
    """Eliminate nodes, the cheapest first, without regard to memory; returns whether none is left.

    With `merging`, two neighbours of a node that has more than two are merged; a node is given up where that would
    make a table of more than 4 million entries.

    Raises:
        Contradiction: every choice has an infinite cost.
        TimeoutError: the deadline has passed.
    """
    heap = [(_work(graph, node), node) for node in graph.costs]
    heapify(heap)
    while heap:
        work, node = heappop(heap)
        if node not in graph.costs or work != _work(graph, node):
            continue
        deadline.check()
        touched = graph.tables[node].keys() | {node}
        if work[0] <= 2:
            touched |= eliminate(graph, node)
        elif not merging or not (merged := _merge_neighbours(graph, node)):
            continue
        else:
            touched |= {merged, *graph.tables[merged]}
        for other in sorted(touched & graph.costs.keys()):
            heappush(heap, (_work(graph, other), other))
    return not graph.costs


def _work(graph: Graph, node: int) -> tuple[int, int]:
    """The degree, and the additions to eliminate the node."""
    size, degree = graph.costs[node].size, len(graph.tables[node])
    if size == 1:
        return 0, 0
    if degree > 2:
        return degree, size
    return degree, size * prod(table.values.shape[1] for table in graph.tables[node].values())


def _merge_neighbours(graph: Graph, node: int) -> int | None:
    """Merge the two neighbours with the fewest strategies, unless the tables would be too large."""
    first, second = sorted(graph.tables[node], key=lambda neighbour: (graph.costs[neighbour].size, neighbour))[:2]
    pairs = graph.costs[first].size * graph.costs[second].size
    others = (graph.tables[first].keys() | graph.tables[second].keys()) - {first, second}
    if any(pairs * graph.costs[other].size > _LARGEST_TABLE for other in others):
        return None
    return merge(graph, first, second)


def merge(graph: Graph, first: int, second: int) -> int:
    """Make one node of two, whose strategies are all pairs of theirs; returns the new node."""
    counts = (graph.costs[first].size, graph.costs[second].size)
    costs = graph.costs[first][:, None] + graph.costs[second]
    if second in graph.tables[first]:
        costs = costs + graph.tables[first][second].dense()
    node = graph.add_node(costs.ravel())
    part_of_first, part_of_second = np.divmod(np.arange(costs.size), counts[1])
    for other in sorted((graph.tables[first].keys() | graph.tables[second].keys()) - {first, second}):
        of_first, of_second = graph.tables[first].get(other), graph.tables[second].get(other)
        if of_first and of_second:
            graph.set_table(node, other, product(of_first, of_second))
        elif of_first:
            graph.set_table(node, other, of_first.take_rows(part_of_first))
        elif of_second:
            graph.set_table(node, other, of_second.take_rows(part_of_second))
    graph.undo.append(Merged(node, first, second, graph.kept[first], graph.kept[second]))
    graph.drop_node(first)
    graph.drop_node(second)
    return node
