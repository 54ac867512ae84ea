from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest
from jax_oracle import Function, check, check_text, lax

RNG = np.random.default_rng(8)


def normal(*shape: int, dtype: Any = np.float32) -> Any:
    return RNG.normal(size=shape).astype(dtype)


def small_integers(*shape: int, dtype: Any = np.int32) -> Any:
    info = np.iinfo(dtype)
    return RNG.integers(max(info.min, -100), min(info.max, 100), size=shape).astype(dtype)


DOTS = [
    ((3, 4), (4, 5), (((1,), (0,)), ((), ()))),
    ((2, 3, 4), (2, 4, 5), (((2,), (1,)), ((0,), (0,)))),
    ((3, 2, 4), (5, 4, 2), (((2,), (1,)), ((1,), (2,)))),
    ((2, 3, 4, 5), (4, 2, 6, 3), (((2, 0), (0, 1)), ((1,), (3,)))),
    ((3, 4), (3, 4), (((0, 1), (0, 1)), ((), ()))),
    ((3,), (4,), (((), ()), ((), ()))),
    ((2, 3), (3, 2, 2), (((), ()), ((1, 0), (0, 2)))),
]


@pytest.mark.parametrize(("left", "right", "dims"), DOTS)
def test_dot_general(left: tuple[int, ...], right: tuple[int, ...], dims: Any) -> None:
    check(lambda a, b: lax.dot_general(a, b, dims), normal(*left), normal(*right))


@pytest.mark.parametrize(
    ("dtype", "result"),
    [
        (np.float64, None),
        (ml_dtypes.bfloat16, None),
        (ml_dtypes.bfloat16, np.float32),
        (np.float16, np.float32),
        (ml_dtypes.float8_e4m3fn, np.float32),
        (np.complex64, None),
    ],
)
def test_dot_general_by_type(dtype: Any, result: Any) -> None:
    dims = (((2,), (1,)), ((0,), (0,)))
    function: Function = lambda a, b: lax.dot_general(a, b, dims, preferred_element_type=result)  # noqa: E731
    check(function, normal(2, 3, 64).astype(dtype), normal(2, 64, 5).astype(dtype))


@pytest.mark.parametrize(("dtype", "result"), [(np.int32, None), (np.int8, np.int32), (np.uint8, np.uint32)])
def test_dot_general_of_integers(dtype: Any, result: Any) -> None:
    dims = (((1,), (0,)), ((), ()))
    function: Function = lambda a, b: lax.dot_general(a, b, dims, preferred_element_type=result)  # noqa: E731
    check(function, small_integers(3, 40, dtype=dtype), small_integers(40, 5, dtype=dtype))
    large = np.full((2, 9), np.iinfo(dtype).max, dtype)
    check(function, large, large.T)


@pytest.mark.parametrize(("left", "right", "out"), [("3x4", "4x5", "3x5"), ("4", "4x5", "5"), ("3x4", "4", "3")])
def test_dot(left: str, right: str, out: str) -> None:
    types = f"(tensor<{left}xf32>, tensor<{right}xf32>) -> tensor<{out}xf32>"
    text = f"""func.func @main(%a: tensor<{left}xf32>, %b: tensor<{right}xf32>) -> tensor<{out}xf32> {{
      %0 = stablehlo.dot %a, %b : {types}
      return %0 : tensor<{out}xf32>
    }}"""
    check_text(text, *(normal(*map(int, shape.split("x"))) for shape in (left, right)))


LAYOUTS = [("NCHW", "OIHW", "NCHW"), ("NHWC", "HWIO", "NHWC"), ("HNWC", "WIOH", "CHNW")]


def shaped(layout: str, **sizes: int) -> tuple[int, ...]:
    return tuple(sizes[letter] for letter in layout)


@pytest.mark.parametrize("layouts", LAYOUTS)
def test_convolution_layouts(layouts: tuple[str, str, str]) -> None:
    lhs = normal(*shaped(layouts[0], N=2, C=3, H=7, W=8))
    rhs = normal(*shaped(layouts[1], O=4, I=3, H=3, W=2))
    check(lambda a, b: lax.conv_general_dilated(a, b, (2, 1), "SAME", dimension_numbers=layouts), lhs, rhs)


def random_convolution(seed: int) -> tuple[Any, Any, dict[str, Any]]:
    random = np.random.default_rng(seed)
    feature_groups, batch_groups = [(1, 1), (2, 1), (3, 1), (1, 2), (6, 1)][seed % 5]
    per_group = 2 if seed % 2 else 1
    lhs = (2 * batch_groups, 6, *random.integers(5, 9, 2).tolist())
    rhs = (6 * per_group, 6 // feature_groups, *random.integers(1, 4, 2).tolist())
    config = {
        "window_strides": random.integers(1, 4, 2).tolist(),
        "padding": [tuple(pair) for pair in random.integers(-1, 4, (2, 2)).tolist()],
        "lhs_dilation": random.integers(1, 3, 2).tolist(),
        "rhs_dilation": random.integers(1, 3, 2).tolist(),
        "feature_group_count": feature_groups,
        "batch_group_count": batch_groups,
    }
    return normal(*lhs), normal(*rhs), config


@pytest.mark.parametrize("seed", range(10))
def test_convolutions(seed: int) -> None:
    lhs, rhs, config = random_convolution(seed)
    check(lambda a, b: lax.conv_general_dilated(a, b, **config), lhs, rhs, meshes=seed < 5)


@pytest.mark.parametrize("rank", [0, 1, 3])
def test_convolutions_of_other_ranks(rank: int) -> None:
    lhs, rhs = normal(2, 3, *(5, 6, 4)[:rank]), normal(4, 3, *(2, 3, 2)[:rank])
    check(lambda a, b: lax.conv(a, b, (1, 2, 1)[:rank], "VALID"), lhs, rhs)


def test_convolution_of_bf16_accumulates_in_f32() -> None:
    lhs, rhs = np.ones((1, 64, 4, 4), ml_dtypes.bfloat16), np.full((1, 64, 3, 3), 0.01, ml_dtypes.bfloat16)
    check(lambda a, b: lax.conv(a, b, (1, 1), "VALID"), lhs, rhs)
    function: Function = lambda a, b: lax.conv(a, b, (1, 1), "VALID", preferred_element_type=np.int32)  # noqa: E731
    check(function, small_integers(1, 4, 4, 4, dtype=np.int8), small_integers(2, 4, 3, 3, dtype=np.int8))


def test_a_reversed_window() -> None:
    text = """func.func @main(%a: tensor<1x2x5x6xf32>, %b: tensor<3x2x2x3xf32>) -> tensor<1x3x4x4xf32> {
      %0 = stablehlo.convolution(%a, %b) dim_numbers = [b, f, 0, 1]x[o, i, 0, 1]->[b, f, 0, 1],
        window = {reverse = [true, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64}
        : (tensor<1x2x5x6xf32>, tensor<3x2x2x3xf32>) -> tensor<1x3x4x4xf32>
      return %0 : tensor<1x3x4x4xf32>
    }"""
    check_text(text, normal(1, 2, 5, 6), normal(3, 2, 2, 3))
