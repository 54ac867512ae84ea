"""Shapes and element types of tensor types, and checks of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import cast

from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    AnyTensorType,
    AnyUnrankedTensorType,
    TensorType,
    UnrankedTensorType,
)
from xdsl.ir import Attribute
from xdsl.utils.exceptions import VerifyException


def shape_of(type_: Attribute) -> tuple[int, ...] | None:
    """The dims of a ranked tensor type; none for an unranked one."""
    return type_.get_shape() if isinstance(type_, TensorType) else None


def element_type_of(type_: Attribute) -> Attribute | None:
    """The element type of a tensor type; none for another type."""
    if not isinstance(type_, TensorType | UnrankedTensorType):
        return None
    return cast("AnyTensorType | AnyUnrankedTensorType", type_).element_type


def dims_agree(lhs: int, rhs: int) -> bool:
    """Whether two dims can be the same size: equal, or one of them dynamic."""
    return lhs == rhs or DYNAMIC_INDEX in (lhs, rhs)


def shapes_agree(lhs: Sequence[int], rhs: Sequence[int]) -> bool:
    """Whether two shapes have the same rank and dims that agree."""
    return len(lhs) == len(rhs) and all(map(dims_agree, lhs, rhs))


def broadcast(shapes: Iterable[Sequence[int]]) -> tuple[int, ...] | None:
    """The broadcast of some shapes, aligned at their last dims; none if they do not broadcast."""
    result: list[int] = []
    for dims in zip_longest(*(reversed(shape) for shape in shapes), fillvalue=1):
        sizes = {dim for dim in dims if dim not in (1, DYNAMIC_INDEX)}
        if len(sizes) > 1:
            return None
        result.append(sizes.pop() if sizes else DYNAMIC_INDEX if DYNAMIC_INDEX in dims else 1)
    return tuple(reversed(result))


def shape_text(shape: Iterable[int]) -> str:
    """A shape as in a tensor type: `2x?x3`."""
    return "x".join("?" if dim == DYNAMIC_INDEX else str(dim) for dim in shape) or "scalar"


def check_shape(what: str, expected: Sequence[int], type_: Attribute) -> None:
    """Raise unless a tensor type is unranked or has the expected shape."""
    shape = shape_of(type_)
    if shape is not None and not shapes_agree(expected, shape):
        raise VerifyException(f"{what} must be {shape_text(expected)}, got {shape_text(shape)}")


def check_rank(what: str, rank: int, type_: Attribute) -> None:
    """Raise unless a tensor type is unranked or has the given rank."""
    shape = shape_of(type_)
    if shape is not None and len(shape) != rank:
        raise VerifyException(f"{what} must have rank {rank}, got {shape_text(shape)}")
