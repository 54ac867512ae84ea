"""Kernels of stablehlo's batch normalization; all are computed in at least f32."""

from __future__ import annotations

from math import prod

import numpy as np

from llmsys_ir.runtime.kernels.arrays import local_reshape
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype, widen
from llmsys_ir.runtime.kernels.elementwise import quiet


def _epsilon(call: KernelCall) -> float:
    value = call.signature.attributes.get("epsilon")
    if not isinstance(value, float | int):
        raise ValueError(f"expected a number as attribute 'epsilon', got {value!r}")
    return value


def _others(call: KernelCall) -> tuple[int, ...]:
    """The array dims of the operand but the mesh's and the feature dim."""
    feature = call.signature.integer("feature_index")
    return tuple(call.batch + dim for dim in range(call.signature.operands[0].rank) if dim != feature)


def _along_features(call: KernelCall, array: Array) -> Array:
    """One value per feature, with dims of size 1 for all others of the operand."""
    feature, rank = call.signature.integer("feature_index"), call.signature.operands[0].rank
    return widen(local_reshape(array, call.batch, (1,) * feature + (-1,) + (1,) * (rank - feature - 1)))


def _results(call: KernelCall, *values: Array) -> tuple[Array, ...]:
    """The values in their types; one per feature without the other dims."""
    results: list[Array] = []
    for value, spec in zip(values, call.signature.results, strict=True):
        results.append(np.asarray(local_reshape(value, call.batch, spec.shape), dtype=numpy_dtype(spec.dtype)))
    return tuple(results)


def _scaled(call: KernelCall, operand: Array, scale: Array, offset: Array, mean: Array, variance: Array) -> Array:
    scale, offset = _along_features(call, scale), _along_features(call, offset)
    return (operand - mean) / np.sqrt(variance + operand.dtype.type(_epsilon(call))) * scale + offset


@quiet
def _inference(
    call: KernelCall, operand: Array, scale: Array, offset: Array, mean: Array, variance: Array
) -> tuple[Array, ...]:
    mean, variance = _along_features(call, mean), _along_features(call, variance)
    return _results(call, _scaled(call, widen(operand), scale, offset, mean, variance))


@quiet
def _training(call: KernelCall, operand: Array, scale: Array, offset: Array) -> tuple[Array, ...]:
    """The normalized operand, and the mean and variance over all dims but the feature dim."""
    operand, axes = widen(operand), _others(call)
    mean = operand.mean(axis=axes, keepdims=True)
    variance = np.square(operand - mean).mean(axis=axes, keepdims=True)
    return _results(call, _scaled(call, operand, scale, offset, mean, variance), mean, variance)


@quiet
def _gradient(
    call: KernelCall, operand: Array, scale: Array, mean: Array, variance: Array, grad: Array
) -> tuple[Array, ...]:
    """Gradients of the operand, the scale and the offset."""
    operand, grad, axes = widen(operand), widen(grad), _others(call)
    scale, mean, variance = (_along_features(call, array) for array in (scale, mean, variance))
    deviation = np.sqrt(variance + operand.dtype.type(_epsilon(call)))
    normalized = (operand - mean) / deviation
    grad_scale = (grad * normalized).sum(axis=axes, keepdims=True)
    grad_offset = grad.sum(axis=axes, keepdims=True)
    count = prod(operand.shape[axis] for axis in axes)
    grad_operand = scale / deviation * (grad - (grad_offset + normalized * grad_scale) / count)
    return _results(call, grad_operand, grad_scale, grad_offset)


NORMALIZATION_KERNELS: dict[str, Kernel] = {
    "stablehlo.batch_norm_inference": _inference,
    "stablehlo.batch_norm_training": _training,
    "stablehlo.batch_norm_grad": _gradient,
}
