"""With Alpa's cost model and restrictions, the optima that are known for its tests come out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import jax
import jax.numpy as jnp
import pytest
from programs import apply, parse

from llmsys_ir.dialects import context
from llmsys_ir.frontends.jax import to_module
from llmsys_passes.auto_shard import AutoShardPass
from model_suite import MODELS


def step(layers: int, batch: int, hidden: int) -> tuple[Any, tuple[Any, ...]]:
    """A training step of an MLP with SGD."""

    def loss(weights: list[Any], x: Any, y: Any) -> Any:
        for weight in weights:
            x = jax.nn.relu(x @ weight)
        return jnp.mean((x - y) ** 2)

    def update(weights: list[Any], x: Any, y: Any) -> Any:
        value, gradients = cast(Any, jax).value_and_grad(loss)(weights, x, y)
        return [weight - 0.01 * gradient for weight, gradient in zip(weights, gradients, strict=True)], value

    def described(*shape: int) -> jax.ShapeDtypeStruct:
        return jax.ShapeDtypeStruct(shape, jnp.float32)

    return update, ([described(hidden, hidden)] * layers, described(batch, hidden), described(batch, hidden))


def all_reduce(nbytes: int, devices: int, per_byte: float = 1.0) -> float:
    return 1 + per_byte * 2 * (devices - 1) / devices * nbytes


@pytest.mark.parametrize(
    ("layers", "batch", "hidden", "mesh", "expected"),
    [
        (2, 1024, 128, "4x1", 2 * all_reduce(128 * 128 * 4, 4)),
        (2, 1024, 128, "1x4", 2 * all_reduce(128 * 128 * 4, 4)),
        (2, 128, 1024, "4x1", all_reduce(128 * 1024 * 4, 4)),
        (2, 128, 1024, "1x4", all_reduce(128 * 1024 * 4, 4)),
        (12, 1024, 128, "4x1", 12 * all_reduce(128 * 128 * 4, 4)),
        (12, 128, 1024, "4x1", 11 * all_reduce(128 * 1024 * 4, 4)),
        (
            2,
            1024,
            128,
            "4x8",
            2 * all_reduce(128 * 128 * 4 // 8, 4) + all_reduce(1024 * 128 * 4 // 4, 8, 0.01),
        ),
    ],
)
def test_published_optima(layers: int, batch: int, hidden: int, mesh: str, expected: float, tmp_path: Path) -> None:
    """Latencies of 1 and 1 per byte, 0.01 along the second axis of 4x8; with a split batch the loss is reduced, too."""
    sizes = [int(size) for size in mesh.split("x")]
    rates = [1.0, 0.01] if mesh == "4x8" else [1.0, 1.0]
    axes = "\n".join(
        f"[[axes]]\nsize = {size}\nlatency = 1.0\nbandwidth = {1 / rate}"
        for size, rate in zip(sizes, rates, strict=True)
    )
    cluster = tmp_path / "cluster.toml"
    cluster.write_text(f"memory_bandwidth = 1.0\n{axes}\n[peak_flops]\nf32 = 1.0\n")
    function, arguments = step(layers, batch, hidden)
    module = to_module(function, *arguments, donate_argnums=(0,))
    plan = tmp_path / "plan.json"
    AutoShardPass(mesh=mesh, cluster=str(cluster), cost_model="alpa", plan=str(plan)).apply(context(), module)
    (found,) = json.loads(plan.read_text()).values()
    assert found["status"] == "optimal"
    assert found["compute_seconds"] == 0
    of_loss = found["seconds"] - expected
    assert of_loss == pytest.approx(0, abs=1e-6) or of_loss == pytest.approx(all_reduce(4, 4), abs=1e-6)


def test_experts_are_counted_alike(tmp_path: Path) -> None:
    """No op reads a partial value, and no expert sends less than the best plan."""
    text, plan = MODELS["moe-adam"].build().stablehlo(), tmp_path / "plan.json"
    seconds: dict[str, float] = {}
    for strategy in ("ilp", "megatron", "2d"):
        apply(parse(text), AutoShardPass(mesh="2x4", cost_model="alpa", strategy=strategy, plan=str(plan)))
        (found,) = json.loads(plan.read_text()).values()
        seconds[strategy] = found["seconds"]
        assert not any("partial" in operand for step in found["steps"] for operand in step["operands"]), strategy
    assert min(seconds.values()) >= seconds["ilp"] * (1 - 1e-3)
