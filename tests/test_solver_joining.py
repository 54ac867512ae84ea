"""Memory that two nodes need together: copies that follow from a pair of choices, against trying all choices."""

from __future__ import annotations

from functools import partial
from math import inf

import numpy as np
import pytest
from test_solver_bruteforce import brute_force, check

from llmsys_ir.solver import large
from llmsys_ir.solver import solve as solving
from llmsys_ir.solver.deadline import ENDLESS, Deadline
from llmsys_ir.solver.exact import solve_exact
from llmsys_ir.solver.graph import Contradiction, build_graph
from llmsys_ir.solver.joining import join
from llmsys_ir.solver.presolve import forbid, presolve
from llmsys_ir.solver.problem import Edge, Node, Problem


def with_copies(seed: int) -> Problem:
    """A few nodes, and copies between some of them, each with as many amounts as there are."""
    rng = np.random.default_rng(seed)
    count, scale = int(rng.integers(2, 5)), int(rng.choice([1, 10**9 + 7]))
    nodes = [Node(rng.random(3), rng.integers(0, 6, 3) * scale, (v, v + int(rng.integers(0, 4)))) for v in range(count)]
    edges: list[Edge] = []
    for _ in range(int(rng.integers(1, 4))):
        first, second = (int(v) for v in rng.choice(count, 2, replace=False))
        amounts = rng.integers(0, 4, (3, int(rng.integers(1, 4)))) * scale
        _add_copy(rng, nodes, edges, (first, second), amounts)
    return Problem(tuple(nodes), tuple(edges), int(rng.integers(2, 12)) * scale)


def _add_copy(
    rng: np.random.Generator, nodes: list[Node], edges: list[Edge], ends: tuple[int, int], amounts: np.ndarray
) -> None:
    wanted = rng.integers(0, amounts.shape[1], 3)
    pairs = sorted({(number, int(amount)) for number, column in enumerate(amounts.T) for amount in column})
    made = np.array([[float(rng.random()) if amounts[i, n] == a else inf for n, a in pairs] for i in range(3)])
    taken = np.array([[0.0 if wanted[j] == n else inf for n, _ in pairs] for j in range(3)])
    time = int(rng.integers(0, 5))
    edges += [Edge((ends[0], len(nodes)), made), Edge((ends[1], len(nodes)), taken)]
    nodes.append(Node(np.zeros(len(pairs)), np.array([amount for _, amount in pairs]), (time, time + 1)))


@pytest.mark.parametrize("first", range(0, 300, 20))
def test_all_of_it(first: int) -> None:
    for seed in range(first, first + 20):
        check(with_copies(seed))


@pytest.mark.parametrize("first", range(300, 500, 20))
def test_the_search_for_large_graphs(first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With copies joined and nothing else reduced before the search."""

    def reduce_later(graph: solving.Graph, deadline: Deadline) -> None:
        monkeypatch.setattr(solving, "presolve", presolve)
        join(graph, deadline)
        forbid(graph, graph.costs)

    for seed in range(first, first + 20):
        monkeypatch.setattr(solving, "_SMALL", -1)
        monkeypatch.setattr(solving, "presolve", reduce_later)
        monkeypatch.setattr(large, "search", partial(large.search, persistent=False))
        check(with_copies(seed))
        monkeypatch.undo()


@pytest.mark.parametrize("first", range(500, 600, 20))
def test_the_integer_program(first: int) -> None:
    for seed in range(first, first + 20):
        problem = with_copies(seed)
        graph = build_graph(problem)
        cost, _ = brute_force(problem)
        try:
            join(graph, ENDLESS)
            forbid(graph, graph.costs)
        except Contradiction:
            assert cost == inf
            continue
        result = solve_exact(graph, Deadline(30))
        assert (result.positions is None) == (cost == inf)
        if result.positions is not None:
            assert graph.value(result.positions) == pytest.approx(cost, rel=1e-7, abs=1e-9)
            assert (graph.loads(result.positions) <= graph.capacity).all()


def test_copies_are_joined() -> None:
    joined = [_joints_of(with_copies(seed)) for seed in range(40)]
    assert sum(joined) > 20


def _joints_of(problem: Problem) -> int:
    graph = build_graph(problem)
    join(graph, ENDLESS)
    return len(graph.each_joint)
