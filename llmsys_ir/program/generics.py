"""Elementwise `linalg.generic` ops, as passes make them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias, cast

from xdsl.builder import Builder
from xdsl.dialects import arith, tensor
from xdsl.dialects.builtin import AnyFloat, FloatAttr, IndexType, IntegerAttr, IntegerType
from xdsl.dialects.linalg.ops import YieldOp
from xdsl.ir import Attribute, Block, Region, SSAValue
from xdsl.rewriter import InsertPoint

from llmsys_ir.dialects.linalg.structured import GenericOp, parallel, projection
from llmsys_ir.dialects.tensors import Tensor, tensor_type

Body: TypeAlias = Callable[[Builder, Sequence[SSAValue]], SSAValue]
"""Emits what a structured op yields, from the scalars of its inputs."""


def generic(
    builder: Builder, result: Tensor, inputs: Sequence[SSAValue], dims: Sequence[Sequence[int]], body: Body
) -> SSAValue:
    """Emit an op that computes each element of a tensor of type `result`.

    Args:
        builder: where to.
        result: the type.
        inputs: tensors that it reads.
        dims: for each input the dims of the result that its dims are.
        body: what it computes.
    """
    rank = result.get_num_dims()
    elements = [tensor_type(value).element_type for value in inputs]
    block = Block(arg_types=[*elements, result.element_type])
    inner = Builder(InsertPoint.at_end(block))
    inner.insert(YieldOp(body(inner, block.args[:-1])))
    destination = builder.insert(tensor.EmptyOp([], result)).tensor
    maps = [projection(rank, each) for each in (*dims, range(rank))]
    return builder.insert(GenericOp(inputs, [destination], Region(block), maps, parallel(rank))).results[0]


def zero(builder: Builder, type_: Attribute) -> SSAValue:
    """A scalar zero."""
    if isinstance(type_, AnyFloat):
        return builder.insert(arith.ConstantOp(FloatAttr(0.0, type_))).result
    return builder.insert(arith.ConstantOp(IntegerAttr(0, cast(IntegerType, type_)))).result


def cast_index(builder: Builder, value: SSAValue, type_: Attribute) -> SSAValue:
    """An integer as one of another type, of which at least one is `index`; the same value if the type is."""
    if value.type == type_:
        return value
    assert isinstance(type_, IndexType) or isinstance(value.type, IndexType)
    return builder.insert(arith.IndexCastOp(value, type_)).result
