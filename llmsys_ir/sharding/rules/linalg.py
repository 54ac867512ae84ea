"""Rules of linalg: every structured op's rule follows from its indexing maps, iterator types and body.

What the rule needs of the body comes as plain attributes of the signature: `combiners` (per result the reduction
kind, or None), `linear` (sets of operands in which the body is linear together) and `indexed` (loops whose index
the body reads).
"""

from __future__ import annotations

from math import prod
from typing import cast

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder, Rules
from llmsys_ir.sharding.rules.combiners import KINDS, are_sums, combiners_of
from llmsys_ir.sharding.rules.structured_windows import windowed_dims
from llmsys_ir.sharding.signature import OpSignature

_SHIFTED = ("linalg.generic", "linalg.map")
"""Ops in whose bodies loop indices go on where the shards before a device's own end."""


def structured_rule(signature: OpSignature) -> OpRule:
    """A structured op: its loops are the factors.

    A loop is reduced in the results that lack it. It is whole if it indexes anything but a plain dim (other than the
    places of windows, see `structured_windows`), if some result lacks it whose combiner no collective knows, or if its
    index is read in an op whose local form does not shift it.

    Raises:
        ValueError: a loop's size cannot be read off any operand.
    """
    maps = cast(tuple[tuple[int | tuple[int, ...], ...], ...], signature.attributes["indexing_maps"])
    iterators = cast(tuple[str, ...], signature.attributes["iterator_types"])
    inits = len(signature.results)
    sizes = _loop_sizes(signature, maps, len(iterators))
    combiners = combiners_of(signature)
    indexed = () if signature.name in _SHIFTED else cast(tuple[int, ...], signature.attributes.get("indexed", ()))
    windows = windowed_dims(signature, maps, sizes)
    whole = {*indexed, *_window_loops(maps).difference(window.place for window in windows.values())}
    moved = {window.place for window in windows.values() if not window.is_tiled}
    builder = RuleBuilder.of(len(signature.operands), inits)
    first_init = len(signature.operands) - inits
    for loop, size in enumerate(sizes):
        lacking = [loop not in results for results in maps[first_init:]]
        kinds = [
            KINDS.get(combiner or "") if lacks else None for combiner, lacks in zip(combiners, lacking, strict=True)
        ]
        unknown = any(lacks and kind is None for kind, lacks in zip(kinds, lacking, strict=True))
        reductions = kinds if any(lacking) else []
        builder.factor(size, whole=unknown or loop in whole, placed=loop in moved, reductions=reductions)
    for number, (results, spec) in enumerate(zip(maps, signature.operands, strict=True)):
        for at, (result, size) in enumerate(zip(results, spec.shape, strict=True)):
            window = windows.get((number, at))
            if window is not None and window.is_tiled:
                dim: Dim = (window.place, *builder.whole(window.stride))
            else:
                dim = (result,) if isinstance(result, int) else builder.whole(size)
            builder.operands[number].append(dim)
    for number in range(inits):
        builder.results[number] = list(builder.operands[first_init + number])
    accumulators = [first_init + number if "reduction" in iterators else None for number in range(inits)]
    pairs = 2 if "reduction" in iterators and first_init > 1 else 1
    linear = _linear_sets(signature)
    return builder.build(linear=linear, accumulators=accumulators, flops=pairs * prod(sizes))


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

    A scalar is the same on all devices, so a set may hold one only if it is zero. A reduction other than a sum is
    linear in no input, whatever its body is.
    """
    sets: list[frozenset[int]] = []
    iterators = cast(tuple[str, ...], signature.attributes["iterator_types"])
    first_init = len(signature.operands) - len(signature.results)
    is_sum = "reduction" not in iterators or are_sums(signature)
    for operands in cast(tuple[tuple[int, ...], ...], signature.attributes.get("linear", ())):
        scalars = {operand for operand in operands if not signature.operands[operand].is_tensor}
        linear = is_sum or min(operands) >= first_init
        if linear and all(signature.constants[operand] == (0,) for operand in scalars):
            sets.append(frozenset(operands) - scalars)
    return sets


def softmax(signature: OpSignature) -> str:
    """Softmax along `dimension`, which stays whole."""
    names = [f"d{dim}" for dim in range(signature.operands[0].rank)]
    dims = " ".join(names)
    return f"{dims}, {dims} -> {dims} | whole {names[signature.integer('dimension')]}"


RULES: Rules = {"linalg.softmax": softmax}
