"""sharding-propagation gives what `mlir-opt-19` and `mlir-opt-22` give, on random annotated programs."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import pytest
from filecheck_runner import Result, require_oracle, run_tool

from llmsys_ir.tools import llmsys_opt

EXAMPLE = Path(__file__).parent.parent / "examples" / "document.mlir"
SHAPES = ["8x16x32", "8x32x16"]
UNARY = ["tanh", "sigmoid", "abs", "exp", "negate", "ceil", "floor", "rsqrt", "reciprocal", "log"]
BINARY = ["add", "sub", "maximum", "minimum", "pow"]
ZERO_POINT = "%zp"
"""An argument that is given as zero point where LLVM 22's ops have them."""


def opt(text: str, *flags: str) -> Result:
    """`llmsys-opt` on a text."""
    return run_tool(llmsys_opt.main, flags, text)


def test_annotating_one_argument_gives_the_document():
    annotated = EXAMPLE.read_text(encoding="utf-8")
    text = "\n".join(line for line in annotated.splitlines() if not re.search(r"shard %(arg1|0) ", line))
    text = text.replace("%sharding_annotated_0", "%arg1").replace("%sharding_annotated_1", "%0")
    assert "mesh.shard %arg0" in text and text.count("mesh.shard") == 1
    assert opt(text, "--sharding-propagation").stdout == opt(annotated).stdout


def test_the_document_is_a_fixed_point():
    annotated = EXAMPLE.read_text(encoding="utf-8")
    assert opt(annotated, "--sharding-propagation").stdout == opt(annotated).stdout


def random_sharding(choose: random.Random, axes: list[int]) -> str:
    """A sharding of a tensor of three dims over some of the axes, each dim of which it divides."""
    dims: list[list[int]] = [[], [], []]
    for axis in choose.sample(axes, choose.randint(1, len(axes))):
        dims[choose.randrange(3)].append(axis)
    while not dims[-1] and len(dims) > 1:
        dims.pop()
    return str(dims)


def random_program(seed: int, dialect: str = "mesh") -> str:
    """A chain of elementwise ops and products, each value used once, some annotated, in LLVM 19's or 22's words."""
    choose = random.Random(seed)
    axes = [0, 1] if choose.random() < 0.7 else [0]
    mesh = "2x4" if len(axes) == 2 else "4"
    lines: list[str] = []
    arguments: list[str] = []

    def argument(shape: str) -> str:
        arguments.append(f"%arg{len(arguments)}: tensor<{shape}xf32>")
        return f"%arg{len(arguments) - 1}"

    def annotated(value: str, shape: str, chance: float) -> str:
        if choose.random() >= chance:
            return value
        users = " annotate_for_users" if choose.random() < 0.5 else ""
        name = f"%s{len(lines)}"
        sharding = random_sharding(choose, axes)
        said = f"<@m, {sharding}>"
        if dialect == "shard":
            said = f"{name}_sharding"
            lines.append(f"{said} = shard.sharding @m split_axes = {sharding} : !shard.sharding")
        lines.append(f"{name} = {dialect}.shard {value} to {said}{users} : tensor<{shape}xf32>")
        return name

    shape = choose.choice(SHAPES)
    value = annotated(argument(shape), shape, 0.6)
    for number in range(choose.randint(1, 5)):
        kind = choose.random()
        name = f"%v{number}"
        if kind < 0.4:
            operation, types = f"tosa.{choose.choice(UNARY)} {value}", f"(tensor<{shape}xf32>)"
        elif kind < 0.7:
            other = annotated(argument(shape), shape, 0.3)
            operation = f"tosa.{choose.choice(BINARY)} {value}, {other}"
            types = f"(tensor<{shape}xf32>, tensor<{shape}xf32>)"
        else:
            batch, _, inner = shape.split("x")
            right = f"{batch}x{inner}x{inner}"
            other = annotated(argument(right), right, 0.3)
            operation = f"tosa.matmul {value}, {other}"
            types = f"(tensor<{shape}xf32>, tensor<{right}xf32>)"
        if dialect == "shard" and ("negate" in operation or "matmul" in operation):
            operation += f", {ZERO_POINT}, {ZERO_POINT}"
            types = types.removesuffix(")") + ", tensor<1xf32>, tensor<1xf32>)"
        lines.append(f"{name} = {operation} : {types} -> tensor<{shape}xf32>")
        value = annotated(name, shape, 0.3)
    body = "\n  ".join(lines)
    grid = "mesh.mesh"
    if dialect == "shard":
        grid = "shard.grid"
        arguments.append(f"{ZERO_POINT}: tensor<1xf32>")
    return (
        f"{grid} @m(shape = {mesh})\nfunc.func @f({', '.join(arguments)}) -> tensor<{shape}xf32> {{\n  {body}\n"
        f"  return {value} : tensor<{shape}xf32>\n}}\n"
    )


def upstream(text: str, tool: str = "mlir-opt-19") -> str | None:
    """What upstream's tool prints; None where it crashes, as it does on some conflicting annotations."""
    oracle = require_oracle(tool)
    arguments = [oracle, "--pass-pipeline=builtin.module(func.func(sharding-propagation))"]
    done = subprocess.run(arguments, input=text, text=True, capture_output=True, check=False)
    if done.returncode < 0:
        return None
    assert done.returncode == 0, done.stderr
    return re.sub(r"(@m, |split_axes = )\[\]", r"\1[[]]", done.stdout)  # upstream prints what its own parser refuses


@pytest.mark.parametrize("block", range(8))
@pytest.mark.parametrize(("dialect", "tool"), [("mesh", "mlir-opt-19"), ("shard", "mlir-opt-22")])
def test_random_programs_as_upstream(dialect: str, tool: str, block: int):
    crashes = 0
    for seed in range(25 * block, 25 * block + 25):
        text = random_program(seed, dialect)
        expected = upstream(text, tool)
        result = opt(text, "--sharding-propagation")
        if expected is None:
            crashes += 1
            assert result.exit_code == 0, result.stderr
        else:
            assert result.stdout == expected, f"seed {seed}\n{text}\n{result.stderr}"
    assert crashes <= 5


@pytest.mark.parametrize("traversal", ["forward", "backward", "forward-backward", "backward-forward"])
def test_traversal_decides_where_to_reshard(traversal: str):
    text = """mesh.mesh @m(shape = 4)
func.func @f(%x: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %a = mesh.shard %x to <@m, [[0]]> : tensor<8x16xf32>
  %0 = tosa.tanh %a : (tensor<8x16xf32>) -> tensor<8x16xf32>
  %1 = tosa.exp %0 : (tensor<8x16xf32>) -> tensor<8x16xf32>
  %b = mesh.shard %1 to <@m, [[], [0]]> : tensor<8x16xf32>
  return %b : tensor<8x16xf32>
}
"""
    printed = opt(text, f"--sharding-propagation=traversal={traversal}", "--spmd-partition").stdout
    ops = re.findall(r"(tosa\.\w+|mesh\.all_to_all) ", printed)
    first = ["tosa.tanh", "mesh.all_to_all", "tosa.exp"]
    assert ops == (first if traversal.startswith("forward") else ["mesh.all_to_all", "tosa.tanh", "tosa.exp"])
