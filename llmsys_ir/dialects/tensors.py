"""Tensor types and dense attributes with their type parameters in place, as xDSL's own checks leave them open."""

from __future__ import annotations

from typing import TypeAlias, cast

from xdsl.dialects.builtin import (
    AnyDenseElement,
    BytesAttr,
    ComplexType,
    DenseArrayBase,
    DenseIntOrFPElementsAttr,
    IntegerType,
    TensorType,
)
from xdsl.ir import Attribute, SSAValue

Tensor: TypeAlias = TensorType[Attribute]
"""A ranked tensor type."""

Dense: TypeAlias = DenseIntOrFPElementsAttr[AnyDenseElement]
"""A dense attribute of any element type."""


def as_tensor(type_: Attribute) -> Tensor | None:
    """The type, if it is a ranked tensor's."""
    return cast(Tensor, type_) if isinstance(type_, TensorType) else None


def tensor_type(value: SSAValue) -> Tensor:
    """The type of a value that is known to be a ranked tensor."""
    type_ = as_tensor(value.type)
    assert type_ is not None, f"expected a ranked tensor, got {value.type}"
    return type_


def as_dense(attribute: Attribute | None) -> Dense | None:
    """The attribute, if it is dense."""
    return cast(Dense, attribute) if isinstance(attribute, DenseIntOrFPElementsAttr) else None


def splat_data(attribute: Dense) -> bytes | None:
    """The bytes of a splat's one element; None if the elements differ.

    A splat may hold its element once or once per position. NaNs are compared by their bytes.
    """
    data = attribute.data.data
    element = data[: attribute.get_element_type().compile_time_size]
    return element if element * (len(data) // max(1, len(element))) == data else None


def splat_of_data(type_: Tensor, element: bytes) -> Dense:
    """A tensor with these bytes as every element."""
    return DenseIntOrFPElementsAttr(cast("TensorType[AnyDenseElement]", type_), BytesAttr(element))


def zeros(type_: Tensor) -> Dense:
    """A tensor of zeros of any element type."""
    return splat_of_data(type_, bytes(cast(AnyDenseElement, type_.element_type).compile_time_size))


def splat(type_: Tensor, value: float) -> Dense:
    """A tensor of one value everywhere."""
    return dense_from(type_, [(value, 0)] if isinstance(type_.element_type, ComplexType) else [value])


def dense_from(type_: Attribute, values: list[float] | list[int] | list[tuple[float, float]]) -> Dense:
    """A dense attribute of these elements."""
    return cast(Dense, DenseIntOrFPElementsAttr.from_list(type_, values))  # pyright: ignore[reportCallIssue, reportArgumentType]


def static_integers(attribute: Attribute) -> tuple[int, ...]:
    """The values of an integer array attribute."""
    assert isinstance(attribute, DenseArrayBase)
    return cast("DenseArrayBase[IntegerType]", attribute).get_values()
