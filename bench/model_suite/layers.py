"""Layers that several models share: pytrees of arrays that are called on activations.

Activations have the dims batch, sequence, features. Norms, softmax and losses compute in float32 whatever their
operands' dtype.
"""

from __future__ import annotations

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array, lax

from model_suite.foreign import einsum, ones
from model_suite.values import Values


class Linear(NamedTuple):
    """A matrix and a bias."""

    weight: Array
    bias: Array

    @classmethod
    def make(cls, values: Values, inputs: int, outputs: int) -> Linear:
        """Weights."""
        return cls(values.weight(inputs, outputs, inputs=inputs), values.bias(outputs))

    def __call__(self, x: Array) -> Array:
        """Multiply the last dim."""
        return x @ self.weight + self.bias


class LayerNorm(NamedTuple):
    """Normalises the last dim to mean 0 and variance 1."""

    scale: Array
    bias: Array

    @classmethod
    def make(cls, values: Values, width: int) -> LayerNorm:
        """Weights."""
        return cls(values.scale(width), values.bias(width))

    def __call__(self, x: Array) -> Array:
        """Normalise."""
        wide = x.astype(jnp.float32)
        centered = wide - jnp.mean(wide, axis=-1, keepdims=True)
        normal = centered * lax.rsqrt(jnp.mean(jnp.square(centered), axis=-1, keepdims=True) + 1e-5)
        return normal.astype(x.dtype) * self.scale + self.bias


class RmsNorm(NamedTuple):
    """Normalises the last dim to mean square 1."""

    scale: Array

    @classmethod
    def make(cls, values: Values, width: int) -> RmsNorm:
        """Weights."""
        return cls(values.scale(width))

    def __call__(self, x: Array) -> Array:
        """Normalise."""
        wide = x.astype(jnp.float32)
        normal = wide * lax.rsqrt(jnp.mean(jnp.square(wide), axis=-1, keepdims=True) + 1e-5)
        return normal.astype(x.dtype) * self.scale


class FeedForward(NamedTuple):
    """Two matrices with a GELU between them."""

    up: Linear
    down: Linear

    @classmethod
    def make(cls, values: Values, width: int, hidden: int) -> FeedForward:
        """Weights."""
        return cls(Linear.make(values, width, hidden), Linear.make(values, hidden, width))

    def __call__(self, x: Array) -> Array:
        """Up and down."""
        return self.down(jax.nn.gelu(self.up(x)))


class Attention(NamedTuple):
    """Multi-head self-attention; one matrix makes queries, keys and values."""

    projection: Array
    projection_bias: Array
    output: Array
    output_bias: Array

    @classmethod
    def make(cls, values: Values, width: int, heads: int, head: int) -> Attention:
        """Weights."""
        return cls(
            values.weight(width, 3, heads, head, inputs=width),
            values.bias(3, heads, head),
            values.weight(heads, head, width, inputs=heads * head),
            values.bias(width),
        )

    def __call__(self, x: Array, mask: Array | None = None) -> Array:
        """Attend to where the mask, of dims query and key, is true."""
        projected = einsum("bsw,wthd->tbshd", x, self.projection) + self.projection_bias[:, None, None]
        queries, keys, values = projected
        scores = einsum("bqhd,bkhd->bhqk", queries, keys)
        weights = attention_weights(scores, queries.shape[-1], mask)
        mixed = einsum("bhqk,bkhd->bqhd", weights, values)
        return einsum("bqhd,hdw->bqw", mixed, self.output) + self.output_bias


def attention_weights(scores: Array, head: int, mask: Array | None) -> Array:
    """The softmax of scores over their last dim, where the mask is true."""
    scaled = scores.astype(jnp.float32) * head**-0.5
    masked = scaled if mask is None else jnp.where(mask, scaled, -jnp.inf)
    return jax.nn.softmax(masked, axis=-1).astype(scores.dtype)


def causal_mask(sequence: int) -> Array:
    """True where a query's position is not before the key's."""
    return jnp.tril(ones((sequence, sequence), np.bool_))


class Block(NamedTuple):
    """A transformer layer that normalises first."""

    attention_norm: LayerNorm
    attention: Attention
    forward_norm: LayerNorm
    forward: FeedForward

    @classmethod
    def make(cls, values: Values, width: int, hidden: int, heads: int, head: int) -> Block:
        """Weights."""
        attention = Attention.make(values, width, heads, head)
        norms = LayerNorm.make(values, width), LayerNorm.make(values, width)
        return cls(norms[0], attention, norms[1], FeedForward.make(values, width, hidden))

    def __call__(self, x: Array, mask: Array | None = None) -> Array:
        """Attend, then feed forward."""
        x = x + self.attention(self.attention_norm(x), mask)
        return x + self.forward(self.forward_norm(x))


def cross_entropy(logits: Array, labels: Array) -> Array:
    """The mean cross entropy of labels, which index the logits' last dim."""
    logs = jax.nn.log_softmax(logits.astype(jnp.float32), axis=-1)
    return -jnp.mean(jnp.take_along_axis(logs, labels[..., None], axis=-1))
