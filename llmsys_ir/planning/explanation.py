"""Why a plan is as it is: what each op costs, and what its best alternative would have cost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from llmsys_ir.planning.alternatives import Choice
from llmsys_ir.planning.baselines import Restriction
from llmsys_ir.planning.formulation import formulate
from llmsys_ir.planning.graph import SHARING, Step
from llmsys_ir.planning.options import Options, find_options
from llmsys_ir.planning.plan import Plan, step_seconds, use_paths
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.planning.tables import Tables
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.strategy import Strategy
from llmsys_ir.solver.problem import Problem


@dataclass(frozen=True)
class Alternative:
    """Another choice of a step, with all others as they are: what it would add to the plan, in seconds.

    `op` is the step's own part, `resharding` that of the values it reads and gives; `nbytes` is how much more its
    results hold on a device.
    """

    choice: str
    op: float
    resharding: float
    nbytes: int

    @property
    def seconds(self) -> float:
        """All that it would add."""
        return self.op + self.resharding


@dataclass(frozen=True)
class StepReport:
    """A step of a plan: its choice, seconds in it and in resharding what it reads, and its best alternative.

    Ops, and of what only passes, and the return, what costs something.
    """

    number: int
    name: str
    choice: str
    op: float
    resharding: float
    alternative: Alternative | None


@dataclass(frozen=True)
class ReshardingReport:
    """A resharding of a plan: what is done to a value, for which step, in seconds."""

    value: str
    user: str
    path: str
    seconds: float


@dataclass(frozen=True)
class Explanation:
    """A plan explained."""

    plan: Plan
    steps: tuple[StepReport, ...]
    reshardings: tuple[ReshardingReport, ...]


def explain(plan: Plan, pricing: Pricing, restriction: Restriction | None = None) -> Explanation:
    """What each op and resharding of a plan costs, and why nothing else was chosen.

    `pricing` and `restriction` are those that it was planned with.
    """
    options = find_options(plan.graph, pricing, restriction)
    problem = formulate(plan.graph, options, Tables(pricing), None)
    indices = _indices(plan, options)
    others = _neighbours(problem)
    first = len(plan.graph.arguments)
    spent = _resharding_of_steps(plan, pricing)
    reports: list[StepReport] = []
    for number, (step, choice) in enumerate(zip(plan.graph.steps, plan.choices.steps, strict=True)):
        if step.passes and number not in spent:
            continue
        node = first + number
        own = problem.nodes[node].costs.astype(np.float64)
        moved = np.zeros(own.size)
        for other, costs in others[node]:
            moved += np.diagonal(costs) if other == node else costs[:, indices[other]]
        alternative = _alternative(step, options.steps[number].choices, indices[node], own, moved, pricing)
        seconds = step_seconds(step, choice, pricing)
        moving = spent.get(number, 0.0)
        reports.append(StepReport(number, step.name, describe(step, choice), seconds, moving, alternative))
    end = len(plan.graph.steps)
    if end in spent:
        reports.append(StepReport(end, "return", "", 0.0, spent[end], None))
    return Explanation(plan, tuple(reports), tuple(_reshardings(plan, pricing)))


def describe(step: Step, choice: Choice) -> str:
    """A choice in words: the mesh axes of each factor of the op's rule, and along which axes sums stay partial."""
    if isinstance(choice, Sharding) or step.rule is None:
        return str(choice)
    pairs = zip(step.rule.factors, choice.factor_axes, strict=True)
    parts = [f"{factor.name} on {','.join(map(str, axes))}" for factor, axes in pairs if axes]
    passed = sorted({axis for axes in choice.linear_axes for axis in axes})
    if passed:
        parts.append(f"partial on {','.join(map(str, passed))}")
    return "; ".join(parts) or "replicated"


def _indices(plan: Plan, options: Options) -> list[int]:
    """The number of each choice among the options."""
    groups = (*options.arguments, *options.steps, *options.returns)
    chosen = (*plan.choices.arguments, *plan.choices.steps, *plan.choices.returns)
    return [group.choices.index(choice) for group, choice in zip(groups, chosen, strict=True)]


def _neighbours(problem: Problem) -> Mapping[int, list[tuple[int, np.ndarray]]]:
    """Per node the nodes it shares an edge with, and the costs, with the node's own strategies as rows."""
    found = defaultdict[int, list[tuple[int, np.ndarray]]](list)
    for edge in problem.edges:
        one, other = edge.nodes
        found[one].append((other, edge.costs))
        if one != other:
            found[other].append((one, edge.costs.T))
    return found


def _alternative(
    step: Step, choices: Sequence[Choice], chosen: int, own: np.ndarray, moved: np.ndarray, pricing: Pricing
) -> Alternative | None:
    """The other choice that would add the least."""
    total = own + moved
    total[chosen] = np.inf
    best = int(total.argmin())
    if not np.isfinite(total[best]):
        return None
    held = _held(step, choices[best], pricing) - _held(step, choices[chosen], pricing)
    op, resharding = (float(costs[best] - costs[chosen]) for costs in (own, moved))
    return Alternative(describe(step, choices[best]), op, resharding, held)


def _held(step: Step, choice: Choice, pricing: Pricing) -> int:
    if not isinstance(choice, Strategy) or step.signature is None:
        return 0
    pairs = zip(step.signature.results, choice.results, strict=True)
    return sum(pricing.local(spec, sharding).nbytes for spec, sharding in pairs)


def _resharding_of_steps(plan: Plan, pricing: Pricing) -> dict[int, float]:
    """Seconds in resharding what each step reads, of those that do; the return has the last number."""
    spent: dict[int, float] = defaultdict(float)
    for number, use, paths in use_paths(plan.graph, plan.choices, pricing):
        spent[number] += use.weight * sum(path.cost for path in paths)
    return {number: seconds for number, seconds in spent.items() if seconds > 0}


def _reshardings(plan: Plan, pricing: Pricing) -> Iterator[ReshardingReport]:
    """The reshardings that cost something, the dearest first."""
    found: list[ReshardingReport] = []
    steps = plan.graph.steps
    for number, use, paths in use_paths(plan.graph, plan.choices, pricing):
        seconds = use.weight * sum(path.cost for path in paths)
        if seconds > 0:
            user = "the return" if number == len(steps) else _user(steps[number])
            moves = (f"{move.kind} on {','.join(map(str, move.axes))}" for path in paths for move in path.moves)
            found.append(ReshardingReport(plan.graph.values[use.value].name, user, ", ".join(moves), seconds))
    yield from sorted(found, key=lambda report: -report.seconds)


def _user(step: Step) -> str:
    return "all its users" if step.name == SHARING else step.name
