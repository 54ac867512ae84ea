"""For each strategy of each node the least cost of any choice that contains it, from an elimination run backwards.

When node v with neighbours u and w is eliminated it leaves a message m(u, w), see `elimination`. Going back, let
P(u, w) be the least cost of any choice with given strategies of u and w. Then `P(u, w) - m(u, w)` is what all but v
costs, and

    P(v, u) = c_v + T_vu + min over w of (T_vw + P(u, w) - m(u, w))                                              (1)

which are the pairs that nodes eliminated before v need. A node's own least costs are the row minima of any pair.
"""

from __future__ import annotations

import numpy as np

from llmsys_ir.solver.elimination import Eliminated
from llmsys_ir.solver.graph import Graph
from llmsys_ir.solver.problem import Floats
from llmsys_ir.solver.tables import Table, min_plus


def min_marginals(graph: Graph) -> dict[int, Floats]:
    """Least costs by node and strategy, of a graph from which all nodes were eliminated, none merged."""
    marginals = _Marginals(graph.constant)
    for step in reversed(graph.undo):
        if not isinstance(step, Eliminated):
            raise TypeError(f"expected eliminated nodes only, got {type(step).__name__}")
        marginals.add(step)
    return marginals.of_node


class _Marginals:
    """Least costs of the nodes put back so far, and of the pairs of them that were neighbours."""

    def __init__(self, optimum: float):
        self._optimum = optimum
        self._of_pair: dict[tuple[int, int], Floats] = {}
        self.of_node: dict[int, Floats] = {}

    def add(self, step: Eliminated) -> None:
        """Put a node back."""
        neighbours = [(neighbour, table) for neighbour, (_, table) in step.neighbours.items()]
        if step.message is None:
            self._add_alone(step, neighbours)
        elif isinstance(step.message, Table):
            self._add_with_two(step, step.message, neighbours)
        else:
            self._add_with_one(step, step.message, *neighbours[0])

    def _add_alone(self, step: Eliminated, neighbours: list[tuple[int, Table]]) -> None:
        self.of_node[step.node] = step.costs - step.costs.min() + self._optimum
        for neighbour, _ in neighbours:
            self._set_pair(neighbour, step.node, self.of_node[neighbour][:, None])

    def _add_with_one(self, step: Eliminated, message: Floats, neighbour: int, table: Table) -> None:
        rest = _difference(self.of_node[neighbour], message[table.rows])
        self._set_pair(neighbour, step.node, rest[:, None] + table.dense() + step.costs)
        self.of_node[step.node] = self._of_pair[neighbour, step.node].min(axis=0)

    def _add_with_two(self, step: Eliminated, message: Table, neighbours: list[tuple[int, Table]]) -> None:
        (first, first_table), (second, second_table) = neighbours
        pair = self._of_pair[first, second]
        rest = _difference(pair, message.dense())
        self._set_pair(first, step.node, _pair(step.costs, first_table, second_table, rest))
        self._set_pair(second, step.node, _pair(step.costs, second_table, first_table, rest.T))
        self.of_node[step.node] = self._of_pair[first, step.node].min(axis=0)

    def _set_pair(self, first: int, second: int, costs: Floats) -> None:
        self._of_pair[first, second] = costs
        self._of_pair[second, first] = costs.T


def _pair(costs: Floats, kept: Table, gone: Table, rest: Floats) -> Floats:
    """(1), with the neighbour that stays as rows and the node as columns."""
    least = _class_minima(rest, gone.rows, gone.values.shape[0])
    others = min_plus(least, gone.values)[:, gone.columns]
    return others + kept.dense() + costs


def _class_minima(values: Floats, classes: np.ndarray, count: int) -> Floats:
    """The minima of `values` over the columns of each class."""
    order = np.argsort(classes, kind="stable")
    starts = np.searchsorted(classes[order], np.arange(count))
    return np.minimum.reduceat(values[:, order], starts, axis=1)


def _difference(total: Floats, part: Floats) -> Floats:
    """`total - part`, infinite where either is."""
    with np.errstate(invalid="ignore"):
        return np.where(np.isfinite(part), total - part, np.inf)
