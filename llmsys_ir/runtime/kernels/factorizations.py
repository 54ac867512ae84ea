"""Factorizations of stacks of matrices that NumPy lacks, or that it refuses for a whole stack when one matrix fails.

All work on the last two dims, row by row or column by column, for all matrices of the stack at once.
"""

from __future__ import annotations

import numpy as np

from llmsys_ir.runtime.kernels.arrays import where
from llmsys_ir.runtime.kernels.call import Array


def adjoint(matrix: Array) -> Array:
    """Transposed, and conjugated if complex."""
    return np.conj(np.swapaxes(matrix, -1, -2))


def cholesky(matrix: Array) -> Array:
    """The lower factor of a matrix of which the lower triangle is read; NaN from the first bad column on."""
    factor = np.zeros_like(matrix)
    for column in range(matrix.shape[-1]):
        row = factor[..., column, :column]
        rest = factor[..., column:, :column] @ np.conj(row)[..., None]
        below = matrix[..., column:, column] - rest[..., 0]
        pivot = np.sqrt(where(below[..., :1].real > 0, below[..., :1].real, np.nan))
        factor[..., column:, column] = below / pivot
        factor[..., column, column] = pivot[..., 0]
    return factor


def _solve_lower(matrix: Array, rhs: Array, unit_diagonal: bool) -> Array:
    shape = np.broadcast_shapes(matrix.shape[:-2], rhs.shape[:-2])
    solution = np.zeros((*shape, *rhs.shape[-2:]), np.result_type(matrix, rhs))
    for row in range(matrix.shape[-1]):
        known = matrix[..., row : row + 1, :row] @ solution[..., :row, :]
        value = rhs[..., row, :] - known[..., 0, :]
        solution[..., row, :] = value if unit_diagonal else value / matrix[..., row, row, None]
    return solution


def solve_triangular(matrix: Array, rhs: Array, *, lower: bool, unit_diagonal: bool, left: bool = True) -> Array:
    """X with `matrix @ X = rhs`, or `X @ matrix = rhs` if not `left`; only one triangle of the matrix is read."""
    if not left:
        solved = solve_triangular(
            np.swapaxes(matrix, -1, -2), np.swapaxes(rhs, -1, -2), lower=not lower, unit_diagonal=unit_diagonal
        )
        return np.swapaxes(solved, -1, -2)
    if lower:
        return _solve_lower(matrix, rhs, unit_diagonal)
    return np.flip(_solve_lower(np.flip(matrix, (-1, -2)), np.flip(rhs, -2), unit_diagonal), -2)


def _size(numbers: Array) -> Array:
    """The sum of the parts' sizes."""
    return abs(numbers.real) + abs(numbers.imag)


def lu(matrix: Array) -> tuple[Array, Array, Array]:
    """Both factors in one matrix, per column the row it was swapped with, and the first zero pivot or 0, from 1.

    The pivot is the largest element, a complex one by the sum of its parts' sizes, as in LAPACK.
    """
    factors = np.array(matrix)
    rows, columns = matrix.shape[-2:]
    count = min(rows, columns)
    pivots = np.zeros((*matrix.shape[:-2], count), np.int64)
    for at in range(count):
        chosen = at + np.argmax(_size(factors[..., at:, at]), axis=-1)
        pivots[..., at] = chosen
        index = chosen[..., None, None]
        swapped = np.take_along_axis(factors, index, -2)
        np.put_along_axis(factors, index, factors[..., at : at + 1, :], -2)
        factors[..., at : at + 1, :] = swapped
        pivot = swapped[..., at : at + 1]
        factors[..., at + 1 :, at : at + 1] /= where(pivot == 0, pivot.dtype.type(1), pivot)
        outer = factors[..., at + 1 :, at : at + 1] * factors[..., at : at + 1, at + 1 :]
        factors[..., at + 1 :, at + 1 :] -= outer
    zeros = np.diagonal(factors, axis1=-2, axis2=-1) == 0
    first = where(zeros.any(axis=-1), np.argmax(zeros, axis=-1) + 1, 0)
    return factors, pivots + 1, first


def householder_product(reflectors: Array, scales: Array) -> Array:
    """The first columns of the product of the reflectors below the diagonal, scaled by `scales`."""
    columns = reflectors.shape[-1]
    product = np.zeros_like(reflectors)
    product[..., range(columns), range(columns)] = 1
    for at in reversed(range(scales.shape[-1])):
        vector = np.array(reflectors[..., at:, at : at + 1])
        vector[..., 0, :] = 1
        scale = scales[..., at, None, None]
        product[..., at:, :] -= scale * vector @ (adjoint(vector) @ product[..., at:, :])
    return product
