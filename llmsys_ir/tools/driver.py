"""What the tools share: streams, reading, parsing and verifying a program, and errors as messages.

A tool runs its work inside `Console.guard`, which turns every exception into a report on stderr:

    with console.guard(path):
        text = read_text(path, console.stdin)
        module = load(text, path, context(), console.sources)
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.utils.exceptions import ArgSpecParseError, ParseError
from xdsl.utils.lexer import Input, Span

from llmsys_ir.collecting import rarely_collecting
from llmsys_ir.tools.parsing import parse_module
from llmsys_ir.tools.reports import Place, Report, Sources, report_of, write_report
from llmsys_ir.tools.verification import verify_module

if TYPE_CHECKING:
    from llmsys_ir.runtime.engines.mpi import Ranks

__all__ = [
    "ArgumentParser",
    "Console",
    "input_name",
    "load",
    "parse_module",
    "read_text",
    "run_on_ranks",
    "verify_module",
    "write_text",
]

INTERRUPTED = 130
"""The exit code of a program that was stopped with Ctrl-C: 128 + SIGINT."""


@dataclass
class Console:
    """A tool's streams, the texts that it has read, and whether anything has gone wrong."""

    tool: str
    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)
    sources: Sources = field(default_factory=Sources)
    exit_code: int = 0
    handler: Callable[[Report], None] | None = None
    """Takes reports instead of stderr, if it is set."""

    def report(self, report: Report) -> None:
        """Show a report; an error makes the tool fail."""
        if self.handler is not None:
            self.handler(report)
            return
        write_report(report, self.sources, self.stderr)
        if report.severity == "error":
            self.exit_code = 1

    def fail(self, message: str) -> None:
        """Report an error of the command line."""
        self.stderr.write(f"{self.tool}: error: {message}\n")
        self.exit_code = 1

    @contextmanager
    def guard(self, file: str) -> Generator[None]:
        """Report every exception of the block, as errors in `file` where they do not say better."""
        try:
            with rarely_collecting():
                yield
        except BrokenPipeError:
            _discard(self.stdout)
        except KeyboardInterrupt:
            self.stderr.write(f"{self.tool}: interrupted\n")
            self.exit_code = INTERRUPTED
        except Exception as error:
            if isinstance(error, ParseError) and isinstance(text := error.span.input.content, str):
                self.sources.add(error.span.input.name, text)
            self.report(report_of(error, file) or _internal_error(error, file))
            if os.environ.get("LLMSYS_DEBUG") == "1":
                traceback.print_exception(error, file=self.stderr)
        except ArgSpecParseError as error:  # which is no Exception
            self.report(Report(Place(file), str(error).strip().splitlines()[-1].strip()))


class ArgumentParser(argparse.ArgumentParser):
    """Leaves the exit code of a wrong command line to the tool, by raising an error that says where to look."""

    def error(self, message: str):
        """Raise the error."""
        raise argparse.ArgumentError(None, f"{message}; see {self.prog} --help")


def run_on_ranks(console: Console, file: str, work: Callable[[Ranks], None]) -> int:
    """Rank 0 of MPI does the work, reported as in `Console.guard`, and the others what it sends them; the exit code."""
    with console.guard(file):
        from llmsys_ir.runtime.engines.mpi import join

        ranks = join()
        if not ranks.is_first:
            ranks.serve()
            return 0
        try:
            with console.guard(file):
                work(ranks)
        finally:
            ranks.end()
    return console.exit_code


def _discard(stream: TextIO) -> None:
    """Let what is left in `stream`'s buffer go nowhere, so that the interpreter's exit stays silent."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _internal_error(error: Exception, file: str) -> Report:
    text = " ".join(str(error).split()) or "no message"
    return Report(Place(file), f"internal error: {type(error).__name__}: {text}; please report it")


def input_name(path: str) -> str:
    """How messages name the input at `path`."""
    return "<stdin>" if path == "-" else path


def read_text(path: str, stdin: TextIO) -> str:
    """The text of a file, or of `stdin` for `-`.

    Raises:
        ParseError: at the first byte that is not UTF-8.
        OSError: if the file cannot be read.
    """
    if path != "-":
        return _decoded(Path(path).read_bytes(), path)
    raw = getattr(stdin, "buffer", None)
    return stdin.read() if raw is None else _decoded(raw.read(), input_name(path))


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", errors="replace")
        at = len(data[: error.start].decode("utf-8"))
        message = f"not UTF-8: byte 0x{data[error.start]:02x}"
        raise ParseError(Span(at, at, Input(text, name)), message) from error


def load(
    text: str,
    path: str,
    context: Context,
    sources: Sources,
    *,
    implicit_module: bool = True,
    verify: bool = True,
) -> ModuleOp:
    """Parse and verify a program; messages about it can then show its lines.

    Raises:
        ParseError: if the text is malformed.
        VerificationError: for the first op that does not verify.
    """
    name = input_name(path)
    sources.add(name, text)
    module = parse_module(context, text, name, implicit_module)
    if verify:
        verify_module(module)
    return module


def write_text(path: str, text: str, stdout: TextIO) -> None:
    """Write to a file, or to `stdout` for `-`; a file appears whole or not at all.

    Raises:
        OSError: if the file cannot be written.
    """
    if path == "-":
        stdout.write(text)
        stdout.flush()
        return
    target = Path(path)
    if target.exists() and not target.is_file():
        target.write_text(text, encoding="utf-8")
        return
    try:
        _replace(target, text)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error


def _replace(target: Path, text: str) -> None:
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with open(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.chmod(temporary, target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
