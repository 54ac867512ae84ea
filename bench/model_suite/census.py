"""What a lowered program consists of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import prod
from typing import Any, NamedTuple

import jax

from model_suite.foreign import shape_leaves
from model_suite.program import Program


class Signature(NamedTuple):
    """The types of the main function, such as `tensor<8x16xi32>`."""

    arguments: list[str]
    results: list[str]


def _module(lowered: jax.stages.Lowered) -> Any:
    return lowered.compiler_ir("stablehlo")


def op_kinds(lowered: jax.stages.Lowered) -> Counter[str]:
    """How many ops of each kind there are in all functions and nested regions, those included, the module not."""
    return Counter(_kinds(_module(lowered).operation))


def _kinds(op: Any) -> Iterator[str]:
    for region in op.regions:
        for block in region:
            for inner in block:
                yield inner.operation.name
                yield from _kinds(inner.operation)


def signature(lowered: jax.stages.Lowered) -> Signature:
    """The main function's types."""
    main = next(op for op in _module(lowered).body if op.name.value == "main")
    return Signature(list(map(str, main.type.inputs)), list(map(str, main.type.results)))


def parameter_count(program: Program) -> int:
    """The number of numbers in the program's first argument."""
    return sum(prod(leaf.shape) for leaf in shape_leaves(program.arguments[0]))
