"""Whole programs: what training and inference of small models lower to."""

from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest
from jax_oracle import check, jax, jnp, lax

RNG = np.random.default_rng(16)
WIDTH, HEADS, VOCABULARY = 16, 2, 23


def normal(*shape: int) -> Any:
    return (0.3 * RNG.normal(size=shape)).astype(np.float32)


def normalized(x: Any, scale: Any) -> Any:
    x = x - x.mean(-1, keepdims=True)
    return x * lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-5) * scale


def attention(x: Any, weights: Any) -> Any:
    batch, length, _ = x.shape
    heads = (x @ weights["qkv"]).reshape(batch, length, 3, HEADS, WIDTH // HEADS)
    q, k, v = heads[:, :, 0], heads[:, :, 1], heads[:, :, 2]
    scores = jnp.einsum("bqhd,bkhd->bhqk", q, k) / 2.8
    scores = jnp.where(jnp.tril(jnp.ones((length, length), bool)), scores, -1e9)
    mixed = jnp.einsum("bhqk,bkhd->bqhd", jax.nn.softmax(scores, -1), v)
    return mixed.reshape(batch, length, WIDTH) @ weights["out"]


def block(x: Any, weights: Any) -> Any:
    x = x + attention(normalized(x, weights["scale"]), weights)
    return x + jax.nn.gelu(normalized(x, weights["scale"]) @ weights["up"]) @ weights["down"]


def transformer(layers: int) -> Any:
    shapes = {
        "qkv": (WIDTH, 3 * WIDTH),
        "out": (WIDTH, WIDTH),
        "up": (WIDTH, 32),
        "down": (32, WIDTH),
        "scale": (WIDTH,),
    }
    stacked = {name: normal(layers, *shape) for name, shape in shapes.items()}
    return {"layers": stacked, "table": normal(VOCABULARY, WIDTH)}


def language_loss(parameters: Any, tokens: Any) -> Any:
    def layer(x: Any, weights: Any) -> Any:
        return jax.checkpoint(block)(x, weights), None

    x, _ = lax.scan(layer, parameters["table"][tokens[:, :-1]], parameters["layers"])
    logits = jax.nn.log_softmax(x @ parameters["table"].T)
    return -jnp.take_along_axis(logits, tokens[:, 1:, None], -1).mean()


def adam(parameters: Any, moments: Any, gradients: Any, step: Any) -> Any:
    first = jax.tree.map(one_minus(0.9, 1), moments[0], gradients)
    second = jax.tree.map(one_minus(0.99, 2), moments[1], gradients)

    def updated(parameter: Any, m: Any, v: Any) -> Any:
        return parameter - 1e-3 * (m / (1 - 0.9**step)) / (jnp.sqrt(v / (1 - 0.99**step)) + 1e-8)

    return jax.tree.map(updated, parameters, first, second), (first, second)


def one_minus(decay: float, power: int) -> Any:
    def mean(moment: Any, gradient: Any) -> Any:
        return decay * moment + (1 - decay) * gradient**power

    return mean


@pytest.mark.parametrize(("dtype", "rtol"), [(np.float32, 1e-3), (ml_dtypes.bfloat16, 5e-2)])
def test_training_a_transformer(dtype: Any, rtol: float) -> None:
    """In bf16 the loss alone is compared: gradients carry the rounding of every layer."""
    leaves, tree = jax.tree.flatten(transformer(3))

    def step(tokens: Any, *leaves: Any) -> Any:
        parameters = jax.tree.unflatten(tree, leaves)
        loss, gradients = jax.value_and_grad(language_loss)(parameters, tokens)
        moments = jax.tree.map(jnp.zeros_like, (parameters, parameters))
        updated = adam(parameters, moments, gradients, jnp.asarray(1, dtype))
        return (loss, updated) if dtype is np.float32 else loss

    check(step, RNG.integers(0, VOCABULARY, (2, 7)), *(leaf.astype(dtype) for leaf in leaves), rtol=rtol, meshes=False)


def image_loss(images: Any, labels: Any, first: Any, second: Any, scale: Any, dense: Any) -> Any:
    x = lax.conv_general_dilated(images, first, (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"))
    mean, variance = x.mean((0, 1, 2)), x.var((0, 1, 2))
    x = jax.nn.relu((x - mean) * lax.rsqrt(variance + 1e-5) * scale)
    x = lax.reduce_window(x, -jnp.inf, lax.max, (1, 3, 3, 1), (1, 2, 2, 1), "SAME")
    x = x + jax.nn.relu(lax.conv_general_dilated(x, second, (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC")))
    logits = jax.nn.log_softmax(x.mean((1, 2)) @ dense)
    return -(logits * jax.nn.one_hot(labels, 5, dtype=logits.dtype)).sum(-1).mean()


def test_training_a_convolutional_network() -> None:
    function: Any = jax.value_and_grad(image_loss, argnums=(2, 3, 4, 5))
    arguments = [normal(4, 8, 8, 3), RNG.integers(0, 5, 4)]
    weights = [normal(3, 3, 3, 8), normal(3, 3, 8, 8), 1 + normal(8), normal(8, 5)]
    check(function, *arguments, *weights, rtol=1e-3, meshes=False)


def mixture(x: Any, router: Any, up: Any, down: Any) -> Any:
    """Two experts per token, each with room for a few tokens."""
    experts, capacity = up.shape[0], 3
    weights, chosen = lax.top_k(jax.nn.softmax(x @ router), 2)
    mask = jax.nn.one_hot(chosen.reshape(-1), experts, dtype=jnp.int32)
    place = (jnp.cumsum(mask, 0) * mask).max(-1) - 1
    tokens = jnp.repeat(jnp.arange(x.shape[0]), 2)
    buffer = jnp.zeros((experts, capacity, x.shape[1]), x.dtype)
    buffer = buffer.at[chosen.reshape(-1), place].add(x[tokens], mode="drop")
    outputs = jnp.einsum("ecf,efd->ecd", jax.nn.silu(jnp.einsum("ecd,edf->ecf", buffer, up)), down)
    back = outputs.at[chosen.reshape(-1), place].get(mode="fill", fill_value=0)
    return jnp.zeros_like(x).at[tokens].add(back * weights.reshape(-1, 1))


def test_a_mixture_of_experts() -> None:
    arguments = (normal(10, 8), normal(8, 4), normal(4, 8, 12), normal(4, 12, 8))
    check(mixture, *arguments, rtol=1e-3)

    def loss(*arguments: Any) -> Any:
        return (mixture(*arguments) ** 2).sum()

    function: Any = jax.grad(loss, argnums=(0, 1, 2, 3))
    check(function, *arguments, rtol=1e-3, meshes=False)


def test_decoding_with_a_cache() -> None:
    parameters = jax.tree.map(jnp.asarray, transformer(1))
    weights = {name: value[0] for name, value in parameters["layers"].items()}

    def step(state: Any, position: Any) -> Any:
        token, keys, values = state
        x = normalized(parameters["table"][token], weights["scale"])
        q, k, v = jnp.split(x @ weights["qkv"], 3, axis=-1)
        keys = lax.dynamic_update_slice_in_dim(keys, k[:, None], position, 1)
        values = lax.dynamic_update_slice_in_dim(values, v[:, None], position, 1)
        scores = jnp.where(jnp.arange(keys.shape[1]) <= position, jnp.einsum("bd,btd->bt", q, keys), -1e9)
        x = x + jnp.einsum("bt,btd->bd", jax.nn.softmax(scores), values) @ weights["out"]
        token = jnp.argmax(x @ parameters["table"].T, -1).astype(jnp.int32)
        return (token, keys, values), token

    def decode(tokens: Any) -> Any:
        empty = jnp.zeros((tokens.shape[0], 12, WIDTH), jnp.float32)
        return lax.scan(step, (tokens, empty, empty), jnp.arange(12, dtype=jnp.int32))[1]

    check(decode, np.array([3, 5], np.int32))
