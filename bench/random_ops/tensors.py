"""Types, annotations and single ops as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from llmsys_ir.sharding.sharding import ReductionKind, Sharding

SIZES = (1, 2, 3, 4, 6, 8, 12)
"""Sizes of tensor dims: most can be split in several ways."""

FLOAT_KINDS = tuple(map(ReductionKind, ("sum", "max", "min", "product")))
INTEGER_KINDS = (*FLOAT_KINDS, *map(ReductionKind, ("bitwise_and", "bitwise_or", "bitwise_xor")))


@dataclass(frozen=True)
class Tensor:
    """A tensor type."""

    shape: tuple[int, ...]
    dtype: str = "f32"

    def __str__(self) -> str:
        return f"tensor<{''.join(f'{size}x' for size in self.shape)}{self.dtype}>"

    @property
    def kinds(self) -> tuple[ReductionKind, ...]:
        """The reduction kinds that partial values of this type may have."""
        return FLOAT_KINDS if self.dtype.startswith(("f", "bf")) else INTEGER_KINDS


@dataclass(frozen=True)
class OpCase:
    """An op on tensor arguments.

    Attributes:
        operands: the types of the arguments, `{0}`, `{1}`, ... in `text`.
        results: the types of the results: `%r`, or `%r#0`, `%r#1`, ... if there are several.
        text: the lines of the op and of the constants it needs.
        expected: the results on whole arrays, where NumPy has a way to say it.
        positive: whether arguments must be above zero.
        scalars: the types of further arguments, `%s0`, `%s1`, ... in `text`, which are no tensors.
    """

    operands: tuple[Tensor, ...]
    results: tuple[Tensor, ...]
    text: str
    expected: Callable[..., Any] | None = None
    positive: bool = False
    scalars: tuple[str, ...] = ()


def shard_text(sharding: Sharding) -> str:
    """`<@mesh, [[0], []], partial = sum[1]>`."""
    dims = "[" + ", ".join(str(list(axes)) for axes in sharding.dims or ((),)) + "]"
    partial = f", partial = {sharding.kind}{list(sharding.partial)}" if sharding.partial else ""
    return f"<@mesh, {dims}{partial}>"
