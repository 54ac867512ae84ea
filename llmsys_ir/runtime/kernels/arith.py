"""Kernels of the arith dialect: floats, and signless integers that each op reads as signed or unsigned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from llmsys_ir.runtime.kernels.arrays import constant
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype
from llmsys_ir.runtime.kernels.elementwise import Binary, bits, elementwise, quiet, signed, ufunc, unsigned
from llmsys_ir.runtime.kernels.integers import as_signed, as_unsigned, to_integer, width


def divide_truncated(xp: Any, a: Array, b: Array) -> Array:
    """Integer division that rounds toward zero."""
    return (a - xp.fmod(a, b)) // b


def divide_ceiling(xp: Any, a: Array, b: Array) -> Array:
    """Integer division that rounds up."""
    return a // b + (xp.fmod(a, b) != 0)


def _unordered(xp: Any, a: Array, b: Array) -> Array:
    return xp.isnan(a) | xp.isnan(b)


_ORDERED: tuple[Binary, ...] = (
    lambda xp, a, b: xp.zeros_like(a == b),
    lambda _, a, b: a == b,
    lambda _, a, b: a > b,
    lambda _, a, b: a >= b,
    lambda _, a, b: a < b,
    lambda _, a, b: a <= b,
    lambda xp, a, b: (a != b) & ~_unordered(xp, a, b),
    lambda xp, a, b: ~_unordered(xp, a, b),
)
"""cmpf predicates 0 to 7, false on a NaN."""

_UNORDERED: tuple[Binary, ...] = (
    lambda xp, a, b: (a == b) | _unordered(xp, a, b),
    lambda _, a, b: ~(a <= b),
    lambda _, a, b: ~(a < b),
    lambda _, a, b: ~(a >= b),
    lambda _, a, b: ~(a > b),
    lambda _, a, b: a != b,
    _unordered,
    lambda xp, a, b: xp.ones_like(a == b),
)
"""cmpf predicates 8 to 15, true on a NaN."""

_CMPF = tuple(elementwise(predicate) for predicate in _ORDERED + _UNORDERED)

_RELATIONS: tuple[Binary, ...] = (
    lambda _, a, b: a < b,
    lambda _, a, b: a <= b,
    lambda _, a, b: a > b,
    lambda _, a, b: a >= b,
)

_CMPI = (
    bits(lambda _, a, b: a == b),
    bits(lambda _, a, b: a != b),
    *(signed(relation) for relation in _RELATIONS),
    *(unsigned(relation) for relation in _RELATIONS),
)


def _compare(predicates: tuple[Kernel, ...]) -> Kernel:
    def kernel(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
        return predicates[call.signature.integer("predicate")](call, *operands)

    return kernel


def _select(call: KernelCall, condition: Array, if_true: Array, if_false: Array) -> tuple[Array, ...]:
    """A scalar condition chooses between whole tensors."""
    specs = call.signature.operands
    if specs[1].is_tensor and not specs[0].is_tensor:
        condition = condition.reshape(condition.shape + (1,) * specs[1].rank)
    return (call.xp.asarray(call.xp.where(condition, if_true, if_false)),)


def _bitcast(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    return (operand.view(numpy_dtype(call.result.dtype)),)


def _convert(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    return (call.xp.asarray(operand, dtype=numpy_dtype(call.result.dtype)),)


def _float_to_integer(read: Callable[[Array, str], Array]) -> Kernel:
    @quiet
    def kernel(call: KernelCall, operand: Array) -> tuple[Array, ...]:
        unsigned_64 = read is as_unsigned and width(call.result.dtype) == 64
        wide = operand.astype(np.uint64 if unsigned_64 else np.int64)
        return (to_integer(call.xp, wide, call.result.dtype),)

    return kernel


def _same(_: Any, operand: Array) -> Array:
    return operand


KERNELS: dict[str, Kernel] = {
    "arith.constant": constant,
    "arith.addf": ufunc("add"),
    "arith.subf": ufunc("subtract"),
    "arith.mulf": ufunc("multiply"),
    "arith.divf": ufunc("divide"),
    "arith.remf": ufunc("fmod"),
    "arith.negf": ufunc("negative"),
    "arith.maximumf": ufunc("maximum"),
    "arith.minimumf": ufunc("minimum"),
    "arith.maxnumf": ufunc("fmax"),
    "arith.minnumf": ufunc("fmin"),
    "arith.addi": signed(lambda _, a, b: a + b),
    "arith.subi": signed(lambda _, a, b: a - b),
    "arith.muli": signed(lambda _, a, b: a * b),
    "arith.divsi": signed(divide_truncated),
    "arith.divui": unsigned(lambda _, a, b: a // b),
    "arith.ceildivsi": signed(divide_ceiling),
    "arith.ceildivui": unsigned(divide_ceiling),
    "arith.floordivsi": signed(lambda _, a, b: a // b),
    "arith.remsi": signed(lambda xp, a, b: xp.fmod(a, b)),
    "arith.remui": unsigned(lambda xp, a, b: xp.fmod(a, b)),
    "arith.andi": bits(lambda _, a, b: a & b),
    "arith.ori": bits(lambda _, a, b: a | b),
    "arith.xori": bits(lambda _, a, b: a ^ b),
    "arith.shli": unsigned(lambda _, a, b: a << b),
    "arith.shrsi": signed(lambda _, a, b: a >> b),
    "arith.shrui": unsigned(lambda _, a, b: a >> b),
    "arith.maxsi": signed(lambda xp, a, b: xp.maximum(a, b)),
    "arith.minsi": signed(lambda xp, a, b: xp.minimum(a, b)),
    "arith.maxui": unsigned(lambda xp, a, b: xp.maximum(a, b)),
    "arith.minui": unsigned(lambda xp, a, b: xp.minimum(a, b)),
    "arith.cmpf": _compare(_CMPF),
    "arith.cmpi": _compare(_CMPI),
    "arith.select": _select,
    "arith.extf": _convert,
    "arith.truncf": quiet(_convert),
    "arith.extsi": signed(_same),
    "arith.extui": unsigned(_same),
    "arith.trunci": bits(_same),
    "arith.index_cast": signed(_same),
    "arith.index_castui": unsigned(_same),
    "arith.sitofp": signed(_same),
    "arith.uitofp": unsigned(_same),
    "arith.fptosi": _float_to_integer(as_signed),
    "arith.fptoui": _float_to_integer(as_unsigned),
    "arith.bitcast": _bitcast,
}
