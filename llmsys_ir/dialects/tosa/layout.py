"""Tosa ops that hold or move data: constants, reshape, transpose, slice, concat, gather, resize."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    I32,
    DenseArrayBase,
    DenseIntOrFPElementsAttr,
    DenseResourceAttr,
    IntegerAttr,
    IntegerType,
    StringAttr,
    i32,
    i64,
)
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import (
    IRDLOperation,
    SameVariadicOperandSize,
    irdl_op_definition,
    operand_def,
    opt_operand_def,
    opt_prop_def,
    prop_def,
    result_def,
    traits_def,
    var_operand_def,
)
from xdsl.traits import ConstantLike, Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.shapes import check_rank, check_shape, dims_agree, shape_of, shape_text, shapes_agree
from llmsys_ir.dialects.tosa.attributes import PadQuantAttr, ResizeModeAttr, ShapeType
from llmsys_ir.dialects.tosa.base import TENSOR, TosaOp, check_axis, constant_values

INTEGERS = DenseArrayBase.constr(i64)
"""An attribute `array<i64: ...>`."""

ELEMENTS = DenseIntOrFPElementsAttr | DenseResourceAttr
"""The value of a constant."""


def integers(attribute: DenseArrayBase[IntegerType] | None, operand: SSAValue | None) -> tuple[int, ...] | None:
    """A list of integers given by an attribute or else by a constant operand; none if it is not known."""
    if attribute is not None:
        return attribute.get_values()
    return constant_values(operand)


def as_dims(sizes: tuple[int, ...] | None) -> tuple[int, ...] | None:
    """Sizes as dims of a type: a size of -1 is not known."""
    return None if sizes is None else tuple(DYNAMIC_INDEX if size == -1 else size for size in sizes)


def check_one_of(what: str, attribute: Attribute | None, operand: SSAValue | None) -> None:
    """Raise unless a parameter is given exactly once, by an attribute or by an operand."""
    if (attribute is None) == (operand is None):
        raise VerifyException(f"{what} must be given as an attribute or as an operand")


@irdl_op_definition
class ConstOp(IRDLOperation):
    """A constant tensor, in its attribute `value` (LLVM 19) or `values` (LLVM 22)."""

    name = "tosa.const"
    value = opt_prop_def(ELEMENTS)
    values = opt_prop_def(ELEMENTS)
    output = result_def(TENSOR)
    traits = traits_def(Pure(), ConstantLike())

    def __init__(self, value: DenseIntOrFPElementsAttr):
        super().__init__(properties={"value": value}, result_types=[value.type])

    def elements(self) -> DenseIntOrFPElementsAttr | DenseResourceAttr:
        """The value, whichever attribute holds it."""
        elements = self.value if self.value is not None else self.values
        assert elements is not None
        return elements

    def verify_(self) -> None:
        """Check that there is one value, of the result type."""
        if (self.value is None) == (self.values is None):
            raise VerifyException("const needs either a value or values")
        if (got := self.elements().type) != self.output.type and shape_of(self.output.type) is not None:
            raise VerifyException(f"value type must be the result type, got {got} != {self.output.type}")


@irdl_op_definition
class ConstShapeOp(TosaOp):
    """A constant shape (LLVM 22)."""

    name = "tosa.const_shape"
    values = prop_def(DenseIntOrFPElementsAttr)
    output = result_def(ShapeType)

    def verify_(self) -> None:
        """Check that there are as many values as the rank says."""
        if (got := len(self.values)) != (rank := self.output.type.rank.data) and rank:
            raise VerifyException(f"number of values must be the rank of the shape, got {got} != {rank}")


@irdl_op_definition
class ConcatOp(TosaOp):
    """Concatenation along an axis."""

    name = "tosa.concat"
    tensors = var_operand_def(TENSOR)
    output = result_def(TENSOR)
    axis = prop_def(IntegerAttr[I32])

    def __init__(self, tensors: Sequence[SSAValue], axis: int, result_type: Attribute):
        super().__init__(operands=[tensors], result_types=[result_type], properties={"axis": IntegerAttr(axis, i32)})

    def verify_(self) -> None:
        """Check the axis and that the sizes along it add up."""
        shapes = [shape for value in self.tensors if (shape := shape_of(value.type)) is not None]
        if not shapes or len(shapes) < len(self.tensors):
            return
        axis, first = self.axis.value.data, shapes[0]
        check_axis(axis, first)
        for shape in shapes:
            if not shapes_agree((*first[:axis], *first[axis + 1 :]), (*shape[:axis], *shape[axis + 1 :])):
                raise VerifyException(
                    f"operand shapes must be equal but for axis {axis}, got {shape_text(first)} and {shape_text(shape)}"
                )
        sizes = [shape[axis] for shape in shapes]
        total = DYNAMIC_INDEX if DYNAMIC_INDEX in sizes else sum(sizes)
        check_shape("result shape", (*first[:axis], total, *first[axis + 1 :]), self.output.type)


@irdl_op_definition
class PadOp(TosaOp):
    """Padding at both ends of every dim, low and high amounts interleaved."""

    name = "tosa.pad"
    input1 = operand_def(TENSOR)
    padding = operand_def()
    pad_const = opt_operand_def(TENSOR)
    output = result_def(TENSOR)
    quantization_info = opt_prop_def(PadQuantAttr)

    def amounts(self) -> list[tuple[int, int]] | None:
        """The low and high padding of each dim if they are constant."""
        if (values := constant_values(self.padding)) is None:
            return None
        return list(zip(values[::2], values[1::2], strict=True))

    def verify_(self) -> None:
        """Check the result shape if the paddings are constant."""
        shape, amounts = shape_of(self.input1.type), self.amounts()
        if shape is None or amounts is None:
            return
        if len(amounts) != len(shape):
            raise VerifyException(f"every dim needs two paddings, got {len(amounts)} pairs for {len(shape)} dims")
        padded = [
            dim if DYNAMIC_INDEX in (dim, *amount) else dim + sum(amount)
            for dim, amount in zip(shape, amounts, strict=True)
        ]
        check_shape("result shape", padded, self.output.type)


@irdl_op_definition
class ReshapeOp(TosaOp):
    """The same elements in another shape, given by an attribute (LLVM 19) or by an operand (LLVM 22)."""

    name = "tosa.reshape"
    input1 = operand_def(TENSOR)
    shape = opt_operand_def(ShapeType)
    output = result_def(TENSOR)
    new_shape = opt_prop_def(INTEGERS)

    def sizes(self) -> tuple[int, ...] | None:
        """The new sizes if they are known, -1 for one that follows from the others."""
        return integers(self.new_shape, self.shape)

    def verify_(self) -> None:
        """Check the result shape and the number of elements."""
        check_one_of("shape", self.new_shape, self.shape)
        source, target, sizes = shape_of(self.input1.type), shape_of(self.output.type), as_dims(self.sizes())
        if target is not None and sizes is not None and not shapes_agree(sizes, target):
            raise VerifyException(
                f"result shape must be the new shape, got {shape_text(target)} != {shape_text(sizes)}"
            )
        if source is None or target is None or DYNAMIC_INDEX in (*source, *target):
            return
        if prod(source) != prod(target):
            raise VerifyException(
                f"operand and result must have as many elements, got {prod(source)} != {prod(target)}"
            )


@irdl_op_definition
class ReverseOp(TosaOp):
    """Reversal of an axis."""

    name = "tosa.reverse"
    input1 = operand_def(TENSOR)
    output = result_def(TENSOR)
    axis = prop_def(IntegerAttr[I32])

    def verify_(self) -> None:
        """Check the axis and the result shape."""
        if (shape := shape_of(self.input1.type)) is not None:
            check_axis(self.axis.value.data, shape)
            check_shape("result shape", shape, self.output.type)


@irdl_op_definition
class SliceOp(TosaOp):
    """A contiguous part, given by attributes (LLVM 19) or by operands (LLVM 22)."""

    name = "tosa.slice"
    input1 = operand_def(TENSOR)
    start_operand = opt_operand_def(ShapeType)
    size_operand = opt_operand_def(ShapeType)
    output = result_def(TENSOR)
    start = opt_prop_def(INTEGERS)
    size = opt_prop_def(INTEGERS)
    irdl_options = (SameVariadicOperandSize(),)

    def starts(self) -> tuple[int, ...] | None:
        """The first index of each dim if they are known."""
        return integers(self.start, self.start_operand)

    def sizes(self) -> tuple[int, ...] | None:
        """The size of each dim if they are known, -1 for one that reaches to the end."""
        return integers(self.size, self.size_operand)

    def verify_(self) -> None:
        """Check that the part lies within the operand and has the result shape."""
        check_one_of("start", self.start, self.start_operand)
        check_one_of("size", self.size, self.size_operand)
        shape, starts, sizes = shape_of(self.input1.type), self.starts(), as_dims(self.sizes())
        if shape is None or starts is None or sizes is None:
            return
        if not len(shape) == len(starts) == len(sizes):
            raise VerifyException(
                f"every dim needs a start and a size, "
                f"got {len(starts)} starts and {len(sizes)} sizes for {len(shape)} dims"
            )
        for dim, start, size in zip(shape, starts, sizes, strict=True):
            if DYNAMIC_INDEX not in (dim, start, size) and start + size > dim:
                raise VerifyException(f"slice must end within the operand, got {start} + {size} > {dim}")
        check_shape("result shape", sizes, self.output.type)


@irdl_op_definition
class TileOp(TosaOp):
    """Repetition along every dim, given by an attribute (LLVM 19) or by an operand (LLVM 22)."""

    name = "tosa.tile"
    input1 = operand_def(TENSOR)
    multiples_operand = opt_operand_def(ShapeType)
    output = result_def(TENSOR)
    multiples = opt_prop_def(INTEGERS)

    def repeats(self) -> tuple[int, ...] | None:
        """How often each dim is repeated, if it is known."""
        return integers(self.multiples, self.multiples_operand)

    def verify_(self) -> None:
        """Check the result shape if the multiples are constant."""
        check_one_of("multiples", self.multiples, self.multiples_operand)
        shape, repeats = shape_of(self.input1.type), self.repeats()
        if shape is None or repeats is None:
            return
        if len(shape) != len(repeats):
            raise VerifyException(f"every dim needs a multiple, got {len(repeats)} for {len(shape)} dims")
        tiled = [
            DYNAMIC_INDEX if DYNAMIC_INDEX in (dim, repeat) else dim * repeat
            for dim, repeat in zip(shape, repeats, strict=True)
        ]
        check_shape("result shape", tiled, self.output.type)


@irdl_op_definition
class TransposeOp(TosaOp):
    """Permutation of the dims, given by an operand (LLVM 19) or by an attribute (LLVM 22)."""

    name = "tosa.transpose"
    input1 = operand_def(TENSOR)
    perms_operand = opt_operand_def(TENSOR)
    output = result_def(TENSOR)
    perms = opt_prop_def(DenseArrayBase.constr(i32))

    def permutation(self) -> tuple[int, ...] | None:
        """For each result dim the operand dim it comes from, if it is known."""
        return integers(self.perms, self.perms_operand)

    def verify_(self) -> None:
        """Check the permutation and the result shape if it is constant."""
        check_one_of("perms", self.perms, self.perms_operand)
        shape, permutation = shape_of(self.input1.type), self.permutation()
        if shape is None or permutation is None:
            return
        if sorted(permutation) != list(range(len(shape))):
            raise VerifyException(
                f"perms must be a permutation of {len(shape)} dims, got {', '.join(map(str, permutation))}"
            )
        check_shape("result shape", [shape[dim] for dim in permutation], self.output.type)


@irdl_op_definition
class GatherOp(TosaOp):
    """`n k c, n w -> n w c`: the rows of each batch at some indices."""

    name = "tosa.gather"
    values = operand_def(TENSOR)
    indices = operand_def(TENSOR)
    output = result_def(TENSOR)

    def verify_(self) -> None:
        """Check that batch and result sizes agree."""
        values, indices = shape_of(self.values.type), shape_of(self.indices.type)
        if values is None or indices is None or len(values) != 3 or len(indices) != 2:
            return
        if not dims_agree(values[0], indices[0]):
            raise VerifyException(f"batch sizes must be equal, got {values[0]} != {indices[0]}")
        check_shape("result shape", (values[0], indices[1], values[2]), self.output.type)


@irdl_op_definition
class ScatterOp(TosaOp):
    """`n k c, n w, n w c -> n k c`: replace the rows of each batch at some indices."""

    name = "tosa.scatter"
    values_in = operand_def(TENSOR)
    indices = operand_def(TENSOR)
    input = operand_def(TENSOR)
    values_out = result_def(TENSOR)

    def verify_(self) -> None:
        """Check that the result has the shape of the operand."""
        if (shape := shape_of(self.values_in.type)) is not None:
            check_shape("result shape", shape, self.values_out.type)


@irdl_op_definition
class ResizeOp(TosaOp):
    """Resized images; parameters as attributes (LLVM 19) or as operands (LLVM 22)."""

    name = "tosa.resize"
    input = operand_def(TENSOR)
    scale_operand = opt_operand_def(ShapeType)
    offset_operand = opt_operand_def(ShapeType)
    border_operand = opt_operand_def(ShapeType)
    output = result_def(TENSOR)
    scale = opt_prop_def(INTEGERS)
    offset = opt_prop_def(INTEGERS)
    border = opt_prop_def(INTEGERS)
    mode = prop_def(StringAttr | ResizeModeAttr)
    irdl_options = (SameVariadicOperandSize(),)

    def verify_(self) -> None:
        """Check ranks, and the result shape if the numbers are constant."""
        for what, attribute, operand in (
            ("scale", self.scale, self.scale_operand),
            ("offset", self.offset, self.offset_operand),
            ("border", self.border, self.border_operand),
        ):
            check_one_of(what, attribute, operand)
        check_rank("input", 4, self.input.type)
        check_rank("result", 4, self.output.type)
        shape = shape_of(self.input.type)
        scale = _some("scale", integers(self.scale, self.scale_operand), 4)
        offset = _some("offset", integers(self.offset, self.offset_operand), 2)
        border = _some("border", integers(self.border, self.border_operand), 2)
        if scale is not None and min(scale) < 1:
            raise VerifyException(f"scale must be at least 1, got {', '.join(map(str, scale))}")
        if shape is None or scale is None or offset is None or border is None:
            return
        columns = zip(shape[1:3], scale[::2], scale[1::2], offset, border, strict=True)
        sizes = [
            DYNAMIC_INDEX if size == DYNAMIC_INDEX else ((size - 1) * unit - start + end) // step + 1
            for size, unit, step, start, end in columns
        ]
        check_shape("result shape", (shape[0], *sizes, shape[3]), self.output.type)


def _some(what: str, values: tuple[int, ...] | None, count: int) -> tuple[int, ...] | None:
    """The numbers if they are known; raises unless there are so many."""
    if values is not None and len(values) != count:
        raise VerifyException(f"{what} must have {count} numbers, got {len(values)}")
    return values
