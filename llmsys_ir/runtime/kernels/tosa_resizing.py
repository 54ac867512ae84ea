"""The kernel of tosa's resized images: elements taken along height and width, one after the other."""

from __future__ import annotations

import numpy as np

from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import is_float, numpy_dtype, widen
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.sharding.rules.tosa_resizing import Samples, samples, takes_nearest


def _nearest(image: Array, axis: int, along: Samples) -> Array:
    pairs = zip(along.first, along.second, along.distances, strict=True)
    return np.take(image, [second if distance else first for first, second, distance in pairs], axis)


def _between(image: Array, axis: int, along: Samples) -> Array:
    """The weights of floats add up to one, those of integers to `unit`."""
    shape = (-1, *(1,) * (image.ndim - axis - 1))
    distances = np.reshape(np.asarray(along.distances, image.dtype), shape)
    rest = image.dtype.type(along.unit) - distances
    total = np.take(image, along.first, axis) * rest + np.take(image, along.second, axis) * distances
    return total / image.dtype.type(along.unit) if is_float(image.dtype) else total


@quiet
def _resize(call: KernelCall, image: Array, *numbers: Array) -> tuple[Array, ...]:
    """The nearest elements as they are, or interpolated, floats in at least f32 and integers in the result's type."""
    del numbers
    dtype = numpy_dtype(call.result.dtype)
    is_nearest = takes_nearest(call.signature)
    if not is_nearest:
        image = widen(image) if is_float(dtype) else image.astype(dtype)
    for dim, along in enumerate(samples(call.signature)):
        image = (_nearest if is_nearest else _between)(image, call.batch + 1 + dim, along)
    return (np.asarray(image, dtype=dtype),)


RESIZING_KERNELS: dict[str, Kernel] = {"tosa.resize": _resize}
"""By name."""
