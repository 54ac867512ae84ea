"""Local forms of gathers and scatters of the tensor, tosa and tm_tensor dialects, whose positions are data.

Each device counts positions from where its shard starts. For a gather it clamps them to those it holds, and gives zero
for the others; a scatter leaves the others out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xdsl.builder import Builder
from xdsl.dialects import arith, tensor
from xdsl.dialects.builtin import IndexType, TensorType
from xdsl.ir import SSAValue

from llmsys_ir.dialects.linalg.scalar import IndexOp
from llmsys_ir.dialects.tensors import static_integers, tensor_type
from llmsys_ir.program.generics import cast_index, generic, zero
from llmsys_ir.program.local_forms import LocalForm, Localizer
from llmsys_ir.program.shard_starts import index_constant, shard_start
from llmsys_ir.program.signature import signature_of
from llmsys_ir.sharding.rules.stablehlo.indexing import Indexing
from llmsys_ir.sharding.rules.tm_tensor import stablehlo_scatter


@dataclass(frozen=True)
class _Lookup:
    """A component of index vectors, along whose dim of the tensor this device has `size` elements from `start` on."""

    component: int
    start: SSAValue
    size: int


def _tensor_gather(local: Localizer) -> Sequence[SSAValue]:
    lookups = _lookups(local, dict(enumerate(static_integers(local.op.properties["gather_dims"]))))
    if not lookups:
        return local.local_op()
    source, indices = local.operands
    vectors = tensor_type(indices).get_num_dims() - 1
    (found,) = local.local_op(operands=[source, _shifted(local, indices, lookups, vectors, clamps=True)])
    return [_masked(local, found, [_component(local, indices, lookup) for lookup in lookups], lookups)]


def _tosa_gather(local: Localizer) -> Sequence[SSAValue]:
    """`result[n, w, :] = values[n, indices[n, w], :]`."""
    lookups = _lookups(local, {0: 1})
    if not lookups:
        return local.local_op()
    values, indices = local.operands
    (found,) = local.local_op(operands=[values, _shifted(local, indices, lookups, None, clamps=True)])
    return [_masked(local, found, [indices], lookups)]


def _scatter(local: Localizer) -> Sequence[SSAValue]:
    updates, indices, original = local.operands
    indexing = Indexing.of_scatter(stablehlo_scatter(signature_of(local.op)))
    looked_up = {number: dim for number, dim in enumerate(indexing.indexed) if indexing.is_looked_up(dim)}
    lookups = _lookups(local, looked_up, 2)
    if not lookups:
        return local.local_op()
    return local.local_op(operands=[updates, _shifted(local, indices, lookups, 1, clamps=False), original])


def _lookups(local: Localizer, dims: Mapping[int, int], operand: int = 0) -> list[_Lookup]:
    """The lookups in those dims of an operand, by component, that are sharded."""
    shape, axes = tensor_type(local.operands[operand]).get_shape(), local.strategy.operands[operand].dims
    return [
        _Lookup(component, shard_start(local.builder, local.mesh, axes[dim], shape[dim]), shape[dim])
        for component, dim in dims.items()
        if axes[dim]
    ]


def _shifted(
    local: Localizer, indices: SSAValue, lookups: Sequence[_Lookup], vectors: int | None, *, clamps: bool
) -> SSAValue:
    """Positions counted from where shards start, and clamped to them; `vectors` is the dim of the components."""
    type_ = tensor_type(indices)
    several = vectors is not None and type_.get_shape()[vectors] > 1

    def body(builder: Builder, scalars: Sequence[SSAValue]) -> SSAValue:
        value = cast_index(builder, scalars[0], IndexType())
        for lookup in lookups:
            held = builder.insert(arith.SubiOp(value, lookup.start)).result
            if clamps:
                held = builder.insert(arith.MaxSIOp(held, index_constant(builder, 0))).result
                held = builder.insert(arith.MinSIOp(held, index_constant(builder, lookup.size - 1))).result
            if several and vectors is not None:
                component = builder.insert(IndexOp(vectors)).result
                same = builder.insert(arith.CmpiOp(component, index_constant(builder, lookup.component), "eq")).result
                held = builder.insert(arith.SelectOp(same, held, value)).result
            value = held
        return cast_index(builder, value, type_.element_type)

    return generic(local.builder, type_, [indices], [range(type_.get_num_dims())], body)


def _component(local: Localizer, indices: SSAValue, lookup: _Lookup) -> SSAValue:
    """One component of index vectors, without the vectors' dim."""
    *batch, _ = tensor_type(indices).get_shape()
    result = TensorType(tensor_type(indices).element_type, batch)
    offsets, ones = [*[0] * len(batch), lookup.component], [1] * (len(batch) + 1)
    return local.builder.insert(tensor.ExtractSliceOp(indices, offsets, [*batch, 1], ones, result)).result


def _masked(local: Localizer, found: SSAValue, positions: Sequence[SSAValue], lookups: Sequence[_Lookup]) -> SSAValue:
    """What was found, and zero where its position is not this device's; `positions` have the first dims of it."""
    type_ = tensor_type(found)

    def body(builder: Builder, scalars: Sequence[SSAValue]) -> SSAValue:
        value = scalars[0]
        for lookup, position in zip(lookups, scalars[1:], strict=True):
            shifted = builder.insert(arith.SubiOp(cast_index(builder, position, IndexType()), lookup.start)).result
            inside = builder.insert(arith.CmpiOp(shifted, index_constant(builder, lookup.size), "ult")).result
            value = builder.insert(arith.SelectOp(inside, value, zero(builder, type_.element_type))).result
        return value

    dims = [range(type_.get_num_dims()), *(range(tensor_type(position).get_num_dims()) for position in positions)]
    return generic(local.builder, type_, [found, *positions], dims, body)


LOOKUP_FORMS: Mapping[str, LocalForm] = {
    "tensor.gather": _tensor_gather,
    "tm_tensor.scatter": _scatter,
    "tosa.gather": _tosa_gather,
}
"""By name."""
