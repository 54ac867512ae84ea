"""How much time is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf
from time import monotonic
from typing import TypeVar

T = TypeVar("T")
_OFTEN = 256
"""Steps of a loop between two looks at the clock."""


class Deadline:
    """A moment some seconds from now."""

    def __init__(self, seconds: float):
        self._start = monotonic()
        self._seconds = seconds

    @property
    def elapsed(self) -> float:
        """Seconds since this was made."""
        return monotonic() - self._start

    @property
    def left(self) -> float:
        """Seconds that are left, at least 0."""
        return max(0.0, self._seconds - self.elapsed)

    def check(self) -> None:
        """Go on only if there is time.

        Raises:
            TimeoutError: there is none left.
        """
        if not self.left:
            raise TimeoutError("the time limit has passed")

    def each(self, items: Iterable[T]) -> Iterator[T]:
        """The items, while there is time.

        Raises:
            TimeoutError: there is none left.
        """
        for number, item in enumerate(items):
            if number % _OFTEN == 0:
                self.check()
            yield item

    def share(self, fraction: float) -> Deadline:
        """A deadline after a fraction of the time that is left."""
        return Deadline(self.left * fraction)


ENDLESS = Deadline(inf)
"""No deadline."""
