"""Rules of linalg: every structured op's rule follows from its indexing maps, iterator types and body.

What the rule needs of the body comes as plain attributes of the signature: `combiners` (per result the reduction
kind, or None), `linear` (sets of operands in which the body is linear together) and `indexed` (loops whose index
the body reads).
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder, Rules, points
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature

_KINDS = {
    "sum": ReductionKind.SUM,
    "product": ReductionKind.PRODUCT,
    "max": ReductionKind.MAX,
    "min": ReductionKind.MIN,
    "and": ReductionKind.BITWISE_AND,
    "or": ReductionKind.BITWISE_OR,
    "xor": ReductionKind.BITWISE_XOR,
}
"""Combiners that a collective can finish; `maxnum` and `minnum` treat NaN unlike any collective does."""


def structured_rule(signature: OpSignature) -> OpRule:
    """A structured op: its loops are the factors.

    A loop is whole if its index is read, if it indexes anything but a plain dim (a convolution window), or if it
    is a reduction whose combiner no collective knows.

    Raises:
        ValueError: a loop's size cannot be read off any operand.
    """
    maps = cast(tuple[tuple[int | tuple[int, ...], ...], ...], signature.attributes["indexing_maps"])
    iterators = cast(tuple[str, ...], signature.attributes["iterator_types"])
    inits = len(signature.results)
    sizes = _loop_sizes(signature, maps, len(iterators))
    combiners = cast(tuple[str | None, ...], signature.attributes.get("combiners", (None,) * inits))
    whole = {*cast(tuple[int, ...], signature.attributes.get("indexed", ())), *_window_loops(maps)}
    builder = RuleBuilder.of(len(signature.operands), inits)
    for loop, (size, iterator) in enumerate(zip(sizes, iterators, strict=True)):
        kinds = [_KINDS.get(combiner or "") for combiner in combiners] if iterator == "reduction" else []
        if iterator == "reduction" and None in kinds:
            builder.factor(size, whole=True)
        else:
            builder.factor(size, whole=loop in whole, reductions=kinds)
    for number, (results, spec) in enumerate(zip(maps, signature.operands, strict=True)):
        for result, size in zip(results, spec.shape, strict=True):
            dim: Dim = (result,) if isinstance(result, int) else builder.whole(size)
            builder.operands[number].append(dim)
    first_init = len(signature.operands) - inits
    for number in range(inits):
        builder.results[number] = list(builder.operands[first_init + number])
    rule = builder.build(linear=_linear_sets(signature))
    accumulators = [first_init + number if "reduction" in iterators else None for number in range(inits)]
    pairs = 2 if "reduction" in iterators and first_init > 1 else 1
    return replace(rule, accumulators=tuple(accumulators), flops=pairs * points(rule))


def _loop_sizes(signature: OpSignature, maps: tuple[tuple[int | tuple[int, ...], ...], ...], loops: int) -> list[int]:
    sizes = {
        result: size
        for results, spec in zip(maps, signature.operands, strict=True)
        for result, size in zip(results, spec.shape, strict=True)
        if isinstance(result, int)
    }
    missing = [loop for loop in range(loops) if loop not in sizes]
    if missing:
        raise ValueError(f"no operand gives the size of loop d{missing[0]}")
    return [sizes[loop] for loop in range(loops)]


def _window_loops(maps: tuple[tuple[int | tuple[int, ...], ...], ...]) -> set[int]:
    return {loop for results in maps for result in results if isinstance(result, tuple) for loop in result}


def _linear_sets(signature: OpSignature) -> list[frozenset[int]]:
    """The body's linear sets, as far as partial sums can reach them.

    A scalar is the same on all devices, so a set may hold one only if it is zero.
    """
    sets: list[frozenset[int]] = []
    for operands in cast(tuple[tuple[int, ...], ...], signature.attributes.get("linear", ())):
        scalars = {operand for operand in operands if not signature.operands[operand].is_tensor}
        if all(signature.constants[operand] == (0,) for operand in scalars):
            sets.append(frozenset(operands) - scalars)
    return sets


def softmax(signature: OpSignature) -> str:
    """Softmax along `dimension`, which stays whole."""
    names = [f"d{dim}" for dim in range(signature.operands[0].rank)]
    dims = " ".join(names)
    return f"{dims}, {dims} -> {dims} | whole {names[signature.integer('dimension')]}"


RULES: Rules = {"linalg.softmax": softmax}
