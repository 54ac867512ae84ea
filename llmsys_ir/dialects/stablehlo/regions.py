"""Regions of ops: what their arguments and results must be."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects.builtin import TensorType
from xdsl.ir import Attribute, Region, SSAValue
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.shapes import element_type_of, shape_of, shapes_agree
from llmsys_ir.dialects.stablehlo.elements import check_promotable


def returned(region: Region) -> Sequence[SSAValue]:
    """The values that the region's last op hands out; none if there is no such op."""
    block = region.blocks.first
    last = block.last_op if block is not None else None
    return () if last is None else last.operands


def arguments(region: Region) -> Sequence[SSAValue]:
    """The arguments of the region's block."""
    block = region.blocks.first
    return () if block is None else block.args


def scalar_like(value: SSAValue) -> Attribute:
    """The type of one element of a tensor, as a tensor of rank 0."""
    element_type = element_type_of(value.type)
    return value.type if element_type is None else TensorType(element_type, [])


def types_agree(lhs: Attribute, rhs: Attribute) -> bool:
    """Whether two types are equal, but for dynamic dims."""
    if lhs == rhs:
        return True
    left, right = shape_of(lhs), shape_of(rhs)
    if left is None or right is None or element_type_of(lhs) != element_type_of(rhs):
        return False
    return shapes_agree(left, right)


def check_types(what: str, expected: Sequence[Attribute], values: Sequence[SSAValue]) -> None:
    """Raise unless values have the expected types, as far as these are static."""
    got = [value.type for value in values]
    if len(got) != len(expected) or not all(map(types_agree, expected, got)):
        raise VerifyException(f"{what} must have the types ({_text(expected)}), got ({_text(got)})")


def _text(types: Sequence[Attribute]) -> str:
    return ", ".join(map(str, types))


def check_reducer(region: Region, elements: Sequence[SSAValue], what: str = "reducer") -> None:
    """Raise unless a region takes two scalars per tensor and returns one, of the tensor's element type or a wider."""
    args, results = arguments(region), returned(region)
    if len(args) != 2 * len(elements):
        raise VerifyException(f"{what} must have {2 * len(elements)} argument(s), got {len(args)}")
    for argument in args:
        if shape_of(argument.type) != ():
            raise VerifyException(f"arguments of the {what} must be tensors of rank 0, got '{argument.type}'")
    types = [argument.type for argument in args]
    check_types(f"second arguments of the {what}", types[: len(elements)], args[len(elements) :])
    check_types(f"results of the {what}", types[: len(elements)], results)
    for element, argument in zip(elements, args, strict=False):
        check_promotable(f"elements of the {what}", element, argument)


def reduced_element_types(region: Region) -> list[Attribute | None]:
    """The element types that a reducer's results have, one per tensor."""
    return [element_type_of(value.type) for value in returned(region)]


def check_region(what: str, region: Region, inputs: Sequence[Attribute], outputs: Sequence[Attribute]) -> None:
    """Raise unless a region takes and returns values of these types."""
    check_types(f"arguments of the {what}", inputs, arguments(region))
    check_types(f"results of the {what}", outputs, returned(region))
