"""Where an op is replaced by StableHLO, and what can be emitted there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import cast

from xdsl.builder import Builder
from xdsl.dialects.builtin import (
    AnyFloat,
    DenseArrayBase,
    FloatAttr,
    IndexType,
    IntegerAttr,
    IntegerType,
    TensorType,
    i1,
    i64,
)
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.stablehlo.control import ReturnOp
from llmsys_ir.dialects.stablehlo.conversion import ConvertOp
from llmsys_ir.dialects.stablehlo.creation import ConstantOp, IotaOp
from llmsys_ir.dialects.stablehlo.elementwise import BinaryOp
from llmsys_ir.dialects.stablehlo.enums import ComparisonDirectionAttr
from llmsys_ir.dialects.stablehlo.reduction import ReduceOp
from llmsys_ir.dialects.stablehlo.reshaping import BroadcastInDimOp, ReshapeOp
from llmsys_ir.dialects.stablehlo.selection import CompareOp, SelectOp
from llmsys_ir.dialects.tensors import Tensor, splat, tensor_type
from llmsys_ir.program.signature import signature_of
from llmsys_ir.sharding.signature import OpSignature


def integers(values: Sequence[int]) -> Attribute:
    """`array<i64: ...>`."""
    return DenseArrayBase.from_list(i64, list(values))


@dataclass(frozen=True)
class Site:
    """An op, and the builder of what replaces it."""

    op: Operation
    builder: Builder

    @cached_property
    def signature(self) -> OpSignature:
        """The op as kernels see it."""
        return signature_of(self.op)

    @property
    def result(self) -> Tensor:
        """The type of the op's first result; positions are 64-bit integers."""
        type_ = tensor_type(self.op.results[0])
        return TensorType(element_of(type_.element_type), type_.get_shape(), type_.encoding)

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the op's first result."""
        return self.result.get_shape()

    def fail(self, message: str) -> OperationError:
        """The error that the op has no counterpart, and why."""
        return OperationError(self.op, f"has no counterpart in StableHLO {message}")

    def emit(
        self,
        op: type[Operation],
        operands: Sequence[SSAValue],
        type_: Tensor | None = None,
        /,
        *,
        regions: Sequence[Region] = (),
        **properties: Attribute,
    ) -> SSAValue:
        """An op with one result, of the type of the replaced op's if none is given."""
        made = op.create(
            operands=operands,
            result_types=[type_ or self.result],
            properties=properties,
            regions=regions,
            location=self.op.location,
        )
        return self.builder.insert(made).results[0]

    def constant(self, type_: Tensor, value: float) -> SSAValue:
        """A splat."""
        return self.builder.insert(ConstantOp(splat(type_, value))).results[0]

    def like(self, value: SSAValue, number: float) -> SSAValue:
        """A splat of the type of a value."""
        return self.constant(tensor_type(value), number)

    def reshaped(self, value: SSAValue, shape: Sequence[int]) -> SSAValue:
        """The elements in another shape."""
        if tensor_type(value).get_shape() == tuple(shape):
            return value
        return self.emit(ReshapeOp, [value], TensorType(tensor_type(value).element_type, shape))

    def broadcast(self, value: SSAValue, shape: Sequence[int]) -> SSAValue:
        """The value in a shape that its last dims are those of, where they are not 1."""
        given = tensor_type(value)
        if given.get_shape() == tuple(shape):
            return value
        dims = range(len(shape) - given.get_num_dims(), len(shape))
        type_ = TensorType(given.element_type, shape)
        return self.emit(BroadcastInDimOp, [value], type_, broadcast_dimensions=integers(dims))

    def positions(self, shape: Sequence[int], dim: int) -> SSAValue:
        """Positions along a dim, as 64-bit integers."""
        return self.emit(IotaOp, [], TensorType(i64, shape), iota_dimension=IntegerAttr(dim, i64))

    def converted(self, value: SSAValue, element: Attribute) -> SSAValue:
        """The value in another element type, as StableHLO converts it."""
        type_ = tensor_type(value)
        if type_.element_type == element:
            return value
        return self.emit(ConvertOp, [value], TensorType(element, type_.get_shape()))

    def compare(self, direction: str, left: SSAValue, right: SSAValue) -> SSAValue:
        """Whether a relation holds, element by element."""
        type_ = TensorType(i1, tensor_type(left).get_shape())
        return self.emit(CompareOp, [left, right], type_, comparison_direction=ComparisonDirectionAttr(direction))

    def select(self, condition: SSAValue, value: SSAValue, other: SSAValue) -> SSAValue:
        """One of two values, element by element."""
        return self.emit(SelectOp, [condition, value, other], tensor_type(value))

    def reduce(self, value: SSAValue, dim: int, combiner: type[BinaryOp], init: float) -> SSAValue:
        """The value reduced along a dim, which stays with size 1."""
        type_ = tensor_type(value)
        element, shape = type_.element_type, list(type_.get_shape())
        scalar = TensorType(element, [])
        rest = TensorType(element, [size for at, size in enumerate(shape) if at != dim])
        operands = [value, self.constant(scalar, init)]
        found = self.emit(ReduceOp, operands, rest, regions=[combining(element, combiner)], dimensions=integers([dim]))
        return self.reshaped(found, [1 if at == dim else size for at, size in enumerate(shape)])

    def numbers(self, attribute: str, operand: int) -> tuple[int, ...]:
        """A list of integers: an attribute in LLVM 19, a constant operand in LLVM 22.

        Raises:
            OperationError: it is not constant.
        """
        if attribute in self.signature.attributes:
            return self.signature.integers(attribute)
        constants = self.signature.constants
        known = constants[operand] if operand < len(constants) else None
        if known is None:
            raise self.fail(f"unless '{attribute}' is a constant")
        return tuple(int(value) for value in known)


def combining(element: Attribute, combiner: type[BinaryOp]) -> Region:
    """A region that combines two scalars."""
    block = Block(arg_types=[TensorType(element, [])] * 2)
    combined = combiner(block.args[0], block.args[1])
    block.add_ops([combined, ReturnOp.create(operands=[combined.result])])
    return Region(block)


def extreme(element: Attribute, value: float) -> float:
    """The value, or in place of an infinite one the least or greatest of an integer type."""
    width = integer_width(element)
    if width is None or value not in (inf, -inf):
        return value
    limit = 1 << (width - 1)
    return limit - 1 if value > 0 else -limit


def element_of(type_: Attribute) -> Attribute:
    """The type that elements of a type have in StableHLO."""
    return i64 if isinstance(type_, IndexType) else type_


def is_float(value: SSAValue) -> bool:
    """Whether a tensor's elements are floats."""
    return isinstance(tensor_type(value).element_type, AnyFloat)


def integer_width(element: Attribute) -> int | None:
    """The bits of an integer type, None for any other."""
    return cast(IntegerType, element).width.data if isinstance(element, IntegerType) else None


def number_of(attribute: Attribute | None) -> float | None:
    """The number in an attribute."""
    if isinstance(attribute, IntegerAttr):
        return attribute.value.data
    return attribute.value.data if isinstance(attribute, FloatAttr) else None
