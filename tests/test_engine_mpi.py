"""The MPI engine gives the numbers and the bytes of the simulator, on eight ranks that are really there.

The simulator's collectives are checked device by device elsewhere. Here every device's value is a part of a result, so
that all of them are compared. Devices hold whole numbers where they are added up, so that the order does not matter.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from filecheck_runner import run_tool
from on_ranks import BIN, RANKS, Ran, environment, mpirun, on_ranks
from programs import apply, parse

from llmsys_ir.frontends.jax import from_lowered
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.programs import compare, find_program, random_inputs, run_program
from llmsys_ir.tools import llmsys_run
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass
from model_suite import MODELS, VARIED
from model_suite.sizes import ODD
from models import slow_devices

AXES = ("[0]", "[1]", "[0, 1]", "[1, 0]")
SIZES = {"[0]": 2, "[1]": 4, "[0, 1]": 8, "[1, 0]": 8}
KINDS = ("sum", "max", "min", "product")
BITWISE = ("bitwise_and", "bitwise_or", "bitwise_xor")
DTYPES = ("f32", "bf16", "f16", "i8", "i64", "ui32", "i1", "complex<f32>")

UNEVEN = "sizes that the mesh does not divide"
RUN_HERE = VARIED[::2]
"""Models; `bench/engines.py` runs the others on ranks too."""


@dataclass(frozen=True)
class Case:
    """An SPMD program, and its inputs."""

    text: str
    inputs: Sequence[Any]


def tensor(rows: int, columns: int, dtype: str) -> str:
    return f"tensor<{rows}x{columns}x{dtype}>"


def ops_case(lines: Sequence[tuple[str, str]], dtype: str = "i32", extra: Sequence[tuple[str, Any]] = ()) -> Case:
    """Ops on `%a`, of which each device has other 8x8 elements; all their results are seen, on all devices.

    Args:
        lines: the ops and the types of their results.
        dtype: of `%a`.
        extra: the types of scalar arguments `%s0`, ..., and their values.
    """
    everywhere = "{mesh.sharding = #mesh.shard<@m, [[0, 1]]>}"
    scalars = "".join(f", %s{number}: {kind}" for number, (kind, _) in enumerate(extra))
    types = [kind for _, kind in lines]
    results = ", ".join(f"{kind} {everywhere}" for kind in types)
    body = "".join(f"  %{number} = {op}\n" for number, (op, _) in enumerate(lines))
    names = ", ".join(f"%{number}" for number in range(len(lines)))
    text = f"""mesh.mesh @m(shape = 2x4)
func.func @main(%a: {tensor(8, 8, dtype)} {everywhere}{scalars}) -> ({results}) {{
{body}  return {names} : {", ".join(types)}
}}
"""
    random = np.random.default_rng(len(lines))
    numbers: Any = random.integers(0, 2, (64, 8)) if dtype == "i1" else random.integers(-2, 3, (64, 8))
    return Case(text, [numbers.astype(numpy_dtype(dtype)), *(value for _, value in extra)])


def movements() -> Case:
    source, lines = tensor(8, 8, "bf16"), list[tuple[str, str]]()
    for axes in AXES:
        on, size = f"%a on @m mesh_axes = {axes}", SIZES[axes]
        for dim in (0, 1):
            wide = tensor(8 * size, 8, "bf16") if dim == 0 else tensor(8, 8 * size, "bf16")
            lines.append((f"mesh.all_gather {on} gather_axis = {dim} : {source} -> {wide}", wide))
            narrow = tensor(8 // size, 8, "bf16") if dim == 0 else tensor(8, 8 // size, "bf16")
            lines.append((f"mesh.all_slice {on} slice_axis = {dim} : {source} -> {narrow}", narrow))
            moved = tensor(8 // size, 8 * size, "bf16") if dim == 0 else tensor(8 * size, 8 // size, "bf16")
            words = f"split_axis = {dim} concat_axis = {1 - dim}"
            lines.append((f"mesh.all_to_all {on} {words} : {source} -> {moved}", moved))
            root = "root = [" + ", ".join("1" for _ in axes.split(",")) + "]"
            lines.append((f"mesh.gather {on} gather_axis = {dim} {root} : ({source}) -> {wide}", wide))
            lines.append((f"mesh.scatter {on} scatter_axis = {dim} {root} : ({source}) -> {narrow}", narrow))
            lines.append((f"mesh.broadcast {on} {root} : ({source}) -> {source}", source))
    return ops_case(lines, "bf16")


def reductions(dtype: str) -> Case:
    """Of NaNs too, where there are any."""
    source, lines = tensor(8, 8, dtype), list[tuple[str, str]]()
    is_float = "f" in dtype
    kinds = ("sum", "product") if "complex" in dtype else KINDS if is_float else (*KINDS, *BITWISE)
    for axes in AXES:
        on, slices = f"%a on @m mesh_axes = {axes}", tensor(8, 8 // SIZES[axes], dtype)
        root = "root = [" + ", ".join("0" for _ in axes.split(",")) + "]"
        for kind in kinds:
            words = f"reduction = {kind}"
            lines.append((f"mesh.all_reduce {on} {words} : {source} -> {source}", source))
            lines.append((f"mesh.reduce_scatter {on} {words} scatter_axis = 1 : {source} -> {slices}", slices))
            lines.append((f"mesh.reduce {on} {words} {root} : ({source}) -> {source}", source))
    case = ops_case(lines, dtype)
    if is_float:
        case.inputs[0][::7, 3] = np.nan
    return case


def exchanges() -> Case:
    """Shifts, halos, sends, roots that are only known when it runs, and where a device is."""
    source, lines = tensor(8, 8, "i32"), list[tuple[str, str]]()
    for axis, offset, rotate in [(0, 1, ""), (1, -1, ""), (1, 2, " rotate"), (0, 3, " rotate"), (1, 5, "")]:
        words = f"mesh_axes = [0, 1] shift_axis = {axis} offset = {offset}{rotate}"
        lines.append((f"mesh.shift %a on @m {words} : {source} -> {source}", source))
    for axes in ("[[0], [1]]", "[[1, 0], []]", "[[], [0]]"):
        sizes = "[1, 2, 3, 0]" if axes == "[[0], [1]]" else "[2, 1]"
        lines.append((f"mesh.update_halo %a on @m split_axes = {axes} halo_sizes = {sizes} : {source}", source))
    lines.append((f"mesh.update_halo %a on @m split_axes = [[1]] halo_sizes = [%s1, 2] : {source}", source))
    on, types = "%a on @m mesh_axes = [1]", f"({source}, index)"
    lines.append((f"mesh.broadcast {on} root = [%s0] : {types} -> {source}", source))
    lines.append((f"mesh.reduce {on} root = [%s0] : {types} -> {source}", source))
    scattered = tensor(2, 8, "i32")
    lines.append((f"mesh.scatter {on} scatter_axis = 0 root = [%s0] : {types} -> {scattered}", scattered))
    return ops_case(lines, extra=[("index", np.int64(2)), ("i64", np.int64(1))])


SENDING = """mesh.mesh @m(shape = 2x4)
func.func @main(%a: tensor<2x3xf16> {mesh.sharding = #mesh.shard<@m, [[0, 1]]>})
    -> (tensor<2x3xf16> {mesh.sharding = #mesh.shard<@m, [[0, 1]]>},
        tensor<5xindex> {mesh.sharding = #mesh.shard<@m, [[0, 1]]>}) {
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %c4 = arith.constant 4 : index
  %x, %y = mesh.process_multi_index on @m : index, index
  %number = mesh.process_linear_index on @m : index
  %other = arith.subi %c1, %x : index
  %after = arith.addi %y, %c1 : index
  %to = arith.remui %after, %c4 : index
  %before = arith.addi %y, %c3 : index
  %from = arith.remui %before, %c4 : index
  %0 = mesh.send %a on @m mesh_axes = [1, 0] destination = [%to, %other]
    : (tensor<2x3xf16>, index, index) -> tensor<2x3xf16>
  %1 = mesh.recv %0 on @m mesh_axes = [1, 0] source = [%from, %other]
    : (tensor<2x3xf16>, index, index) -> tensor<2x3xf16>
  %down, %up = mesh.neighbors_linear_indices on @m[%x, %y] split_axes = [1, 0] : index, index
  %2 = tensor.from_elements %x, %y, %number, %down, %up : tensor<5xindex>
  return %1, %2 : tensor<2x3xf16>, tensor<5xindex>
}
"""

LOOP = """mesh.mesh @m(shape = 2x4)
func.func @main(%a: tensor<4xf32> {mesh.sharding = #mesh.shard<@m, [[0, 1]]>}, %limit: tensor<i32>)
    -> (tensor<4xf32> {mesh.sharding = #mesh.shard<@m, [[0, 1]]>}) {
  %zero = stablehlo.constant dense<0> : tensor<i32>
  %one = stablehlo.constant dense<1> : tensor<i32>
  %i, %result = stablehlo.while(%k = %zero, %x = %a) : tensor<i32>, tensor<4xf32>
  cond {
    %p = stablehlo.compare LT, %k, %limit, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    stablehlo.return %p : tensor<i1>
  } do {
    %next = stablehlo.add %k, %one : tensor<i32>
    %y = mesh.all_reduce %x on @m mesh_axes = [1] reduction = max : tensor<4xf32> -> tensor<4xf32>
    %z = mesh.shift %y on @m mesh_axes = [0] shift_axis = 0 offset = 1 rotate : tensor<4xf32> -> tensor<4xf32>
    stablehlo.return %next, %z : tensor<i32>, tensor<4xf32>
  }
  return %result : tensor<4xf32>
}
"""

ALONE = """mesh.mesh @m(shape = 2x4)
func.func @main(%a: tensor<1xi1> {mesh.sharding = #mesh.shard<@m, [[0, 1]]>}, %b: tensor<4xf32>) -> tensor<4xf32> {
  %p = stablehlo.reshape %a : (tensor<1xi1>) -> tensor<i1>
  %0 = "stablehlo.if"(%p) ({
    %1 = "foreign.op"(%b) : (tensor<4xf32>) -> tensor<4xf32>
    stablehlo.return %1 : tensor<4xf32>
  }, {
    stablehlo.return %b : tensor<4xf32>
  }) : (tensor<i1>) -> tensor<4xf32>
  %2 = mesh.all_reduce %0 on @m mesh_axes = [0, 1] : tensor<4xf32> -> tensor<4xf32>
  return %2 : tensor<4xf32>
}
"""
"""One device alone runs an op that there is no kernel for; the others wait for it."""


def model_case(name: str, folder: Path) -> Case:
    """A model, planned for devices so slow that it pays to shard all that can be."""
    program, cluster = MODELS[name].build(), folder / "slow_devices.toml"
    cluster.write_text(slow_devices("2x4"), encoding="utf-8")
    module = apply(from_lowered(program.lower()), AutoShardPass(cluster=str(cluster)), SpmdPartitionPass())
    return Case(module_text(module), program.inputs(0))


def uneven_case(name: str) -> Case:
    program = MODELS[name].build(ODD)
    module = apply(from_lowered(program.lower()), AutoShardPass(mesh="2x4", uneven="allow"), SpmdPartitionPass())
    return Case(module_text(module), program.inputs(0))


def cases(folder: Path) -> dict[str, Case]:
    """All that is run on ranks."""
    sent = np.arange(48, dtype=np.float16).reshape(16, 3)
    looped = np.random.default_rng(0).standard_normal(32, dtype=np.float32)
    return {
        "movements": movements(),
        **{f"reductions of {dtype}": reductions(dtype) for dtype in DTYPES},
        "exchanges": exchanges(),
        "sends and indices": Case(SENDING, [sent]),
        "loop": Case(LOOP, [looped, np.int32(3)]),
        **{name: model_case(name, folder) for name in RUN_HERE},
        UNEVEN: uneven_case("mlp-adam"),
    }


def check(name: str, case: Case, found: Ran) -> None:
    """Check a run against the simulator, and a model's also against JAX."""
    program = find_program(parse(case.text))
    expected = run_program(program, case.inputs)
    if name in RUN_HERE:
        wanted: list[Any] = MODELS[name].build().expected(case.inputs)
        assert compare(found.results, list(map(np.asarray, wanted)), program.results).within, name
    elif name == UNEVEN:
        assert compare(found.results, expected.results, program.results).within, name
    else:
        for number, (result, value) in enumerate(zip(found.results, expected.results, strict=True)):
            same = (result == value) | ((result != result) & (value != value))
            assert same.all(), f"{name}: result {number}"
    assert found.traffic == {of: (sent.count, sent.nbytes) for of, sent in expected.collectives.items()}, name
    assert found.peak_bytes == expected.peak_bytes and found.seconds > 0, name


def test_as_on_the_simulator(tmp_path: Path) -> None:
    """One test, because there is one `mpirun`."""
    every = cases(tmp_path)
    results = on_ranks([(case.text, case.inputs) for case in every.values()])
    for (name, case), found in zip(every.items(), results, strict=True):
        check(name, case, found)


RUN = (sys.executable, "-m", "llmsys_ir.tools.llmsys_run")


def test_the_tool_runs_a_program_that_rank_0_reads(tmp_path: Path) -> None:
    """And only rank 0 writes; the trace has each rank's ops, in their order."""
    program, reference, trace, outputs = (tmp_path / name for name in ("a.mlir", "b.mlir", "trace.json", "out.npz"))
    text = """mesh.mesh @m(shape = 2x4)
func.func @main(%a: tensor<4x4xf32> {mesh.sharding = #mesh.shard<@m, [[0], [1]]>})
    -> (tensor<4x16xf32> {mesh.sharding = #mesh.shard<@m, [[0]]>}) {
  %0 = stablehlo.tanh %a : tensor<4x4xf32>
  %1 = mesh.all_gather %0 on @m mesh_axes = [1] gather_axis = 1 : tensor<4x4xf32> -> tensor<4x16xf32>
  return %1 : tensor<4x16xf32>
}
"""
    whole = "tensor<8x16xf32>"
    program.write_text(text)
    reference.write_text(
        f"func.func @main(%a: {whole}) -> {whole} {{ %0 = math.tanh %a : {whole} return %0 : {whole} }}"
    )
    finished = mpirun(
        *(*RUN, str(program), "--engine=mpi", "--json=-", f"--outputs={outputs}"),
        *(f"--reference={reference}", f"--trace={trace}"),
    )
    assert finished.returncode == 0, finished.stderr
    (summary,) = map(json.loads, finished.stdout.splitlines())
    assert summary["max_rel_error"] < 1e-6 and summary["wall_seconds"] > 0
    assert summary["collectives"] == {"all_gather": {"count": 1, "bytes": 3 * 64}}
    inputs = random_inputs(find_program(parse(text)).arguments, 0)
    with np.load(outputs) as written:
        np.testing.assert_allclose(written["out0"], np.tanh(inputs[0]), rtol=1e-6)
    events = [event for event in json.loads(trace.read_text())["traceEvents"] if event["ph"] == "X"]
    for rank in range(RANKS):
        of_rank = sorted((event for event in events if event["pid"] == rank), key=lambda event: event["ts"])
        assert [event["name"] for event in of_rank] == 3 * ["stablehlo.tanh", "mesh.all_gather"]
        assert all(event["dur"] > 0 for event in of_rank)


def test_a_rank_that_fails_alone_ends_the_others(tmp_path: Path) -> None:
    program, inputs = tmp_path / "a.mlir", tmp_path / "in.npz"
    program.write_text(ALONE)
    np.savez(inputs, arg0=np.arange(8) == 3, arg1=np.ones(4, np.float32))
    began = time.monotonic()
    finished = mpirun(*RUN, str(program), "--engine=mpi", f"--inputs={inputs}")
    assert finished.returncode != 0 and time.monotonic() - began < 60
    assert "rank 3: error: 'foreign.op' op cannot be run: there is no kernel for 'foreign.op'" in finished.stderr
    assert finished.stderr.count("rank 3: error:") == finished.stderr.count("error:") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (LOOP.replace("%limit: tensor<i32>", "%limit: tensor<i64>"), "a.mlir:8:"),
        (LOOP.replace("2x4", "2x2"), "the program is for 4 devices (2x2), and there are 8 ranks; start it with mpirun"),
        (
            SENDING.replace("source = [%from, %other]", "source = [%to, %other]"),
            "receives from one that sends elsewhere",
        ),
        ("func.func @main() { return }", "--engine=mpi runs partitioned programs; see llmsys-opt --spmd-partition"),
    ],
)
def test_an_error_of_all_ranks_is_told_once(text: str, message: str, tmp_path: Path) -> None:
    program = tmp_path / "a.mlir"
    program.write_text(text)
    finished = mpirun(*RUN, str(program), "--engine=mpi")
    assert finished.returncode == 1 and message in finished.stderr and "Traceback" not in finished.stderr
    assert finished.stderr.count("error:") == 1, finished.stderr


def test_a_rank_that_is_killed_ends_the_others(tmp_path: Path) -> None:
    program, inputs = tmp_path / "a.mlir", tmp_path / "in.npz"
    program.write_text(LOOP)
    np.savez(inputs, arg0=np.ones(32, np.float32), arg1=np.int32(2**31 - 1))
    command = f"echo $$ > {tmp_path}/$PMI_RANK.pid; exec {' '.join(RUN)} {program} --engine=mpi --inputs={inputs}"
    running = subprocess.Popen(
        [str(BIN / "mpirun"), "-n", str(RANKS), "bash", "-c", command],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(20)
    assert running.poll() is None, running.communicate(timeout=10)
    numbers = [int((tmp_path / f"{rank}.pid").read_text()) for rank in range(RANKS)]
    os.kill(numbers[5], signal.SIGKILL)
    began = time.monotonic()
    out, err = running.communicate(timeout=60)
    assert running.returncode != 0 and time.monotonic() - began < 30
    assert "Killed (signal 9)" in out + err
    for number in numbers:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def failure(path: Path, text: str) -> str:
    """What the tool says of a program that it does not run, without `mpirun`."""
    path.write_text(text)
    finished = subprocess.run(
        [*RUN, str(path), "--engine=mpi"], env=environment(), capture_output=True, text=True, timeout=60, check=False
    )
    assert finished.returncode == 1 and "Traceback" not in finished.stderr
    assert finished.stderr.count("\n") == 1
    return finished.stderr


def test_one_process_is_not_enough(tmp_path: Path) -> None:
    said = failure(tmp_path / "a.mlir", LOOP)
    assert "the program is for 8 devices (2x4), and there is 1 rank; start it with mpirun -n 8" in said


def test_the_mpirun_of_another_mpi_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMPI_COMM_WORLD_SIZE", "8")
    said = failure(tmp_path / "a.mlir", LOOP)
    assert "this mpirun has started 8 ranks, and each is alone: it is of another MPI than mpi4py's, MPICH;" in said


def test_the_mpirun_of_another_mpi_is_told_once(tmp_path: Path) -> None:
    """Each rank hears nothing of the others, but its number."""
    program = tmp_path / "a.mlir"
    program.write_text(LOOP)
    renamed = "export OMPI_COMM_WORLD_RANK=$PMI_RANK OMPI_COMM_WORLD_SIZE=$PMI_SIZE; unset ${!PMI*} ${!MPI_LOCAL*}; "
    finished = mpirun("bash", "-c", f"{renamed} exec {' '.join(RUN)} {program} --engine=mpi", ranks=3)
    assert finished.returncode != 0 and "has started 3 ranks, and each is alone" in finished.stderr
    assert finished.stderr.count("error:") == 1, finished.stderr


def test_a_missing_mpi_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mpi4py.py").write_text("")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    finished = mpirun(*RUN, "-", "--engine=mpi", ranks=3)
    assert finished.returncode != 0 and "needs mpi4py, which is not installed" in finished.stderr
    assert finished.stderr.count("error:") == 1, finished.stderr


@pytest.mark.parametrize("error", [None, "raise RuntimeError('cannot load MPI library')"])
def test_without_mpi_there_is_a_clear_error(error: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if error is None:
        monkeypatch.setitem(sys.modules, "mpi4py.MPI", None)
        result = run_tool(llmsys_run.main, ["-", "--engine=mpi"], LOOP)
        assert result.exit_code == 1 and "needs mpi4py, which is not installed; pip install" in result.stderr
        return
    (tmp_path / "mpi4py").mkdir()
    (tmp_path / "mpi4py" / "__init__.py").write_text("")
    (tmp_path / "mpi4py" / "MPI.py").write_text(error)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert "needs an MPI, which mpi4py misses; pip install" in failure(tmp_path / "a.mlir", LOOP)
