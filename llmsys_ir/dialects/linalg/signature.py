"""The indexing maps of a named linalg op as one line of text.

    m k, k n -> m n                                   matmul
    n oh+kh ow+kw c, kh kw c f -> n oh ow f           conv_2d_nhwc_hwcf
    b m n k: b m k, b k n -> m n                      batch_reduce_matmul

Every letter or word is a loop. A window `oh+kh` reads index `oh * stride + kh * dilation`. A scalar is `()`.
The loops are those of the output, then the others in the order they are met, unless a list before a colon
gives another order. A loop that is not in the output is a reduction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from xdsl.dialects.linalg.attrs import IteratorTypeAttr
from xdsl.ir.affine import AffineDimExpr, AffineExpr, AffineMap


@dataclass(frozen=True)
class Signature:
    """The operands of an op, each a list of loops and windows, and the order of the loops."""

    operands: tuple[tuple[str, ...], ...]
    loops: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Signature:
        """Parse `loops: inputs -> output`, see the module's docstring."""
        order, _, rest = text.rpartition(":")
        inputs, _, output = rest.partition("->")
        operands = [part.replace("()", "").split() for part in (*inputs.split(","), output)]
        met = [loop for dims in (operands[-1], *operands) for dim in dims for loop in dim.split("+")]
        return cls(tuple(map(tuple, operands)), tuple(order.split() or dict.fromkeys(met)))

    def windows(self) -> int:
        """How many windows the op slides."""
        return sum("+" in dim for dims in self.operands for dim in dims)

    def maps(self, strides: Sequence[int], dilations: Sequence[int]) -> tuple[AffineMap, ...]:
        """The indexing map of each operand, for one stride and one dilation per window."""
        steps = iter(zip(strides, dilations, strict=True))

        def expression(dim: str) -> AffineExpr:
            loops = [AffineDimExpr(self.loops.index(loop)) for loop in dim.split("+")]
            if len(loops) == 1:
                return loops[0]
            stride, dilation = next(steps)
            return loops[0] * stride + loops[1] * dilation

        return tuple(AffineMap(len(self.loops), 0, tuple(expression(dim) for dim in dims)) for dims in self.operands)

    def iterators(self) -> list[IteratorTypeAttr]:
        """Which loops are parallel and which are reductions."""
        output = self.operands[-1]
        return [IteratorTypeAttr.parallel() if loop in output else IteratorTypeAttr.reduction() for loop in self.loops]


@cache
def signature(text: str) -> Signature:
    """The parsed signature of a text."""
    return Signature.parse(text)
