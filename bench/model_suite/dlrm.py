"""DLRM: a recommender of embedding tables, the products of their features, and perceptrons."""

from __future__ import annotations

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array

from model_suite.foreign import einsum, sgd
from model_suite.mlp import Mlp
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.training import train
from model_suite.values import Values


class Dlrm(NamedTuple):
    """The parameters."""

    tables: list[Array]
    bottom: Mlp
    top: Mlp

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> Dlrm:
        """Weights."""
        width, vectors = sizes.width, sizes.tables + 1
        return cls(
            [values.normal(sizes.rows, width, scale=0.1) for _ in range(sizes.tables)],
            Mlp.make(values, sizes.classes, sizes.hidden, width),
            Mlp.make(values, vectors * (vectors - 1) // 2 + width, sizes.hidden, 1),
        )

    def __call__(self, dense: Array, rows: Array) -> Array:
        """The logits that each example is wanted.

        Args:
            dense: features of each example: dims batch, feature.
            rows: the rows to look up and add: dims table, batch, place in the bag.
        """
        features = jax.nn.relu(self.bottom(dense))
        bags = [jnp.sum(table[indices], axis=1) for table, indices in zip(self.tables, rows, strict=True)]
        vectors = jnp.stack([features, *bags], axis=1)
        products = einsum("biw,bjw->bij", vectors, vectors)
        first, second = np.tril_indices(vectors.shape[1], -1)
        return self.top(jnp.concatenate([features, products[:, first, second]], axis=-1))[:, 0]


def _make(values: Values, sizes: Sizes) -> tuple[Dlrm, Array, Array]:
    rows = values.integers(sizes.tables, sizes.batch, sizes.bag, below=sizes.rows)
    return Dlrm.make(values, sizes), values.normal(sizes.batch, sizes.classes), rows


def probabilities(dlrm: Dlrm, dense: Array, rows: Array) -> Array:
    """How probable it is that each example is wanted."""
    return jax.nn.sigmoid(dlrm(dense, rows))


def forward(sizes: Sizes) -> Program:
    """How probable it is that each example is wanted."""
    return Program(probabilities, lambda values: _make(values, sizes))


def train_sgd(sizes: Sizes) -> Program:
    """A training step."""

    def loss(dlrm: Dlrm, dense: Array, rows: Array, wanted: Array) -> Array:
        logits = dlrm(dense, rows)
        return jnp.mean(jax.nn.softplus(logits) - logits * wanted)

    def make(values: Values) -> tuple[object, ...]:
        return *_make(values, sizes), values.uniform(sizes.batch, low=0.0, high=1.0)

    return train(loss, sgd(0.1), make)
