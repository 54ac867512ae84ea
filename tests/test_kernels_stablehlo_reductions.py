from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest
from jax_oracle import Function, check, check_text, compare, jax, jnp, lax, parse, run

RNG = np.random.default_rng(9)
X = RNG.normal(size=(4, 5, 6)).astype(np.float32)
I = RNG.integers(-9, 9, size=(3, 8)).astype(np.int32)  # noqa: E741


def without_facts(function: Function, *arguments: Any) -> None:
    """The kernel gives the same where it is not told how its region combines."""
    module = jax.jit(function).lower(*arguments).compiler_ir("stablehlo")
    compare(run(module, arguments, facts=False), run(module, arguments))


def every_reduction(x: Any) -> list[Any]:
    return [f(x, axis=axis) for f in (jnp.sum, jnp.prod, jnp.max, jnp.min) for axis in (0, 1, (0, 2), None)]


def test_reductions_of_floats() -> None:
    check(every_reduction, X)
    check(every_reduction, X.astype(np.float64), meshes=False)
    check(every_reduction, X.astype(ml_dtypes.bfloat16), meshes=False, rtol=5e-2)
    check(lambda x: [jnp.max(x, 1), jnp.min(x, 0)], np.where(X > 1.5, np.nan, X))
    without_facts(every_reduction, X)


def test_reductions_of_integers_and_booleans() -> None:
    reductions = [lax.bitwise_and, lax.bitwise_or, lax.bitwise_xor, lax.add, lax.max]
    inits = [np.int32(-1), np.int32(0), np.int32(0), np.int32(5), np.int32(2)]
    check(lambda x: [lax.reduce(x, init, f, (1,)) for f, init in zip(reductions, inits, strict=True)], I)
    check(lambda x: [lax.reduce(x, np.uint8(200), lax.min, (0,)), jnp.sum(x, 1)], I.astype(np.uint8))
    check(lambda x: [jnp.all(x, 1), jnp.any(x, 0), jnp.any(x)], I > 5)
    check(lambda x: [jnp.sum(x, 0), jnp.prod(x, 1)], (X + 1j * X[::-1]).astype(np.complex64)[0])


def test_initial_values_that_are_not_neutral() -> None:
    function: Function = lambda x, y: [lax.reduce(x, y, f, (1,)) for f in (lax.add, lax.mul, lax.max)]  # noqa: E731
    check(function, X, np.float32(1.5))
    without_facts(function, X, np.float32(1.5))


def test_reductions_of_nothing() -> None:
    check(lambda x: [jnp.sum(x, 0), lax.reduce(x, np.float32(-1), lax.max, (0,))], np.zeros((0, 3), np.float32))


def test_argmax() -> None:
    """Two results reduced together, by a region of several ops."""
    for operand in (X, np.round(X), np.where(X > 1.2, np.nan, X), X.astype(ml_dtypes.bfloat16)):
        check(lambda x: [jnp.argmax(x, axis) for axis in (0, 1, 2)] + [jnp.argmin(x, 1), jnp.argmax(x)], operand)
    check(lambda x: [jnp.argmax(x, 1), jnp.argmin(x, 0)], I)


def test_two_results_by_one_op_each() -> None:
    def both(a: Any, b: Any) -> Any:
        return lax.add(a[0], b[0]), lax.max(a[1], b[1])

    function: Function = lambda x, y: lax.reduce((x, y), (np.float32(1), np.float32(-9)), both, (0, 2))  # noqa: E731
    check(function, X, X[::-1])


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13])
def test_a_region_that_is_not_commutative(size: int) -> None:
    """Matrix products: neighbours must be combined in their order."""

    def product(a: Any, b: Any) -> Any:
        return tuple(a[2 * i] * b[j] + a[2 * i + 1] * b[2 + j] for i in (0, 1) for j in (0, 1))

    def function(*entries: Any) -> Any:
        return lax.reduce(entries, tuple(np.float64(value) for value in (1, 0, 0, 1)), product, (1,))

    check(function, *RNG.normal(size=(4, 3, size)))


def test_map() -> None:
    text = """func.func @main(%a: tensor<2x3xf32>, %b: tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>) {
      %0 = "stablehlo.map"(%a, %b) ({
      ^bb0(%x: tensor<f32>, %y: tensor<f32>):
        %c = stablehlo.constant dense<2.0> : tensor<f32>
        %1 = stablehlo.multiply %x, %c : tensor<f32>
        %2 = stablehlo.add %1, %y : tensor<f32>
        stablehlo.return %2 : tensor<f32>
      }) {dimensions = array<i64: 0, 1>} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
      %3 = "stablehlo.map"(%a, %b) ({
      ^bb0(%x: tensor<f32>, %y: tensor<f32>):
        %c = stablehlo.constant dense<2.0> : tensor<f32>
        stablehlo.return %c : tensor<f32>
      }) {dimensions = array<i64: 0, 1>} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
      return %0, %3 : tensor<2x3xf32>, tensor<2x3xf32>
    }"""
    check_text(text, X[0, :2, :3], X[1, :2, :3])


def cumulative(x: Any) -> list[Any]:
    functions = (lax.cumsum, lax.cumprod, lax.cummax, lax.cummin, lax.cumlogsumexp)
    return [f(x, axis=axis, reverse=reverse) for f in functions for axis in (0, 1) for reverse in (False, True)]


def test_running_reductions() -> None:
    check(cumulative, X[0])
    check(lambda x: [lax.cumsum(x, axis=1), lax.cummax(x, axis=0)], I)
    check(lambda x: lax.cumsum(x, axis=0), np.ones((400, 2), ml_dtypes.bfloat16), meshes=False)
    without_facts(cumulative, X[0])


def pooled(x: Any) -> list[Any]:
    ways: list[dict[str, Any]] = [
        {"window_dimensions": (1, 2, 3), "window_strides": (1, 2, 2), "padding": "VALID"},
        {"window_dimensions": (1, 3, 3), "window_strides": (1, 1, 1), "padding": "SAME"},
        {
            "window_dimensions": (2, 2, 2),
            "window_strides": (1, 2, 3),
            "padding": ((0, 1), (3, 2), (1, 4)),
            "base_dilation": (2, 1, 3),
            "window_dilation": (1, 2, 2),
        },
        {"window_dimensions": (2, 2, 2), "window_strides": (1, 1, 1), "padding": ((-1, 1), (0, -2), (2, -1))},
    ]
    kinds = [(lax.add, 0.0), (lax.max, -np.inf), (lax.mul, 1.0), (lax.min, np.inf), (lax.add, 2.0)]
    return [lax.reduce_window(x, np.float32(init), f, **way) for way in ways for f, init in kinds]


def test_pooling() -> None:
    check(pooled, X)
    without_facts(pooled, X)


@pytest.mark.parametrize("window", [(1, 2, 2), (2, 3, 1)])
@pytest.mark.parametrize("strides", [(1, 1, 1), (1, 2, 3)])
@pytest.mark.parametrize("padding", ["SAME", "VALID"])
def test_gradient_of_max_pooling(window: Any, strides: Any, padding: str) -> None:
    """select_and_scatter, and for the second derivative a reduction of windows of pairs."""

    def pool(x: Any) -> Any:
        return lax.reduce_window(x, -np.inf, lax.max, window, strides, padding)

    def loss(x: Any) -> Any:
        return (pool(x) ** 2).sum()

    gradient = jax.grad(loss)
    check(gradient, np.round(X))
    check(lambda x: jax.jvp(gradient, (x,), (x[::-1],))[1], X, meshes=False)


def test_select_and_scatter_by_any_regions() -> None:
    text = """func.func @main(%a: tensor<5x6xf32>, %s: tensor<3x3xf32>, %i: tensor<f32>) -> tensor<5x6xf32> {
      %0 = "stablehlo.select_and_scatter"(%a, %s, %i) ({
      ^bb0(%x: tensor<f32>, %y: tensor<f32>):
        %1 = stablehlo.compare LT, %x, %y : (tensor<f32>, tensor<f32>) -> tensor<i1>
        stablehlo.return %1 : tensor<i1>
      }, {
      ^bb0(%x: tensor<f32>, %y: tensor<f32>):
        %1 = stablehlo.maximum %x, %y : tensor<f32>
        stablehlo.return %1 : tensor<f32>
      }) {window_dimensions = array<i64: 3, 2>, window_strides = array<i64: 2, 2>,
          padding = dense<[[1, 1], [1, -1]]> : tensor<2x2xi64>}
        : (tensor<5x6xf32>, tensor<3x3xf32>, tensor<f32>) -> tensor<5x6xf32>
      return %0 : tensor<5x6xf32>
    }"""
    module = parse(text)
    operand, source = X[0], X[1, :3, :3]
    (result,) = run(module, [operand, source, np.float32(-0.25)])
    np.testing.assert_array_equal(result, scattered(operand, source, -0.25))


def scattered(operand: Any, source: Any, init: float) -> Any:
    result = np.full(operand.shape, init, np.float32)
    for i, j in np.ndindex(source.shape):
        inside = [(r, c) for r in range(2 * i - 1, 2 * i + 2) for c in range(2 * j - 1, 2 * j + 1)]
        inside = [(r, c) for r, c in inside if 0 <= r < 5 and 0 <= c < 5]
        chosen = min(inside, key=operand.__getitem__)
        result[chosen] = max(result[chosen], source[i, j])
    return result
