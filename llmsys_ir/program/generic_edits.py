"""`linalg.generic` ops with inputs or results more or less."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xdsl.dialects.builtin import AffineMapAttr
from xdsl.ir import BlockArgument, Operation, Region, SSAValue
from xdsl.ir.affine import AffineDimExpr
from xdsl.rewriter import InsertPoint, Rewriter
from xdsl.traits import IsTerminator, is_side_effect_free

from llmsys_ir.dialects.linalg.structured import GenericOp
from llmsys_ir.dialects.tensors import as_tensor
from llmsys_ir.program.static_forms import erase_unused


def behind(values: Iterable[SSAValue]) -> set[SSAValue]:
    """The values in a body that others are computed from, and those themselves."""
    found: set[SSAValue] = set()
    pending = list(values)
    while pending:
        value = pending.pop()
        if value not in found:
            found.add(value)
            if isinstance(value.owner, Operation):
                pending.extend(operand for inner in value.owner.walk() for operand in inner.operands)
    return found


def loop_sizes(op: GenericOp) -> dict[int, int]:
    """The sizes of the loops that index dims of operands."""
    sizes: dict[int, int] = {}
    for operand, indexing in zip(op.operands, op.indexing_maps, strict=True):
        tensor = as_tensor(operand.type)
        for result, size in zip(indexing.data.results, tensor.get_shape() if tensor else (), strict=True):
            if isinstance(result, AffineDimExpr):
                sizes[result.position] = size
    return sizes


def with_input(op: GenericOp, value: SSAValue, indexing: AffineMapAttr, element: SSAValue) -> GenericOp:
    """The op with one input more; in its body `element` is what that holds."""
    count = len(op.inputs)
    argument = op.body.block.insert_arg(element.type, count)
    element.replace_all_uses_with(argument)
    maps = list(op.indexing_maps)
    return _replaced(op, [*op.inputs, value], op.outputs, [*maps[:count], indexing, *maps[count:]], op.results)


def with_used_results(op: GenericOp) -> GenericOp:
    """The op without the results that nobody uses and no other result needs; itself if it needs them all."""
    block, first = op.body.block, len(op.inputs)
    end = block.last_op
    used = [number for number, result in enumerate(op.results) if result.uses]
    if end is None or not used or len(used) == len(op.results):
        return op
    needed = behind(end.operands[number] for number in used)
    kept = [number for number, argument in enumerate(block.args[first:]) if number in used or argument in needed]
    dropped = [block.args[first + number] for number in range(len(op.results)) if number not in kept]
    if not dropped:
        return op
    Rewriter.replace_op(end, type(end)(*(end.operands[number] for number in kept)))
    erase_unused_in(op)
    for argument in dropped:
        block.erase_arg(argument)
    outputs, maps = [op.outputs[number] for number in kept], list(op.indexing_maps)
    kept_maps = [*maps[:first], *(maps[first + number] for number in kept)]
    return _replaced(op, op.inputs, outputs, kept_maps, [op.results[number] for number in kept])


def with_used_inputs(op: GenericOp) -> GenericOp:
    """The op without the inputs that its body does not read, but for those that alone say the size of a loop."""
    erase_unused_in(op)
    block, maps = op.body.block, list(op.indexing_maps)
    said = {loop for indexing in maps[len(op.inputs) :] for loop in _plain_loops(indexing)}
    unused = [
        argument.index
        for argument in block.args[: len(op.inputs)]
        if not argument.uses and _plain_loops(maps[argument.index]) <= said
    ]
    if not unused:
        return op
    for number in reversed(unused):
        block.erase_arg(block.args[number])
    inputs = [value for number, value in enumerate(op.inputs) if number not in unused]
    maps = [indexing for number, indexing in enumerate(maps) if number not in unused]
    return _replaced(op, inputs, op.outputs, maps, op.results)


def fold_identity(op: GenericOp) -> None:
    """Replace an op by its input, if it gives that as it is."""
    end, maps = op.body.block.last_op, list(op.indexing_maps)
    is_parallel = len(maps[-1].data.results) == len(op.iterator_types)
    if end is None or len(end.operands) != 1 or not is_parallel:
        return
    given = end.operands[0]
    if not isinstance(given, BlockArgument) or given.owner is not op.body.block or given.index >= len(op.inputs):
        return
    source = op.inputs[given.index]
    if maps[given.index] == maps[-1] and source.type == op.results[0].type:
        destination = op.outputs[0].owner
        Rewriter.replace_op(op, [], [source])
        if isinstance(destination, Operation):
            erase_unused(destination)


def erase_unused_in(op: GenericOp) -> None:
    """Erase what a body computes for nobody."""
    for inner in reversed(list(op.body.block.ops)):
        is_used = any(result.uses for result in inner.results) or inner.has_trait(IsTerminator)
        if not is_used and is_side_effect_free(inner):
            Rewriter.erase_op(inner)


def _plain_loops(indexing: AffineMapAttr) -> set[int]:
    return {result.position for result in indexing.data.results if isinstance(result, AffineDimExpr)}


def _replaced(
    op: GenericOp,
    inputs: Sequence[SSAValue],
    outputs: Sequence[SSAValue],
    maps: Sequence[AffineMapAttr],
    results: Sequence[SSAValue],
) -> GenericOp:
    """Put an op with the same body and loops in an op's place; `results` are those that its results stand for."""
    body = Region()
    op.body.move_blocks(body)
    made = GenericOp(inputs, outputs, body, maps, op.iterator_types)
    made.attributes = dict(op.attributes)
    made.location = op.location
    Rewriter.insert_op(made, InsertPoint.before(op))
    for old, new in zip(results, made.results, strict=True):
        old.replace_all_uses_with(new)
    Rewriter.erase_op(op)
    return made
