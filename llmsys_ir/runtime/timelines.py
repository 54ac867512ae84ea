"""What each device does when, predicted by the cost model or measured; as a trace for Chrome and Perfetto."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from xdsl.ir import Operation

from llmsys_ir.diagnostics import UserError, name_of
from llmsys_ir.program.control_flow import weighted_ops
from llmsys_ir.program.price import op_seconds
from llmsys_ir.runtime.programs import Event, Program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import default_registry

_ROWS = ("computation", "communication", "step")


class TimelineError(UserError):
    """There is no timeline of a program."""


@dataclass(frozen=True)
class Timeline:
    """What the devices of a mesh do, or one device without a mesh."""

    mesh: Mesh | None
    events: Iterable[Event]

    def trace(self) -> dict[str, object]:
        """In the JSON object format of Chrome's Trace Event Format, a process per device; times are microseconds."""
        count = 1 if self.mesh is None else self.mesh.num_devices
        return {"traceEvents": [*self._names(count), *map(_trace_event, self.events)], "displayTimeUnit": "ns"}

    def _names(self, count: int) -> Iterator[dict[str, object]]:
        for device in range(count):
            yield {"name": "process_name", "ph": "M", "pid": device, "args": {"name": f"device {device}"}}
            for row, name in enumerate(_ROWS):
                yield {"name": "thread_name", "ph": "M", "pid": device, "tid": row, "args": {"name": name}}


def _trace_event(event: Event) -> dict[str, object]:
    return {
        "name": event.name,
        "cat": event.row,
        "ph": "X",
        "pid": event.device,
        "tid": _ROWS.index(event.row),
        "ts": 1e6 * event.start,
        "dur": 1e6 * event.seconds,
        "args": {"detail": event.detail},
    }


def predicted(program: Program) -> Timeline:
    """What the cost model says of an SPMD program: all devices do the same, one op after the other.

    An op in a loop is one event that takes as long as it does in all trips together.

    Raises:
        TimelineError: it says nothing, of a global program or where sizes are only known when it runs.
        OperationError: an op has no rule to say what it computes.
    """
    if program.mesh is None:
        raise TimelineError("a program that is not partitioned has no devices to show; see llmsys-opt --spmd-partition")
    if program.pricing is None or not program.has_known_sizes:
        raise TimelineError("its sizes are only known when it runs, so there are no times to predict")
    registry, events, start = default_registry(), list[Event](), 0.0
    for op, times in weighted_ops(program.function.body.block):
        seconds = times * op_seconds(op, program.pricing, registry)
        if seconds:
            events.append(event_of(op, 0, start, seconds))
            start += seconds
    return Timeline(program.mesh, _on_all(events, program.mesh))


def _on_all(events: list[Event], mesh: Mesh) -> Iterator[Event]:
    for device in range(mesh.num_devices):
        yield from (replace(event, device=device) for event in events)


def event_of(op: Operation, device: int, start: float, seconds: float) -> Event:
    """The event of an op on a device."""
    row = "communication" if op.name.startswith("mesh.") and op.name != "mesh.all_slice" else "computation"
    return Event(name_of(op), row, device, start, seconds, ", ".join(str(result.type) for result in op.results))
