from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest
from jax_oracle import Function, check, check_text, jnp, lax

from llmsys_ir.runtime.kernels import KernelCall, kernel_for
from llmsys_ir.sharding.signature import OpSignature, TensorSpec

FLOATS = [np.float32, np.float64, np.float16, ml_dtypes.bfloat16]
COMPLEXES = [np.complex64, np.complex128]
INTEGERS = [np.int32, np.uint32, np.int8, np.uint8, np.int64, np.uint64]
SPECIAL = [0.0, -0.0, 1.0, -1.0, np.inf, -np.inf, np.nan, 0.5, -0.5, 1.5, 2.5, -2.5, 3.75, -7.25, 1e-3, 100.0]


def floats(dtype: Any, seed: int, scale: float = 3.0) -> Any:
    values = scale * np.random.default_rng(seed).normal(size=16)
    return values.astype(dtype).reshape(2, 8)


def specials(dtype: Any, turns: int = 0) -> Any:
    return np.roll(np.array(SPECIAL), turns).astype(dtype).reshape(2, 8)


def integers(dtype: Any, seed: int) -> Any:
    info = np.iinfo(dtype)
    random: Any = np.random.default_rng(seed)
    values = random.integers(info.min, info.max, size=10, dtype=dtype, endpoint=True)
    ends = np.array([0, 1, 2, 3, info.max, info.min], dtype)
    return np.concatenate([values, np.roll(ends, seed)]).reshape(2, 8)


def complexes(dtype: Any, seed: int) -> Any:
    return (floats(np.float64, seed) + 1j * floats(np.float64, seed + 1)).astype(dtype)


UNARY: list[Function] = [
    lax.abs,
    lax.ceil,
    lax.floor,
    lax.exp,
    lax.expm1,
    lax.sin,
    lax.cos,
    lax.tanh,
    lax.neg,
    lax.sign,
    lax.logistic,
    lax.cbrt,
    lax.is_finite,
    lax.log,
    lax.log1p,
    lax.sqrt,
    lax.rsqrt,
    lambda x: lax.round(x, lax.RoundingMethod.AWAY_FROM_ZERO),
    lambda x: lax.round(x, lax.RoundingMethod.TO_NEAREST_EVEN),
]
UNARY_COMPLEX: list[Function] = [
    *(lax.abs, lax.exp, lax.expm1, lax.sin, lax.cos, lax.tanh, lax.neg, lax.sign, lax.log, lax.log1p, lax.sqrt),
    *(lax.rsqrt, lax.real, lax.imag, lax.conj, lax.logistic),
]
TOLERANCES = {np.float32: 1e-5, np.float64: 1e-12, np.float16: 3e-3, ml_dtypes.bfloat16: 2e-2}


def all_of(functions: list[Function]) -> Function:
    """All functions of the same arguments, in one program."""
    chosen: list[Any] = [*functions]

    def function(*arguments: Any) -> list[Any]:
        return [function(*arguments) for function in chosen]

    return function


@pytest.mark.parametrize("dtype", FLOATS)
def test_unary_floats(dtype: Any) -> None:
    function = all_of(UNARY)
    check(function, floats(dtype, 1), rtol=TOLERANCES[dtype])
    check(function, specials(dtype), meshes=False, rtol=TOLERANCES[dtype])


@pytest.mark.parametrize("dtype", COMPLEXES)
def test_unary_complex_numbers(dtype: Any) -> None:
    check(all_of(UNARY_COMPLEX), complexes(dtype, 3))


COMPARISONS: list[Function] = [lax.eq, lax.ne, lax.lt, lax.le, lax.gt, lax.ge]
BINARY: list[Function] = [lax.add, lax.sub, lax.mul, lax.div, lax.max, lax.min, lax.rem, *COMPARISONS]
LOGICAL: list[Function] = [lax.bitwise_and, lax.bitwise_or, lax.bitwise_xor]


@pytest.mark.parametrize("dtype", FLOATS)
def test_binary_floats(dtype: Any) -> None:
    function = all_of([*BINARY, lax.pow, lax.atan2])
    check(function, floats(dtype, 1), floats(dtype, 2), rtol=TOLERANCES[dtype])
    for turns in range(0, len(SPECIAL), 1 if dtype is np.float32 else 3):
        check(function, specials(dtype), specials(dtype, turns), meshes=False, rtol=TOLERANCES[dtype])


@pytest.mark.parametrize("dtype", INTEGERS)
def test_integers(dtype: Any) -> None:
    function = all_of([*BINARY, *LOGICAL])
    check(function, integers(dtype, 1), integers(dtype, 2))
    check(function, integers(dtype, 3), np.tile(np.array([0, 1, -1, 2]), 4).reshape(2, 8).astype(dtype), meshes=False)
    unary: list[Function] = [lax.bitwise_not, lax.population_count, lax.clz, lax.sign, lax.neg]
    check(all_of([*unary, lax.abs] if np.dtype(dtype).kind == "i" else unary), integers(dtype, 1))


@pytest.mark.parametrize("dtype", INTEGERS)
def test_shifts_by_any_amount(dtype: Any) -> None:
    bits = np.iinfo(dtype).bits
    function = all_of([lax.shift_left, lax.shift_right_arithmetic, lax.shift_right_logical])
    amounts = np.array([0, 1, 2, bits - 1, bits, bits + 1, 100, 5] * 2).astype(dtype).reshape(2, 8)
    check(function, integers(dtype, 1), amounts)
    check(function, integers(dtype, 2), integers(dtype, 1), meshes=False)


def binary_text(op: str, type_: str) -> str:
    return f"""func.func @main(%a: tensor<{type_}>, %b: tensor<{type_}>) -> tensor<{type_}> {{
      %0 = stablehlo.{op} %a, %b : tensor<{type_}>
      return %0 : tensor<{type_}>
    }}"""


@pytest.mark.parametrize(("dtype", "mlir"), [(np.int32, "i32"), (np.int8, "i8"), (np.uint32, "ui32")])
def test_integer_powers(dtype: Any, mlir: str) -> None:
    bases = np.repeat(np.array([0, 1, -1, 2, -2, 3, 7, -5]).astype(dtype), 9)
    negative = [-1, -2, -3] if mlir != "ui32" else [5, 6, 7]
    exponents = np.tile(np.array([0, 1, 2, 3, 31, 40, *negative]).astype(dtype), 8)
    check_text(binary_text("power", f"72x{mlir}"), bases, exponents)


def test_booleans() -> None:
    p, q = np.array([True, False, True, False]), np.array([True, True, False, False])
    check(all_of([lax.max, lax.min, *LOGICAL, *COMPARISONS]), p, q)
    check(lax.bitwise_not, p)
    for name in ("add", "multiply"):
        check_text(binary_text(name, "4xi1"), p, q)


def call_kernel(name: str, operands: list[Any], dtype: str, result: str, **attributes: Any) -> tuple[Any, ...]:
    kernel = kernel_for(name)
    assert kernel is not None
    specs = tuple(TensorSpec(operand.shape, dtype) for operand in operands)
    shape = np.broadcast_shapes(*(operand.shape for operand in operands))
    return kernel(KernelCall(OpSignature(name, specs, (TensorSpec(shape, result),), attributes), 0), *operands)


def test_what_is_not_defined_is_said() -> None:
    p = np.array([True, False])
    with pytest.raises(ValueError, match=r"'stablehlo\.subtract' is not defined for elements of type 'i1'"):
        call_kernel("stablehlo.subtract", [p, p], "i1", "i1")
    with pytest.raises(ValueError, match="unknown comparison direction 'UP'"):
        call_kernel("stablehlo.compare", [p, p], "i1", "i1", comparison_direction="UP")


@pytest.mark.parametrize("dtype", [*FLOATS, ml_dtypes.float8_e4m3fn])
def test_total_order(dtype: Any) -> None:
    """Against `sort`, whose order JAX documents, and by hand."""
    mlir = {2: "f16", 4: "f32", 8: "f64", 1: "f8E4M3FN"}[np.dtype(dtype).itemsize]
    mlir = "bf16" if dtype is ml_dtypes.bfloat16 else mlir
    values = [-np.nan, -448.0, -1.0, -0.0, 0.0, 1.0, 448.0, np.nan]
    a, b = (grid.astype(dtype) for grid in np.meshgrid(np.array(values), np.array(values), indexing="ij"))
    i, j = np.meshgrid(np.arange(8), np.arange(8), indexing="ij")
    for direction, expected in (("LT", i < j), ("LE", i <= j), ("EQ", i == j), ("GE", i >= j)):
        attributes = {"comparison_direction": direction, "compare_type": "TOTALORDER"}
        (value,) = call_kernel("stablehlo.compare", [a, b], mlir, "i1", **attributes)
        np.testing.assert_array_equal(value, expected)


def test_select_and_clamp() -> None:
    x, y = floats(np.float32, 1), floats(np.float32, 2)
    check(lax.select, x > 0, x, y)
    check(lax.select, np.bool_(True), x, y)
    check(lambda p, x, y: lax.select(p > 0, x, y), np.float32(-1), x, y)
    for dtype in (np.float32, np.int32, np.uint8):
        low, high = np.array(1, dtype), np.array(3, dtype)
        check(lax.clamp, low, specials(np.float32).astype(dtype) if dtype is np.float32 else integers(dtype, 1), high)
    check(lax.clamp, x, y, x + 1)
    check(lax.clamp, np.float32(np.nan), y, np.float32(1))


def test_complex_arithmetic() -> None:
    a, b = complexes(np.complex64, 1), complexes(np.complex64, 5)
    check(all_of([lax.add, lax.sub, lax.mul, lax.div, lax.pow, lax.eq, lax.ne]), a, b)
    check(lax.complex, floats(np.float32, 1), floats(np.float32, 2))
    check(lax.complex, floats(np.float64, 1), np.full((2, 8), np.inf))


CONVERSIONS = [*FLOATS, *INTEGERS, np.bool_, np.complex64, ml_dtypes.float8_e4m3fn, ml_dtypes.float8_e5m2]


def conversion_operands(source: Any) -> list[Any]:
    if source in INTEGERS:
        return [integers(source, 1)]
    if source is np.bool_:
        return [specials(np.float32) > 0]
    if source is np.complex64:
        return [complexes(source, 1)]
    large = np.array([3e9, -3e9, 1e19, -1e19, 300.0, -300.0, 127.5, 1e-7] * 2).reshape(2, 8)
    with np.errstate(all="ignore"):
        return [specials(source), large.astype(source), floats(source, 1)]


@pytest.mark.filterwarnings("ignore:Casting complex values to real")
@pytest.mark.parametrize("source", [source for source in CONVERSIONS if source not in (np.int8, np.uint32)])
def test_conversions(source: Any) -> None:
    function = all_of([lambda x, target=target: lax.convert_element_type(x, target) for target in CONVERSIONS])
    for operand in conversion_operands(source):
        check(function, operand, meshes=False, rtol=1e-7)
    check(function, floats(np.float32, 1).astype(source))


def test_bitcasts() -> None:
    x, i = floats(np.float32, 1), integers(np.uint8, 1)
    for target in (np.int32, np.uint8, np.int16, ml_dtypes.bfloat16):
        check(lambda x, target=target: lax.bitcast_convert_type(x, target), x)
    for target in (np.uint64, np.float64):
        check(lambda x, target=target: lax.bitcast_convert_type(x, target), i)
    check(lambda x: lax.bitcast_convert_type(x, np.uint16), np.float64(1.25))
    check(lambda x: lax.bitcast_convert_type(x.T, np.uint8), x)
    with pytest.raises(ValueError, match="a bitcast of 'i4', stored as int8, is not supported"):
        call_kernel("stablehlo.bitcast_convert", [np.zeros(2, np.int8)], "i4", "i8")


@pytest.mark.parametrize("dtype", FLOATS)
def test_reduce_precision(dtype: Any) -> None:
    formats = [(5, 10), (8, 7), (4, 3), (5, 2), (8, 3), (5, 23), (11, 52), (3, 1)]
    function = all_of([lambda x, bits=bits: lax.reduce_precision(x, *bits) for bits in formats])
    for operand in (floats(dtype, 1, 100.0), specials(dtype), (1e-3 * 10 ** floats(np.float64, 5)).astype(dtype)):
        check(function, operand, meshes=False, rtol=0)


def test_a_chain_of_ops_on_a_mesh() -> None:
    def gelu(x: Any, y: Any) -> Any:
        return 0.5 * x * (1 + jnp.tanh(0.79788 * (x + 0.044715 * x**3))) + jnp.where(y > 0, y, 0)

    check(gelu, floats(np.float32, 1), floats(np.float32, 2))
