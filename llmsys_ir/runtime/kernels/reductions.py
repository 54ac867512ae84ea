"""Reduction kinds: how two values combine, the neutral value, and the reduction of whole array dims."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import ml_dtypes
import numpy as np

from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.kernels.dtypes import is_float, widen

_COMBINE: dict[str, Callable[[Any, Array, Array], Array]] = {
    "sum": lambda _, a, b: a + b,
    "product": lambda _, a, b: a * b,
    "max": lambda xp, a, b: xp.maximum(a, b),
    "min": lambda xp, a, b: xp.minimum(a, b),
    "maxnum": lambda xp, a, b: xp.fmax(a, b),
    "minnum": lambda xp, a, b: xp.fmin(a, b),
    "and": lambda _, a, b: a & b,
    "or": lambda _, a, b: a | b,
    "xor": lambda _, a, b: a ^ b,
}
_OF_BOOLS = {"sum": "xor", "product": "and", "max": "or", "min": "and", "maxnum": "or", "minnum": "and"}
"""Arithmetic on one bit, as logic; the maximum is the unsigned one."""


def _kind_for(kind: str, dtype: np.dtype[Any]) -> str:
    if kind not in _COMBINE:
        raise ValueError(f"unknown reduction '{kind}', expected one of {', '.join(sorted(_COMBINE))}")
    return _OF_BOOLS.get(kind, kind) if dtype == np.bool_ else kind


def _extreme(kind: str, dtype: np.dtype[Any]) -> Any:
    """The value below all others for a maximum, above all others for a minimum."""
    lowest = kind.startswith("max")
    if is_float(dtype):
        infinite = np.array(-np.inf if lowest else np.inf).astype(dtype)
        if np.isinf(infinite.astype(np.float64)):
            return infinite
    limits = cast(Any, ml_dtypes).finfo(dtype) if is_float(dtype) else np.iinfo(dtype)
    return limits.min if lowest else limits.max


def neutral(kind: str, dtype: np.dtype[Any]) -> Array:
    """The value that leaves every other unchanged when combined with it, as an array without dims."""
    match _kind_for(kind, dtype):
        case "sum" | "or" | "xor":
            value = 0
        case "product":
            value = 1
        case "and":
            value = True if dtype == np.bool_ else -1
        case extreme:
            value = np.nan if extreme in ("maxnum", "minnum") and is_float(dtype) else _extreme(kind, dtype)
    return np.asarray(value).astype(dtype)


def combine(xp: Any, kind: str, a: Array, b: Array) -> Array:
    """The elementwise combination of two arrays of the same dtype, in that dtype."""
    return xp.asarray(_COMBINE[_kind_for(kind, a.dtype)](xp, widen(a), widen(b)), dtype=a.dtype)


def _fold(xp: Any, kind: str, array: Array, axes: tuple[int, ...]) -> Array:
    """Reduces by combining halves; for kinds that the array library does not reduce by."""
    kept = tuple(axis for axis in range(array.ndim) if axis not in axes)
    folded = xp.transpose(array, axes + kept)
    folded = folded.reshape((-1, *(array.shape[axis] for axis in kept)))
    while folded.shape[0] > 1:
        half = folded.shape[0] // 2
        rest = folded[2 * half :]
        folded = combine(xp, kind, folded[:half], folded[half : 2 * half])
        folded = xp.concatenate([folded, rest]) if rest.shape[0] else folded
    return folded.reshape(tuple(1 if axis in axes else size for axis, size in enumerate(array.shape)))


def _extreme_number(xp: Any, kind: str, array: Array, axes: tuple[int, ...]) -> Array:
    """The maximum or minimum of the elements that are numbers, NaN where none is."""
    missing = xp.isnan(array)
    present = xp.where(missing, _extreme(kind, array.dtype), array)
    reduce = xp.max if kind == "maxnum" else xp.min
    extreme = reduce(present, axis=axes, keepdims=True)
    return xp.where(xp.all(missing, axis=axes, keepdims=True), array.dtype.type(np.nan), extreme)


def reduce_axes(xp: Any, kind: str, array: Array, axes: tuple[int, ...]) -> Array:
    """The array with `axes` reduced to size 1, in its own dtype; floats below 32 bits accumulate in f32.

    Raises:
        ValueError: `kind` is no reduction kind.
    """
    dtype = array.dtype
    kind = _kind_for(kind, dtype)
    if not axes:
        return array
    array = widen(array)
    match kind:
        case "sum":
            reduced = xp.sum(array, axis=axes, dtype=array.dtype, keepdims=True)
        case "product":
            reduced = xp.prod(array, axis=axes, dtype=array.dtype, keepdims=True)
        case "and" if dtype == np.bool_:
            reduced = xp.all(array, axis=axes, keepdims=True)
        case "or" if dtype == np.bool_:
            reduced = xp.any(array, axis=axes, keepdims=True)
        case "maxnum" | "minnum" if is_float(dtype):
            reduced = _extreme_number(xp, kind, array, axes)
        case "max" | "maxnum":
            reduced = xp.max(array, axis=axes, keepdims=True)
        case "min" | "minnum":
            reduced = xp.min(array, axis=axes, keepdims=True)
        case _:
            reduced = _fold(xp, kind, array, axes)
    return reduced.astype(dtype, copy=False)
