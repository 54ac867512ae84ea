"""What is found in programs that are to be shrunk together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from xdsl.ir import Operation, SSAValue

from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.shrinking.classes import Classes, Place
from llmsys_ir.program.signature import spec_of


@dataclass(frozen=True)
class Entry:
    """A number that an op states in an attribute, or in one element of it, along a dim."""

    attribute: str
    index: int
    place: Place


@dataclass
class Collected:
    """The classes of dims, and the numbers along them that ops state in attributes."""

    classes: Classes = field(default_factory=Classes)
    entries: dict[Operation, list[Entry]] = field(default_factory=dict[Operation, list[Entry]])
    counted: dict[Operation, Place] = field(default_factory=dict[Operation, Place])
    """Integer constants whose elements count along a dim: the contents of their results."""

    def add_value(self, value: SSAValue) -> None:
        """The dims of a value. A size that only a run tells cannot be shrunk."""
        for dim, size in enumerate(spec_of(value.type).shape):
            self.classes.add_size((value, dim), size)
            if size < 0:
                self.classes.fix((value, dim))

    def same_dims(self, *values: SSAValue) -> None:
        """Join dim by dim, also where sizes differ: positions in one value are positions in the others."""
        for dim in range(spec_of(values[0].type).rank):
            self.classes.join(*((value, dim) for value in values))

    def state(self, op: Operation, attribute: str, places: Iterable[tuple[int, Place, int]]) -> None:
        """Say that an op states numbers in an attribute: per number its index, the dim it is along, and the number."""
        for index, place, number in places:
            self.entries.setdefault(op, []).append(Entry(attribute, index, place))
            self.classes.add_numbers(place, [number])

    def fix_values(self, values: Iterable[SSAValue]) -> None:
        """Keep all dims of some values."""
        for value in filter(is_tensor, values):
            self.classes.fix(*((value, dim) for dim in range(spec_of(value.type).rank)))


def dims_of(value: SSAValue) -> Sequence[Place]:
    """The dims of a value as places."""
    return [(value, dim) for dim in range(spec_of(value.type).rank)]
