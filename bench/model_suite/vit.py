"""ViT: a transformer that classifies images, cut into patches."""

from __future__ import annotations

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import Array

from model_suite.convolutions import convolve, make_kernel
from model_suite.foreign import adam
from model_suite.layers import Block, LayerNorm, Linear, cross_entropy
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.training import train
from model_suite.values import Values

DROPOUT = 0.1
"""The fraction of features that training sets to zero."""


class Vit(NamedTuple):
    """The parameters."""

    patches: Array
    class_token: Array
    positions: Array
    blocks: list[Block]
    norm: LayerNorm
    output: Linear

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> Vit:
        """Weights."""
        width, tokens = sizes.width, (-(-sizes.image // sizes.patch)) ** 2 + 1
        return cls(
            make_kernel(values, sizes.patch, 3, width),
            values.bias(width),
            values.bias(tokens, width),
            [Block.make(values, width, sizes.hidden, sizes.heads, sizes.head) for _ in range(sizes.layers)],
            LayerNorm.make(values, width),
            Linear.make(values, width, sizes.classes),
        )

    def __call__(self, images: Array, key: Array | None = None) -> Array:
        """The logits of the classes: dims batch, class. With a key, training's dropout."""
        patches = convolve(images, self.patches, stride=self.patches.shape[0])
        batch, _, _, width = patches.shape
        first = jnp.broadcast_to(self.class_token, (batch, 1, width))
        x = jnp.concatenate([first, patches.reshape(batch, -1, width)], axis=1) + self.positions
        if key is not None:
            x = jnp.where(jax.random.bernoulli(key, 1 - DROPOUT, x.shape), x / (1 - DROPOUT), 0)
        for block in self.blocks:
            x = block(x)
        return self.output(self.norm(x[:, 0]))


def logits(vit: Vit, images: Array) -> Array:
    """The logits of the classes."""
    return vit(images)


def _make(values: Values, sizes: Sizes) -> tuple[Vit, Array]:
    return Vit.make(values, sizes), values.normal(sizes.batch, sizes.image, sizes.image, 3)


def forward(sizes: Sizes) -> Program:
    """The logits of the classes."""
    return Program(logits, lambda values: _make(values, sizes))


def train_adam(sizes: Sizes) -> Program:
    """A training step with dropout."""

    def loss(vit: Vit, images: Array, labels: Array, key: Array) -> Array:
        return cross_entropy(vit(images, key), labels)

    def make(values: Values) -> tuple[object, ...]:
        return *_make(values, sizes), values.integers(sizes.batch, below=sizes.classes), values.key()

    return train(loss, adam(3e-3), make)
