"""Choosing the next tokens of sequences: beam search, and sampling among the likeliest."""

from __future__ import annotations

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import Array, lax

from model_suite.foreign import arange, einsum
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.values import Values

END = 0
"""The token that ends a sequence."""

TEMPERATURE = 0.8
PROBABILITY = 0.9
"""Of the likeliest tokens, those are drawn from whose predecessors are less probable than this together."""


class Beams(NamedTuple):
    """The best sequences so far: dims batch, beam, and for tokens, position."""

    tokens: Array
    scores: Array
    finished: Array


def beam_step(embedding: Array, beams: Beams, features: Array, position: Array) -> Beams:
    """The best sequences with one more token; those that have ended stay as they are.

    Args:
        embedding: of dims vocabulary, feature.
        beams: the best sequences.
        features: what a language model makes of each sequence: dims batch, beam, feature.
        position: where the token goes.
    """
    batch, count, _ = beams.tokens.shape
    logs = jax.nn.log_softmax(einsum("bkw,vw->bkv", features, embedding))
    vocabulary = logs.shape[-1]
    ended = jnp.where(arange(vocabulary) == END, 0.0, -1e9)
    scores = beams.scores[..., None] + jnp.where(beams.finished[..., None], ended, logs)
    best, places = lax.top_k(scores.reshape(batch, count * vocabulary), count)
    parents, chosen = places // vocabulary, places % vocabulary
    tokens = jnp.take_along_axis(beams.tokens, parents[..., None], axis=1)
    tokens = lax.dynamic_update_slice(tokens, chosen[..., None], (0, 0, position))
    finished = jnp.take_along_axis(beams.finished, parents, axis=1) | (chosen == END)
    return Beams(tokens, best, finished)


def beam_search(sizes: Sizes) -> Program:
    """A step of beam search."""

    def make(values: Values) -> tuple[object, ...]:
        shape = sizes.batch, sizes.beams
        beams = Beams(
            values.integers(*shape, sizes.cache, below=sizes.vocabulary),
            values.uniform(*shape, low=-4.0, high=-2.0),
            values.booleans(*shape, probability=0.2),
        )
        embedding = values.weight(sizes.vocabulary, sizes.width, inputs=sizes.width)
        return embedding, beams, values.normal(*shape, sizes.width), values.integers(below=sizes.cache)

    return Program(beam_step, make, donated=(1,))


def top_k_sampling(sizes: Sizes) -> Program:
    """A step of sampling among the likeliest tokens."""

    def sample(embedding: Array, features: Array, key: Array) -> tuple[Array, Array]:
        logits = einsum("bw,vw->bv", features, embedding) / TEMPERATURE
        best, tokens = lax.top_k(logits, sizes.neighbours)
        probabilities = jax.nn.softmax(best, axis=-1)
        before = jnp.cumsum(probabilities, axis=-1) - probabilities
        drawn = jax.random.categorical(key, jnp.where(before < PROBABILITY, best, -jnp.inf))[:, None]
        return jnp.take_along_axis(tokens, drawn, axis=1)[:, 0], jnp.take_along_axis(probabilities, drawn, axis=1)[:, 0]

    def make(values: Values) -> tuple[object, ...]:
        embedding = values.weight(sizes.vocabulary, sizes.width, inputs=sizes.width)
        return embedding, values.normal(sizes.batch, sizes.width), values.key()

    return Program(sample, make)
