"""What an explanation says of alternatives is what plans with these would cost."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest
from filecheck_runner import run_tool
from programs import apply, parse

from llmsys_ir.planning.explanation import Explanation, describe, explain
from llmsys_ir.planning.options import find_options
from llmsys_ir.planning.plan import Choices, Plan, communication_seconds, compute_seconds
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.planning.search import find_plan
from llmsys_ir.program.duplicate import duplicate_creators
from llmsys_ir.program.extract import extract
from llmsys_ir.program.meshes import cluster_of, functions_of, mesh_of
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.tools import llmsys_opt
from llmsys_passes.auto_shard import AutoShardPass

PROGRAM = """
mesh.mesh @mesh(shape = 2x4)
func.func @main(%x: tensor<512x1024xf32>, %w: tensor<1024x4096xf32>, %v: tensor<4096x1024xf32>)
    -> tensor<512x1024xf32> {
  %0 = stablehlo.dot_general %x, %w, contracting_dims = [1] x [0]
    : (tensor<512x1024xf32>, tensor<1024x4096xf32>) -> tensor<512x4096xf32>
  %1 = stablehlo.tanh %0 : tensor<512x4096xf32>
  %2 = stablehlo.dot_general %1, %v, contracting_dims = [1] x [0]
    : (tensor<512x4096xf32>, tensor<4096x1024xf32>) -> tensor<512x1024xf32>
  %3 = stablehlo.add %2, %x : tensor<512x1024xf32>
  %4 = stablehlo.multiply %3, %2 : tensor<512x1024xf32>
  return %4 : tensor<512x1024xf32>
}
"""


LOOP = """
mesh.mesh @mesh(shape = 2x4)
func.func @main(%x: tensor<512x1024xf32>, %c: tensor<512x1024xf32>) -> tensor<512x1024xf32> {
  %rows = mesh.sharding @mesh split_axes = [[0, 1]] : !mesh.sharding
  %columns = mesh.sharding @mesh split_axes = [[], [1]] : !mesh.sharding
  %given = mesh.shard %c to %columns : tensor<512x1024xf32>
  %taken = mesh.shard %given to %rows annotate_for_users : tensor<512x1024xf32>
  %zero = stablehlo.constant dense<0> : tensor<i32>
  %one = stablehlo.constant dense<1> : tensor<i32>
  %four = stablehlo.constant dense<4> : tensor<i32>
  %r:3 = stablehlo.while(%i = %zero, %v = %x, %same = %taken)
      : tensor<i32>, tensor<512x1024xf32>, tensor<512x1024xf32>
   cond {
    %go = stablehlo.compare LT, %i, %four : (tensor<i32>, tensor<i32>) -> tensor<i1>
    stablehlo.return %go : tensor<i1>
  } do {
    %next = stablehlo.add %i, %one : tensor<i32>
    %w = stablehlo.tanh %v : tensor<512x1024xf32>
    stablehlo.return %next, %w, %same : tensor<i32>, tensor<512x1024xf32>, tensor<512x1024xf32>
  }
  %z = stablehlo.add %r#1, %r#2 : tensor<512x1024xf32>
  return %z : tensor<512x1024xf32>
}
"""
"""A loop carries one value as it is, and takes it resharded."""


def explained(text: str) -> tuple[Explanation, Pricing]:
    module = parse(text)
    (function,) = functions_of(module)
    duplicate_creators(function)
    cluster = cluster_of(mesh_of(function))
    graph = extract(function, cluster.mesh, default_registry()).graph
    pricing = Pricing(cluster)
    return explain(find_plan(graph, pricing), pricing), pricing


def total(plan: Plan, choices: Choices, pricing: Pricing) -> float:
    return compute_seconds(plan.graph, choices, pricing) + communication_seconds(plan.graph, choices, pricing)


@pytest.mark.parametrize(("text", "least"), [(PROGRAM, 5), (LOOP, 4)], ids=["straight", "loop"])
def test_alternatives_cost_what_plans_with_them_do(text: str, least: int) -> None:
    explanation, pricing = explained(text)
    plan = explanation.plan
    options = find_options(plan.graph, pricing)
    compared = [step for step in explanation.steps if step.alternative is not None]
    assert len(compared) >= least
    for step in compared:
        described, best = plan.graph.steps[step.number], (inf, "")
        for choice in options.steps[step.number]:
            if choice != plan.choices.steps[step.number]:
                steps = list(plan.choices.steps)
                steps[step.number] = choice
                seconds = total(plan, replace(plan.choices, steps=tuple(steps)), pricing) - plan.seconds
                best = min(best, (seconds, describe(described, choice)), key=lambda found: found[0])
        assert step.alternative is not None
        assert step.alternative.seconds == pytest.approx(best[0], rel=1e-6, abs=1e-12)


def test_what_is_spent_adds_up() -> None:
    explanation, _ = explained(PROGRAM)
    plan = explanation.plan
    assert sum(step.op for step in explanation.steps) == pytest.approx(plan.compute_seconds)
    assert sum(step.resharding for step in explanation.steps) == pytest.approx(plan.communication_seconds)
    assert sum(found.seconds for found in explanation.reshardings) == pytest.approx(plan.communication_seconds)
    assert [found.seconds for found in explanation.reshardings] == sorted(
        (found.seconds for found in explanation.reshardings), reverse=True
    )


def test_what_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    apply(parse(PROGRAM), AutoShardPass(explain=True, memory="16MiB"))
    printed = " ".join(capfd.readouterr().err.split())
    assert "main: " in printed
    assert "of the best" in printed
    for line in ("costliest ops", "costliest reshardings", "where memory is fullest", "stablehlo.dot_general"):
        assert line in printed
    assert "with twice the bandwidth: " in printed
    assert "with 10 % more memory: " in printed


def test_nothing_is_worse_with_more() -> None:
    """Also where there is no time to plan anew: the plan itself would be as good there, or better."""
    (planned,) = AutoShardPass(memory="16MiB").find(parse(PROGRAM)).values()
    others = replace(planned, setting=replace(planned.setting, time_limit=1e-9)).otherwise()
    assert set(others) == {"with twice the bandwidth", "with 10 % more memory"}
    plan = planned.plan
    for name, other in others.items():
        assert isinstance(other, Plan), name
        sent = plan.communication_seconds / (1 if "memory" in name else 2)
        assert other.seconds <= plan.compute_seconds + plan.communication_seconds
        assert other.seconds >= sent


def test_names_are_printed_as_they_are() -> None:
    """What rich would take for styles or emoji is text."""
    name = "[/x] [bold]<b>&amp; :smile:"
    text = f"""
        mesh.mesh @mesh(shape = 2x4)
        func.func @"{name}"(%a: tensor<8x8xf32>) -> tensor<8x8xf32> {{
          %0 = "foo.{name}"(%a) {{llmsys.rule = "i j -> i j"}} : (tensor<8x8xf32>) -> tensor<8x8xf32>
          return %0 : tensor<8x8xf32>
        }}
    """
    found = run_tool(llmsys_opt.main, ["--allow-unregistered-dialect", "--auto-shard=explain strategy=all"], text)
    assert found.exit_code == 0, found.stderr
    assert found.stderr.startswith(f"{name} ")
    assert f"{name}: " in found.stderr and f"0 foo.{name}" in found.stderr
