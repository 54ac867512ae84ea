from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from kernel_checks import check, run

from llmsys_ir.runtime.kernels import numpy_dtype

FLOATS = np.array([0.0, 1.5, -2.25, 3.0, -7.5, 1e-3, math.inf, math.nan], dtype=np.float32)
OTHER_FLOATS = np.array([1.0, -1.5, 2.25, 3.0, 2.0, math.nan, 1.0, math.nan], dtype=np.float32)
INTEGERS = np.array([-128, -7, -1, 0, 1, 5, 100, 127], dtype=np.int8)
DIVISORS = np.array([3, -2, 5, 7, -7, 2, -3, 10], dtype=np.int8)


def _wrapped(value: int) -> int:
    return (value + 128) % 256 - 128


def _truncated(a: int, b: int) -> int:
    return int(math.copysign(abs(a) // abs(b), a * b)) if a else 0


def _unsigned(function: Callable[[int, int], int]) -> Callable[[int, int], int]:
    return lambda a, b: function(a % 256, b % 256)


SCALAR: dict[str, Callable[[int, int], int]] = {
    "addi": lambda a, b: a + b,
    "subi": lambda a, b: a - b,
    "muli": lambda a, b: a * b,
    "divsi": _truncated,
    "remsi": lambda a, b: a - b * _truncated(a, b),
    "ceildivsi": lambda a, b: -(-a // b),
    "floordivsi": lambda a, b: a // b,
    "divui": _unsigned(lambda a, b: a // b),
    "ceildivui": _unsigned(lambda a, b: -(-a // b)),
    "remui": _unsigned(lambda a, b: a % b),
    "andi": lambda a, b: a & b,
    "ori": lambda a, b: a | b,
    "xori": lambda a, b: a ^ b,
    "maxsi": max,
    "minsi": min,
    "maxui": _unsigned(max),
    "minui": _unsigned(min),
}


@pytest.mark.parametrize("name", SCALAR)
def test_integer_ops_follow_scalar_semantics(name: str) -> None:
    expected = [_wrapped(SCALAR[name](int(a), int(b))) for a, b in zip(INTEGERS, DIVISORS, strict=True)]
    check(f"arith.{name}", [INTEGERS, DIVISORS], ((8,), "i8"), expected=expected)


SHIFTS: dict[str, Callable[[int, int], int]] = {
    "shli": lambda a, b: a << b,
    "shrsi": lambda a, b: a >> b,
    "shrui": lambda a, b: (a % 256) >> b,
}


@pytest.mark.parametrize("name", SHIFTS)
def test_shifts(name: str) -> None:
    amounts = np.arange(8, dtype=np.int8)
    expected = [_wrapped(SHIFTS[name](int(a), int(b))) for a, b in zip(INTEGERS, amounts, strict=True)]
    check(f"arith.{name}", [INTEGERS, amounts], ((8,), "i8"), expected=expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("addi", [0, 1, 1, 0]),
        ("subi", [0, 1, 1, 0]),
        ("muli", [0, 0, 0, 1]),
        ("maxsi", [0, 0, 0, 1]),
        ("maxui", [0, 1, 1, 1]),
        ("minsi", [0, 1, 1, 1]),
        ("xori", [0, 1, 1, 0]),
    ],
)
def test_one_bit_integers_wrap(name: str, expected: list[int]) -> None:
    a, b = np.array([0, 0, 1, 1], dtype=bool), np.array([0, 1, 0, 1], dtype=bool)
    check(f"arith.{name}", [a, b], ((4,), "i1"), expected=expected)


FLOAT: dict[str, Callable[[float, float], float]] = {
    "addf": lambda a, b: a + b,
    "subf": lambda a, b: a - b,
    "mulf": lambda a, b: a * b,
    "divf": lambda a, b: a / b,
    "remf": math.fmod,
}


@pytest.mark.parametrize("name", FLOAT)
@pytest.mark.parametrize("dtype", ["f32", "bf16", "f16"])
def test_float_arithmetic(name: str, dtype: str) -> None:
    a = FLOATS[:5].astype(numpy_dtype(dtype))
    b = OTHER_FLOATS[:5].astype(numpy_dtype(dtype))
    expected = [FLOAT[name](float(x), float(y)) for x, y in zip(a, b, strict=True)]
    check(f"arith.{name}", [a, b], ((5,), dtype), expected=expected, rtol=1e-6 if dtype == "f32" else 8e-3)


def test_maximumf_propagates_nan_and_maxnumf_ignores_it() -> None:
    a, b = np.array([1.0, math.nan, 2.0], np.float32), np.array([3.0, 1.0, math.nan], np.float32)
    check("arith.maximumf", [a, b], ((3,), "f32"), expected=[3.0, math.nan, math.nan])
    check("arith.minimumf", [a, b], ((3,), "f32"), expected=[1.0, math.nan, math.nan])
    check("arith.maxnumf", [a, b], ((3,), "f32"), expected=[3.0, 1.0, 2.0])
    check("arith.minnumf", [a, b], ((3,), "f32"), expected=[1.0, 1.0, 2.0])
    check("arith.negf", [a], ((3,), "f32"), expected=-a)


def _cmpf(predicate: int, a: float, b: float) -> bool:
    unordered = math.isnan(a) or math.isnan(b)
    relations = [False, a == b, a > b, a >= b, a < b, a <= b, a != b, True]
    return relations[predicate] and not unordered if predicate < 8 else _unordered_cmpf(predicate, a, b)


def _unordered_cmpf(predicate: int, a: float, b: float) -> bool:
    unordered = math.isnan(a) or math.isnan(b)
    return unordered or [a == b, a > b, a >= b, a < b, a <= b, a != b, False, True][predicate - 8]


@pytest.mark.parametrize("predicate", range(16))
def test_cmpf(predicate: int) -> None:
    expected = [_cmpf(predicate, float(a), float(b)) for a, b in zip(FLOATS, OTHER_FLOATS, strict=True)]
    attributes = {"predicate": predicate}
    check("arith.cmpf", [FLOATS, OTHER_FLOATS], ((8,), "i1"), expected=expected, attributes=attributes)


@pytest.mark.parametrize("predicate", range(10))
def test_cmpi(predicate: int) -> None:
    def scalar(a: int, b: int) -> bool:
        u, v = a % 256, b % 256
        return [a == b, a != b, a < b, a <= b, a > b, a >= b, u < v, u <= v, u > v, u >= v][predicate]

    expected = [scalar(int(a), int(b)) for a, b in zip(INTEGERS, DIVISORS, strict=True)]
    attributes = {"predicate": predicate}
    check("arith.cmpi", [INTEGERS, DIVISORS], ((8,), "i1"), expected=expected, attributes=attributes)


def test_cmpi_reads_true_as_minus_one_when_signed() -> None:
    a, b = np.array([True]), np.array([False])
    check("arith.cmpi", [a, b], ((1,), "i1"), expected=[True], attributes={"predicate": 2})
    check("arith.cmpi", [a, b], ((1,), "i1"), expected=[False], attributes={"predicate": 6})


def test_select() -> None:
    condition, a, b = np.array([True, False, True]), np.arange(3.0), -np.arange(3.0)
    check("arith.select", [condition, a, b], ((3,), "f64"), expected=[0, -1, 2])


def test_select_with_a_scalar_condition() -> None:
    a, b = np.arange(6.0).reshape(2, 3), -np.arange(6.0).reshape(2, 3)
    check("arith.select", [np.array(False), a, b], ((2, 3), "f64"), expected=b, scalars=(0,))


@pytest.mark.parametrize(
    ("name", "operand", "dtype", "expected"),
    [
        ("extf", np.array([1.5], np.float32), "f64", [1.5]),
        ("truncf", np.array([1.00390625, 1.01171875]), "bf16", [1.0, 1.015625]),
        ("truncf", np.array([1e6], np.float32), "f16", [math.inf]),
        ("extsi", np.array([True, False]), "i32", [-1, 0]),
        ("extui", np.array([True, False]), "i32", [1, 0]),
        ("extsi", np.array([-3], np.int8), "i32", [-3]),
        ("extui", np.array([-3], np.int8), "i32", [253]),
        ("trunci", np.array([258, -129], np.int32), "i8", [2, 127]),
        ("trunci", np.array([6, 7], np.int32), "i1", [0, 1]),
        ("sitofp", np.array([-3, 4], np.int8), "f32", [-3, 4]),
        ("uitofp", np.array([-3, 4], np.int8), "f32", [253, 4]),
        ("sitofp", np.array([True]), "f32", [-1]),
        ("uitofp", np.array([True]), "bf16", [1]),
        ("fptosi", np.array([-2.7, 2.7], np.float32), "i32", [-2, 2]),
        ("fptoui", np.array([2.7, 200.0], np.float32), "i8", [2, -56]),
        ("fptoui", np.array([3e9], np.float32), "i32", [3e9 - 2**32]),
        ("fptoui", np.array([2.0**63], np.float64), "i64", [-(2.0**63)]),
        ("index_cast", np.array([-5], np.int32), "i64", [-5]),
        ("index_castui", np.array([-5], np.int32), "i64", [2**32 - 5]),
        ("bitcast", np.array([1.0], np.float32), "i32", [0x3F800000]),
    ],
)
def test_conversions(name: str, operand: Any, dtype: str, expected: list[float]) -> None:
    check(f"arith.{name}", [operand], (operand.shape, dtype), expected=expected)


def test_widths_between_numpys_wrap_at_their_own_width() -> None:
    a = np.array([7, -8, 3], np.int8)
    b = np.array([1, -1, 2], np.int8)
    i4 = {0: "i4", 1: "i4"}
    check("arith.addi", [a, b], ((3,), "i4"), expected=[-8, 7, 5], dtypes=i4)
    check("arith.divui", [a, b], ((3,), "i4"), expected=[7, 0, 1], dtypes=i4)


def test_constant_keeps_a_splat_as_a_view() -> None:
    splat = np.broadcast_to(np.float32(2.5), (1000, 1000))
    (value,) = run("arith.constant", [], ((1000, 1000), "f32"), batch=2, dense={"value": splat})
    assert value.shape == (1, 1, 1000, 1000)
    assert not any(value.strides[2:])
    assert value[0, 0, 3, 4] == 2.5


def test_a_splat_constant_takes_the_local_shape() -> None:
    splat = np.broadcast_to(np.int64(3), (8, 4))
    check("arith.constant", [], ((2, 4), "i64"), dense={"value": splat}, expected=np.full((2, 4), 3))


@pytest.mark.parametrize(
    ("value", "dtype", "expected"),
    [(2.5, "f32", 2.5), (True, "i1", 1), (-1, "i1", 1), (255, "i8", -1), (7, "index", 7)],
)
def test_scalar_constant(value: float, dtype: str, expected: float) -> None:
    check("arith.constant", [], ((), dtype), attributes={"value": value}, expected=expected)


def test_dense_constant() -> None:
    value = np.arange(6, dtype=np.int32).reshape(2, 3)
    check("arith.constant", [], ((2, 3), "i32"), dense={"value": value}, expected=value)
    with pytest.raises(ValueError, match=r"constant of shape \(2, 3\) does not match"):
        run("arith.constant", [], ((1, 3), "i32"), dense={"value": value})
