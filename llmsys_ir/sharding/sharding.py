"""A sharding: how one tensor lies on a mesh."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from llmsys_ir.remembering import hashed_once
from llmsys_ir.sharding.mesh import Mesh

Axes = tuple[int, ...]
"""Mesh axes, outermost first."""


class ReductionKind(StrEnum):
    """How partial values combine; the mesh dialect's reduction kinds."""

    SUM = "sum"
    MAX = "max"
    MIN = "min"
    PRODUCT = "product"
    AVERAGE = "average"
    BITWISE_AND = "bitwise_and"
    BITWISE_OR = "bitwise_or"
    BITWISE_XOR = "bitwise_xor"
    GENERIC = "generic"

    @property
    def is_idempotent(self) -> bool:
        """Whether combining a value with itself gives that value, so that replicas are valid partials."""
        return self in _IDEMPOTENT


_IDEMPOTENT = {
    ReductionKind.MAX,
    ReductionKind.MIN,
    ReductionKind.AVERAGE,
    ReductionKind.BITWISE_AND,
    ReductionKind.BITWISE_OR,
}


class ShardingError(ValueError):
    """A sharding does not fit its tensor or its mesh."""


@hashed_once
@dataclass(frozen=True)
class Sharding:
    """Per tensor dim the mesh axes that split it, plus the axes along which it is partial.

    `dims[d]` lists the axes of dim `d`, outermost first. Along the `partial` axes (ascending) each device
    holds one term of a reduction of kind `kind`. All other axes hold replicas.
    """

    dims: tuple[Axes, ...]
    partial: Axes = ()
    kind: ReductionKind | None = None

    def __post_init__(self) -> None:
        if list(self.partial) != sorted(self.partial):
            object.__setattr__(self, "partial", tuple(sorted(self.partial)))
        if bool(self.partial) != (self.kind is not None):
            raise ShardingError("expected a reduction kind exactly where there are partial axes")

    @classmethod
    def replicated(cls, rank: int) -> Sharding:
        """The sharding with a whole replica on each device."""
        return cls(((),) * rank)

    @classmethod
    def of(
        cls, dims: Iterable[Iterable[int]], rank: int, partial: Iterable[int] = (), kind: str | None = None
    ) -> Sharding:
        """A sharding of a tensor of `rank` dims; missing trailing dims are not split.

        Raises:
            ShardingError: there are more lists than dims.
        """
        given = tuple(map(tuple, dims))
        while len(given) > rank and not given[-1]:
            given = given[:-1]
        if len(given) > rank:
            raise ShardingError(f"expected at most {rank} lists of mesh axes, one per tensor dim, got {len(given)}")
        axes = tuple(partial)
        return cls(given + ((),) * (rank - len(given)), axes, ReductionKind(kind) if axes and kind else None)

    def __str__(self) -> str:
        dims = "[" + ", ".join("[" + ", ".join(map(str, axes)) + "]" for axes in self.trimmed) + "]"
        return dims + (f" partial = {self.kind}{list(self.partial)}" if self.partial else "")

    @property
    def trimmed(self) -> tuple[Axes, ...]:
        """`dims` without trailing unsplit dims, but at least one entry, as MLIR writes it."""
        last = max((dim for dim, axes in enumerate(self.dims) if axes), default=0)
        return self.dims[: last + 1] or ((),)

    @property
    def rank(self) -> int:
        """The rank of the tensor."""
        return len(self.dims)

    @cached_property
    def split_axes(self) -> frozenset[int]:
        """The mesh axes that split some dim."""
        return frozenset(axis for axes in self.dims for axis in axes)

    @cached_property
    def used_axes(self) -> frozenset[int]:
        """The mesh axes along which devices may hold different values."""
        return self.split_axes | frozenset(self.partial)

    @property
    def is_replicated(self) -> bool:
        """Whether each device holds the whole value."""
        return not self.used_axes

    def without_partial(self, axis: int) -> Sharding:
        """This sharding after a reduction along `axis`."""
        partial = tuple(other for other in self.partial if other != axis)
        return Sharding(self.dims, partial, self.kind if partial else None)

    def with_partial(self, axis: int, kind: ReductionKind) -> Sharding:
        """This sharding with one more partial axis."""
        return Sharding(self.dims, (*self.partial, axis), kind)

    def with_dim(self, dim: int, axes: Axes) -> Sharding:
        """This sharding with other axes on `dim`."""
        return Sharding((*self.dims[:dim], axes, *self.dims[dim + 1 :]), self.partial, self.kind)

    def without_unit_axes(self, mesh: Mesh) -> Sharding:
        """This sharding without the mesh axes of one device, along which nothing is split."""
        if 1 not in mesh.shape:
            return self
        partial = tuple(axis for axis in self.partial if mesh.shape[axis] != 1)
        dims = tuple(tuple(axis for axis in axes if mesh.shape[axis] != 1) for axes in self.dims)
        return Sharding(dims, partial, self.kind if partial else None)

    def check(self, shape: Sequence[int], mesh: Mesh) -> None:
        """Check that this is a sharding of a tensor of `shape` on `mesh`.

        Raises:
            ShardingError: an axis is not the mesh's or is used twice, or the axes of a dim do not divide it.
        """
        if len(shape) != self.rank:
            raise ShardingError(f"expected a sharding of {len(shape)} dims, got {self.rank}")
        seen: set[int] = set()
        for axis in (*(axis for axes in self.dims for axis in axes), *self.partial):
            if not 0 <= axis < mesh.rank:
                raise ShardingError(
                    f"mesh axis {axis} is out of bounds: mesh @{mesh.name} of shape {mesh} has rank {mesh.rank}"
                )
            if axis in seen:
                raise ShardingError(f"mesh axis {axis} is used twice in {self}")
            seen.add(axis)
        for dim, (size, axes) in enumerate(zip(shape, self.dims, strict=True)):
            if size % mesh.size(axes):
                raise ShardingError(
                    f"dim {dim} of size {size} is not divisible by {mesh.size(axes)}, the devices along mesh "
                    f"axes {list(axes)} of @{mesh.name} ({mesh}); shard it over other axes or pad the tensor"
                )

    def local_shape(self, shape: Sequence[int], mesh: Mesh) -> tuple[int, ...]:
        """The shape on one device. The sharding must fit (see `check`)."""
        return tuple(size // mesh.size(axes) for size, axes in zip(shape, self.dims, strict=True))

    def divides(self, shape: Sequence[int], mesh: Mesh) -> bool:
        """Whether every dim is divisible by the devices along its axes."""
        return all(size % mesh.size(axes) == 0 for size, axes in zip(shape, self.dims, strict=True))
