"""The scale of each class.

Where sizes are products of others, as those of a reshape, all of them are divided, so that the products still hold;
every other class gets the smallest unit that fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import gcd, isqrt
from typing import TypeAlias

from llmsys_ir.program.shrinking.classes import Classes, Family, Place
from llmsys_ir.program.shrinking.units import Scale, fits, smallest_scale

_Product: TypeAlias = tuple[Place, tuple[Place, ...]]

_MOST_STEPS = 5000
"""How many classes may be visited in search of what is divided along with one of them."""

_LEAST_SIZE = 2
"""Of dims that are divided."""


def scales_of(classes: Classes, *, linked: bool) -> dict[Place, Scale]:
    """The scale of each class that changes, by the place that stands for it.

    With `linked` those that are nowhere at a function's boundary stay, as nothing says which of them in one program
    are those in another.
    """
    for family in classes.families.values():
        family.is_fixed |= linked and not family.at_boundary
    products = [(classes.root(whole), tuple(map(classes.root, parts))) for whole, parts in classes.products]
    ratios = _Ratios(classes.families, list(dict.fromkeys(products)))
    scales = ratios.find()
    for place, family in classes.families.items():
        if place not in ratios.places and not family.is_fixed:
            scale = smallest_scale(family)
            if scale is not None:
                scales[place] = scale
    return scales


@dataclass
class _Ratios:
    """By what the sizes of classes are divided whose products are those of others."""

    families: Mapping[Place, Family]
    products: Sequence[_Product]
    places: dict[Place, list[_Product]] = field(default_factory=dict[Place, "list[_Product]"])
    """The classes, and the products each is in."""
    ratios: dict[Place, int] = field(default_factory=dict[Place, int])
    steps: int = 0

    def find(self) -> dict[Place, Scale]:
        """The scales of the classes that are divided, the largest first."""
        for product in self.products:
            for place in {product[0], *product[1]}:
                self.places.setdefault(place, []).append(product)
        self.ratios = dict.fromkeys(self.places, 1)
        for place in sorted(self.places, key=lambda place: -max(self.families[place].sizes, default=0)):
            for factor in _divisors(gcd(*(size for size in self.families[place].sizes if size != 1))):
                self._divide(place, factor)
        return {place: Scale(ratio, 1) for place, ratio in self.ratios.items() if ratio != 1}

    def _divide(self, place: Place, factor: int) -> None:
        """Divide a class by a factor, and others likewise as the products ask for, if that can be done."""
        self.steps = 0
        found = self._balanced({place: 1}, factor) if self._can_divide(place, factor) else None
        for other, exponent in (found or {}).items():
            self.ratios[other] *= factor**exponent

    def _can_divide(self, place: Place, factor: int) -> bool:
        family, ratio = self.families[place], self.ratios[place] * factor
        sizes = [size for size in family.sizes if size != 1]
        if family.is_fixed or any(size % ratio or size < _LEAST_SIZE * ratio for size in sizes):
            return False
        return fits(Scale(ratio, 1), family)

    def _balanced(self, exponents: dict[Place, int], factor: int) -> dict[Place, int] | None:
        """How often classes are divided by the factor, those of `exponents` at least so; None if nothing fits."""
        self.steps += 1
        if self.steps > _MOST_STEPS:
            return None
        for place in exponents:
            for whole, parts in self.places[place]:
                have, want = exponents.get(whole, 0), sum(exponents.get(part, 0) for part in parts)
                if have != want:
                    return self._first_of(exponents, factor, [whole] if have < want else parts)
        return exponents

    def _first_of(self, exponents: dict[Place, int], factor: int, choices: Sequence[Place]) -> dict[Place, int] | None:
        """What is found by dividing one of the choices once more, the first by which anything is."""
        for choice in dict.fromkeys(choices):
            exponent = exponents.get(choice, 0) + 1
            if self._can_divide(choice, factor**exponent):
                found = self._balanced({**exponents, choice: exponent}, factor)
                if found is not None:
                    return found
        return None


def _divisors(number: int) -> Iterator[int]:
    """Those that leave enough, from the largest to 2."""
    small = [divisor for divisor in range(1, isqrt(number) + 1) if number % divisor == 0]
    divisors = {*small, *(number // divisor for divisor in small)}
    return (divisor for divisor in sorted(divisors, reverse=True) if 2 <= divisor <= number // _LEAST_SIZE)
