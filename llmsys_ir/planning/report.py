"""Plans as JSON, and as tables: side by side, and explained."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from io import StringIO
from typing import TYPE_CHECKING, TextIO

from llmsys_ir.planning.alternatives import result_sharding, wanted_sharding
from llmsys_ir.planning.explanation import Alternative, Explanation
from llmsys_ir.planning.plan import Plan
from llmsys_ir.sharding.sharding import Sharding

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Json = dict[str, object]

_WIDTH = 120
"""Of what is printed, where there is no terminal."""

_MOST = 10
"""Rows of a table."""


def format_bytes(nbytes: int) -> str:
    """A size for people, in binary units: `1.50 MiB`."""
    size, unit = float(nbytes), "B"
    for bigger in ("KiB", "MiB", "GiB", "TiB"):
        if size < 1024:
            break
        size, unit = size / 1024, bigger
    return f"{nbytes} B" if unit == "B" else f"{size:.2f} {unit}"


def plain_console(stream: TextIO, *, record: bool = False) -> Console:
    """Prints on a stream, and takes text as it is: in names, brackets are no styles and colons no emoji."""
    from rich.console import Console

    is_terminal = stream.isatty()
    return Console(
        file=stream,
        width=None if is_terminal else _WIDTH,
        color_system="auto" if is_terminal else None,
        markup=False,
        emoji=False,
        highlight=False,
        record=record,
    )


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
    table = _table(title, "strategy")
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
    plain_console(sys.stderr).print(table)


def print_explanation(
    title: str, explanation: Explanation, otherwise: Mapping[str, Plan | str], console: Console | None = None
) -> None:
    """Print tables, to stderr by default: the costliest ops and reshardings, what fills memory, and other plans."""
    plan, console = explanation.plan, console or plain_console(sys.stderr)
    summary = (
        f"{title}: {_milliseconds(plan.seconds)} ms, {_milliseconds(plan.compute_seconds)} computing and "
        f"{_milliseconds(plan.communication_seconds)} communicating; {format_bytes(plan.memory.peak)} per device; "
        f"{plan.status}, within {plan.gap:.2%} of the best"
    )
    console.print(summary)
    console.print(_costliest_ops(explanation))
    console.print(_costliest_reshardings(explanation))
    console.print(_fullest(plan))
    for name, other in otherwise.items():
        console.print(f"{name}: {in_short(other)}")


def in_short(other: Plan | str) -> str:
    """What a plan costs, or why there is none."""
    return other if isinstance(other, str) else f"{_milliseconds(other.seconds)} ms"


def explanation_text(title: str, explanation: Explanation, otherwise: Mapping[str, Plan | str]) -> str:
    """What `print_explanation` prints, as plain text."""
    text = StringIO()
    print_explanation(title, explanation, otherwise, plain_console(text))
    return text.getvalue()


def _costliest_ops(explanation: Explanation) -> Table:
    table = _table(f"the {_MOST} costliest ops", "op", "split", "ms", "resharding ms", "best alternative", "adds ms")
    steps = sorted(explanation.steps, key=lambda step: -(step.op + step.resharding))
    for step in steps[:_MOST]:
        other = step.alternative
        why = "none" if other is None else other.choice
        added = "" if other is None else _why(other)
        cells = (_milliseconds(step.op), _milliseconds(step.resharding))
        table.add_row(f"{step.number} {step.name}", step.choice, *cells, why, added)
    return table


def _why(other: Alternative) -> str:
    """What an alternative adds, as a sum."""
    held = f", {'+' if other.nbytes > 0 else '-'}{format_bytes(abs(other.nbytes))}" if other.nbytes else ""
    return f"{1e3 * other.seconds:+.3g} = {1e3 * other.op:+.3g} op {1e3 * other.resharding:+.3g} resharding{held}"


def _costliest_reshardings(explanation: Explanation) -> Table:
    table = _table(f"the {_MOST} costliest reshardings", "value", "for", "by", "ms")
    for found in explanation.reshardings[:_MOST]:
        table.add_row(found.value, found.user, found.path, _milliseconds(found.seconds))
    return table


def _fullest(plan: Plan) -> Table:
    """What is held where memory is fullest."""
    steps = plan.graph.steps
    at = plan.memory.peak_step
    where = f"{at} {steps[at].name}" if at < len(steps) else "the return"
    table = _table(f"held at {where}, where memory is fullest", "value", "bytes")
    for held in plan.memory.holdings[:_MOST]:
        table.add_row(held.name, format_bytes(held.nbytes))
    return table


def _milliseconds(seconds: float) -> str:
    return f"{1e3 * seconds:.4g}"


def _table(title: str, *columns: str) -> Table:
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for name in columns:
        table.add_column(name, justify="right" if name.endswith("ms") else "left")
    return table


def _sharding(sharding: Sharding) -> Json:
    entry: Json = {"split_axes": [list(axes) for axes in sharding.dims]}
    if sharding.kind is not None:
        entry["partial"] = {"kind": str(sharding.kind), "axes": list(sharding.partial)}
    return entry
