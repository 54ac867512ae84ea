"""Text that is made to hurt ends in one error, soon and in little memory."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from filecheck_runner import run_tool

from llmsys_ir.tools import llmsys_opt

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.mlir"))
DOCUMENT = next(path for path in EXAMPLES if path.name == "document.mlir")

SECONDS = 5
BYTES = 1 << 30
DEEP = 10_000
LONG = 50_000_000
SCRIPT = "import sys; from llmsys_ir.tools.llmsys_opt import main; sys.exit(main())"


def attribute(text: str) -> str:
    return f"module attributes {{a.b = {text}}} {{}}"


def argument(type_: str) -> str:
    return f"func.func @f(%a: {type_}) {{ return }}"


def constant(value: str, type_: str = "tensor<1000000x1000000xi32>") -> str:
    return f"func.func @f() {{ %0 = arith.constant dense<{value}> : {type_} return }}"


def nested(before: str, after: str) -> str:
    return before * DEEP + after * DEEP


ERRORS = {
    "nested regions": (nested("module {", "}"), "nested too deeply"),
    "nested regions in generic form": (nested('"builtin.module"() ({', "}) : () -> ()"), "nested too deeply"),
    "nested functions": (nested("func.func @f() {", "}"), "nested too deeply"),
    "nested parentheses": ("func.func @f" + nested("(", ")"), "nested too deeply"),
    "parentheses that are not closed": ("(" * DEEP, "expected an operation"),
    "nested arrays": (attribute(nested("[", "]")), "nested too deeply"),
    "nested dictionaries": (attribute(nested("{a = ", "}")), "nested too deeply"),
    "nested dense lists": (constant(nested("[", "]")), "nested too deeply"),
    "nested tensors": (argument(nested("tensor<4x", ">")), "nested too deeply"),
    "nested tuples": (argument(nested("tuple<", ">")), "nested too deeply"),
    "nested function types": (argument("(" * DEEP + "i32" + ") -> i32" * DEEP), "nested too deeply"),
    "nested affine expressions": (attribute(f"affine_map<(d0) -> ({nested('(', ')')})>"), "nested too deeply"),
    "long affine expression": (attribute(f"affine_map<(d0) -> ({'d0 + ' * DEEP}d0)>"), "nested too deeply"),
    "nested locations": ("module {} loc(" + nested("fused[", "]"), "nested too deeply"),
    "size of a million digits": (argument(f"tensor<{'9' * 1_000_000}xf32>"), "number of too many digits"),
    "number of a million digits": (attribute("9" * 1_000_000), "number of too many digits"),
    "integer of 10^11 bits": (attribute("array<i99999999999: 1>"), "integer bitwidth is limited to 16777215 bits"),
    "integer of 10^100000 bits": (argument("i" + "9" * 100_000), "integer bitwidth is limited to 16777215 bits"),
    "too few elements": (constant("[1, 2]"), "shape mismatch"),
    "NUL bytes": ("\0" * 1000, "unexpected character"),
    "invalid UTF-8": (b"module {} // \xff", "not UTF-8: byte 0xff"),
    "UTF-16": ("module {}".encode("utf-16"), "not UTF-8: byte 0xff"),
    "long line": (b"module {}" + b" " * LONG + b"broken", "custom op 'broken' is unknown"),
    "long name": (b"module { " + b"x" * LONG, "is unknown"),
    "long number": (attribute("1" * LONG), "number of too many digits"),
    "string that is not closed": (b'module attributes {a.b = "' + b"x" * LONG, "string literal is malformed"),
    "cycle of aliases": ("#a = #b\n#b = #a\n" + attribute("#a"), "undefined symbol alias '#b'"),
    "alias of itself": ("#a = [#a]\n" + attribute("#a"), "undefined symbol alias '#a'"),
    "cycle of type aliases": ("!a = tensor<4x!b>\n!b = !a\n" + argument("!a"), "undefined symbol alias '!b'"),
    "aliases that double": (
        "#a0 = [1, 2]\n" + "".join(f"#a{i + 1} = [#a{i}, #a{i}]\n" for i in range(60)) + attribute("#a60"),
        "stands for more than 65536 other aliases",
    ),
    "a billion results": ('%0:1000000000 = "builtin.unrealized_conversion_cast"() : () -> ()', "0 results"),
}

VALID = {
    "size of 31 digits": argument(f"tensor<1{'0' * 30}xf32>"),
    "100,000 dims": argument(f"tensor<{'2x' * 100_000}f32>"),
    "10^12 elements": constant("1"),
    "10^12 booleans": constant("true", "tensor<1000000x1000000xi1>"),
    "10^12 elements in hex": constant('"0x01000000"'),
    "10,000 blocks": "func.func @f() { cf.br ^b0 "
    + "".join(f"^b{i}: cf.br ^b{i + 1} " for i in range(DEEP))
    + f"^b{DEEP}: return }}",
}


def run_limited(path: Path, text: str | bytes) -> subprocess.CompletedProcess[str]:
    """Run llmsys-opt on a text in a process of limited memory and time."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path), "-o", str(path.with_suffix(".out"))],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.parametrize("name", ERRORS)
def test_hostile_text_ends_in_an_error(tmp_path: Path, name: str):
    text, message = ERRORS[name]
    done = run_limited(tmp_path / "in.mlir", text)
    first = done.stderr.partition("\n")[0]
    assert done.returncode == 1, done.stderr[:1000]
    assert message.lower() in first.lower()
    assert first.startswith(f"{tmp_path / 'in.mlir'}:") and ": error: " in first
    assert len(done.stderr) < 10_000


@pytest.mark.parametrize("name", VALID)
def test_large_text_is_read(tmp_path: Path, name: str):
    done = run_limited(tmp_path / "in.mlir", VALID[name])
    assert (done.returncode, done.stderr[:1000]) == (0, "")


def check_result(text: str) -> None:
    """A program that may be broken is taken, or refused with an error at a place in it."""
    result = run_tool(llmsys_opt.main, [], text)
    assert "internal error" not in result.stderr and "Traceback" not in result.stderr, text
    assert result.exit_code in (0, 1)
    if result.exit_code == 1:
        assert result.stderr.startswith("<stdin>:") and ": error: " in result.stderr.partition("\n")[0], text


def test_every_prefix_of_a_program():
    text = DOCUMENT.read_text()
    for end in range(len(text)):
        check_result(text[:end])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_single_byte_edits(path: Path):
    """Replace, insert or delete one character."""
    text = path.read_text()
    generator = random.Random(path.name)
    alphabet = sorted({*text, *"\0\t\\;^~$&?é"})
    for _ in range(2000 // len(EXAMPLES)):
        at = generator.randrange(len(text))
        new = generator.choice(["", generator.choice(alphabet)])
        kept = at + generator.randrange(2)
        check_result(text[:at] + new + text[kept:])
