"""The traits that attach the canonicalization patterns; the patterns are imported when they are first wanted."""

from __future__ import annotations

from dataclasses import dataclass

from xdsl.pattern_rewriter import RewritePattern
from xdsl.traits import HasCanonicalizationPatternsTrait


@dataclass(frozen=True)
class CollectiveSimplifications(HasCanonicalizationPatternsTrait):
    """Collectives of a group of one, all-reduces of sums, and slices of what was reduced or gathered."""

    @classmethod
    def get_canonicalization_patterns(cls) -> tuple[RewritePattern, ...]:
        """The patterns."""
        from llmsys_ir.dialects.grids.canonicalization import COLLECTIVE_PATTERNS

        return COLLECTIVE_PATTERNS


@dataclass(frozen=True)
class ShapeSimplifications(HasCanonicalizationPatternsTrait):
    """Known sizes of a grid."""

    @classmethod
    def get_canonicalization_patterns(cls) -> tuple[RewritePattern, ...]:
        """The patterns."""
        from llmsys_ir.dialects.grids.canonicalization import SHAPE_PATTERNS

        return SHAPE_PATTERNS


@dataclass(frozen=True)
class AnnotationSimplifications(HasCanonicalizationPatternsTrait):
    """Annotations of one value."""

    @classmethod
    def get_canonicalization_patterns(cls) -> tuple[RewritePattern, ...]:
        """The patterns."""
        from llmsys_ir.dialects.grids.canonicalization import ANNOTATION_PATTERNS

        return ANNOTATION_PATTERNS


@dataclass(frozen=True)
class ShardingSimplifications(HasCanonicalizationPatternsTrait):
    """Halos and offsets that say nothing."""

    @classmethod
    def get_canonicalization_patterns(cls) -> tuple[RewritePattern, ...]:
        """The patterns."""
        from llmsys_ir.dialects.grids.canonicalization import SHARDING_PATTERNS

        return SHARDING_PATTERNS
