"""The plan search: a graph's options as a solver problem, and the solver's answer as a plan.

Each argument, step and result is a node, its options are the node's strategies, and each use is an edge that
costs the resharding from what the definition gives to what the user takes. Where a memory limit binds, each use
becomes a node of its own whose strategies say how much the copy holds, so that the limit counts copies exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from llmsys_ir.planning.graph import Graph, Step, Use
from llmsys_ir.planning.options import Options, find_options, wanted_sharding
from llmsys_ir.planning.plan import (
    Choices,
    Holding,
    Plan,
    communication_seconds,
    compute_seconds,
    copy_bytes,
    memory_of,
    step_seconds,
)
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.sharding.resharding import CostMatrix
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.solver.problem import Edge, Node, Problem
from llmsys_ir.solver.solve import Solution, Status, least_peak, solve


class InfeasibleError(Exception):
    """No plan fits in memory.

    `least` is the smallest limit in bytes per device that some plan keeps, `step` the number of the step where it
    is reached (the number of steps stands for the return), `holdings` what fills it there.
    """

    def __init__(self, limit: int, least: int, step: int, holdings: tuple[Holding, ...]):
        super().__init__(f"no plan fits in {limit} bytes per device; the least that would do is {least} bytes")
        self.limit = limit
        self.least = least
        self.step = step
        self.holdings = holdings


class NoPlanError(Exception):
    """The solver found no plan in the time it had."""


def find_plan(graph: Graph, pricing: Pricing, limit: int | None = None, time_limit: float = 60.0) -> Plan:
    """The cheapest plan whose bytes per device stay within `limit`.

    Raises:
        InfeasibleError: no plan does.
        NoPlanError: none was found within `time_limit` seconds.
    """
    options = find_options(graph, pricing)
    formulation = formulate(graph, options, pricing, limit=None)
    solution = solve(formulation.problem, time_limit=time_limit)
    plan = _read(graph, options, pricing, solution)
    if limit is None or plan.memory.peak <= limit:
        return plan
    formulation = formulate(graph, options, pricing, limit=limit)
    solution = solve(formulation.problem, time_limit=time_limit)
    if solution.status is Status.INFEASIBLE:
        raise _infeasible(graph, options, pricing, formulation.problem, time_limit)
    return _read(graph, options, pricing, solution)


@dataclass
class Formulation:
    """A problem under construction: nodes for arguments, steps and returns in this order, then copies."""

    nodes: list[Node] = field(default_factory=list[Node])
    edges: list[Edge] = field(default_factory=list[Edge])
    limit: int | None = None

    @property
    def problem(self) -> Problem:
        """The finished problem."""
        return Problem(tuple(self.nodes), tuple(self.edges), self.limit)


def formulate(graph: Graph, options: Options, pricing: Pricing, limit: int | None) -> Formulation:
    """The plan search as a problem; with a limit, copies count."""
    builder = _Builder(graph, options, pricing, limit)
    builder.add_nodes()
    builder.add_uses()
    return builder.formulation


class _Builder:
    def __init__(self, graph: Graph, options: Options, pricing: Pricing, limit: int | None):
        self.graph = graph
        self.options = options
        self.pricing = pricing
        self.formulation = Formulation(limit=limit)
        self.value_shardings = options.of_value(graph)
        self.definition: dict[int, int] = {}
        """The node that defines each value."""

    def add_nodes(self) -> None:
        graph, end = self.graph, len(self.graph.steps) + 1
        for value, choices in zip(graph.arguments, self.options.arguments, strict=True):
            self.definition[value] = len(self.formulation.nodes)
            self._add_node(np.zeros(len(choices)), [value], (0, end), graph.values[value].name)
        for number, step in enumerate(graph.steps):
            choices = self.options.steps[number]
            costs = np.array([step_seconds(step, choice, self.pricing) for choice in choices])
            stored = graph.stored(number)
            self.definition.update(dict.fromkeys(step.results, len(self.formulation.nodes)))
            first = min((interval[0] for _, interval in stored), default=number)
            last = max((interval[1] for _, interval in stored), default=number + 1)
            self._add_node(costs, [value for value, _ in stored], (first, last), step.name, len(choices))
        for number, choices in enumerate(self.options.returns):
            self._add_node(np.zeros(len(choices)), [], (end - 1, end), f"result {number}", len(choices))

    def add_uses(self) -> None:
        first_step = len(self.graph.arguments)
        first_return = first_step + len(self.graph.steps)
        for number, step in enumerate(self.graph.steps):
            for use in step.uses:
                wanted = [wanted_sharding(choice, use.operand) for choice in self.options.steps[number]]
                time = number if use.time is None else use.time
                self._add_use(use, time, first_step + number, wanted, step.name)
            if self.formulation.limit is not None and step.overheads is not None:
                self._add_overhead(step, number, first_step + number)
        for number, use in enumerate(self.graph.returns):
            wanted = list(self.options.returns[number])
            self._add_use(use, len(self.graph.steps), first_return + number, wanted, f"result {number}")

    def _add_node(
        self, costs: CostMatrix, values: Sequence[int], interval: tuple[int, int], name: str, count: int | None = None
    ) -> None:
        usages = np.zeros(count or len(costs), np.int64)
        for value in values:
            spec = self.graph.values[value].spec
            usages += [self.pricing.local(spec, sharding).nbytes for sharding in self.value_shardings[value]]
        self.formulation.nodes.append(Node(costs, usages, interval, name))

    def _add_use(self, use: Use, time: int, user: int, wanted: Sequence[Sharding], name: str) -> None:
        sources, source_rows = _classes(self.value_shardings[use.value])
        targets, target_columns = _classes(wanted)
        costs = use.weight * self._reshard_costs(use, sources, targets)
        producer = self.definition[use.value]
        if self.formulation.limit is None:
            matrix = costs[np.ix_(source_rows, target_columns)]
            self.formulation.edges.append(Edge((producer, user), matrix))
            return
        extras = np.array([[self._extra(use, source, target) for target in targets] for source in sources], np.int64)
        copies = sorted({(column, int(extra)) for column in range(len(targets)) for extra in extras[:, column]})
        copy_columns = [column for column, _ in copies]
        amounts = np.array([extra for _, extra in copies], np.int64)
        node = len(self.formulation.nodes)
        copy_name = f"copy of {self.graph.values[use.value].name} for {name}"
        self.formulation.nodes.append(Node(np.zeros(len(copies)), amounts, (time, time + 1), copy_name))
        made = np.where(extras[:, copy_columns] == amounts, costs[:, copy_columns], np.inf)
        taken = np.where(np.equal.outer(copy_columns, target_columns), 0.0, np.inf)
        self.formulation.edges.append(Edge((producer, node), made[source_rows]))
        self.formulation.edges.append(Edge((node, user), taken))

    def _add_overhead(self, step: Step, time: int, user: int) -> None:
        """Count what a local form holds while it runs."""
        held = [step.overhead(choice, self.pricing).nbytes for choice in self.options.steps[time]]
        amounts = np.unique(held)
        node = len(self.formulation.nodes)
        name = f"what {step.name} needs besides"
        self.formulation.nodes.append(Node(np.zeros(len(amounts)), amounts, (time, time + 1), name))
        self.formulation.edges.append(Edge((user, node), np.where(np.equal.outer(held, amounts), 0.0, np.inf)))

    def _reshard_costs(self, use: Use, sources: tuple[Sharding, ...], targets: tuple[Sharding, ...]) -> CostMatrix:
        spec = self.graph.values[use.value].spec
        if not use.pinned:
            return self.pricing.reshard_matrix(spec, sources, targets)
        stops = pairwise(use.pinned)
        between = sum(self.pricing.path(spec, *pair).cost for pair in stops)
        before = self.pricing.reshard_matrix(spec, sources, use.pinned[:1])
        after = self.pricing.reshard_matrix(spec, use.pinned[-1:], targets)
        return before + between + after

    def _extra(self, use: Use, source: Sharding, target: Sharding) -> int:
        spec = self.graph.values[use.value].spec
        stops = (source, *use.pinned, target)
        paths = [self.pricing.path(spec, *pair) for pair in pairwise(stops)]
        return copy_bytes(self.graph, use, paths, self.pricing)


def _classes(shardings: Sequence[Sharding]) -> tuple[tuple[Sharding, ...], list[int]]:
    """The distinct shardings, and for each given one its number among them."""
    numbers: dict[Sharding, int] = {}
    rows = [numbers.setdefault(sharding, len(numbers)) for sharding in shardings]
    return tuple(numbers), rows


def _read(graph: Graph, options: Options, pricing: Pricing, solution: Solution) -> Plan:
    if solution.choice is None:
        raise NoPlanError(
            f"the solver found no plan within its time limit ({solution.seconds:.1f} s); give it a longer time-limit"
        )
    choices = _choices(graph, options, solution.choice)
    return Plan(
        graph,
        choices,
        compute_seconds(graph, choices, pricing),
        communication_seconds(graph, choices, pricing),
        memory_of(graph, choices, pricing),
        str(solution.status),
        solution.lower_bound,
        solution.seconds,
    )


def _choices(graph: Graph, options: Options, indices: Sequence[int]) -> Choices:
    """What a solver's answer chooses; the nodes of copies follow from the others."""
    groups = (*options.arguments, *options.steps, *options.returns)
    chosen = [group[index] for group, index in zip(groups, indices[: len(groups)], strict=True)]
    first_step = len(graph.arguments)
    first_return = first_step + len(graph.steps)
    return Choices(
        tuple(choice for choice in chosen[:first_step] if isinstance(choice, Sharding)),
        tuple(chosen[first_step:first_return]),
        tuple(choice for choice in chosen[first_return:] if isinstance(choice, Sharding)),
    )


def _infeasible(
    graph: Graph, options: Options, pricing: Pricing, problem: Problem, time_limit: float
) -> InfeasibleError | NoPlanError:
    """What the plan of least peak holds, to say how far off the limit is."""
    assert problem.usage_limit is not None
    least = least_peak(problem, time_limit=time_limit)
    if least.choice is None or least.evaluation is None:
        return NoPlanError(
            f"no plan fits in {problem.usage_limit} bytes per device; at least {least.bound:.0f} bytes are needed"
        )
    memory = memory_of(graph, _choices(graph, options, least.choice), pricing)
    return InfeasibleError(problem.usage_limit, least.evaluation.peak, memory.peak_step, memory.holdings)
