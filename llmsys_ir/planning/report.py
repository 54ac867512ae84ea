"""Plans as JSON, and side by side as a table."""

from __future__ import annotations

from collections.abc import Mapping
from sys import stderr

from llmsys_ir.planning.alternatives import result_sharding, wanted_sharding
from llmsys_ir.planning.plan import Plan
from llmsys_ir.sharding.sharding import Sharding

Json = dict[str, object]

_WIDTH = 120
"""Of what is printed, where there is no terminal."""


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


def print_side_by_side(title: str, plans: Mapping[str, Plan | str]) -> None:
    """Print a table of plans to stderr, or why there is none of a name."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    table.add_column("strategy")
    for name in ("ms", "of these computing", "communicating", "times ilp's", "memory per device"):
        table.add_column(name, justify="right")
    table.add_column("status")
    reference = plans["ilp"]
    for name, plan in plans.items():
        if isinstance(plan, str):
            table.add_row(name, *[""] * 5, plan)
            continue
        seconds = (plan.seconds, plan.compute_seconds, plan.communication_seconds)
        ratio = f"{plan.seconds / reference.seconds:.2f}" if isinstance(reference, Plan) and reference.seconds else ""
        cells = (*(f"{1e3 * each:.4g}" for each in seconds), ratio, format_bytes(plan.memory.peak), plan.status)
        table.add_row(name, *cells)
    Console(stderr=True, width=None if stderr.isatty() else _WIDTH).print(table)


def _sharding(sharding: Sharding) -> Json:
    entry: Json = {"split_axes": [list(axes) for axes in sharding.dims]}
    if sharding.kind is not None:
        entry["partial"] = {"kind": str(sharding.kind), "axes": list(sharding.partial)}
    return entry
