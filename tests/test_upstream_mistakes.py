"""Inputs of the kinds that mlir-opt 19 to 23 partition wrongly or not at all, each run against the whole program.

The rows and cells are those of a study of upstream's partitioner; the programs are our own. What is not partitioned by
design (dynamic sizes on sharded functions, calls of functions without a body, `scf` on tensors, halos and offsets of
shards) is an error that says what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from programs import apply, compare_all, make_inputs, parse, run_whole
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass
from xdsl.utils.exceptions import PassFailedException

from llmsys_ir.runtime.programs import find_program, run_program
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.sharding_propagation import ShardingPropagationPass
from llmsys_passes.spmd_partition import SpmdPartitionPass

PARTITION: tuple[ModulePass, ...] = (SpmdPartitionPass(),)
PROPAGATE: tuple[ModulePass, ...] = (ShardingPropagationPass(), SpmdPartitionPass())
PLAN: tuple[ModulePass, ...] = (AutoShardPass(time_limit=20.0), SpmdPartitionPass())


def check(text: str, passes: Sequence[ModulePass], *, positive: bool = False) -> ModuleOp:
    """The partitioned module, which computes what the whole one does."""
    inputs = make_inputs(find_program(parse(text)).arguments, positive=positive)
    module = apply(parse(text), *passes)
    compare_all(run_program(find_program(module), inputs).results, run_whole(parse(text), inputs))
    return module


def collectives(module: ModuleOp) -> list[str]:
    """The names of the collectives in a partitioned module that send anything, in order."""
    names = (op.name.removeprefix("mesh.") for op in module.walk() if op.name.startswith("mesh."))
    return [name for name in names if name not in ("mesh", "all_slice", "process_multi_index")]


@dataclass(frozen=True)
class Row:
    """A program: arguments `name shape [annotation]`, lines, and results `name shape`.

    An annotation in brackets is one for users, which follows an argument into its uses.
    """

    mesh: str
    arguments: str
    body: str
    results: str
    expected: Sequence[str] | None = None
    """The collectives of the program as it is annotated, where they are the point."""
    modes: Sequence[Sequence[ModulePass]] = field(default=(PARTITION, PROPAGATE, PLAN))

    @property
    def text(self) -> str:
        """The program."""
        arguments: list[str] = []
        lines: list[str] = []
        for argument in filter(None, map(str.strip, self.arguments.split(";"))):
            name, shape, *annotation = argument.split(" ", 2)
            arguments.append(f"%{name}{'_' if annotation else ''}: tensor<{shape}>")
            if annotation:
                lines.append(f"%{name} = mesh.shard %{name}_ to <@mesh, {annotation[0]}> : tensor<{shape}>")
        pairs = [result.split() for result in self.results.split(";")]
        types = ", ".join(f"tensor<{shape}>" for _, shape in pairs)
        lines += [self.body, f"return {', '.join(f'%{name}' for name, _ in pairs)} : {types}"]
        body = "\n".join(lines)
        return (
            f"mesh.mesh @mesh(shape = {self.mesh})\nfunc.func @main({', '.join(arguments)}) -> ({types}) {{\n{body}\n}}"
        )


def shard(name: str, source: str, sharding: str, shape: str, flag: str = "") -> str:
    """A `mesh.shard`."""
    return f"%{name} = mesh.shard %{source} to <@mesh, {sharding}> {flag} : tensor<{shape}>\n"


USERS = "annotate_for_users"


def matmul(name: str, left: str, right: str, sizes: tuple[int, int, int]) -> str:
    """A `linalg.matmul` that starts at zero, which a fill makes."""
    m, k, n = sizes
    a, b, c = f"tensor<{m}x{k}xf32>", f"tensor<{k}x{n}xf32>", f"tensor<{m}x{n}xf32>"
    return (
        f"%{name}z = arith.constant 0.0 : f32\n%{name}e = tensor.empty() : {c}\n"
        f"%{name}i = linalg.fill ins(%{name}z : f32) outs(%{name}e : {c}) -> {c}\n"
        f"%{name} = linalg.matmul ins(%{left}, %{right} : {a}, {b}) outs(%{name}i : {c}) -> {c}\n"
    )


def reduction(combiner: str, dtype: str = "f32", shape: str = "8x12", kept: str = "8") -> str:
    """A reduction of the last dim of `%x`, started at `%init`."""
    return (
        f"%r = linalg.generic {{indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>], "
        f'iterator_types = ["parallel", "reduction"]}} ins(%x : tensor<{shape}x{dtype}>) '
        f"outs(%init : tensor<{kept}x{dtype}>) {{\n^bb0(%in: {dtype}, %acc: {dtype}):\n"
        f"{combiner}\nlinalg.yield %y : {dtype}\n}} -> tensor<{kept}x{dtype}>"
    )


def tosa(op: str, operand: str, result: str, shape: str) -> str:
    """A unary op of tosa that keeps its type."""
    return f"%{result} = tosa.{op} %{operand} : (tensor<{shape}>) -> tensor<{shape}>\n"


TWO_REDUCTIONS = """%r:2 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>,
  affine_map<(i, j) -> (i)>], iterator_types = ["parallel", "reduction"]} ins(%x : tensor<8x12xf32>)
  outs(%init, %init2 : tensor<8xf32>, tensor<8xf32>) {
^bb0(%in: f32, %a: f32, %b: f32):
  %y = arith.addf %in, %a : f32
  %z = arith.maximumf %in, %b : f32
  linalg.yield %y, %z : f32, f32
} -> (tensor<8xf32>, tensor<8xf32>)"""

INDEX = """%r = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i, j)>],
  iterator_types = ["parallel", "parallel"]} ins(%x : tensor<8x12xf32>) outs(%x : tensor<8x12xf32>) {
^bb0(%in: f32, %out: f32):
  %i = linalg.index 0 : index
  %j = linalg.index 1 : index
  %s = arith.muli %i, %j : index
  %n = arith.index_cast %s : index to i32
  %f = arith.sitofp %n : i32 to f32
  %y = arith.addf %in, %f : f32
  linalg.yield %y : f32
} -> tensor<8x12xf32>"""

BIAS = """%r = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (j)>,
  affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]}
  ins(%x, %b : tensor<8x12xf32>, tensor<12xf32>) outs(%x : tensor<8x12xf32>) {
^bb0(%in: f32, %bias: f32, %out: f32):
  %y = arith.addf %in, %bias : f32
  linalg.yield %y : f32
} -> tensor<8x12xf32>"""

TRANSPOSE = """%e = tensor.empty() : tensor<12x8xf32>
%t = linalg.transpose ins(%x : tensor<8x12xf32>) outs(%e : tensor<12x8xf32>) permutation = [1, 0]
%r = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (j, i)>],
  iterator_types = ["parallel", "parallel"]} ins(%x : tensor<8x12xf32>) outs(%t : tensor<12x8xf32>) {
^bb0(%in: f32, %out: f32):
  %y = arith.addf %in, %out : f32
  linalg.yield %y : f32
} -> tensor<12x8xf32>"""

ATTENTION = """%e = tensor.empty() : tensor<4x6x6xf32>
%z = arith.constant 0.0 : f32
%i = linalg.fill ins(%z : f32) outs(%e : tensor<4x6x6xf32>) -> tensor<4x6x6xf32>
%s = linalg.batch_matmul_transpose_b ins(%q, %k : tensor<4x6x8xf32>, tensor<4x6x8xf32>)
  outs(%i : tensor<4x6x6xf32>) -> tensor<4x6x6xf32>
%p = linalg.softmax dimension(2) ins(%s : tensor<4x6x6xf32>) outs(%e : tensor<4x6x6xf32>) -> tensor<4x6x6xf32>
%f = tensor.empty() : tensor<4x6x8xf32>
%j = linalg.fill ins(%z : f32) outs(%f : tensor<4x6x8xf32>) -> tensor<4x6x8xf32>
%r = linalg.batch_matmul ins(%p, %v : tensor<4x6x6xf32>, tensor<4x6x8xf32>)
  outs(%j : tensor<4x6x8xf32>) -> tensor<4x6x8xf32>"""

ROW_MAX = (
    reduction("%y = arith.maximumf %in, %acc : f32")
    + """
%m = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>,
  affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]}
  ins(%x, %r : tensor<8x12xf32>, tensor<8xf32>) outs(%x : tensor<8x12xf32>) {
^bb0(%in: f32, %max: f32, %out: f32):
  %y = arith.subf %in, %max : f32
  linalg.yield %y : f32
} -> tensor<8x12xf32>"""
)

MANY = """%e = tensor.expand_shape %x [[0, 1], [2]] output_shape [2, 4, 12] : tensor<8x12xf32> into tensor<2x4x12xf32>
%s = tensor.extract_slice %e[0, 1, 2] [2, 2, 8] [1, 1, 1] : tensor<2x4x12xf32> to tensor<2x2x8xf32>
%c = tensor.concat dim(1) %s, %s : (tensor<2x2x8xf32>, tensor<2x2x8xf32>) -> tensor<2x4x8xf32>
%d = arith.addf %c, %c : tensor<2x4x8xf32>
%g = tosa.reduce_sum %d {axis = 1 : i32} : (tensor<2x4x8xf32>) -> tensor<2x1x8xf32>
%h = tosa.reshape %g {new_shape = array<i64: 4, 4>} : (tensor<2x1x8xf32>) -> tensor<4x4xf32>
%u = tensor.empty() : tensor<4x4xf32>
%v = linalg.softmax dimension(1) ins(%h : tensor<4x4xf32>) outs(%u : tensor<4x4xf32>) -> tensor<4x4xf32>
%r = tosa.cast %v : (tensor<4x4xf32>) -> tensor<4x4xf16>"""

MATMUL_3D = "%r = tosa.matmul %a, %b : (tensor<8x4x16xf32>, tensor<8x16x6xf32>) -> tensor<8x4x6xf32>\n"
BATCH_MATMUL = """%r = linalg.batch_matmul ins(%a, %b : tensor<8x4x16xf32>, tensor<8x16x6xf32>)
  outs(%c : tensor<8x4x6xf32>) -> tensor<8x4x6xf32>"""
MLP = matmul("h", "x", "w", (8, 6, 12)) + tosa("tanh", "h", "g", "8x12xf32") + matmul("r", "g", "u", (8, 12, 6))

ROWS = {
    "1 matmul of the document": Row("4x8", "a 8x4x16xf32 [[0], [], [1]]; b 8x16x6xf32", MATMUL_3D, "r 8x4x6xf32"),
    "2 matmul, batch only": Row("4", "a 8x4x16xf32 [[0]]; b 8x16x6xf32 [[0]]", MATMUL_3D, "r 8x4x6xf32", []),
    "3 matmul, K only": Row(
        "4",
        "a 8x4x16xf32 [[], [], [0]]; b 8x16x6xf32 [[], [0]]",
        MATMUL_3D + shard("s", "r", "[[]]", "8x4x6xf32"),
        "s 8x4x6xf32",
        ["all_reduce"],
    ),
    "4 batch_matmul": Row("4x8", "a 8x4x16xf32 [[0], [], [1]]; b 8x16x6xf32; c 8x4x6xf32", BATCH_MATMUL, "r 8x4x6xf32"),
    "5 K, result not annotated": Row(
        "4",
        "a 8x12xf32 [[], [0]]; b 12x6xf32 [[0]]; c 8x6xf32",
        "%r = linalg.matmul ins(%a, %b : tensor<8x12xf32>, tensor<12x6xf32>) outs(%c : tensor<8x6xf32>) "
        "-> tensor<8x6xf32>",
        "r 8x6xf32",
    ),
    "6 M and K": Row(
        "2x4",
        "a 8x12xf32 [[0], [1]]; b 12x6xf32 [[1]]; c 8x6xf32",
        "%r = linalg.matmul ins(%a, %b : tensor<8x12xf32>, tensor<12x6xf32>) outs(%c : tensor<8x6xf32>) "
        "-> tensor<8x6xf32>",
        "r 8x6xf32",
    ),
    "7 fill and K": Row("4", "a 8x12xf32 [[], [0]]; b 12x6xf32 [[0]]", matmul("r", "a", "b", (8, 12, 6)), "r 8x6xf32"),
    "8 reduce-scatter": Row(
        "4",
        "a 8x12xf32 [[], [0]]; b 12x6xf32 [[0]]",
        matmul("r", "a", "b", (8, 12, 6)) + shard("s", "r", "[[0]]", "8x6xf32"),
        "s 8x6xf32",
        ["reduce_scatter"],
    ),
    "9 rows and columns on one axis": Row(
        "4", "a 8x12xf32 [[0]]; b 12x8xf32 [[], [0]]", matmul("r", "a", "b", (8, 12, 8)), "r 8x8xf32"
    ),
    "10 Megatron MLP": Row("4", "x 8x6xf32; w 6x12xf32 [[], [0]]; u 12x6xf32 [[0]]", MLP, "r 8x6xf32", ["all_reduce"]),
    "11 data and tensor parallel MLP": Row(
        "2x4",
        "x 8x6xf32 [[0]]; w 6x12xf32 [[], [1]]; u 12x6xf32 [[1]]",
        MLP + shard("s", "r", "[[0]]", "8x6xf32"),
        "s 8x6xf32",
        ["all_reduce"],
    ),
    "12 K on both axes": Row(
        "2x3",
        "a 8x12xf32 [[], [0, 1]]; b 12x6xf32 [[0, 1]]",
        matmul("r", "a", "b", (8, 12, 6)) + shard("s", "r", "[[]]", "8x6xf32"),
        "s 8x6xf32",
        ["reduce_scatter", "all_reduce", "all_gather"],
    ),
    "13 bias": Row("2x3", "x 8x12xf32 [[0], [1]]; b 12xf32 [[1]]", BIAS, "r 8x12xf32", []),
    "13 transpose": Row("2x3", "x 8x12xf32 [[0], [1]]", TRANSPOSE, "r 12x8xf32"),
    "13 broadcast": Row(
        "4",
        "x 12xf32 [[0]]",
        "%e = tensor.empty() : tensor<8x12xf32>\n"
        "%r = linalg.broadcast ins(%x : tensor<12xf32>) outs(%e : tensor<8x12xf32>) dimensions = [0]",
        "r 8x12xf32",
    ),
    "13 attention": Row("4", "q 4x6x8xf32 [[0]]; k 4x6x8xf32 [[0]]; v 4x6x8xf32 [[0]]", ATTENTION, "r 4x6x8xf32", []),
    "13 row maximum": Row("4", "x 8x12xf32 [[], [0]]; init 8xf32", ROW_MAX, "m 8x12xf32"),
    "14 maximum": Row(
        "4", "x 8x12xf32 [[], [0]]; init 8xf32", reduction("%y = arith.maximumf %in, %acc : f32"), "r 8xf32"
    ),
    "15 and": Row(
        "4", "x 8x12xi32 [[], [0]]; init 8xi32", reduction("%y = arith.andi %in, %acc : i32", "i32"), "r 8xi32"
    ),
    "16 maximum of numbers": Row(
        "4", "x 8x12xf32 [[], [0]]; init 8xf32", reduction("%y = arith.maxnumf %in, %acc : f32"), "r 8xf32"
    ),
    "17 two reductions": Row(
        "4", "x 8x12xf32 [[], [0]]; init 8xf32; init2 8xf32", TWO_REDUCTIONS, "r#0 8xf32; r#1 8xf32"
    ),
    "18 square of what there is": Row(
        "4",
        "x 8x12xf32 [[], [0]]; init 8xf32",
        reduction("%q = arith.mulf %acc, %acc : f32\n%p = arith.mulf %q, %in : f32\n%y = arith.minimumf %p, %in : f32"),
        "r 8xf32",
        ["all_to_all"],
        (PARTITION, PLAN),
    ),
    "18 difference": Row(
        "4", "x 8x12xf32 [[], [0]]; init 8xf32", reduction("%y = arith.subf %acc, %in : f32"), "r 8xf32", None
    ),
    "19 index of a sharded dim": Row("2x3", "x 8x12xf32 [[0], [1]]", INDEX, "r 8x12xf32", []),
    "20 convolution": Row(
        "2",
        "x 8x10xf32 [[0]]; w 3x3xf32; init 6x8xf32",
        "%r = linalg.conv_2d ins(%x, %w : tensor<8x10xf32>, tensor<3x3xf32>) outs(%init : tensor<6x8xf32>) "
        "-> tensor<6x8xf32>",
        "r 6x8xf32",
    ),
    "21 conflicting shardings": Row(
        "4",
        "x 8x12xf32 [[0]]",
        tosa("tanh", "x", "y", "8x12xf32")
        + shard("z", "y", "[[], [0]]", "8x12xf32")
        + tosa("abs", "z", "w", "8x12xf32")
        + shard("r", "w", "[[0]]", "8x12xf32"),
        "r 8x12xf32",
        ["all_to_all", "all_to_all"],
    ),
    "22 broadcasting": Row(
        "4",
        "x 8x12xf32 [[0]]; y 1x12xf32",
        "%r = tosa.add %x, %y : (tensor<8x12xf32>, tensor<1x12xf32>) -> tensor<8x12xf32>",
        "r 8x12xf32",
        [],
    ),
    "23 product with a shift": Row(
        "4",
        "x 8x12xf32 [[0]]; y 8x12xf32",
        '%s = "tosa.const"() <{values = dense<0> : tensor<1xi8>}> : () -> tensor<1xi8>\n'
        "%r = tosa.mul %x, %y, %s : (tensor<8x12xf32>, tensor<8x12xf32>, tensor<1xi8>) -> tensor<8x12xf32>",
        "r 8x12xf32",
    ),
    "24 sharded and whole": Row(
        "4",
        "x 8x12xf32; y 8x12xf32",
        shard("a", "x", "[[0]]", "8x12xf32", USERS)
        + shard("b", "y", "[[]]", "8x12xf32", USERS)
        + "%r = arith.addf %a, %b : tensor<8x12xf32>",
        "r 8x12xf32",
    ),
    "25 one value twice": Row("4", "x 8x12xf32 [[0]]", "%r = arith.addf %x, %x : tensor<8x12xf32>", "r 8x12xf32", []),
    "26 uneven": Row("4", "x 10x12xf32 [[0]]", tosa("tanh", "x", "r", "10x12xf32"), "r 10x12xf32", []),
    "27 uneven and gathered": Row(
        "4",
        "x 10x12xf32 [[0]]",
        tosa("tanh", "x", "y", "10x12xf32") + shard("r", "y", "[[]]", "10x12xf32"),
        "r 10x12xf32",
        ["all_gather"],
    ),
    "29 an argument that nobody uses": Row(
        "4", "x 8x12xf32 [[0]]; y 4xf32", tosa("tanh", "x", "r", "8x12xf32"), "r 8x12xf32"
    ),
    "29 two chains": Row(
        "4",
        "x 8x12xf32 [[0]]; y 6x4xf32",
        tosa("tanh", "x", "r", "8x12xf32") + tosa("abs", "y", "s", "6x4xf32"),
        "r 8x12xf32; s 6x4xf32",
    ),
    "30 constants": Row(
        "2",
        "x 4x2xf32 [[0]]",
        "%c = arith.constant dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0], [7.0, 8.0]]> : tensor<4x2xf32>\n"
        + shard("d", "c", "[[0]]", "4x2xf32")
        + "%r = arith.addf %x, %d : tensor<4x2xf32>",
        "r 4x2xf32",
    ),
    "32 ops without an interface": Row("2", "x 8x12xf32 [[0]]", MANY, "r 4x4xf16"),
    "33 a partial sum": Row(
        "2x4",
        "x 8x12xf32 [[0]], partial = sum[1]",
        shard("r", "x", "[[0]]", "8x12xf32", USERS),
        "r 8x12xf32",
        ["all_reduce"],
        (PARTITION,),
    ),
    "a partial sum of which some stays": Row(
        "2x4",
        "x 8x12xf32 [[]], partial = sum[0, 1]",
        shard("r", "x", "[[]], partial = sum[1]", "8x12xf32"),
        "r 8x12xf32",
        ["all_reduce"],
        (PARTITION,),
    ),
}
"""By number of the row in the study, and what is special."""

CASES = [(name, mode) for name, row in ROWS.items() for mode in range(len(row.modes))]


@pytest.mark.parametrize(("name", "mode"), CASES)
def test_row(name: str, mode: int) -> None:
    row = ROWS[name]
    module = check(row.text, row.modes[mode])
    if row.expected is not None and row.modes[mode] is PARTITION:
        assert collectives(module) == list(row.expected), module_text(module)


CELLS = {
    "whole to split": ("[[]]", "[[0]]"),
    "split to whole": ("[[0]]", "[[]]"),
    "first dim to second": ("[[0]]", "[[], [0]]"),
    "second dim to first": ("[[], [0]]", "[[0]]"),
    "partial to whole": ("[[]], partial = sum[0]", "[[]]"),
    "partial to split": ("[[]], partial = sum[0]", "[[0]]"),
    "one of two gathered": ("[[0], [1]]", "[[0]]"),
    "one more sliced": ("[[0]]", "[[0], [1]]"),
    "two dims to whole": ("[[0], [1]]", "[[]]"),
    "two axes, one gathered": ("[[0, 1]]", "[[0]]"),
    "two axes, both gathered": ("[[0, 1]]", "[[]]"),
    "whole to two axes": ("[[]]", "[[0, 1]]"),
    "an axis outside": ("[[1]]", "[[0, 1]]"),
    "other axis": ("[[0]]", "[[1]]"),
    "dims swap axes": ("[[0], [1]]", "[[1], [0]]"),
    "two dims into one": ("[[0], [1]]", "[[0, 1]]"),
    "one dim into two": ("[[0, 1]]", "[[0], [1]]"),
    "other order": ("[[0, 1]]", "[[1, 0]]"),
    "axis joins from outside": ("[[0, 1], [2]]", "[[0], [1, 2]]"),
    "axis moves to the front": ("[[0], [1, 2]]", "[[2, 0], [1]]"),
    "partial, two of three": ("[[0]], partial = sum[1, 2]", "[[0], [2]], partial = sum[1]"),
    "all axes turn": ("[[0], [1], [2]]", "[[1], [2], [0]]"),
}
"""The cells of the resharding table by name, and some more: from, to."""

MESHES = ("4", "3", "2x3", "4x2", "2x3x2", "3x2x2", "2x1x4")
SHAPES = ("24x24x24", "5x7x3")
"""One that all devices divide, and one that none do."""


def _axes(cell: str) -> int:
    return max(int(digit) for digit in "".join(CELLS[cell]) if digit.isdigit()) + 1


RESHARDINGS = [(cell, mesh) for cell in CELLS for mesh in MESHES if _axes(cell) <= mesh.count("x") + 1]


@pytest.mark.parametrize(("cell", "mesh"), RESHARDINGS)
@pytest.mark.parametrize("shape", SHAPES)
def test_resharding(cell: str, mesh: str, shape: str) -> None:
    source, target = CELLS[cell]
    for flag in ("", USERS):
        row = Row(mesh, f"x {shape}xi32 {source}", shard("r", "x", target, f"{shape}xi32", flag), f"r {shape}xi32")
        check(row.text, PARTITION)


REJECTED = {
    "28 a dynamic dim": (
        "mesh.mesh @mesh(shape = 4)\nfunc.func @main(%x: tensor<?x12xf32>) -> tensor<?x12xf32> {\n"
        "%0 = mesh.shard %x to <@mesh, [[], [0]]> : tensor<?x12xf32>\n"
        "%r = tosa.tanh %0 : (tensor<?x12xf32>) -> tensor<?x12xf32>\nreturn %r : tensor<?x12xf32>\n}",
        "expected tensors of static shape, got tensor<?x12xf32>; give it its sizes first",
    ),
    "28 a dynamic dim inside": (
        "mesh.mesh @mesh(shape = 4)\nfunc.func @main(%x: tensor<8x12xf32>) -> tensor<8x12xf32> {\n"
        "%0 = mesh.shard %x to <@mesh, [[], [0]]> : tensor<8x12xf32>\n"
        "%1 = tensor.cast %0 : tensor<8x12xf32> to tensor<?x12xf32>\n"
        "%2 = tensor.cast %1 : tensor<?x12xf32> to tensor<8x12xf32>\nreturn %2 : tensor<8x12xf32>\n}",
        "expected tensors of static shape, got tensor<?x12xf32>; give it its sizes first",
    ),
    "31 a call of what has no body": (
        "mesh.mesh @mesh(shape = 4)\nfunc.func private @far(tensor<8xf32>) -> tensor<8xf32>\n"
        "func.func @main(%x: tensor<8xf32>) -> tensor<8xf32> {\n"
        "%0 = mesh.shard %x to <@mesh, [[0]]> : tensor<8xf32>\n"
        "%r = func.call @far(%0) : (tensor<8xf32>) -> tensor<8xf32>\nreturn %r : tensor<8xf32>\n}",
        "calls are not sharded: inline the callee",
    ),
    "32 a loop of scf": (
        "mesh.mesh @mesh(shape = 4)\nfunc.func @main(%x: tensor<8xf32>) -> tensor<8xf32> {\n"
        "%0 = mesh.shard %x to <@mesh, [[0]]> : tensor<8xf32>\n%i = arith.constant 0 : index\n"
        "%n = arith.constant 3 : index\n%s = arith.constant 1 : index\n"
        "%r = scf.for %k = %i to %n step %s iter_args(%a = %0) -> (tensor<8xf32>) {\n"
        "%b = arith.addf %a, %a : tensor<8xf32>\nscf.yield %b : tensor<8xf32>\n}\nreturn %r : tensor<8xf32>\n}",
        "control flow on tensors is not sharded: unroll it or move the tensors out of it",
    ),
    "halos of shards": (
        "mesh.mesh @mesh(shape = 4)\nfunc.func @main(%x: tensor<8xf32>) -> tensor<8xf32> {\n"
        "%s = mesh.sharding @mesh split_axes = [[0]] halo_sizes = [1, 1] : !mesh.sharding\n"
        "%r = mesh.shard %x to %s : tensor<8xf32>\nreturn %r : tensor<8xf32>\n}",
        "halos and offsets of shards are not planned or lowered; annotate with the split axes alone",
    ),
    "offsets of shards": (
        "mesh.mesh @mesh(shape = 2)\nfunc.func @main(%x: tensor<8xf32>) -> tensor<8xf32> {\n"
        "%s = mesh.sharding @mesh split_axes = [[0]] sharded_dims_offsets = [0, 3, 8] : !mesh.sharding\n"
        "%r = mesh.shard %x to %s : tensor<8xf32>\nreturn %r : tensor<8xf32>\n}",
        "halos and offsets of shards are not planned or lowered; annotate with the split axes alone",
    ),
}
"""Inputs that are rejected by design, and what is said."""


@pytest.mark.parametrize("name", REJECTED)
@pytest.mark.parametrize("passes", [PARTITION, PLAN], ids=["partition", "plan"])
def test_rejected_by_design(name: str, passes: Sequence[ModulePass]) -> None:
    text, message = REJECTED[name]
    with pytest.raises(PassFailedException) as caught:
        apply(parse(text), *passes)
    assert message in str(caught.value)
