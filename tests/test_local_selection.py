# JAX leaves most types open.
# pyright: basic
"""top_k, argmax and argmin along sharded dims find what JAX finds, at the price that the plan says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from programs import apply, examples
from xdsl.dialects.builtin import ModuleOp
from xdsl.rewriter import InsertPoint, Rewriter

jax = pytest.importorskip("jax")
import jax.numpy as jnp  # noqa: E402

from llmsys_ir.dialects.mesh import AllGatherOp, AllSliceOp, CollectiveOp, ShardAttr, ShardOp  # noqa: E402
from llmsys_ir.dialects.tensors import tensor_type  # noqa: E402
from llmsys_ir.frontends.jax import to_module  # noqa: E402
from llmsys_ir.program.inlining import inline_calls  # noqa: E402
from llmsys_ir.program.meshes import set_mesh  # noqa: E402
from llmsys_ir.runtime.programs import find_program, run_program  # noqa: E402
from llmsys_ir.sharding.mesh import Mesh  # noqa: E402
from llmsys_ir.sharding.sharding import Sharding  # noqa: E402
from llmsys_ir.tools.printing import module_text  # noqa: E402
from llmsys_passes.auto_shard import AutoShardPass  # noqa: E402
from llmsys_passes.spmd_partition import SpmdPartitionPass  # noqa: E402

MESHES = [Mesh((8,)), Mesh((2, 4)), Mesh((2, 2, 2))]
SELECTING = ("chlo.top_k", "stablehlo.reduce")
SPECIAL = [-1.0, -0.0, 0.0, 1.0, 2.0, np.inf, -np.inf, np.nan]


def force(module: ModuleOp, mesh: Mesh, dims: Sequence[Sequence[int]]) -> None:
    """Have every op that selects take its tensors in this sharding."""
    inline_calls(module)
    set_mesh(module, mesh)
    sharding = Sharding(tuple(map(tuple, dims)))
    for op in [op for op in module.walk() if op.name in SELECTING and len(op.results) == 2]:
        for number, operand in enumerate(op.operands):
            if len(tensor_type(operand).get_shape()) == len(dims):
                annotation = ShardOp(operand, ShardAttr.from_sharding(sharding, mesh.name), annotate_for_users=True)
                Rewriter.insert_op(annotation, InsertPoint.before(op))
                op.operands[number] = annotation.result


def check(function: Any, x: Any, mesh: Mesh, dims: Sequence[Sequence[int]], plan: Path) -> ModuleOp:
    """Check the results on devices against JAX's, and price and memory against the plan's; gives the program."""
    module = to_module(function, x)
    force(module, mesh, dims)
    spmd = apply(module, AutoShardPass(plan=str(plan)), SpmdPartitionPass())
    program = find_program(spmd)
    outcome = run_program(program, [x])
    for ours, theirs in zip(outcome.results, jax.jit(function)(x), strict=True):
        assert ours.dtype == theirs.dtype
        wide, reference = (np.asarray(array).astype(np.float64) for array in (ours, theirs))
        np.testing.assert_array_equal(wide, reference)
        np.testing.assert_array_equal(np.signbit(wide), np.signbit(reference))
    (found,) = json.loads(plan.read_text()).values()
    assert program.predicted_seconds() == pytest.approx(found["seconds"], rel=1e-9)
    assert found["peak_bytes_per_device"] >= outcome.peak_bytes
    return spmd


def spread(draw: st.DrawFn, mesh: Mesh, rank: int, axis: int) -> list[list[int]]:
    """Mesh axes in any order on the dims, some of them on `axis`."""
    dims: list[list[int]] = [[] for _ in range(rank)]
    axes = draw(st.permutations(mesh.axes))
    for number, mesh_axis in enumerate(axes):
        dims[axis if number == 0 else draw(st.sampled_from([axis, *range(rank)]))].append(mesh_axis)
    return dims


@st.composite
def cases(draw: st.DrawFn, last: bool) -> tuple[Any, Mesh, list[list[int]], int]:
    """Elements of which many are equal, a mesh, a sharding of the elements, and a dim that is sharded in it."""
    mesh = draw(st.sampled_from(MESHES))
    rank = draw(st.integers(1, 3))
    axis = rank - 1 if last else draw(st.integers(0, rank - 1))
    dims = spread(draw, mesh, rank, axis)
    sizes = [mesh.size(axes) * draw(st.integers(1, 3)) for axes in dims]
    random = np.random.default_rng(draw(st.integers(0, 1 << 20)))
    dtype = draw(st.sampled_from(["float32", "int32", "uint8", "bfloat16"]))
    values: Any = random.integers(0, 5, sizes) if "int" in dtype else random.choice(SPECIAL, sizes)
    return np.asarray(values).astype(jnp.dtype(dtype)), mesh, dims, axis


@examples(40)
@given(case=cases(last=True), data=st.data())
def test_top_k(case: Any, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    x, mesh, dims, _ = case
    count = data.draw(st.integers(1, x.shape[-1]))
    plan = tmp_path_factory.getbasetemp() / "plan.json"
    spmd = check(lambda x: jax.lax.top_k(x, count), x, mesh, dims, plan)
    searched = {tensor_type(op.operands[0]).get_shape()[-1] for op in spmd.walk() if op.name == "chlo.top_k"}
    local = x.shape[-1] // mesh.size(dims[-1])
    assert searched == {local, min(count, local) * mesh.size(dims[-1])}


@examples(40)
@given(case=cases(last=False))
def test_argmax_and_argmin(case: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    x, mesh, dims, axis = case
    plan = tmp_path_factory.getbasetemp() / "plan.json"
    check(lambda x: (jnp.argmax(x, axis), jnp.argmin(x, axis)), x, mesh, dims, plan)


def test_only_what_is_found_is_sent(tmp_path: Path) -> None:
    """Three of 4,096 scores per row and device, and their places; and one and its place."""
    x = np.random.default_rng(0).standard_normal((4, 8 * 4096), dtype=np.float32)
    for function, sizes in (
        (lambda x: jax.lax.top_k(x, 3), (4, 3)),
        (lambda x: (jnp.argmax(x, 1), jnp.argmin(x, 1)), (1, 4)),
    ):
        spmd = check(function, x, Mesh((8,)), [[], [0]], tmp_path / "plan.json")
        gathers = [op for op in spmd.walk() if isinstance(op, AllGatherOp)]
        assert {tensor_type(op.input).get_shape() for op in gathers} == {sizes}
        assert all(isinstance(op, AllGatherOp | AllSliceOp) for op in spmd.walk() if isinstance(op, CollectiveOp))


def test_a_plan_finds_it_by_itself() -> None:
    """A vocabulary that is sharded for a product stays so for the choice of tokens."""

    def function(x: Any, table: Any) -> Any:
        logits = x @ table
        return jax.lax.top_k(logits, 4)[1], jnp.argmax(logits, -1)

    shapes = [jax.ShapeDtypeStruct(shape, np.float32) for shape in ((64, 256), (256, 4_000_000))]
    spmd = apply(to_module(function, *shapes), AutoShardPass(mesh="8"), SpmdPartitionPass())
    assert "tensor<64x500000xf32>" in module_text(spmd) and "x4000000xf32" not in module_text(spmd)


@pytest.mark.parametrize("function", [lambda a, b: (a[0] + b[0], a[1] - b[1]), lambda a, b: (b[0], a[1])])
def test_other_bodies_take_the_dim_whole(function: Any, tmp_path: Path) -> None:
    """What a body picks without comparing, or computes, is not taken apart."""

    def reduced(x: Any) -> Any:
        return jax.lax.reduce((x, x), (np.float32(0), np.float32(0)), function, (1,))

    module = to_module(reduced, np.ones((8, 16), np.float32))
    spmd = apply(module, AutoShardPass(mesh="8", plan=str(tmp_path / "plan.json")), SpmdPartitionPass())
    shapes = [tensor_type(op.operands[0]).get_shape() for op in spmd.walk() if op.name == "stablehlo.reduce"]
    assert [shape[1] for shape in shapes] == [16]
