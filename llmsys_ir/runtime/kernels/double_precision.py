"""Functions of floats computed in f64, whatever the arrays hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.call import Array

_CHUNK = 1 << 14
"""Elements per pass: the temporaries stay in the cache."""


def in_double_precision(function: Callable[..., Array], xp: Any, *arrays: Array) -> Array:
    """`function(xp, *arrays)` of one shape, in the precision of the first.

    Chunk by chunk in f64 with NumPy, at once in the arrays' own precision with another library.
    """
    if xp is not np:
        return function(xp, *arrays)
    flat = [np.ravel(array) for array in np.broadcast_arrays(*arrays)]
    result = np.empty(flat[0].shape, dtype=flat[0].dtype)
    for start in range(0, result.size, _CHUNK):
        chunk = slice(start, start + _CHUNK)
        result[chunk] = function(np, *(array[chunk].astype(np.float64) for array in flat))
    return result.reshape(np.broadcast_shapes(*(np.shape(array) for array in arrays)))


def polynomial(x: Array, coefficients: tuple[float, ...]) -> Array:
    """Horner's scheme, highest degree first."""
    value = x * coefficients[0] + coefficients[1]
    for coefficient in coefficients[2:]:
        value *= x
        value += coefficient
    return value


def rational(x: Array, numerator: tuple[float, ...], denominator: tuple[float, ...]) -> Array:
    """The quotient of two polynomials."""
    return polynomial(x, numerator) / polynomial(x, denominator)
