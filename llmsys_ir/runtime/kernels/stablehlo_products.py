"""Kernels of stablehlo's contractions of two tensors."""

from __future__ import annotations

import numpy as np

from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.contraction import contract
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype
from llmsys_ir.runtime.kernels.elementwise import quiet


@quiet
def _dot_general(call: KernelCall, lhs: Array, rhs: Array) -> tuple[Array, ...]:
    """Result dims: batching ones, the rest of the left operand's, the rest of the right's."""
    integers = call.signature.integers
    pairs = [
        *zip(integers("lhs_batching_dimensions"), integers("rhs_batching_dimensions"), strict=True),
        *zip(integers("lhs_contracting_dimensions"), integers("rhs_contracting_dimensions"), strict=True),
    ]
    left = list(range(lhs.ndim - call.batch))
    right = [len(left) + dim for dim in range(rhs.ndim - call.batch)]
    for left_dim, right_dim in pairs:
        right[right_dim] = left_dim
    batching = list(integers("lhs_batching_dimensions"))
    rows = [dim for dim in left if dim not in batching and dim not in integers("lhs_contracting_dimensions")]
    columns = [dim for dim in right if dim >= len(left)]
    out = [*batching, *rows, *columns]
    return (contract(np, call.batch, (lhs, left), (rhs, right), out, numpy_dtype(call.result.dtype)),)


@quiet
def _dot(call: KernelCall, lhs: Array, rhs: Array) -> tuple[Array, ...]:
    """The last dim of the left operand with the first of the right."""
    left = list(range(lhs.ndim - call.batch))
    right = [left[-1], *(len(left) + dim for dim in range(1, rhs.ndim - call.batch))]
    out = [*left[:-1], *right[1:]]
    return (contract(np, call.batch, (lhs, left), (rhs, right), out, numpy_dtype(call.result.dtype)),)


PRODUCT_KERNELS: dict[str, Kernel] = {
    "stablehlo.dot_general": _dot_general,
    "stablehlo.dot": _dot,
}
