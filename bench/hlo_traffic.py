"""What devices send in the collectives of compiled HLO, counted from its text as the cost model counts ours."""

from __future__ import annotations

import re
from math import prod

from llmsys_ir.runtime.engines.numpy import Traffic

_COLLECTIVE = re.compile(
    r"= (?P<shapes>\(?[^()]*?\)?) "
    r"(?P<kind>all-reduce|all-gather|reduce-scatter|all-to-all|collective-permute)(?:-start)?\((?P<rest>.*)"
)
_SHAPE = re.compile(r"(pred|[a-z]+(\d+)\w*)\[([\d,]*)\]")
_GROUPS = re.compile(r"replica_groups=(?:\[\d+,(\d+)\]|\{\{([\d,]+)\})")

_AXES = re.compile(r"replica_groups=mesh\[([^\]]*)\](?:, device_ids=\(.*?\))? \{([^}]*)\}")


def traffic_of_hlo(text: str) -> dict[str, Traffic]:
    """How many collectives of each kind there are, and the bytes that each device sends in them on rings.

    A loop's body counts once.
    """
    (devices,) = re.findall(r"num_partitions=(\d+)", text) or ["1"]
    found: dict[str, Traffic] = {}
    for match in _COLLECTIVE.finditer(text):
        kind, size = match["kind"], _group_size(match["rest"], int(devices))
        entry = found.setdefault(kind.replace("-", "_"), Traffic())
        entry.count += 1
        entry.nbytes += _sent(kind, size, sum(map(_nbytes, _SHAPE.finditer(match["shapes"]))))
    return found


def _group_size(rest: str, devices: int) -> int:
    """The devices of a group; no groups are one of all devices. They are listed, or are axes of a mesh."""
    listed, axes = _GROUPS.search(rest), _AXES.search(rest)
    if listed is not None:
        return int(listed[1]) if listed[1] else len(listed[2].split(","))
    if axes is None:
        return devices
    sizes = {name: int(size) for name, size in re.findall(r"'(\w+)'=(\d+)", axes[1])}
    parts = re.findall(r"'(\w+)'(?::\(\d+\)(\d+))?", axes[2])
    return prod(int(part) if part else sizes[name] for name, part in parts)


def _nbytes(shape: re.Match[str]) -> int:
    return prod(int(size) for size in shape[3].split(",") if size) * max(1, int(shape[2] or 8) // 8)


def _sent(kind: str, size: int, result: int) -> int:
    """Bytes per device, given those of the result."""
    match kind:
        case "all-reduce":
            return 2 * (size - 1) * result // size
        case "reduce-scatter":
            return (size - 1) * result
        case "collective-permute":
            return result
        case _:
            return (size - 1) * result // size
