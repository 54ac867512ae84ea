"""Random meshes, shardings and programs, and running them through the passes in this process."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import permutations, product
from math import prod

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from layouts import Array, assert_close, collect, place
from xdsl.dialects.builtin import ModuleOp
from xdsl.ir import SSAValue
from xdsl.passes import ModulePass

from llmsys_ir import dialects
from llmsys_ir.dialects.mesh import ShardOp
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.runtime import device_arrays
from llmsys_ir.runtime.engines.numpy import Run, run
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.programs import Port, Program, find_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Axes, ReductionKind, Sharding
from llmsys_ir.tools.driver import parse_module, verify_module
from llmsys_ir.tools.printing import module_text
from random_ops.tensors import (
    OpCase,
    Tensor,
    shard_text,
)


def examples(count: int) -> settings:
    """Settings for `count` examples, the same ones in every run; `LLMSYS_EXAMPLES=10` runs ten times as many."""
    scale = float(os.environ.get("LLMSYS_EXAMPLES", "1"))
    checks = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)
    return settings(max_examples=max(1, int(scale * count)), suppress_health_check=checks)


CREATORS = {"arith.constant", "tosa.const", "tensor.empty", "tensor.splat", "linalg.fill"}
"""Ops that make a tensor out of nothing."""


@dataclass(frozen=True)
class Annotated:
    """A program of one op with annotations; None where there is none."""

    case: OpCase
    mesh: Mesh
    operands: tuple[Sharding | None, ...]
    results: tuple[Sharding | None, ...]
    defined: frozenset[int] = field(default_factory=frozenset[int])
    """The arguments that are annotated where they are defined, not where they are used."""

    @property
    def text(self) -> str:
        """The program as MLIR."""
        case = self.case
        arguments = [f"%a{number}: {tensor}" for number, tensor in enumerate(case.operands)]
        arguments += [f"%s{number}: {scalar}" for number, scalar in enumerate(case.scalars)]
        names = [f"%a{number}" for number in range(len(case.operands))]
        lines: list[str] = []
        for number, (sharding, tensor) in enumerate(zip(self.operands, case.operands, strict=True)):
            if sharding is not None:
                flag = "" if number in self.defined else " annotate_for_users"
                lines.append(f"%u{number} = mesh.shard %a{number} to {shard_text(sharding)}{flag} : {tensor}")
                names[number] = f"%u{number}"
        lines += case.text.format(*names).splitlines()
        results = ["%r"] if len(case.results) == 1 else [f"%r#{number}" for number in range(len(case.results))]
        for number, (sharding, tensor) in enumerate(zip(self.results, case.results, strict=True)):
            if sharding is not None:
                lines.append(f"%v{number} = mesh.shard {results[number]} to {shard_text(sharding)} : {tensor}")
                results[number] = f"%v{number}"
        types = ", ".join(map(str, case.results))
        lines.append(f"return {', '.join(results)} : {types}")
        body = "".join(f"  {line}\n" for line in lines)
        head = f"func.func @main({', '.join(arguments)}) -> ({types})"
        return f"mesh.mesh @mesh(shape = {self.mesh})\n{head} {{\n{body}}}\n"


def text_of(case: OpCase) -> str:
    """A program of nothing but the op, with constants for scalars."""
    arguments = ", ".join(f"%a{number}: {tensor}" for number, tensor in enumerate(case.operands))
    names = [f"%a{number}" for number in range(len(case.operands))]
    results = ["%r"] if len(case.results) == 1 else [f"%r#{number}" for number in range(len(case.results))]
    types = ", ".join(map(str, case.results))
    scalars = enumerate("1.5" if dtype.startswith(("f", "bf")) else "1" for dtype in case.scalars)
    constants = [f"%s{number} = arith.constant {value} : {case.scalars[number]}\n" for number, value in scalars]
    body = f"{''.join(constants)}{case.text.format(*names)}\nreturn {', '.join(results)} : {types}"
    return f"func.func @main({arguments}) -> ({types}) {{\n{body}\n}}"


@st.composite
def meshes(draw: st.DrawFn, max_axes: int = 3) -> Mesh:
    """Meshes of 1 to `max_axes` axes of 1 to 4 devices."""
    rank = draw(st.sampled_from([rank for rank in (2, 1, 2, 3, 2) if rank <= max_axes]))
    return Mesh(tuple(draw(st.lists(st.sampled_from((2, 1, 2, 3, 4)), min_size=rank, max_size=rank))))


@st.composite
def shardings(draw: st.DrawFn, shape: tuple[int, ...], mesh: Mesh, kinds: Sequence[ReductionKind] = ()) -> Sharding:
    """Shardings that divide a tensor of `shape`: axes in any order, and partial ones of one of `kinds`."""
    dims: list[Axes] = [()] * len(shape)
    partial: list[int] = []
    kind = draw(st.sampled_from(kinds)) if kinds and draw(st.integers(0, 2)) == 0 else None
    for axis in draw(st.permutations(mesh.axes)):
        room = [dim for dim, size in enumerate(shape) if size % (mesh.size(dims[dim]) * mesh.shape[axis]) == 0]
        places: list[int | None] = [*room, None, *([-1] if kind else [])]
        place = draw(st.sampled_from(places))
        if place == -1:
            partial.append(axis)
        elif place is not None:
            dims[place] = (*dims[place], axis)
    return Sharding(tuple(dims), tuple(partial), kind if partial else None)


def every_sharding(shape: Sequence[int], mesh: Mesh, kinds: Sequence[ReductionKind] = ()) -> list[Sharding]:
    """All shardings that divide a tensor of `shape`, by trying everything."""
    found: set[Sharding] = set()
    for order in permutations(mesh.axes):
        for places in product(range(-2, len(shape)), repeat=mesh.rank):
            dims = tuple(
                tuple(axis for axis, at in zip(order, places, strict=True) if at == dim) for dim in range(len(shape))
            )
            partial = tuple(sorted(axis for axis, at in zip(order, places, strict=True) if at == -2))
            if any(size % prod(mesh.shape[axis] for axis in axes) for size, axes in zip(shape, dims, strict=True)):
                continue
            for kind in kinds if partial else (None,):
                found.add(Sharding(dims, partial, kind))
    return sorted(found, key=str)


@st.composite
def annotated(draw: st.DrawFn, case: OpCase, max_axes: int = 3) -> Annotated:
    """An op on a random mesh with random annotations of its operands and results."""
    mesh = draw(meshes(max_axes))

    def annotation(tensor: Tensor) -> Sharding | None:
        return draw(shardings(tensor.shape, mesh, tensor.kinds)) if draw(st.integers(0, 3)) else None

    operands = tuple(map(annotation, case.operands))
    results = tuple(map(annotation, case.results))
    defined = frozenset(number for number in range(len(operands)) if draw(st.integers(0, 5)) == 5)
    return Annotated(case, mesh, operands, results, defined)


def parse(text: str, *, allow_unregistered: bool = False) -> ModuleOp:
    """A verified module."""
    module = parse_module(dialects.context(allow_unregistered), text, "test.mlir")
    verify_module(module)
    return module


def apply(module: ModuleOp, *passes: ModulePass) -> ModuleOp:
    """The module after some passes, verified."""
    for module_pass in passes:
        module_pass.apply(dialects.context(), module)
        verify_module(module)
    return module


def after(text: str, *passes: ModulePass) -> str:
    """The text after some passes."""
    return module_text(apply(parse(text), *passes))


def make_inputs(ports: Sequence[Port], seed: int = 0, *, positive: bool = False) -> list[Array]:
    """Small integers, as floats too, so that sums are exact in any order."""
    inputs: list[Array] = []
    for number, port in enumerate(ports):
        random = np.random.default_rng([seed, number])
        dtype = numpy_dtype(port.spec.dtype)
        low, high = (0, 2) if dtype.kind == "b" else (1, 5) if positive else (-4, 5)
        inputs.append(random.integers(low, high, port.spec.shape).astype(dtype))
    return inputs


def run_whole(module: ModuleOp, inputs: Sequence[Array]) -> tuple[Array, ...]:
    """The results of a global program."""
    program = find_program(module)
    assert program.mesh is None
    return run(program.function, inputs, None).results


def run_on_devices(program: Program, inputs: Sequence[Array], *, compressed: bool = False) -> tuple[Run, list[Array]]:
    """A partitioned program's run and its global results.

    `compressed` leaves scattering to `device_arrays`, which keeps replicas once; otherwise each device has its own
    copy, and partial arguments are made of random terms.
    """
    mesh = program.mesh
    assert mesh is not None
    scattered = [
        device_arrays.scatter(array, port.sharding, mesh)
        if compressed
        else place(array, port.sharding, mesh, seed=number)
        for number, (array, port) in enumerate(zip(inputs, program.arguments, strict=True))
    ]
    finished = run(program.function, scattered, mesh)
    results = [
        collect(result, port.spec.shape, port.sharding, mesh)
        for result, port in zip(finished.results, program.results, strict=True)
    ]
    return finished, results


def check_same(partitioned: ModuleOp, whole: ModuleOp, *, seed: int = 0, positive: bool = False) -> None:
    """Check that a partitioned program computes what the global one does (law 1)."""
    inputs = make_inputs(find_program(whole).arguments, seed, positive=positive)
    expected = run_whole(whole, inputs)
    program = find_program(partitioned)
    if program.mesh is None:
        results = list(run(program.function, inputs, None).results)
        compare_all(results, expected)
        return
    for compressed in (False, True):
        _, results = run_on_devices(program, inputs, compressed=compressed)
        compare_all(results, expected)


def compare_all(results: Sequence[Array], expected: Sequence[Array]) -> None:
    """Check results against those expected."""
    assert len(results) == len(expected)
    for number, (result, wanted) in enumerate(zip(results, expected, strict=True)):
        assert_close(result, wanted, f"result {number}")


def annotations_of(module: ModuleOp) -> set[tuple[str, str]]:
    """What is annotated how: an argument by its number, a result by the number of its op among those that are none."""
    names: dict[SSAValue, str] = {}
    found: set[tuple[str, str]] = set()
    function = find_program(module).function
    names.update((argument, f"argument {argument.index}") for argument in function.body.block.args)
    count = 0
    for op in function.body.block.ops:
        if isinstance(op, ShardOp):
            names[op.result] = names[op.src]
            rank = len(tensor_type(op.src).get_shape())
            found.add((names[op.src], str(op.annotation.to_sharding(rank))))
        else:
            # Creators may be made once per use, so they do not count.
            known = op.name if op.name in CREATORS else f"op {count}"
            names.update((result, f"{known} result {number}") for number, result in enumerate(op.results))
            count += op.name not in CREATORS
    return found
