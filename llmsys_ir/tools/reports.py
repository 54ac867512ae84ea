"""What a tool tells its user: a message, where, and the source line with a caret, as mlir-opt writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from xdsl.dialects.builtin import CallSiteLoc, FileLineColLoc, FusedLoc, LocationAttr, NameLoc
from xdsl.ir import Attribute, Operation
from xdsl.utils.exceptions import DiagnosticException, ParseError, VerifyException
from xdsl.utils.lexer import Span

from llmsys_ir.diagnostics import OperationError, SyntaxParseError, UserError, name_of

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

_LONGEST_LINE = 1000
"""Of a longer source line only as much is shown, around the column of the report."""

_LONGEST_MESSAGE = 4000
"""A longer message, which repeats a name or an attribute of that length, is cut off."""


@dataclass(frozen=True)
class Place:
    """A position in a file; `line` and `column` count from one, and zero means that they are not known."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Report:
    """One message; `notes`, and errors that follow from it, are printed after it, each at its own place."""

    place: Place
    message: str
    severity: str = "error"
    notes: tuple[Report, ...] = ()

    def flat(self) -> Iterator[Report]:
        """The report itself, then its notes."""
        yield self
        yield from self.notes


class VerificationError(VerifyException):
    """An op that does not verify; the message is shown with the op's name in front, unless it is `bare`."""

    def __init__(
        self, op: Operation, message: str, notes: tuple[tuple[Operation, str], ...] = (), *, bare: bool = False
    ):
        super().__init__(message)
        self.op = op
        self.notes = notes
        self.bare = bare


class Sources:
    """The texts that reports may point into, by file name."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}

    def add(self, file: str, text: str) -> None:
        """Remember `text` as the content of `file`."""
        self._lines[file] = text.split("\n")

    def line(self, place: Place) -> str | None:
        """The source line that `place` is on, if it is known."""
        lines = self._lines.get(place.file, [])
        return _CONTROL.sub(" ", lines[place.line - 1]) if 0 < place.line <= len(lines) else None


def write_report(report: Report, sources: Sources, stream: TextIO) -> None:
    """Write a report and its notes, each with its source line and a caret under the column."""
    for part in report.flat():
        stream.write(f"{part.place}: {part.severity}: {part.message}\n")
        if line := sources.line(part.place):
            line, column = _window(line, part.place.column)
            stream.write(f"{line}\n{_indent(line, column)}^\n")


def _window(line: str, column: int) -> tuple[str, int]:
    """A line, or the part of a very long one around a column, and the column in it."""
    if len(line) <= _LONGEST_LINE:
        return line, column
    start = max(0, column - 1 - _LONGEST_LINE // 2)
    end = start + _LONGEST_LINE
    before, after = "..." if start else "", "..." if end < len(line) else ""
    return before + line[start:end] + after, column - start + len(before)


def _indent(line: str, column: int) -> str:
    return "".join("\t" if char == "\t" else " " for char in line[: column - 1]).ljust(column - 1)


def report_of(error: BaseException, file: str) -> Report | None:
    """The report of an error that a user can cause, or None for an error in the program itself."""
    match error:
        case SyntaxParseError() if error.consequence is not None:
            return Report(span_place(error.span), one_line(error.msg), notes=(_of_parsing(error.consequence),))
        case ParseError():
            return _of_parsing(error)
        case VerificationError():
            notes = tuple(_about(op, note, file, "note") for op, note in error.notes)
            message = one_line(str(error))
            return _about(error.op, message if error.bare else op_message(error.op, message), file, notes=notes)
        case OperationError():
            notes = tuple(_about(error.op, note, file, "note") for note in error.notes)
            return _about(error.op, op_message(error.op, str(error)), file, notes=notes)
        case UserError():
            return Report(Place(file), one_line(str(error)))
        case DiagnosticException():
            return Report(Place(file, 1, 1), one_line(str(error)) or type(error).__name__)
        case OSError():
            return Report(Place(str(error.filename or file)), f"cannot open: {error.strerror or error}")
        case RecursionError():
            return Report(Place(file), "nested too deeply")
        case MemoryError():
            return Report(Place(file), "out of memory")
        case _:
            return None


def _of_parsing(error: ParseError) -> Report:
    return Report(span_place(error.span), one_line(error.msg))


def _about(op: Operation, message: str, file: str, severity: str = "error", notes: tuple[Report, ...] = ()) -> Report:
    return Report(op_place(op) or Place(file), message, severity, notes)


def op_message(op: Operation, message: str) -> str:
    """`message` with MLIR's prefix `'dialect.op' op`, once."""
    prefix = f"'{name_of(op)}' op "
    return message if message.startswith(prefix) else prefix + message


def one_line(message: str) -> str:
    """A message of several lines as one; what xDSL appends after an empty line is left out."""
    lines = message.strip().split("\n\n")[0].splitlines()
    text = " ".join(line.strip() for line in lines)
    return text if len(text) <= _LONGEST_MESSAGE else text[:_LONGEST_MESSAGE] + "..."


def span_place(span: Span[str] | Span[bytes]) -> Place:
    """Where a span starts."""
    location = span.get_location()
    return Place(location.file, location.line, location.col)


def op_place(op: Operation) -> Place | None:
    """Where an op, or the nearest op around it that says so, comes from."""
    around: Operation | None = op
    while around is not None:
        if (place := location_place(around.location)) is not None:
            return place
        around = around.parent_op()
    return None


def location_place(location: LocationAttr | Attribute) -> Place | None:
    """The file position in a location, if it has one."""
    match location:
        case FileLineColLoc():
            return Place(location.filename.data, location.line.data, location.column.data)
        case NameLoc():
            return location_place(location.location)
        case CallSiteLoc():
            return location_place(location.callee)
        case FusedLoc():
            parts = getattr(location.locations, "data", ())
            return next((place for part in parts if (place := location_place(part))), None)
        case _:
            return None
