"""Kernels of the tosa ops that reduce one dim: `reduce_*` keeps it with size 1, `argmax` drops it."""

from __future__ import annotations

import numpy as np

from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import is_float, numpy_dtype, widen
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.reductions import reduce_axes


def _ignores_nan(call: KernelCall) -> bool:
    return call.signature.attributes.get("nan_mode") == "IGNORE"


def _reduction(kind: str) -> Kernel:
    """A reduction over `axis`; LLVM 22's `nan_mode` chooses the extremum that ignores NaN."""

    @quiet
    def kernel(call: KernelCall, operand: Array) -> tuple[Array, ...]:
        axis = call.batch + call.signature.integer("axis")
        chosen = f"{kind}num" if kind in ("max", "min") and _ignores_nan(call) else kind
        return (reduce_axes(call.xp, chosen, operand, (axis,)),)

    return kernel


def _argmax(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    """The first position of the maximum; a NaN is above all, or with `nan_mode = IGNORE` below."""
    axis = call.batch + call.signature.integer("axis")
    operand = widen(operand)
    if is_float(operand.dtype) and _ignores_nan(call):
        operand = call.xp.where(call.xp.isnan(operand), operand.dtype.type(-np.inf), operand)
    return (call.xp.asarray(call.xp.argmax(operand, axis=axis), dtype=numpy_dtype(call.result.dtype)),)


REDUCTION_KERNELS: dict[str, Kernel] = {
    "tosa.reduce_sum": _reduction("sum"),
    "tosa.reduce_prod": _reduction("product"),
    "tosa.reduce_product": _reduction("product"),
    "tosa.reduce_max": _reduction("max"),
    "tosa.reduce_min": _reduction("min"),
    "tosa.reduce_all": _reduction("and"),
    "tosa.reduce_any": _reduction("or"),
    "tosa.argmax": _argmax,
}
