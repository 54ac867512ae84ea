"""Batch normalization, forward and backward."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence

from xdsl.dialects.builtin import I64, Float32Type, FloatAttr, IntegerAttr
from xdsl.ir import SSAValue
from xdsl.irdl import IRDLOperation, irdl_op_definition, operand_def, prop_def, result_def, traits_def
from xdsl.traits import Pure

from llmsys_ir.dialects.shapes import check_shape
from llmsys_ir.dialects.stablehlo.checks import check_dim
from llmsys_ir.dialects.stablehlo.elements import FLOAT, check_kind, check_same_element_type
from llmsys_ir.dialects.stablehlo.types import TENSOR
from llmsys_ir.dialects.tensors import tensor_type


class BatchNormOp(IRDLOperation, ABC):
    """An op of a tensor and, per feature, some numbers; each op lists all its operands, which sets their order."""

    operand = operand_def(TENSOR)
    scale = operand_def(TENSOR)
    epsilon = prop_def(FloatAttr[Float32Type])
    feature_index = prop_def(IntegerAttr[I64])
    traits = traits_def(Pure())

    def verify_values(self, whole: Sequence[SSAValue], per_feature: Sequence[SSAValue]) -> None:
        """Raise unless values have the operand's shape, and others one number per feature."""
        check_kind("operand", self.operand, (FLOAT,))
        check_same_element_type("operands and results", self.operand, *whole, *per_feature)
        shape, dim = tensor_type(self.operand).get_shape(), self.feature_index.value.data
        check_dim("feature_index", dim, len(shape))
        for value in whole:
            check_shape("shape as that of the operand", shape, value.type)
        for value in per_feature:
            check_shape("shape of what is per feature", (shape[dim],), value.type)


@irdl_op_definition
class BatchNormGradOp(BatchNormOp):
    """The gradients of a batch normalization."""

    name = "stablehlo.batch_norm_grad"
    operand = operand_def(TENSOR)
    scale = operand_def(TENSOR)
    mean = operand_def(TENSOR)
    variance = operand_def(TENSOR)
    grad_output = operand_def(TENSOR)
    grad_operand = result_def(TENSOR)
    grad_scale = result_def(TENSOR)
    grad_offset = result_def(TENSOR)

    def verify_(self) -> None:
        """Check the elements and the shapes."""
        per_feature = (self.scale, self.mean, self.variance, self.grad_scale, self.grad_offset)
        self.verify_values((self.grad_output, self.grad_operand), per_feature)


@irdl_op_definition
class BatchNormInferenceOp(BatchNormOp):
    """A batch normalization by a mean and a variance that are known."""

    name = "stablehlo.batch_norm_inference"
    operand = operand_def(TENSOR)
    scale = operand_def(TENSOR)
    offset = operand_def(TENSOR)
    mean = operand_def(TENSOR)
    variance = operand_def(TENSOR)
    result = result_def(TENSOR)

    def verify_(self) -> None:
        """Check the elements and the shapes."""
        self.verify_values((self.result,), (self.scale, self.offset, self.mean, self.variance))


@irdl_op_definition
class BatchNormTrainingOp(BatchNormOp):
    """A batch normalization by the mean and the variance of the batch."""

    name = "stablehlo.batch_norm_training"
    operand = operand_def(TENSOR)
    scale = operand_def(TENSOR)
    offset = operand_def(TENSOR)
    output = result_def(TENSOR)
    batch_mean = result_def(TENSOR)
    batch_var = result_def(TENSOR)

    def verify_(self) -> None:
        """Check the elements and the shapes."""
        self.verify_values((self.output,), (self.scale, self.offset, self.batch_mean, self.batch_var))


OPS = (BatchNormGradOp, BatchNormInferenceOp, BatchNormTrainingOp)
"""The ops of this module."""
