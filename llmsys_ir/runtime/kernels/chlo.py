"""Kernels of the chlo dialect: functions that StableHLO decomposes, and elementwise ops that broadcast."""

from __future__ import annotations

from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.arrays import constant, filled, local_reshape
from llmsys_ir.runtime.kernels.bessel_function import bessel_i1e
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype
from llmsys_ir.runtime.kernels.elementwise import elementwise, quiet, signed, ufunc
from llmsys_ir.runtime.kernels.error_function import erf, erfc
from llmsys_ir.runtime.kernels.gamma_functions import digamma, log_gamma, polygamma, zeta
from llmsys_ir.runtime.kernels.inverse_error_function import erf_inv
from llmsys_ir.runtime.kernels.stablehlo import KERNELS as STABLEHLO
from llmsys_ir.runtime.kernels.stablehlo_sorting import top_k


@quiet
def _next_after(call: KernelCall, start: Array, towards: Array) -> tuple[Array, ...]:
    """The next number of the operand's own type."""
    del call
    return (np.nextafter(start, towards),)


def _multiply_high(_: Any, a: Array, b: Array) -> Array:
    """The upper half of the product of two integers: in 64 bits, or for those by halves of their words."""
    if a.dtype.itemsize < 8:
        wide: Any = np.int64 if a.dtype.kind == "i" else np.uint64
        return (a.astype(wide) * b.astype(wide)) >> wide(8 * a.dtype.itemsize)
    half, low = a.dtype.type(32), a.dtype.type(0xFFFFFFFF)
    a_high, a_low, b_high, b_low = a >> half, a & low, b >> half, b & low
    carry = ((a_low.view(np.uint64) * b_low.view(np.uint64)) >> np.uint64(32)).view(a.dtype)
    middle = a_high * b_low + carry
    rest = a_low * b_high + (middle & low)
    return a_high * b_high + (middle >> half) + (rest >> half)


def _constant_like(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    """The attribute `value` in every element."""
    value = np.asarray(call.dense.get("value", call.signature.attributes.get("value")))
    element = value.astype(numpy_dtype(call.result.dtype)).reshape((1,) * call.batch)
    del operand
    return (filled(np, element, call.batch, call.result.shape),)


def _broadcasting(kernel: Kernel) -> Kernel:
    """Puts dims of size 1 into operands of lower rank: where `broadcast_dimensions` leaves them, or in front."""

    def aligned(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
        return kernel(call, *(_aligned(call, operand) for operand in operands))

    return aligned


def _aligned(call: KernelCall, operand: Array) -> Array:
    rank, local = call.result.rank, operand.shape[call.batch :]
    if len(local) == rank:
        return operand
    given = call.signature.attributes.get("broadcast_dimensions")
    dims = given if isinstance(given, tuple) else range(rank - len(local), rank)
    sizes = dict(zip(dims, local, strict=True)) if local else {}
    return local_reshape(operand, call.batch, tuple(sizes.get(dim, 1) for dim in range(rank)))


_SPECIAL: dict[str, Kernel] = {
    **{
        name: ufunc(function)
        for name, function in {
            "acos": "arccos",
            "acosh": "arccosh",
            "asin": "arcsin",
            "asinh": "arcsinh",
            "atan": "arctan",
            "atanh": "arctanh",
            "conj": "conj",
            "cosh": "cosh",
            "is_inf": "isinf",
            "is_neg_inf": "isneginf",
            "is_pos_inf": "isposinf",
            "sinh": "sinh",
            "square": "square",
            "tan": "tan",
        }.items()
    },
    "bessel_i1e": elementwise(bessel_i1e),
    "constant": constant,
    "constant_like": _constant_like,
    "digamma": elementwise(digamma),
    "erf": elementwise(erf),
    "erf_inv": elementwise(erf_inv),
    "erfc": elementwise(erfc),
    "lgamma": elementwise(log_gamma),
    "mulhi": signed(_multiply_high),
    "next_after": _next_after,
    "polygamma": elementwise(polygamma),
    "top_k": top_k,
    "zeta": elementwise(zeta),
}

_BROADCAST = """
add and atan2 compare complex divide maximum minimum multiply or power remainder select
shift_left shift_right_arithmetic shift_right_logical subtract xor
"""
"""Ops of stablehlo that chlo has with broadcasting."""

KERNELS: dict[str, Kernel] = {
    **{f"chlo.{name}": kernel for name, kernel in _SPECIAL.items()},
    **{f"chlo.broadcast_{name}": _broadcasting(_SPECIAL[name]) for name in ("next_after", "polygamma", "zeta")},
    **{f"chlo.broadcast_{name}": _broadcasting(STABLEHLO[f"stablehlo.{name}"]) for name in _BROADCAST.split()},
}
