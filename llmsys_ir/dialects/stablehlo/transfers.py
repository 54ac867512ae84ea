"""Tokens that order side effects, transfers between devices and host, tuples, and ops that run meanwhile."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar, Self

from xdsl.dialects.builtin import (
    I32,
    ArrayAttr,
    BoolAttr,
    DenseIntOrFPElementsAttr,
    FunctionType,
    IntegerAttr,
    StringAttr,
    TupleType,
    i32,
)
from xdsl.ir import Attribute, Operation
from xdsl.irdl import (
    IRDLOperation,
    irdl_op_definition,
    operand_def,
    opt_prop_def,
    prop_def,
    region_def,
    result_def,
    traits_def,
    var_operand_def,
    var_result_def,
)
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure

from llmsys_ir.dialects.pretty import (
    FunctionalNotation,
    Notation,
    PrettyOp,
    Properties,
    ResultNotation,
    SameNotation,
    parse_attributes,
    print_attributes,
)
from llmsys_ir.dialects.records import parse_integer
from llmsys_ir.dialects.scanning import resolve, scan_operands
from llmsys_ir.dialects.stablehlo.attributes import ChannelHandleAttr
from llmsys_ir.dialects.stablehlo.checks import check, check_dim, check_length
from llmsys_ir.dialects.stablehlo.collectives import check_source_target_pairs
from llmsys_ir.dialects.stablehlo.regions import check_region
from llmsys_ir.dialects.stablehlo.types import TENSOR, FutureType, TokenType

_DEVICE_TO_DEVICE, _DEVICE_TO_HOST, _HOST_TO_DEVICE = 1, 2, 3


@irdl_op_definition
class AfterAllOp(PrettyOp):
    """A token that comes after all tokens given."""

    name = "stablehlo.after_all"
    inputs = var_operand_def(TokenType)
    result = result_def(TokenType)
    traits = traits_def(Pure())

    NOTATION: ClassVar[Notation] = SameNotation()
    ALWAYS_SPACED: ClassVar[bool] = True


@irdl_op_definition
class CreateTokenOp(PrettyOp):
    """A token that comes after nothing."""

    name = "stablehlo.create_token"
    output = result_def(TokenType)
    traits = traits_def(Pure())

    NOTATION: ClassVar[Notation] = ResultNotation()


def _check_token_last(types: Sequence[Attribute]) -> None:
    check(len(types) > 0, "results must end in a token, got none")
    check(isinstance(types[-1], TokenType), f"results must end in a token, got '{types[-1]}'")


@irdl_op_definition
class InfeedOp(IRDLOperation):
    """Values from the host's queue."""

    name = "stablehlo.infeed"
    token = operand_def(TokenType)
    result = var_result_def()
    infeed_config = prop_def(StringAttr, default_value=StringAttr(""))
    layout = opt_prop_def(ArrayAttr[ArrayAttr[IntegerAttr]])

    def verify_(self) -> None:
        """Check that the results end in a token, and how many layouts there are."""
        _check_token_last(list(self.result_types))
        if self.layout is not None:
            check_length("layout", self.layout.data, len(self.results) - 1)


@irdl_op_definition
class OutfeedOp(IRDLOperation):
    """Values into the host's queue."""

    name = "stablehlo.outfeed"
    inputs = var_operand_def(TENSOR)
    token = operand_def(TokenType)
    result = result_def(TokenType)
    outfeed_config = prop_def(StringAttr, default_value=StringAttr(""))


class TransferOp(IRDLOperation, ABC):
    """What a send and a receive have."""

    channel_handle = prop_def(ChannelHandleAttr)
    is_host_transfer = opt_prop_def(BoolAttr)
    source_target_pairs = opt_prop_def(DenseIntOrFPElementsAttr)

    def check_channel(self, host_channel: int) -> None:
        """Raise unless the channel leads where the op says."""
        to_host = self.is_host_transfer is not None and bool(self.is_host_transfer.value.data)
        expected, got = host_channel if to_host else _DEVICE_TO_DEVICE, self.channel_handle.data.type
        between = "device and host" if to_host else "devices"
        check(got == expected, f"type of the channel between {between} must be {expected}, got {got}")
        if self.source_target_pairs is not None:
            check_source_target_pairs(self.source_target_pairs)


@irdl_op_definition
class SendOp(TransferOp):
    """Values sent to another device or to the host."""

    name = "stablehlo.send"
    inputs = var_operand_def(TENSOR)
    token = operand_def(TokenType)
    result = result_def(TokenType)

    def verify_(self) -> None:
        """Check the channel."""
        self.check_channel(_DEVICE_TO_HOST)


@irdl_op_definition
class RecvOp(TransferOp):
    """Values received from another device or from the host."""

    name = "stablehlo.recv"
    token = operand_def(TokenType)
    result = var_result_def()

    def verify_(self) -> None:
        """Check the channel, and that the results end in a token."""
        self.check_channel(_HOST_TO_DEVICE)
        _check_token_last(list(self.result_types))


class _TupleNotation(FunctionalNotation):
    """`tuple<T, U>` where the operands have these types, else `(T, U) -> V`."""

    def parse(self, parser: Parser, count: int) -> tuple[Sequence[Attribute], Sequence[Attribute]]:
        """Parse the tuple's type or a function type."""
        del count
        position = parser.pos
        type_ = parser.parse_type()
        if isinstance(type_, FunctionType):
            return type_.inputs.data, type_.outputs.data
        if not isinstance(type_, TupleType):
            parser.raise_error(f"expected a tuple, got '{type_}'", position)
        return type_.types.data, (type_,)

    def print(self, printer: Printer, op: Operation) -> None:
        """Print the tuple's type or a function type."""
        type_ = op.results[0].type
        if isinstance(type_, TupleType) and type_.types.data == tuple(op.operand_types):
            printer.print_attribute(type_)
        else:
            super().print(printer, op)


@irdl_op_definition
class TupleOp(PrettyOp):
    """Values put together."""

    name = "stablehlo.tuple"
    val = var_operand_def()
    result = result_def(TupleType)
    traits = traits_def(Pure())

    NOTATION: ClassVar[Notation] = _TupleNotation()
    ALWAYS_SPACED: ClassVar[bool] = True

    def verify_(self) -> None:
        """Check the types in the tuple."""
        type_ = self.result.type
        assert isinstance(type_, TupleType)
        types = ", ".join(map(str, self.operand_types))
        check(type_.types.data == tuple(self.operand_types), f"result must be 'tuple<{types}>', got '{type_}'")


@irdl_op_definition
class GetTupleElementOp(IRDLOperation):
    """One value of a tuple, written `get_tuple_element %a[0] : (T) -> U`."""

    name = "stablehlo.get_tuple_element"
    operand = operand_def(TupleType)
    result = result_def()
    index = prop_def(IntegerAttr[I32])
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the index, and the type of the result."""
        type_ = self.operand.type
        assert isinstance(type_, TupleType)
        index, types = self.index.value.data, type_.types.data
        check_dim("index", index, len(types))
        check(self.result.type == types[index], f"result must have type '{types[index]}', got '{self.result.type}'")

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse operand, index, attributes and types."""
        operands = scan_operands(parser)
        properties: Properties = {}
        with parser.in_square_brackets():
            properties["index"] = IntegerAttr(parse_integer(parser), i32)
        attributes = parse_attributes(parser, cls, properties)
        parser.parse_punctuation(":")
        type_ = parser.parse_function_type()
        return cls.create(
            operands=resolve(parser, operands, type_.inputs.data),
            result_types=type_.outputs.data,
            properties=properties,
            attributes=attributes,
        )

    def print(self, printer: Printer) -> None:
        """Print operand, index, attributes and types."""
        printer.print_string(" ")
        printer.print_ssa_value(self.operand)
        printer.print_string(f"[{self.index.value.data}]")
        print_attributes(printer, self, ("index",))
        printer.print_string(" : ")
        printer.print_operation_type(self)


@irdl_op_definition
class AsyncStartOp(IRDLOperation):
    """A collective that starts here; its region holds the collective and a return."""

    name = "stablehlo.async_start"
    operands_ = var_operand_def(TENSOR)
    result = result_def(FutureType)
    body = region_def("single_block")

    def verify_(self) -> None:
        """Check the region, and the type of the result."""
        type_ = self.result.type
        assert isinstance(type_, FutureType)
        count = sum(1 for _ in self.body.block.ops)
        check(count == 2, f"body must hold one op and a return, got {count} op(s)")
        check_region("body", self.body, list(self.operand_types), list(type_.types.data))


@irdl_op_definition
class AsyncDoneOp(IRDLOperation):
    """The results of a collective that has been started."""

    name = "stablehlo.async_done"
    operand = operand_def(FutureType)
    result = var_result_def()

    def verify_(self) -> None:
        """Check the types of the results."""
        type_ = self.operand.type
        assert isinstance(type_, FutureType)
        got, expected = ", ".join(map(str, self.result_types)), ", ".join(map(str, type_.types.data))
        check(got == expected, f"results must have the types ({expected}), got ({got})")


OPS = (
    AfterAllOp,
    AsyncDoneOp,
    AsyncStartOp,
    CreateTokenOp,
    GetTupleElementOp,
    InfeedOp,
    OutfeedOp,
    RecvOp,
    SendOp,
    TupleOp,
)
"""The ops of this module."""
