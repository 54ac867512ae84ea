"""Every op that has a sharding rule, on random shapes, with what NumPy says it computes."""

from __future__ import annotations

from random_ops.arith_cases import ARITH, MATH
from random_ops.drawing import Cases
from random_ops.generic_cases import GENERIC
from random_ops.lookup_cases import LOOKUPS
from random_ops.structured_cases import STRUCTURED
from random_ops.tensor_cases import TENSOR
from random_ops.tosa_cases import TOSA

CASES: Cases = {**TOSA, **ARITH, **MATH, **TENSOR, **GENERIC, **STRUCTURED, **LOOKUPS}
"""By name: the op, and what is special about the case."""


def named_cases() -> list[str]:
    """The names of all cases, for the parameters of a test."""
    return sorted(CASES)
