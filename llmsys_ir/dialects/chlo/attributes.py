"""The attributes of the chlo dialect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.irdl import irdl_attr_definition

from llmsys_ir.dialects.records import Dims, EnumAttribute, RecordAttribute
from llmsys_ir.dialects.stablehlo.enums import COMPARISON_DIRECTIONS, COMPARISON_TYPES, PRECISIONS


@irdl_attr_definition
class ComparisonDirectionAttr(EnumAttribute):
    """The relation that `chlo.broadcast_compare` tests."""

    name = "chlo.comparison_direction"
    CASES = COMPARISON_DIRECTIONS


@irdl_attr_definition
class ComparisonTypeAttr(EnumAttribute):
    """The order that `chlo.broadcast_compare` compares in."""

    name = "chlo.comparison_type"
    CASES = COMPARISON_TYPES


@irdl_attr_definition
class PrecisionAttr(EnumAttribute):
    """How exact the products of an operand are."""

    name = "chlo.precision"
    CASES = PRECISIONS


@dataclass(frozen=True)
class RaggedDotDimensions:
    """Which dims of a ragged product belong together, and which are divided into groups."""

    lhs_batching_dimensions: Dims = ()
    rhs_batching_dimensions: Dims = ()
    lhs_contracting_dimensions: Dims = ()
    rhs_contracting_dimensions: Dims = ()
    lhs_ragged_dimensions: Dims = ()
    rhs_group_dimensions: Dims = ()


@irdl_attr_definition
class RaggedDotDimensionNumbersAttr(RecordAttribute[RaggedDotDimensions]):
    """The dims of `chlo.ragged_dot`."""

    name = "chlo.ragged_dot"
    RECORD = RaggedDotDimensions
    SPREAD: ClassVar[bool] = True


ATTRIBUTES = (ComparisonDirectionAttr, ComparisonTypeAttr, PrecisionAttr, RaggedDotDimensionNumbersAttr)
"""The attributes of this module."""
