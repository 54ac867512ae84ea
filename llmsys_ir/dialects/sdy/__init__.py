"""The sdy dialect (Shardy), as JAX prints shardings of StableHLO programs."""

from __future__ import annotations

from xdsl.ir import Dialect

from llmsys_ir.dialects.sdy import annotations, attributes, collectives, computations

__all__ = ["SDY"]

SDY = Dialect("sdy", [*annotations.OPS, *collectives.OPS, *computations.OPS], [*attributes.ATTRIBUTES])
