"""Local forms of StableHLO ops that are more than the op itself on smaller types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xdsl.dialects.builtin import IntegerType, TensorType, i32
from xdsl.ir import SSAValue

from llmsys_ir.dialects.stablehlo import arithmetic, conversion
from llmsys_ir.program import local_indexing, local_windows
from llmsys_ir.program.local_forms import LocalForm, Localizer, constant
from llmsys_ir.program.signature import signature_of
from llmsys_ir.program.stablehlo_emitter import Emitter, integer_type


def _iota(local: Localizer) -> Sequence[SSAValue]:
    """Counting goes on where the shards before this one end, in integers, so that each number is rounded once."""
    dim = signature_of(local.op).integer("iota_dimension")
    axes = local.strategy.results[0].dims[dim]
    if not axes:
        return local.local_op()
    emitter, type_ = Emitter(local), local.types[0]
    shape, element = type_.get_shape(), type_.element_type
    is_integer = isinstance(element, IntegerType)
    integer = integer_type(type_.element_type) if is_integer else i32
    start = emitter.broadcast(emitter.shard_start(axes, shape[dim], integer), shape, ())
    counted = emitter.binary(arithmetic.AddOp, emitter.count(TensorType(integer, shape), dim), start)
    return [counted if is_integer else emitter.emit(conversion.ConvertOp, [counted], type_)]


STABLEHLO_FORMS: Mapping[str, LocalForm] = {
    "stablehlo.concatenate": local_windows.concatenate,
    "stablehlo.constant": constant,
    "stablehlo.convolution": local_windows.convolution,
    "stablehlo.dynamic_slice": local_indexing.dynamic_slice,
    "stablehlo.dynamic_update_slice": local_indexing.dynamic_update_slice,
    "stablehlo.gather": local_indexing.gather,
    "stablehlo.iota": _iota,
    "stablehlo.pad": local_windows.pad,
    "stablehlo.reduce_window": local_windows.reduce_window,
    "stablehlo.scatter": local_indexing.scatter,
    "stablehlo.slice": local_windows.slice_,
}
