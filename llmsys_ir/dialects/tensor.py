"""The tensor dialect: xDSL's, with `tensor.gather`, which it lacks."""

from __future__ import annotations

from typing import Self

from xdsl.dialects import tensor
from xdsl.dialects.builtin import I64, DenseArrayBase, IndexType, IntegerType, TensorType, UnitAttr, i64
from xdsl.ir import Attribute, Dialect, SSAValue
from xdsl.irdl import (
    IRDLOperation,
    irdl_op_definition,
    operand_def,
    opt_prop_def,
    prop_def,
    result_def,
    traits_def,
)
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.tensors import Tensor, static_integers, tensor_type


@irdl_op_definition
class GatherOp(IRDLOperation):
    """Slices of a tensor at positions that are data.

    The last dim of the indices has one component for each of `gather_dims`, along which a slice has one element; of the
    other dims it has all. The result has the other dims of the indices, and then those of the slices with or without
    the gathered ones.
    """

    name = "tensor.gather"
    source = operand_def(TensorType)
    indices = operand_def(TensorType)
    gather_dims = prop_def(DenseArrayBase[I64])
    unique = opt_prop_def(UnitAttr)
    result = result_def(TensorType)
    traits = traits_def(Pure())

    def __init__(self, source: SSAValue, indices: SSAValue, gather_dims: list[int], result: Tensor):
        super().__init__(
            operands=[source, indices],
            result_types=[result],
            properties={"gather_dims": DenseArrayBase.from_list(i64, gather_dims)},
        )

    def verify_(self) -> None:
        """Check the dims, the indices and the shape of the result."""
        source, indices, result = map(tensor_type, (self.source, self.indices, self.result))
        dims = static_integers(self.gather_dims)
        if not dims or list(dims) != sorted(set(dims)) or not set(dims) <= set(range(source.get_num_dims())):
            raise VerifyException(f"gather_dims must ascend and lie in [0, {source.get_num_dims()}), got {list(dims)}")
        if not isinstance(indices.element_type, IndexType | IntegerType):
            raise VerifyException(f"indices must be integers or of type index, got {indices.element_type}")
        if not indices.get_shape() or indices.get_shape()[-1] != len(dims):
            raise VerifyException(
                f"the last dim of the indices must have one component for each of {len(dims)} gather_dims, "
                f"got {indices}"
            )
        if result.element_type != source.element_type:
            raise VerifyException(
                f"source and result must have one element type, got {source.element_type} != {result.element_type}"
            )
        batch, sizes = indices.get_shape()[:-1], source.get_shape()
        full = [1 if dim in dims else size for dim, size in enumerate(sizes)]
        reduced = [size for dim, size in enumerate(sizes) if dim not in dims]
        if list(result.get_shape()) not in ([*batch, *full], [*batch, *reduced]):
            raise VerifyException(
                f"result must have the shape {[*batch, *reduced]} or {[*batch, *full]}, got {list(result.get_shape())}"
            )

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse `%source[%indices] gather_dims([0]) unique : (tensor<..>, tensor<..>) -> tensor<..>`."""
        operands = [parser.parse_unresolved_operand()]
        with parser.in_square_brackets():
            operands.append(parser.parse_unresolved_operand())
        parser.parse_keyword("gather_dims")
        with parser.in_parens():
            dims = parser.parse_comma_separated_list(parser.Delimiter.SQUARE, parser.parse_integer)
        properties: dict[str, Attribute] = {"gather_dims": DenseArrayBase.from_list(i64, dims)}
        if parser.parse_optional_keyword("unique"):
            properties["unique"] = UnitAttr()
        attributes = parser.parse_optional_attr_dict()
        parser.parse_punctuation(":")
        position = parser.pos
        types = parser.parse_function_type()
        return cls.create(
            operands=parser.resolve_operands(operands, types.inputs.data, position),
            result_types=types.outputs.data,
            properties=properties,
            attributes=attributes,
        )

    def print(self, printer: Printer) -> None:
        """Print `%source[%indices] gather_dims([0]) unique : (tensor<..>, tensor<..>) -> tensor<..>`."""
        printer.print_string(" ")
        printer.print_operand(self.source)
        with printer.in_square_brackets():
            printer.print_operand(self.indices)
        printer.print_string(" gather_dims(")
        with printer.in_square_brackets():
            printer.print_list(static_integers(self.gather_dims), printer.print_int)
        printer.print_string(")" + (" unique" if self.unique is not None else ""))
        printer.print_op_attributes(self.attributes)
        printer.print_string(" : ")
        printer.print_operation_type(self)


TENSOR = Dialect("tensor", [*tensor.Tensor.operations, GatherOp], [*tensor.Tensor.attributes])
