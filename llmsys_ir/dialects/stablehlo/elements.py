"""Kinds of element types, and which kinds an op takes."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeAlias

from xdsl.dialects.builtin import AnyFloat, ComplexType, IndexType, IntegerType, Signedness, f32, f64, f80, f128, tf32
from xdsl.ir import Attribute, SSAValue
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.quant import QuantizedType
from llmsys_ir.dialects.shapes import element_type_of

BOOLEAN = "boolean"
SIGNED = "signed integer"
UNSIGNED = "unsigned integer"
FLOAT = "float"
COMPLEX = "complex"
QUANTIZED = "quantized"
INDEX = "index"

INTEGER = (SIGNED, UNSIGNED)
NUMBER = (*INTEGER, FLOAT, COMPLEX, QUANTIZED)
ANY = (BOOLEAN, *NUMBER)

Kinds: TypeAlias = Collection[str]
"""The kinds of elements that an operand may have."""

_NAMES = (*ANY, INDEX)
_WIDTHS = (2, 4, 8, 16, 32, 64)


def kind_of(element_type: Attribute | None) -> str | None:
    """The kind of an element type; none if no op takes it."""
    match element_type:
        case IntegerType():
            return _kind_of_integer(element_type)
        case ComplexType():
            return COMPLEX if element_type.element_type in (f32, f64) else None
        case IndexType():
            return INDEX
        case QuantizedType():
            return QUANTIZED
        case _ if isinstance(element_type, AnyFloat):
            return None if element_type in (f80, f128, tf32) else FLOAT
        case _:
            return None


def _kind_of_integer(type_: IntegerType) -> str | None:
    width, signedness = type_.width.data, type_.signedness.data
    if width == 1 and signedness is Signedness.SIGNLESS:
        return BOOLEAN
    if width not in _WIDTHS or signedness is Signedness.SIGNED:
        return None
    return UNSIGNED if signedness is Signedness.UNSIGNED else SIGNED


def check_kind(what: str, value: SSAValue, kinds: Kinds) -> None:
    """Raise unless the elements of a tensor are of one of the kinds."""
    element_type = element_type_of(value.type)
    if kind_of(element_type) not in kinds:
        expected = ", ".join(kind for kind in _NAMES if kind in kinds)
        raise VerifyException(f"{what} must have elements of type {expected}, got '{element_type or value.type}'")


def check_same_element_type(what: str, *values: SSAValue) -> None:
    """Raise unless all tensors have one element type."""
    first, *others = [element_type_of(value.type) for value in values]
    for other in others:
        if other != first:
            raise VerifyException(f"{what} must have the same element type, got '{first}' != '{other}'")


def check_promotable(what: str, source: SSAValue, target: SSAValue) -> None:
    """Raise unless elements can be widened to those of `target`: the same kind, and no fewer bits."""
    narrow, wide = element_type_of(source.type), element_type_of(target.type)
    kind = kind_of(narrow)
    if narrow == wide or kind == QUANTIZED:
        return
    if kind is None or kind != kind_of(wide) or bits_of(narrow) > bits_of(wide):
        raise VerifyException(f"{what} must be of type '{narrow}' or wider, got '{wide}'")


def bits_of(element_type: Attribute | None) -> int:
    """How many bits an element has; 0 for one that no op takes."""
    match element_type:
        case IntegerType():
            return element_type.bitwidth
        case ComplexType():
            return 2 * bits_of(element_type.element_type)
        case _ if isinstance(element_type, AnyFloat):
            return element_type.bitwidth
        case _:
            return 0
