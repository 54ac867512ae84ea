"""The problem as the reductions see and change it: pairwise tables, memory demands, and how to undo what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

import numpy as np

from llmsys_ir.solver.deadline import ENDLESS, Deadline
from llmsys_ir.solver.problem import Edge, Floats, Indices, Mask, Node, Problem, finite_or_infinite
from llmsys_ir.solver.tables import Table, from_dense


class Contradiction(Exception):  # noqa: N818
    """No choice of strategies is allowed."""


class Demand(NamedTuple):
    """Memory that a node's strategies need in the rows `first` up to, not including, `last`; its least and its most."""

    first: int
    last: int
    usages: np.ndarray
    least: int
    most: int


def demand(first: int, last: int, usages: np.ndarray) -> Demand:
    """The demand of these usages."""
    return Demand(first, last, usages, int(usages.min()), int(usages.max()))


def content(usages: np.ndarray) -> bytes:
    """The same for equal usages only."""
    return usages.tobytes() if usages.dtype != np.object_ else repr(usages.tolist()).encode()


class Joint(NamedTuple):
    """Memory that two nodes need together, by their strategies, in the rows `first` up to, not including, `last`."""

    first: int
    last: int
    amounts: Table


class Memo:
    """What was computed of equal parts of a graph: programs repeat themselves."""

    def __init__(self):
        self.sums: dict[tuple[Table, Table], Table] = {}
        self.messages: dict[tuple[Table | bytes, ...], Table] = {}
        self.undominated: dict[tuple[Table | bytes, ...], Mask] = {}
        self.between: dict[tuple[Table | bytes, ...], tuple[Table, ...]] = {}


class Undo(Protocol):
    """A node that was removed; knows its best strategy once those it depended on are chosen."""

    def extend(self, choice: dict[int, int]) -> None:
        """Add the removed node's strategy to `choice`, which maps nodes to original strategy indices."""
        ...


@dataclass(eq=False)
class Graph:
    """What is left of a problem.

    `tables[u][v]` is the cost between u and v as seen from u, and `tables[v][u]` its transpose. `kept[v]` are the
    original indices of the strategies that v still has. A memory row is a time at which a maximal set of nodes is
    live, and `rows` are the numbers that the rows had at first; the demands in row r, and the joint demands
    `joints[u][v]` of nodes with a table, must sum to at most `capacity[r]`. An `elastic` graph asks for the least limit
    instead: `limit` is a proven lower bound of it, and `capacity` what it leaves in each row.
    """

    constant: float
    costs: dict[int, Floats]
    tables: dict[int, dict[int, Table]]
    demands: dict[int, tuple[Demand, ...]]
    joints: dict[int, dict[int, tuple[Joint, ...]]]
    kept: dict[int, Indices]
    capacity: np.ndarray
    rows: Indices
    undo: list[Undo]
    next_node: int
    elastic: bool = False
    limit: int = 0
    memo: Memo = field(default_factory=Memo)

    def copy(self) -> Graph:
        """A graph that can be reduced on its own; its undo list starts empty."""
        tables = {node: dict(neighbours) for node, neighbours in self.tables.items()}
        return replace(
            self,
            costs=dict(self.costs),
            tables=tables,
            demands=dict(self.demands),
            joints={node: dict(of_node) for node, of_node in self.joints.items()},
            kept=dict(self.kept),
            capacity=self.capacity.copy(),
            undo=[],
            memo=Memo(),
        )

    def without_memory(self) -> Graph:
        """A graph that can be reduced on its own, in which everything fits; its choices extend to the whole problem."""
        free = self.copy()
        free.undo += self.undo
        free.demands = dict.fromkeys(self.demands, ())
        free.joints = {node: {} for node in self.joints}
        free.capacity, free.rows = self.capacity[:0], self.rows[:0]
        return free

    @property
    def table_entries(self) -> int:
        """The size of all tables."""
        return sum(table.values.size for of_node in self.tables.values() for table in of_node.values()) // 2

    def restrict(self, node: int, mask: Mask) -> None:
        """Drop the strategies of `node` outside `mask`.

        Raises:
            Contradiction: none is left.
        """
        if not mask.any():
            raise Contradiction(f"no strategy of node {node} is allowed")
        self.costs[node] = self.costs[node][mask]
        self.kept[node] = self.kept[node][mask]
        self.demands[node] = tuple(demand(d.first, d.last, d.usages[mask]) for d in self.demands[node])
        for neighbour, table in list(self.tables[node].items()):
            self.set_table(node, neighbour, table.keep_rows(mask))
        for neighbour, joints in list(self.joints[node].items()):
            self.set_joints(node, neighbour, tuple(Joint(j.first, j.last, j.amounts.keep_rows(mask)) for j in joints))

    def set_table(self, node: int, neighbour: int, table: Table) -> None:
        """Replace the cost between two nodes."""
        self.tables[node][neighbour] = table
        self.tables[neighbour][node] = table.transposed

    def add_table(self, node: int, neighbour: int, table: Table) -> None:
        """Add to the cost between two nodes."""
        present = self.tables[node].get(neighbour)
        if present is not None:
            key = (present, table)
            if key not in self.memo.sums:
                self.memo.sums[key] = present + table
            table = self.memo.sums[key]
        self.set_table(node, neighbour, table)

    def set_joints(self, node: int, neighbour: int, joints: tuple[Joint, ...]) -> None:
        """Replace what two nodes that have a table need together."""
        if joints:
            self.joints[node][neighbour] = joints
            turned = tuple(Joint(j.first, j.last, j.amounts.transposed) for j in joints)
            self.joints[neighbour][node] = turned
        else:
            self.joints[node].pop(neighbour, None)
            self.joints[neighbour].pop(node, None)

    def add_joints(self, node: int, neighbour: int, joints: tuple[Joint, ...]) -> None:
        """Add to what two nodes need together."""
        self.set_joints(node, neighbour, self.joints[node].get(neighbour, ()) + joints)

    def drop_table(self, node: int, neighbour: int) -> None:
        """Forget the cost between two nodes, and what they need together."""
        del self.tables[node][neighbour]
        del self.tables[neighbour][node]
        self.set_joints(node, neighbour, ())

    def drop_node(self, node: int) -> None:
        """Forget a node and all it has."""
        for neighbour in list(self.tables[node]):
            self.drop_table(node, neighbour)
        for part in (self.costs, self.tables, self.demands, self.joints, self.kept):
            del part[node]

    def add_node(self, costs: Floats, demands: tuple[Demand, ...] = ()) -> int:
        """A new node, of which `kept` are just its own indices."""
        node = self.next_node
        self.next_node += 1
        self.costs[node] = costs
        self.tables[node] = {}
        self.demands[node] = demands
        self.joints[node] = {}
        self.kept[node] = np.arange(costs.size)
        return node

    @property
    def bound_by_memory(self) -> bool:
        """Whether any demand is left."""
        return any(self.demands.values()) or any(self.joints.values())

    @property
    def each_joint(self) -> list[tuple[int, int, Joint]]:
        """All joint demands with their nodes, the lower one first."""
        return [
            (node, other, joint)
            for node, of_node in self.joints.items()
            for other, joints in of_node.items()
            if node < other
            for joint in joints
        ]

    def positions(self, choice: Mapping[int, int]) -> dict[int, int]:
        """The choice of original strategies as indices into what is kept."""
        return {node: int(np.searchsorted(kept, choice[node])) for node, kept in self.kept.items()}

    def positions_if_kept(self, choice: Mapping[int, int]) -> dict[int, int] | None:
        """As `positions`, or None if what is chosen is not among what is kept."""
        for node, kept in self.kept.items():
            if node not in choice or choice[node] not in kept:
                return None
        return self.positions(choice)

    def nearest(self, choice: Sequence[int]) -> dict[int, int]:
        """As `positions`, and the cheapest strategy of its own for a node whose chosen one is not kept."""
        positions: dict[int, int] = {}
        for node, kept in self.kept.items():
            place = int(np.searchsorted(kept, choice[node])) if node < len(choice) else kept.size
            known = place < kept.size and kept[place] == choice[node]
            positions[node] = place if known else int(self.costs[node].argmin())
        return positions

    def originals(self, positions: Mapping[int, int]) -> dict[int, int]:
        """The inverse of `positions`."""
        return {node: int(kept[positions[node]]) for node, kept in self.kept.items()}

    def value(self, positions: Mapping[int, int]) -> float:
        """The cost of a choice, without regard to memory."""
        total = self.constant + sum(float(costs[positions[node]]) for node, costs in self.costs.items())
        for node, neighbours in self.tables.items():
            for neighbour, table in neighbours.items():
                if node < neighbour:
                    total += table.at(positions[node], positions[neighbour])
        return total

    @property
    def largest_value(self) -> float:
        """The most that an allowed choice can cost."""
        tables = [table for node, of_node in self.tables.items() for other, table in of_node.items() if node < other]
        of_tables = sum(float(table.values[np.isfinite(table.values)].max(initial=-np.inf)) for table in tables)
        return self.constant + sum(float(costs.max()) for costs in self.costs.values()) + of_tables

    def loads(self, positions: Mapping[int, int]) -> np.ndarray:
        """The sum of the demands in each row."""
        pairs: list[tuple[Demand | Joint, int]] = [
            (d, int(d.usages[positions[node]])) for node, demands in self.demands.items() for d in demands
        ]
        pairs += [(j, int(j.amounts.at(positions[node], positions[other]))) for node, other, j in self.each_joint]
        return self.spread([d for d, _ in pairs], [amount for _, amount in pairs])

    @property
    def most_loads(self) -> np.ndarray:
        """Per row, the sum of the most that each demand may be."""
        pairs: list[tuple[Demand | Joint, int]] = [(d, d.most) for of_node in self.demands.values() for d in of_node]
        pairs += [(j, int(j.amounts.most)) for _, _, j in self.each_joint]
        return self.spread([d for d, _ in pairs], [most for _, most in pairs])

    def spread(self, demands: Sequence[Demand | Joint], amounts: Sequence[int]) -> np.ndarray:
        """Per row, the sum of one amount for each of the demands."""
        changes = np.zeros(self.capacity.size + 1, dtype=self.capacity.dtype)
        given = np.array(amounts, dtype=changes.dtype)
        np.add.at(changes, [d.first for d in demands], given)
        np.subtract.at(changes, [d.last for d in demands], given)
        return np.cumsum(changes)[:-1]

    def extended(self, choice: Mapping[int, int]) -> dict[int, int]:
        """The choice with all nodes that were removed, in original strategy indices."""
        full = dict(choice)
        for step in reversed(self.undo):
            step.extend(full)
        return full


def build_graph(problem: Problem, *, elastic: bool = False, deadline: Deadline = ENDLESS) -> Graph:
    """The problem with edges of any arity made pairwise, and memory rows for maximal live sets only.

    With `elastic` the costs only say what is forbidden, and the limit is to be found.

    Raises:
        Contradiction: an edge of more than two nodes allows nothing.
        TimeoutError: the deadline has passed.
    """
    costs = {index: _used_costs(node.costs, elastic) for index, node in enumerate(problem.nodes)}
    rows = _row_ranges(problem.nodes) if elastic or problem.usage_limit is not None else {}
    dtype = _exact_type(problem)
    demands = {index: _demands(node, rows.get(index), dtype) for index, node in deadline.each(enumerate(problem.nodes))}
    row_count = max((last for _, last in rows.values()), default=0)
    limit = 0 if elastic else problem.usage_limit or 0
    capacity = np.full(row_count, limit, dtype=dtype)
    kept: dict[int, Indices] = {index: np.arange(of_node.size) for index, of_node in costs.items()}
    tables: dict[int, dict[int, Table]] = {index: {} for index in costs}
    joints: dict[int, dict[int, tuple[Joint, ...]]] = {index: {} for index in costs}
    graph = Graph(
        0.0,
        costs,
        tables,
        demands,
        joints,
        kept,
        capacity,
        np.arange(row_count),
        [],
        len(problem.nodes),
        elastic,
        limit,
    )
    shared = _SharedTables(elastic)
    for edge in deadline.each(problem.edges):
        if len(edge.nodes) == 2 and edge.nodes[0] != edge.nodes[1]:
            graph.add_table(*edge.nodes, shared.table(edge.costs))
        else:
            _add_edge(graph, edge, elastic)
    return graph


class _SharedTables:
    """One table for all equal arrays, which are often the same array."""

    def __init__(self, elastic: bool):
        self._elastic = elastic
        self._of_array: dict[int, Table] = {}
        self._of_content: dict[tuple[object, ...], Table] = {}

    def table(self, costs: np.ndarray) -> Table:
        """The table of an array that lives as long as this does."""
        if id(costs) not in self._of_array:
            key = (costs.shape, costs.dtype, costs.tobytes())
            if key not in self._of_content:
                self._of_content[key] = from_dense(_used_costs(costs, self._elastic))
            self._of_array[id(costs)] = self._of_content[key]
        return self._of_array[id(costs)]


def _used_costs(costs: np.ndarray, elastic: bool) -> Floats:
    floats = finite_or_infinite(costs)
    return np.where(np.isinf(floats), np.inf, 0.0) if elastic else floats


def _add_edge(graph: Graph, edge: Edge, elastic: bool) -> None:
    nodes, costs = _without_repeats(edge.nodes, _used_costs(edge.costs, elastic))
    if len(nodes) == 1:
        graph.costs[nodes[0]] = graph.costs[nodes[0]] + costs
    elif len(nodes) == 2:
        graph.add_table(nodes[0], nodes[1], from_dense(costs))
    else:
        _add_hyperedge(graph, nodes, costs)


def _without_repeats(nodes: tuple[int, ...], costs: Floats) -> tuple[tuple[int, ...], Floats]:
    """An edge from a node to itself takes the diagonal."""
    for first, node in enumerate(nodes):
        if node in nodes[first + 1 :]:
            second = nodes.index(node, first + 1)
            diagonal = np.moveaxis(np.diagonal(costs, axis1=first, axis2=second), -1, first)
            return _without_repeats(nodes[:second] + nodes[second + 1 :], diagonal)
    return nodes, costs


def _add_hyperedge(graph: Graph, nodes: tuple[int, ...], costs: Floats) -> None:
    """A new node chooses among the allowed combinations, and each of the edge's nodes must agree with it."""
    combinations = np.argwhere(np.isfinite(costs))
    if not combinations.size:
        raise Contradiction(f"no combination of the strategies of nodes {nodes} is allowed")
    hub = graph.add_node(costs[tuple(combinations.T)])
    for axis, node in enumerate(nodes):
        same = from_dense(np.where(np.eye(graph.costs[node].size, dtype=bool), 0.0, np.inf))
        graph.add_table(hub, node, same.take_rows(combinations[:, axis]))


def _exact_type(problem: Problem) -> np.dtype[np.int64] | np.dtype[np.object_]:
    """Python integers where sums of usages might not fit 62 bits."""
    total = sum(int(node.usages.max()) for node in problem.nodes) + abs(problem.usage_limit or 0)
    return np.dtype(np.int64) if total < 2**62 else np.dtype(np.object_)


def _demands(
    node: Node, rows: tuple[int, int] | None, dtype: np.dtype[np.int64] | np.dtype[np.object_]
) -> tuple[Demand, ...]:
    return (demand(rows[0], rows[1], node.usages.astype(dtype)),) if rows else ()


def _row_ranges(nodes: tuple[Node, ...]) -> dict[int, tuple[int, int]]:
    """The rows in which each node is live; only times with a maximal live set have a row.

    A live set is maximal at the last time before an end, when something has started since the end before.
    """
    spans = {index: node.interval for index, node in enumerate(nodes) if node.interval[0] < node.interval[1]}
    starts = np.unique([start for start, _ in spans.values()])
    stops = np.unique([stop for _, stop in spans.values()])
    started = np.searchsorted(starts, stops)
    times = stops[np.diff(started, prepend=0) > 0] - 1 if spans else stops
    ranges: dict[int, tuple[int, int]] = {}
    for index, (start, stop) in spans.items():
        first, last = np.searchsorted(times, (start, stop))
        ranges[index] = (int(first), int(last))
    return ranges
