"""Exact reductions: what is left has the same optimum, and each removed node knows how to choose once the rest has.

- *forbid*: strategies that no allowed choice can contain, by infinite costs (arc consistency) or by memory;
- *dominate*: strategies that another one beats whatever the neighbours choose, and without more memory;
- *fix*: a node with one strategy becomes part of its neighbours' costs, as does an edge that is a sum of two vectors;
- *fold*: a node whose strategy follows from a neighbour's becomes part of that neighbour;
- *eliminate*: a node without memory demands and with at most two neighbours becomes an edge (see `elimination`);
- *settle*: demands that are the same for all strategies leave the capacity; rows that no choice can fill are dropped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.elimination import eliminate, eliminate_all
from llmsys_ir.solver.graph import Contradiction, Demand, Graph
from llmsys_ir.solver.problem import Indices, Mask

_DOMINANCE_WORK = 1 << 28
"""Comparisons of one dominance test; a node that would need more keeps its strategies."""


def presolve(graph: Graph, deadline: Deadline) -> None:
    """Reduce until nothing more gives.

    Raises:
        Contradiction: no choice is allowed.
        TimeoutError: the deadline has passed.
    """
    forbid(graph, graph.costs)
    settle(graph)
    if not graph.bound_by_memory:
        eliminate_all(graph, deadline)
    changed = set(graph.costs)
    while changed:
        changed = _reduce_round(graph, changed, deadline)


def _reduce_round(graph: Graph, nodes: set[int], deadline: Deadline) -> set[int]:
    """One round over `nodes`; returns those worth another look."""
    changed: set[int] = set()
    for node in sorted(nodes):
        deadline.check()
        if node in graph.costs:
            changed |= _reduce_node(graph, node)
    if changed:
        changed |= settle(graph)
        changed |= forbid(graph, changed & graph.costs.keys())
    return changed & graph.costs.keys()


def _reduce_node(graph: Graph, node: int) -> set[int]:
    if _worth_eliminating(graph, node):
        return eliminate(graph, node)
    changed = forbid(graph, [node])
    changed |= drop_separable_tables(graph, node) | fold(graph, node)
    if node in graph.costs and dominate(graph, node):
        changed |= {node, *graph.tables[node]}
    return changed


def _worth_eliminating(graph: Graph, node: int) -> bool:
    """A node of one strategy always; otherwise one without demands, if the tables do not grow or memory is no issue."""
    if graph.demands[node]:
        return False
    neighbours = list(graph.tables[node].values())
    if graph.costs[node].size == 1 or len(neighbours) < 2:
        return True
    if len(neighbours) > 2:
        return False
    first, second = (table.values.shape for table in neighbours)
    return not graph.bound_by_memory or first[1] * second[1] <= first[0] * first[1] + second[0] * second[1]


def forbid(graph: Graph, nodes: Iterable[int]) -> set[int]:
    """Drop strategies of `nodes`, and in turn of their neighbours, that only have infinite costs.

    Raises:
        Contradiction: a node has no strategy left.
    """
    waiting: list[tuple[int, int | None]] = [(node, None) for node in nodes]
    changed: set[int] = set()
    while waiting:
        node, cause = waiting.pop()
        tables = graph.tables[node].values() if cause is None else [graph.tables[node][cause]]
        mask: Mask = np.isfinite(graph.costs[node])
        for table in tables:
            mask &= table.allowed[table.rows]
        if not mask.all():
            graph.restrict(node, mask)
            changed |= {node, *graph.tables[node]}
            waiting.extend((neighbour, node) for neighbour in graph.tables[node])
    return changed


def drop_separable_tables(graph: Graph, node: int) -> set[int]:
    """A table that is a sum of a cost per strategy of either node goes into the costs of the nodes."""
    dropped: set[int] = set()
    for neighbour, table in list(graph.tables[node].items()):
        if table.separable:
            by_column = table.values[0]
            by_row = table.values[:, 0] - by_column[0]
            graph.costs[node] = graph.costs[node] + by_row[table.rows]
            graph.costs[neighbour] = graph.costs[neighbour] + by_column[table.columns]
            graph.drop_table(node, neighbour)
            dropped |= {node, neighbour}
    return dropped


@dataclass(frozen=True, eq=False)
class Folded:
    """A node whose strategy is `partner[i]` when `leader` takes `leader_kept[i]`."""

    node: int
    leader: int
    leader_kept: Indices
    partner: Indices

    def extend(self, choice: dict[int, int]) -> None:
        """Follow the leader."""
        choice[self.node] = int(self.partner[np.searchsorted(self.leader_kept, choice[self.leader])])


def fold(graph: Graph, node: int) -> set[int]:
    """Make `node` part of a neighbour each of whose strategies allows only one of its own.

    Where each determines the other, the one with fewer neighbours goes.
    """
    for leader, table in graph.tables[node].items():
        partner = graph.tables[leader][node].determined
        if partner is None:
            continue
        if len(graph.tables[node]) <= len(graph.tables[leader]) or table.determined is None:
            return _fold_into(graph, node, leader, partner)
    return set()


def _fold_into(graph: Graph, node: int, leader: int, partner: Indices) -> set[int]:
    table = graph.tables[leader][node]
    graph.costs[leader] = (
        graph.costs[leader] + graph.costs[node][partner] + table.values[table.rows, table.columns[partner]]
    )
    graph.demands[leader] += tuple(Demand(d.first, d.last, d.usages[partner]) for d in graph.demands[node])
    others = [neighbour for neighbour in graph.tables[node] if neighbour != leader]
    for other in others:
        graph.add_table(leader, other, graph.tables[node][other].take_rows(partner))
    graph.undo.append(Folded(node, leader, graph.kept[leader], graph.kept[node][partner]))
    graph.drop_node(node)
    return {leader, *others}


def _merged_demands(demands: tuple[Demand, ...]) -> tuple[Demand, ...]:
    by_rows: dict[tuple[int, int], np.ndarray] = {}
    for demand in demands:
        rows = (demand.first, demand.last)
        by_rows[rows] = by_rows[rows] + demand.usages if rows in by_rows else demand.usages
    return tuple(Demand(first, last, usages) for (first, last), usages in by_rows.items())


def dominate(graph: Graph, node: int) -> bool:
    """Drop strategies for which another is at least as good, whatever the neighbours choose."""
    costs = graph.costs[node]
    work = costs.size**2 * sum(table.values.shape[1] for table in graph.tables[node].values())
    if costs.size == 1 or work > _DOMINANCE_WORK:
        return False
    excess = costs[:, None] - costs[None, :]
    for table in graph.tables[node].values():
        excess += table.worst_excess[np.ix_(table.rows, table.rows)]
    beats = excess <= 0
    for demand in graph.demands[node]:
        beats &= (demand.usages[:, None] <= demand.usages[None, :]).astype(bool)
    mask = _undominated(beats)
    if mask.all():
        return False
    graph.restrict(node, mask)
    return True


def _undominated(beats: Mask) -> Mask:
    """Which strategies stay; of those that beat one another, the first."""
    kept = np.ones(len(beats), dtype=bool)
    beaten = np.flatnonzero(np.count_nonzero(beats, axis=0) > 1)
    for strategy in beaten[::-1]:
        kept[strategy] = False
        if not (beats[:, strategy] & kept).any():
            kept[strategy] = True
    return kept


def settle(graph: Graph) -> set[int]:
    """Keep only the part of the demands that depends on the choice, and only the rows that can be overfull.

    Raises:
        Contradiction: even the least usages do not fit.
    """
    if not graph.capacity.size:
        return set()
    _take_fixed_usage(graph)
    changed = set[int]() if graph.elastic else _forbid_by_usage(graph)
    most = graph.spread({node: [d.usages.max() for d in demands] for node, demands in graph.demands.items()})
    changed |= _keep_memory_rows(graph, (most > graph.capacity).astype(bool))
    _keep_memory_rows(graph, ~_implied_rows(graph))
    return changed


def _take_fixed_usage(graph: Graph) -> None:
    least = {node: [d.usages.min() for d in demands] for node, demands in graph.demands.items()}
    graph.capacity = graph.capacity - graph.spread(least)
    for node, amounts in least.items():
        pairs = zip(graph.demands[node], amounts, strict=True)
        graph.demands[node] = tuple(Demand(d.first, d.last, d.usages - amount) for d, amount in pairs)
    missing = -int(graph.capacity.min())
    if graph.elastic:
        graph.limit += max(missing, 0)
        graph.capacity = graph.capacity + max(missing, 0)
    elif missing > 0:
        raise Contradiction(f"the least usages exceed the limit by {missing}")


def _forbid_by_usage(graph: Graph) -> set[int]:
    """Drop strategies that do not fit even if all others use the least."""
    changed: set[int] = set()
    tightest = graph.capacity.min()
    for node, demands in graph.demands.items():
        mask = np.ones(graph.costs[node].size, dtype=bool)
        for demand in demands:
            if demand.first < demand.last and demand.usages.max() > tightest:
                mask &= (demand.usages <= graph.capacity[demand.first : demand.last].min()).astype(bool)
        if not mask.all():
            graph.restrict(node, mask)
            changed |= {node, *graph.tables[node]}
    return changed


def _implied_rows(graph: Graph) -> Mask:
    """Rows in which only demands of the row before, or after, are live, and no more of them must fit."""
    size = graph.capacity.size
    begins, ends = np.zeros(size + 1, dtype=bool), np.zeros(size + 1, dtype=bool)
    for demands in graph.demands.values():
        for demand in demands:
            begins[demand.first] = ends[demand.last] = True
    implied = np.zeros(size, dtype=bool)
    rises = (graph.capacity[1:] >= graph.capacity[:-1]).astype(bool)
    falls = (graph.capacity[1:] <= graph.capacity[:-1]).astype(bool)
    by_previous = ~begins[1:size] & rises
    implied[1:] |= by_previous
    implied[:-1] |= ~ends[1:size] & falls & ~by_previous
    return implied


def _keep_memory_rows(graph: Graph, mask: Mask) -> set[int]:
    """Drop rows outside `mask`, and demands without rows; returns nodes that have fewer demands now."""
    before = np.concatenate(([0], np.cumsum(mask)))
    changed: set[int] = set()
    for node, demands in graph.demands.items():
        moved = (Demand(int(before[d.first]), int(before[d.last]), d.usages) for d in demands)
        graph.demands[node] = _merged_demands(tuple(d for d in moved if d.first < d.last and d.usages.any()))
        if len(graph.demands[node]) < len(demands):
            changed.add(node)
    graph.capacity = graph.capacity[mask]
    graph.rows = graph.rows[mask]
    return changed
