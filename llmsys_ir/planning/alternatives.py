"""What one argument, step or result has to choose from; equal ones share all that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from llmsys_ir.remembering import remembered
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.strategy import Strategy

T = TypeVar("T")

Choice: TypeAlias = Strategy | Sharding
"""A strategy of an op, or the sharding of an argument, of a result, or of what passes."""


def result_sharding(choice: Choice, result: int) -> Sharding:
    """The sharding of a step's result under a choice."""
    return choice.results[result] if isinstance(choice, Strategy) else choice


def wanted_sharding(choice: Choice, operand: int) -> Sharding:
    """The sharding in which a step takes an operand under a choice."""
    return choice.operands[operand] if isinstance(choice, Strategy) else choice


@dataclass(frozen=True, eq=False)
class Layouts:
    """How a value lies under each of some choices: the distinct shardings, and per choice the number of its own."""

    shardings: tuple[Sharding, ...]
    numbers: npt.NDArray[np.int64]

    @classmethod
    def of(cls, shardings: Iterable[Sharding]) -> Layouts:
        """The layouts of a sharding per choice."""
        known: dict[Sharding, int] = {}
        numbers = [known.setdefault(sharding, len(known)) for sharding in shardings]
        return cls(tuple(known), np.array(numbers, np.int64))


@dataclass(frozen=True, eq=False)
class Alternatives:
    """The choices of one argument, step or result. They are told apart by identity: equal ones should be one."""

    choices: tuple[Choice, ...]

    def __iter__(self) -> Iterator[Choice]:
        return iter(self.choices)

    def __len__(self) -> int:
        return len(self.choices)

    @property
    def strategies(self) -> tuple[Strategy, ...]:
        """The choices of an op."""
        return tuple(choice for choice in self.choices if isinstance(choice, Strategy))

    @property
    def shardings(self) -> tuple[Sharding, ...]:
        """The choices of what is no op."""
        return tuple(choice for choice in self.choices if isinstance(choice, Sharding))

    @remembered
    def given(self, result: int) -> Layouts:
        """How a result is given."""
        return Layouts.of(result_sharding(choice, result) for choice in self.choices)

    @remembered
    def wanted(self, operand: int) -> Layouts:
        """How an operand is taken."""
        return Layouts.of(wanted_sharding(choice, operand) for choice in self.choices)


def unique(items: Iterable[T]) -> tuple[T, ...]:
    """Each item once, in the order in which they come first."""
    return tuple(dict.fromkeys(items))
