"""The link of a mesh axis from the times of collectives along it.

A run that takes `c` seconds with nothing in it should, with a collective that the cost model makes of `m` messages and
`v` bytes one after the other, take `p = c + m·α + v·β`, where all-to-alls have a `β` of their own. The fit of times `t`
minimises

    Σ p/t + t/p    with α ≥ 0 and β > 0,

which is convex, and to which being too high and too low by the same factor is the same; so short runs, which say what
`α` is, count as much as long ones, which say what `β` is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, log, sqrt
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from llmsys_ir.cost.cluster import Cluster, Device
from llmsys_ir.cost.links import Link
from llmsys_ir.cost.model import CollectiveKind, CostModel
from llmsys_ir.diagnostics import UserError
from llmsys_ir.sharding.mesh import Mesh

Numbers: TypeAlias = NDArray[np.floating[Any]]

_STEPS = 100

_NO_DEVICE = Device({"f32": inf}, inf)


class FitError(UserError):
    """There is no link that explains the times."""


@dataclass(frozen=True)
class Timing:
    """A collective along an axis of `size` devices, `nbytes` per device before, and the seconds of a run with it."""

    kind: CollectiveKind
    size: int
    nbytes: int
    seconds: float

    def on(self, link: Link) -> float:
        """What the cost model says of the collective."""
        return CostModel(Cluster(Mesh((self.size,)), (link,), _NO_DEVICE)).collective(self.kind, (0,), self.nbytes)


@dataclass(frozen=True)
class Fit:
    """A link, with the seconds of a run with nothing in it.

    `error` is how much too high or too low its times are, as the root mean square of the logarithms of the ratios says:
    0.1 for a factor of 1.1 or 1/1.1.
    """

    link: Link
    overhead: float
    error: float

    def seconds(self, timing: Timing) -> float:
        """What the run should take."""
        return self.overhead + timing.on(self.link)


def fit_link(timings: Sequence[Timing], overhead: float) -> Fit:
    """The link that explains the times best.

    Args:
        timings: of one axis, all-to-alls and others, all of two sizes at least.
        overhead: the seconds of a run with nothing in it.

    Raises:
        FitError: more bytes do not take longer.
    """
    seconds = np.array([timing.seconds for timing in timings])
    units = (Link(1.0, inf), Link(0.0, 1.0, inf), Link(0.0, inf, 1.0))
    terms = np.array([[timing.on(unit) for unit in units] for timing in timings])
    latency, *per_byte = _minimum(terms, seconds, overhead)
    if latency < 0:
        latency, per_byte = 0.0, _minimum(terms[:, 1:], seconds, overhead)
    if min(per_byte) <= 0:
        raise FitError("times do not grow with the bytes sent; measure with more bytes, on a machine that is at rest")
    link = Link(latency, *(1 / each for each in per_byte))
    errors = [log((overhead + timing.on(link)) / timing.seconds) for timing in timings]
    return Fit(link, overhead, exp(sqrt(sum(error * error for error in errors) / len(errors))) - 1)


def _minimum(terms: Numbers, seconds: Numbers, overhead: float) -> list[float]:
    """The factors of the terms that fit best, of any sign: Newton's method, with shorter steps where it overshoots."""
    scale: Numbers = terms.max(axis=0)
    scaled = terms / scale

    def found(factors: Numbers) -> Numbers:
        return overhead + scaled @ factors

    def loss(factors: Numbers) -> float:
        ratios = found(factors) / seconds
        return float((ratios + 1 / ratios).sum()) if ratios.min() > 0 else inf

    factors: Numbers = np.full(len(scale), seconds.max() / 2)
    for _ in range(_STEPS):
        at = found(factors)
        gradient: Numbers = scaled.T @ (1 / seconds - seconds / at**2)
        curvature: Numbers = (scaled.T * (2 * seconds / at**3)) @ scaled
        step: Numbers = np.linalg.solve(curvature, gradient)
        while loss(factors - step) > loss(factors):
            step = step / 2
        factors = factors - step
    return (factors / scale).tolist()
