"""An explanation as one HTML page that needs nothing else: the mesh, shards, time, memory, and a table to filter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files

from llmsys_ir.planning.alternatives import result_sharding
from llmsys_ir.planning.explanation import Explanation, StepReport
from llmsys_ir.planning.plan import Plan
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.planning.report import Json, format_bytes, in_short
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.signature import TensorSpec


def page(
    title: str, explanation: Explanation, pricing: Pricing, limit: int | None, otherwise: Mapping[str, Plan | str]
) -> str:
    """The page for the plan of a function of this name, and what it would be otherwise.

    `limit` is that of memory, in bytes per device.
    """
    plan = explanation.plan
    data: Json = {
        "title": title,
        "mesh": list(pricing.mesh.shape),
        "limit": limit,
        "facts": [*_facts(plan, limit), *((name, in_short(other)) for name, other in otherwise.items())],
        "memory": list(plan.memory.timeline),
        "holdings": [{"name": held.name, "bytes": held.nbytes} for held in plan.memory.holdings[:8]],
        "steps": [_step(plan, report) for report in explanation.steps],
        "reshardings": [
            {"value": found.value, "user": found.user, "path": found.path, "seconds": found.seconds}
            for found in explanation.reshardings
        ],
        "arguments": _arguments(plan, pricing),
    }
    text = json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
    return files("llmsys_ir.planning").joinpath("page.html").read_text(encoding="utf-8").replace("DATA", text, 1)


def _facts(plan: Plan, limit: int | None) -> list[tuple[str, str]]:
    return [
        ("in all", f"{1e3 * plan.seconds:.4g} ms"),
        ("computing", f"{1e3 * plan.compute_seconds:.4g} ms"),
        ("communicating", f"{1e3 * plan.communication_seconds:.4g} ms"),
        ("memory per device", format_bytes(plan.memory.peak)),
        ("limit", "none" if limit is None else format_bytes(limit)),
        ("status", f"{plan.status}, within {plan.gap:.2%} of the best"),
    ]


def _step(plan: Plan, report: StepReport) -> Json:
    other = report.alternative
    return {
        "number": report.number,
        "name": report.name,
        "choice": report.choice,
        "op": report.op,
        "resharding": report.resharding,
        "alternative": other
        and {"choice": other.choice, "op": other.op, "resharding": other.resharding, "bytes": other.nbytes},
        "results": _results(plan, report.number),
    }


def _results(plan: Plan, number: int) -> list[Json]:
    if number == len(plan.graph.steps):
        return []
    values = [plan.graph.values[value] for value in plan.graph.steps[number].results]
    choice = plan.choices.steps[number]
    return [_tensor(value.spec, result_sharding(choice, place)) for place, value in enumerate(values)]


def _arguments(plan: Plan, pricing: Pricing) -> list[Json]:
    values = [plan.graph.values[value] for value in plan.graph.arguments]
    return [
        {"name": value.name, **_tensor(value.spec, sharding), "bytes": pricing.local(value.spec, sharding).nbytes}
        for value, sharding in zip(values, plan.choices.arguments, strict=True)
    ]


def _tensor(spec: TensorSpec, sharding: Sharding) -> Json:
    return {
        "shape": list(spec.shape),
        "dtype": spec.dtype,
        "split": [list(axes) for axes in sharding.dims],
        "partial": list(sharding.partial),
        "kind": None if sharding.kind is None else str(sharding.kind),
    }
