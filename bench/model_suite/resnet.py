"""ResNet: residual blocks of convolutions and batch norms that classify images."""

from __future__ import annotations

from collections.abc import Callable
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


class Bottleneck(NamedTuple):
    """A convolution of 3x3 pixels between two of 1x1; where the features change, one on the way around them."""

    convolutions: tuple[ConvNorm, ConvNorm, ConvNorm]
    around: ConvNorm | None

    @classmethod
    def make(cls, values: Values, inputs: int, inner: int, outputs: int, *, is_first: bool) -> Bottleneck:
        """Weights; the first one of a stage changes the features."""
        convolutions = (
            ConvNorm.make(values, 1, inputs, inner),
            ConvNorm.make(values, 3, inner, inner),
            ConvNorm.make(values, 1, inner, outputs),
        )
        return cls(convolutions, ConvNorm.make(values, 1, inputs, outputs) if is_first else None)

    def __call__(
        self, images: Array, seen: list[Statistics], train: bool, stride: int
    ) -> tuple[Array, list[Statistics]]:
        """The features, and what the norms have seen."""
        x, statistics = images, list[Statistics]()
        for number, convolution in enumerate(self.convolutions):
            x, found = convolution(jax.nn.relu(x) if number else x, seen[number], train, stride if number == 1 else 1)
            statistics.append(found)
        shortcut = images
        if self.around is not None:
            shortcut, found = self.around(images, seen[3], train, stride)
            statistics.append(found)
        return jax.nn.relu(x + shortcut), statistics


class ResNet(NamedTuple):
    """The parameters."""

    stem: ConvNorm
    blocks: list[ResidualBlock] | list[Bottleneck]
    output: Linear

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> ResNet:
        """Weights of one residual block for each stage."""
        channels = sizes.channels
        stem = ConvNorm.make(values, 3, 3, channels[0])
        pairs = pairwise((channels[0], *channels))
        blocks = [ResidualBlock.make(values, inputs, outputs) for inputs, outputs in pairs]
        return cls(stem, blocks, Linear.make(values, channels[-1], sizes.classes))

    @classmethod
    def make_wide(cls, values: Values, sizes: Sizes) -> ResNet:
        """Weights of `layers` bottlenecks for each stage, twice as wide inside as those of a ResNet-50."""
        stem = ConvNorm.make(values, 7, 3, sizes.channels[0])
        inputs, blocks = sizes.channels[0], list[Bottleneck]()
        for channels in sizes.channels:
            for number in range(sizes.layers):
                blocks.append(Bottleneck.make(values, inputs, 2 * channels, 4 * channels, is_first=number == 0))
                inputs = 4 * channels
        return cls(stem, blocks, Linear.make(values, inputs, sizes.classes))

    def __call__(
        self, images: Array, seen: list[list[Statistics]], train: bool
    ) -> tuple[Array, list[list[Statistics]]]:
        """The logits of the classes: dims batch, class; and what the norms have seen."""
        x, stem = self.stem(images, seen[0][0], train, stride=2 if isinstance(self.blocks[0], Bottleneck) else 1)
        x, statistics = max_pool(jax.nn.relu(x), 3, 2), [[stem]]
        for number, block in enumerate(self.blocks):
            is_smaller = number > 0 and block.around is not None
            x, block_statistics = block(x, seen[number + 1], train, stride=2 if is_smaller else 1)
            statistics.append(block_statistics)
        return self.output(jnp.mean(x, axis=(1, 2))), statistics

    def make_statistics(self, values: Values) -> list[list[Statistics]]:
        """What the norms have seen: of the stem, then of each block."""
        blocks = [jax.tree.leaves(block, is_leaf=lambda each: isinstance(each, ConvNorm)) for block in self.blocks]
        return [[Statistics.make(values, norm.scale.shape[0]) for norm in norms] for norms in ([self.stem], *blocks)]


def _make_images(values: Values, sizes: Sizes) -> Array:
    return values.normal(sizes.batch, sizes.image, sizes.image, 3)


def logits(resnet: ResNet, seen: list[list[Statistics]], images: Array) -> Array:
    """The logits of the classes."""
    return resnet(images, seen, train=False)[0]


def forward(sizes: Sizes) -> Program:
    """The logits of the classes, with the statistics of training."""

    def make(values: Values) -> tuple[object, ...]:
        params = ResNet.make(values, sizes)
        return params, params.make_statistics(values), _make_images(values, sizes)

    return Program(logits, make)


def train_sgd(sizes: Sizes) -> Program:
    """A training step with momentum that also moves the statistics."""
    return _train(sizes, ResNet.make)


def train_wide(sizes: Sizes) -> Program:
    """The same, of a wide one."""
    return _train(sizes, ResNet.make_wide)


def _train(sizes: Sizes, make_params: Callable[[Values, Sizes], ResNet]) -> Program:
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
        params = make_params(values, sizes)
        states = optimizer_state(optimizer, params, values), params.make_statistics(values)
        return params, *states, _make_images(values, sizes), values.integers(sizes.batch, below=sizes.classes)

    return Program(step, make, donated=(0, 1, 2))
