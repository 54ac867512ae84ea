"""Tensors that the bodies of linalg ops read elements of, as torch-mlir writes lookups: as operands.

    linalg.generic ins(%indices) { ^bb0(%in): linalg.yield (tensor.extract %table[%in, linalg.index 2]) }

What is read at loop indices becomes an operand with an indexing map. What is read at positions that are data becomes
a `tensor.gather` before the op, at positions that an op of their own computes. Assertions in such a body are left out:
a position outside of the tensor is an error of the gather.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xdsl.dialects import arith, cf, tensor
from xdsl.dialects.builtin import AffineMapAttr, IndexType, IntegerAttr, TensorType, i64
from xdsl.dialects.linalg.ops import YieldOp
from xdsl.ir import Block, BlockArgument, Operation, Region, SSAValue
from xdsl.ir.affine import AffineConstantExpr, AffineDimExpr, AffineMap
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.dialects.linalg.scalar import IndexOp
from llmsys_ir.dialects.linalg.structured import GenericOp, parallel
from llmsys_ir.dialects.tensor import GatherOp
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.generic_edits import (
    behind,
    fold_identity,
    loop_sizes,
    with_input,
    with_used_inputs,
    with_used_results,
)
from llmsys_ir.program.local_structured import loop_of
from llmsys_ir.program.signature import constant_of


def take_lookups_out(module: Operation) -> None:
    """Let every `linalg.generic` whose body reads elements of tensors take these, or what is found, as operands.

    Results of such ops that nobody uses are left out, so that what is left may be a known reduction.
    """
    for op in [op for op in module.walk() if isinstance(op, GenericOp)]:
        op = with_used_results(op)
        extracts = [inner for inner in op.body.block.ops if isinstance(inner, tensor.ExtractOp)]
        for extract in extracts:
            op = _taken_out(op, extract)
        if extracts and not any(isinstance(inner, tensor.ExtractOp) for inner in op.body.block.ops):
            for check in [inner for inner in op.body.block.ops if isinstance(inner, cf.AssertOp)]:
                Rewriter.erase_op(check)
            fold_identity(with_used_inputs(op))


def _taken_out(op: GenericOp, extract: tensor.ExtractOp) -> GenericOp:
    """The op with what is read as an operand; the op itself if the positions cannot be computed before it."""
    read = _Read.of(op, extract)
    if read is None:
        return op
    value = extract.tensor if not read.components else _gather(read)
    made = with_input(op, value, read.indexing(), extract.result)
    Rewriter.erase_op(extract)
    return made


@dataclass(frozen=True)
class _Read:
    """Where a body reads a tensor.

    Of the tensor's dims those in `components` are at positions that are computed, from the indices of `loops` and data
    that these index; the others are at the index of the loop in `plain`, or in a dim of size 1, where that is None.
    """

    op: GenericOp
    extract: tensor.ExtractOp
    plain: Mapping[int, int | None]
    components: tuple[int, ...]
    loops: tuple[int, ...]
    sizes: Mapping[int, int]

    @classmethod
    def of(cls, op: GenericOp, extract: tensor.ExtractOp) -> _Read | None:
        """Where an op of a body reads; None if it needs another element of a tensor, or values of the outputs."""
        sizes, shape = loop_sizes(op), tensor_type(extract.tensor).get_shape()
        loops = [_loop_at(index, sizes) for index in extract.indices]
        plain: dict[int, int | None] = {}
        for dim, (loop, size) in enumerate(zip(loops, shape, strict=True)):
            if size == 1 or (loop is not None and sizes.get(loop) == size):
                plain[dim] = None if size == 1 else loop
        while True:
            components = [dim for dim in range(len(shape)) if dim not in plain]
            needed = _loops_behind(op, [extract.indices[dim] for dim in components])
            if needed is None or (components and not needed):
                return None
            shared = [dim for dim, loop in plain.items() if loop in needed]
            if not shared:
                return cls(op, extract, plain, tuple(components), tuple(sorted(needed)), sizes)
            for dim in shared:
                del plain[dim]

    def indexing(self) -> AffineMapAttr:
        """How the loops index what is read, or what is gathered of it."""
        plain = [
            AffineConstantExpr(0) if loop is None else AffineDimExpr(loop) for _, loop in sorted(self.plain.items())
        ]
        batch = [AffineDimExpr(loop) for loop in self.loops]
        return AffineMapAttr(AffineMap(len(self.op.iterator_types), 0, (*batch, *plain)))


def _loop_at(index: SSAValue, sizes: Mapping[int, int]) -> int | None:
    """The loop whose index a value is, also seen through a remainder that changes nothing."""
    owner = index.owner
    if isinstance(owner, arith.RemSIOp | arith.RemUIOp):
        loop, divisor = _loop_at(owner.lhs, sizes), constant_of(owner.rhs)
        return loop if loop is not None and divisor and sizes.get(loop, divisor[0] + 1) <= divisor[0] else None
    return loop_of(owner) if isinstance(owner, Operation) and owner.name == "linalg.index" else None


def _loops_behind(op: GenericOp, values: Sequence[SSAValue]) -> set[int] | None:
    """The loops that values in a body depend on; None if they depend on outputs or on other tensors."""
    found: set[int] = set()
    block, maps = op.body.block, list(op.indexing_maps)
    for value in behind(values):
        if isinstance(value, BlockArgument) and value.owner is block:
            if value.index >= len(op.inputs):
                return None
            found |= maps[value.index].data.used_dims()
        elif isinstance(value.owner, Operation) and value.owner.parent is block:
            if isinstance(value.owner, tensor.ExtractOp):
                return None
            if value.owner.name == "linalg.index":
                found.add(loop_of(value.owner))
    return found


def _gather(read: _Read) -> SSAValue:
    """Emit what finds the elements, before the op that reads them."""
    place = InsertPoint.before(read.op)
    parts = [_positions(read, read.extract.indices[dim], place) for dim in read.components]
    positions = parts[0]
    if len(parts) > 1:
        type_ = TensorType(IndexType(), [*(read.sizes[loop] for loop in read.loops), len(parts)])
        joined = tensor.ConcatOp(parts, IntegerAttr(len(read.loops), i64), type_)
        positions = _inserted(joined, read, place)
    source = tensor_type(read.extract.tensor)
    kept = [source.get_shape()[dim] for dim in sorted(read.plain)]
    result = TensorType(source.element_type, [*(read.sizes[loop] for loop in read.loops), *kept])
    return _inserted(GatherOp(read.extract.tensor, positions, list(read.components), result), read, place)


def _positions(read: _Read, index: SSAValue, place: InsertPoint) -> SSAValue:
    """Emit one component of the positions, along the loops and a dim of size 1."""
    op, block = read.op, read.op.body.block
    sources = behind([index])
    numbers = [number for number in range(len(op.inputs)) if block.args[number] in sources]
    made = Block(arg_types=[*(block.args[number].type for number in numbers), IndexType()])
    copies: dict[SSAValue, SSAValue] = {block.args[number]: made.args[at] for at, number in enumerate(numbers)}
    for inner in block.ops:
        if inner.name == "linalg.index" and inner.results[0] in sources:
            copy: Operation = IndexOp(read.loops.index(loop_of(inner)))
            made.add_op(copy)
            copies[inner.results[0]] = copy.results[0]
        elif any(result in sources for result in inner.results):
            made.add_op(inner.clone(copies))
    made.add_op(YieldOp(copies.get(index, index)))
    type_ = TensorType(IndexType(), [*(read.sizes[loop] for loop in read.loops), 1])
    destination = _inserted(tensor.EmptyOp([], type_), read, place)
    rank = len(read.loops)
    maps = [_along(read.loops, op.indexing_maps.data[number].data) for number in numbers]
    maps.append(AffineMapAttr(AffineMap(rank, 0, (*map(AffineDimExpr, range(rank)), AffineConstantExpr(0)))))
    inputs = [op.inputs[number] for number in numbers]
    return _inserted(GenericOp(inputs, [destination], Region(made), maps, parallel(rank)), read, place)


def _along(loops: Sequence[int], indexing: AffineMap) -> AffineMapAttr:
    """A map of loops as one of some of them, which are all that it uses."""
    numbers = [
        AffineDimExpr(loops.index(loop)) if loop in loops else AffineConstantExpr(0)
        for loop in range(indexing.num_dims)
    ]
    results = tuple(result.replace_dims_and_symbols(numbers, []) for result in indexing.results)
    return AffineMapAttr(AffineMap(len(loops), 0, results))


def _inserted(made: Operation, read: _Read, place: InsertPoint) -> SSAValue:
    made.location = read.op.location
    Rewriter.insert_op(made, place)
    return made.results[0]
