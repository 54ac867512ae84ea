"""`--verify-diagnostics`: the errors that a text's comments expect, held against those that happen.

`// expected-error {{text}}` expects an error on its line whose message contains `text`; `@+2`, `@-1`,
`@above` and `@below` move it to another line, `@unknown` is for errors without a line, `-re` makes what
stands in inner `{{...}}` a regular expression; `warning`, `remark` and `note` are the other kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from llmsys_ir.tools.reports import Place, Report

_COMMENT = re.compile(
    r"expected-(?P<kind>error|warning|remark|note)(?P<regex>-re)?"
    r"[ ]*(?:@(?P<place>[+-][0-9]+|above|below|unknown))?[ ]*\{\{(?P<text>.*)\}\}"
)


@dataclass
class Expectation:
    """One expected report; `line` is None if it has no place in the file."""

    kind: str
    line: int | None
    pattern: re.Pattern[str]
    text: str
    place: Place
    met: bool = False

    def fits(self, report: Report) -> bool:
        """Whether the line and the message are as expected; the kind is not looked at."""
        return self.line in (None, report.place.line) and self.pattern.search(report.message) is not None


def parse_expectations(text: str, file: str, first_line: int = 1) -> list[Expectation]:
    """The expectations in the comments of a text that starts at `first_line` of `file`."""
    expectations: list[Expectation] = []
    below: list[Expectation] = []
    last_plain = first_line
    for number, line in enumerate(text.split("\n"), first_line):
        match = _COMMENT.search(line)
        if match is None:
            last_plain = number
            _settle(below, number)
            continue
        expected = _expectation(match, Place(file, number, match.start() + 1), last_plain)
        expectations.append(expected)
        if match["place"] == "below":
            below.append(expected)
        elif line[: match.start()].strip() not in ("", "//"):
            last_plain = number
            _settle(below, number)
    return expectations


def _settle(below: list[Expectation], number: int) -> None:
    for expectation in below:
        expectation.line = number
    below.clear()


def _expectation(match: re.Match[str], place: Place, last_plain: int) -> Expectation:
    where = match["place"]
    lines: dict[str | None, int | None] = {None: place.line, "above": last_plain, "below": 0, "unknown": None}
    line = lines[where] if where in lines else place.line + int(where)
    pattern = _pattern(match["text"]) if match["regex"] else re.compile(re.escape(match["text"]))
    return Expectation(match["kind"], line, pattern, match["text"], place)


def _pattern(text: str) -> re.Pattern[str]:
    parts = re.split(r"\{\{(.*?)\}\}", text)
    return re.compile("".join(f"(?:{part})" if i % 2 else re.escape(part) for i, part in enumerate(parts)))


def unmet(expectations: list[Expectation], reports: list[Report]) -> Iterator[Report]:
    """What is wrong: every report that nobody expects, then every expectation that no report meets."""
    for report in (part for whole in reports for part in whole.flat()):
        fitting = [expected for expected in expectations if expected.fits(report)]
        same_kind = next((expected for expected in fitting if expected.kind == report.severity), None)
        if same_kind is not None:
            same_kind.met = True
        elif fitting:
            near = fitting[-1]
            message = f"'{report.severity}' diagnostic emitted when expecting a '{near.kind}'"
            yield Report(near.place, message)
        else:
            yield Report(report.place, f"unexpected {report.severity}: {report.message}")
    for expected in expectations:
        if not expected.met:
            yield Report(expected.place, f'expected {expected.kind} "{expected.text}" was not produced')
