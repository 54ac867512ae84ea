"""Resharding as a shortest path: from one sharding of a tensor to another by single collectives.

The shardings of a tensor are the nodes of a graph and each `Move` is an edge priced in seconds. An axis can
leave a dim only from the innermost position and joins a dim there: a gather or an all-to-all of an outer axis
would interleave the blocks of the inner ones. Permutations of whole shards cover the rest.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, permutations, product
from typing import TypeAlias

from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Axes, ReductionKind, Sharding
from llmsys_ir.sharding.signature import TensorSpec


class MoveKind(StrEnum):
    """The collectives that a resharding is made of."""

    ALL_SLICE = "all_slice"
    ALL_GATHER = "all_gather"
    ALL_TO_ALL = "all_to_all"
    ALL_REDUCE = "all_reduce"
    REDUCE_SCATTER = "reduce_scatter"
    PERMUTE = "permute"
    MASK = "mask"
    """Replicas become a partial value: the first device along the axis keeps it, the others take the
    reduction's neutral element. Nothing is sent."""


@dataclass(frozen=True)
class Move:
    """One collective: along `axis`, from `source_dim` to `target_dim` where it has them, giving `result`."""

    kind: MoveKind
    result: Sharding
    axes: Axes
    source_dim: int = -1
    target_dim: int = -1


MoveCost: TypeAlias = Callable[[Move, TensorSpec], float]
"""Seconds of a move, given the local tensor before it."""


@dataclass(frozen=True)
class Path:
    """The moves of a resharding, in order, and their cost in seconds."""

    moves: tuple[Move, ...]
    cost: float


class ReshardingTable:
    """Cheapest resharding paths between all shardings of one tensor, found as they are asked for.

    Ties are broken by the number of moves and then by the order in which `moves_from` lists them, so that the
    answer depends on nothing but the arguments.
    """

    def __init__(self, spec: TensorSpec, mesh: Mesh, move_cost: MoveCost):
        self.spec = spec
        self.mesh = mesh
        self._move_cost = move_cost
        self._trees: dict[tuple[Sharding, ReductionKind | None], dict[Sharding, _Step]] = {}
        self._permutable: dict[tuple[int, ...], tuple[Sharding, ...]] | None = None

    def path(self, source: Sharding, target: Sharding) -> Path:
        """The cheapest path from `source` to `target`. Both must divide the tensor's shape."""
        if source == target:
            return Path((), 0.0)
        tree = self._tree(source, target.kind)
        moves: list[Move] = []
        at = target
        while at != source:
            step = tree[at]
            assert step.move is not None and step.previous is not None
            moves.append(step.move)
            at = step.previous
        return Path(tuple(reversed(moves)), tree[target].cost)

    def cost(self, source: Sharding, target: Sharding) -> float:
        """Seconds of the cheapest path from `source` to `target`."""
        return 0.0 if source == target else self._tree(source, target.kind)[target].cost

    def moves_from(self, at: Sharding, kind: ReductionKind | None) -> Iterator[Move]:
        """Every single collective that `at` allows; masks only towards partials of `kind`."""
        local = at.local_shape(self.spec.shape, self.mesh)
        for axis in self.mesh.axes:
            size = self.mesh.shape[axis]
            room = [dim for dim, extent in enumerate(local) if extent % size == 0]
            if axis in at.partial:
                reduced = at.without_partial(axis)
                yield Move(MoveKind.ALL_REDUCE, reduced, (axis,))
                yield from self._splits(MoveKind.REDUCE_SCATTER, reduced, axis, room)
            elif axis not in at.split_axes:
                yield from self._splits(MoveKind.ALL_SLICE, at, axis, room)
                if kind is not None and at.kind in (None, kind):
                    yield Move(MoveKind.MASK, at.with_partial(axis, kind), (axis,))
            else:
                yield from self._leaves(at, axis, room)
        yield from self._permutes(at)

    def _splits(self, kind: MoveKind, base: Sharding, axis: int, room: Sequence[int]) -> Iterator[Move]:
        for dim in room:
            yield Move(kind, base.with_dim(dim, (*base.dims[dim], axis)), (axis,), target_dim=dim)

    def _leaves(self, at: Sharding, axis: int, room: Sequence[int]) -> Iterator[Move]:
        dim = next(dim for dim, axes in enumerate(at.dims) if axis in axes)
        if at.dims[dim][-1] != axis:
            return
        gathered = at.with_dim(dim, at.dims[dim][:-1])
        yield Move(MoveKind.ALL_GATHER, gathered, (axis,), source_dim=dim)
        for target in room:
            if target != dim:
                result = gathered.with_dim(target, (*gathered.dims[target], axis))
                yield Move(MoveKind.ALL_TO_ALL, result, (axis,), source_dim=dim, target_dim=target)

    def _permutes(self, at: Sharding) -> Iterator[Move]:
        if not at.split_axes:
            return
        if self._permutable is None:
            self._permutable = self._group_by_local_shape()
        for dims in self._permutable[at.local_shape(self.spec.shape, self.mesh)]:
            if dims.dims != at.dims and not dims.split_axes.intersection(at.partial):
                result = Sharding(dims.dims, at.partial, at.kind)
                yield Move(MoveKind.PERMUTE, result, moved_axes(at, result))

    def _group_by_local_shape(self) -> dict[tuple[int, ...], tuple[Sharding, ...]]:
        groups: dict[tuple[int, ...], list[Sharding]] = defaultdict(list)
        for sharding in all_shardings(self.spec.shape, self.mesh):
            groups[sharding.local_shape(self.spec.shape, self.mesh)].append(sharding)
        return {local: tuple(group) for local, group in groups.items()}

    def _tree(self, source: Sharding, kind: ReductionKind | None) -> dict[Sharding, _Step]:
        key = (source, kind)
        if key not in self._trees:
            self._trees[key] = self._search(source, kind)
        return self._trees[key]

    def _search(self, source: Sharding, kind: ReductionKind | None) -> dict[Sharding, _Step]:
        steps = {source: _Step(0.0, 0, None, None)}
        done: set[Sharding] = set()
        order = count()
        queue = [(0.0, 0, next(order), source)]
        while queue:
            cost, length, _, at = heapq.heappop(queue)
            if at in done:
                continue
            done.add(at)
            local = at.local_shape(self.spec.shape, self.mesh)
            spec = TensorSpec(local, self.spec.dtype)
            for move in self.moves_from(at, kind):
                found = cost + self._move_cost(move, spec)
                best = steps.get(move.result)
                if best is None or (found, length + 1) < (best.cost, best.length):
                    steps[move.result] = _Step(found, length + 1, move, at)
                    heapq.heappush(queue, (found, length + 1, next(order), move.result))
        return steps


@dataclass(frozen=True)
class _Step:
    cost: float
    length: int
    move: Move | None
    previous: Sharding | None


def moved_axes(source: Sharding, target: Sharding) -> Axes:
    """The mesh axes along which a permutation from `source` to `target` sends, ascending."""
    changed = {
        axis
        for before, after in zip(source.dims, target.dims, strict=True)
        if before != after
        for axis in (*before, *after)
    }
    return tuple(sorted(changed))


def all_shardings(shape: Sequence[int], mesh: Mesh) -> Iterator[Sharding]:
    """Every sharding without partial axes that divides a tensor of `shape`, axes in every order."""
    rank = len(shape)
    for places in product(range(-1, rank), repeat=mesh.rank):
        per_dim = [[axis for axis in mesh.axes if places[axis] == dim] for dim in range(rank)]
        if all(size % mesh.size(axes) == 0 for size, axes in zip(shape, per_dim, strict=True)):
            for dims in product(*(permutations(axes) for axes in per_dim)):
                yield Sharding(tuple(dims))
