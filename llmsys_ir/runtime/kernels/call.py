"""What a kernel is given: the op's local signature, its regions, and the array library to compute with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np

from llmsys_ir.sharding.signature import OpSignature, TensorSpec

Array: TypeAlias = Any
"""A NumPy array, or any array of the namespace a call carries (`numpy`, `jax.numpy`)."""

Region: TypeAlias = Callable[..., tuple[Array, ...]]
"""A region of the op: takes its block arguments, returns what its terminator yields.

Its ops are run by the same kernels. Called on arrays that have further dims between the mesh dims and those of its
arguments, it runs once for every position along them, all at the same time: a region of scalars computes elementwise
on whole arrays."""


@dataclass(frozen=True)
class KernelCall:
    """One application of an op to local arrays.

    Every operand array has `batch` leading mesh dims, each 1 or the size of a mesh axis, before the dims of
    its local tensor; so must every result. A kernel treats mesh dims as batch dims and may rely on NumPy
    broadcasting between operands whose mesh dims differ. Scalars have only the mesh dims.
    """

    signature: OpSignature
    batch: int
    xp: Any = np
    dense: Mapping[str, Array] = field(default_factory=dict[str, Array])
    """Dense element attributes, decoded, without mesh dims."""
    regions: tuple[Region, ...] = ()
    of_all: Callable[[Array], Array] | None = None
    """If there are collectives in its regions, in which all devices must take part: what gives a scalar of all devices
    for one of those that run the kernel, so that each can see whether all do."""
    overwrites: bool = False
    """Whether the kernel may write into its first operand: nothing else reads that array any more."""
    maps: Mapping[str, Region] = field(default_factory=dict[str, Region])
    """Affine maps in attributes, as functions of their dims and symbols."""

    @property
    def result(self) -> TensorSpec:
        """The first result's local shape and dtype."""
        return self.signature.results[0]


Kernel: TypeAlias = Callable[..., tuple[Array, ...]]
"""`kernel(call, *operands) -> results`."""
