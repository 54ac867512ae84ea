"""Making tensors that cost nothing to make once per use, so that each use can have its own sharding."""

from __future__ import annotations

from xdsl.dialects import func
from xdsl.ir import Operation
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.dialects.mesh import ShardOp
from llmsys_ir.dialects.tensors import as_dense, splat_data, splat_of_data, tensor_type
from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.control_flow import pass_through

_CREATORS = {
    "arith.constant",
    "linalg.fill",
    "stablehlo.constant",
    "stablehlo.iota",
    "tensor.empty",
    "tensor.splat",
    "tosa.const",
}
"""Ops that can make a tensor of one value everywhere, of no particular value, or of positions."""

_MOVING = {"stablehlo.broadcast_in_dim", "stablehlo.reshape", "stablehlo.transpose"}
"""Ops that make a splat of a splat."""


def duplicate_creators(function: func.FuncOp) -> None:
    """Give each use of a splat, a fill, an iota or an empty tensor an op of its own; annotated ones stay as they are.

    What only moves the elements of a splat constant is such a constant first. A use in a loop gets its op there.
    """
    for op in [op for op in function.walk() if op.name in _MOVING]:
        _fold_splat(op)
    creators = [op for op in function.walk(reverse=True) if op.name in _CREATORS and is_tensor(op.results[0])]
    for op in creators:
        uses = list(op.results[0].uses)
        if not _is_splat(op) or any(isinstance(use.operation, ShardOp) for use in uses):
            continue
        if not _is_planned(op):
            continue
        for use in uses[1:] if uses and uses[0].operation.parent is op.parent else uses:
            copy = op.clone()
            anchor = op if use.operation.parent is op.parent else use.operation
            Rewriter.insert_op(copy, InsertPoint.before(anchor))
            use.operation.operands[use.index] = copy.results[0]
        if not op.results[0].uses:
            Rewriter.erase_op(op)


def _is_planned(op: Operation) -> bool:
    """Whether an op is not in the scalar body of another one."""
    around = op.parent_op()
    return isinstance(around, func.FuncOp) or (around is not None and pass_through(around) is not None)


def _fold_splat(op: Operation) -> None:
    source = op.operands[0].owner
    if not isinstance(source, Operation) or source.name != "stablehlo.constant":
        return
    dense = as_dense(source.properties["value"])
    element = None if dense is None else splat_data(dense)
    if element is not None:
        value = splat_of_data(tensor_type(op.results[0]), element)
        constant = type(source).create(result_types=op.result_types, properties={"value": value})
        constant.location = op.location
        Rewriter.replace_op(op, constant)


def _is_splat(op: Operation) -> bool:
    dense = [value for attribute in op.properties.values() if (value := as_dense(attribute)) is not None]
    return all(splat_data(value) is not None for value in dense)
