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


@contextmanager
def not_collecting() -> Generator[None]:
    """Do not look for cycles inside of a block that makes objects which all stay, and not among these right after it.

    What is new counts as old afterwards, as if it had been looked through, unless the caller has frozen objects.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
