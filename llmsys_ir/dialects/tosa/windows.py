"""Tosa ops that see windows of images: convolutions and poolings.

Images have their batch first and their channels last. Zero points are an attribute (LLVM 19) or operands (LLVM 22).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from xdsl.dialects.builtin import DYNAMIC_INDEX, BoolAttr, DenseArrayBase, IntegerType, i64
from xdsl.ir import TypeAttribute
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

from llmsys_ir.dialects.shapes import check_rank, check_shape, dims_agree, shape_of, shape_text, shapes_agree
from llmsys_ir.dialects.tosa.attributes import ConvQuantAttr, NanModeAttr, UnaryQuantAttr
from llmsys_ir.dialects.tosa.base import TENSOR, TosaOp

INTEGERS = DenseArrayBase.constr(i64)
"""An attribute `array<i64: ...>`."""

Shape = tuple[int, ...]


def numbers(what: str, attribute: DenseArrayBase[IntegerType], count: int, least: int | None) -> Shape:
    """The numbers of an attribute.

    Raises:
        VerifyException: there are not `count` of them, or one is less than `least`.
    """
    values = tuple(map(int, attribute.get_values()))
    if len(values) != count:
        raise VerifyException(f"{what} must have {count} numbers, got {len(values)}")
    if least is not None and any(value < least for value in values):
        raise VerifyException(f"{what} must be at least {least}, got {', '.join(map(str, values))}")
    return values


def _places(size: int, window: int, stride: int, low: int, high: int, dilation: int) -> int:
    """How many windows there are along a dim with `low` and `high` padding around it."""
    if DYNAMIC_INDEX in (size, window):
        return DYNAMIC_INDEX
    padded, extent = size + low + high, (window - 1) * dilation + 1
    if padded < extent:
        raise VerifyException(f"windows must fit into the padded image, got {padded} elements for a window of {extent}")
    return (padded - extent) // stride + 1


def _channels(*sizes: int) -> int:
    """A number of channels that is a product."""
    return DYNAMIC_INDEX if DYNAMIC_INDEX in sizes else sizes[0] * sizes[1]


class WindowOp(TosaOp, ABC):
    """An op that has a window at each of its places in an image."""

    SPATIAL: ClassVar[int] = 2
    """How many dims windows have."""

    def places(self, image: Shape, windows: Shape, pad: Shape, stride: Shape, dilation: Shape) -> Shape:
        """How many windows there are along each spatial dim."""
        columns = zip(image[1:-1], windows, stride, pad[::2], pad[1::2], dilation, strict=True)
        return tuple(_places(*column) for column in columns)


class ConvolutionOp(WindowOp, ABC):
    """A convolution of images, plus a number per channel of the result."""

    input = operand_def(TENSOR)
    weight = operand_def(TENSOR)
    bias = operand_def(TENSOR)
    input_zp = opt_operand_def(TENSOR)
    weight_zp = opt_operand_def(TENSOR)
    output = result_def(TENSOR)
    stride = prop_def(INTEGERS)
    quantization_info = opt_prop_def(ConvQuantAttr)
    acc_type = opt_prop_def(TypeAttribute)
    local_bound = opt_prop_def(BoolAttr)
    irdl_options = (SameVariadicOperandSize(),)

    def verify_(self) -> None:
        """Check ranks, numbers, channels and the result shape."""
        rank = self.SPATIAL + 2
        for what, value, dims in (
            ("input", self.input, rank),
            ("weight", self.weight, rank),
            ("bias", self.bias, 1),
            ("result", self.output, rank),
        ):
            check_rank(what, dims, value.type)
        image, weight = shape_of(self.input.type), shape_of(self.weight.type)
        if image is None or weight is None:
            self.window_shape(None, None)
            return
        places = self.window_shape(image, weight)
        assert places is not None
        channels = self.channels(image, weight)
        bias = shape_of(self.bias.type)
        if bias is not None and bias != (1,) and not shapes_agree(bias, (channels,)):
            raise VerifyException(f"bias must have size 1 or {shape_text((channels,))}, got {shape_text(bias)}")
        check_shape("result shape", (image[0], *places, channels), self.output.type)

    @abstractmethod
    def window_shape(self, image: Shape | None, weight: Shape | None) -> Shape | None:
        """The spatial sizes of the result, none if those of the operands are not known; checks numbers."""

    def channels(self, image: Shape, weight: Shape) -> int:
        """The channels of the result; checks those of the operands."""
        if not dims_agree(image[-1], weight[-1]):
            raise VerifyException(f"input channels must be equal, got {image[-1]} != {weight[-1]}")
        return weight[0]


class ForwardConvolutionOp(ConvolutionOp, ABC):
    """A convolution whose windows are in the input."""

    pad = prop_def(INTEGERS)
    dilation = prop_def(INTEGERS)

    def window_shape(self, image: Shape | None, weight: Shape | None) -> Shape | None:
        """How many places windows have along each spatial dim."""
        pad = numbers("pad", self.pad, 2 * self.SPATIAL, 0)
        stride = numbers("stride", self.stride, self.SPATIAL, 1)
        dilation = numbers("dilation", self.dilation, self.SPATIAL, 1)
        if image is None or weight is None:
            return None
        return self.places(image, self.kernel_of(weight), pad, stride, dilation)

    def kernel_of(self, weight: Shape) -> Shape:
        """The sizes of the window."""
        return weight[1:-1]


@irdl_op_definition
class Conv2DOp(ForwardConvolutionOp):
    """`n h w i, o y x i, o -> n p q o`: a convolution in two dims."""

    name = "tosa.conv2d"


@irdl_op_definition
class Conv3DOp(ForwardConvolutionOp):
    """`n d h w i, o z y x i, o -> n r p q o`: a convolution in three dims."""

    name = "tosa.conv3d"
    SPATIAL: ClassVar[int] = 3


@irdl_op_definition
class DepthwiseConv2DOp(ForwardConvolutionOp):
    """`n h w c, y x c m, (c m) -> n p q (c m)`: a convolution of each channel by itself."""

    name = "tosa.depthwise_conv2d"

    def kernel_of(self, weight: Shape) -> Shape:
        """The sizes of the window."""
        return weight[:2]

    def channels(self, image: Shape, weight: Shape) -> int:
        """Some for each channel of the input."""
        if not dims_agree(image[-1], weight[2]):
            raise VerifyException(f"input channels must be equal, got {image[-1]} != {weight[2]}")
        return _channels(*weight[2:])


@irdl_op_definition
class TransposeConv2DOp(ConvolutionOp):
    """`n h w i, o y x i, o -> n p q o`: windows are in the result, `stride` apart, and are added up."""

    name = "tosa.transpose_conv2d"
    out_pad = prop_def(INTEGERS)
    out_shape = opt_prop_def(INTEGERS)

    def window_shape(self, image: Shape | None, weight: Shape | None) -> Shape | None:
        """The extent of all windows, and `out_pad` around them."""
        pad = numbers("out_pad", self.out_pad, 2 * self.SPATIAL, None)
        stride = numbers("stride", self.stride, self.SPATIAL, 1)
        if self.out_shape is not None:
            sizes = numbers("out_shape", self.out_shape, self.SPATIAL + 2, None)
            check_shape("result shape", [DYNAMIC_INDEX if size < 0 else size for size in sizes], self.output.type)
        if image is None or weight is None:
            return None
        if any(0 < weight[1 + number // 2] <= -amount for number, amount in enumerate(pad)):
            got = f"{', '.join(map(str, pad))} and a window of {shape_text(weight[1:-1])}"
            raise VerifyException(f"out_pad must be greater than the negative of the window's sizes, got {got}")
        columns = zip(image[1:-1], weight[1:-1], stride, pad[::2], pad[1::2], strict=True)
        return tuple(
            DYNAMIC_INDEX if DYNAMIC_INDEX in (size, window) else (size - 1) * step + low + high + window
            for size, window, step, low, high in columns
        )


class PoolingOp(WindowOp, ABC):
    """A reduction of each window, channel by channel."""

    kernel = prop_def(INTEGERS)
    stride = prop_def(INTEGERS)
    pad = prop_def(INTEGERS)

    def verify_(self) -> None:
        """Check ranks, numbers and the result shape."""
        source, result = self.operands[0].type, self.results[0].type
        check_rank("input", 4, source)
        check_rank("result", 4, result)
        kernel, stride = numbers("kernel", self.kernel, 2, 1), numbers("stride", self.stride, 2, 1)
        pad = numbers("pad", self.pad, 4, 0)
        if any(amount >= kernel[number // 2] for number, amount in enumerate(pad)):
            got = f"pad {', '.join(map(str, pad))} and kernel {', '.join(map(str, kernel))}"
            raise VerifyException(f"pad must be less than the kernel, got {got}")
        if (image := shape_of(source)) is not None:
            places = self.places(image, kernel, pad, stride, (1, 1))
            check_shape("result shape", (image[0], *places, image[-1]), result)


@irdl_op_definition
class AvgPool2dOp(PoolingOp):
    """The mean of each window, without what is padding."""

    name = "tosa.avg_pool2d"
    input = operand_def(TENSOR)
    input_zp = opt_operand_def(TENSOR)
    output_zp = opt_operand_def(TENSOR)
    output = result_def(TENSOR)
    acc_type = prop_def(TypeAttribute)
    quantization_info = opt_prop_def(UnaryQuantAttr)
    irdl_options = (SameVariadicOperandSize(),)


@irdl_op_definition
class MaxPool2dOp(PoolingOp):
    """The maximum of each window."""

    name = "tosa.max_pool2d"
    input = operand_def(TENSOR)
    output = result_def(TENSOR)
    nan_mode = opt_prop_def(NanModeAttr)
