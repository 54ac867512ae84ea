"""What can be chosen: the shardings of arguments and shared values, the strategies of ops."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from llmsys_ir.planning.alternatives import Alternatives, Choice, Layouts, unique
from llmsys_ir.planning.baselines import Restriction
from llmsys_ir.planning.graph import Graph, Step, Use
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.remembering import remembered
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.resharding import all_shardings
from llmsys_ir.sharding.rule import OpRule
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.strategy import AxisOrders


@dataclass(frozen=True)
class Options:
    """The choices of a graph.

    `steps[s]` lists the strategies of an op, or the shardings of what passes; `arguments` and `returns` list shardings.
    Those that are equal are the same object.
    """

    arguments: tuple[Alternatives, ...]
    steps: tuple[Alternatives, ...]
    returns: tuple[Alternatives, ...]

    def of_value(self, graph: Graph) -> tuple[Layouts, ...]:
        """Per value its sharding under each choice of what defines it."""
        layouts: dict[int, Layouts] = {}
        for value, choices in zip(graph.arguments, self.arguments, strict=True):
            layouts[value] = choices.given(0)
        for step, choices in zip(graph.steps, self.steps, strict=True):
            layouts.update((value, choices.given(number)) for number, value in enumerate(step.results))
        return tuple(layouts[value] for value in range(len(graph.values)))


def find_options(graph: Graph, pricing: Pricing, restriction: Restriction | None = None) -> Options:
    """Every choice that keeps the user's annotations, and the restriction if there is one."""
    return _Finder(graph, pricing, restriction).find()


class _Finder:
    def __init__(self, graph: Graph, pricing: Pricing, restriction: Restriction | None):
        self.graph = graph
        self.restriction = restriction
        self.pricing = pricing
        self.orders: AxisOrders = "all" if any(map(_is_reordered, _pins(graph))) else "ascending"
        self.users: list[list[tuple[int, Use]]] = [[] for _ in graph.values]
        for number, step in enumerate(graph.steps):
            for use in step.uses:
                self.users[use.value].append((number, use))

    def find(self) -> Options:
        graph = self.graph
        ops = {number: self._op(number, step) for number, step in enumerate(graph.steps) if not step.passes}
        steps: list[Alternatives] = []
        arguments = tuple(map(self._argument, range(len(graph.arguments))))
        given = {value: choices.given(0) for value, choices in zip(graph.arguments, arguments, strict=True)}
        for number, step in enumerate(graph.steps):
            choices = ops.get(number) or self._passing(number, step, given[step.uses[0].value], ops)
            steps.append(choices)
            given.update((value, choices.given(result)) for result, value in enumerate(step.results))
        returns = tuple(map(self._returned, graph.returns, graph.return_pins))
        return Options(arguments, tuple(steps), returns)

    @remembered
    def _same(self, choices: tuple[Choice, ...]) -> Alternatives:
        """The one object for these choices."""
        return Alternatives(choices)

    def _op(self, number: int, step: Step) -> Alternatives:
        """The op's strategies; only those that take pinned operands as they are pinned, where there are any."""
        assert step.rule is not None
        fitting = self._fitting(step.rule, tuple((use.operand, use.pinned[-1]) for use in step.uses if use.pinned))
        if self.restriction is None:
            return fitting
        return self._same(tuple(self.restriction.of_step(number, fitting.strategies)))

    @remembered
    def _fitting(self, rule: OpRule, pins: tuple[tuple[int, Sharding], ...]) -> Alternatives:
        every = self.pricing.strategies(rule, self.orders)
        fitting = tuple(
            strategy for strategy in every if all(strategy.operands[operand] == pin for operand, pin in pins)
        )
        return self._same(fitting or every)

    def _passing(self, number: int, step: Step, given: Layouts, ops: dict[int, Alternatives]) -> Alternatives:
        """For a value that passes, what its definition can give and what its users can take."""
        if step.pinned is not None and not step.pinned.open_dims:
            return self._same((step.pinned.sharding,))
        users = (user for result in step.results for user in self.users[result])
        wanted = unique(ops[user].wanted(use.operand) for user, use in users if user in ops)
        every = self._admitted(self.graph.values[step.results[0]].spec.shape, step.pinned, given, wanted)
        if self.restriction is None:
            return every
        return self._same(tuple(self.restriction.of_passing(number, every.shardings)))

    @remembered
    def _admitted(
        self, shape: tuple[int, ...], pinned: Demand | None, given: Layouts, wanted: tuple[Layouts, ...]
    ) -> Alternatives:
        of_users = (sharding for layouts in wanted for sharding in layouts.shardings)
        every = unique((*given.shardings, *of_users, *self._whole(shape)))
        return self._same(every if pinned is None else pinned.admitted(every))

    @remembered
    def _whole(self, shape: tuple[int, ...]) -> tuple[Sharding, ...]:
        """Every sharding of a value without partial axes."""
        every = all_shardings(shape, self.pricing.mesh)
        return tuple(sharding for sharding in every if self.orders == "all" or not _is_reordered(sharding))

    def _argument(self, number: int) -> Alternatives:
        every = self._pinned(self.graph.arguments[number], self.graph.argument_pins[number])
        if self.restriction is None:
            return every
        return self._same(tuple(self.restriction.of_argument(number, every.shardings)))

    def _pinned(self, value: int, pin: Demand | None) -> Alternatives:
        """The shardings of a value without partial axes that the user's annotation admits, itself perhaps partial."""
        whole = self._whole(self.graph.values[value].spec.shape)
        return self._same(whole if pin is None else pin.admitted(whole))

    def _returned(self, use: Use, pin: Demand | None) -> Alternatives:
        """A result keeps the user's annotation, a partial one too; otherwise it is never partial."""
        return self._same((use.pinned[-1],)) if use.pinned else self._pinned(use.value, pin)


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
