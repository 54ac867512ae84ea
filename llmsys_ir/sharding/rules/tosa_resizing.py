"""Where tosa's resized images take their elements from, and the rule that follows."""

from __future__ import annotations

from dataclasses import dataclass

from llmsys_ir.sharding.rule import OpRule, RuleBuilder
from llmsys_ir.sharding.rules.shapes import is_float, keep_other_operands_whole
from llmsys_ir.sharding.signature import OpSignature


@dataclass(frozen=True)
class Samples:
    """Elements of a dim between which those of the resized one lie, `distances` units behind the first of them.

    From one element to the next it is `unit`. A distance is 0 or `unit` where the nearest element is taken.
    """

    first: tuple[int, ...]
    second: tuple[int, ...]
    distances: tuple[int, ...]
    unit: int


def samples(signature: OpSignature) -> list[Samples]:
    """The samples along height and width.

    Raises:
        ValueError: scales or offsets are not known.
    """
    scales, offsets = _numbers(signature, "scale", 1), _numbers(signature, "offset", 2)
    sizes = zip(signature.operands[0].shape[1:3], signature.results[0].shape[1:3], strict=True)
    return [
        _along(before, after, scales[2 * dim], scales[2 * dim + 1], offsets[dim], takes_nearest(signature))
        for dim, (before, after) in enumerate(sizes)
    ]


def _numbers(signature: OpSignature, name: str, operand: int) -> tuple[int, ...]:
    """An attribute (LLVM 19) or a constant operand (LLVM 22)."""
    if name in signature.attributes:
        return signature.integers(name)
    return tuple(map(int, signature.constant(operand)))


def takes_nearest(signature: OpSignature) -> bool:
    """Whether nothing is interpolated."""
    return signature.attributes.get("mode") == "NEAREST_NEIGHBOR"


def _along(before: int, after: int, unit: int, step: int, offset: int, is_nearest: bool) -> Samples:
    """As the specification of tosa's `RESIZE` has it."""
    places = [divmod(number * step + offset, unit) for number in range(after)]
    first, second = (tuple(min(max(place + more, 0), before - 1) for place, _ in places) for more in (0, 1))
    if is_nearest:
        return Samples(first, second, tuple(unit if 2 * distance >= unit else 0 for _, distance in places), unit)
    return Samples(first, second, tuple(distance for _, distance in places), unit)


def resize(signature: OpSignature) -> OpRule:
    """Batches and channels are shared, height and width are whole."""
    batch, height, width, channels = signature.operands[0].shape
    builder = RuleBuilder.of(len(signature.operands))
    shared, features = builder.free(batch), builder.free(channels)
    builder.operands[0] = [shared, builder.whole(height), builder.whole(width), features]
    builder.results[0] = [shared, *map(builder.whole, signature.results[0].shape[1:3]), features]
    keep_other_operands_whole(builder, signature)
    is_linear = is_float(signature) or takes_nearest(signature)
    return builder.build(linear=[{0}] if is_linear else ())
