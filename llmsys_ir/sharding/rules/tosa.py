"""Rules of tosa, in the forms of LLVM 19 (attributes) and LLVM 22 (constant operands, zero points)."""

from __future__ import annotations

from llmsys_ir.sharding.rule import OpRule, RuleBuilder, Rules
from llmsys_ir.sharding.rules import tosa_windows
from llmsys_ir.sharding.rules.arith import constant
from llmsys_ir.sharding.rules.shapes import (
    concatenated,
    elementwise,
    is_float,
    keep_other_operands_whole,
    lookup_dim,
    named_elementwise,
    reduced,
    reshaped,
    reversed_dims,
    sliced,
    transpose,
)
from llmsys_ir.sharding.rules.tosa_resizing import resize
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature
from llmsys_ir.sharding.zero_points import zero_point

_UNARY = ("abs bitwise_not ceil clamp clz cos erf exp floor log logical_not reciprocal rsqrt sigmoid sin tanh").split()
_BINARY = (
    "arithmetic_right_shift bitwise_and bitwise_or bitwise_xor equal greater greater_equal int_div intdiv "
    "logical_and logical_left_shift logical_or logical_right_shift logical_xor maximum minimum pow"
).split()
_REDUCTIONS = {
    "reduce_all": ReductionKind.BITWISE_AND,
    "reduce_any": ReductionKind.BITWISE_OR,
    "reduce_max": ReductionKind.MAX,
    "reduce_min": ReductionKind.MIN,
    "reduce_prod": ReductionKind.PRODUCT,
    "reduce_product": ReductionKind.PRODUCT,
    "reduce_sum": ReductionKind.SUM,
}


def matmul(signature: OpSignature) -> str:
    """Two operands, or four with zero points, which keep a product from being linear."""
    if len(signature.operands) == 2 and "quantization_info" not in signature.attributes:
        return "b m k, b k n -> b m n | sum k, multilinear"
    if len(signature.operands) == 2:
        return "b m k, b k n -> b m n | sum k"
    return "b m k, b k n, ..., ... -> b m n | sum k" + (", linear 0, linear 1" if is_float(signature) else "")


def fully_connected(signature: OpSignature) -> str:
    """A product with a transposed weight, and a bias."""
    is_linear = is_float(signature) and "quantization_info" not in signature.attributes
    return "m k, n k, n -> m n | sum k, accumulate 2" + (", linear 0 2, linear 1 2" if is_linear else "")


def mul(signature: OpSignature) -> str:
    """A product; the shift of an integer product is held whole."""
    if len(signature.operands) == 2:
        return elementwise(2, "multilinear" if is_float(signature) else "")
    return "..., ..., 1 -> ..." + (" | linear 0, linear 1" if is_float(signature) else "")


def negate(signature: OpSignature) -> str:
    """A negation, with zero points from LLVM 20 on; zero points and saturation keep integers from being linear."""
    zero_points = ", 1" * (len(signature.operands) - 1)
    return f"...{zero_points} -> ..." + (" | linear 0" if is_float(signature) else "")


def rescale(signature: OpSignature) -> str:
    """A change of scale; scales by channel and further operands are held whole, with the last dim."""
    others = ", *" * (len(signature.operands) - 1)
    if signature.attributes.get("per_channel"):
        return f"... c{others} -> ... c | whole c"
    return f"...{others} -> ..."


def cast(signature: OpSignature) -> str:
    """A conversion, linear between floats."""
    both_float = is_float(signature) and signature.operands[0].dtype.startswith(("f", "bf"))
    return elementwise(1, "additive" if both_float else "")


def transposed(signature: OpSignature) -> OpRule:
    """A transpose; `perms` is an operand before LLVM 21 and an attribute after."""
    if "perms" in signature.attributes:
        return transpose(signature, signature.integers("perms"))
    return transpose(signature, tuple(map(int, signature.constant(1))))


def sliced_by_start(signature: OpSignature) -> OpRule:
    """A slice; start and size are attributes before LLVM 20 and shape operands after."""
    if "start" in signature.attributes:
        return sliced(signature, signature.integers("start"))
    return sliced(signature, tuple(map(int, signature.constant(1))))


def concat(signature: OpSignature) -> OpRule:
    """A concatenation along `axis`."""
    return concatenated(signature, signature.integer("axis"))


def reduction(signature: OpSignature) -> OpRule:
    """A reduction along `axis`, which stays as a dim of size 1; no collective ignores NaN."""
    if signature.attributes.get("nan_mode") == "IGNORE" and is_float(signature):
        return whole_along(signature, signature.integer("axis"), keeps=True)
    kind = _REDUCTIONS[signature.name.removeprefix("tosa.")]
    linear = [{0}] if kind is ReductionKind.SUM else []
    return reduced(signature, signature.integer("axis"), kind, linear=linear)


def argmax(signature: OpSignature) -> OpRule:
    """The first position of a maximum along `axis`, which is dropped."""
    return whole_along(signature, signature.integer("axis"), keeps=False)


def whole_along(signature: OpSignature, axis: int, *, keeps: bool) -> OpRule:
    """An op that makes one element of all along `axis`, which is whole; it keeps the dim with size 1, or drops it."""
    builder = RuleBuilder.of(1)
    for dim, size in enumerate(signature.operands[0].shape):
        builder.operands[0].append(builder.whole(size) if dim == axis else builder.free(size))
    builder.results[0] = list(builder.operands[0])
    builder.results[0][axis : axis + 1] = [()] if keeps else []
    return builder.build()


def pad(signature: OpSignature) -> OpRule:
    """Dims that are not padded belong together, the others are whole.

    With padding that is not known to be zero the op is linear in it and the first operand together.
    """
    amounts = tuple(map(int, signature.constant(1)))
    builder = RuleBuilder.of(len(signature.operands))
    sizes = zip(signature.operands[0].shape, signature.results[0].shape, strict=True)
    for (before, after), amount in zip(sizes, zip(amounts[::2], amounts[1::2], strict=True), strict=True):
        here = builder.whole(before) if any(amount) else builder.free(before)
        builder.operands[0].append(here)
        builder.results[0].append(builder.whole(after) if any(amount) else here)
    keep_other_operands_whole(builder, signature)
    is_zero = zero_point(signature, "input_zp", 2) == 0
    return builder.build(linear=[{0}] if is_zero else [{0, 2}] if len(builder.operands) > 2 else (), flops=0)


def tile(signature: OpSignature) -> OpRule:
    """A dim of the result is copies of one of the operand, one after the other."""
    builder = RuleBuilder.of(len(signature.operands))
    for before, after in zip(signature.operands[0].shape, signature.results[0].shape, strict=True):
        copies = builder.free(after // before) if before else builder.whole(after)
        builder.operands[0].append(builder.free(before) if before else builder.whole(before))
        builder.results[0].append((*copies, *builder.operands[0][-1]) if before else copies)
    keep_other_operands_whole(builder, signature)
    return builder.build(linear=[{0}], flops=0)


def reverse(signature: OpSignature) -> OpRule:
    """A reversal of `axis`."""
    return reversed_dims(signature, [signature.integer("axis")])


def scatter(signature: OpSignature) -> OpRule:
    """`result[n, indices[n, w], c] = input[n, w, c]`, elsewhere `values[n, k, c]`; positions are whole."""
    builder = RuleBuilder.of(3)
    (batch, size, width), (_, count), _ = (spec.shape for spec in signature.operands)
    batches, positions, channels = builder.free(batch), builder.whole(count), builder.free(width)
    builder.operands = [[batches, builder.whole(size), channels], [batches, positions], [batches, positions, channels]]
    builder.results = [builder.operands[0]]
    return builder.build(linear=[{0, 2}], flops=0)


def gather(signature: OpSignature) -> OpRule:
    """`result[n, w, c] = values[n, indices[n, w], c]`, where `values` are looked up in."""
    builder = RuleBuilder.of(2)
    (batch, size, width), (_, count) = (spec.shape for spec in signature.operands)
    batches, positions, channels = (builder.free(each) for each in (batch, count, width))
    builder.operands = [[batches, lookup_dim(builder, signature, size), channels], [batches, positions]]
    builder.results = [[batches, positions, channels]]
    return builder.build(linear=[{0}], flops=0)


RULES: Rules = {
    **named_elementwise((f"tosa.{name}" for name in _UNARY), 1),
    **named_elementwise((f"tosa.{name}" for name in _BINARY), 2),
    **named_elementwise(["tosa.add", "tosa.sub"], 2, "additive"),
    **{f"tosa.{name}": reduction for name in _REDUCTIONS},
    **tosa_windows.RULES,
    "tosa.argmax": argmax,
    "tosa.cast": cast,
    "tosa.concat": concat,
    "tosa.const": constant,
    "tosa.fully_connected": fully_connected,
    "tosa.gather": gather,
    "tosa.identity": elementwise(1, "additive"),
    "tosa.matmul": matmul,
    "tosa.mul": mul,
    "tosa.negate": negate,
    "tosa.pad": pad,
    "tosa.rescale": rescale,
    "tosa.reshape": reshaped,
    "tosa.resize": resize,
    "tosa.reverse": reverse,
    "tosa.scatter": scatter,
    "tosa.select": elementwise(3, "linear 1 2"),
    "tosa.slice": sliced_by_start,
    "tosa.tile": tile,
    "tosa.transpose": transposed,
}
