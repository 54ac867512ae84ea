"""A parser that takes types, dictionaries and the generic form of an op from the text as a whole, and remembers them.

Programs repeat themselves: of the types and attributes of 20,000 ops a few hundred differ. What has been parsed once
is known by its text from then on; aliases, which could mean something else in another text, keep that meaning here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from xdsl.context import Context
from xdsl.dialects.builtin import FunctionType
from xdsl.ir import Attribute, Operation, Region, SSAValue, TypeAttribute
from xdsl.irdl import IRDLOperation
from xdsl.parser import Parser
from xdsl.utils.lexer import Position

from llmsys_ir.dialects.scanning import OPERANDS, SPACE, Operands, RememberingParser, operands_in, resolve
from llmsys_ir.tools.dense_literals import DenseLiteralParser

_TYPE = r"!?[a-z][A-Za-z0-9_.]*+(?:<[^<>()#!\"]*+(?:<[^<>()#!\"]*+>)?+>)?+"
_TYPES = rf"\((?:{_TYPE}(?:, {_TYPE})*+)?+\)"
_FUNCTION_TYPE = re.compile(rf"{_TYPES} -> (?:{_TYPES}|{_TYPE})")
_TENSOR = re.compile(r"tensor<(?:(?:[0-9]++|\?)x)*+[a-z][a-zA-Z0-9]*+(?:<[a-z0-9]++>)?+>")
_SPLAT = re.compile(rf"dense<-?[0-9a-zA-Z.+-]++> : {_TENSOR.pattern}")
_DICTIONARY = re.compile(r'\{(?:[^{}"]|"[^"{}\\\n]*+")*+\}')
_ARGUMENTS = re.compile(rf"\({SPACE}(?P<operands>{OPERANDS})?+{SPACE}\){SPACE}(?P<properties><(?=\{{))?+")
_GREATER = re.compile(rf">{SPACE}")
_COLON = re.compile(rf":{SPACE}")
_BLANKS = re.compile(SPACE)
_LONGEST_KNOWN = 500
"""The text of a dictionary that is longer is not remembered."""


class _Values(dict[str, tuple[SSAValue, ...]]):
    """The values by name; those of a region are taken out at its end, instead of the others being copied before it."""

    def copy(self) -> _Values:
        """The values themselves."""
        return self


class ScanningParser(DenseLiteralParser, RememberingParser):
    """xDSL's parser with these shortcuts; text that they do not fit is parsed as ever."""

    def __init__(self, context: Context, text: str, filename: str):
        super().__init__(context, text, filename)
        self.ssa_values = _Values()
        self._known_types: dict[str, TypeAttribute] = {}
        self._known_function_types: dict[str, FunctionType] = {}
        self._known_dictionaries: dict[str, Mapping[str, Attribute]] = {}
        self._known_splats: dict[str, Attribute] = {}
        self.known_clauses = {}

    def parse_optional_type(self) -> TypeAttribute | None:
        """Parse a type if there is one."""
        match = _TENSOR.match(self.lexer.input.content, self.pos)
        if match is None:
            return super().parse_optional_type()
        known = self._known_types.get(match[0])
        if known is not None:
            self._resume_from(match.end())
            return known
        parsed = super().parse_optional_type()
        if parsed is not None:
            self._known_types[match[0]] = parsed
        return parsed

    def parse_optional_attribute(self) -> Attribute | None:
        """Parse an attribute if there is one."""
        match = _SPLAT.match(self.lexer.input.content, self.pos)
        if match is None:
            return super().parse_optional_attribute()
        known = self._known_splats.get(match[0])
        if known is not None:
            self._resume_from(match.end())
            return known
        parsed = super().parse_optional_attribute()
        if parsed is not None:
            self._known_splats[match[0]] = parsed
        return parsed

    def parse_optional_function_type(self) -> FunctionType | None:
        """Parse a function type if there is one."""
        match = _FUNCTION_TYPE.match(self.lexer.input.content, self.pos)
        if match is None:
            return super().parse_optional_function_type()
        known = self._known_function_types.get(match[0])
        if known is not None:
            self._resume_from(match.end())
            return known
        parsed = super().parse_optional_function_type()
        if parsed is not None:
            self._known_function_types[match[0]] = parsed
        return parsed

    def parse_optional_dictionary_attr_dict(self) -> dict[str, Attribute]:
        """Parse a dictionary if there is one."""
        entries, end = self._known_dictionary_at(self.pos)
        if entries is None:
            return self._new_dictionary()
        self._resume_from(end)
        return entries

    def _known_dictionary_at(self, position: Position) -> tuple[dict[str, Attribute] | None, Position]:
        match = _DICTIONARY.match(self.lexer.input.content, position)
        known = None if match is None else self._known_dictionaries.get(match[0])
        return (None, position) if match is None or known is None else (dict(known), match.end())

    def _new_dictionary(self) -> dict[str, Attribute]:
        match = _DICTIONARY.match(self.lexer.input.content, self.pos)
        parsed = super().parse_optional_dictionary_attr_dict()
        if match is not None and len(match[0]) <= _LONGEST_KNOWN:
            self._known_dictionaries[match[0]] = dict(parsed)
        return parsed

    def parse_optional_region(self, arguments: Iterable[Parser.Argument] | None = None) -> Region | None:
        """Parse a region if there is one."""
        outside = len(self.ssa_values)
        region = super().parse_optional_region(arguments)
        if region is not None:
            while len(self.ssa_values) > outside:
                self.ssa_values.popitem()
        return region

    def _parse_generic_operation(self, op_type: type[Operation]) -> Operation:
        """Parse an op in its generic form; one without successors and regions in a few steps."""
        start = self.pos
        match = _ARGUMENTS.match(self.lexer.input.content, start)
        if match is None:
            return super()._parse_generic_operation(op_type)
        operands = operands_in(match["operands"] or "", match.start("operands"))
        end = match.end()
        properties: dict[str, Attribute] = {}
        if match["properties"] is not None:
            properties, end = self._dictionary_at(end)
            end = self._skip(_GREATER, end)
        if self.lexer.input.content[end : end + 1] in "([":
            self._resume_from(start)
            return super()._parse_generic_operation(op_type)
        attributes, end = self._dictionary_at(end)
        self._resume_from(self._skip(_COLON, end))
        return self._generic_operation(op_type, operands, properties, attributes)

    def _dictionary_at(self, position: Position) -> tuple[dict[str, Attribute], Position]:
        """The dictionary at a place of the text, empty if there is none, and where what follows starts."""
        if self.lexer.input.content[position : position + 1] != "{":
            return {}, position
        known, end = self._known_dictionary_at(position)
        if known is not None:
            return known, self._skip(_BLANKS, end)
        self._resume_from(position)
        return self._new_dictionary(), self.pos

    def _skip(self, pattern: re.Pattern[str], position: Position) -> Position:
        """Where what follows a pattern starts, which must be there."""
        match = pattern.match(self.lexer.input.content, position)
        if match is None:
            self._resume_from(position)
            self.raise_error(f"expected '{pattern.pattern[0]}'")
        return match.end()

    def _generic_operation(
        self,
        op_type: type[Operation],
        operands: Operands,
        properties: dict[str, Attribute],
        attributes: dict[str, Attribute],
    ) -> Operation:
        type_ = self.parse_function_type()
        location = self.parse_optional_location()
        if attributes and issubclass(op_type, IRDLOperation):
            for name in op_type.get_irdl_definition().properties:
                if name in attributes and name not in properties:
                    properties[name] = attributes.pop(name)
        return op_type.create(
            operands=resolve(self, operands, type_.inputs.data),
            result_types=type_.outputs.data,
            properties=properties,
            attributes=attributes,
            location=location,
        )
