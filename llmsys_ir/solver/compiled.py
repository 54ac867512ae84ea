"""The decorators of compiled loops.

Numba takes half a second to import, and some seconds to compile what it has not compiled on this machine before:
import what uses this module where it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import numba  # pyright: ignore[reportMissingTypeStubs]

Function = TypeVar("Function", bound=Callable[..., object])

_FLAGS = {"cache": True, "nogil": True, "fastmath": {"nnan", "nsz"}}
"""Kept on disk; other threads run beside it; minima in vectors, for there are no NaNs."""


def compiled(function: Function) -> Function:
    """Compile a function at its first call."""
    return cast(Function, numba.njit(**_FLAGS)(function))  # pyright: ignore


def compiled_part(function: Function) -> Function:
    """Compile a function that only compiled ones call, which takes half of the time."""
    return cast(Function, numba.njit(no_cpython_wrapper=True, no_cfunc_wrapper=True, **_FLAGS)(function))  # pyright: ignore
