"""Kernels of the chlo dialect."""

from __future__ import annotations

from llmsys_ir.runtime.kernels.call import Kernel
from llmsys_ir.runtime.kernels.stablehlo_sorting import top_k

KERNELS: dict[str, Kernel] = {
    "chlo.top_k": top_k,
}
