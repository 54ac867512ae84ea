"""Local forms of ops that pick elements of a dim which is sharded: top_k, and reductions such as argmax.

Each device picks of its own shard; what all of them picked is gathered, in the order of the shards, and picked from
again. So of equal elements the first one is found, as on one device.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from xdsl.dialects.builtin import BoolAttr, DenseArrayBase, IntegerAttr, TensorType, i32, i64
from xdsl.ir import Attribute, Operation, SSAValue

from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.dialects.chlo.structured import TopKOp
from llmsys_ir.dialects.stablehlo.arithmetic import AddOp
from llmsys_ir.dialects.stablehlo.attributes import GatherDimensionNumbersAttr, GatherDimensions
from llmsys_ir.dialects.stablehlo.creation import ConstantOp
from llmsys_ir.dialects.stablehlo.indexing import GatherOp
from llmsys_ir.dialects.stablehlo.reshaping import BroadcastInDimOp, ReshapeOp
from llmsys_ir.dialects.tensors import Tensor, dense_from, tensor_type
from llmsys_ir.program.local_forms import LocalForm, Localizer, rebuild
from llmsys_ir.program.signature import signature_of
from llmsys_ir.sharding.rules.stablehlo.reductions import selects
from llmsys_ir.sharding.sharding import Axes


def _emit(
    local: Localizer, op: type[Operation], operands: Sequence[SSAValue], type_: Tensor, **properties: Attribute
) -> SSAValue:
    """An op with one result."""
    made = op.create(operands=operands, result_types=[type_], properties=properties, location=local.op.location)
    return local.builder.insert(made).results[0]


def _integers(values: Sequence[int]) -> Attribute:
    return DenseArrayBase.from_list(i64, list(values))


def _gathered(local: Localizer, value: SSAValue, axes: Axes, dim: int) -> SSAValue:
    """What all devices along `axes` hold, one after the other along a dim."""
    type_ = tensor_type(value)
    sizes = [size * local.mesh.size(axes) if at == dim else size for at, size in enumerate(type_.get_shape())]
    whole = TensorType(type_.element_type, sizes)
    gather = mesh_dialect.AllGatherOp.along(value, local.mesh.name, axes, dim, whole)
    return local.builder.insert(gather).result


def _reduce(local: Localizer) -> Sequence[SSAValue]:
    """What is left of each shard is reduced again."""
    signature = signature_of(local.op)
    dims = local.strategy.operands[0].dims
    axes = tuple(axis for dim in signature.integers("dimensions") for axis in dims[dim])
    found = local.local_op()
    if not axes or not selects(signature):
        return found
    gathered = [_gathered(local, _in_a_row(local, value), axes, 0) for value in found]
    operands = [*gathered, *local.operands[len(found) :]]
    again = rebuild(local.op, operands, local.types, {"dimensions": _integers([0])}, local.captured)
    return local.builder.insert(again).results


def _in_a_row(local: Localizer, value: SSAValue) -> SSAValue:
    """The value with a first dim of size 1."""
    type_ = tensor_type(value)
    return _emit(local, ReshapeOp, [value], TensorType(type_.element_type, [1, *type_.get_shape()]))


def _top_k(local: Localizer) -> Sequence[SSAValue]:
    """As many of each shard as are wanted, or all of it; places count from the start of the whole dim."""
    axes = local.strategy.operands[0].dims[-1]
    if not axes:
        return local.local_op()
    *_, size = tensor_type(local.operands[0]).get_shape()
    *batch, wanted = local.types[0].get_shape()
    taken = min(wanted, size)
    values, places = _largest(local, local.operands[0], taken)
    values, places = (_gathered(local, value, axes, len(batch)) for value in (values, places))
    starts = [size * shard for shard, _ in product(range(local.mesh.size(axes)), range(taken))]
    row = local.builder.insert(ConstantOp(dense_from(TensorType(i32, [len(starts)]), starts))).results[0]
    type_ = tensor_type(places)
    start = _emit(local, BroadcastInDimOp, [row], type_, broadcast_dimensions=_integers([len(batch)]))
    places = _emit(local, AddOp, [places, start], type_)
    best, at = _largest(local, values, wanted)
    return [best, _taken_along(local, places, at)]


def _largest(local: Localizer, value: SSAValue, count: int) -> Sequence[SSAValue]:
    """The largest elements along the last dim, and where they are."""
    *batch, _ = tensor_type(value).get_shape()
    types = [TensorType(type_.element_type, [*batch, count]) for type_ in local.types]
    properties = {**local.op.properties, "k": IntegerAttr(count, i64)}
    op = TopKOp.create(operands=[value], result_types=types, properties=properties, location=local.op.location)
    return local.builder.insert(op).results


def _taken_along(local: Localizer, value: SSAValue, at: SSAValue) -> SSAValue:
    """The elements of the last dim at these places of it."""
    type_ = tensor_type(at)
    *batch, last = range(type_.get_num_dims())
    numbers = GatherDimensions(
        collapsed_slice_dims=(last,),
        operand_batching_dims=tuple(batch),
        start_indices_batching_dims=tuple(batch),
        start_index_map=(last,),
        index_vector_dim=last + 1,
    )
    return _emit(
        local,
        GatherOp,
        [value, at],
        TensorType(tensor_type(value).element_type, type_.get_shape()),
        dimension_numbers=GatherDimensionNumbersAttr(numbers),
        slice_sizes=_integers([1] * (last + 1)),
        indices_are_sorted=BoolAttr.from_bool(False),
    )


SELECTION_FORMS: Mapping[str, LocalForm] = {"chlo.top_k": _top_k, "stablehlo.reduce": _reduce}
"""By name."""
