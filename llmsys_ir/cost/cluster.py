"""Clusters: what the devices and links of a mesh can do.

Rates are in units per second, sizes in bytes, latencies in seconds.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

from llmsys_ir.cost.links import Level, Link, links_of_levels
from llmsys_ir.sharding.mesh import Mesh


class ClusterError(ValueError):
    """A cluster's description is wrong."""


@dataclass(frozen=True)
class Device:
    """One device: peak operations per second by element type, memory bandwidth and memory size in bytes."""

    peak_flops: Mapping[str, float] = field(hash=False)
    memory_bandwidth: float
    memory: int | None = None

    def flops_of(self, dtype: str) -> float:
        """The peak for `dtype`; types without an entry count as f32."""
        return self.peak_flops.get(dtype, self.peak_flops["f32"])


@dataclass(frozen=True)
class Cluster:
    """A mesh of equal devices, with one kind of link per mesh axis."""

    mesh: Mesh
    links: tuple[Link, ...]
    device: Device
    name: str = "default"

    @classmethod
    def default(cls, mesh: Mesh) -> Cluster:
        """Nodes of A100-like devices; `Preset.on` says which mesh axis is inside a node."""
        return PRESETS["a100"].on(mesh)


@dataclass(frozen=True)
class Preset:
    """A kind of machine: devices joined inside a node by one kind of link, and nodes by another."""

    name: str
    device: Device
    inside: Link
    between: Link

    def on(self, mesh: Mesh) -> Cluster:
        """Such machines: the last mesh axis of several devices is inside a node, those before it are between nodes."""
        inside = max((axis for axis in mesh.axes if mesh.shape[axis] > 1), default=0)
        links = tuple(self.between if axis < inside else self.inside for axis in mesh.axes)
        return Cluster(mesh, links, self.device, self.name)


_GIB = 1 << 30

_LEAST_RATE = 1e-3
_MOST_LATENCY = 1e6
"""What no machine goes beyond; much further, seconds would be no numbers that a solver can add."""

_DEVICE_KEYS = ("memory_bandwidth", "memory", "peak_flops")

PRESETS: Mapping[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset(
            "v100",  # p3.16xlarge: 8 V100 with NVLink, 25 Gb/s between nodes
            Device({"f32": 15.7e12, "f16": 125e12, "bf16": 15.7e12, "f64": 7.8e12}, 0.9e12, 16 * _GIB),
            Link(5e-6, 150e9),
            Link(2e-5, 25e9 / 8 / 8),
        ),
        Preset(
            "a100",  # DGX A100: NVLink 3, 8 x 200 Gb/s InfiniBand
            Device({"f32": 19.5e12, "tf32": 156e12, "f16": 312e12, "bf16": 312e12, "f64": 9.7e12}, 2.0e12, 80 * _GIB),
            Link(3e-6, 300e9),
            Link(1e-5, 25e9),
        ),
        Preset(
            "h100",  # DGX H100: NVLink 4, 8 x 400 Gb/s InfiniBand
            Device({"f32": 67e12, "tf32": 494e12, "f16": 989e12, "bf16": 989e12, "f64": 34e12}, 3.35e12, 80 * _GIB),
            Link(3e-6, 450e9),
            Link(1e-5, 50e9),
        ),
        Preset(
            "tpu-v5e",  # 2D torus, 4 links of 50 GB/s a chip
            Device({"f32": 49e12, "bf16": 197e12, "i8": 394e12}, 0.82e12, 16 * _GIB),
            Link(1e-6, 100e9),
            Link(1e-6, 100e9),
        ),
        Preset(
            "host",  # 8 host devices of XLA on two cores of a CPU; measured: matrix products, all-reduces
            Device({"f32": 12e9, "f64": 6e9}, 1.5e9),
            Link(8e-6, 1.5e9),
            Link(8e-6, 1.5e9),
        ),
    )
}
"""Known machines, from their data sheets; f32 is the rate without tensor cores."""


def parse_size(text: str) -> int:
    """Bytes written as `16GiB`, `512MB` or a plain number.

    Raises:
        ClusterError: it is none of these.
    """
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([KMGT]i?)?B?\s*", text, re.IGNORECASE)
    if match is None:
        raise ClusterError(f"expected a size such as 16GiB or 512MB, got '{text}'")
    prefix = (match[2] or "").lower()
    base = 1024 if prefix.endswith("i") else 1000
    return int(Fraction(match[1]) * base ** (1 + "kmgt".find(prefix[:1]) if prefix else 0))


def load_cluster(source: str, mesh: Mesh | None) -> Cluster:
    """The cluster named by a preset, or described by a TOML file.

    Args:
        source: a name in `PRESETS`, or the path of a TOML file with `memory_bandwidth`, `memory`, a table
            `peak_flops` by element type, and links. These are an array `axes` of tables with `size`, `latency`,
            `bandwidth` and perhaps `all_to_all_bandwidth` (see `Link`), or an array `levels` of tables with `size`,
            `latency`, `bandwidth` and perhaps `sharing` (see `Level`), the outermost first. With levels there may be a
            `mesh` such as "4x4", and an `order` such as [1, 0] in which its axes are laid over them. No other keys.
        mesh: the mesh to be used; may be None where the file gives it.

    Raises:
        ClusterError: the source is unknown or wrong, or its mesh is another one.
    """
    if source in PRESETS:
        if mesh is None:
            raise ClusterError(f"cluster '{source}' needs a mesh, such as mesh=4x8")
        return PRESETS[source].on(mesh)
    path = Path(source)
    if path.suffix != ".toml":
        raise ClusterError(f"unknown cluster '{source}': expected one of {', '.join(PRESETS)}, or a .toml file")
    try:
        description = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ClusterError(f"cannot read cluster file '{source}': {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise ClusterError(f"cluster file '{source}' is no valid TOML: {error}") from None
    cluster = _Reader(source, description).cluster(mesh)
    if mesh is not None and mesh.shape != cluster.mesh.shape:
        raise ClusterError(f"cluster file '{source}' describes a mesh of shape {cluster.mesh}, expected {mesh}")
    return cluster if mesh is None else Cluster(mesh, cluster.links, cluster.device, cluster.name)


def cluster_to_toml(cluster: Cluster) -> str:
    """The text of a file that `load_cluster` reads as this cluster."""
    device = cluster.device
    lines = [f"memory_bandwidth = {device.memory_bandwidth}"]
    lines += [] if device.memory is None else [f"memory = {device.memory}"]
    lines += ["", "[peak_flops]", *(f"{_key(name)} = {peak}" for name, peak in device.peak_flops.items())]
    for size, link in zip(cluster.mesh.shape, cluster.links, strict=True):
        lines += ["", "[[axes]]", f"size = {size}", f"latency = {link.latency}", f"bandwidth = {link.bandwidth}"]
        if link.all_to_all_bandwidth is not None:
            lines.append(f"all_to_all_bandwidth = {link.all_to_all_bandwidth}")
    return "\n".join([*lines, ""])


def _key(name: str) -> str:
    return name if name.isalnum() else json.dumps(name)


@dataclass(frozen=True)
class _Reader:
    source: str
    table: Mapping[str, Any] = field(repr=False)

    def cluster(self, mesh: Mesh | None) -> Cluster:
        """The cluster; levels are those of `mesh` where the file does not say."""
        if "levels" in self.table:
            if "axes" in self.table:
                raise self._error("expected [[axes]] or [[levels]], got both")
            self._check_keys(self.table, "the file", (*_DEVICE_KEYS, "levels", "mesh", "order"))
            found, links = self._of_levels(mesh)
        else:
            self._check_keys(self.table, "the file", (*_DEVICE_KEYS, "axes"))
            found, links = self._of_axes()
        return Cluster(found, links, self._device(), Path(self.source).stem)

    def _of_axes(self) -> tuple[Mesh, tuple[Link, ...]]:
        tables = self._tables("axes", "[[axes]], one per mesh axis, or [[levels]], the outermost first")
        links = tuple(self._link(axis, f"axes[{i}]") for i, axis in enumerate(tables))
        return self._mesh(tuple(self._whole(axis, "size", f"axes[{i}].size") for i, axis in enumerate(tables))), links

    def _link(self, axis: Mapping[str, Any], what: str) -> Link:
        key = "all_to_all_bandwidth"
        self._check_keys(axis, what, ("size", "latency", "bandwidth", key))
        return Link(
            self._latency(axis, what),
            self._rate(axis, "bandwidth", f"{what}.bandwidth"),
            self._rate(axis, key, f"{what}.{key}") if key in axis else None,
        )

    def _of_levels(self, mesh: Mesh | None) -> tuple[Mesh, tuple[Link, ...]]:
        tables = self._tables("levels", "[[levels]], the outermost first")
        levels = [self._level(table, f"levels[{i}]") for i, table in enumerate(tables)]
        shape = self.table.get("mesh", None if mesh is None else str(mesh))
        if shape is None:
            raise self._error('expected a mesh, such as mesh = "4x4", here or as an option')
        try:
            found = Mesh.parse(str(shape))
            return found, links_of_levels(levels, found, self._order())
        except ValueError as error:
            raise self._error(str(error)) from None

    def _level(self, table: Mapping[str, Any], what: str) -> Level:
        self._check_keys(table, what, ("size", "latency", "bandwidth", "sharing"))
        return Level(
            self._whole(table, "size", f"{what}.size"),
            self._latency(table, what),
            self._rate(table, "bandwidth", f"{what}.bandwidth"),
            self._whole(table, "sharing", f"{what}.sharing") if "sharing" in table else 1,
        )

    def _order(self) -> list[int] | None:
        order = self.table.get("order")
        if order is None:
            return None
        if not isinstance(order, list) or not all(type(axis) is int for axis in cast(list[Any], order)):
            raise self._error(f"expected order to be a list of mesh axes, such as [1, 0], got {order!r}")
        return cast(list[int], order)

    def _mesh(self, sizes: tuple[int, ...]) -> Mesh:
        try:
            return Mesh(sizes)
        except ValueError as error:
            raise self._error(str(error)) from None

    def _tables(self, name: str, expected: str) -> Sequence[Mapping[str, Any]]:
        tables = self.table.get(name)
        is_array = isinstance(tables, list) and all(isinstance(table, dict) for table in cast(list[Any], tables))
        if not tables or not is_array:
            raise self._error(f"expected an array of tables {expected}")
        return cast(list[Mapping[str, Any]], tables)

    def _device(self) -> Device:
        peaks = self.table.get("peak_flops")
        if not isinstance(peaks, dict) or "f32" not in peaks:
            raise self._error("expected a table peak_flops with an entry f32")
        names = [str(name) for name in cast(dict[Any, Any], peaks)]
        flops = {name: self._rate(cast(dict[str, Any], peaks), name, f"peak_flops.{name}") for name in names}
        memory = self.table.get("memory")
        return Device(
            flops,
            self._rate(self.table, "memory_bandwidth", "memory_bandwidth"),
            None if memory is None else self._memory(str(memory)),
        )

    def _memory(self, text: str) -> int:
        try:
            return parse_size(text)
        except ClusterError as error:
            raise self._error(f"memory: {error}") from None

    def _whole(self, table: Mapping[str, Any], key: str, what: str) -> int:
        number = self._number(table, key, what)
        if not number.is_integer():
            raise self._error(f"expected an integer for {what}, got {number}")
        return int(number)

    def _rate(self, table: Mapping[str, Any], key: str, what: str) -> float:
        rate = self._number(table, key, what)
        if rate < _LEAST_RATE:
            raise self._error(f"expected at least {_LEAST_RATE} per second for {what}, got {rate}")
        return rate

    def _latency(self, table: Mapping[str, Any], what: str) -> float:
        latency = self._number(table, "latency", f"{what}.latency", minimum=0.0)
        if latency > _MOST_LATENCY:
            raise self._error(f"expected at most {_MOST_LATENCY:g} seconds for {what}.latency, got {latency}")
        return latency

    def _number(self, table: Mapping[str, Any], key: str, what: str, minimum: float | None = None) -> float:
        value = table.get(key)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self._error(f"expected a number for {what}, got {value!r}")
        if not (value > 0 or value == minimum):
            raise self._error(f"expected a positive number for {what}, got {value}")
        try:
            return float(value)
        except OverflowError:
            raise self._error(f"expected a smaller number for {what}") from None

    def _check_keys(self, table: Mapping[str, Any], what: str, known: Sequence[str]) -> None:
        """Fail on a key that nothing would read, such as one that is misspelt."""
        unknown = next((key for key in table if key not in known), None)
        if unknown is not None:
            raise self._error(f"unknown key '{unknown}' in {what}: expected {', '.join(known)}")

    def _error(self, message: str) -> ClusterError:
        return ClusterError(f"cluster file '{self.source}': {message}")
