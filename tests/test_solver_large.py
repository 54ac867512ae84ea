"""The search for large graphs, on problems small enough to know the optimum from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import inf, isclose

import numpy as np
import pytest
from test_solver_bruteforce import brute_force, check, random_problem

from llmsys_ir.solver import large
from llmsys_ir.solver import solve as solving
from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.evaluate import evaluate
from llmsys_ir.solver.exact import solve_exact
from llmsys_ir.solver.graph import Contradiction, Graph, build_graph
from llmsys_ir.solver.incumbent import Incumbent
from llmsys_ir.solver.large import search
from llmsys_ir.solver.presolve import forbid, presolve
from llmsys_ir.solver.problem import Edge, Node, Problem
from llmsys_ir.solver.solve import Status, solve


def searched(problem: Problem, seed: int = 0) -> Incumbent:
    """What the search finds by itself, whatever the size, and without reductions before it."""
    incumbent = Incumbent(problem)
    graph = build_graph(problem)
    forbid(graph, graph.costs)
    search(graph, incumbent, Deadline(60), seed, small=-1, persistent=False)
    return incumbent


@pytest.mark.parametrize("limited", [False, True])
@pytest.mark.parametrize("first", range(0, 150, 10))
def test_choices_and_bounds_against_all_choices(first: int, limited: bool) -> None:
    for seed in range(first, first + 10):
        problem = random_problem(np.random.default_rng(40_000 + seed), limited=limited, integers=seed % 2 == 0)
        cost, _ = brute_force(problem)
        try:
            incumbent = searched(problem)
        except Contradiction:
            assert cost == inf or isclose(cost, _cost_at_contradiction(problem), rel_tol=1e-9)
            continue
        assert incumbent.bound <= cost or isclose(incumbent.bound, cost, rel_tol=1e-9, abs_tol=1e-15)
        if incumbent.choice is not None:
            assert evaluate(problem, incumbent.choice).feasible
            assert incumbent.cost >= cost or isclose(incumbent.cost, cost, rel_tol=1e-9)


def _cost_at_contradiction(problem: Problem) -> float:
    """A search that ends in a contradiction found the optimum, or there is none."""
    return solve(problem).cost


def everything_is_large(patch: pytest.MonkeyPatch) -> None:
    """Let all problems go through the whole search, with nothing but what is impossible dropped before it."""

    def reduce_later(graph: Graph, deadline: Deadline) -> None:
        patch.setattr(solving, "presolve", presolve)
        forbid(graph, graph.costs)

    patch.setattr(solving, "_SMALL", -1)
    patch.setattr(solving, "presolve", reduce_later)
    patch.setattr(large, "search", partial(search, persistent=False))


@pytest.mark.parametrize("first", range(0, 1600, 40))
def test_the_whole_search_against_all_choices(first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is pruned and reduced between rounds leaves the optimum, and what is infeasible is found so."""
    for seed in range(first, first + 40):
        rng = np.random.default_rng(50_000 + seed)
        problem = random_problem(rng, limited=seed % 2 == 0, integers=seed % 4 < 2, forbidden=[0.0, 0.1, 0.3][seed % 3])
        everything_is_large(monkeypatch)
        check(problem)


def huge(problem: Problem) -> Problem:
    """Usages that floats cannot tell apart."""
    times = 10**17 + 3
    nodes = [Node(node.costs, node.usages.astype(object) * times, node.interval) for node in problem.nodes]
    return Problem(tuple(nodes), problem.edges, (problem.usage_limit or 0) * times)


def with_costs(problem: Problem, change: Callable[[np.ndarray], np.ndarray]) -> Problem:
    """Other finite costs."""

    def changed(costs: np.ndarray) -> np.ndarray:
        return np.where(np.isinf(costs), inf, change(costs))

    nodes = tuple(Node(changed(node.costs), node.usages, node.interval) for node in problem.nodes)
    return Problem(nodes, tuple(Edge(edge.nodes, changed(edge.costs)) for edge in problem.edges), problem.usage_limit)


ODD: dict[str, Callable[[Problem], Problem]] = {
    "huge usages": huge,
    "no costs": lambda problem: with_costs(problem, lambda costs: np.zeros(costs.shape)),
    "one cost": lambda problem: with_costs(problem, lambda costs: np.full(costs.shape, 0.1)),
    "large costs that differ little": lambda problem: with_costs(problem, lambda costs: costs * 1e-9 + 1e6),
    "negative costs": lambda problem: with_costs(problem, lambda costs: costs - 5e-4),
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_numbers(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(100):
        rng = np.random.default_rng(90_000 + seed)
        problem = ODD[kind](random_problem(rng, limited=True, forbidden=[0.0, 0.2, 0.4][seed % 3]))
        everything_is_large(monkeypatch)
        check(problem)


def grid(seed: int, side: int, strategies: int, limited: bool) -> Problem:
    """Nodes in a square, each beside its neighbours, live for a while; half of what all would use at most fits."""
    rng = np.random.default_rng(seed)
    count = side * side
    intervals = [(int(start), int(start) + int(rng.integers(1, side))) for start in rng.integers(0, count, count)]
    nodes = tuple(
        Node(rng.random(strategies), np.sort(rng.integers(0, 1000, strategies))[::-1].copy(), interval)
        for interval in intervals
    )
    pairs = [(v, v + 1) for v in range(count) if (v + 1) % side] + [(v, v + side) for v in range(count - side)]
    away = np.abs(np.subtract.outer(np.arange(strategies), np.arange(strategies))) / strategies
    edges = tuple(Edge(pair, rng.random() * away) for pair in pairs)
    problem = Problem(nodes, edges)
    cheapest = evaluate(problem, [int(node.costs.argmin()) for node in nodes]).peak
    return Problem(nodes, edges, cheapest * 7 // 10) if limited else problem


def optimum(problem: Problem) -> float:
    """By an integer program of the whole problem."""
    graph: Graph = build_graph(problem)
    result = solve_exact(graph, Deadline(120), seed=0, reference=1.0)
    assert result.positions is not None
    return graph.value(result.positions)


@pytest.mark.parametrize("limited", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_grids_against_the_integer_program(seed: int, limited: bool) -> None:
    problem = grid(seed, 6, 4, limited)
    best = optimum(problem)
    incumbent = searched(problem)
    assert best * (1 - 1e-6) <= incumbent.cost <= 1.01 * best
    assert 0.95 * best <= incumbent.bound <= best * (1 + 1e-6)


@pytest.mark.parametrize("seed", range(3))
def test_chains_are_solved_by_messages_alone(seed: int) -> None:
    rng = np.random.default_rng(seed)
    nodes = tuple(Node(rng.random(5), np.zeros(5, np.int64), (0, 1)) for _ in range(200))
    edges = tuple(Edge((v, v + 1), rng.random((5, 5))) for v in range(199))
    incumbent = searched(Problem(nodes, edges))
    assert incumbent.optimal
    assert incumbent.cost == pytest.approx(solve(Problem(nodes, edges)).cost)


def test_large_problems_come_with_a_choice_and_a_bound() -> None:
    """Too large for the integer program as it is; tight enough that memory has a price."""
    problem = grid(0, 30, 10, limited=True)
    solution = solve(problem, time_limit=60, gap=0.02)
    assert solution.status in (Status.FEASIBLE, Status.OPTIMAL)
    assert solution.choice is not None
    assert evaluate(problem, solution.choice).feasible
    assert solution.cost - solution.lower_bound <= 0.02 * solution.cost
    again = solve(problem, time_limit=60, gap=0.02)
    assert (again.choice, again.lower_bound) == (solution.choice, solution.lower_bound)


def test_progress_is_told() -> None:
    told: list[tuple[float, float]] = []

    def tell(cost: float, bound: float) -> None:
        told.append((cost, bound))

    solution = solve(grid(1, 30, 10, limited=True), time_limit=60, gap=0.02, progress=tell)
    costs = [cost for cost, _ in told]
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] == solution.cost
    assert all(bound <= solution.cost for _, bound in told)
