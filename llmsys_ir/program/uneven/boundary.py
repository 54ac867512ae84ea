"""Padded dims of arguments and results, held whole on each device."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr
from xdsl.ir import BlockArgument, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.dialects.mesh import ShardOp
from llmsys_ir.dialects.tensors import as_tensor, tensor_type
from llmsys_ir.program.boundary import GLOBAL_TYPE_ATTRIBUTE
from llmsys_ir.program.sdy_shardings import Annotation
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Sharding


def hold_padded_whole(function: func.FuncOp, mesh: Mesh) -> None:
    """Annotate arguments and results so that their padded dims are not split; those that are annotated stay so."""
    block = function.body.block
    end = block.last_op
    assert isinstance(end, func.ReturnOp)
    for number, other_dims in _padded(function.arg_attrs, block.args):
        argument = block.args[number]
        if not any(isinstance(use.operation, ShardOp) for use in argument.uses):
            _hold_argument(argument, _annotation(argument, other_dims, mesh).of(argument))
    for number, other_dims in _padded(function.res_attrs, end.operands):
        result = end.operands[number]
        if not isinstance(result.owner, ShardOp):
            held = _annotation(result, other_dims, mesh).of(result)
            Rewriter.insert_op(held, InsertPoint.before(end))
            end.operands[number] = held.result


def _hold_argument(argument: BlockArgument, held: ShardOp) -> None:
    Rewriter.insert_op(held, InsertPoint.at_start(argument.block))
    argument.replace_uses_with_if(held.result, lambda use: use.operation is not held)


def _annotation(value: SSAValue, open_dims: frozenset[int], mesh: Mesh) -> Annotation:
    whole = Sharding.replicated(tensor_type(value).get_num_dims())
    return Annotation(Demand(whole, open_dims), mesh.name)


def _padded(
    attributes: ArrayAttr[DictionaryAttr] | None, values: Sequence[SSAValue]
) -> Iterator[tuple[int, frozenset[int]]]:
    """The numbers of values that have padding, each with its dims that have none."""
    for number, entry in enumerate(attributes or ()):
        without = as_tensor(entry.data[GLOBAL_TYPE_ATTRIBUTE]) if GLOBAL_TYPE_ATTRIBUTE in entry.data else None
        if without is not None:
            sizes = enumerate(zip(without.get_shape(), tensor_type(values[number]).get_shape(), strict=True))
            yield number, frozenset(dim for dim, (size, padded) in sizes if size == padded)
