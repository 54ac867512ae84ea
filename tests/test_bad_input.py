"""What is wrong gets one clear message, and what is only odd gets the right numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from filecheck_runner import Result, run_tool

from llmsys_ir.tools import llmsys_opt, llmsys_run

MESH = "mesh.mesh @m(shape = 2x4)"
T = "tensor<8x16xf32>"
BOTH = ("--auto-shard", "--spmd-partition")


def program(body: str, arguments: str = f"%a: {T}", results: str = T, mesh: str = MESH) -> str:
    """A mesh on line 1, a function @f on line 2, and its body from line 3 on."""
    return f"{mesh}\nfunc.func @f({arguments}) -> {results} {{\n  {body}\n}}\n"


def returned(op: str) -> str:
    """An op and a return of its result."""
    return f"{op}\n  return %0 : {T}"


def ruled(rule: str) -> str:
    """An op with a sharding rule of its own."""
    return program(returned(f"%0 = arith.addf %a, %a {{llmsys.rule = {rule}}} : {T}"))


ADD = program(returned(f"%0 = arith.addf %a, %a : {T}"))
FOREIGN = program(returned(f'%0 = "foo.bar"(%a) : ({T}) -> {T}'))


def opt(text: str, *arguments: str) -> Result:
    return run_tool(llmsys_opt.main, arguments, text)


def check_one_error(result: Result, place: str, message: str, text: str = "") -> None:
    """One error at `place` of <stdin> (anywhere, if that is empty), with its source line and a caret."""
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Traceback" not in result.stderr and "internal error" not in result.stderr
    lines = result.stderr.splitlines()
    assert sum(": error: " in line for line in lines) == 1, result.stderr
    assert message in lines[0]
    if place:
        assert lines[0].startswith(f"<stdin>:{place}: error: "), lines[0]
        line, column = map(int, place.split(":"))
        assert lines[-2:] == [text.split("\n")[line - 1], "^".rjust(column)]


WRONG_PROGRAMS: dict[str, tuple[str, str, str]] = {
    "unknown mesh": (
        program(returned(f"%0 = mesh.shard %a to <@none, [[0]]> : {T}")),
        "3:8",
        'Undefined required mesh symbol "none".',
    ),
    "axis used twice": (
        program(returned(f"%0 = mesh.shard %a to <@m, [[0], [0]]> : {T}")),
        "3:25",
        "mesh axis duplicated",
    ),
    "axis outside of the mesh": (
        program(returned(f"%0 = mesh.shard %a to <@m, [[2]]> : {T}")),
        "3:8",
        '0-based mesh axis index 2 is out of bounds. The referenced mesh "m" is of rank 2.',
    ),
    "op without a rule": (
        program(
            "%t = arith.constant dense<0> : tensor<256xi8>\n"
            "  %0 = tosa.table %t, %t : (tensor<256xi8>, tensor<256xi8>) -> tensor<256xi8>\n"
            f"  return %a : {T}"
        ),
        "4:8",
        "'tosa.table' op has no sharding rule; give it one with the attribute llmsys.rule",
    ),
    "unregistered op": (FOREIGN, "3:8", "dialect 'foo' not found for custom op 'foo.bar'"),
    "broken text": (program(f"%0 = arith.addf %a, : {T}"), "3:23", "operand expected"),
    "shard of a scalar": (
        program("%0 = mesh.shard %a to <@m, [[0]]> : f32\n  return %0 : f32", "%a: f32", "f32"),
        "3:8",
        "'mesh.shard' op operand #0 must be ranked tensor of any type values, but got 'f32'",
    ),
    "generic partial value": (
        program(returned(f"%0 = mesh.shard %a to <@m, [[]], partial = generic[0]> : {T}")),
        "3:8",
        "'mesh.shard' op a partial value of kind 'generic' cannot be reduced: say how, such as partial = sum",
    ),
    "no mesh": (
        ADD.replace(MESH, "// nothing"),
        "2:1",
        "'func.func' op expected a mesh in its module, got none; add one such as mesh.mesh @mesh(shape = 4x8)",
    ),
    "mesh in another module": (
        f"{MESH}\nmodule @inner {{\nfunc.func @f(%a: {T}) {{\n  return\n}}\n}}",
        "3:1",
        "'func.func' op expected a mesh in its module, got none",
    ),
    "two meshes": (
        ADD.replace(MESH, f"{MESH} mesh.mesh @n(shape = 4)"),
        "2:1",
        "'func.func' op expected a single mesh in its module, got @m, @n; say which by annotating a value",
    ),
    "shardings on two meshes": (
        program(
            f"%0 = mesh.shard %a to <@m, [[0]]> : {T}\n  " + returned(f"%1 = mesh.shard %0 to <@n, [[0]]> : {T}"),
            mesh=f"{MESH} mesh.mesh @n(shape = 4)",
        ),
        "4:8",
        "'mesh.shard' op expected all shardings of a function on one mesh, got @n and @m",
    ),
    "mesh of unknown size": (
        ADD.replace("2x4", "2x?"),
        "1:1",
        "'mesh.mesh' op expected a mesh of known sizes; replace each '?' by a number of devices",
    ),
    "mesh of too many devices": (ADD.replace("2x4", "9223372036854775807"), "1:1", "expected a mesh of at most"),
    "mesh without devices": (
        ADD.replace("2x4", "0x4"),
        "1:1",
        "expected every mesh axis to have at least one device",
    ),
    "blocks": (
        program(f"cf.br ^end\n^end:\n  return %a : {T}"),
        "2:1",
        "'func.func' op expected a function with one block; control flow is not",
    ),
    "loop": (
        program(
            "%c = arith.constant 1 : index\n"
            f"  %0 = scf.for %i = %c to %c step %c iter_args(%x = %a) -> ({T}) {{\n"
            f"    scf.yield %x : {T}\n"
            f"  }}\n  return %0 : {T}"
        ),
        "4:8",
        "'scf.for' op control flow on tensors is not sharded: unroll it",
    ),
    "call": (
        program(returned(f"%0 = func.call @f(%a) : ({T}) -> {T}")),
        "3:8",
        "'func.call' op calls are not sharded: inline the callee",
    ),
    "collective": (
        program(returned(f"%0 = mesh.all_reduce %a on @m mesh_axes = [0] : {T} -> {T}")),
        "3:8",
        "'mesh.all_reduce' op collectives belong in partitioned functions",
    ),
    "dynamic argument": (
        ADD.replace("8x", "?x"),
        "2:1",
        "'func.func' op expected tensors of static shape, got tensor<?x16xf32>; give it its sizes first",
    ),
    "dynamic value": (
        program(f"%0 = tensor.cast %a : {T} to tensor<?x16xf32>\n  return %a : {T}"),
        "3:8",
        "'tensor.cast' op expected tensors of static shape, got tensor<?x16xf32>; give it its sizes first",
    ),
    "tensor of too many bytes": (
        ADD.replace("8x16", "1099511627776x1099511627776"),
        "2:1",
        "'func.func' op expected tensors of at most 16 PiB, got tensor<1099511627776x1099511627776xf32>",
    ),
    "captured tensor": (
        program(
            f"%e = tensor.empty() : {T}\n"
            "  %0 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>], "
            f'iterator_types = ["parallel", "parallel"]}} outs(%e : {T}) {{\n'
            "  ^bb0(%o: f32):\n"
            "    %n = arith.fptosi %o : f32 to i32\n"
            "    %i = arith.index_cast %n : i32 to index\n"
            f"    %v = tensor.extract %a[%i, %i] : {T}\n"
            "    linalg.yield %v : f32\n"
            f"  }} -> {T}\n  return %0 : {T}"
        ),
        "8:10",
        "'tensor.extract' op uses a tensor from outside of its 'linalg.generic'; pass it as an operand instead",
    ),
}


@pytest.mark.parametrize("passes", [BOTH[:1], BOTH[1:], BOTH], ids=" ".join)
@pytest.mark.parametrize("name", WRONG_PROGRAMS)
def test_wrong_program(name: str, passes: tuple[str, ...]):
    text, place, message = WRONG_PROGRAMS[name]
    check_one_error(opt(text, *passes), place, message, text)


def test_an_unregistered_op_needs_a_rule():
    message = "'foo.bar' op has no sharding rule; give it one with the attribute llmsys.rule"
    for name in BOTH:
        check_one_error(opt(FOREIGN, "--allow-unregistered-dialect", name), "3:8", message, FOREIGN)


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ('""', "unexpected end of the rule"),
        ('"i j, i j ->"', "factor 'i' is missing in a result"),
        ('"i j -> (i"', "unexpected end of the rule"),
        ('"i j -> i j"', "expected 2 operands, got 1"),
        ('"i, i j -> i j"', "in sharding rule"),
        ('"i j, j i -> i j"', "expected size 16 for dim 0 (j), got 8"),
        ('"i j, i k -> i j"', "factor 'k' is missing in a result: say how it is reduced"),
        ('"i j, i j -> i j | sum q"', "unknown factor 'q'"),
        ('"i j, i j -> i j | frob i"', "in sharding rule"),
        ("42 : i32", "expected text such as"),
    ],
)
def test_wrong_rule(rule: str, message: str):
    for name in BOTH:
        check_one_error(opt(ruled(rule), name), "3:8", message, ruled(rule))


WRONG_OPTIONS = {
    "--auto-shard=mesh=4y8": "auto-shard: expected a mesh of positive sizes such as 4x8, got '4y8'",
    "--auto-shard=mesh=0x2": "auto-shard: expected a mesh of positive sizes such as 4x8, got '0x2'",
    "--auto-shard=mesh=99999999999999999999": "auto-shard: expected a mesh of at most",
    "--auto-shard=memory=lots": "auto-shard: option 'memory': expected a size such as 16GiB or 512MB, got 'lots'",
    "--auto-shard=memory=-1GiB": "auto-shard: option 'memory': expected a size such as 16GiB or 512MB, got '-1GiB'",
    "--auto-shard=time-limit=-1": "auto-shard: option 'time-limit': expected a positive number of seconds, got -1",
    "--auto-shard=time-limit=nan": "auto-shard: option 'time-limit': expected a positive number of seconds, got nan",
    "--auto-shard=cluster=nowhere": "unknown cluster 'nowhere': expected one of v100, a100, h100, tpu-v5e, host, or a",
    "--auto-shard=cluster=no.toml": "cannot read cluster file 'no.toml': No such file or directory",
    "--auto-shard=plan=no/plan.json": "auto-shard: cannot write the plan to 'no/plan.json': No such file or directory",
    "--spmd-partition=cluster=nowhere": "unknown cluster 'nowhere': expected one of",
    "--spmd-partition=cluster=no.toml": "cannot read cluster file 'no.toml': No such file or directory",
}


@pytest.mark.parametrize("flag", WRONG_OPTIONS)
def test_wrong_option(flag: str):
    check_one_error(opt(ADD, flag), "1:1", WRONG_OPTIONS[flag], ADD)


@pytest.mark.parametrize(
    ("flag", "message"),
    [
        ("--auto-shrad", "unknown pass or option '--auto-shrad'; did you mean '--auto-shard'?"),
        ("--auto-shard=mehs=4", "auto-shard: unknown option 'mehs'"),
        ("--auto-shard=time-limit=soon", "auto-shard: option 'time-limit' expects a number, got 'soon'"),
        ("--auto-shard=strategy=guess", "auto-shard: option 'strategy' expects one of"),
        ("--auto-shard=mesh=4 mesh=8", "auto-shard: option 'mesh' is given twice"),
        ("--auto-shard=mesh='4x8", "--auto-shard: unexpected"),
        ("--spmd-partition=mesh=4", "spmd-partition: unknown option 'mesh'; the options are 'cluster'"),
    ],
)
def test_wrong_command_line(flag: str, message: str):
    check_one_error(opt(ADD, flag), "", f"llmsys-opt: error: {message}")


GOOD_TOML = """memory_bandwidth = 1e12
memory = "1GiB"
[peak_flops]
f32 = 1e13
[[axes]]
size = 2
latency = 1e-5
bandwidth = 1e9
[[axes]]
size = 4
latency = 0
bandwidth = inf
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (GOOD_TOML, "a =", "is no valid TOML: Invalid value"),
        (GOOD_TOML, f"a = {4300 * '1'}1", "is no valid TOML: Exceeds the limit"),
        (GOOD_TOML, f"a = {10000 * '['}", "is no valid TOML: "),
        (GOOD_TOML, "memory_bandwidth = 1", "expected an array of tables [[axes]], one per mesh axis"),
        ("f32 = 1e13", "f16 = 1e13", "expected a table peak_flops with an entry f32"),
        ("memory_bandwidth = 1e12", "", "expected a number for memory_bandwidth, got None"),
        ("memory_bandwidth", "bandwith", "unknown key 'bandwith' in the file: expected memory_bandwidth, memory,"),
        ("memory_bandwidth", 'mesh = "2x4"\nmemory_bandwidth', "unknown key 'mesh' in the file"),
        ("latency = 0", "latency = 0\nall_to_all = 1", "unknown key 'all_to_all' in axes[1]: expected size, latency,"),
        ('"1GiB"', '"lots"', "memory: expected a size such as 16GiB or 512MB, got 'lots'"),
        ("size = 4", "size = 8", "describes a mesh of shape 2x8, expected 2x4"),
        ("size = 4", "size = 0", "expected a positive number for axes[1].size, got 0"),
        ("size = 4", "size = 4.5", "expected an integer for axes[1].size, got 4.5"),
        ("bandwidth = 1e9", "bandwidth = -1e9", "expected a positive number for axes[0].bandwidth, got -1000000000.0"),
        ("bandwidth = 1e9", "bandwidth = nan", "expected a positive number for axes[0].bandwidth, got nan"),
        ("bandwidth = 1e9", 'bandwidth = "fast"', "expected a number for axes[0].bandwidth, got 'fast'"),
        ("latency = 1e-5", "", "expected a number for axes[0].latency, got None"),
        ("latency = 1e-5", "latency = inf", "expected at most 1e+06 seconds for axes[0].latency, got inf"),
        (
            "bandwidth = 1e9",
            "bandwidth = 1e-320",
            "expected at least 0.001 per second for axes[0].bandwidth, got 1e-320",
        ),
        ("f32 = 1e13", "f32 = 1e-300", "expected at least 0.001 per second for peak_flops.f32, got 1e-300"),
        ("f32 = 1e13", f"f32 = 1{400 * '0'}", "expected a smaller number for peak_flops.f32"),
    ],
)
def test_wrong_cluster_file(tmp_path: Path, old: str, new: str, message: str):
    path = tmp_path / "cluster.toml"
    path.write_text(GOOD_TOML)
    assert opt(ADD, f"--auto-shard=cluster={path}").exit_code == 0
    path.write_text(GOOD_TOML.replace(old, new))
    check_one_error(opt(ADD, f"--auto-shard=cluster={path}"), "1:1", message, ADD)


def test_missing_file(tmp_path: Path):
    path = tmp_path / "missing.mlir"
    result = run_tool(llmsys_opt.main, [str(path), "--auto-shard"])
    assert result == Result(1, "", f"{path}: error: cannot open: No such file or directory\n")


ODD_PROGRAMS = {
    "declaration beside a definition": "func.func private @g(tensor<4xf32>)\n" + ADD.replace("@f", "@main"),
    "no values": f"{MESH}\nfunc.func @f() {{\n  return\n}}\n",
    "scalars only": program("%0 = arith.addf %a, %a : f32\n  return %0 : f32", "%a: f32", "f32"),
    "scalars and no mesh": "func.func @f(%a: f32) -> f32 {\n  return %a : f32\n}\n",
    "returned argument": program(f"return %a : {T}"),
    "argument returned twice": program(f"return %a, %a : {T}, {T}", results=f"({T}, {T})"),
    "unused arguments": program(f"return %a : {T}", f"%b: {T}, %a: {T}, %c: i1"),
    "no results": f"{MESH}\nfunc.func @f(%a: {T}) {{\n  %0 = math.exp %a : {T}\n  return\n}}\n",
    "elements of size 0": ADD.replace("8x", "0x"),
    "reduced dim of size 0": program(
        "%0 = tosa.matmul %a, %b : (tensor<2x8x0xf32>, tensor<2x0x8xf32>) -> tensor<2x8x8xf32>\n"
        "  return %0 : tensor<2x8x8xf32>",
        "%a: tensor<2x8x0xf32>, %b: tensor<2x0x8xf32>",
        "tensor<2x8x8xf32>",
    ),
    "rank 0": program(
        "%0 = mesh.shard %a to <@m, [[]], partial = sum[1]> : tensor<f32>\n"
        "  %1 = arith.addf %0, %0 : tensor<f32>\n"
        "  return %1 : tensor<f32>",
        "%a: tensor<f32>",
        "tensor<f32>",
    ),
    "operand used twice with other shardings": program(
        f"%0 = mesh.shard %a to <@m, [[0]]> : {T}\n"
        f"  %1 = mesh.shard %a to <@m, [[], [1]]> : {T}\n"
        f"  %2 = arith.addf %0, %1 : {T}\n"
        f"  return %2 : {T}"
    ),
    "mesh of one device": ADD.replace("2x4", "1"),
    "mesh larger than the tensor": ADD.replace("2x4", "64x3"),
    "i1, i8 and bf16": program(
        "%0 = arith.xori %a, %a : tensor<8xi1>\n"
        "  %1 = arith.addi %b, %b : tensor<8xi8>\n"
        "  %2 = arith.addf %c, %c : tensor<8xbf16>\n"
        "  return %0, %1, %2 : tensor<8xi1>, tensor<8xi8>, tensor<8xbf16>",
        "%a: tensor<8xi1>, %b: tensor<8xi8>, %c: tensor<8xbf16>",
        "(tensor<8xi1>, tensor<8xi8>, tensor<8xbf16>)",
    ),
    "two functions": ADD + f"func.func @main(%a: {T}) -> {T} {{\n  %0 = math.exp %a : {T}\n  return %0 : {T}\n}}\n",
}


@pytest.mark.parametrize("passes", [BOTH[1:], BOTH], ids=" ".join)
@pytest.mark.parametrize("name", ODD_PROGRAMS)
def test_odd_program(tmp_path: Path, name: str, passes: tuple[str, ...]):
    text = ODD_PROGRAMS[name]
    reference = tmp_path / "global.mlir"
    reference.write_text(text)
    partitioned = opt(text, *passes)
    assert (partitioned.exit_code, partitioned.stderr) == (0, "")
    assert not re.search(r"mesh\.shard ", partitioned.stdout)
    ran = run_tool(llmsys_run.main, ["--reference", str(reference)], partitioned.stdout)
    assert ran == Result(0, "", "")
