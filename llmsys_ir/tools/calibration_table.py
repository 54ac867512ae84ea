"""What `llmsys-calibrate` says of a machine: a table of times, and comments for its TOML file."""

from __future__ import annotations

from typing import TextIO

from llmsys_ir.planning.report import format_bytes, plain_console
from llmsys_ir.runtime.calibration import AxisTimes, Calibration


def print_table(found: Calibration, stream: TextIO) -> None:
    """Print measured and fitted times of the collectives, and the rates."""
    from rich.table import Table

    console = plain_console(stream)
    table = Table(title="ms measured / fitted, by the bytes on the larger side", title_justify="left")
    for name in ("axis", "collective"):
        table.add_column(name)
    for nbytes in found.sizes:
        table.add_column(format_bytes(nbytes), justify="right")
    for times in found.axes:
        for kind, timings in times.timings.items():
            cells = (f"{1e3 * of.seconds:.3g} / {1e3 * times.fit.seconds(of):.3g}" for of in timings)
            table.add_row(str(times.axis), str(kind), *cells)
        table.add_section()
    if found.axes:
        console.print(table)
    device = found.cluster.device
    rates = (f"{name} {rate / 1e9:.4g}" for name, rate in device.peak_flops.items())
    console.print(f"Gflop/s: {', '.join(rates)}; memory: {device.memory_bandwidth / 1e9:.4g} GB/s")
    for line in _notes(found):
        console.print(line)


def comments(found: Calibration, engine: str) -> list[str]:
    """Where the numbers of the cluster come from."""
    return [f"Measured by llmsys-calibrate --engine={engine} --mesh={found.cluster.mesh}.", *_notes(found)]


def _notes(found: Calibration) -> list[str]:
    none = [] if found.axes or found.cluster.mesh.num_devices == 1 else ["The links are a default, not measured."]
    missing = [f"No rate for {dtype}: {why}" for dtype, why in found.missing.items()]
    overhead = f"A run with nothing in it takes {1e3 * found.overhead:.3g} ms, which is in no number here."
    return [overhead, *map(_of_axis, found.axes), *none, *missing]


def _of_axis(times: AxisTimes) -> str:
    link, timings = times.fit.link, next(iter(times.timings.values()))
    return (
        f"Axis {times.axis}, {timings[0].size} devices: {1e6 * link.latency:.4g} us, {link.bandwidth / 1e9:.4g} GB/s, "
        f"{(link.all_to_all_bandwidth or link.bandwidth) / 1e9:.4g} in all-to-alls; "
        f"the fit is off by {times.fit.error:.0%}."
    )
