"""Layers on images, whose activations have the dims batch, height, width, channels."""

from __future__ import annotations

from typing import NamedTuple

import jax.numpy as jnp
from jax import Array, lax

from model_suite.values import Values


def convolve(images: Array, kernel: Array, stride: int = 1) -> Array:
    """A convolution padded so that the result has `ceil(size / stride)` pixels."""
    dims = ("NHWC", "HWIO", "NHWC")
    return lax.conv_general_dilated(images, kernel, (stride, stride), "SAME", dimension_numbers=dims)


def make_kernel(values: Values, size: int, inputs: int, outputs: int) -> Array:
    """The weights of a convolution of `size` x `size` pixels."""
    return values.weight(size, size, inputs, outputs, inputs=size * size * inputs)


class GroupNorm(NamedTuple):
    """Normalises groups of neighbouring channels over the whole image to mean 0 and variance 1."""

    scale: Array
    bias: Array

    @classmethod
    def make(cls, values: Values, channels: int) -> GroupNorm:
        """Weights."""
        return cls(values.scale(channels), values.bias(channels))

    def __call__(self, images: Array, groups: int) -> Array:
        """Normalise; `groups` divides the channels."""
        grouped = images.reshape(*images.shape[:3], groups, -1)
        mean = jnp.mean(grouped, axis=(1, 2, 4), keepdims=True)
        variance = jnp.var(grouped, axis=(1, 2, 4), keepdims=True)
        normal = (grouped - mean) * lax.rsqrt(variance + 1e-5)
        return normal.reshape(images.shape) * self.scale + self.bias


class Statistics(NamedTuple):
    """The means and variances of channels that a batch norm has seen."""

    mean: Array
    variance: Array

    @classmethod
    def make(cls, values: Values, channels: int) -> Statistics:
        """Those of channels that are nearly normal already."""
        return cls(values.normal(channels, scale=0.1), values.uniform(channels, low=0.5, high=1.5))

    def moved(self, mean: Array, variance: Array) -> Statistics:
        """A tenth of the way to those of a batch."""
        return Statistics(0.9 * self.mean + 0.1 * mean, 0.9 * self.variance + 0.1 * variance)


class ConvNorm(NamedTuple):
    """A convolution and a batch norm."""

    kernel: Array
    scale: Array
    bias: Array

    @classmethod
    def make(cls, values: Values, size: int, inputs: int, outputs: int) -> ConvNorm:
        """Weights."""
        return cls(make_kernel(values, size, inputs, outputs), values.scale(outputs), values.bias(outputs))

    def __call__(self, images: Array, seen: Statistics, train: bool, stride: int = 1) -> tuple[Array, Statistics]:
        """Normalise with the statistics of the batch, if training, or with those seen; also the new ones."""
        features = convolve(images, self.kernel, stride)
        mean, variance = seen
        if train:
            mean, variance = jnp.mean(features, axis=(0, 1, 2)), jnp.var(features, axis=(0, 1, 2))
            seen = seen.moved(mean, variance)
        normal = (features - mean) * lax.rsqrt(variance + 1e-5)
        return normal * self.scale + self.bias, seen


def upsample(images: Array, height: int, width: int) -> Array:
    """Each pixel four times, cut to a size."""
    return jnp.repeat(jnp.repeat(images, 2, axis=1), 2, axis=2)[:, :height, :width]
