"""Which dims of a program belong together: those of values and the factors of ops, joined through the rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from xdsl.utils.disjoint_set import IntDisjointSet

from llmsys_ir.planning.graph import Graph, Step
from llmsys_ir.sharding.rule import Dim, OpRule

Class: TypeAlias = int
"""A set of dims and factors, as the number of one of them."""

_EQUAL = 1 - 1e-9
"""Amounts of computation that are this near to one another are equal."""


@dataclass(frozen=True)
class DimClasses:
    """The class of each dim of each value and of each factor of each step.

    A dim of several factors belongs with the outermost one, which is split first.
    """

    dims: tuple[tuple[Class, ...], ...]
    factors: tuple[tuple[Class, ...], ...]

    @classmethod
    def of(cls, graph: Graph) -> DimClasses:
        """The classes of a graph."""
        sets = IntDisjointSet(size=0)
        dims = [[sets.add() for _ in value.spec.shape] for value in graph.values]
        factors = [[sets.add() for _ in range(_factors(step))] for step in graph.steps]
        for step, of_step in zip(graph.steps, factors, strict=True):
            if step.rule is None:
                first, *others = chain((use.value for use in step.uses), step.results)
                for other in others:
                    for one, another in zip(dims[first], dims[other], strict=True):
                        sets.union(one, another)
                continue
            for value, of_value in _tensors(step, step.rule):
                for dim, made_of in zip(dims[value], of_value, strict=True):
                    outermost = next((factor for factor in made_of if step.rule.factors[factor].size > 1), None)
                    if outermost is not None:
                        sets.union(dim, of_step[outermost])
        return cls(*(tuple(tuple(sets[place] for place in places) for places in side) for side in (dims, factors)))

    def batch(self, graph: Graph) -> Class | None:
        """The class of most of the computation, of those that arguments have and that can be split; None without any.

        It is that of the products, where there are some. Of equal ones, it is the one that the fewest arguments have,
        and results that are like arguments: a model has more parameters, old and new, than inputs.
        """
        work: dict[Class, float] = defaultdict(float)
        for step, rule, of_step in self._computing(graph):
            split = (number for number, factor in enumerate(rule.factors) if factor.size > 1 and not factor.whole)
            for found in {of_step[number] for number in split}:
                work[found] += step.weight * rule.flops
        arguments = {self.dims[value] for value in graph.arguments}
        updated = [use.value for use in graph.returns if self.dims[use.value] in arguments]
        boundary = Counter(found for value in (*graph.arguments, *updated) for found in self.wide(graph, value))
        known = dict.fromkeys(found for value in graph.arguments for found in self.wide(graph, value))
        most = max((work[found] for found in known), default=0)
        return min((found for found in known if work[found] >= _EQUAL * most), key=boundary.__getitem__, default=None)

    def _computing(self, graph: Graph) -> list[tuple[Step, OpRule, tuple[Class, ...]]]:
        """The products with their rules and the classes of their factors; all ops where there are no products."""
        pairs = zip(graph.steps, self.factors, strict=True)
        ops = [(step, step.rule, of_step) for step, of_step in pairs if step.rule is not None]
        return [op for op in ops if is_product(op[1])] or ops

    def wide(self, graph: Graph, value: int) -> tuple[Class, ...]:
        """The classes of a value's dims of more than one element, each once."""
        sizes = zip(self.dims[value], graph.values[value].spec.shape, strict=True)
        return tuple(dict.fromkeys(found for found, size in sizes if size > 1))


def is_product(rule: OpRule) -> bool:
    """Whether an op sums over a factor that two of its operands have, as matrix products and convolutions do."""
    return any(
        factor.reductions and sum(any(number in dim for dim in dims) for dims in rule.operands) > 1
        for number, factor in enumerate(rule.factors)
    )


def _factors(step: Step) -> int:
    return 0 if step.rule is None else len(step.rule.factors)


def _tensors(step: Step, rule: OpRule) -> Iterator[tuple[int, tuple[Dim, ...]]]:
    """The values that a step reads and makes, with the factors of their dims."""
    yield from ((use.value, rule.operands[use.operand]) for use in step.uses)
    yield from zip(step.results, rule.results, strict=True)
