"""Integers of MLIR's widths: an array holds the sign-extended value, and these read and write it.

MLIR's integers are signless: each op says how it reads them. `i1` is a bool array whose true is -1 when read as
signed; widths such as `i4` or `i48` live in the next wider NumPy integer.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.kernels.dtypes import integer_bits, numpy_dtype


def width(dtype: str) -> int:
    """The bits of an integer type.

    Raises:
        ValueError: `dtype` is no integer type.
    """
    bits = integer_bits(dtype)
    if bits is None:
        raise ValueError(f"expected an integer type, got '{dtype}'")
    return bits


def as_stored(array: Array, dtype: str) -> Array:
    """The array as it is: for ops that read single bits."""
    del dtype
    return array


def as_signed(array: Array, dtype: str) -> Array:
    """The values of an integer array of MLIR type `dtype`, read as signed."""
    return -array.astype(np.int8) if dtype == "i1" else array


def as_unsigned(array: Array, dtype: str) -> Array:
    """The values of an integer array of MLIR type `dtype`, read as unsigned, in an unsigned dtype."""
    if dtype == "i1":
        return array.astype(np.uint8)
    storage: np.dtype[Any] = np.dtype(f"uint{8 * array.dtype.itemsize}")
    raw = array.view(storage)
    bits = width(dtype)
    return raw if bits == 8 * storage.itemsize else raw & storage.type((1 << bits) - 1)


def to_integer(xp: Any, value: Array, dtype: str) -> Array:
    """The low bits of an integer array as the MLIR type `dtype`."""
    storage = numpy_dtype(dtype)
    if value.dtype == storage and width(dtype) == 8 * storage.itemsize:
        return xp.asarray(value)
    if dtype == "i1":
        return xp.asarray(value if value.dtype == np.bool_ else (value & 1) != 0)
    stored = xp.asarray(value, dtype=storage)
    spare = storage.type(8 * storage.itemsize - width(dtype))
    return xp.asarray((stored << spare) >> spare if spare else stored)


def saturated(xp: Any, value: Array, dtype: str) -> Array:
    """An integer array as the MLIR type `dtype`, read as signed; what is too large becomes its largest value."""
    limit = 1 << (width(dtype) - 1)
    return to_integer(xp, xp.clip(value, -limit, limit - 1), dtype)
