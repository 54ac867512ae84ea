from __future__ import annotations

import math
from typing import Any

import ml_dtypes
import numpy as np
import pytest
from jax_oracle import Function, check, jax, lax, parse, run

from llmsys_ir.runtime.kernels.bessel_function import bessel_i1e
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.gamma_functions import digamma, log_gamma, polygamma, zeta
from llmsys_ir.runtime.kernels.inverse_error_function import erf_inv

RNG = np.random.default_rng(15)
X = (3 * RNG.normal(size=(4, 6))).astype(np.float32)
UNIT = np.tanh(X)
SPECIAL = np.array([0.0, -0.0, 1.0, -1.0, np.inf, -np.inf, np.nan, 0.5, -0.5, 2.0, -2.0, -3.5], np.float32)

EVERYWHERE: list[Function] = [
    *(lax.sinh, lax.cosh, lax.asinh, lax.atan, lax.tan, lax.erf, lax.erfc, lax.lgamma, lax.digamma, lax.bessel_i1e),
    lax.square,
]
ON_THE_UNIT_INTERVAL: list[Function] = [lax.asin, lax.acos, lax.atanh, lax.erf_inv]


def all_of(functions: list[Function]) -> Function:
    chosen: list[Any] = [*functions]

    def function(x: Any) -> list[Any]:
        return [function(x) for function in chosen]

    return function


@pytest.mark.parametrize(("dtype", "rtol"), [(np.float32, 1e-4), (np.float64, 1e-11), (ml_dtypes.bfloat16, 3e-2)])
def test_functions_of_floats(dtype: Any, rtol: float) -> None:
    check(all_of(EVERYWHERE), X.astype(dtype), rtol=rtol)
    check(all_of(ON_THE_UNIT_INTERVAL), UNIT.astype(dtype), rtol=rtol)
    check(lax.acosh, 1 + abs(X).astype(dtype), rtol=rtol, meshes=False)


def test_functions_of_special_values() -> None:
    check(all_of([*EVERYWHERE, *ON_THE_UNIT_INTERVAL, lax.acosh]), SPECIAL.astype(np.float64), meshes=False)


def test_functions_of_complex_numbers() -> None:
    z = X + 1j * X[::-1]
    functions = [lax.sinh, lax.cosh, lax.asinh, lax.acosh, lax.asin, lax.acos, lax.atan, lax.atanh, lax.tan, lax.square]
    check(all_of([*functions, lax.conj]), z, rtol=1e-4)


def test_functions_of_two_arguments() -> None:
    orders, points = np.tile(np.arange(6.0), (4, 1)), abs(X.astype(np.float64)) + 0.1
    check(lambda n, x: [lax.polygamma(n, x), lax.zeta(n + 1.5, x), lax.zeta(n, x)], orders, points, rtol=1e-9)
    s = np.array([1.0, 0.5, 2.0, 2.0, 2.0, 2.5, 3.0, 2.5, np.nan, 30.0])
    q = np.array([1.0, 1.0, 0.0, -1.0, -1.5, -1.5, 1e4, 0.0, 1.0, 0.5])
    check(lambda s, q: [lax.zeta(s, q), lax.polygamma(s - 1, q)], s, q, rtol=1e-9, meshes=False)


@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.float16, ml_dtypes.bfloat16])
def test_next_after(dtype: Any) -> None:
    a = SPECIAL.astype(dtype)
    for turns in range(0, 12, 3):
        check(lax.nextafter, a, np.roll(a, turns), rtol=0, meshes=dtype is np.float32 and turns == 0)


@pytest.mark.parametrize("dtype", [np.int32, np.uint32, np.int64, np.uint64, np.int8])
def test_high_halves_of_products(dtype: Any) -> None:
    info = np.iinfo(dtype)
    random: Any = RNG
    a, b = (random.integers(info.min, info.max, 40, dtype=dtype, endpoint=True) for _ in range(2))
    (result,) = run(parse(multiply_high(dtype)), [a, b])
    wanted = [(int(x) * int(y)) >> info.bits for x, y in zip(a, b, strict=True)]
    np.testing.assert_array_equal(result, np.array(wanted, dtype))


def multiply_high(dtype: Any) -> str:
    type_ = f"tensor<40x{np.dtype(dtype).name.replace('uint', 'ui').replace('int', 'i')}>"
    return f"""func.func @main(%a: {type_}, %b: {type_}) -> {type_} {{
      %0 = chlo.mulhi %a, %b : {type_}, {type_} -> {type_}
      return %0 : {type_}
    }}"""


def test_infinities_and_constants() -> None:
    text = """func.func @main(%a: tensor<12xf32>) -> (tensor<12xi1>, tensor<12xi1>, tensor<12xi1>, tensor<12xf32>) {
      %0 = chlo.is_inf %a : tensor<12xf32> -> tensor<12xi1>
      %1 = chlo.is_pos_inf %a : tensor<12xf32> -> tensor<12xi1>
      %2 = chlo.is_neg_inf %a : tensor<12xf32> -> tensor<12xi1>
      %3 = "chlo.constant_like"(%a) {value = 2.5 : f32} : (tensor<12xf32>) -> tensor<12xf32>
      return %0, %1, %2, %3 : tensor<12xi1>, tensor<12xi1>, tensor<12xi1>, tensor<12xf32>
    }"""
    either, positive, negative, like = run(parse(text), [SPECIAL])
    np.testing.assert_array_equal(either, np.isinf(SPECIAL))
    np.testing.assert_array_equal(positive, np.inf == SPECIAL)
    np.testing.assert_array_equal(negative, -np.inf == SPECIAL)
    np.testing.assert_array_equal(like, np.full(12, np.float32(2.5)))


def test_ops_that_broadcast() -> None:
    text = """func.func @main(
        %a: tensor<4x6xf32>, %b: tensor<6xf32>, %c: tensor<4xf32>, %s: tensor<f32>, %p: tensor<i1>
      ) -> (tensor<4x6xf32>, tensor<4x6xi1>, tensor<4x6xf32>) {
      %0 = chlo.broadcast_add %a, %b : (tensor<4x6xf32>, tensor<6xf32>) -> tensor<4x6xf32>
      %1 = chlo.broadcast_multiply %0, %c {broadcast_dimensions = array<i64: 0>}
        : (tensor<4x6xf32>, tensor<4xf32>) -> tensor<4x6xf32>
      %2 = chlo.broadcast_compare %1, %s {comparison_direction = #chlo<comparison_direction LT>}
        : (tensor<4x6xf32>, tensor<f32>) -> tensor<4x6xi1>
      %3 = chlo.broadcast_select %p, %1, %s : (tensor<i1>, tensor<4x6xf32>, tensor<f32>) -> tensor<4x6xf32>
      return %1, %2, %3 : tensor<4x6xf32>, tensor<4x6xi1>, tensor<4x6xf32>
    }"""
    product, less, selected = run(parse(text), [X, X[0], X[:, 0], X[1, 1], np.bool_(False)])
    wanted = (X + X[0]) * X[:, :1]
    np.testing.assert_array_equal(product, wanted)
    np.testing.assert_array_equal(less, wanted < X[1, 1])
    np.testing.assert_array_equal(selected, np.full((4, 6), X[1, 1]))


@quiet
def test_accuracy_in_double_precision() -> None:
    """Against Python's own functions, sums that can be written down, and JAX."""
    x = np.concatenate([np.linspace(0.01, 30, 4001), np.logspace(-5, 5, 401)])
    np.testing.assert_allclose(log_gamma(np, x), [math.lgamma(v) for v in x], rtol=1e-13, atol=1e-13)
    negative = np.linspace(-20.3, -0.1, 997)
    np.testing.assert_allclose(log_gamma(np, negative), [math.lgamma(v) for v in negative], rtol=1e-12, atol=1e-12)
    harmonic = np.array([sum(1 / k for k in range(1, n)) - 0.57721566490153286061 for n in range(1, 60)])
    np.testing.assert_allclose(digamma(np, np.arange(1.0, 60)), harmonic, rtol=1e-13)
    ones = np.ones(5)
    exact = [math.pi**2 / 6, 1.2020569031595942854, math.pi**4 / 90, 1.0369277551433699263, math.pi**6 / 945]
    np.testing.assert_allclose(zeta(np, np.arange(2.0, 7), ones), exact, rtol=1e-14)
    signs = np.array([1, -2, 6, -24, 120])
    np.testing.assert_allclose(polygamma(np, np.arange(1.0, 6), ones), signs * exact, rtol=1e-12)
    y = np.linspace(-5.5, 5.5, 2001)
    erfs = np.array([math.erf(v) for v in y])
    inside = abs(erfs) < 1
    condition = np.exp(y * y) * np.finfo(float).eps
    assert (abs(erf_inv(np, erfs) - y) <= 1e-15 + 2 * condition + 4e-16 * abs(y))[inside].all()
    z = np.concatenate([-np.logspace(-8, 3, 301), np.linspace(0, 60, 2001)])
    with jax.enable_x64(True):
        np.testing.assert_allclose(bessel_i1e(np, z), np.asarray(jax.scipy.special.i1e(z)), rtol=1e-13, atol=1e-300)


def test_functions_that_jax_computes_by_loops() -> None:
    a, x = abs(X[0]) + 0.5, abs(X[1]) + 0.1
    check(jax.scipy.special.gammainc, a, x, rtol=1e-4)
    check(lambda a, x: [jax.scipy.special.i0e(a), jax.scipy.stats.norm.ppf(x / 4)], a, x, rtol=1e-4, meshes=False)


def test_normal_numbers_as_jax_makes_them() -> None:
    def samples(key: Any) -> Any:
        key = jax.random.wrap_key_data(key)
        return jax.random.normal(key, (3, 4)), jax.random.gumbel(key, (5,)), jax.random.gamma(key, 2.5, (4,))

    check(samples, np.array([3, 7], np.uint32), rtol=1e-4, meshes=False)
