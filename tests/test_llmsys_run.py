"""The command line of llmsys-run: what it reads and writes, what it compares, and what it says when that goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import ml_dtypes
import numpy as np
import pytest
from filecheck_runner import Result, run_tool

from llmsys_ir.tools import llmsys_run

GLOBAL = """func.func @f(%a: tensor<1x8x16xf32>, %b: tensor<1x16x8xf32>) -> tensor<1x8x8xf32> {
  %0 = tosa.matmul %a, %b : (tensor<1x8x16xf32>, tensor<1x16x8xf32>) -> tensor<1x8x8xf32>
  return %0 : tensor<1x8x8xf32>
}
"""

REDUCE = "mesh.all_reduce %0 on @m mesh_axes = [1] :"
SPMD = f"""mesh.mesh @m(shape = 2x4)
func.func @f(%a: tensor<1x8x4xf32> {{mesh.sharding = #mesh.shard<@m, [[], [], [1]]>}},
    %b: tensor<1x4x8xf32> {{mesh.sharding = #mesh.shard<@m, [[], [1]]>}})
    -> (tensor<1x8x8xf32> {{mesh.sharding = #mesh.shard<@m, [[]]>}}) {{
  %0 = tosa.matmul %a, %b : (tensor<1x8x4xf32>, tensor<1x4x8xf32>) -> tensor<1x8x8xf32>
  %1 = {REDUCE} tensor<1x8x8xf32> -> tensor<1x8x8xf32>
  return %1 : tensor<1x8x8xf32>
}}
"""

INPUTS = {
    "arg0": np.arange(128, dtype=np.float32).reshape(1, 8, 16) / 128,
    "arg1": np.arange(128, dtype=np.float32).reshape(1, 16, 8)[::-1] / 128,
}


def run(*arguments: str | Path, stdin: str = "") -> Result:
    return run_tool(llmsys_run.main, list(map(str, arguments)), stdin)


def written(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    return written(tmp_path / "global.mlir", GLOBAL)


def saved(path: Path, **arrays: Any) -> Path:
    np.savez(path, **arrays)
    return path


@pytest.mark.parametrize("program", [GLOBAL, SPMD])
def test_inputs_and_outputs_are_global_arrays(tmp_path: Path, program: str):
    inputs = saved(tmp_path / "in.npz", **INPUTS)
    outputs = tmp_path / "out.npz"
    assert run("--inputs", inputs, "--outputs", outputs, stdin=program) == Result(0, "", "")
    with np.load(outputs) as file:
        assert file.files == ["out0"]
        np.testing.assert_allclose(file["out0"], INPUTS["arg0"] @ INPUTS["arg1"], rtol=1e-6)


def test_inputs_that_are_not_used_are_allowed(tmp_path: Path):
    inputs = saved(tmp_path / "in.npz", **INPUTS, other=np.zeros(3))
    assert run("--inputs", inputs, stdin=GLOBAL).exit_code == 0


def test_a_seed_gives_the_same_inputs_whatever_the_sharding(tmp_path: Path):
    outputs = [tmp_path / name for name in ("a.npz", "b.npz", "c.npz", "d.npz")]
    runs = [(GLOBAL, "5"), (GLOBAL, "5"), (SPMD, "5"), (GLOBAL, "6")]
    for output, (program, seed) in zip(outputs, runs, strict=True):
        assert run("--seed", seed, "--outputs", output, stdin=program) == Result(0, "", "")
    first, again, sharded, other = (np.load(output)["out0"] for output in outputs)
    np.testing.assert_array_equal(first, again)
    np.testing.assert_allclose(first, sharded, rtol=1e-4, atol=1e-5)
    assert not np.allclose(first, other)


def test_json_goes_to_a_file_or_to_stdout(tmp_path: Path, reference: Path):
    path = tmp_path / "summary.json"
    assert run("--json", path, "--reference", reference, stdin=SPMD) == Result(0, "", "")
    printed = run("--json", "-", "--reference", reference, stdin=SPMD)
    summaries = [json.loads(text) for text in (path.read_text(), printed.stdout)]
    for summary in summaries:
        assert 0 <= summary["max_rel_error"] <= 1e-5
        assert summary["collectives"] == {"all_reduce": {"count": 1, "bytes": 2 * 3 * 8 * 8 * 4 // 4}}
        assert summary["predicted_seconds"] > 0
        assert summary.pop("wall_seconds") > 0
    assert summaries[0] == summaries[1]


def test_without_a_reference_there_are_no_errors_to_report():
    summary = json.loads(run("--json", "-", stdin=GLOBAL).stdout)
    assert summary["max_abs_error"] is None and summary["max_rel_error"] is None
    assert summary["predicted_seconds"] is None and summary["collectives"] == {}


def test_a_wrong_collective_is_caught_and_still_reported(reference: Path):
    wrong = SPMD.replace(REDUCE, REDUCE.replace(" :", " reduction = <max> :"))
    result = run("--reference", reference, "--json", "-", stdin=wrong)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"llmsys-run: error: results differ from {reference}: largest error ")
    assert json.loads(result.stdout)["max_rel_error"] > 1e-4


def test_a_wrong_result_is_caught(reference: Path):
    wrong = GLOBAL.replace("return %0", "%1 = arith.addf %0, %0 : tensor<1x8x8xf32>\n  return %1")
    assert "results differ from" in run("--reference", reference, stdin=wrong).stderr


def test_replicas_that_differ_are_caught():
    result = run(stdin=SPMD.replace("return %1", "return %0"))
    assert result.exit_code == 1
    message = "devices along mesh axis 1 should hold replicas, but their values differ"
    assert result.stderr.startswith(f"<stdin>:2:1: error: 'func.func' op {message}\n")


def test_a_partial_result_is_summed_up(reference: Path):
    partial = SPMD.replace("[[]]>}) {", "[[]], partial = sum[1]>}) {").replace("return %1", "return %0")
    assert run("--reference", reference, stdin=partial) == Result(0, "", "")


def test_a_result_of_another_shape_is_caught(reference: Path):
    wrong = SPMD.replace("[[]]>}) {", "[[0]]>}) {")
    message = "expected result 0 of shape (1, 8, 8) and type float32 as in the reference, got (2, 8, 8) and float32"
    assert run("--reference", reference, stdin=wrong) == Result(1, "", f"{reference}: error: {message}\n")


def test_arguments_of_another_shape_are_caught(reference: Path):
    other = GLOBAL.replace("8x16", "6x16").replace("8x8", "6x8")
    message = "expected 'arg0' to be 1x8x16 f32, got 1x6x16 float32"
    assert run("--reference", reference, stdin=other) == Result(1, "", f"{reference}: error: {message}\n")


def test_entry():
    two = GLOBAL + GLOBAL.replace("@f", "@g")
    assert run("--entry", "g", stdin=two).exit_code == 0
    assert run(stdin=two.replace("@g", "@main")).exit_code == 0
    message = "no function @main to run; the module has @f, @g; name one with --entry"
    assert run(stdin=two) == Result(1, "", f"<stdin>: error: {message}\n")
    message = "no function @h to run; the module has @f, @g; name one with --entry"
    assert run("--entry", "h", stdin=two) == Result(1, "", f"<stdin>: error: {message}\n")


def test_a_reference_without_the_entry_is_its_only_function(tmp_path: Path, reference: Path):
    two = GLOBAL + GLOBAL.replace("@f", "@g")
    assert run("--entry", "g", "--reference", reference, stdin=two) == Result(0, "", "")
    with_entry = written(tmp_path / "two.mlir", two)
    assert run("--entry", "g", "--reference", with_entry, stdin=two) == Result(0, "", "")
    assert run("--entry", "h", "--reference", with_entry, stdin=two.replace("@g", "@h")) == Result(
        1, "", f"{with_entry}: error: no function @main to run; the module has @f, @g; name one with --entry\n"
    )


@pytest.mark.parametrize(
    ("arrays", "message"),
    [
        ({"arg0": INPUTS["arg0"]}, "expected an array 'arg1' (1x16x8 f32) in the inputs, got ['arg0']"),
        ({**INPUTS, "arg0": np.zeros((1, 8, 15), np.float32)}, "expected 'arg0' to be 1x8x16 f32, got 1x8x15 float32"),
        (
            {**INPUTS, "arg0": np.zeros((1, 8, 16), ml_dtypes.bfloat16)},
            "expected 'arg0' to be 1x8x16 f32, got 1x8x16 |V2",
        ),
        ({**INPUTS, "arg1": np.zeros((1, 16, 8))}, "expected 'arg1' to be 1x16x8 f32, got 1x16x8 float64"),
    ],
)
def test_inputs_that_do_not_fit(tmp_path: Path, arrays: dict[str, Any], message: str):
    inputs = saved(tmp_path / "in.npz", **arrays)
    assert run("--inputs", inputs, stdin=SPMD) == Result(1, "", f"<stdin>: error: {message}\n")


def _whole(path: Path) -> bytes:
    return saved(path.with_name("whole.npz"), **INPUTS).read_bytes()


def _one_array(path: Path) -> bytes:
    np.save(path.with_name("one.npy"), INPUTS["arg0"])
    return path.with_name("one.npy").read_bytes()


def _objects(path: Path) -> bytes:
    return saved(path.with_name("objects.npz"), arg0=np.array([{}], object)).read_bytes()


_NO_NPZ: Mapping[str, Callable[[Path], bytes]] = {
    "empty": lambda _: b"",
    "junk": lambda _: b"junk",
    "cut": lambda path: _whole(path)[:200],
    "damaged": lambda path: _whole(path).replace(b"NUMPY", b"numpy"),
    "one array": _one_array,
    "objects": _objects,
}


@pytest.mark.parametrize("kind", _NO_NPZ)
def test_inputs_that_are_no_npz(tmp_path: Path, kind: str):
    path = tmp_path / "in.npz"
    path.write_bytes(_NO_NPZ[kind](path))
    message = f"expected '{path}' to be an .npz file of arrays, as numpy.savez writes it"
    assert run("--inputs", path, stdin=GLOBAL) == Result(1, "", f"<stdin>: error: {message}\n")


@pytest.mark.parametrize("option", ["", "--inputs", "--reference"])
def test_files_that_cannot_be_read(tmp_path: Path, option: str):
    missing = tmp_path / "missing"
    for path, reason in ((missing, "No such file or directory"), (tmp_path, "Is a directory")):
        arguments = [option, path] if option else [path]
        assert run(*arguments, stdin=GLOBAL) == Result(1, "", f"{path}: error: cannot open: {reason}\n")


@pytest.mark.parametrize("option", ["--json", "--outputs"])
def test_files_that_cannot_be_written(tmp_path: Path, option: str):
    for path, reason in ((tmp_path / "no" / "file", "No such file or directory"), (tmp_path, "Is a directory")):
        assert run(option, path, stdin=GLOBAL) == Result(1, "", f"{path}: error: cannot open: {reason}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--frob"], "unrecognized arguments: --frob; see llmsys-run --help"),
        (["a", "b"], "unrecognized arguments: b; see llmsys-run --help"),
        (["--seed", "x"], "argument --seed: expected a non-negative integer, got 'x'; see llmsys-run --help"),
        (["--seed", "-1"], "argument --seed: expected a non-negative integer, got '-1'; see llmsys-run --help"),
        (["--inputs"], "argument --inputs: expected one argument; see llmsys-run --help"),
    ],
)
def test_wrong_command_lines(arguments: list[str], message: str):
    assert run(*arguments) == Result(1, "", f"llmsys-run: error: {message}\n")


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ('%0 = "foo.bar"(%a) : (f32) -> f32', "2:8", "'foo.bar' op cannot be run: there is no kernel for 'foo.bar'"),
        (
            "%0 = scf.if %c -> (f32) {\n    scf.yield %a : f32\n  } else {\n    scf.yield %a : f32\n  }",
            "2:8",
            "'scf.if' op cannot be run: there is no kernel for 'scf.if'",
        ),
        ("%0 = call @f(%a, %c) : (f32, i1) -> f32", "2:8", "'func.call' op cannot be run"),
        (
            "cf.br ^end(%a : f32)\n^end(%0: f32):",
            "1:1",
            "expected a function with one block; control flow cannot be run",
        ),
        ("%0 = arith.addf %a, : f32", "2:23", "operand expected"),
    ],
)
def test_programs_that_cannot_be_run(body: str, place: str, message: str):
    result = run(stdin=f"func.func @f(%a: f32, %c: i1) -> f32 {{\n  {body}\n  return %0 : f32\n}}\n")
    assert result.exit_code == 1 and result.stdout == ""
    assert result.stderr.startswith(f"<stdin>:{place}: error: ") and message in result.stderr


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("tensor<?xf32>", "expected tensors of static shape, got tensor<?xf32>"),
        ("tensor<*xf32>", "argument 0 cannot be given: no NumPy dtype holds elements of type 'tensor<*xf32>'"),
        ("memref<4xf32>", "argument 0 cannot be given: no NumPy dtype holds elements of type 'memref<4xf32>'"),
    ],
)
def test_arguments_that_no_array_can_be(kind: str, message: str):
    result = run(stdin=f"func.func @f(%a: {kind}) {{\n  return\n}}\n")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"<stdin>:1:1: error: 'func.func' op {message}")


def test_results_that_no_array_is():
    text = """mesh.mesh @m(shape = 2)
func.func @f(%a: f32) -> (f32, !mesh.sharding) {
  %s = mesh.sharding @m split_axes = [[0]] : !mesh.sharding
  return %a, %s : f32, !mesh.sharding
}
"""
    result = run(stdin=text)
    assert result.exit_code == 1
    message = "result 1 cannot be shown: no NumPy dtype holds elements of type '!mesh.sharding'"
    assert result.stderr.startswith(f"<stdin>:2:1: error: 'func.func' op {message}")


@pytest.mark.parametrize(
    ("boundary", "message"),
    [
        ("@n, [[0]]", "its boundary names the mesh @n, which is not in the module"),
        ("@m, [[3]]", "mesh axis 3 is out of bounds: mesh @m of shape 4 has rank 1"),
        ("@m, [[], [0]]", "expected at most 1 lists of mesh axes, one per tensor dim, got 2"),
        ("@open, [[0]]", "expected a mesh of known sizes"),
    ],
)
def test_boundaries_that_do_not_fit(boundary: str, message: str):
    attribute = f"{{mesh.sharding = #mesh.shard<{boundary}>}}"
    meshes = "mesh.mesh @m(shape = 4)\nmesh.mesh @open(shape = ?)\n"
    result = run(stdin=f"{meshes}func.func @f(%a: tensor<4xf32> {attribute}) {{\n  return\n}}\n")
    assert result.exit_code == 1 and message in result.stderr.splitlines()[0]
    assert "internal error" not in result.stderr


def test_a_collective_needs_devices():
    text = """mesh.mesh @m(shape = 4)
func.func @f(%a: tensor<4xf32>) -> tensor<4xf32> {
  %0 = mesh.all_reduce %a on @m mesh_axes = [0] : tensor<4xf32> -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
"""
    assert run(stdin=text).stderr.startswith("<stdin>:3:8: error: 'mesh.all_reduce' op cannot be run: a program that")


def test_element_types(tmp_path: Path):
    text = """func.func @f(%a: tensor<2xbf16>, %b: tensor<2xi4>, %c: tensor<2xcomplex<f32>>, %d: i1, %e: index)
    -> (tensor<2xbf16>, tensor<2xi4>, tensor<2xcomplex<f32>>, i1, index) {
  return %a, %b, %c, %d, %e : tensor<2xbf16>, tensor<2xi4>, tensor<2xcomplex<f32>>, i1, index
}
"""
    path = tmp_path / "f.mlir"
    path.write_text(text)
    outputs = tmp_path / "out.npz"
    assert run(path, "--outputs", outputs, "--reference", path) == Result(0, "", "")
    with np.load(outputs) as file:
        assert file.files == ["out0", "out1", "out2", "out3", "out4"]
        assert file["out2"].dtype == np.complex64 and file["out3"].dtype == np.bool_ and file["out4"].shape == ()
        renamed = {f"arg{number}": file[f"out{number}"] for number in range(5)}
    inputs = saved(tmp_path / "in.npz", **renamed)
    assert run(path, "--inputs", inputs) == Result(0, "", "")
