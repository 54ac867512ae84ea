"""The kernel of stablehlo's scatter: updates combined into windows at positions known at run time.

Updates that meet in one element are combined in their order. Where the region is one op, the updates are sorted by
row and reduced before they are combined with the operand; any other region runs once for the first update of every
row, once for the second, and so on.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from llmsys_ir.runtime.kernels.arrays import join_mesh, local_reshape, local_transpose, positions_along, where
from llmsys_ir.runtime.kernels.call import Array, Kernel, KernelCall
from llmsys_ir.runtime.kernels.dtypes import widen
from llmsys_ir.runtime.kernels.elementwise import quiet
from llmsys_ir.runtime.kernels.reductions import combine
from llmsys_ir.runtime.kernels.stablehlo_reductions import REPLACE, combine_all, combiners
from llmsys_ir.runtime.kernels.windows import Windows, batching_starts, index_starts

_UFUNCS = {
    "sum": np.add,
    "product": np.multiply,
    "max": np.maximum,
    "min": np.minimum,
    "and": np.bitwise_and,
    "or": np.bitwise_or,
    "xor": np.bitwise_xor,
}


def _window_sizes(call: KernelCall, updates: Array) -> tuple[tuple[int, ...], list[int]]:
    """The window's size in each operand dim, and the operand dims of the window dims of the updates."""
    integers, shape = call.signature.integers, updates.shape[call.batch :]
    absent = {*integers("inserted_window_dims"), *integers("input_batching_dims")}
    present = [dim for dim in range(call.result.rank) if dim not in absent]
    sizes = dict(zip(present, (shape[dim] for dim in sorted(integers("update_window_dims"))), strict=True))
    return tuple(sizes.get(dim, 1) for dim in range(call.result.rank)), present


def _windows(call: KernelCall, operand: Array, indices: Array, updates: Array) -> Windows:
    """The windows of all updates; their positions may lie outside."""
    batch, integers = call.batch, call.signature.integers
    vector_dim = call.signature.integer("index_vector_dim")
    sizes, _ = _window_sizes(call, updates)
    pairs = list(zip(integers("input_batching_dims"), integers("scatter_indices_batching_dims"), strict=True))
    starts = index_starts(indices, batch, integers("scatter_dims_to_operand_dims"), vector_dim)
    starts |= batching_starts(indices, batch, pairs, vector_dim)
    lead = indices.ndim - batch - (vector_dim < indices.ndim - batch)
    return Windows(batch, operand.shape, sizes, starts, lead)


def _inside(windows: Windows) -> Array:
    """Whether the whole window lies in the operand, as an array like the windows' rows."""
    inside = np.ones((1,) * (windows.batch + windows.lead), np.bool_)
    for dim, start in windows.starts.items():
        highest = windows.shape[windows.batch + dim] - windows.sizes[dim]
        inside = inside & (start >= 0) & (start <= highest)
    return inside.reshape(inside.shape + (1,) * len(windows.indexed))


def _ordered_updates(call: KernelCall, windows: Windows, updates: Array) -> Array:
    """The updates with mesh dims and leading dims in front, then the window in the order of the table."""
    _, present = _window_sizes(call, updates)
    window_dims = sorted(call.signature.integers("update_window_dims"))
    place = dict(zip(present, window_dims, strict=True))
    rank = updates.ndim - call.batch
    leading = [dim for dim in range(rank) if dim not in window_dims]
    order = [*leading, *(place[dim] for dim in windows.order if dim in place)]
    moved = local_transpose(np, updates, call.batch, order)
    lead = moved.shape[call.batch : call.batch + len(leading)]
    return local_reshape(moved, call.batch, (*lead, *(windows.sizes[dim] for dim in windows.order)))


def _repetition(rows: Array) -> Array:
    """How many equal rows come before each of the sorted ones."""
    first = np.concatenate([[True], rows[1:] != rows[:-1]])
    at = positions_along(0, 1, rows.size)
    return at - np.maximum.accumulate(where(first, at, 0))


def _combine_by_kind(kind: str, table: Array, rows: Array, updates: Array) -> None:
    """Combines sorted rows of updates into the table."""
    if kind == REPLACE:
        table[rows] = updates
        return
    firsts = np.flatnonzero(np.concatenate([[True], rows[1:] != rows[:-1]]))
    wide = widen(updates)
    if firsts.size < rows.size:
        wide = _UFUNCS[kind].reduceat(wide, firsts, axis=0, dtype=wide.dtype)
    touched = rows[firsts]
    total = combine(np, kind, widen(table[touched]), wide)
    table[touched] = total.astype(table.dtype, copy=False)


def _combine_by_region(call: KernelCall, tables: Sequence[Array], rows: Array, updates: Sequence[Array]) -> None:
    """As `_combine_by_kind`, of all results at once; a region knows its arguments only, not the device."""
    repetition = _repetition(rows)
    mesh = (1,) * call.batch
    for turn in range(int(repetition.max()) + 1):
        now = repetition == turn
        touched = rows[now]
        held = [table[touched] for table in tables]
        added = [update[now] for update in updates]
        held, added = ([array.reshape(mesh + array.shape) for array in side] for side in (held, added))
        for table, value in zip(tables, combine_all(call.regions[0], held, added), strict=True):
            table[touched] = value.reshape(value.shape[call.batch :])


@quiet
def _scatter(call: KernelCall, *operands: Array) -> tuple[Array, ...]:
    """Updates whose window does not lie in the operand as a whole are dropped."""
    count = len(call.signature.results)
    arrays = join_mesh(np, call.batch, *operands)
    inputs, indices, updates = arrays[:count], arrays[count], arrays[count + 1 :]
    windows = _windows(call, inputs[0], indices, updates[0])
    rows = windows.rows()
    ordered = [_ordered_updates(call, windows, update) for update in updates]
    shape = ordered[0].shape[: rows.ndim]
    inside = np.broadcast_to(_inside(windows), shape).ravel()
    kept = np.broadcast_to(rows, shape).ravel()[inside]
    tables = [np.array(windows.table(array)) for array in inputs]
    flat = [update.reshape((-1, *table.shape[1:]))[inside] for update, table in zip(ordered, tables, strict=True)]
    if kept.size:
        _combine(call, tables, kept, flat)
    return tuple(windows.from_table(table) for table in tables)


def _combine(call: KernelCall, tables: Sequence[Array], rows: Array, updates: Sequence[Array]) -> None:
    order = np.argsort(rows, kind="stable")
    rows, updates = rows[order], [update[order] for update in updates]
    kinds = [kind for kind in combiners(call) if kind is not None]
    if len(kinds) < len(tables):
        _combine_by_region(call, tables, rows, updates)
        return
    for kind, table, update in zip(kinds, tables, updates, strict=True):
        _combine_by_kind(kind, table, rows, update)


SCATTER_KERNELS: dict[str, Kernel] = {"stablehlo.scatter": _scatter}
