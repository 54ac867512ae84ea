"""Local forms of structured ops.

Loop indices that bodies read go on where the shards before end. Of a dim under windows each device takes what its own
windows see.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from xdsl.dialects import arith, tensor
from xdsl.dialects.builtin import IntegerAttr, IntegerType, TensorType
from xdsl.ir import Operation, SSAValue
from xdsl.ir.affine import AffineDimExpr
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.dialects.tensors import as_tensor, tensor_type
from llmsys_ir.program.local_forms import LocalForm, Localizer
from llmsys_ir.program.shard_starts import shard_start
from llmsys_ir.program.structured import Steps, loops_of, steps_of
from llmsys_ir.sharding.rules.structured_windows import WINDOWED


def _indexed(local: Localizer) -> Sequence[SSAValue]:
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


def _windowed(local: Localizer) -> Sequence[SSAValue]:
    loops, axes = loops_of(local.op), local.strategy.factor_axes
    assert loops is not None
    sizes = {loop: size // local.mesh.size(axes[loop]) for loop, size in _loop_sizes(local.op).items()}
    operands = list(local.operands)
    for number, indexing in enumerate(loops.indexing_maps):
        held = local.strategy.operands[number].dims
        for dim, index in enumerate(indexing.data.results):
            steps = steps_of(index)
            if not held[dim] and any(axes[loop] for loop, _ in steps):
                operands[number] = _seen(local, operands[number], dim, steps, sizes)
    return local.local_op(operands=operands)


def _seen(local: Localizer, value: SSAValue, dim: int, steps: Steps, sizes: Mapping[int, int]) -> SSAValue:
    """What the windows of a device see of a dim that all devices hold; one loop is sharded, that over their places."""
    axes = local.strategy.factor_axes
    ((place, stride),) = [(loop, step) for loop, step in steps if axes[loop]]
    type_ = tensor_type(value)
    offsets: list[SSAValue | int] = [0] * type_.get_num_dims()
    offsets[dim] = shard_start(local.builder, local.mesh, axes[place], sizes[place] * stride)
    shape = list(type_.get_shape())
    shape[dim] = sum(step * (sizes[loop] - 1) for loop, step in steps) + 1
    result, ones = TensorType(type_.element_type, shape, type_.encoding), [1] * len(shape)
    return local.builder.insert(tensor.ExtractSliceOp(value, offsets, shape, ones, result)).result


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


def structured_form(name: str) -> LocalForm | None:
    """The local form of an op of linalg; factors start with loops."""
    if name.startswith(WINDOWED):
        return _windowed
    return _indexed if name in ("linalg.generic", "linalg.map") else None
