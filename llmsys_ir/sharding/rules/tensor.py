"""Rules of tensor: creation, reshapes, slices and concatenation."""

from __future__ import annotations

from llmsys_ir.sharding.rule import OpRule, RuleBuilder, Rules
from llmsys_ir.sharding.rules.shapes import concatenated, creation, elementwise, reshaped, sliced
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


RULES: Rules = {
    "tensor.empty": empty,
    "tensor.splat": splat,
    "tensor.from_elements": from_elements,
    "tensor.expand_shape": reshaped,
    "tensor.collapse_shape": reshaped,
    "tensor.extract_slice": extract_slice,
    "tensor.concat": concat,
    "tensor.cast": elementwise(1, "additive"),
}
