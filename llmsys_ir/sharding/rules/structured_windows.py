"""The windows of linalg's convolutions and poolings: which dims are under them, and how their places are sharded.

Where each place has elements of its own, it is shared with the dim under the windows; elsewhere each device takes what
its windows see of a dim that all hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

from llmsys_ir.sharding.signature import OpSignature

WINDOWED = ("linalg.conv", "linalg.depthwise_conv", "linalg.pooling")
"""How the names of these ops start."""

Maps: TypeAlias = Sequence[Sequence[int | tuple[int, ...]]]
"""Per dim of each operand the loop that indexes it, or the loops that a longer expression reads."""

Site: TypeAlias = tuple[int, int]
"""A dim of an operand."""


@dataclass(frozen=True)
class WindowedDim:
    """A dim under windows at the places that a loop runs over, `stride` apart.

    A window's last element is `extent` behind its first. With `is_tiled` each place has `stride` elements of its own.
    """

    place: int
    stride: int
    extent: int
    is_tiled: bool


def windowed_dims(signature: OpSignature, maps: Maps, sizes: Sequence[int]) -> Mapping[Site, WindowedDim]:
    """The dims under windows whose places can be sharded; `sizes` are those of the loops."""
    if not signature.name.startswith(WINDOWED) or 0 in sizes:
        return {}
    steps = cast("tuple[tuple[tuple[tuple[int, int], ...], ...], ...]", signature.attributes["steps"])
    iterators = cast("tuple[str, ...]", signature.attributes["iterator_types"])
    found: dict[Site, WindowedDim] = {}
    unknown = set[int]()
    for number, (indices, spec) in enumerate(zip(maps, signature.operands, strict=True)):
        for dim, index in enumerate(indices):
            if isinstance(index, tuple):
                known = _windowed(steps[number][dim], iterators, sizes, spec.shape[dim])
                if known is None:
                    unknown.update(index)
                else:
                    found[number, dim] = known
    return {site: known for site, known in found.items() if known.place not in unknown}


def _windowed(
    steps: Sequence[tuple[int, int]], iterators: Sequence[str], sizes: Sequence[int], under: int
) -> WindowedDim | None:
    """What is known of a dim whose index is a sum of steps; None if no one loop runs over places."""
    places = [(loop, step) for loop, step in steps if iterators[loop] == "parallel"]
    if len(places) != 1 or any(step < 1 for _, step in steps):
        return None
    ((place, stride),) = places
    extent = sum(step * (sizes[loop] - 1) for loop, step in steps if loop != place)
    return WindowedDim(place, stride, extent, under == sizes[place] * stride and extent < stride)
