"""A diffusion model: a U-Net that predicts the noise in an image, given how noisy it is."""

from __future__ import annotations

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import Array

from model_suite.foreign import adam, arange, tree_map, value_and_grad
from model_suite.layers import Linear
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.training import optimizer_state, update
from model_suite.unet import UNet
from model_suite.values import Values

TIMES = 64
"""Steps from an image to noise."""

LEAST, MOST = 1e-3, 0.1
"""The variance of the noise that the first and the last step add."""


class Denoiser(NamedTuple):
    """The parameters."""

    time: Linear
    unet: UNet

    @classmethod
    def make(cls, values: Values, sizes: Sizes) -> Denoiser:
        """Weights."""
        time = Linear.make(values, sizes.head, sizes.width)
        return cls(time, UNet.make(values, 3, sizes.channels, 3, condition=sizes.width))

    def __call__(self, images: Array, times: Array, groups: int) -> Array:
        """The noise in images that are at a time each."""
        embedding = embed_times(times, self.time.weight.shape[0])
        return self.unet(images, groups, jax.nn.silu(self.time(embedding)))


def embed_times(times: Array, features: int) -> Array:
    """Sines and cosines of times, at `features / 2` frequencies: dims batch, feature."""
    half = features // 2
    angles = times[:, None] * jnp.exp(-jnp.log(10000.0) * arange(half) / half)
    return jnp.concatenate([jnp.sin(angles), jnp.cos(angles)], axis=-1)


def betas() -> Array:
    """The variance of the noise that each step adds, evenly between the least and the most."""
    return LEAST + (MOST - LEAST) * arange(TIMES) / (TIMES - 1)


def kept() -> Array:
    """How much of an image's variance is left at each time."""
    return jnp.cumprod(1 - betas())


def _per_image(values: Array) -> Array:
    return values[:, None, None, None]


def train_adam(sizes: Sizes) -> Program:
    """A training step that also moves the averaged parameters, which sampling uses."""
    optimizer = adam(3e-3)

    def loss(denoiser: Denoiser, images: Array, key: Array) -> Array:
        time_key, noise_key = jax.random.split(key)
        times = jax.random.randint(time_key, images.shape[:1], 0, TIMES)
        noise = jax.random.normal(noise_key, images.shape)
        left = _per_image(kept()[times])
        noisy = jnp.sqrt(left) * images + jnp.sqrt(1 - left) * noise
        return jnp.mean(jnp.square(denoiser(noisy, times, sizes.groups) - noise))

    def average(mean: Array, new: Array) -> Array:
        return 0.99 * mean + 0.01 * new

    def step(
        params: Denoiser, state: object, averaged: Denoiser, images: Array, key: Array
    ) -> tuple[Denoiser, object, Denoiser, Array]:
        value, gradients = value_and_grad(loss)(params, images, key)
        params, state = update(optimizer, gradients, state, params)
        return params, state, tree_map(average, averaged, params), value

    def make(values: Values) -> tuple[object, ...]:
        params = Denoiser.make(values, sizes)
        averaged = Denoiser.make(values, sizes)
        images = values.normal(sizes.batch, sizes.image, sizes.image, 3)
        return params, optimizer_state(optimizer, params, values), averaged, images, values.key()

    return Program(step, make, donated=(0, 1, 2))


def sample(sizes: Sizes) -> Program:
    """One step from noise towards an image."""

    def denoise(denoiser: Denoiser, images: Array, time: Array, key: Array) -> Array:
        noise = denoiser(images, jnp.broadcast_to(time, images.shape[:1]), sizes.groups)
        beta, left = betas()[time], kept()[time]
        mean = (images - beta / jnp.sqrt(1 - left) * noise) / jnp.sqrt(1 - beta)
        fresh = jnp.sqrt(beta) * jax.random.normal(key, images.shape)
        return jnp.where(time > 0, mean + fresh, mean)

    def make(values: Values) -> tuple[object, ...]:
        images = values.normal(sizes.batch, sizes.image, sizes.image, 3)
        return Denoiser.make(values, sizes), images, values.integers(below=TIMES), values.key()

    return Program(denoise, make, donated=(1,))
