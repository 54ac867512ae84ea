"""A function as the plan search sees it: steps over values, with their rules and the user's annotations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.rule import OpRule
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.signature import OpSignature, TensorSpec
from llmsys_ir.sharding.strategy import Strategy


@dataclass(frozen=True)
class Value:
    """A tensor: an argument of the function, or a step's result."""

    spec: TensorSpec
    name: str
    """For messages: what defines it."""


@dataclass(frozen=True)
class Use:
    """A step's use of a value as its operand; `pinned` is the sharding the user demands here."""

    value: int
    operand: int
    pinned: tuple[Sharding, ...] = ()
    """The user's annotations of this use, in order; the value takes each of these shardings on its way."""
    weight: float = 1.0
    """How often it happens."""
    time: int | None = None
    """The step during which it happens, if that is not the one that it belongs to: the end of a loop."""

    def during(self, step: int) -> int:
        """The step during which it happens, as a use of this step."""
        return step if self.time is None else self.time


@dataclass(frozen=True)
class Overhead:
    """What an op's local form takes beside the op itself: seconds, and bytes per device while it runs."""

    seconds: float = 0.0
    nbytes: int = 0


SHARING = "sharing"
"""The name of a step that reshards a value for all its later users."""

AskOverhead: TypeAlias = Callable[[Strategy, Pricing], Overhead]
"""What the local form of an op adds under a strategy."""


@dataclass(frozen=True)
class Step:
    """One op of the function, or, without a rule, values that pass in one sharding from its uses to its results.

    What passes is a resharding shared by all later users, a value carried through a loop or out of branches; `pinned`
    is what the user demands of its sharding.
    """

    name: str
    uses: tuple[Use, ...]
    results: tuple[int, ...]
    signature: OpSignature | None = None
    rule: OpRule | None = None
    pinned: Demand | None = None
    weight: float = 1.0
    """How often it runs."""
    overheads: AskOverhead | None = None
    """What the local form of an op adds under a strategy, for ops whose local form is more than the op itself."""

    def overhead(self, choice: Strategy | Sharding, pricing: Pricing) -> Overhead:
        """What the local form adds under a choice."""
        if self.overheads is None or not isinstance(choice, Strategy):
            return Overhead()
        return self.overheads(choice, pricing)

    @property
    def passes(self) -> bool:
        """Whether this is no op: all its uses and results have one sharding."""
        return self.rule is None


@dataclass(frozen=True)
class Graph:
    """A function: arguments, then steps in program order, then the returned values.

    `argument_pins` are what the user demands of arguments where they are defined.
    `returns[i]` uses a value as result `i`, of which `return_pins[i]` is demanded; scalars have no place here. `holds`
    are values and steps until which they are held, beside those that use them: what a loop reads is there until its
    end.
    """

    values: tuple[Value, ...]
    arguments: tuple[int, ...]
    argument_pins: tuple[Demand | None, ...]
    steps: tuple[Step, ...]
    returns: tuple[Use, ...]
    return_pins: tuple[Demand | None, ...]
    holds: tuple[tuple[int, int], ...] = ()
    donated: Mapping[int, int | None] = field(default_factory=dict[int, "int | None"])
    """The numbers of arguments whose memory is free after their last use, each with the number of the result that takes
    it and must lie as the argument does, where there is one."""

    @cached_property
    def last_use(self) -> tuple[int, ...]:
        """Per value the last step that uses it; the number of steps if it is returned, -1 if it is unused."""
        last = [-1] * len(self.values)
        uses = [(number, use) for number, step in enumerate(self.steps) for use in step.uses]
        uses += [(len(self.steps), use) for use in self.returns]
        times = [(use.value, use.during(number)) for number, use in uses]
        for value, time in (*times, *self.holds):
            last[value] = max(last[value], time)
        return tuple(last)

    def argument_interval(self, number: int) -> tuple[int, int]:
        """The steps during which an argument is held: all of them, unless it is donated and used."""
        end = len(self.steps) + 1
        last = self.last_use[self.arguments[number]]
        return (0, last + 1) if number in self.donated and last >= 0 else (0, end)

    def stored(self, number: int) -> list[tuple[int, tuple[int, int]]]:
        """The values that a step stores, each with the steps during which it is held.

        That is from the step that defines it to its last use. What passes is one value, and counted from the next step
        on: at its own step its use counts the copy, if there is one. Where what it is made of outlives it, it takes
        nothing but that copy.
        """
        step = self.steps[number]
        if self._is_outlived(number):
            return []
        if step.passes:
            last = max((self.last_use[value] for value in step.results), default=number)
            return [(value, (number + 1, max(number, last) + 1)) for value in step.results[:1]]
        return [(value, (number, max(number, self.last_use[value]) + 1)) for value in step.results]

    def copy_interval(self, number: int) -> tuple[int, int]:
        """The steps during which the resharded copies of a step's operands are held; the return is the last step."""
        if number < len(self.steps) and self._is_outlived(number):
            return number, max(number, *(self.last_use[value] for value in self.steps[number].results)) + 1
        return number, number + 1

    def _is_outlived(self, number: int) -> bool:
        """Whether a step shares a value that is held at least as long as what it is shared as.

        An op that passes values on, as control flow and barriers do, makes new ones.
        """
        step = self.steps[number]
        if step.name != SHARING or not step.results:
            return False
        source, last = step.uses[0].value, max(self.last_use[value] for value in step.results)
        if source < len(self.arguments) and self.arguments[source] == source:
            return self.argument_interval(source)[1] > last
        return self.last_use[source] >= last
