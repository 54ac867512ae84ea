from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from jax_oracle import Function, check, jax, jnp, lax, parse, run

from llmsys_ir.runtime.kernels import KernelCall, kernel_for
from llmsys_ir.sharding.signature import OpSignature, TensorSpec

RNG = np.random.default_rng(13)
X = RNG.normal(size=(6, 4)).astype(np.float32)


def test_scan_and_loops() -> None:
    def rnn(weights: Any, xs: Any) -> Any:
        def step(state: Any, x: Any) -> Any:
            state = jnp.tanh(state @ weights + x)
            return state, state.sum()

        return lax.scan(step, jnp.zeros(4, xs.dtype), xs)

    check(rnn, X[:4], X)

    def loss(weights: Any, xs: Any) -> Any:
        return (rnn(weights, xs)[1] ** 2).sum()

    check(jax.grad(loss), X[:4], X, meshes=False)


def halvings(x: Any) -> Any:
    def above_one(state: Any) -> Any:
        return state[0] > 1

    def halved(state: Any) -> Any:
        return state[0] / 2, state[1] + 1

    return lax.while_loop(above_one, halved, (x, 0))


def test_devices_may_run_a_loop_for_a_different_time() -> None:
    check(halvings, np.float32(37))
    module = jax.jit(halvings).lower(np.float32(1)).compiler_ir("stablehlo")
    starts = np.array([[0.5, 3.0, 37.0]], np.float32)
    value, count = run(module, [starts], 2)
    np.testing.assert_array_equal(value, [[0.5, 0.75, 0.578125]])
    np.testing.assert_array_equal(count, [[0, 2, 6]])


def branches(index: Any, x: Any) -> Any:
    incremented: Function = lambda x: x + 1  # noqa: E731
    squared: Function = lambda x: x * x  # noqa: E731
    by_number = lax.switch(index, [incremented, squared, jnp.flipud], x)
    return by_number, lax.cond(x[0, 0] > 0, incremented, squared, x)


def test_branches() -> None:
    check(branches, np.int32(0), X)
    for index in (-3, 1, 2, 9):
        check(branches, np.int32(index), X, meshes=False)
    module = jax.jit(branches).lower(np.int32(0), X).compiler_ir("stablehlo")
    chosen, _ = run(module, [np.array([0, 1, 2], np.int32), X[None]], 1)
    for device, expected in enumerate((X + 1, X * X, X[::-1])):
        np.testing.assert_array_equal(chosen[device], expected)


CASE = """func.func @main(%i: tensor<i32>, %x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "stablehlo.case"(%i) ({
    stablehlo.return %x : tensor<2xf32>
  }, {
    %1 = stablehlo.negate %x : tensor<2xf32>
    stablehlo.return %1 : tensor<2xf32>
  }) : (tensor<i32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}"""


@pytest.mark.parametrize(("index", "sign"), [(0, 1), (1, -1), (2, -1), (-1, -1)])
def test_an_index_beyond_the_branches_takes_the_last(index: int, sign: int) -> None:
    (result,) = run(parse(CASE), [np.int32(index), X[0, :2]])
    np.testing.assert_array_equal(result, sign * X[0, :2])


def test_devices_must_agree_where_a_region_communicates() -> None:
    spec = TensorSpec((), "i1")
    condition: Callable[[Any], Any] = lambda going: (going,)  # noqa: E731
    body: Callable[[Any], Any] = lambda going: (going & False,)  # noqa: E731
    signature = OpSignature("stablehlo.while", (spec,), (spec,))
    call = KernelCall(signature, 1, regions=(condition, body), of_all=np.asarray)
    kernel = kernel_for("stablehlo.while")
    assert kernel is not None
    assert not kernel(call, np.array([True, True]))[0].any()
    with pytest.raises(ValueError, match="devices disagree on its predicate, but its regions communicate"):
        kernel(call, np.array([True, False]))


def test_random_numbers_as_jax_makes_them() -> None:
    """Threefry as a loop of shifts, and samplers that loop until they accept."""
    key = np.array([3, 7], np.uint32)

    def samples(key: Any) -> Any:
        key = jax.random.wrap_key_data(key)
        return (
            jax.random.bits(key, (5,)),
            jax.random.uniform(key, (3, 4)),
            jax.random.randint(key, (4,), -3, 30),
            jax.random.permutation(key, 9),
            jax.random.bernoulli(key, 0.3, (6,)),
        )

    check(samples, key)
