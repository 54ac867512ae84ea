"""optimize-collectives on random programs of collectives: devices hold the same values, and nothing costs more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np
import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from programs import Tensor, apply, examples, parse, shard_text
from test_uneven import any_sharding
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.dialects.mesh import AllGatherOp
from llmsys_ir.program.optimizing.peepholes import Facts, moved_before_upcast
from llmsys_ir.program.optimizing.variance import Variance
from llmsys_ir.runtime import device_arrays
from llmsys_ir.runtime.engines.numpy import run
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.sharding.sharding import ReductionKind, Sharding
from llmsys_passes.optimize_collectives import OptimizeCollectivesPass

MESHES = (Mesh((4,)), Mesh((2, 3)), Mesh((2, 2, 2)))
KINDS = ("sum", "sum", "max")
WORDS = ("add", "add", "multiply", "maximum", "convert", "transpose", "negate")
COUNTER = Tensor((), "i32")


@dataclass
class Drawn:
    """A random SPMD function: values whose names start the same are of the same type."""

    mesh: Mesh
    random: Random
    values: dict[str, Tensor] = field(default_factory=dict[str, Tensor])
    lines: list[str] = field(default_factory=list[str])
    prefix: str = "v"
    kinds: Sequence[str] = KINDS

    def add(self, text: str, tensor: Tensor) -> str:
        """One more op; gives the name of its result."""
        name = f"%{self.prefix}{len(self.values)}"
        self.lines.append(f"{name} = {text}")
        self.values[name] = tensor
        return name

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
        kind = random.choice(self.kinds)
        reduction = "" if kind == "sum" else f" reduction = <{kind}>"
        divides = tensor.shape[dim] % group == 0
        match random.choice(("gather", "slice", "slice", "reduce", "reduce", "scatter", "all_to_all")):
            case "gather" if larger.shape[dim] <= 72:
                self.add(f"mesh.all_gather {name} {over} gather_axis = {dim} : {tensor} -> {larger}", larger)
            case "slice" if divides:
                part = self.add(f"mesh.all_slice {name} {over} slice_axis = {dim} : {tensor} -> {smaller}", smaller)
                if random.random() < 0.3:
                    self.add(f"mesh.all_gather {part} {over} gather_axis = {dim} : {smaller} -> {tensor}", tensor)
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

    def compute(self, words: Sequence[str] = WORDS) -> None:
        """An op of each device on its own."""
        random = self.random
        name, tensor = random.choice(list(self.values.items())[-6:])
        same = [other for other, its in self.values.items() if its == tensor]
        other = random.choice(same)
        wide = Tensor(tensor.shape, "f32" if tensor.dtype == "f16" else "f16")
        turned = Tensor(tensor.shape[::-1], tensor.dtype)
        dims = list(range(len(tensor.shape)))[::-1]
        match random.choice(words):
            case "convert":
                self.add(f"stablehlo.convert {name} : ({tensor}) -> {wide}", wide)
            case "transpose":
                self.add(f"stablehlo.transpose {name}, dims = {dims} : ({tensor}) -> {turned}", turned)
            case "negate":
                self.add(f"stablehlo.negate {name} : {tensor}", tensor)
            case word:
                self.add(f"stablehlo.{word} {name}, {other} : {tensor}", tensor)

    def loop(self) -> None:
        """Two trips around some ops; what is carried may change on the way. Sums would grow with each trip."""
        random, carried = self.random, list(self.values.items())[-3:]
        name = f"{self.prefix}{len(self.values)}_"
        inside = {f"%{name}c{number}": tensor for number, (_, tensor) in enumerate(carried)}
        body = Drawn(self.mesh, random, dict(inside), [], name, ("max",))
        body.compute(("negate",))
        for _ in range(random.randint(1, 4)):
            body.collective() if random.random() < 0.8 else body.compute(("maximum", "negate", "transpose"))
        same = [[other for other, its in body.values.items() if its == tensor] for tensor in inside.values()]
        given = [
            own if random.random() < 0.3 else random.choice(found[-2:]) for own, found in zip(inside, same, strict=True)
        ]
        arguments = ", ".join(f"{own}: {tensor}" for own, tensor in inside.items())
        types = ", ".join(map(str, [COUNTER, *inside.values()]))
        self.lines += [
            f"%{name}zero = stablehlo.constant dense<0> : {COUNTER}",
            f'%{name}r:{len(carried) + 1} = "stablehlo.while"({", ".join([f"%{name}zero", *dict(carried)])}) ({{',
            f"^bb0(%n: {COUNTER}, {arguments}):",
            f"%two = stablehlo.constant dense<2> : {COUNTER}",
            f"%more = stablehlo.compare LT, %n, %two : ({COUNTER}, {COUNTER}) -> tensor<i1>",
            '"stablehlo.return"(%more) : (tensor<i1>) -> ()',
            "}, {",
            f"^bb0(%n: {COUNTER}, {arguments}):",
            f"%one = stablehlo.constant dense<1> : {COUNTER}",
            f"%next = stablehlo.add %n, %one : {COUNTER}",
            *body.lines,
            f'"stablehlo.return"({", ".join(["%next", *given])}) : ({types}) -> ()',
            f"}}) : ({types}) -> ({types})",
        ]
        self.values |= {f"%{name}r#{number + 1}": tensor for number, tensor in enumerate(inside.values())}

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
            random.choices((self.collective, self.compute, self.loop), (60, 30, 10))[0]()
        chosen = random.sample(list(self.values)[-6:], min(3, len(self.values)))
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


LOOP = """
mesh.mesh @mesh(shape = 4)
func.func @main(%a: tensor<2xf32> {mesh.sharding = #mesh.shard<@mesh, [[0]]>},
                %y: tensor<8xf32> {mesh.sharding = #mesh.shard<@mesh, [[]]>}) -> tensor<8xf32> {
  %zero = stablehlo.constant dense<0> : tensor<i32>
  %r:3 = stablehlo.while(%i = %zero, %v = %a, %s = %y) : tensor<i32>, tensor<2xf32>, tensor<8xf32>
  cond {
    %two = stablehlo.constant dense<2> : tensor<i32>
    %more = stablehlo.compare LT, %i, %two : (tensor<i32>, tensor<i32>) -> tensor<i1>
    stablehlo.return %more : tensor<i1>
  } do {
    %one = stablehlo.constant dense<1> : tensor<i32>
    %next = stablehlo.add %i, %one : tensor<i32>
    %all = mesh.all_gather %v on @mesh mesh_axes = [0] gather_axis = 0 : tensor<2xf32> -> tensor<8xf32>
    %t = stablehlo.add %s, %all : tensor<8xf32>
    %w = stablehlo.add %v, %v : tensor<2xf32>
    stablehlo.return %next, %w, %t : tensor<i32>, tensor<2xf32>, tensor<8xf32>
  }
  return %r#2 : tensor<8xf32>
}
"""
"""What is gathered changes from trip to trip."""

BRANCH = """
mesh.mesh @mesh(shape = 4)
func.func @main(%a: tensor<8xf32> {mesh.sharding = #mesh.shard<@mesh, [[]], partial = sum[0]>},
                %b: tensor<8xf32> {mesh.sharding = #mesh.shard<@mesh, [[]]>}) -> tensor<f32> {
  %p = stablehlo.constant dense<true> : tensor<i1>
  %x = "stablehlo.if"(%p) ({
    %n = mesh.process_multi_index on @mesh axes = [0] : index
    %i = arith.index_cast %n : index to i32
    %t = tensor.from_elements %i : tensor<i32>
    %f = stablehlo.convert %t : (tensor<i32>) -> tensor<f32>
    %w = stablehlo.broadcast_in_dim %f, dims = [] : (tensor<f32>) -> tensor<8xf32>
    "stablehlo.return"(%w) : (tensor<8xf32>) -> ()
  }, {
    "stablehlo.return"(%b) : (tensor<8xf32>) -> ()
  }) : (tensor<i1>) -> tensor<8xf32>
  %sum = mesh.all_reduce %a on @mesh mesh_axes = [0] : tensor<8xf32> -> tensor<8xf32>
  %dot = stablehlo.dot_general %sum, %x, contracting_dims = [0] x [0] : (tensor<8xf32>, tensor<8xf32>) -> tensor<f32>
  return %dot : tensor<f32>
}
"""
"""The branch that is taken gives each device another value, so that the sum cannot wait for the product."""

BODY = """
mesh.mesh @mesh(shape = 4)
func.func @main(%a: tensor<8xf32> {mesh.sharding = #mesh.shard<@mesh, [[]], partial = sum[0]>},
                %b: tensor<8xf32> {mesh.sharding = #mesh.shard<@mesh, [[]]>}) -> tensor<8xf32> {
  %n = mesh.process_multi_index on @mesh axes = [0] : index
  %i = arith.index_cast %n : index to i32
  %c = arith.sitofp %i : i32 to f32
  %square = stablehlo.multiply %a, %a : tensor<8xf32>
  %0 = mesh.all_reduce %a on @mesh mesh_axes = [0] : tensor<8xf32> -> tensor<8xf32>
  %1 = mesh.all_reduce %square on @mesh mesh_axes = [0] : tensor<8xf32> -> tensor<8xf32>
  %out = tensor.empty() : tensor<8xf32>
  %2 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> (i)>],
                       iterator_types = ["parallel"]}
       ins(%0, %1 : tensor<8xf32>, tensor<8xf32>) outs(%out : tensor<8xf32>) {
  ^bb0(%x: f32, %y: f32, %old: f32):
    %m = arith.mulf %x, %c : f32
    %s = arith.addf %y, %m : f32
    linalg.yield %s : f32
  } -> tensor<8xf32>
  return %2 : tensor<8xf32>
}
"""
"""The body uses what differs between devices."""


SQUARE = """
mesh.mesh @mesh(shape = 4)
func.func @main(%a: tensor<8xf32> {mesh.sharding = #mesh.shard<@mesh, [[]], partial = sum[0]>},
                %b: tensor<8xf32> {mesh.sharding = #mesh.shard<@mesh, [[]]>}) -> tensor<f32> {
  %sum = mesh.all_reduce %a on @mesh mesh_axes = [0] : tensor<8xf32> -> tensor<8xf32>
  %dot = stablehlo.dot_general %sum, %sum, contracting_dims = [0] x [0] : (tensor<8xf32>, tensor<8xf32>) -> tensor<f32>
  return %dot : tensor<f32>
}
"""
"""A product of a sum with itself needs the sum."""

PARTIAL = Sharding(((),), (0,), ReductionKind.SUM)


@pytest.mark.parametrize(
    ("text", "first"), [(LOOP, Sharding(((0,),))), (BRANCH, PARTIAL), (BODY, PARTIAL), (SQUARE, PARTIAL)]
)
def test_what_cannot_move_stays(text: str, first: Sharding) -> None:
    mesh, tensors, shardings = Mesh((4,)), [Tensor((8,)), Tensor((8,))], [first, Sharding.replicated(1)]
    results, _, _ = on_devices(parse(text), tensors, shardings, mesh)
    again, _, _ = on_devices(apply(parse(text), OptimizeCollectivesPass(None)), tensors, shardings, mesh)
    np.testing.assert_array_equal(again, results)


@pytest.mark.parametrize(("given", "made", "pays"), [("f32", "bf16", False), ("bf16", "f32", True)])
def test_the_narrow_type_is_the_one_that_moves(given: str, made: str, pays: bool) -> None:
    module = parse(f"""
    mesh.mesh @mesh(shape = 4)
    func.func @main(%a: tensor<4096x{given}> {{mesh.sharding = #mesh.shard<@mesh, [[0]]>}}) -> tensor<16384x{made}> {{
      %0 = stablehlo.convert %a : (tensor<4096x{given}>) -> tensor<4096x{made}>
      %1 = mesh.all_gather %0 on @mesh mesh_axes = [0] gather_axis = 0 : tensor<4096x{made}> -> tensor<16384x{made}>
      return %1 : tensor<16384x{made}>
    }}
    """)
    program = find_program(module)
    assert program.pricing is not None
    facts = Facts(default_registry(), Variance(program.function, program.pricing.mesh))
    (gather,) = (op for op in module.walk() if isinstance(op, AllGatherOp))
    proposal = moved_before_upcast(gather, facts)
    assert proposal is not None
    assert proposal.pays(program.pricing, facts.registry) == pays
    proposal.drop()
