"""The chlo dialect, complete as of jaxlib 0.10.2: what StableHLO programs use besides stablehlo."""

from __future__ import annotations

from xdsl.ir import Dialect

from llmsys_ir.dialects.chlo import attributes, broadcasting, functions, structured

__all__ = ["CHLO"]

CHLO = Dialect("chlo", [*broadcasting.OPS, *functions.OPS, *structured.OPS], [*attributes.ATTRIBUTES])
