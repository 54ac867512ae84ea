"""The solver against trying all choices, on hundreds of small random problems."""

from __future__ import annotations

from itertools import product
from math import inf

import numpy as np
import pytest

from llmsys_ir.solver.evaluate import evaluate
from llmsys_ir.solver.problem import Edge, Node, Problem
from llmsys_ir.solver.solve import Solution, Status, least_peak, solve


def random_problem(
    rng: np.random.Generator, *, limited: bool = False, forbidden: float = 0.15, integers: bool = False
) -> Problem:
    """Up to 6 nodes of up to 4 strategies; edges of one to three nodes, repeated ones, and some within one node."""
    node_count = int(rng.integers(1, 7))
    nodes = tuple(_random_node(rng, index, forbidden, integers) for index in range(node_count))
    edges = tuple(_random_edge(rng, nodes, forbidden, integers) for _ in range(int(rng.integers(0, 2 * node_count))))
    problem = Problem(nodes, edges)
    return Problem(nodes, edges, _random_limit(rng, problem)) if limited else problem


def _random_costs(rng: np.random.Generator, shape: tuple[int, ...], forbidden: float, integers: bool) -> np.ndarray:
    coarse = bool(rng.random() < 0.5)
    values = rng.integers(0, 5 if coarse else 1000, shape)
    if integers:
        return np.where(rng.random(shape) < forbidden, 10**18, values)
    costs = values * 1e-5 if coarse else rng.random(shape) * 1e-3
    return np.where(rng.random(shape) < forbidden, inf, costs)


def _random_node(rng: np.random.Generator, index: int, forbidden: float, integers: bool) -> Node:
    count = int(rng.integers(1, 5))
    start = int(rng.integers(0, 6))
    scale = int(rng.choice([1, 1000, 12345, 10**9 + 7]))
    return Node(
        _random_costs(rng, (count,), forbidden / 2, integers),
        rng.integers(0, 8, count) * scale,
        (start, start + int(rng.integers(0, 5))),
        f"op{index}",
    )


def _random_edge(rng: np.random.Generator, nodes: tuple[Node, ...], forbidden: float, integers: bool) -> Edge:
    arity = int(rng.choice([1, 2, 2, 2, 2, 2, 2, 3]))
    ends = tuple(int(node) for node in rng.integers(0, len(nodes), arity))
    shape = tuple(nodes[node].costs.size for node in ends)
    costs = _random_costs(rng, shape, forbidden, integers)
    if rng.random() < 0.2 and arity == 2 and shape[0] == shape[1]:
        costs = np.where(np.eye(shape[0], dtype=bool), costs, 10**18 if integers else inf)
    return Edge(ends, costs)


def _random_limit(rng: np.random.Generator, problem: Problem) -> int:
    peaks = sorted({evaluate(problem, choice).peak for choice in all_choices(problem)})
    return peaks[int(rng.integers(0, max(1, (len(peaks) + 1) // 2)))] - int(rng.random() < 0.3)


def all_choices(problem: Problem) -> product[tuple[int, ...]]:
    return product(*(range(node.costs.size) for node in problem.nodes))


def brute_force(problem: Problem) -> tuple[float, float]:
    """The least cost of a choice that fits, and the least peak of an allowed one; infinite if there is none."""
    evaluations = [evaluate(problem, choice) for choice in all_choices(problem)]
    cost = min((e.cost for e in evaluations if e.feasible), default=inf)
    return cost, min((e.peak for e in evaluations if e.cost < inf), default=inf)


def check(problem: Problem) -> Solution:
    cost, peak = brute_force(problem)
    solution = solve(problem, time_limit=30)
    if cost == inf:
        assert (solution.status, solution.choice, solution.lower_bound) == (Status.INFEASIBLE, None, inf)
        assert solution.least_peak == (None if peak == inf else peak)
        return solution
    assert solution.status == Status.OPTIMAL
    assert solution.choice is not None
    found = evaluate(problem, solution.choice)
    assert found.feasible
    assert found.cost == solution.cost
    assert found.peak_time == solution.peak_time
    assert solution.cost == pytest.approx(cost, rel=1e-9, abs=1e-15)
    assert solution.lower_bound <= solution.cost
    return solution


@pytest.mark.parametrize("seed", range(150))
def test_without_limit(seed: int):
    rng = np.random.default_rng(seed)
    check(random_problem(rng, integers=seed % 3 == 0, forbidden=[0.0, 0.15, 0.4][seed % 3]))


@pytest.mark.parametrize("seed", range(250))
def test_with_limit(seed: int):
    rng = np.random.default_rng(10_000 + seed)
    check(random_problem(rng, limited=True, integers=seed % 4 == 0, forbidden=[0.0, 0.1, 0.3][seed % 3]))


@pytest.mark.parametrize("seed", range(60))
def test_least_peak(seed: int):
    problem = random_problem(np.random.default_rng(20_000 + seed), forbidden=0.3)
    _, peak = brute_force(problem)
    result = least_peak(problem, time_limit=30)
    assert result.bound == peak
    assert (result.evaluation.peak if result.evaluation else inf) == peak


@pytest.mark.parametrize("seed", range(150))
def test_layers_of_equal_edges(seed: int):
    """Equal edges share a table, from which each node then drops strategies of its own."""
    rng = np.random.default_rng(30_000 + seed)
    matrices = [_random_costs(rng, (4, 4), 0.2, False) for _ in range(2)]
    nodes = tuple(Node(_random_costs(rng, (4,), 0.4, False), rng.integers(0, 8, 4), (v, v + 2)) for v in range(5))
    ends = [(a, b) for a in range(5) for b in range(a + 1, 5) if b == a + 1 or rng.random() < 0.3]
    problem = Problem(nodes, tuple(Edge(pair, matrices[int(rng.integers(2))]) for pair in ends))
    check(Problem(nodes, problem.edges, _random_limit(rng, problem)))
