"""Kernels of stablehlo's reductions over windows: pooling, running sums, and the gradient of max pooling.

A window's elements are met one offset at a time: all windows' elements at one offset are a strided slice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

import numpy as np

from llmsys_ir.runtime.kernels.arrays import filled, join_mesh, local_broadcast, local_reshape, where
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import widen
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.reductions import combine, neutral
from llmsys_ir.runtime.kernels.stablehlo_attributes import integers_or, pairs_or
from llmsys_ir.runtime.kernels.stablehlo_reductions import REPLACE, combine_all, combiners
from llmsys_ir.runtime.kernels.stablehlo_shapes import padded

_ACCUMULATE = {"sum": np.add, "product": np.multiply, "max": np.maximum, "min": np.minimum}


@dataclass(frozen=True)
class _Window:
    """The windows along one dim."""

    size: int
    stride: int
    dilation: int
    base_dilation: int
    padding: tuple[int, int]

    def slice_at(self, offset: int, count: int) -> slice:
        """Where the elements at `offset` of `count` windows lie in the padded dim."""
        start = offset * self.dilation
        return slice(start, start + (count - 1) * self.stride + 1 if count else start, self.stride)

    def running_direction(self, extent: int) -> int | None:
        """1 if the windows hold all elements of the dim up to their own, -1 if all from it on, None if neither."""
        if self.size != extent or not self.stride == self.dilation == self.base_dilation == 1:
            return None
        return {(extent - 1, 0): 1, (0, extent - 1): -1}.get(self.padding)


_TRIVIAL = _Window(1, 1, 1, 1, (0, 0))
_Windows: TypeAlias = Sequence[_Window]


def _windows_of(call: KernelCall) -> list[_Window]:
    """One per dim; absent strides and dilations are 1, absent padding 0."""
    rank = call.signature.operands[0].rank
    sizes = integers_or(call, "window_dimensions", rank, 1)
    steps = (integers_or(call, name, rank, 1) for name in ("window_strides", "window_dilations", "base_dilations"))
    return [_Window(*window) for window in zip(sizes, *steps, pairs_or(call, "padding", rank, 0), strict=True)]


def _padded(array: Array, batch: int, windows: _Windows, value: Array) -> Array:
    low, high = ([window.padding[end] for window in windows] for end in (0, 1))
    return padded(array, batch, value, low, high, [window.base_dilation - 1 for window in windows])


def _index(batch: int, windows: _Windows, offsets: Sequence[int], counts: Sequence[int]) -> tuple[slice, ...]:
    """The elements at one offset of all windows, in the padded array; `counts` windows along each dim."""
    slices = (window.slice_at(*at) for window, *at in zip(windows, offsets, counts, strict=True))
    return (slice(None),) * batch + tuple(slices)


def _offsets(windows: _Windows) -> product[tuple[int, ...]]:
    return product(*(range(window.size) for window in windows))


def _accumulated(kind: str, array: Array, axis: int, direction: int) -> Array:
    ordered = array if direction > 0 else np.flip(array, axis)
    totals = _ACCUMULATE[kind].accumulate(ordered, axis=axis, dtype=array.dtype)
    return totals if direction > 0 else np.flip(totals, axis)


def _reduced_by_kind(call: KernelCall, kind: str, array: Array, init: Array, windows: _Windows) -> Array:
    """Dim by dim with the neutral value around; in at least f32, rounded once."""
    dtype, array = array.dtype, widen(array)
    value = neutral(kind, array.dtype).reshape((1,) * call.batch)
    for dim, (window, count) in enumerate(zip(windows, call.result.shape, strict=True)):
        axis = call.batch + dim
        direction = window.running_direction(array.shape[axis])
        if direction is not None and kind in _ACCUMULATE and dtype != np.bool_:
            array = _accumulated(kind, array, axis, direction)
        elif window != _TRIVIAL:
            along = [window if at == dim else _TRIVIAL for at in range(len(windows))]
            array = _padded(array, call.batch, along, value)
            lead = (slice(None),) * axis
            parts = [array[(*lead, window.slice_at(offset, count))] for offset in range(window.size)]
            array = parts[0]
            for part in parts[1:]:
                array = combine(np, kind, array, part)
    initial = filled(np, widen(init), call.batch, call.result.shape)
    return combine(np, kind, initial, array).astype(dtype, copy=False)


def _inside(array: Array, batch: int, windows: _Windows) -> Array | None:
    """Where the padded array holds elements of its own, None if everywhere."""
    everywhere = np.ones((1,) * batch + array.shape[batch:], np.bool_)
    inside = _padded(everywhere, batch, windows, np.zeros((1,) * batch, np.bool_))
    return None if inside.all() else inside


def _reduced_by_region(
    call: KernelCall, arrays: Sequence[Array], inits: Sequence[Array], windows: _Windows
) -> tuple[Array, ...]:
    """Padding is left out, as XLA does, which matters where the region changes the initial value."""
    batch, shape = call.batch, call.result.shape
    around = [_padded(array, batch, windows, init) for array, init in zip(arrays, inits, strict=True)]
    inside = _inside(arrays[0], batch, windows)
    totals = [filled(np, init, batch, shape) for init in inits]
    for offsets in _offsets(windows):
        index = _index(batch, windows, offsets, shape)
        combined = combine_all(call.regions[0], totals, [array[index] for array in around])
        if inside is not None:
            combined = [where(inside[index], *pair) for pair in zip(combined, totals, strict=True)]
        totals = combined
    return tuple(totals)


@quiet
def _reduce_window(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    count = len(call.signature.results)
    arrays, inits = operands[:count], operands[count:]
    windows = _windows_of(call)
    kinds = [kind for kind in combiners(call) if kind is not None and kind != REPLACE]
    if len(kinds) < count:
        return _reduced_by_region(call, arrays, inits, windows)
    return tuple(
        _reduced_by_kind(call, kind, array, init, windows)
        for kind, array, init in zip(kinds, arrays, inits, strict=True)
    )


def _chosen_offsets(call: KernelCall, operand: Array, windows: _Windows, counts: tuple[int, ...]) -> Array:
    """The number of the offset, row-major, that each window's selected element lies at; -1 for none.

    The padding is never selected. Of two elements it is the later one, unless the region prefers the earlier.
    """
    batch = call.batch
    zero = np.zeros((1,) * batch, operand.dtype)
    around = _padded(operand, batch, windows, zero)
    inside = _inside(operand, batch, windows)
    best = local_broadcast(np, local_reshape(zero, batch, (1,) * len(counts)), batch, counts)
    chosen = np.full((1,) * batch + counts, -1)
    for number, offsets in enumerate(_offsets(windows)):
        index = _index(batch, windows, offsets, counts)
        (keeps,) = call.regions[0](best, around[index])
        taken = (chosen < 0) | ~keeps
        if inside is not None:
            taken = taken & inside[index]
        best, chosen = where(taken, around[index], best), where(taken, number, chosen)
    return chosen


@quiet
def _select_and_scatter(call: KernelCall, operand: Array, source: Array, init: Array) -> tuple[Array, ...]:
    """Each window's source value is combined into the element that the first region selects in the window."""
    batch, windows, counts = call.batch, _windows_of(call), source.shape[call.batch :]
    chosen = _chosen_offsets(call, operand, windows, counts)
    chosen, source, init = join_mesh(np, batch, chosen, source, init)
    totals = np.array(_padded(filled(np, init, batch, operand.shape[batch:]), batch, windows, init))
    for number, offsets in enumerate(_offsets(windows)):
        index = _index(batch, windows, offsets, counts)
        (combined,) = call.regions[1](totals[index], source)
        totals[index] = where(chosen == number, combined, totals[index])
    low, high = ([-window.padding[end] for window in windows] for end in (0, 1))
    return (padded(totals, batch, init, low, high, [0] * len(windows)),)


WINDOW_KERNELS: dict[str, Kernel] = {
    "stablehlo.reduce_window": _reduce_window,
    "stablehlo.select_and_scatter": _select_and_scatter,
}
