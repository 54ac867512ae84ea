"""Runs the RUN lines of a test file, as LLVM's lit does; our tools and FileCheck run in this process.

Known in a RUN line: `%s` (the file), `%t` (a scratch path), `%S` (the file's folder), a `\\` at the end of a
line, pipes, `&&`, `<`, `>`, `2>`, `2>&1`, `not`, and `diff`.
"""

from __future__ import annotations

import difflib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

import pytest

_RUN = re.compile(r"RUN:(.*)")
_TOKEN = re.compile(r"""2>&1|2>|&&|[|<>]|(?:[^\s'"|<>&]|&(?!&)|'[^']*'|"(?:\\.|[^"\\])*")+""")
_OPERATORS = ("2>&1", "2>", "&&", "|", "<", ">")


@dataclass(frozen=True)
class Result:
    """What a command did."""

    exit_code: int
    stdout: str
    stderr: str


@dataclass
class Command:
    """One command of a pipe, with its redirections."""

    words: list[str] = field(default_factory=list[str])
    stdin: str | None = None
    stdout: str | None = None
    stderr: str | None = None
    merged: bool = False


def require_oracle(name: str) -> str:
    """The path of a program that a test compares with, such as `mlir-opt-19`.

    Without it the test is skipped; with `LLMSYS_REQUIRE_ORACLES=1`, as in CI, it fails.
    """
    path = shutil.which(name)
    if path is None and os.environ.get("LLMSYS_REQUIRE_ORACLES") == "1":
        pytest.fail(f"{name} is not installed, and LLMSYS_REQUIRE_ORACLES=1")
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def run_tool(main: Callable[..., int | None], arguments: Sequence[str], stdin: str = "") -> Result:
    """Run a tool's `main` in this process."""
    out, err = io.StringIO(), io.StringIO()
    saved, sys.stdin = sys.stdin, io.StringIO(stdin)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(list(arguments))
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1 if stop.code else 0
    finally:
        sys.stdin = saved
    return Result(code or 0, out.getvalue(), err.getvalue())


def run_file(path: Path, scratch: Path) -> None:
    """Run every RUN line of a file; the first that fails fails the test, with what it printed."""
    lines = run_lines(path.read_text(encoding="utf-8"))
    if not lines:
        pytest.fail(f"{path} has no RUN line")
    for line in lines:
        substituted = _substituted(line, {"s": path, "S": path.parent, "t": scratch})
        _run_line(substituted)


def run_lines(text: str) -> list[str]:
    """The RUN lines of a test, with continued lines joined."""
    lines: list[str] = []
    continued = False
    for match in _RUN.finditer(text):
        part = match[1].strip()
        lines += [] if continued else [""]
        continued = part.endswith("\\")
        lines[-1] += " " + part.rstrip("\\").strip()
    return [line.strip() for line in lines]


def _substituted(line: str, values: dict[str, Path]) -> str:
    return re.sub(r"%([sSt%])", lambda match: str(values.get(match[1], match[1])), line)


def _run_line(line: str) -> None:
    for pipe in _pipes(line):
        text, result = "", Result(0, "", "")
        noise = ""
        for command in pipe:
            result = _run_command(command, text)
            text = result.stdout
            noise += result.stderr
            if result.exit_code != 0:
                _fail(line, command, result, noise)


def _fail(line: str, command: Command, result: Result, noise: str) -> None:
    parts = [f"RUN: {line}", f"failed with exit code {result.exit_code}: {shlex.join(command.words)}"]
    parts += [part for part in (noise.rstrip(), result.stdout.rstrip()) if part]
    pytest.fail("\n\n".join(parts), pytrace=False)


def _pipes(line: str) -> Iterator[list[Command]]:
    pipe = [Command()]
    tokens = iter(_TOKEN.findall(line))
    for token in tokens:
        if token == "&&":
            yield pipe
            pipe = [Command()]
        elif token == "|":
            pipe.append(Command())
        elif token in _OPERATORS:
            _redirect(pipe[-1], token, tokens)
        else:
            pipe[-1].words.append("".join(shlex.split(token)))
    yield pipe


def _redirect(command: Command, operator: str, tokens: Iterator[str]) -> None:
    match operator:
        case "2>&1":
            command.merged = True
        case "2>":
            command.stderr = next(tokens)
        case "<":
            command.stdin = next(tokens)
        case _:
            command.stdout = next(tokens)


def _run_command(command: Command, stdin: str) -> Result:
    if command.stdin is not None:
        stdin = Path(command.stdin).read_text(encoding="utf-8")
    result = _execute(command.words, stdin)
    if command.merged:
        result = Result(result.exit_code, result.stderr + result.stdout, "")
    if command.stderr is not None:
        Path(command.stderr).write_text(result.stderr, encoding="utf-8")
        result = Result(result.exit_code, result.stdout, "")
    if command.stdout is not None:
        Path(command.stdout).write_text(result.stdout, encoding="utf-8")
        result = Result(result.exit_code, "", result.stderr)
    return result


def _execute(words: list[str], stdin: str) -> Result:
    match words:
        case ["not", *rest]:
            result = _execute(rest, stdin)
            return Result(int(result.exit_code == 0), result.stdout, result.stderr)
        case ["filecheck" | "FileCheck", *arguments]:
            return _filecheck(arguments, stdin)
        case ["diff", left, right]:
            return _diff(left, right, stdin)
        case [name, *arguments] if name in _TOOLS:
            return run_tool(import_module(_TOOLS[name]).main, arguments, stdin)
        case [name, *arguments]:
            done = subprocess.run(
                [require_oracle(name), *arguments], input=stdin, capture_output=True, text=True, check=False
            )
            return Result(done.returncode, done.stdout, done.stderr)
        case _:
            return Result(2, "", "empty command")


_TOOLS = {
    "llmsys-opt": "llmsys_ir.tools.llmsys_opt",
    "llmsys-run": "llmsys_ir.tools.llmsys_run",
    "llmsys-solve": "llmsys_ir.tools.llmsys_solve",
}


def _filecheck(arguments: list[str], stdin: str) -> Result:
    from filecheck.main import main

    result = run_tool(main, ["filecheck", *arguments], stdin)
    shown = f"{result.stderr}\nthe input was:\n{stdin}" if result.exit_code else result.stderr
    return Result(result.exit_code, result.stdout, shown)


def _diff(left: str, right: str, stdin: str) -> Result:
    old, new = (stdin if path == "-" else Path(path).read_text(encoding="utf-8") for path in (left, right))
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), left, right)
    return Result(int(old != new), "".join(lines), "")
