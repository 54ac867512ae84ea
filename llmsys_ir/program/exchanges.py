"""What the devices of a mesh send to each other in an op, to be priced and to be counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from xdsl.dialects.builtin import DYNAMIC_INDEX
from xdsl.ir import Operation

from llmsys_ir.cost.model import CollectiveKind, ExchangeKind
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import mesh
from llmsys_ir.program.signature import spec_of
from llmsys_ir.sharding.resharding import MoveKind
from llmsys_ir.sharding.sharding import Axes
from llmsys_ir.sharding.signature import TensorSpec, element_bytes

_KINDS: Mapping[type[Operation], CollectiveKind] = {
    mesh.AllGatherOp: MoveKind.ALL_GATHER,
    mesh.AllReduceOp: MoveKind.ALL_REDUCE,
    mesh.AllSliceOp: MoveKind.ALL_SLICE,
    mesh.AllToAllOp: MoveKind.ALL_TO_ALL,
    mesh.ReduceScatterOp: MoveKind.REDUCE_SCATTER,
    mesh.RecvOp: MoveKind.PERMUTE,
    mesh.BroadcastOp: ExchangeKind.BROADCAST,
    mesh.GatherOp: ExchangeKind.GATHER,
    mesh.ReduceOp: ExchangeKind.REDUCE,
    mesh.ScatterOp: ExchangeKind.SCATTER,
}
"""What each collective op is to the cost model; a send is priced at its receive."""


@dataclass(frozen=True)
class Exchange:
    """One exchange: its kind, the mesh axes of its groups, and bytes per device before."""

    kind: CollectiveKind
    axes: Axes
    nbytes: int


Halo = tuple[int, int]
"""How many elements of a dim a device holds of the neighbor before it, and of the one after it."""


def exchanges_of(
    op: Operation, local: TensorSpec | None = None, halos: Mapping[int, Halo] | None = None
) -> tuple[Exchange, ...]:
    """The exchanges that an op is made of; none if it is no collective, or sends nothing by itself.

    Args:
        op: the op.
        local: its operand on one device; by default as its type says.
        halos: those of an `update_halo` by dim; by default as its attributes say.
    """
    if isinstance(op, mesh.UpdateHaloOp):
        local = spec_of(op.destination.type) if local is None else local
        return tuple(_halo_exchanges(op, local, halos_of(op) if halos is None else halos))
    if not isinstance(op, mesh.CollectiveOp):
        return ()
    nbytes = (spec_of(op.input.type) if local is None else local).nbytes
    if isinstance(op, mesh.ShiftOp):
        return (Exchange(MoveKind.PERMUTE, (op.shift_axis.value.data,), nbytes),)
    kind = _KINDS.get(type(op))
    return () if kind is None else (Exchange(kind, op.axes, nbytes),)


def halos_of(op: mesh.UpdateHaloOp, dynamic: Sequence[int] | None = None) -> dict[int, Halo]:
    """The halos of each split dim; `dynamic` are the sizes that operands give.

    Raises:
        OperationError: operands give sizes, and they are not told.
    """
    if dynamic is None and op.dynamic_halo_sizes:
        raise OperationError(op, "has halos of sizes that are only known when it runs")
    given = iter(dynamic or ())
    sizes = [next(given) if size == DYNAMIC_INDEX else size for size in op.static_halo_sizes.get_values()]
    dims = [dim for dim, axes in enumerate(op.axes_lists()) if axes]
    return dict(zip(dims, zip(sizes[::2], sizes[1::2], strict=True), strict=False))


def _halo_exchanges(op: mesh.UpdateHaloOp, local: TensorSpec, halos: Mapping[int, Halo]) -> Iterator[Exchange]:
    """One per split dim, the last first: the halos of the dims behind it are filled already and sent along."""
    shape = [size - sum(halos.get(dim, ())) for dim, size in enumerate(local.shape)]
    for dim, axes in reversed([*enumerate(op.axes_lists())]):
        if dim in halos:
            slab = (*shape[:dim], sum(halos[dim]), *shape[dim + 1 :])
            yield Exchange(ExchangeKind.UPDATE_HALO, tuple(axes), prod(slab) * element_bytes(local.dtype))
            shape[dim] = local.shape[dim]
