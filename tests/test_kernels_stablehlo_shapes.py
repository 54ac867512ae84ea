from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest
from jax_oracle import check, check_text, jnp, lax, parse, run

RNG = np.random.default_rng(7)
X = RNG.normal(size=(4, 5, 6)).astype(np.float32)
I = RNG.integers(-9, 9, size=(3, 4)).astype(np.int32)  # noqa: E741


def test_moving_elements() -> None:
    check(
        lambda x: (
            lax.reshape(x, (10, 12)),
            lax.transpose(x, (2, 0, 1)),
            lax.rev(x, (0, 2)),
            lax.slice(x, (1, 0, 2), (3, 5, 6), (1, 2, 3)),
            lax.concatenate([x, x[:, :2]], 1),
            lax.broadcast_in_dim(x[:, :1], (4, 3, 2, 6), (0, 2, 3)),
            lax.broadcast_in_dim(x[0, 0, 0], (2, 3), ()),
            jnp.stack([x, x]),
            lax.optimization_barrier(x),
        ),
        X,
    )
    check(lambda x, y: lax.concatenate([x, y, x], 0), I, I[:2])


@pytest.mark.parametrize("dtype", [np.int32, np.float32, np.uint8, np.complex64, ml_dtypes.bfloat16])
def test_iota(dtype: Any) -> None:
    check(lambda x: (lax.broadcasted_iota(dtype, (3, 4), 1) + x, lax.iota(dtype, 5)), np.zeros((), dtype))


def test_constants() -> None:
    values = [np.arange(6.0).reshape(2, 3), np.array([True, False]), np.array([1, -2], np.int8), np.float32(np.nan)]
    values += [np.array([1 + 2j, 3], np.complex64), np.full((2, 2), 7, np.uint32), np.ones(3, ml_dtypes.bfloat16)]
    check(lambda x: [jnp.asarray(value) for value in values] + [x], np.float32(0))


def test_pad() -> None:
    """Also by negative amounts, between elements, and until nothing is left."""
    amounts = [
        (0, 0, 0),
        (1, 3, 0),
        (-1, 0, 0),
        (0, -2, 1),
        (2, -1, 2),
        (-3, -1, 2),
        (-4, 6, 1),
        (5, -7, 0),
        (-2, -2, 0),
    ]
    configs = [[amounts[(at + dim * step) % 9] for dim in range(3)] for at in range(9) for step in (1, 2)]
    configs.append([(-4, 0, 0), (0, 0, 0), (0, 0, 0)])
    check(lambda x, value: [lax.pad(x, value, config) for config in configs], X, np.float32(3))
    check(lambda x, value: lax.pad(x, value, [(1, 1, 1), (2, 0, 0)]), np.zeros((0, 2), np.int32), np.int32(3))


def test_dims_may_be_given_in_any_order() -> None:
    text = """func.func @main(%a: tensor<4x3xi32>) -> tensor<3x2x4xi32> {
      %0 = stablehlo.broadcast_in_dim %a, dims = [2, 0] : (tensor<4x3xi32>) -> tensor<3x2x4xi32>
      return %0 : tensor<3x2x4xi32>
    }"""
    check_text(text, I.T)


def test_shapes_given_at_run_time() -> None:
    """The result's type says what they must be."""
    text = """func.func @main(%a: tensor<3x4xi32>, %shape: tensor<3xi32>) -> (tensor<2x3x4xi32>, tensor<i32>) {
      %0 = stablehlo.dynamic_broadcast_in_dim %a, %shape, dims = [1, 2]
        : (tensor<3x4xi32>, tensor<3xi32>) -> tensor<2x3x4xi32>
      %1 = stablehlo.dynamic_iota %shape, dim = 1 : (tensor<3xi32>) -> tensor<2x3x4xi32>
      %2 = stablehlo.add %0, %1 : tensor<2x3x4xi32>
      %3 = stablehlo.get_dimension_size %2, dim = 1 : (tensor<2x3x4xi32>) -> tensor<i32>
      return %2, %3 : tensor<2x3x4xi32>, tensor<i32>
    }"""
    expected = np.broadcast_to(I, (2, 3, 4)) + np.arange(3)[:, None]
    for batch in (0, 1):
        arguments = [I.reshape((1,) * batch + I.shape), np.array([2, 3, 4], np.int32).reshape((1,) * batch + (3,))]
        result, size = run(parse(text), arguments, batch)
        np.testing.assert_array_equal(result.reshape(2, 3, 4), expected)
        assert size.tolist() == (3 if batch == 0 else [3])


SLICES = """func.func @main(%a: tensor<4x5xi32>, %start: tensor<2xi32>, %limit: tensor<2xi32>, %step: tensor<2xi32>)
    -> (tensor<2x2xi32>, tensor<9x13xi32>) {
  %value = stablehlo.constant dense<7> : tensor<i32>
  %0 = stablehlo.real_dynamic_slice %a, %start, %limit, %step
    : (tensor<4x5xi32>, tensor<2xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x2xi32>
  %1 = stablehlo.dynamic_pad %a, %value, %start, %start, %step
    : (tensor<4x5xi32>, tensor<i32>, tensor<2xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<9x13xi32>
  return %0, %1 : tensor<2x2xi32>, tensor<9x13xi32>
}"""


def test_bounds_given_at_run_time() -> None:
    a = np.arange(20, dtype=np.int32).reshape(4, 5)
    start, limit, step = (np.array(values, np.int32) for values in ([1, 0], [3, 4], [1, 2]))
    sliced, padded = run(parse(SLICES), [a, start, limit, step])
    np.testing.assert_array_equal(sliced, a[1:3, 0:4:2])
    np.testing.assert_array_equal(padded, lax.pad(a, np.int32(7), [(1, 1, 1), (0, 0, 2)]))
    differing = np.stack([start, start + 1])
    operands = [array[None] for array in (a, start, limit, step)]
    with pytest.raises(ValueError, match=r"'stablehlo\.real_dynamic_slice': devices disagree on a shape or bound"):
        run(parse(SLICES), [operands[0], differing, *operands[2:]], 1)
