"""Programs as people have them: calls, constants, several functions and meshes, what is partitioned already, and so on.

Each is partitioned and run against the whole program, or is an error that says what to do.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from programs import after, apply, compare_all, make_inputs, parse
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass
from xdsl.utils.exceptions import PassFailedException

from llmsys_ir.program.boundary import is_partitioned
from llmsys_ir.program.meshes import functions_of
from llmsys_ir.runtime.programs import find_program, run_program
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.inline import InlinePass
from llmsys_passes.sharding_propagation import ShardingPropagationPass
from llmsys_passes.spmd_partition import SpmdPartitionPass

PARTITION: tuple[ModulePass, ...] = (SpmdPartitionPass(),)
PROPAGATE: tuple[ModulePass, ...] = (InlinePass(), ShardingPropagationPass(), SpmdPartitionPass())
PLAN: tuple[ModulePass, ...] = (AutoShardPass(time_limit=20.0), SpmdPartitionPass())
PLAN_UNEVEN: tuple[ModulePass, ...] = (AutoShardPass(time_limit=20.0, uneven="allow"), SpmdPartitionPass())
EVERY = pytest.mark.parametrize(
    "passes", [PARTITION, PROPAGATE, PLAN, PLAN_UNEVEN], ids=["partition", "propagate", "plan", "plan uneven"]
)

T = "tensor<8x12xf32>"


def check(text: str, passes: Sequence[ModulePass], entry: str = "main") -> ModuleOp:
    """The partitioned module, in which a function computes what it did."""
    whole = find_program(parse(text), entry)
    inputs = make_inputs(whole.arguments)
    expected = run_program(whole, inputs).results
    module = apply(parse(text), *passes)
    compare_all(run_program(find_program(module, entry), inputs).results, expected)
    return module


def program(body: str, arguments: str = f"%a: {T}", results: str = T, mesh: str = "2x3", more: str = "") -> str:
    """A module with one function, and more."""
    return f"mesh.mesh @mesh(shape = {mesh})\n{more}func.func @main({arguments}) -> ({results}) {{\n{body}\n}}\n"


def shard(name: str, source: str, sharding: str, type_: str = T, mesh: str = "mesh") -> str:
    """An annotation."""
    return f"%{name} = mesh.shard %{source} to <@{mesh}, {sharding}> : {type_}\n"


SOFTMAX = f"""func.func private @softmax(%x: {T}) -> {T} {{
  %e = math.exp %x : {T}
  %s = tosa.reduce_sum %e {{axis = 1 : i32}} : ({T}) -> tensor<8x1xf32>
  %i = tosa.reciprocal %s : (tensor<8x1xf32>) -> tensor<8x1xf32>
  %r = tosa.mul %e, %i {{shift = 0 : i8}} : ({T}, tensor<8x1xf32>) -> {T}
  return %r : {T}
}}
func.func private @twice(%x: {T}) -> ({T}, {T}) {{
  %0 = func.call @softmax(%x) : ({T}) -> {T}
  %1 = func.call @softmax(%0) : ({T}) -> {T}
  return %0, %1 : {T}, {T}
}}
"""


@EVERY
def test_calls_in_calls_under_several_shardings(passes: Sequence[ModulePass]) -> None:
    body = (
        shard("x", "a", "[[0], [1]]")
        + f"%p:2 = func.call @twice(%x) : ({T}) -> ({T}, {T})\n"
        + shard("y", "p#0", "[[1, 0]]")
        + f"%q = func.call @softmax(%y) : ({T}) -> {T}\nreturn %p#1, %q : {T}, {T}"
    )
    module = check(program(body, results=f"{T}, {T}", more=SOFTMAX), passes)
    assert [function.sym_name.data for function in functions_of(module)] == ["main"]


def test_a_public_function_that_is_called_stays_and_is_partitioned_by_itself() -> None:
    body = shard("x", "a", "[[0]]") + f"%r = func.call @softmax(%x) : ({T}) -> {T}\nreturn %r : {T}"
    text = program(body, more=SOFTMAX.replace("private @softmax", "@softmax"))
    module = check(text, PARTITION)
    assert {function.sym_name.data for function in functions_of(module)} >= {"main", "softmax"}
    assert all(map(is_partitioned, functions_of(module)))
    check(text, PARTITION, "softmax")


def test_recursion_is_an_error() -> None:
    body = f"%r = func.call @main(%a) : ({T}) -> {T}\nreturn %r : {T}"
    with pytest.raises(PassFailedException, match="calls are not sharded: inline the callee"):
        apply(parse(program(body)), *PARTITION)


CONSTANTS = {
    "arith": "%c = arith.constant dense<{}> : {}\n",
    "tosa": '%c = "tosa.const"() <{{values = dense<{}> : {}}}> : () -> {}\n',
    "stablehlo": "%c = stablehlo.constant dense<{}> : {}\n",
}


@EVERY
@pytest.mark.parametrize("dialect", CONSTANTS)
@pytest.mark.parametrize("sharding", ["[[0]]", "[[], [1]]", "[[1, 0]]", "[[1], [0]]", "[[0, 1], []]", "[[], [0, 1]]"])
def test_constants_are_sliced(dialect: str, sharding: str, passes: Sequence[ModulePass]) -> None:
    for rows, columns in ((6, 6), (5, 7)):
        type_ = f"tensor<{rows}x{columns}xf32>"
        values = [[float(row * columns + column) for column in range(columns)] for row in range(rows)]
        constant = CONSTANTS[dialect].format(values, type_, type_)
        body = (
            constant
            + shard("d", "c", sharding, type_)
            + f"%r = arith.addf %a, %d : {type_}\nreturn %r, %d : {type_}, {type_}"
        )
        check(program(body, f"%a: {type_}", f"{type_}, {type_}"), passes)


BOUNDARIES = {
    "an argument returned": ("return %a : tensor<8x12xf32>", f"%a: {T}", T),
    "an argument returned sharded": (shard("x", "a", "[[1], [0]]") + f"return %x : {T}", f"%a: {T}", T),
    "an argument returned as it is and sharded": (
        shard("x", "a", "[[0]]") + f"return %a, %x : {T}, {T}",
        f"%a: {T}",
        f"{T}, {T}",
    ),
    "a result twice": (
        shard("x", "a", "[[0]]") + f"%r = arith.mulf %x, %x : {T}\nreturn %r, %r : {T}, {T}",
        f"%a: {T}",
        f"{T}, {T}",
    ),
    "a result twice, in two shardings": (
        shard("x", "a", "[[0]]")
        + f"%r = arith.mulf %x, %x : {T}\n"
        + shard("s", "r", "[[], [0]]")
        + f"return %r, %s : {T}, {T}",
        f"%a: {T}",
        f"{T}, {T}",
    ),
    "an argument that nobody uses": (shard("x", "a", "[[0]]") + f"return %x : {T}", f"%a: {T}, %b: tensor<5xi32>", T),
    "an unused argument that is annotated": (
        shard("x", "a", "[[0]]") + shard("y", "b", "[[1]]", "tensor<5xi32>") + f"return %x : {T}",
        f"%a: {T}, %b: tensor<5xi32>",
        T,
    ),
    "scalars": (
        shard("s", "b", "[[]]", "tensor<f32>")
        + shard("x", "a", "[[1]]")
        + f"%t = stablehlo.broadcast_in_dim %s, dims = [] : (tensor<f32>) -> {T}\n%r = stablehlo.add %t, %x : {T}\n"
        + f"return %r, %s, %c : {T}, tensor<f32>, f32",
        f"%a: {T}, %b: tensor<f32>, %c: f32",
        f"{T}, tensor<f32>, f32",
    ),
    "empty tensors": (
        shard("x", "b", "[[0], [1]]", "tensor<0x4xf32>")
        + "%t = tensor.concat dim(0) %x, %a : (tensor<0x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>\n"
        + shard("r", "t", "[[1]]", "tensor<8x4xf32>")
        + "return %r, %x : tensor<8x4xf32>, tensor<0x4xf32>",
        "%a: tensor<8x4xf32>, %b: tensor<0x4xf32>",
        "tensor<8x4xf32>, tensor<0x4xf32>",
    ),
    "dims smaller than their axes": (
        shard("x", "a", "[[0, 1], [2]]", "tensor<2x1xf32>") + "%r = arith.mulf %x, %x : tensor<2x1xf32>\n"
        "return %r : tensor<2x1xf32>",
        "%a: tensor<2x1xf32>",
        "tensor<2x1xf32>",
    ),
}


@EVERY
@pytest.mark.parametrize("name", BOUNDARIES)
def test_boundary(name: str, passes: Sequence[ModulePass]) -> None:
    body, arguments, results = BOUNDARIES[name]
    check(program(body, arguments, results, mesh="2x3x2"), passes)


DYNAMIC = "tensor<?x12xf32>"


@pytest.mark.parametrize("passes", [PARTITION, PLAN], ids=["partition", "plan"])
@pytest.mark.parametrize("sharding", ["[[0]]", "[[], [1]]", "[[]]"])
def test_dynamic_dims_are_an_error(sharding: str, passes: Sequence[ModulePass]) -> None:
    body = shard("x", "a", sharding, DYNAMIC) + f"%r = math.tanh %x : {DYNAMIC}\nreturn %r : {DYNAMIC}"
    with pytest.raises(PassFailedException) as caught:
        apply(parse(program(body, f"%a: {DYNAMIC}", DYNAMIC)), *passes)
    assert "expected tensors of static shape, got tensor<?x12xf32>; give it its sizes first" in str(caught.value)


TWO_MESHES = f"""mesh.mesh @one(shape = 2x3)
mesh.mesh @two(shape = 4)
func.func @main(%a: {T}) -> {T} {{
{shard("x", "a", "[[0], [1]]", mesh="one")}%r = math.tanh %x : {T}
return %r : {T}
}}
func.func @other(%a: {T}) -> {T} {{
{shard("x", "a", "[[0]]", mesh="two")}%r = math.absf %x : {T}
return %r : {T}
}}
"""


@EVERY
def test_each_function_on_a_mesh_of_its_own(passes: Sequence[ModulePass]) -> None:
    module = check(TWO_MESHES, passes)
    check(TWO_MESHES, passes, "other")
    meshes = [find_program(module, name).mesh for name in ("main", "other")]
    assert [mesh.shape for mesh in meshes if mesh is not None] == [(2, 3), (4,)]


CROSSINGS = {
    "a value on both": shard("x", "a", "[[0]]", mesh="one") + shard("r", "x", "[[0]]", mesh="two"),
    "an op on both": shard("x", "a", "[[0]]", mesh="one")
    + shard("y", "a", "[[0]]", mesh="two")
    + f"%r = arith.addf %x, %y : {T}\n",
    "a call that crosses": shard("x", "a", "[[0]]", mesh="one") + f"%r = func.call @callee(%x) : ({T}) -> {T}\n",
}


@pytest.mark.parametrize("passes", [PARTITION, PLAN], ids=["partition", "plan"])
@pytest.mark.parametrize("name", CROSSINGS)
def test_crossing_meshes_is_an_error(name: str, passes: Sequence[ModulePass]) -> None:
    text = f"mesh.mesh @one(shape = 2)\nmesh.mesh @two(shape = 4)\nfunc.func private @callee(%a: {T}) -> {T} {{\n"
    text += shard("r", "a", "[[0]]", mesh="two") + f"return %r : {T}\n}}\n"
    text += f"func.func @main(%a: {T}) -> {T} {{\n{CROSSINGS[name]}return %r : {T}\n}}\n"
    with pytest.raises(
        PassFailedException, match="expected all shardings of a function on one mesh, got @two and @one"
    ):
        apply(parse(text), *passes)


def test_no_annotation_says_which_mesh() -> None:
    meshes = "mesh.mesh @one(shape = 2)\nmesh.mesh @two(shape = 4)\n"
    text = f"{meshes}func.func @main(%a: {T}) -> {T} {{\nreturn %a : {T}\n}}\n"
    with pytest.raises(PassFailedException, match="expected a single mesh in its module, got @one, @two; say which"):
        apply(parse(text), *PARTITION)


@EVERY
def test_what_is_partitioned_stays_as_it_is(passes: Sequence[ModulePass]) -> None:
    body = shard("x", "a", "[[0], [1]]") + f"%r = math.exp %x : {T}\n" + shard("s", "r", "[[1]]") + f"return %s : {T}"
    once = after(program(body), *PARTITION)
    others = [module_pass for module_pass in passes if not isinstance(module_pass, ShardingPropagationPass)]
    assert after(once, *others) == once


@pytest.mark.parametrize("passes", [PARTITION, PLAN], ids=["partition", "plan"])
def test_partitioned_and_whole_functions_in_one_module(passes: Sequence[ModulePass]) -> None:
    body = shard("x", "a", "[[0]]") + f"%r = math.exp %x : {T}\nreturn %r : {T}"
    done = after(program(body), *PARTITION).replace("@main", "@done")
    other = program(shard("x", "a", "[[1]]") + f"%r = math.absf %x : {T}\nreturn %r : {T}")
    text = done.rstrip().removesuffix("}") + other.split("\n", 1)[1] + "}\n"
    module = check(text, passes)
    check(text, passes, "done")
    assert all(map(is_partitioned, functions_of(module)))


def test_collectives_in_a_whole_function_are_an_error() -> None:
    body = f"%r = mesh.all_reduce %a on @mesh mesh_axes = [0] : {T} -> {T}\nreturn %r : {T}"
    with pytest.raises(PassFailedException, match="collectives belong in partitioned functions"):
        apply(parse(program(body)), *PARTITION)
