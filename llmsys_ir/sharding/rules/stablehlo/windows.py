"""Windows along one dim, and what of them can be sharded.

Places that no two windows share, as in tiles, can be on different devices; so can the elements of a window that are
further apart than its places. Where windows overlap, or reach into padding, devices need what their neighbours hold.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import gcd
from typing import TypeAlias

from llmsys_ir.sharding.rule import Dim, RuleBuilder
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature

Dims: TypeAlias = tuple[Dim, Dim, Dim]
"""The factors of the dim under the window, of the window, and of its places."""


Reductions: TypeAlias = Sequence[ReductionKind | None] | None


class Layout(Enum):
    """What of a window is sharded; the first that fits takes the least exchange.

    `TILES`: each place has elements of its own; `COMBS`: each element of the window meets elements of its own;
    `SPREAD`: each element of the dim has places of its own. Of a `CORRELATION` dim and window are sharded, of a
    `STENCIL` dim and places, and devices need their neighbours; of `PLACES` only they are, and each device has all of
    the dim.
    """

    TILES = auto()
    COMBS = auto()
    SPREAD = auto()
    CORRELATION = auto()
    STENCIL = auto()
    PLACES = auto()
    WHOLE = auto()


WITHOUT_NEIGHBOURS = frozenset({Layout.TILES, Layout.COMBS, Layout.SPREAD, Layout.WHOLE})
WITHOUT_WINDOW = frozenset(Layout) - {Layout.CORRELATION}


@dataclass(frozen=True)
class Reach:
    """The elements of a dim that a device needs: `length` of them from number `base + device * step` on.

    They stand for all that its windows touch with `low` and `high` elements of padding around them.
    """

    base: int
    step: int
    length: int
    low: int
    high: int


@dataclass(frozen=True)
class Window:
    """A window of `size` elements, `dilation` apart, at `places`, `stride` apart, in a dim of `under` elements.

    These are `base` apart, with `low` elements in front of them and `high` behind. Element `w` at place `p` is number
    `(p * stride + w * dilation - low) / base` of the dim, if that is one.
    """

    under: int
    size: int
    places: int
    stride: int = 1
    low: int = 0
    high: int = 0
    base: int = 1
    dilation: int = 1
    is_reversed: bool = False

    def layout(self, allowed: Collection[Layout] = frozenset(Layout)) -> Layout:
        """What of it is sharded."""
        return next(layout for layout in Layout if layout in allowed and self._fits(layout))

    def _fits(self, layout: Layout) -> bool:
        match layout:
            case Layout.TILES:
                return self._starts_at_zero and self.under == self.places * self.stride and self._extent < self.stride
            case Layout.COMBS:
                covers = self._starts_at_zero and self.under == self.size * self.dilation
                return covers and self._way < self.dilation and not self.is_reversed
            case Layout.SPREAD:
                fits = self._extent <= self.low < self.base and self.places == self.under * self.base
                return fits and self.stride == 1
            case Layout.CORRELATION:
                is_larger = self.size > self.places > 0 and not self.is_reversed
                return is_larger and self.base == 1 and gcd(self.under, self.size) > 1
            case Layout.STENCIL:
                count = gcd(self.under, self.places)
                return count > 1 and self._is_cut_evenly(self.places // count)
            case Layout.PLACES:
                return self.base == 1 and min(self.under, self.size) > 0 and self.places > 1
            case Layout.WHOLE:
                return True

    @property
    def _starts_at_zero(self) -> bool:
        return self.base == 1 and self.low == 0

    def _is_cut_evenly(self, places: int) -> bool:
        """Whether each run of so many places needs equally many elements, one of them at least."""
        return self.size > 0 and places * self.stride % self.base == 0 and self.stencil(places).length > 0

    @property
    def is_scan(self) -> bool:
        """Whether each place sees all up to it, or all from it on."""
        is_dense = self.stride == self.base == self.dilation == 1
        return is_dense and self.size == self.under == self.places and 0 in (self.low, self.high)

    @property
    def is_trivial(self) -> bool:
        """Whether each element is a window."""
        is_dense = self.stride == self.base == 1
        return is_dense and self.size == 1 and self.under == self.places and self.low == 0

    def stencil(self, places: int) -> Reach:
        """What a device needs of the dim that has so many places."""
        first = -self.low
        last = first + (places - 1) * self.stride + self._extent
        begin, end = -(-first // self.base), last // self.base
        low, high = begin * self.base - first, last - end * self.base
        return Reach(begin, places * self.stride // self.base, end - begin + 1, low, high)

    def correlation(self, size: int) -> Reach:
        """What a device needs of the dim that has so many elements of the window."""
        return Reach(-self.low, size * self.dilation, (size - 1) * self.dilation + self._way + 1, 0, 0)

    def dims(
        self, builder: RuleBuilder, reductions: Reductions, allowed: Collection[Layout] = frozenset(Layout)
    ) -> Dims:
        """The factors; windows are reduced as `reductions` say per result, or whole if that is None."""
        match self.layout(allowed):
            case Layout.TILES:
                return self._tiles(builder, reductions)
            case Layout.COMBS:
                return self._combs(builder, reductions)
            case Layout.SPREAD:
                shared = builder.free(self.under)
                return shared, builder.whole(self.size), (*shared, *builder.whole(self.base))
            case Layout.STENCIL:
                under, places = builder.blocks(self.under, self.places)
                return under, builder.whole(self.size), places
            case Layout.CORRELATION:
                count = gcd(self.under, self.size)
                shared = builder.free(count, placed=True, reductions=reductions or ())
                under, window = ((*shared, *builder.whole(size // count)) for size in (self.under, self.size))
                return under, window, builder.whole(self.places)
            case Layout.PLACES:
                return builder.whole(self.under), builder.whole(self.size), builder.free(self.places, placed=True)
            case Layout.WHOLE:
                return builder.whole(self.under), builder.whole(self.size), builder.whole(self.places)

    @property
    def _extent(self) -> int:
        """How far the window's last element is from its first."""
        return (self.size - 1) * self.dilation

    @property
    def _way(self) -> int:
        """How far the last place is from the first."""
        return (self.places - 1) * self.stride

    def _tiles(self, builder: RuleBuilder, reductions: Reductions) -> Dims:
        """Each place has elements of its own: the dim is (place, element)."""
        place = builder.free(self.places)
        if self.stride == self.size * self.dilation and not self.is_reversed:
            window = _window(builder, self.size, reductions)
            return (*place, *window, *builder.whole(self.dilation)), window, place
        return (*place, *builder.whole(self.stride)), builder.whole(self.size), place

    def _combs(self, builder: RuleBuilder, reductions: Reductions) -> Dims:
        """Each element of the window meets elements of its own: the dim is (element of the window, place)."""
        window = _window(builder, self.size, reductions)
        if self.dilation == self.places * self.stride:
            place = builder.free(self.places)
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
        _integers(signature, "padding", 2 * rank, 0)[1::2],
        *(_integers(signature, name, rank, 1) for name in dilations),
        map(bool, _integers(signature, "window_reversal", rank, 0)),
    )
    return [Window(*window) for window in zip(*columns, strict=True)]


def _integers(signature: OpSignature, name: str, count: int, default: int) -> tuple[int, ...]:
    """The attribute `name`, or `default` everywhere if it is absent."""
    return signature.integers(name) if signature.attributes.get(name) is not None else (default,) * count


def _window(builder: RuleBuilder, size: int, reductions: Reductions) -> Dim:
    return builder.whole(size) if reductions is None else builder.free(size, reductions=reductions)
