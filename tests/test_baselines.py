"""The experts' plans: what they send is what their papers say, their results are right, and none beats the ILP."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jax
import numpy as np
import pytest
from programs import apply, parse

from llmsys_ir.planning.baselines import BASELINES
from llmsys_ir.runtime.programs import Outcome, find_program, run_program
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass
from model_suite import MODELS, SMALL
from model_suite.program import Program

DEVICES = 4


def planned(program: Program, folder: Path, mesh: str, strategy: Any, **options: Any) -> tuple[dict[str, Any], Outcome]:
    """A model's plan, and what a run of it gives."""
    path = folder / "plan.json"
    module = parse(program.stablehlo())
    apply(module, AutoShardPass(mesh=mesh, plan=str(path), strategy=strategy, **options), SpmdPartitionPass())
    (plan,) = json.loads(path.read_text()).values()
    return plan, run_program(find_program(module), program.inputs(seed=0))


def traffic(outcome: Outcome) -> dict[str, int]:
    return {kind: of_kind.nbytes for kind, of_kind in outcome.collectives.items() if of_kind.nbytes}


def parameter_bytes(program: Program) -> int:
    """Of the first argument, which holds the parameters."""
    return sum(leaf.size * leaf.dtype.itemsize for leaf in jax.tree.leaves(program.arguments[0]))


@pytest.mark.parametrize("name", ["mlp-adam", "llama-sgd"])
def test_what_is_sent_is_what_the_papers_say(name: str, tmp_path: Path) -> None:
    """Rings of n devices send 2 (n-1)/n of what they reduce, and (n-1)/n of what they scatter or gather.

    ZeRO sends as much as data parallelism; its third level as much again as a half where it gathers parameters twice,
    which nothing asks for while there is memory.
    """
    program = MODELS[name].build()
    ring = parameter_bytes(program) * (DEVICES - 1) // DEVICES
    loss = 2 * 4 * (DEVICES - 1) // DEVICES
    expected = {
        "data-parallel": {"all_reduce": 2 * ring + loss},
        "zero-1": {"all_reduce": loss, "reduce_scatter": ring, "all_gather": ring},
        "zero-2": {"all_reduce": loss, "reduce_scatter": ring, "all_gather": ring},
        "zero-3": {"all_reduce": loss, "reduce_scatter": ring, "all_gather": ring},
    }
    found = {strategy: traffic(planned(program, tmp_path, str(DEVICES), strategy)[1]) for strategy in expected}
    assert found == expected


def test_what_is_held(tmp_path: Path) -> None:
    """Adam's state is twice the parameters: the data-parallel plan holds all three whole, each level of ZeRO less."""
    program = MODELS["mlp-adam"].build()
    whole = parameter_bytes(program)
    held: dict[str, float] = {}
    for strategy in ("data-parallel", "zero-1", "zero-2", "zero-3", "megatron"):
        plan, _ = planned(program, tmp_path, str(DEVICES), strategy)
        split = [any(argument["split_axes"]) for argument in plan["arguments"]]
        held[strategy] = plan["peak_bytes_per_device"] / whole
        assert any(split)
    assert held["data-parallel"] > 3
    assert held["zero-3"] < held["zero-2"] < held["data-parallel"] / 2
    assert held["megatron"] < held["data-parallel"] / 3


def test_megatron_sends_activations_four_times_a_layer(tmp_path: Path) -> None:
    """Twice forward and twice backward, each time an all-reduce or what sends as much, and some for the embeddings."""
    program = MODELS["gpt-f32-adam"].build()
    _, outcome = planned(program, tmp_path, str(DEVICES), "megatron")
    activations = 4 * SMALL.batch * SMALL.sequence * SMALL.width
    all_reduces = sum(traffic(outcome).values()) / (2 * activations * (DEVICES - 1) / DEVICES)
    assert 4 * SMALL.layers <= all_reduces <= 4 * SMALL.layers + 4


@pytest.mark.parametrize("name", ["gpt-f32-adam", "mamba-scan"])
def test_results_are_right_and_no_better_than_the_ilp(name: str, tmp_path: Path) -> None:
    program = MODELS[name].build()
    expected = program.expected(program.inputs(seed=0))
    best, _ = planned(program, tmp_path, "2x2", "ilp")
    for strategy in BASELINES:
        plan, outcome = planned(program, tmp_path, "2x2", strategy)
        for given, wanted in zip(outcome.results, expected, strict=True):
            np.testing.assert_allclose(given, wanted, rtol=2e-3, atol=2e-4, err_msg=strategy)
        assert plan["seconds"] >= best["seconds"] * (1 - 1e-3), strategy


def test_side_by_side(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`strategy=all` plans as the ILP does; the table names each baseline, and says why there is none."""
    program = MODELS["mlp-adam"].build()
    best, _ = planned(program, tmp_path, "4", "ilp", memory="1MiB")
    capfd.readouterr()
    plan, _ = planned(program, tmp_path, "4", "all", memory="1MiB")
    assert plan["seconds"] == best["seconds"]
    table = capfd.readouterr().err
    rows = {line.split()[1]: line for line in table.splitlines() if line.startswith("│ ") and line[2] != " "}
    assert rows.keys() == {"ilp", *BASELINES}
    assert "does not fit" in rows["data-parallel"]
    assert "two axes" in table
    assert "optimal" in rows["zero-3"]


def test_a_user_s_annotation_is_kept(tmp_path: Path) -> None:
    text = """
        mesh.mesh @mesh(shape = 4)
        func.func @main(%x: tensor<8x16xf32>, %w: tensor<16x4xf32>) -> tensor<8x4xf32> {
          %0 = mesh.shard %w to <@mesh, [[0]]> : tensor<16x4xf32>
          %1 = stablehlo.dot_general %x, %0, contracting_dims = [1] x [0]
            : (tensor<8x16xf32>, tensor<16x4xf32>) -> tensor<8x4xf32>
          return %1 : tensor<8x4xf32>
        }
    """
    for strategy in ("data-parallel", "megatron", "shard-largest"):
        apply(parse(text), AutoShardPass(plan=str(tmp_path / "plan.json"), strategy=strategy))
        (plan,) = json.loads((tmp_path / "plan.json").read_text()).values()
        assert plan["arguments"][1]["split_axes"] == [[0], []], strategy


SORT = """
    mesh.mesh @mesh(shape = 4)
    func.func @main(%x: tensor<8x16xf32>) -> tensor<8x16xf32> {
      %0 = "stablehlo.sort"(%x) <{dimension = 1 : i64, is_stable = true}> ({
      ^bb0(%a: tensor<f32>, %b: tensor<f32>):
        %less = stablehlo.compare LT, %a, %b : (tensor<f32>, tensor<f32>) -> tensor<i1>
        stablehlo.return %less : tensor<i1>
      }) : (tensor<8x16xf32>) -> tensor<8x16xf32>
      return %0 : tensor<8x16xf32>
    }
"""
LAYER = """
    mesh.mesh @mesh(shape = 4)
    func.func @main(%x: tensor<8x16xf32>, %w: tensor<16x4xf32>) -> (tensor<8x4xf32>, tensor<8xf32>) {
      %0 = stablehlo.dot_general %x, %w, contracting_dims = [1] x [0]
        : (tensor<8x16xf32>, tensor<16x4xf32>) -> tensor<8x4xf32>
      %zero = stablehlo.constant dense<0.0> : tensor<f32>
      %1 = stablehlo.reduce(%0 init: %zero) applies stablehlo.add across dimensions = [1]
        : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
      return %0, %1 : tensor<8x4xf32>, tensor<8xf32>
    }
"""


@pytest.mark.parametrize("text", [SORT, LAYER], ids=["sorted rows", "a layer's rows and their sums"])
def test_the_batch_of_an_inference_is_its_rows(text: str, tmp_path: Path) -> None:
    """Not the dim that is sorted, nor the one that is summed over: split by rows, nothing is sent."""
    apply(parse(text), AutoShardPass(plan=str(tmp_path / "plan.json"), strategy="data-parallel"))
    (plan,) = json.loads((tmp_path / "plan.json").read_text()).values()
    assert plan["arguments"][0]["split_axes"] == [[0], []]
    assert plan["communication_seconds"] == 0
