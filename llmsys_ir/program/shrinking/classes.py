"""Which numbers of a program change together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from xdsl.ir import Operation, SSAValue

CONTENTS = -1
"""In place of a dim: the integers that a value holds, which count elements along a dim of some tensor."""

Place: TypeAlias = tuple[SSAValue | Operation, int]
"""A dim of a value, its contents, or a factor of an op."""


@dataclass(frozen=True)
class Equation:
    """`sum(coefficient * number) == constant`, for terms of a coefficient and a number."""

    terms: tuple[tuple[int, int], ...]
    constant: int = 0

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers it is about."""
        return frozenset(number for _, number in self.terms)

    def holds(self, changed: Mapping[int, int]) -> bool:
        """Whether it does for what the numbers become."""
        return sum(coefficient * changed[number] for coefficient, number in self.terms) == self.constant

    @classmethod
    def of(cls, *terms: tuple[int, int]) -> Equation:
        """The equation that holds for these numbers as they are."""
        return cls(terms, sum(coefficient * number for coefficient, number in terms))


@dataclass
class Family:
    """One class: sizes of dims, further numbers along them, what holds between them, and whether all must stay."""

    sizes: set[int] = field(default_factory=set[int])
    others: set[int] = field(default_factory=set[int])
    equations: set[Equation] = field(default_factory=set[Equation])
    is_fixed: bool = False
    at_boundary: bool = False

    def absorb(self, other: Family) -> None:
        """Take what another one has."""
        self.sizes |= other.sizes
        self.others |= other.others
        self.equations |= other.equations
        self.is_fixed |= other.is_fixed
        self.at_boundary |= other.at_boundary


@dataclass
class Classes:
    """Places as sets that are joined, each with a family; `products` are places whose sizes multiply to another's."""

    parents: dict[Place, Place] = field(default_factory=dict[Place, Place])
    families: defaultdict[Place, Family] = field(default_factory=lambda: defaultdict[Place, Family](Family))
    products: list[tuple[Place, tuple[Place, ...]]] = field(default_factory=list[tuple[Place, "tuple[Place, ...]"]])

    def root(self, place: Place) -> Place:
        """The place that stands for a class."""
        while (parent := self.parents.setdefault(place, place)) != place:
            grandparent = self.parents.setdefault(parent, parent)
            self.parents[place] = place = grandparent
        return place

    def family(self, place: Place) -> Family:
        """The class of a place."""
        return self.families[self.root(place)]

    def join(self, one: Place, *others: Place) -> None:
        """Put places into one class."""
        kept = self.root(one)
        for other in others:
            root = self.root(other)
            if root != kept:
                self.parents[root] = kept
                self.families[kept].absorb(self.families.pop(root, Family()))

    def add_size(self, place: Place, size: int) -> None:
        """Say what the size of a dim or factor is."""
        self.family(place).sizes.add(size)

    def add_numbers(self, place: Place, numbers: Iterable[int]) -> None:
        """Say that a program has numbers along a dim."""
        self.family(place).others.update(numbers)

    def fix(self, *places: Place) -> None:
        """Keep the numbers of classes as they are."""
        for place in places:
            self.family(place).is_fixed = True

    def relate(self, place: Place, *terms: tuple[int, int]) -> None:
        """Keep a sum of multiples of numbers as it is."""
        family = self.family(place)
        family.others.update(number for _, number in terms)
        family.equations.add(Equation.of(*terms))
