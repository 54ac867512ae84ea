"""Kernels of tm_tensor: scatter and sort are StableHLO's, a scan runs its region position by position."""

from __future__ import annotations

from dataclasses import replace

from llmsys_ir.runtime.kernels.arrays import join_mesh
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import numpy_dtype
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.stablehlo_scatter import SCATTER_KERNELS
from llmsys_ir.runtime.kernels.stablehlo_sorting import SORTING_KERNELS
from llmsys_ir.sharding.rules.tm_tensor import stablehlo_scatter


def _scatter(call: KernelCall, updates: Array, indices: Array, original: Array) -> tuple[Array, ...]:
    region = call.regions[0]

    def combine(before: Array, update: Array) -> tuple[Array, ...]:
        return region(update, before)

    as_stablehlo = replace(call, signature=stablehlo_scatter(call.signature), regions=(combine,))
    return SCATTER_KERNELS["stablehlo.scatter"](as_stablehlo, original, indices, updates)


@quiet
def _scan(call: KernelCall, source: Array, running: Array, last: Array) -> tuple[Array, ...]:
    """Without `inclusive` the second output is the first combination; with it the first element is."""
    xp, axis = call.xp, call.batch + call.signature.integer("dimension")
    inclusive = bool(call.signature.attributes["inclusive"])
    source = xp.moveaxis(source, axis, 0)
    found: list[Array] = []
    for position in range(source.shape[0]):
        if position == 0:
            last = source[0] if inclusive else last
        else:
            (last,) = call.regions[0](last, source[position if inclusive else position - 1])
        found.append(xp.asarray(last, dtype=numpy_dtype(call.result.dtype)))
    if not found:
        return running, last
    return xp.stack(join_mesh(xp, call.batch, *found), axis=axis), found[-1]


KERNELS: dict[str, Kernel] = {
    "tm_tensor.scan": _scan,
    "tm_tensor.scatter": _scatter,
    "tm_tensor.sort": SORTING_KERNELS["stablehlo.sort"],
}
