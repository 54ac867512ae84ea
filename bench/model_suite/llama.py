"""Llama: a transformer decoder with rotary positions, grouped queries, RMS norms and SwiGLU."""

from __future__ import annotations

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import Array

from model_suite.foreign import arange, einsum, sgd
from model_suite.gpt import batch_of_tokens
from model_suite.layers import RmsNorm, attention_weights, causal_mask, cross_entropy
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.training import train
from model_suite.values import Values


class SwiGlu(NamedTuple):
    """A feed-forward layer gated by a SiLU."""

    gate: Array
    up: Array
    down: Array

    @classmethod
    def make(cls, values: Values, width: int, hidden: int) -> SwiGlu:
        """Weights."""
        gate, up = (values.weight(width, hidden, inputs=width) for _ in range(2))
        return cls(gate, up, values.weight(hidden, width, inputs=hidden))

    def __call__(self, x: Array) -> Array:
        """Up, gate and down."""
        return (jax.nn.silu(x @ self.gate) * (x @ self.up)) @ self.down


class GroupedAttention(NamedTuple):
    """Self-attention in which `g` query heads share each of `h` key and value heads."""

    query: Array
    key: Array
    value: Array
    output: Array

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> GroupedAttention:
        """Weights."""
        width, heads, group, head = sizes.width, sizes.heads, sizes.queries_per_key, sizes.head
        return cls(
            values.weight(width, heads, group, head, inputs=width),
            values.weight(width, heads, head, inputs=width),
            values.weight(width, heads, head, inputs=width),
            values.weight(heads, group, head, width, inputs=heads * group * head),
        )

    def keys_and_values(self, x: Array, positions: Array) -> tuple[Array, Array]:
        """Of dims batch, sequence, heads, features; keys are rotated by their positions."""
        return rotate(einsum("bsw,whd->bshd", x, self.key), positions), einsum("bsw,whd->bshd", x, self.value)

    def __call__(self, x: Array, positions: Array, keys: Array, values: Array, mask: Array) -> Array:
        """Attend to keys and values where the mask, of dims query and key, is true."""
        projected = einsum("bsw,whgd->bshgd", x, self.query)
        queries = rotate(projected.reshape(*projected.shape[:2], -1, projected.shape[-1]), positions)
        queries = queries.reshape(projected.shape)
        weights = attention_weights(einsum("bqhgd,bkhd->bhgqk", queries, keys), queries.shape[-1], mask)
        return einsum("bqhgd,hgdw->bqw", einsum("bhgqk,bkhd->bqhgd", weights, values), self.output)


def rotate(x: Array, positions: Array) -> Array:
    """Rotary embedding of dims batch, sequence, heads, features by one position per sequence index."""
    half = x.shape[-1] // 2
    angles = positions[:, None] * 10000.0 ** (-arange(half) / half)
    cosine, sine = jnp.cos(angles)[:, None].astype(x.dtype), jnp.sin(angles)[:, None].astype(x.dtype)
    first, second = x[..., :half], x[..., half:]
    return jnp.concatenate([first * cosine - second * sine, second * cosine + first * sine], axis=-1)


class LlamaBlock(NamedTuple):
    """A transformer layer that normalises first."""

    attention_norm: RmsNorm
    attention: GroupedAttention
    forward_norm: RmsNorm
    forward: SwiGlu

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> LlamaBlock:
        """Weights."""
        attention = RmsNorm.make(values, sizes.width), GroupedAttention.make(values, sizes)
        return cls(*attention, RmsNorm.make(values, sizes.width), SwiGlu.make(values, sizes.width, sizes.hidden))

    def __call__(self, x: Array, positions: Array, mask: Array) -> Array:
        """Attend to the sequence itself, then feed forward."""
        normal = self.attention_norm(x)
        x = x + self.attention(normal, positions, *self.attention.keys_and_values(normal, positions), mask)
        return x + self.forward(self.forward_norm(x))


class Llama(NamedTuple):
    """The parameters."""

    embedding: Array
    blocks: list[LlamaBlock]
    norm: RmsNorm
    output: Array

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> Llama:
        """Weights."""
        embedding = values.normal(sizes.vocabulary, sizes.width)
        blocks = [LlamaBlock.make(values, sizes) for _ in range(sizes.layers)]
        norm = RmsNorm.make(values, sizes.width)
        return cls(embedding, blocks, norm, values.weight(sizes.width, sizes.vocabulary, inputs=sizes.width))

    def __call__(self, tokens: Array) -> Array:
        """The logits of each next token: dims batch, sequence, vocabulary."""
        x = self.embedding[tokens]
        positions, mask = arange(tokens.shape[1]), causal_mask(tokens.shape[1])
        for block in self.blocks:
            x = block(x, positions, mask)
        return self.norm(x) @ self.output


def logits(llama: Llama, tokens: Array) -> Array:
    """The logits of each next token."""
    return llama(tokens)


def forward(sizes: Sizes) -> Program:
    """The logits of each next token."""

    def make(values: Values) -> tuple[object, ...]:
        return Llama.make(values, sizes), batch_of_tokens(values, sizes)[0]

    return Program(logits, make)


def train_sgd(sizes: Sizes) -> Program:
    """A training step."""

    def loss(llama: Llama, tokens: Array, targets: Array) -> Array:
        return cross_entropy(llama(tokens), targets)

    def make(values: Values) -> tuple[object, ...]:
        return Llama.make(values, sizes), *batch_of_tokens(values, sizes)

    return train(loss, sgd(0.3), make)
