"""The decorator of compiled loops.

Numba takes half a second to import, and some seconds to compile what it has not compiled on this machine before:
import what uses this module where it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import numba  # pyright: ignore[reportMissingTypeStubs]

Function = TypeVar("Function", bound=Callable[..., object])


def compiled(function: Function) -> Function:
    """Compile a function at its first call, keep it on disk, and let other threads run beside it."""
    return cast(Function, numba.njit(cache=True, nogil=True)(function))  # pyright: ignore
