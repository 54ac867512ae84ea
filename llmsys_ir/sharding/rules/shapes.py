"""Rules that several dialects share: elementwise ops, and ops that only move elements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import gcd, prod
from operator import mul

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature

Groups = Iterable[Iterable[int]]


def elementwise(operands: int, clauses: str = "") -> str:
    """The rule of an elementwise op with `operands` operands that broadcasts dims of size 1."""
    return ", ".join(["..."] * operands) + " -> ..." + (f" | {clauses}" if clauses else "")


def named_elementwise(names: Iterable[str], operands: int, clauses: str = "") -> dict[str, str]:
    """The same elementwise rule for several ops."""
    return dict.fromkeys(names, elementwise(operands, clauses))


def is_float(signature: OpSignature) -> bool:
    """Whether the first result holds floating-point or complex numbers."""
    return signature.results[0].dtype.startswith(("f", "bf", "tf", "complex"))


def creation(signature: OpSignature, *, is_zero: bool) -> OpRule:
    """An op that makes a tensor out of nothing; a zero is also a partial sum of zeros."""
    builder = RuleBuilder.of(len(signature.operands))
    for size in signature.results[0].shape:
        builder.results[0].append((builder.factor(size),) if size != 1 else ())
    return builder.build(linear=[()] if is_zero else (), flops=0)


def transpose(signature: OpSignature, permutation: Sequence[int]) -> OpRule:
    """`result[i] = operand[permutation[i]]`, dim by dim; further operands carry no dims that matter."""
    builder = RuleBuilder.of(len(signature.operands))
    builder.operands[0].extend((builder.factor(size),) for size in signature.operands[0].shape)
    builder.results[0].extend(builder.operands[0][dim] for dim in permutation)
    keep_other_operands_whole(builder, signature)
    return builder.build(linear=[{0}], flops=0)


def reversed_dims(signature: OpSignature, turned: Sequence[int]) -> OpRule:
    """All dims are shared; the shards of reversed ones go to other devices."""
    builder = RuleBuilder.of(1)
    for dim, size in enumerate(signature.operands[0].shape):
        builder.operands[0].append(builder.free(size, placed=dim in turned))
    builder.results[0] = builder.operands[0]
    return builder.build(linear=[{0}], flops=0)


def sliced(signature: OpSignature, offsets: Sequence[int], strides: Sequence[int] | None = None) -> OpRule:
    """A slice: dims taken in full belong together, the others stay whole.

    The result may lack dims of size 1 (a rank-reducing slice).
    """
    source, result = signature.operands[0].shape, list(signature.results[0].shape)
    sizes = _slice_sizes(signature)
    builder = RuleBuilder.of(len(signature.operands))
    for dim, (size, taken, offset) in enumerate(zip(source, sizes, offsets, strict=True)):
        full = taken == size and offset == 0 and (strides is None or strides[dim] == 1)
        entry: Dim = (builder.factor(size),) if full and size != 1 else builder.whole(size)
        builder.operands[0].append(entry)
        if taken != 1 or (result and result[0] == 1):
            result.pop(0)
            builder.results[0].append(entry if full else builder.whole(taken))
    keep_other_operands_whole(builder, signature)
    return builder.build(linear=[{0}], flops=0)


def _slice_sizes(signature: OpSignature) -> Sequence[int]:
    if "static_sizes" in signature.attributes:
        return signature.integers("static_sizes")
    return signature.results[0].shape


def lookup_dim(builder: RuleBuilder, signature: OpSignature, size: int) -> Dim:
    """A dim in which positions are looked up: each device finds those it holds, and the results are added.

    Booleans are combined by `or`.
    """
    kind = ReductionKind.BITWISE_OR if signature.results[0].dtype == "i1" else ReductionKind.SUM
    return builder.free(size, placed=True, reductions=[kind])


def concatenated(signature: OpSignature, axis: int) -> OpRule:
    """A concatenation: the concatenated dim stays whole, the others belong together."""
    builder = RuleBuilder.of(len(signature.operands))
    for dim, size in enumerate(signature.results[0].shape):
        shared: Dim | None = ((builder.factor(size),) if size != 1 else ()) if dim != axis else None
        builder.results[0].append(builder.whole(size) if shared is None else shared)
        for operand, spec in zip(builder.operands, signature.operands, strict=True):
            operand.append(builder.whole(spec.shape[dim]) if shared is None else shared)
    return builder.build(linear=[range(len(signature.operands))], flops=0)


def reduced(signature: OpSignature, axis: int, kind: ReductionKind, *, linear: Groups = ()) -> OpRule:
    """A reduction along `axis` that keeps the dim with size 1."""
    builder = RuleBuilder.of(1)
    for dim, size in enumerate(signature.operands[0].shape):
        factor = builder.factor(size, reductions=[kind] if dim == axis else [])
        builder.operands[0].append((factor,))
        builder.results[0].append(() if dim == axis else (factor,))
    return builder.build(linear=linear)


def reshaped(signature: OpSignature) -> OpRule:
    """A row-major reshape of operand 0: dims are cut into the factors that both shapes have in common."""
    builder = RuleBuilder.of(len(signature.operands))
    source, result = signature.operands[0].shape, signature.results[0].shape
    if 0 in source:
        builder.operands[0].extend(map(builder.whole, source))
        builder.results[0].extend(map(builder.whole, result))
    else:
        for source_group, result_group in _reshape_groups(source, result):
            _common_factors(builder, source_group, result_group)
    keep_other_operands_whole(builder, signature)
    return builder.build(linear=[{0}], flops=0)


def _reshape_groups(source: Sequence[int], result: Sequence[int]) -> list[tuple[list[int], list[int]]]:
    """Runs of dims of equal product, as short as possible."""
    groups: list[tuple[list[int], list[int]]] = []
    left, right = list(source), list(result)
    while left or right:
        group = ([left.pop(0)] if left else [], [right.pop(0)] if right else [])
        while prod(group[0]) != prod(group[1]):
            side = 0 if prod(group[0]) < prod(group[1]) else 1
            group[side].append((left, right)[side].pop(0))
        groups.append(group)
    return groups


def _common_factors(builder: RuleBuilder, source: Sequence[int], result: Sequence[int]) -> None:
    """Append the dims of one group, cut at every place where both shapes can be cut.

    Shapes that fit no common cut, such as 6x4 and 4x6, still share the greatest common major part.
    """
    cuts = sorted({*accumulate(source, mul), *accumulate(result, mul)} - {1})
    chain = [1, *cuts]
    if all(after % before == 0 for before, after in zip(chain, cuts, strict=False)):
        numbers = [builder.factor(after // before) for before, after in zip(chain, cuts, strict=False)]
        for dims, shape in ((builder.operands[0], source), (builder.results[0], result)):
            ends: list[int] = list(accumulate(shape, mul))
            for size, end in zip(shape, ends, strict=True):
                begin = end // size
                dims.append(tuple(n for n, cut in zip(numbers, cuts, strict=True) if begin < cut <= end))
        return
    major = gcd(next(size for size in source if size != 1), next(size for size in result if size != 1))
    shared = builder.factor(major) if major != 1 else None
    for dims, shape in ((builder.operands[0], source), (builder.results[0], result)):
        first = next(dim for dim, size in enumerate(shape) if size != 1)
        for dim, size in enumerate(shape):
            if dim == first and shared is not None:
                dims.append((shared, *builder.whole(size // major)))
            else:
                dims.append(builder.whole(size))


def keep_other_operands_whole(builder: RuleBuilder, signature: OpSignature) -> None:
    """Operands after the first (permutations, shapes, pad values) are held whole by each device."""
    for dims, spec in zip(builder.operands[1:], signature.operands[1:], strict=True):
        dims.extend(builder.whole(size) for size in spec.shape)
