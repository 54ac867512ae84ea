"""How often Python looks for reference cycles, which takes as long as there are objects."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

_OFTEN_ENOUGH = (200_000, 50, 1_000)
"""New objects, and rounds over the younger ones, between two rounds; see `gc.set_threshold`."""


@contextmanager
def rarely_collecting() -> Generator[None]:
    """Look for cycles rarely inside of a block.

    A program is many objects that stay: with Python's own thresholds half of the time goes into looking through them
    again and again, with hardly anything found.
    """
    usual = gc.get_threshold()
    gc.set_threshold(*_OFTEN_ENOUGH)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
