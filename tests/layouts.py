"""Where the elements of a global array lie on the devices of a mesh, worked out device by device.

An oracle for `device_arrays` and for partitioned programs: nothing is shared with the code under test but the
plain `Mesh` and `Sharding`. Partial values are made of random terms, so that a reduction that is forgotten, done
twice or done over the wrong axes shows in the numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import product
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import ReductionKind, Sharding

Array = npt.NDArray[Any]


def block(shape: Sequence[int], sharding: Sharding, mesh: Mesh, device: Sequence[int]) -> tuple[slice, ...]:
    """The part of a tensor of `shape` that `device` holds (or holds a term of)."""
    slices: list[slice] = []
    for size, axes in zip(shape, sharding.dims, strict=True):
        number, count = 0, 1
        for axis in axes:
            number = number * mesh.shape[axis] + device[axis]
            count *= mesh.shape[axis]
        extent = size // count
        slices.append(slice(number * extent, (number + 1) * extent))
    return tuple(slices)


def devices(mesh: Mesh) -> list[tuple[int, ...]]:
    """Every device of a mesh."""
    return list(product(*map(range, mesh.shape)))


def place(array: Array, sharding: Sharding, mesh: Mesh, seed: int = 0) -> Array:
    """The local arrays of all devices, of shape `mesh.shape + local`."""
    random = np.random.default_rng(seed)
    count = prod(mesh.shape[axis] for axis in sharding.partial)
    terms = [array] if sharding.kind is None else split_up(array, sharding.kind, count, random)
    local = [
        size // prod(mesh.shape[axis] for axis in axes) for size, axes in zip(array.shape, sharding.dims, strict=True)
    ]
    value = np.empty((*mesh.shape, *local), array.dtype)
    for device in devices(mesh):
        term = 0
        for axis in sharding.partial:
            term = term * mesh.shape[axis] + device[axis]
        value[device] = terms[term][block(array.shape, sharding, mesh, device)]
    return value


def collect(value: Array, shape: Sequence[int], sharding: Sharding, mesh: Mesh) -> Array:
    """The global array that the devices' local arrays make up; replicas must agree."""
    local = value.shape[mesh.rank :]
    value = np.broadcast_to(value, (*mesh.shape, *local))
    terms: dict[tuple[int, ...], list[Array]] = {}
    for device in devices(mesh):
        owner = tuple(0 if axis in sharding.partial else coordinate for axis, coordinate in enumerate(device))
        terms.setdefault(owner, []).append(value[device])
    result = np.empty(tuple(shape), value.dtype)
    written = np.zeros(tuple(shape), bool)
    for owner, parts in terms.items():
        at = block(shape, sharding, mesh, owner)
        whole = parts[0] if sharding.kind is None else combined(parts, sharding.kind)
        if written[at].any():
            assert_close(whole, result[at], "replicas differ")
        result[at] = whole
        written[at] = True
    assert written.all()
    return result


def combined(terms: Sequence[Array], kind: ReductionKind) -> Array:
    """The value that partial terms stand for."""
    if kind is ReductionKind.AVERAGE:
        return sum(terms[1:], terms[0]) / len(terms)
    return reduce(_function(terms[0].dtype, kind), terms)


def _function(dtype: np.dtype[Any], kind: ReductionKind) -> np.ufunc:
    if dtype == np.dtype(bool):
        return {"sum": np.logical_xor, "product": np.logical_and}.get(str(kind)) or _FUNCTIONS[kind]
    return _FUNCTIONS[kind]


_FUNCTIONS = {
    ReductionKind.SUM: np.add,
    ReductionKind.MAX: np.maximum,
    ReductionKind.MIN: np.minimum,
    ReductionKind.PRODUCT: np.multiply,
    ReductionKind.BITWISE_AND: np.bitwise_and,
    ReductionKind.BITWISE_OR: np.bitwise_or,
    ReductionKind.BITWISE_XOR: np.bitwise_xor,
}


def split_up(array: Array, kind: ReductionKind, count: int, random: np.random.Generator) -> list[Array]:
    """`count` random terms that combine to `array`."""
    noise = [random.integers(0, 2 if array.dtype == bool else 4, array.shape).astype(array.dtype) for _ in range(count)]
    exact = random.integers(0, count, array.shape)
    is_bool = array.dtype == np.dtype(bool)
    match kind:
        case ReductionKind.SUM | ReductionKind.BITWISE_XOR if is_bool or kind is ReductionKind.BITWISE_XOR:
            return [*noise[1:], reduce(np.bitwise_xor, noise[1:], array)]
        case ReductionKind.SUM:
            return [*noise[1:], reduce(np.subtract, noise[1:], array)]
        case ReductionKind.AVERAGE:
            return [(array + part - sum(noise) / count).astype(array.dtype) for part in noise]
        case ReductionKind.PRODUCT if not is_bool:
            signs = [(1 - 2 * (part.astype(np.int64) % 2)).astype(array.dtype) for part in noise]
            return [*signs[1:], reduce(np.multiply, signs[1:], array)]
        case ReductionKind.BITWISE_AND | ReductionKind.PRODUCT:
            worse = [array | part for part in noise]
        case ReductionKind.BITWISE_OR:
            worse = [array & part for part in noise]
        case ReductionKind.MAX:
            worse = [array & part if is_bool else _at_most(array, part) for part in noise]
        case ReductionKind.MIN:
            worse = [array | part if is_bool else _at_least(array, part) for part in noise]
        case _:
            raise AssertionError(kind)
    return [np.where(exact == number, array, part) for number, part in enumerate(worse)]


def _at_most(array: Array, by: Array) -> Array:
    return np.where(array - by <= array, array - by, array)


def _at_least(array: Array, by: Array) -> Array:
    return np.where(array + by >= array, array + by, array)


_TOLERANCES = {2: 2e-2, 4: 1e-5, 8: 1e-11}
"""By bytes of a floating-point element, relative to the largest value."""


def assert_close(got: Array, expected: Array, message: str = "") -> None:
    """Integers are equal; floats within a tolerance of the largest value, infinities and NaNs in the same places."""
    assert got.shape == expected.shape, f"{message}: shape {got.shape} != {expected.shape}"
    assert got.dtype == expected.dtype, f"{message}: dtype {got.dtype} != {expected.dtype}"
    if expected.dtype.kind in "biu":
        np.testing.assert_array_equal(got, expected, err_msg=message)
        return
    if expected.dtype.kind == "c":
        for part in (np.real, np.imag):
            assert_close(part(got), part(expected), message)
        return
    wide, reference = got.astype(np.float64), expected.astype(np.float64)
    finite = reference[np.isfinite(reference)]
    scale = float(np.abs(finite).max()) if finite.size else 1.0
    tolerance = _TOLERANCES[expected.dtype.itemsize]
    np.testing.assert_allclose(wide, reference, rtol=tolerance, atol=tolerance * max(scale, 1e-30), err_msg=message)
