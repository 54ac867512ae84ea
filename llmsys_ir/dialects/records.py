"""Attributes that are enums or records of named fields, as StableHLO's dialects have them.

#stablehlo<precision HIGHEST>
#stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>
"""

from __future__ import annotations

from abc import ABC
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeAlias, TypeVar, cast

from xdsl.dialects.builtin import f64
from xdsl.ir import Attribute, Data, SpacedOpaqueSyntaxAttribute
from xdsl.parser import AttrParser
from xdsl.printer import Printer

if TYPE_CHECKING:
    from dataclasses import Field

Dims: TypeAlias = tuple[int, ...]
"""A list of dim numbers."""


class CaseAttribute(Data[str], ABC):
    """An enum of which `data` is the case, such as `LT`."""

    CASES: ClassVar[tuple[str, ...]]

    @classmethod
    def parse_case(cls, parser: AttrParser) -> str:
        """Parse the name of a case."""
        position = parser.pos
        case = parser.parse_identifier()
        if case not in cls.CASES:
            parser.raise_error(f"{cls.name} must be one of {', '.join(cls.CASES)}, got '{case}'", position)
        return case


class EnumAttribute(CaseAttribute, SpacedOpaqueSyntaxAttribute, ABC):
    """An enum that is written `#dialect<name CASE>`."""

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> str:
        """Parse the case."""
        return cls.parse_case(parser)

    def print_parameter(self, printer: Printer) -> None:
        """Print the case."""
        printer.print_string(self.data)


def parse_integer_list(parser: AttrParser) -> Dims:
    """Parse integers such as `[0, -1]`."""
    return tuple(parser.parse_comma_separated_list(parser.Delimiter.SQUARE, lambda: parse_integer(parser)))


def parse_integer(parser: AttrParser) -> int:
    """Parse an integer of 64 bits."""
    position = parser.pos
    value = parser.parse_integer(allow_boolean=False)
    if not -(1 << 63) <= value < 1 << 63:
        parser.raise_error(f"expected an integer of 64 bits, got {value}", position)
    return value


def print_integer_list(printer: Printer, values: Dims) -> None:
    """Print integers such as `[0, -1]`."""
    printer.print_string(f"[{', '.join(map(str, values))}]")


class Record(Protocol):
    """A frozen dataclass; the types of its fields are keys of `_READERS`."""

    __dataclass_fields__: ClassVar[dict[str, Field[object]]]


RecordT = TypeVar("RecordT", bound=Record, covariant=True)

_READERS: Mapping[str, Callable[[AttrParser], object]] = {
    "Dims": parse_integer_list,
    "int": parse_integer,
    "bool": lambda parser: parser.parse_boolean(),
    "float": lambda parser: float(parser.parse_number()),
    "str": lambda parser: parser.parse_str_literal(),
    "Attribute": lambda parser: parser.parse_attribute(),
}


def _print_field(printer: Printer, value: object) -> None:
    match value:
        case bool():
            printer.print_string("true" if value else "false")
        case int():
            printer.print_int(value)
        case float():
            printer.print_float(value, f64)
        case str():
            printer.print_string_literal(value)
        case Attribute():
            printer.print_attribute(value)
        case _:
            print_integer_list(printer, cast(Dims, value))


class RecordAttribute(Data[RecordT], ABC):
    """A record that is written `#dialect.name<field = value, ...>`, its fields in any order.

    A field with a default value may be left out, and is left out of the text where it has that value.
    """

    RECORD: ClassVar[type[Record]]
    """The class of `data`."""

    SPREAD: ClassVar[bool] = False
    """Whether an op's signature has the fields in place of the attribute."""

    ORDER: ClassVar[tuple[str, ...]] = ()
    """The order in which the fields are written, if it is not that of the class."""

    @classmethod
    def parse_parameter(cls, parser: AttrParser) -> RecordT:
        """Parse the fields in angle brackets."""
        with parser.in_angle_brackets():
            return cls.parse_fields(parser)

    @classmethod
    def parse_fields(cls, parser: AttrParser) -> RecordT:
        """Parse the fields up to the `>`."""
        known = {field.name: field for field in fields(cls.RECORD)}
        values: dict[str, object] = {}
        position = parser.pos
        while (name := parser.parse_optional_identifier()) is not None:
            if name not in known or name in values:
                wrong = "has no field" if name not in known else "got twice the field"
                parser.raise_error(f"{cls.name} {wrong} '{name}', its fields are {', '.join(known)}", position)
            parser.parse_punctuation("=")
            values[name] = _READERS[cast(str, known[name].type)](parser)
            if parser.parse_optional_punctuation(",") is None:
                break
            position = parser.pos
        missing = [name for name, field in known.items() if name not in values and field.default is MISSING]
        if missing:
            parser.raise_error(f"{cls.name} needs the field '{missing[0]}'")
        return cast(RecordT, cast("Callable[..., Record]", cls.RECORD)(**values))

    def print_parameter(self, printer: Printer) -> None:
        """Print the fields in angle brackets."""
        known = {field.name: field for field in fields(self.RECORD)}
        shown = [known[name] for name in self.ORDER or known if getattr(self.data, name) != known[name].default]

        def print_one(field: Field[object]) -> None:
            printer.print_string(f"{field.name} = ")
            _print_field(printer, getattr(self.data, field.name))

        with printer.in_angle_brackets():
            printer.print_list(shown, print_one)


def spread(attribute: Attribute) -> dict[str, bool | int | float | str | Dims] | None:
    """The fields by name of a record that a signature spreads; none for any other attribute."""
    if not isinstance(attribute, RecordAttribute) or not attribute.SPREAD:
        return None
    record = cast(RecordAttribute[Record], attribute)
    return {field.name: getattr(record.data, field.name) for field in fields(record.RECORD)}
