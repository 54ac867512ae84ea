"""Rules of StableHLO's ops that combine the elements of a dim: reductions, windows, sorting and transforms."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import prod

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder
from llmsys_ir.sharding.rules.combiners import KINDS, accumulator, are_sums, combiners_of
from llmsys_ir.sharding.rules.stablehlo.windows import WITHOUT_NEIGHBOURS, WITHOUT_WINDOW, Layout, Window, windows_of
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature


def reduce(signature: OpSignature) -> OpRule:
    """Reduced dims are whole where neither a collective nor the local form can finish what the body combines."""
    count, reduced = len(signature.results), signature.integers("dimensions")
    is_selection = selects(signature)
    kinds = _kinds(signature)
    builder = RuleBuilder.of(2 * count, count)
    dims: list[Dim] = []
    for dim, size in enumerate(signature.operands[0].shape):
        if dim not in reduced:
            dims.append(builder.free(size))
        elif is_selection:
            dims.append(builder.free(size, placed=True))
        else:
            dims.append(builder.whole(size) if None in kinds else builder.free(size, reductions=kinds))
    builder.operands[:count] = [list(dims) for _ in range(count)]
    builder.results = [[dim for at, dim in enumerate(dims) if at not in reduced] for _ in range(count)]
    accumulators = _starts(signature)
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
    """The places of windows are shared; those that overlap reach to what neighbours hold."""
    count = len(signature.results)
    builder = RuleBuilder.of(2 * count, count)
    for window in windows_under(signature, signature.results[0].shape):
        under, _, places = window.dims(builder, None, window_layouts(signature))
        for entries in builder.operands[:count]:
            entries.append(under)
        for entries in builder.results:
            entries.append(places)
    inputs = {*range(count), *(init for init in _starts(signature) if init is not None)}
    window = prod(signature.integers("window_dimensions"))
    flops = count * window * prod(signature.results[0].shape)
    return builder.build(linear=[inputs] if are_sums(signature) else (), flops=flops)


def _kinds(signature: OpSignature) -> list[ReductionKind | None]:
    return [KINDS.get(combiner or "") for combiner in combiners_of(signature)]


def _starts(signature: OpSignature) -> list[int | None]:
    """Per result the operand that starts its reduction, if it matters how often that is counted."""
    count = len(signature.results)
    return [accumulator(signature, kind, count + number) for number, kind in enumerate(_kinds(signature))]


def window_layouts(signature: OpSignature) -> Collection[Layout]:
    """What may be sharded of the windows: what neighbours lack is taken to be the initial value, if that is neutral."""
    is_neutral = None not in _kinds(signature) and not any(start is not None for start in _starts(signature))
    return WITHOUT_WINDOW if is_neutral else WITHOUT_NEIGHBOURS


def scanned_dim(signature: OpSignature) -> int | None:
    """The dim along which a `reduce_window` is a scan, None if it is none."""
    windows = windows_under(signature, signature.results[0].shape)
    scans = [dim for dim, window in enumerate(windows) if not window.is_trivial]
    return scans[0] if len(scans) == 1 and windows[scans[0]].is_scan else None


def select_and_scatter(signature: OpSignature) -> OpRule:
    """The places of windows that do not overlap are shared by operand, source and result; other dims are whole."""
    builder = RuleBuilder.of(3)
    source = signature.operands[1].shape
    for window in windows_under(signature, source):
        under, _, places = window.dims(builder, None, WITHOUT_NEIGHBOURS)
        for entries, dim in zip((*builder.operands[:2], builder.results[0]), (under, places, under), strict=True):
            entries.append(dim)
    window = prod(signature.integers("window_dimensions"))
    return builder.build(flops=window * prod(source))


def windows_under(signature: OpSignature, places: Sequence[int]) -> list[Window]:
    """The windows along each dim of a reduction's operands."""
    sizes = signature.integers("window_dimensions")
    dilations = ("base_dilations", "window_dilations")
    return windows_of(signature, signature.operands[0].shape, sizes, places, dilations)


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
    shared = list(map(builder.free, batch))
    searched = builder.free(size, placed=True) if taken else builder.whole(size)
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
