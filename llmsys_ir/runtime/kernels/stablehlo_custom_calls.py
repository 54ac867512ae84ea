"""The kernel of stablehlo's custom_call: the LAPACK routines that JAX calls on a CPU."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.factorizations import cholesky, householder_product, lu, solve_triangular


def _options(call: KernelCall) -> dict[str, str]:
    """LAPACK's letters, as `uplo` or `side`, which the attribute `mhlo.backend_config` has as numbers."""
    config = str(call.signature.attributes.get("mhlo.backend_config"))
    return {name: chr(int(code)) for name, code in re.findall(r'"?(\w+)"? = (\d+)', config)}


def _potrf(call: KernelCall, matrix: Array) -> tuple[Array, ...]:
    lower = _options(call)["uplo"] == "L"
    factor = cholesky(matrix if lower else np.swapaxes(matrix, -1, -2))
    bad = np.isnan(np.diagonal(factor, axis1=-2, axis2=-1))
    info = np.where(bad.any(axis=-1), np.argmax(bad, axis=-1) + 1, 0)
    return factor if lower else np.swapaxes(factor, -1, -2), info


def _trsm(call: KernelCall, matrix: Array, rhs: Array) -> tuple[Array, ...]:
    options = _options(call)
    lower = options["uplo"] == "L"
    if options["trans_x"] != "N":
        matrix, lower = np.swapaxes(matrix, -1, -2), not lower
    matrix = np.conj(matrix) if options["trans_x"] == "C" else matrix
    unit, left = options["diag"] == "U", options["side"] == "L"
    return (solve_triangular(matrix, rhs, lower=lower, unit_diagonal=unit, left=left),)


def _getrf(call: KernelCall, matrix: Array) -> tuple[Array, ...]:
    del call
    return lu(matrix)


def _geqrf(call: KernelCall, matrix: Array) -> tuple[Array, ...]:
    del call
    reflectors, scales = np.linalg.qr(matrix, mode="raw")
    return np.swapaxes(reflectors, -1, -2), scales


def _orgqr(call: KernelCall, reflectors: Array, scales: Array) -> tuple[Array, ...]:
    del call
    return (householder_product(reflectors, scales),)


def _syevd(call: KernelCall, matrix: Array) -> tuple[Array, ...]:
    values, vectors = np.linalg.eigh(matrix, UPLO="L" if _options(call)["uplo"] == "L" else "U")
    return vectors, values, np.zeros(matrix.shape[:-2])


def _gesdd(call: KernelCall, matrix: Array) -> tuple[Array, ...]:
    """The matrix, which LAPACK overwrites, then Σ, U, Vᴴ; the results' shapes say how much of U and V."""
    columns, rows = call.signature.results[2].shape[-1], call.signature.results[3].shape[-2]
    full = (columns, rows) == matrix.shape[-2:]
    left, values, right = np.linalg.svd(matrix, full_matrices=full)
    return matrix, values, left, right, np.zeros(matrix.shape[:-2])


_LAPACK: dict[str, Kernel] = {
    "potrf": _potrf,
    "trsm": _trsm,
    "getrf": _getrf,
    "geqrf": _geqrf,
    "orgqr": _orgqr,
    "ungqr": _orgqr,
    "syevd": _syevd,
    "heevd": _syevd,
    "gesdd": _gesdd,
}


@quiet
def _custom_call(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    target = str(call.signature.attributes.get("call_target_name"))
    routine = _LAPACK.get(target.removesuffix("_ffi")[len("lapack_s") :]) if target.startswith("lapack_") else None
    if routine is None:
        known = ", ".join(f"lapack_*{name}_ffi" for name in _LAPACK)
        raise ValueError(f"a custom call of '{target}' cannot be run, only of {known}")
    values = routine(call, *operands)
    pairs: Any = zip(values, call.signature.results, strict=True)
    return tuple(np.asarray(value, dtype=numpy_dtype(spec.dtype)) for value, spec in pairs)


CUSTOM_CALL_KERNELS: dict[str, Kernel] = {"stablehlo.custom_call": _custom_call}
