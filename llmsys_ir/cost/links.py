"""Links: what joins the devices along a mesh axis, and what joins the parts of a machine of several levels.

A machine has levels, such as the nodes of a pod and the devices of a node, the outermost first. Its devices have
numbers, and a part of level `l` is a block of consecutive ones, as many as the levels inside of `l` have. Of these each
`sharing_l` consecutive ones share a link, which leads out of the part. A message between two devices takes the sender's
link at each level at which they are in different parts, and the receiver's likewise; a link carries as much in as out
at the same time.

A mesh lays its axes over these numbers, the first of an order outermost. All groups of devices along an axis do the
same at once, so that the busiest link says how fast they are. Along an axis of `n` devices:

- in a ring each device sends to the next one. If of the devices that share a link of level `l` at most `s_l` send over
  it, a device sends at `min_l bandwidth_l / s_l`;
- where each device sends `n - 1` messages, one to each other of its group, and at most `p_l` of all these go over a
  link, a device sends at `min_l bandwidth_l · (n-1) / p_l`;
- a message takes the latency of the slowest level that the axis crosses, `max_l latency_l`.

Only senders are counted: with all numbers reversed, every link carries in what its mirror image carries out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf, prod
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from llmsys_ir.sharding.mesh import Mesh

Numbers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True)
class Link:
    """The links along one mesh axis: `latency` seconds per message, `bandwidth` bytes per second and device.

    `bandwidth` is that of rings, where each device sends to the next. Where each sends to all others, or to any one, it
    is `all_to_all_bandwidth`, if that is given.
    """

    latency: float
    bandwidth: float
    all_to_all_bandwidth: float | None = None

    def to_next(self, nbytes: float) -> float:
        """Seconds of a message of each device to the next."""
        return self.latency + nbytes / self.bandwidth

    def to_any(self, nbytes: float) -> float:
        """Seconds of a message of each device to any other."""
        return self.latency + nbytes / (self.all_to_all_bandwidth or self.bandwidth)

    def times(self, factor: float) -> Link:
        """A link of so many times the bandwidth."""
        other = self.all_to_all_bandwidth
        scaled = None if other is None else factor * other
        return replace(self, bandwidth=factor * self.bandwidth, all_to_all_bandwidth=scaled)


@dataclass(frozen=True)
class Level:
    """A level of a machine: the number of parts that each part of the level around it has, and the link out of one.

    `latency` seconds per message, `bandwidth` bytes per second of one link, which `sharing` devices of a part share.
    """

    size: int
    latency: float
    bandwidth: float
    sharing: int = 1


def _check(levels: Sequence[Level], mesh: Mesh, order: Sequence[int]) -> None:
    """Check that the mesh and the order of its axes fit the levels.

    Raises:
        ValueError: they do not, or the devices of a part cannot share links evenly.
    """
    for number, (level, below) in enumerate(zip(levels, _devices_per_part(levels), strict=True)):
        if below % level.sharing:
            raise ValueError(
                f"expected levels[{number}].sharing to divide the {below} devices of a part of that level, "
                f"got {level.sharing}"
            )
    devices = prod(level.size for level in levels)
    if devices != mesh.num_devices:
        sizes = "x".join(str(level.size) for level in levels)
        raise ValueError(f"the levels have {devices} devices ({sizes}), but the mesh {mesh} has {mesh.num_devices}")
    if sorted(order) != list(mesh.axes):
        raise ValueError(f"expected an order of the axes {list(mesh.axes)} of the mesh {mesh}, got {list(order)}")


def links_of_levels(levels: Sequence[Level], mesh: Mesh, order: Sequence[int] | None = None) -> tuple[Link, ...]:
    """The links along each axis of a mesh; an axis of one device has one that costs nothing.

    Args:
        levels: the outermost first.
        mesh: its devices.
        order: the axes of the mesh, the outermost first; by default as they are numbered.

    Raises:
        ValueError: they do not fit each other, or the devices of a part cannot share links evenly.
    """
    order = tuple(mesh.axes) if order is None else tuple(order)
    _check(levels, mesh, order)
    laid = np.arange(mesh.num_devices).reshape([mesh.shape[axis] for axis in order]).transpose(np.argsort(order))
    return tuple(_link(levels, np.moveaxis(laid, axis, 0).reshape(mesh.shape[axis], -1)) for axis in mesh.axes)


def _devices_per_part(levels: Sequence[Level]) -> list[int]:
    return [prod(level.size for level in levels[number + 1 :]) for number in range(len(levels))]


def _link(levels: Sequence[Level], groups: Numbers) -> Link:
    """The link of an axis whose groups of devices are the columns of an array of numbers."""
    size = len(groups)
    link = Link(0.0, inf, inf)
    for level, below in zip(levels, _devices_per_part(levels), strict=True):
        part, shared = groups // below, groups // level.sharing
        leaves = part != np.roll(part, -1, axis=0)
        if not leaves.any():
            continue
        in_ring = np.bincount(shared[leaves]).max()
        to_all = np.bincount(shared.ravel(), weights=(size - _companions(part)).ravel()).max()
        link = Link(
            max(link.latency, level.latency),
            min(link.bandwidth, level.bandwidth / float(in_ring)),
            min(link.all_to_all_bandwidth or inf, level.bandwidth * (size - 1) / float(to_all)),
        )
    return link


def _companions(part: Numbers) -> Numbers:
    """For each device the number of its group's devices that are in its part, with itself."""
    count: int = part.shape[1]
    keys = part * count + np.arange(count)
    _, which, counts = np.unique(keys.ravel(), return_inverse=True, return_counts=True)
    return counts[which].reshape(part.shape)
