"""Kernels of the chlo dialect."""

from __future__ import annotations

from llmsys_ir.runtime.kernels.call import Kernel
from llmsys_ir.runtime.kernels.elementwise import ufunc
from llmsys_ir.runtime.kernels.stablehlo_sorting import top_k

KERNELS: dict[str, Kernel] = {
    "chlo.conj": ufunc("conj"),
    "chlo.top_k": top_k,
}
