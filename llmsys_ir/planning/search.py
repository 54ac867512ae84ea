"""The plan search: a graph's options as a solver problem, and the solver's answer as a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isinf

from llmsys_ir.planning.baselines import Restriction
from llmsys_ir.planning.formulation import formulate
from llmsys_ir.planning.graph import Graph
from llmsys_ir.planning.options import Options, find_options
from llmsys_ir.planning.plan import Choices, Holding, Plan, memory_of, priced
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.planning.tables import Tables
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.engines import DEFAULT_ENGINE, Engine
from llmsys_ir.solver.evaluate import evaluate
from llmsys_ir.solver.problem import Problem
from llmsys_ir.solver.solve import Solution, Status, least_peak, solve

_LEAST_SHARE = 0.5
"""Of the time, for the search with a limit, if that without one took more than the rest."""


class InfeasibleError(Exception):
    """No plan fits in memory.

    `least` is the smallest limit in bytes per device that some plan is known to keep, `words` say whether that is
    proven, `step` is the number of the step where it is reached (the number of steps stands for the return), and
    `holdings` what fills it there.
    """

    def __init__(self, limit: int, least: int, step: int, holdings: tuple[Holding, ...], *, is_proven: bool):
        self.words = "the least that would do" if is_proven else "the least found that would do"
        super().__init__(f"no plan fits in {limit} bytes per device; {self.words} is {least} bytes")
        self.limit = limit
        self.least = least
        self.step = step
        self.holdings = holdings


class NoPlanError(Exception):
    """The solver found no plan in the time it had."""


def find_plan(
    graph: Graph,
    pricing: Pricing,
    limit: int | None = None,
    time_limit: float = 60.0,
    gap: float = 1e-3,
    engine: Engine = DEFAULT_ENGINE,
    restriction: Restriction | None = None,
) -> Plan:
    """The cheapest plan whose bytes per device stay within `limit`; of a large graph one within `gap` of it.

    `engine` solves integer programs. A `restriction` leaves only some of the choices.

    Raises:
        InfeasibleError: no plan does.
        NoPlanError: none was found within `time_limit` seconds.
    """
    deadline = Deadline(time_limit)
    options, tables = find_options(graph, pricing, restriction), Tables(pricing)
    solution = solve(formulate(graph, options, tables, limit=None), time_limit=time_limit, gap=gap, engine=engine)
    plan = plan_of(graph, options, pricing, solution)
    if limit is None or plan.memory.peak <= limit:
        return plan
    problem = formulate(graph, options, tables, limit=limit)
    solution = solve(problem, time_limit=max(deadline.left, _LEAST_SHARE * time_limit), gap=gap, engine=engine)
    if solution.status is Status.INFEASIBLE:
        raise _infeasible(graph, options, pricing, problem, time_limit)
    return plan_of(graph, options, pricing, solution)


def problem_of(
    graph: Graph, pricing: Pricing, limit: int | None = None, restriction: Restriction | None = None
) -> Problem:
    """What a solver is asked for the plan within `limit`."""
    return formulate(graph, find_options(graph, pricing, restriction), Tables(pricing), limit)


def plan_of_choice(
    graph: Graph, pricing: Pricing, limit: int | None, choice: Sequence[int], restriction: Restriction | None = None
) -> Plan:
    """The plan that somebody's answer to `problem_of` stands for.

    Raises:
        ValueError: it does not choose a strategy for each node, or chooses what is forbidden or does not fit.
    """
    options = find_options(graph, pricing, restriction)
    problem = formulate(graph, options, Tables(pricing), limit)
    found = evaluate(problem, choice)
    if isinf(found.cost):
        raise ValueError("it chooses what an infinite cost forbids")
    if not found.feasible:
        raise ValueError(f"it needs {found.peak} bytes per device at time {found.peak_time}, and the limit is {limit}")
    solution = Solution(tuple(choice), found.cost, 0.0, Status.FEASIBLE, 0.0, None, found.peak_time)
    return plan_of(graph, options, pricing, solution)


def plan_of(graph: Graph, options: Options, pricing: Pricing, solution: Solution) -> Plan:
    """What a solver's answer plans.

    Raises:
        NoPlanError: it chose nothing.
    """
    if solution.choice is None:
        raise NoPlanError(
            f"the solver found no plan within its time limit ({solution.seconds:.1f} s); give it a longer time-limit"
        )
    plan = priced(graph, _choices(graph, options, solution.choice), pricing, str(solution.status))
    return replace(plan, lower_bound=solution.lower_bound, solver_seconds=solution.seconds)


def _choices(graph: Graph, options: Options, indices: Sequence[int]) -> Choices:
    """What a solver's answer chooses; the nodes of copies follow from the others."""
    groups = (*options.arguments, *options.steps, *options.returns)
    chosen = [group.choices[index] for group, index in zip(groups, indices[: len(groups)], strict=True)]
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
    peak = least.evaluation.peak
    is_proven = peak <= least.bound
    return InfeasibleError(problem.usage_limit, peak, memory.peak_step, memory.holdings, is_proven=is_proven)
