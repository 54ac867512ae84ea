"""The same elements in another order or another shape, repeated or joined."""

from __future__ import annotations

from math import prod
from typing import ClassVar

from xdsl.dialects.builtin import DYNAMIC_INDEX, I64, IntegerAttr, TensorType, i32
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import (
    irdl_op_definition,
    operand_def,
    opt_prop_def,
    prop_def,
    result_def,
    traits_def,
    var_operand_def,
)
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.pretty import Clause, Integer, Integers, Notation, PrettyOp, SameNotation, integers
from llmsys_ir.dialects.shapes import check_shape, dims_agree, shape_text
from llmsys_ir.dialects.stablehlo.checks import (
    check,
    check_bounded,
    check_dim,
    check_dims,
    check_length,
    integers_of,
    known,
)
from llmsys_ir.dialects.stablehlo.creation import check_shape_operand
from llmsys_ir.dialects.stablehlo.elements import INDEX, INTEGER, check_kind, check_same_element_type
from llmsys_ir.dialects.stablehlo.types import INTEGERS, TENSOR
from llmsys_ir.dialects.tensors import Tensor, tensor_type


def check_broadcast(operand: Tensor, result: Tensor, dims: tuple[int, ...]) -> None:
    """Raise unless each dim of the operand is 1 or the size of the dim of the result that it becomes."""
    check_length("broadcast_dimensions", dims, operand.get_num_dims())
    check_dims("broadcast_dimensions", dims, result.get_num_dims())
    for dim, (size, target) in enumerate(zip(operand.get_shape(), dims, strict=True)):
        wanted = result.get_shape()[target]
        if size != 1 and not dims_agree(size, wanted):
            raise VerifyException(f"size of dim {dim} of the operand must be 1 or {wanted}, got {size}")


@irdl_op_definition
class BroadcastInDimOp(PrettyOp):
    """The operand repeated along new dims, and along those of size 1."""

    name = "stablehlo.broadcast_in_dim"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    broadcast_dimensions = prop_def(INTEGERS)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Integers("dims", "broadcast_dimensions"),)

    def __init__(self, operand: SSAValue, dimensions: tuple[int, ...], result_type: Attribute):
        properties = {"broadcast_dimensions": integers(dimensions)}
        super().__init__(operands=[operand], result_types=[result_type], properties=properties)

    def verify_(self) -> None:
        """Check the elements and the dims."""
        check_same_element_type("operand and result", self.operand, self.result)
        check_bounded("result", tensor_type(self.result))
        dims = self.broadcast_dimensions.get_values()
        check_broadcast(tensor_type(self.operand), tensor_type(self.result), dims)


@irdl_op_definition
class DynamicBroadcastInDimOp(PrettyOp):
    """A broadcast to a shape that is an operand."""

    name = "stablehlo.dynamic_broadcast_in_dim"
    operand = operand_def(TENSOR)
    output_dimensions = operand_def(TENSOR)
    result = result_def(TENSOR)
    broadcast_dimensions = prop_def(INTEGERS)
    known_expanding_dimensions = opt_prop_def(INTEGERS)
    known_nonexpanding_dimensions = opt_prop_def(INTEGERS)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Integers("dims", "broadcast_dimensions"),)

    def verify_(self) -> None:
        """Check the elements, the dims, and the length of the shape."""
        check_same_element_type("operand and result", self.operand, self.result)
        check_kind("output_dimensions", self.output_dimensions, (*INTEGER, INDEX))
        operand, result = tensor_type(self.operand), tensor_type(self.result)
        check_broadcast(operand, result, self.broadcast_dimensions.get_values())
        check_shape_operand("output_dimensions", self.output_dimensions.type, result.get_num_dims())
        expanding = integers_of(self.known_expanding_dimensions) or ()
        fixed = integers_of(self.known_nonexpanding_dimensions) or ()
        check_dims(
            "known_expanding_dimensions and known_nonexpanding_dimensions",
            (*expanding, *fixed),
            operand.get_num_dims(),
        )


@irdl_op_definition
class BroadcastOp(PrettyOp):
    """The operand repeated along new first dims."""

    name = "stablehlo.broadcast"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    broadcast_sizes = prop_def(INTEGERS)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Integers("sizes", "broadcast_sizes"),)

    def verify_(self) -> None:
        """Check the elements and the shape."""
        check_same_element_type("operand and result", self.operand, self.result)
        sizes = self.broadcast_sizes.get_values()
        check(all(size >= 0 for size in sizes), f"broadcast_sizes must not be negative, got {list(sizes)}")
        check_shape("result shape", [*sizes, *tensor_type(self.operand).get_shape()], self.result.type)


def check_element_count(operand: SSAValue, result: SSAValue) -> None:
    """Raise unless two tensors have as many elements, as far as their dims are static."""
    shapes = [tensor_type(value).get_shape() for value in (operand, result)]
    if known(*shapes[0], *shapes[1]) and prod(shapes[0]) != prod(shapes[1]):
        raise VerifyException(
            "operand and result must have the same number of elements, "
            f"got {prod(shapes[0])} != {prod(shapes[1])} ({shape_text(shapes[0])} and {shape_text(shapes[1])})"
        )


@irdl_op_definition
class ReshapeOp(PrettyOp):
    """The same elements in the same order, in another shape."""

    name = "stablehlo.reshape"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    traits = traits_def(Pure())

    def __init__(self, operand: SSAValue, result_type: Attribute):
        super().__init__(operands=[operand], result_types=[result_type])

    def verify_(self) -> None:
        """Check the elements and how many there are."""
        check_same_element_type("operand and result", self.operand, self.result)
        check_bounded("result", tensor_type(self.result))
        check_element_count(self.operand, self.result)


@irdl_op_definition
class DynamicReshapeOp(PrettyOp):
    """The same elements in the same order, in a shape that is an operand."""

    name = "stablehlo.dynamic_reshape"
    operand = operand_def(TENSOR)
    output_shape = operand_def(TENSOR)
    result = result_def(TENSOR)
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the elements, how many there are, and the length of the shape."""
        check_same_element_type("operand and result", self.operand, self.result)
        check_kind("output_shape", self.output_shape, (*INTEGER, INDEX))
        check_shape_operand("output_shape", self.output_shape.type, tensor_type(self.result).get_num_dims())
        check_element_count(self.operand, self.result)


@irdl_op_definition
class TransposeOp(PrettyOp):
    """The dims in another order."""

    name = "stablehlo.transpose"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    permutation = prop_def(INTEGERS)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Integers("dims", "permutation"),)

    def __init__(self, operand: SSAValue, permutation: tuple[int, ...]):
        type_ = tensor_type(operand)
        shape = [type_.get_shape()[dim] for dim in permutation]
        result_type = TensorType(type_.element_type, shape)
        properties = {"permutation": integers(permutation)}
        super().__init__(operands=[operand], result_types=[result_type], properties=properties)

    def verify_(self) -> None:
        """Check the elements, the permutation and the shape."""
        check_same_element_type("operand and result", self.operand, self.result)
        shape, permutation = tensor_type(self.operand).get_shape(), self.permutation.get_values()
        check_length("permutation", permutation, len(shape))
        check_dims("permutation", permutation, len(shape))
        check_shape("result shape", [shape[dim] for dim in permutation], self.result.type)


@irdl_op_definition
class ReverseOp(PrettyOp):
    """The elements in reverse order along some dims."""

    name = "stablehlo.reverse"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    dimensions = prop_def(INTEGERS)
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Integers("dims", "dimensions"),)
    NOTATION: ClassVar[Notation] = SameNotation()

    def verify_(self) -> None:
        """Check the elements, the dims and the shape."""
        check_same_element_type("operand and result", self.operand, self.result)
        shape = tensor_type(self.operand).get_shape()
        check_dims("dimensions", self.dimensions.get_values(), len(shape))
        check_shape("result shape", shape, self.result.type)


@irdl_op_definition
class ConcatenateOp(PrettyOp):
    """Tensors put together along one dim."""

    name = "stablehlo.concatenate"
    inputs = var_operand_def(TENSOR)
    result = result_def(TENSOR)
    dimension = prop_def(IntegerAttr[I64])
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Integer("dim", "dimension"),)

    def verify_(self) -> None:
        """Check the elements, the dim and the shapes."""
        check(len(self.inputs) > 0, "concatenate needs at least one input")
        check_same_element_type("inputs and result", *self.inputs, self.result)
        shapes = [tensor_type(value).get_shape() for value in self.inputs]
        dim = self.dimension.value.data
        check_dim("dimension", dim, len(shapes[0]))
        for shape in shapes:
            same = len(shape) == len(shapes[0]) and all(
                dims_agree(size, first)
                for other, (size, first) in enumerate(zip(shape, shapes[0], strict=True))
                if other != dim
            )
            if not same:
                raise VerifyException(
                    f"inputs must have the same shape but for dim {dim}, "
                    f"got {shape_text(shapes[0])} != {shape_text(shape)}"
                )
        sizes = [shape[dim] for shape in shapes]
        expected = [
            next((s[other] for s in shapes if known(s[other])), DYNAMIC_INDEX) for other in range(len(shapes[0]))
        ]
        expected[dim] = sum(sizes) if known(*sizes) else DYNAMIC_INDEX
        check_shape("result shape", expected, self.result.type)


@irdl_op_definition
class GetDimensionSizeOp(PrettyOp):
    """The size of a dim."""

    name = "stablehlo.get_dimension_size"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    dimension = prop_def(IntegerAttr[I64])
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Integer("dim", "dimension"),)

    def verify_(self) -> None:
        """Check the dim and the type of the result."""
        check_dim("dimension", self.dimension.value.data, tensor_type(self.operand).get_num_dims())
        check_scalar_i32("result", self.result)


@irdl_op_definition
class SetDimensionSizeOp(PrettyOp):
    """The operand with a dim of another size."""

    name = "stablehlo.set_dimension_size"
    operand = operand_def(TENSOR)
    size = operand_def(TENSOR)
    result = result_def(TENSOR)
    dimension = prop_def(IntegerAttr[I64])
    traits = traits_def(Pure())

    CLAUSES: ClassVar[tuple[Clause, ...]] = (Integer("dim", "dimension"),)

    def verify_(self) -> None:
        """Check the dim, the elements, the size, and the other dims of the result."""
        shape, dim = list(tensor_type(self.operand).get_shape()), self.dimension.value.data
        check_dim("dimension", dim, len(shape))
        check_scalar_i32("size", self.size)
        check_same_element_type("operand and result", self.operand, self.result)
        check_shape("result shape", [*shape[:dim], DYNAMIC_INDEX, *shape[dim + 1 :]], self.result.type)


def check_scalar_i32(what: str, value: SSAValue) -> None:
    """Raise unless a value is a `tensor<i32>`."""
    if value.type != TensorType(i32, []):
        raise VerifyException(f"{what} must have type 'tensor<i32>', got '{value.type}'")


OPS = (
    BroadcastInDimOp,
    BroadcastOp,
    ConcatenateOp,
    DynamicBroadcastInDimOp,
    DynamicReshapeOp,
    GetDimensionSizeOp,
    ReshapeOp,
    ReverseOp,
    SetDimensionSizeOp,
    TransposeOp,
)
"""The ops of this module."""
