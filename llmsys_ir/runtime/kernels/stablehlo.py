"""Kernels of the stablehlo dialect, collected from its families.

All that StableHLO's specification defines on whole arrays; its collectives become the mesh dialect's, and a
composite is run as its decomposition. NumPy only: another engine of XLA runs the program's text itself.
"""

from __future__ import annotations

from llmsys_ir.runtime.kernels.call import Kernel
from llmsys_ir.runtime.kernels.stablehlo_control import CONTROL_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_conversions import CONVERSION_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_convolution import CONVOLUTION_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_custom_calls import CUSTOM_CALL_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_elementwise import ELEMENTWISE_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_indexing import INDEXING_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_linear_algebra import LINEAR_ALGEBRA_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_normalization import NORMALIZATION_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_products import PRODUCT_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_random import RANDOM_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_reductions import REDUCTION_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_scatter import SCATTER_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_shapes import SHAPE_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_sorting import SORTING_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_windows import WINDOW_KERNELS

KERNELS: dict[str, Kernel] = {
    **CONTROL_KERNELS,
    **CONVERSION_KERNELS,
    **CONVOLUTION_KERNELS,
    **CUSTOM_CALL_KERNELS,
    **ELEMENTWISE_KERNELS,
    **INDEXING_KERNELS,
    **LINEAR_ALGEBRA_KERNELS,
    **NORMALIZATION_KERNELS,
    **PRODUCT_KERNELS,
    **RANDOM_KERNELS,
    **REDUCTION_KERNELS,
    **SCATTER_KERNELS,
    **SHAPE_KERNELS,
    **SORTING_KERNELS,
    **WINDOW_KERNELS,
}
