"""Windows of arrays at positions known at run time, which may differ between devices.

Reading or writing them comes down to rows of a table: the array with its mesh dims and the dims that windows take a
part of as one dim in front, and the dims taken whole behind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np

from llmsys_ir.runtime.kernels.arrays import local_transpose, positions_along
from llmsys_ir.runtime.kernels.call import Array


@dataclass(frozen=True)
class Windows:
    """Windows of one size, at positions in an array: which rows of the array's table they are.

    `starts` gives, for operand dims that positions are in, the window's start as an array of mesh dims and
    `lead` further dims, one window for each of their positions. A dim without starts, or with a window of its
    whole size, is taken whole.
    """

    batch: int
    shape: tuple[int, ...]
    """The operand's shape with its mesh dims."""
    sizes: tuple[int, ...]
    starts: Mapping[int, Array]
    lead: int

    @cached_property
    def indexed(self) -> list[int]:
        """The local dims that windows take a part of."""
        extents = self.shape[self.batch :]
        return [dim for dim, (size, extent) in enumerate(zip(self.sizes, extents, strict=True)) if size != extent]

    @cached_property
    def whole(self) -> list[int]:
        """The local dims that every window takes whole."""
        return [dim for dim in range(len(self.sizes)) if dim not in self.indexed]

    @property
    def order(self) -> list[int]:
        """The local dims in the order of the table."""
        return [*self.indexed, *self.whole]

    def table(self, operand: Array) -> Array:
        """The operand as rows of its whole dims."""
        ordered = local_transpose(np, operand, self.batch, self.order)
        count = prod(ordered.shape[: self.batch + len(self.indexed)])
        return ordered.reshape((count, *(self.sizes[dim] for dim in self.whole)))

    def from_table(self, table: Array) -> Array:
        """The operand that has this table."""
        extents = [self.shape[self.batch + dim] for dim in self.order]
        ordered = table.reshape((*self.shape[: self.batch], *extents))
        return local_transpose(np, ordered, self.batch, np.argsort(self.order).tolist())

    def rows(self) -> Array:
        """The rows of all windows: mesh dims, the leading dims, then the window's size along each indexed dim."""
        rank = self.batch + self.lead + len(self.indexed)
        extents = [*self.shape[: self.batch], *(self.shape[self.batch + dim] for dim in self.indexed)]
        rows: Array = np.zeros((1,) * rank, np.int64)
        for at, extent in enumerate(extents):
            rows = rows * extent + self._positions(at, rank)
        return rows

    def _positions(self, at: int, rank: int) -> Array:
        """Positions along the mesh dim or indexed dim number `at`."""
        if at < self.batch:
            return positions_along(at, rank, self.shape[at])
        number = at - self.batch
        dim = self.indexed[number]
        inside = positions_along(self.batch + self.lead + number, rank, self.sizes[dim])
        if dim not in self.starts:
            return inside
        start = self.starts[dim].astype(np.int64)
        return start.reshape(start.shape + (1,) * len(self.indexed)) + inside


def clamped(starts: Mapping[int, Array], extents: Sequence[int], sizes: Sequence[int]) -> dict[int, Array]:
    """The starts moved so that windows of these sizes lie inside."""
    return {dim: _clipped(start, extents[dim] - sizes[dim]) for dim, start in starts.items()}


def _clipped(start: Array, highest: int) -> Array:
    """In 64 bits: a narrow type may not hold `highest`."""
    wide = start.astype(np.int64) if start.dtype != np.uint64 else np.minimum(start, highest).astype(np.int64)
    return np.clip(wide, 0, highest)


def batching_starts(indices: Array, batch: int, pairs: Sequence[tuple[int, int]], vector_dim: int) -> dict[int, Array]:
    """Per operand dim paired with a batching dim of the indices, its positions; windows have size 1 there."""
    rank = indices.ndim - (1 if vector_dim < indices.ndim - batch else 0)
    starts: dict[int, Array] = {}
    for operand_dim, indices_dim in pairs:
        at = batch + indices_dim - (indices_dim > vector_dim)
        starts[operand_dim] = positions_along(at, rank, indices.shape[batch + indices_dim])
    return starts


def index_starts(indices: Array, batch: int, operand_dims: Sequence[int], vector_dim: int) -> dict[int, Array]:
    """Per operand dim its component of the index vectors, which lie along `vector_dim`, or are scalars."""
    if vector_dim == indices.ndim - batch:
        return dict.fromkeys(operand_dims, indices)
    vectors = np.moveaxis(indices, batch + vector_dim, -1)
    return {dim: vectors[..., at] for at, dim in enumerate(operand_dims)}
