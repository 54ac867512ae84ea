"""The numbers of the plan search as arrays: what choices cost and hold. Equal ones are the same array."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from llmsys_ir.planning.alternatives import Alternatives, Layouts
from llmsys_ir.planning.graph import AskOverhead, Step
from llmsys_ir.planning.plan import op_seconds
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.remembering import remembered
from llmsys_ir.sharding.resharding import CostMatrix
from llmsys_ir.sharding.rule import OpRule
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.signature import OpSignature, TensorSpec

Seconds: TypeAlias = npt.NDArray[np.float64]
Bytes: TypeAlias = npt.NDArray[np.int64]


class Resharding(NamedTuple):
    """A use of a value: how it is given, the annotations passed on the way, and how it is wanted."""

    spec: TensorSpec
    given: Layouts
    pinned: tuple[Sharding, ...]
    wanted: Layouts
    weight: float


@dataclass(frozen=True, eq=False)
class Held:
    """The amounts in bytes per device that something may hold while a step runs; none of them costs anything.

    `links` are the seconds from each choice of a step's neighbours (rows) to each amount (columns), infinite for
    amounts that the choice does not lead to: for a copy those of what gives the value and of what wants it, for an
    overhead those of the op. Choices of all neighbours together lead to one amount only.
    """

    costs: Seconds
    amounts: Bytes
    links: tuple[CostMatrix, ...]


@dataclass
class Tables:
    """What choices cost on a cluster, and what they hold."""

    pricing: Pricing

    @remembered
    def nothing(self, count: int) -> Seconds:
        """No seconds for each of `count` choices."""
        return np.zeros(count)

    def step(self, step: Step, choices: Alternatives) -> Seconds:
        """Seconds of an op and its overhead per strategy; what passes costs nothing."""
        if step.signature is None or step.rule is None:
            return self.nothing(len(choices))
        return self._op(step.signature, step.rule, step.overheads, step.weight, choices)

    @remembered
    def _op(
        self,
        signature: OpSignature,
        rule: OpRule,
        overheads: AskOverhead | None,
        weight: float,
        choices: Alternatives,
    ) -> Seconds:
        seconds = [op_seconds(signature, rule, overheads, choice, self.pricing) for choice in choices.strategies]
        return weight * np.array(seconds)

    @remembered
    def stored(self, values: tuple[tuple[TensorSpec, Layouts], ...], count: int) -> Bytes:
        """Bytes per device of these values together under each of `count` choices."""
        return sum((self._value(spec, layouts) for spec, layouts in values), np.zeros(count, np.int64))

    @remembered
    def _value(self, spec: TensorSpec, layouts: Layouts) -> Bytes:
        nbytes = [self.pricing.local(spec, sharding).nbytes for sharding in layouts.shardings]
        return np.array(nbytes, np.int64)[layouts.numbers]

    @remembered
    def same(self, given: Alternatives, wanted: Alternatives) -> CostMatrix | None:
        """Nothing where two choices are the same sharding, else infinite; None if they never are."""
        matrix = np.where([[one == other for other in wanted] for one in given], 0.0, np.inf)
        return matrix if np.isfinite(matrix).any() else None

    def overhead(self, step: Step, choices: Alternatives) -> Held | None:
        """What an op's local form holds while it runs, beside the op's operands and results; None for nothing."""
        return None if step.overheads is None else self._overhead(step.overheads, choices)

    @remembered
    def _overhead(self, overheads: AskOverhead, choices: Alternatives) -> Held | None:
        held = np.array([overheads(choice, self.pricing).nbytes for choice in choices.strategies], np.int64)
        if not held.any():
            return None
        amounts = np.unique(held)
        return Held(self.nothing(len(amounts)), amounts, (np.where(np.equal.outer(held, amounts), 0.0, np.inf),))

    @remembered
    def resharding(self, use: Resharding) -> CostMatrix:
        """Seconds of a use by what gives the value (rows) and what wants it (columns)."""
        return self._seconds(use)[np.ix_(use.given.numbers, use.wanted.numbers)]

    @remembered
    def copy(self, use: Resharding) -> Held | None:
        """The copies that a use may hold, with those who give and want the value; None if it never holds one."""
        extras = self._extras(use)
        if not extras.any():
            return None
        amounts, made, taken = _copies(use, self._seconds(use), extras)
        return Held(self.nothing(len(amounts)), amounts, (made, taken))

    def _seconds(self, use: Resharding) -> CostMatrix:
        """Seconds between distinct shardings."""
        price, sources, targets = self.pricing.reshard_matrix, use.given.shardings, use.wanted.shardings
        if not use.pinned:
            return use.weight * price(use.spec, sources, targets)
        between = sum(self.pricing.path(use.spec, *pair).cost for pair in pairwise(use.pinned))
        before, after = price(use.spec, sources, use.pinned[:1]), price(use.spec, use.pinned[-1:], targets)
        return use.weight * (before + between + after)

    def _extras(self, use: Resharding) -> Bytes:
        """Bytes of the copies that reshardings between distinct shardings hold."""
        if not use.pinned:
            return self.pricing.copy_matrix(use.spec, use.given.shardings, use.wanted.shardings)

        def extra(source: Sharding, target: Sharding) -> int:
            stops = (source, *use.pinned, target)
            return self.pricing.copy_bytes(use.spec, [self.pricing.path(use.spec, *pair) for pair in pairwise(stops)])

        rows = [[extra(source, target) for target in use.wanted.shardings] for source in use.given.shardings]
        return np.array(rows, np.int64)


def _copies(use: Resharding, seconds: CostMatrix, extras: Bytes) -> tuple[Bytes, CostMatrix, CostMatrix]:
    """Bytes that copies hold, and seconds between them and those who give and want the value.

    There is a copy for each sharding wanted and each amount that it may take to get there.
    """
    pairs = sorted({(number, int(extra)) for number, column in enumerate(extras.T) for extra in column})
    numbers, amounts = np.array(pairs, np.int64).T
    made = np.where(extras[:, numbers] == amounts, seconds[:, numbers], np.inf)
    taken = np.where(np.equal.outer(use.wanted.numbers, numbers), 0.0, np.inf)
    return amounts, made[use.given.numbers], taken
