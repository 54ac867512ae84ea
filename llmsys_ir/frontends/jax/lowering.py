"""JAX functions as modules: traced and lowered by JAX, then read from its IR without text.

module = to_module(train_step, state, batch)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.frontends.bindings import import_module
from llmsys_ir.frontends.jax.calls import Calling, Named, Numbered

if TYPE_CHECKING:
    from jax.stages import Lowered


def to_module(
    function: Callable[..., Any],
    *args: Any,
    donate_argnums: Numbered = (),
    donate_argnames: Named = (),
    static_argnums: Numbered = (),
    static_argnames: Named = (),
    **kwargs: Any,
) -> ModuleOp:
    """The StableHLO program of a function on arguments like these.

    Args:
        function: a JAX function, jitted or not.
        args: pytrees of arrays, or of `jax.ShapeDtypeStruct`, which take no memory. Leaves with a `NamedSharding` give
            the argument that sharding; its mesh may be a `jax.sharding.AbstractMesh` of devices that are not there.
        donate_argnums: arguments whose buffers results may reuse.
        donate_argnames: these by name.
        static_argnums: arguments that are no tensors.
        static_argnames: these by name.
        kwargs: arguments that are given by name.

    Raises:
        MissingPackageError: JAX is not installed.
    """
    calling = Calling(function, static_argnums, static_argnames, donate_argnums, donate_argnames)
    return from_lowered(calling.lower(args, kwargs))


def from_lowered(lowered: Lowered) -> ModuleOp:
    """The StableHLO program of what `jax.jit(f).lower(...)` gave."""
    ir: Any = lowered.compiler_ir("stablehlo")
    return import_module(ir.operation)
