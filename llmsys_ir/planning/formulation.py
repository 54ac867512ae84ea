"""A graph's options as a solver problem.

Each argument, step and result is a node, its options are the node's strategies, and each use is an edge that costs the
resharding from what the definition gives to what the user takes. Where a memory limit binds, each use that may hold a
copy becomes a node of its own whose strategies say how much, so that the limit counts copies exactly.

Arrays are shared: nodes and edges that are alike have the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from llmsys_ir.planning.alternatives import Layouts
from llmsys_ir.planning.graph import Graph, Use
from llmsys_ir.planning.options import Options
from llmsys_ir.planning.tables import Bytes, Held, Resharding, Tables
from llmsys_ir.solver.problem import Edge, Node, Problem


def formulate(graph: Graph, options: Options, tables: Tables, limit: int | None) -> Problem:
    """The plan search as a problem; with a limit, copies count.

    The nodes are those of arguments, steps and returns in this order, then copies.
    """
    builder = _Builder(graph, options, tables, limit)
    builder.add_nodes()
    builder.add_uses()
    builder.add_donations()
    return Problem(tuple(builder.nodes), tuple(builder.edges), limit)


@dataclass
class _Builder:
    graph: Graph
    options: Options
    tables: Tables
    limit: int | None
    nodes: list[Node] = field(default_factory=list[Node])
    edges: list[Edge] = field(default_factory=list[Edge])

    def __post_init__(self) -> None:
        self.given = self.options.of_value(self.graph)
        self.definition = self._definitions()

    def _definitions(self) -> dict[int, int]:
        """The node that defines each value."""
        numbers = {value: number for number, value in enumerate(self.graph.arguments)}
        for number, step in enumerate(self.graph.steps, len(numbers)):
            numbers.update(dict.fromkeys(step.results, number))
        return numbers

    def add_nodes(self) -> None:
        graph, end = self.graph, len(self.graph.steps) + 1
        for number, (value, choices) in enumerate(zip(graph.arguments, self.options.arguments, strict=True)):
            costs, usages = self.tables.nothing(len(choices)), self._usages([value], len(choices))
            self.nodes.append(Node(costs, usages, graph.argument_interval(number), graph.values[value].name))
        for number, (step, choices) in enumerate(zip(graph.steps, self.options.steps, strict=True)):
            stored = graph.stored(number)
            first = min((interval[0] for _, interval in stored), default=number)
            last = max((interval[1] for _, interval in stored), default=number + 1)
            costs = self.tables.step(step, choices)
            usages = self._usages([value for value, _ in stored], len(choices))
            self.nodes.append(Node(costs, usages, (first, last), step.name))
        for number, choices in enumerate(self.options.returns):
            costs, usages = self.tables.nothing(len(choices)), self._usages([], len(choices))
            self.nodes.append(Node(costs, usages, (end - 1, end), f"result {number}"))

    def _usages(self, values: list[int], count: int) -> Bytes:
        return self.tables.stored(tuple((self.graph.values[value].spec, self.given[value]) for value in values), count)

    def add_uses(self) -> None:
        first_step = len(self.graph.arguments)
        first_return = first_step + len(self.graph.steps)
        for number, (step, choices) in enumerate(zip(self.graph.steps, self.options.steps, strict=True)):
            for use in step.uses:
                held = self.graph.copy_interval(use.during(number))
                self._add_use(use, held, first_step + number, choices.wanted(use.operand), step.name)
            held = None if self.limit is None else self.tables.overhead(step, choices)
            if held is not None:
                self._add_held(held, (number, number + 1), f"what {step.name} needs besides", (first_step + number,))
        for number, (use, choices) in enumerate(zip(self.graph.returns, self.options.returns, strict=True)):
            held = self.graph.copy_interval(len(self.graph.steps))
            self._add_use(use, held, first_return + number, choices.wanted(0), f"result {number}")

    def add_donations(self) -> None:
        """A result that takes an argument's memory lies as the argument does, if it can."""
        first_return = len(self.graph.arguments) + len(self.graph.steps)
        for argument, result in self.graph.donated.items():
            if result is not None:
                same = self.tables.same(self.options.arguments[argument], self.options.returns[result])
                if same is not None:
                    self.edges.append(Edge((argument, first_return + result), same))

    def _add_use(self, use: Use, interval: tuple[int, int], user: int, wanted: Layouts, name: str) -> None:
        value, producer = self.graph.values[use.value], self.definition[use.value]
        resharding = Resharding(value.spec, self.given[use.value], use.pinned, wanted, use.weight)
        held = None if self.limit is None else self.tables.copy(resharding)
        if held is None:
            self.edges.append(Edge((producer, user), self.tables.resharding(resharding)))
        else:
            self._add_held(held, interval, f"copy of {value.name} for {name}", (producer, user))

    def _add_held(self, held: Held, interval: tuple[int, int], name: str, neighbours: tuple[int, ...]) -> None:
        """Count what is held during some steps beside their operands and results."""
        edges = zip(neighbours, held.links, strict=True)
        self.edges += [Edge((neighbour, len(self.nodes)), link) for neighbour, link in edges]
        self.nodes.append(Node(held.costs, held.amounts, interval, name))
