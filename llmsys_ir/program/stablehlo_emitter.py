"""Emitting StableHLO ops that compute positions, for local forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from xdsl.dialects import arith, tensor
from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, IntegerType, TensorType, i1, i32, i64
from xdsl.ir import Attribute, Operation, SSAValue

from llmsys_ir.dialects.stablehlo import arithmetic, conversion, creation, enums, reshaping, selection
from llmsys_ir.dialects.tensors import Tensor, splat, tensor_type, zeros
from llmsys_ir.program.local_forms import Localizer
from llmsys_ir.program.shard_starts import shard_start
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Axes


@dataclass(frozen=True)
class Emitter:
    """Emits what stands for a localizer's op."""

    local: Localizer

    @property
    def mesh(self) -> Mesh:
        """The mesh that the op is spread over."""
        return self.local.mesh

    def insert(self, op: Operation) -> SSAValue:
        """An op with one result."""
        return self.local.builder.insert(op).results[0]

    def emit(
        self, op: type[Operation], operands: Sequence[SSAValue], type_: Tensor, **properties: Attribute
    ) -> SSAValue:
        """An op with one result."""
        return self.insert(op.create(operands=operands, result_types=[type_], properties=properties))

    def binary(self, op: type[Operation], left: SSAValue, right: SSAValue) -> SSAValue:
        """An elementwise op on two tensors of one type."""
        return self.emit(op, [left, right], tensor_type(left))

    def constant(self, type_: Tensor, value: int) -> SSAValue:
        """A splat of an integer."""
        return self.insert(creation.ConstantOp(splat(type_, value)))

    def zeros(self, type_: Tensor) -> SSAValue:
        """Zeros of any element type."""
        return self.insert(creation.ConstantOp(zeros(type_)))

    def countable(self, value: SSAValue) -> SSAValue:
        """Integers of at least 32 bits, which can number the elements of any dim."""
        shape, element = tensor_type(value).get_shape(), tensor_type(value).element_type
        if integer_type(element).width.data >= 32:
            return value
        return self.emit(conversion.ConvertOp, [value], TensorType(i32, shape))

    def shard_start(self, axes: Axes, size: int, element: Attribute) -> SSAValue:
        """Where a device's shard of `size` elements starts in a dim that is split over `axes`: a scalar integer."""
        if not axes:
            return self.constant(TensorType(element, []), 0)
        builder = self.local.builder
        start = shard_start(builder, self.local.mesh, axes, size)
        integer = IntegerType(integer_type(element).width.data)
        scalar = builder.insert(arith.IndexCastOp(start, integer)).result
        made = self.emit(tensor.FromElementsOp, [scalar], TensorType(integer, []))
        return made if integer == element else self.emit(conversion.ConvertOp, [made], TensorType(element, []))

    def broadcast(self, value: SSAValue, shape: Sequence[int], dims: Sequence[int]) -> SSAValue:
        """A tensor whose dim `i` is dim `dims[i]` of the result."""
        type_ = TensorType(tensor_type(value).element_type, shape)
        properties = {"broadcast_dimensions": DenseArrayBase.from_list(i64, dims)}
        return self.emit(reshaping.BroadcastInDimOp, [value], type_, **properties)

    def count(self, type_: Tensor, dim: int) -> SSAValue:
        """Positions along a dim."""
        return self.emit(creation.IotaOp, [], type_, iota_dimension=IntegerAttr(dim, i64))

    def within(self, value: SSAValue, size: int) -> SSAValue:
        """Whether numbers are from 0 to below `size`."""
        bounds = (("GE", 0), ("LT", size))
        sides = [self.compared(value, word, self.constant(tensor_type(value), bound)) for word, bound in bounds]
        return self.binary(arithmetic.AndOp, *sides)

    def compared(self, left: SSAValue, direction: str, right: SSAValue) -> SSAValue:
        """Whether `left` is `GE`, `LT`, ... `right`, element by element."""
        boolean = TensorType(i1, tensor_type(left).get_shape())
        attribute = enums.ComparisonDirectionAttr(direction)
        return self.emit(selection.CompareOp, [left, right], boolean, comparison_direction=attribute)

    def select(self, mask: SSAValue, value: SSAValue, other: SSAValue) -> SSAValue:
        """The value where the mask holds, else the other."""
        return self.emit(selection.SelectOp, [mask, value, other], tensor_type(value))


def integer_type(element: Attribute) -> IntegerType:
    """An element type that is known to be of integers."""
    return cast(IntegerType, element)


def integers(values: Sequence[int]) -> Attribute:
    """Integers as an attribute."""
    return DenseArrayBase.from_list(i64, list(values))
