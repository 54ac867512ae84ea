"""Checks that several ops share; each raises a `VerifyException` that names the offender and both values."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects.builtin import DYNAMIC_INDEX, ArrayAttr, DenseArrayBase, IntegerType, i64
from xdsl.ir import Attribute
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.shapes import dims_agree, shape_text
from llmsys_ir.dialects.stablehlo.types import BoundsAttr
from llmsys_ir.dialects.tensors import Dense, Tensor


def check(condition: bool, message: str) -> None:
    """Raise with the message unless the condition holds."""
    if not condition:
        raise VerifyException(message)


def check_dims(what: str, dims: Sequence[int], rank: int) -> None:
    """Raise unless dims are distinct and lie in `[0, rank)`."""
    if len(set(dims)) < len(dims) or not all(0 <= dim < rank for dim in dims):
        raise VerifyException(f"{what} must be distinct and in [0, {rank}), got {list(dims)}")


def check_sorted(what: str, dims: Sequence[int]) -> None:
    """Raise unless dims ascend."""
    if list(dims) != sorted(dims):
        raise VerifyException(f"{what} must be sorted, got {list(dims)}")


def check_dim(what: str, dim: int, rank: int) -> None:
    """Raise unless a dim lies in `[0, rank)`."""
    if not 0 <= dim < rank:
        raise VerifyException(f"{what} must be in [0, {rank}), got {dim}")


def check_length(what: str, values: Sequence[object], length: int) -> None:
    """Raise unless a list has the length."""
    if len(values) != length:
        raise VerifyException(f"{what} must have {length} element(s), got {len(values)}")


def check_positive(what: str, values: Sequence[int]) -> None:
    """Raise unless all values are at least 1."""
    if any(value < 1 for value in values):
        raise VerifyException(f"{what} must be positive, got {list(values)}")


def check_equal_length(lhs: str, lhs_values: Sequence[object], rhs: str, rhs_values: Sequence[object]) -> None:
    """Raise unless two lists have the same length."""
    if len(lhs_values) != len(rhs_values):
        raise VerifyException(f"{lhs} and {rhs} must have the same length, got {len(lhs_values)} != {len(rhs_values)}")


def check_sizes(what: str, lhs: Sequence[int], lhs_dims: Sequence[int], rhs: Sequence[int], rhs_dims: Sequence[int]):
    """Raise unless paired dims of two shapes can have the same size."""
    for left, right in zip(lhs_dims, rhs_dims, strict=True):
        if not dims_agree(lhs[left], rhs[right]):
            raise VerifyException(f"{what} sizes must be equal, got {lhs[left]} != {rhs[right]}")


def check_same_shape(what: str, *shapes: Sequence[int]) -> None:
    """Raise unless all shapes can be the same."""
    first = shapes[0]
    for shape in shapes[1:]:
        if len(shape) != len(first) or not all(map(dims_agree, first, shape)):
            raise VerifyException(f"{what} must have the same shape, got {shape_text(first)} != {shape_text(shape)}")


def known(*dims: int) -> bool:
    """Whether no dim is dynamic."""
    return DYNAMIC_INDEX not in dims


def integers_of(attribute: DenseArrayBase[IntegerType] | None) -> tuple[int, ...] | None:
    """The values of an attribute `array<i64: ...>`; none if it is absent."""
    return None if attribute is None else attribute.get_values()


def pairs_of(what: str, attribute: Dense, count: int) -> list[tuple[int, int]]:
    """The rows of a dense attribute of `count` rows and two columns."""
    shape, element_type = attribute.get_shape(), attribute.get_element_type()
    check(shape == (count, 2), f"{what} must have shape {count}x2, got {shape_text(shape)}")
    check(element_type == i64, f"{what} must have elements of type 'i64', got '{element_type}'")
    values = [value for value in expanded(attribute) if isinstance(value, int)]
    return list(zip(values[::2], values[1::2], strict=True))


def expanded(attribute: Dense) -> Sequence[object]:
    """The elements of a dense attribute, row by row, also where one stands for all."""
    values = attribute.get_values()
    return values * attribute.type.element_count() if len(values) == 1 else values


def check_precision(precision: ArrayAttr[Attribute] | None) -> None:
    """Raise unless at most two precisions are given."""
    if precision is not None and len(precision) > 2:
        raise VerifyException(f"precision_config must have at most 2 elements, got {len(precision)}")


def check_bounded(what: str, type_: Tensor) -> None:
    """Raise unless at most one dim of a tensor is dynamic, and that has a bound."""
    bounds = type_.encoding.data if isinstance(type_.encoding, BoundsAttr) else ()
    dynamic = [dim for dim, size in enumerate(type_.get_shape()) if size == DYNAMIC_INDEX]
    bounded = all(dim < len(bounds) and bounds[dim] >= 0 for dim in dynamic)
    if len(dynamic) > 1 or not bounded:
        raise VerifyException(f"{what} must have static dims, or one that has a bound, got '{type_}'")
