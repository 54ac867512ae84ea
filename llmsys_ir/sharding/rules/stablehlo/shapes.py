"""Rules of StableHLO's ops that make, move and choose elements."""

from __future__ import annotations

from math import gcd

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder
from llmsys_ir.sharding.rules import shapes
from llmsys_ir.sharding.signature import OpSignature


def iota(signature: OpSignature) -> OpRule:
    """Positions along a dim, in any sharding: each device starts counting where its shard starts."""
    builder, counted = RuleBuilder.of(0), signature.integer("iota_dimension")
    for dim, size in enumerate(signature.results[0].shape):
        builder.results[0].append(builder.free(size, placed=dim == counted))
    return builder.build(flops=0)


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
    """A reversal of several dims."""
    return shapes.reversed_dims(signature, signature.integers("dimensions"))


def concatenate(signature: OpSignature) -> OpRule:
    """The dim along which operands are joined is cut into equally many blocks in all of them, the others are shared."""
    axis = signature.integer("dimension")
    builder = RuleBuilder.of(len(signature.operands))
    count = gcd(*(spec.shape[axis] for spec in signature.operands))
    blocks = builder.free(count, placed=True)
    for dim, size in enumerate(signature.results[0].shape):
        shared = None if dim == axis else builder.free(size)
        for entries, spec in zip(builder.operands, signature.operands, strict=True):
            entries.append((*blocks, *builder.whole(spec.shape[axis] // max(count, 1))) if shared is None else shared)
        joined = (*blocks, *builder.whole(size // count)) if count > 1 else builder.free(size, placed=True)
        builder.results[0].append(joined if shared is None else shared)
    return builder.build(linear=[range(len(signature.operands))], flops=0)


def slice_(signature: OpSignature) -> OpRule:
    """Dims of which one in `stride` elements is taken, from the first to the last, are shared, others cut into blocks.

    If sizes allow none, each device looks up what it holds, or takes its part of what all hold.
    """
    builder = RuleBuilder.of(1)
    sizes = zip(signature.operands[0].shape, signature.results[0].shape, strict=True)
    ranges = zip(signature.integers("start_indices"), signature.integers("strides"), strict=True)
    for (before, after), (start, stride) in zip(sizes, ranges, strict=True):
        if 0 in (before, after):
            here, there = builder.whole(before), builder.whole(after)
        elif is_taken_evenly(before, after, start, stride):
            there = builder.free(after)
            here = (*there, *builder.whole(stride))
        elif gcd(before, after) > 1:
            here, there = builder.blocks(before, after)
        else:
            here, there = shapes.lookup_dim(builder, signature, before), builder.free(after, placed=True)
        builder.operands[0].append(here)
        builder.results[0].append(there)
    return builder.build(linear=[{0}], flops=0)


def is_taken_evenly(before: int, after: int, start: int, stride: int) -> bool:
    """Whether a slice takes one element of each `stride` along a dim, so that shards need no neighbours."""
    return start < stride and before == after * stride


def pad(signature: OpSignature) -> OpRule:
    """Dims that get as many elements at both ends together as between any two are shared, others cut into blocks.

    If sizes allow none, each device makes its part of the result from an operand that all hold. With a scalar that is
    not known to be zero the op is linear in both operands together.
    """
    builder = RuleBuilder.of(len(signature.operands))
    sizes = zip(signature.operands[0].shape, signature.results[0].shape, strict=True)
    names = ("edge_padding_low", "edge_padding_high", "interior_padding")
    amounts = zip(*map(signature.integers, names), strict=True)
    for (before, after), (low, high, interior) in zip(sizes, amounts, strict=True):
        if 0 in (before, after):
            here, there = builder.whole(before), builder.whole(after)
        elif is_padded_evenly(before, after, low, high, interior):
            here = builder.free(before)
            there = (*here, *builder.whole(interior + 1))
        elif gcd(before, after) > 1 and interior == 0:
            here, there = builder.blocks(before, after)
        else:
            here, there = builder.whole(before), builder.free(after, placed=True)
        builder.operands[0].append(here)
        builder.results[0].append(there)
    is_zero = signature.constants[1:] == ((0,),)
    return builder.build(linear=[{0} if is_zero else range(len(signature.operands))], flops=0)


def is_padded_evenly(before: int, after: int, low: int, high: int, interior: int) -> bool:
    """Whether each element of a dim becomes `interior + 1` in a row, so that shards need no neighbours."""
    return low >= 0 and high >= 0 and after == before * (interior + 1)


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
