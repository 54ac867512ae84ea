"""Costs between two nodes, kept by classes: strategies with identical rows, or columns, share one entry.

Resharding costs depend on a tensor's sharding only, which many strategies of an operation have in common, so that a
343 x 343 matrix is often a 40 x 40 one. Everything the solver does with an edge is done on classes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from llmsys_ir.solver.problem import Floats, Indices, Mask

_BLOCK = 1 << 17
"""Entries of one min-plus step: 1 MiB of float64 stays in the second-level cache."""
_FEW = 200
"""Up to this many numbers lists are faster than arrays."""


@dataclass(frozen=True, eq=False)
class Table:
    """The cost of strategies i and j is `values[rows[i], columns[j]]`.

    Edges of the same costs share a table, and what is made of it: programs repeat themselves.
    """

    rows: Indices
    columns: Indices
    values: Floats

    @cached_property
    def transposed(self) -> Table:
        """The same costs seen from the other node."""
        other = Table(self.columns, self.rows, self.values.T)
        other.__dict__["transposed"] = self
        return other

    @cached_property
    def _taken(self) -> dict[bytes, Table]:
        return {}

    @property
    def by_strategy(self) -> Floats:
        """One row per strategy of the first node, one column per class of the second."""
        return self.values[self.rows]

    def dense(self) -> Floats:
        """One row and one column per strategy."""
        return self.values[self.rows[:, None], self.columns]

    @cached_property
    def worst_excess(self) -> Floats:
        """For classes i and j of the first node the most by which i can cost more than j, where j is allowed."""
        values = self.values
        excess = np.empty((values.shape[0], values.shape[0]))
        step = max(1, _BLOCK // max(1, values.size))
        with np.errstate(invalid="ignore"):
            for start in range(0, values.shape[0], step):
                block = values[start : start + step, None, :] - values
                np.fmax.reduce(block, axis=2, out=excess[start : start + step])
        return excess

    @cached_property
    def allowed(self) -> Mask:
        """Which classes of the first node go with any strategy of the second."""
        return np.isfinite(self.values.min(axis=1))

    @cached_property
    def allows_all(self) -> bool:
        """Whether every strategy of the first node goes with any of the second."""
        return bool(self.allowed.all())

    @cached_property
    def separable(self) -> bool:
        """Whether this is a cost per strategy of the first node and one per strategy of the second."""
        if not np.isfinite(self.values).all():
            return False
        by_column = self.values[0]
        by_row = self.values[:, 0] - by_column[0]
        return bool((by_row[:, None] + by_column == self.values).all())

    @cached_property
    def determined(self) -> Indices | None:
        """Per strategy of the first node the only one of the second that it allows, or None if there are more."""
        finite = np.isfinite(self.values)
        members = np.bincount(self.columns, minlength=self.values.shape[1])
        if (finite @ members > 1).any():
            return None
        position_of_class = np.zeros(members.size, dtype=np.int64)
        position_of_class[self.columns] = np.arange(self.columns.size)
        return position_of_class[finite.argmax(axis=1)][self.rows]

    @cached_property
    def least(self) -> float:
        """The least cost."""
        return float(self.values.min())

    @cached_property
    def most(self) -> float:
        """The greatest cost."""
        return float(self.values.max())

    @cached_property
    def lowered(self) -> Table:
        """The same with 0 as the least cost."""
        return Table(self.rows, self.columns, self.values - self.least)

    def at(self, row: int, column: int) -> float:
        """The cost of a strategy of each node."""
        return float(self.values[self.rows[row], self.columns[column]])

    def row(self, strategy: int) -> Floats:
        """The costs of all strategies of the second node when the first takes `strategy`."""
        return self.values[self.rows[strategy]][self.columns]

    def keep_rows(self, mask: Mask) -> Table:
        """Without the first node's strategies outside `mask`."""
        return self.take_rows(np.flatnonzero(mask))

    def take_rows(self, strategies: Indices) -> Table:
        """The table of a node whose strategy i stands for `strategies[i]` of the first node."""
        key = strategies.tobytes()
        if key not in self._taken:
            used, rows = _unique(self.rows[strategies])
            self._taken[key] = merge_classes(rows, self.columns, self.values[used])
        return self._taken[key]

    def __add__(self, other: Table) -> Table:
        """Both costs together."""
        rows, columns, values = align((self, other))
        return merge_classes(rows, columns, values[0] + values[1])

    def through(self, costs: Floats, other: Table) -> Table:
        """What a node between two others costs at best, by their strategies.

        `self` is the first one's table to the node, `other` the second one's, and `costs` those of the node itself.
        """
        message = min_plus(self.values[:, self.columns] + costs, other.transposed.by_strategy)
        return merge_classes(self.rows, other.rows, message)


def from_dense(values: Floats) -> Table:
    """The table with one row and one column per strategy, identical ones merged."""
    return merge_classes(np.arange(len(values)), np.arange(len(values.T)), values)


def merge_classes(rows: Indices, columns: Indices, values: Floats) -> Table:
    """The same costs with identical rows and identical columns of `values` merged."""
    first_rows, row_class = _distinct_rows(values)
    if len(first_rows) < len(values):
        rows, values = row_class[rows], values[first_rows]
    first_columns, column_class = _distinct_rows(values.T)
    if len(first_columns) < len(column_class):
        columns, values = column_class[columns], values[:, first_columns]
    return Table(rows, columns, np.ascontiguousarray(values))


def product(left: Table, right: Table) -> Table:
    """The table of a node whose strategies are pairs, of two nodes with a table each to the same third one."""
    columns, (left_columns, right_columns) = _common_classes(left.columns, right.columns)
    values = left.values[:, None, left_columns] + right.values[None, :, right_columns]
    rows = (left.rows[:, None] * right.values.shape[0] + right.rows[None, :]).ravel()
    return merge_classes(rows, columns, values.reshape(-1, values.shape[2]))


def min_plus(left: Floats, right: Floats) -> Floats:
    """`result[a, c] = min over b of left[a, b] + right[b, c]`, in blocks of bounded memory."""
    if left.shape[0] > right.shape[1]:
        return min_plus(right.T, left.T).T
    right = np.ascontiguousarray(right)
    result = np.empty((left.shape[0], right.shape[1]))
    step = max(1, _BLOCK // max(1, right.size))
    for start in range(0, left.shape[0], step):
        block = left[start : start + step, :, None] + right
        np.min(block, axis=1, out=result[start : start + step])
    return result


class Aligned(NamedTuple):
    """Several tables on the same classes of strategies."""

    rows: Indices
    columns: Indices
    values: tuple[Floats, ...]


def align(tables: Sequence[Table]) -> Aligned:
    """Tables between the same two nodes, on classes of strategies that are alike in all of them."""
    rows, columns, values = tables[0].rows, tables[0].columns, (tables[0].values,)
    for table in tables[1:]:
        rows, (kept_rows, new_rows) = _common_classes(rows, table.rows)
        columns, (kept_columns, new_columns) = _common_classes(columns, table.columns)
        values = tuple(part[kept_rows[:, None], kept_columns] for part in values)
        values += (table.values[new_rows[:, None], new_columns],)
    return Aligned(rows, columns, values)


def _distinct_rows(values: Floats) -> tuple[list[int], Indices]:
    """The first row of each class, and each row's class."""
    rows = np.ascontiguousarray(values) + 0.0  # -0.0 and 0.0 are one class
    data, width = rows.tobytes(), rows.shape[1] * rows.itemsize
    known: dict[bytes, int] = {}
    classes = [known.setdefault(data[at : at + width], len(known)) for at in range(0, len(data), width)]
    first: list[int] = []
    for row, number in enumerate(classes):
        if number == len(first):
            first.append(row)
    return first, np.array(classes, np.int64)


def _unique(values: Indices) -> tuple[Indices, Indices]:
    """The distinct values in order, and which of them each value is."""
    if values.size > _FEW:
        distinct: Indices = np.unique(values)
        return distinct, np.searchsorted(distinct, values)
    listed = values.tolist()
    places = {value: place for place, value in enumerate(sorted(set(listed)))}
    return np.array(list(places), np.int64), np.array([places[value] for value in listed], np.int64)


def _common_classes(left: Indices, right: Indices) -> tuple[Indices, tuple[Indices, Indices]]:
    """Classes of strategies alike in both, and for each such class its class in `left` and in `right`."""
    width = int(right.max()) + 1
    codes, classes = _unique(left * width + right)
    return classes, (codes // width, codes % width)
