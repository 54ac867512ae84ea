"""Kernels of tosa's convolutions and poolings, with the zero points of quantized integers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from llmsys_ir.runtime.kernels.arrays import local_reshape, local_transpose, where
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.contraction import contract
from llmsys_ir.runtime.kernels.dtypes import integer_bits, numpy_dtype, widen
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.integers import saturated
from llmsys_ir.runtime.kernels.reductions import combine, neutral
from llmsys_ir.runtime.kernels.stablehlo_convolution import windows_at
from llmsys_ir.runtime.kernels.stablehlo_shapes import padded
from llmsys_ir.sharding.rules.stablehlo.windows import Window
from llmsys_ir.sharding.rules.tosa_windows import spatial_windows
from llmsys_ir.sharding.zero_points import zero_point_attribute

_BATCH, _INPUT, _OUTPUT = range(3)
"""Dims of a contraction; those of the places and of the windows' elements follow."""


def _is_integer(call: KernelCall) -> bool:
    return integer_bits(call.signature.operands[0].dtype) is not None


def _zero(call: KernelCall, name: str, operands: Sequence[Array], number: int, rank: int) -> Array | int:
    """A zero point that goes with arrays of `rank` dims: an operand in LLVM 22, an attribute in LLVM 19."""
    if number < len(operands):
        return local_reshape(operands[number], call.batch, (1,) * rank).astype(np.int64)
    return zero_point_attribute(call.signature, name)


def _centered(call: KernelCall, name: str, array: Array, zero_points: Sequence[Array], number: int) -> Array:
    """An operand less its zero point; the zero points of floats are zero."""
    if not _is_integer(call):
        return widen(array)
    return array.astype(np.int64) - _zero(call, name, zero_points, number, array.ndim - call.batch)


def _around(image: Array, batch: int, windows: Sequence[Window], value: Array) -> Array:
    """The image with padding around its spatial dims, and between their elements."""
    amounts = ([0, *along, 0] for along in zip(*((w.low, w.high, w.base - 1) for w in windows), strict=True))
    return padded(image, batch, np.broadcast_to(value, (1,) * batch), *amounts)


def _seen(call: KernelCall, image: Array, zero_points: Sequence[Array]) -> Array:
    """Batch, channels, places and elements of the windows of an image."""
    windows, rank = spatial_windows(call.signature), call.result.rank
    image = _centered(call, "input_zp", image, zero_points, 0)
    image = _around(image, call.batch, windows, np.zeros((), image.dtype))
    image = local_transpose(np, image, call.batch, [0, rank - 1, *range(1, rank - 1)])
    sizes, strides, dilations = zip(*((w.size, w.stride, w.dilation) for w in windows), strict=True)
    return windows_at(image, call.batch + 2, sizes, strides, dilations)


def _dims(call: KernelCall) -> tuple[list[int], list[int]]:
    """The numbers of the places' dims and of the elements'."""
    spatial = call.result.rank - 2
    return list(range(3, 3 + spatial)), list(range(3 + spatial, 3 + 2 * spatial))


def _with_bias(call: KernelCall, product: Array, bias: Array) -> tuple[Array, ...]:
    """A number for each channel, or one for all, added."""
    bias = local_reshape(bias, call.batch, (*(1,) * (call.result.rank - 1), bias.shape[-1]))
    return (np.asarray(product + bias, dtype=numpy_dtype(call.result.dtype)),)


@quiet
def _convolution(call: KernelCall, image: Array, weight: Array, bias: Array, *zero_points: Array) -> tuple[Array, ...]:
    """`n h w i, o y x i, o -> n p q o`; windows of a transposed one are reversed in an image with gaps."""
    places, elements = _dims(call)
    weight = _centered(call, "weight_zp", weight, zero_points, 1)
    turned = [window.is_reversed for window in spatial_windows(call.signature)]
    weight = np.flip(weight, tuple(call.batch + 1 + dim for dim, is_turned in enumerate(turned) if is_turned))
    product = contract(
        np,
        call.batch,
        (_seen(call, image, zero_points), [_BATCH, _INPUT, *places, *elements]),
        (weight, [_OUTPUT, *elements, _INPUT]),
        [_BATCH, *places, _OUTPUT],
        numpy_dtype(call.result.dtype),
    )
    return _with_bias(call, product, bias)


@quiet
def _depthwise(call: KernelCall, image: Array, weight: Array, bias: Array, *zero_points: Array) -> tuple[Array, ...]:
    """`n h w c, y x c m, (c m) -> n p q (c m)`."""
    places, elements = _dims(call)
    product = contract(
        np,
        call.batch,
        (_seen(call, image, zero_points), [_BATCH, _INPUT, *places, *elements]),
        (_centered(call, "weight_zp", weight, zero_points, 1), [*elements, _INPUT, _OUTPUT]),
        [_BATCH, *places, _INPUT, _OUTPUT],
        numpy_dtype(call.result.dtype),
    )
    return _with_bias(call, local_reshape(product, call.batch, call.result.shape), bias)


def _pooled(call: KernelCall, kind: str, array: Array) -> Array:
    """The windows of an array reduced, one spatial dim after the other, with what is neutral around."""
    windows = spatial_windows(call.signature)
    array = _around(array, call.batch, windows, neutral(kind, array.dtype))
    for dim, window in enumerate(windows):
        lead, way = (slice(None),) * (call.batch + 1 + dim), (window.places - 1) * window.stride + 1
        parts = [array[(*lead, slice(offset, offset + way, window.stride))] for offset in range(window.size)]
        array = parts[0]
        for part in parts[1:]:
            array = combine(np, kind, array, part)
    return array


@quiet
def _max_pool(call: KernelCall, image: Array) -> tuple[Array, ...]:
    """Padding is of no account; where NaN is ignored it is less than any number."""
    if call.signature.attributes.get("nan_mode") == "IGNORE" and not _is_integer(call):
        image = where(np.isnan(image), neutral("max", image.dtype), image)
    return (_pooled(call, "max", image),)


def _mean_of_integers(call: KernelCall, total: Array, counts: Array, output_zero: Array | int) -> Array:
    """A sum divided by a number of elements, as tosa's `reciprocal_scale` and `apply_scale_32` do it."""
    bits = np.ceil(np.log2(counts)).astype(np.int64)
    multiplier, shift = (((1 << 30) + 1) << bits) // counts, 30 + bits
    scaled = (total * multiplier + (np.int64(1) << (shift - 1))) >> shift
    return saturated(np, scaled + output_zero, call.result.dtype)


@quiet
def _avg_pool(call: KernelCall, image: Array, *zero_points: Array) -> tuple[Array, ...]:
    """The padding is not counted."""
    total = _pooled(call, "sum", _centered(call, "input_zp", image, zero_points, 0))
    inside = np.ones((1,) * call.batch + (1, *image.shape[call.batch + 1 : -1], 1), np.int64)
    counts = _pooled(call, "sum", inside)
    if _is_integer(call):
        zero = _zero(call, "output_zp", zero_points, 1, call.result.rank)
        return (_mean_of_integers(call, total, counts, zero),)
    return (np.asarray(total / counts.astype(total.dtype), dtype=numpy_dtype(call.result.dtype)),)


WINDOW_KERNELS: dict[str, Kernel] = {
    "tosa.avg_pool2d": _avg_pool,
    "tosa.conv2d": _convolution,
    "tosa.conv3d": _convolution,
    "tosa.depthwise_conv2d": _depthwise,
    "tosa.max_pool2d": _max_pool,
    "tosa.transpose_conv2d": _convolution,
}
