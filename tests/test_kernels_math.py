from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from kernel_checks import check

from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.kernels.error_function import erf, erfc

UNIT = np.array([0.1, 0.25, 0.5, 0.75, 0.9])
ABOVE_ONE = np.array([1.0, 1.5, 2.0, 3.75, 10.0])
MIXED = np.array([-2.5, -0.5, 0.0, 0.5, 1.5, 2.5, 0.49999999999999994, -7.25])


def _half_away(x: float) -> float:
    return math.copysign(math.floor(Fraction(abs(x)) + Fraction(1, 2)), x)


SCALAR: dict[str, tuple[Callable[[float], float], Any]] = {
    "exp": (math.exp, MIXED),
    "exp2": (lambda x: 2.0**x, MIXED),
    "expm1": (math.expm1, MIXED),
    "log": (math.log, UNIT),
    "log2": (math.log2, UNIT),
    "log10": (math.log10, UNIT),
    "log1p": (math.log1p, UNIT),
    "sqrt": (math.sqrt, UNIT),
    "rsqrt": (lambda x: 1 / math.sqrt(x), UNIT),
    "cbrt": (lambda x: x ** (1 / 3), UNIT),
    "sin": (math.sin, MIXED),
    "cos": (math.cos, MIXED),
    "tan": (math.tan, MIXED),
    "asin": (math.asin, UNIT),
    "acos": (math.acos, UNIT),
    "atan": (math.atan, MIXED),
    "sinh": (math.sinh, MIXED),
    "cosh": (math.cosh, MIXED),
    "tanh": (math.tanh, MIXED),
    "asinh": (math.asinh, MIXED),
    "acosh": (math.acosh, ABOVE_ONE),
    "atanh": (math.atanh, UNIT),
    "erf": (math.erf, MIXED),
    "erfc": (math.erfc, MIXED),
    "absf": (abs, MIXED),
    "ceil": (math.ceil, MIXED),
    "floor": (math.floor, MIXED),
    "trunc": (math.trunc, MIXED),
    "round": (_half_away, MIXED),
    "roundeven": (round, MIXED),
}


@pytest.mark.parametrize("name", SCALAR)
def test_unary_ops_follow_pythons_math(name: str) -> None:
    function, values = SCALAR[name]
    check(f"math.{name}", [values], (values.shape, "f64"), expected=[function(float(x)) for x in values], rtol=1e-14)


@pytest.mark.parametrize("dtype", ["f32", "f16", "bf16"])
@pytest.mark.parametrize("name", ["exp", "tanh", "erf", "rsqrt", "ceil"])
def test_narrow_floats_are_rounded_as_if_computed_exactly(name: str, dtype: str) -> None:
    operand = UNIT.astype(numpy_dtype(dtype))
    exact = np.array([SCALAR[name][0](float(x)) for x in operand])
    spacing = {"f32": 2.0**-23, "f16": 2.0**-10, "bf16": 2.0**-7}[dtype]
    check(
        f"math.{name}",
        [operand],
        (operand.shape, dtype),
        expected=exact,
        rtol=(1.5 if dtype == "f32" else 0.75) * spacing,
    )


def test_erf_over_its_whole_range() -> None:
    x = np.concatenate([np.linspace(-30, 30, 40_001), np.logspace(-300, 1, 3001), [0.46875, 4.0, -4.0]])
    np.testing.assert_allclose(erf(np, x), [math.erf(v) for v in x], rtol=5e-16, atol=0)
    normal = x[x < 26.5]  # beyond, erfc is subnormal
    np.testing.assert_allclose(erfc(np, normal), [math.erfc(v) for v in normal], rtol=2e-15, atol=0)
    special = np.array([math.inf, -math.inf, math.nan])
    np.testing.assert_array_equal(erf(np, special), [1, -1, math.nan])
    np.testing.assert_array_equal(erfc(np, special), [0, 2, math.nan])


@pytest.mark.parametrize(
    ("name", "scalar"),
    [("atan2", math.atan2), ("powf", math.pow), ("copysign", math.copysign)],
)
def test_binary_ops_follow_pythons_math(name: str, scalar: Callable[[float, float], float]) -> None:
    a, b = np.array([0.5, 1.5, 2.0, 3.0]), np.array([-1.0, 2.0, -0.5, 3.0])
    expected = [scalar(float(x), float(y)) for x, y in zip(a, b, strict=True)]
    check(f"math.{name}", [a, b], ((4,), "f64"), expected=expected, rtol=1e-14)


def test_integer_powers() -> None:
    exponents = np.array([3, -2, 0, -1], np.int32)
    bases = np.array([2.0, -2.0, 5.0, 4.0], np.float32)
    check("math.fpowi", [bases, exponents], ((4,), "f32"), expected=[8, 0.25, 1, 0.25])
    integers = np.array([3, 2, -1, -1, -2, 7], np.int32)
    powers = np.array([4, -1, -3, -2, 3, 0], np.int32)
    check("math.ipowi", [integers, powers], ((6,), "i32"), expected=[81, 0, -1, 1, -8, 1])


def test_fma_rounds_f32_once() -> None:
    a = np.array([1 + 2.0**-12], np.float32)
    c = np.array([-1.0], np.float32)
    check("math.fma", [a, a, c], ((1,), "f32"), expected=[2.0**-11 + 2.0**-24], rtol=1e-7)


def test_clampf() -> None:
    low, high = np.array([-1.0] * 8), np.array([1.0] * 8)
    check("math.clampf", [MIXED, low, high], ((8,), "f64"), expected=[min(max(x, -1.0), 1.0) for x in MIXED])


@pytest.mark.parametrize("name", ["isnan", "isinf", "isfinite"])
def test_classification(name: str) -> None:
    operand = np.array([1.0, math.nan, math.inf, -math.inf], np.float32)
    check(f"math.{name}", [operand], ((4,), "i1"), expected=[getattr(math, name)(float(x)) for x in operand])


@pytest.mark.parametrize(("dtype", "bits"), [("i8", 8), ("i32", 32), ("i64", 64), ("i4", 4)])
def test_bit_counts(dtype: str, bits: int) -> None:
    operand = np.array([0, 1, -1, 6, -8, 4], numpy_dtype(dtype))
    texts = [format(int(x) % 2**bits, f"0{bits}b") for x in operand]
    expected = {
        "ctpop": [text.count("1") for text in texts],
        "ctlz": [len(text) - len(text.lstrip("0")) for text in texts],
        "cttz": [len(text) - len(text.rstrip("0")) for text in texts],
    }
    for name, counts in expected.items():
        wrapped = [(count + 2 ** (bits - 1)) % 2**bits - 2 ** (bits - 1) for count in counts]
        check(f"math.{name}", [operand], ((6,), dtype), expected=wrapped, dtypes={0: dtype})


def test_absi() -> None:
    check("math.absi", [np.array([-3, 4], np.int32)], ((2,), "i32"), expected=[3, 4])
