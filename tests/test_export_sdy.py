"""Exported plans under XLA: its numbers, where it puts arguments and results, and what Shardy makes of every value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from eight_devices import TAG, Executed, execute, hlo, on_eight_devices, propagated
from hypothesis import given, note
from jax_sharded import CASES, lower
from layouts import assert_close, block, devices
from partial_sums import PARTIAL_SUMS
from programs import apply, check_same, examples, meshes, parse
from random_programs import RandomProgram, random_programs
from xdsl.dialects.builtin import IntegerAttr, ModuleOp, i64

from hlo_traffic import traffic_of_hlo
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.mesh import ShardOp
from llmsys_ir.dialects.tensors import as_tensor
from llmsys_ir.planning.plan import Plan
from llmsys_ir.program.forms import attribute_form
from llmsys_ir.program.inlining import inline_calls
from llmsys_ir.runtime.engines.xla import traffic_of
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.convert_sdy_to_mesh import ConvertSdyToMeshPass
from llmsys_passes.export_sdy import ExportSdyPass
from llmsys_passes.spmd_partition import SpmdPartitionPass
from model_suite import MODELS
from models import slow_devices

MESH = Mesh((2, 4))
MODEL_NAMES = ("mlp-adam", "gpt", "dlrm-sgd", "gnn", "decode", "mamba-scan")
"""Models that between them have loops, lookups, scatters and convolutions, and are planned in seconds."""


@dataclass(frozen=True)
class Exported:
    """A program planned on 2x4 devices, and what was exported of it."""

    plan: Plan
    planned: ModuleOp
    text: str


def planned(text: str, cluster: str | None = None) -> tuple[ModuleOp, Plan]:
    module = parse(text)
    inline_calls(module)
    with attribute_form(module):
        (plan,) = AutoShardPass(cluster=cluster).shard(module).values()
    return module, plan


def export(text: str, cluster: str | None = None) -> Exported:
    module, plan = planned(text, cluster)
    return Exported(plan, module, module_text(apply(module.clone(), ExportSdyPass())))


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Devices that are slow beside their network: plans on them shard all that they can."""
    path: Path = tmp_path_factory.mktemp("cluster") / "slow_devices.toml"
    path.write_text(slow_devices(str(MESH)), encoding="utf-8")
    return str(path)


@cache
def exported_model(name: str, cluster: str) -> Exported:
    return export(MODELS[name].build().stablehlo(), cluster)


def part(shape: Sequence[int], sharding: Sharding, device: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((at.start, at.stop) for at in block(shape, sharding, MESH, device))


def cut(array: Any, at: tuple[tuple[int, int], ...]) -> Any:
    return array[tuple(slice(*bounds) for bounds in at)]


def check_executed(
    executed: Executed, plan: Plan, inputs: Sequence[Any], expected: Sequence[Any], tolerance: float
) -> None:
    """Check numbers and places on each device."""
    for argument, array, sharding in zip(executed.arguments, inputs, plan.choices.arguments, strict=True):
        assert argument == [part(array.shape, sharding, device) for device in devices(MESH)]
    for got, wanted, sharding in zip(executed.results, expected, plan.choices.returns, strict=True):
        array = np.asarray(wanted).astype(np.float64)
        scale = max(float(np.abs(array).max(initial=0)), 1e-30)
        for (at, local), device in zip(got, devices(MESH), strict=True):
            assert at == part(array.shape, sharding, device)
            np.testing.assert_allclose(np.asarray(local).astype(np.float64), cut(array, at), atol=tolerance * scale)


@pytest.mark.parametrize("name", MODEL_NAMES)
def test_a_model_under_xla(name: str, cluster: str) -> None:
    model, exported = MODELS[name], exported_model(name, cluster)
    program = model.build()
    inputs = program.inputs(1)
    executed = on_eight_devices(execute, exported.text, inputs)
    check_executed(executed, exported.plan, inputs, program.expected(inputs), model.tolerance)


def tag_ops(module: ModuleOp) -> dict[int, list[Sharding | None]]:
    """Tag each op whose results are annotated; per tag the annotations."""
    found: dict[int, list[Sharding | None]] = {}
    for op in module.walk():
        annotated: list[Sharding | None] = []
        for result in op.results:
            users = [use.operation for use in result.uses]
            defining = [user for user in users if isinstance(user, ShardOp) and user.annotate_for_users is None]
            tensor = as_tensor(result.type)
            rank = 0 if tensor is None else len(tensor.get_shape())
            annotated.append(defining[0].annotation.to_sharding(rank) if defining else None)
        if any(annotated) and not isinstance(op, ShardOp) and op.name != "stablehlo.constant":
            op.attributes[TAG] = IntegerAttr(len(found), i64)
            found[len(found)] = annotated
    return found


@pytest.mark.parametrize("name", MODEL_NAMES)
def test_shardy_sees_the_plan_in_every_value(name: str, cluster: str) -> None:
    module = exported_model(name, cluster).planned.clone()
    wanted = tag_ops(module)
    seen = on_eight_devices(propagated, module_text(apply(module, ExportSdyPass())))
    assert len(seen) > 0.9 * len(wanted)
    for tag, results in seen.items():
        for number, sharding in enumerate(wanted[tag]):
            if sharding is not None:
                dims = [[f"axis_{axis}" for axis in axes] for axes in sharding.dims]
                assert (results[number] if results else [[] for _ in dims]) == dims, (tag, number)


@pytest.mark.parametrize("name", MODEL_NAMES)
def test_an_exported_plan_is_found_again(name: str, cluster: str) -> None:
    exported = exported_model(name, cluster)
    _, again = planned(exported.text, cluster)
    assert again.seconds == pytest.approx(exported.plan.seconds, rel=1e-9)
    assert again.choices.arguments == exported.plan.choices.arguments
    assert again.choices.returns == exported.plan.choices.returns


@examples(60)
@given(program=random_programs(), mesh=meshes())
def test_any_plan_is_found_again(program: RandomProgram, mesh: Mesh) -> None:
    """An exported plan costs no more than it did, and computes the same."""
    text = f"mesh.mesh @mesh(shape = {mesh})\n{program.function()}"
    note(text)
    exported = export(text)
    note(exported.text)
    module, again = planned(exported.text)
    assert again.seconds <= exported.plan.seconds * (1 + 1e-9)
    check_same(apply(module, SpmdPartitionPass()), parse(text))


@cache
def lowered(name: str) -> tuple[str, list[Any], list[Any]]:
    case = on_eight_devices(lower, name)
    return case.text, case.inputs, case.results


@pytest.mark.parametrize("name", CASES)
def test_a_program_with_shardings_of_its_user_under_xla(name: str) -> None:
    text, inputs, results = lowered(name)
    exported = export(text)
    assert '["data"=2, "model"=4]' in exported.text
    executed = on_eight_devices(execute, exported.text, inputs)
    check_executed(executed, exported.plan, inputs, results, 1e-5)
    _, again = planned(exported.text)
    assert again.seconds == pytest.approx(exported.plan.seconds, rel=1e-9)


@pytest.mark.parametrize("name", CASES)
def test_there_and_back_without_a_plan(name: str) -> None:
    """Open dims and names of axes come back; what is only imported and exported computes the same under XLA."""
    text, inputs, results = lowered(name)
    module = parse(text)
    inline_calls(module)
    exported = module_text(apply(module, ConvertSdyToMeshPass(), ExportSdyPass()))
    assert ('{?}, {"model"}' in exported) == (name == "unconstrained")
    executed = on_eight_devices(execute, exported, inputs)
    for got, wanted in zip(executed.results, results, strict=True):
        for at, local in got:
            assert_close(np.asarray(local), cut(wanted, at))


@pytest.mark.parametrize("name", PARTIAL_SUMS)
def test_partial_sums_under_xla(name: str) -> None:
    """Each op that XLA is trusted with on terms of sums, and others that it gets wrong if it is asked."""
    case = PARTIAL_SUMS[name]
    exported = module_text(apply(parse(case.text), ExportSdyPass()))
    assert exported.count("unreduced") == case.kept
    random = np.random.default_rng(0)
    a, b, c = (random.integers(1, 4, shape).astype(np.float32) for shape in ((8, 16), (16, 8), (8, 8)))
    executed = on_eight_devices(execute, exported, [a, b, c])
    expected = np.asarray(case.expected(a @ b, c))
    tolerance = 1e-2 if "bf16" in case.result else 1e-5
    for at, local in executed.results[0]:
        np.testing.assert_allclose(np.asarray(local).astype(np.float32), cut(expected, at), rtol=tolerance)
    if case.kept:
        assert executed.count("all-reduce") + executed.count("reduce-scatter") == 1


def test_partial_arguments_and_results_are_unreduced() -> None:
    text = """
mesh.mesh @mesh(shape = 2x4)
func.func @main(%a: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %0 = mesh.shard %a to <@mesh, [[0]], partial = sum[1]> : tensor<8x16xf32>
  %1 = mesh.shard %0 to <@mesh, [[0]], partial = sum[1]> annotate_for_users : tensor<8x16xf32>
  %2 = stablehlo.negate %1 : tensor<8x16xf32>
  %3 = mesh.shard %2 to <@mesh, [[0]], partial = sum[1]> : tensor<8x16xf32>
  return %3 : tensor<8x16xf32>
}
"""
    exported = module_text(apply(parse(text), ExportSdyPass()))
    assert exported.count('unreduced={"axis_1"}') == 3
    found = on_eight_devices(hlo, exported)
    assert "f32[4,16]" in found
    assert "all-reduce(" not in found


@pytest.mark.parametrize(
    ("sharding", "op"),
    [
        ("[[]], partial = max[1]", "stablehlo.negate %0"),
        ("[[]], partial = sum[1]", "stablehlo.tanh %0"),
    ],
)
def test_partial_results_that_xla_cannot_give(sharding: str, op: str) -> None:
    text = f"""
mesh.mesh @mesh(shape = 2x4)
func.func @main(%a: tensor<8x16xf32>) -> tensor<8x16xf32> {{
  %0 = mesh.shard %a to <@mesh, [[]]> annotate_for_users : tensor<8x16xf32>
  %1 = {op} : tensor<8x16xf32>
  %2 = mesh.shard %1 to <@mesh, {sharding}> : tensor<8x16xf32>
  return %2 : tensor<8x16xf32>
}}
"""
    with pytest.raises(OperationError, match=r"result 0 is partial, .*, and XLA cannot be asked for it; annotate"):
        apply(parse(text), ExportSdyPass())


def test_a_partial_argument_that_a_loop_carries() -> None:
    text = """
mesh.mesh @mesh(shape = 2x4)
func.func @main(%n: tensor<i1>, %a: tensor<8xf32>) -> tensor<8xf32> {
  %0 = mesh.shard %a to <@mesh, [[]], partial = sum[1]> annotate_for_users : tensor<8xf32>
  %1:2 = stablehlo.while(%m = %n, %b = %0) : tensor<i1>, tensor<8xf32>
  cond {
    stablehlo.return %m : tensor<i1>
  } do {
    stablehlo.return %m, %b : tensor<i1>, tensor<8xf32>
  }
  return %1#1 : tensor<8xf32>
}
"""
    with pytest.raises(OperationError, match=r"argument 1 is partial, .*, and XLA cannot be asked for it; annotate"):
        apply(parse(text), ExportSdyPass())


def test_donated_arguments_lend_their_memory_where_shardings_agree() -> None:
    """XLA refuses an alias between parts of different sizes."""
    text = """
mesh.mesh @mesh(shape = 2x4)
func.func @main(
    %a: tensor<8x16xf32> {tf.aliasing_output = 0 : i32}, %b: tensor<8x16xf32> {tf.aliasing_output = 1 : i32})
    -> (tensor<8x16xf32>, tensor<8x16xf32>) {
  %0 = mesh.shard %a to <@mesh, [[0]]> annotate_for_users : tensor<8x16xf32>
  %1 = stablehlo.negate %0 : tensor<8x16xf32>
  %2 = mesh.shard %1 to <@mesh, [[0]]> : tensor<8x16xf32>
  %3 = mesh.shard %b to <@mesh, [[0]]> annotate_for_users : tensor<8x16xf32>
  %4 = stablehlo.negate %3 : tensor<8x16xf32>
  %5 = mesh.shard %4 to <@mesh, [[], [1]]> : tensor<8x16xf32>
  return %2, %5 : tensor<8x16xf32>, tensor<8x16xf32>
}
"""
    exported = module_text(apply(parse(text), ExportSdyPass()))
    assert exported.count("tf.aliasing_output") == 1
    assert exported.count("jax.buffer_donor = true") == 1
    assert "f32[4,16]" in on_eight_devices(hlo, exported)


def test_xla_takes_each_step_of_a_resharding() -> None:
    """Asked for the last sharding alone, it gathers the whole tensor."""
    text = """
mesh.mesh @mesh(shape = 2x4)
func.func @main(%x: tensor<8x16x32xf32>) -> tensor<8x16x32xf32> {
  %0 = mesh.shard %x to <@mesh, [[], [], [0, 1]]> : tensor<8x16x32xf32>
  %1 = stablehlo.negate %0 : tensor<8x16x32xf32>
  %2 = mesh.shard %1 to <@mesh, [[], [], [0, 1]]> : tensor<8x16x32xf32>
  %3 = mesh.shard %2 to <@mesh, [[0], [1]]> annotate_for_users : tensor<8x16x32xf32>
  %4 = stablehlo.tanh %3 : tensor<8x16x32xf32>
  %5 = mesh.shard %4 to <@mesh, [[0], [1]]> : tensor<8x16x32xf32>
  return %5 : tensor<8x16x32xf32>
}
"""
    ours = traffic_of(find_program(apply(parse(text), SpmdPartitionPass())))
    theirs = traffic_of_hlo(on_eight_devices(hlo, module_text(apply(parse(text), ExportSdyPass()))))
    assert {kind: found.nbytes for kind, found in theirs.items()} == {"all_to_all": ours["all_to_all"].nbytes}
