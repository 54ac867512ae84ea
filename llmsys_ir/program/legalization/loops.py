"""The loops of a structured op where it is replaced: its operands as tensors over loops, and results from these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from xdsl.dialects.builtin import TensorType
from xdsl.ir import SSAValue

from llmsys_ir.dialects.stablehlo import arithmetic, reshaping
from llmsys_ir.dialects.stablehlo.elementwise import BinaryOp
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.legalization.site import Site, integers
from llmsys_ir.sharding.sharding import ReductionKind

COMBINERS: Mapping[object, tuple[type[BinaryOp], ReductionKind]] = {
    "sum": (arithmetic.AddOp, ReductionKind.SUM),
    "product": (arithmetic.MultiplyOp, ReductionKind.PRODUCT),
    "max": (arithmetic.MaximumOp, ReductionKind.MAX),
    "min": (arithmetic.MinimumOp, ReductionKind.MIN),
    "and": (arithmetic.AndOp, ReductionKind.BITWISE_AND),
    "or": (arithmetic.OrOp, ReductionKind.BITWISE_OR),
    "xor": (arithmetic.XorOp, ReductionKind.BITWISE_XOR),
}
"""By the kind of a reduction: the op that combines, and what names its neutral element."""


@dataclass(frozen=True)
class Loops:
    """The loops of the structured op at a site."""

    site: Site

    @cached_property
    def maps(self) -> tuple[tuple[object, ...], ...]:
        """Per operand and dim the loop that indexes it, or a tuple of those that make up its index."""
        maps = self.site.signature.attributes["indexing_maps"]
        assert isinstance(maps, tuple)
        return tuple(entries for entries in maps if isinstance(entries, tuple))

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """The loops' sizes."""
        found: dict[int, int] = {}
        for number, entries in enumerate(self.maps):
            pairs = zip(entries, self._shape(number), strict=True)
            found.update((loop, size) for loop, size in pairs if isinstance(loop, int))
        return tuple(found[loop] for loop in range(len(found)))

    @property
    def input_count(self) -> int:
        """How many operands are inputs; the others are the initial values of results."""
        return len(self.site.op.operands) - len(self.site.op.results)

    @property
    def is_plain(self) -> bool:
        """Whether one loop, another one each time, indexes each dim of an operand, or none where its size is 1."""
        for number, entries in enumerate(self.maps):
            loops, pairs = self.of(number), zip(entries, self._shape(number), strict=True)
            others = [(entry, size) for entry, size in pairs if not isinstance(entry, int)]
            if len({*loops}) < len(loops) or any(entry != () or size != 1 for entry, size in others):
                return False
        return True

    def _shape(self, operand: int) -> tuple[int, ...]:
        value = self.site.op.operands[operand]
        return tensor_type(value).get_shape() if is_tensor(value) else ()

    def of(self, operand: int) -> list[int]:
        """The loops that index the dims of an operand, in their order."""
        return [loop for loop in self.maps[operand] if isinstance(loop, int)]

    def of_result(self, result: int) -> list[int]:
        """The loops that index the dims of a result, in their order."""
        return self.of(self.input_count + result)

    def reduced(self, result: int) -> list[int]:
        """The loops that do not index a result."""
        return [loop for loop in range(len(self.sizes)) if loop not in self.of_result(result)]

    def kind(self, result: int) -> object:
        """How a result is reduced; None if that is not known."""
        combiners = self.site.signature.attributes.get("combiners")
        return combiners[result] if isinstance(combiners, tuple) else None

    def shape(self, loops: Sequence[int]) -> list[int]:
        """The sizes of some loops."""
        return [self.sizes[loop] for loop in loops]

    def without_ones(self, operand: int) -> SSAValue:
        """An operand, with dims for the loops alone that index it."""
        return self.site.reshaped(self.site.op.operands[operand], self.shape(self.of(operand)))

    def transposed(self, value: SSAValue, loops: Sequence[int], order: Sequence[int]) -> SSAValue:
        """A value whose dims are loops, with these in another order."""
        if list(loops) == list(order):
            return value
        type_ = TensorType(tensor_type(value).element_type, self.shape(order))
        permutation = integers([loops.index(loop) for loop in order])
        return self.site.emit(reshaping.TransposeOp, [value], type_, permutation=permutation)

    def spread(self, operand: int, loops: Sequence[int]) -> SSAValue:
        """An operand with a dim for each of some loops, which include those that index it."""
        own = self.of(operand)
        value = self.transposed(self.without_ones(operand), own, [loop for loop in loops if loop in own])
        type_ = TensorType(tensor_type(value).element_type, self.shape(loops))
        if value.type == type_:
            return value
        dims = integers([dim for dim, loop in enumerate(loops) if loop in own])
        return self.site.emit(reshaping.BroadcastInDimOp, [value], type_, broadcast_dimensions=dims)

    def stored(self, result: int, value: SSAValue, loops: Sequence[int]) -> SSAValue:
        """A result, from a value whose dims are the loops that index it, in another order perhaps."""
        ordered = self.transposed(value, loops, self.of_result(result))
        return self.site.reshaped(ordered, tensor_type(self.site.op.results[result]).get_shape())

    def combined(self, result: int, kind: object, value: SSAValue) -> SSAValue:
        """A result, from its initial value and what was reduced."""
        op, _ = COMBINERS[kind]
        initial = self.site.op.operands[self.input_count + result]
        return self.site.emit(op, [initial, value], tensor_type(initial))
