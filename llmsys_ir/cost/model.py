"""The cost model, in seconds: a roofline for computation and latency-bandwidth terms for collectives.

For `n` devices along an axis of latency `α` and `β` seconds per byte, with `b` bytes per device before:

- all_gather: `(n-1)·(α + b·β)`, a ring that passes each shard on;
- all_to_all, reduce_scatter: `(n-1)·(α + b/n·β)`;
- all_reduce: twice a reduce_scatter;
- permute: `α + b·β` on the slowest of its axes;
- all_slice: nothing on the wire, the copy in memory;
- mask: what its select costs in memory traffic, or nothing where replicas are valid partials.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from llmsys_ir.cost.cluster import Cluster
from llmsys_ir.sharding.resharding import Move, MoveKind
from llmsys_ir.sharding.sharding import Axes
from llmsys_ir.sharding.signature import TensorSpec


class CostModel:
    """Prices computation and collectives on one cluster."""

    def __init__(self, cluster: Cluster):
        self.cluster = cluster

    def compute(self, flops: int, specs: Sequence[TensorSpec], dtype: str) -> float:
        """Seconds of an op that does `flops` operations on `dtype` and reads and writes `specs` once each."""
        device = self.cluster.device
        moved = sum(spec.nbytes for spec in specs)
        return max(flops / device.flops_of(dtype), moved / device.memory_bandwidth)

    def collective(self, kind: MoveKind, axes: Axes, nbytes: int) -> float:
        """Seconds of a collective; over several axes it is done axis by axis, the innermost first.

        Args:
            kind: what the devices do.
            axes: the mesh axes of its groups, outermost first.
            nbytes: bytes per device before.
        """
        if kind is MoveKind.PERMUTE:
            return max((self._send(axis, nbytes) for axis in axes), default=0.0)
        seconds = 0.0
        for axis in reversed(axes):
            size = self.cluster.mesh.shape[axis]
            seconds += self._along(kind, axis, size, nbytes)
            if kind is MoveKind.ALL_GATHER:
                nbytes *= size
            elif kind is MoveKind.REDUCE_SCATTER:
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
        link = self.cluster.links[axis]
        return link.latency + nbytes / link.bandwidth

    def _along(self, kind: MoveKind, axis: int, size: int, nbytes: int) -> float:
        match kind:
            case MoveKind.ALL_GATHER:
                return (size - 1) * self._send(axis, nbytes)
            case MoveKind.ALL_TO_ALL | MoveKind.REDUCE_SCATTER:
                return (size - 1) * self._send(axis, nbytes / size)
            case MoveKind.ALL_REDUCE:
                return 2 * (size - 1) * self._send(axis, nbytes / size)
            case _:
                return 0.0


def sent_bytes(kind: MoveKind, group: int, nbytes: int) -> int:
    """Bytes that each device sends in a collective among `group` devices, `nbytes` per device before."""
    match kind:
        case MoveKind.ALL_GATHER:
            return (group - 1) * nbytes
        case MoveKind.ALL_TO_ALL | MoveKind.REDUCE_SCATTER:
            return (group - 1) * nbytes // group
        case MoveKind.ALL_REDUCE:
            return 2 * (group - 1) * nbytes // group
        case MoveKind.PERMUTE:
            return nbytes
        case _:
            return 0
