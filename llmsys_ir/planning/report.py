"""Plans as JSON."""

from __future__ import annotations

from llmsys_ir.planning.alternatives import result_sharding, wanted_sharding
from llmsys_ir.planning.plan import Plan
from llmsys_ir.sharding.sharding import Sharding

Json = dict[str, object]


def format_bytes(nbytes: int) -> str:
    """A size for people, in binary units: `1.50 MiB`."""
    size, unit = float(nbytes), "B"
    for bigger in ("KiB", "MiB", "GiB", "TiB"):
        if size < 1024:
            break
        size, unit = size / 1024, bigger
    return f"{nbytes} B" if unit == "B" else f"{size:.2f} {unit}"


def plan_to_json(plan: Plan) -> Json:
    """The plan: its cost in seconds, its memory in bytes per device, and what is chosen for each step."""
    graph, choices = plan.graph, plan.choices
    return {
        "status": plan.status,
        "seconds": plan.seconds,
        "compute_seconds": plan.compute_seconds,
        "communication_seconds": plan.communication_seconds,
        "lower_bound_seconds": plan.lower_bound,
        "gap": plan.gap,
        "solver_seconds": plan.solver_seconds,
        "peak_bytes_per_device": plan.memory.peak,
        "peak_holdings": [{"name": held.name, "bytes": held.nbytes} for held in plan.memory.holdings],
        "arguments": [_sharding(sharding) for sharding in choices.arguments],
        "steps": [
            {
                "op": step.name,
                "operands": [_sharding(wanted_sharding(choice, use.operand)) for use in step.uses],
                "results": [_sharding(result_sharding(choice, number)) for number in range(len(step.results))],
            }
            for step, choice in zip(graph.steps, choices.steps, strict=True)
        ],
        "results": [_sharding(sharding) for sharding in choices.returns],
    }


def _sharding(sharding: Sharding) -> Json:
    entry: Json = {"split_axes": [list(axes) for axes in sharding.dims]}
    if sharding.kind is not None:
        entry["partial"] = {"kind": str(sharding.kind), "axes": list(sharding.partial)}
    return entry
