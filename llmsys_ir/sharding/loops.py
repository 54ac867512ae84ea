"""What annotations of some operands and results of an op say about its factors, and those about all of them."""

from __future__ import annotations

from collections.abc import Sequence

from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.rule import Dim, OpRule
from llmsys_ir.sharding.sharding import Axes, Sharding
from llmsys_ir.sharding.strategy import layout_of

Annotations = Sequence[Sharding | None]
"""One entry per operand or result."""


def assign_loops(rule: OpRule, mesh: Mesh, operands: Annotations, results: Annotations) -> tuple[Axes, ...] | None:
    """The mesh axes of each factor of an op that these annotations ask for, or None if they contradict each other.

    A result's partial axes go to its first reduced factor, unless a reduced factor is sharded already.
    """
    loops: list[Axes] = [()] * len(rule.factors)
    partial: Axes = ()
    pairs = [*zip(results, rule.results, strict=True), *zip(operands, rule.operands, strict=True)]
    for sharding, dims in pairs:
        if sharding is not None and not _fill(rule, mesh, loops, sharding, dims):
            return None
    for sharding in results:
        if sharding is not None and sharding.partial:
            if partial:
                return None
            partial = sharding.partial
    reduced = [number for number, factor in enumerate(rule.factors) if any(factor.reductions)]
    if partial and not any(loops[number] for number in reduced):
        if not reduced or any(set(axes) & set(partial) for axes in loops):
            return None
        loops[reduced[0]] = partial
    return tuple(loops)


def _fill(rule: OpRule, mesh: Mesh, loops: list[Axes], sharding: Sharding, dims: Sequence[Dim]) -> bool:
    """Give the axes of each dim to its factor.

    A dim before the last sharded one may be asked to be whole; those after it ask for nothing.
    """
    for axes, dim in zip(sharding.trimmed, dims, strict=False):
        if not axes and any(loops[factor] for factor in dim):
            return False
        parts = _split_among_factors(rule, mesh, axes, dim)
        if parts is None:
            return False
        for factor, part in parts.items():
            others = (taken for number, taken in enumerate(loops) if number != factor)
            if loops[factor] not in ((), part) or any(set(part) & set(taken) for taken in others):
                return False
            loops[factor] = part
    return True


def _split_among_factors(rule: OpRule, mesh: Mesh, axes: Axes, dim: Dim) -> dict[int, Axes] | None:
    """The axes of a dim spread over its factors, from the major one on; None if they do not fit."""
    if len(dim) == 1:
        return None if axes and rule.factors[dim[0]].whole else {dim[0]: axes} if axes else {}
    parts: dict[int, Axes] = {}
    left = list(axes)
    for factor in dim:
        part: list[int] = []
        while left and rule.factors[factor].size % mesh.size([*part, left[0]]) == 0:
            part.append(left.pop(0))
        if part:
            parts[factor] = tuple(part)
        if rule.factors[factor].whole and part:
            return None
        if mesh.size(part) != rule.factors[factor].size:
            break
    return None if left else parts


def shardings_of(rule: OpRule, mesh: Mesh, loops: tuple[Axes, ...]) -> tuple[list[Sharding], list[Sharding]] | None:
    """The shardings of operands and results under these axes per factor, or None if some tensor cannot have them."""
    operands: list[Sharding] = []
    for dims in rule.operands:
        layout = layout_of(rule, mesh, dims, loops)
        if layout is None:
            return None
        operands.append(Sharding(layout))
    results: list[Sharding] = []
    for number, dims in enumerate(rule.results):
        layout = layout_of(rule, mesh, dims, loops)
        kinds = {
            factor.reductions[number]: None
            for factor, axes in zip(rule.factors, loops, strict=True)
            if axes and factor.reductions and factor.reductions[number] is not None
        }
        if layout is None or len(kinds) > 1:
            return None
        partial = [
            axis
            for factor, axes in zip(rule.factors, loops, strict=True)
            if factor.reductions and factor.reductions[number] is not None
            for axis in axes
        ]
        results.append(Sharding(layout, tuple(partial), next(iter(kinds), None)))
    return operands, results
