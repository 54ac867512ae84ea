"""What kernels do to shapes: every array has mesh dims in front of its local dims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np

from llmsys_ir.runtime.kernels.call import Array, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype


def local_reshape(array: Array, batch: int, shape: tuple[int, ...]) -> Array:
    """The array with its local dims reshaped to `shape`."""
    return array.reshape(array.shape[:batch] + shape)


def filled(xp: Any, scalar: Array, batch: int, shape: tuple[int, ...]) -> Array:
    """One value per device as a local tensor of `shape`: a view that takes no memory."""
    value = local_reshape(scalar, batch, (1,) * len(shape))
    return xp.broadcast_to(value, value.shape[:batch] + shape)


def local_broadcast(xp: Any, array: Array, batch: int, shape: tuple[int, ...]) -> Array:
    """The array with its local dims broadcast to `shape`, its mesh dims unchanged."""
    return xp.broadcast_to(array, array.shape[:batch] + shape)


def local_transpose(xp: Any, array: Array, batch: int, permutation: Sequence[int]) -> Array:
    """The array with its local dims permuted: dim `i` of the result is dim `permutation[i]` of the operand."""
    return xp.transpose(array, (*range(batch), *(batch + dim for dim in permutation)))


def where(condition: Array, on_true: Array, on_false: Array) -> Array:
    """NumPy's, typed as any array."""
    return cast(Array, np.where(condition, on_true, on_false))


def join_mesh(xp: Any, batch: int, *arrays: Array) -> list[Array]:
    """The arrays with their mesh dims broadcast to the same sizes, their local dims unchanged."""
    mesh = np.broadcast_shapes(*(array.shape[:batch] for array in arrays))
    return [xp.broadcast_to(array, mesh + array.shape[batch:]) for array in arrays]


def positions_along(dim: int, rank: int, size: int) -> Array:
    """0 … size - 1 along one dim of an array of the given rank, whose other dims have size 1."""
    return np.arange(size).reshape((1,) * dim + (size,) + (1,) * (rank - dim - 1))


def updated(xp: Any, array: Array, batch: int, index: tuple[slice, ...], values: Array) -> Array:
    """A copy of the array with `values` at the local positions `index`."""
    array, values = join_mesh(xp, batch, array, values)
    where = (slice(None),) * batch + index
    if xp is not np:
        return array.at[where].set(values)
    result = np.array(array)
    result[where] = values
    return result


def is_splat(array: Array) -> bool:
    """Whether the array is a NumPy view of one element."""
    return isinstance(array, np.ndarray) and array.size > 0 and not any(array.strides)


def constant(call: KernelCall, name: str = "value") -> tuple[Array, ...]:
    """The attribute `name` of a constant op; a splat stays a view, and takes the result's shape.

    Raises:
        ValueError: the attribute is missing, or its shape is not the result's.
    """
    value = call.dense.get(name, call.signature.attributes.get(name))
    if value is None:
        raise ValueError(f"expected an attribute '{name}' with the constant's value")
    dtype, shape = numpy_dtype(call.result.dtype), call.result.shape
    array: Array = np.asarray(value)
    if is_splat(array) or array.size == 1:
        element = np.asarray(array[(0,) * array.ndim]).astype(dtype)
        array = np.broadcast_to(element, shape)
    elif array.shape != shape:
        raise ValueError(f"constant of shape {array.shape} does not match the result's {shape}")
    return (call.xp.asarray(array.astype(dtype, copy=False)[(None,) * call.batch]),)
