"""`llmsys-opt`: read a program, run passes on it, write the result."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import TextIO

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass
from xdsl.utils.exceptions import DiagnosticException, PassFailedException

from llmsys_ir import dialects
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.tools.command_line import OptSettings, help_text, parse_arguments
from llmsys_ir.tools.driver import Console, input_name, parse_module, read_text, verify_module, write_text
from llmsys_ir.tools.expectations import parse_expectations, unmet
from llmsys_ir.tools.pipeline import UsageError
from llmsys_ir.tools.printing import module_text
from llmsys_ir.tools.reports import Report, VerificationError
from llmsys_ir.tools.timing import Timer

_TITLES = {"canonicalize": "Canonicalizer", "cse": "CSE", "inline": "Inliner", "symbol-dce": "SymbolDCE"}
"""The names that MLIR's reports have for its passes, where they are not those of the classes here."""


def main(
    argv: Sequence[str] | None = None,
    *,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Run the tool on the arguments after its name; the result is its exit code."""
    console = Console("llmsys-opt", stdin or sys.stdin, stdout or sys.stdout, stderr or sys.stderr)
    with console.guard("llmsys-opt"):
        try:
            settings = parse_arguments(sys.argv[1:] if argv is None else argv)
        except UsageError as error:
            console.fail(str(error))
            if error.column:
                console.stderr.write(f"{error.text}\n{'^':>{error.column}}\n")
            return console.exit_code
        if settings.help or settings.version:
            console.stdout.write(help_text() if settings.help else _version_text())
        else:
            _Run(settings, console).run()
        console.stdout.flush()
    return console.exit_code


def _version_text() -> str:
    return "".join(f"{name} {_version(name)}\n" for name in ("llmsys-ir", "xdsl"))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"


@dataclass(frozen=True)
class _Chunk:
    """A part of the input that is a program of its own; `first_line` is the number of its first line."""

    text: str
    first_line: int


def _split(text: str, marker: str | None) -> Iterator[_Chunk]:
    """The parts of a text between lines that consist of the marker."""
    if marker is None:
        yield _Chunk(text, 1)
        return
    lines = text.split("\n")
    start = 0
    for number, line in enumerate(lines):
        if line.rstrip() == marker:
            yield _Chunk("\n".join(lines[start:number]), start + 1)
            start = number + 1
    yield _Chunk("\n".join(lines[start:]), start + 1)


@dataclass
class _Run:
    """One run of the tool: the settings, where messages go, and what has been printed so far."""

    settings: OptSettings
    console: Console
    timer: Timer = field(default_factory=Timer)

    def run(self) -> None:
        settings, console = self.settings, self.console
        name = input_name(settings.input)
        with console.guard(name):
            text = read_text(settings.input, console.stdin)
            console.sources.add(name, text)
            chunks = _split(text, settings.split_marker)
            outputs = [self._process(chunk, name) for chunk in chunks]
            marker = f"{settings.split_marker}\n"
            if console.exit_code == 0 or settings.output == "-":
                with self.timer.step("Output"):
                    write_text(settings.output, marker.join(outputs), console.stdout)
        if settings.timing:
            console.stderr.write(self.timer.table())

    def _process(self, chunk: _Chunk, name: str) -> str:
        """The output for one chunk, empty if it fails."""
        if not self.settings.verify_diagnostics:
            return self._guarded(chunk, name)
        reports: list[Report] = []
        self.console.handler = reports.append
        output = self._guarded(chunk, name)
        self.console.handler = None
        expectations = parse_expectations(chunk.text, name, chunk.first_line)
        for report in unmet(expectations, reports):
            self.console.report(report)
        return output

    def _guarded(self, chunk: _Chunk, name: str) -> str:
        with self.console.guard(name):
            return self._transformed(chunk, name)
        return ""

    def _transformed(self, chunk: _Chunk, name: str) -> str:
        settings = self.settings
        context = dialects.context(settings.allow_unregistered)
        with self.timer.step("Parser"):
            module = parse_module(
                context,
                chunk.text,
                name,
                settings.implicit_module,
                first_line=chunk.first_line,
                allow_empty=settings.split_marker is not None,
            )
            verify_module(module, strict=settings.verify_strictly)
        for module_pass in settings.passes:
            with self.timer.step(_title(module_pass)):
                self._apply(module_pass, context, module)
            if settings.print_after_all:
                self._dump(module_pass, module)
        with self.timer.step("Output"):
            return module_text(module, generic=settings.generic) + "\n"

    def _apply(self, module_pass: ModulePass, context: Context, module: ModuleOp) -> None:
        try:
            module_pass.apply(context, module)
        except (OperationError, VerificationError):
            raise
        except DiagnosticException as error:
            prefix = f"{module_pass.name}: "
            raise PassFailedException(prefix + str(error).removeprefix(prefix)) from error
        if not self.settings.verify_each:
            return
        try:
            verify_module(module, strict=self.settings.verify_strictly)
        except VerificationError as error:
            notes = ((error.op, f"after pass '{module_pass.name}'"),)
            raise VerificationError(error.op, str(error), notes, bare=error.bare) from error

    def _dump(self, module_pass: ModulePass, module: ModuleOp) -> None:
        title = f"IR Dump After {_title(module_pass)} ({module_pass.name})"
        text = module_text(module, generic=self.settings.generic)
        self.console.stderr.write(f"// -----// {title} //----- //\n{text}\n\n")


def _title(module_pass: ModulePass) -> str:
    """A pass's name in reports, such as `ShardingPropagation`."""
    return _TITLES.get(module_pass.name, type(module_pass).__name__.removesuffix("Pass"))
