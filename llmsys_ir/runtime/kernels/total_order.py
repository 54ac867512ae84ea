"""Floats as integers that sort in IEEE 754's total order: -NaN < -inf < … < -0 < 0 < … < inf < NaN."""

from __future__ import annotations

import numpy as np

from llmsys_ir.runtime.kernels.arrays import where
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.kernels.dtypes import is_float


def total_order(array: Array) -> Array:
    """A signed integer per float, of its width; anything but floats unchanged."""
    if not is_float(array.dtype):
        return array
    integer = np.dtype(f"int{8 * array.dtype.itemsize}")
    bits = array.view(integer)
    return where(bits < 0, bits ^ integer.type(np.iinfo(integer).max), bits)


def sort_key(array: Array) -> Array:
    """Integers or booleans that sort as values do: -0 equals 0, and all NaNs equal each other above infinity."""
    if not is_float(array.dtype):
        return array.view(np.uint8) if array.dtype == np.bool_ else array
    nan = array.dtype.type(np.nan)
    canonical = where(array == 0, array.dtype.type(0), where(np.isnan(array), nan, array))
    return total_order(canonical.astype(array.dtype, copy=False))
