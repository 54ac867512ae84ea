"""Mamba: a language model of selective state-space layers, whose recurrence is a loop or an associative scan."""

from __future__ import annotations

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import Array, lax

from model_suite.foreign import adam, associative_scan, einsum, zeros
from model_suite.gpt import batch_of_tokens
from model_suite.layers import RmsNorm, cross_entropy
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.training import train
from model_suite.values import Values

WINDOW = 4
"""Tokens that the convolution of a layer sees."""


class Recurrence(NamedTuple):
    """`state = decay * state + input` at each token: dims batch, sequence, feature, state."""

    decay: Array
    inputs: Array


def loop(recurrence: Recurrence) -> Array:
    """The states after each token, by one token after the other."""

    def step(state: Array, token: Recurrence) -> tuple[Array, Array]:
        state = token.decay * state + token.inputs
        return state, state

    first = zeros(recurrence.inputs[:, 0].shape)
    _, states = lax.scan(step, first, Recurrence(recurrence.decay.swapaxes(0, 1), recurrence.inputs.swapaxes(0, 1)))
    return states.swapaxes(0, 1)


def tree(recurrence: Recurrence) -> Array:
    """The states after each token, by a tree of pairs."""

    def after(first: Recurrence, second: Recurrence) -> Recurrence:
        return Recurrence(first.decay * second.decay, second.decay * first.inputs + second.inputs)

    return associative_scan(after, recurrence, axis=1).inputs


class MambaBlock(NamedTuple):
    """A gated state-space layer; how fast a state decays, and what goes in and out, depends on the token."""

    norm: RmsNorm
    into: Array
    convolution: Array
    steps: Array
    steps_bias: Array
    log_decay: Array
    inputs: Array
    outputs: Array
    through: Array
    output: Array

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> MambaBlock:
        """Weights."""
        width, inner, states = sizes.width, sizes.inner, sizes.states
        return cls(
            RmsNorm.make(values, width),
            values.weight(width, 2, inner, inputs=width),
            values.weight(WINDOW, 1, inner, inputs=WINDOW),
            values.weight(inner, inner, inputs=inner),
            values.normal(inner, scale=0.5, mean=-2.0),
            values.uniform(inner, states, low=0.0, high=2.0),
            values.weight(inner, states, inputs=inner),
            values.weight(inner, states, inputs=inner),
            values.scale(inner),
            values.weight(inner, width, inputs=inner),
        )

    def __call__(self, tokens: Array, scan: bool) -> Array:
        """Add to the tokens what the layer makes of them; by a loop, or by a tree."""
        x, gate = einsum("bsw,wti->tbsi", self.norm(tokens), self.into)
        x = jax.nn.silu(self._convolve(x))
        steps = jax.nn.softplus(x @ self.steps + self.steps_bias)
        decay = jnp.exp(-steps[..., None] * jnp.exp(self.log_decay))
        inputs = (steps * x)[..., None] * (x @ self.inputs)[:, :, None]
        states = (loop if scan else tree)(Recurrence(decay, inputs))
        y = einsum("bsin,bsn->bsi", states, x @ self.outputs) + self.through * x
        return tokens + (y * jax.nn.silu(gate)) @ self.output

    def _convolve(self, x: Array) -> Array:
        """Each feature with its last few tokens."""
        return lax.conv_general_dilated(
            x,
            self.convolution,
            window_strides=(1,),
            padding=[(WINDOW - 1, 0)],
            dimension_numbers=("NWC", "WIO", "NWC"),
            feature_group_count=x.shape[-1],
        )


class Mamba(NamedTuple):
    """The parameters."""

    embedding: Array
    blocks: list[MambaBlock]
    norm: RmsNorm

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> Mamba:
        """Weights."""
        embedding = values.weight(sizes.vocabulary, sizes.width, inputs=sizes.width)
        blocks = [MambaBlock.make(values, sizes) for _ in range(sizes.layers)]
        return cls(embedding, blocks, RmsNorm.make(values, sizes.width))

    def __call__(self, tokens: Array, scan: bool) -> Array:
        """The logits of each next token: dims batch, sequence, vocabulary."""
        x = self.embedding[tokens]
        for block in self.blocks:
            x = block(x, scan)
        return einsum("bsw,vw->bsv", self.norm(x), self.embedding)


def _forward(sizes: Sizes, scan: bool) -> Program:
    def logits(mamba: Mamba, tokens: Array) -> Array:
        return mamba(tokens, scan)

    def make(values: Values) -> tuple[object, ...]:
        return Mamba.make(values, sizes), batch_of_tokens(values, sizes)[0]

    return Program(logits, make)


def _train(sizes: Sizes, scan: bool) -> Program:
    def loss(mamba: Mamba, tokens: Array, targets: Array) -> Array:
        return cross_entropy(mamba(tokens, scan), targets)

    def make(values: Values) -> tuple[object, ...]:
        return Mamba.make(values, sizes), *batch_of_tokens(values, sizes)

    return train(loss, adam(3e-3), make)


def forward_loop(sizes: Sizes) -> Program:
    """The logits of each next token, by a loop."""
    return _forward(sizes, scan=True)


def forward_tree(sizes: Sizes) -> Program:
    """The logits of each next token, by an associative scan."""
    return _forward(sizes, scan=False)


def train_loop(sizes: Sizes) -> Program:
    """A training step, by a loop."""
    return _train(sizes, scan=True)


def train_tree(sizes: Sizes) -> Program:
    """A training step, by an associative scan."""
    return _train(sizes, scan=False)
