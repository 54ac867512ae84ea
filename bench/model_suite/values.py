"""Where the arrays of a program's arguments come from."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from jax import Array

from model_suite.foreign import Numbers, array_leaf, shape_leaf

Draw = Callable[[np.random.Generator, tuple[int, ...]], Numbers]
"""Numbers of a shape."""


class Values:
    """Makes arrays: shapes alone if there is no `random`, else numbers that it draws in the order of the calls."""

    def __init__(
        self, random: np.random.Generator | None, dtype: npt.DTypeLike = np.float32, stack: tuple[int, ...] = ()
    ):
        """`dtype` is that of floats; every array has the dims `stack` in front."""
        self._random = random
        self._dtype = dtype
        self._stack = stack

    def stacked(self, count: int) -> Values:
        """Makes `count` arrays at a time, in one that has them in its first dim."""
        return Values(self._random, self._dtype, (*self._stack, count))

    def floats(self, dtype: npt.DTypeLike) -> Values:
        """Makes floats of a dtype."""
        return Values(self._random, dtype, self._stack)

    def normal(self, *shape: int, scale: float = 1.0, mean: float = 0.0) -> Array:
        """Floats around a mean."""
        return self._array(shape, self._dtype, lambda random, shape: mean + scale * random.standard_normal(shape))

    def weight(self, *shape: int, inputs: int) -> Array:
        """Weights of sums of `inputs` products: as many as keep the size of what they multiply."""
        return self.normal(*shape, scale=inputs**-0.5)

    def bias(self, *shape: int) -> Array:
        """Small numbers to add."""
        return self.normal(*shape, scale=0.02)

    def scale(self, *shape: int) -> Array:
        """Factors near 1."""
        return self.normal(*shape, scale=0.1, mean=1.0)

    def uniform(self, *shape: int, low: float, high: float) -> Array:
        """Floats between two bounds."""
        return self._array(shape, self._dtype, lambda random, shape: random.uniform(low, high, shape))

    def integers(self, *shape: int, below: int, least: int = 0) -> Array:
        """32-bit integers from `least` up to, without, `below`."""
        return self._array(shape, np.int32, lambda random, shape: random.integers(least, below, shape))

    def booleans(self, *shape: int, probability: float) -> Array:
        """Booleans that are true with a probability."""
        return self._array(shape, np.bool_, lambda random, shape: random.random(shape) < probability)

    def key(self) -> Array:
        """A key of JAX's Threefry generator."""
        return self._array((2,), np.uint32, lambda random, shape: random.integers(0, 1 << 32, shape))

    def _array(self, shape: tuple[int, ...], dtype: npt.DTypeLike, draw: Draw) -> Array:
        shape = (*self._stack, *shape)
        if self._random is None:
            return shape_leaf(shape, dtype)
        return array_leaf(np.asarray(draw(self._random, shape)).astype(dtype))
