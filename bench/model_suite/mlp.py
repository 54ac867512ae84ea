"""A multi-layer perceptron that classifies examples."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import Array

from model_suite.foreign import Optimizer, adafactor, adam, sgd
from model_suite.layers import Linear
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.training import train
from model_suite.values import Values


class Mlp(NamedTuple):
    """Layers with a ReLU between them."""

    layers: list[Linear]

    @classmethod
    def make(cls, values: Values, *widths: int) -> Mlp:
        """Weights, for activations of these widths."""
        return cls([Linear.make(values, inputs, outputs) for inputs, outputs in pairwise(widths)])

    def __call__(self, x: Array) -> Array:
        """The activations of the last layer, without a ReLU."""
        *hidden, last = self.layers
        for layer in hidden:
            x = jax.nn.relu(layer(x))
        return last(x)


def probabilities(mlp: Mlp, examples: Array) -> Array:
    """The probabilities of the classes: dims batch, class."""
    return jax.nn.softmax(mlp(examples))


def loss(mlp: Mlp, examples: Array, labels: Array) -> Array:
    """The mean cross entropy, by one-hot labels."""
    logits = mlp(examples)
    targets = jax.nn.one_hot(labels, logits.shape[-1])
    return -jnp.mean(jnp.sum(targets * jax.nn.log_softmax(logits), axis=-1))


def _make(values: Values, sizes: Sizes) -> tuple[Mlp, Array]:
    mlp = Mlp.make(values, sizes.width, sizes.hidden, sizes.hidden, sizes.classes)
    return mlp, values.normal(sizes.batch, sizes.width)


def forward(sizes: Sizes) -> Program:
    """The probabilities of the classes."""
    return Program(probabilities, lambda values: _make(values, sizes))


def _train(sizes: Sizes, optimizer: Optimizer) -> Program:
    def make(values: Values) -> tuple[object, ...]:
        return *_make(values, sizes), values.integers(sizes.batch, below=sizes.classes)

    return train(loss, optimizer, make)


def train_sgd(sizes: Sizes) -> Program:
    """A training step."""
    return _train(sizes, sgd(0.1))


def train_adam(sizes: Sizes) -> Program:
    """A training step."""
    return _train(sizes, adam(3e-3))


def train_adafactor(sizes: Sizes) -> Program:
    """A training step."""
    return _train(sizes, adafactor(1e-2))
