"""The cost model, in seconds: a roofline for computation and latency-bandwidth terms for collectives.

For `n` devices along an axis of latency `α` and `β` seconds per byte, with `b` bytes per device before:

- all_gather: `(n-1)·(α + b·β)`, a ring that passes each shard on;
- all_to_all, reduce_scatter: `(n-1)·(α + b/n·β)`;
- all_reduce: twice a reduce_scatter;
- permute, and a shift: `α + b·β` on the slowest of its axes;
- broadcast: `2·(n-1)·(α + b/n·β)`, a scatter of the root's value and an all_gather of its parts;
- reduce: as much, a reduce_scatter and a gather of its parts on the root;
- gather: `(n-1)·(α + b·β)`, the root takes one shard after the other;
- scatter: `(n-1)·(α + b/n·β)`, the root sends one part after the other;
- update_halo: `2·α + b·β` per dim on the slowest of its axes, where `b` are the bytes of both halos;
- all_slice: nothing on the wire, the copy in memory;
- mask: what its select costs in memory traffic, or nothing where replicas are valid partials.

Where a link has two `β` (see `llmsys_ir.cost.links`), an all_to_all, a permute and a shift have that of messages to any
device, and all others that of messages to the next one of a ring.

Broadcast and reduce are made of others as R. Thakur, R. Rabenseifner and W. Gropp, "Optimization of Collective
Communication Operations in MPICH" (2005), do it for long messages; the terms in `b` of gather and scatter are theirs
too, with a latency per message, as in the rings.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import prod
from typing import TypeAlias

from llmsys_ir.cost.cluster import Cluster
from llmsys_ir.sharding.resharding import Move, MoveKind
from llmsys_ir.sharding.sharding import Axes
from llmsys_ir.sharding.signature import TensorSpec


class ExchangeKind(StrEnum):
    """What devices do together that no resharding is made of."""

    BROADCAST = "broadcast"
    GATHER = "gather"
    REDUCE = "reduce"
    SCATTER = "scatter"
    UPDATE_HALO = "update_halo"


CollectiveKind: TypeAlias = MoveKind | ExchangeKind


class CostModel:
    """Prices computation and collectives on one cluster."""

    def __init__(self, cluster: Cluster):
        self.cluster = cluster

    def compute(self, flops: int, specs: Sequence[TensorSpec], dtype: str) -> float:
        """Seconds of an op that does `flops` operations on `dtype` and reads and writes `specs` once each."""
        device = self.cluster.device
        moved = sum(spec.nbytes for spec in specs)
        return max(flops / device.flops_of(dtype), moved / device.memory_bandwidth)

    def collective(self, kind: CollectiveKind, axes: Axes, nbytes: int) -> float:
        """Seconds of a collective; over several axes it is done axis by axis, the innermost first.

        Args:
            kind: what the devices do.
            axes: the mesh axes of its groups, outermost first.
            nbytes: bytes per device before.
        """
        sizes = self.cluster.mesh.shape
        wide = [axis for axis in axes if sizes[axis] > 1]
        if kind is MoveKind.PERMUTE:
            return max((self.cluster.links[axis].to_any(nbytes) for axis in wide), default=0.0)
        if kind is ExchangeKind.UPDATE_HALO:
            return max((2 * self._send(axis, nbytes / 2) for axis in wide), default=0.0)
        seconds = 0.0
        for axis in reversed(wide):
            size = sizes[axis]
            seconds += self._along(kind, axis, size, nbytes)
            if kind in (MoveKind.ALL_GATHER, ExchangeKind.GATHER):
                nbytes *= size
            elif kind in (MoveKind.REDUCE_SCATTER, ExchangeKind.SCATTER):
                nbytes //= size
        return seconds

    def move(self, move: Move, spec: TensorSpec) -> float:
        """Seconds of one move of a resharding; `spec` is the local tensor before it."""
        if move.kind is MoveKind.ALL_SLICE:
            return self.slice(spec.nbytes // self.cluster.mesh.size(move.axes))
        if move.kind is not MoveKind.MASK:
            return self.collective(move.kind, move.axes, spec.nbytes)
        assert move.result.kind is not None
        if move.result.kind.is_idempotent:
            return 0.0
        return self.compute(prod(spec.shape), (spec, spec, spec), spec.dtype)

    def slice(self, nbytes: int) -> float:
        """Seconds of copying out a slice of `nbytes`."""
        return 2 * nbytes / self.cluster.device.memory_bandwidth

    def _send(self, axis: int, nbytes: float) -> float:
        return self.cluster.links[axis].to_next(nbytes)

    def _along(self, kind: CollectiveKind, axis: int, size: int, nbytes: int) -> float:
        match kind:
            case MoveKind.ALL_GATHER | ExchangeKind.GATHER:
                return (size - 1) * self._send(axis, nbytes)
            case MoveKind.ALL_TO_ALL:
                return (size - 1) * self.cluster.links[axis].to_any(nbytes / size)
            case MoveKind.REDUCE_SCATTER | ExchangeKind.SCATTER:
                return (size - 1) * self._send(axis, nbytes / size)
            case MoveKind.ALL_REDUCE | ExchangeKind.BROADCAST | ExchangeKind.REDUCE:
                return 2 * (size - 1) * self._send(axis, nbytes / size)
            case _:
                return 0.0


def sent_bytes(kind: CollectiveKind, group: int, nbytes: int) -> int:
    """Bytes that each device sends in a collective among `group` devices, `nbytes` per device before.

    Where one sends more than the others, its bytes: the root of a broadcast or scatter, and in a reduce or gather any
    device but the root. They are sent as the terms of the module's formulas say for one axis of so many devices; a
    group of one sends nothing.
    """
    match kind:
        case MoveKind.ALL_GATHER:
            return (group - 1) * nbytes
        case MoveKind.ALL_TO_ALL | MoveKind.REDUCE_SCATTER | ExchangeKind.SCATTER:
            return (group - 1) * nbytes // group
        case MoveKind.ALL_REDUCE | ExchangeKind.BROADCAST:
            return 2 * (group - 1) * nbytes // group
        case ExchangeKind.GATHER | ExchangeKind.REDUCE | ExchangeKind.UPDATE_HALO | MoveKind.PERMUTE:
            return nbytes if group > 1 else 0
        case _:
            return 0
