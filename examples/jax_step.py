# JAX leaves most types open.
# pyright: basic
"""A training step written in JAX, sharded over eight devices and checked against JAX's own numbers.

    python examples/jax_step.py

Nothing here says how anything is sharded: the plan does.
"""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from llmsys_ir import auto_shard, partition, simulate
from llmsys_ir.frontends.jax import to_module

BATCH, MODEL, HIDDEN = 1024, 512, 2048


def loss(weights: tuple[Any, Any], x: Any, target: Any) -> Any:
    """The squared error of a perceptron."""
    up, down = weights
    return jnp.mean((jax.nn.gelu(x @ up) @ down - target) ** 2)


def step(weights: tuple[Any, Any], x: Any, target: Any) -> Any:
    """The weights after one step of gradient descent, and the loss before it."""
    value, gradients = jax.value_and_grad(loss)(weights, x, target)
    return jax.tree.map(lambda weight, gradient: weight - 0.1 * gradient, weights, gradients), value


def main() -> None:
    """Shard the step, run it on simulated devices and compare."""
    random = np.random.default_rng(0)
    shapes = (MODEL, HIDDEN), (HIDDEN, MODEL), (BATCH, MODEL), (BATCH, MODEL)
    up, down, x, target = (random.standard_normal(shape, dtype=np.float32) / 16 for shape in shapes)

    module = to_module(step, (up, down), x, target)
    spmd = partition(auto_shard(module, mesh="2x4"))
    outcome = simulate(spmd, [up, down, x, target])

    expected = jax.tree.leaves(jax.jit(step)((up, down), x, target))
    error = max(
        float(np.abs(result - wanted).max() / np.abs(wanted).max())
        for result, wanted in zip(outcome.results, map(np.asarray, expected), strict=True)
    )
    for kind, traffic in outcome.collectives.items():
        if traffic.nbytes:
            print(f"{traffic.count} {kind}: each device sends {traffic.nbytes / 2**20:.2f} MiB")
    print(f"as JAX computes it: {error < 1e-5}")


if __name__ == "__main__":
    main()
