"""One step of Llama's decoding: the next token of each sequence, with keys and values kept in a cache."""

from __future__ import annotations

from typing import NamedTuple

import jax.numpy as jnp
import numpy.typing as npt
from jax import Array, lax

from model_suite.foreign import arange
from model_suite.llama import Llama
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.values import Values


class Cache(NamedTuple):
    """Keys and values of a layer: dims batch, position, heads, features."""

    keys: Array
    values: Array

    def insert(self, keys: Array, values: Array, position: Array) -> Cache:
        """The cache with those of one position replaced."""
        start = (0, position, 0, 0)
        return Cache(
            lax.dynamic_update_slice(self.keys, keys, start), lax.dynamic_update_slice(self.values, values, start)
        )


def step(llama: Llama, caches: list[Cache], tokens: Array, position: Array) -> tuple[list[Cache], Array]:
    """The caches with one more position, and the logits of the next tokens: dims batch, vocabulary."""
    x = llama.embedding[tokens][:, None]
    positions, mask = position[None], arange(caches[0].keys.shape[1])[None] <= position
    updated: list[Cache] = []
    for block, old in zip(llama.blocks, caches, strict=True):
        normal = block.attention_norm(x)
        cache = old.insert(*block.attention.keys_and_values(normal, positions), position)
        x = x + block.attention(normal, positions, *cache, mask)
        x = x + block.forward(block.forward_norm(x))
        updated.append(cache)
    return updated, (llama.norm(x) @ llama.output)[:, 0]


def _program(sizes: Sizes, dtype: npt.DTypeLike) -> Program:
    shape = (sizes.batch, sizes.cache, sizes.heads, sizes.head)

    def make(values: Values) -> tuple[object, ...]:
        floats = values.floats(dtype)
        caches = [Cache(floats.normal(*shape), floats.normal(*shape)) for _ in range(sizes.layers)]
        tokens = values.integers(sizes.batch, below=sizes.vocabulary)
        return Llama.make(floats, sizes), caches, tokens, values.integers(below=sizes.cache)

    return Program(step, make, donated=(1,))


def decode(sizes: Sizes) -> Program:
    """A step in float32."""
    return _program(sizes, jnp.float32)


def decode_bf16(sizes: Sizes) -> Program:
    """A step in bfloat16."""
    return _program(sizes, jnp.bfloat16)
