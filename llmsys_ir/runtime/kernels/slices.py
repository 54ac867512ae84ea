"""Slices of tensors: positions from attributes and operands, which may differ from device to device."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from llmsys_ir.runtime.kernels.arrays import join_mesh, positions_along
from llmsys_ir.runtime.kernels.call import Array, KernelCall

_DYNAMIC = -(1 << 63)
"""MLIR's mark for a size, offset or stride that is an operand."""


@dataclass(frozen=True)
class Slice:
    """Along one dim: `size` positions from `offset` on, `stride` apart.

    The offset is a number, or an array with the mesh dims alone where devices differ.
    """

    offset: int | Array
    size: int
    stride: int

    def everywhere(self) -> slice:
        """The slice that all devices take.

        Raises:
            ValueError: it differs.
        """
        if not isinstance(self.offset, int):
            raise ValueError("a slice at an offset that differs between devices is not supported here")
        stop = self.offset + (self.size - 1) * self.stride + 1 if self.size else self.offset
        return slice(self.offset, stop, self.stride)


def slices_of(call: KernelCall, operands: Sequence[Array], first: int) -> list[Slice]:
    """Per dim the slice of an op with the attributes `static_offsets`, `static_sizes` and `static_strides`.

    `operands` hold what the attributes leave open; the first of them is the op's operand `first`.

    Raises:
        ValueError: a size or stride differs between devices.
    """
    values = iter(enumerate(operands, first))

    def resolved(name: str) -> Iterator[int | Array]:
        for value in call.signature.integers(name):
            yield uniform(call, *next(values)) if value == _DYNAMIC else value

    offsets, sizes, strides = (list(resolved(f"static_{name}")) for name in ("offsets", "sizes", "strides"))
    if not all(isinstance(value, int) for value in (*sizes, *strides)):
        raise ValueError("a slice whose size or stride differs between devices is not supported")
    return [Slice(*parts) for parts in zip(offsets, sizes, strides, strict=True)]


def uniform(call: KernelCall, number: int, operand: Array) -> int | Array:
    """The index that operand `number` is on all devices, or the operand itself where they differ."""
    constants = call.signature.constants
    known = constants[number] if number < len(constants) else None
    if known is not None:
        return int(known[0])
    first = operand.reshape(-1)[0]
    return int(first) if (operand == first).all() else operand


def taken(call: KernelCall, source: Array, slices: Sequence[Slice]) -> Array:
    """Each device's slice of its local tensor.

    Raises:
        ValueError: some device's slice reaches outside of it.
    """
    for dim, part in enumerate(slices):
        axis = call.batch + dim
        if isinstance(part.offset, int):
            _check_inside(part.offset, part, source.shape[axis])
            source = source[(slice(None),) * axis + (part.everywhere(),)]
            continue
        _check_inside(part.offset.min(), part, source.shape[axis])
        _check_inside(part.offset.max(), part, source.shape[axis])
        positions = positions_along(axis, source.ndim, part.size) * part.stride
        offset = part.offset.reshape(part.offset.shape + (1,) * (source.ndim - call.batch))
        source, index = join_mesh(call.xp, call.batch, source, positions + offset)
        source = call.xp.take_along_axis(source, index, axis=axis)
    return source


def _check_inside(offset: int, part: Slice, size: int) -> None:
    last = offset + (part.size - 1) * part.stride
    if part.size and not 0 <= offset <= last < size:
        raise ValueError(f"a slice from {offset} to {last} reaches outside of a dim of size {size}")
