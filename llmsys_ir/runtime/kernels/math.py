"""Kernels of the math dialect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.elementwise import elementwise, integer, ufunc
from llmsys_ir.runtime.kernels.error_function import erf, erfc
from llmsys_ir.runtime.kernels.integers import as_signed, as_unsigned, to_integer, width


def _round_half_away(xp: Any, x: Array) -> Array:
    whole = xp.trunc(x)
    return whole + xp.where(abs(x - whole) >= 0.5, xp.sign(x), xp.zeros_like(x))


def _fused_multiply_add(xp: Any, a: Array, b: Array, c: Array) -> Array:
    """`a * b + c`, rounded once for f32 (its products are exact in f64), twice for f64."""
    if xp is np and a.dtype == np.float32:
        return a.astype(np.float64) * b + c
    return a * b + c


def _integer_power(xp: Any, base: Array, exponent: Array) -> Array:
    """A negative exponent gives the truncated reciprocal: 0 but for bases 1 and -1."""
    odd_sign = xp.where(exponent & 1, base, base * base)
    reciprocal = xp.where(abs(base) == 1, odd_sign, xp.zeros_like(base))
    return xp.where(exponent < 0, reciprocal, xp.power(base, xp.maximum(exponent, 0)))


def count_leading_zeros(xp: Any, value: Array, bits: int) -> Array:
    """The zeros above the highest set bit of unsigned integers of `bits` bits."""
    shift = 1
    while shift < bits:
        value = value | (value >> value.dtype.type(shift))
        shift *= 2
    return bits - xp.bitwise_count(value).astype(np.int64)


def _count_trailing_zeros(xp: Any, value: Array, bits: int) -> Array:
    below_lowest = ~value & (value - value.dtype.type(1))
    return xp.minimum(xp.bitwise_count(below_lowest).astype(np.int64), bits)


def _counting(count: Callable[[Any, Array, int], Array]) -> Kernel:
    """A kernel that counts bits of its operand, read as unsigned: `count(xp, value, bits)`."""

    def kernel(call: KernelCall, operand: Array) -> tuple[Array, ...]:
        dtype = call.signature.operands[0].dtype
        counted = count(call.xp, as_unsigned(operand, dtype), width(dtype))
        return (to_integer(call.xp, counted, call.result.dtype),)

    return kernel


_SAME_NAME = "exp exp2 expm1 log log2 log10 log1p sqrt cbrt sin cos tan sinh cosh tanh ceil floor trunc"

KERNELS: dict[str, Kernel] = {
    **{f"math.{name}": ufunc(name) for name in _SAME_NAME.split()},
    **{
        f"math.{name}": ufunc(function)
        for name, function in {
            "asin": "arcsin",
            "acos": "arccos",
            "atan": "arctan",
            "atan2": "arctan2",
            "asinh": "arcsinh",
            "acosh": "arccosh",
            "atanh": "arctanh",
            "absf": "abs",
            "roundeven": "rint",
            "powf": "power",
            "fpowi": "power",
            "copysign": "copysign",
            "isnan": "isnan",
            "isinf": "isinf",
            "isfinite": "isfinite",
        }.items()
    },
    "math.rsqrt": elementwise(lambda xp, x: 1 / xp.sqrt(x)),
    "math.erf": elementwise(erf),
    "math.erfc": elementwise(erfc),
    "math.round": elementwise(_round_half_away),
    "math.fma": elementwise(_fused_multiply_add),
    "math.clampf": elementwise(lambda xp, x, low, high: xp.minimum(xp.maximum(x, low), high)),
    "math.absi": integer(lambda _, x: abs(x), as_signed),
    "math.ipowi": integer(_integer_power, as_signed),
    "math.ctpop": _counting(lambda xp, value, _: xp.bitwise_count(value)),
    "math.ctlz": _counting(count_leading_zeros),
    "math.cttz": _counting(_count_trailing_zeros),
}
