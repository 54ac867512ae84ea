"""Kernels made from functions of scalars: mesh dims and local dims alike are joined by broadcasting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np

from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import integer_bits, numpy_dtype, widen
from llmsys_ir.runtime.kernels.integers import as_signed, as_stored, as_unsigned, to_integer

Unary: TypeAlias = Callable[[Any, Array], Array]
Binary: TypeAlias = Callable[[Any, Array, Array], Array]
Ternary: TypeAlias = Callable[[Any, Array, Array, Array], Array]
Function: TypeAlias = Unary | Binary | Ternary
"""`function(xp, *arrays) -> array`."""
Reading: TypeAlias = Callable[[Array, str], Array]
"""How an integer array of an MLIR type is read: `as_stored`, `as_signed` or `as_unsigned`."""

quiet = np.errstate(all="ignore")
"""Decorator: overflow, division by zero and invalid operations give MLIR's results without NumPy's warnings."""


def elementwise(function: Function) -> Kernel:
    """A kernel that applies `function(xp, *operands)`, computing floats in at least f32."""

    @quiet
    def kernel(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
        value = function(call.xp, *(widen(operand) for operand in operands))
        return (call.xp.asarray(value, dtype=numpy_dtype(call.result.dtype)),)

    return kernel


def ufunc(name: str) -> Kernel:
    """A kernel that applies the array library's function called `name`."""

    def function(xp: Any, *operands: Array) -> Array:
        return getattr(xp, name)(*operands)

    return elementwise(function)


def integer(function: Function, read: Reading = as_signed) -> Kernel:
    """A kernel on integers: its operands are read as `read` says, its result keeps the low bits.

    A result of no integer type (a conversion to float) is converted.
    """

    @quiet
    def kernel(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
        specs = call.signature.operands
        value = function(call.xp, *(read(array, spec.dtype) for array, spec in zip(operands, specs, strict=True)))
        if integer_bits(call.result.dtype) is None:
            return (call.xp.asarray(value, dtype=numpy_dtype(call.result.dtype)),)
        return (to_integer(call.xp, value, call.result.dtype),)

    return kernel


def signed(function: Function) -> Kernel:
    """An integer kernel that reads its operands as signed."""
    return integer(function, as_signed)


def unsigned(function: Function) -> Kernel:
    """An integer kernel that reads its operands as unsigned."""
    return integer(function, as_unsigned)


def bits(function: Function) -> Kernel:
    """An integer kernel that reads its operands as they are stored."""
    return integer(function, as_stored)
