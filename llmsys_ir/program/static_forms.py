"""StableHLO's ops with shapes as operands, where the result has a static shape: as the ops with shapes in types.

A sharded result has another shape on each device than the operand says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xdsl.ir import Operation
from xdsl.rewriter import Rewriter
from xdsl.traits import is_side_effect_free

from llmsys_ir.diagnostics import name_of
from llmsys_ir.dialects.stablehlo.creation import IotaOp
from llmsys_ir.dialects.stablehlo.reshaping import BroadcastInDimOp, ReshapeOp
from llmsys_ir.dialects.tensors import as_tensor


@dataclass(frozen=True)
class _Static:
    """The op that takes the first `operands` operands and keeps the attributes `kept`."""

    op: type[Operation]
    operands: int
    kept: tuple[str, ...] = ()


_STATIC: Mapping[str, _Static] = {
    "stablehlo.dynamic_broadcast_in_dim": _Static(BroadcastInDimOp, 1, ("broadcast_dimensions",)),
    "stablehlo.dynamic_iota": _Static(IotaOp, 0, ("iota_dimension",)),
    "stablehlo.dynamic_reshape": _Static(ReshapeOp, 1),
}


def make_static(module: Operation) -> None:
    """Replace every such op of a program; what only computed its shape is removed."""
    for op in [op for op in module.walk() if name_of(op) in _STATIC]:
        types = [as_tensor(value.type) for value in (*op.operands, *op.results)]
        if all(type_ is not None and type_.has_static_shape() for type_ in types):
            _replace(op, _STATIC[name_of(op)])


def _replace(op: Operation, static: _Static) -> None:
    shape = op.operands[static.operands].owner
    made = static.op.create(
        operands=op.operands[: static.operands],
        result_types=op.result_types,
        properties={name: value for name, value in (op.properties | op.attributes).items() if name in static.kept},
        attributes={name: value for name, value in op.attributes.items() if name not in static.kept},
    )
    made.location = op.location
    Rewriter.replace_op(op, made)
    if isinstance(shape, Operation):
        erase_unused(shape)


def erase_unused(op: Operation) -> None:
    """Erase an op whose results nobody uses and that does nothing else, and what only it used."""
    if any(result.uses for result in op.results) or not is_side_effect_free(op):
        return
    sources = dict.fromkeys(operand.owner for operand in op.operands)
    Rewriter.erase_op(op)
    for source in sources:
        if isinstance(source, Operation):
            erase_unused(source)
