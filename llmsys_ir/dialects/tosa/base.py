"""What tosa ops share: their text, broadcasting, and the constants behind operands."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar, Self, cast

from xdsl.dialects.builtin import (
    AnyTensorTypeConstr,
    AnyUnrankedTensorTypeConstr,
    UnitAttr,
)
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import IRDLOperation, operand_def, result_def, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.shapes import broadcast, check_shape, element_type_of, shape_of, shape_text
from llmsys_ir.dialects.tensors import as_dense
from llmsys_ir.dialects.tosa.attributes import BARE_ENUMS, EnumAttr

TENSOR = AnyTensorTypeConstr | AnyUnrankedTensorTypeConstr
"""Any tensor, ranked or not."""


def check_axis(axis: int, shape: Sequence[int]) -> None:
    """Raise unless an axis is one of the dims of a shape."""
    if not 0 <= axis < max(len(shape), 1):
        raise VerifyException(f"axis must be in [0, {len(shape)}), got {axis}")


def constant_values(value: SSAValue | None) -> tuple[int, ...] | None:
    """The integers an operand holds if a constant op defines it, in row-major order; else none."""
    owner = value.owner if value is not None else None
    attributes = {**owner.attributes, **owner.properties} if isinstance(owner, IRDLOperation) else {}
    for name in ("values", "value"):
        if (constant := as_dense(attributes.get(name))) is not None:
            numbers = tuple(map(int, cast("tuple[int, ...]", constant.get_values())))
            return numbers * constant.type.element_count() if len(numbers) == 1 else numbers  # of a compact splat
    return None


def print_attr_dict(printer: Printer, entries: dict[str, Attribute]) -> None:
    """Print an attribute dictionary sorted by name, with bare enum cases; nothing if it is empty."""

    def print_entry(name: str) -> None:
        printer.print_identifier_or_string_literal(name)
        if isinstance(value := entries[name], UnitAttr):
            return
        printer.print_string(" = ")
        if isinstance(value, EnumAttr) and name in BARE_ENUMS:
            printer.print_string(value.data)
        else:
            printer.print_attribute(value)

    if entries:
        printer.print_string(" ")
        with printer.in_braces():
            printer.print_list(sorted(entries), print_entry)


def parse_attr_dict(parser: Parser) -> dict[str, Attribute]:
    """Parse an optional attribute dictionary whose enums may be bare cases."""

    def parse_entry() -> tuple[str, Attribute]:
        name = parser.parse_identifier_or_str_literal()
        if parser.parse_optional_punctuation("=") is None:
            return name, UnitAttr()
        if name in BARE_ENUMS and (case := parser.parse_optional_identifier()) is not None:
            return name, BARE_ENUMS[name].from_case(case, parser)
        return name, parser.parse_attribute()

    entries = parser.parse_optional_comma_separated_list(parser.Delimiter.BRACES, parse_entry) or []
    if len(names := [name for name, _ in entries]) != len(set(names)):
        parser.raise_error(f"attribute dictionary names an attribute twice, got {', '.join(names)}")
    return dict(entries)


class TosaOp(IRDLOperation, ABC):
    """An op without side effects, written `tosa.name operands attr-dict : functional-type`."""

    traits = traits_def(Pure())

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse operands, the attribute dictionary and the type."""
        position = parser.pos
        operands = parser.parse_optional_undelimited_comma_separated_list(
            parser.parse_optional_unresolved_operand, parser.parse_unresolved_operand
        )
        entries = parse_attr_dict(parser)
        parser.parse_punctuation(":")
        type_ = parser.parse_function_type()
        names = cls.get_irdl_definition().properties
        return cls.create(
            operands=parser.resolve_operands(operands or [], type_.inputs.data, position),
            result_types=type_.outputs.data,
            properties={name: value for name, value in entries.items() if name in names},
            attributes={name: value for name, value in entries.items() if name not in names},
        )

    def print(self, printer: Printer) -> None:
        """Print operands, the attribute dictionary and the type."""
        if self.operands:
            printer.print_string(" ")
            printer.print_list(self.operands, printer.print_ssa_value)
        print_attr_dict(printer, {**self.attributes, **self.properties})
        printer.print_string(" : ")
        printer.print_operation_type(self)


class ElementwiseOp(TosaOp, ABC):
    """An op whose one result is computed element by element from its broadcast operands."""

    SAME_ELEMENT_TYPE: ClassVar[bool] = True
    """Whether the operands and the result have one element type."""

    def broadcast_operands(self) -> Sequence[SSAValue]:
        """The operands that are broadcast, without zero points and shifts."""
        return self.operands

    def verify_(self) -> None:
        """Check element types, and that the result has the broadcast shape."""
        operands = self.broadcast_operands()
        result = self.results[0].type
        if self.SAME_ELEMENT_TYPE:
            for operand in operands:
                if element_type_of(operand.type) != element_type_of(result):
                    raise VerifyException(
                        f"operand and result element types must be the same, "
                        f"got {element_type_of(operand.type)} != {element_type_of(result)}"
                    )
        shapes = [shape for operand in operands if (shape := shape_of(operand.type)) is not None]
        if len(shapes) < len(operands):
            return
        if (expected := broadcast(shapes)) is None:
            raise VerifyException(
                f"operand shapes must be broadcast-compatible, got {', '.join(map(shape_text, shapes))}"
            )
        check_shape("result shape", expected, result)


class UnaryOp(ElementwiseOp, ABC):
    """An elementwise op of one tensor."""

    input1 = operand_def(TENSOR)
    output = result_def(TENSOR)

    def __init__(self, input1: SSAValue, result_type: Attribute | None = None):
        super().__init__(operands=[input1], result_types=[result_type or input1.type])


class BinaryOp(ElementwiseOp, ABC):
    """An elementwise op of two tensors, which are broadcast against each other."""

    input1 = operand_def(TENSOR)
    input2 = operand_def(TENSOR)
    output = result_def(TENSOR)

    def __init__(self, input1: SSAValue, input2: SSAValue, result_type: Attribute):
        super().__init__(operands=[input1, input2], result_types=[result_type])


class ComparisonOp(BinaryOp, ABC):
    """An elementwise op of two tensors whose result is a tensor of i1."""

    SAME_ELEMENT_TYPE: ClassVar[bool] = False
