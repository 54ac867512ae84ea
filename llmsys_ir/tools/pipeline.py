"""Passes from what a user writes: flags or a pipeline, with every option converted and checked."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, fields
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from xdsl.passes import ModulePass

from llmsys_ir.universe import PASSES

if TYPE_CHECKING:
    from llmsys_ir.tools.pipeline_syntax import Nest, Option, PassCall

ANCHORS = ("any", "builtin.module", "func.func")
"""The ops that a pipeline may name around its passes; every pass of this package runs on the module."""


class UsageError(Exception):
    """A command line that cannot be followed; `column` points into `text`, the part that is wrong."""

    def __init__(self, message: str, text: str = "", column: int = 0):
        super().__init__(message)
        self.text = text
        self.column = column


def parse_pipeline(text: str) -> list[ModulePass]:
    """The passes of `builtin.module(a,func.func(b{option=value}))`, in order.

    Raises:
        UsageError: if the text is malformed, or names an unknown pass or option.
    """
    from llmsys_ir.tools import pipeline_syntax as syntax

    text = " ".join(text.splitlines())
    try:
        calls = list(_calls(syntax.parse_pipeline(text), text))
    except syntax.PipelineSyntaxError as error:
        raise UsageError(str(error), text, error.column) from error
    return [make_pass(call.name, call.options, text) for call in calls]


def _calls(elements: Iterable[Nest | PassCall], text: str) -> Iterator[PassCall]:
    from llmsys_ir.tools.pipeline_syntax import Nest

    for element in elements:
        if isinstance(element, Nest):
            if element.anchor not in ANCHORS:
                message = f"passes cannot run on '{element.anchor}', only on {quoted(ANCHORS)}"
                raise UsageError(message, text, element.column)
            yield from _calls(element.elements, text)
        elif element.name not in PASSES:
            message = f"unknown pass '{element.name}'{did_you_mean(element.name, PASSES)}"
            raise UsageError(message, text, element.column)
        else:
            yield element


def parse_flag(name: str, text: str | None) -> ModulePass:
    """The pass of the flag `--name="option=value option=value"`.

    Raises:
        UsageError: for malformed options, or an option that the pass does not have.
    """
    if not text:
        return make_pass(name, (), "")
    from llmsys_ir.tools import pipeline_syntax as syntax

    text = " ".join(text.splitlines())
    try:
        options = syntax.parse_options(text)
    except syntax.PipelineSyntaxError as error:
        raise UsageError(f"--{name}: {error}", text, error.column) from error
    return make_pass(name, options, text)


def make_pass(name: str, options: Iterable[Option], text: str) -> ModulePass:
    """A pass of the table `PASSES`, with its options taken from `text`."""
    pass_type = PASSES[name].factory()
    known = {field.name.replace("_", "-"): field for field in fields(pass_type)}
    hints = get_type_hints(pass_type)
    values: dict[str, object] = {}
    for option in options:
        field = known.get(option.name)
        try:
            if field is None:
                raise UsageError(_unknown_option(option.name, known))
            if field.name in values:
                raise UsageError(f"option '{option.name}' is given twice")
            values[field.name] = convert(option, hints[field.name])
        except UsageError as error:
            raise UsageError(f"{name}: {error}", text, option.column) from error
    missing = [option for option, field in known.items() if _required(field) and field.name not in values]
    if missing:
        raise UsageError(f"{name}: missing option {quoted(missing)}", text, len(text) + 1)
    return pass_type(**values)


def _required(field: Field[Any]) -> bool:
    return field.init and field.default is MISSING and field.default_factory is MISSING


def _unknown_option(name: str, known: Iterable[str]) -> str:
    valid = f"the options are {quoted(sorted(known))}" if known else "the pass has no options"
    return f"unknown option '{name}'{did_you_mean(name, known)}; {valid}"


def convert(option: Option, hint: object) -> object:
    """The value of an option, of the type of the pass's field.

    Raises:
        UsageError: if the text is not such a value.
    """
    for kind in _alternatives(hint):
        try:
            return _converted(option.text, kind)
        except ValueError:
            continue
    expected = " or ".join(_described(kind) for kind in _alternatives(hint))
    got = "nothing" if option.text is None else f"'{option.text}'"
    raise UsageError(f"option '{option.name}' expects {expected}, got {got}")


def _alternatives(hint: object) -> tuple[object, ...]:
    if get_origin(hint) in (Union, UnionType):
        return tuple(kind for kind in get_args(hint) if kind is not NoneType)
    return (hint,)


def _converted(text: str | None, kind: object) -> object:
    if text is None:
        return _boolean("true" if kind is bool else "")
    if get_origin(kind) is Literal:
        return get_args(kind)[_names(kind).index(text)]
    if get_origin(kind) is tuple:
        return tuple(_converted(part.strip(), get_args(kind)[0]) for part in text.split(","))
    return _CONVERTERS.get(kind, str)(text)


def _boolean(text: str) -> bool:
    if text.lower() not in ("true", "false", "1", "0"):
        raise ValueError(text)
    return text.lower() in ("true", "1")


_CONVERTERS: dict[object, Callable[[str], object]] = {bool: _boolean, int: int, float: float, str: str}


def _names(kind: object) -> list[str]:
    return [str(value) for value in get_args(kind)]


def _described(kind: object) -> str:
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(f"'{name}'" for name in _names(kind))
    if get_origin(kind) is tuple:
        return f"a comma-separated list, each {_described(get_args(kind)[0])}"
    return _DESCRIPTIONS.get(kind, "a text")


_DESCRIPTIONS: dict[object, str] = {bool: "true or false", int: "an integer", float: "a number"}


def quoted(names: Iterable[str]) -> str:
    """`'a', 'b'`."""
    return ", ".join(f"'{name}'" for name in names)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` if `x` is known and close to `name`, or nothing."""
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
