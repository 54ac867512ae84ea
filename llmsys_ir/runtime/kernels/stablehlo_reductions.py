"""The kernel of stablehlo's reduce: by the array library where the region is one op, else by running the region.

What a region of two scalars per result computes comes as the attribute `combiners`: per result a kind of
`reductions`, or None where it is another function. Any region is run on whole arrays, which makes it elementwise.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from llmsys_ir.runtime.kernels.arrays import filled, join_mesh, local_reshape, local_transpose
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall, Region
from llmsys_ir.runtime.kernels.dtypes import widen
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.reductions import combine, reduce_axes

REPLACE = "replace"
"""The combiner of a region that yields its second argument."""


def combiners(call: KernelCall) -> tuple[str | None, ...]:
    """Per result how the region combines its two arguments, None where that is not one of the known kinds."""
    value = call.signature.attributes.get("combiners")
    if not isinstance(value, tuple):
        return (None,) * len(call.signature.results)
    return tuple(kind if isinstance(kind, str) else None for kind in value)


def combine_all(region: Region, first: Sequence[Array], second: Sequence[Array]) -> list[Array]:
    """What a region yields for two arrays per result, in their joint shape."""
    values = region(*first, *second)
    shape = np.broadcast_shapes(*(array.shape for array in (*first, *second)))
    return [np.broadcast_to(value, shape) for value in values]


def _reduced_by_kind(call: KernelCall, kind: str, array: Array, init: Array, dims: Sequence[int]) -> Array:
    """In at least f32, rounded once."""
    reduced = reduce_axes(np, kind, widen(array), tuple(call.batch + dim for dim in dims))
    kept = tuple(size for dim, size in enumerate(array.shape[call.batch :]) if dim not in dims)
    initial = local_reshape(widen(init), call.batch, (1,) * len(kept))
    return combine(np, kind, initial, local_reshape(reduced, call.batch, kept)).astype(array.dtype, copy=False)


def _folded(call: KernelCall, arrays: Sequence[Array]) -> list[Array]:
    """Combines neighbours along the first local dim until one is left."""
    batch, region = call.batch, call.regions[0]
    lead = (slice(None),) * batch
    folded = list(arrays)
    while (size := folded[0].shape[batch]) > 1:
        even = size - size % 2
        first, second = ([array[(*lead, slice(start, even, 2))] for array in folded] for start in (0, 1))
        pairs = combine_all(region, first, second)
        rest = [array[(*lead, slice(even, None))] for array in folded]
        folded = [np.concatenate(join_mesh(np, batch, *both), axis=batch) for both in zip(pairs, rest, strict=True)]
    return [local_reshape(array, batch, array.shape[batch + 1 :]) for array in folded]


def _reduced_by_region(
    call: KernelCall, arrays: Sequence[Array], inits: Sequence[Array], dims: Sequence[int]
) -> tuple[Array, ...]:
    batch = call.batch
    kept = [dim for dim in range(arrays[0].ndim - batch) if dim not in dims]
    moved = [local_transpose(np, array, batch, (*dims, *kept)) for array in join_mesh(np, batch, *arrays)]
    shape = moved[0].shape[batch + len(dims) :]
    flat = [local_reshape(array, batch, (-1, *shape)) for array in moved]
    initial = [local_reshape(init, batch, (1,) * len(shape)) for init in inits]
    return tuple(combine_all(call.regions[0], initial, _folded(call, flat)))


@quiet
def _reduce(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    count = len(call.signature.results)
    arrays, inits = operands[:count], operands[count:]
    dims = call.signature.integers("dimensions")
    if not all(arrays[0].shape[call.batch + dim] for dim in dims):
        return tuple(filled(np, init, call.batch, call.result.shape) for init in inits)
    kinds = [kind for kind in combiners(call) if kind is not None and kind != REPLACE]
    if len(kinds) < count:
        return _reduced_by_region(call, arrays, inits, dims)
    return tuple(
        _reduced_by_kind(call, kind, array, init, dims) for kind, array, init in zip(kinds, arrays, inits, strict=True)
    )


REDUCTION_KERNELS: dict[str, Kernel] = {"stablehlo.reduce": _reduce}
