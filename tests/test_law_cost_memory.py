"""Laws 2 and 3: a plan's cost is that of its SPMD program, and its memory covers what a run of it takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, note, target
from hypothesis import strategies as st
from programs import annotated, apply, examples, make_inputs, meshes, parse, run_on_devices
from random_programs import random_programs
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.runtime.programs import find_program
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass
from random_ops.core_cases import CASES, named_cases

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.mlir"))

FACTOR = 2.0
"""A plan's peak is at most this many times what a run takes."""


def planned(text: str, plan: Path, **options: Any) -> tuple[dict[str, Any], ModuleOp]:
    """The plan of a module's only function, and the partitioned module."""
    module = apply(parse(text), AutoShardPass(plan=str(plan), **options))
    (found,) = json.loads(plan.read_text()).values()
    return found, apply(module, SpmdPartitionPass())


def check(plan: dict[str, Any], module: ModuleOp) -> float:
    """Check both laws; gives the factor between the planned and the measured peak."""
    program = find_program(module)
    if program.mesh is None:
        return 1.0
    assert program.predicted_seconds() == pytest.approx(plan["seconds"], rel=1e-9, abs=1e-18)
    assert plan["compute_seconds"] + plan["communication_seconds"] == pytest.approx(plan["seconds"], rel=1e-9)
    finished, _ = run_on_devices(program, make_inputs(program.arguments), compressed=True)
    peak = plan["peak_bytes_per_device"]
    assert peak >= finished.peak_bytes
    factor = peak / finished.peak_bytes if finished.peak_bytes else 1.0
    assert factor <= FACTOR, f"{peak} bytes planned, {finished.peak_bytes} measured"
    return factor


@examples(120)
@given(program=random_programs(), mesh=meshes())
def test_random_programs(program: Any, mesh: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = f"mesh.mesh @mesh(shape = {mesh})\n{program.function()}"
    note(text)
    target(check(*planned(text, tmp_path_factory.getbasetemp() / "plan.json")))


@pytest.mark.parametrize("name", named_cases()[::4])
@examples(3)
@given(data=st.data())
def test_annotated_ops(name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    program = data.draw(CASES[name].flatmap(lambda case: annotated(case, max_axes=2)))
    note(program.text)
    check(*planned(program.text, tmp_path_factory.getbasetemp() / "plan.json"))


@pytest.mark.parametrize("mesh", ["4x2", "2x2x2"])
@pytest.mark.parametrize(
    "path", [path for path in EXAMPLES if path.stem in ("mlp", "attention")], ids=lambda path: path.stem
)
def test_examples(path: Path, mesh: str, tmp_path: Path) -> None:
    check(*planned(path.read_text(), tmp_path / "plan.json", mesh=mesh))
