"""What devices send in the collectives of compiled HLO, counted from its text as the cost model counts ours.

XLA partitions to all-reduces. On GPUs it makes a reduce-scatter of one of which each device then slices its own part
(its pass ReduceScatterCreator), and one all-reduce of those that are only added (AllReduceReassociate); on CPUs it does
not, and sends more. Both can be counted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf, prod
from typing import TypeAlias

import numpy as np

from llmsys_ir.runtime.engines.numpy import Traffic

_OP = re.compile(r" *(?P<root>ROOT )?%(?P<name>\S+) = (?P<shapes>\(.*?\)|\S+) (?P<kind>[\w-]+)\((?P<rest>.*)")
_COMPUTATION = re.compile(r"(?:ENTRY )?%(\S+) \(.*\{$")
_SCATTER = "reduce-scatter"
_COLLECTIVES = frozenset({"all-reduce", "all-gather", _SCATTER, "all-to-all", "collective-permute"})
_SHAPE = re.compile(r"(pred|[a-z]+(\d+)\w*)\[([\d,]*)\]")
_LISTED = re.compile(r"replica_groups=\{(\{[\d,]+\}(?:,\{[\d,]+\})*)\}")
_COUNTED = re.compile(r"replica_groups=\[([\d,]+)\]<=\[([\d,]+)\](?:T\(([\d,]+)\))?")
_AXES = re.compile(r"replica_groups=mesh\[([^\]]*)\](?:, device_ids=\((.*?)\))? \{([^}]*)\}")
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


def traffic_of_hlo(text: str, *, as_on_gpus: bool = False) -> dict[str, Traffic]:
    """How many collectives of each kind there are, and the bytes that each device sends in them on rings.

    A loop's body counts once; collectives are synchronous, as XLA compiles them for CPUs. With `as_on_gpus`, what is
    all-reduced counts as reduce-scattered where each device of the group only reads a part of its own; and all-reduces
    of which only the sum is read count as one.

    Raises:
        ValueError: a collective is asynchronous.
    """
    (devices,) = re.findall(r"num_partitions=(\d+)", text) or ["1"]
    computations = _computations(text)
    reduced = _Reduced(computations, int(devices)) if as_on_gpus else None
    found: dict[str, Traffic] = {}
    for computation in computations.values():
        for op in computation.ops.values():
            kind = op.kind
            if kind.removesuffix("-start") not in _COLLECTIVES:
                continue
            if kind not in _COLLECTIVES:
                raise ValueError(f"expected synchronous collectives, got {kind}; compile for CPUs")
            size = _group_size(op.rest, int(devices))
            sent: dict[str, int] = {}
            for number, part in enumerate(op.parts):
                name, nbytes = kind, _nbytes(part)
                if kind == "all-reduce" and reduced is not None:
                    value = (op.name, number)
                    if not reduced.is_first(value):
                        continue
                    if reduced.is_scattered(value):
                        name, nbytes = _SCATTER, nbytes // size
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


_Value: TypeAlias = tuple[str, int]
"""A result of an all-reduce: the op's name, and the result's number."""


@dataclass(frozen=True)
class _Place:
    """A computation, of which a fusion may be the only caller.

    `own` are the parameters that are computed from a device's number.
    """

    computation: _Computation
    own: frozenset[str] = frozenset()
    fusion: _Op | None = None
    around: _Place | None = None

    def is_own(self, name: str) -> bool:
        """Whether a value is computed from a device's number."""
        op = self.computation.ops[name]
        if op.kind in ("partition-id", "parameter"):
            return op.kind == "partition-id" or name in self.own
        return op.kind != "all-reduce" and any(map(self.is_own, op.operands))


@dataclass(frozen=True)
class _Read:
    """Of a sum of all-reduced values, so many elements that are a device's own; infinitely many for any other use."""

    of: frozenset[_Value]
    elements: float


@dataclass(frozen=True)
class _Reduced:
    """What becomes of the results of all-reduces."""

    computations: Mapping[str, _Computation]
    devices: int

    def is_first(self, value: _Value) -> bool:
        """Whether a value is more than a further term of a sum that is reduced once."""
        terms, *others = self._sums(value)
        groups = self._groups(value)
        if others or any(self._sums(term) != {terms} or self._groups(term) != groups for term in terms):
            return True
        return value == min(terms)

    def is_scattered(self, value: _Value) -> bool:
        """Whether each device of a group reads a part of its own, and nothing else."""
        op, reads = self._reads[value]
        size, elements = _group_size(op.rest, self.devices), _elements(op.parts[value[1]])
        return bool(reads) and all(read.elements * size <= elements for read in reads)

    def _sums(self, value: _Value) -> set[frozenset[_Value]]:
        """The sums with this value of which anything is read."""
        return {read.of for read in self._reads[value][1]} or {frozenset({value})}

    def _groups(self, value: _Value) -> frozenset[tuple[int, ...]]:
        return _groups(self._reads[value][0].rest, self.devices)

    @cached_property
    def _reads(self) -> Mapping[_Value, tuple[_Op, list[_Read]]]:
        """Per value the all-reduce, and what is read."""
        found: dict[_Value, tuple[_Op, list[_Read]]] = {}
        for computation in self.computations.values():
            for op in computation.ops.values():
                if op.kind == "all-reduce":
                    for number in range(len(op.parts)):
                        found[op.name, number] = op, list(self._reads_of(op, number, _Place(computation)))
        return found

    def _reads_of(self, reduce: _Op, number: int, place: _Place) -> Iterator[_Read]:
        if not reduce.shapes.startswith("("):
            yield from self._follow(reduce, place)
            return
        for user in place.computation.users[reduce.name]:
            if user.attribute("index") == str(number):
                yield from self._follow(user, place)

    def _follow(self, value: _Op, place: _Place) -> Iterator[_Read]:
        """What is read of a sum of all-reduced values."""
        terms = self._terms(value.name, place)
        assert terms is not None
        if value.is_root and place.fusion is not None and place.around is not None:
            yield from self._follow(place.fusion, place.around)
        elif value.is_root:
            yield _Read(terms, inf)
        for user in place.computation.users[value.name]:
            if user.kind == "fusion":
                for inner, inside in self._entered(value.name, user, place):
                    yield from self._follow(inner, inside)
            elif self._terms(user.name, place) is not None:
                yield from self._follow(user, place)
            else:
                is_part = user.kind == "dynamic-slice" and any(map(place.is_own, user.operands[1:]))
                is_part &= value.name not in user.operands[1:]
                yield _Read(terms, _elements(user.parts[0]) if is_part else inf)

    def _entered(self, name: str, fusion: _Op, place: _Place) -> Iterator[tuple[_Op, _Place]]:
        """The parameters of a fusion that are a value."""
        called = self.computations[fusion.attribute("calls")]
        inner = [called.parameters[number] for number in range(len(fusion.operands))]
        pairs = list(zip(fusion.operands, inner, strict=True))
        inside = _Place(called, frozenset(op.name for outer, op in pairs if place.is_own(outer)), fusion, place)
        return ((op, inside) for outer, op in pairs if outer == name)

    def _terms(self, name: str, place: _Place) -> frozenset[_Value] | None:
        """The values of which one is the sum; None if it is anything else."""
        op = place.computation.ops[name]
        if op.kind == "all-reduce":
            return frozenset({(name, 0)})
        if op.kind == "parameter" and place.fusion is not None and place.around is not None:
            outer = place.fusion.operands[int(op.rest.partition(")")[0])]
            return self._terms(outer, place.around)
        if op.kind == "get-tuple-element" and place.computation.ops[op.operands[0]].kind == "all-reduce":
            return frozenset({(op.operands[0], int(op.attribute("index")))})
        if op.kind in _KEEPING:
            return self._terms(op.operands[0], place)
        if op.kind == "fusion":
            called = self.computations[op.attribute("calls")]
            root = next(each for each in called.ops.values() if each.is_root)
            return self._terms(root.name, _Place(called, frozenset(), op, place))
        if op.kind == "add":
            left, right = (self._terms(operand, place) for operand in op.operands)
            return None if left is None or right is None or left & right else left | right
        return None


def _groups(rest: str, devices: int) -> frozenset[tuple[int, ...]]:
    """The devices of each group, as places in the order that a mesh may list; no groups are one of all devices.

    They are listed, or are rows of numbers that are counted through and perhaps transposed, or axes of a mesh.
    """
    if (listed := _LISTED.search(rest)) is not None:
        return frozenset(tuple(map(int, group.split(","))) for group in re.findall(r"\{([\d,]+)\}", listed[1]))
    if (counted := _COUNTED.search(rest)) is not None:
        shape, dims = _numbers(counted[1]), _numbers(counted[2])
        places = np.arange(devices).reshape(dims).transpose(_numbers(counted[3]) if counted[3] else range(len(dims)))
        return frozenset(map(tuple, places.reshape(shape).tolist()))
    if (axes := _AXES.search(rest)) is not None:
        return _along(re.findall(r"'(\w+)'=(\d+)", axes[1]), re.findall(r"'(\w+)'(?::\((\d+)\)(\d+))?", axes[3]))
    return frozenset({tuple(range(devices))})


def _along(mesh: Sequence[tuple[str, str]], parts: Sequence[tuple[str, str, str]]) -> frozenset[tuple[int, ...]]:
    """Groups along axes of a mesh, or parts of axes: of so many devices, with as many of them outside."""
    sizes = [int(size) for _, size in mesh]
    places = np.arange(prod(sizes))
    inside = np.zeros_like(places)
    outside = places.copy()
    for name, before, of_part in parts:
        number = [axis for axis, _ in mesh].index(name)
        size = int(of_part or sizes[number])
        stride = prod(sizes[number + 1 :]) * (sizes[number] // (int(before or 1) * size))
        digit = places // stride % size
        inside, outside = inside * size + digit, outside - digit * stride
    order = np.lexsort((inside, outside))
    width = int(inside.max()) + 1
    return frozenset(map(tuple, places[order].reshape(-1, width).tolist()))


def _numbers(text: str) -> list[int]:
    return list(map(int, text.split(",")))


def _group_size(rest: str, devices: int) -> int:
    return len(next(iter(_groups(rest, devices))))


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
