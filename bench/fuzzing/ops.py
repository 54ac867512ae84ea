"""Single ops out of the random cases, on values that there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import prod
from random import Random
from typing import TypeVar

import numpy as np
from hypothesis.control import BuildContext
from hypothesis.internal.conjecture.data import ConjectureData

from fuzzing.adapting import operand
from fuzzing.building import Block, Make
from llmsys_ir.runtime.kernels import kernel_for, numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from random_ops.core_cases import CASES as CORE
from random_ops.stablehlo_case import Case
from random_ops.stablehlo_cases import CASES
from random_ops.stablehlo_elementwise_cases import ELEMENTWISE, SHAPES
from random_ops.stablehlo_indexing_cases import INDEXING
from random_ops.stablehlo_window_cases import PRODUCTS, REDUCTIONS
from random_ops.tensors import OpCase, Tensor

AnyCase = TypeVar("AnyCase", Case, OpCase)

_TRIES, _CORE_TRIES = 12, 5
"""How many ops are drawn, of which the one is taken that fits best to what there is."""

_SHARES = ((ELEMENTWISE, 25), (SHAPES, 30), (PRODUCTS, 10), (REDUCTIONS, 20), (INDEXING, 15))


@dataclass(frozen=True)
class Choice:
    """The cases that a program is made of: few of them are used more often together than of all."""

    stablehlo: tuple[str, ...]
    core: tuple[str, ...]

    @classmethod
    def draw(cls, random: Random) -> Choice:
        """All cases, or few."""
        if random.random() < 0.4:
            return cls((), ())
        return cls(
            tuple(_any_stablehlo(random) for _ in range(random.randint(3, 10))),
            tuple(_any_core(random) for _ in range(random.randint(3, 10))),
        )


def _any_stablehlo(random: Random) -> str:
    (table,) = random.choices([table for table, _ in _SHARES], [share for _, share in _SHARES])
    return random.choice([name for name in table if name in runnable()])


def _any_core(random: Random) -> str:
    return random.choices(list(CORE), _core_shares())[0]


def add_stablehlo(block: Block, choice: Choice) -> None:
    """An op of StableHLO or CHLO.

    Raises:
        RejectedError: it computes nothing that can be compared.
    """
    random = block.random
    name = random.choice(choice.stablehlo) if choice.stablehlo else _any_stablehlo(random)
    case = _fitting(block, [CASES[name](random) for _ in range(_TRIES)])
    chosen = [operand(block, tensor, case.values.get(number)) for number, tensor in enumerate(case.operands)]
    block.op(case.text, chosen, case.results)


def _fitting(block: Block, cases: Sequence[AnyCase]) -> AnyCase:
    """The case with the most operands that there are; of equals, one whose results are not tiny."""
    known = {value.type for value in block.visible}

    def score(case: AnyCase) -> float:
        share = sum(tensor in known for tensor in case.operands) / max(len(case.operands), 1)
        return share + min(sum(prod(tensor.shape) for tensor in case.results), 12) / 12

    return max(cases, key=score)


@cache
def runnable() -> frozenset[str]:
    """The StableHLO cases whose ops have kernels."""
    return frozenset(name for name, make in CASES.items() if kernel_for(make(Random(0)).name) is not None)


def add_core(block: Block, choice: Choice) -> None:
    """An op of tosa, linalg, tensor, arith or math.

    Raises:
        RejectedError: it computes nothing that can be compared.
    """
    random = block.random
    name = random.choice(choice.core) if choice.core else _any_core(random)
    case = _fitting(block, [_drawn(name, random) for _ in range(_CORE_TRIES)])
    make: Make | None = _positive if case.positive else None
    chosen = [operand(block, tensor, make, core=True) for tensor in case.operands]
    scalars = [block.function.argument(scalar, _scalar) for scalar in case.scalars]
    text = case.text.format(*(f"{{{number}}}" for number in range(len(chosen))))
    for number in range(len(scalars)):
        text = text.replace(f"%s{number}", f"{{{len(chosen) + number}}}")
    block.op(text, [*chosen, *scalars], case.results)


@cache
def _core_shares() -> tuple[float, ...]:
    return tuple(0.2 if name.startswith(("math.", "arith.")) else 1.0 for name in CORE)


def _drawn(name: str, random: Random) -> OpCase:
    """A case of a hypothesis strategy; only this is needed of hypothesis outside of a test."""
    data = ConjectureData(random=random)
    with BuildContext(data, wrapped_test=lambda: None):
        return data.draw(CORE[name])


def _positive(random: np.random.Generator, tensor: Tensor) -> Array:
    return random.integers(1, 5, tensor.shape).astype(numpy_dtype(tensor.dtype))


def _scalar(random: np.random.Generator, tensor: Tensor) -> Array:
    return random.integers(0, 4, ()).astype(numpy_dtype(tensor.dtype))
