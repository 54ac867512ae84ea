"""An operation as the rules and kernels see it: names, shapes and plain attribute values, no IR."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import prod
from typing import TypeAlias

from llmsys_ir.remembering import hashed_once

PlainValue: TypeAlias = "bool | int | float | str | tuple[PlainValue, ...] | None"
"""What an attribute becomes: scalars, strings (symbols without their @), and tuples of these."""

_BYTES_PER_ELEMENT = {
    "index": 8,
    "f64": 8,
    "f32": 4,
    "tf32": 4,
    "f16": 2,
    "bf16": 2,
    "complex<f32>": 8,
    "complex<f64>": 16,
}


def element_bytes(dtype: str) -> int:
    """Bytes of one element of `dtype` in memory; sub-byte and odd integers take whole power-of-two bytes."""
    if dtype in _BYTES_PER_ELEMENT:
        return _BYTES_PER_ELEMENT[dtype]
    if dtype.startswith("f8"):
        return 1
    bits = int("".join(filter(str.isdigit, dtype)) or "8")
    return 1 << max(0, (bits - 1).bit_length() - 3)


@hashed_once
@dataclass(frozen=True)
class TensorSpec:
    """Shape and element type of one operand or result; a scalar has an empty shape and `is_tensor=False`.

    `dtype` is MLIR's spelling of the element type: `f32`, `bf16`, `i1`, `index`.
    """

    shape: tuple[int, ...]
    dtype: str
    is_tensor: bool = True

    @property
    def rank(self) -> int:
        """The number of dims."""
        return len(self.shape)

    @property
    def is_static(self) -> bool:
        """Whether every size is known; one that is not is negative."""
        return all(size >= 0 for size in self.shape)

    @cached_property
    def nbytes(self) -> int:
        """Bytes of the whole tensor; scalars count as nothing."""
        return prod(self.shape) * element_bytes(self.dtype) if self.is_tensor else 0


@hashed_once
@dataclass(frozen=True)
class OpSignature:
    """All that rules, costs and kernels may know of an operation. Equal signatures have equal rules.

    `constants[i]` is the flattened value of operand `i` where it is a small constant (a permutation, a
    shape, the scalar of a fill), else None. Affine maps become tuples with one entry per result: a dim number,
    or for any other expression the tuple of the dims it reads.
    """

    name: str
    operands: tuple[TensorSpec, ...]
    results: tuple[TensorSpec, ...]
    attributes: Mapping[str, PlainValue] = field(default_factory=dict[str, PlainValue])
    constants: tuple[tuple[int | float, ...] | None, ...] = ()

    @cached_property
    def key(self) -> tuple[object, ...]:
        """A hashable identity: two ops with the same key have the same rule, cost and local forms."""
        return (
            self.name,
            self.operands,
            self.results,
            tuple(sorted(self.attributes.items())),
            self.constants,
        )

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OpSignature) and self.key == other.key

    def integer(self, name: str) -> int:
        """The attribute `name`, an integer.

        Raises:
            ValueError: it is missing or no integer.
        """
        value = self.attributes.get(name)
        if not isinstance(value, int):
            raise ValueError(f"expected an integer attribute '{name}', got {value!r}")
        return value

    def integers(self, name: str) -> tuple[int, ...]:
        """The attribute `name`, a list of integers.

        Raises:
            ValueError: it is missing or no list of integers.
        """
        value = self.attributes.get(name)
        if not isinstance(value, tuple):
            raise ValueError(f"expected a list of integers as attribute '{name}', got {value!r}")
        integers = tuple(item for item in value if isinstance(item, int))
        if len(integers) != len(value):
            raise ValueError(f"expected a list of integers as attribute '{name}', got {value!r}")
        return integers

    def constant(self, operand: int) -> tuple[int | float, ...]:
        """The known value of an operand, flattened.

        Raises:
            ValueError: the operand is not a small constant.
        """
        value = self.constants[operand] if operand < len(self.constants) else None
        if value is None:
            raise ValueError(f"expected operand {operand} to be a constant")
        return value
