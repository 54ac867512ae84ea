"""The stablehlo dialect, complete as of jaxlib 0.10.2; a family of ops per module."""

from __future__ import annotations

from xdsl.ir import Dialect

from llmsys_ir.dialects.stablehlo import (
    arithmetic,
    attributes,
    calls,
    collectives,
    contraction,
    control,
    conversion,
    convolution,
    creation,
    enums,
    functions,
    groups,
    indexing,
    linear_algebra,
    normalization,
    reduction,
    reshaping,
    selection,
    slicing,
    transfers,
    types,
)

__all__ = ["STABLEHLO"]

STABLEHLO = Dialect(
    "stablehlo",
    [
        *arithmetic.OPS,
        *calls.OPS,
        *collectives.OPS,
        *contraction.OPS,
        *control.OPS,
        *conversion.OPS,
        *convolution.OPS,
        *creation.OPS,
        *functions.OPS,
        *indexing.OPS,
        *linear_algebra.OPS,
        *normalization.OPS,
        *reduction.OPS,
        *reshaping.OPS,
        *selection.OPS,
        *slicing.OPS,
        *transfers.OPS,
    ],
    [*attributes.ATTRIBUTES, *enums.ATTRIBUTES, *groups.ATTRIBUTES, *types.ATTRIBUTES],
)
