# JAX leaves most types open.
# pyright: basic
"""A small GPT, trained on eight devices of this machine's CPU; nothing in it says how it is sharded.

    pip install 'llmsys-ir[jax]' optax
    python examples/jax_gpt.py [--steps 50] [--mesh 8] [--partitioner xla|llmsys]

Its text is its own source, byte by byte. It prints the plan, the losses, which are those of one device, and the speed.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("XLA_FLAGS", "--xla_force_host_platform_device_count=8")

import jax
import jax.numpy as jnp
import numpy as np
import optax

from llmsys_ir.frontends.jax import auto_shard

Params = dict[str, Any]


class Sizes(NamedTuple):
    """The sizes of the model and its batches."""

    layers: int = 2
    width: int = 256
    hidden: int = 1024
    heads: int = 8
    vocabulary: int = 256
    batch: int = 32
    sequence: int = 64


def init(random: np.random.Generator, sizes: Sizes) -> Params:
    """Parameters."""
    head = sizes.width // sizes.heads

    def weight(*shape: int, inputs: int) -> Any:
        return random.standard_normal(shape, np.float32) / np.sqrt(inputs, dtype=np.float32)

    def block() -> Params:
        return {
            "norm_1": np.ones(sizes.width, np.float32),
            "qkv": weight(sizes.width, 3, sizes.heads, head, inputs=sizes.width),
            "out": weight(sizes.heads, head, sizes.width, inputs=sizes.width),
            "norm_2": np.ones(sizes.width, np.float32),
            "up": weight(sizes.width, sizes.hidden, inputs=sizes.width),
            "down": weight(sizes.hidden, sizes.width, inputs=sizes.hidden),
        }

    return {
        "embedding": weight(sizes.vocabulary, sizes.width, inputs=sizes.width),
        "positions": weight(sizes.sequence, sizes.width, inputs=sizes.width),
        "blocks": [block() for _ in range(sizes.layers)],
        "norm": np.ones(sizes.width, np.float32),
    }


def norm(x: Any, scale: Any) -> Any:
    """Root mean square normalisation."""
    return x * jax.lax.rsqrt(jnp.mean(x * x, -1, keepdims=True) + 1e-6) * scale


def attention(x: Any, block: Params) -> Any:
    """Causal attention with several heads."""
    queries, keys, values = jnp.einsum("bsw,wthd->tbshd", x, block["qkv"])
    scores = jnp.einsum("bqhd,bkhd->bhqk", queries, keys) / np.sqrt(queries.shape[-1])
    mask = jnp.tril(jnp.ones(scores.shape[-2:], bool))
    weights = jax.nn.softmax(jnp.where(mask, scores, -1e30), -1)
    return jnp.einsum("bhqk,bkhd,hdw->bqw", weights, values, block["out"])


def feed_forward(x: Any, block: Params) -> Any:
    """Two matrices with a GELU between them."""
    return jax.nn.gelu(x @ block["up"]) @ block["down"]


def logits(params: Params, tokens: Any, layer: Callable[[Any, Params], Any] = feed_forward) -> Any:
    """The logits of each next token."""
    x = params["embedding"][tokens] + params["positions"]
    for block in params["blocks"]:
        x = x + attention(norm(x, block["norm_1"]), block)
        x = x + layer(norm(x, block["norm_2"]), block)
    return norm(x, params["norm"]) @ params["embedding"].T


def loss(params: Params, tokens: Any, layer: Callable[[Any, Params], Any] = feed_forward) -> Any:
    """The mean cross entropy of each next token."""
    scores = logits(params, tokens[:, :-1], layer)
    return optax.softmax_cross_entropy_with_integer_labels(scores, tokens[:, 1:]).mean()


optimizer = optax.adam(1e-3)


def step(state: Any, tokens: Any, loss: Callable[[Params, Any], Any] = loss) -> Any:
    """The state after a step, and the loss before it."""
    params, moments = state
    value, gradients = jax.value_and_grad(loss)(params, tokens)
    updates, moments = optimizer.update(gradients, moments, params)
    return (optax.apply_updates(params, updates), moments), value


def batches(random: np.random.Generator, sizes: Sizes) -> Callable[[], Any]:
    """What gives one batch of text after the other."""
    text = np.frombuffer(Path(__file__).read_bytes(), np.uint8).astype(np.int32)
    window = np.arange(sizes.sequence + 1)
    return lambda: text[random.integers(0, len(text) - sizes.sequence - 1, (sizes.batch, 1)) + window]


def train(run: Callable[..., Any], state: Any, batches: Sequence[Any]) -> tuple[list[float], float]:
    """The losses, and the median seconds of a step."""
    losses: list[float] = []
    seconds: list[float] = []
    for tokens in batches:
        started = time.perf_counter()
        state, value = run(state, tokens)
        losses.append(float(value))
        seconds.append(time.perf_counter() - started)
    return losses, float(np.median(seconds[1:] or seconds))


def main(train_step: Callable[..., Any] = step, make: Callable[..., Params] = init) -> None:
    """Plan, train, and train again on one device."""
    parser = argparse.ArgumentParser(description="Train on eight devices, and on one.")
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--mesh", default="8", help="such as 8 or 2x4")
    parser.add_argument("--partitioner", choices=["xla", "llmsys"], default="xla")
    given = parser.parse_args()

    random, sizes = np.random.default_rng(0), Sizes()
    params = make(random, sizes)
    state, batch = (params, optimizer.init(params)), batches(random, sizes)
    text = [batch() for _ in range(given.steps)]

    plan = auto_shard(train_step, mesh=given.mesh, donate_argnums=0)(state, text[0])
    print(plan.explain())

    expected, alone = train(jax.jit(train_step), state, text)
    losses, seconds = train(plan.jit(given.partitioner), state, text)  # which takes the memory of `state`
    print(f"loss: {losses[0]:.4f} before the first step, {losses[-1]:.4f} before the last")
    print(f"as on one device: {np.allclose(losses, expected, rtol=1e-3)}")
    print(f"{1000 * seconds:.0f} ms a step on {plan.mesh.size} devices, {1000 * alone:.0f} ms on one")


if __name__ == "__main__":
    main()
