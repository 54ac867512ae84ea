"""A mesh: the grid of devices that tensors are sharded over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

_MOST_DEVICES = 1 << 24


@dataclass(frozen=True)
class Mesh:
    """A grid of devices; axis `i` has `shape[i]` devices, and a device is a multi-index.

    The sizes of the axes `unknown` only stand for ones that are not known (see `stand_ins`).
    """

    shape: tuple[int, ...]
    name: str = "mesh"
    unknown: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not self.shape or any(size < 1 for size in self.shape):
            raise ValueError(f"expected a mesh of positive sizes such as 4x8, got {self}")
        if self.num_devices > _MOST_DEVICES:
            raise ValueError(f"expected a mesh of at most {_MOST_DEVICES} devices, got {self}")

    @classmethod
    def parse(cls, text: str, name: str = "mesh") -> Mesh:
        """The mesh written as `4x8`.

        Raises:
            ValueError: the text is no list of positive sizes joined by `x`.
        """
        sizes = text.strip().split("x")
        if not all(size.isdecimal() and int(size) > 0 for size in sizes):
            raise ValueError(f"expected a mesh of positive sizes such as 4x8, got '{text}'")
        return cls(tuple(map(int, sizes)), name)

    def __str__(self) -> str:
        return "x".join("?" if axis in self.unknown else str(size) for axis, size in enumerate(self.shape))

    @property
    def rank(self) -> int:
        """The number of axes."""
        return len(self.shape)

    @property
    def num_devices(self) -> int:
        """The number of devices."""
        return prod(self.shape)

    @property
    def axes(self) -> range:
        """The axes' numbers."""
        return range(len(self.shape))

    def size(self, axes: Iterable[int]) -> int:
        """The number of devices along `axes` together."""
        return prod(self.shape[axis] for axis in axes)
