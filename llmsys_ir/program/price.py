"""The cost of an SPMD program, recomputed from its own ops and collectives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xdsl.dialects import func
from xdsl.ir import Operation

from llmsys_ir.cost.model import sent_bytes
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.control_flow import weighted_ops
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.resharding import MoveKind
from llmsys_ir.sharding.rule import RuleError

COLLECTIVE_KINDS: Mapping[type[Operation], MoveKind] = {
    mesh_dialect.AllGatherOp: MoveKind.ALL_GATHER,
    mesh_dialect.AllReduceOp: MoveKind.ALL_REDUCE,
    mesh_dialect.AllSliceOp: MoveKind.ALL_SLICE,
    mesh_dialect.AllToAllOp: MoveKind.ALL_TO_ALL,
    mesh_dialect.ReduceScatterOp: MoveKind.REDUCE_SCATTER,
    mesh_dialect.RecvOp: MoveKind.PERMUTE,
}
"""What each collective op is to the cost model; a send is priced at its receive."""


def program_seconds(function: func.FuncOp, pricing: Pricing, registry: RuleRegistry) -> float:
    """Seconds that one device spends in a partitioned function.

    Raises:
        OperationError: an op has no rule to say what it computes.
    """
    ops = weighted_ops(function.body.block)
    return sum(times * op_seconds(op, pricing, registry) for op, times in ops)


@dataclass(frozen=True)
class CollectiveCost:
    """One collective of an SPMD program: its mesh axes, the bytes each device sends and its seconds, all the times."""

    name: str
    axes: tuple[int, ...]
    sent: int
    seconds: float


def collective_costs(function: func.FuncOp, pricing: Pricing) -> list[CollectiveCost]:
    """What the collectives of a partitioned function send and cost, in program order; slices send nothing."""
    found: list[CollectiveCost] = []
    for op, times in weighted_ops(function.body.block):
        kind = COLLECTIVE_KINDS.get(type(op))
        if isinstance(op, mesh_dialect.CollectiveOp) and kind is not None and kind is not MoveKind.ALL_SLICE:
            nbytes = spec_of(op.input.type).nbytes
            sent = sent_bytes(kind, pricing.mesh.size(op.axes), nbytes)
            seconds = pricing.model.collective(kind, op.axes, nbytes)
            found.append(CollectiveCost(str(kind), op.axes, round(times * sent), times * seconds))
    return found


def op_seconds(op: Operation, pricing: Pricing, registry: RuleRegistry) -> float:
    """Seconds that one device spends in an op of a partitioned function.

    Raises:
        OperationError: it has no rule to say what it computes.
    """
    if isinstance(op, mesh_dialect.CollectiveOp):
        kind = COLLECTIVE_KINDS.get(type(op))
        if kind is MoveKind.ALL_SLICE:
            return pricing.model.slice(spec_of(op.result.type).nbytes)
        return 0.0 if kind is None else pricing.model.collective(kind, op.axes, spec_of(op.input.type).nbytes)
    if not any(map(is_tensor, op.results)):
        return 0.0
    signature = signature_of(op)
    try:
        flops = registry.rule(signature).flops
    except RuleError as error:
        raise OperationError(op, str(error)) from None
    return pricing.local_op_seconds(signature, (*signature.operands, *signature.results), flops)
