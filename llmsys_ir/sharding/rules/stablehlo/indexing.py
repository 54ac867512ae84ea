"""Rules of StableHLO's ops that index: dynamic slices, gather and scatter.

An indexed dim may be sharded. A gather then looks up the rows that a device holds, and its result is a partial sum; a
scatter writes those that it holds. The local forms shift the indices to where a device's shard starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder
from llmsys_ir.sharding.rules import shapes
from llmsys_ir.sharding.rules.combiners import KINDS, are_sums, combiners_of
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature


def dynamic_slice(signature: OpSignature) -> OpRule:
    """Dims taken in full belong together; of the others each device looks up what it holds."""
    builder = RuleBuilder.of(len(signature.operands))
    for size, taken in zip(signature.operands[0].shape, signature.integers("slice_sizes"), strict=True):
        here = builder.free(size) if size == taken else shapes.lookup_dim(builder, signature, size)
        builder.operands[0].append(here)
        builder.results[0].append(here if size == taken else builder.whole(taken))
    return builder.build(linear=[{0}], flops=0)


def dynamic_update_slice(signature: OpSignature) -> OpRule:
    """Dims updated in full belong together; of the others each device updates what it holds of a whole update."""
    builder = RuleBuilder.of(len(signature.operands))
    for size, updated in zip(*(spec.shape for spec in signature.operands[:2]), strict=True):
        shared = builder.free(size, placed=updated != size)
        builder.operands[0].append(shared)
        builder.results[0].append(shared)
        builder.operands[1].append(shared if updated == size else builder.whole(updated))
    return builder.build(linear=[{0, 1}], flops=0)


@dataclass(frozen=True)
class Indexing:
    """How the dims of a gathered or scattered tensor, of its indices and of its windows correspond.

    `taken` are the sizes of a window along the dims of the tensor, whose own sizes are `shape`; `indexed` are the dims
    that the components of an index are for. `batching` maps dims of the tensor to dims of the indices; `window` lists
    the tensor's dims that the windows have; `placed` are the windows' positions in the result of a gather, or in the
    updates of a scatter.
    """

    shape: tuple[int, ...]
    taken: tuple[int, ...]
    indexed: tuple[int, ...]
    batching: Mapping[int, int]
    window: tuple[int, ...]
    placed: tuple[int, ...]
    vector_dim: int

    @classmethod
    def of_gather(cls, signature: OpSignature) -> Indexing:
        """The dims of a gather."""
        names = ("start_index_map", "operand_batching_dims", "start_indices_batching_dims")
        return cls._of(signature, names, "collapsed_slice_dims", "offset_dims", signature.results[0].shape)

    @classmethod
    def of_scatter(cls, signature: OpSignature) -> Indexing:
        """The dims of a scatter."""
        names = ("scatter_dims_to_operand_dims", "input_batching_dims", "scatter_indices_batching_dims")
        return cls._of(signature, names, "inserted_window_dims", "update_window_dims", signature.operands[-1].shape)

    @classmethod
    def _of(
        cls, signature: OpSignature, names: tuple[str, str, str], dropped: str, placed: str, windows: tuple[int, ...]
    ) -> Indexing:
        indexed, batching, index_batching = map(signature.integers, names)
        shape = signature.operands[0].shape
        without = {*signature.integers(dropped), *batching}
        window = tuple(dim for dim in range(len(shape)) if dim not in without)
        places = signature.integers(placed)
        sizes = dict(zip(window, (windows[place] for place in sorted(places)), strict=True))
        taken = tuple(sizes.get(dim, 1) for dim in range(len(shape)))
        pairs = dict(zip(batching, index_batching, strict=True))
        return cls(shape, taken, indexed, pairs, window, places, signature.integer("index_vector_dim"))

    def is_looked_up(self, dim: int) -> bool:
        """Whether indices choose single elements of a dim, so that each device can choose among those it holds."""
        return dim in self.indexed and self.taken[dim] == 1 != self.shape[dim]

    def is_shared(self, dim: int) -> bool:
        """Whether each window, or each batch of indices, has a dim's whole shard."""
        return dim in self.batching or self.taken[dim] == self.shape[dim]

    def tensor_dims(self, builder: RuleBuilder, reductions: Iterable[ReductionKind | None] = ()) -> list[Dim]:
        """The dims of the tensor: shared, looked up and so reduced, or whole."""
        return [self._tensor_dim(builder, dim, tuple(reductions)) for dim in range(len(self.shape))]

    def _tensor_dim(self, builder: RuleBuilder, dim: int, reductions: tuple[ReductionKind | None, ...]) -> Dim:
        if self.is_shared(dim):
            return builder.free(self.shape[dim])
        if self.is_looked_up(dim):
            return builder.free(self.shape[dim], placed=True, reductions=reductions)
        return builder.whole(self.shape[dim])

    def window_dims(self, builder: RuleBuilder, tensor: Sequence[Dim]) -> list[Dim]:
        """The dims of the windows: those of the tensor where they are taken in full, the others whole."""
        return [tensor[dim] if self.is_shared(dim) else builder.whole(self.taken[dim]) for dim in self.window]

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
    """Window dims taken in full, batching dims and the dims of the indices pass; looked-up dims leave partial sums.

    Of booleans they leave a partial `or`.
    """
    indexing, builder = Indexing.of_gather(signature), RuleBuilder.of(2)
    kind = ReductionKind.BITWISE_OR if signature.results[0].dtype == "i1" else ReductionKind.SUM
    tensor = builder.operands[0] = indexing.tensor_dims(builder, [kind])
    free = builder.free
    builder.operands[1] = indexing.index_dims(signature.operands[1].shape, tensor, free, builder.whole)
    builder.results[0] = indexing.merged(indexing.window_dims(builder, tensor), builder.operands[1])
    return builder.build(linear=[{0}], flops=0)


def scatter(signature: OpSignature) -> OpRule:
    """As a gather, backwards: the dims of the indices are reduced as the updates are combined."""
    count = len(signature.results)
    kinds = [KINDS.get(combiner or "") for combiner in combiners_of(signature)]
    indexing, builder = Indexing.of_scatter(signature), RuleBuilder.of(len(signature.operands), count)

    def free(size: int) -> Dim:
        return builder.whole(size) if None in kinds else builder.free(size, reductions=kinds)

    tensor = indexing.tensor_dims(builder)
    index_dims = indexing.index_dims(signature.operands[count].shape, tensor, free, builder.whole)
    update = indexing.merged(indexing.window_dims(builder, tensor), index_dims)
    builder.operands = [tensor] * count + [index_dims] + [update] * count
    builder.results = [tensor] * count
    both = {*range(count), *range(count + 1, 2 * count + 1)}
    accumulators = [None if kind is None or kind.is_idempotent else number for number, kind in enumerate(kinds)]
    return builder.build(linear=[both] if are_sums(signature) else (), accumulators=accumulators, flops=0)
