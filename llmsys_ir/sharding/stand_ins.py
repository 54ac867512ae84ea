"""Numbers that stand for sizes that are not known, so that a resharding path can be found without them.

All that is known of such a size is that the shardings at both ends of the path divide it, so what stands for it has
no other divisors: a dim's size is the least common multiple of the devices along its axes, times a prime, and the
size of a mesh axis is a prime too. A sharding that then divides the tensor does so whatever the sizes are, as long as
its mesh axes are known; for unknown ones, whose multiples are not known either, see `only_sure`. Costs are those for
the stand-ins, so the primes are about as large as the sizes of usual meshes and tensors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf, lcm

from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.resharding import Move, MoveCost, MoveKind
from llmsys_ir.sharding.sharding import Axes, Sharding

_LEAST_AXIS = 11
_LEAST_DIM = 1009


def stand_in_mesh(shape: Sequence[int], name: str, others: Iterable[int]) -> Mesh:
    """A mesh in which primes stand for the unknown sizes, which are negative.

    None of them divides a known size or one of `others`.

    Raises:
        ValueError: it is no mesh, or one of too many devices.
    """
    known = [size for size in (*shape, *others) if size > 0]
    primes = _primes(_LEAST_AXIS, known)
    unknown = frozenset(axis for axis, size in enumerate(shape) if size < 0)
    return Mesh(tuple(next(primes) if axis in unknown else size for axis, size in enumerate(shape)), name, unknown)


def stand_in_shape(shape: Sequence[int], source: Sharding, target: Sharding, mesh: Mesh) -> tuple[int, ...]:
    """A shape in which numbers stand for sizes that are unknown, or that unknown mesh axes divide."""
    prime = next(_primes(_LEAST_DIM, mesh.shape))
    ends = zip(shape, source.dims, target.dims, strict=True)
    return tuple(
        lcm(mesh.size(before), mesh.size(after)) * prime
        if size < 0 or not mesh.unknown.isdisjoint((*before, *after))
        else size
        for size, before, after in ends
    )


def only_sure(move_cost: MoveCost, shape: Sequence[int], source: Sharding, target: Sharding, mesh: Mesh) -> MoveCost:
    """What moves cost on a way from `source` to `target`, infinite for those that are not right for all sizes.

    There is always a way of finite cost: gather what is split, then split what shall be.
    """

    def is_sure(move: Move) -> bool:
        if move.kind is MoveKind.PERMUTE and not mesh.unknown.isdisjoint(move.axes):
            return False
        dims = zip(shape, move.result.dims, source.dims, target.dims, strict=True)
        return all(_divides(axes, size, ends, mesh) for size, axes, *ends in dims)

    return lambda move, spec: move_cost(move, spec) if is_sure(move) else inf


def _divides(axes: Axes, size: int, ends: Sequence[Axes], mesh: Mesh) -> bool:
    """Whether the devices along `axes` divide a dim that those along each of `ends` are known to divide."""
    if any(set(axes) <= set(known) for known in ends):
        return True
    if not mesh.unknown.isdisjoint(axes):
        return False
    least = lcm(*(mesh.size(axis for axis in known if axis not in mesh.unknown) for known in ends))
    return (least if size < 0 else lcm(least, size)) % mesh.size(axes) == 0


def _primes(least: int, others: Iterable[int]) -> Iterator[int]:
    """Different primes from `least` on that divide none of `others`."""
    others, number = tuple(others), least
    while True:
        is_prime = all(number % divisor for divisor in range(2, int(number**0.5) + 1))
        if is_prime and all(other % number for other in others):
            yield number
        number += 1
