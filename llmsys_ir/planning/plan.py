"""A plan: one choice per argument, step and result, with its cost and its memory."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from llmsys_ir.planning.alternatives import Choice, result_sharding, wanted_sharding
from llmsys_ir.planning.graph import AskOverhead, Graph, Step, Use
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.sharding.resharding import Path
from llmsys_ir.sharding.rule import OpRule
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.signature import OpSignature
from llmsys_ir.sharding.strategy import Strategy


@dataclass(frozen=True)
class Choices:
    """What is chosen: a sharding per argument, result and value that passes, a strategy per op."""

    arguments: tuple[Sharding, ...]
    steps: tuple[Choice, ...]
    returns: tuple[Sharding, ...]

    def value_shardings(self, graph: Graph) -> tuple[Sharding, ...]:
        """The sharding that each value is defined with."""
        shardings: dict[int, Sharding] = dict(zip(graph.arguments, self.arguments, strict=True))
        for step, choice in zip(graph.steps, self.steps, strict=True):
            for number, value in enumerate(step.results):
                shardings[value] = result_sharding(choice, number)
        return tuple(shardings[value] for value in range(len(graph.values)))


@dataclass(frozen=True)
class Holding:
    """A tensor, or a copy made for one use, that fills memory at some point: its name and bytes per device."""

    name: str
    nbytes: int


@dataclass(frozen=True)
class Memory:
    """Bytes per device over the program: one entry per step and a last one for the return."""

    timeline: tuple[int, ...]
    holdings: tuple[Holding, ...]
    """What is held at the peak, largest first."""

    @property
    def peak(self) -> int:
        """The most bytes per device at any point."""
        return max(self.timeline)

    @property
    def peak_step(self) -> int:
        """The step at which the peak is reached; the number of steps stands for the return."""
        return self.timeline.index(self.peak)


@dataclass(frozen=True)
class Plan:
    """A choice for a whole function on a mesh, what it costs in seconds, and how good it is known to be.

    `lower_bound` is a cost in seconds that no plan goes below; `status` is the solver's.
    """

    graph: Graph
    choices: Choices
    compute_seconds: float
    communication_seconds: float
    memory: Memory
    status: str
    lower_bound: float = 0.0
    solver_seconds: float = 0.0

    @property
    def seconds(self) -> float:
        """The cost of the plan."""
        return self.compute_seconds + self.communication_seconds

    @property
    def gap(self) -> float:
        """How far the cost can be above the optimum, as a fraction of the cost."""
        return max(0.0, 1 - self.lower_bound / self.seconds) if self.seconds else 0.0


def use_paths(graph: Graph, choices: Choices, pricing: Pricing) -> list[tuple[int, Use, list[Path]]]:
    """Every use with its step (the number of steps for a return) and its reshardings, one per annotation passed."""
    shardings = choices.value_shardings(graph)
    uses = [
        (number, use, wanted_sharding(choice, use.operand))
        for number, (step, choice) in enumerate(zip(graph.steps, choices.steps, strict=True))
        for use in step.uses
    ]
    uses += [(len(graph.steps), use, wanted) for use, wanted in zip(graph.returns, choices.returns, strict=True)]
    found: list[tuple[int, Use, list[Path]]] = []
    for number, use, wanted in uses:
        stops = (shardings[use.value], *use.pinned, wanted)
        spec = graph.values[use.value].spec
        found.append((number, use, [pricing.path(spec, *pair) for pair in pairwise(stops)]))
    return found


def op_seconds(
    signature: OpSignature, rule: OpRule, overheads: AskOverhead | None, strategy: Strategy, pricing: Pricing
) -> float:
    """Seconds spent in an op and what its local form adds, each time that it runs."""
    added = 0.0 if overheads is None else overheads(strategy, pricing).seconds
    return pricing.op_seconds(signature, rule, strategy) + added


def step_seconds(step: Step, choice: Choice, pricing: Pricing) -> float:
    """Seconds spent in a step, all the times that it runs."""
    if step.signature is None or step.rule is None or not isinstance(choice, Strategy):
        return 0.0
    return step.weight * op_seconds(step.signature, step.rule, step.overheads, choice, pricing)


def compute_seconds(graph: Graph, choices: Choices, pricing: Pricing) -> float:
    """Seconds spent in ops."""
    return sum(step_seconds(*pair, pricing) for pair in zip(graph.steps, choices.steps, strict=True))


def communication_seconds(graph: Graph, choices: Choices, pricing: Pricing) -> float:
    """Seconds spent in collectives."""
    return sum(use.weight * path.cost for _, use, paths in use_paths(graph, choices, pricing) for path in paths)


def priced(graph: Graph, choices: Choices, pricing: Pricing, status: str = "feasible") -> Plan:
    """The plan of these choices; how good it is is not known."""
    return Plan(
        graph,
        choices,
        compute_seconds(graph, choices, pricing),
        communication_seconds(graph, choices, pricing),
        memory_of(graph, choices, pricing),
        status,
    )


def memory_of(graph: Graph, choices: Choices, pricing: Pricing) -> Memory:
    """Bytes per device over the program; `Graph` says when arguments, values and copies are held."""
    end = len(graph.steps) + 1
    shardings = choices.value_shardings(graph)
    held: list[tuple[Holding, int, int]] = []

    def hold(name: str, nbytes: int, first: int, last: int) -> None:
        if nbytes and first < last:
            held.append((Holding(name, nbytes), first, last))

    def hold_value(value: int, first: int, last: int) -> None:
        spec = graph.values[value].spec
        hold(graph.values[value].name, pricing.local(spec, shardings[value]).nbytes, first, last)

    for number, value in enumerate(graph.arguments):
        hold_value(value, *graph.argument_interval(number))
    for number, (step, choice) in enumerate(zip(graph.steps, choices.steps, strict=True)):
        for value, interval in graph.stored(number):
            hold_value(value, *interval)
        hold(f"what {step.name} needs besides", step.overhead(choice, pricing).nbytes, number, number + 1)
    for number, use, paths in use_paths(graph, choices, pricing):
        value = graph.values[use.value]
        extra = pricing.copy_bytes(value.spec, paths)
        hold(f"a resharded copy of {value.name}", extra, *graph.copy_interval(use.during(number)))
    changes = [0] * (end + 1)
    for holding, first, last in held:
        changes[first] += holding.nbytes
        changes[last] -= holding.nbytes
    timeline = tuple(accumulate(changes[:end]))
    peak = timeline.index(max(timeline))
    at_peak = [holding for holding, first, last in held if first <= peak < last]
    return Memory(timeline, tuple(sorted(at_peak, key=lambda holding: -holding.nbytes)))
