"""Programs that were once partitioned wrongly, made small by `bench/fuzz.py`; each is run against the whole program."""

from __future__ import annotations

import pytest
from programs import apply, compare_all, make_inputs, parse, run_whole
from xdsl.passes import ModulePass

from llmsys_ir.runtime.programs import find_program, run_program
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.sharding_propagation import ShardingPropagationPass
from llmsys_passes.spmd_partition import SpmdPartitionPass

GATHER = """
%m = arith.constant dense<[[2], [2], [2], [2], [2], [2]]> : tensor<6x1xi32>
%i = arith.remui %c, %m : tensor<6x1xi32>
%e = tensor.empty() : tensor<6x1xf32>
%zero = arith.constant 0 : index
%r = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i, j)>],
  iterator_types = ["parallel", "parallel"]} ins(%i : tensor<6x1xi32>) outs(%e : tensor<6x1xf32>) {
^bb0(%n: i32, %out: f32):
  %row = linalg.index 0 : index
  %at = arith.index_cast %n : i32 to index
  %x = tensor.extract %a[%row, %at] : tensor<6x2xf32>
  %y = tensor.extract %s[%row, %zero] : tensor<6x1xf32>
  %z = arith.subf %x, %y : f32
  linalg.yield %z : f32
} -> tensor<6x1xf32>
return %r : tensor<6x1xf32>
"""

PROGRAMS = {
    "positions in padding are inside": (
        "4",
        "%a: tensor<6x2xf32>, %b: tensor<6x1xf32>, %c: tensor<6x1xi32>",
        "tensor<6x1xf32>",
        "%s = mesh.shard %b to <@mesh, [[0], []]> : tensor<6x1xf32>" + GATHER,
    ),
    "zeros are not neutral to a product with zero points": (
        "4",
        "%a: tensor<3x3x6xi8>, %b: tensor<3x6x3xi8>",
        "tensor<3x3x3xi32>",
        """%p = "tosa.const"() <{values = dense<2> : tensor<1xi8>}> : () -> tensor<1xi8>
%r = tosa.matmul %a, %b, %p, %p
  : (tensor<3x3x6xi8>, tensor<3x6x3xi8>, tensor<1xi8>, tensor<1xi8>) -> tensor<3x3x3xi32>
%s = mesh.shard %r to <@mesh, [[], [], []], partial = sum[0]> : tensor<3x3x3xi32>
%t = mesh.shard %a to <@mesh, [[], [], [0]]> : tensor<3x3x6xi8>
return %s : tensor<3x3x3xi32>""",
    ),
    "what a branch does without padding stays there": (
        "2",
        "%p: tensor<i1>, %a: tensor<3xf32>",
        "tensor<4xf32>, tensor<4xf32>",
        """%z = stablehlo.constant dense<0.0> : tensor<f32>
%s = mesh.shard %a to <@mesh, [[0]]> : tensor<3xf32>
%r = "stablehlo.if"(%p) ({
  %x = stablehlo.pad %s, %z, low = [1], high = [0], interior = [0] : (tensor<3xf32>, tensor<f32>) -> tensor<4xf32>
  stablehlo.return %x : tensor<4xf32>
}, {
  %y = stablehlo.pad %s, %z, low = [0], high = [1], interior = [0] : (tensor<3xf32>, tensor<f32>) -> tensor<4xf32>
  stablehlo.return %y : tensor<4xf32>
}) : (tensor<i1>) -> tensor<4xf32>
%q = stablehlo.pad %s, %z, low = [0], high = [1], interior = [0] : (tensor<3xf32>, tensor<f32>) -> tensor<4xf32>
return %r, %q : tensor<4xf32>, tensor<4xf32>""",
    ),
    "products of booleans are booleans": (
        "1",
        "%a: tensor<6x4xi1>",
        "tensor<6x4xi1>",
        "%s = mesh.shard %a to <@mesh, [[]], partial = product[0]> : tensor<6x4xi1>\nreturn %s : tensor<6x4xi1>",
    ),
    "bodies read annotated tensors": (
        "2",
        "%q: tensor<6x2xf32>, %b: tensor<6x1xf32>, %c: tensor<6x1xi32>",
        "tensor<6x1xf32>",
        "%t = mesh.shard %q to <@mesh, [[0]]> : tensor<6x2xf32>\n"
        "%a = tosa.abs %t : (tensor<6x2xf32>) -> tensor<6x2xf32>\n"
        "%s = tosa.abs %b : (tensor<6x1xf32>) -> tensor<6x1xf32>" + GATHER,
    ),
}
"""By what they show: the mesh, the arguments, the types of the results, and the body."""

SHARDING: dict[str, tuple[ModulePass, ...]] = {
    "partition": (),
    "propagate": (ShardingPropagationPass(),),
    "plan": (AutoShardPass(uneven="allow", time_limit=20.0),),
}


CASES = [
    (name, mode)
    for name, (_, _, _, body) in PROGRAMS.items()
    for mode in SHARDING
    if mode != "propagate" or "stablehlo.if" not in body
]
"""Propagation takes no control flow, as MLIR's does not."""


@pytest.mark.parametrize(("name", "mode"), CASES)
def test_once_wrong(name: str, mode: str) -> None:
    mesh, arguments, results, body = PROGRAMS[name]
    text = f"mesh.mesh @mesh(shape = {mesh})\nfunc.func @main({arguments}) -> ({results}) {{\n{body}\n}}"
    inputs = make_inputs(find_program(parse(text)).arguments)
    module = apply(parse(text), *SHARDING[mode], SpmdPartitionPass())
    compare_all(run_program(find_program(module), inputs).results, run_whole(parse(text), inputs))
