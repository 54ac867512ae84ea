from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest
from jax_oracle import check, check_mesh, check_text, jnp, lax, parse, run

RNG = np.random.default_rng(14)


def normal(*shape: int, dtype: Any = np.float64) -> Any:
    values = RNG.normal(size=shape) + (1j * RNG.normal(size=shape) if np.dtype(dtype).kind == "c" else 0)
    return values.astype(dtype)


def positive(dtype: Any, *shape: int) -> Any:
    root = normal(*shape, shape[-1], dtype=dtype)
    return root @ np.conj(np.swapaxes(root, -1, -2)) + 0.1 * np.eye(shape[-1], dtype=dtype)


DTYPES = [np.float32, np.float64, np.complex64, np.complex128]
TOLERANCES = {np.float32: 1e-3, np.complex64: 1e-3, np.float64: 1e-9, np.complex128: 1e-9}


@pytest.mark.parametrize("dtype", DTYPES)
def test_cholesky(dtype: Any) -> None:
    check(jnp.linalg.cholesky, positive(dtype, 2, 5), rtol=TOLERANCES[dtype], meshes=False)
    check(jnp.linalg.cholesky, positive(dtype, 4), rtol=TOLERANCES[dtype], meshes=False)


def test_cholesky_of_what_is_not_positive_definite() -> None:
    matrices = np.stack([np.eye(3), -np.eye(3), np.diag([1.0, 0.0, 1.0])])
    check(jnp.linalg.cholesky, matrices, meshes=False)


CHOLESKY = """func.func @main(%a: tensor<2x4x4xf64>, %mask: tensor<2x4x4xf64>) -> tensor<2x4x4xf64> {
  %0 = stablehlo.cholesky %a, lower = LOWER : tensor<2x4x4xf64>
  %1 = stablehlo.multiply %0, %mask : tensor<2x4x4xf64>
  return %1 : tensor<2x4x4xf64>
}"""


@pytest.mark.parametrize("lower", [True, False])
def test_cholesky_of_one_triangle(lower: bool) -> None:
    """Nothing is said of the other triangle of the result."""
    mask = np.broadcast_to(np.tri(4) if lower else np.tri(4).T, (2, 4, 4))
    text = CHOLESKY.replace("LOWER", str(lower).lower())
    check_text(text, positive(np.float64, 2, 4) * mask, mask, meshes=False)
    matrices = np.stack([positive(np.float64, 2, 4), positive(np.float64, 2, 4)])
    check_mesh(parse(text), [matrices, mask[None]], 1)


SOLVES = [
    {"left_side": left, "lower": lower, "transpose_a": transpose, "conjugate_a": conjugate, "unit_diagonal": unit}
    for left in (True, False)
    for lower in (True, False)
    for transpose, conjugate in ((False, False), (True, False), (True, True), (False, True))
    for unit in (True, False)
]


@pytest.mark.parametrize("dtype", [np.float32, np.complex128])
def test_triangular_solve(dtype: Any) -> None:
    a, b = positive(dtype, 2, 4), normal(2, 4, 4, dtype=dtype)
    check(lambda a, b: [lax.linalg.triangular_solve(a, b, **way) for way in SOLVES], a, b, rtol=TOLERANCES[dtype])


@pytest.mark.parametrize("transpose", ["NO_TRANSPOSE", "TRANSPOSE", "ADJOINT"])
@pytest.mark.parametrize("left", ["true", "false"])
def test_triangular_solve_as_an_op(left: str, transpose: str) -> None:
    text = f"""func.func @main(%a: tensor<3x4x4xf64>, %b: tensor<3x4x4xf64>) -> tensor<3x4x4xf64> {{
      %0 = "stablehlo.triangular_solve"(%a, %b) <{{left_side = {left}, lower = true, unit_diagonal = false,
        transpose_a = #stablehlo<transpose {transpose}>}}>
        : (tensor<3x4x4xf64>, tensor<3x4x4xf64>) -> tensor<3x4x4xf64>
      return %0 : tensor<3x4x4xf64>
    }}"""
    check_text(text, positive(np.float64, 3, 4), normal(3, 4, 4), rtol=1e-8)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("shape", [(4, 4), (2, 5, 3), (3, 5)])
def test_lu_and_qr(dtype: Any, shape: tuple[int, ...]) -> None:
    def function(a: Any) -> Any:
        return lax.linalg.lu(a), lax.linalg.qr(a, full_matrices=False)

    check(function, normal(*shape, dtype=dtype), rtol=TOLERANCES[dtype], meshes=dtype is np.float64)


def test_solve_determinant_inverse() -> None:
    a, b = positive(np.float64, 2, 4), normal(2, 4, 3)
    check(lambda a, b: (jnp.linalg.solve(a, b), jnp.linalg.det(a), jnp.linalg.inv(a)), a, b, rtol=1e-8, meshes=False)
    check(jnp.linalg.det, np.ones((3, 3)), meshes=False)


@pytest.mark.parametrize("dtype", DTYPES)
def test_eigenvalues_and_singular_values(dtype: Any) -> None:
    """Vectors have no sign of their own: what they make of the matrix is compared."""

    def eigh(a: Any) -> Any:
        values, vectors = jnp.linalg.eigh(a)
        return values, (vectors * values[..., None, :]) @ jnp.conj(jnp.swapaxes(vectors, -1, -2))

    def svd(a: Any) -> Any:
        left, values, right = jnp.linalg.svd(a, full_matrices=False)
        full = jnp.linalg.svd(a)
        return values, (left * values[..., None, :]) @ right, abs(full[0])[..., :2], jnp.linalg.svd(a, compute_uv=False)

    check(eigh, positive(dtype, 2, 4), rtol=TOLERANCES[dtype], meshes=False)
    check(svd, normal(2, 5, 3, dtype=dtype), rtol=TOLERANCES[dtype], meshes=False)


def test_fourier_transforms() -> None:
    x, z = normal(3, 4, 6, dtype=np.float32), normal(3, 4, 6, dtype=np.complex64)
    check(lambda z: [jnp.fft.fft(z), jnp.fft.ifft(z, axis=0), jnp.fft.fft2(z), jnp.fft.ifftn(z)], z)
    check(lambda x: [jnp.fft.rfft(x), jnp.fft.rfft2(x), jnp.fft.rfftn(x)], x)
    check(lambda z: [jnp.fft.irfft(z), jnp.fft.irfft(z, 7), jnp.fft.irfft2(z), jnp.fft.irfftn(z)], z, meshes=False)
    check(lambda x: [jnp.fft.rfft(x), jnp.fft.irfft(x)], normal(2, 5))


def test_a_custom_call_that_is_not_known() -> None:
    text = """func.func @main(%a: tensor<2xf32>) -> tensor<2xf32> {
      %0 = stablehlo.custom_call @my_kernel(%a) : (tensor<2xf32>) -> tensor<2xf32>
      return %0 : tensor<2xf32>
    }"""
    for target in ("my_kernel", "lapack_s", "lapack_sgeev_ffi"):
        with pytest.raises(ValueError, match=rf"a custom call of '{target}' cannot be run, only of lapack_\*potrf_ffi"):
            run(parse(text.replace("my_kernel", target)), [np.zeros(2, np.float32)])


def batch_norm_text(name: str, operands: int, results: str, dtype: str = "f32", epsilon: str = "1.0e-3") -> str:
    """A batch normalization over 3x4x5 with 4 features; `results` has a letter per result: wide or narrow."""
    types = {"w": f"tensor<3x4x5x{dtype}>", "n": f"tensor<4x{dtype}>"}
    arguments = [types["w"] if letter == "w" else types["n"] for letter in ("wnnnw" if "grad" in name else "wnnnn")]
    arguments = arguments[:operands]
    outs = ", ".join(types[letter] for letter in results)
    names = [f"%a{number}" for number in range(operands)]
    values = ", ".join(f"%0#{number}" for number in range(len(results))) if len(results) > 1 else "%0"
    return f"""func.func @main({", ".join(f"{n}: {t}" for n, t in zip(names, arguments, strict=True))}) -> ({outs}) {{
      %0{f":{len(results)}" if len(results) > 1 else ""} = "stablehlo.{name}"({", ".join(names)})
        {{epsilon = {epsilon} : f32, feature_index = 1 : i64}} : ({", ".join(arguments)}) -> ({outs})
      return {values} : {outs}
    }}"""


@pytest.mark.parametrize("dtype", [np.float32, ml_dtypes.bfloat16])
def test_batch_normalization(dtype: Any) -> None:
    mlir, rtol = ("f32", 1e-4) if dtype is np.float32 else ("bf16", 5e-2)
    x, scale, offset, mean = (normal(*shape, dtype=dtype) for shape in ((3, 4, 5), (4,), (4,), (4,)))
    variance = abs(normal(4, dtype=dtype)) + np.ones(4, dtype)
    check_text(batch_norm_text("batch_norm_inference", 5, "w", mlir), x, scale, offset, mean, variance, rtol=rtol)
    check_text(batch_norm_text("batch_norm_training", 3, "wnn", mlir), x, scale, offset, rtol=rtol)
    gradient = batch_norm_text("batch_norm_grad", 5, "wnn", mlir)
    check_text(gradient, x, scale, mean, variance, normal(3, 4, 5, dtype=dtype), rtol=rtol, meshes=dtype is np.float32)
