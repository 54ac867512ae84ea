"""The syntax of pass pipelines and pass options: text to what it says, by the grammar in `pipeline.lark`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from lark import Lark, Token, Transformer, UnexpectedInput


@dataclass(frozen=True)
class Option:
    """An option as written; `text` is None if it has no value."""

    name: str
    column: int
    text: str | None = None


@dataclass(frozen=True)
class PassCall:
    """One pass with its options."""

    name: str
    column: int
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Nest:
    """`anchor(...)`: the elements run on the ops with the anchor's name."""

    anchor: str
    column: int
    elements: tuple[Nest | PassCall, ...]


class PipelineSyntaxError(Exception):
    """The text is malformed at a column, which counts from one."""

    def __init__(self, message: str, column: int):
        super().__init__(message)
        self.column = column


class _Build(Transformer[Token, object]):
    def pipeline(self, elements: list[Nest | PassCall]) -> tuple[Nest | PassCall, ...]:
        return tuple(elements)

    def nest(self, parts: list[Any]) -> Nest:
        anchor, *elements = parts
        return Nest(str(anchor), anchor.column, tuple(elements))

    def call(self, parts: list[Any]) -> PassCall:
        name, *options = parts
        return PassCall(str(name), name.column, *options)

    def options(self, options: list[Option]) -> tuple[Option, ...]:
        return tuple(options)

    def option(self, parts: list[Token]) -> Option:
        name, *value = parts
        return Option(str(name), name.column or 1, *(_unquoted(str(text)) for text in value))


def _unquoted(text: str) -> str:
    return text[1:-1] if text[0] in "\"'{" else text


@cache
def _grammar() -> Lark:
    text = Path(__file__).with_name("pipeline.lark").read_text(encoding="utf-8")
    return Lark(text, start=["pipeline", "options"], parser="lalr", maybe_placeholders=False)


def _parse(text: str, start: Literal["pipeline", "options"]) -> object:
    try:
        tree = _grammar().parse(text, start=start)  # pyright: ignore[reportUnknownMemberType]
    except UnexpectedInput as error:
        at_end = getattr(getattr(error, "token", None), "type", "") == "$END"
        column = len(text) + 1 if at_end else error.column
        found = "end" if at_end else f"'{text[column - 1]}'"
        raise PipelineSyntaxError(f"unexpected {found} in {_MEANING[start]}", column) from error
    return _Build().transform(tree)


_MEANING = {"pipeline": "the pass pipeline", "options": "the pass options"}


def parse_pipeline(text: str) -> tuple[Nest | PassCall, ...]:
    """The elements of a pass pipeline.

    Raises:
        PipelineSyntaxError: if the text is malformed.
    """
    return cast(tuple[Nest | PassCall, ...], _parse(text, "pipeline"))


def parse_options(text: str) -> tuple[Option, ...]:
    """The options of one pass, as in `mesh=4x8 memory=16GiB`.

    Raises:
        PipelineSyntaxError: if the text is malformed.
    """
    return cast(tuple[Option, ...], _parse(text, "options"))
