"""Tosa ops that sum or reduce: matrix products, transforms, reductions."""

from __future__ import annotations

from abc import ABC

from xdsl.dialects.builtin import I32, BoolAttr, IntegerAttr, i32
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import (
    SameVariadicOperandSize,
    irdl_op_definition,
    operand_def,
    opt_operand_def,
    opt_prop_def,
    prop_def,
    result_def,
)
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.shapes import check_rank, check_shape, dims_agree, element_type_of, shape_of
from llmsys_ir.dialects.tosa.attributes import (
    BlockSizeAttr,
    ConvQuantAttr,
    MatMulQuantAttr,
    NanModeAttr,
)
from llmsys_ir.dialects.tosa.base import TENSOR, TosaOp, check_axis


@irdl_op_definition
class MatMulOp(TosaOp):
    """`b m k, b k n -> b m n`; zero points as an attribute (LLVM 19) or as operands (LLVM 22)."""

    name = "tosa.matmul"
    a = operand_def(TENSOR)
    b = operand_def(TENSOR)
    a_zp = opt_operand_def(TENSOR)
    b_zp = opt_operand_def(TENSOR)
    output = result_def(TENSOR)
    quantization_info = opt_prop_def(MatMulQuantAttr)
    irdl_options = (SameVariadicOperandSize(),)

    def __init__(self, lhs: SSAValue, rhs: SSAValue, result_type: Attribute):
        super().__init__(operands=[lhs, rhs, None, None], result_types=[result_type])

    def verify_(self) -> None:
        """Check that batch, contracted and result sizes agree."""
        for what, value in (("lhs", self.a), ("rhs", self.b), ("result", self.output)):
            check_rank(what, 3, value.type)
        lhs, rhs = shape_of(self.a.type), shape_of(self.b.type)
        if lhs is None or rhs is None:
            return
        if not dims_agree(lhs[0], rhs[0]):
            raise VerifyException(f"batch sizes must be equal, got {lhs[0]} != {rhs[0]}")
        if not dims_agree(lhs[2], rhs[1]):
            raise VerifyException(f"contracted sizes must be equal, got {lhs[2]} != {rhs[1]}")
        check_shape("result shape", (max(lhs[0], rhs[0]), lhs[1], rhs[2]), self.output.type)


@irdl_op_definition
class MatMulTBlockScaledOp(TosaOp):
    """`b m k, b n k -> b m n` with one scale per block of `k` (LLVM 22)."""

    name = "tosa.matmul_t_block_scaled"
    a_data = operand_def(TENSOR)
    a_scale = operand_def(TENSOR)
    b_data = operand_def(TENSOR)
    b_scale = operand_def(TENSOR)
    output_data = result_def(TENSOR)
    block_size = prop_def(BlockSizeAttr)


@irdl_op_definition
class CastFromBlockScaledOp(TosaOp):
    """Multiply blocks by their scales (LLVM 22)."""

    name = "tosa.cast_from_block_scaled"
    input_data = operand_def(TENSOR)
    input_scale = operand_def(TENSOR)
    output_data = result_def(TENSOR)
    block_size = prop_def(BlockSizeAttr)


@irdl_op_definition
class CastToBlockScaledOp(TosaOp):
    """Split into blocks and their scales (LLVM 22)."""

    name = "tosa.cast_to_block_scaled"
    input_data = operand_def(TENSOR)
    output_data = result_def(TENSOR)
    output_scale = result_def(TENSOR)
    block_size = prop_def(BlockSizeAttr)


@irdl_op_definition
class FullyConnectedOp(TosaOp):
    """`m k, n k, n -> m n`: a matrix product with a transposed weight and a bias (LLVM 19)."""

    name = "tosa.fully_connected"
    input = operand_def(TENSOR)
    weight = operand_def(TENSOR)
    bias = operand_def(TENSOR)
    output = result_def(TENSOR)
    quantization_info = opt_prop_def(ConvQuantAttr)

    def verify_(self) -> None:
        """Check that contracted and result sizes agree."""
        lhs, rhs = shape_of(self.input.type), shape_of(self.weight.type)
        if lhs is None or rhs is None or len(lhs) != 2 or len(rhs) != 2:
            return
        if not dims_agree(lhs[1], rhs[1]):
            raise VerifyException(f"contracted sizes must be equal, got {lhs[1]} != {rhs[1]}")
        check_shape("result shape", (lhs[0], rhs[0]), self.output.type)


@irdl_op_definition
class FFT2dOp(TosaOp):
    """Two-dimensional Fourier transform of real and imaginary parts."""

    name = "tosa.fft2d"
    input_real = operand_def(TENSOR)
    input_imag = operand_def(TENSOR)
    output_real = result_def(TENSOR)
    output_imag = result_def(TENSOR)
    inverse = prop_def(BoolAttr)
    local_bound = opt_prop_def(BoolAttr)


@irdl_op_definition
class RFFT2dOp(TosaOp):
    """Two-dimensional Fourier transform of real numbers."""

    name = "tosa.rfft2d"
    input = operand_def(TENSOR)
    output_real = result_def(TENSOR)
    output_imag = result_def(TENSOR)
    local_bound = opt_prop_def(BoolAttr)


class ReductionOp(TosaOp, ABC):
    """A reduction along one axis, which stays with size 1."""

    input = operand_def(TENSOR)
    output = result_def(TENSOR)
    axis = prop_def(IntegerAttr[I32])

    def __init__(self, input: SSAValue, axis: int, result_type: Attribute):
        super().__init__(operands=[input], result_types=[result_type], properties={"axis": IntegerAttr(axis, i32)})

    def verify_(self) -> None:
        """Check the axis and the result type."""
        if (shape := shape_of(self.input.type)) is None:
            return
        axis = self.axis.value.data
        check_axis(axis, shape)
        if shape:
            check_shape("result shape", (*shape[:axis], 1, *shape[axis + 1 :]), self.output.type)
        if element_type_of(self.input.type) != element_type_of(self.output.type):
            raise VerifyException(
                f"operand and result element types must be the same, "
                f"got {element_type_of(self.input.type)} != {element_type_of(self.output.type)}"
            )


@irdl_op_definition
class ReduceAllOp(ReductionOp):
    """Logical and along an axis."""

    name = "tosa.reduce_all"


@irdl_op_definition
class ReduceAnyOp(ReductionOp):
    """Logical or along an axis."""

    name = "tosa.reduce_any"


@irdl_op_definition
class ReduceMaxOp(ReductionOp):
    """Maximum along an axis."""

    name = "tosa.reduce_max"
    nan_mode = opt_prop_def(NanModeAttr)


@irdl_op_definition
class ReduceMinOp(ReductionOp):
    """Minimum along an axis."""

    name = "tosa.reduce_min"
    nan_mode = opt_prop_def(NanModeAttr)


@irdl_op_definition
class ReduceProdOp(ReductionOp):
    """Product along an axis (LLVM 19)."""

    name = "tosa.reduce_prod"


@irdl_op_definition
class ReduceProductOp(ReductionOp):
    """Product along an axis (LLVM 20 and later)."""

    name = "tosa.reduce_product"


@irdl_op_definition
class ReduceSumOp(ReductionOp):
    """Sum along an axis."""

    name = "tosa.reduce_sum"


@irdl_op_definition
class ArgMaxOp(TosaOp):
    """Index of the first maximum along an axis, which is dropped."""

    name = "tosa.argmax"
    input = operand_def(TENSOR)
    output = result_def(TENSOR)
    axis = prop_def(IntegerAttr[I32])
    nan_mode = opt_prop_def(NanModeAttr)

    def verify_(self) -> None:
        """Check the axis and the result shape."""
        if (shape := shape_of(self.input.type)) is None:
            return
        axis = self.axis.value.data
        check_axis(axis, shape)
        check_shape("result shape", (*shape[:axis], *shape[axis + 1 :]), self.output.type)
