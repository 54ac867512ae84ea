"""Kernels of stablehlo's changes of element type and precision."""

from __future__ import annotations

from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.arrays import where
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import integer_bits, is_float, numpy_dtype, widen
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.integers import as_unsigned, to_integer, width

_FORMATS = {"f16": (5, 10), "bf16": (8, 7), "f32": (8, 23), "f64": (11, 52)}
"""Bits of exponent and mantissa."""


def _saturated(operand: Array, dtype: str) -> Array:
    """Floats toward zero as integers of type `dtype`; beyond its range its ends, NaN as zero."""
    storage, bits = numpy_dtype(dtype), width(dtype)
    unsigned = storage.kind == "u"
    lowest, highest = (0, (1 << bits) - 1) if unsigned else (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    value = widen(operand)
    above, below = value >= float(highest + 1), value <= float(lowest)
    inside = where(above | below | np.isnan(value), 0, value).astype(storage)
    return where(above, storage.type(highest), where(below, storage.type(lowest), inside))


@quiet
def _convert(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    source, target = call.signature.operands[0].dtype, call.result.dtype
    dtype = numpy_dtype(target)
    if target == "i1":
        return (np.asarray(operand != 0),)
    if source == "i1":
        operand = as_unsigned(operand, source)
    if operand.dtype.kind == "c" and dtype.kind != "c":
        operand = operand.real
    if integer_bits(target) is None:
        return (np.asarray(operand, dtype=dtype),)
    if is_float(operand.dtype):
        return (np.asarray(_saturated(operand, target)),)
    return (to_integer(np, operand, target),)


def _bitcast(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    """To narrower elements with a last dim of parts, lowest first; to wider ones by taking that dim up."""
    source, target = operand.dtype, numpy_dtype(call.result.dtype)
    for spec, dtype in ((call.signature.operands[0], source), (call.result, target)):
        if spec.dtype != "i1" and (integer_bits(spec.dtype) or 8) % 8:
            raise ValueError(f"a bitcast of '{spec.dtype}', stored as {dtype}, is not supported")
    if source.itemsize == target.itemsize:
        return (operand.view(target),)
    if source.itemsize > target.itemsize:
        return (np.asarray(operand[..., None], order="C").view(target),)
    return (np.asarray(operand, order="C").view(target)[..., 0],)


def _rounded_mantissa(bits: Array, dropped: int) -> Array:
    """Half to even at the lowest bit that stays; a carry goes into the exponent."""
    one = bits.dtype.type(1)
    last = (bits >> bits.dtype.type(dropped)) & one
    bias = last + bits.dtype.type((1 << (dropped - 1)) - 1)
    return (bits + bias) & ~bits.dtype.type((1 << dropped) - 1)


def _narrowed_exponent(bits: Array, exponent: int, source: tuple[int, int]) -> Array:
    """What the narrower exponent cannot hold becomes infinity or a zero, with its sign."""
    word: Any = bits.dtype.type
    exponent_bits, mantissa_bits = source
    sign = bits & word(1 << (exponent_bits + mantissa_bits))
    infinity = ((1 << exponent_bits) - 1) << mantissa_bits
    bias, reduced_bias = (1 << (exponent_bits - 1)) - 1, (1 << (exponent - 1)) - 1
    magnitude = bits & word(infinity)
    overflows = magnitude > word((bias + reduced_bias) << mantissa_bits)
    underflows = magnitude <= word((bias - reduced_bias) << mantissa_bits)
    return where(underflows, sign, where(overflows, sign | word(infinity), bits))


@quiet
def _reduce_precision(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    """Rounded to `mantissa_bits`, its range that of `exponent_bits`; subnormals become zeros, NaN stays."""
    source = _FORMATS.get(call.result.dtype)
    if source is None:
        raise ValueError(f"'{call.signature.name}' is not defined for elements of type '{call.result.dtype}'")
    exponent, mantissa = (call.signature.integer(name) for name in ("exponent_bits", "mantissa_bits"))
    bits = operand.view(np.dtype(f"uint{8 * operand.dtype.itemsize}"))
    if mantissa < source[1]:
        bits = _rounded_mantissa(bits, source[1] - mantissa)
    if exponent < source[0]:
        bits = _narrowed_exponent(bits, exponent, source)
    return (where(np.isnan(operand), operand, np.asarray(bits).view(operand.dtype)),)


CONVERSION_KERNELS: dict[str, Kernel] = {
    "stablehlo.convert": _convert,
    "stablehlo.bitcast_convert": _bitcast,
    "stablehlo.reduce_precision": _reduce_precision,
}
