"""A transformer decoder whose feed-forward layers are mixtures of experts, two for each token, as in GShard."""

from __future__ import annotations

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import Array, lax

from model_suite.foreign import adam, einsum
from model_suite.gpt import batch_of_tokens
from model_suite.layers import Attention, LayerNorm, causal_mask, cross_entropy
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.training import train
from model_suite.values import Values

CHOICES = 2
"""Experts that a token goes to."""

CAPACITY = 1.25
"""Places of an expert, per token that it would get if all got the same number."""

BALANCE = 0.01
"""The weight of the loss that keeps experts equally busy."""


class Mixture(NamedTuple):
    """Experts, and the matrix that routes tokens to them."""

    router: Array
    up: Array
    down: Array

    @classmethod
    def make(cls, values: Values, width: int, hidden: int, experts: int) -> Mixture:
        """Weights."""
        return cls(
            values.weight(width, experts, inputs=width),
            values.weight(experts, width, hidden, inputs=width),
            values.weight(experts, hidden, width, inputs=hidden),
        )

    def __call__(self, x: Array) -> tuple[Array, Array]:
        """What the experts make of each token, and how unequally busy they are; 1 if equally."""
        gates = jax.nn.softmax(x @ self.router, axis=-1)
        combine, balance = route(gates, int(CAPACITY * CHOICES * x.shape[1] / gates.shape[-1]) + 1)
        dispatched = einsum("bsec,bsw->ebcw", (combine > 0).astype(x.dtype), x)
        hidden = jax.nn.gelu(einsum("ebcw,ewh->ebch", dispatched, self.up))
        return einsum("bsec,ebcw->bsw", combine, einsum("ebch,ehw->ebcw", hidden, self.down)), balance


def route(gates: Array, capacity: int) -> tuple[Array, Array]:
    """How much of each place of each expert goes to each token, and how unequally busy the experts are.

    First choices take the places of an expert in the order of the tokens, then second choices; who comes too late
    gets none.

    Args:
        gates: probabilities of dims batch, sequence, expert.
        capacity: places of an expert, per batch index.

    Returns:
        An array of dims batch, sequence, expert, place, and a number.
    """
    weights, experts = lax.top_k(gates, CHOICES)
    weights = weights / jnp.sum(weights, axis=-1, keepdims=True)
    chosen = jax.nn.one_hot(experts.swapaxes(1, 2), gates.shape[-1], dtype=gates.dtype)
    batch, choices, sequence, count = chosen.shape
    arrivals = jnp.cumsum(chosen.reshape(batch, choices * sequence, count), axis=1).reshape(chosen.shape)
    places = jax.nn.one_hot(((arrivals - 1) * chosen).astype(jnp.int32), capacity, dtype=gates.dtype)
    combine = einsum("bsk,bkse,bksec->bsec", weights, chosen, places * ((arrivals <= capacity)[..., None]))
    busy = jnp.mean(chosen[:, 0], axis=1) * jnp.mean(gates, axis=1)
    return combine, count * jnp.mean(jnp.sum(busy, axis=-1))


class MoeBlock(NamedTuple):
    """A transformer layer that normalises first."""

    attention_norm: LayerNorm
    attention: Attention
    mixture_norm: LayerNorm
    mixture: Mixture

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> MoeBlock:
        """Weights."""
        attention = Attention.make(values, sizes.width, sizes.heads, sizes.head)
        norms = LayerNorm.make(values, sizes.width), LayerNorm.make(values, sizes.width)
        return cls(norms[0], attention, norms[1], Mixture.make(values, sizes.width, sizes.hidden, sizes.experts))

    def __call__(self, x: Array, mask: Array) -> tuple[Array, Array]:
        """Attend, then ask the experts; also how unequally busy they are."""
        x = x + self.attention(self.attention_norm(x), mask)
        mixed, balance = self.mixture(self.mixture_norm(x))
        return x + mixed, balance


class Moe(NamedTuple):
    """The parameters."""

    embedding: Array
    blocks: list[MoeBlock]
    norm: LayerNorm

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> Moe:
        """Weights."""
        embedding = values.weight(sizes.vocabulary, sizes.width, inputs=sizes.width)
        blocks = [MoeBlock.make(values, sizes) for _ in range(sizes.layers)]
        return cls(embedding, blocks, LayerNorm.make(values, sizes.width))

    def __call__(self, tokens: Array) -> tuple[Array, Array]:
        """The logits of each next token, and the mean over the layers of how unequally busy the experts are."""
        x, mask = self.embedding[tokens], causal_mask(tokens.shape[1])
        balances: list[Array] = []
        for block in self.blocks:
            x, balance = block(x, mask)
            balances.append(balance)
        return einsum("bsw,vw->bsv", self.norm(x), self.embedding), jnp.mean(jnp.stack(balances))


def logits(moe: Moe, tokens: Array) -> Array:
    """The logits of each next token."""
    return moe(tokens)[0]


def forward(sizes: Sizes) -> Program:
    """The logits of each next token."""

    def make(values: Values) -> tuple[object, ...]:
        return Moe.make(values, sizes), batch_of_tokens(values, sizes)[0]

    return Program(logits, make)


def train_adam(sizes: Sizes) -> Program:
    """A training step."""

    def loss(moe: Moe, tokens: Array, targets: Array) -> Array:
        logits, balance = moe(tokens)
        return cross_entropy(logits, targets) + BALANCE * balance

    def make(values: Values) -> tuple[object, ...]:
        return Moe.make(values, sizes), *batch_of_tokens(values, sizes)

    return train(loss, adam(3e-3), make)
