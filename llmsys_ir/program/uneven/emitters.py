"""Putting padding on dims, taking it off, and filling it: in StableHLO, or in the core dialects of MLIR."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from xdsl.builder import Builder
from xdsl.dialects import arith, tensor
from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, TensorType, i1, i32, i64
from xdsl.ir import Attribute, Operation, SSAValue

from llmsys_ir.dialects.linalg.scalar import IndexOp
from llmsys_ir.dialects.stablehlo import creation, enums, reshaping, selection, slicing
from llmsys_ir.dialects.tensors import Tensor, splat, tensor_type, zeros
from llmsys_ir.program.collectives import neutral_element
from llmsys_ir.program.generics import generic
from llmsys_ir.program.shard_starts import index_constant
from llmsys_ir.sharding.sharding import ReductionKind

Sizes = Mapping[int, int]
"""Dims and their new sizes."""


class Emitter(Protocol):
    """Emits at a builder's insertion point."""

    def pad(self, builder: Builder, value: SSAValue, sizes: Sizes) -> SSAValue:
        """The value with zeros behind what it has of some dims."""
        ...

    def cut(self, builder: Builder, value: SSAValue, sizes: Sizes) -> SSAValue:
        """The first elements of some dims."""
        ...

    def fill(self, builder: Builder, value: SSAValue, dim: int, size: int, fill: ReductionKind | SSAValue) -> SSAValue:
        """The value with something else behind the first `size` elements of a dim: a scalar, or what is neutral."""
        ...


def emitter_for(op: Operation) -> Emitter:
    """The emitter for the operands and results of an op: of its own dialect, if that can."""
    return _StableHLO() if op.name.startswith(("stablehlo.", "chlo.")) else _Core()


def _resized(value: SSAValue, sizes: Sizes) -> Tensor:
    type_ = tensor_type(value)
    shape = [sizes.get(dim, size) for dim, size in enumerate(type_.get_shape())]
    return TensorType(type_.element_type, shape, type_.encoding)


def _integers(values: Sequence[int]) -> Attribute:
    return DenseArrayBase.from_list(i64, list(values))


class _StableHLO:
    def pad(self, builder: Builder, value: SSAValue, sizes: Sizes) -> SSAValue:
        type_, shape = _resized(value, sizes), tensor_type(value).get_shape()
        none = [0] * len(shape)
        more = [after - before for before, after in zip(shape, type_.get_shape(), strict=True)]
        names = ("edge_padding_low", "edge_padding_high", "interior_padding")
        zero = builder.insert(creation.ConstantOp(zeros(TensorType(type_.element_type, []))))
        return self._emit(
            builder,
            slicing.PadOp,
            [value, zero.results[0]],
            type_,
            dict(zip(names, map(_integers, (none, more, none)), strict=True)),
        )

    def cut(self, builder: Builder, value: SSAValue, sizes: Sizes) -> SSAValue:
        type_ = _resized(value, sizes)
        rank = type_.get_num_dims()
        parts = ([0] * rank, type_.get_shape(), [1] * rank)
        names = ("start_indices", "limit_indices", "strides")
        return self._emit(
            builder, slicing.SliceOp, [value], type_, dict(zip(names, map(_integers, parts), strict=True))
        )

    def fill(self, builder: Builder, value: SSAValue, dim: int, size: int, fill: ReductionKind | SSAValue) -> SSAValue:
        type_ = tensor_type(value)
        shape = type_.get_shape()
        counted = TensorType(i32, [shape[dim]])
        positions = self._emit(builder, creation.IotaOp, [], counted, {"iota_dimension": IntegerAttr(0, i64)})
        bound = builder.insert(creation.ConstantOp(splat(counted, size))).results[0]
        direction = {"comparison_direction": enums.ComparisonDirectionAttr("LT")}
        is_real = self._emit(builder, selection.CompareOp, [positions, bound], TensorType(i1, [shape[dim]]), direction)
        is_real = self._broadcast(builder, is_real, TensorType(i1, shape), [dim])
        if isinstance(fill, ReductionKind):
            other = builder.insert(creation.ConstantOp(neutral_element(type_, fill))).results[0]
        else:
            other = self._broadcast(builder, fill, type_, [])
        return self._emit(builder, selection.SelectOp, [is_real, value, other], type_, {})

    def _broadcast(self, builder: Builder, value: SSAValue, type_: Tensor, dims: Sequence[int]) -> SSAValue:
        properties = {"broadcast_dimensions": _integers(dims)}
        return self._emit(builder, reshaping.BroadcastInDimOp, [value], type_, properties)

    def _emit(
        self,
        builder: Builder,
        op: type[Operation],
        operands: Sequence[SSAValue],
        type_: Tensor,
        properties: Mapping[str, Attribute],
    ) -> SSAValue:
        return builder.insert(op.create(operands=operands, result_types=[type_], properties=properties)).results[0]


class _Core:
    def pad(self, builder: Builder, value: SSAValue, sizes: Sizes) -> SSAValue:
        type_, shape = _resized(value, sizes), tensor_type(value).get_shape()
        destination = builder.insert(arith.ConstantOp(zeros(type_))).result
        offsets, ones = [0] * len(shape), [1] * len(shape)
        op = tensor.InsertSliceOp.from_static_parameters(value, destination, offsets, list(shape), ones)
        return builder.insert(op).results[0]

    def cut(self, builder: Builder, value: SSAValue, sizes: Sizes) -> SSAValue:
        type_ = _resized(value, sizes)
        offsets, ones = [0] * type_.get_num_dims(), [1] * type_.get_num_dims()
        op = tensor.ExtractSliceOp(value, offsets, list(type_.get_shape()), ones, type_)
        return builder.insert(op).results[0]

    def fill(self, builder: Builder, value: SSAValue, dim: int, size: int, fill: ReductionKind | SSAValue) -> SSAValue:
        type_ = tensor_type(value)

        def body(inner: Builder, scalars: Sequence[SSAValue]) -> SSAValue:
            position = inner.insert(IndexOp(dim)).result
            is_real = inner.insert(arith.CmpiOp(position, index_constant(inner, size), "ult")).result
            return inner.insert(arith.SelectOp(is_real, scalars[0], scalars[1])).result

        if isinstance(fill, ReductionKind):
            scalar = TensorType(type_.element_type, [])
            fill = builder.insert(arith.ConstantOp(neutral_element(scalar, fill))).result
        rank = type_.get_num_dims()
        return generic(builder, type_, [value, fill], [range(rank), ()], body)
