"""Dims that devices do not divide: programs whose annotations split them compute what the whole program does."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from programs import Tensor, apply, compare_all, examples, parse, run_whole, shard_text

from llmsys_ir.runtime.kernels import kernel_for
from llmsys_ir.runtime.programs import find_program, run_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Axes, Sharding
from llmsys_passes.spmd_partition import SpmdPartitionPass
from random_ops.stablehlo_case import Case
from random_ops.stablehlo_cases import CASES
from random_ops.stablehlo_elementwise_cases import ELEMENTWISE

MESHES = (Mesh((3,)), Mesh((5,)), Mesh((2, 3)))

RUN = [name for name, make in CASES.items() if kernel_for(make(Random(0)).name) is not None]


def any_sharding(tensor: Tensor, mesh: Mesh, random: Random) -> Sharding:
    """A sharding that need not divide the tensor."""
    dims: list[Axes] = [() for _ in tensor.shape]
    for axis in random.sample(mesh.axes, len(mesh.axes)):
        if dims and random.random() < 0.8:
            dim = random.randrange(len(dims))
            dims[dim] = (*dims[dim], axis)
    return Sharding(tuple(dims))


def annotated(case: Case, mesh: Mesh, random: Random) -> str:
    """A module of the op with annotations of some operands and results."""
    lines: list[str] = []

    def shard(value: str, tensor: Tensor) -> str:
        if random.random() < 0.3:
            return value
        name, sharding = f"%s{len(lines)}", any_sharding(tensor, mesh, random)
        lines.append(f"{name} = mesh.shard {value} to {shard_text(sharding)} : {tensor}")
        return name

    operands = [shard(f"%a{number}", tensor) for number, tensor in enumerate(case.operands)]
    lines += case.lines(operands, 0)
    results = [shard(*pair) for pair in zip(case.results_of(0), case.results, strict=True)]
    arguments = ", ".join(f"%a{number}: {tensor}" for number, tensor in enumerate(case.operands))
    types = ", ".join(map(str, case.results))
    body = "\n".join([*lines, f"return {', '.join(results)} : {types}"])
    return f"mesh.mesh @mesh(shape = {mesh})\nfunc.func @main({arguments}) -> ({types}) {{\n{body}\n}}\n"


def check(case: Case, mesh: Mesh, random: Random) -> None:
    """Check one op under one choice of annotations."""
    text = annotated(case, mesh, random)
    note(text)
    module = apply(parse(text), SpmdPartitionPass())
    note(str(module))
    inputs = case.inputs(0)
    compare_all(run_program(find_program(module), inputs).results, run_whole(parse(case.function()), inputs))


@pytest.mark.parametrize("name", [name for name in RUN if name not in ELEMENTWISE])
@examples(10)
@given(random=st.randoms(use_true_random=False))
def test_any_dim_on_any_axes(name: str, random: Random) -> None:
    for mesh in MESHES:
        check(CASES[name](random), mesh, random)


@pytest.mark.parametrize("name", [name for name in RUN if name in ELEMENTWISE])
@examples(2)
@given(random=st.randoms(use_true_random=False))
def test_any_dim_of_elementwise_ops(name: str, random: Random) -> None:
    check(CASES[name](random), random.choice(MESHES), random)
