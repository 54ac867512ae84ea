"""Sums of products: matrix products for every dtype, and contractions of labelled dims brought to them."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.arrays import local_reshape, local_transpose
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.kernels.dtypes import is_float

_EXACT_IN_F64 = 2.0**53


def _for_blas(array: Array) -> Array:
    """The array, copied if its last two dims are laid out so that NumPy would not hand them to BLAS."""
    rows, columns = array.strides[-2:]
    height, width = array.shape[-2:]
    item = array.itemsize
    direct = columns == item and rows % item == 0 and rows >= width * item
    transposed = rows == item and columns % item == 0 and columns >= height * item
    return array if direct or transposed else np.ascontiguousarray(array)


def _largest(array: Array) -> float:
    return max(abs(float(array.max())), abs(float(array.min()))) if array.size else 0.0


def _integer_matmul(a: Array, b: Array, dtype: np.dtype[Any]) -> Array:
    """NumPy's integer product is a plain loop: f64 is exact while no sum can reach 2⁵³, and uses BLAS."""
    if _largest(a) * _largest(b) * a.shape[-1] < _EXACT_IN_F64:
        product = _for_blas(a.astype(np.float64)) @ _for_blas(b.astype(np.float64))
        return product.astype(np.int64).astype(dtype)
    return np.matmul(a.astype(dtype), b.astype(dtype))


def matmul(xp: Any, a: Array, b: Array, dtype: np.dtype[Any]) -> Array:
    """The matrix product over the last two dims, all others broadcast, accumulated in `dtype`.

    Results below 32 bits accumulate in f32 and are rounded once.
    """
    if not is_float(dtype):
        if xp is np and dtype.kind in "iu":
            return _integer_matmul(a, b, dtype)
        return xp.matmul(a.astype(dtype), b.astype(dtype))
    accumulator = np.dtype(np.float32) if dtype.itemsize < 4 else dtype
    a, b = a.astype(accumulator, copy=False), b.astype(accumulator, copy=False)
    product = np.matmul(_for_blas(a), _for_blas(b)) if xp is np else xp.matmul(a, b)
    return product.astype(dtype, copy=False)


def _sum_missing(array: Array, batch: int, dims: Sequence[int], elsewhere: set[int]) -> tuple[Array, list[int]]:
    """Sums out the dims that nothing else mentions."""
    axes = tuple(batch + axis for axis, dim in enumerate(dims) if dim not in elsewhere)
    kept = [dim for dim in dims if dim in elsewhere]
    return (array.sum(axis=axes, dtype=array.dtype) if axes else array), kept


def contract(
    xp: Any,
    batch: int,
    a: tuple[Array, Sequence[int]],
    b: tuple[Array, Sequence[int]],
    out: Sequence[int],
    dtype: np.dtype[Any],
) -> Array:
    """Σ a·b over the dims that are not in `out`: an einsum whose dims are numbers, made one `matmul`.

    `a` and `b` are an array and the number of each of its local dims; mesh dims broadcast.
    """
    (left, left_dims), (right, right_dims) = a, b
    accumulator = np.dtype(np.float32) if is_float(dtype) and dtype.itemsize < 4 else dtype
    left, left_dims = _sum_missing(left.astype(accumulator, copy=False), batch, left_dims, {*out, *right_dims})
    right, right_dims = _sum_missing(right.astype(accumulator, copy=False), batch, right_dims, {*out, *left_dims})
    sizes = dict(zip((*left_dims, *right_dims), (*left.shape[batch:], *right.shape[batch:]), strict=True))

    shared = [dim for dim in out if dim in left_dims and dim in right_dims]
    rows = [dim for dim in out if dim in left_dims and dim not in right_dims]
    columns = [dim for dim in out if dim in right_dims and dim not in left_dims]
    summed = [dim for dim in left_dims if dim not in out]

    def as_matrix(array: Array, dims: Sequence[int], high: list[int], low: list[int]) -> Array:
        array = local_transpose(xp, array, batch, [dims.index(dim) for dim in (*shared, *high, *low)])
        shape = (*(sizes[dim] for dim in shared), *(prod(sizes[dim] for dim in group) for group in (high, low)))
        return local_reshape(array, batch, shape)

    product = matmul(xp, as_matrix(left, left_dims, rows, summed), as_matrix(right, right_dims, summed, columns), dtype)
    order = [*shared, *rows, *columns]
    product = local_reshape(product, batch, tuple(sizes[dim] for dim in order))
    return local_transpose(xp, product, batch, [order.index(dim) for dim in out])
