"""Resharding as a shortest path: from one sharding of a tensor to another by single collectives.

The shardings of a tensor are the nodes of a graph and each `Move` is an edge priced in seconds. An axis can
leave a dim only from the innermost position and joins a dim there: a gather or an all-to-all of an outer axis
would interleave the blocks of the inner ones. Permutations of whole shards cover the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import combinations, permutations, product
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Axes, ReductionKind, Sharding
from llmsys_ir.sharding.signature import TensorSpec

CostMatrix: TypeAlias = npt.NDArray[np.float64]
"""Seconds, by source and target."""

ByteMatrix: TypeAlias = npt.NDArray[np.int64]
"""Bytes per device, by source and target."""


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

    @property
    def buffers(self) -> int:
        """How many tensors of the result's size it makes: a mask makes a neutral element too."""
        is_select = self.kind is MoveKind.MASK and self.result.kind is not None and not self.result.kind.is_idempotent
        return 2 if is_select else 1


MoveCost: TypeAlias = Callable[[Move, TensorSpec], float]
"""Seconds of a move, given the local tensor before it."""


@dataclass(frozen=True)
class Path:
    """The moves of a resharding, in order, and their cost in seconds."""

    moves: tuple[Move, ...]
    cost: float


class ReshardingTable:
    """Cheapest resharding paths between all shardings of one tensor.

    The shardings that can occur on a path, with one reduction kind, form a graph that is built once; all shortest
    paths in it are found together. Ties are broken by the number of moves and then by a fixed order. Mesh axes of one
    device are left out of all of it.
    """

    def __init__(self, spec: TensorSpec, mesh: Mesh, move_cost: MoveCost):
        self.spec = spec
        self.mesh = mesh
        self._move_cost = move_cost
        self._graphs: dict[ReductionKind, _ShortestPaths] = {}

    def path(self, source: Sharding, target: Sharding) -> Path:
        """The cheapest path from `source` to `target`. Both must divide the tensor's shape."""
        source, target = source.without_unit_axes(self.mesh), target.without_unit_axes(self.mesh)
        if source == target:
            return Path((), 0.0)
        if source.kind is not None and target.kind not in (None, source.kind):
            between = self._between(source, target)
            first, second = self.path(source, between), self.path(between, target)
            return Path((*first.moves, *second.moves), first.cost + second.cost)
        graph = self._graph(source.kind or target.kind)
        return graph.path(graph.numbers[source], graph.numbers[target])

    def costs(self, sources: Sequence[Sharding], targets: Sequence[Sharding]) -> CostMatrix:
        """Seconds of the cheapest paths from each of `sources` (rows) to each of `targets` (columns)."""
        if (graph := self._common_graph(sources, targets)) is not None:
            return graph.costs[self._places(graph, sources, targets)]
        costs = [[self.path(source, target).cost for target in targets] for source in sources]
        return np.array(costs, np.float64).reshape(len(sources), len(targets))

    def copies(self, sources: Sequence[Sharding], targets: Sequence[Sharding]) -> ByteMatrix:
        """Bytes per device that the cheapest paths hold at most, beside the tensor in its source sharding."""
        if (graph := self._common_graph(sources, targets)) is not None:
            return graph.copies[self._places(graph, sources, targets)]
        copies = [[self.copy_bytes(self.path(source, target).moves) for target in targets] for source in sources]
        return np.array(copies, np.int64).reshape(len(sources), len(targets))

    def copy_bytes(self, moves: Iterable[Move]) -> int:
        """The most bytes per device that moves one after the other hold at once beside their source."""
        before, most = 0, 0
        for move in moves:
            after = self._nbytes(move.result)
            most = max(most, before + after * move.buffers)
            before = after
        return most

    def _nbytes(self, sharding: Sharding) -> int:
        return TensorSpec(sharding.local_shape(self.spec.shape, self.mesh), self.spec.dtype, self.spec.is_tensor).nbytes

    def _common_graph(self, sources: Sequence[Sharding], targets: Sequence[Sharding]) -> _ShortestPaths | None:
        """The graph in which all these are, or None if there is no one graph."""
        partial = (sharding for sharding in (*sources, *targets) if sharding.kind is not None)
        kinds = {sharding.kind for sharding in partial if sharding.without_unit_axes(self.mesh).kind is not None}
        return self._graph(next(iter(kinds), None)) if len(kinds) < 2 else None

    def _places(
        self, graph: _ShortestPaths, sources: Sequence[Sharding], targets: Sequence[Sharding]
    ) -> tuple[npt.NDArray[np.intp], ...]:
        """The rows and columns of a graph's matrices."""
        return np.ix_(*([self._place(graph, sharding) for sharding in side] for side in (sources, targets)))

    def _place(self, graph: _ShortestPaths, sharding: Sharding) -> int:
        place = graph.numbers.get(sharding)
        return graph.numbers[sharding.without_unit_axes(self.mesh)] if place is None else place

    def _between(self, source: Sharding, target: Sharding) -> Sharding:
        """Where to be when one reduction is done and another kind of partial value is not made yet."""
        whole = tuple(all_shardings(self.spec.shape, self.mesh))
        costs = self.costs((source,), whole)[0] + self.costs(whole, (target,))[:, 0]
        return whole[int(costs.argmin())]

    def _graph(self, kind: ReductionKind | None) -> _ShortestPaths:
        kind = kind or ReductionKind.SUM
        if kind not in self._graphs:
            states = _with_partial(self.spec.shape, self.mesh, kind)
            nbytes = list(map(self._nbytes, states))
            self._graphs[kind] = _ShortestPaths.find(states, nbytes, self._moves(states, kind))
        return self._graphs[kind]

    def _moves(self, states: Sequence[Sharding], kind: ReductionKind) -> Iterator[tuple[int, int, Move, float]]:
        """Every move between states, as `(from, to, move, seconds)`."""
        numbers = {state: number for number, state in enumerate(states)}
        groups: dict[tuple[Axes, tuple[int, ...]], list[Sharding]] = defaultdict(list)
        for state in states:
            groups[state.partial, tuple(map(self.mesh.size, state.dims))].append(state)
        for group in groups.values():
            local = group[0].local_shape(self.spec.shape, self.mesh)
            spec = TensorSpec(local, self.spec.dtype)
            for state in group:
                for move in (*self._collectives(state, local, kind), *_permutations(state, group, self.mesh)):
                    yield numbers[state], numbers[move.result], move, self._move_cost(move, spec)

    def _collectives(self, at: Sharding, local: Sequence[int], kind: ReductionKind) -> Iterator[Move]:
        """Every single collective that `at` allows; masks only towards partials of `kind`."""
        for axis in _wide_axes(self.mesh):
            size = self.mesh.shape[axis]
            room = [dim for dim, extent in enumerate(local) if extent % size == 0]
            if axis in at.partial:
                reduced = at.without_partial(axis)
                yield Move(MoveKind.ALL_REDUCE, reduced, (axis,))
                yield from _splits(MoveKind.REDUCE_SCATTER, reduced, axis, room)
            elif axis not in at.split_axes:
                yield from _splits(MoveKind.ALL_SLICE, at, axis, room)
                yield Move(MoveKind.MASK, at.with_partial(axis, kind), (axis,))
            else:
                yield from _leaves(at, axis, room)


def _splits(kind: MoveKind, base: Sharding, axis: int, room: Sequence[int]) -> Iterator[Move]:
    for dim in room:
        yield Move(kind, base.with_dim(dim, (*base.dims[dim], axis)), (axis,), target_dim=dim)


def _leaves(at: Sharding, axis: int, room: Sequence[int]) -> Iterator[Move]:
    """An axis leaves the dim of which it is the innermost."""
    dim = next(dim for dim, axes in enumerate(at.dims) if axis in axes)
    if at.dims[dim][-1] != axis:
        return
    gathered = at.with_dim(dim, at.dims[dim][:-1])
    yield Move(MoveKind.ALL_GATHER, gathered, (axis,), source_dim=dim)
    for target in room:
        if target != dim:
            result = gathered.with_dim(target, (*gathered.dims[target], axis))
            yield Move(MoveKind.ALL_TO_ALL, result, (axis,), source_dim=dim, target_dim=target)


def _permutations(at: Sharding, same_shape: Sequence[Sharding], mesh: Mesh) -> Iterator[Move]:
    """Whole shards change places, to any sharding with as many shards along each dim and the same partial axes."""
    for other in same_shape:
        if other != at:
            yield Move(MoveKind.PERMUTE, other, moved_axes(at, other, mesh))


@dataclass(frozen=True, eq=False)
class _ShortestPaths:
    """All shortest paths in a graph of shardings (Floyd and Warshall's algorithm, a matrix at a time)."""

    numbers: dict[Sharding, int]
    costs: CostMatrix
    successors: npt.NDArray[np.int32]
    """`successors[i, j]` is the sharding after `i` on the way to `j`."""
    moves: dict[tuple[int, int], Move]
    nbytes: npt.NDArray[np.int64]
    """Bytes per device in each sharding."""

    @classmethod
    def find(
        cls, states: Sequence[Sharding], nbytes: Sequence[int], edges: Iterator[tuple[int, int, Move, float]]
    ) -> _ShortestPaths:
        size = len(states)
        costs = np.full((size, size), np.inf)
        lengths = np.zeros((size, size), np.int32)
        successors = np.zeros((size, size), np.int32)
        moves: dict[tuple[int, int], Move] = {}
        np.fill_diagonal(costs, 0.0)
        for start, end, move, cost in edges:
            if cost < costs[start, end]:
                costs[start, end] = cost
                lengths[start, end] = 1
                successors[start, end] = end
                moves[start, end] = move
        for middle in range(size):
            through = costs[:, middle, None] + costs[middle]
            steps = lengths[:, middle, None] + lengths[middle]
            better = (through < costs) | ((through == costs) & (steps < lengths))
            np.copyto(costs, through, where=better)
            np.copyto(lengths, steps, where=better)
            np.copyto(successors, successors[:, middle, None], where=better)
        numbers = {state: number for number, state in enumerate(states)}
        return cls(numbers, costs, successors, moves, np.array(nbytes, np.int64))

    @cached_property
    def copies(self) -> ByteMatrix:
        """Bytes per device that paths hold at most beside their source; all paths are followed together."""
        size = len(self.numbers)
        made = np.zeros((size, size), np.int64)
        for (start, end), move in self.moves.items():
            made[start, end] = self.nbytes[end] * move.buffers
        at, ends = np.indices((size, size))
        before, most = np.zeros((2, size, size), np.int64)
        while (moving := at != ends).any():
            after = np.where(moving, self.successors[at, ends], at)
            np.maximum(most, np.where(moving, before + made[at, after], 0), out=most)
            at, before = after, self.nbytes[after]
        return most

    def path(self, start: int, end: int) -> Path:
        """The cheapest path between two numbered shardings."""
        cost = float(self.costs[start, end])
        moves: list[Move] = []
        while start != end:
            after = int(self.successors[start, end])
            moves.append(self.moves[start, after])
            start = after
        return Path(tuple(moves), cost)


def exchanged(before: Axes, after: Axes, mesh: Mesh) -> tuple[Axes, Axes]:
    """The axes of one dim that a permutation of its shards sends along, where they were and where they will be.

    An axis that numbers the shards with the same stride before and after keeps its coordinate.
    """
    fixed = _strides(before, mesh).items() & _strides(after, mesh).items()
    kept = {axis for axis, _ in fixed}
    return tuple(axis for axis in before if axis not in kept), tuple(axis for axis in after if axis not in kept)


def _strides(axes: Axes, mesh: Mesh) -> dict[int, int]:
    return {axis: mesh.size(axes[position + 1 :]) for position, axis in enumerate(axes)}


def moved_axes(source: Sharding, target: Sharding, mesh: Mesh) -> Axes:
    """The mesh axes along which a permutation from `source` to `target` sends, ascending."""
    sides = (exchanged(*dims, mesh) for dims in zip(source.dims, target.dims, strict=True))
    return tuple(sorted({axis for before, after in sides for axis in (*before, *after)}))


def all_shardings(shape: Sequence[int], mesh: Mesh) -> Iterator[Sharding]:
    """Every sharding without partial axes that divides a tensor of `shape`, axes in every order.

    Mesh axes of one device are left out.
    """
    rank = len(shape)
    axes = _wide_axes(mesh)
    for places in product(range(-1, rank), repeat=len(axes)):
        per_dim = [[axis for axis, place in zip(axes, places, strict=True) if place == dim] for dim in range(rank)]
        if all(size % mesh.size(axes) == 0 for size, axes in zip(shape, per_dim, strict=True)):
            for dims in product(*(permutations(axes) for axes in per_dim)):
                yield Sharding(tuple(dims))


def _wide_axes(mesh: Mesh) -> list[int]:
    return [axis for axis in mesh.axes if mesh.shape[axis] > 1]


def _with_partial(shape: Sequence[int], mesh: Mesh, kind: ReductionKind) -> tuple[Sharding, ...]:
    """Every sharding that divides a tensor, with every set of the axes left over as partial axes."""
    states: list[Sharding] = []
    for sharding in all_shardings(shape, mesh):
        unused = [axis for axis in _wide_axes(mesh) if axis not in sharding.split_axes]
        for count in range(len(unused) + 1):
            for partial in combinations(unused, count):
                states.append(Sharding(sharding.dims, partial, kind if partial else None))
    return tuple(states)
