"""Repeated layers as one: what such a graph says of a choice holds for the whole problem."""

from __future__ import annotations

from math import isfinite

import numpy as np
import pytest
from test_solver_bruteforce import brute_force, random_problem
from test_solver_large import everything_is_large

from llmsys_ir.solver import repetition
from llmsys_ir.solver.deadline import ENDLESS
from llmsys_ir.solver.evaluate import evaluate
from llmsys_ir.solver.graph import Contradiction, build_graph
from llmsys_ir.solver.joining import join
from llmsys_ir.solver.problem import Edge, Node, Problem
from llmsys_ir.solver.repetition import Repeated, repeated_once
from llmsys_ir.solver.solve import Status, solve


def repeated_problem(seed: int, layers: int, *, chained: bool) -> Problem:
    """Copies of a random problem, one after the other in time, of each its first node until the end.

    `chained` joins them by edges between the last and first nodes.
    """
    rng = np.random.default_rng(seed)
    layer = random_problem(rng, limited=True, integers=seed % 2 == 0)
    while len(layer.nodes) > 4:
        layer = random_problem(rng, limited=True, integers=seed % 2 == 0)
    count, length = len(layer.nodes), max(node.interval[1] for node in layer.nodes)
    nodes: list[Node] = []
    for number in range(layers):
        for node in layer.nodes:
            start, stop = (time + length * number for time in node.interval)
            nodes.append(
                Node(node.costs, node.usages, (start, stop if node is not layer.nodes[0] else length * layers))
            )
    edges = [
        Edge(tuple(node + count * number for node in edge.nodes), edge.costs)
        for number in range(layers)
        for edge in layer.edges
    ]
    if chained:
        link = rng.integers(0, 9, (nodes[count - 1].costs.size, nodes[0].costs.size))
        edges += [Edge((count * number - 1, count * number), link) for number in range(1, layers)]
    return Problem(tuple(nodes), tuple(edges), layer.usage_limit)


def once(problem: Problem, *, joined: bool) -> Repeated | None:
    graph = build_graph(problem)
    if joined:
        join(graph, ENDLESS)
    return repeated_once(graph, ENDLESS)


@pytest.mark.parametrize("seed", range(60))
def test_choices_cost_and_hold_the_same_in_the_whole_problem(seed: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(repetition, "_ROWS", 1000)
    problem = repeated_problem(seed, 80, chained=seed % 3 > 0)
    try:
        found = once(problem, joined=seed % 2 == 0)
    except Contradiction:
        return
    assert found is not None
    rng = np.random.default_rng(seed)
    for _ in range(10):
        positions = {node: int(rng.integers(costs.size)) for node, costs in found.graph.costs.items()}
        choice = found.graph.extended(found.graph.originals(positions))
        whole = evaluate(problem, [choice[node] for node in range(len(problem.nodes))])
        value = found.graph.value(positions)
        if isfinite(value):  # else it may be that the node of a larger edge does not agree with that edge's nodes
            assert value == pytest.approx(float(whole.cost), rel=1e-9, abs=1e-9)
            assert found.graph.loads(positions).max(initial=0) == whole.peak


def test_rows_are_sampled_and_prices_spread():
    nodes = tuple(Node(np.array([1.0, 2.0]), np.array([5, 3]), (time, time + 2)) for time in range(2000))
    found = once(Problem(nodes, (), 7), joined=False)
    assert found is not None
    assert 100 < found.graph.capacity.size < 600
    prices = found.spread(np.ones(found.graph.capacity.size))
    assert prices.size == build_graph(Problem(nodes, (), 7)).capacity.size
    assert prices.sum() == pytest.approx(found.graph.capacity.size)


def test_what_does_not_repeat_itself_is_left_alone():
    nodes = tuple(Node(np.array([1.0, number]), np.array([5, 3]), (0, 2)) for number in range(100))
    assert once(Problem(nodes, (), None), joined=False) is None


@pytest.mark.parametrize("seed", range(40))
def test_the_answer_is_not_restricted(seed: int, monkeypatch: pytest.MonkeyPatch):
    """Equal layers may have to choose differently: one limit for all of them, where not all can have what is cheap."""
    everything_is_large(monkeypatch)
    rng = np.random.default_rng(seed)
    layer = Node(rng.integers(1, 9, 3), rng.integers(0, 9, 3), (0, 1))
    problem = Problem((layer,) * 7, (), int(rng.integers(0, 7 * 9)))
    cost, _ = brute_force(problem)
    answer = solve(problem)
    assert answer.cost == cost
    assert answer.status is (Status.INFEASIBLE if cost == np.inf else Status.OPTIMAL)
