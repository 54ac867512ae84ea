"""Kernels of the tensor dialect: they move elements and ask for sizes, none computes."""

from __future__ import annotations

from collections.abc import Sequence

from llmsys_ir.runtime.kernels.arrays import filled, join_mesh, local_broadcast, local_reshape, positions_along, updated
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype
from llmsys_ir.runtime.kernels.slices import Slice, slices_of, taken, uniform

_DYNAMIC = -(1 << 63)
"""MLIR's mark for a size that is not known, or is an operand."""


def _empty(call: KernelCall, *sizes: Array) -> tuple[Array, ...]:
    """Zeros: MLIR leaves the content open, runs must be repeatable."""
    zero = call.xp.zeros((1,) * call.batch, dtype=numpy_dtype(call.result.dtype))
    return (filled(call.xp, zero, call.batch, _shape(call, sizes, 0)),)


def _splat(call: KernelCall, scalar: Array, *sizes: Array) -> tuple[Array, ...]:
    return (filled(call.xp, scalar, call.batch, _shape(call, sizes, 1)),)


def _shape(call: KernelCall, sizes: Sequence[Array], first: int) -> tuple[int, ...]:
    """The result's shape; `sizes`, from operand `first` on, are those that its type leaves open."""
    known = iter([uniform(call, number, size) for number, size in enumerate(sizes, first)])
    shape = tuple(next(known) if size == _DYNAMIC else size for size in call.result.shape)
    if not all(isinstance(size, int) for size in shape):
        raise ValueError("a tensor whose size differs between devices is not supported")
    return shape


def _reshape(call: KernelCall, operand: Array, *shape: Array) -> tuple[Array, ...]:
    """To the result's shape; a shape operand says the same."""
    del shape
    return (local_reshape(operand, call.batch, call.result.shape),)


def _from_elements(call: KernelCall, *elements: Array) -> tuple[Array, ...]:
    stacked = call.xp.stack(join_mesh(call.xp, call.batch, *elements), axis=-1)
    return (local_reshape(stacked, call.batch, call.result.shape),)


def _extract_slice(call: KernelCall, source: Array, *indices: Array) -> tuple[Array, ...]:
    result = taken(call, source, slices_of(call, indices, 1))
    if _DYNAMIC in call.result.shape and result.ndim == call.batch + call.result.rank:
        return (result,)
    return (local_reshape(result, call.batch, call.result.shape),)


def _insert_slice(call: KernelCall, source: Array, destination: Array, *indices: Array) -> tuple[Array, ...]:
    index = tuple(part.everywhere() for part in slices_of(call, indices, 2))
    shape = tuple(len(range(*at.indices(size))) for at, size in zip(index, call.result.shape, strict=True))
    return (updated(call.xp, destination, call.batch, index, local_reshape(source, call.batch, shape)),)


def _extract(call: KernelCall, source: Array, *indices: Array) -> tuple[Array, ...]:
    positions = [uniform(call, number, index) for number, index in enumerate(indices, 1)]
    if not all(isinstance(position, int) for position in positions):
        return (_looked_up(call, source, indices),)
    slices = [Slice(position, 1, 1) for position in positions]
    return (local_reshape(taken(call, source, slices), call.batch, ()),)


def _looked_up(call: KernelCall, source: Array, indices: Sequence[Array], dims: Sequence[int] | None = None) -> Array:
    """What stands at positions of the dims `dims`, by default all; the rest of the dims come last.

    All the indices have one shape, which comes after the mesh dims.

    Raises:
        ValueError: a position is outside of the tensor.
    """
    xp, batch = call.xp, call.batch
    dims = range(len(indices)) if dims is None else dims
    sizes = source.shape[batch:]
    for index, dim in zip(indices, dims, strict=True):
        if index.size and not (index.min() >= 0 and index.max() < sizes[dim]):
            raise ValueError(f"a position is outside of a dim of size {sizes[dim]}")
    rest = [dim for dim in range(len(sizes)) if dim not in dims]
    source = xp.transpose(source, (*range(batch), *(batch + dim for dim in (*dims, *rest))))
    rank = max(index.ndim for index in indices)
    mesh = [
        positions_along(dim, rank, size) if size > 1 else xp.zeros((1,) * rank, dtype=numpy_dtype("index"))
        for dim, size in enumerate(source.shape[:batch])
    ]
    return source[(*mesh, *indices)]


def _gather(call: KernelCall, source: Array, indices: Array) -> tuple[Array, ...]:
    dims = call.signature.integers("gather_dims")
    found = _looked_up(call, source, [indices[..., number] for number in range(len(dims))], dims)
    return (local_reshape(found, call.batch, call.result.shape),)


def _dim(call: KernelCall, source: Array, dim: Array) -> tuple[Array, ...]:
    """The size of a dim, the same on all devices."""
    number = uniform(call, 1, dim)
    if not isinstance(number, int) or not 0 <= number < call.signature.operands[0].rank:
        raise ValueError("expected one dim of the tensor on all devices")
    return (call.xp.full((1,) * call.batch, source.shape[call.batch + number], dtype=numpy_dtype("index")),)


def _concat(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    axis = call.batch + call.signature.integer("dim")
    return (call.xp.concatenate(join_mesh(call.xp, call.batch, *operands), axis=axis),)


def _pad(call: KernelCall, source: Array, *amounts: Array) -> tuple[Array, ...]:
    """The region gives the padding from the position in the result."""
    del amounts
    shape = call.result.shape
    rank = call.batch + len(shape)
    positions = tuple(positions_along(call.batch + dim, rank, size) for dim, size in enumerate(shape))
    (padding,) = call.regions[0](*positions)
    if padding.ndim == call.batch:
        padding = filled(call.xp, padding, call.batch, shape)
    low = call.signature.integers("static_low")
    if _DYNAMIC in low:
        raise ValueError("padding by an amount that is only known at run time is not supported")
    index = tuple(slice(start, start + size) for start, size in zip(low, source.shape[call.batch :], strict=True))
    padded = local_broadcast(call.xp, padding, call.batch, shape)
    return (updated(call.xp, padded, call.batch, index, source),)


def _identity(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    del call
    return (operand,)


KERNELS: dict[str, Kernel] = {
    "tensor.empty": _empty,
    "tensor.splat": _splat,
    "tensor.from_elements": _from_elements,
    "tensor.cast": _identity,
    "tensor.reshape": _reshape,
    "tensor.expand_shape": _reshape,
    "tensor.collapse_shape": _reshape,
    "tensor.dim": _dim,
    "tensor.extract": _extract,
    "tensor.gather": _gather,
    "tensor.extract_slice": _extract_slice,
    "tensor.insert_slice": _insert_slice,
    "tensor.concat": _concat,
    "tensor.pad": _pad,
}
