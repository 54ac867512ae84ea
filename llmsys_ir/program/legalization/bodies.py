"""Scalar bodies at all points at once: each scalar becomes a tensor with an element for each point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xdsl.dialects import arith, tensor
from xdsl.dialects.builtin import BoolAttr, IndexType, IntegerAttr, TensorType, i64
from xdsl.ir import Attribute, Block, Operation, SSAValue

from llmsys_ir.diagnostics import name_of
from llmsys_ir.dialects.stablehlo.attributes import GatherDimensionNumbersAttr, GatherDimensions
from llmsys_ir.dialects.stablehlo.indexing import GatherOp
from llmsys_ir.dialects.stablehlo.reshaping import ConcatenateOp
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.legalization.arith_math import ARITH_MATH
from llmsys_ir.program.legalization.site import Site, element_of, integers, number_of
from llmsys_ir.program.local_structured import loop_of

_IGNORED = ("cf.assert",)
"""What checks only: XLA has no way to stop."""


@dataclass
class Body:
    """Emits at a site what scalars are at all points of a shape.

    `values` are the tensors of scalars that are known, `indices` those of the loops' indices; by default a loop is the
    dim of its number. Positions are 64-bit integers.
    """

    site: Site
    shape: Sequence[int]
    values: dict[SSAValue, SSAValue] = field(default_factory=dict[SSAValue, SSAValue])
    indices: Mapping[int, SSAValue] = field(default_factory=dict[int, SSAValue])

    def run(self, block: Block) -> list[SSAValue]:
        """What a block yields.

        Raises:
            OperationError: an op in it has no counterpart.
        """
        *ops, end = block.ops
        for op in ops:
            if op.name not in _IGNORED:
                self.values[op.results[0]] = self._computed(op)
        return list(map(self.at_points, end.operands))

    def at_points(self, scalar: SSAValue) -> SSAValue:
        """The tensor of a scalar; it may come from outside."""
        if scalar not in self.values:
            self.values[scalar] = self._from_outside(scalar)
        return self.values[scalar]

    def type_of(self, scalar: SSAValue) -> TensorType[Attribute]:
        """The type of the tensor of a scalar."""
        return TensorType(element_of(scalar.type), self.shape)

    def _from_outside(self, scalar: SSAValue) -> SSAValue:
        op = scalar.owner
        if isinstance(op, Operation) and (name_of(op) in _COMPUTED or name_of(op) in ARITH_MATH):
            return self._computed(op)
        if not isinstance(scalar.type, IndexType):
            raise self.site.fail(f"with a '{scalar.type}' from outside")
        number = self.site.builder.insert(arith.IndexCastOp(scalar, i64)).result
        made = self.site.emit(tensor.FromElementsOp, [number], TensorType(i64, []))
        return self.site.broadcast(made, self.shape)

    def _computed(self, op: Operation) -> SSAValue:
        if (computed := _COMPUTED.get(name_of(op))) is not None:
            return computed(self, op)
        form = ARITH_MATH.get(name_of(op))
        if form is None:
            raise self.site.fail(f"for '{name_of(op)}' in its body")
        whole = type(op).create(
            operands=list(map(self.at_points, op.operands)),
            result_types=[self.type_of(op.results[0])],
            properties=dict(op.properties),
            attributes=dict(op.attributes),
            location=op.location,
        )
        value = form(Site(whole, self.site.builder))
        whole.erase()
        return value

    def constant(self, op: Operation) -> SSAValue:
        """A splat."""
        number = number_of(op.properties["value"])
        if number is None:
            raise self.site.fail(f"with a constant of type '{op.results[0].type}'")
        return self.site.constant(self.type_of(op.results[0]), number)

    def index(self, op: Operation) -> SSAValue:
        """The index of a loop."""
        loop = loop_of(op)
        return self.indices[loop] if loop in self.indices else self.site.positions(self.shape, loop)

    def cast(self, op: Operation) -> SSAValue:
        """An integer of another width."""
        return self.site.converted(self.at_points(op.operands[0]), element_of(op.results[0].type))

    def extract(self, op: Operation) -> SSAValue:
        """An element of a tensor for each point."""
        source, *positions = op.operands
        rank, count = tensor_type(source).get_num_dims(), len(self.shape)
        if rank == 0:
            return self.site.broadcast(source, self.shape)
        column = [*self.shape, 1]
        columns = [self.site.reshaped(self.at_points(position), column) for position in positions]
        type_ = TensorType(i64, [*self.shape, rank])
        vectors = self.site.emit(ConcatenateOp, columns, type_, dimension=IntegerAttr(count, i64))
        numbers = GatherDimensions(
            collapsed_slice_dims=tuple(range(rank)), start_index_map=tuple(range(rank)), index_vector_dim=count
        )
        return self.site.emit(
            GatherOp,
            [source, vectors],
            self.type_of(op.results[0]),
            dimension_numbers=GatherDimensionNumbersAttr(numbers),
            slice_sizes=integers([1] * rank),
            indices_are_sorted=BoolAttr.from_bool(False),
        )


_COMPUTED = {
    "arith.constant": Body.constant,
    "arith.index_cast": Body.cast,
    "linalg.index": Body.index,
    "tensor.extract": Body.extract,
}
"""Scalar ops that are no elementwise ops on tensors."""
