"""Local forms of structured ops whose bodies read loop indices: those go on where the shards before end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from xdsl.dialects import arith
from xdsl.dialects.builtin import IntegerAttr, IntegerType
from xdsl.ir import Operation, SSAValue
from xdsl.ir.affine import AffineDimExpr
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.dialects.tensors import as_tensor
from llmsys_ir.program.local_forms import LocalForm, Localizer
from llmsys_ir.program.shard_starts import shard_start
from llmsys_ir.program.structured import loops_of


def _structured(local: Localizer) -> Sequence[SSAValue]:
    results = local.local_op()
    op = results[0].owner
    assert isinstance(op, Operation)
    indices = [inner for inner in op.walk() if inner.name == "linalg.index"]
    sharded = sorted({loop for inner in indices if local.strategy.factor_axes[loop := loop_of(inner)]})
    if not sharded:
        return results
    op.detach()
    sizes = _loop_sizes(op)
    starts = {
        loop: shard_start(local.builder, local.mesh, local.strategy.factor_axes[loop], sizes[loop]) for loop in sharded
    }
    local.builder.insert(op)
    _shift(indices, starts)
    return results


def loop_of(index: Operation) -> int:
    """The loop whose index a `linalg.index` reads."""
    return cast("IntegerAttr[IntegerType]", index.properties["dim"]).value.data


def _loop_sizes(op: Operation) -> dict[int, int]:
    """The sizes of the loops that index dims of operands."""
    loops = loops_of(op)
    assert loops is not None
    sizes: dict[int, int] = {}
    for operand, indexing in zip(op.operands, loops.indexing_maps, strict=True):
        tensor = as_tensor(operand.type)
        for result, size in zip(indexing.data.results, tensor.get_shape() if tensor else (), strict=True):
            if isinstance(result, AffineDimExpr):
                sizes[result.position] = size
    return sizes


def _shift(indices: Sequence[Operation], starts: Mapping[int, SSAValue]) -> None:
    for index in indices:
        start = starts.get(loop_of(index))
        if start is not None:
            position = arith.AddiOp(index.results[0], start)
            Rewriter.insert_op(position, InsertPoint.after(index))
            index.results[0].replace_uses_with_if(position.result, lambda use, made=position: use.operation is not made)


STRUCTURED_FORMS: Mapping[str, LocalForm] = {"linalg.generic": _structured, "linalg.map": _structured}
"""By name the local forms of ops whose bodies a program gives; their factors start with their loops."""
