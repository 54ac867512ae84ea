"""Rules of StableHLO's ops that combine the elements of a dim: reductions, windows, sorting and transforms."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import prod

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder
from llmsys_ir.sharding.rules.combiners import KINDS, accumulator, are_sums, combiners_of
from llmsys_ir.sharding.rules.stablehlo.windows import windows_of
from llmsys_ir.sharding.signature import OpSignature


def reduce(signature: OpSignature) -> OpRule:
    """Reduced dims are whole where neither a collective nor the local form can finish what the body combines."""
    count, reduced = len(signature.results), signature.integers("dimensions")
    is_selection = selects(signature)
    combiners = combiners_of(signature)
    kinds = [KINDS.get(combiner or "") for combiner in combiners]
    builder = RuleBuilder.of(2 * count, count)
    dims: list[Dim] = []
    for dim, size in enumerate(signature.operands[0].shape):
        is_reduced = dim in reduced
        if is_reduced and None in kinds and not is_selection:
            dims.append(builder.whole(size))
        else:
            by_collective = is_reduced and not is_selection
            dims.append((builder.factor(size, reductions=kinds if by_collective else ()),) if size != 1 else ())
    builder.operands[:count] = [list(dims) for _ in range(count)]
    builder.results = [[dim for at, dim in enumerate(dims) if at not in reduced] for _ in range(count)]
    accumulators = [accumulator(signature, kind, count + number) for number, kind in enumerate(kinds)]
    inputs = {*range(count), *(init for init in accumulators if init is not None)}
    linear = [inputs] if are_sums(signature) else ()
    return builder.build(linear=linear, accumulators=accumulators)


def selects(signature: OpSignature) -> bool:
    """Whether the body picks one of two, as that of an argmax does, so that what is left of each shard can be gathered
    and reduced again. Where the order of elements matters, one dim at most is reduced.
    """
    if None not in combiners_of(signature):
        return False
    sizes = [signature.operands[0].shape[dim] for dim in signature.integers("dimensions")]
    order = signature.attributes.get("selection")
    return order == "any" or (order == "kept" and sum(size != 1 for size in sizes) <= 1)


def reduce_window(signature: OpSignature) -> OpRule:
    """The places of windows that do not overlap are shared, other windowed dims are whole."""
    count = len(signature.results)
    builder = RuleBuilder.of(2 * count, count)
    for under, places in _windowed_dims(signature, builder, signature.results[0].shape):
        for entries in builder.operands[:count]:
            entries.append(under)
        for entries in builder.results:
            entries.append(places)
    kinds = [KINDS.get(combiner or "") for combiner in combiners_of(signature)]
    starts = [accumulator(signature, kind, count + number) for number, kind in enumerate(kinds)]
    inputs = {*range(count), *(init for init in starts if init is not None)}
    window = prod(signature.integers("window_dimensions"))
    flops = count * window * prod(signature.results[0].shape)
    return builder.build(linear=[inputs] if are_sums(signature) else (), flops=flops)


def select_and_scatter(signature: OpSignature) -> OpRule:
    """The places of windows that do not overlap are shared by operand, source and result; other dims are whole."""
    builder = RuleBuilder.of(3)
    source = signature.operands[1].shape
    for under, places in _windowed_dims(signature, builder, source):
        for entries, dim in zip((*builder.operands[:2], builder.results[0]), (under, places, under), strict=True):
            entries.append(dim)
    window = prod(signature.integers("window_dimensions"))
    return builder.build(flops=window * prod(source))


def _windowed_dims(signature: OpSignature, builder: RuleBuilder, places: Sequence[int]) -> Iterator[tuple[Dim, Dim]]:
    """Along each dim the factors under the windows, and those of their places."""
    sizes = signature.integers("window_dimensions")
    dilations = ("base_dilations", "window_dilations")
    for window in windows_of(signature, signature.operands[0].shape, sizes, places, dilations):
        under, _, dim = window.dims(builder, builder.whole)
        yield under, dim


def sort(signature: OpSignature) -> OpRule:
    """The sorted dim is whole."""
    shape = signature.operands[0].shape
    dim = signature.integer("dimension") % max(len(shape), 1)
    return along(signature, [dim], prod(shape) * _doublings(shape[dim] if shape else 1))


def map_(signature: OpSignature) -> OpRule:
    """A scalar function of each element."""
    return along(signature, (), prod(signature.results[0].shape))


def top_k(signature: OpSignature) -> OpRule:
    """The last dim is another one in the results, where it is whole; the local form gathers what it finds in shards."""
    *batch, size = signature.operands[0].shape
    taken = signature.results[0].shape[-1]
    builder = RuleBuilder.of(1, 2)
    shared: list[Dim] = [(builder.factor(dim),) if dim != 1 else () for dim in batch]
    searched = (builder.factor(size, whole=taken == 0),) if size != 1 else ()
    builder.operands = [[*shared, searched]]
    builder.results = [[*shared, builder.whole(taken)] for _ in range(2)]
    return builder.build(flops=prod(signature.operands[0].shape) * _doublings(size))


def cholesky(signature: OpSignature) -> OpRule:
    """The last two dims, of a matrix, are whole."""
    shape = signature.operands[0].shape
    return along(signature, [len(shape) - 2, len(shape) - 1], prod(shape) * shape[-1] // 3)


def fft(signature: OpSignature) -> OpRule:
    """The transformed dims, the last ones, are whole."""
    rank, lengths = signature.operands[0].rank, signature.integers("fft_length")
    elements = max(prod(spec.shape) for spec in (*signature.operands, *signature.results))
    return along(signature, range(rank - len(lengths), rank), 5 * elements * _doublings(prod(lengths)))


def _doublings(size: int) -> int:
    """How often 1 must be doubled to reach a size."""
    return max(size - 1, 1).bit_length()


def along(signature: OpSignature, dims: Collection[int], flops: int) -> OpRule:
    """All operands and results have the same dims; these are whole."""
    builder = RuleBuilder.of(len(signature.operands), len(signature.results))
    shape = signature.operands[0].shape
    shared = {dim: (builder.factor(size),) for dim, size in enumerate(shape) if dim not in dims and size != 1}
    for entries, spec in (
        *zip(builder.operands, signature.operands, strict=True),
        *zip(builder.results, signature.results, strict=True),
    ):
        entries.extend(shared[dim] if dim in shared else builder.whole(size) for dim, size in enumerate(spec.shape))
    return builder.build(flops=flops)


def triangular_solve(signature: OpSignature) -> str:
    """Batch dims and the right-hand sides are shared; the triangular matrices are whole."""
    sides = "... p n" if signature.attributes["left_side"] else "... n p"
    return f"... p q, {sides} -> {sides} | whole p q, linear 1"
