"""The command line of llmsys-opt: what it takes, and what it says when something is wrong."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

import pytest
from filecheck_runner import Result, require_oracle
from hypothesis import given
from hypothesis import strategies as st
from xdsl.context import Context
from xdsl.dialects import arith
from xdsl.dialects.builtin import ModuleOp, f16, f32, f64
from xdsl.dialects.func import FuncOp
from xdsl.passes import ModulePass
from xdsl.utils.exceptions import VerifyException
from xdsl.utils.lexer import Input
from xdsl.utils.mlir_lexer import MLIRLexer, MLIRTokenKind

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.tools import command_line, pipeline
from llmsys_ir.tools.float_text import float_text
from llmsys_ir.tools.lexing import LinearLexer
from llmsys_ir.universe import PASSES, PassEntry

Opt = Callable[..., Result]

ADD = """func.func @f(%a: tensor<4xf32>) -> tensor<4xf32> {
  %0 = arith.addf %a, %a : tensor<4xf32>
  return %0 : tensor<4xf32>
}
"""


def test_output_is_what_mlir_opt_prints(opt: Opt):
    oracle = subprocess.run([require_oracle("mlir-opt-19")], input=ADD, capture_output=True, text=True, check=True)
    assert opt(stdin=ADD) == Result(0, oracle.stdout, "")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("func.func @f() {", "1:17", "expected an operation, a block label or '}'"),
        ("func.func @f() { retrun }", "1:18", "custom op 'retrun' is unknown"),
        ("func.func @f() {\n  no.op\n}", "2:3", "dialect 'no' not found for custom op 'no.op'"),
        ('"no.op"() : () -> ()', "1:1", "dialect 'no' not found"),
        ("func.func @f() {\n  arith.adf\n}", "2:3", "did you mean 'arith.addf'?"),
        ("func.func @f() -> f32 { return %x : f32 }", "1:32", "use of undeclared SSA value name '%x'"),
        ("module attributes {a = #no.attr} {}", "1:", "'no.attr' is not registered"),
        ("func.func @f(%a: tensor<4xf32>", "1:31", "expected"),
        ("func.func @f(%a: tensor<4xf32) { return }", "1:", "Expected '>'"),
        ("module {\x00}", "1:9", "Unexpected character"),
        ("", "1:1", "the input is empty"),
        ("// nothing\n", "2:1", "the input is empty"),
        ('"arith.addf"() : () -> ()', "1:1", "'arith.addf' op Expected 2 operands, but got 0"),
        (ADD.replace("addf", "addi"), "2:8", "'arith.addi' op Unexpected attribute f32"),
        (ADD.replace("return", "arith.negf").replace(" %0 :", ""), "3:", "expected"),
        ("scf.execute_region { }", "1:1", "'scf.execute_region' op"),
        ("func.func @f() {}", "1:16", "expected non-empty function body"),
        ("func.func @f(%a: f32) {}", "1:1", "'func.func' op expects a terminator"),
        ("func.func @f()", "1:1", "'func.func' op symbol declaration cannot have public visibility"),
        ("func.func private @f(f32, %a: f32)", "1:27", "expected type instead of SSA identifier"),
        ("func.func private @f(%a: f32, f32)", "1:31", "expected SSA identifier"),
        (
            '"func.func"() <{function_type = (i32) -> (), sym_name = "f", arg_attrs = []}> ({}) : () -> ()',
            "1:1",
            "expects argument attribute array to have the same number of elements as the number of function arguments, "
            "got 0, but expected 1",
        ),
        ("module {} module {} trailing", "1:21", "custom op 'trailing' is unknown"),
    ],
)
def test_bad_text_is_an_error_at_its_place(opt: Opt, text: str, place: str, message: str):
    result = opt(stdin=text)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"<stdin>:{place}"), result.stderr
    first = result.stderr.splitlines()[0]
    assert ": error: " in first and message.lower() in first.lower(), result.stderr


def test_a_message_shows_the_line_and_a_caret(opt: Opt):
    result = opt(stdin=ADD.replace("addf", "addi"))
    assert result.stderr.splitlines()[1:] == [
        "  %0 = arith.addi %a, %a : tensor<4xf32>",
        "       ^",
    ]


def test_a_symbol_that_is_defined_twice_is_an_error_at_the_second(opt: Opt):
    text = "func.func private @f()\nmodule {\n  func.func private @f()\n  func.func private @f()\n}"
    assert [line for line in opt(stdin=text).stderr.splitlines() if line.startswith("<stdin>")] == [
        "<stdin>:4:3: error: redefinition of symbol named 'f'",
        "<stdin>:3:3: note: see existing symbol definition here",
    ]


def test_a_value_of_another_function_is_not_visible(opt: Opt):
    text = "func.func @f() -> f32 { return %x : f32 }\nfunc.func @g(%x: f32) { return }"
    assert "<stdin>:1:32: error: use of undeclared SSA value name '%x'" in opt(stdin=text).stderr


def test_a_use_before_the_definition_is_an_error(opt: Opt):
    text = ADD.replace("%a, %a", "%0, %a")
    assert opt(stdin=text).stderr.startswith("<stdin>:2:8: error: 'arith.addf' op operand #0 does not dominate")


def test_a_use_in_a_block_that_is_not_dominated_is_an_error(opt: Opt):
    text = """func.func @f(%c: i1, %a: f32) -> f32 {
  cf.cond_br %c, ^left, ^right
^left:
  %0 = arith.negf %a : f32
  cf.br ^join
^right:
  cf.br ^join
^join:
  return %0 : f32
}
"""
    assert "<stdin>:9:3: error: 'func.return' op operand #0 does not dominate this use" in opt(stdin=text).stderr
    assert "<stdin>:4:8: note: operand defined here" in opt(stdin=text).stderr
    assert opt(stdin=text.replace("return %0", "return %a")).exit_code == 0


def test_deep_nesting_is_an_error(opt: Opt):
    result = opt(stdin="module {" * 5000 + "}" * 5000)
    assert result.exit_code == 1
    assert "error: nested too deeply" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("text", ["%", "((((", '"', "func.func @f(", "arith.constant", "#a = ", "!x = i32", "%0 ="])
def test_fragments_are_errors(opt: Opt, text: str):
    result = opt(stdin=text)
    assert result.exit_code == 1
    assert "internal error" not in result.stderr


@given(st.data())
def test_a_damaged_program_is_never_an_internal_error(data: st.DataObject):
    from filecheck_runner import run_tool

    from llmsys_ir.tools import llmsys_opt

    start = data.draw(st.integers(0, len(ADD)))
    end = data.draw(st.integers(start, min(len(ADD), start + 12)))
    damaged = ADD[:start] + data.draw(st.text('%@#!<>(){}[]:,="x4 \n0f', max_size=4)) + ADD[end:]
    result = run_tool(llmsys_opt.main, [], damaged)
    assert "internal error" not in result.stderr, damaged
    assert result.exit_code in (0, 1)
    assert result.exit_code == 0 or result.stderr.startswith("<stdin>:")


def test_files_that_cannot_be_read(opt: Opt, tmp_path: Path):
    missing = tmp_path / "missing.mlir"
    assert opt(str(missing)) == Result(1, "", f"{missing}: error: cannot open: No such file or directory\n")
    assert opt(str(tmp_path)) == Result(1, "", f"{tmp_path}: error: cannot open: Is a directory\n")


def test_text_that_is_not_utf8(opt: Opt, tmp_path: Path):
    path = tmp_path / "latin.mlir"
    path.write_bytes(b"module {\n  // \xe9\n}")
    assert opt(str(path)).stderr.startswith(f"{path}:2:6: error: not UTF-8: byte 0xe9\n")


def test_windows_line_ends(opt: Opt, tmp_path: Path):
    path = tmp_path / "dos.mlir"
    path.write_bytes(ADD.replace("\n", "\r\n").encode())
    assert opt(str(path)).stdout == opt(stdin=ADD).stdout


def test_output_file(opt: Opt, tmp_path: Path):
    path = tmp_path / "out.mlir"
    assert opt("-o", str(path), stdin=ADD) == Result(0, "", "")
    assert path.read_text() == opt(stdin=ADD).stdout
    assert opt("-o", str(path), stdin="broken").exit_code == 1
    assert path.read_text() == opt(stdin=ADD).stdout
    assert os.listdir(tmp_path) == ["out.mlir"]


def test_output_file_in_no_folder(opt: Opt, tmp_path: Path):
    path = tmp_path / "no" / "out.mlir"
    assert opt("-o", str(path), stdin=ADD).stderr == f"{path}: error: cannot open: No such file or directory\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--csee"], "unknown pass or option '--csee'; did you mean '--cse'?"),
        (["--xyz"], "unknown pass or option '--xyz'; --help lists them"),
        (["-splt-input-file"], "unknown pass or option '-splt-input-file'; did you mean '--split-input-file'?"),
        (["-o"], "-o expects a value: FILE"),
        (["--pass-pipeline"], "--pass-pipeline expects a value: TEXT"),
        (["--verify-each=perhaps"], "--verify-each: expected true or false, got 'perhaps'"),
        (["a", "b"], "expected one input file, got 2: a, b"),
        (["--cse", "--pass-pipeline=cse"], "--pass-pipeline cannot be used together with --cse"),
        (["--cse=x=1"], "cse: unknown option 'x'; the pass has no options\nx=1\n^"),
        (["--cse=x="], "--cse: unexpected end in the pass options\nx=\n  ^"),
        (
            ["--pass-pipeline=builtin.module(czse)"],
            "--pass-pipeline: unknown pass 'czse'; did you mean 'cse'?\nbuiltin.module(czse)\n               ^",
        ),
        (["--pass-pipeline=cse("], "--pass-pipeline: unexpected end in the pass pipeline\ncse(\n    ^"),
        (["--pass-pipeline=scf.for(cse)"], "--pass-pipeline: passes cannot run on 'scf.for', only on"),
    ],
)
def test_wrong_command_lines(opt: Opt, arguments: list[str], message: str):
    result = opt(*arguments, stdin=ADD)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"llmsys-opt: error: {message}")


@dataclass(frozen=True)
class _Probe(ModulePass):
    """Does nothing but have options."""

    name: ClassVar[str] = "probe"

    mesh: str | None = None
    time_limit: float = 1.0
    count: int = 0
    explain: bool = False
    mode: Literal["fast", "exact"] = "fast"
    sizes: tuple[int, ...] = ()

    def apply(self, ctx: Context, op: ModuleOp) -> None:
        if self.mode == "exact":
            raise OperationError(list(op.walk())[-1], "cannot go on", ("because", "and so"))
        if self.count == 1:
            raise VerifyException("no good")
        if self.count == 2:
            raise KeyError("bug")
        if self.count == 3:
            function = op.body.block.first_op
            assert isinstance(function, FuncOp)
            block = function.body.block
            negation = arith.NegfOp.create(operands=block.args, result_types=[f32])
            block.insert_ops_before([negation], next(iter(block.ops)))


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PASSES, "probe", PassEntry("a pass for tests", lambda: _Probe))


@pytest.mark.usefixtures("probe")
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", _Probe()),
        ("mesh=4x8", _Probe(mesh="4x8")),
        ("mesh='a b' time-limit=1", _Probe(mesh="a b", time_limit=1.0)),
        ("mesh={a {b} c} time-limit=1e-3", _Probe(mesh="a {b} c", time_limit=1e-3)),
        ("explain count=-3", _Probe(explain=True, count=-3)),
        ("explain=false", _Probe()),
        ("mesh=/tmp/x.json,y mode=exact", _Probe(mesh="/tmp/x.json,y", mode="exact")),
        ("sizes=1,2,3", _Probe(sizes=(1, 2, 3))),
    ],
)
def test_pass_options(options: str, expected: _Probe):
    assert pipeline.parse_flag("probe", options) == expected
    assert pipeline.parse_pipeline(f"builtin.module(any(probe{{{options}}}),func.func(probe))") == [
        expected,
        _Probe(),
    ]


@pytest.mark.usefixtures("probe")
@pytest.mark.parametrize(
    ("options", "message", "column"),
    [
        ("mehs=1", "unknown option 'mehs'; did you mean 'mesh'?; the options are 'count', 'explain', 'mesh'", 1),
        ("count=1 time-limit=soon", "option 'time-limit' expects a number, got 'soon'", 9),
        ("count=1.5", "option 'count' expects an integer, got '1.5'", 1),
        ("mesh", "option 'mesh' expects a text, got nothing", 1),
        ("explain=maybe", "option 'explain' expects true or false, got 'maybe'", 1),
        ("mode=slow", "option 'mode' expects one of 'fast', 'exact', got 'slow'", 1),
        ("count=1 count=2", "option 'count' is given twice", 9),
        ("sizes=1,b", "option 'sizes' expects a comma-separated list, each an integer, got '1,b'", 1),
    ],
)
def test_wrong_pass_options(options: str, message: str, column: int):
    with pytest.raises(pipeline.UsageError) as caught:
        pipeline.parse_flag("probe", options)
    assert message in str(caught.value)
    assert (caught.value.column, caught.value.text) == (column, options)


@pytest.mark.usefixtures("probe")
def test_errors_of_a_pass(opt: Opt):
    at_an_op = opt("--probe=mode=exact", stdin=ADD).stderr.splitlines()
    assert at_an_op[0] == "<stdin>:3:3: error: 'func.return' op cannot go on"
    assert [line for line in at_an_op if "note" in line] == ["<stdin>:3:3: note: because", "<stdin>:3:3: note: and so"]
    assert opt("--probe=count=1", stdin=ADD).stderr.startswith("<stdin>:1:1: error: probe: no good\n")
    bug = opt("--probe=count=2", stdin=ADD)
    assert bug == Result(1, "", "<stdin>: error: internal error: KeyError: 'bug'; please report it\n")


@pytest.mark.usefixtures("probe")
def test_a_pass_whose_result_does_not_verify(opt: Opt):
    result = opt("--probe=count=3", stdin=ADD)
    assert "<stdin>:1:1: error: 'arith.negf' op " in result.stderr
    assert "note: after pass 'probe'" in result.stderr
    assert opt("--probe=count=3", "--verify-each=false", stdin=ADD).exit_code == 0


@pytest.mark.usefixtures("probe")
def test_debug_shows_the_traceback(opt: Opt, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LLMSYS_DEBUG", "1")
    assert "Traceback" in opt("--probe=count=2", stdin=ADD).stderr


def test_no_implicit_module(opt: Opt):
    assert opt("--no-implicit-module", stdin="module {}").exit_code == 0
    assert "expected a single 'builtin.module'" in opt("--no-implicit-module", stdin=ADD).stderr


def test_unknown_dialects_are_kept_if_allowed(opt: Opt):
    text = '"no.op"() {a = #no.attr<1>} : () -> !no.type'
    result = opt("--allow-unregistered-dialect", stdin=text)
    assert '%0 = "no.op"() {a = #no.attr<1>} : () -> !no.type' in result.stdout
    assert "dialect 'no' not found" in opt("--allow-unregistered-dialect", stdin="no.op").stderr


def test_unknown_attribute_names_are_always_kept(opt: Opt):
    text = 'func.func @f(%a: f32 {no.such = "x"}) attributes {llmsys.rule = "y"} { return }'
    assert '{no.such = "x"}) attributes {llmsys.rule = "y"}' in opt(stdin=text).stdout


@pytest.mark.parametrize("value", ["true", "[1, 0]", '"0xB66DDBB66DDBB66DDBB66DDBB66DDBB601"', "0xFF800000"])
def test_printing_is_stable(opt: Opt, value: str):
    kind = {"true": "1000000000xi1", "[1, 0]": "2xi32", "0xFF800000": "9999999x99999xf32"}.get(value, "130xi1")
    once = opt(stdin=f"func.func @f() {{ %0 = arith.constant dense<{value}> : tensor<{kind}> return }}")
    assert f"dense<{value}> : tensor<{kind}>" in once.stdout
    assert opt(stdin=once.stdout).stdout == once.stdout


@pytest.mark.parametrize(
    ("expectation", "code"),
    [
        ("// expected-error @+1 {{custom op}}\nretrun", 0),
        ("retrun\n// expected-error @-1 {{is unknown}}", 0),
        ("// expected-error @unknown {{is unknown}}\nretrun", 0),
        ("// expected-warning @+1 {{is unknown}}\nretrun", 1),
        ("// expected-error @+1 {{is known}}\nretrun", 1),
        ("retrun", 1),
        ("module {} // expected-error {{anything}}", 1),
        ("module {}", 0),
    ],
)
def test_verify_diagnostics(opt: Opt, expectation: str, code: int):
    assert opt("--verify-diagnostics", stdin=expectation).exit_code == code


def test_help_imports_nothing_heavy_and_is_fast():
    script = (
        "import sys; from llmsys_ir.tools.llmsys_opt import main; main(['--help']);"
        "heavy = {'ortools', 'jax', 'lark', 'numpy', 'torch', 'llmsys_passes'} & sys.modules.keys();"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    start = time.monotonic()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - start < 5
    for name, entry in PASSES.items():
        assert f"--{name}" in done.stdout
        assert all(option in done.stdout for option in entry.options)
    assert all(name in done.stdout for name in command_line.FLAGS)


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.rglob("filecheck/*/*.mlir")), ids=lambda path: path.name)
def test_lexer_agrees_with_xdsl(path: Path):
    def tokens(lexer: MLIRLexer) -> Iterator[tuple[MLIRTokenKind, int, int]]:
        while True:
            token = lexer.lex()
            yield token.kind, token.span.start, token.span.end
            if token.kind is MLIRTokenKind.EOF:
                return

    source = Input(path.read_text(encoding="utf-8"), path.name)
    for ours, theirs in zip(tokens(LinearLexer(source)), tokens(MLIRLexer(source)), strict=True):
        assert ours == theirs


def test_version(opt: Opt):
    assert "llmsys-ir " in opt("--version").stdout
    assert "xdsl 0.74.0" in opt("--version").stdout


@pytest.mark.parametrize("name", PASSES)
def test_help_lists_the_options_of_a_pass(name: str):
    pass_type = PASSES[name].factory()
    options = {field.name.replace("_", "-") for field in dataclasses.fields(pass_type)}
    assert options == PASSES[name].options.keys()
    assert pass_type.name == name


def test_a_closed_pipe_is_silent(tmp_path: Path):
    path = tmp_path / "big.mlir"
    path.write_text("".join(f"func.func private @f{i}(tensor<4x8xf32>)\n" for i in range(3000)))
    script = "import sys; from llmsys_ir.tools.llmsys_opt import main; sys.exit(main())"
    command = f'"{sys.executable}" -c "{script}" "{path}" | head -1'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout == "module {\n"
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (0.0, f32, "0.000000e+00"),
        (-0.0, f32, "-0.000000e+00"),
        (1.0, f64, "1.000000e+00"),
        (0.0999755859375, f16, "9.997550e-02"),
        (float("inf"), f16, "0x7C00"),
        (123456.789, f64, "123456.789"),
        (1e100, f64, "1.000000e+100"),
        (1.2345678e-9, f64, "1.2345677999999999E-9"),
        (16777217.0, f64, "0x4170000010000000"),
    ],
)
def test_floats(value: float, kind: type, text: str):
    assert float_text(value, kind) == text  # pyright: ignore[reportArgumentType]


@given(st.lists(st.floats(width=32, allow_nan=False), min_size=20, max_size=60))
def test_floats_are_what_mlir_opt_prints(values: list[float]):
    oracle = require_oracle("mlir-opt-19")
    ops = "\n".join(
        f'"t.op"() {{a = 0x{f32.pack([value])[::-1].hex()} : f32, b = {value!r} : f64}} : () -> ()'
        for value in values
        if "e" not in repr(value) and "inf" not in repr(value)
    )
    done = subprocess.run(
        [oracle, "--allow-unregistered-dialect"], input=ops, capture_output=True, text=True, check=True
    )
    for value, line in zip(
        [value for value in values if "e" not in repr(value) and "inf" not in repr(value)],
        [line for line in done.stdout.splitlines() if "t.op" in line],
        strict=True,
    ):
        assert f"a = {float_text(value, f32)} : f32, b = {float_text(value, f64)} : f64" in line
