"""Random cases of every StableHLO op that has a sharding rule, by name."""

from __future__ import annotations

from random_ops.stablehlo_elementwise_cases import ELEMENTWISE, SHAPES, Cases
from random_ops.stablehlo_indexing_cases import INDEXING
from random_ops.stablehlo_window_cases import PRODUCTS, REDUCTIONS

CASES: Cases = {**ELEMENTWISE, **SHAPES, **PRODUCTS, **REDUCTIONS, **INDEXING}
"""Each makes an op out of a source of random numbers."""
