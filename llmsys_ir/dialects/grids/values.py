"""Which types of values the ops on device grids take, with MLIR's messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from xdsl.dialects.builtin import DYNAMIC_INDEX, MemRefType, TensorType, UnrankedMemRefType
from xdsl.ir import Attribute, SSAValue
from xdsl.utils.exceptions import VerifyException


@dataclass(frozen=True)
class Values:
    """A set of types: ranked tensors, of at least `least_rank` dims, and perhaps memrefs."""

    text: str
    least_rank: int = 0
    memrefs: bool = False

    def verify(self, what: str, value: SSAValue) -> None:
        """Check the type of a value."""
        if not self._holds(value.type):
            raise VerifyException(f"{what} must be {self.text} of any type values, but got '{value.type}'")

    def _holds(self, type_: Attribute) -> bool:
        match type_:
            case UnrankedMemRefType():
                return self.memrefs and not self.least_rank
            case TensorType() | MemRefType():
                allowed = self.memrefs or isinstance(type_, TensorType)
                return allowed and type_.get_num_dims() >= self.least_rank
            case _:
                return False


TENSORS = Values("ranked tensor")
SPLITTABLE_TENSORS = Values("non-0-ranked.tensor", 1)
TENSORS_OR_LATER_MEMREFS = Values("ranked tensor", memrefs=True)
"""Ranked tensors up to LLVM 19, whose words are used, and memrefs too later on."""
SPLITTABLE_TENSORS_OR_LATER_MEMREFS = Values("non-0-ranked.tensor", 1, memrefs=True)
"""Ranked tensors up to LLVM 22, whose words are used, and memrefs too later on."""
TENSORS_AND_MEMREFS = Values("memref of any type values or ranked tensor", memrefs=True)
SPLITTABLE_TENSORS_AND_MEMREFS = Values(
    "non-0-ranked.memref of any type values or non-0-ranked.tensor", 1, memrefs=True
)


def type_shape(type_: Attribute) -> tuple[int, ...]:
    """The sizes of a tensor or memref."""
    if isinstance(type_, TensorType):
        return cast("TensorType[Attribute]", type_).get_shape()
    assert isinstance(type_, MemRefType), f"expected a ranked tensor or memref, got {type_}"
    return cast("MemRefType[Attribute]", type_).get_shape()


def shape_of(value: SSAValue) -> tuple[int, ...]:
    """The sizes of a value that is known to be a tensor or memref."""
    return type_shape(value.type)


def element_of(value: SSAValue) -> Attribute:
    """The element type of a value that is known to be a tensor or memref."""
    type_ = value.type
    assert isinstance(type_, TensorType | MemRefType), f"expected a ranked tensor or memref, got {type_}"
    return cast("TensorType[Attribute] | MemRefType[Attribute]", type_).element_type


TypeCheck = Callable[[SSAValue, SSAValue], None]
"""Compares an operand with a result."""


def same_element_type(operand: SSAValue, result: SSAValue) -> None:
    """Check that the element type stays."""
    if element_of(operand) != element_of(result):
        raise VerifyException("requires the same element type for all operands and results")


def compatible_rank(operand: SSAValue, result: SSAValue) -> None:
    """Check that the rank stays."""
    if len(shape_of(operand)) != len(shape_of(result)):
        raise VerifyException("result type has different rank than operands")


def compatible_shape(operand: SSAValue, result: SSAValue) -> None:
    """Check that the sizes stay, as far as they are known."""
    if isinstance(operand.type, UnrankedMemRefType) or isinstance(result.type, UnrankedMemRefType):
        return
    before, after = shape_of(operand), shape_of(result)
    if len(before) != len(after) or any(
        DYNAMIC_INDEX not in pair and pair[0] != pair[1] for pair in zip(before, after, strict=True)
    ):
        raise VerifyException("requires the same shape for all operands and results")


def equal_rank(operand: SSAValue, result: SSAValue) -> None:
    """Check that the rank stays, in the words of an op that says so itself."""
    _equal("rank", len(shape_of(operand)) == len(shape_of(result)))


def equal_shape(operand: SSAValue, result: SSAValue) -> None:
    """Check that known and unknown sizes stay."""
    _equal("shape", shape_of(operand) == shape_of(result))


def equal_element_type(operand: SSAValue, result: SSAValue) -> None:
    """Check that the element type stays, in the words of an op that says so itself."""
    _equal("element type", element_of(operand) == element_of(result))


def _equal(what: str, holds: bool) -> None:
    if not holds:
        raise VerifyException(f"failed to verify that all of {{input, result}} have same {what}")
