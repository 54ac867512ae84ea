"""Kernels of the stablehlo ops that read and write windows at positions known at run time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from llmsys_ir.runtime.kernels.arrays import join_mesh, local_reshape, local_transpose, updated
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.stablehlo_attributes import common_values
from llmsys_ir.runtime.kernels.windows import Windows, batching_starts, clamped, index_starts


def _sizes(operand: Array, batch: int, sizes: Sequence[int]) -> tuple[int, ...]:
    """The sizes of windows; a dim taken whole may be shorter on a device than they say."""
    return tuple(map(min, sizes, operand.shape[batch:]))


def _gather(call: KernelCall, operand: Array, indices: Array, *sizes: Array) -> tuple[Array, ...]:
    """Windows at clamped positions, of a size from an attribute or an operand."""
    batch, integers = call.batch, call.signature.integers
    vector_dim = call.signature.integer("index_vector_dim")
    slice_sizes = _sizes(operand, batch, common_values(call, sizes[0]) if sizes else integers("slice_sizes"))
    pairs = list(zip(integers("operand_batching_dims"), integers("start_indices_batching_dims"), strict=True))
    starts = index_starts(indices, batch, integers("start_index_map"), vector_dim)
    starts = clamped(starts, operand.shape[batch:], slice_sizes) | batching_starts(indices, batch, pairs, vector_dim)
    lead = indices.ndim - batch - (vector_dim < indices.ndim - batch)
    windows = Windows(batch, operand.shape, slice_sizes, starts, lead)
    gathered = np.take(windows.table(operand), windows.rows(), axis=0)
    return (_as_result(call, gathered, windows),)


def _as_result(call: KernelCall, gathered: Array, windows: Windows) -> Array:
    """Mesh dims, leading dims and all windows' dims as the result, where window dims lie at `offset_dims`."""
    integers, batch, shape = call.signature.integers, call.batch, call.result.shape
    dropped = {*integers("collapsed_slice_dims"), *integers("operand_batching_dims")}
    kept = [dim for dim in windows.order if dim not in dropped]
    place = dict(zip(sorted(kept), integers("offset_dims"), strict=True))
    dims = [*(dim for dim in range(len(shape)) if dim not in place.values()), *(place[dim] for dim in kept)]
    lead = [shape[dim] for dim in dims[: windows.lead]]
    sizes = [windows.sizes[dim] for dim in windows.order]
    gathered = np.broadcast_to(gathered, (*gathered.shape[:batch], *lead, *sizes))
    gathered = local_reshape(gathered, batch, tuple(shape[dim] for dim in dims))
    return local_transpose(np, gathered, batch, np.argsort(dims).tolist())


def _one_window(call: KernelCall, operand: Array, starts: Sequence[Array], sizes: tuple[int, ...]) -> Windows:
    """A window per device, at clamped positions."""
    placed = clamped(dict(enumerate(starts)), operand.shape[call.batch :], sizes)
    return Windows(call.batch, operand.shape, sizes, placed, 0)


def _slices(windows: Windows) -> tuple[slice, ...] | None:
    """The window in all local dims if it is the same on all devices."""
    if any(start.size != 1 for start in windows.starts.values()):
        return None
    starts = (int(start.flat[0]) for start in windows.starts.values())
    return tuple(slice(start, start + size) for start, size in zip(starts, windows.sizes, strict=True))


def _dynamic_slice(call: KernelCall, operand: Array, *starts: Array) -> tuple[Array, ...]:
    """A view where all devices read at the same position."""
    sizes = _sizes(operand, call.batch, call.signature.integers("slice_sizes"))
    windows = _one_window(call, operand, starts, sizes)
    local = _slices(windows)
    if local is not None:
        return (operand[(slice(None),) * call.batch + local],)
    taken = np.take(windows.table(operand), windows.rows(), axis=0)
    return (local_transpose(np, taken, call.batch, np.argsort(windows.order).tolist()),)


def _dynamic_update_slice(call: KernelCall, operand: Array, update: Array, *starts: Array) -> tuple[Array, ...]:
    """In place where the call allows it, all devices write at the same position and the operand has room for all."""
    batch = call.batch
    windows = _one_window(call, operand, starts, update.shape[batch:])
    local = _slices(windows)
    mesh = operand.shape[:batch]
    if local is not None and call.overwrites and np.broadcast_shapes(mesh, update.shape[:batch]) == mesh:
        operand[(slice(None),) * batch + local] = update
        return (operand,)
    if local is not None:
        return (updated(np, operand, batch, local, update),)
    operand, update, *everywhere = join_mesh(np, batch, operand, update, *starts)
    windows = _one_window(call, operand, everywhere, update.shape[batch:])
    table = np.array(windows.table(operand))
    table[windows.rows()] = local_transpose(np, update, batch, windows.order)
    return (windows.from_table(table),)


INDEXING_KERNELS: dict[str, Kernel] = {
    "stablehlo.gather": _gather,
    "stablehlo.dynamic_gather": _gather,
    "stablehlo.dynamic_slice": _dynamic_slice,
    "stablehlo.dynamic_update_slice": _dynamic_update_slice,
}
