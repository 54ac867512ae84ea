"""Rules of tensor: creation, reshapes, slices and concatenation."""

from __future__ import annotations

from llmsys_ir.sharding.rule import OpRule, RuleBuilder, Rules
from llmsys_ir.sharding.rules.shapes import concatenated, creation, elementwise, lookup_dim, reshaped, sliced
from llmsys_ir.sharding.signature import OpSignature


def empty(signature: OpSignature) -> OpRule:
    """Unspecified content, which any sharding and any partial sum of unspecified terms provides."""
    return creation(signature, is_zero=True)


def splat(signature: OpSignature) -> OpRule:
    """A scalar everywhere."""
    return creation(signature, is_zero=signature.constants[:1] == ((0,),))


def from_elements(signature: OpSignature) -> OpRule:
    """Scalars, which every device has."""
    builder = RuleBuilder.of(len(signature.operands))
    builder.results[0].extend(map(builder.whole, signature.results[0].shape))
    return builder.build(flops=0)


def extract_slice(signature: OpSignature) -> OpRule:
    """A slice with static offsets, sizes and strides."""
    return sliced(signature, signature.integers("static_offsets"), signature.integers("static_strides"))


def concat(signature: OpSignature) -> OpRule:
    """A concatenation along `dim`."""
    return concatenated(signature, signature.integer("dim"))


def gather(signature: OpSignature) -> OpRule:
    """A lookup in `gather_dims`; the other dims of the source follow those of the indices."""
    gathered, builder = signature.integers("gather_dims"), RuleBuilder.of(2)
    source, indices = (spec.shape for spec in signature.operands)
    for dim, size in enumerate(source):
        looked_up = dim in gathered
        builder.operands[0].append(lookup_dim(builder, signature, size) if looked_up else builder.free(size))
    batch = [builder.free(size) for size in indices[:-1]]
    builder.operands[1] = [*batch, builder.whole(indices[-1])]
    keeps_gathered = signature.results[0].rank == len(batch) + len(source)
    kept = [() if dim in gathered else entry for dim, entry in enumerate(builder.operands[0])]
    builder.results[0] = [*batch, *(entry for dim, entry in enumerate(kept) if keeps_gathered or dim not in gathered)]
    return builder.build(linear=[{0}], flops=0)


def insert_slice(signature: OpSignature) -> OpRule:
    """A slice written into a tensor: dims written in full belong together, the others stay whole.

    The source may lack dims of size 1.
    """
    names = ("static_offsets", "static_sizes", "static_strides")
    builder, source = RuleBuilder.of(len(signature.operands)), list(signature.operands[0].shape)
    slices = zip(*map(signature.integers, names), strict=True)
    for size, (offset, written, stride) in zip(signature.results[0].shape, slices, strict=True):
        full = (offset, written, stride) == (0, size, 1)
        entry = builder.free(size) if full else builder.whole(size)
        builder.operands[1].append(entry)
        if written != 1 or (source and source[0] == 1):
            source.pop(0)
            builder.operands[0].append(entry if full else builder.whole(written))
    builder.results[0] = builder.operands[1]
    return builder.build(linear=[{0, 1}], flops=0)


def pad(signature: OpSignature) -> OpRule:
    """Dims that are not padded belong together, but for those whose index the padding depends on."""
    builder, indexed = RuleBuilder.of(len(signature.operands)), signature.integers("indexed")
    amounts = zip(signature.integers("static_low"), signature.integers("static_high"), strict=True)
    for dim, (size, amount) in enumerate(zip(signature.operands[0].shape, amounts, strict=True)):
        shared = amount == (0, 0) and dim not in indexed
        builder.operands[0].append(builder.free(size) if shared else builder.whole(size))
        given = signature.results[0].shape[dim]
        builder.results[0].append(builder.operands[0][dim] if shared else builder.whole(given))
    return builder.build(flops=0)


RULES: Rules = {
    "tensor.empty": empty,
    "tensor.splat": splat,
    "tensor.from_elements": from_elements,
    "tensor.expand_shape": reshaped,
    "tensor.collapse_shape": reshaped,
    "tensor.extract_slice": extract_slice,
    "tensor.insert_slice": insert_slice,
    "tensor.gather": gather,
    "tensor.pad": pad,
    "tensor.concat": concat,
    "tensor.cast": elementwise(1, "additive"),
}
