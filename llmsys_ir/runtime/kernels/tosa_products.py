"""Kernels of the tosa ops that are matrix products, with the zero points of quantized integers."""

from __future__ import annotations

import numpy as np

from llmsys_ir.runtime.kernels.arrays import local_reshape
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.contraction import matmul
from llmsys_ir.runtime.kernels.dtypes import integer_bits, numpy_dtype
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.sharding.zero_points import zero_point_attribute


def _zero_point(call: KernelCall, name: str, operand: Array | None) -> Array | int:
    """A zero point: an operand in LLVM 22, an attribute in LLVM 19."""
    if operand is not None:
        return local_reshape(operand, call.batch, (1, 1, 1)).astype(np.int64)
    return zero_point_attribute(call.signature, name)


@quiet
def _matmul(call: KernelCall, a: Array, b: Array, *zero_points: Array) -> tuple[Array, ...]:
    """`n h c, n c w -> n h w`, accumulated in the result's type."""
    if integer_bits(call.signature.operands[0].dtype) is not None:
        a_zero, b_zero = zero_points or (None, None)
        a = a.astype(np.int64) - _zero_point(call, "a_zp", a_zero)
        b = b.astype(np.int64) - _zero_point(call, "b_zp", b_zero)
    return (matmul(call.xp, a, b, numpy_dtype(call.result.dtype)),)


@quiet
def _fully_connected(call: KernelCall, operand: Array, weight: Array, bias: Array) -> tuple[Array, ...]:
    """`n c, o c -> n o` plus the bias per output; LLVM 19 only."""
    if call.signature.attributes.get("quantization_info") is not None:
        raise ValueError("'tosa.fully_connected' with zero points is not supported, use 'tosa.matmul'")
    dtype = numpy_dtype(call.result.dtype)
    product = matmul(call.xp, operand, call.xp.swapaxes(weight, -1, -2), dtype)
    return (call.xp.asarray(product + bias[..., None, :], dtype=dtype),)


PRODUCT_KERNELS: dict[str, Kernel] = {
    "tosa.matmul": _matmul,
    "tosa.fully_connected": _fully_connected,
}
