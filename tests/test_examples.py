"""Each example, planned for each mesh, partitioned, run and compared; every stage is text that mlir-opt-19 reads."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from filecheck_runner import Result, require_oracle, run_tool

from llmsys_ir.tools import llmsys_opt, llmsys_run

EXAMPLES = Path(__file__).parent.parent / "examples"
MESHES = ["2", "4", "8", "2x4", "4x8", "2x2x2"]
SMALL = {"1000": "16", "4096": "64", "8192": "32"}


def opt(text: str, *flags: str) -> str:
    """What `llmsys-opt` prints for a text, which it must accept."""
    result: Result = run_tool(llmsys_opt.main, flags, text)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def example(name: str) -> str:
    """An example's text; the document's with dims small enough to run."""
    text = (EXAMPLES / f"{name}.mlir").read_text(encoding="utf-8")
    if name != "document":
        return text
    return re.sub(r"x(\d+)(?=x)", lambda size: f"x{SMALL[size[1]]}", text)


@pytest.mark.parametrize("mesh", MESHES)
@pytest.mark.parametrize("name", ["document", "mlp", "attention"])
def test_sharded_example_computes_the_same(name: str, mesh: str, tmp_path: Path):
    reference = tmp_path / "reference.mlir"
    reference.write_text(example(name), encoding="utf-8")
    spmd = opt(example(name), f"--auto-shard=mesh={mesh}", "--spmd-partition")
    result = run_tool(llmsys_run.main, ["-", "--reference", str(reference), "--json", "-"], spmd)
    assert result.exit_code == 0, result.stderr
    summary = json.loads(result.stdout)
    assert summary["max_rel_error"] < 1e-4
    assert summary["predicted_seconds"] > 0


@pytest.mark.parametrize("flags", [[], ["--auto-shard=mesh=4x8"], ["--auto-shard=mesh=4x8", "--spmd-partition"]])
@pytest.mark.parametrize("name", ["document", "mlp", "attention"])
def test_mlir_opt_reads_every_stage(name: str, flags: list[str]):
    text = opt((EXAMPLES / f"{name}.mlir").read_text(encoding="utf-8"), *flags)
    oracle = require_oracle("mlir-opt-19")

    def canonical(source: str) -> str:
        return subprocess.run([oracle], input=source, text=True, capture_output=True, check=True).stdout

    assert canonical(opt(text)) == canonical(text)


@pytest.mark.parametrize("flags", [["jax_gpt.py"], ["jax_moe.py", "--partitioner", "llmsys", "--mesh", "2x4"]])
def test_jax_trains_on_eight_devices_as_on_one(flags: list[str]):
    environment = {name: value for name, value in os.environ.items() if name != "XLA_FLAGS"}
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / flags[0]), *flags[1:], "--steps", "6"],
        env=environment,
        text=True,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "as on one device: True" in done.stdout
    assert re.search(r"argument \d+, \[0\]\[0\]\['embedding'\]: ", done.stdout)
    before, after = map(float, re.findall(r"loss: (\S+) before the first step, (\S+) before the last", done.stdout)[0])
    assert after < before and re.search(r"\d+ ms a step on 8 devices, \d+ ms on one", done.stdout)
