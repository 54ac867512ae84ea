"""Nodes whose strategy follows from two neighbours': they become memory that the two need together.

What a plan holds besides its values, such as the resharded copy of one for the step that uses it, depends on a pair
of choices. In a problem it is a node with a strategy for each amount, exactly one of which goes with any pair; there
may be as many of them as of other nodes.
"""

from __future__ import annotations

import numpy as np

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.elimination import Eliminated
from llmsys_ir.solver.graph import Demand, Graph, Joint
from llmsys_ir.solver.problem import Floats
from llmsys_ir.solver.tables import Table, merge_classes, min_plus

_EXACT = 2**53
"""Tables hold floats; integers below this are exact."""


def join(graph: Graph, deadline: Deadline) -> None:
    """Replace each node with demands that two neighbours determine, where tables do not grow.

    Raises:
        TimeoutError: the deadline has passed.
    """
    for node in deadline.each(sorted(graph.costs)):
        if len(graph.tables[node]) == 2 and graph.demands[node] and not graph.joints[node]:
            _join(graph, node)


def _join(graph: Graph, node: int) -> None:
    first, second = sorted(graph.tables[node])
    to_first, to_second = graph.tables[first][node], graph.tables[second][node]
    costs, demands = graph.costs[node], graph.demands[node]
    if any(d.usages.dtype == np.object_ or d.most >= _EXACT for d in demands):
        return
    key = (to_first, to_second, costs.tobytes(), *(d.usages.tobytes() for d in demands))
    known = graph.memo.between
    if key not in known:
        known[key] = _between(to_first, to_second, costs, demands)
    if not known[key]:
        return
    table, *amounts = known[key]
    neighbours = {neighbour: (graph.kept[neighbour], graph.tables[neighbour][node]) for neighbour in (first, second)}
    graph.undo.append(Eliminated(node, graph.kept[node], costs, neighbours, None))
    graph.drop_node(node)
    graph.add_table(first, second, table)
    pairs = zip(demands, amounts, strict=True)
    graph.add_joints(first, second, tuple(Joint(d.first, d.last, of_demand) for d, of_demand in pairs))


def _between(first: Table, second: Table, costs: Floats, demands: tuple[Demand, ...]) -> tuple[Table, ...]:
    """The costs between two nodes, and the amounts of each demand; nothing if a pair of choices leaves a choice."""
    from_first = first.values[:, first.columns] + costs
    from_second = second.values[:, second.columns]
    grown = len(from_first) * len(from_second) > first.values.size + second.values.size
    goes_with_first = np.isfinite(from_first).astype(np.float64)
    goes_with_second = np.isfinite(from_second).astype(np.float64)
    if grown or (goes_with_first @ goes_with_second.T > 1).any():
        return ()
    amounts = [(goes_with_first * d.usages) @ goes_with_second.T for d in demands]
    values = [min_plus(from_first, from_second.T), *amounts]
    return tuple(merge_classes(first.rows, second.rows, part) for part in values)
