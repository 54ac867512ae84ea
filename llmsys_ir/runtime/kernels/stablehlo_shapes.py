"""Kernels of the stablehlo ops that make and move elements without computing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from llmsys_ir.runtime.kernels.arrays import (
    constant,
    filled,
    join_mesh,
    local_broadcast,
    local_reshape,
    local_transpose,
    positions_along,
    updated,
)
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype
from llmsys_ir.runtime.kernels.stablehlo_attributes import common_values


def padded(
    array: Array, batch: int, value: Array, low: Sequence[int], high: Sequence[int], interior: Sequence[int]
) -> Array:
    """The array with a scalar `value` before, after and between its elements; negative amounts cut off."""
    if not any((*low, *high, *interior)):
        return array
    index: list[slice] = []
    kept: list[slice] = []
    shape: list[int] = []
    for before, after, between, size in zip(low, high, interior, array.shape[batch:], strict=True):
        step = between + 1
        extent = max(0, before + after + (size - 1) * step + 1 if size else before + after)
        first = -(before // step) if before < 0 else 0
        last = min(size, (extent - 1 - before) // step + 1)
        kept.append(slice(first, max(first, last)))
        start = before + first * step
        index.append(slice(start, start + max(0, last - first) * step, step))
        shape.append(extent)
    elements = array[(slice(None),) * batch + tuple(kept)]
    return updated(np, filled(np, value, batch, tuple(shape)), batch, tuple(index), elements)


def _identity(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    del call
    return operands


def _iota(call: KernelCall, *shape: Array) -> tuple[Array, ...]:
    del shape
    local, dim = call.result.shape, call.signature.integer("iota_dimension")
    positions = positions_along(call.batch + dim, call.batch + len(local), local[dim])
    return (local_broadcast(np, positions.astype(numpy_dtype(call.result.dtype)), call.batch, local),)


def _broadcast_in_dim(call: KernelCall, operand: Array, *shape: Array) -> tuple[Array, ...]:
    """Dim `i` of the operand becomes dim `broadcast_dimensions[i]`, stretched where it has size 1."""
    del shape
    dims, result = call.signature.integers("broadcast_dimensions"), call.result.shape
    order = sorted(range(len(dims)), key=dims.__getitem__)
    operand = local_transpose(np, operand, call.batch, order)
    sizes = dict(zip(sorted(dims), operand.shape[call.batch :], strict=True))
    aligned = local_reshape(operand, call.batch, tuple(sizes.get(dim, 1) for dim in range(len(result))))
    return (local_broadcast(np, aligned, call.batch, result),)


def _reshape(call: KernelCall, operand: Array, *shape: Array) -> tuple[Array, ...]:
    del shape
    return (local_reshape(operand, call.batch, call.result.shape),)


def _transpose(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    return (local_transpose(np, operand, call.batch, call.signature.integers("permutation")),)


def _reverse(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    return (np.flip(operand, tuple(call.batch + dim for dim in call.signature.integers("dimensions"))),)


def _concatenate(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    axis = call.batch + call.signature.integer("dimension")
    return (np.concatenate(join_mesh(np, call.batch, *operands), axis=axis),)


def _cut(
    call: KernelCall, operand: Array, starts: Sequence[int], limits: Sequence[int], strides: Sequence[int]
) -> tuple[Array, ...]:
    index = tuple(slice(*bounds) for bounds in zip(starts, limits, strides, strict=True))
    return (operand[(slice(None),) * call.batch + index],)


def _slice(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    bounds = (call.signature.integers(name) for name in ("start_indices", "limit_indices", "strides"))
    return _cut(call, operand, *bounds)


def _real_dynamic_slice(call: KernelCall, operand: Array, *bounds: Array) -> tuple[Array, ...]:
    return _cut(call, operand, *(common_values(call, bound) for bound in bounds))


def _pad(call: KernelCall, operand: Array, value: Array) -> tuple[Array, ...]:
    names = ("edge_padding_low", "edge_padding_high", "interior_padding")
    return (padded(operand, call.batch, value, *(call.signature.integers(name) for name in names)),)


def _dynamic_pad(call: KernelCall, operand: Array, value: Array, *amounts: Array) -> tuple[Array, ...]:
    return (padded(operand, call.batch, value, *(common_values(call, amount) for amount in amounts)),)


def _get_dimension_size(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    size = operand.shape[call.batch + call.signature.integer("dimension")]
    return (np.full((1,) * call.batch, size, dtype=numpy_dtype(call.result.dtype)),)


SHAPE_KERNELS: dict[str, Kernel] = {
    "stablehlo.constant": constant,
    "stablehlo.iota": _iota,
    "stablehlo.dynamic_iota": _iota,
    "stablehlo.broadcast_in_dim": _broadcast_in_dim,
    "stablehlo.dynamic_broadcast_in_dim": _broadcast_in_dim,
    "stablehlo.reshape": _reshape,
    "stablehlo.dynamic_reshape": _reshape,
    "stablehlo.transpose": _transpose,
    "stablehlo.reverse": _reverse,
    "stablehlo.concatenate": _concatenate,
    "stablehlo.slice": _slice,
    "stablehlo.real_dynamic_slice": _real_dynamic_slice,
    "stablehlo.pad": _pad,
    "stablehlo.dynamic_pad": _dynamic_pad,
    "stablehlo.get_dimension_size": _get_dimension_size,
    "stablehlo.optimization_barrier": _identity,
}
