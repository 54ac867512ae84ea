"""U-Net: convolutions down to fewer pixels and up again, with what was left on the way down put beside."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import Array

from model_suite.convolutions import GroupNorm, convolve, make_kernel, upsample
from model_suite.foreign import adam
from model_suite.layers import Linear, cross_entropy
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.training import train
from model_suite.values import Values


class ConvBlock(NamedTuple):
    """Two convolutions with a group norm and a SiLU; `condition` adds a condition between them."""

    first: Array
    second: Array
    norm: GroupNorm
    condition: Linear | None

    @classmethod
    def make(cls, values: Values, inputs: int, outputs: int, condition: int) -> ConvBlock:
        """Weights, for conditions of so many features; 0 if there are none."""
        return cls(
            make_kernel(values, 3, inputs, outputs),
            make_kernel(values, 3, outputs, outputs),
            GroupNorm.make(values, outputs),
            Linear.make(values, condition, outputs) if condition else None,
        )

    def __call__(self, images: Array, groups: int, condition: Array | None) -> Array:
        """The features."""
        x = jax.nn.silu(self.norm(convolve(images, self.first), groups))
        if self.condition is not None and condition is not None:
            x = x + self.condition(condition)[:, None, None]
        return jax.nn.silu(convolve(x, self.second))


class UNet(NamedTuple):
    """The parameters; there is one block on the way up less than on the way down."""

    down: list[ConvBlock]
    shrink: list[Array]
    up: list[ConvBlock]
    output: Array

    @classmethod
    def make(cls, values: Values, inputs: int, channels: tuple[int, ...], outputs: int, condition: int = 0) -> UNet:
        """Weights, for images of `inputs` and `outputs` channels."""
        steps = list(pairwise(channels))
        return cls(
            [ConvBlock.make(values, *pair, condition) for pair in pairwise((inputs, *channels))],
            [make_kernel(values, 3, fine, fine) for fine, _ in steps],
            [ConvBlock.make(values, fine + coarse, fine, condition) for fine, coarse in reversed(steps)],
            make_kernel(values, 1, channels[0], outputs),
        )

    def __call__(self, images: Array, groups: int, condition: Array | None = None) -> Array:
        """Images of the same size."""
        x, left = self.down[0](images, groups, condition), list[Array]()
        for shrink, block in zip(self.shrink, self.down[1:], strict=True):
            left.append(x)
            x = block(convolve(x, shrink, stride=2), groups, condition)
        for block in self.up:
            beside = left.pop()
            x = jnp.concatenate([upsample(x, *beside.shape[1:3]), beside], axis=-1)
            x = block(x, groups, condition)
        return convolve(x, self.output)


def _make(values: Values, sizes: Sizes) -> tuple[UNet, Array]:
    unet = UNet.make(values, 3, sizes.channels, sizes.classes)
    return unet, values.normal(sizes.batch, sizes.image, sizes.image, 3)


def forward(sizes: Sizes) -> Program:
    """The class of each pixel, and its probability."""

    def segment(unet: UNet, images: Array) -> tuple[Array, Array]:
        probabilities = jax.nn.softmax(unet(images, sizes.groups))
        return jnp.argmax(probabilities, axis=-1), jnp.max(probabilities, axis=-1)

    return Program(segment, lambda values: _make(values, sizes))


def train_adam(sizes: Sizes) -> Program:
    """A training step."""

    def loss(unet: UNet, images: Array, labels: Array) -> Array:
        return cross_entropy(unet(images, sizes.groups), labels)

    def make(values: Values) -> tuple[object, ...]:
        labels = values.integers(sizes.batch, sizes.image, sizes.image, below=sizes.classes)
        return *_make(values, sizes), labels

    return train(loss, adam(3e-3), make)
