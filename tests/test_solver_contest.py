"""Problems as JSON, and the `llmsys-solve` tool."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from llmsys_ir.solver.contest import parse_problem, print_problem, read_problem, write_problem
from llmsys_ir.solver.evaluate import evaluate
from llmsys_ir.solver.problem import Problem, ProblemFormatError
from llmsys_ir.tools.llmsys_solve import main
from tests.test_solver_bruteforce import random_problem

SMALL = {
    "problem": {
        "name": "small",
        "nodes": {"intervals": [[0, 2], [1, 3]], "costs": [[1, 2], [4, 3]], "usages": [[4, 2], [5, 3]]},
        "edges": {"nodes": [[0, 1]], "costs": [[0, 4, 9, 1]]},
        "usage_limit": 8,
    }
}


def changed(path: str, value: object) -> str:
    """SMALL as text with one value replaced; a dotted path."""
    document: Any = json.loads(json.dumps(SMALL))
    place: Any = document
    *parents, last = path.split(".")
    for key in parents:
        place = place[int(key) if key.isdigit() else key]
    place[int(last) if last.isdigit() else last] = value
    return json.dumps(document)


def same(first: Problem, second: Problem) -> bool:
    return print_problem(first) == print_problem(second)


@pytest.mark.parametrize("integers", [False, True])
@pytest.mark.parametrize("seed", range(20))
def test_round_trip(seed: int, integers: bool, tmp_path: Path):
    problem = random_problem(np.random.default_rng(seed), limited=seed % 2 == 0, integers=integers)
    path = tmp_path / ("problem.json.gz" if seed % 3 else "problem.json")
    write_problem(problem, path)
    again = read_problem(path)
    assert same(problem, again)
    choice = [0] * len(problem.nodes)
    assert evaluate(again, choice) == evaluate(problem, choice)
    assert all((a.costs == b.costs).all() or not integers for a, b in zip(problem.nodes, again.nodes, strict=True))


def test_writing_is_stable(tmp_path: Path):
    for name in ("a.json.gz", "b.json.gz"):
        write_problem(parse_problem(json.dumps(SMALL)), tmp_path / name)
    assert (tmp_path / "a.json.gz").read_bytes() == (tmp_path / "b.json.gz").read_bytes()


def test_large_integers_stay_exact():
    usage, cost = 2**80 + 1, 2**53 + 1
    problem = parse_problem(changed("problem.nodes.usages.0", [usage, 2**63]))
    assert problem.nodes[0].usages.tolist() == [usage, 2**63]
    assert evaluate(parse_problem(changed("problem.nodes.costs.0", [cost, 0])), (0, 0)).cost == cost + 4


def test_integers_beyond_infinity_are_infinite():
    problem = parse_problem(changed("problem.nodes.costs.0", [10**18, 10**30]))
    assert evaluate(problem, (1, 0)).cost == float("inf")


def test_edges_and_limit_may_be_absent():
    document = json.loads(json.dumps(SMALL))
    del document["problem"]["edges"], document["problem"]["usage_limit"]
    problem = parse_problem(json.dumps(document))
    assert (problem.edges, problem.usage_limit) == ((), None)


MALFORMED = [
    ("", "not JSON"),
    ("[" * 100_000, "not JSON"),
    ("[1]", r"the document must be an object, got \[1\]"),
    ("{}", "the document must have a field 'problem', got none"),
    (changed("problem.nodes", 3), "'nodes' must be an object, got 3"),
    (changed("problem.nodes.costs", None), "'nodes.costs' must be a list, got null"),
    (changed("problem.nodes.costs.1", []), "node 1: costs must be a list of at least one number"),
    (changed("problem.nodes.costs.1", [1, "x"]), 'node 1: costs must be a number, got "x"'),
    (changed("problem.nodes.costs.0.0", float("nan")), "node 0: costs must be numbers, got nan"),
    (changed("problem.nodes.usages.1", [1]), "node 1: usages must be 2 numbers, one per strategy, got 1"),
    (changed("problem.nodes.usages.1", [1, 2.5]), "node 1: usages must be an integer, got 2.5"),
    (changed("problem.nodes.usages", [[1, 2]]), "'nodes.usages' must have 2 entries, got 1"),
    (changed("problem.nodes.intervals.0", [1]), "node 0: interval must have 2 entries, got 1"),
    (changed("problem.nodes.intervals.0", [True, 2]), "node 0: interval must be an integer, got true"),
    (changed("problem.edges.nodes.0", [0, 7]), "edge 0: node must be 0 to 1, got 7"),
    (changed("problem.edges.nodes.0", [0, 0.5]), "edge 0: nodes must be an integer, got 0.5"),
    (changed("problem.edges.costs.0", [1, 2, 3]), r"edge 0: costs must be 4 numbers, for shape \(2, 2\), got 3"),
    (changed("problem.edges.costs", []), "'edges.costs' must have 1 entries, got 0"),
    (changed("problem.usage_limit", "8"), 'usage_limit must be an integer, got "8"'),
]


@pytest.mark.parametrize(("text", "message"), MALFORMED)
def test_malformed_files(text: str, message: str):
    with pytest.raises(ProblemFormatError, match=message):
        parse_problem(text)


# ------------------------------------------------------------------------------------------------------ the tool


def problem_file(tmp_path: Path, text: str = json.dumps(SMALL)) -> str:
    path = tmp_path / "problem.json"
    path.write_text(text)
    return str(path)


def test_tool_prints_one_line_and_writes_the_choice(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    output = tmp_path / "solution.json"
    assert main([problem_file(tmp_path), "-o", str(output), "--seed", "3"]) == 0
    out, err = capfd.readouterr()
    summary = json.loads(out)
    assert err == ""
    assert list(summary) == ["cost", "lower_bound", "status", "seconds"]
    assert (summary["cost"], summary["lower_bound"], summary["status"]) == (6, 6, "optimal")
    assert json.loads(output.read_text()) == [1, 1]


def test_tool_reports_infeasible(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    output = tmp_path / "solution.json"
    assert main([problem_file(tmp_path, changed("problem.usage_limit", 4)), "-o", str(output)]) == 0
    summary = json.loads(capfd.readouterr().out)
    assert (summary["cost"], summary["lower_bound"], summary["status"]) == (None, None, "infeasible")
    assert summary["least_peak"] == 5
    assert not output.exists()


def check_error(arguments: list[str], message: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(message)
    assert err.count("\n") == 1


def test_tool_errors(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    check_error([str(tmp_path / "none.json")], f"{tmp_path}/none.json: error: no such file", capfd)
    check_error([str(tmp_path)], f"{tmp_path}: error: is a directory", capfd)
    path = problem_file(tmp_path, "{")
    check_error([path], f"{path}: error: not JSON", capfd)
    Path(path).write_bytes(b"\xff\xfe\x00")
    check_error([path], f"{path}: error: not UTF-8 text", capfd)
    check_error([problem_file(tmp_path), "-o", str(tmp_path / "no" / "x")], f"{tmp_path}/no/x: error: no such", capfd)


@pytest.mark.parametrize("cut", [5, 30, -4])
def test_tool_refuses_broken_gzip(cut: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    path = tmp_path / "problem.json.gz"
    path.write_bytes(gzip.compress(json.dumps(SMALL).encode())[:cut])
    check_error([str(path)], f"{path}: error: not a gzip file, or a broken one", capfd)


def test_tool_refuses_text_called_gzip(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    path = tmp_path / "problem.json.gz"
    path.write_text(json.dumps(SMALL))
    check_error([str(path)], f"{path}: error: not a gzip file", capfd)


@pytest.mark.parametrize("limit", ["0", "-1", "nan", "inf", "x"])
def test_tool_refuses_time_limits(limit: str, tmp_path: Path):
    with pytest.raises(SystemExit):
        main([problem_file(tmp_path), "--time-limit", limit])
