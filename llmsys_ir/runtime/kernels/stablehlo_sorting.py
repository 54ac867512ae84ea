"""Kernels that order elements: stablehlo's sort and chlo's top_k.

A comparator is only known by running it. An order by the first operand, ascending or descending, or by the first
few operands, is guessed and then proven: with neighbours in order, and equal neighbours in their old order, it is the
one stable result. Any other comparator runs a sorting network, each of whose stages compares many pairs at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from llmsys_ir.runtime.kernels.arrays import join_mesh, local_broadcast, positions_along, where
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall, Region
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.total_order import sort_key, total_order


def _before(region: Region, arrays: Sequence[Array], first: Array, second: Array) -> Array:
    """Whether the elements at positions `first` of the last dim must come before those at `second`."""
    pairs: list[Array] = []
    for array in arrays:
        pairs += [np.take_along_axis(array, first, -1), np.take_along_axis(array, second, -1)]
    return np.broadcast_to(region(*pairs)[0], pairs[0].shape)


def _parts(array: Array) -> tuple[Array, ...]:
    """The array, or a complex one's parts: it is ordered by the first, then by the second."""
    return (array.real, array.imag) if array.dtype.kind == "c" else (array,)


def _guesses(arrays: Sequence[Array]) -> Iterator[Array]:
    """Positions along the last dim in the orders that programs ask for."""
    keys = [sort_key(part) for array in arrays for part in _parts(array)]
    yield np.argsort(keys[0], axis=-1, kind="stable")
    yield np.argsort(~keys[0], axis=-1, kind="stable")
    for count in range(2, len(keys) + 1):
        yield np.lexsort(keys[count - 1 :: -1], axis=-1)


def _is_stable_result(region: Region, arrays: Sequence[Array], order: Array) -> bool:
    before, after = order[..., :-1], order[..., 1:]
    if _before(region, arrays, after, before).any():
        return False
    return bool((_before(region, arrays, before, after) | (before < after)).all())


def _network(size: int) -> Iterator[Array]:
    """Batcher's merge exchange: stages of pairs `(i, i + distance)`, as `i` and `distance` broadcast to two rows."""
    top = 1 << max(0, (size - 1).bit_length() - 1)
    width = top
    while width:
        distance, residue, stride = width, 0, top
        while True:
            low = np.arange(size - distance)
            low = low[(low & width) == residue]
            yield np.stack([low, low + distance])
            if stride == width:
                break
            distance, stride, residue = stride - width, stride >> 1, width
        width >>= 1


def _sorted_by_network(region: Region, arrays: Sequence[Array]) -> Array:
    """Positions along the last dim in order; equal elements keep their old order."""
    size = arrays[0].shape[-1]
    rank = arrays[0].ndim
    order = np.array(local_broadcast(np, positions_along(rank - 1, rank, size), 0, arrays[0].shape))
    for low, high in _network(size):
        first, second = order[..., low], order[..., high]
        equal = ~_before(region, arrays, first, second)
        swapped = _before(region, arrays, second, first) | (equal & (second < first))
        order[..., low] = where(swapped, second, first)
        order[..., high] = where(swapped, first, second)
    return order


@quiet
def _sort(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    """Stable, whether the op asks for it or not."""
    axis, region = call.batch + call.signature.integer("dimension") % call.result.rank, call.regions[0]
    arrays = [np.moveaxis(array, axis, -1) for array in join_mesh(np, call.batch, *operands)]
    proven = (order for order in _guesses(arrays) if _is_stable_result(region, arrays, order))
    order = next(proven, None)
    if order is None:
        order = _sorted_by_network(region, arrays)
    return tuple(np.moveaxis(np.take_along_axis(array, order, -1), -1, axis) for array in arrays)


def top_k(call: KernelCall, operand: Array) -> tuple[Array, ...]:
    """The `k` largest along the last dim, the largest first, and their positions; of equal ones the first.

    Floats are in total order: 0 is above -0, a negative NaN below all.
    """
    order = np.argsort(~total_order(operand), axis=-1, kind="stable")[..., : call.signature.integer("k")]
    positions = order.astype(numpy_dtype(call.signature.results[1].dtype))
    return (np.take_along_axis(operand, order, -1), positions)


SORTING_KERNELS: dict[str, Kernel] = {"stablehlo.sort": _sort}
