"""Numeric kernels: what each op computes, on NumPy or any array library with its interface.

One module per dialect, imported when its first op is run. The convention for shapes is `KernelCall`'s.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from llmsys_ir.runtime.kernels.call import Kernel, KernelCall, Region
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype

__all__ = ["Kernel", "KernelCall", "Region", "kernel_for", "numpy_dtype"]

_DIALECTS = frozenset({"affine", "arith", "cf", "chlo", "linalg", "math", "stablehlo", "tensor", "tm_tensor", "tosa"})


@cache
def kernel_for(name: str) -> Kernel | None:
    """The kernel of the op called `name` (`dialect.op`), or None where there is none."""
    dialect, _, _ = name.partition(".")
    if dialect not in _DIALECTS:
        return None
    kernels: dict[str, Kernel] = import_module(f"{__name__}.{dialect}").KERNELS
    return kernels.get(name)
