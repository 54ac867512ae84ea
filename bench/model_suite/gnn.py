"""A graph neural network that classifies nodes by the messages of their neighbours."""

from __future__ import annotations

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import Array

from model_suite.foreign import adam, ones
from model_suite.layers import Linear, cross_entropy
from model_suite.mlp import Mlp
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.training import train
from model_suite.values import Values


class GnnLayer(NamedTuple):
    """A perceptron for messages, and one for what a node makes of them."""

    message: Mlp
    update: Mlp

    @classmethod
    def make(cls, values: Values, width: int, hidden: int) -> GnnLayer:
        """Weights."""
        return cls(Mlp.make(values, 2 * width, hidden, width), Mlp.make(values, 2 * width, hidden, width))

    def __call__(self, nodes: Array, senders: Array, receivers: Array) -> Array:
        """Add to each node what it makes of the mean of its messages."""
        messages = self.message(jnp.concatenate([nodes[senders], nodes[receivers]], axis=-1))
        total = jax.ops.segment_sum(messages, receivers, nodes.shape[0])
        number = jax.ops.segment_sum(ones((messages.shape[0], 1)), receivers, nodes.shape[0])
        return nodes + self.update(jnp.concatenate([nodes, total / jnp.maximum(number, 1)], axis=-1))


class Gnn(NamedTuple):
    """The parameters."""

    layers: list[GnnLayer]
    output: Linear

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> Gnn:
        """Weights."""
        layers = [GnnLayer.make(values, sizes.width, sizes.hidden) for _ in range(sizes.layers)]
        return cls(layers, Linear.make(values, sizes.width, sizes.classes))

    def __call__(self, nodes: Array, senders: Array, receivers: Array) -> Array:
        """The logits of the classes: dims node, class.

        Args:
            nodes: features: dims node, feature.
            senders: the node at which each edge starts.
            receivers: the node at which each edge ends.
        """
        for layer in self.layers:
            nodes = layer(nodes, senders, receivers)
        return self.output(nodes)


def _make(values: Values, sizes: Sizes) -> tuple[Gnn, Array, Array, Array]:
    nodes = values.normal(sizes.nodes, sizes.width)
    senders, receivers = (values.integers(sizes.edges, below=sizes.nodes) for _ in range(2))
    return Gnn.make(values, sizes), nodes, senders, receivers


def logits(gnn: Gnn, nodes: Array, senders: Array, receivers: Array) -> Array:
    """The logits of the classes."""
    return gnn(nodes, senders, receivers)


def forward(sizes: Sizes) -> Program:
    """The logits of the classes."""
    return Program(logits, lambda values: _make(values, sizes))


def train_adam(sizes: Sizes) -> Program:
    """A training step."""

    def loss(gnn: Gnn, nodes: Array, senders: Array, receivers: Array, labels: Array) -> Array:
        return cross_entropy(gnn(nodes, senders, receivers), labels)

    def make(values: Values) -> tuple[object, ...]:
        return *_make(values, sizes), values.integers(sizes.nodes, below=sizes.classes)

    return train(loss, adam(3e-3), make)
