"""Whether an SPMD program computes what its global program does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, TypeAlias

import numpy as np

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.planning.report import format_bytes
from llmsys_ir.program.signature import spec_of
from llmsys_ir.runtime.device_arrays import gather
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import Port, Program, run_on_devices, run_program, tolerance_of
from llmsys_ir.runtime.small_instances import Instances, ShrinkError, as_they_are, shrunk
from llmsys_ir.sharding.mesh import Mesh

Shrink: TypeAlias = Literal["large", "always", "never"]
"""Which programs are not run at full size but as a small instance."""

LARGE = 1 << 24
"""A program whose values take more bytes than this is large."""


_ROUNDING = {"bf16": 2.0**-8, "f16": 2.0**-11, "f32": 2.0**-24, "complex<f32>": 2.0**-24}
"""What a rounding changes, by type; of others it is less."""

_ROUNDINGS = 30
"""How many roundings on the way count for one of the inputs."""

_MOST_NOISE = 5e-2
"""Where roundings change a result by more, as a part of its largest value, a run tells nothing about it."""


@dataclass(frozen=True)
class Verified:
    """What was run: how often, and what shrank to what."""

    runs: int
    changes: tuple[str, ...]


def verify_partition(program: Program, reference: Program, shrink: Shrink, limit: int) -> Verified:
    """Check that an SPMD program gives the results of its global program.

    Both are run on the same inputs of several sorts: small instances of the same structure if the programs are large,
    else the programs as they are.

    Args:
        program: the SPMD program.
        reference: the global program.
        shrink: what is run as a small instance.
        limit: the bytes that the values of a program may take on all devices together for it to be run.

    Raises:
        OperationError: a result differs, or the program could not be checked.
    """
    _check_boundary(program, reference)
    instances, changes = _instances((program, reference), shrink, limit)
    notes = [f"in a small instance, with {', '.join(changes)}"] if changes else []
    open_results = set(range(len(program.results)))
    for run in range(instances.runs):
        open_results &= _compare(instances, run, notes)
    if open_results:
        _fail(
            program,
            f"could not be checked: roundings alone change result {min(open_results)} by more than {_MOST_NOISE:.0%}",
            *notes,
        )
    return Verified(instances.runs, changes)


def _check_boundary(program: Program, reference: Program) -> None:
    """Check that arguments and results have the same global shapes and types."""
    sides = (
        ("argument", program.arguments, reference.arguments),
        ("result", program.results, reference.results),
    )
    for side, ours, theirs in sides:
        if len(ours) != len(theirs):
            _fail(program, f"expected {len(theirs)} {side}s as the reference has, got {len(ours)}")
        for number, (mine, wanted) in enumerate(zip(ours, theirs, strict=True)):
            if mine.spec != wanted.spec:
                _fail(
                    program,
                    f"expected {side} {number} to be {_described(wanted)} as in the reference, got {_described(mine)} "
                    "on all devices together",
                )


def _described(port: Port) -> str:
    return "x".join([*map(str, port.spec.shape), port.spec.dtype])


def _fail(program: Program, message: str, *notes: str) -> None:
    raise OperationError(program.function, message, notes)


def _instances(programs: tuple[Program, Program], shrink: Shrink, limit: int) -> tuple[Instances, tuple[str, ...]]:
    """What is to be run, and what has shrunk."""
    whole = as_they_are(programs)
    needed, reason = whole.held_bytes(), "its dims cannot shrink"
    if shrink == "always" or (shrink == "large" and needed > LARGE):
        try:
            small = shrunk(programs)
            changes = tuple(small.changes_from(programs))
            if changes and small.held_bytes() <= limit:
                return small, changes
            if changes:
                reason = f"its smallest instance takes {format_bytes(small.held_bytes())}"
        except ShrinkError as error:
            reason = str(error)
    if needed > limit:
        shrinking = f"; {reason}" if shrink != "never" else ""
        _fail(
            programs[0],
            f"could not be checked: its values take {format_bytes(needed)} on all devices together, and "
            f"{format_bytes(limit)} are allowed{shrinking}; allow more with the option 'memory'",
        )
    return whole, ()


def _compare(instances: Instances, run: int, notes: Sequence[str]) -> set[int]:
    """Compare the results of two programs on the inputs of one run; gives those of which it cannot tell anything."""
    program, reference = instances.programs
    inputs = instances.inputs(run)
    open_results: set[int] = set()
    wanted = run_program(reference, inputs).results
    try:
        found = run_on_devices(program, inputs).results
    except OperationError as error:
        raise OperationError(error.op, str(error).partition(" op ")[2], (*error.notes, *notes)) from None
    for number, (port, ours, theirs) in enumerate(zip(program.results, found, wanted, strict=True)):
        tolerance = _tolerance(program)
        wrong = _first_wrong(port, ours, theirs, program.mesh, tolerance)
        if wrong is not None and (noise := _noise(reference, inputs, number, theirs)) > tolerance:
            wrong = _first_wrong(port, ours, theirs, program.mesh, min(noise, _MOST_NOISE))
            if wrong is not None and noise > _MOST_NOISE:
                open_results.add(number)
                continue
        if wrong is not None:
            _fail(program, f"result {number} differs from the reference's, first {wrong}", *notes)
    return open_results


def _first_wrong(port: Port, found: Array, wanted: Array, mesh: Mesh | None, tolerance: float) -> str | None:
    """Where a result on devices differs from a whole one, and in what; None if it does not."""
    assert mesh is not None, "an SPMD program has a mesh"
    sharding = port.sharding
    replicas = [
        axis for axis in mesh.axes if axis not in sharding.partial and not any(axis in d for d in sharding.dims)
    ]
    for numbers in product(*(range(found.shape[axis]) for axis in replicas)):
        fixed = dict(zip(replicas, numbers, strict=True))
        part = found[tuple(slice(fixed[axis], fixed[axis] + 1) if axis in fixed else slice(None) for axis in mesh.axes)]
        result = port.without_padding(gather(part, sharding, mesh))
        index = find_difference(result, wanted, tolerance)
        if index is not None:
            where = f"at [{', '.join(map(str, index))}] " if index else ""
            values = f"{_shown(result, index)} instead of {_shown(wanted, index)}"
            return f"{where}on {_holder(port, index, fixed, mesh)}: {values}"
    return None


def _tolerance(program: Program) -> float:
    """How far floats may be off, relative to a result's largest value: as far as the narrowest type allows that any
    value has.
    """
    return max(
        (tolerance_of(spec_of(result.type)) for op in program.function.walk() for result in op.results), default=0.0
    )


def _noise(reference: Program, inputs: Sequence[Array], number: int, wanted: Array) -> float:
    """How far a result may be off because roundings grow on the way to it: a part of its largest value.

    That is so many times what it changes by when inputs are rounded otherwise.
    """
    if wanted.dtype.kind in "biu":
        return 0.0
    specs = (spec_of(result.type) for op in reference.function.walk() for result in op.results)
    rounding = max((_ROUNDING.get(spec.dtype, 0.0) for spec in specs), default=0.0)
    moved = run_program(reference, [_moved(array, at, rounding) for at, array in enumerate(inputs)]).results[number]
    finite = np.isfinite(wanted) & np.isfinite(moved)
    wide = np.complex128 if wanted.dtype.kind == "c" else np.float64
    before, after = (np.where(finite, array, 0).astype(wide) for array in (wanted, moved))
    scale = np.abs(before).max(initial=0)
    change = np.abs(after - before).max(initial=0)
    return float(_ROUNDINGS * change / scale) if scale else 0.0


def _moved(array: Array, number: int, rounding: float) -> Array:
    """An input whose floats are twice a rounding off, up or down."""
    if array.dtype.kind in "biu" or not array.size:
        return array
    signs = np.random.default_rng(number).choice([-1.0, 1.0], array.shape)
    return np.asarray(array * (1 + 2 * rounding * signs), array.dtype)


def find_difference(result: Array, wanted: Array, tolerance: float) -> tuple[int, ...] | None:
    """The index of the first element of a result that is wrong, None if there is none.

    Integers must be equal, and infinities and NaNs in the same places.
    """
    with np.errstate(all="ignore"):
        right = (result == wanted) | ((result != result) & (wanted != wanted))
        if wanted.dtype.kind not in "biu":
            finite = np.isfinite(wanted)
            wide = np.complex128 if wanted.dtype.kind == "c" else np.float64
            scale = np.abs(np.where(finite, wanted, 0).astype(wide)).max(initial=0)
            right |= finite & (np.abs(result.astype(wide) - wanted.astype(wide)) <= tolerance * scale)
    return None if right.all() else tuple(int(position) for position in np.argwhere(~right)[0])


def _shown(array: Array, index: tuple[int, ...]) -> str:
    value = array[index]
    return f"{value:g}" if array.dtype.kind == "f" else str(value)


def _holder(port: Port, index: tuple[int, ...], replica: Mapping[int, int], mesh: Mesh) -> str:
    """The device that holds an element of a result, one of those with these coordinates along some axes."""
    coordinates = [replica.get(axis, 0) for axis in mesh.axes]
    paddings = port.padding or (0,) * len(index)
    for position, size, padding, axes in zip(index, port.spec.shape, paddings, port.sharding.dims, strict=True):
        shard = position // max((size + padding) // mesh.size(axes), 1)
        for axis in reversed(axes):
            shard, coordinates[axis] = divmod(shard, mesh.shape[axis])
    device = f"device ({', '.join(map(str, coordinates))})"
    return f"{device} and those it is added up with" if port.sharding.partial else device
