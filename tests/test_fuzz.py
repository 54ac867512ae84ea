"""bench/fuzz.py: random programs compute the same when they are partitioned; failures are made small."""

from __future__ import annotations

from dataclasses import replace

import pytest

import fuzz
from fuzzing.checking import FAILURES, GOOD, Kind, check
from fuzzing.generating import FuzzCase, generate
from fuzzing.program import Annotation, Statement, flattened
from fuzzing.shrinking import shrunk

CASES, BATCH = 200, 10
SECONDS = 120.0


@pytest.mark.parametrize("first", range(0, CASES, BATCH))
def test_random_programs(first: int) -> None:
    outcomes = [fuzz.attempt(fuzz.Task(0, number, SECONDS, shrink=True)) for number in range(first, first + BATCH)]
    for outcome in outcomes:
        assert outcome.verdict.kind not in FAILURES, f"{outcome.verdict.message}\n{outcome.smaller}"
    assert sum(outcome.verdict.kind in GOOD for outcome in outcomes) >= BATCH - 1


def test_what_programs_are_made_of() -> None:
    cases = [generate(f"0:{number}") for number in range(240)]
    statements = [statement for case in cases for statement in flattened(case.program.statements)]
    text = "\n".join(case.program.text for case in cases)
    assert sum(isinstance(statement, Annotation) for statement in statements) > 100
    assert all(f"{dialect}." in text for dialect in ("stablehlo", "tosa", "linalg", "tensor", "arith"))
    assert all(f"stablehlo.{name}" in text for name in ("while", "if", "case"))
    assert {case.program.mesh.rank for case in cases} == {1, 2, 3}
    assert max(sum(isinstance(s, Statement) for s in case.program.statements) for case in cases) >= 30


def test_the_same_seed_gives_the_same_case() -> None:
    assert generate("7:3").program.text == generate("7:3").program.text
    assert generate("7:3").program.text != generate("7:4").program.text


def _broken(case: FuzzCase) -> FuzzCase:
    """The case with one annotation that no mesh has the axes for."""
    done = False

    def change(statement: Annotation | Statement) -> Annotation | Statement:
        nonlocal done
        if done or not isinstance(statement, Annotation) or not statement.sharding.dims:
            return statement
        done = True
        dims = ((7,), *statement.sharding.dims[1:])
        return replace(statement, sharding=replace(statement.sharding, dims=dims))

    return replace(case, program=case.program.mapped(change))


def test_a_failure_is_made_small() -> None:
    cases = (generate(f"0:{number}") for number in range(60))
    case = next(case for case in cases if any(a.sharding.dims for a in case.program.annotations()))
    broken = _broken(case)
    assert check(broken, SECONDS).kind is Kind.REJECTED
    smallest = shrunk(broken, Kind.REJECTED, SECONDS)
    assert check(smallest, SECONDS).kind is Kind.REJECTED
    assert len(smallest.program.statements) <= 2
    assert smallest.program.mesh.num_devices == 1


def test_exit_code_and_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["--cases", "3", "--seed", "5"]) == 0
    assert "3 cases in" in capsys.readouterr().out


def test_one_case_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["--seed", "5", "--case", "1"]) == 0
    output = capsys.readouterr().out
    assert "mesh.shard" in output or "mesh.sharding" in output
    assert "// right" in output
