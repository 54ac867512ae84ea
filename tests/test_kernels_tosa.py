from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from kernel_checks import check, run

from llmsys_ir.runtime.kernels import numpy_dtype

RNG = np.random.default_rng(1)
A = RNG.normal(size=(2, 3, 4)).astype(np.float32)
B = RNG.normal(size=(2, 1, 4)).astype(np.float32)
I = RNG.integers(-50, 50, size=(3, 4)).astype(np.int32)  # noqa: E741
J = RNG.integers(1, 9, size=(1, 4)).astype(np.int32)


def _apply(scalar: Callable[[Any], Any] | Callable[[Any, Any], Any], *arrays: Any) -> Any:
    broadcast = np.broadcast_arrays(*arrays)
    function: Callable[..., Any] = scalar
    points = [[array[index].item() for array in broadcast] for index in np.ndindex(broadcast[0].shape)]
    return np.array([function(*point) for point in points]).reshape(broadcast[0].shape)


UNARY: dict[str, Callable[[float], float]] = {
    "abs": abs,
    "ceil": math.ceil,
    "floor": math.floor,
    "exp": math.exp,
    "sin": math.sin,
    "cos": math.cos,
    "tanh": math.tanh,
    "erf": math.erf,
    "negate": lambda x: -x,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "reciprocal": lambda x: 1 / x,
    "identity": lambda x: x,
}


@pytest.mark.parametrize("name", UNARY)
def test_unary_floats(name: str) -> None:
    check(f"tosa.{name}", [A], (A.shape, "f32"), expected=_apply(UNARY[name], A), rtol=2e-6)


def test_unary_positive_floats() -> None:
    positive = np.abs(A) + 1
    check("tosa.log", [positive], (A.shape, "f32"), expected=_apply(math.log, positive), rtol=2e-6)
    expected = _apply(lambda x: 1 / math.sqrt(x), positive)
    check("tosa.rsqrt", [positive], (A.shape, "f32"), expected=expected, rtol=2e-6)


BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "maximum": max,
    "minimum": min,
}
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "equal": lambda a, b: a == b,
    "greater": lambda a, b: a > b,
    "greater_equal": lambda a, b: a >= b,
}


@pytest.mark.parametrize("name", BINARY)
def test_binary_ops_stretch_dims_of_size_one(name: str) -> None:
    scalar = BINARY[name]
    check(f"tosa.{name}", [A, B], (A.shape, "f32"), expected=_apply(scalar, A.astype(float), B.astype(float)))
    check(f"tosa.{name}", [I, J], (I.shape, "i32"), expected=_apply(scalar, I, J))


@pytest.mark.parametrize("name", COMPARISONS)
def test_comparisons(name: str) -> None:
    scalar = COMPARISONS[name]
    check(f"tosa.{name}", [A, A[:, :1]], (A.shape, "i1"), expected=_apply(scalar, A, A[:, :1]))
    check(f"tosa.{name}", [I, I[:1]], (I.shape, "i1"), expected=_apply(scalar, I, I[:1]))


def test_operands_of_lower_rank_are_aligned_at_the_end() -> None:
    check("tosa.add", [A, B[0, 0]], (A.shape, "f32"), expected=A + B[0, 0])
    check("tosa.pow", [np.abs(A), B[0, 0]], (A.shape, "f32"), expected=np.abs(A) ** B[0, 0])


@pytest.mark.parametrize("name", ["int_div", "intdiv"])
def test_integer_division_truncates(name: str) -> None:
    expected = _apply(lambda a, b: int(a / b), I, J)
    check(f"tosa.{name}", [I, J], (I.shape, "i32"), expected=expected)


@pytest.mark.parametrize("rounded", [False, True])
def test_arithmetic_right_shift(rounded: bool) -> None:
    amounts = np.arange(4, dtype=np.int32).reshape(1, 4)
    scalar: Callable[[int, int], int] = lambda a, s: (a >> s) + (rounded and s > 0 and a >> (s - 1) & 1)  # noqa: E731
    attributes = {"round": rounded}
    expected = _apply(scalar, I, amounts)
    check("tosa.arithmetic_right_shift", [I, amounts], (I.shape, "i32"), expected=expected, attributes=attributes)


@pytest.mark.parametrize("form", ["attribute", "operand"])
def test_mul_with_a_shift_rounds(form: str) -> None:
    large = I * 10_000_000
    expected = _apply(lambda a, b: (a * b + (1 << 29)) >> 30, large, large[:1])
    if form == "attribute":
        check("tosa.mul", [large, large[:1]], (I.shape, "i32"), expected=expected, attributes={"shift": 30})
    else:
        shift = np.array([30], np.int8)
        known = (None, None, (30,))
        check("tosa.mul", [large, large[:1], shift], (I.shape, "i32"), expected=expected, constants=known)
        check("tosa.mul", [large, large[:1], shift], (I.shape, "i32"), expected=expected, fixed=(2,))


def test_mul_of_bytes_is_computed_in_the_results_width() -> None:
    a = np.array([100, -100], np.int8)
    check("tosa.mul", [a, a], ((2,), "i32"), expected=[10_000, 10_000])
    check("tosa.mul", [a, a, np.zeros(1, np.int8)], ((2,), "i32"), expected=[10_000, 10_000])
    check("tosa.mul", [A, B, np.zeros(1, np.int8)], (A.shape, "f32"), expected=A * B)


def test_negate_with_zero_points_saturates() -> None:
    a = np.array([-128, 5, 127], np.int8)
    check("tosa.negate", [a], ((3,), "i8"), expected=[127, -5, -127])
    zero_points = [np.array([1], np.int8), np.array([2], np.int8)]
    check("tosa.negate", [a, *zero_points], ((3,), "i8"), expected=[127, -2, -124])
    check("tosa.negate", [A, np.zeros(1, np.float32), np.zeros(1, np.float32)], (A.shape, "f32"), expected=-A)


@pytest.mark.parametrize(
    "attributes",
    [{"min_fp": -0.5, "max_fp": 0.25, "min_int": 0, "max_int": 3}, {"min_val": -0.5, "max_val": 0.25}],
)
def test_clamp_floats(attributes: dict[str, Any]) -> None:
    check("tosa.clamp", [A], (A.shape, "f32"), expected=np.clip(A, -0.5, 0.25), attributes=attributes)


@pytest.mark.parametrize(
    "attributes", [{"min_fp": 0.0, "max_fp": 1.0, "min_int": -5, "max_int": 7}, {"min_val": -5, "max_val": 7}]
)
def test_clamp_integers(attributes: dict[str, Any]) -> None:
    check("tosa.clamp", [I], (I.shape, "i32"), expected=np.clip(I, -5, 7), attributes=attributes)


def test_clamp_bounds_beyond_the_type() -> None:
    a = np.array([-128, 5, 127], np.int8)
    attributes = {"min_int": -(2**31), "max_int": 2**31 - 1}
    check("tosa.clamp", [a], ((3,), "i8"), expected=a, attributes=attributes)
    with pytest.raises(ValueError, match=r"'tosa\.clamp' has no min bound for elements of type 'f32', got None"):
        run("tosa.clamp", [A], (A.shape, "f32"), attributes=attributes)


def test_zero_points_as_attributes() -> None:
    a = np.array([-128, 5, 127], np.int8)
    info = {"quantization_info": "#tosa.unary_quant<input_zp = 1, output_zp = 2>"}
    check("tosa.negate", [a], ((3,), "i8"), expected=[127, -2, -124], attributes=info)
    info = {"quantization_info": "#tosa.pad_quant<input_zp = -7>"}
    amounts = np.array([1, 0])
    expected = [-7, -128, 5, 127]
    check("tosa.pad", [a, amounts], ((4,), "i8"), expected=expected, attributes=info, constants=(None, (1, 0)))
    with pytest.raises(ValueError, match=r"expected 'input_zp' in the quantization info of 'tosa\.negate'"):
        run("tosa.negate", [a], ((3,), "i8"), attributes={"quantization_info": "?"})


def test_logical_and_bitwise_ops() -> None:
    p, q = I > 0, J > 4
    check("tosa.logical_and", [p, q], (I.shape, "i1"), expected=p & q)
    check("tosa.logical_or", [p, q], (I.shape, "i1"), expected=p | q)
    check("tosa.logical_xor", [p, q], (I.shape, "i1"), expected=p ^ q)
    check("tosa.logical_not", [p], (I.shape, "i1"), expected=~p)
    check("tosa.bitwise_and", [I, J], (I.shape, "i32"), expected=I & J)
    check("tosa.bitwise_or", [I, J], (I.shape, "i32"), expected=I | J)
    check("tosa.bitwise_xor", [I, J], (I.shape, "i32"), expected=I ^ J)
    check("tosa.bitwise_not", [I], (I.shape, "i32"), expected=-I - 1)
    check("tosa.clz", [J], (J.shape, "i32"), expected=_apply(lambda x: 32 - x.bit_length(), J))
    check("tosa.select", [p, I, J], (I.shape, "i32"), expected=np.where(p, I, J))


@pytest.mark.parametrize(
    ("operand", "dtype", "expected"),
    [
        (np.array([0.5, 1.5, 2.5, -2.5, 300.0, -300.0, math.nan, math.inf]), "i8", [0, 2, 2, -2, 127, -128, 0, 127]),
        (np.array([2.5e9, -2.5e9, 2147483520.0], np.float32), "i32", [2**31 - 1, -(2**31), 2147483520]),
        (np.array([1e19, -1e19, 2.0**62]), "i64", [2.0**63, -(2.0**63), 2.0**62]),
        (np.array([0.0, 0.25, math.nan]), "i1", [0, 1, 1]),
        (np.array([True, False]), "i32", [1, 0]),
        (np.array([True, False]), "f32", [1, 0]),
        (np.array([0, 4], np.int32), "i1", [0, 1]),
        (np.array([300], np.int32), "i8", [44]),
        (np.array([-3], np.int8), "bf16", [-3]),
        (np.array([1.00390625], np.float32), "bf16", [1.0]),
    ],
)
def test_cast(operand: Any, dtype: str, expected: list[float]) -> None:
    check("tosa.cast", [operand], (operand.shape, dtype), expected=expected)


def test_nan_mode_of_extrema() -> None:
    a, b = np.array([1.0, math.nan], np.float32), np.array([math.nan, 2.0], np.float32)
    ignore = {"nan_mode": "IGNORE"}
    check("tosa.maximum", [a, b], ((2,), "f32"), expected=[math.nan, math.nan])
    check("tosa.maximum", [a, b], ((2,), "f32"), expected=[1, 2], attributes=ignore)
    check("tosa.reduce_max", [a], ((1,), "f32"), expected=[math.nan], attributes={"axis": 0})
    check("tosa.reduce_min", [a], ((1,), "f32"), expected=[1], attributes={"axis": 0, **ignore})
    check("tosa.argmax", [a], ((), "i32"), expected=1, attributes={"axis": 0})
    check("tosa.argmax", [a], ((), "i32"), expected=0, attributes={"axis": 0, **ignore})


@pytest.mark.parametrize("axis", range(3))
@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("reduce_sum", np.sum),
        ("reduce_prod", np.prod),
        ("reduce_product", np.prod),
        ("reduce_max", np.max),
        ("reduce_min", np.min),
    ],
)
def test_reductions_keep_the_dim(name: str, function: Callable[..., Any], axis: int) -> None:
    for operand, dtype in ((A, "f32"), (np.stack([I, I[::-1]]), "i32")):
        shape = tuple(1 if dim == axis else size for dim, size in enumerate(operand.shape))
        expected = (
            function(operand, axis=axis, keepdims=True, dtype=operand.dtype)
            if "sum" in name or ("prod" in name)
            else function(operand, axis=axis, keepdims=True)
        )
        check(f"tosa.{name}", [operand], (shape, dtype), expected=expected, attributes={"axis": axis}, rtol=1e-5)


def test_sums_of_bf16_accumulate_in_f32() -> None:
    ones = np.ones((1, 1000), numpy_dtype("bf16"))
    check("tosa.reduce_sum", [ones], ((1, 1), "bf16"), expected=[[1000]], attributes={"axis": 1})


def test_boolean_reductions_and_argmax() -> None:
    p = I > 0
    check("tosa.reduce_all", [p], ((1, 4), "i1"), expected=p.all(0, keepdims=True), attributes={"axis": 0})
    check("tosa.reduce_any", [p], ((3, 1), "i1"), expected=p.any(1, keepdims=True), attributes={"axis": 1})
    check("tosa.argmax", [A], ((2, 4), "i32"), expected=A.argmax(1), attributes={"axis": 1})


def test_matmul() -> None:
    a, b = RNG.normal(size=(2, 3, 5)), RNG.normal(size=(2, 5, 4))
    check("tosa.matmul", [a, b], ((2, 3, 4), "f64"), expected=np.einsum("nhc,ncw->nhw", a, b), rtol=1e-12)
    zeros = [np.zeros(1), np.zeros(1)]
    check("tosa.matmul", [a, b, *zeros], ((2, 3, 4), "f64"), expected=np.einsum("nhc,ncw->nhw", a, b), rtol=1e-12)


def test_matmul_of_bf16_accumulates_in_f32() -> None:
    a = np.ones((1, 1, 1000), numpy_dtype("bf16"))
    for dtype in ("bf16", "f32"):
        check("tosa.matmul", [a, a.reshape(1, 1000, 1)], ((1, 1, 1), dtype), expected=[[[1000]]])


@pytest.mark.parametrize(
    ("attributes", "operands"),
    [
        ({"a_zp": 3, "b_zp": -2}, []),
        ({"quantization_info": "#tosa.matmul_quant<a_zp = 3, b_zp = -2>"}, []),
        ({}, [np.array([3], np.int8), np.array([-2], np.int8)]),
    ],
)
def test_quantized_matmul(attributes: dict[str, Any], operands: list[Any]) -> None:
    a, b = (RNG.integers(-128, 128, size=shape).astype(np.int8) for shape in ((2, 3, 5), (2, 5, 4)))
    expected = np.einsum("nhc,ncw->nhw", a.astype(int) - 3, b.astype(int) + 2)
    check("tosa.matmul", [a, b, *operands], ((2, 3, 4), "i32"), expected=expected, attributes=attributes, fixed=(2, 3))


def test_integer_matmul_wraps_beyond_what_f64_holds() -> None:
    a = np.full((1, 1, 3), 2**31 - 1, np.int32)
    expected = (3 * (2**31 - 1) ** 2 + 2**31) % 2**32 - 2**31
    check("tosa.matmul", [a, a.reshape(1, 3, 1)], ((1, 1, 1), "i32"), expected=[[[expected]]])


def test_fully_connected() -> None:
    x, w, bias = RNG.normal(size=(3, 5)), RNG.normal(size=(4, 5)), RNG.normal(size=4)
    check("tosa.fully_connected", [x, w, bias], ((3, 4), "f64"), expected=x @ w.T + bias, rtol=1e-12)


def test_constants() -> None:
    value = np.arange(6, dtype=np.float32).reshape(2, 3)
    check("tosa.const", [], ((2, 3), "f32"), dense={"value": value}, expected=value)
    check("tosa.const", [], ((2, 3), "f32"), dense={"values": value}, expected=value)
    check("tosa.const_shape", [], ((2,), "index"), dense={"values": np.array([4, 5])}, expected=[4, 5])


SHAPE = np.array([6, 4])


def test_reshape_takes_the_shape_from_the_result() -> None:
    check("tosa.reshape", [A], ((6, 4), "f32"), expected=A.reshape(6, 4), attributes={"new_shape": (6, 4)})
    check("tosa.reshape", [A, SHAPE], ((6, 4), "f32"), expected=A.reshape(6, 4), constants=(None, (6, 4)))


@pytest.mark.parametrize(
    "form", [{"attributes": {"perms": (2, 0, 1)}}, {"constants": (None, (2, 0, 1))}], ids=["attribute", "operand"]
)
def test_transpose(form: dict[str, Any]) -> None:
    operands = [A, np.array([2, 0, 1])] if "constants" in form else [A]
    check("tosa.transpose", operands, ((4, 2, 3), "f32"), expected=A.transpose(2, 0, 1), **form)


@pytest.mark.parametrize(
    "form",
    [{"attributes": {"start": (0, 1, 2), "size": (2, 2, 1)}}, {"constants": (None, (0, 1, 2), (2, 2, 1))}],
    ids=["attributes", "operands"],
)
def test_slice(form: dict[str, Any]) -> None:
    operands = [A, np.array([0, 1, 2]), np.array([2, 2, 1])] if "constants" in form else [A]
    check("tosa.slice", operands, ((2, 2, 1), "f32"), expected=A[:, 1:3, 2:3], **form)


def test_a_whole_dim_may_be_shorter_than_the_slice_says() -> None:
    attributes = {"start": (0, 1, 0), "size": (16, 2, 4)}
    check("tosa.slice", [A], ((2, 2, 4), "f32"), expected=A[:, 1:], attributes=attributes)


def test_pad() -> None:
    amounts = (0, 0, 1, 2, 3, 0)
    padded = np.pad(A, ((0, 0), (1, 2), (3, 0)))
    constants = (None, amounts)
    check("tosa.pad", [A, np.array(amounts)], ((2, 6, 7), "f32"), expected=padded, constants=constants)
    seven = np.pad(A, ((0, 0), (1, 2), (3, 0)), constant_values=7)
    for value in (np.float32(7), np.array([7], np.float32)):
        operands = [A, np.array(amounts), value]
        check("tosa.pad", operands, ((2, 6, 7), "f32"), expected=seven, constants=(*constants, None))


def test_tile_reverse_concat_gather() -> None:
    check("tosa.tile", [A], ((2, 6, 4), "f32"), expected=np.tile(A, (1, 2, 1)), attributes={"multiples": (1, 2, 1)})
    check("tosa.reverse", [A], (A.shape, "f32"), expected=A[:, ::-1], attributes={"axis": 1})
    check("tosa.concat", [A, B], ((2, 4, 4), "f32"), expected=np.concatenate([A, B], 1), attributes={"axis": 1})
    indices = np.array([[2, 0, 1, 1, 2], [0, 0, 1, 2, 0]], np.int32)
    expected = np.stack([A[n][indices[n]] for n in range(2)])
    check("tosa.gather", [A, indices], ((2, 5, 4), "f32"), expected=expected)


def test_unknown_ops_have_no_kernel() -> None:
    from llmsys_ir.runtime.kernels import kernel_for

    assert kernel_for("tosa.nonsense") is None
    assert kernel_for("nonsense.add") is None
    with pytest.raises(ValueError, match="expected an integer attribute 'axis'"):
        run("tosa.reduce_sum", [A], ((1, 3, 4), "f32"))
