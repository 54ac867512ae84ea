"""verify-partition and llmsys-run --shrink: what is checked, what shrinks to what, and what is said of the rest."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from filecheck_runner import Result, run_tool
from programs import parse

from llmsys_ir.program.shrinking.classes import Equation, Family
from llmsys_ir.program.shrinking.units import Scale, fits, smallest_scale
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.runtime.small_instances import shrunk
from llmsys_ir.tools import llmsys_opt, llmsys_run
from models import run_model
from mutants import PROGRAMS

DOCUMENT = str(Path(__file__).parent.parent / "examples" / "document.mlir")

GLOBAL = """func.func @main(%a: tensor<64x96xf32>) -> tensor<64x96xf32> {
  %0 = stablehlo.negate %a : tensor<64x96xf32>
  return %0 : tensor<64x96xf32>
}
"""
SPMD = """mesh.mesh @mesh(shape = 2x4)
func.func @main(%a: tensor<16x96xf32> {mesh.sharding = #mesh.shard<@mesh, [[1]]>})
    -> (tensor<16x96xf32> {mesh.sharding = #mesh.shard<@mesh, [[1]]>}) {
  %0 = stablehlo.negate %a : tensor<16x96xf32>
  return %0 : tensor<16x96xf32>
}
"""


def verified(tmp_path: Path, program: str, reference: str = GLOBAL, options: str = "shrink=always") -> Result:
    path = tmp_path / "global.mlir"
    path.write_text(reference)
    return run_tool(llmsys_opt.main, ["-", f"--verify-partition=reference={path} {options}"], program)


def message(result: Result) -> str:
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
    return result.stderr


def test_a_right_program_is_passed_on(tmp_path: Path):
    result = verified(tmp_path, SPMD)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "stablehlo.negate" in result.stdout


def test_the_wrong_element_and_its_device_are_named(tmp_path: Path):
    wrong = "%1 = mesh.shift %0 on @mesh mesh_axes = [1] shift_axis = 1 offset = 1 rotate"
    program = SPMD.replace("return %0", f"{wrong} : tensor<16x96xf32> -> tensor<16x96xf32>\n  return %1")
    assert "result 0 differs from the reference's, first at [0, 0] on device (0, 0)" in message(
        verified(tmp_path, program)
    )


def test_replicas_that_differ_are_wrong_where_they_differ(tmp_path: Path):
    program = SPMD.replace("#mesh.shard<@mesh, [[1]]>})\n", "#mesh.shard<@mesh, [[]]>})\n").replace("16x96", "64x96")
    program = program.replace(
        "return %0",
        "%i = mesh.process_multi_index on @mesh axes = [1] : index\n  %c = arith.constant 2 : index\n"
        "  %b = arith.cmpi eq, %i, %c : index\n  %1 = arith.select %b, %a, %0 : tensor<64x96xf32>\n  return %1",
    ).replace("[[1]]>}) {", "[[]]>}) {")
    assert "on device (0, 2)" in message(verified(tmp_path, program))


@pytest.mark.parametrize(
    ("program", "reference", "options", "expected"),
    [
        (GLOBAL, GLOBAL, "", "has no SPMD program to verify; partition it first, with --spmd-partition"),
        (SPMD, SPMD, "", "needs a global program as its reference"),
        (SPMD, GLOBAL.replace("@main", "@f") + GLOBAL.replace("@main", "@g"), "", "which has @f, @g"),
        (
            SPMD,
            GLOBAL.replace("64x", "32x"),
            "",
            "expected argument 0 to be 32x96xf32 as in the reference, got 64x96xf32",
        ),
        (SPMD, GLOBAL.replace("96xf32", "96xf64"), "", "expected argument 0 to be 64x96xf64"),
        (SPMD, "func.func @main(", "", "error"),
        (SPMD, GLOBAL, "memory=lots", "option 'memory'"),
        (SPMD, GLOBAL, "memory=1KiB shrink=never", "could not be checked: its values take"),
        (SPMD, GLOBAL, "shrink=sometimes", "shrink"),
    ],
)
def test_what_cannot_be_checked_is_an_error(tmp_path: Path, program: str, reference: str, options: str, expected: str):
    assert expected in message(verified(tmp_path, program, reference, options))


def test_a_reference_is_needed():
    assert "'reference'" in message(run_tool(llmsys_opt.main, ["-", "--verify-partition"], SPMD))
    missing = run_tool(llmsys_opt.main, ["-", "--verify-partition=reference=nowhere.mlir"], SPMD)
    assert "cannot read 'nowhere.mlir'" in message(missing)


def test_a_program_that_does_not_shrink_is_not_taken_for_verified(tmp_path: Path):
    reference = GLOBAL.replace("stablehlo.negate %a :", '"foreign.op"(%a) : (tensor<64x96xf32>) ->')
    program = SPMD.replace("stablehlo.negate %a :", '"foreign.op"(%a) : (tensor<16x96xf32>) ->')
    result = run_tool(llmsys_opt.main, ["-", "--allow-unregistered-dialect", _option(tmp_path, reference)], program)
    assert "could not be checked" in message(result)


def _option(tmp_path: Path, reference: str) -> str:
    path = tmp_path / "global.mlir"
    path.write_text(reference)
    return f"--verify-partition=reference={path} memory=1KiB"


def test_uneven_and_windowed_dims_shrink_to_the_same_structure():
    program = shrunk([find_program(parse(PROGRAMS["softmax, uneven"].text()))]).programs[0]
    assert program.arguments[0].spec.shape[1] < 110
    scale = smallest_scale(Family({1000, 334}, {1002}, {Equation.of((1, 1002), (-3, 334))}))
    assert scale is not None
    assert scale(1002) == 3 * scale(334)
    assert scale(1002) - scale(1000) == 2


def test_numbers_keep_their_order_and_equations():
    family = Family({4096, 512}, {513, 511, 1}, {Equation.of((1, 4096), (-8, 512))})
    scale = smallest_scale(family)
    assert scale is not None
    assert [scale(number) - scale(512) for number in (511, 512, 513)] == [-1, 0, 1]
    assert scale(4096) == 8 * scale(512)
    assert not fits(Scale(512, 1), family)
    assert smallest_scale(Family({7}, {3}, {Equation.of((1, 7))})) is None


def test_the_document_is_verified_at_full_size():
    arguments = [DOCUMENT, "--spmd-partition", f"--verify-partition=reference={DOCUMENT}"]
    assert run_tool(llmsys_opt.main, arguments).exit_code == 0


def test_run_shrinks_a_program_and_its_reference():
    spmd = run_tool(llmsys_opt.main, [DOCUMENT, "--spmd-partition"]).stdout
    lines = ["argument 0: 32x1000x4096 -> 12x3x24", "argument 1: 32x4096x8192 -> 12x24x3"]
    lines.append("result 0: 32x1000x8192 -> 12x3x3")
    shown = run_tool(llmsys_run.main, ["-", "--shrink", "--reference", DOCUMENT], spmd)
    assert shown == Result(0, "\n".join(lines) + "\n", "")
    written = run_tool(llmsys_run.main, ["-", "--shrink", "--reference", DOCUMENT, "--json", "-"], spmd)
    assert json.loads(written.stdout)["shrunk"] == lines


def test_run_takes_no_inputs_for_a_small_instance():
    assert "--inputs" in message(run_tool(llmsys_run.main, [DOCUMENT, "--shrink", "--inputs", "in.npz"]))
    assert "cannot open" in message(run_tool(llmsys_run.main, [DOCUMENT, "--shrink", "--reference", "nowhere.mlir"]))


@pytest.mark.parametrize("mesh", ["8", "2x4"])
@pytest.mark.parametrize("name", ["mlp-adam", "gpt", "moe", "dlrm-sgd", "unet"])
def test_models_are_verified(name: str, mesh: str):
    assert run_model(name, mesh, verify=True).wrong == ()


DEPTHWISE = """mesh.mesh @mesh(shape = 4)
func.func @main(%a: tensor<32x512x8192xf32>, %k: tensor<4x1x8192xf32>) -> tensor<32x509x8192xf32> {
  %s = mesh.shard %a to <@mesh, [[], [], [0]]> : tensor<32x512x8192xf32>
  %0 = stablehlo.convolution(%s, %k) dim_numbers = [b, 0, f]x[0, i, o]->[b, 0, f], window = {stride = [1]}
       {batch_group_count = 1 : i64, feature_group_count = 8192 : i64}
       : (tensor<32x512x8192xf32>, tensor<4x1x8192xf32>) -> tensor<32x509x8192xf32>
  %1 = mesh.shard %0 to <@mesh, [[], [], [0]]> : tensor<32x509x8192xf32>
  return %1 : tensor<32x509x8192xf32>
}
"""


def test_the_groups_of_a_depthwise_convolution_shrink(tmp_path: Path):
    program = run_tool(llmsys_opt.main, ["-", "--spmd-partition"], DEPTHWISE).stdout
    assert "feature_group_count = 2048" in program
    right = verified(tmp_path, program, DEPTHWISE, "memory=1MiB")
    assert (right.exit_code, right.stderr) == (0, "")
    (kernel,) = re.findall(r"mesh.all_slice %arg1.*", program)
    turned = program.replace(kernel, kernel.replace("mesh.all_slice %arg1", "mesh.all_slice %t"))
    turned = turned.replace(
        "    %all_slice =", "    %t = stablehlo.reverse %arg1, dims = [2] : tensor<4x1x8192xf32>\n    %all_slice ="
    )
    assert "result 0 differs from the reference's" in message(verified(tmp_path, turned, DEPTHWISE, "memory=1MiB"))
