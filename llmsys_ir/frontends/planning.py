"""What the frontends share of planning a framework's function: the plan of its module, and its summary."""

from __future__ import annotations

from typing import Any

from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.diagnostics import UserError
from llmsys_ir.planning.plan import Plan
from llmsys_ir.planning.report import format_bytes
from llmsys_ir.program.forms import attribute_form
from llmsys_ir.program.inlining import inline_calls
from llmsys_ir.program.preparation import prepare
from llmsys_ir.universe import PASSES


def plan_main(
    module: ModuleOp, *, mesh: str | None = None, memory: str | None, cluster: str | None, time_limit: float
) -> Plan:
    """Annotate a module as the plan for its function `main` says; the options are those of `llmsys_ir.auto_shard`.

    Raises:
        PassFailedException: an option is wrong, an op cannot be sharded, or nothing fits in memory.
        UserError: there are no tensors to shard.
    """
    planner: Any = PASSES["auto-shard"].factory()
    inline_calls(module)
    prepare(module)
    with attribute_form(module):
        plans = planner(mesh=mesh, memory=memory, cluster=cluster, time_limit=time_limit).shard(module)
    if "main" not in plans:
        raise UserError("expected a function of at least one array")
    return plans["main"]


def summary(plan: Plan) -> list[str]:
    """Lines on what a plan costs and how good it is known to be."""
    return [
        f"cost: {plan.seconds:.3g} s ({plan.compute_seconds:.3g} s computation, "
        f"{plan.communication_seconds:.3g} s communication), {plan.status}, within {plan.gap:.2%} of the best",
        f"memory: {format_bytes(plan.memory.peak)} per device",
    ]
