"""ResNet: residual blocks of convolutions and batch norms that classify images."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import Array

from model_suite.convolutions import ConvNorm, Statistics
from model_suite.foreign import max_pool, sgd, value_and_grad_with
from model_suite.layers import Linear, cross_entropy
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.training import optimizer_state, update
from model_suite.values import Values


class ResidualBlock(NamedTuple):
    """Two convolutions, and the one on the way around them."""

    first: ConvNorm
    second: ConvNorm
    around: ConvNorm

    @classmethod
    def make(cls, values: Values, inputs: int, outputs: int) -> ResidualBlock:
        """Weights."""
        first = ConvNorm.make(values, 3, inputs, outputs)
        return cls(first, ConvNorm.make(values, 3, outputs, outputs), ConvNorm.make(values, 1, inputs, outputs))

    def __call__(
        self, images: Array, seen: list[Statistics], train: bool, stride: int
    ) -> tuple[Array, list[Statistics]]:
        """The features, and what the norms have seen."""
        x, first = self.first(images, seen[0], train, stride)
        x, second = self.second(jax.nn.relu(x), seen[1], train)
        shortcut, around = self.around(images, seen[2], train, stride)
        return jax.nn.relu(x + shortcut), [first, second, around]


class ResNet(NamedTuple):
    """The parameters."""

    stem: ConvNorm
    blocks: list[ResidualBlock]
    output: Linear

    @classmethod
    def make(cls, values: Values, channels: tuple[int, ...], classes: int) -> ResNet:
        """Weights."""
        stem = ConvNorm.make(values, 3, 3, channels[0])
        pairs = pairwise((channels[0], *channels))
        blocks = [ResidualBlock.make(values, inputs, outputs) for inputs, outputs in pairs]
        return cls(stem, blocks, Linear.make(values, channels[-1], classes))

    def __call__(
        self, images: Array, seen: list[list[Statistics]], train: bool
    ) -> tuple[Array, list[list[Statistics]]]:
        """The logits of the classes: dims batch, class; and what the norms have seen."""
        x, stem = self.stem(images, seen[0][0], train)
        x, statistics = max_pool(jax.nn.relu(x), 3, 2), [[stem]]
        for number, block in enumerate(self.blocks):
            x, block_statistics = block(x, seen[number + 1], train, stride=2 if number else 1)
            statistics.append(block_statistics)
        return self.output(jnp.mean(x, axis=(1, 2))), statistics


def make_statistics(values: Values, channels: tuple[int, ...]) -> list[list[Statistics]]:
    """What the norms have seen: of the stem, then of each block."""
    stem = [[Statistics.make(values, channels[0])]]
    return stem + [[Statistics.make(values, count) for _ in range(3)] for count in channels]


def _make_images(values: Values, sizes: Sizes) -> Array:
    return values.normal(sizes.batch, sizes.image, sizes.image, 3)


def logits(resnet: ResNet, seen: list[list[Statistics]], images: Array) -> Array:
    """The logits of the classes."""
    return resnet(images, seen, train=False)[0]


def forward(sizes: Sizes) -> Program:
    """The logits of the classes, with the statistics of training."""

    def make(values: Values) -> tuple[object, ...]:
        params = ResNet.make(values, sizes.channels, sizes.classes)
        return params, make_statistics(values, sizes.channels), _make_images(values, sizes)

    return Program(logits, make)


def train_sgd(sizes: Sizes) -> Program:
    """A training step with momentum that also moves the statistics."""
    optimizer = sgd(0.03, momentum=0.9)

    def loss(
        resnet: ResNet, seen: list[list[Statistics]], images: Array, labels: Array
    ) -> tuple[Array, list[list[Statistics]]]:
        logits, seen = resnet(images, seen, train=True)
        return cross_entropy(logits, labels), seen

    def step(
        params: ResNet, state: object, seen: list[list[Statistics]], images: Array, labels: Array
    ) -> tuple[ResNet, object, list[list[Statistics]], Array]:
        (value, seen), gradients = value_and_grad_with(loss)(params, seen, images, labels)
        return *update(optimizer, gradients, state, params), seen, value

    def make(values: Values) -> tuple[object, ...]:
        params = ResNet.make(values, sizes.channels, sizes.classes)
        states = optimizer_state(optimizer, params, values), make_statistics(values, sizes.channels)
        return params, *states, _make_images(values, sizes), values.integers(sizes.batch, below=sizes.classes)

    return Program(step, make, donated=(0, 1, 2))
