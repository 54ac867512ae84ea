"""Small instances of programs that are too large to run, and inputs that tell programs apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp
from xdsl.ir import Operation, SSAValue
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import OperationError, UserError, name_of
from llmsys_ir.program.preparation import prepare
from llmsys_ir.program.shrinking.classes import CONTENTS, Place
from llmsys_ir.program.shrinking.collected import Collected
from llmsys_ir.program.shrinking.collecting import End, Ends, collect
from llmsys_ir.program.shrinking.contents import is_counting
from llmsys_ir.program.shrinking.rewriting import Numbers, renumber
from llmsys_ir.program.shrinking.scales import scales_of
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.program.uneven.groups import is_computing
from llmsys_ir.runtime.engines.steps import steps_of
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import Port, Program, find_program, random_inputs
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.sharding.rule import RuleError

_RUNS = 4
"""Inputs are of any sign, then without negative numbers (or true), then without positive ones (or false), then near 1,
where a product of many neither vanishes nor overflows; and so on.
"""

_POSITIONED_RUNS = 12
"""How often programs run whose inputs are positions, so that those of all devices are among them."""

_GOLDEN = (5**0.5 - 1) / 2
"""Multiples of this part of a dim are spread evenly over it."""

_BEYOND = 2
"""How far positions are beyond both ends in one run of four, where all ops say what they do there."""

_UNCHECKED = ("tensor.", "tm_tensor.", "tosa.")
"""Dialects whose ops expect positions to be inside."""


class ShrinkError(UserError):
    """Programs cannot be made smaller together."""


@dataclass(frozen=True)
class Instances:
    """Programs that take the same arguments and give the same results, as they are or made smaller together.

    `counted` has per argument how many positions its integers may choose from, None where they choose none.
    """

    programs: tuple[Program, ...]
    counted: tuple[int | None, ...]

    @property
    def runs(self) -> int:
        """How many inputs it takes to tell programs apart."""
        return _POSITIONED_RUNS if any(self.counted) else _RUNS

    def inputs(self, run: int) -> list[Array]:
        """Repeatable inputs for each of several runs; positions are spread evenly over all of them."""
        ports = self.programs[0].arguments
        arrays = random_inputs(ports, run)
        for number, (port, count) in enumerate(zip(ports, self.counted, strict=True)):
            array = arrays[number]
            arrays[number] = self._positions(port, count, run, array) if count else _of_sort(array, run % _RUNS)
        return arrays

    def random_inputs(self, seed: int) -> list[Array]:
        """Inputs as those of any program, but for integers that are positions: those are inside of the small dims."""
        arrays = random_inputs(self.programs[0].arguments, seed)
        return [array % count if count else array for array, count in zip(arrays, self.counted, strict=True)]

    def _positions(self, port: Port, count: int, run: int, like: Array) -> Array:
        """Positions along a dim of `count` elements, other ones in each run."""
        places = np.random.default_rng(run).permutation(count)
        start = round(run * count * _GOLDEN) % count
        if run % _RUNS == 0 and like.dtype.kind == "i" and not self._must_be_inside():
            beyond = [place for more in range(_BEYOND) for place in (count + more, -1 - more)]
            places, start = np.concatenate([beyond, places]), run // _RUNS
        return np.resize(np.roll(places, -start), port.spec.shape).astype(like.dtype)

    def _must_be_inside(self) -> bool:
        return any(op.name.startswith(_UNCHECKED) for op in self.programs[-1].function.walk())

    def held_bytes(self) -> int:
        """At most so many bytes are held by all devices together, when the largest of the programs runs."""
        return max(map(_held_bytes, self.programs))

    def changes_from(self, originals: Sequence[Program]) -> list[str]:
        """What arguments and results have become, as `argument 0: 32x1000 f32 -> 12x3 f32`."""
        before, after = originals[0], self.programs[0]
        sides = (("argument", before.arguments, after.arguments), ("result", before.results, after.results))
        return [
            f"{side} {number}: {'x'.join(map(str, old.spec.shape))} -> {'x'.join(map(str, new.spec.shape))}"
            for side, olds, news in sides
            for number, (old, new) in enumerate(zip(olds, news, strict=True))
            if old.spec.shape != new.spec.shape
        ]


def _of_sort(array: Array, sort: int) -> Array:
    """An input with other numbers, see `_RUNS`."""
    if sort == 0 or array.dtype.kind in "iuc":
        return array
    if array.dtype.kind == "b":
        return np.full_like(array, sort == 1) if sort < _RUNS - 1 else array
    made = (np.abs(array), -np.abs(array), 1 + array / 16)[sort - 1]
    return np.asarray(made, array.dtype)


def as_they_are(programs: Sequence[Program]) -> Instances:
    """The programs in their full size."""
    ready = [_prepared(program) for program in programs]
    found = collect([_ends(program) for program in ready], default_registry())
    return Instances(tuple(programs), _counted(ready[-1], found))


def shrunk(programs: Sequence[Program]) -> Instances:
    """Small programs of the same structure, the dims of all of them changed alike.

    Raises:
        ShrinkError: they cannot be made smaller without becoming wrong.
    """
    ready = [_prepared(program) for program in programs]
    sides = [_ends(program) for program in ready]
    found = collect(sides, default_registry())
    numbers = Numbers(found.classes, scales_of(found.classes, linked=len(programs) > 1))
    small: list[Program] = []
    for side in sides:
        copy = _module_of(side.function).clone()
        renumber(side, copy, found, numbers)
        small.append(_checked(copy, side.function.sym_name.data))
    for program, other in pairwise(small):
        if [port.spec for port in _ports(program)] != [port.spec for port in _ports(other)]:
            raise ShrinkError("the arguments and results of the two programs shrink to different sizes")
    return Instances(tuple(small), _counted(ready[-1], found, numbers))


def _module_of(function: func.FuncOp) -> ModuleOp:
    module = function.get_toplevel_object()
    assert isinstance(module, ModuleOp)
    return module


def _ports(program: Program) -> tuple[Port, ...]:
    return (*program.arguments, *program.results)


def _prepared(program: Program) -> Program:
    """The program with each op in a form that has a rule; what it computes stays the same."""
    module = _module_of(program.function).clone()
    prepare(module)
    return find_program(module, program.function.sym_name.data)


def _ends(program: Program) -> Ends:
    block = program.function.body.block
    last = block.last_op
    values = (*block.args, *(last.operands if last is not None else ()))
    ports = zip(values, _ports(program), strict=True)
    return Ends(
        program.function, program.mesh, tuple(End(value, port.sharding, port.spec.shape) for value, port in ports)
    )


def _checked(module: ModuleOp, name: str) -> Program:
    """The program, if it is right, with dims that its ops' rules put together."""
    try:
        module.verify()
        program = find_program(module, name)
        for op in program.function.walk():
            if is_computing(op):
                _check_rule(op)
    except (OperationError, RuleError, UserError, ValueError, VerifyException) as error:
        raise ShrinkError(f"its dims do not shrink together: {_last_line(error)}") from None
    return program


def _last_line(error: Exception) -> str:
    return str(error).strip().splitlines()[-1].strip() if str(error).strip() else type(error).__name__


def _check_rule(op: Operation) -> None:
    registry, signature = default_registry(), signature_of(op)
    if not registry.has_rule(signature):
        return
    rule = registry.rule(signature)
    for specs, sides in ((signature.operands, rule.operands), (signature.results, rule.results)):
        for spec, dims in zip(specs, sides, strict=True):
            if any(dim and rule.dim_size(dim) != size for dim, size in zip(dims, spec.shape, strict=False)):
                raise ValueError(f"'{name_of(op)}' has dims that do not fit its rule")


def _counted(original: Program, found: Collected, numbers: Numbers | None = None) -> tuple[int | None, ...]:
    """Per argument of a program how many positions its integers choose from: the size of the largest such dim."""
    arguments, classes = original.function.body.block.args, found.classes
    sizes: dict[Place, int] = {}
    for place in list(classes.parents):
        value, dim = place
        if isinstance(value, SSAValue) and dim != CONTENTS and _is_inside(value, original.function):
            size = spec_of(value.type).shape[dim]
            size = size if numbers is None else numbers(place, size)
            sizes[classes.root(place)] = max(size, sizes.get(classes.root(place), 0))
    found_sizes = [sizes.get(classes.root((argument, CONTENTS)), 0) for argument in arguments]
    is_counted = [is_counting(argument) for argument in arguments]
    return tuple(size if counts and size > 0 else None for size, counts in zip(found_sizes, is_counted, strict=True))


def _is_inside(value: SSAValue, function: func.FuncOp) -> bool:
    owner = value.owner
    return owner is function.body.block or function.is_ancestor(owner)


def _held_bytes(program: Program) -> int:
    devices = 1 if program.mesh is None else program.mesh.num_devices
    steps = steps_of(program.function.body.block)
    held = most = sum(spec_of(value.type).nbytes for value in program.function.body.block.args)
    for step in steps.steps:
        held += step.allocated
        most = max(most, held)
        held -= step.freed
    return devices * most
