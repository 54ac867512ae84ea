"""Kernels of the affine dialect: arithmetic on index values."""

from __future__ import annotations

from llmsys_ir.runtime.kernels.arrays import join_mesh
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype

_DYNAMIC = -(1 << 63)
"""MLIR's mark for a size that is an operand."""


def _apply(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    """The map's one result; one that reads no operand is the same everywhere."""
    value = call.xp.asarray(*call.maps["map"](*operands), dtype=numpy_dtype("index"))
    return (value if value.ndim == call.batch else value.reshape((1,) * call.batch),)


def _delinearize_index(call: KernelCall, index: Array, *sizes: Array) -> tuple[Array, ...]:
    """Coordinates, the outermost first; the outermost takes what is left over."""
    given = iter(sizes)
    static = call.signature.attributes.get("static_basis", (_DYNAMIC,) * len(sizes))
    assert isinstance(static, tuple)
    basis = [next(given) if size == _DYNAMIC else size for size in static]
    coordinates: list[Array] = []
    for size in reversed(basis[len(basis) - len(call.signature.results) + 1 :]):
        coordinates.insert(0, index % size)
        index = index // size
    return tuple(join_mesh(call.xp, call.batch, index, *coordinates))


KERNELS: dict[str, Kernel] = {
    "affine.apply": _apply,
    "affine.delinearize_index": _delinearize_index,
}
