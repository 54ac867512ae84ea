"""Sharding rules: which dims of an op's operands and results belong together.

An `OpRule` is a rule bound to the sizes of one op: its factors, and for each operand and result the factors of
each dim, major to minor. It is what strategies, propagation, costs and local forms read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import gcd, prod
from typing import TypeAlias

from llmsys_ir.remembering import hashed_once
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature

Dim = tuple[int, ...]
"""The factors of one tensor dim, major to minor; empty for a dim of size 1 that belongs to no factor."""


class RuleError(ValueError):
    """A rule cannot be read, or does not fit the op it is given for."""


@dataclass(frozen=True)
class Factor:
    """One letter of a rule.

    A factor that some result lacks is *reduced* there, with a kind: sharding it leaves that result partial. Without a
    kind the op's local form makes that result whole by itself.
    A `whole` factor is never sharded. Of one that is `placed` a device must know where its shard starts: what it runs
    is more than the op itself on a shard, as it looks up what it holds, or gets what others hold.
    """

    name: str
    size: int
    whole: bool = False
    placed: bool = False
    reductions: tuple[ReductionKind | None, ...] = ()
    """Per result how it is reduced there, None where the result has it; empty if it is nowhere reduced."""


@hashed_once
@dataclass(frozen=True)
class OpRule:
    """A rule bound to the sizes of one op.

    `linear` lists sets of operands in which the op is linear together while the others are fixed: an all-reduce
    of the op's result may stand for the all-reduces of one such set. The empty set says that the result is zero.
    `accumulators[r]` is the operand that holds the initial value of result `r`'s reduction, or None.
    """

    factors: tuple[Factor, ...]
    operands: tuple[tuple[Dim, ...], ...]
    results: tuple[tuple[Dim, ...], ...]
    linear: tuple[frozenset[int], ...] = ()
    accumulators: tuple[int | None, ...] = ()
    flops: int = 0
    """Floating-point (or integer) operations of the whole op."""

    def dim_size(self, dim: Dim) -> int:
        """The size of a dim made of these factors."""
        return prod(self.factors[factor].size for factor in dim)


@dataclass
class RuleBuilder:
    """Builds an `OpRule` dim by dim, for rules that depend on an op's attributes.

    `operands` and `results` have one list per tensor, to which the dims are appended.
    """

    operands: list[list[Dim]]
    results: list[list[Dim]]
    factors: list[Factor] = field(default_factory=list[Factor])

    @classmethod
    def of(cls, operands: int, results: int = 1) -> RuleBuilder:
        """A builder with no dims yet."""
        return cls([[] for _ in range(operands)], [[] for _ in range(results)])

    def factor(
        self,
        size: int,
        *,
        whole: bool = False,
        placed: bool = False,
        reductions: Iterable[ReductionKind | None] = (),
    ) -> int:
        """A new factor's number."""
        number = len(self.factors)
        name = chr(ord("a") + number) if number < 26 else f"f{number}"
        self.factors.append(Factor(name, size, whole, placed, tuple(reductions)))
        return number

    def whole(self, size: int) -> Dim:
        """A dim that is never sharded."""
        return (self.factor(size, whole=True),) if size != 1 else ()

    def free(self, size: int, *, placed: bool = False, reductions: Iterable[ReductionKind | None] = ()) -> Dim:
        """A dim that may be sharded; one of size 1 belongs to no factor."""
        return (self.factor(size, placed=placed, reductions=reductions),) if size != 1 else ()

    def blocks(self, before: int, after: int) -> tuple[Dim, Dim]:
        """Two dims of different sizes that are cut into equally many blocks, as many as there can be."""
        count = gcd(before, after)
        shared = self.free(count, placed=True)
        return (*shared, *self.whole(before // count)), (*shared, *self.whole(after // count))

    def build(
        self,
        *,
        linear: Iterable[Iterable[int]] = (),
        accumulators: Iterable[int | None] = (),
        flops: int | None = None,
    ) -> OpRule:
        """The rule; `flops` defaults to one per point of the iteration space, the product of all factors."""
        return OpRule(
            tuple(self.factors),
            tuple(map(tuple, self.operands)),
            tuple(map(tuple, self.results)),
            tuple(map(frozenset, linear)),
            tuple(accumulators),
            prod(factor.size for factor in self.factors) if flops is None else flops,
        )


RuleSource: TypeAlias = str | Callable[[OpSignature], OpRule | str]
Rules: TypeAlias = Mapping[str, RuleSource]
"""Op names and their rules: text of the rule language, or a function of the op's signature giving one."""
