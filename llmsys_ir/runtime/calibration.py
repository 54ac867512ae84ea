"""Measuring a machine: small programs on an engine, and the cluster that their times make.

What is measured on all devices at once is a matrix product of each element type, a copy, and along each mesh axis the
collectives of the cost model on several sizes, of which `llmsys_ir.cost.fitting` makes a link. From all times is taken
what a run with nothing in it takes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TypeAlias

import numpy as np

from llmsys_ir.cost.cluster import PRESETS, Cluster, Device
from llmsys_ir.cost.fitting import Fit, Timing, fit_link
from llmsys_ir.cost.links import Link
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import context
from llmsys_ir.runtime.engines.processes import EngineError, first_line
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import Outcome, Port, Program, find_program, run_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.resharding import MoveKind
from llmsys_ir.tools.parsing import parse_module

Engine: TypeAlias = Callable[[Program, Sequence[Array]], Outcome]

KINDS = (MoveKind.ALL_GATHER, MoveKind.REDUCE_SCATTER, MoveKind.ALL_TO_ALL, MoveKind.ALL_REDUCE)
"""The collectives that are measured."""

DEFAULT_LINK = PRESETS["host"].inside
"""The link along each axis where there is nothing to measure it on."""

RUNS = 9
"""Of each program; the median of their times counts."""

_DTYPES = ("f32", "f64", "bf16", "f16")

_SMALLEST = 1 << 10
_STEP = 8
"""From one size to the next, and from one matrix product to the next."""

_LONGEST = 0.2
"""Seconds that a run of the next size may be expected to take."""

_SIDES = (256, 512, 1024, 2048, 4096, 8192)
"""Of the matrices that are multiplied."""


@dataclass(frozen=True)
class AxisTimes:
    """What was measured along an axis: per collective the times of growing sizes, and their fit."""

    axis: int
    timings: Mapping[MoveKind, Sequence[Timing]]
    fit: Fit


@dataclass(frozen=True)
class Calibration:
    """A measured cluster, and what it was made of.

    Attributes:
        overhead: seconds of a run with nothing in it.
        sizes: bytes per device on the larger side of the collectives.
        axes: those of more than one device; none where there was nothing to measure links on.
        missing: by element type why its rate is not known.
    """

    cluster: Cluster
    overhead: float
    sizes: Sequence[int]
    axes: Sequence[AxisTimes]
    missing: Mapping[str, str]


def calibrate(run: Engine, mesh: Mesh, largest: int, *, has_links: bool = True) -> Calibration:
    """Measure a machine.

    Args:
        run: the engine.
        mesh: its devices.
        largest: bytes per device of the largest array that is copied or sent.
        has_links: whether the engine has devices that send; else links are `DEFAULT_LINK`.

    Raises:
        EngineError: there are fewer devices, or the engine takes no program of f32.
        FitError: the times of an axis make no sense.
    """
    bench = _Bench(run, mesh if has_links else Mesh((1,)))
    overhead = bench.copy(1)
    rates, missing = bench.rates(overhead)
    nbytes = max(largest, 1 << 20)
    device = Device(rates, _rate(2 * nbytes, bench.copy(nbytes // 4), overhead))
    sizes = _sizes(largest)
    axes = [bench.along(axis, sizes, overhead) for axis in mesh.axes if mesh.shape[axis] > 1] if has_links else []
    links = {times.axis: _rounded(times.fit.link) for times in axes}
    rest = Link(0.0, float("inf")) if has_links else DEFAULT_LINK
    cluster = Cluster(mesh, tuple(links.get(axis, rest) for axis in mesh.axes), device, "measured")
    return Calibration(cluster, overhead, sizes, axes, missing)


def run_alone(program: Program, inputs: Sequence[Array]) -> Outcome:
    """Run in this process, several times."""
    outcomes = [run_program(program, inputs) for _ in range(RUNS + 1)]
    return replace(outcomes[0], wall_seconds=median(outcome.wall_seconds for outcome in outcomes[1:]))


def physical_memory(devices: int) -> int | None:
    """The bytes of this host's memory that each of its devices has; None where it does not tell."""
    if "SC_PHYS_PAGES" not in os.sysconf_names:
        return None
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // devices


def _sizes(largest: int) -> list[int]:
    """Growing up to the largest, and two at least."""
    sizes = [largest, largest // _STEP]
    while sizes[-1] // _STEP >= _SMALLEST:
        sizes.append(sizes[-1] // _STEP)
    return sizes[::-1]


def _rate(amount: int, seconds: float, overhead: float) -> float:
    """Of something that is done per second; where it takes no longer than nothing, the whole run counts."""
    return _digits(amount / (seconds - overhead if seconds > overhead else seconds))


def _rounded(link: Link) -> Link:
    return Link(_digits(link.latency), _digits(link.bandwidth), _digits(link.all_to_all_bandwidth or link.bandwidth))


def _digits(number: float) -> float:
    return float(f"{number:.4g}")


def _numbers(port: Port) -> Array:
    """Some random numbers, over and over: to draw them all would take longer than to measure."""
    some = np.random.default_rng(0).standard_normal(1 << 16)
    return np.resize(some.astype(numpy_dtype(port.spec.dtype)), port.spec.shape)


@dataclass(frozen=True)
class _Bench:
    """Runs programs in which each device has other values."""

    run: Engine
    mesh: Mesh

    def copy(self, elements: int) -> float:
        """Seconds of reading and writing so many f32 on each device."""
        kind = f"tensor<{elements}xf32>"
        return self._seconds(f"stablehlo.negate %a : {kind}", kind, kind)

    def rates(self, overhead: float) -> tuple[dict[str, float], dict[str, str]]:
        """Operations per second by element type, and why there are none of others."""
        rates: dict[str, float] = {}
        missing: dict[str, str] = {}
        for dtype in _DTYPES:
            try:
                rates[dtype] = self._product_rate(dtype, overhead)
            except (EngineError, OperationError) as error:
                if dtype == "f32":
                    raise
                missing[dtype] = first_line(error)
        return rates, missing

    def _product_rate(self, dtype: str, overhead: float) -> float:
        """That of the largest matrices that do not take too long."""
        side, seconds = 0, 0.0
        for side in _SIDES:
            kind = f"tensor<{side}x{side}x{dtype}>"
            product = f"stablehlo.dot_general %a, %a, contracting_dims = [1] x [0] : ({kind}, {kind}) -> {kind}"
            seconds = self._seconds(product, kind, kind)
            if _STEP * seconds > _LONGEST:
                break
        return _rate(2 * side**3, seconds, overhead)

    def along(self, axis: int, sizes: Sequence[int], overhead: float) -> AxisTimes:
        """Times of collectives along an axis."""
        timings = {kind: list(self._timings(kind, axis, sizes)) for kind in KINDS}
        return AxisTimes(axis, timings, fit_link([timing for row in timings.values() for timing in row], overhead))

    def _timings(self, kind: MoveKind, axis: int, sizes: Sequence[int]) -> Iterator[Timing]:
        """Times of growing sizes, two at least, until the next would take too long."""
        first = last = 0.0
        for number, nbytes in enumerate(sizes):
            if number >= 2 and first + _STEP * (last - first) > _LONGEST:
                return
            timing = self._timing(kind, axis, nbytes)
            first, last = first or timing.seconds, timing.seconds
            yield timing

    def _timing(self, kind: MoveKind, axis: int, nbytes: int) -> Timing:
        """That of a collective on a matrix of one row for each device along the axis."""
        size = self.mesh.shape[axis]
        before = nbytes // size if kind is MoveKind.ALL_GATHER else nbytes
        columns = max(before // (4 * size), 1)
        rows, wide, words = {
            MoveKind.ALL_GATHER: (size * size, columns, "gather_axis = 0"),
            MoveKind.REDUCE_SCATTER: (1, columns, "scatter_axis = 0"),
            MoveKind.ALL_TO_ALL: (1, size * columns, "split_axis = 0 concat_axis = 1"),
            MoveKind.ALL_REDUCE: (size, columns, ""),
        }[kind]
        operand, result = f"tensor<{size}x{columns}xf32>", f"tensor<{rows}x{wide}xf32>"
        body = f"mesh.{kind} %a on @mesh mesh_axes = [{axis}] {words} : {operand} -> {result}"
        return Timing(kind, size, 4 * size * columns, self._seconds(body, operand, result))

    def _seconds(self, op: str, operand: str, result: str) -> float:
        """Seconds of a run of an op on `%a`."""
        axes = ", ".join(map(str, self.mesh.axes))
        everywhere = f"{{mesh.sharding = #mesh.shard<@mesh, [[{axes}]]>}}"
        text = f"""mesh.mesh @mesh(shape = {self.mesh})
func.func @main(%a: {operand} {everywhere}) -> ({result} {everywhere}) {{
  %0 = {op}
  return %0 : {result}
}}
"""
        program = find_program(parse_module(context(), text, "calibration"))
        return self.run(program, [_numbers(port) for port in program.arguments]).wall_seconds
