"""What a device keeps of a value, by index arithmetic in place of an `all_slice`."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects import tensor
from xdsl.dialects.builtin import DYNAMIC_INDEX, TensorType
from xdsl.ir import Operation, SSAValue

from llmsys_ir.dialects.grids.collectives import AllSlice
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.grid_queries import GridQueries
from llmsys_ir.program.index_arithmetic import Index, IndexArithmetic


def slice_by_arithmetic(op: AllSlice) -> tuple[list[Operation], SSAValue]:
    """Ops, not inserted yet, that slice as `op` does, and their result.

    Sizes that are known are constants, and an assertion stands only where it is not known that the group divides the
    sliced dim. As in MLIR the slice has sizes that are operands, and a `tensor.cast` gives it the type of `op`.
    """
    arithmetic = IndexArithmetic()
    value = op.input if not op.axes else _slice(op, arithmetic)
    if value.type != op.result.type:
        value = arithmetic.add(tensor.CastOp(value, tensor_type(op.result))).dest
    return arithmetic.ops, value


def _slice(op: AllSlice, arithmetic: IndexArithmetic) -> SSAValue:
    queries = GridQueries.of(op)
    digits = arithmetic.add(queries.coordinates(op.axes)).result
    sizes = _group_sizes(queries, op.axes, arithmetic)
    count = sizes[0]
    for size in sizes[1:]:
        count = arithmetic.product(count, size)
    noun = op.WORDS.noun
    axis = op.slice_axis.value.data
    part = arithmetic.part(
        arithmetic.size_of(op.input, axis),
        count,
        f"Slicing a tensor with axis size that is not exactly divisible by the {noun} process group size is not "
        "supported.",
    )
    number = arithmetic.linear(digits, sizes)
    rank = len(tensor_type(op.input).get_shape())
    shape = [part if dim == axis else arithmetic.size_of(op.input, dim) for dim in range(rank)]
    offsets: list[Index] = [0] * rank
    offsets[axis] = arithmetic.product(number, part)
    return _extract(op, offsets, list(map(arithmetic.value, shape)), arithmetic)


def _group_sizes(queries: GridQueries, axes: Sequence[int], arithmetic: IndexArithmetic) -> list[Index]:
    """The sizes of the grid along `axes`; the program asks for those that are not known."""
    unknown = [axis for axis in axes if queries.shape[axis] == DYNAMIC_INDEX]
    found = dict(zip(unknown, arithmetic.add(queries.sizes(unknown)).result, strict=True)) if unknown else {}
    return [found.get(axis, queries.shape[axis]) for axis in axes]


def slice_in_llvm_18(op: AllSlice) -> tuple[list[Operation], SSAValue]:
    """Ops, not inserted yet, that slice along one mesh axis as `op` does, and their result.

    LLVM 18 has no `all_slice`, and writes its resharding in this form: nothing is folded, and the slice has the
    type of the result.
    """
    arithmetic = IndexArithmetic()
    queries, axis = GridQueries.of(op), op.slice_axis.value.data
    arithmetic.value(0)
    (coordinate,) = arithmetic.add(queries.coordinates(op.axes)).result
    (count,) = arithmetic.add(queries.sizes(op.axes)).result
    size = arithmetic.value(arithmetic.size_of(op.input, axis))
    message = "Sharding a tensor with axis size that is not exactly divisible by the mesh axis size is not supported."
    part = arithmetic.checked_part(size, count, message)
    offsets: list[Index] = [0] * len(tensor_type(op.input).get_shape())
    offsets[axis] = arithmetic.product(part, coordinate)
    shape: list[Index] = [
        size if size != DYNAMIC_INDEX else part if dim == axis else arithmetic.size_of(op.input, dim)
        for dim, size in enumerate(tensor_type(op.result).get_shape())
    ]
    value = _extract(op, offsets, shape, arithmetic)
    return arithmetic.ops, value


def _extract(op: AllSlice, offsets: Sequence[Index], sizes: Sequence[Index], arithmetic: IndexArithmetic) -> SSAValue:
    source = tensor_type(op.input)
    shape = [size if isinstance(size, int) else DYNAMIC_INDEX for size in sizes]
    result = TensorType(source.element_type, shape, source.encoding)
    return arithmetic.add(tensor.ExtractSliceOp(op.input, offsets, sizes, [1] * len(sizes), result)).result
