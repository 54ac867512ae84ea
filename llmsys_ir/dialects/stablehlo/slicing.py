"""Parts of a tensor, and tensors with parts added or replaced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.builtin import DYNAMIC_INDEX
from xdsl.ir import Attribute, Operation, SSAValue
from xdsl.irdl import irdl_op_definition, operand_def, prop_def, result_def, traits_def, var_operand_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure

from llmsys_ir.dialects.pretty import Clause, Integers, PrettyOp, Properties, integers
from llmsys_ir.dialects.records import Dims, parse_integer
from llmsys_ir.dialects.shapes import check_rank, check_shape
from llmsys_ir.dialects.stablehlo.checks import check, check_length, check_positive
from llmsys_ir.dialects.stablehlo.creation import check_shape_operand
from llmsys_ir.dialects.stablehlo.elements import INDEX, INTEGER, check_kind, check_same_element_type
from llmsys_ir.dialects.stablehlo.types import INTEGERS, TENSOR
from llmsys_ir.dialects.stablehlo.windows import dilated
from llmsys_ir.dialects.tensors import tensor_type


@dataclass(frozen=True)
class _RangesClause(Clause):
    """` [0:2, 1:8:3]`: start, limit, and the stride unless it is 1."""

    def names(self) -> tuple[str, ...]:
        """The properties that the clause stands for."""
        return ("start_indices", "limit_indices", "strides")

    def parse(self, parser: Parser, properties: Properties) -> None:
        """Parse the clause."""
        ranges = parser.parse_comma_separated_list(parser.Delimiter.SQUARE, lambda: _parse_range(parser))
        for position, name in enumerate(self.names()):
            properties[name] = integers([range_[position] for range_ in ranges])

    def print(self, printer: Printer, op: Operation) -> None:
        """Print the clause."""
        assert isinstance(op, SliceOp)
        lists = zip(*(list_.get_values() for list_ in (op.start_indices, op.limit_indices, op.strides)), strict=False)
        texts = [f"{start}:{limit}" if stride == 1 else f"{start}:{limit}:{stride}" for start, limit, stride in lists]
        printer.print_string(f" [{', '.join(texts)}]")


def _parse_range(parser: Parser) -> tuple[int, int, int]:
    start = parse_integer(parser)
    parser.parse_punctuation(":")
    limit = parse_integer(parser)
    return start, limit, parse_integer(parser) if parser.parse_optional_punctuation(":") else 1


@irdl_op_definition
class SliceOp(PrettyOp):
    """The elements of each dim from a start to a limit, by a stride."""

    name = "stablehlo.slice"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    start_indices = prop_def(INTEGERS)
    limit_indices = prop_def(INTEGERS)
    strides = prop_def(INTEGERS)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (_RangesClause(),)

    def __init__(self, operand: SSAValue, starts: Dims, limits: Dims, strides: Dims, result_type: Attribute):
        properties = {
            "start_indices": integers(starts),
            "limit_indices": integers(limits),
            "strides": integers(strides),
        }
        super().__init__(operands=[operand], result_types=[result_type], properties=properties)

    def verify_(self) -> None:
        """Check the elements, the ranges and the shape."""
        check_same_element_type("operand and result", self.operand, self.result)
        shape = tensor_type(self.operand).get_shape()
        lists = [list_.get_values() for list_ in (self.start_indices, self.limit_indices, self.strides)]
        for name, values in zip(("start_indices", "limit_indices", "strides"), lists, strict=True):
            check_length(name, values, len(shape))
        starts, limits, strides = lists
        check_positive("strides", strides)
        for dim, (start, limit, size) in enumerate(zip(starts, limits, shape, strict=True)):
            inside = 0 <= start <= limit and (size == DYNAMIC_INDEX or limit <= size)
            upper = "" if size == DYNAMIC_INDEX else f" <= {size}"
            check(inside, f"range of dim {dim} must have 0 <= start <= limit{upper}, got {start}:{limit}")
        sizes = [-(-(limit - start) // stride) for start, limit, stride in zip(*lists, strict=True)]
        check_shape("result shape", sizes, self.result.type)


@irdl_op_definition
class PadOp(PrettyOp):
    """Elements put in front, behind and in between; a negative count takes them away."""

    name = "stablehlo.pad"
    operand = operand_def(TENSOR)
    padding_value = operand_def(TENSOR)
    result = result_def(TENSOR)
    edge_padding_low = prop_def(INTEGERS)
    edge_padding_high = prop_def(INTEGERS)
    interior_padding = prop_def(INTEGERS)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (
        Integers("low", "edge_padding_low"),
        Integers("high", "edge_padding_high"),
        Integers("interior", "interior_padding"),
    )

    def verify_(self) -> None:
        """Check the elements, the padding and the shape."""
        check_same_element_type("operands and result", self.operand, self.padding_value, self.result)
        check_rank("padding_value", 0, self.padding_value.type)
        shape = tensor_type(self.operand).get_shape()
        lists = [self.edge_padding_low.get_values(), self.edge_padding_high.get_values()]
        lists.append(self.interior_padding.get_values())
        for name, values in zip(("edge_padding_low", "edge_padding_high", "interior_padding"), lists, strict=True):
            check_length(name, values, len(shape))
        check(min(lists[2], default=0) >= 0, f"interior_padding must not be negative, got {list(lists[2])}")
        sizes = [_padded(*arguments) for arguments in zip(shape, *lists, strict=True)]
        for dim, (size, old) in enumerate(zip(sizes, shape, strict=True)):
            check(size >= 0 or old == DYNAMIC_INDEX, f"padded size of dim {dim} must not be negative, got {size}")
        check_shape("result shape", sizes, self.result.type)


def _padded(size: int, low: int, high: int, interior: int) -> int:
    return size if size == DYNAMIC_INDEX else dilated(size, interior + 1) + low + high


@irdl_op_definition
class DynamicPadOp(PrettyOp):
    """A padding whose counts are operands."""

    name = "stablehlo.dynamic_pad"
    operand = operand_def(TENSOR)
    padding_value = operand_def(TENSOR)
    edge_padding_low = operand_def(TENSOR)
    edge_padding_high = operand_def(TENSOR)
    interior_padding = operand_def(TENSOR)
    result = result_def(TENSOR)
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the elements, and the lengths of the paddings."""
        check_same_element_type("operands and result", self.operand, self.padding_value, self.result)
        check_rank("padding_value", 0, self.padding_value.type)
        rank = tensor_type(self.operand).get_num_dims()
        check_rank("result", rank, self.result.type)
        check_index_operands(("edge_padding_low", "edge_padding_high", "interior_padding"), self.operands[2:], rank)


def check_index_operands(names: Sequence[str], values: Sequence[SSAValue], rank: int) -> None:
    """Raise unless each value has one integer per dim, and all have one type."""
    for name, value in zip(names, values, strict=True):
        check_kind(name, value, (*INTEGER, INDEX))
        check_shape_operand(name, value.type, rank)
        same = value.type == values[0].type
        check(same, f"{names[0]} and {name} must have the same type, got '{values[0].type}' != '{value.type}'")


@irdl_op_definition
class RealDynamicSliceOp(PrettyOp):
    """A slice whose starts, limits and strides are operands."""

    name = "stablehlo.real_dynamic_slice"
    operand = operand_def(TENSOR)
    start_indices = operand_def(TENSOR)
    limit_indices = operand_def(TENSOR)
    strides = operand_def(TENSOR)
    result = result_def(TENSOR)
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the elements, and the lengths of the indices."""
        check_same_element_type("operand and result", self.operand, self.result)
        rank = tensor_type(self.operand).get_num_dims()
        check_rank("result", rank, self.result.type)
        check_index_operands(("start_indices", "limit_indices", "strides"), self.operands[1:], rank)


def _check_starts(starts: Sequence[SSAValue], rank: int) -> None:
    check_length("start_indices", starts, rank)
    for start in starts:
        check_kind("start index", start, INTEGER)
        check_rank("start index", 0, start.type)
    if starts:
        check_same_element_type("start indices", *starts)


def _check_parts(what: str, sizes: Sequence[int], shape: Sequence[int]) -> None:
    check_length(what, sizes, len(shape))
    for dim, (size, limit) in enumerate(zip(sizes, shape, strict=True)):
        fits = size == DYNAMIC_INDEX or (size >= 0 and (limit == DYNAMIC_INDEX or size <= limit))
        check(fits, f"{what} of dim {dim} must be in [0, {limit}], got {size}")


@irdl_op_definition
class DynamicSliceOp(PrettyOp):
    """A part of fixed size whose start is an operand per dim."""

    name = "stablehlo.dynamic_slice"
    operand = operand_def(TENSOR)
    start_indices = var_operand_def(TENSOR)
    result = result_def(TENSOR)
    slice_sizes = prop_def(INTEGERS)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Integers("sizes", "slice_sizes"),)

    def verify_(self) -> None:
        """Check the elements, the starts and the sizes."""
        check_same_element_type("operand and result", self.operand, self.result)
        shape, sizes = tensor_type(self.operand).get_shape(), self.slice_sizes.get_values()
        _check_starts(self.start_indices, len(shape))
        _check_parts("slice size", sizes, shape)
        check(min(sizes, default=0) >= 0, f"slice sizes must not be negative, got {list(sizes)}")
        check_shape("result shape", sizes, self.result.type)


@irdl_op_definition
class DynamicUpdateSliceOp(PrettyOp):
    """The operand with a part replaced whose start is an operand per dim."""

    name = "stablehlo.dynamic_update_slice"
    operand = operand_def(TENSOR)
    update = operand_def(TENSOR)
    start_indices = var_operand_def(TENSOR)
    result = result_def(TENSOR)
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the elements, the starts and the sizes."""
        check_same_element_type("operand, update and result", self.operand, self.update, self.result)
        shape = tensor_type(self.operand).get_shape()
        _check_starts(self.start_indices, len(shape))
        _check_parts("update size", tensor_type(self.update).get_shape(), shape)
        check_shape("result shape", shape, self.result.type)


OPS = (
    DynamicPadOp,
    DynamicSliceOp,
    DynamicUpdateSliceOp,
    PadOp,
    RealDynamicSliceOp,
    SliceOp,
)
"""The ops of this module."""
