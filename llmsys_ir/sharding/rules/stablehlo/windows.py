"""Windows along one dim, and what of them can be sharded without neighbours.

Places that no two windows share, as in tiles, can be on different devices; so can the elements of a window that are
further apart than its places. Where windows overlap, or reach into padding, the dim is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from llmsys_ir.sharding.rule import Dim, RuleBuilder
from llmsys_ir.sharding.signature import OpSignature

Dims: TypeAlias = tuple[Dim, Dim, Dim]
"""The factors of the dim under the window, of the window, and of its places."""


@dataclass(frozen=True)
class Window:
    """A window of `size` elements, `dilation` apart, at `places`, `stride` apart, in a dim of `under` elements.

    These are `base` apart, with `low` elements in front of them. Element `w` at place `p` is number
    `(p * stride + w * dilation - low) / base` of the dim, if that is one.
    """

    under: int
    size: int
    places: int
    stride: int = 1
    low: int = 0
    base: int = 1
    dilation: int = 1
    is_reversed: bool = False

    def dims(self, builder: RuleBuilder, reduced: Callable[[int], Dim]) -> Dims:
        """The factors; `reduced` makes those of the window."""
        starts_at_zero = self.base == 1 and self.low == 0
        if starts_at_zero and self.under == self.places * self.stride and self._extent < self.stride:
            return self._tiles(builder, reduced)
        if starts_at_zero and self.under == self.size * self.dilation and self._way < self.dilation:
            return self._combs(builder, reduced)
        if self.stride == 1 and self._extent <= self.low < self.base and self.places == self.under * self.base:
            shared = _factor(builder, self.under)
            return shared, builder.whole(self.size), (*shared, *builder.whole(self.base))
        return builder.whole(self.under), builder.whole(self.size), builder.whole(self.places)

    @property
    def _extent(self) -> int:
        """How far the window's last element is from its first."""
        return (self.size - 1) * self.dilation

    @property
    def _way(self) -> int:
        """How far the last place is from the first."""
        return (self.places - 1) * self.stride

    def _tiles(self, builder: RuleBuilder, reduced: Callable[[int], Dim]) -> Dims:
        """Each place has elements of its own: the dim is (place, element)."""
        place = _factor(builder, self.places)
        if self.stride == self.size * self.dilation and not self.is_reversed:
            window = reduced(self.size)
            return (*place, *window, *builder.whole(self.dilation)), window, place
        return (*place, *builder.whole(self.stride)), builder.whole(self.size), place

    def _combs(self, builder: RuleBuilder, reduced: Callable[[int], Dim]) -> Dims:
        """Each element of the window meets elements of its own: the dim is (element of the window, place)."""
        if self.is_reversed:
            return builder.whole(self.under), builder.whole(self.size), builder.whole(self.places)
        window = reduced(self.size)
        if self.dilation == self.places * self.stride:
            place = _factor(builder, self.places)
            return (*window, *place, *builder.whole(self.stride)), window, place
        return (*window, *builder.whole(self.dilation)), window, builder.whole(self.places)


Sizes: TypeAlias = Sequence[int]


def windows_of(
    signature: OpSignature, under: Sizes, sizes: Sizes, places: Sizes, dilations: tuple[str, str]
) -> list[Window]:
    """The windows along some dims.

    Args:
        signature: the op, with `window_strides`, `padding` and `window_reversal` where they are not trivial.
        under: the sizes of the dims under the windows.
        sizes: those of the windows.
        places: how many places each has.
        dilations: the names of the attributes that say how far apart the elements of the dims are, and of the windows.
    """
    rank = len(under)
    columns = (
        under,
        sizes,
        places,
        _integers(signature, "window_strides", rank, 1),
        _integers(signature, "padding", 2 * rank, 0)[::2],
        *(_integers(signature, name, rank, 1) for name in dilations),
        map(bool, _integers(signature, "window_reversal", rank, 0)),
    )
    return [Window(*window) for window in zip(*columns, strict=True)]


def _integers(signature: OpSignature, name: str, count: int, default: int) -> tuple[int, ...]:
    """The attribute `name`, or `default` everywhere if it is absent."""
    return signature.integers(name) if signature.attributes.get(name) is not None else (default,) * count


def _factor(builder: RuleBuilder, size: int) -> Dim:
    return (builder.factor(size),) if size != 1 else ()
