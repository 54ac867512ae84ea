"""Programs of repeated layers: nodes that look alike choose alike, which makes a far smaller problem.

Its answer is a start for the whole one, never a restriction of it. Nodes look alike when they have the same costs,
demands and tables, and so have their neighbours, up to a distance: the layers at either end of a program, and whatever
else differs, stay on their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.graph import Demand, Graph, Joint, content, demand
from llmsys_ir.solver.presolve import Folded
from llmsys_ir.solver.problem import Floats, Indices
from llmsys_ir.solver.tables import Table

_DISTANCE = 3
"""How far around two nodes everything must be equal for them to be alike."""
_FEWER = 3
"""How many times fewer nodes make it worthwhile."""

_ROWS = 256
"""About how many memory rows are looked at."""

_Pair: TypeAlias = tuple[int, int]
_Span: TypeAlias = tuple[int, int]


class Repeated(NamedTuple):
    """A graph in which nodes that look alike choose alike, each group as its first node.

    Its choices extend to the whole problem, and have the same costs and loads there. It has one row of each stretch of
    memory rows, which has so many of them as `lengths` says.
    """

    graph: Graph
    lengths: Indices

    def spread(self, prices: Floats) -> Floats:
        """Prices of all rows, given those of one in each stretch."""
        return np.repeat(prices / self.lengths, self.lengths)


def repeated_once(graph: Graph, deadline: Deadline) -> Repeated | None:
    """What is left if layers are there once; None if few nodes look alike.

    Raises:
        TimeoutError: the deadline has passed.
    """
    leader = _leaders(graph, deadline)
    count = Counter(leader.values())
    if len(count) * _FEWER > len(graph.costs):
        return None
    once = graph.copy()
    once.undo = graph.undo + [
        Folded(node, first, graph.kept[first], graph.kept[node]) for node, first in leader.items() if node != first
    ]
    once.costs = {node: times * graph.costs[node] for node, times in count.items()}
    once.kept = {node: graph.kept[node] for node in count}
    once.tables, once.joints = {node: {} for node in count}, {node: {} for node in count}
    lengths, rows = _fullest_rows(graph)
    once.capacity, once.rows = graph.capacity[rows], np.arange(rows.size)
    before = np.searchsorted(rows, np.arange(graph.capacity.size + 1))
    deadline.check()
    once.demands = _demands(graph, leader, before)
    for (node, other), tables in _tables(graph, leader).items():
        for table, times in tables.items():
            if node == other:
                once.costs[node] = once.costs[node] + times * _diagonal(table)
            else:
                once.add_table(node, other, _times(table, times))
    for (node, other), joints in _joints(graph, leader, before).items():
        if node == other:
            usages = ((j.first, j.last, _diagonal(j.amounts).astype(graph.capacity.dtype)) for j in joints)
            once.demands[node] += tuple(demand(*of_joint) for of_joint in usages)
        else:
            once.add_joints(node, other, joints)
    return Repeated(once, lengths)


def _leaders(graph: Graph, deadline: Deadline) -> dict[int, int]:
    """The first of the nodes that look like each."""
    number = _Numbering()
    looks = {
        node: number.of((costs.tobytes(), *(content(d.usages) for d in graph.demands[node])))
        for node, costs in graph.costs.items()
    }
    for _ in range(_DISTANCE):
        looks = {
            node: number.of(
                (
                    looks[node],
                    *sorted((number.of_table(table), looks[other]) for other, table in graph.tables[node].items()),
                )
            )
            for node in deadline.each(looks)
        }
    first: dict[int, int] = {}
    return {node: first.setdefault(look, node) for node, look in sorted(looks.items())}


class _Numbering:
    """Numbers for contents; equal ones have the same."""

    def __init__(self):
        self._numbers: dict[Hashable, int] = {}
        self._of_table: dict[Table, int] = {}

    def of(self, content: Hashable) -> int:
        """The number of some content."""
        return self._numbers.setdefault(content, len(self._numbers))

    def of_table(self, table: Table) -> int:
        """The number of a table's contents."""
        if table not in self._of_table:
            arrays = (table.rows, table.columns, table.values)
            self._of_table[table] = self.of((table.values.shape, *(array.tobytes() for array in arrays)))
        return self._of_table[table]


def _fullest_rows(graph: Graph) -> tuple[Indices, Indices]:
    """How long stretches of rows are, and of each the row that may become fullest."""
    loads = graph.most_loads
    starts = np.arange(0, loads.size, max(1, loads.size // _ROWS))
    parts = [loads[start:stop] for start, stop in pairwise([*starts.tolist(), loads.size])]
    fullest = [start + int(part.argmax()) for start, part in zip(starts.tolist(), parts, strict=True)]
    return np.array([part.size for part in parts], np.int64), np.array(fullest, np.int64)


def _demands(graph: Graph, leader: Mapping[int, int], before: Indices) -> dict[int, tuple[Demand, ...]]:
    """What all nodes of each group need together."""
    spans: dict[int, dict[bytes, list[_Span]]] = {first: {} for first in leader.values()}
    usages: dict[bytes, np.ndarray] = {}
    for node, first in leader.items():
        for d in graph.demands[node]:
            key = content(d.usages)
            usages[key] = d.usages
            spans[first].setdefault(key, []).append((int(before[d.first]), int(before[d.last])))
    return {
        first: tuple(
            demand(start, stop, times * usages[key])
            for key, of_key in of_group.items()
            for start, stop, times in _overlaid(of_key)
        )
        for first, of_group in spans.items()
    }


def _tables(graph: Graph, leader: Mapping[int, int]) -> dict[_Pair, Counter[Table]]:
    """How often each table lies between two groups, or inside one."""
    found: dict[_Pair, Counter[Table]] = defaultdict(Counter)
    for node, of_node in graph.tables.items():
        for other, table in of_node.items():
            if _leads(leader, node, other):
                found[leader[node], leader[other]][table] += 1
    return found


def _joints(graph: Graph, leader: Mapping[int, int], before: Indices) -> dict[_Pair, tuple[Joint, ...]]:
    """What the pairs of nodes between two groups need together, or inside one."""
    spans: dict[_Pair, dict[Table, list[_Span]]] = defaultdict(dict)
    for node, of_node in graph.joints.items():
        for other, joints in of_node.items():
            if _leads(leader, node, other):
                of_pair = spans[leader[node], leader[other]]
                for joint in joints:
                    of_pair.setdefault(joint.amounts, []).append((int(before[joint.first]), int(before[joint.last])))
    return {
        pair: tuple(
            Joint(start, stop, _times(amounts, times))
            for amounts, of_amounts in of_pair.items()
            for start, stop, times in _overlaid(of_amounts)
        )
        for pair, of_pair in spans.items()
    }


def _leads(leader: Mapping[int, int], node: int, other: int) -> bool:
    """Whether an edge is to be looked at from `node`; each is seen from both."""
    return (leader[node], node) < (leader[other], other)


def _overlaid(spans: Sequence[_Span]) -> Iterator[tuple[int, int, int]]:
    """Where spans of rows lie over one another, and how many."""
    changes: Counter[int] = Counter()
    for first, last in spans:
        changes[first] += 1
        changes[last] -= 1
    times = 0
    for start, stop in pairwise(sorted(changes)):
        times += changes[start]
        if times and start < stop:
            yield start, stop, times


def _times(table: Table, times: int) -> Table:
    return table if times == 1 else Table(table.rows, table.columns, times * table.values)


def _diagonal(table: Table) -> Floats:
    """What a table costs where both nodes take the same strategy."""
    return table.values[table.rows, table.columns]
