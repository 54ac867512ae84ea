"""Kernels of stablehlo's elementwise ops: each is a choice by element type among functions of scalars."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.arith import divide_truncated
from llmsys_ir.runtime.kernels.arrays import local_reshape
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import integer_bits, is_float, numpy_dtype
from llmsys_ir.runtime.kernels.elementwise import Function, bits, elementwise, quiet, signed, ufunc, unsigned
from llmsys_ir.runtime.kernels.integers import as_unsigned, to_integer, width
from llmsys_ir.runtime.kernels.math import KERNELS as MATH
from llmsys_ir.runtime.kernels.total_order import total_order


def by_type(*, floating: Kernel | None = None, integral: Kernel | None = None, boolean: Kernel | None = None) -> Kernel:
    """Chooses by the first operand's element type; complex numbers count as floating, `i1` as boolean.

    The kernel raises ValueError where the type has no choice.
    """

    def kernel(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
        dtype = call.signature.operands[0].dtype
        chosen = boolean if dtype == "i1" else floating if integer_bits(dtype) is None else integral
        if chosen is None:
            raise ValueError(f"'{call.signature.name}' is not defined for elements of type '{dtype}'")
        return chosen(call, *operands)

    return kernel


def _numeric(function: Function, boolean: Function | None = None) -> Kernel:
    """The same function on floats and integers; another on booleans, or none."""
    return by_type(
        floating=elementwise(function),
        integral=signed(function),
        boolean=None if boolean is None else bits(boolean),
    )


def _logical(function: Function) -> Kernel:
    return by_type(integral=bits(function), boolean=bits(function))


def _divide_integers(xp: Any, a: Array, b: Array) -> Array:
    """Rounds toward zero; a division by zero gives all ones."""
    quotient = a // b if a.dtype.kind == "u" else divide_truncated(xp, a, b)
    return xp.where(b == 0, ~xp.zeros_like(b), quotient)


def _remainder_of_integers(xp: Any, a: Array, b: Array) -> Array:
    """Has the dividend's sign; by zero it is the dividend."""
    return xp.where(b == 0, a, xp.fmod(a, b))


@quiet
def _shift_right_arithmetic(call: KernelCall, value: Array, amount: Array) -> tuple[Array, ...]:
    """Fills with the topmost bit, of unsigned types too."""
    dtype = call.result.dtype
    spare = 8 * value.dtype.itemsize - width(dtype)
    storage = np.dtype(f"int{8 * value.dtype.itemsize}")
    read = (value.view(storage) << storage.type(spare)) >> storage.type(spare)
    shifted = call.xp.asarray(read >> as_unsigned(amount, dtype).view(storage))
    return (to_integer(call.xp, shifted.view(value.dtype), dtype),)


def _sign(xp: Any, x: Array) -> Array:
    """-1, 1, or the operand itself where that is a zero or NaN."""
    if x.dtype.kind == "c":
        return xp.where(x == 0, x, x / abs(x))
    return xp.where((x == 0) | xp.isnan(x), x, xp.copysign(xp.ones_like(x), x))


def _logistic(xp: Any, x: Array) -> Array:
    return 1 / (1 + xp.exp(-x))


def _reciprocal_root(xp: Any, x: Array) -> Array:
    return 1 / xp.sqrt(x)


_DIRECTIONS: dict[str, Callable[[Array, Array], Array]] = {
    "EQ": lambda a, b: a == b,
    "NE": lambda a, b: a != b,
    "LT": lambda a, b: a < b,
    "LE": lambda a, b: a <= b,
    "GT": lambda a, b: a > b,
    "GE": lambda a, b: a >= b,
}


@quiet
def compare(call: KernelCall, a: Array, b: Array) -> tuple[Array, ...]:
    """By `comparison_direction`; floats with `compare_type` TOTALORDER by -NaN < -inf < -0 < 0 < inf < NaN."""
    attributes = call.signature.attributes
    direction = _DIRECTIONS.get(str(attributes.get("comparison_direction")))
    if direction is None:
        raise ValueError(f"unknown comparison direction {attributes.get('comparison_direction')!r}")
    if attributes.get("compare_type") == "TOTALORDER" and is_float(a.dtype):
        a, b = total_order(a), total_order(b)
    return (call.xp.asarray(direction(a, b), dtype=np.bool_),)


def _spread_scalar(call: KernelCall, array: Array) -> Array:
    """A scalar operand with as many dims of size 1 as the result has."""
    return array if array.ndim > call.batch else local_reshape(array, call.batch, (1,) * call.result.rank)


def select(call: KernelCall, predicate: Array, on_true: Array, on_false: Array) -> tuple[Array, ...]:
    """Elementwise, or by a scalar predicate."""
    return (call.xp.asarray(call.xp.where(_spread_scalar(call, predicate), on_true, on_false)),)


def _clamp(call: KernelCall, low: Array, operand: Array, high: Array) -> tuple[Array, ...]:
    """The bounds may be scalars."""
    function: Function = lambda xp, low, x, high: xp.minimum(xp.maximum(low, x), high)  # noqa: E731
    low, high = _spread_scalar(call, low), _spread_scalar(call, high)
    return _numeric(function, function)(call, low, operand, high)


def _complex(call: KernelCall, real: Array, imaginary: Array) -> tuple[Array, ...]:
    shape = np.broadcast_shapes(real.shape, imaginary.shape)
    value = np.empty(shape, numpy_dtype(call.result.dtype))
    value.real, value.imag = real, imaginary
    return (value,)


def _map(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    """The region is one of scalars, and is run on whole arrays."""
    value = call.regions[0](*operands)[0]
    shape = np.broadcast_shapes(value.shape, (1,) * call.batch + call.result.shape)
    return (call.xp.broadcast_to(value, shape),)


_FLOATING: dict[str, Kernel] = {
    "exponential": ufunc("exp"),
    "exponential_minus_one": ufunc("expm1"),
    "log": ufunc("log"),
    "log_plus_one": ufunc("log1p"),
    "sine": ufunc("sin"),
    "cosine": ufunc("cos"),
    "tan": ufunc("tan"),
    "tanh": ufunc("tanh"),
    "sqrt": ufunc("sqrt"),
    "cbrt": ufunc("cbrt"),
    "ceil": ufunc("ceil"),
    "floor": ufunc("floor"),
    "atan2": ufunc("arctan2"),
    "logistic": elementwise(_logistic),
    "rsqrt": elementwise(_reciprocal_root),
    "round_nearest_afz": MATH["math.round"],
    "round_nearest_even": MATH["math.roundeven"],
    "is_finite": ufunc("isfinite"),
    "real": ufunc("real"),
    "imag": ufunc("imag"),
    "complex": _complex,
}

_BY_TYPE: dict[str, Kernel] = {
    "add": _numeric(lambda _, a, b: a + b, lambda _, a, b: a | b),
    "subtract": _numeric(lambda _, a, b: a - b),
    "multiply": _numeric(lambda _, a, b: a * b, lambda _, a, b: a & b),
    "maximum": _numeric(lambda xp, a, b: xp.maximum(a, b), lambda _, a, b: a | b),
    "minimum": _numeric(lambda xp, a, b: xp.minimum(a, b), lambda _, a, b: a & b),
    "divide": by_type(floating=ufunc("divide"), integral=signed(_divide_integers)),
    "remainder": by_type(floating=ufunc("fmod"), integral=signed(_remainder_of_integers)),
    "power": by_type(floating=ufunc("power"), integral=MATH["math.ipowi"]),
    "negate": _numeric(lambda _, x: -x),
    "abs": _numeric(lambda _, x: abs(x)),
    "sign": by_type(floating=elementwise(_sign), integral=signed(lambda xp, x: xp.sign(x))),
    "and": _logical(lambda _, a, b: a & b),
    "or": _logical(lambda _, a, b: a | b),
    "xor": _logical(lambda _, a, b: a ^ b),
    "not": _logical(lambda _, x: ~x),
    "shift_left": unsigned(lambda _, a, b: a << b),
    "shift_right_logical": unsigned(lambda _, a, b: a >> b),
    "shift_right_arithmetic": _shift_right_arithmetic,
    "popcnt": MATH["math.ctpop"],
    "count_leading_zeros": MATH["math.ctlz"],
    "compare": compare,
    "select": select,
    "clamp": _clamp,
    "map": _map,
}

ELEMENTWISE_KERNELS: dict[str, Kernel] = {
    f"stablehlo.{name}": kernel for name, kernel in {**_FLOATING, **_BY_TYPE}.items()
}
