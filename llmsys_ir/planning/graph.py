"""A function as the plan search sees it: steps over values, with their rules and the user's annotations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from llmsys_ir.sharding.rule import OpRule
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.signature import OpSignature, TensorSpec


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


@dataclass(frozen=True)
class Step:
    """One op of the function, or, without a rule, a resharding shared by all later users of its operand.

    A sharing step passes its operand on; `pinned` is its sharding where the user demands one.
    """

    name: str
    uses: tuple[Use, ...]
    results: tuple[int, ...]
    signature: OpSignature | None = None
    rule: OpRule | None = None
    pinned: Sharding | None = None

    @property
    def is_sharing(self) -> bool:
        """Whether this only reshards its operand, for all later users."""
        return self.rule is None


@dataclass(frozen=True)
class Graph:
    """A function: arguments, then steps in program order, then the returned values.

    `argument_pins` are the shardings that the user demands of arguments where they are defined.
    `returns[i]` uses a value as result `i`; scalars have no place here.
    """

    values: tuple[Value, ...]
    arguments: tuple[int, ...]
    argument_pins: tuple[Sharding | None, ...]
    steps: tuple[Step, ...]
    returns: tuple[Use, ...]

    @cached_property
    def last_use(self) -> tuple[int, ...]:
        """Per value the last step that uses it; the number of steps if it is returned, -1 if it is unused."""
        last = [-1] * len(self.values)
        for number, step in enumerate(self.steps):
            for use in step.uses:
                last[use.value] = number
        for use in self.returns:
            last[use.value] = len(self.steps)
        return tuple(last)
