"""The plans that experts write by hand, as restrictions of the plan search: what remains is found by the solver.

What they say is about kinds of tensors and ops, which follow from the program alone: the *batch* is the class of dims
in which most of the computation lies; arguments that have it are inputs, others that ops of the batch read are
parameters, and the rest is the optimizer's state. Results that take the memory of donated arguments lie as these do.

- `data-parallel`: the batch is split, all else is whole on each device;
- `zero-1`: and the optimizer's state is split (S. Rajbhandari et al., "ZeRO", 2020): gradients are reduced to parts,
  and updated parameters gathered, which sends as much as data parallelism;
- `zero-2`: the same, as the order of the program says how long gradients are held, in which the two differ;
- `zero-3`: and parameters are split, and gathered where they are used: once where memory allows to keep them, or again
  for the backward pass, as in the paper;
- `megatron`: products with parameters are split by these, by columns or by rows, and nothing by batch or sequence
  (M. Shoeybi et al., "Megatron-LM", 2019);
- `2d`: `megatron` along the last mesh axis, `data-parallel` along the others;
- `shard-largest`: each op and argument is split along its largest dim (as in L. Zheng et al., "Alpa", 2022).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol, TypeAlias, TypeVar, get_args

from llmsys_ir.planning.classes import Class, DimClasses, is_product
from llmsys_ir.planning.graph import Graph, Step
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.rule import OpRule
from llmsys_ir.sharding.sharding import Axes, Sharding
from llmsys_ir.sharding.strategy import Strategy

T = TypeVar("T")

Baseline: TypeAlias = Literal["data-parallel", "zero-1", "zero-2", "zero-3", "megatron", "2d", "shard-largest"]
BASELINES: tuple[Baseline, ...] = get_args(Baseline)


class Restriction(Protocol):
    """What of all choices an expert would consider; never nothing."""

    def of_step(self, number: int, choices: Sequence[Strategy]) -> Sequence[Strategy]:
        """Of an op's strategies."""
        ...

    def of_passing(self, number: int, choices: Sequence[Sharding]) -> Sequence[Sharding]:
        """Of the shardings in which a step passes values on."""
        ...

    def of_argument(self, number: int, choices: Sequence[Sharding]) -> Sequence[Sharding]:
        """Of an argument's shardings."""
        ...


def baseline(name: Baseline, graph: Graph, mesh: Mesh) -> Restriction:
    """The restriction of this name.

    Raises:
        ValueError: the mesh has too few axes for it.
    """
    if name == "shard-largest":
        return _ShardLargest(graph, mesh)
    axes = frozenset(axis for axis in mesh.axes if mesh.shape[axis] > 1)
    last = frozenset(sorted(axes)[-1:])
    match name:
        case "megatron":
            return _Recipe(graph, mesh, tensor=axes)
        case "2d":
            if len(axes) < 2:
                raise ValueError(f"it needs a mesh with two axes of more than one device, got {mesh}")
            return _Recipe(graph, mesh, data=axes - last, tensor=last)
        case _:
            level = ("data-parallel", "zero-1", "zero-2", "zero-3").index(name)
            return _Recipe(graph, mesh, data=axes, zero=level)


@dataclass(frozen=True)
class _Recipe:
    """The batch is split along the `data` axes, and products with parameters along the `tensor` axes.

    Along the data axes, from level 1 of `zero` on the state is split, and gradients may be, at 3 parameters are.
    """

    graph: Graph
    mesh: Mesh
    data: frozenset[int] = frozenset()
    tensor: frozenset[int] = frozenset()
    zero: int = 0

    @cached_property
    def _classes(self) -> DimClasses:
        return DimClasses.of(self.graph)

    @cached_property
    def _batch(self) -> Class | None:
        return self._classes.batch(self.graph)

    @cached_property
    def _inputs(self) -> frozenset[int]:
        """The arguments that have the batch."""
        return frozenset(value for value in self.graph.arguments if self._has_batch(value))

    @cached_property
    def _parameters(self) -> frozenset[int]:
        """The values without the batch from which ops of the batch are computed."""
        found: set[int] = set()
        for number in reversed(range(len(self.graph.steps))):
            step = self.graph.steps[number]
            if self._batch in self._classes.factors[number] or not found.isdisjoint(step.results):
                found.update(use.value for use in step.uses if not self._has_batch(use.value))
        return frozenset(found)

    @cached_property
    def _features(self) -> frozenset[Class]:
        """The classes of dims that parameters have and inputs have not."""
        kept = (value for value in self.graph.arguments if value not in self._inputs)
        classes = {found for value in kept for found in self._classes.dims[value]}
        return frozenset(classes.difference(*(self._classes.dims[value] for value in self._inputs)))

    def _has_batch(self, value: int) -> bool:
        return self._batch in self._classes.dims[value]

    def of_step(self, number: int, choices: Sequence[Strategy]) -> Sequence[Strategy]:
        """Ops of the batch split it, and products their parameters; others split nothing where `zero` is 0."""
        step, classes = self.graph.steps[number], self._classes.factors[number]
        assert step.rule is not None
        if self._batch not in classes:
            return _largest(choices, lambda each: self.zero > 0 or self.data.isdisjoint(_axes(each.factor_axes)))
        of_batch = [factor for factor, found in enumerate(classes) if found == self._batch]
        others = [factor for factor in range(len(classes)) if factor not in of_batch]
        weights = self._weights(step, step.rule, classes)

        def is_allowed(strategy: Strategy) -> bool:
            return (
                self.tensor.isdisjoint(_axes(strategy.factor_axes[factor] for factor in of_batch))
                and self.data.isdisjoint(_axes(strategy.factor_axes[factor] for factor in others))
                and all(classes[factor] in self._features for factor in others if strategy.factor_axes[factor])
            )

        def split(strategy: Strategy) -> int:
            return self.mesh.size(_axes(strategy.factor_axes[factor] for factor in (*of_batch, *weights)))

        return _largest(choices, is_allowed, split)

    def _weights(self, step: Step, rule: OpRule, classes: Sequence[Class]) -> frozenset[int]:
        """The factors of a product's parameters that may be split."""
        if not is_product(rule):
            return frozenset()
        operands = (rule.operands[use.operand] for use in step.uses if use.value in self._parameters)
        factors = {factor for operand in operands for dim in operand for factor in dim}
        return frozenset(factor for factor in factors if classes[factor] in self._features)

    def of_passing(self, number: int, choices: Sequence[Sharding]) -> Sequence[Sharding]:  # noqa: ARG002
        """All: it is the ops and arguments that say."""
        return choices

    def of_argument(self, number: int, choices: Sequence[Sharding]) -> Sequence[Sharding]:
        """Inputs are split by the batch alone, parameters and state as the level of `zero` says."""
        value = self.graph.arguments[number]
        classes = self._classes.dims[value]
        if value in self._inputs:
            others = [dim for dim, found in enumerate(classes) if found != self._batch]
            return _largest(
                choices,
                lambda each: self.tensor.isdisjoint(each.split_axes) and not any(each.dims[dim] for dim in others),
                lambda each: self.mesh.size(each.split_axes),
            )
        if self.zero >= (3 if value in self._parameters else 1):
            return _largest(choices, size=lambda each: self.mesh.size(self.data.intersection(each.split_axes)))
        return _largest(choices, lambda each: self.data.isdisjoint(each.split_axes))


@dataclass(frozen=True)
class _ShardLargest:
    """Each op is split along its largest factor, each argument along its largest dim."""

    graph: Graph
    mesh: Mesh

    def of_step(self, number: int, choices: Sequence[Strategy]) -> Sequence[Strategy]:
        """All axes on the largest factor on which they can be."""
        rule = self.graph.steps[number].rule
        assert rule is not None
        return _on_one(choices, [factor.size for factor in rule.factors], self.mesh, lambda each: each.factor_axes)

    def of_passing(self, number: int, choices: Sequence[Sharding]) -> Sequence[Sharding]:  # noqa: ARG002
        """All: it is the ops that say."""
        return choices

    def of_argument(self, number: int, choices: Sequence[Sharding]) -> Sequence[Sharding]:
        """All axes on the largest dim on which they can be."""
        shape = self.graph.values[self.graph.arguments[number]].spec.shape
        return _on_one(choices, shape, self.mesh, lambda each: each.dims)


def _axes(groups: Iterable[Axes]) -> frozenset[int]:
    return frozenset(axis for axes in groups for axis in axes)


def _largest(
    choices: Sequence[T],
    is_allowed: Callable[[T], bool] = lambda _: True,
    size: Callable[[T], int] = lambda _: 0,
) -> Sequence[T]:
    """The allowed choices of the largest size; of all where none is allowed, as the user demands something else."""
    allowed = [choice for choice in choices if is_allowed(choice)] or choices
    most = max(map(size, allowed))
    return [choice for choice in allowed if size(choice) == most]


def _on_one(
    choices: Sequence[T], sizes: Sequence[int], mesh: Mesh, axes_of: Callable[[T], Sequence[Axes]]
) -> Sequence[T]:
    """The choices with the most devices along one of several places; of equal ones those along the largest place."""

    def rank(choice: T) -> tuple[int, int]:
        used = [(mesh.size(axes), size) for axes, size in zip(axes_of(choice), sizes, strict=True) if axes]
        return used[0] if len(used) == 1 else (1, 0)

    most = max(map(rank, choices))
    return [choice for choice in choices if rank(choice) == most]
