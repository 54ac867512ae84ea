from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest
from jax_oracle import check, check_text, jnp, lax

RNG = np.random.default_rng(11)
X = RNG.normal(size=(3, 7, 4)).astype(np.float32)
SPECIAL = np.array([0.0, -0.0, np.nan, 1.0, -np.inf, np.inf, -1.0, 0.0, -np.nan, 1.0, 2.0, -0.0], np.float32)


@pytest.mark.parametrize("dtype", [np.float32, np.float64, ml_dtypes.bfloat16, np.int32, np.uint8, np.bool_])
def test_sort(dtype: Any) -> None:
    operand = (2 * abs(X)).astype(dtype)
    check(lambda x: [jnp.sort(x, axis, stable=True) for axis in (0, 1, 2)], operand)
    check(lambda x: [jnp.argsort(x, 1), jnp.argsort(x, 1, descending=True), jnp.sort(x, 2, descending=True)], operand)


def test_special_values_sort_as_in_jax() -> None:
    check(lambda x: [jnp.sort(x), jnp.argsort(x), jnp.argsort(x, descending=True)], SPECIAL)
    check(lambda x: [jnp.sort(x), jnp.argsort(x)], SPECIAL.astype(ml_dtypes.bfloat16))
    check(jnp.sort, (np.round(X) + 1j * np.round(X[::-1])).astype(np.complex64))


def test_several_keys() -> None:
    a, b = RNG.integers(0, 3, (2, 3, 20)), np.round(RNG.normal(size=(3, 20)))
    check(lambda a, b, c: lax.sort([a, b, c], num_keys=2), a[0], b, a[1])
    check(lambda a, b: jnp.lexsort((a, b)), b[0], a[0][0])
    check(lambda a, b: lax.sort([a, b], num_keys=1, dimension=0), a[0], b)


def sort_text(comparison: str, size: int = 13) -> str:
    return f"""func.func @main(%a: tensor<3x{size}xi32>, %b: tensor<3x{size}xi32>)
        -> (tensor<3x{size}xi32>, tensor<3x{size}xi32>) {{
      %0:2 = "stablehlo.sort"(%a, %b) ({{
      ^bb0(%x: tensor<i32>, %y: tensor<i32>, %m: tensor<i32>, %n: tensor<i32>):
        %c = stablehlo.constant dense<3> : tensor<i32>
        {comparison}
        stablehlo.return %r : tensor<i1>
      }}) {{dimension = 1 : i64, is_stable = true}} : (tensor<3x{size}xi32>, tensor<3x{size}xi32>)
        -> (tensor<3x{size}xi32>, tensor<3x{size}xi32>)
      return %0#0, %0#1 : tensor<3x{size}xi32>, tensor<3x{size}xi32>
    }}"""


BY_REMAINDER = """%1 = stablehlo.remainder %x, %c : tensor<i32>
  %2 = stablehlo.remainder %y, %c : tensor<i32>
  %r = stablehlo.compare LT, %1, %2 : (tensor<i32>, tensor<i32>) -> tensor<i1>"""
BY_SECOND = "%r = stablehlo.compare GT, %m, %n : (tensor<i32>, tensor<i32>) -> tensor<i1>"
BY_SUM = """%1 = stablehlo.add %x, %m : tensor<i32>
  %2 = stablehlo.add %y, %n : tensor<i32>
  %r = stablehlo.compare LT, %1, %2 : (tensor<i32>, tensor<i32>) -> tensor<i1>"""
NEVER = "%r = stablehlo.compare LT, %c, %c : (tensor<i32>, tensor<i32>) -> tensor<i1>"


@pytest.mark.parametrize("size", [1, 2, 3, 8, 13, 33])
@pytest.mark.parametrize("comparison", [BY_REMAINDER, BY_SECOND, BY_SUM, NEVER])
def test_any_comparator_sorts_stably(comparison: str, size: int) -> None:
    a, b = RNG.integers(0, 9, (2, 3, size)).astype(np.int32)
    check_text(sort_text(comparison, size), a, b, meshes=size == 13)


@pytest.mark.parametrize("dtype", [np.float32, np.int32, ml_dtypes.bfloat16])
def test_top_k(dtype: Any) -> None:
    operand = np.round(3 * X.transpose(0, 2, 1)).astype(dtype)
    check(lambda x: [lax.top_k(x, k) for k in (1, 3, 7)], operand)


def test_top_k_of_special_values() -> None:
    check(lambda x: lax.top_k(x, 12), SPECIAL)
