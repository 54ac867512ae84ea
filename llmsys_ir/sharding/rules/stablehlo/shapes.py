"""Rules of StableHLO's ops that make, move and choose elements."""

from __future__ import annotations

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
    return _same_dims(signature, [dim for dim in range(signature.operands[0].rank) if dim not in reversed_dims])


def concatenate(signature: OpSignature) -> OpRule:
    """The dim along which operands are joined is whole."""
    return shapes.concatenated(signature, signature.integer("dimension"))


def slice_(signature: OpSignature) -> OpRule:
    """Dims taken in full belong together, the others are whole."""
    return shapes.sliced(signature, signature.integers("start_indices"), signature.integers("strides"))


def pad(signature: OpSignature) -> OpRule:
    """Padded dims are whole."""
    names = ("edge_padding_low", "edge_padding_high", "interior_padding")
    amounts = zip(*map(signature.integers, names), strict=True)
    return _same_dims(signature, [dim for dim, padding in enumerate(amounts) if not any(padding)])


def _same_dims(signature: OpSignature, dims: list[int]) -> OpRule:
    """These dims of operand 0 and the result belong together, the others are whole; further operands are scalars.

    With a scalar that is not known to be zero the op is linear in both together.
    """
    builder = RuleBuilder.of(len(signature.operands))
    pairs = zip(signature.operands[0].shape, signature.results[0].shape, strict=True)
    for dim, (before, after) in enumerate(pairs):
        shared: Dim | None = (builder.factor(before),) if dim in dims and before != 1 else None
        builder.operands[0].append(builder.whole(before) if shared is None else shared)
        builder.results[0].append(builder.whole(after) if shared is None else shared)
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
