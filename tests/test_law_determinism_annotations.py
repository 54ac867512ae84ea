"""Laws 6 and 7: the same input gives the same bytes in any process, and the user's annotations hold in the result."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from programs import Tensor, annotations_of, apply, check_same, examples, meshes, parse, shard_text, shardings
from random_programs import RandomProgram, random_programs
from xdsl.passes import ModulePass

from llmsys_ir.program.boundary import argument_shardings, result_shardings
from llmsys_ir.runtime.programs import find_program, random_inputs, run_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.mlir"))


@examples(25)
@given(program=random_programs(), mesh=meshes())
def test_same_input_same_text(program: RandomProgram, mesh: Mesh) -> None:
    text = f"mesh.mesh @mesh(shape = {mesh})\n{program.function()}"
    first, second = (module_text(apply(parse(text), AutoShardPass(), SpmdPartitionPass())) for _ in range(2))
    assert first == second


def process(path: Path, seed: str, *arguments: str) -> bytes:
    """What llmsys-opt prints in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from llmsys_ir.tools.llmsys_opt import main; main()", str(path), *arguments],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    ).stdout


@pytest.mark.parametrize("path", [path for path in EXAMPLES if path.stem in ("mlp", "attention")], ids=lambda p: p.stem)
def test_same_bytes_in_every_process(path: Path, tmp_path: Path) -> None:
    plans = [tmp_path / f"{seed}.json" for seed in "012"]
    outputs = {
        process(path, seed, f"--auto-shard=mesh=2x4 plan={plan}", "--spmd-partition")
        for seed, plan in zip("012", plans, strict=True)
    }
    assert len(outputs) == 1
    assert b"mesh." in next(iter(outputs))
    texts = {
        "\n".join(line for line in plan.read_text().splitlines() if "solver_seconds" not in line) for plan in plans
    }
    assert len(texts) == 1


@st.composite
def annotated_programs(draw: st.DrawFn) -> tuple[Mesh, str]:
    """A random program in which some values are annotated where they are defined and some where they are used."""
    program, mesh = draw(random_programs(2, 7)), draw(meshes(2))
    sums = (ReductionKind.SUM,)
    tensors = dict(program.arguments)
    lines: list[str] = []
    count = 0

    def annotate(name: str, flag: str) -> str:
        nonlocal count
        count += 1
        tensor = tensors[name]
        sharding = draw(shardings(tensor.shape, mesh, sums))
        lines.append(f"%s{count} = mesh.shard {name} to {shard_text(sharding)}{flag} : {tensor}")
        tensors[f"%s{count}"] = tensor
        return f"%s{count}"

    stands: dict[str, str] = {}
    for name, _ in program.arguments:
        if draw(st.integers(0, 3)) == 3:
            stands[name] = annotate(name, "")
    for line in program.lines:
        result, _, rest = line.partition(" = ")
        words = rest.split("{\n")[0]
        for name in sorted(tensors, key=len, reverse=True):
            if name.startswith("%s") or f"{name} " not in f"{words.replace(',', ' ').replace(')', ' ')} ":
                continue
            now = stands.get(name, name)
            if draw(st.integers(0, 3)) == 3:
                now = annotate(now, " annotate_for_users")
            rest = _replaced(rest, name, now)
        lines.append(f"{result} = {rest}")
        if result.startswith("%v"):
            sizes = line.rsplit("tensor<")[-1].split(">")[0].split("x")
            tensors[result] = Tensor(tuple(map(int, sizes[:-1])))
            if draw(st.integers(0, 4)) == 4:
                stands[result] = annotate(result, "")
    head, _, _ = program.function().partition("{\n")
    names = ", ".join(stands.get(name, name) for name, _ in program.results)
    types = ", ".join(str(tensor) for _, tensor in program.results)
    body = "".join(f"  {line}\n" for line in (*lines, f"return {names} : {types}"))
    return mesh, f"mesh.mesh @mesh(shape = {mesh})\n{head}{{\n{body}}}\n"


def _replaced(text: str, name: str, by: str) -> str:
    return re.sub(rf"{re.escape(name)}\b", by, text)


@examples(150)
@given(drawn=annotated_programs())
def test_annotations_hold(drawn: tuple[Mesh, str]) -> None:
    _, text = drawn
    note(text)
    planned = apply(parse(text), AutoShardPass())
    assert annotations_of(parse(text)) <= annotations_of(planned)
    check_same(apply(planned, SpmdPartitionPass()), parse(text))


@examples(150)
@given(drawn=annotated_programs())
def test_partly_annotated_programs_partition(drawn: tuple[Mesh, str]) -> None:
    _, text = drawn
    note(text)
    check_same(apply(parse(text), SpmdPartitionPass()), parse(text))


@pytest.mark.parametrize("sharding", ["[[0]]", "[[], [1]]", "[[0, 1]]"])
@pytest.mark.parametrize("passes", [(SpmdPartitionPass(),), (AutoShardPass(), SpmdPartitionPass())])
def test_a_sharding_that_does_not_divide_holds(sharding: str, passes: Sequence[ModulePass]) -> None:
    text = (
        "mesh.mesh @mesh(shape = 4x8)\nfunc.func @main(%a: tensor<6x6xf32>) -> tensor<6x6xf32> {\n"
        f"  %0 = mesh.shard %a to <@mesh, {sharding}> : tensor<6x6xf32>\n  return %0 : tensor<6x6xf32>\n}}\n"
    )
    module = apply(parse(text), *passes)
    assert f"#mesh.shard<@mesh, {sharding}" in str(module)
    program = find_program(module)
    inputs = random_inputs(program.arguments, 0)
    np.testing.assert_array_equal(run_program(program, inputs).results[0], inputs[0])


def test_boundary_says_what_is_annotated() -> None:
    text = (
        "mesh.mesh @mesh(shape = 2x2)\nfunc.func @main(%a: tensor<4x4xf32>) -> tensor<4x4xf32> {\n"
        "  %0 = mesh.shard %a to <@mesh, [[1, 0]]> : tensor<4x4xf32>\n"
        "  %1 = tosa.tanh %0 : (tensor<4x4xf32>) -> tensor<4x4xf32>\n"
        "  %2 = mesh.shard %1 to <@mesh, [[], [0]]> : tensor<4x4xf32>\n  return %2 : tensor<4x4xf32>\n}\n"
    )
    function = find_program(apply(parse(text), AutoShardPass(), SpmdPartitionPass())).function
    (argument,), (result,) = argument_shardings(function), result_shardings(function)
    assert argument is not None
    assert result is not None
    assert argument.to_sharding(2).dims == ((1, 0), ())
    assert result.to_sharding(2).dims == ((), (0,))
