"""Ops whose text is operands, clauses, attributes and types, each said by a table of the op's class.

%2 = stablehlo.pad %0, %1, low = [0, 1], high = [0, 0], interior = [0, 0] {x} : (tensor<..>, tensor<..>) -> tensor<..>
name          operands clause       clause         clause            attributes  types
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Self, TypeAlias

from xdsl.dialects.builtin import DenseArrayBase, FunctionType, IntegerAttr, IntegerType, StringAttr, i64
from xdsl.ir import Attribute, Operation
from xdsl.irdl import IRDLOperation
from xdsl.parser import Parser
from xdsl.printer import Printer

from llmsys_ir.dialects.records import CaseAttribute, parse_integer, parse_integer_list, print_integer_list
from llmsys_ir.dialects.scanning import RememberingParser, operands_at, resolve, resume

Properties: TypeAlias = dict[str, Attribute]

_UP_TO_TYPES = re.compile(r'((?:[^:{}"/\n]|:(?! ))*+): ')
"""Clauses without an attribute dictionary, and the colon; if ` : ` is in a clause, its text ends too early."""


class Clause(ABC):
    """A piece of text that stands for properties."""

    @abstractmethod
    def names(self) -> tuple[str, ...]:
        """The properties that the clause stands for."""

    @abstractmethod
    def parse(self, parser: Parser, properties: Properties) -> None:
        """Parse the clause with what separates it from the text in front."""

    @abstractmethod
    def print(self, printer: Printer, op: Operation) -> None:
        """Print the clause with what separates it from the text in front."""


@dataclass(frozen=True)
class Keyword(Clause, ABC):
    """`, keyword = value` for one property."""

    keyword: str
    name: str
    separator: str = field(default=",", kw_only=True)
    """What stands in front: a comma, or nothing where there is no operand."""

    def names(self) -> tuple[str, ...]:
        """The one property."""
        return (self.name,)

    def parse(self, parser: Parser, properties: Properties) -> None:
        """Parse the clause, which must be there."""
        if self.separator:
            parser.parse_punctuation(",")
        parser.parse_keyword(self.keyword)
        parser.parse_punctuation("=")
        properties[self.name] = self.parse_value(parser)

    def print(self, printer: Printer, op: Operation) -> None:
        """Print the clause."""
        printer.print_string(f"{self.separator} {self.keyword} = ")
        self.print_value(printer, op.properties[self.name])

    @abstractmethod
    def parse_value(self, parser: Parser) -> Attribute:
        """Parse what follows the `=`."""

    @abstractmethod
    def print_value(self, printer: Printer, value: Attribute) -> None:
        """Print what follows the `=`."""


def integers(values: Sequence[int]) -> DenseArrayBase[IntegerType]:
    """The attribute `array<i64: ...>`."""
    return DenseArrayBase.from_list(i64, values)


@dataclass(frozen=True)
class Integers(Keyword):
    """`, dims = [0, 1]` for an attribute `array<i64: 0, 1>`."""

    def parse_value(self, parser: Parser) -> Attribute:
        """Parse the list."""
        return integers(parse_integer_list(parser))

    def print_value(self, printer: Printer, value: Attribute) -> None:
        """Print the list."""
        assert isinstance(value, DenseArrayBase)
        print_integer_list(printer, value.get_values())  # pyright: ignore


@dataclass(frozen=True)
class Integer(Keyword):
    """`, dim = 1` for an integer attribute."""

    type: IntegerType = i64

    def parse_value(self, parser: Parser) -> Attribute:
        """Parse the integer."""
        return IntegerAttr(parse_integer(parser), self.type)

    def print_value(self, printer: Printer, value: Attribute) -> None:
        """Print the integer."""
        assert isinstance(value, IntegerAttr)
        printer.print_int(value.value.data)


@dataclass(frozen=True)
class Case(Keyword):
    """`, type = FFT` for an enum."""

    enum: type[CaseAttribute]

    def parse_value(self, parser: Parser) -> Attribute:
        """Parse the case."""
        return self.enum(self.enum.parse_case(parser))

    def print_value(self, printer: Printer, value: Attribute) -> None:
        """Print the case."""
        assert isinstance(value, CaseAttribute)
        printer.print_string(value.data)


@dataclass(frozen=True)
class Text(Keyword):
    """`, config = "ab->a"` for a string."""

    def parse_value(self, parser: Parser) -> Attribute:
        """Parse the string."""
        return StringAttr(parser.parse_str_literal())

    def print_value(self, printer: Printer, value: Attribute) -> None:
        """Print the string."""
        printer.print_attribute(value)


class Notation(ABC):
    """How an op writes the types of its operands and results."""

    @abstractmethod
    def parse(self, parser: Parser, count: int) -> tuple[Sequence[Attribute], Sequence[Attribute]]:
        """Parse the types of `count` operands, and of the results."""

    @abstractmethod
    def print(self, printer: Printer, op: Operation) -> None:
        """Print the types."""


class FunctionalNotation(Notation):
    """`(T, U) -> V`."""

    def parse(self, parser: Parser, count: int) -> tuple[Sequence[Attribute], Sequence[Attribute]]:
        """Parse a function type."""
        del count
        type_ = parser.parse_function_type()
        return type_.inputs.data, type_.outputs.data

    def print(self, printer: Printer, op: Operation) -> None:
        """Print a function type."""
        printer.print_operation_type(op)


class SameNotation(FunctionalNotation):
    """`T` where operands and results have one type, else `(T, U) -> V`."""

    def parse(self, parser: Parser, count: int) -> tuple[Sequence[Attribute], Sequence[Attribute]]:
        """Parse one type or a function type."""
        type_ = parser.parse_type()
        if isinstance(type_, FunctionType):
            return type_.inputs.data, type_.outputs.data
        return (type_,) * count, (type_,)

    def print(self, printer: Printer, op: Operation) -> None:
        """Print one type or a function type."""
        type_ = op.results[0].type
        if all(operand.type == type_ for operand in op.operands):
            printer.print_attribute(type_)
        else:
            super().print(printer, op)


class ResultNotation(Notation):
    """`T`, the type of the result of an op without operands."""

    def parse(self, parser: Parser, count: int) -> tuple[Sequence[Attribute], Sequence[Attribute]]:
        """Parse the type."""
        del count
        return (), (parser.parse_type(),)

    def print(self, printer: Printer, op: Operation) -> None:
        """Print the type."""
        printer.print_attribute(op.results[0].type)


class PrettyOp(IRDLOperation, ABC):
    """An op written as its tables say; clauses are parsed in order, and each stands after the operands."""

    CLAUSES: ClassVar[tuple[Clause, ...]] = ()
    NOTATION: ClassVar[Notation] = FunctionalNotation()
    DEFAULTS: ClassVar[Mapping[str, Attribute]] = {}
    """Properties that are not written where they have these values."""
    ALWAYS_SPACED: ClassVar[bool] = False
    """Whether the space in front of the operands stands even where there are none."""

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse operands, clauses, attributes and types."""
        content = parser.lexer.input.content
        operands, end = operands_at(content, parser.pos)
        text = _UP_TO_TYPES.match(content, end)
        known = parser.known_clauses if isinstance(parser, RememberingParser) and text is not None else {}
        properties = known.get((cls, text[1])) if text is not None else None
        attributes: dict[str, Attribute] = {}
        if properties is not None and text is not None:
            resume(parser, text.end())
        else:
            resume(parser, end)
            properties, attributes = cls._parse_clauses(parser)
            if text is not None and not attributes and parser.pos == text.end():
                known[cls, text[1]] = properties
        operand_types, result_types = cls.NOTATION.parse(parser, len(operands))
        return cls.create(
            operands=resolve(parser, operands, operand_types),
            result_types=result_types,
            properties=properties,
            attributes=attributes,
        )

    @classmethod
    def _parse_clauses(cls, parser: Parser) -> tuple[Properties, dict[str, Attribute]]:
        """Parse clauses, attributes and the colon."""
        properties: Properties = {}
        for clause in cls.CLAUSES:
            clause.parse(parser, properties)
        attributes = parse_attributes(parser, cls, properties)
        parser.parse_punctuation(":")
        return properties, attributes

    def print(self, printer: Printer) -> None:
        """Print operands, clauses, attributes and types."""
        if self.operands or self.ALWAYS_SPACED:
            printer.print_string(" ")
            printer.print_list(self.operands, printer.print_ssa_value)
        for clause in self.CLAUSES:
            clause.print(printer, self)
        print_attributes(printer, self, [name for clause in self.CLAUSES for name in clause.names()], self.DEFAULTS)
        printer.print_string(" : ")
        self.NOTATION.print(printer, self)


def parse_attributes(parser: Parser, op_type: type[IRDLOperation], properties: Properties) -> dict[str, Attribute]:
    """Parse an optional dictionary; what `op_type` has as properties goes there."""
    entries = parser.parse_optional_attr_dict()
    if entries:
        for name in op_type.get_irdl_definition().properties:
            if name in entries:
                properties[name] = entries.pop(name)
    return entries


def print_attributes(
    printer: Printer, op: Operation, hidden: Sequence[str], defaults: Mapping[str, Attribute] = {}, keyword: str = ""
) -> None:
    """Print properties and attributes as one dictionary, sorted; nothing if it is empty.

    Args:
        printer: where to.
        op: whose they are.
        hidden: names that are written elsewhere.
        defaults: properties that are not written where they have these values.
        keyword: what stands in front of the dictionary.
    """
    entries = {
        name: value for name, value in op.properties.items() if name not in hidden and defaults.get(name) != value
    } | op.attributes
    if entries:
        printer.print_string(f" {keyword}")
        printer.print_attr_dict(dict(sorted(entries.items())))
