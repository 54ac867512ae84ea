"""Search in a database of vectors: the nearest ones to each query."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array, lax

from model_suite.foreign import einsum
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.values import Values


def vector_search(sizes: Sizes) -> Program:
    """The squared distances of the nearest vectors, and their rows."""

    def search(database: Array, queries: Array) -> tuple[Array, Array]:
        products = einsum("qw,rw->qr", queries, database)
        lengths = jnp.sum(jnp.square(database), axis=-1)
        nearness, rows = lax.top_k(2 * products - lengths, sizes.neighbours)
        return jnp.sum(jnp.square(queries), axis=-1, keepdims=True) - nearness, rows

    def make(values: Values) -> tuple[object, ...]:
        return values.normal(sizes.rows, sizes.width), values.normal(sizes.batch, sizes.width)

    return Program(search, make)
