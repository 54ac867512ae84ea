"""How the regions of StableHLO's reductions and scatters combine values: the facts that rules and kernels need."""

from __future__ import annotations

from xdsl.dialects.builtin import i1
from xdsl.ir import Block, BlockArgument, Operation, SSAValue

from llmsys_ir.diagnostics import name_of
from llmsys_ir.dialects.tensors import as_tensor

COMBINING = frozenset({"stablehlo.all_reduce", "stablehlo.reduce", "stablehlo.reduce_scatter"}) | {
    "stablehlo.reduce_window",
    "stablehlo.scatter",
}
"""Ops with a region of two arguments per value: what there is already, and what is combined with it."""

_KINDS = {
    "stablehlo.add": "sum",
    "stablehlo.multiply": "product",
    "stablehlo.maximum": "max",
    "stablehlo.minimum": "min",
    "stablehlo.and": "and",
    "stablehlo.or": "or",
    "stablehlo.xor": "xor",
}
_OF_BOOLEANS = {"sum": "or", "product": "and", "max": "or", "min": "and"}


def region_combiners(block: Block) -> tuple[str | None, ...]:
    """Per value the kind of the one op that combines its two arguments: a reduction kind, or `replace` if the
    second argument is taken; None if it is anything else.
    """
    terminator = block.last_op
    count = len(block.args) // 2
    if terminator is None or len(terminator.operands) != count:
        return (None,) * count
    pairs = zip(terminator.operands, block.args[:count], block.args[count:], strict=True)
    return tuple(_combiner(*pair) for pair in pairs)


def _combiner(value: SSAValue, before: BlockArgument, update: BlockArgument) -> str | None:
    if value is update:
        return "replace"
    op = value.owner
    if not isinstance(op, Operation) or tuple(op.operands) not in ((before, update), (update, before)):
        return None
    kind = _KINDS.get(name_of(op))
    tensor = as_tensor(value.type)
    is_boolean = tensor is not None and tensor.element_type == i1
    return _OF_BOOLEANS.get(kind or "", kind) if is_boolean else kind
