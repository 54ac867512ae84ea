"""JAX functions as modules: traced and lowered by JAX, then read from its IR without text.

module = to_module(train_step, state, batch)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module as import_library
from typing import TYPE_CHECKING, Any

from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.diagnostics import UserError
from llmsys_ir.frontends.bindings import import_module

if TYPE_CHECKING:
    from jax.stages import Lowered


class MissingPackageError(UserError):
    """A framework is not installed."""


def to_module(
    function: Callable[..., Any], *args: Any, donate_argnums: Sequence[int] = (), static_argnums: Sequence[int] = ()
) -> ModuleOp:
    """The StableHLO program of a function on arguments like these.

    Args:
        function: a JAX function, jitted or not.
        args: pytrees of arrays, or of `jax.ShapeDtypeStruct`, which take no memory. Leaves with a `NamedSharding` give
            the argument that sharding; its mesh may be a `jax.sharding.AbstractMesh` of devices that are not there.
        donate_argnums: arguments whose buffers results may reuse.
        static_argnums: arguments that are no tensors.

    Raises:
        MissingPackageError: JAX is not installed.
    """
    return from_lowered(lower(function, args, donate_argnums, static_argnums))


def lower(
    function: Callable[..., Any], args: Sequence[Any], donate_argnums: Sequence[int], static_argnums: Sequence[int] = ()
) -> Lowered:
    """What JAX lowers a function to, for its default backend; no argument is left out.

    Raises:
        MissingPackageError: JAX is not installed.
    """
    jax = library("jax")
    jitted = jax.jit(function, donate_argnums=donate_argnums, static_argnums=static_argnums, keep_unused=True)
    return jitted.trace(*args).lower(lowering_platforms=(jax.default_backend(),))


def library(name: str) -> Any:
    """A module of JAX.

    Raises:
        MissingPackageError: JAX is not installed.
    """
    try:
        return import_library(name)
    except ImportError:
        raise MissingPackageError("JAX is not installed; pip install 'llmsys-ir[jax]'") from None


def from_lowered(lowered: Lowered) -> ModuleOp:
    """The StableHLO program of what `jax.jit(f).lower(...)` gave."""
    ir: Any = lowered.compiler_ir("stablehlo")
    return import_module(ir.operation)
