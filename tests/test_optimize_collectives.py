"""optimize-collectives on random programs of collectives: devices hold the same values, and nothing costs more."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import numpy as np
import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from programs import Tensor, apply, examples, parse, shard_text
from test_uneven import any_sharding
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.runtime import device_arrays
from llmsys_ir.runtime.engines.numpy import run
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Sharding
from llmsys_passes.optimize_collectives import OptimizeCollectivesPass

MESHES = (Mesh((4,)), Mesh((2, 3)), Mesh((2, 2, 2)))
KINDS = ("sum", "sum", "max")


@dataclass
class Drawn:
    """A random SPMD function: values whose names start the same are of the same type."""

    mesh: Mesh
    random: Random
    values: dict[str, Tensor] = field(default_factory=dict[str, Tensor])
    lines: list[str] = field(default_factory=list[str])

    def add(self, text: str, tensor: Tensor) -> None:
        """One more op."""
        name = f"%v{len(self.values)}"
        self.lines.append(f"{name} = {text}")
        self.values[name] = tensor

    def collective(self) -> None:
        """A collective of a random value, if its shape allows."""
        random = self.random
        name, tensor = random.choice(list(self.values.items())[-6:])
        axes = random.sample(self.mesh.axes, random.randint(1, self.mesh.rank))
        group = self.mesh.size(axes)
        dim = random.randrange(len(tensor.shape))
        larger = Tensor(resized(tensor.shape, dim, tensor.shape[dim] * group), tensor.dtype)
        smaller = Tensor(resized(tensor.shape, dim, tensor.shape[dim] // group), tensor.dtype)
        over = f"on @mesh mesh_axes = {axes}"
        kind = random.choice(KINDS)
        reduction = "" if kind == "sum" else f" reduction = <{kind}>"
        divides = tensor.shape[dim] % group == 0
        match random.choice(("gather", "slice", "slice", "reduce", "reduce", "scatter", "all_to_all")):
            case "gather" if larger.shape[dim] <= 72:
                self.add(f"mesh.all_gather {name} {over} gather_axis = {dim} : {tensor} -> {larger}", larger)
            case "slice" if divides:
                self.add(f"mesh.all_slice {name} {over} slice_axis = {dim} : {tensor} -> {smaller}", smaller)
            case "reduce":
                self.add(f"mesh.all_reduce {name} {over}{reduction} : {tensor} -> {tensor}", tensor)
            case "scatter" if divides:
                self.add(
                    f"mesh.reduce_scatter {name} {over}{reduction} scatter_axis = {dim} : {tensor} -> {smaller}",
                    smaller,
                )
            case "all_to_all" if divides and len(tensor.shape) > 1:
                other = random.choice([at for at in range(len(tensor.shape)) if at != dim])
                moved = Tensor(resized(smaller.shape, other, tensor.shape[other] * group), tensor.dtype)
                self.add(
                    f"mesh.all_to_all {name} {over} split_axis = {dim} concat_axis = {other} : {tensor} -> {moved}",
                    moved,
                )
            case _:
                pass

    def compute(self) -> None:
        """An op of each device on its own."""
        random = self.random
        name, tensor = random.choice(list(self.values.items())[-6:])
        same = [other for other, its in self.values.items() if its == tensor]
        other = random.choice(same)
        wide = Tensor(tensor.shape, "f32" if tensor.dtype == "f16" else "f16")
        turned = Tensor(tensor.shape[::-1], tensor.dtype)
        dims = list(range(len(tensor.shape)))[::-1]
        match random.choice(("add", "add", "multiply", "maximum", "convert", "transpose", "negate")):
            case "convert":
                self.add(f"stablehlo.convert {name} : ({tensor}) -> {wide}", wide)
            case "transpose":
                self.add(f"stablehlo.transpose {name}, dims = {dims} : ({tensor}) -> {turned}", turned)
            case "negate":
                self.add(f"stablehlo.negate {name} : {tensor}", tensor)
            case word:
                self.add(f"stablehlo.{word} {name}, {other} : {tensor}", tensor)

    def text(self) -> tuple[str, list[Sharding], list[Tensor]]:
        """The module, and its arguments' shardings and global types."""
        random = self.random
        shardings: list[Sharding] = []
        arguments: list[str] = []
        tensors: list[Tensor] = []
        for number in range(random.randint(1, 3)):
            local = Tensor(tuple(random.choice((1, 2, 6, 12)) for _ in range(random.randint(1, 2))))
            sharding = any_sharding(local, self.mesh, random)
            sizes = zip(local.shape, sharding.dims, strict=True)
            tensors.append(Tensor(tuple(size * self.mesh.size(axes) for size, axes in sizes)))
            shardings.append(sharding)
            attribute = f"#mesh.shard{shard_text(sharding).removeprefix('#mesh.shard')}"
            arguments.append(f"%a{number}: {local} {{mesh.sharding = {attribute}}}")
            self.values[f"%a{number}"] = local
        for _ in range(random.randint(3, 16)):
            self.collective() if random.random() < 0.65 else self.compute()
        chosen = random.sample(list(self.values), min(2, len(self.values)))
        types = ", ".join(str(self.values[name]) for name in chosen)
        body = "\n".join(["  " + line for line in [*self.lines, f"return {', '.join(chosen)} : {types}"]])
        head = f"mesh.mesh @mesh(shape = {self.mesh})\nfunc.func @main({', '.join(arguments)}) -> ({types})"
        return f"{head} {{\n{body}\n}}\n", shardings, tensors


def resized(shape: tuple[int, ...], dim: int, size: int) -> tuple[int, ...]:
    """The shape with another size of one dim."""
    return (*shape[:dim], size, *shape[dim + 1 :])


def on_devices(
    module: ModuleOp, tensors: list[Tensor], shardings: list[Sharding], mesh: Mesh
) -> tuple[list[Array], float, int]:
    """Each device's results, the predicted seconds, and the bytes sent."""
    program = find_program(module)
    inputs = [
        np.random.default_rng(number).integers(-3, 4, tensor.shape).astype(np.float32)
        for number, tensor in enumerate(tensors)
    ]
    placed = [device_arrays.scatter(*pair, mesh) for pair in zip(inputs, shardings, strict=True)]
    finished = run(program.function, placed, mesh)
    results = [np.broadcast_to(value, (*mesh.shape, *value.shape[mesh.rank :])) for value in finished.results]
    nbytes = sum(traffic.nbytes for traffic in finished.collectives.values())
    return results, program.predicted_seconds() or 0.0, nbytes


@pytest.mark.parametrize("combine", [None, "1KiB"])
@examples(100)
@given(random=st.randoms(use_true_random=False))
def test_devices_hold_the_same(combine: str | None, random: Random) -> None:
    mesh = random.choice(MESHES)
    text, shardings, tensors = Drawn(mesh, random).text()
    note(text)
    results, seconds, nbytes = on_devices(parse(text), tensors, shardings, mesh)
    module = apply(parse(text), OptimizeCollectivesPass(combine))
    note(str(module))
    again, less, fewer = on_devices(module, tensors, shardings, mesh)
    for one, other in zip(again, results, strict=True):
        np.testing.assert_allclose(one.astype(np.float64), other.astype(np.float64), rtol=2e-2, atol=1e-3)
    assert less <= seconds * (1 + 1e-9)
    assert fewer <= nbytes + len(text.splitlines()), "more than bytes that are rounded down"
