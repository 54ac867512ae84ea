"""Rules of StableHLO's ops that combine the elements of a dim: reductions, windows, sorting and transforms."""

from __future__ import annotations

from collections.abc import Collection
from math import prod

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder
from llmsys_ir.sharding.rules.combiners import KINDS, SUMS, accumulator, combiners_of
from llmsys_ir.sharding.signature import OpSignature


def reduce(signature: OpSignature) -> OpRule:
    """Reduced dims are whole where no collective can finish what the body combines."""
    count, reduced = len(signature.results), signature.integers("dimensions")
    combiners = combiners_of(signature)
    kinds = [KINDS.get(combiner or "") for combiner in combiners]
    builder = RuleBuilder.of(2 * count, count)
    dims: list[Dim] = []
    for dim, size in enumerate(signature.operands[0].shape):
        is_reduced = dim in reduced
        if is_reduced and None in kinds:
            dims.append(builder.whole(size))
        else:
            dims.append((builder.factor(size, reductions=kinds if is_reduced else ()),) if size != 1 else ())
    builder.operands[:count] = [list(dims) for _ in range(count)]
    builder.results = [[dim for at, dim in enumerate(dims) if at not in reduced] for _ in range(count)]
    accumulators = [accumulator(signature, kind, count + number) for number, kind in enumerate(kinds)]
    inputs = {*range(count), *(init for init in accumulators if init is not None)}
    linear = [inputs] if SUMS.issuperset(combiners) else ()
    return builder.build(linear=linear, accumulators=accumulators)


def reduce_window(signature: OpSignature) -> OpRule:
    """Dims with a window of one are shared, the others are whole."""
    count = len(signature.results)
    combiners = combiners_of(signature)
    shared = _unwindowed(signature)
    builder = RuleBuilder.of(2 * count, count)
    for dims, group in zip(_dims(builder, signature, shared), (builder.operands[:count], builder.results), strict=True):
        for entries in group:
            entries.extend(dims)
    starts = [accumulator(signature, KINDS.get(name or ""), count + number) for number, name in enumerate(combiners)]
    inputs = {*range(count), *(init for init in starts if init is not None)}
    window = prod(signature.integers("window_dimensions"))
    flops = count * window * prod(signature.results[0].shape)
    return builder.build(linear=[inputs] if SUMS.issuperset(combiners) else (), flops=flops)


def select_and_scatter(signature: OpSignature) -> OpRule:
    """Dims with a window of one are shared by operand, source and result, the others are whole."""
    builder = RuleBuilder.of(3)
    shared = _unwindowed(signature)
    sides = (signature.operands[0].shape, signature.operands[1].shape)
    for dim, sizes in enumerate(zip(*sides, strict=True)):
        dims: list[Dim] = [(builder.factor(sizes[0]),)] * 2 if dim in shared else list(map(builder.whole, sizes))
        for entries, entry in zip((*builder.operands[:2], builder.results[0]), (*dims, dims[0]), strict=True):
            entries.append(entry)
    window = prod(signature.integers("window_dimensions"))
    return builder.build(flops=window * prod(sides[1]))


def _unwindowed(signature: OpSignature) -> set[int]:
    """The dims whose windows are single elements, one for each element."""
    before, after = signature.operands[0].shape, _windowed_shape(signature)
    windows = signature.integers("window_dimensions")
    return {dim for dim, size in enumerate(windows) if size == 1 and before[dim] == after[dim] != 1}


def _windowed_shape(signature: OpSignature) -> tuple[int, ...]:
    """The shape with one element per window."""
    is_scatter = signature.name.endswith("select_and_scatter")
    return signature.operands[1].shape if is_scatter else signature.results[0].shape


def _dims(builder: RuleBuilder, signature: OpSignature, shared: Collection[int]) -> tuple[list[Dim], list[Dim]]:
    """The dims of operand 0 and of result 0: these shared, the others whole."""
    before, after = signature.operands[0].shape, signature.results[0].shape
    common = {dim: (builder.factor(before[dim]),) for dim in shared}
    return (
        [common[dim] if dim in common else builder.whole(size) for dim, size in enumerate(before)],
        [common[dim] if dim in common else builder.whole(size) for dim, size in enumerate(after)],
    )


def sort(signature: OpSignature) -> OpRule:
    """The sorted dim is whole."""
    dimension = signature.integer("dimension")
    return along(signature, [dimension % max(signature.operands[0].rank, 1)])


def map_(signature: OpSignature) -> OpRule:
    """A scalar function of each element."""
    return along(signature, ())


def last_dim(signature: OpSignature) -> OpRule:
    """The last dim is whole, and of another size in the results."""
    return along(signature, [signature.operands[0].rank - 1])


def last_two_dims(signature: OpSignature) -> OpRule:
    """The last two dims, of a matrix, are whole."""
    rank = signature.operands[0].rank
    return along(signature, [rank - 2, rank - 1])


def along(signature: OpSignature, dims: Collection[int]) -> OpRule:
    """All operands and results have the same dims; these are whole."""
    builder = RuleBuilder.of(len(signature.operands), len(signature.results))
    shape = signature.operands[0].shape
    shared = {dim: (builder.factor(size),) for dim, size in enumerate(shape) if dim not in dims and size != 1}
    for entries, spec in (
        *zip(builder.operands, signature.operands, strict=True),
        *zip(builder.results, signature.results, strict=True),
    ):
        entries.extend(shared[dim] if dim in shared else builder.whole(size) for dim, size in enumerate(spec.shape))
    return builder.build()


def fft(signature: OpSignature) -> OpRule:
    """The transformed dims, the last ones, are whole."""
    rank = signature.operands[0].rank
    return along(signature, range(rank - len(signature.integers("fft_length")), rank))


def triangular_solve(signature: OpSignature) -> str:
    """Batch dims and the right-hand sides are shared; the triangular matrices are whole."""
    sides = "... p n" if signature.attributes["left_side"] else "... n p"
    return f"... p q, {sides} -> {sides} | whole p q, linear 1"
