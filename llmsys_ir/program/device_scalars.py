"""Scalars that devices compute from their place in the mesh, known for all devices before a program runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from xdsl.dialects.builtin import DYNAMIC_INDEX, IntegerAttr
from xdsl.ir import Operation, SSAValue

from llmsys_ir.dialects.mesh import MeshShapeOp, ProcessLinearIndexOp, ProcessMultiIndexOp
from llmsys_ir.sharding.mesh import Mesh

PerDevice: TypeAlias = npt.NDArray[Any]
"""A scalar of each device, device after device."""

_COMPARISONS: Sequence[Callable[..., PerDevice]] = (
    np.equal,
    np.not_equal,
    *(np.less, np.less_equal, np.greater, np.greater_equal) * 2,
)
"""By the number of arith's predicate; of what is not negative, unsigned comparisons are the same."""

_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "arith.addi": np.add,
    "arith.andi": np.bitwise_and,
    "arith.divsi": np.floor_divide,
    "arith.divui": np.floor_divide,
    "arith.index_cast": np.asarray,
    "arith.muli": np.multiply,
    "arith.ori": np.bitwise_or,
    "arith.remsi": np.remainder,
    "arith.remui": np.remainder,
    "arith.select": np.where,
    "arith.subi": np.subtract,
}
"""What ops make of places and sizes, none of which are negative."""


@dataclass
class DeviceScalars:
    """The scalars of a program that are known of each device of a mesh."""

    mesh: Mesh
    known: dict[SSAValue, PerDevice] = field(default_factory=dict[SSAValue, PerDevice])

    def add(self, op: Operation) -> bool:
        """Take note of the results of an op; gives whether they follow from places in the mesh."""
        results = self._results(op)
        if results is None:
            return False
        self.known.update(zip(op.results, results, strict=True))
        return True

    def coordinates(self, static: Sequence[int], dynamic: Sequence[SSAValue]) -> tuple[PerDevice, ...] | None:
        """The coordinates of a device, which an op has in part in an attribute and in part as operands."""
        given = iter(dynamic)
        found = [self.known.get(next(given)) if at == DYNAMIC_INDEX else self._everywhere(at) for at in static]
        known = tuple(coordinate for coordinate in found if coordinate is not None)
        return known if len(known) == len(found) else None

    def places(self, axes: Sequence[int]) -> PerDevice:
        """Each device's number in its group along `axes`, the first axis outermost."""
        place = self._everywhere(0)
        for axis in axes:
            place = place * self.mesh.shape[axis] + self._along(axis)
        return place

    def digits(self, places: PerDevice, axes: Sequence[int]) -> list[PerDevice]:
        """The coordinates along `axes` of devices with these numbers in their groups."""
        return list(np.unravel_index(places, [self.mesh.shape[axis] for axis in axes]))

    def groups(self, axes: Sequence[int]) -> list[list[int]]:
        """The devices of each group along `axes`, in the order of their numbers in it."""
        numbers = np.arange(self.mesh.num_devices).reshape(self.mesh.shape)
        rest = [axis for axis in self.mesh.axes if axis not in axes]
        return numbers.transpose([*rest, *axes]).reshape(-1, self.mesh.size(axes)).tolist()

    def partners(self, axes: Sequence[int], coordinates: Sequence[PerDevice]) -> PerDevice:
        """Per device the number of the one with these coordinates along `axes` and its own along the others."""
        at = [self._along(axis) for axis in self.mesh.axes]
        for axis, coordinate in zip(axes, coordinates, strict=True):
            at[axis] = coordinate
        return np.ravel_multi_index(at, self.mesh.shape)

    def _along(self, axis: int) -> PerDevice:
        return np.indices(self.mesh.shape)[axis].ravel()

    def _everywhere(self, value: int) -> PerDevice:
        return np.full(self.mesh.num_devices, value)

    def _results(self, op: Operation) -> list[PerDevice] | None:
        match op:
            case ProcessMultiIndexOp():
                return [self._along(axis) for axis in op.axes.get_values() or self.mesh.axes]
            case ProcessLinearIndexOp():
                return [np.arange(self.mesh.num_devices)]
            case MeshShapeOp():
                return [self._everywhere(self.mesh.shape[axis]) for axis in op.axes.get_values() or self.mesh.axes]
            case _ if op.name == "arith.constant":
                value = op.properties.get("value")
                return [self._everywhere(value.value.data)] if isinstance(value, IntegerAttr) else None
            case _:
                operands = [self.known.get(operand) for operand in op.operands]
                given = [operand for operand in operands if operand is not None]
                function = _function(op)
                return None if function is None or len(given) < len(operands) else [function(*given)]


def _function(op: Operation) -> Callable[..., PerDevice] | None:
    predicate = op.properties.get("predicate")
    if op.name == "arith.cmpi" and isinstance(predicate, IntegerAttr):
        return _COMPARISONS[predicate.value.data]
    return _FUNCTIONS.get(op.name)
