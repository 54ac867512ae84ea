# JAX leaves most types open.
# pyright: basic
"""Planned JAX functions compute what `jax.jit` does on one device, where the plan says, on eight devices."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jax
import jax_processes
import numpy as np
import planned_functions as planned
import pytest
from eight_devices import free_port, on_eight_devices
from jax_sharded import CASES
from programs import apply

from hlo_traffic import traffic_of_hlo
from llmsys_ir.frontends.jax import auto_shard, to_module
from llmsys_passes.auto_shard import AutoShardPass
from model_suite import MODELS

PARTITIONERS = ("xla", "llmsys")


@pytest.mark.parametrize("partitioner", PARTITIONERS)
@pytest.mark.parametrize("name", ["mlp-adam", "gpt-scan-adam", "moe", "dlrm-sgd", "decode", "sampling"])
def test_models(name: str, partitioner: str) -> None:
    model = MODELS[name]
    program = model.build()
    inputs = program.inputs(0)
    ran = on_eight_devices(planned.run_model, name, partitioner, inputs)
    assert ran.in_place and ran.cost > 0 and ran.memory > 0
    for result, wanted in zip(ran.results, program.expected(inputs), strict=True):
        scale = max(float(np.abs(wanted.astype(np.float64)).max(initial=0)), 1e-30)
        np.testing.assert_allclose(result.astype(np.float64), wanted.astype(np.float64), atol=model.tolerance * scale)


@pytest.mark.parametrize("partitioner", PARTITIONERS)
def test_donated_arguments_give_their_memory(partitioner: str) -> None:
    """All leaves of parameters and state, and none of the batch."""
    program = MODELS["mlp-adam"].build()
    ran = on_eight_devices(planned.run_model, "mlp-adam", partitioner, program.inputs(0))
    batch = len(ran.deleted) - (len(ran.results) - 1)
    assert ran.deleted == [True] * (len(ran.results) - 1) + [False] * batch
    assert ran.alias_count == len(ran.results) - 1


def test_a_plan_explains_itself_as_the_pass_does(capfd: pytest.CaptureFixture[str]) -> None:
    """And says where each argument goes."""
    program = MODELS["mlp-adam"].build()
    mesh = jax.sharding.AbstractMesh((2, 4), ("x", "y"))
    options: dict[str, Any] = {"cluster": "host", "memory": "268KiB"}
    plan = auto_shard(program.function, mesh=mesh, donate_argnums=program.donated, **options)(*program.arguments)
    module = to_module(program.function, *program.arguments, donate_argnums=program.donated)
    apply(module, AutoShardPass(mesh="2x4", explain=True, **options))
    printed, said = capfd.readouterr().err.removeprefix("main"), plan.explain(otherwise=True).removeprefix("plan")
    assert "costliest ops" in printed and "with twice the bandwidth: " in printed
    assert said.startswith(printed) and plan.explain().removeprefix("plan") in said.replace(_otherwise(printed), "")
    placements = said.removeprefix(printed).splitlines()
    paths = jax.tree_util.tree_leaves_with_path(plan.in_shardings)
    for number, (line, (path, sharding)) in enumerate(zip(placements, paths, strict=True)):
        assert line.startswith(f"argument {number}, {jax.tree_util.keystr(path)}: ")
        assert all(name in line for dim in sharding.spec if dim for name in dim)


def _otherwise(printed: str) -> str:
    """The lines on plans for better clusters."""
    return "".join(line for line in printed.splitlines(keepends=True) if line.startswith("with "))


@pytest.mark.parametrize("partitioner", PARTITIONERS)
def test_static_arguments_and_arguments_by_name(partitioner: str) -> None:
    for results, expected, is_deleted in on_eight_devices(planned.run_calls, partitioner):
        assert results.keys() == expected.keys() and is_deleted
        for name, wanted in expected.items():
            np.testing.assert_allclose(results[name], wanted, rtol=1e-5)


@pytest.mark.parametrize("partitioner", PARTITIONERS)
def test_dims_that_devices_do_not_divide(partitioner: str) -> None:
    ran = on_eight_devices(planned.run_uneven, partitioner)
    for result, wanted in zip(ran.results, ran.expected, strict=True):
        np.testing.assert_allclose(result, wanted, rtol=1e-4, atol=1e-4 * np.abs(wanted.astype(np.float64)).max())
    assert ran.seconds["allow"] < ran.seconds["never"]


@pytest.mark.parametrize("partitioner", PARTITIONERS)
def test_batches_of_matrices_are_factorized_where_they_are(partitioner: str) -> None:
    """By the rules that JAX gives to the routines of LAPACK."""
    pairs, hlo = on_eight_devices(planned.run_factorizations, partitioner)
    for result, wanted in pairs:
        np.testing.assert_allclose(result, wanted, rtol=1e-3, atol=1e-3 * np.abs(wanted).max())
    assert not traffic_of_hlo(hlo)


@pytest.mark.parametrize("partitioner", PARTITIONERS)
def test_debugging_without_jit_and_of_nans(partitioner: str) -> None:
    result, wanted, said = on_eight_devices(planned.run_debugging, partitioner)
    np.testing.assert_allclose(result, wanted, rtol=1e-5)
    assert "nan" in said


def test_the_mesh_that_is_set_is_the_default() -> None:
    shape, spec, text = on_eight_devices(planned.mesh_of_context)
    assert shape == {"x": 4, "y": 2} and _trimmed(spec)[0] == ("y",)
    assert text.startswith("JaxPlan(") and len(text) < 80


@pytest.mark.parametrize("partitioner", PARTITIONERS)
@pytest.mark.parametrize(("mesh", "is_placed"), [("1x1", False), ("1", True), ("2x4", True)])
def test_a_mesh_of_one_device(mesh: str, is_placed: bool, partitioner: str) -> None:
    result, wanted = on_eight_devices(planned.run_on_one, partitioner, mesh, is_placed)
    np.testing.assert_allclose(result, wanted, rtol=1e-5)


@pytest.mark.parametrize("partitioner", PARTITIONERS)
@pytest.mark.parametrize("name", [name for name in CASES if name != "explicit"])
def test_what_the_user_sharded_stays_so(name: str, partitioner: str) -> None:
    kept = on_eight_devices(planned.run_sharded, name, partitioner)
    for spec, wanted in zip(kept.specs, CASES[name].arguments, strict=True):
        if wanted is not None:
            assert _trimmed(spec) == _trimmed(wanted)
    for result, wanted in zip(kept.results, kept.expected, strict=True):
        np.testing.assert_allclose(result, wanted, rtol=1e-4, atol=1e-4)


def _trimmed(spec: tuple) -> list:
    """A spec whose dims are tuples of axes, without those at the end that say nothing."""
    dims = [() if dim is None else (dim,) if isinstance(dim, str) else tuple(dim) for dim in spec]
    while dims and not dims[-1]:
        dims.pop()
    return dims


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("perceptron", '[{"data"}, {"model"}]'), ("training", '[{"data"}, {}]'), ("loop", '[{"model"}, {}]')],
)
def test_constraints_reach_xla(name: str, wanted: str) -> None:
    assert wanted in on_eight_devices(planned.run_sharded, name, "xla").constraints


@pytest.mark.parametrize(
    ("name", "uneven"),
    [("mlp-adam", "never"), ("gpt-f32-adam", "never"), ("moe-adam", "never"), ("mlp-adam", "allow")],
)
def test_xla_runs_the_collectives_of_the_program(name: str, uneven: str) -> None:
    """The same ones with the same bytes, for `partitioner="llmsys"`."""
    expected, hlo = on_eight_devices(planned.collectives, name, uneven)
    sent = {kind: (found.count, found.nbytes) for kind, found in traffic_of_hlo(hlo).items()}
    assert expected and sent == expected


@pytest.mark.parametrize("partitioner", PARTITIONERS)
@pytest.mark.parametrize("train", [planned.train_flax, planned.train_nnx])
def test_states_of_flax_and_optax_as_they_are(train, partitioner: str) -> None:
    losses, expected = on_eight_devices(train, partitioner)
    assert losses[-1] < losses[0]
    np.testing.assert_allclose(losses, expected, rtol=1e-4)


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("too many devices", "UserError: the mesh is of 16 devices (4x4), and JAX sees 8 (cpu); on CPU set XLA_FLAGS"),
        ("no mesh", "UserError: expected a mesh of positive sizes such as 4x8, got '2by4'"),
        (
            "another mesh",
            "UserError: expected arguments on the mesh {'axis_0': 2, 'axis_1': 4}, got one on {'x': 8}",
        ),
        (
            "no mesh at all",
            "UserError: expected a jax.sharding.Mesh, an AbstractMesh or sizes such as '2x4' as mesh, got 8",
        ),
        ("turned mesh", "UserError: expected arguments on the mesh {'x': 2, 'y': 4}, got one on {'y': 4, 'x': 2}"),
        (
            "mesh of a constraint",
            "UserError: the function has shardings on the mesh {'y': 4, 'x': 2}, and is planned for {'x': 8}; "
            "give auto_shard the mesh of the function",
        ),
        ("donated", "UserError: expected an array that is there, got one of float32(16, 32) that was donated"),
        ("derivative", "UserError: a planned function cannot be transformed; plan what is to run"),
        ("bytes", "infeasible: no plan fits in 100 B per device; the least that would do is"),
        ("memory", "infeasible: no plan fits in 100 B per device; the least that would do is"),
        ("abstract", "UserError: the plan is for an abstract mesh; to run it, plan for a jax.sharding.Mesh of devices"),
        ("partitioner", "UserError: expected 'xla' or 'llmsys' as partitioner, got 'gspmd'"),
        ("fewer arguments", "UserError: expected 2 arrays as planned for, got 1"),
        ("another shape", "UserError: expected an array of the shape (16, 32) as planned for, got (8, 32)"),
        ("another dtype", "UserError: expected an array of float32 as planned for, got int32"),
        ("another tree", "UserError: expected arguments as planned for, PyTreeDef((([*, *],), {})), got PyTreeDef((("),
        ("another static", "UserError: planned for the static arguments {'n': 2}, got {'n': 3}; plan again for those"),
    ],
)
def test_what_does_not_fit_is_an_error(case: str, message: str) -> None:
    assert message in on_eight_devices(planned.failure, case)


def in_two_processes(clusters: Sequence[str], path: Path) -> list[tuple[int, str]]:
    """Train in two processes on this machine; their exit codes and what they say. The first one writes a file."""
    environment = {name: value for name, value in os.environ.items() if name != "XLA_FLAGS"}
    environment |= {"JAX_PLATFORMS": "cpu", "PYTHONPATH": os.pathsep.join(sys.path)}
    port = free_port()
    started = [
        subprocess.Popen(
            [sys.executable, jax_processes.__file__, f"127.0.0.1:{port},2,{number}", str(path), cluster],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
        )
        for number, cluster in enumerate(clusters)
    ]
    said = [process.communicate(timeout=180)[0] for process in started]
    return [(process.returncode, text) for process, text in zip(started, said, strict=True)]


def test_two_processes_train_as_one_does(tmp_path: Path) -> None:
    """With four devices each."""
    path = tmp_path / "results"
    ended = in_two_processes(["host", "host"], path)
    assert [code for code, _ in ended] == [0, 0], ended
    for partitioner, results in pickle.loads(path.read_bytes()).items():
        expected = on_eight_devices(jax_processes.train, partitioner)
        for result, wanted in zip(results, expected, strict=True):
            np.testing.assert_allclose(result, wanted, rtol=1e-4, atol=1e-5 * np.abs(wanted).max())


def test_processes_with_different_plans_are_an_error(tmp_path: Path) -> None:
    for code, said in in_two_processes(["host", "a100"], tmp_path / "results"):
        assert code == 1 and "UserError: process 1 has another plan than process 0" in said, said
