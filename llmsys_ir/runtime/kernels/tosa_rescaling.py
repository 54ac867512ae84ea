"""The kernel of tosa's rescale: integers times a fixed-point number, from one zero point to another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from llmsys_ir.runtime.kernels.arrays import local_reshape, where
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.integers import as_unsigned, to_integer, width

_OPERANDS = ("multiplier", "shift", "input_zp", "output_zp")


def _numbers(call: KernelCall, name: str, operands: Sequence[Array], count: int) -> Array:
    """Numbers along the last of `count` dims, or one: an operand in LLVM 22, an attribute in LLVM 19."""
    if operands:
        numbers = operands[_OPERANDS.index(name)].astype(np.int64)
    else:
        value = call.signature.attributes.get(name)
        if not isinstance(value, int | tuple):
            raise ValueError(f"expected '{name}' as an attribute or an operand, got {value!r}")
        numbers = np.reshape(np.asarray(value, np.int64), (*(1,) * call.batch, -1))
    return local_reshape(numbers, call.batch, (*(1,) * (count - 1), numbers.shape[-1]) if count else ())


def _rounds_twice(call: KernelCall) -> bool:
    attributes = call.signature.attributes
    return attributes.get("double_round") is True or attributes.get("rounding_mode") == "DOUBLE_ROUND"


def _is_unsigned(call: KernelCall, side: str, dtype: str) -> bool:
    return call.signature.attributes.get(f"{side}_unsigned") is True or dtype.startswith("u")


def _rescale(call: KernelCall, value: Array, *operands: Array) -> tuple[Array, ...]:
    """`apply_scale_32` or `apply_scale_16` of tosa's specification; what is too large becomes the largest value."""
    dtype, rank = call.signature.operands[0].dtype, call.result.rank
    multiplier, shift, zero, result_zero = (_numbers(call, name, operands, rank) for name in _OPERANDS)
    wide = (as_unsigned(value, dtype) if _is_unsigned(call, "input", dtype) else value).astype(np.int64) - zero
    rounding = np.int64(1) << (shift - 1)
    if _rounds_twice(call):
        half = np.int64(1 << 30)
        rounding = rounding + where(shift > 31, where(wide >= 0, half, -half), np.int64(0))
    scaled = ((wide * multiplier + rounding) >> shift) + result_zero
    bits = width(call.result.dtype)
    is_unsigned = _is_unsigned(call, "output", call.result.dtype)
    least, greatest = (0, (1 << bits) - 1) if is_unsigned else (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    return (to_integer(np, np.clip(scaled, least, greatest), call.result.dtype),)


RESCALING_KERNELS: dict[str, Kernel] = {"tosa.rescale": _rescale}
"""By name."""
