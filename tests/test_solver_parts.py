"""The solver's parts: evaluation, tables, reductions, marginals, pricing, and the integer program."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import pairwise
from math import inf
from typing import get_args

import numpy as np
import pytest

from llmsys_ir.solver.deadline import ENDLESS, Deadline
from llmsys_ir.solver.elimination import eliminate_all
from llmsys_ir.solver.engines import Engine
from llmsys_ir.solver.evaluate import Evaluation, evaluate
from llmsys_ir.solver.exact import solve_exact
from llmsys_ir.solver.flat import flatten
from llmsys_ir.solver.graph import Contradiction, Graph, build_graph
from llmsys_ir.solver.joining import join
from llmsys_ir.solver.marginals import min_marginals
from llmsys_ir.solver.memory import settle
from llmsys_ir.solver.presolve import forbid, presolve
from llmsys_ir.solver.pricing import MemoryPricing, priced_graph
from llmsys_ir.solver.problem import Edge, Node, Problem, ProblemFormatError
from llmsys_ir.solver.repetition import repeated_once
from llmsys_ir.solver.solve import Status, solve
from llmsys_ir.solver.tables import from_dense, min_plus, product
from tests.test_solver_bruteforce import all_choices, brute_force, random_problem


def node(costs: list[float], usages: list[int] | None = None, interval: tuple[int, int] = (0, 1)) -> Node:
    return Node(np.array(costs), np.array(usages or [0] * len(costs), dtype=np.int64), interval)


def chain(limit: int | None = None) -> Problem:
    """Solved by hand: (0, 0) costs 5 at peak 9; (1, 1) costs 6 at peak 5; (0, 1) costs 8 at peak 7."""
    nodes = (node([1, 2], [4, 2], (0, 2)), node([4, 3], [5, 3], (1, 3)))
    return Problem(nodes, (Edge((0, 1), np.array([[0.0, 4.0], [9.0, 1.0]])),), limit)


# ---------------------------------------------------------------------------------------------------- by hand


@pytest.mark.parametrize(
    ("limit", "choice", "cost"), [(None, (0, 0), 5), (9, (0, 0), 5), (8, (1, 1), 6), (5, (1, 1), 6)]
)
def test_chain(limit: int | None, choice: tuple[int, ...], cost: float):
    solution = solve(chain(limit))
    assert (solution.choice, solution.cost, solution.lower_bound) == (choice, cost, cost)
    assert (solution.status, solution.least_peak, solution.peak_time) == (Status.OPTIMAL, None, 1)


def test_chain_without_a_fitting_choice():
    solution = solve(chain(4))
    assert (solution.choice, solution.status) == (None, Status.INFEASIBLE)
    assert (solution.least_peak, solution.peak_time) == (5, 1)


def test_everything_forbidden():
    solution = solve(Problem((node([inf, 1e18]),), (), 5))
    assert (solution.status, solution.least_peak, solution.lower_bound) == (Status.INFEASIBLE, None, inf)


def test_no_nodes():
    assert solve(Problem((), ())).choice == ()
    assert solve(Problem((), (), 0)).status == Status.OPTIMAL


def test_negative_limit():
    assert solve(Problem((node([1.0]),), (), -1)).least_peak == 0


def test_costs_are_exact_where_they_are_integers():
    large = 2**55 + 1
    problem = Problem((Node(np.array([large]), np.array([1]), (0, 1)),) * 3, ())
    assert evaluate(problem, (0, 0, 0)).cost == 3 * large


def test_usages_beyond_64_bits():
    huge = 2**70
    usages = np.array([huge + 1, huge], dtype=object)
    pair = tuple(Node(np.array([0.0, 1.0]), usages, (0, 1)) for _ in range(2))
    assert solve(Problem(pair, (), 2 * huge + 1)).cost == 1.0
    assert solve(Problem(pair, (), 2 * huge - 1)).least_peak == 2 * huge


def test_tiny_costs_are_told_apart():
    rng = np.random.default_rng(0)
    nodes = tuple(node(list(1e-6 + 1e-12 * rng.random(4)), list(rng.integers(1, 50, 4)), (0, 1)) for _ in range(5))
    problem = Problem(nodes, (), 60)
    assert solve(problem).cost == pytest.approx(brute_force(problem)[0], rel=1e-12)


# ----------------------------------------------------------------------------------------------- behaviour of solve


def large_problem(seed: int = 0) -> Problem:
    """A dense graph, too wide to eliminate, with a limit that binds."""
    rng = np.random.default_rng(seed)
    nodes = tuple(node(list(rng.random(12)), list(rng.integers(1, 100, 12))) for _ in range(24))
    ends = [(a, b) for a in range(24) for b in range(a + 1, 24) if rng.random() < 0.5]
    return Problem(nodes, tuple(Edge(pair, rng.random((12, 12))) for pair in ends), 24 * 20)


def test_time_limit_is_kept_and_the_bound_is_valid():
    solution = solve(large_problem(), time_limit=2.0)
    assert solution.seconds < 10
    assert solution.lower_bound <= solution.cost
    assert solution.status in (Status.FEASIBLE, Status.UNKNOWN, Status.OPTIMAL)
    if solution.choice is not None:
        assert evaluate(large_problem(), solution.choice).feasible


def test_no_time_at_all():
    solution = solve(large_problem(), time_limit=0.0)
    assert (solution.status, solution.choice, solution.cost) == (Status.UNKNOWN, None, inf)


@pytest.mark.parametrize("seed", range(5))
def test_same_input_same_answer(seed: int):
    problem = random_problem(np.random.default_rng(seed), limited=True)
    first, second = solve(problem, seed=seed), solve(problem, seed=seed)
    assert (first.choice, first.cost, first.lower_bound) == (second.choice, second.cost, second.lower_bound)


def test_or_tools_is_not_imported_with_the_package():
    code = "import sys, llmsys_ir.solver.solve, llmsys_ir.tools.llmsys_solve; sys.exit('ortools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# ---------------------------------------------------------------------------------------------------- evaluate


def test_evaluate_peak_takes_the_first_time():
    problem = Problem((node([0], [3], (5, 7)), node([0], [3], (9, 12)), node([0], [8], (2, 2))), (), 3)
    assert evaluate(problem, (0, 0, 0)) == Evaluation(0, 3, 5, True)


def test_evaluate_ends_before_starts():
    problem = Problem((node([0], [3], (0, 4)), node([0], [3], (4, 6))), ())
    assert evaluate(problem, (0, 0)).peak == 3


@pytest.mark.parametrize("choice", [(0,), (0, 2), (-1, 0)])
def test_evaluate_refuses(choice: tuple[int, ...]):
    with pytest.raises(ValueError, match=r"expected 2 strategies|must be 0 to 1"):
        evaluate(chain(), choice)


@pytest.mark.parametrize(
    ("nodes", "edges", "message"),
    [
        ((node([]),), (), "node 0: costs must be a list of at least one number"),
        ((Node(np.zeros(2), np.zeros(1, int), (0, 1), "x"),), (), "node 0 'x': usages must be 2 numbers.*got 1"),
        ((Node(np.zeros(1), np.array([-1]), (0, 1)),), (), "usages must not be negative, got -1"),
        ((Node(np.zeros(1), np.zeros(1), (0, 1)),), (), "usages must be integers, got float64"),
        ((node([float("nan")]),), (), "costs must be numbers, got nan or -inf"),
        ((node([1]),), (Edge((0, 1), np.zeros((1, 1))),), "edge 0: node must be 0 to 0, got 1"),
        ((node([1]),), (Edge((), np.zeros(())),), "edge 0: expected at least one node"),
        ((node([1, 2]),), (Edge((0,), np.zeros(3)),), r"edge 0: costs must have shape \(2,\), got \(3,\)"),
    ],
)
def test_malformed_problems(nodes: tuple[Node, ...], edges: tuple[Edge, ...], message: str):
    with pytest.raises(ProblemFormatError, match=message):
        Problem(nodes, edges)


# ------------------------------------------------------------------------------------------------------- tables


def test_tables_merge_identical_rows_and_columns():
    values = np.random.default_rng(0).random((3, 2))[np.ix_([0, 1, 0, 2, 1], [1, 0, 0, 1])]
    table = from_dense(values)
    assert table.values.shape == (3, 2)
    assert (table.dense() == values).all()
    assert (table.transposed.dense() == values.T).all()
    assert (table.keep_rows(np.array([True, False, True, False, False])).dense() == values[[0, 2]]).all()
    assert (table.row(3) == values[3]).all()


def test_table_sum_and_product():
    rng = np.random.default_rng(1)
    first, second, third = rng.integers(0, 2, (4, 5)), rng.integers(0, 2, (4, 5)), rng.integers(0, 2, (3, 5))
    left, right, other = (from_dense(values.astype(np.float64)) for values in (first, second, third))
    assert ((left + right).dense() == first + second).all()
    assert (product(left, other).dense() == (first[:, None] + third).reshape(12, 5)).all()


@pytest.mark.parametrize("shape", [(1, 1, 1), (3, 4, 5), (9, 2, 3), (40, 60, 90)])
def test_min_plus(shape: tuple[int, int, int]):
    rng = np.random.default_rng(2)
    left, right = rng.random(shape[:2]), rng.random(shape[1:])
    assert (min_plus(left, right) == (left[:, :, None] + right).min(axis=1)).all()


# ---------------------------------------------------------------------------------------------- presolve and parts


def finish_by_trying_all(graph: Graph) -> dict[int, int] | None:
    """The best positions for what is left of a graph, in its own terms."""
    best: tuple[float, dict[int, int] | None] = (inf, None)
    counts = Problem(tuple(node([0.0] * costs.size) for costs in graph.costs.values()), ())
    for strategies in all_choices(counts):
        positions = dict(zip(graph.costs, strategies, strict=True))
        if (graph.loads(positions) <= graph.capacity).all() and graph.value(positions) < best[0]:
            best = (graph.value(positions), positions)
    return best[1]


@pytest.mark.parametrize("limited", [False, True])
@pytest.mark.parametrize("seed", range(60))
def test_presolve_and_undo_keep_the_optimum(seed: int, limited: bool):
    problem = random_problem(np.random.default_rng(30_000 + seed), limited=limited)
    cost, _ = brute_force(problem)
    try:
        graph = build_graph(problem)
        presolve(graph, Deadline(30))
    except Contradiction:
        assert cost == inf
        return
    positions = finish_by_trying_all(graph)
    if positions is None:
        assert cost == inf
        return
    full = graph.extended(graph.originals(positions))
    found = evaluate(problem, [full[index] for index in range(len(problem.nodes))])
    assert found.feasible
    assert found.cost == pytest.approx(cost, rel=1e-9, abs=1e-15)
    assert graph.value(positions) == pytest.approx(cost, rel=1e-9, abs=1e-15)


@pytest.mark.parametrize("seed", range(20))
def test_dense_graphs_are_eliminated_by_merging(seed: int):
    rng = np.random.default_rng(seed)
    nodes = tuple(node(list(rng.random(3))) for _ in range(6))
    ends = [(a, b) for a in range(6) for b in range(a)]
    problem = Problem(nodes, tuple(Edge(pair, rng.random((3, 3))) for pair in ends))
    graph = build_graph(problem)
    assert eliminate_all(graph, Deadline(30), merging=True)
    choice = graph.extended({})
    cost = evaluate(problem, [choice[index] for index in range(6)]).cost
    assert cost == pytest.approx(graph.constant)
    assert cost == pytest.approx(brute_force(problem)[0])


@pytest.mark.parametrize("seed", range(60))
def test_min_marginals(seed: int):
    problem = random_problem(np.random.default_rng(40_000 + seed), forbidden=0.2)
    graph = build_graph(problem)
    try:
        forbid(graph, list(graph.costs))
        kept = dict(graph.kept)
        if not eliminate_all(graph, Deadline(30)):
            return
    except Contradiction:
        return
    evaluations = {choice: evaluate(problem, choice).cost for choice in all_choices(problem)}
    marginals = min_marginals(graph)
    for index in range(len(problem.nodes)):
        for position, strategy in enumerate(kept[index]):
            least = min(cost for choice, cost in evaluations.items() if choice[index] == strategy)
            assert marginals[index][position] == pytest.approx(least, rel=1e-9, abs=1e-15)


@pytest.mark.parametrize("seed", range(40))
def test_pricing_bounds_and_pruning_keeps_the_optimum(seed: int):
    problem = random_problem(np.random.default_rng(50_000 + seed), limited=True, forbidden=0.05)
    cost, _ = brute_force(problem)
    graph = build_graph(problem)
    if cost == inf:
        return
    pricing = MemoryPricing(graph, Deadline(30))
    assert pricing.solve()
    tolerance = 1e-9 * abs(cost) + 1e-15
    assert pricing.bound <= cost + tolerance
    assert pricing.cost >= cost - tolerance
    pricing.prune(cost, Deadline(30))
    positions = finish_by_trying_all(graph)
    assert positions is not None
    assert graph.value(positions) == pytest.approx(cost, rel=1e-9, abs=1e-15)


def test_prices_add_up_over_the_rows_of_a_demand():
    graph = build_graph(Problem((node([1, 2], [3, 5], (0, 4)), node([0], [1], (1, 2)), node([0], [1], (2, 3))), (), 9))
    assert graph.capacity.size == 2
    assert priced_graph(graph, np.array([10.0, 100.0])).costs[0].tolist() == [331, 552]


@pytest.mark.parametrize("engine", get_args(Engine))
@pytest.mark.parametrize("seed", range(25))
def test_the_integer_program_alone(seed: int, engine: Engine):
    problem = random_problem(np.random.default_rng(60_000 + seed), limited=True)
    cost, _ = brute_force(problem)
    try:
        graph = build_graph(problem)
    except Contradiction:
        return
    for index in graph.costs:
        graph.costs[index] = np.where(np.isinf(graph.costs[index]), 1e3, graph.costs[index])
    result = solve_exact(graph, Deadline(30), engine=engine)
    if cost == inf:
        assert result.positions is None or graph.value(result.positions) >= 1e3
        return
    assert result.positions is not None
    assert graph.value(result.positions) == pytest.approx(cost, rel=1e-7, abs=1e-9)
    assert result.bound <= cost + 1e-9


def test_covers_exclude_what_tolerances_let_pass():
    """By one byte in 1e12 too much: invisible to HiGHS."""
    usages = [10**12 + 1, 10**12]
    problem = Problem(tuple(node([0.0, 1.0], usages, (0, 1)) for _ in range(3)), (), 3 * 10**12 + 1)
    graph = build_graph(problem)
    result = solve_exact(graph, Deadline(30))
    assert result.positions is not None
    assert graph.value(result.positions) == 2.0


def _joined(problem: Problem) -> Graph:
    graph = build_graph(problem)
    join(graph, ENDLESS)
    return graph


TIMED: Mapping[str, Callable[[Problem], object]] = {
    "build_graph": lambda problem: build_graph(problem, deadline=Deadline(0)),
    "join": lambda problem: join(build_graph(problem), Deadline(0)),
    "settle": lambda problem: settle(_joined(problem), Deadline(0)),
    "flatten": lambda problem: flatten(_joined(problem), Deadline(0)),
    "repeated_once": lambda problem: repeated_once(_joined(problem), Deadline(0)),
}


@pytest.mark.parametrize("part", TIMED)
def test_parts_end_with_the_time(part: str):
    nodes = tuple(node([1.0, 2.0], usages=[5, 3]) for _ in range(9))
    with pytest.raises(TimeoutError):
        TIMED[part](Problem(nodes, tuple(Edge(pair, np.eye(2)) for pair in pairwise(range(9))), 40))
