"""Rules of StableHLO's ops that make, move and choose elements."""

from __future__ import annotations

from collections.abc import Sequence

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder
from llmsys_ir.sharding.rules import shapes
from llmsys_ir.sharding.signature import OpSignature


def iota(signature: OpSignature) -> OpRule:
    """Positions along a dim, in any sharding: each device starts counting where its shard starts."""
    return shapes.creation(signature, is_zero=False)


def broadcast_in_dim(signature: OpSignature) -> OpRule:
    """Dim `i` of the operand is dim `broadcast_dimensions[i]` of the result, or of size 1; the others are new."""
    builder = RuleBuilder.of(1)
    dims: dict[int, Dim] = {}
    operand, result = signature.operands[0].shape, signature.results[0].shape
    for dim, size in zip(signature.integers("broadcast_dimensions"), operand, strict=True):
        entry: Dim = (builder.factor(size),) if size == result[dim] != 1 else ()
        builder.operands[0].append(entry)
        if entry:
            dims[dim] = entry
    for dim, size in enumerate(result):
        builder.results[0].append(dims[dim] if dim in dims else (builder.factor(size),) if size != 1 else ())
    return builder.build(linear=[{0}], flops=0)


def transpose(signature: OpSignature) -> OpRule:
    """`result[i] = operand[permutation[i]]`, dim by dim."""
    return shapes.transpose(signature, signature.integers("permutation"))


def reverse(signature: OpSignature) -> OpRule:
    """Reversed dims are whole."""
    reversed_dims = signature.integers("dimensions")
    return _moved(signature, [None if dim in reversed_dims else (1, 1) for dim in range(signature.operands[0].rank)])


def concatenate(signature: OpSignature) -> OpRule:
    """The dim along which operands are joined is whole."""
    return shapes.concatenated(signature, signature.integer("dimension"))


def slice_(signature: OpSignature) -> OpRule:
    """Dims of which one in `stride` elements is taken, from the first to the last, are shared; the others are whole."""
    sizes = zip(signature.operands[0].shape, signature.results[0].shape, strict=True)
    ranges = zip(signature.integers("start_indices"), signature.integers("strides"), strict=True)
    return _moved(
        signature,
        [
            (stride, 1) if start < stride and before == after * stride else None
            for (before, after), (start, stride) in zip(sizes, ranges, strict=True)
        ],
    )


def pad(signature: OpSignature) -> OpRule:
    """Dims that get as many elements at both ends together as between any two are shared; other padded ones whole."""
    sizes = zip(signature.operands[0].shape, signature.results[0].shape, strict=True)
    names = ("edge_padding_low", "edge_padding_high", "interior_padding")
    amounts = zip(*map(signature.integers, names), strict=True)
    return _moved(
        signature,
        [
            (1, interior + 1) if low >= 0 and high >= 0 and after == before * (interior + 1) else None
            for (before, after), (low, high, interior) in zip(sizes, amounts, strict=True)
        ],
    )


def _moved(signature: OpSignature, dims: Sequence[tuple[int, int] | None]) -> OpRule:
    """Elements of operand 0 that become elements of the result; further operands are scalars.

    Args:
        signature: the op.
        dims: per dim the sizes of its parts in operand and result that correspond, or None for a dim that is whole.

    With a scalar that is not known to be zero the op is linear in both together.
    """
    builder = RuleBuilder.of(len(signature.operands))
    pairs = zip(signature.operands[0].shape, signature.results[0].shape, strict=True)
    for (before, after), parts in zip(pairs, dims, strict=True):
        here, there = parts or (before, after)
        count = before // here if parts else 1
        shared: Dim = (builder.factor(count),) if count != 1 else ()
        builder.operands[0].append((*shared, *builder.whole(here)))
        builder.results[0].append((*shared, *builder.whole(there)))
    is_zero = signature.constants[1:] == ((0,),)
    return builder.build(linear=[{0} if is_zero else range(len(signature.operands))], flops=0)


def bitcast_convert(signature: OpSignature) -> OpRule:
    """Elements of another width make or take a last dim, which is whole."""
    builder = RuleBuilder.of(1)
    before, after = signature.operands[0].shape, signature.results[0].shape
    shared = [(builder.factor(size),) if size != 1 else () for size in min(before, after, key=len)]
    for entries, shape in ((builder.operands[0], before), (builder.results[0], after)):
        entries.extend(shared)
        entries.extend(map(builder.whole, shape[len(shared) :]))
    return builder.build(flops=0)


def whole(signature: OpSignature) -> OpRule:
    """Nothing is sharded: each device does all of it."""
    builder = RuleBuilder.of(len(signature.operands), len(signature.results))
    for entries, spec in zip(builder.operands, signature.operands, strict=True):
        entries.extend(map(builder.whole, spec.shape))
    for entries, spec in zip(builder.results, signature.results, strict=True):
        entries.extend(map(builder.whole, spec.shape))
    return builder.build(flops=sum(spec.nbytes for spec in signature.results))
