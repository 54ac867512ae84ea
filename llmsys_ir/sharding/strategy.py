"""Strategies: the ways to spread one op over a mesh.

A strategy gives each mesh axis to one factor of the op's rule, to one set of operands in which the op is linear,
or to nothing. That fixes the sharding of every operand and result and what each device computes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations, product
from typing import Literal

from llmsys_ir.remembering import hashed_once
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.rule import Dim, OpRule
from llmsys_ir.sharding.sharding import Axes, ReductionKind, Sharding

AxisOrders = Literal["ascending", "all"]
"""Whether several axes on one factor are tried in ascending order only, or in every order."""


@hashed_once
@dataclass(frozen=True)
class Strategy:
    """One way to spread an op: the mesh axes of each factor and of each linear set, and what follows from them."""

    factor_axes: tuple[Axes, ...]
    linear_axes: tuple[Axes, ...]
    operands: tuple[Sharding, ...]
    results: tuple[Sharding, ...]

    def local_factor_sizes(self, rule: OpRule, mesh: Mesh) -> tuple[int, ...]:
        """The factors' sizes on one device."""
        return tuple(
            factor.size // mesh.size(axes) for factor, axes in zip(rule.factors, self.factor_axes, strict=True)
        )

    def local_flops(self, rule: OpRule, mesh: Mesh) -> int:
        """Operations on one device."""
        return rule.flops // mesh.size(axis for axes in self.factor_axes for axis in axes)


def replicated_strategy(rule: OpRule) -> Strategy:
    """The strategy under which every device does all of the op."""
    operands, results = (
        tuple(Sharding.replicated(len(dims)) for dims in side) for side in (rule.operands, rule.results)
    )
    return Strategy(((),) * len(rule.factors), ((),) * len(rule.linear), operands, results)


@lru_cache(maxsize=1 << 12)
def strategies(rule: OpRule, mesh: Mesh, orders: AxisOrders = "ascending") -> tuple[Strategy, ...]:
    """Every strategy of an op on a mesh, in a fixed order; the first one replicates everything."""
    shardable = _shardable_factors(rule)
    choices = [None, *shardable, *(len(rule.factors) + group for group in range(len(rule.linear)))]
    slots = len(rule.factors) + len(rule.linear)
    found: list[Strategy] = []
    for given in product(choices, repeat=mesh.rank):
        per_slot = [tuple(axis for axis in mesh.axes if given[axis] == slot) for slot in range(slots)]
        if all(factor.size % mesh.size(per_slot[i]) == 0 for i, factor in enumerate(rule.factors)):
            for axes in _orderings(per_slot, orders):
                strategy = _strategy(rule, mesh, axes)
                if strategy is not None:
                    found.append(strategy)
    return tuple(found)


def _shardable_factors(rule: OpRule) -> list[int]:
    """The factors that may be sharded: not whole, and at most once in any tensor."""
    repeated = {
        factor
        for dims in (*rule.operands, *rule.results)
        for factor in range(len(rule.factors))
        if sum(factor in dim for dim in dims) > 1
    }
    return [number for number, factor in enumerate(rule.factors) if not factor.whole and number not in repeated]


def _orderings(per_slot: list[Axes], orders: AxisOrders) -> Iterator[tuple[Axes, ...]]:
    if orders == "ascending":
        yield tuple(per_slot)
    else:
        yield from product(*(permutations(axes) for axes in per_slot))


def _strategy(rule: OpRule, mesh: Mesh, axes: tuple[Axes, ...]) -> Strategy | None:
    """The strategy with these axes per factor and linear set, or None if some tensor cannot be laid out so."""
    factor_axes, linear_axes = axes[: len(rule.factors)], axes[len(rule.factors) :]
    results: list[Sharding] = []
    for number, dims in enumerate(rule.results):
        layout = layout_of(rule, mesh, dims, factor_axes)
        partial = _result_partial(rule, number, factor_axes, linear_axes)
        if layout is None or partial is None:
            return None
        results.append(Sharding(layout, *partial))
    operands: list[Sharding] = []
    for number, dims in enumerate(rule.operands):
        layout = layout_of(rule, mesh, dims, factor_axes)
        partial = _operand_partial(rule, number, results, factor_axes, linear_axes)
        if layout is None or partial is None:
            return None
        operands.append(Sharding(layout, *partial))
    return Strategy(factor_axes, linear_axes, tuple(operands), tuple(results))


def layout_of(
    rule: OpRule, mesh: Mesh, dims: tuple[Dim, ...], factor_axes: tuple[Axes, ...]
) -> tuple[Axes, ...] | None:
    """The axes of each dim. A minor factor can be split only where all factors before it are split up."""
    layout: list[Axes] = []
    for dim in dims:
        axes: list[int] = []
        split_up = True
        for factor in dim:
            if factor_axes[factor] and not split_up:
                return None
            axes.extend(factor_axes[factor])
            split_up = split_up and mesh.size(factor_axes[factor]) == rule.factors[factor].size
        layout.append(tuple(axes))
    return tuple(layout)


_Partial = tuple[Axes, ReductionKind | None]


def _result_partial(
    rule: OpRule, result: int, factor_axes: tuple[Axes, ...], linear_axes: tuple[Axes, ...]
) -> _Partial | None:
    """A result's partial axes and their kind, or None if two kinds would meet."""
    kinds: dict[ReductionKind, list[int]] = {}
    for factor, axes in zip(rule.factors, factor_axes, strict=True):
        kind = factor.reductions[result] if factor.reductions else None
        if kind is not None and axes:
            kinds.setdefault(kind, []).extend(axes)
    passed = [axis for axes in linear_axes for axis in axes]
    if passed:
        kinds.setdefault(ReductionKind.SUM, []).extend(passed)
    if len(kinds) > 1:
        return None
    for kind, axes in kinds.items():
        return tuple(sorted(axes)), kind
    return (), None


def _operand_partial(
    rule: OpRule,
    operand: int,
    results: list[Sharding],
    factor_axes: tuple[Axes, ...],
    linear_axes: tuple[Axes, ...],
) -> _Partial | None:
    """An operand's partial axes: those of its linear sets, and, for an initial value, of the reduction it starts.

    An initial value must be counted once, so it is partial along the sharded reduction unless its kind is
    idempotent, where replicas do.
    """
    axes = {axis for group, passed in zip(rule.linear, linear_axes, strict=True) if operand in group for axis in passed}
    kind = ReductionKind.SUM if axes else None
    for result, accumulator in enumerate(rule.accumulators):
        if accumulator != operand:
            continue
        for factor, sharded in zip(rule.factors, factor_axes, strict=True):
            reduction = factor.reductions[result] if factor.reductions else None
            if reduction is None or not sharded or reduction.is_idempotent:
                continue
            if kind not in (None, reduction):
                return None
            kind = reduction
            axes.update(sharded)
    assert not axes or results
    return tuple(sorted(axes)), kind
