"""The cost of an SPMD program, recomputed from its own ops and collectives."""

from __future__ import annotations

from dataclasses import dataclass

from xdsl.dialects import func
from xdsl.ir import Operation

from llmsys_ir.cost.model import sent_bytes
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.control_flow import weighted_ops
from llmsys_ir.program.exchanges import exchanges_of
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.resharding import MoveKind
from llmsys_ir.sharding.rule import RuleError


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
        for exchange in exchanges_of(op):
            if exchange.kind is not MoveKind.ALL_SLICE:
                sent = sent_bytes(exchange.kind, pricing.mesh.size(exchange.axes), exchange.nbytes)
                seconds = pricing.model.collective(exchange.kind, exchange.axes, exchange.nbytes)
                found.append(CollectiveCost(str(exchange.kind), exchange.axes, round(times * sent), times * seconds))
    return found


def op_seconds(op: Operation, pricing: Pricing, registry: RuleRegistry) -> float:
    """Seconds that one device spends in an op of a partitioned function.

    Raises:
        OperationError: it has no rule to say what it computes.
    """
    if isinstance(op, mesh_dialect.AllSliceOp):
        return pricing.model.slice(spec_of(op.result.type).nbytes)
    if isinstance(op, mesh_dialect.CollectiveOp | mesh_dialect.UpdateHaloOp):
        return sum(pricing.model.collective(part.kind, part.axes, part.nbytes) for part in exchanges_of(op))
    if not any(map(is_tensor, op.results)):
        return 0.0
    signature = signature_of(op)
    try:
        flops = registry.rule(signature).flops
    except RuleError as error:
        raise OperationError(op, str(error)) from None
    return pricing.local_op_seconds(signature, (*signature.operands, *signature.results), flops)
