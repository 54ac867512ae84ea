"""Kernels of stablehlo's linear algebra on stacks of matrices, and of its Fourier transforms."""

from __future__ import annotations

import numpy as np

from llmsys_ir.runtime.kernels.arrays import where
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.factorizations import adjoint, cholesky, solve_triangular


@quiet
def _cholesky(call: KernelCall, matrix: Array) -> tuple[Array, ...]:
    """One triangle is read and given, the other is zero; NaN where the matrix is not positive definite."""
    lower = bool(call.signature.attributes.get("lower"))
    factor = cholesky(matrix if lower else adjoint(matrix))
    failed = np.isnan(factor).any(axis=(-1, -2), keepdims=True)
    factor = where(failed, np.tril(np.full_like(factor, np.nan)), factor)
    return (factor if lower else adjoint(factor),)


@quiet
def _triangular_solve(call: KernelCall, matrix: Array, rhs: Array) -> tuple[Array, ...]:
    attributes = call.signature.attributes
    transposition = attributes.get("transpose_a", "NO_TRANSPOSE")
    lower = bool(attributes.get("lower"))
    if transposition != "NO_TRANSPOSE":
        matrix, lower = np.swapaxes(matrix, -1, -2), not lower
    solved = solve_triangular(
        np.conj(matrix) if transposition == "ADJOINT" else matrix,
        rhs,
        lower=lower,
        unit_diagonal=bool(attributes.get("unit_diagonal")),
        left=bool(attributes.get("left_side")),
    )
    return (solved,)


def _fft(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    """Over the last dims, as many as `fft_length` has."""
    lengths, kind = call.signature.integers("fft_length"), call.signature.attributes.get("fft_type")
    transforms = {"FFT": np.fft.fftn, "IFFT": np.fft.ifftn, "RFFT": np.fft.rfftn, "IRFFT": np.fft.irfftn}
    transform = transforms.get(str(kind))
    if transform is None:
        raise ValueError(f"unknown kind of Fourier transform {kind!r}")
    axes = tuple(range(operand.ndim - len(lengths), operand.ndim))
    return (np.asarray(transform(operand, s=lengths, axes=axes), dtype=numpy_dtype(call.result.dtype)),)


LINEAR_ALGEBRA_KERNELS: dict[str, Kernel] = {
    "stablehlo.cholesky": _cholesky,
    "stablehlo.triangular_solve": _triangular_solve,
    "stablehlo.fft": _fft,
}
