"""`--auto-shard`'s problem by another solver, and its answer back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from llmsys_ir.planning import search
from llmsys_ir.solver.contest import read_problem
from llmsys_ir.solver.evaluate import evaluate
from llmsys_ir.solver.solve import least_peak
from llmsys_ir.tools import llmsys_opt, llmsys_solve

PROGRAM = """
func.func @main(%x: tensor<512x256xf32>, %w: tensor<256x1024xf32>, %v: tensor<1024x256xf32>) -> tensor<512x256xf32> {
  %0 = stablehlo.dot_general %x, %w, contracting_dims = [1] x [0] : (tensor<512x256xf32>, tensor<256x1024xf32>)
    -> tensor<512x1024xf32>
  %1 = stablehlo.tanh %0 : tensor<512x1024xf32>
  %2 = stablehlo.dot_general %1, %v, contracting_dims = [1] x [0] : (tensor<512x1024xf32>, tensor<1024x256xf32>)
    -> tensor<512x256xf32>
  return %2 : tensor<512x256xf32>
}
"""


def opt(options: str, text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    path = folder / "input.mlir"
    path.write_text(text)
    code = llmsys_opt.main([str(path), f"--auto-shard={options}"])
    output, errors = capsys.readouterr()
    return code, output, errors


@pytest.mark.parametrize("memory", ["", " memory=1500KiB"])
def test_there_and_back(memory: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problem, solution, plan = tmp_path / "problem.json.gz", tmp_path / "solution.json", tmp_path / "plan.json"
    code, direct, _ = opt(f"mesh=2x4 problem={problem} plan={plan}{memory}", PROGRAM, tmp_path, capsys)
    assert code == 0
    assert llmsys_solve.main([str(problem), "-o", str(solution)]) == 0
    capsys.readouterr()
    planned = json.loads(plan.read_text())["main"]
    choice = json.loads(solution.read_text())
    assert evaluate(read_problem(problem), choice).cost == pytest.approx(planned["seconds"])
    code, taken, _ = opt(f"mesh=2x4 solution={solution} plan={plan}{memory}", PROGRAM, tmp_path, capsys)
    assert code == 0
    assert json.loads(plan.read_text())["main"]["seconds"] == pytest.approx(planned["seconds"])
    assert taken.count("mesh.shard") == direct.count("mesh.shard")


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("[0, 1]", "expected 7 strategies, one per node, got 2"),
        ("{}", "the solution must be a list, got {}"),
        ("[0", "not JSON"),
        ("[1000" + ", 0" * 6 + "]", "node 0: strategy must be 0 to"),
    ],
)
def test_answers_that_cannot_be_taken(
    answer: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    solution = tmp_path / "solution.json"
    solution.write_text(answer)
    code, _, errors = opt(f"mesh=2x4 solution={solution}", PROGRAM, tmp_path, capsys)
    assert code == 1
    assert f"cannot take the solution from '{solution}': " in errors
    assert message in errors


def test_options_that_make_no_sense(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "nowhere" / "problem.json"
    code, _, errors = opt(f"mesh=2x4 problem={missing}", PROGRAM, tmp_path, capsys)
    assert code == 1
    assert f"cannot write the problem to '{missing}': No such file or directory" in errors
    code, _, errors = opt("mesh=2x4 gap=-1", PROGRAM, tmp_path, capsys)
    assert code == 1
    assert "option 'gap': expected a number of at least 0, got -1" in errors
    two = PROGRAM + PROGRAM.replace("@main", "@other")
    code, _, errors = opt(f"mesh=2x4 problem={tmp_path / 'p.json'}", two, tmp_path, capsys)
    assert code == 1
    assert "need a module with one function to shard, got 2" in errors


@pytest.mark.parametrize("engine", ["highs", "scip", "cp-sat"])
def test_every_solver_of_integer_programs(engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, problem = tmp_path / "plan.json", tmp_path / "problem.json"
    options = f"mesh=2x4 memory=1500KiB plan={plan} problem={problem}"
    assert opt(options, PROGRAM, tmp_path, capsys)[0] == 0
    best = json.loads(plan.read_text())["main"]["seconds"]
    assert opt(f"{options} solver={engine}", PROGRAM, tmp_path, capsys)[0] == 0
    assert json.loads(plan.read_text())["main"]["seconds"] == pytest.approx(best)
    assert llmsys_solve.main([str(problem), "--solver", engine]) == 0
    assert json.loads(capsys.readouterr().out)["cost"] == pytest.approx(best)


def test_a_solver_that_there_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, errors = opt("mesh=2x4 solver=abacus", PROGRAM, tmp_path, capsys)
    assert code == 1
    assert "abacus" in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("share", "words"), [(1, "the least that would do is"), (0.5, "the least found that would do is")]
)
def test_what_is_not_proven_is_not_said(
    share: float, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where time ends before the least peak is proven, some plan of less may fit."""

    def short(problem: Any, **options: Any) -> Any:
        found = least_peak(problem, **options)
        return replace(found, bound=share * found.bound)

    monkeypatch.setattr(search, "least_peak", short)
    code, _, errors = opt("mesh=2x4 memory=1KiB", PROGRAM, tmp_path, capsys)
    assert code == 1 and f"no plan fits in 1.00 KiB per device; {words} " in errors
