"""Kernels of the tosa dialect, in the form of LLVM 19 (attributes) and of LLVM 22 (constant operands)."""

from __future__ import annotations

from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.arith import divide_truncated
from llmsys_ir.runtime.kernels.arrays import local_reshape
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import integer_bits, numpy_dtype
from llmsys_ir.runtime.kernels.elementwise import Function, bits, elementwise, quiet, signed, ufunc, unsigned
from llmsys_ir.runtime.kernels.error_function import erf
from llmsys_ir.runtime.kernels.integers import as_signed, as_unsigned, saturated, to_integer, width
from llmsys_ir.runtime.kernels.math import KERNELS as MATH
from llmsys_ir.runtime.kernels.tosa_layout import LAYOUT_KERNELS
from llmsys_ir.runtime.kernels.tosa_products import PRODUCT_KERNELS
from llmsys_ir.runtime.kernels.tosa_reductions import REDUCTION_KERNELS
from llmsys_ir.runtime.kernels.tosa_rescaling import RESCALING_KERNELS
from llmsys_ir.runtime.kernels.tosa_resizing import RESIZING_KERNELS
from llmsys_ir.runtime.kernels.tosa_windows import WINDOW_KERNELS
from llmsys_ir.sharding.zero_points import zero_point_attribute


def _broadcasting(kernel: Kernel) -> Kernel:
    """Gives every operand the result's rank, with dims of size 1 in front of its own (LLVM 19 allows fewer)."""

    def aligned(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
        rank = call.batch + call.result.rank
        return kernel(
            call,
            *(
                operand
                if operand.ndim == rank
                else local_reshape(operand, call.batch, (1,) * (rank - operand.ndim) + operand.shape[call.batch :])
                for operand in operands
            ),
        )

    return aligned


def _by_type(floating: Kernel, integral: Kernel) -> Kernel:
    """Chooses by the first operand's element type."""

    def kernel(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
        is_integer = integer_bits(call.signature.operands[0].dtype) is not None
        return (integral if is_integer else floating)(call, *operands)

    return kernel


def _without_zeros(kernel: Kernel, operands: int) -> Kernel:
    """Drops the operands after the first few: a shift or zero points, which are zero for floats."""

    def kernel_of_first(call: KernelCall, *arrays: Array) -> tuple[Array, ...]:
        return kernel(call, *arrays[:operands])

    return kernel_of_first


def _numeric(function: Function) -> Kernel:
    """The same function on floats and on signed integers."""
    return _by_type(elementwise(function), signed(function))


def _extremum(propagating: str, ignoring: str) -> Kernel:
    """Maximum or minimum, with LLVM 22's `nan_mode`."""

    def kernel(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
        ignore = call.signature.attributes.get("nan_mode") == "IGNORE"
        return ufunc(ignoring if ignore else propagating)(call, *operands)

    return kernel


def _shift_of_product(call: KernelCall, shifts: tuple[Array, ...]) -> Array:
    """An attribute in LLVM 19, an operand in LLVM 22, a NumPy scalar if it is known."""
    signature = call.signature
    if not shifts:
        return np.int64(signature.integer("shift") if "shift" in signature.attributes else 0)
    known = signature.constants[2] if len(signature.constants) > 2 else None
    return shifts[0].astype(np.int64) if known is None else np.int64(known[0])


def _multiply_integers(call: KernelCall, a: Array, b: Array, *shifts: Array) -> tuple[Array, ...]:
    """`a * b`, wrapped; with a shift, computed in 64 bits, rounded half up and shifted right."""
    specs = call.signature.operands
    a, b = as_signed(a, specs[0].dtype), as_signed(b, specs[1].dtype)
    shift = _shift_of_product(call, shifts)
    if np.ndim(shift) == 0 and not shift:
        product = a.astype(numpy_dtype(call.result.dtype), copy=False) * b
        return (to_integer(call.xp, product, call.result.dtype),)
    product = a.astype(np.int64) * b
    return (to_integer(call.xp, (product + ((np.int64(1) << shift) >> 1)) >> shift, call.result.dtype),)


def _shift_right(call: KernelCall, value: Array, amount: Array) -> tuple[Array, ...]:
    """Arithmetic; with `round`, the last bit shifted out is added."""
    rounded = bool(call.signature.attributes.get("round"))

    def function(xp: Any, value: Array, amount: Array) -> Array:
        last_out = (value >> xp.maximum(amount - 1, 0)) & (amount > 0)
        return (value >> amount) + last_out if rounded else value >> amount

    return signed(function)(call, value, amount)


def _negate_integers(call: KernelCall, operand: Array, *zero_points: Array) -> tuple[Array, ...]:
    """`output_zp - (x - input1_zp)`, saturated below 32 bits; without zero points just `-x`."""
    dtype = call.result.dtype
    if width(dtype) >= 32:
        return (to_integer(call.xp, -operand, dtype),)
    if zero_points:
        input_zero, output_zero = zero_points
    else:
        input_zero, output_zero = (zero_point_attribute(call.signature, name) for name in ("input_zp", "output_zp"))
    return (saturated(call.xp, output_zero - (operand.astype(np.int64) - input_zero), dtype),)


def _bound(call: KernelCall, end: str) -> float:
    """A bound of clamp: `min_val`, or in LLVM 19 `min_fp` or `min_int` by type, cut to what the type holds."""
    attributes, dtype = call.signature.attributes, numpy_dtype(call.result.dtype)
    is_integer = integer_bits(call.result.dtype) is not None
    value = attributes.get(f"{end}_val", attributes.get(f"{end}_{'int' if is_integer else 'fp'}"))
    if not isinstance(value, int | float):
        raise ValueError(f"'tosa.clamp' has no {end} bound for elements of type '{call.result.dtype}', got {value!r}")
    return min(max(value, np.iinfo(dtype).min), np.iinfo(dtype).max) if is_integer else value


@quiet
def _clamp(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    """A NaN stays one, or with `nan_mode = IGNORE` becomes the lower bound."""
    low, high = (_bound(call, end) for end in ("min", "max"))
    most = "fmax" if call.signature.attributes.get("nan_mode") == "IGNORE" else "maximum"
    return _numeric(lambda xp, x: xp.minimum(getattr(xp, most)(x, x.dtype.type(low)), x.dtype.type(high)))(
        call, operand
    )


def _select(call: KernelCall, condition: Array, if_true: Array, if_false: Array) -> tuple[Array, ...]:
    return (call.xp.asarray(call.xp.where(condition, if_true, if_false)),)


def _round_to_integer(xp: Any, operand: Array, dtype: str) -> Array:
    """Half to even, saturated, NaN as zero."""
    wide = operand.astype(np.float64)
    wide = xp.where(xp.isnan(wide), 0.0, xp.rint(wide))
    limit = 1 << (width(dtype) - 1)
    highest_float = float(limit - 1) if width(dtype) <= 53 else np.nextafter(float(limit), 0.0)
    inside = xp.clip(wide, -float(limit), highest_float).astype(np.int64)
    return to_integer(xp, xp.where(wide >= float(limit), np.int64(limit - 1), inside), dtype)


@quiet
def _cast(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    source, target = call.signature.operands[0].dtype, call.result.dtype
    if target == "i1":
        return (call.xp.asarray(operand != 0),)
    if integer_bits(source) is not None:
        value = as_unsigned(operand, source) if source == "i1" else operand
        if integer_bits(target) is not None:
            return (to_integer(call.xp, value, target),)
        return (call.xp.asarray(value, dtype=numpy_dtype(target)),)
    if integer_bits(target) is not None:
        return (_round_to_integer(call.xp, operand, target),)
    return (call.xp.asarray(operand, dtype=numpy_dtype(target)),)


_ELEMENTWISE: dict[str, Kernel] = {
    "add": _numeric(lambda _, a, b: a + b),
    "sub": _numeric(lambda _, a, b: a - b),
    "mul": _by_type(_without_zeros(ufunc("multiply"), 2), _multiply_integers),
    "int_div": signed(divide_truncated),
    "intdiv": signed(divide_truncated),
    "pow": ufunc("power"),
    "maximum": _extremum("maximum", "fmax"),
    "minimum": _extremum("minimum", "fmin"),
    "bitwise_and": bits(lambda _, a, b: a & b),
    "bitwise_or": bits(lambda _, a, b: a | b),
    "bitwise_xor": bits(lambda _, a, b: a ^ b),
    "bitwise_not": bits(lambda _, a: ~a),
    "logical_and": bits(lambda _, a, b: a & b),
    "logical_or": bits(lambda _, a, b: a | b),
    "logical_xor": bits(lambda _, a, b: a ^ b),
    "logical_not": bits(lambda _, a: ~a),
    "arithmetic_right_shift": _shift_right,
    "logical_left_shift": unsigned(lambda _, a, b: a << b),
    "logical_right_shift": unsigned(lambda _, a, b: a >> b),
    "equal": _numeric(lambda _, a, b: a == b),
    "greater": _numeric(lambda _, a, b: a > b),
    "greater_equal": _numeric(lambda _, a, b: a >= b),
    "select": _select,
    "abs": _numeric(lambda _, x: abs(x)),
    "ceil": ufunc("ceil"),
    "floor": ufunc("floor"),
    "exp": ufunc("exp"),
    "log": ufunc("log"),
    "sin": ufunc("sin"),
    "cos": ufunc("cos"),
    "tanh": ufunc("tanh"),
    "erf": elementwise(erf),
    "sigmoid": elementwise(lambda xp, x: 1 / (1 + xp.exp(-x))),
    "reciprocal": elementwise(lambda _, x: 1 / x),
    "rsqrt": elementwise(lambda xp, x: 1 / xp.sqrt(x)),
    "negate": _by_type(_without_zeros(ufunc("negative"), 1), _negate_integers),
    "clz": MATH["math.ctlz"],
    "clamp": _clamp,
    "cast": _cast,
}

KERNELS: dict[str, Kernel] = {
    **{f"tosa.{name}": _broadcasting(kernel) for name, kernel in _ELEMENTWISE.items()},
    **LAYOUT_KERNELS,
    **PRODUCT_KERNELS,
    **REDUCTION_KERNELS,
    **RESCALING_KERNELS,
    **RESIZING_KERNELS,
    **WINDOW_KERNELS,
}
