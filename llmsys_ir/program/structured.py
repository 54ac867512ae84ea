"""Structured ops: the indexing maps and iterator types of linalg and of ops that look like it."""

from __future__ import annotations

from xdsl.dialects.linalg.abstract_ops import LinalgStructuredOperation
from xdsl.ir import Operation
from xdsl.ir.affine import AffineMap

Structure = tuple[tuple[AffineMap, ...], tuple[str, ...]]
"""One indexing map per operand, and the iterator type of each loop."""


def structured_maps(op: Operation) -> Structure | None:
    """The maps and iterator types of a structured op; None for any other op."""
    if isinstance(op, LinalgStructuredOperation):
        maps = tuple(attribute.data for attribute in op.get_indexing_maps())
        return maps, tuple(iterator.data.value for iterator in op.get_iterator_types())
    return None
