"""Lowered programs run: slices and coordinates by index arithmetic are those that the collectives give.

A slice is also compared with one taken device by device, and static ones with what mlir-opt-19 makes of them.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from math import prod

import numpy as np
import pytest
from filecheck_runner import Result, require_oracle
from hypothesis import given, note
from hypothesis import strategies as st
from layouts import Array, devices
from programs import Tensor, apply, check_same, examples, meshes, parse
from random_programs import RandomProgram, random_programs
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.program.meshes import functions_of
from llmsys_ir.runtime.engines.numpy import run
from llmsys_ir.sharding.mesh import Mesh
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.canonicalize import CanonicalizePass
from llmsys_passes.convert_mesh_to_shard import ConvertMeshToShardPass
from llmsys_passes.convert_shard_to_mesh import ConvertShardToMeshPass
from llmsys_passes.lower_all_slice import LowerAllSlicePass
from llmsys_passes.lower_process_multi_index import LowerProcessMultiIndexPass
from llmsys_passes.spmd_partition import SpmdPartitionPass

ORDERS: tuple[tuple[ModulePass, ...], ...] = (
    (LowerAllSlicePass(),),
    (LowerAllSlicePass(), LowerProcessMultiIndexPass()),
    (LowerAllSlicePass(), LowerProcessMultiIndexPass(), CanonicalizePass()),
    (ConvertMeshToShardPass(), LowerAllSlicePass(), LowerProcessMultiIndexPass(), ConvertShardToMeshPass()),
)


@dataclass(frozen=True)
class Slicing:
    """A slice along some axes of a mesh, and which dims the program does not know the sizes of."""

    mesh: Mesh
    axes: tuple[int, ...]
    dim: int
    tensor: Tensor
    unknown: frozenset[int]

    @property
    def sliced(self) -> Tensor:
        """The type of the result."""
        shape = list(self.tensor.shape)
        shape[self.dim] //= self.mesh.size(self.axes)
        return Tensor(tuple(shape), self.tensor.dtype)

    def text(self, tail: str = "") -> str:
        """A program that slices its argument, whose unknown dims it forgets and learns again."""
        before, after = self._forget(self.tensor), self._forget(self.sliced)
        axes = f" mesh_axes = {list(self.axes)}" if self.axes else ""
        return f"""mesh.mesh @mesh(shape = {self.mesh})
func.func @main{tail}(%a: {self.tensor}) -> {self.sliced} {{
  %0 = tensor.cast %a : {self.tensor} to {before}
  %1 = mesh.all_slice %0 on @mesh{axes} slice_axis = {self.dim} : {before} -> {after}
  %2 = tensor.cast %1 : {after} to {self.sliced}
  return %2 : {self.sliced}
}}
"""

    def _forget(self, tensor: Tensor) -> str:
        sizes = ["?" if dim in self.unknown else str(size) for dim, size in enumerate(tensor.shape)]
        return f"tensor<{'x'.join([*sizes, tensor.dtype])}>"

    def local(self, value: Array, device: tuple[int, ...]) -> Array:
        """What one device keeps."""
        number = 0
        for axis in self.axes:
            number = number * self.mesh.shape[axis] + device[axis]
        size = self.sliced.shape[self.dim]
        return value.take(range(number * size, (number + 1) * size), axis=self.dim)


@st.composite
def slicings(draw: st.DrawFn) -> Slicing:
    mesh = draw(meshes())
    axes = tuple(draw(st.permutations(mesh.axes))[: draw(st.integers(0, mesh.rank))])
    shape = list(draw(st.lists(st.integers(1, 5), min_size=1, max_size=3)))
    dim = draw(st.integers(0, len(shape) - 1))
    shape[dim] = mesh.size(axes) * draw(st.integers(1, 3))
    unknown = draw(st.frozensets(st.integers(0, len(shape) - 1)))
    return Slicing(mesh, axes, dim, Tensor(tuple(shape), draw(st.sampled_from(("f32", "i8")))), unknown)


def run_main(module: ModuleOp, argument: Array, mesh: Mesh) -> Array:
    """The result on every device, given the argument on every device."""
    (function,) = functions_of(module)
    (result,) = run(function, [argument], mesh).results
    return np.broadcast_to(result, mesh.shape + result.shape[mesh.rank :])


@examples(150)
@given(slicing=slicings(), passes=st.sampled_from(ORDERS), data=st.data())
def test_a_lowered_slice_is_the_slice(slicing: Slicing, passes: tuple[ModulePass, ...], data: st.DataObject) -> None:
    note(slicing.text())
    mesh = slicing.mesh
    lead = tuple(data.draw(st.sampled_from((1, size))) for size in mesh.shape)
    shape = lead + slicing.tensor.shape
    argument = np.arange(prod(shape)).reshape(shape).astype(np.float32 if slicing.tensor.dtype == "f32" else np.int8)
    directly = run_main(parse(slicing.text()), argument, mesh)
    lowered = apply(parse(slicing.text()), *passes)
    names = {op.name for op in lowered.walk()}
    assert not names & {"mesh.all_slice", "shard.all_slice"}
    np.testing.assert_array_equal(run_main(lowered, argument, mesh), directly)
    whole = np.broadcast_to(argument, mesh.shape + slicing.tensor.shape)
    for device in devices(mesh):
        np.testing.assert_array_equal(directly[device], slicing.local(whole[device], device))


@pytest.mark.parametrize("size", [7, 9, 3])
def test_a_size_that_does_not_divide_fails_when_it_is_run(size: int) -> None:
    text = f"""mesh.mesh @mesh(shape = 2x4)
func.func @main(%a: tensor<{size}xf32>) -> tensor<?xf32> {{
  %0 = tensor.cast %a : tensor<{size}xf32> to tensor<?xf32>
  %1 = mesh.all_slice %0 on @mesh mesh_axes = [1] slice_axis = 0 : tensor<?xf32> -> tensor<?xf32>
  return %1 : tensor<?xf32>
}}
"""
    lowered = apply(parse(text), LowerAllSlicePass())
    with pytest.raises(
        OperationError, match="the assertion does not hold: Slicing a tensor with axis size that is not"
    ):
        run_main(lowered, np.zeros((1, 1, size), np.float32), Mesh((2, 4)))


@examples(60)
@given(mesh=meshes(), data=st.data())
def test_lowered_coordinates_are_the_coordinates(mesh: Mesh, data: st.DataObject) -> None:
    axes = data.draw(st.permutations(mesh.axes))[: data.draw(st.integers(0, mesh.rank))]
    count = len(axes) or mesh.rank
    types = ", ".join(["index"] * count)
    given_axes = f" axes = {list(axes)}" if axes else ""
    results = ", ".join(f"%0#{number}" for number in range(count)) if count > 1 else "%0"
    text = f"""mesh.mesh @mesh(shape = {mesh})
func.func @main() -> ({types}) {{
  %0{f":{count}" if count > 1 else ""} = mesh.process_multi_index on @mesh{given_axes} : {types}
  return {results} : {types}
}}
"""
    note(text)
    (function,) = functions_of(apply(parse(text), LowerProcessMultiIndexPass()))
    found = [np.broadcast_to(result, mesh.shape) for result in run(function, [], mesh).results]
    for device in devices(mesh):
        wanted = [device[axis] for axis in axes or mesh.axes]
        assert [coordinate[device] for coordinate in found] == wanted


@examples(30)
@given(program=random_programs(3, 8), mesh=meshes(), data=st.data())
def test_lowered_programs_compute_what_they_did(program: RandomProgram, mesh: Mesh, data: st.DataObject) -> None:
    text = f"mesh.mesh @mesh(shape = {mesh})\n{program.function()}"
    note(text)
    passes = data.draw(st.sampled_from(ORDERS[:3]))
    check_same(apply(parse(text), AutoShardPass(), SpmdPartitionPass(), *passes), parse(text))


SLICINGS = [
    Slicing(Mesh(mesh), axes, dim, Tensor(shape), frozenset(unknown))
    for mesh, axes, dim, shape, unknown in (
        ((4,), (0,), 0, (8,), ()),
        ((4,), (0,), 1, (3, 4, 5), ()),
        ((4,), (0,), 0, (8, 3), (0,)),
        ((4,), (0,), 0, (8, 3), (1,)),
        ((2, 4), (1, 0), 1, (3, 16), ()),
        ((2, 4), (0, 1), 1, (3, 16), (0, 1)),
        ((2, 4), (0, 1), 1, (3, 8), ()),
        ((2, 4, 3), (2, 0, 1), 0, (48, 2), ()),
        ((2, 4, 3), (2, 0, 1), 0, (48, 2), (0,)),
        ((2, 4, 3), (1,), 1, (48, 4), (0,)),
        ((1, 3), (0, 1), 0, (6,), ()),
    )
]


def test_static_meshes_are_lowered_as_by_mlir(opt: Callable[..., Result]) -> None:
    oracle = require_oracle("mlir-opt-19")
    simplify = ["--test-mesh-simplifications", "--canonicalize", "--cse"]
    parts = [f"module {{\n{slicing.text(str(number))}}}\n" for number, slicing in enumerate(SLICINGS)]
    text = "// -----\n".join(parts)

    def simplified(program: str, *flags: str) -> str:
        command = [oracle, "--split-input-file", *flags, *simplify]
        done = subprocess.run(command, input=program, capture_output=True, text=True, check=True)
        return done.stdout

    ours = opt("-", "--split-input-file", "--lower-all-slice", stdin=text)
    assert ours.exit_code == 0, ours.stderr
    assert simplified(ours.stdout) == simplified(text, "--test-mesh-all-slice-op-lowering")
