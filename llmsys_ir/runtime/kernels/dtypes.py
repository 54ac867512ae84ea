"""MLIR element types as NumPy dtypes, and the precision to compute in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import ml_dtypes
import numpy as np

from llmsys_ir.runtime.kernels.call import Array

_NAMED: dict[str, Any] = {
    "f64": np.float64,
    "f32": np.float32,
    "tf32": np.float32,
    "f16": np.float16,
    "bf16": ml_dtypes.bfloat16,
    "index": np.int64,
    "complex<f32>": np.complex64,
    "complex<f64>": np.complex128,
    "i1": np.bool_,
}
_INTEGER = re.compile(r"(?P<sign>s|u)?i(?P<bits>\d+)")
_MINIFLOAT = re.compile(r"f(?P<bits>[468])(?P<format>E\dM\d\w*)")


@cache
def integer_bits(mlir_dtype: str) -> int | None:
    """The width of an integer type (64 for `index`), or None for any other type."""
    if mlir_dtype == "index":
        return 64
    match = _INTEGER.fullmatch(mlir_dtype)
    return int(match["bits"]) if match else None


@cache
def numpy_dtype(mlir_dtype: str) -> np.dtype[Any]:
    """The dtype that holds an MLIR element type.

    Integers take the smallest NumPy integer that is wide enough: signed for `iN` and `siN`, holding the
    sign-extended value, unsigned for `uiN`; `i1` is bool. `bf16` and the floats below 16 bits are `ml_dtypes`'.

    Raises:
        ValueError: no NumPy dtype holds it.
    """
    if mlir_dtype in _NAMED:
        return np.dtype(_NAMED[mlir_dtype])
    integer = _INTEGER.fullmatch(mlir_dtype)
    if integer and int(integer["bits"]) <= 64:
        storage = max(8, 1 << (int(integer["bits"]) - 1).bit_length())
        return np.dtype(f"{'uint' if integer['sign'] == 'u' else 'int'}{storage}")
    minifloat = _MINIFLOAT.fullmatch(mlir_dtype)
    if minifloat:
        scalar = getattr(ml_dtypes, f"float{minifloat['bits']}_{minifloat['format'].lower()}", None)
        if scalar is not None:
            return np.dtype(scalar)
    raise ValueError(f"no NumPy dtype holds elements of type '{mlir_dtype}'")


def is_float(dtype: np.dtype[Any]) -> bool:
    """Whether `dtype` is a real floating-point type, NumPy's or `ml_dtypes`'."""
    return dtype.kind in "fV"


def widen(array: Array) -> Array:
    """Floats below 32 bits as f32, so that a chain of operations is rounded once; anything else unchanged."""
    return array.astype(np.float32) if is_float(array.dtype) and array.dtype.itemsize < 4 else array
