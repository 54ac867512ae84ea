"""What a user holds of a value's sharding: all of it, or all but open dims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from llmsys_ir.sharding.sharding import Sharding


@dataclass(frozen=True)
class Demand:
    """A sharding that holds but for its open dims.

    Each dim is split over the axes that `sharding` says, an open one perhaps over more axes inside of those. The value
    is partial as `sharding` says, and has replicas along the `replicated` axes.
    """

    sharding: Sharding
    open_dims: frozenset[int] = frozenset()
    replicated: frozenset[int] = frozenset()

    @property
    def says_nothing(self) -> bool:
        """Whether every sharding that is not partial is admitted."""
        free = len(self.open_dims) == self.sharding.rank > 0
        return free and not self.replicated and self.sharding.is_replicated

    def admits(self, other: Sharding) -> bool:
        """Whether `other` keeps what is held."""
        held = self.sharding
        same_partial = (other.partial, other.kind) == (held.partial, held.kind)
        return (
            same_partial
            and self.replicated.isdisjoint(other.used_axes)
            and all(
                axes[: len(given)] == given if dim in self.open_dims else axes == given
                for dim, (axes, given) in enumerate(zip(other.dims, held.dims, strict=True))
            )
        )

    def admitted(self, choices: Iterable[Sharding]) -> tuple[Sharding, ...]:
        """The sharding itself, and whichever of the choices keep what is held."""
        if not self.open_dims:
            return (self.sharding,)
        return tuple(dict.fromkeys((self.sharding, *filter(self.admits, choices))))
