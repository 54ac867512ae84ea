"""Kernels of the tosa ops that move elements: shapes come from attributes (LLVM 19) or constants (LLVM 22)."""

from __future__ import annotations

import numpy as np

from llmsys_ir.runtime.kernels.arrays import (
    constant,
    filled,
    join_mesh,
    local_reshape,
    local_transpose,
    positions_along,
    updated,
)
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype
from llmsys_ir.sharding.zero_points import zero_point_attribute


def _integers(call: KernelCall, attribute: str, operand: int) -> tuple[int, ...]:
    """A list of integers, an attribute in one version of the dialect and a constant operand in the other."""
    if attribute in call.signature.attributes:
        return call.signature.integers(attribute)
    return tuple(int(value) for value in call.signature.constant(operand))


def _constant(call: KernelCall) -> tuple[Array, ...]:
    names = {*call.dense, *call.signature.attributes}
    return constant(call, "values" if "values" in names else "value")


def _constant_shape(call: KernelCall) -> tuple[Array, ...]:
    """A shape as a list of integers, the same on all devices."""
    values = call.xp.asarray(call.dense["values"], dtype=np.int64)
    return (values[(None,) * call.batch],)


def _identity(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    del call
    return (operand,)


def _reshape(call: KernelCall, operand: Array, *shape: Array) -> tuple[Array, ...]:
    del shape
    return (local_reshape(operand, call.batch, call.result.shape),)


def _transpose(call: KernelCall, operand: Array, *permutation: Array) -> tuple[Array, ...]:
    del permutation
    return (local_transpose(call.xp, operand, call.batch, _integers(call, "perms", 1)),)


def _concat(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    axis = call.batch + call.signature.integer("axis")
    return (call.xp.concatenate(join_mesh(call.xp, call.batch, *operands), axis=axis),)


def _slice(call: KernelCall, operand: Array, *bounds: Array) -> tuple[Array, ...]:
    """A dim taken whole may be shorter on a device than the size says."""
    del bounds
    starts, sizes = _integers(call, "start", 1), _integers(call, "size", 2)
    index = tuple(slice(start, start + size) for start, size in zip(starts, sizes, strict=True))
    return (operand[(slice(None),) * call.batch + index],)


def _pad(call: KernelCall, operand: Array, *amounts_and_value: Array) -> tuple[Array, ...]:
    """Amounts are `[low0, high0, low1, high1, …]`; the padding is the third operand, `input_zp` or zero."""
    xp, shape = call.xp, call.result.shape
    if len(amounts_and_value) > 1:
        value = amounts_and_value[1]
    else:
        zero_point = zero_point_attribute(call.signature, "input_zp")
        value = xp.full((1,) * call.batch, zero_point, dtype=numpy_dtype(call.result.dtype))
    low = _integers(call, "padding", 1)[::2]
    index = tuple(slice(start, start + size) for start, size in zip(low, operand.shape[call.batch :], strict=True))
    return (updated(xp, filled(xp, value, call.batch, shape), call.batch, index, operand),)


def _tile(call: KernelCall, operand: Array, *multiples: Array) -> tuple[Array, ...]:
    """The multiples are those of the local shapes."""
    del multiples
    local = operand.shape[call.batch :]
    repeats = tuple(after // before if before else 1 for after, before in zip(call.result.shape, local, strict=True))
    return (call.xp.tile(operand, (1,) * call.batch + repeats),)


def _reverse(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    return (call.xp.flip(operand, call.batch + call.signature.integer("axis")),)


def _gather(call: KernelCall, values: Array, indices: Array) -> tuple[Array, ...]:
    """`result[n, w, :] = values[n, indices[n, w], :]`."""
    del call
    lead = values.shape[:-2]
    rank = len(lead) + 1
    positions = tuple(positions_along(dim, rank, size) for dim, size in enumerate(lead))
    return (values[(*positions, indices)],)


def _scatter(call: KernelCall, values: Array, indices: Array, rows: Array) -> tuple[Array, ...]:
    """`result[n, indices[n, w], :] = rows[n, w, :]`, elsewhere `values[n, k, :]`; no two indices are equal."""
    values, indices, rows = join_mesh(call.xp, call.batch, values, indices, rows)
    lead = values.shape[:-2]
    positions = tuple(positions_along(dim, len(lead) + 1, size) for dim, size in enumerate(lead))
    result = np.array(values)
    result[(*positions, indices)] = rows
    return (result,)


LAYOUT_KERNELS: dict[str, Kernel] = {
    "tosa.const": _constant,
    "tosa.const_shape": _constant_shape,
    "tosa.identity": _identity,
    "tosa.reshape": _reshape,
    "tosa.transpose": _transpose,
    "tosa.concat": _concat,
    "tosa.slice": _slice,
    "tosa.pad": _pad,
    "tosa.tile": _tile,
    "tosa.reverse": _reverse,
    "tosa.gather": _gather,
    "tosa.scatter": _scatter,
}
