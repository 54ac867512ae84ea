"""A program: a JAX function and the arguments that it is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import jax
import numpy as np

from model_suite.foreign import Jitted, Numbers, jit, numpy_leaves, same_tree
from model_suite.values import Values


@dataclass(frozen=True)
class Program:
    """A JAX function on pytrees, and what to call it with.

    Attributes:
        function: takes and returns pytrees of arrays, without side effects. The first argument holds the parameters.
            A training step's results are the new values of its donated arguments, then the loss.
        make: makes the arguments.
        donated: the numbers of the arguments whose memory the results may use.
    """

    function: Callable[..., object]
    make: Callable[[Values], tuple[object, ...]]
    donated: tuple[int, ...] = ()

    @cached_property
    def arguments(self) -> tuple[object, ...]:
        """The arguments, as pytrees of `jax.ShapeDtypeStruct`."""
        return self.make(Values(None))

    def lower(self) -> jax.stages.Lowered:
        """The program in StableHLO; its main function takes the leaves of all arguments, those of no use too."""
        return self._jitted.lower(*self.arguments)

    def stablehlo(self) -> str:
        """The program as JAX prints it."""
        return self.lower().as_text()

    def inputs(self, seed: int) -> list[Numbers]:
        """Arguments of the lowered main function, the same ones for a seed.

        Training steps start as if in the middle of a training, with moments that are not zero.
        """
        return numpy_leaves(self.make(Values(np.random.default_rng(seed))))

    def expected(self, inputs: Sequence[Numbers]) -> list[Numbers]:
        """What JAX computes: the results of the lowered main function.

        Raises:
            ValueError: there are more or fewer inputs than the main function takes.
        """
        return numpy_leaves(self._jitted(*same_tree(self.arguments, inputs)))

    @cached_property
    def _jitted(self) -> Jitted:
        return jit(self.function, self.donated)
