"""The kernel of stablehlo's convolution: windows of the input against the kernel, as one contraction."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import as_strided

from llmsys_ir.runtime.kernels.arrays import local_reshape, local_transpose
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.contraction import contract
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype, widen
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.stablehlo_attributes import integers_or, pairs_or
from llmsys_ir.runtime.kernels.stablehlo_shapes import padded

_SAMPLE, _BATCH_GROUP, _FEATURE_GROUP, _INPUT, _OUTPUT = range(5)
"""Dims of the contraction; those of the positions and of the window's elements follow."""


def windows_at(
    array: Array, lead: int, sizes: Sequence[int], strides: Sequence[int], dilations: Sequence[int]
) -> Array:
    """A view of the windows over the dims after the first `lead`: their positions, then their elements."""
    steps = array.strides[lead:]
    positions = tuple(
        max(0, (extent - (size - 1) * dilation - 1) // stride + 1)
        for extent, size, stride, dilation in zip(array.shape[lead:], sizes, strides, dilations, strict=True)
    )
    return as_strided(
        array,
        (*array.shape[:lead], *positions, *sizes),
        (
            *array.strides[:lead],
            *(step * stride for step, stride in zip(steps, strides, strict=True)),
            *(step * dilation for step, dilation in zip(steps, dilations, strict=True)),
        ),
        writeable=False,
    )


def _dims(call: KernelCall, side: str, first: str, second: str) -> tuple[int, ...]:
    """Where an operand or the result has two dims named by their roles, and its spatial dims."""
    signature = call.signature
    leading = (signature.integer(f"{side}_{role}_dimension") for role in (first, second))
    return (*leading, *signature.integers(f"{side}_spatial_dimensions"))


def _input(call: KernelCall, lhs: Array, spatial: int) -> Array:
    """The left operand as batch, feature and spatial dims, padded and dilated."""
    lhs = widen(local_transpose(np, lhs, call.batch, _dims(call, "input", "batch", "feature")))
    low, high = zip((0, 0), (0, 0), *pairs_or(call, "padding", spatial, 0), strict=True)
    interior = (0, 0, *(dilation - 1 for dilation in integers_or(call, "lhs_dilation", spatial, 1)))
    zero = np.zeros((1,) * call.batch, dtype=lhs.dtype)
    return padded(lhs, call.batch, zero, low, high, interior)


def _filter(call: KernelCall, rhs: Array, spatial: int) -> Array:
    """The right operand as output feature, input feature and spatial dims, reversed where the op says so."""
    rhs = local_transpose(np, rhs, call.batch, _dims(call, "kernel", "output_feature", "input_feature"))
    reversal = integers_or(call, "window_reversal", spatial, 0)
    return np.flip(rhs, tuple(call.batch + 2 + dim for dim in range(spatial) if reversal[dim]))


@quiet
def _convolution(call: KernelCall, lhs: Array, rhs: Array) -> tuple[Array, ...]:
    """Groups of features divide the input's features, groups of the batch its batch, both the kernel's outputs."""
    batch, spatial = call.batch, call.result.rank - 2
    batch_groups, feature_groups = (call.signature.integer(f"{dim}_group_count") for dim in ("batch", "feature"))
    lhs, rhs = _input(call, lhs, spatial), _filter(call, rhs, spatial)
    samples, features, *extents = lhs.shape[batch:]
    outputs, inputs, *sizes = rhs.shape[batch:]
    samples //= batch_groups
    strides, dilations = (integers_or(call, name, spatial, 1) for name in ("window_strides", "rhs_dilation"))
    grouped = (batch_groups, samples, feature_groups, features // feature_groups, *extents)
    windows = windows_at(local_reshape(lhs, batch, grouped), batch + 4, sizes, strides, dilations)
    per_group = outputs // (batch_groups * feature_groups)
    kernel = local_reshape(rhs, batch, (batch_groups, feature_groups, per_group, inputs, *sizes))
    positions = list(range(5, 5 + spatial))
    elements = list(range(5 + spatial, 5 + 2 * spatial))
    result = contract(
        np,
        batch,
        (windows, [_BATCH_GROUP, _SAMPLE, _FEATURE_GROUP, _INPUT, *positions, *elements]),
        (kernel, [_BATCH_GROUP, _FEATURE_GROUP, _OUTPUT, _INPUT, *elements]),
        [_SAMPLE, _BATCH_GROUP, _FEATURE_GROUP, _OUTPUT, *positions],
        numpy_dtype(call.result.dtype),
    )
    at = batch + 4
    result = local_reshape(result, batch, (samples, outputs, *result.shape[at:]))
    order = _dims(call, "output", "batch", "feature")
    return (local_transpose(np, result, batch, sorted(range(len(order)), key=order.__getitem__)),)


CONVOLUTION_KERNELS: dict[str, Kernel] = {"stablehlo.convolution": _convolution}
