"""Windows that slide over the dims of a tensor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xdsl.dialects.builtin import DYNAMIC_INDEX, I64, DenseArrayBase, DenseIntOrFPElementsAttr

from llmsys_ir.dialects.stablehlo.checks import check, check_length, check_positive, integers_of, pairs_of


@dataclass(frozen=True)
class Window:
    """Per dim the size of the window, how it moves, and how base and window are widened."""

    sizes: Sequence[int]
    strides: Sequence[int]
    padding: Sequence[tuple[int, int]]
    base_dilations: Sequence[int]
    window_dilations: Sequence[int]

    def count(self, base: Sequence[int]) -> list[int]:
        """How many positions the window has in each dim of a base; dynamic where the base or the window is."""
        return [self._count_in(dim, size) for dim, size in enumerate(base)]

    def _count_in(self, dim: int, size: int) -> int:
        if DYNAMIC_INDEX in (size, self.sizes[dim]):
            return DYNAMIC_INDEX
        padded = dilated(size, self.base_dilations[dim]) + sum(self.padding[dim])
        window = dilated(self.sizes[dim], self.window_dilations[dim])
        return 0 if padded == 0 or window > padded else (padded - window) // self.strides[dim] + 1


def dilated(size: int, dilation: int) -> int:
    """The size after `dilation - 1` elements have been put between any two."""
    return (size - 1) * dilation + 1 if size else 0


def window_of(
    sizes: Sequence[int],
    strides: tuple[str, DenseArrayBase[I64] | None],
    padding: DenseIntOrFPElementsAttr | None,
    base_dilations: tuple[str, DenseArrayBase[I64] | None],
    window_dilations: tuple[str, DenseArrayBase[I64] | None],
) -> Window:
    """The window that attributes say, of which those may be absent that change nothing.

    Args:
        sizes: per dim the size of the window, which may be dynamic.
        strides: the attribute and its name, as for the dilations.
        padding: rows of what is put in front of a dim and behind it.
        base_dilations: of the tensor that the window slides over.
        window_dilations: of the window.

    Raises:
        VerifyException: for lists of a wrong length, and values that are not positive.
    """
    rank = len(sizes)
    check(all(size > 0 or size == DYNAMIC_INDEX for size in sizes), f"window sizes must be positive, got {list(sizes)}")
    pads = [(0, 0)] * rank if padding is None else pairs_of("padding", padding, rank)
    lists = [_positive(name, attribute, rank) for name, attribute in (strides, base_dilations, window_dilations)]
    return Window(sizes, lists[0], pads, lists[1], lists[2])


def _positive(name: str, attribute: DenseArrayBase[I64] | None, rank: int) -> Sequence[int]:
    values = integers_of(attribute)
    if values is None:
        return (1,) * rank
    check_length(name, values, rank)
    check_positive(name, values)
    return values
