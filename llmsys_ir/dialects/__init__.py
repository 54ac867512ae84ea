"""Ops, attributes, types and verifiers."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from xdsl.context import Context
from xdsl.dialects import get_all_dialects
from xdsl.ir import Dialect

# fmt: off
_OURS = (
    "affine", "arith", "chlo", "func", "linalg", "mesh", "quant", "sdy", "shard", "stablehlo", "tensor", "tm_tensor",
    "tosa",
)
_UPSTREAM = (
    "bufferization", "builtin", "cf", "complex", "dlti", "emitc", "gpu", "irdl",
    "llvm", "math", "memref", "ml_program", "mpi", "omp", "pdl", "pdl_interp", "scf", "smt",
    "test", "transform", "ub", "vector",
)
# fmt: on


def _ours(name: str) -> Callable[[], Dialect]:
    def load() -> Dialect:
        return getattr(import_module(f"llmsys_ir.dialects.{name}"), name.upper())

    return load


def dialects() -> dict[str, Callable[[], Dialect]]:
    """The dialects that the tools read, by name; each factory imports its module when it is called.

    Upstream MLIR's dialects as xDSL has them, and in place of xDSL's the ones that this package completes.
    """
    available = get_all_dialects()
    factories = {name: available[name] for name in _UPSTREAM}
    factories.update({name: _ours(name) for name in _OURS})
    return dict(sorted(factories.items()))


def register(context: Context) -> None:
    """Register every dialect of `dialects()`; a dialect is imported when the first of its names is parsed."""
    for name, factory in dialects().items():
        context.register_dialect(name, factory)


def context(allow_unregistered: bool = False) -> Context:
    """A fresh context that knows every dialect of `dialects()`.

    Args:
        allow_unregistered: keep ops, attributes and types of unknown dialects as they are.
    """
    fresh = Context(allow_unregistered=allow_unregistered)
    register(fresh)
    return fresh
