"""How the numbers of a class change.

A class has a unit of `before` elements, which becomes one of `after`: a number `a * before + b` becomes
`a * after + b`, where `b` is small. So what stands next to the end of a shard stays next to it. A unit will do if no
two numbers become equal or change places, and every equation still holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import gcd

from llmsys_ir.program.shrinking.classes import Family

LEAST_UNIT = 3
"""So that a shard has a first, a last and an inner element."""

_SMALL = 4
"""Units up to this one stay."""

_MOST_TRIED = 200
"""How many new units are tried for each old one, and of how many numbers the distances may be units."""


@dataclass(frozen=True)
class Scale:
    """How the numbers of a class change."""

    before: int = 1
    after: int = 1

    def __call__(self, number: int) -> int:
        """What a number becomes."""
        units = (2 * number + self.before) // (2 * self.before)
        return number + units * (self.after - self.before)


def smallest_scale(family: Family) -> Scale | None:
    """The scale that makes a class's largest size smallest; None if none makes it smaller."""
    best, least = None, max(family.sizes, default=0)
    for before in _units(family):
        for after in range(LEAST_UNIT, min(before, LEAST_UNIT + _MOST_TRIED)):
            scale = Scale(before, after)
            largest = scale(max(family.sizes))
            if largest >= least:
                break
            if fits(scale, family):
                best, least = scale, largest
                break
    return best


def _units(family: Family) -> list[int]:
    """Numbers that may be a class's unit: those it has, what they are apart, and what divides two of them."""
    numbers = sorted({abs(number) for number in _positions(family)})
    if len(numbers) <= _MOST_TRIED:
        pairs = [(one, other) for one in (0, *numbers) for other in numbers]
        numbers = sorted({abs(one - other) for one, other in pairs} | {gcd(*pair) for pair in pairs})
    return [number for number in reversed(numbers) if number > _SMALL]


def is_position(number: int, family: Family) -> bool:
    """Whether a number can be one along a dim; what is far beyond the largest is data."""
    return abs(number) <= 4 * max(family.sizes, default=0)


def _positions(family: Family) -> Iterator[int]:
    return (number for number in (*family.sizes, *family.others) if is_position(number, family))


def fits(scale: Scale, family: Family) -> bool:
    """Whether all that is known of a class's numbers holds for what they become."""
    numbers = sorted({0, *_positions(family)})
    changed = {number: scale(number) for number in numbers}
    if any(changed[one] >= changed[other] for one, other in pairwise(numbers)):
        return False
    if changed[0] != 0 or changed.get(1, 1) != 1:
        return False
    return all(equation.holds(changed) for equation in family.equations if equation.numbers <= changed.keys())
