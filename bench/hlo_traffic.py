"""What devices send in the collectives of compiled HLO, counted from its text as the cost model counts ours.

XLA partitions to all-reduces. On GPUs and TPUs it makes a reduce-scatter of one of which each device then slices its
own part; on CPUs it does not, and sends twice as much. Both can be counted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import inf, prod

from llmsys_ir.runtime.engines.numpy import Traffic

_OP = re.compile(r" *(?P<root>ROOT )?%(?P<name>\S+) = (?P<shapes>\(.*?\)|\S+) (?P<kind>[\w-]+)\((?P<rest>.*)")
_COMPUTATION = re.compile(r"(?:ENTRY )?%(\S+) \(.*\{$")
_SCATTER = "reduce-scatter"
_COLLECTIVES = frozenset({"all-reduce", "all-gather", _SCATTER, "all-to-all", "collective-permute"})
_SHAPE = re.compile(r"(pred|[a-z]+(\d+)\w*)\[([\d,]*)\]")
_GROUPS = re.compile(r"replica_groups=(?:\[\d+,(\d+)\]|\{\{([\d,]+)\})")
_AXES = re.compile(r"replica_groups=mesh\[([^\]]*)\](?:, device_ids=\(.*?\))? \{([^}]*)\}")
_KEEPING = frozenset({"bitcast", "convert", "copy", "get-tuple-element", "reshape", "transpose"})
"""Ops whose results have the elements of their operand."""


@dataclass(frozen=True)
class _Op:
    """A line of HLO."""

    name: str
    shapes: str
    kind: str
    rest: str
    is_root: bool

    @cached_property
    def operands(self) -> tuple[str, ...]:
        return tuple(re.findall(r"%([\w.-]+)", self.rest.partition(")")[0]))

    @cached_property
    def parts(self) -> list[re.Match[str]]:
        """The tensors it gives."""
        return list(_SHAPE.finditer(self.shapes))

    def attribute(self, name: str) -> str:
        """What an attribute says; empty without it."""
        found = re.search(rf"\b{name}=%?([\w.-]+)", self.rest)
        return found[1] if found else ""


@dataclass(frozen=True)
class _Computation:
    """The ops of a computation by their names."""

    ops: dict[str, _Op] = field(default_factory=dict[str, _Op])

    @cached_property
    def users(self) -> Mapping[str, list[_Op]]:
        """Per op those that read it."""
        found = defaultdict[str, list[_Op]](list)
        for op in self.ops.values():
            for operand in dict.fromkeys(op.operands):
                found[operand].append(op)
        return found

    @cached_property
    def parameters(self) -> Mapping[int, _Op]:
        """The parameters by their numbers."""
        return {int(op.rest.partition(")")[0]): op for op in self.ops.values() if op.kind == "parameter"}


def traffic_of_hlo(text: str, *, scattering: bool = False) -> dict[str, Traffic]:
    """How many collectives of each kind there are, and the bytes that each device sends in them on rings.

    A loop's body counts once. With `scattering`, what is all-reduced counts as reduce-scattered where each device of
    the group only reads a part of its own.
    """
    (devices,) = re.findall(r"num_partitions=(\d+)", text) or ["1"]
    computations = _computations(text)
    found: dict[str, Traffic] = {}
    for computation in computations.values():
        for op in computation.ops.values():
            kind = op.kind.removesuffix("-start")
            if kind not in _COLLECTIVES:
                continue
            size = _group_size(op.rest, int(devices))
            sent: dict[str, int] = {}
            for number, part in enumerate(op.parts):
                is_scattered = scattering and kind == "all-reduce" and _is_scattered(op, number, size, computations)
                name, nbytes = (_SCATTER, _nbytes(part) // size) if is_scattered else (kind, _nbytes(part))
                sent[name] = sent.get(name, 0) + _sent(name, size, nbytes)
            for name, nbytes in sent.items():
                entry = found.setdefault(name.replace("-", "_"), Traffic())
                entry.count += 1
                entry.nbytes += nbytes
    return found


def _computations(text: str) -> dict[str, _Computation]:
    """The computations of a module by their names."""
    found: dict[str, _Computation] = {}
    current = _Computation()
    for line in text.splitlines():
        if (head := _COMPUTATION.match(line)) is not None:
            current = found.setdefault(head[1], _Computation())
        elif (op := _OP.match(line)) is not None:
            current.ops[op["name"]] = _Op(op["name"], op["shapes"], op["kind"], op["rest"], op["root"] is not None)
    return found


def _is_scattered(reduce: _Op, number: int, size: int, computations: Mapping[str, _Computation]) -> bool:
    """Whether of a result of an all-reduce each of so many devices reads a part of its own, and nothing else."""
    computation = next(each for each in computations.values() if each.ops.get(reduce.name) is reduce)
    value = reduce
    if reduce.shapes.startswith("("):
        value = next((op for op in computation.users[reduce.name] if op.attribute("index") == str(number)), None)
    if value is None:
        return False
    read = list(_Reader(computations).reads(value, computation, frozenset()))
    return bool(read) and all(elements * size <= _elements(reduce.parts[number]) for elements in read)


@dataclass(frozen=True)
class _Reader:
    """Looks for what is read of a value."""

    computations: Mapping[str, _Computation]

    def reads(self, value: _Op, computation: _Computation, own: frozenset[str]) -> Iterator[float]:
        """The elements of each slice of a value that is a device's own, infinitely many for any other use.

        `own` are the computation's parameters that are computed from a device's number.
        """
        if value.is_root:
            yield inf
        for user in computation.users[value.name]:
            if user.kind in _KEEPING:
                yield from self.reads(user, computation, own)
            elif user.kind == "fusion":
                called = self.computations[user.attribute("calls")]
                inside = [called.parameters[number] for number in range(len(user.operands))]
                pairs = list(zip(user.operands, inside, strict=True))
                theirs = frozenset(inner.name for name, inner in pairs if _is_own(name, computation, own))
                for inner in (inner for name, inner in pairs if name == value.name):
                    yield from self.reads(inner, called, theirs)
            elif user.kind == "dynamic-slice" and user.operands[0] == value.name:
                is_own = any(_is_own(name, computation, own) for name in user.operands[1:])
                yield _elements(user.parts[0]) if is_own else inf
            else:
                yield inf


def _is_own(name: str, computation: _Computation, own: frozenset[str]) -> bool:
    """Whether a value is computed from a device's number."""
    op = computation.ops[name]
    if op.kind in ("partition-id", "parameter"):
        return op.kind == "partition-id" or name in own
    return op.kind != "all-reduce" and any(_is_own(operand, computation, own) for operand in op.operands)


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


def _elements(shape: re.Match[str]) -> int:
    return prod(int(size) for size in shape[3].split(",") if size)


def _nbytes(shape: re.Match[str]) -> int:
    return _elements(shape) * max(1, int(shape[2] or 8) // 8)


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
