"""Making tensors that cost nothing to make once per use, so that each use can have its own sharding."""

from __future__ import annotations

from xdsl.dialects import func
from xdsl.ir import Operation
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.dialects.mesh import ShardOp
from llmsys_ir.dialects.tensors import as_dense, splat_data
from llmsys_ir.program.checks import is_tensor

_CREATORS = {"arith.constant", "linalg.fill", "tensor.empty", "tensor.splat", "tosa.const"}
"""Ops that can make a tensor of one value everywhere, or of no particular value."""


def duplicate_creators(function: func.FuncOp) -> None:
    """Give each use of a splat, a fill or an empty tensor an op of its own; annotated ones stay as they are."""
    for op in reversed(list(function.body.block.ops)):
        if op.name not in _CREATORS or not is_tensor(op.results[0]) or not _is_splat(op):
            continue
        uses = list(op.results[0].uses)
        if any(isinstance(use.operation, ShardOp) for use in uses):
            continue
        for use in uses[1:]:
            copy = op.clone()
            Rewriter.insert_op(copy, InsertPoint.before(op))
            use.operation.operands[use.index] = copy.results[0]


def _is_splat(op: Operation) -> bool:
    dense = [value for attribute in op.properties.values() if (value := as_dense(attribute)) is not None]
    return all(splat_data(value) is not None for value in dense)
