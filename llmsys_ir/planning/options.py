"""What can be chosen: the shardings of arguments and shared values, the strategies of ops."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from llmsys_ir.planning.graph import Graph, Step, Use
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.resharding import all_shardings
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.strategy import AxisOrders, Strategy

T = TypeVar("T")


@dataclass(frozen=True)
class Options:
    """The choices of a graph.

    `steps[s]` lists the strategies of an op, or the shardings of what passes; `arguments` and `returns` list shardings.
    """

    arguments: tuple[tuple[Sharding, ...], ...]
    steps: tuple[tuple[Strategy, ...] | tuple[Sharding, ...], ...]
    returns: tuple[tuple[Sharding, ...], ...]

    def of_value(self, graph: Graph) -> tuple[tuple[Sharding, ...], ...]:
        """Per value its sharding under each choice of what defines it."""
        shardings: list[tuple[Sharding, ...]] = [()] * len(graph.values)
        for value, choices in zip(graph.arguments, self.arguments, strict=True):
            shardings[value] = choices
        for step, choices in zip(graph.steps, self.steps, strict=True):
            for number, value in enumerate(step.results):
                shardings[value] = tuple(result_sharding(choice, number) for choice in choices)
        return tuple(shardings)


def result_sharding(choice: Strategy | Sharding, result: int) -> Sharding:
    """The sharding of a step's result under a choice."""
    return choice.results[result] if isinstance(choice, Strategy) else choice


def wanted_sharding(choice: Strategy | Sharding, operand: int) -> Sharding:
    """The sharding in which a step takes an operand under a choice."""
    return choice.operands[operand] if isinstance(choice, Strategy) else choice


def find_options(graph: Graph, pricing: Pricing) -> Options:
    """Every choice that keeps the user's annotations."""
    return _Finder(graph, pricing).find()


class _Finder:
    def __init__(self, graph: Graph, pricing: Pricing):
        self.graph = graph
        self.pricing = pricing
        self.orders: AxisOrders = "all" if any(map(_is_reordered, _pins(graph))) else "ascending"
        self.users: list[list[tuple[int, Use]]] = [[] for _ in graph.values]
        for number, step in enumerate(graph.steps):
            for use in step.uses:
                self.users[use.value].append((number, use))

    def find(self) -> Options:
        graph = self.graph
        strategies = {number: self._strategies(step) for number, step in enumerate(graph.steps) if not step.passes}
        steps: list[tuple[Strategy, ...] | tuple[Sharding, ...]] = []
        arguments = tuple(
            self._pinned(value, pin) for value, pin in zip(graph.arguments, graph.argument_pins, strict=True)
        )
        given = dict(zip(graph.arguments, arguments, strict=True))
        for number, step in enumerate(graph.steps):
            choices = strategies.get(number) or self._passing(step, given[step.uses[0].value], strategies)
            steps.append(choices)
            for result, value in enumerate(step.results):
                given[value] = _unique(result_sharding(choice, result) for choice in choices)
        returns = tuple(map(self._returned, graph.returns, graph.return_pins))
        return Options(arguments, tuple(steps), returns)

    def _strategies(self, step: Step) -> tuple[Strategy, ...]:
        """The op's strategies; only those that take pinned operands as they are pinned, where there are any."""
        assert step.rule is not None
        every = self.pricing.strategies(step.rule, self.orders)
        pins = [(use.operand, use.pinned[-1]) for use in step.uses if use.pinned]
        fitting = tuple(
            strategy for strategy in every if all(strategy.operands[operand] == pin for operand, pin in pins)
        )
        return fitting or every

    def _passing(
        self, step: Step, given: tuple[Sharding, ...], strategies: dict[int, tuple[Strategy, ...]]
    ) -> tuple[Sharding, ...]:
        """For a value that passes, what its definition can give and what its users can take."""
        if step.pinned is not None and not step.pinned.open_dims:
            return (step.pinned.sharding,)
        wanted = [
            choice.operands[use.operand]
            for result in step.results
            for number, use in self.users[result]
            for choice in strategies.get(number, ())
        ]
        every = _unique((*given, *wanted, *self._whole(step.results[0])))
        return every if step.pinned is None else step.pinned.admitted(every)

    def _whole(self, value: int) -> tuple[Sharding, ...]:
        """Every sharding of a value without partial axes."""
        every = all_shardings(self.graph.values[value].spec.shape, self.pricing.mesh)
        return tuple(sharding for sharding in every if self.orders == "all" or not _is_reordered(sharding))

    def _pinned(self, value: int, pin: Demand | None) -> tuple[Sharding, ...]:
        """The shardings of a value without partial axes that the user's annotation admits, itself perhaps partial."""
        return self._whole(value) if pin is None else pin.admitted(self._whole(value))

    def _returned(self, use: Use, pin: Demand | None) -> tuple[Sharding, ...]:
        """A result keeps the user's annotation, a partial one too; otherwise it is never partial."""
        return (use.pinned[-1],) if use.pinned else self._pinned(use.value, pin)


def _pins(graph: Graph) -> Iterable[Sharding]:
    demands = (*graph.argument_pins, *graph.return_pins, *(step.pinned for step in graph.steps))
    yield from (demand.sharding for demand in demands if demand is not None)
    for step in graph.steps:
        for use in step.uses:
            yield from use.pinned
    for use in graph.returns:
        yield from use.pinned


def _is_reordered(sharding: Sharding) -> bool:
    return any(list(axes) != sorted(axes) for axes in sharding.dims)


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
