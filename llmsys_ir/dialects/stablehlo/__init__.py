"""The stablehlo dialect, complete as of jaxlib 0.10.2; a family of ops per module."""

from __future__ import annotations

from xdsl.ir import Dialect

from llmsys_ir.dialects.stablehlo import attributes, contraction, control, convolution, creation, enums, indexing
from llmsys_ir.dialects.stablehlo.types import FutureType, TokenType

__all__ = ["STABLEHLO"]

STABLEHLO = Dialect(
    "stablehlo",
    [*contraction.OPS, *control.OPS, *convolution.OPS, *creation.OPS, *indexing.OPS],
    [*attributes.ATTRIBUTES, *enums.ATTRIBUTES, FutureType, TokenType],
)
