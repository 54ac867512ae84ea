"""MLIR text to a module whose ops know their place in the text, with one error for anything malformed."""

from __future__ import annotations

import difflib
import re
import struct
from bisect import bisect_right
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from xdsl.context import Context
from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    UNKNOWN_LOC,
    FileLineColLoc,
    IntAttr,
    ModuleOp,
    StringAttr,
    UnregisteredAttr,
    UnregisteredOp,
)
from xdsl.ir import Attribute, AttributeInvT, Block, Data, Operation, ParametrizedAttribute, SSAValue, TypeAttribute
from xdsl.ir.affine import AffineMap, AffineSet
from xdsl.parser import UnresolvedOperand
from xdsl.parser.generic_parser import ParserState
from xdsl.traits import IsolatedFromAbove
from xdsl.utils.exceptions import (
    BuilderNotFoundException,
    ParseError,
    UnregisteredConstructException,
    VerifyException,
)
from xdsl.utils.lexer import Input, Position, Span
from xdsl.utils.mlir_lexer import MLIRTokenKind

from llmsys_ir.collecting import not_collecting
from llmsys_ir.diagnostics import SyntaxParseError
from llmsys_ir.dialects.resources import resolve_resources
from llmsys_ir.dialects.scanning import NAME, SPACE
from llmsys_ir.tools.affine_parsing import SemiAffineParser
from llmsys_ir.tools.lexing import LinearLexer
from llmsys_ir.tools.scanned_text import ScanningParser

_DIMENSIONS = re.compile(r"(?:[0-9]+|\?)(?:x(?:[0-9]+|\?))*+")
_ALIAS = re.compile(r"[#!][A-Za-z$._-][A-Za-z0-9$._-]*")

_INTEGER_TYPE = re.compile(r"[su]?i([0-9]+)")
_WIDEST_INTEGER = (1 << 24) - 1

_LARGEST_ALIAS = 1 << 16
"""More other aliases than this, counted with all that they stand for, no alias may stand for."""

_LONGEST_NAME = 200
"""A longer name of an op is not repeated in full, nor compared with others."""

_HEAD = re.compile(
    rf"(?:(?P<results>{NAME}(?::[0-9]++)?+(?:{SPACE},{SPACE}{NAME}(?::[0-9]++)?+)*+){SPACE}={SPACE})?+"
    r'(?:(?P<name>[A-Za-z_][A-Za-z0-9_$.]*+)|"(?P<quoted>[^"\\\n]++)")'
)
_RESULT = re.compile(rf"({NAME})(?::([0-9]++))?+")

_MALFORMED = (
    VerifyException,
    UnregisteredConstructException,
    BuilderNotFoundException,
    AssertionError,
    AttributeError,
    ArithmeticError,
    LookupError,
    NotImplementedError,
    TypeError,
    ValueError,
    struct.error,
)
"""What xDSL's parsers of ops and attributes raise on text that is not as they expect."""


@dataclass(slots=True)
class _Head:
    """The start of an op that is being parsed: where its name stands, and what it is."""

    position: Position
    name: str = "?"


class LocatedParser(ScanningParser):
    """xDSL's parser; each op without a `loc(...)` gets the position of its name, as in MLIR."""

    def __init__(self, context: Context, text: str, filename: str):
        self.blobs = {}
        self._heads: list[_Head] = []
        self._alias_sizes: dict[str, int] = {}
        self._columns: dict[int, IntAttr] = {}
        self._forward_uses: dict[str, Span] = {}
        self._filename = StringAttr(filename)
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        super().__init__(context, "", filename)
        self._parser_state = ParserState(LinearLexer(Input(text, filename)))

    def parse_program(self, *, implicit_module: bool, allow_empty: bool) -> ModuleOp:
        """Parse the whole text: a module, or with `implicit_module` also the ops of one.

        Raises:
            ParseError: for anything that is not such a text.
        """
        with self._malformed_as_parse_error(), self._too_deep_as_parse_error():
            ops = list(self._parse_top_level())
            for op in ops if self.blobs else ():
                resolve_resources(op, self.blobs)
        self._check_forward_references(0)
        if len(ops) == 1 and isinstance(ops[0], ModuleOp):
            return ops[0]
        if not ops and not allow_empty:
            self.raise_error("expected an operation, but the input is empty")
        if not implicit_module:
            self.raise_error(f"expected a single 'builtin.module', got {len(ops)} operation(s)", 0)
        module = ModuleOp(ops)
        module.location = self._location(0)
        return module

    def _parse_top_level(self) -> Iterator[Operation]:
        while self._current_token.kind != MLIRTokenKind.EOF:
            match self._current_token.kind:
                case MLIRTokenKind.HASH_IDENT | MLIRTokenKind.EXCLAMATION_IDENT:
                    self._parse_alias_def()
                case MLIRTokenKind.FILE_METADATA_BEGIN:
                    self._parse_file_metadata_dictionary()
                case _:
                    yield self.expect(self.parse_optional_operation, "expected an operation")

    def _parse_alias_def(self) -> None:
        """Parse the definition of an alias, of a size that doubling aliases again and again does not reach."""
        if self.skip_location_alias():
            return
        name, start = self._current_token.text, self._current_token.span.end
        super()._parse_alias_def()
        used = _ALIAS.findall(self.lexer.input.content, start, self.pos)
        self._alias_sizes[name] = 1 + sum(self._alias_sizes.get(alias, 0) for alias in used)
        if self._alias_sizes[name] > _LARGEST_ALIAS:
            self.raise_error(f"alias '{name}' stands for more than {_LARGEST_ALIAS} other aliases", start - len(name))

    def parse_dimension_list(self) -> list[int]:
        """Parse `4x?x8` in linear time; what follows an `x` and is no dimension is left with its `x`."""
        dims: list[int] = []
        delimiter = self.pos
        while self._current_token.kind in (MLIRTokenKind.INTEGER_LIT, MLIRTokenKind.QUESTION):
            match = _DIMENSIONS.match(self.lexer.input.content, self._current_token.span.start)
            assert match is not None
            dims += [DYNAMIC_INDEX if text == "?" else int(text) for text in match[0].split("x")]
            self._resume_from(match.end())
            delimiter = self._current_token.span.start
            if self._parse_optional_shape_delimiter() is None:
                return dims
        if dims:
            self._resume_from(delimiter)
        return dims

    def parse_affine_map(self) -> AffineMap:
        """Parse `(d0)[s0] -> (d0 * s0)`."""
        return SemiAffineParser(self._parser_state).parse_affine_map()

    def parse_affine_set(self) -> AffineSet:
        """Parse `(d0)[s0] : (d0 - s0 >= 0)`."""
        return SemiAffineParser(self._parser_state).parse_affine_set()

    def parse_operation(self) -> Operation:
        """Parse one op; whatever its own parser raises becomes a `ParseError` here."""
        start = self.pos
        head = _HEAD.match(self.lexer.input.content, start)
        if head is None:
            super()._parse_op_result_list()
            self.raise_error("operation name expected")
        name = head["name"] or head["quoted"]
        position = head.end() - len(name) - (2 if head["name"] is None else 0)
        depth = len(self._heads)
        self._heads.append(_Head(position))
        self._resume_from(head.end())
        try:
            op = self._parse_op_named(name, generic=head["name"] is None)
        except SyntaxParseError as error:
            is_custom = head["name"] is not None
            raise error.named(self._heads[depth].name) if is_custom else ParseError(error.span, error.msg) from None
        except ParseError:
            raise
        except VerifyException as error:
            self.raise_error(f"'{self._heads[depth].name}' op {_first_line(error)}", position)
        except _MALFORMED as error:
            self.raise_error(_first_line(error))
        self._bind(op, head["results"], start)
        if op.location is UNKNOWN_LOC:
            op.location = self._location(position)
        del self._heads[depth:]
        if self.forward_ssa_references and op.has_trait(IsolatedFromAbove, value_if_unregistered=False):
            self._check_forward_references(start)
        return op

    def _parse_op_named(self, name: str, *, generic: bool) -> Operation:
        """Parse what follows the name of an op."""
        op_type = self._get_op_by_name(name)
        stack = self._parser_state.dialect_stack
        stack.append(op_type.dialect_name())
        op = self._parse_generic_operation(op_type) if generic else op_type.parse(self)
        stack.pop()
        if not generic and (location := self.parse_optional_location()) is not None:
            op.location = location
        return op

    def _bind(self, op: Operation, names: str | None, start: Position) -> None:
        """Give the results of an op the names in a text such as `%0, %1:2`."""
        if names is None:
            return
        spans = [(match.span(1), int(match[2] or "1")) for match in _RESULT.finditer(names)]
        count = sum(size for _, size in spans)
        if count != len(op.results):
            self.raise_error(f"Operation has {len(op.results)} results, but was given {count} to bind.", start)
        bound = 0
        for (first, last), size in spans:
            values = op.results[bound : bound + size] if count > size else op.results
            bound += size
            name = names[first + 1 : last]
            if name in self.ssa_values or name in self.forward_ssa_references or not name[0].isdigit():
                self._register_ssa_definition(name, values, Span(start + first, start + last, self.lexer.input))
            else:
                self.ssa_values[name] = values

    def resolve_operand(self, operand: UnresolvedOperand, type: AttributeInvT) -> SSAValue[AttributeInvT]:
        """Resolve an operand; the place of a use before the definition is kept for the error message."""
        if operand.operand_name not in self.ssa_values:
            self._forward_uses.setdefault(operand.operand_name, operand.span)
        return super().resolve_operand(operand, type)

    def _check_forward_references(self, start: Position) -> None:
        for name in self.forward_ssa_references:
            span = self._forward_uses.get(name)
            if span is None or span.start >= start:
                self.raise_error(f"use of undeclared SSA value name '%{name}'", span)

    def _parse_block(self) -> Block:
        if self._current_token.kind != MLIRTokenKind.CARET_IDENT:
            self.raise_error("expected an operation, a block label or '}'")
        return super()._parse_block()

    def _get_op_by_name(self, name: str) -> type[Operation]:
        stack = self._parser_state.dialect_stack
        op_type = self.ctx.get_optional_op(name, dialect_stack=stack)
        head = self._heads[-1]
        position = head.position
        if op_type is None or (issubclass(op_type, UnregisteredOp) and self.lexer.input.at(position) != '"'):
            self.raise_error(self._unknown_op(name), position)
        head.name = op_type.name
        return op_type

    def _unknown_op(self, name: str) -> str:
        if len(name) > _LONGEST_NAME:
            return f"custom op '{name[:_LONGEST_NAME]}...' is unknown"
        dialect, dot, _ = name.partition(".")
        if dot and self.ctx.get_optional_dialect(dialect) is None:
            return (
                f"dialect '{dialect}' not found for custom op '{name}'; "
                "--allow-unregistered-dialect accepts it in its generic form"
            )
        around = self._parser_state.dialect_stack[-1]
        known = [op.name for op in self.ctx.loaded_ops if not issubclass(op, UnregisteredOp)]
        close = difflib.get_close_matches(name if dot else f"{around}.{name}", known, n=1)
        tried = "" if dot else f" (tried '{around}.{name}' as well)"
        hint = f"; did you mean '{close[0]}'?" if close else ""
        return f"custom op '{name}' is unknown{tried}{hint}"

    def _parse_dialect_type_or_attribute_body(
        self, attr_name: str, is_type: bool, is_opaque: bool, starting_opaque_pos: Position | None
    ) -> UnregisteredAttr | ParametrizedAttribute | Data[Any]:
        start = self.pos
        try:
            return super()._parse_dialect_type_or_attribute_body(attr_name, is_type, is_opaque, starting_opaque_pos)
        except VerifyException as error:
            self.raise_error(_first_line(error), start)

    def _parse_optional_integer_or_float_type(self) -> TypeAttribute | None:
        width = _INTEGER_TYPE.fullmatch(self.lexer.input.content, self.pos, self._current_token.span.end)
        if width is not None and (len(width[1]) > len(str(_WIDEST_INTEGER)) or int(width[1]) > _WIDEST_INTEGER):
            self.raise_error(f"integer bitwidth is limited to {_WIDEST_INTEGER} bits")
        return super()._parse_optional_integer_or_float_type()

    def _location(self, position: Position) -> FileLineColLoc:
        line = bisect_right(self._line_starts, position)
        column = position - self._line_starts[line - 1] + 1
        columns = self._columns
        if column not in columns:
            columns[column] = IntAttr(column)
        location = FileLineColLoc.__new__(FileLineColLoc)
        # Without the checks of the constructor, which every op would pay for.
        vars(location).update(filename=self._filename, line=IntAttr(line), column=columns[column])
        return location

    @contextmanager
    def _malformed_as_parse_error(self) -> Generator[None]:
        try:
            yield
        except ParseError:
            raise
        except _MALFORMED as error:
            self.raise_error(_first_line(error))

    @contextmanager
    def _too_deep_as_parse_error(self) -> Generator[None]:
        try:
            yield
        except RecursionError:
            span = self._current_token.span
        else:
            return
        self.raise_error("nested too deeply", span)


def _first_line(error: BaseException) -> str:
    text = str(error).strip()
    if "integer string conversion" in text:
        return "number of too many digits"
    return text.splitlines()[0] if text else f"malformed text ({type(error).__name__})"


def parse_module(
    context: Context,
    text: str,
    filename: str,
    implicit_module: bool = True,
    *,
    first_line: int = 1,
    allow_empty: bool = False,
) -> ModuleOp:
    """Parse MLIR text.

    Args:
        context: the dialects that the text may use.
        text: the program.
        filename: how locations and errors name the text.
        implicit_module: wrap ops that are not in a module into one.
        first_line: the number of the text's first line, for a text cut out of a file.
        allow_empty: take a text without ops as an empty module.

    Raises:
        ParseError: if the text is malformed.
    """
    parser = LocatedParser(context, "\n" * (first_line - 1) + text, filename)
    with not_collecting():
        return parser.parse_program(implicit_module=implicit_module, allow_empty=allow_empty)


def parse_attribute(context: Context, text: str) -> Attribute:
    """Parse one attribute that stands alone.

    Raises:
        ParseError: if the text is malformed.
    """
    return LocatedParser(context, text, "<attribute>").parse_attribute()


def parse_type(context: Context, text: str) -> TypeAttribute:
    """Parse one type that stands alone.

    Raises:
        ParseError: if the text is malformed.
    """
    return LocatedParser(context, text, "<type>").parse_type()
