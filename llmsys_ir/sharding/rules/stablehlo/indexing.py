"""Rules of StableHLO's ops that index: dynamic slices, gather and scatter.

An indexed dim may be sharded. A gather then looks up the rows that a device holds, and its result is a partial sum; a
scatter writes those that it holds. The local forms shift the indices to where a device's shard starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder
from llmsys_ir.sharding.rules.combiners import KINDS, SUMS, combiners_of
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature


def dynamic_slice(signature: OpSignature) -> OpRule:
    """Dims taken in full belong together, the others are whole."""
    builder = RuleBuilder.of(len(signature.operands))
    for size, taken in zip(signature.operands[0].shape, signature.integers("slice_sizes"), strict=True):
        shared: Dim | None = (builder.factor(size),) if size == taken != 1 else None
        builder.operands[0].append(builder.whole(size) if shared is None else shared)
        builder.results[0].append(builder.whole(taken) if shared is None else shared)
    return builder.build(linear=[{0}], flops=0)


def dynamic_update_slice(signature: OpSignature) -> OpRule:
    """Dims updated in full belong together; of the others each device updates what it holds of a whole update."""
    builder = RuleBuilder.of(len(signature.operands))
    for size, updated in zip(*(spec.shape for spec in signature.operands[:2]), strict=True):
        shared: Dim = (builder.factor(size),) if size != 1 else ()
        builder.operands[0].append(shared)
        builder.results[0].append(shared)
        builder.operands[1].append(shared if updated == size else builder.whole(updated))
    return builder.build(linear=[{0, 1}], flops=0)


@dataclass(frozen=True)
class Indexing:
    """How the dims of a gathered or scattered tensor, of its indices and of its windows correspond.

    `batching` maps dims of the tensor to dims of the indices; `window` lists the tensor's dims that the windows have;
    `placed` are the windows' positions in the result of a gather, or in the updates of a scatter.
    """

    indexed: tuple[int, ...]
    batching: Mapping[int, int]
    window: tuple[int, ...]
    placed: tuple[int, ...]
    vector_dim: int

    @classmethod
    def of_gather(cls, signature: OpSignature) -> Indexing:
        """The dims of a gather."""
        names = ("start_index_map", "operand_batching_dims", "start_indices_batching_dims")
        return cls._of(signature, names, "collapsed_slice_dims", "offset_dims")

    @classmethod
    def of_scatter(cls, signature: OpSignature) -> Indexing:
        """The dims of a scatter."""
        names = ("scatter_dims_to_operand_dims", "input_batching_dims", "scatter_indices_batching_dims")
        return cls._of(signature, names, "inserted_window_dims", "update_window_dims")

    @classmethod
    def _of(cls, signature: OpSignature, names: tuple[str, str, str], dropped: str, placed: str) -> Indexing:
        indexed, batching, index_batching = map(signature.integers, names)
        without = {*signature.integers(dropped), *batching}
        window = tuple(dim for dim in range(signature.operands[0].rank) if dim not in without)
        vector_dim = signature.integer("index_vector_dim")
        pairs = dict(zip(batching, index_batching, strict=True))
        return cls(indexed, pairs, window, signature.integers(placed), vector_dim)

    def index_dims(
        self, sizes: Sequence[int], tensor: Sequence[Dim], free: Callable[[int], Dim], whole: Callable[[int], Dim]
    ) -> list[Dim]:
        """The dims of the indices: batching dims as the tensor has them, index vectors whole, the others free."""
        dims = {there: tensor[here] for here, there in self.batching.items()}
        if self.vector_dim < len(sizes):
            dims[self.vector_dim] = whole(sizes[self.vector_dim])
        return [dims[dim] if dim in dims else free(size) for dim, size in enumerate(sizes)]

    def merged(self, windows: Iterable[Dim], indices: Iterable[Dim]) -> list[Dim]:
        """The dims of a gather's result, or of a scatter's updates: windows at their places, the indices' between."""
        dims = [dim for at, dim in enumerate(indices) if at != self.vector_dim]
        for place, window in sorted(zip(self.placed, windows, strict=True)):
            dims.insert(place, window)
        return dims


def gather(signature: OpSignature) -> OpRule:
    """Window dims taken in full, batching dims and the dims of the indices pass; looked-up dims leave partial sums."""
    indexing, builder = Indexing.of_gather(signature), RuleBuilder.of(2)
    operand, indices = signature.operands
    taken = signature.integers("slice_sizes")
    sums = (ReductionKind.SUM,) if signature.results[0].dtype != "i1" else ()

    def dim_of(dim: int, size: int) -> Dim:
        if size == taken[dim] or dim in indexing.batching:
            return _factor(builder, size)
        is_looked_up = taken[dim] == 1 and dim in indexing.indexed and sums
        return _factor(builder, size, sums) if is_looked_up else builder.whole(size)

    def window_of(dim: int) -> Dim:
        return builder.operands[0][dim] if taken[dim] == operand.shape[dim] else builder.whole(taken[dim])

    builder.operands[0] = [dim_of(dim, size) for dim, size in enumerate(operand.shape)]
    free = partial(_factor, builder)
    builder.operands[1] = indexing.index_dims(indices.shape, builder.operands[0], free, builder.whole)
    builder.results[0] = indexing.merged(map(window_of, indexing.window), builder.operands[1])
    return builder.build(linear=[{0}], flops=0)


def scatter(signature: OpSignature) -> OpRule:
    """As a gather, backwards: the dims of the indices are reduced as the updates are combined."""
    count = len(signature.results)
    combiners = combiners_of(signature)
    kinds = [KINDS.get(combiner or "") for combiner in combiners]
    indexing, builder = Indexing.of_scatter(signature), RuleBuilder.of(len(signature.operands), count)
    shape, indices, updates = (signature.operands[operand].shape for operand in (0, count, count + 1))
    sizes = dict(zip(indexing.window, (updates[place] for place in sorted(indexing.placed)), strict=True))

    def dim_of(dim: int, size: int) -> Dim:
        is_written = sizes.get(dim, 1) == 1 and dim in indexing.indexed
        is_shared = is_written or dim in indexing.batching or sizes.get(dim) == size
        return _factor(builder, size) if is_shared else builder.whole(size)

    def window_of(dim: int) -> Dim:
        return tensor[dim] if sizes[dim] == shape[dim] else builder.whole(sizes[dim])

    def free(size: int) -> Dim:
        return builder.whole(size) if None in kinds else _factor(builder, size, kinds)

    tensor = [dim_of(dim, size) for dim, size in enumerate(shape)]
    index_dims = indexing.index_dims(indices, tensor, free, builder.whole)
    update = indexing.merged(map(window_of, indexing.window), index_dims)
    builder.operands = [tensor] * count + [index_dims] + [update] * count
    builder.results = [tensor] * count
    both = {*range(count), *range(count + 1, 2 * count + 1)}
    accumulators = [None if kind is None or kind.is_idempotent else number for number, kind in enumerate(kinds)]
    return builder.build(linear=[both] if SUMS.issuperset(combiners) else (), accumulators=accumulators, flops=0)


def _factor(builder: RuleBuilder, size: int, reductions: Iterable[ReductionKind | None] = ()) -> Dim:
    """A dim of its own; one of size 1 belongs to no factor."""
    return (builder.factor(size, reductions=reductions),) if size != 1 else ()
