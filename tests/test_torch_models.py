"""A PyTorch transformer as torch-mlir lowers it, on simulated devices: PyTorch's own numbers, and laws 2 and 3.

The programs and numbers are recorded; `bench/torch_models.py` makes them anew, and runs all on more meshes.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from filecheck_runner import require_oracle, run_tool
from test_law_text import accepted, check_stable

from llmsys_ir.tools import llmsys_opt, llmsys_run
from models import measure, slow_devices
from torch_models import recorded_program
from torch_suite.recorded import CASES, Case

RUNS = [(case, "8") for case in CASES] + [(case, "2x4") for case in CASES if case.program == "forward"]

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@pytest.mark.parametrize(("case", "mesh"), RUNS, ids=lambda given: getattr(given, "name", given))
def test_numbers_costs_and_memory(case: Case, mesh: str) -> None:
    outcome = measure(recorded_program(case), mesh)
    assert not outcome.wrong
    assert outcome.error < 1e-5
    assert outcome.collectives, "nothing was sharded"
    assert not outcome.want_rules


@every_case
def test_text_is_stable(case: Case) -> None:
    check_stable(case.text())


def test_linalg_stays_text_that_mlir_opt_reads(tmp_path: Path) -> None:
    require_oracle("mlir-opt-19")
    case = Case("forward", "linalg")
    cluster, sharded = tmp_path / "cluster.toml", tmp_path / "sharded.mlir"
    cluster.write_text(slow_devices("2x4"), encoding="utf-8")
    flags = [str(case.path), f"--auto-shard=cluster={cluster}", "--spmd-partition", "-o", str(sharded)]
    assert run_tool(llmsys_opt.main, flags).exit_code == 0
    text = sharded.read_text(encoding="utf-8")
    assert accepted([text]) and "mesh.all_gather" in text


def test_the_tools_run_it(tmp_path: Path) -> None:
    """From the recorded text and inputs to PyTorch's logits, by the command line alone."""
    case = Case("forward", "tosa")
    sharded, outputs = tmp_path / "sharded.mlir", tmp_path / "outputs.npz"
    flags = [str(case.path), "--auto-shard=mesh=2x4", "--spmd-partition", "-o", str(sharded)]
    assert run_tool(llmsys_opt.main, flags).exit_code == 0
    flags = [str(sharded), "--reference", str(case.path), "--outputs", str(outputs), "--json", "-"]
    result = run_tool(llmsys_run.main, flags)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["max_rel_error"] < 1e-5
