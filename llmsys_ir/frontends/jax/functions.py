# JAX leaves most types open.
# pyright: basic
"""Functions that run as their plan says: they place their arguments, pad them, run the program, and cut its results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from llmsys_ir.diagnostics import UserError
from llmsys_ir.frontends.jax.calls import PlannedCall
from llmsys_ir.frontends.jax.embedding import Embedded
from llmsys_ir.frontends.libraries import library


@dataclass(frozen=True)
class Port:
    """An argument or result: as JAX knows it, where it is, and its shape in the program, where it may have padding."""

    aval: Any
    sharding: Any
    shape: tuple[int, ...]

    def enter(self, leaf: Any) -> Any:
        """A leaf as the program takes it: padded with zeros, and a key array as its bits."""
        jax: Any = library("jax")
        bits = jax.random.key_data(leaf) if self._is_key else leaf
        if bits.shape == self.shape:
            return bits
        return jax.numpy.pad(bits, [(0, padded - size) for size, padded in zip(bits.shape, self.shape, strict=True)])

    def leave(self, value: Any) -> Any:
        """A leaf of what the program gave."""
        cut = value[tuple(map(slice, self._bits.shape))] if self._bits.shape != self.shape else value
        return library("jax").random.wrap_key_data(cut, impl=self.aval.dtype._impl) if self._is_key else cut

    @property
    def program_aval(self) -> Any:
        """What the program has."""
        return library("jax").core.ShapedArray(self.shape, self._bits.dtype)

    def placed(self, leaf: Any) -> Any:
        """A leaf, where it is planned to be.

        Raises:
            UserError: it is of another shape or dtype than was planned for, or is donated already.
        """
        jax: Any = library("jax")
        if isinstance(leaf, jax.Array) and not isinstance(leaf, jax.core.Tracer) and leaf.is_deleted():
            raise UserError(f"expected an array that is there, got one of {leaf.dtype}{leaf.shape} that was donated")
        shape = jax.numpy.shape(leaf)
        if shape != self.aval.shape:
            raise UserError(f"expected an array of the shape {self.aval.shape} as planned for, got {shape}")
        if getattr(leaf, "sharding", None) != self.sharding:
            leaf = jax.device_put(leaf, self.sharding)
        if leaf.dtype != self.aval.dtype:
            raise UserError(f"expected an array of {self.aval.dtype} as planned for, got {leaf.dtype}")
        return leaf

    @property
    def _is_key(self) -> bool:
        dtypes = library("jax").dtypes
        return dtypes.issubdtype(self.aval.dtype, dtypes.prng_key)

    @property
    def _bits(self) -> Any:
        """What StableHLO has, without padding: key arrays are arrays of their bits."""
        jax: Any = library("jax")
        return jax.eval_shape(jax.random.key_data, self.aval) if self._is_key else self.aval


class PlannedFunction:
    """A function that runs as its plan says. It takes and gives what the function that was planned does."""

    def __init__(
        self,
        program: Embedded,
        call: PlannedCall,
        arguments: Sequence[Port],
        results: Sequence[Port],
        structure: Any,
        donated: Sequence[int],
    ):
        """The program takes and gives these leaves; `structure` is that of its results."""

        def flat(*leaves: Any) -> Any:
            values = program(*(port.enter(leaf) for port, leaf in zip(arguments, leaves, strict=True)))
            return [port.leave(value) for port, value in zip(results, values, strict=True)]

        self._call, self._arguments, self._structure = call, arguments, structure
        self._jitted = library("jax").jit(
            flat,
            in_shardings=tuple(port.sharding for port in arguments),
            out_shardings=[port.sharding for port in results],
            donate_argnums=tuple(donated),
            keep_unused=True,
        )

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Run it; arguments that do not lie as planned are moved there.

        Raises:
            UserError: it was planned for other shapes, dtypes, pytrees or static arguments, or an array was donated.
        """
        leaves = self._call.leaves(args, kwargs)
        placed = (port.placed(leaf) for port, leaf in zip(self._arguments, leaves, strict=True))
        return library("jax").tree.unflatten(self._structure, self._jitted(*placed))

    def lower(self, *args: Any, **kwargs: Any) -> Any:
        """What `jax.jit(f).lower(...)` gives, of a function of all leaves."""
        return self._jitted.lower(*self._call.leaves(args, kwargs))
