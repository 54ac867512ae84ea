"""How the values of a reduction are combined, and what a collective can make of that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature

KINDS: Mapping[str, ReductionKind] = {
    "sum": ReductionKind.SUM,
    "product": ReductionKind.PRODUCT,
    "max": ReductionKind.MAX,
    "min": ReductionKind.MIN,
    "and": ReductionKind.BITWISE_AND,
    "or": ReductionKind.BITWISE_OR,
    "xor": ReductionKind.BITWISE_XOR,
}
"""Combiners that a collective can finish; `maxnum` and `minnum` treat NaN unlike any collective does."""

_NEUTRAL = {ReductionKind.SUM: 0, ReductionKind.BITWISE_XOR: 0, ReductionKind.PRODUCT: 1}
"""What the kinds that are not idempotent may count any number of times."""


def combiners_of(signature: OpSignature) -> tuple[str | None, ...]:
    """Per result how its reduction combines values, None where no known op does."""
    unknown = (None,) * len(signature.results)
    return cast(tuple[str | None, ...], signature.attributes.get("combiners", unknown))


def are_sums(signature: OpSignature) -> bool:
    """Whether every result's reduction adds; booleans are added by `xor`."""
    pairs = zip(combiners_of(signature), signature.results, strict=True)
    return all(combiner == ("xor" if result.dtype == "i1" else "sum") for combiner, result in pairs)


def accumulator(signature: OpSignature, kind: ReductionKind | None, init: int) -> int | None:
    """The operand `init` that starts a reduction of this kind, or None if it may count any number of times."""
    if kind is None or kind.is_idempotent:
        return None
    is_neutral = signature.constants[init : init + 1] == ((_NEUTRAL.get(kind),),)
    return None if is_neutral else init
