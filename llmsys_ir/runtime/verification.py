"""Whether an SPMD program computes what its global program does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.planning.report import format_bytes
from llmsys_ir.program.signature import spec_of
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import Port, Program, run_program, tolerance_of
from llmsys_ir.runtime.small_instances import INPUT_KINDS, Instances, ShrinkError, as_they_are, shrunk
from llmsys_ir.sharding.mesh import Mesh

Shrink: TypeAlias = Literal["large", "always", "never"]
"""Which programs are not run at full size but as a small instance."""

LARGE = 1 << 24
"""A program whose values take more bytes than this is large."""


@dataclass(frozen=True)
class Verified:
    """What was run: how often, and what shrank to what."""

    runs: int
    changes: tuple[str, ...]


def verify_partition(program: Program, reference: Program, shrink: Shrink, limit: int) -> Verified:
    """Check that an SPMD program gives the results of its global program.

    Both are run on the same inputs, random ones, then ones that are all positive and all negative: small instances of
    the same structure if the programs are large, else the programs as they are.

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
    for kind in range(INPUT_KINDS):
        _compare(instances, kind, changes)
    return Verified(INPUT_KINDS, changes)


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


def _compare(instances: Instances, kind: int, changes: Sequence[str]) -> None:
    program, reference = instances.programs
    inputs, tolerance = instances.inputs(kind), _tolerance(program)
    notes = [f"in a small instance, with {', '.join(changes)}"] if changes else []
    try:
        found = run_program(program, inputs).results
    except OperationError as error:
        raise OperationError(program.function, f"cannot be run: {error}", (*error.notes, *notes)) from None
    wanted = run_program(reference, inputs).results
    for number, (port, ours, theirs) in enumerate(zip(program.results, found, wanted, strict=True)):
        index = find_difference(ours, theirs, tolerance)
        if index is not None:
            where = f" at [{', '.join(map(str, index))}]" if index else ""
            _fail(
                program,
                f"result {number} differs from the reference's, first{where} on {_holder(port, index, program.mesh)}: "
                f"{_shown(ours, index)} instead of {_shown(theirs, index)}",
                *notes,
            )


def _tolerance(program: Program) -> float:
    """How far floats may be off, relative to a result's largest value: as far as the narrowest type allows that any
    value has.
    """
    return max(
        (tolerance_of(spec_of(result.type)) for op in program.function.walk() for result in op.results), default=0.0
    )


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


def _holder(port: Port, index: tuple[int, ...], mesh: Mesh | None) -> str:
    """The device that holds an element of a result, the first one of those that do."""
    if mesh is None:
        return "the program"
    coordinates = [0] * mesh.rank
    sizes = zip(index, port.spec.shape, port.padding or (0,) * len(index), port.sharding.dims, strict=True)
    for position, size, padding, axes in sizes:
        shard = position // max((size + padding) // mesh.size(axes), 1)
        for axis in reversed(axes):
            shard, coordinates[axis] = divmod(shard, mesh.shape[axis])
    device = f"device ({', '.join(map(str, coordinates))})"
    return f"{device} with others" if port.sharding.partial else device
