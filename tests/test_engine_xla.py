"""The XLA engine gives the numbers and the traffic of the simulator, on eight CPU devices."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from eight_devices import free_port, on_eight_devices
from filecheck_runner import run_tool
from hypothesis import given, note
from hypothesis import strategies as st
from layouts import assert_close
from programs import Tensor, apply, examples, parse, run_whole, shard_text, shardings
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.frontends.jax import from_lowered
from llmsys_ir.program.signature import signature_of
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.programs import compare, find_program, random_inputs, run_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.strategy import strategies
from llmsys_ir.tools import llmsys_run
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass
from model_suite import MODELS
from model_suite.sizes import ODD
from random_ops.stablehlo_cases import CASES

MESHES = [Mesh((8,)), Mesh((2, 4)), Mesh((2, 2, 2))]

LOCAL_FORMS = (
    "concatenate",
    "convolution",
    "dynamic_slice",
    "dynamic_update_slice",
    "gather",
    "iota",
    "pad",
    "reduce",
    "reduce_window",
    "reduce_window scan",
    "reverse",
    "scatter",
    "slice",
    "sort",
    "top_k",
)
"""Ops of which devices compute something else, by where they are, or with a collective."""

MODEL_NAMES = ("mlp-sgd", "gpt", "moe", "dlrm-sgd", "mamba-scan", "decode", "beam-search", "sampling", "gnn")
"""Models that between them have loops, lookups, scatters, sorting and integers."""

MOST = 6
"""Strategies that are run of one op."""


@dataclass(frozen=True)
class Ran:
    """What a run on XLA gave."""

    results: list[Any]
    traffic: dict[str, tuple[int, int]]
    peak_bytes: int


def ran_on_xla(text: str, inputs: Sequence[Any]) -> Ran:
    """Run a program; in a process with eight devices."""
    from llmsys_ir.runtime.engines.xla import run_on_xla

    try:
        outcome = run_on_xla(find_program(parse(text)), inputs)
    except OperationError as error:
        raise RuntimeError(str(error)) from None  # which can be sent to another process
    traffic = {name: (found.count, found.nbytes) for name, found in outcome.collectives.items()}
    return Ran(list(outcome.results), traffic, outcome.peak_bytes)


def check(module: ModuleOp, inputs: Sequence[Any]) -> Ran:
    """Check a partitioned program on XLA against the simulator; gives the run on XLA."""
    program = find_program(module)
    expected = run_program(program, inputs)
    ran = on_eight_devices(ran_on_xla, module_text(module), inputs)
    assert compare(ran.results, expected.results, program.results).within
    assert ran.traffic == {name: (found.count, found.nbytes) for name, found in expected.collectives.items()}
    return ran


@pytest.mark.parametrize("name", MODEL_NAMES)
def test_models(name: str) -> None:
    program = MODELS[name].build()
    module = apply(from_lowered(program.lower()), AutoShardPass(mesh="2x4"), SpmdPartitionPass())
    inputs: list[Any] = program.inputs(0)
    ran = check(module, inputs)
    ports = find_program(module).results
    assert compare(ran.results, [np.asarray(result) for result in program.expected(inputs)], ports).within


@pytest.mark.parametrize("name", ["mlp-adam", "resnet", "moe"])
def test_sizes_that_the_mesh_does_not_divide(name: str) -> None:
    program = MODELS[name].build(ODD)
    module = apply(from_lowered(program.lower()), AutoShardPass(mesh="2x4", uneven="allow"), SpmdPartitionPass())
    check(module, program.inputs(0))


@pytest.mark.parametrize("sharding", ["[[0, 1]]", "[[1], [0]]", "[[], [0]]"])
def test_halos_from_neighbours(sharding: str) -> None:
    text = f"""mesh.mesh @mesh(shape = 2x4)
func.func @main(%a: tensor<16x8xf32>) -> tensor<16x8xf32> {{
  %0 = mesh.shard %a to <@mesh, {sharding}> : tensor<16x8xf32>
  %zero = stablehlo.constant dense<0.0> : tensor<f32>
  %1 = "stablehlo.reduce_window"(%0, %zero) <{{
    window_dimensions = array<i64: 3, 3>, padding = dense<1> : tensor<2x2xi64>
  }}> ({{
  ^bb0(%x: tensor<f32>, %y: tensor<f32>):
    %s = stablehlo.add %x, %y : tensor<f32>
    stablehlo.return %s : tensor<f32>
  }}) : (tensor<16x8xf32>, tensor<f32>) -> tensor<16x8xf32>
  %2 = mesh.shard %1 to <@mesh, {sharding}> : tensor<16x8xf32>
  return %2 : tensor<16x8xf32>
}}
"""
    module = apply(parse(text), SpmdPartitionPass())
    ran = check(module, random_inputs(find_program(module).arguments, 0))
    assert "update_halo" in ran.traffic


@pytest.mark.parametrize("name", LOCAL_FORMS)
@examples(2)
@given(random=st.randoms(use_true_random=False), mesh=st.sampled_from([Mesh((4,)), Mesh((2, 2)), Mesh((2, 4))]))
def test_local_forms(name: str, random: Random, mesh: Mesh) -> None:
    case = CASES[name](random)
    (op,) = [op for op in parse(case.function()).walk() if op.name == case.name and op.parent_op() is not None][:1]
    every = strategies(default_registry().rule(signature_of(op)), mesh)
    found = random.sample(every, min(MOST, len(every)))
    module = apply(parse(case.under(mesh, found)), SpmdPartitionPass())
    note(str(module))
    inputs = case.inputs(0)
    ran = on_eight_devices(ran_on_xla, module_text(module), inputs * len(found))
    expected = run_whole(parse(case.function()), inputs)
    for number, (result, wanted) in enumerate(zip(ran.results, list(expected) * len(found), strict=True)):
        assert_close(result, wanted, f"result {number}")


@st.composite
def reshardings(draw: st.DrawFn) -> tuple[str, Tensor]:
    """A value that goes through several shardings, all of which are given back, partial ones too."""
    mesh = draw(st.sampled_from(MESHES))
    tensor = Tensor((8, 16), draw(st.sampled_from(["f32", "i32", "i1", "bf16"])))
    kinds = [kind for kind in tensor.kinds if kind is not ReductionKind.AVERAGE]
    lines: list[str] = []
    given = [draw(shardings(tensor.shape, mesh, kinds)) for _ in range(4)]
    for number, sharding in enumerate(given):
        source = f"%v{number - 1}" if number else "%a"
        lines.append(f"%v{number} = mesh.shard {source} to {shard_text(sharding)} : {tensor}")
    names = ", ".join(f"%v{number}" for number in range(len(given)))
    types = ", ".join([str(tensor)] * len(given))
    body = "".join(f"  {line}\n" for line in [*lines, f"return {names} : {types}"])
    return f"mesh.mesh @mesh(shape = {mesh})\nfunc.func @main(%a: {tensor}) -> ({types}) {{\n{body}}}\n", tensor


@examples(40)
@given(case=reshardings())
def test_reshardings(case: tuple[str, Tensor]) -> None:
    text, tensor = case
    note(text)
    module = apply(parse(text), SpmdPartitionPass())
    note(str(module))
    random = np.random.default_rng(0)
    dtype = find_program(module).arguments[0].spec.dtype
    values: Any = random.integers(0, 2 if dtype == "i1" else 8, tensor.shape)
    array = values.astype(numpy_dtype(dtype))
    for result in check(module, [array]).results:
        assert np.array_equal(result, array)


PROGRAM = """mesh.mesh @m(shape = 2x4)
func.func @main(%a: tensor<4x4xf32> {mesh.sharding = #mesh.shard<@m, [[0], [1]]>})
    -> (tensor<8x16xf32> {mesh.sharding = #mesh.shard<@m, [[]]>}) {
  %0 = mesh.all_gather %a on @m mesh_axes = [0] gather_axis = 0 : tensor<4x4xf32> -> tensor<8x4xf32>
  %1 = mesh.all_gather %0 on @m mesh_axes = [1] gather_axis = 1 : tensor<8x4xf32> -> tensor<8x16xf32>
  %2 = stablehlo.tanh %1 : tensor<8x16xf32>
  return %2 : tensor<8x16xf32>
}
"""
GLOBAL = """func.func @main(%a: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %0 = stablehlo.tanh %a : tensor<8x16xf32>
  return %0 : tensor<8x16xf32>
}
"""


def run_alone(program: Path, *arguments: str) -> dict[str, Any]:
    """The summary of a run in a process of its own, where JAX has not started."""
    environment = {name: value for name, value in os.environ.items() if name != "XLA_FLAGS"}
    finished = subprocess.run(
        [sys.executable, "-m", "llmsys_ir.tools.llmsys_run", str(program), "--engine=xla", "--json=-", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**environment, "JAX_PLATFORMS": "cpu", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout)


def test_the_tool_runs_it_without_further_settings(tmp_path: Path) -> None:
    program, reference = tmp_path / "spmd.mlir", tmp_path / "global.mlir"
    program.write_text(PROGRAM)
    reference.write_text(GLOBAL)
    summary = run_alone(program, f"--reference={reference}")
    assert summary["max_rel_error"] < 1e-6
    assert summary["collectives"] == {"all_gather": {"count": 2, "bytes": 64 + 3 * 128}}
    assert summary["peak_bytes_per_device"] >= 64 + 512 and summary["wall_seconds"] > 0


def test_a_program_that_calls_lapack(tmp_path: Path) -> None:
    """JAX, which finds its routines, has not lowered anything in the process."""
    jax: Any = import_module("jax")
    lowered = jax.jit(jax.numpy.linalg.qr).lower(jax.ShapeDtypeStruct((8, 6, 4), np.float32))
    reference, program = tmp_path / "global.mlir", tmp_path / "spmd.mlir"
    reference.write_text(lowered.as_text())
    program.write_text(module_text(apply(from_lowered(lowered), AutoShardPass(mesh="2x2"), SpmdPartitionPass())))
    summary = run_alone(program, f"--reference={reference}")
    assert summary["max_rel_error"] < 1e-5 and not summary["collectives"]


@pytest.mark.parametrize(
    "dtype", ["i1", "i4", "ui4", "i2", "ui16", "i64", "f8E4M3FN", "bf16", "f16", "f64", "complex<f32>"]
)
def test_element_types(dtype: str) -> None:
    """Arguments and results, split and whole."""
    kind, split = f"tensor<8x6x{dtype}>", f"tensor<4x6x{dtype}>"
    rows, whole = (f"{{mesh.sharding = #mesh.shard<@mesh, [[{axis}]]>}}" for axis in ("0", ""))
    text = f"""mesh.mesh @mesh(shape = 2)
func.func @f(%a: {split} {rows}, %b: {kind} {whole}) -> ({split} {rows}, {kind} {whole}) {{
  return %a, %b : {split}, {kind}
}}
"""
    module = parse(text)
    inputs = random_inputs(find_program(module).arguments, 0)
    for result, wanted in zip(check(module, inputs).results, inputs, strict=True):
        assert result.dtype == wanted.dtype and result.tobytes() == wanted.tobytes()


@pytest.mark.parametrize("text", [GLOBAL, GLOBAL.replace("tensor<8x16xf32>", "tensor<f64>")])
def test_a_global_program_runs_on_one_device(text: str) -> None:
    from llmsys_ir.runtime.engines.xla import run_on_xla

    program = find_program(parse(text))
    inputs = random_inputs(program.arguments, 0)
    (result,) = run_on_xla(program, inputs).results
    assert result.dtype == inputs[0].dtype
    np.testing.assert_allclose(result, np.tanh(inputs[0]), rtol=1e-5)


def failure(path: Path, text: str) -> str:
    """What the tool says of a program that it does not run."""
    path.write_text(text)
    result = run_tool(llmsys_run.main, [str(path), "--engine=xla"], "")
    assert result.exit_code == 1 and "Traceback" not in result.stderr
    return result.stderr


def test_too_few_devices_are_an_error(tmp_path: Path) -> None:
    text = PROGRAM.replace("2x4", "2x4x512")
    said = failure(tmp_path / "a.mlir", text)
    assert "the program is for 4096 devices (2x4x512), and JAX sees" in said and "XLA_FLAGS" in said


def test_without_jax_there_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jax", None)
    assert "needs JAX, which is not installed; pip install" in failure(tmp_path / "a.mlir", PROGRAM)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "%2 = math.exp2 %1 : tensor<8x16xf32>",
            "'math.exp2' op has no counterpart in StableHLO",
        ),
        (
            "%2 = mesh.broadcast %1 on @m mesh_axes = [0] root = [0] : (tensor<8x16xf32>) -> tensor<8x16xf32>",
            "'mesh.broadcast' op has no counterpart in StableHLO",
        ),
        (
            "%2 = mesh.all_reduce %1 on @m mesh_axes = [0] reduction = <average> "
            ": tensor<8x16xf32> -> tensor<8x16xf32>",
            "reduction of kind 'average' has no counterpart in StableHLO",
        ),
    ],
)
def test_what_xla_does_not_take_is_an_error(tmp_path: Path, line: str, message: str) -> None:
    said = failure(tmp_path / "a.mlir", PROGRAM.replace("%2 = stablehlo.tanh %1 : tensor<8x16xf32>", line))
    assert message in said and "a.mlir:6:" in said


def started(program: Path, number: int, port: int, *more: str) -> subprocess.Popen[str]:
    """One of two processes that run a program together."""
    environment = {name: value for name, value in os.environ.items() if name != "XLA_FLAGS"}
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "llmsys_ir.tools.llmsys_run", str(program), "--engine=xla"),
            *(f"--processes=127.0.0.1:{port},2,{number}", *more),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**environment, "JAX_PLATFORMS": "cpu", "PYTHONPATH": os.pathsep.join(sys.path)},
    )


@pytest.mark.parametrize("name", ["mlp-sgd", "dlrm-sgd"])
def test_two_processes_run_a_program_together(name: str, tmp_path: Path) -> None:
    """With four devices each; both have the same results, the first one writes them."""
    model = MODELS[name].build()
    module = apply(from_lowered(model.lower()), AutoShardPass(mesh="2x4"), SpmdPartitionPass())
    program, reference, inputs, outputs = (tmp_path / file for file in ("a.mlir", "b.mlir", "in.npz", "out.npz"))
    summaries = [tmp_path / f"{number}.json" for number in (0, 1)]
    program.write_text(module_text(module))
    reference.write_text(model.stablehlo())
    given: list[Any] = model.inputs(0)
    np.savez(inputs, **{f"arg{number}": array for number, array in enumerate(given)})
    port, more = free_port(), (f"--inputs={inputs}", f"--reference={reference}", f"--outputs={outputs}")
    both = [started(program, number, port, *more, f"--json={file}") for number, file in enumerate(summaries)]
    said = [process.communicate(timeout=180) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert not summaries[1].exists() and json.loads(summaries[0].read_text())["max_rel_error"] < 1e-4
    with np.load(outputs) as written:
        results = [written[name] for name in written]
    expected: list[Any] = model.expected(given)
    assert compare(results, list(map(np.asarray, expected)), find_program(module).results).within


def test_a_process_that_ends_ends_the_others(tmp_path: Path) -> None:
    """One waits for results of the other, which is killed."""
    program = tmp_path / "a.mlir"
    loop = """%c0 = stablehlo.constant dense<0> : tensor<i32>
  %c1 = stablehlo.constant dense<1> : tensor<i32>
  %n = stablehlo.constant dense<1000000000> : tensor<i32>
  %i, %2 = stablehlo.while(%k = %c0, %x = %1) : tensor<i32>, tensor<8x16xf32>
  cond {
    %p = stablehlo.compare LT, %k, %n, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    stablehlo.return %p : tensor<i1>
  } do {
    %k1 = stablehlo.add %k, %c1 : tensor<i32>
    %y = stablehlo.tanh %x : tensor<8x16xf32>
    %z = mesh.all_reduce %y on @m mesh_axes = [0] reduction = max : tensor<8x16xf32> -> tensor<8x16xf32>
    stablehlo.return %k1, %z : tensor<i32>, tensor<8x16xf32>
  }"""
    program.write_text(PROGRAM.replace("%2 = stablehlo.tanh %1 : tensor<8x16xf32>", loop))
    port = free_port()
    both = [started(program, number, port) for number in (0, 1)]
    time.sleep(30)
    assert [process.poll() for process in both] == [None, None], both[0].communicate(timeout=10)
    both[1].kill()
    began = time.monotonic()
    _, said = both[0].communicate(timeout=60)
    both[1].communicate(timeout=10)
    assert both[0].returncode != 0 and time.monotonic() - began < 30
    assert "distributed service detected fatal errors" in said or "XLA cannot run the program" in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--processes=127.0.0.1:1,2,0"], "--processes is for --engine=xla"),
        (["--engine=xla", "--processes=2"], "expected HOST:PORT,COUNT,NUMBER or auto, got '2'"),
        (["--engine=xla", "--processes=h:1,2,2"], "expected a number of a process from 0 to 1, got 2"),
    ],
)
def test_wrong_processes_are_an_error(arguments: list[str], message: str) -> None:
    result = run_tool(llmsys_run.main, ["-", *arguments], PROGRAM)
    assert result.exit_code == 1 and message in result.stderr
