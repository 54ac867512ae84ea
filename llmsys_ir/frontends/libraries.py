"""The frameworks, imported when they are needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from llmsys_ir.diagnostics import UserError

_NAMES = {"jax": ("JAX", "jax")}
"""By package, what the framework is called, and the extra that brings it."""

_TORCH = ("PyTorch or torch-mlir", "torch")


class MissingPackageError(UserError):
    """A framework is not installed."""


def library(name: str) -> Any:
    """A module of JAX, PyTorch or torch-mlir.

    Raises:
        MissingPackageError: it is not installed.
    """
    try:
        return import_module(name)
    except ImportError:
        framework, extra = _NAMES.get(name.partition(".")[0], _TORCH)
        raise MissingPackageError(f"{framework} is not installed; pip install 'llmsys-ir[{extra}]'") from None
