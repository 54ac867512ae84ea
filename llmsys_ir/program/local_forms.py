"""Local forms: what one device runs in place of an op.

For most ops that is the op itself on smaller types. Ops that state shapes in attributes or shape operands need
those made local too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from xdsl.builder import Builder
from xdsl.dialects.builtin import (
    DenseArrayBase,
    i64,
)
from xdsl.ir import Attribute, Operation, Region, SSAValue

from llmsys_ir.dialects.tensors import (
    Tensor,
    as_dense,
    dense_from,
    splat_data,
    splat_of_data,
    static_integers,
    tensor_type,
)

LocalForm: TypeAlias = Callable[[Operation, Builder, Sequence[SSAValue], Sequence[Tensor]], Operation]
"""Builds the local form of an op without regions: `(op, builder, local operands, local result types) -> op`, not yet
inserted."""


def rebuild(
    op: Operation,
    operands: Sequence[SSAValue],
    result_types: Sequence[Attribute],
    properties: Mapping[str, Attribute] | None = None,
    captured: Mapping[SSAValue, SSAValue] | None = None,
) -> Operation:
    """A copy of `op` with other operands, result types and changed properties.

    `captured` says what stands for values that the op's regions use from outside.
    """
    return type(op).create(
        operands=operands,
        result_types=result_types,
        properties={**op.properties, **(properties or {})},
        attributes=dict(op.attributes),
        regions=[_copy_region(region, captured or {}) for region in op.regions],
        location=op.location,
    )


def _copy_region(region: Region, captured: Mapping[SSAValue, SSAValue]) -> Region:
    copy = Region()
    region.clone_into(copy, value_mapper=dict(captured))
    return copy


def local_form(
    op: Operation,
    builder: Builder,
    operands: Sequence[SSAValue],
    result_types: Sequence[Tensor],
    captured: Mapping[SSAValue, SSAValue],
) -> Operation:
    """What one device runs in place of `op`, on local operands, giving local results (see `rebuild`)."""
    form = _FORMS.get(op.name)
    if form is None:
        return rebuild(op, operands, result_types, captured=captured)
    return form(op, builder, operands, result_types)


def _shape_in(name: str) -> LocalForm:
    """For ops that repeat the result's shape in the attribute `name`."""

    def form(op: Operation, _: Builder, operands: Sequence[SSAValue], result_types: Sequence[Tensor]) -> Operation:
        shape = DenseArrayBase.from_list(i64, result_types[0].get_shape())
        return rebuild(op, operands, result_types, {name: shape})

    return form


def _shape_in_attribute_or_operand(name: str, operand: int) -> LocalForm:
    """For tosa ops with the result's shape in an attribute (LLVM 19) or in a shape operand (LLVM 20 and later)."""

    def form(
        op: Operation, builder: Builder, operands: Sequence[SSAValue], result_types: Sequence[Tensor]
    ) -> Operation:
        if name in op.properties:
            return _shape_in(name)(op, builder, operands, result_types)
        shape = builder.insert(_shape_like(operands[operand], result_types[0].get_shape()))
        local = [*operands[:operand], shape.results[0], *operands[operand + 1 :]]
        return rebuild(op, local, result_types)

    return form


def _shape_like(value: SSAValue, shape: Sequence[int]) -> Operation:
    """A shape constant like the one that defines `value`, with another value."""
    constant = value.owner
    assert isinstance(constant, Operation)
    values = as_dense(constant.properties["values"])
    assert values is not None
    return rebuild(constant, (), [value.type], {"values": dense_from(values.type, list(shape))})


def _extract_slice(
    op: Operation, _: Builder, operands: Sequence[SSAValue], result_types: Sequence[Tensor]
) -> Operation:
    """Dims taken in full are taken in full of the local operand; the others are whole."""
    sizes = static_integers(op.properties["static_sizes"])
    source, local = tensor_type(op.operands[0]).get_shape(), tensor_type(operands[0]).get_shape()
    taken = [after if size == before else size for size, before, after in zip(sizes, source, local, strict=True)]
    return rebuild(op, operands, result_types, {"static_sizes": DenseArrayBase.from_list(i64, taken)})


def _constant(op: Operation, _: Builder, operands: Sequence[SSAValue], result_types: Sequence[Tensor]) -> Operation:
    """A splat takes the local shape; any other constant is whole on every device."""
    for name, attribute in op.properties.items():
        value = as_dense(attribute)
        element = None if value is None else splat_data(value)
        if element is not None:
            return rebuild(op, operands, result_types, {name: splat_of_data(result_types[0], element)})
    return rebuild(op, operands, result_types)


_FORMS: Mapping[str, LocalForm] = {
    "arith.constant": _constant,
    "tosa.const": _constant,
    "tensor.expand_shape": _shape_in("static_output_shape"),
    "tensor.extract_slice": _extract_slice,
    "tosa.reshape": _shape_in_attribute_or_operand("new_shape", 1),
    "tosa.slice": _shape_in_attribute_or_operand("size", 2),
}
