"""Dims that devices do not divide: programs whose annotations split them compute what the whole program does."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from programs import Tensor, apply, compare_all, examples, parse, run_whole, shard_text

from llmsys_ir.frontends.jax import from_lowered
from llmsys_ir.runtime.kernels import kernel_for
from llmsys_ir.runtime.programs import compare, find_program, run_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Axes, Sharding
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass
from model_suite import MODELS, ODD
from models import slow_devices
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


@pytest.mark.parametrize("name", ["mlp-adam", "dlrm-sgd", "decode"])
def test_padded_dims_are_whole_at_an_even_boundary(name: str, tmp_path: Path) -> None:
    """Which costs more than to split them there, and less than to split them nowhere."""
    cluster = tmp_path / "slow_devices.toml"
    cluster.write_text(slow_devices("2x4"), encoding="utf-8")
    model = MODELS[name].build(ODD)
    lowered, inputs = from_lowered(model.lower()), [*model.inputs(0)]
    options: list[dict[str, Any]] = [{"uneven": "allow"}, {"uneven": "allow", "even_boundary": True}, {}]
    seconds: list[float] = []
    for chosen in options:
        module = lowered.clone()
        (plan,) = AutoShardPass(cluster=str(cluster), **chosen).shard(module).values()
        seconds.append(plan.seconds)
        program = find_program(apply(module, SpmdPartitionPass()))
        assert program.predicted_seconds() == pytest.approx(plan.seconds, rel=1e-9)
        ports = (*program.arguments, *program.results)
        dims = (dim for port in ports if port.padding for dim in zip(port.sharding.dims, port.padding, strict=True))
        assert any(axes and more for axes, more in dims) == (chosen == {"uneven": "allow"})
        assert compare(run_program(program, inputs).results, [*model.expected(inputs)], program.results).within
    assert seconds[0] <= seconds[1] < seconds[2]
