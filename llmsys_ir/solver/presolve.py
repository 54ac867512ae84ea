"""Exact reductions: what is left has the same optimum, and each removed node knows how to choose once the rest has.

- *join*: a node that two neighbours determine becomes memory that they need together (see `joining`);
- *forbid*: strategies that no allowed choice can contain, by infinite costs (arc consistency) or by memory;
- *dominate*: strategies that another one beats whatever the neighbours choose, and without more memory;
- *fix*: a node with one strategy becomes part of its neighbours' costs, as does an edge that is a sum of two vectors;
- *fold*: a node whose strategy follows from a neighbour's becomes part of that neighbour;
- *eliminate*: a node without memory demands and with at most two neighbours becomes an edge (see `elimination`);
- *settle*: demands that are the same for all strategies leave the capacity; rows that no choice can fill are dropped
  (see `memory`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.elimination import eliminate, eliminate_all
from llmsys_ir.solver.graph import Graph, Joint, Memo, content, demand
from llmsys_ir.solver.joining import join
from llmsys_ir.solver.memory import settle
from llmsys_ir.solver.problem import Floats, Indices, Mask
from llmsys_ir.solver.tables import Table

_DOMINANCE_WORK = 1 << 28
"""Comparisons of one dominance test; a node that would need more keeps its strategies."""


def presolve(graph: Graph, deadline: Deadline) -> None:
    """Reduce until nothing more gives.

    Raises:
        Contradiction: no choice is allowed.
        TimeoutError: the deadline has passed.
    """
    join(graph, deadline)
    forbid(graph, graph.costs)
    settle(graph, deadline)
    if not graph.bound_by_memory:
        eliminate_all(graph, deadline)
    changed = set(graph.costs)
    while changed:
        changed = _reduce_round(graph, changed, deadline)
    graph.memo = Memo()


def _reduce_round(graph: Graph, nodes: set[int], deadline: Deadline) -> set[int]:
    """One round over `nodes`; returns those worth another look."""
    changed: set[int] = set()
    for node in deadline.each(sorted(nodes)):
        if node in graph.costs:
            changed |= _reduce_node(graph, node)
    if changed:
        changed |= settle(graph, deadline)
        changed |= forbid(graph, changed & graph.costs.keys())
    return changed & graph.costs.keys()


def _reduce_node(graph: Graph, node: int) -> set[int]:
    if _worth_eliminating(graph, node):
        return eliminate(graph, node)
    changed = set[int]() if _all_allowed(graph, node) else forbid(graph, [node])
    changed |= part_joints(graph, node) | drop_separable_tables(graph, node) | fold(graph, node)
    if node in graph.costs and dominate(graph, node):
        changed |= {node, *graph.tables[node]}
    return changed


def _worth_eliminating(graph: Graph, node: int) -> bool:
    """A node of one strategy always; otherwise one without demands, if the tables do not grow or memory is no issue."""
    if graph.demands[node] or graph.joints[node]:
        return False
    neighbours = list(graph.tables[node].values())
    if graph.costs[node].size == 1 or len(neighbours) < 2:
        return True
    if len(neighbours) > 2:
        return False
    first, second = (table.values.shape for table in neighbours)
    return not graph.bound_by_memory or first[1] * second[1] <= first[0] * first[1] + second[0] * second[1]


def _all_allowed(graph: Graph, node: int) -> bool:
    return graph.costs[node].max() < np.inf and all(table.allows_all for table in graph.tables[node].values())


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
        if table.separable and neighbour not in graph.joints[node]:
            by_column = table.values[0]
            by_row = table.values[:, 0] - by_column[0]
            graph.costs[node] = graph.costs[node] + by_row[table.rows]
            graph.costs[neighbour] = graph.costs[neighbour] + by_column[table.columns]
            graph.drop_table(node, neighbour)
            dropped |= {node, neighbour}
    return dropped


def part_joints(graph: Graph, node: int) -> set[int]:
    """What two nodes need together is a demand of each, where it is a sum."""
    changed: set[int] = set()
    for neighbour, joints in list(graph.joints[node].items()):
        for joint in joints:
            if joint.amounts.separable:
                _add_demand(graph, node, joint, joint.amounts.values[:, 0][joint.amounts.rows])
                by_column = joint.amounts.values[0] - joint.amounts.values[0, 0]
                _add_demand(graph, neighbour, joint, by_column[joint.amounts.columns])
                changed |= {node, neighbour}
        graph.set_joints(node, neighbour, tuple(joint for joint in joints if not joint.amounts.separable))
    return changed


def _add_demand(graph: Graph, node: int, joint: Joint, usages: Floats) -> None:
    graph.demands[node] += (demand(joint.first, joint.last, usages.astype(graph.capacity.dtype)),)


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
    graph.demands[leader] += tuple(demand(d.first, d.last, d.usages[partner]) for d in graph.demands[node])
    for joint in graph.joints[leader].get(node, ()):
        amounts = joint.amounts
        _add_demand(graph, leader, joint, amounts.values[amounts.rows, amounts.columns[partner]])
    others = [neighbour for neighbour in graph.tables[node] if neighbour != leader]
    for other in others:
        graph.add_table(leader, other, graph.tables[node][other].take_rows(partner))
        joints = graph.joints[node].get(other, ())
        graph.add_joints(leader, other, tuple(j._replace(amounts=j.amounts.take_rows(partner)) for j in joints))
    graph.undo.append(Folded(node, leader, graph.kept[leader], graph.kept[node][partner]))
    graph.drop_node(node)
    return {leader, *others}


def dominate(graph: Graph, node: int) -> bool:
    """Drop strategies for which another is at least as good, whatever the neighbours choose."""
    costs, tables = graph.costs[node], list(graph.tables[node].values())
    work = costs.size**2 * sum(table.values.shape[1] for table in tables)
    if costs.size == 1 or work > _DOMINANCE_WORK:
        return False
    usages = [d.usages for d in graph.demands[node]]
    amounts = [joint.amounts for joints in graph.joints[node].values() for joint in joints]
    key = (*tables, b"", *amounts, costs.tobytes(), *(content(of_demand) for of_demand in usages))
    known = graph.memo.undominated
    if key not in known:
        known[key] = _undominated(_beats(costs, tables, usages, amounts))
    if known[key].all():
        return False
    graph.restrict(node, known[key])
    return True


def _beats(costs: Floats, tables: list[Table], usages: list[np.ndarray], amounts: list[Table]) -> Mask:
    """Whether strategy i is at least as good as j."""
    excess = costs[:, None] - costs[None, :]
    for table in tables:
        excess += table.worst_excess[table.rows[:, None], table.rows]
    beats: Mask = excess <= 0
    for of_demand in usages:
        beats &= (of_demand[:, None] <= of_demand[None, :]).astype(bool)
    for table in amounts:
        beats &= table.worst_excess[table.rows[:, None], table.rows] <= 0
    return beats


def _undominated(beats: Mask) -> Mask:
    """Which strategies stay; of those that beat one another, the first."""
    kept = np.ones(len(beats), dtype=bool)
    beaten = np.flatnonzero(np.count_nonzero(beats, axis=0) > 1)
    for strategy in beaten[::-1]:
        kept[strategy] = False
        if not (beats[:, strategy] & kept).any():
            kept[strategy] = True
    return kept
