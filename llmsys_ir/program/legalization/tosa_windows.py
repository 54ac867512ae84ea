"""Tosa's convolutions and poolings as StableHLO."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import inf, prod

from xdsl.dialects.builtin import IntegerAttr, TensorType, i64
from xdsl.ir import Attribute, SSAValue

from llmsys_ir.dialects.stablehlo import arithmetic, reshaping
from llmsys_ir.dialects.stablehlo.attributes import ConvDimensionNumbersAttr, ConvDimensions
from llmsys_ir.dialects.stablehlo.convolution import ConvolutionOp
from llmsys_ir.dialects.stablehlo.creation import ConstantOp
from llmsys_ir.dialects.stablehlo.elementwise import BinaryOp
from llmsys_ir.dialects.stablehlo.reduction import ReduceWindowOp
from llmsys_ir.dialects.tensors import dense_from, tensor_type
from llmsys_ir.program.legalization.site import Site, combining, extreme, integers, is_float
from llmsys_ir.program.legalization.tosa_elementwise import Form
from llmsys_ir.sharding.rules.stablehlo.windows import Window
from llmsys_ir.sharding.rules.tosa_windows import spatial_windows
from llmsys_ir.sharding.zero_points import zero_point


def _paddings(pairs: Sequence[tuple[int, int]]) -> Attribute:
    return dense_from(TensorType(i64, [len(pairs), 2]), [amount for pair in pairs for amount in pair])


def _centered(site: Site, number: int, name: str) -> SSAValue:
    """An operand less its zero point, in the type of the result."""
    value = site.converted(site.op.operands[number], site.result.element_type)
    if is_float(value):
        return value
    zero = zero_point(site.signature, name, 3 + number)
    if zero is None:
        raise site.fail("with a zero point that is only known when the program runs")
    type_ = tensor_type(value)
    return site.emit(arithmetic.SubtractOp, [value, site.like(value, zero)], type_) if zero else value


def _convolved(site: Site, weight: SSAValue, kernel: tuple[int, int, Sequence[int]], groups: int) -> SSAValue:
    """A convolution with a weight whose input, output and spatial dims are given, and the bias."""
    inputs, outputs, along = kernel
    windows = spatial_windows(site.signature)
    spatial = tuple(range(1, 1 + len(windows)))
    numbers = ConvDimensions(
        input_batch_dimension=0,
        input_feature_dimension=1 + len(windows),
        input_spatial_dimensions=spatial,
        kernel_input_feature_dimension=inputs,
        kernel_output_feature_dimension=outputs,
        kernel_spatial_dimensions=tuple(along),
        output_batch_dimension=0,
        output_feature_dimension=1 + len(windows),
        output_spatial_dimensions=spatial,
    )
    found = site.emit(
        ConvolutionOp,
        [_centered(site, 0, "input_zp"), weight],
        dimension_numbers=ConvDimensionNumbersAttr(numbers),
        window_strides=integers([window.stride for window in windows]),
        padding=_paddings([(window.low, window.high) for window in windows]),
        lhs_dilation=integers([window.base for window in windows]),
        rhs_dilation=integers([window.dilation for window in windows]),
        feature_group_count=IntegerAttr(groups, i64),
        batch_group_count=IntegerAttr(1, i64),
    )
    bias = site.converted(site.op.operands[2], site.result.element_type)
    return site.emit(arithmetic.AddOp, [found, site.broadcast(bias, site.shape)])


def _convolution(site: Site) -> SSAValue:
    """`n h w i, o y x i, o -> n p q o`; the windows of a transposed one are reversed."""
    weight, windows = _centered(site, 1, "weight_zp"), spatial_windows(site.signature)
    turned = [1 + number for number, window in enumerate(windows) if window.is_reversed]
    if turned:
        weight = site.emit(reshaping.ReverseOp, [weight], tensor_type(weight), dimensions=integers(turned))
    return _convolved(site, weight, (1 + len(windows), 0, range(1, 1 + len(windows))), 1)


def _depthwise(site: Site) -> SSAValue:
    """`n h w c, y x c m, (c m) -> n p q (c m)`: each channel is a group."""
    weight = _centered(site, 1, "weight_zp")
    height, width, channels, made = tensor_type(weight).get_shape()
    weight = site.reshaped(weight, (height, width, 1, channels * made))
    return _convolved(site, weight, (2, 3, (0, 1)), channels)


def _pooled(site: Site, combiner: type[BinaryOp], init: float) -> SSAValue:
    """Windows reduced, with what is neutral around."""
    element, windows = site.result.element_type, spatial_windows(site.signature)
    return site.emit(
        ReduceWindowOp,
        [site.op.operands[0], site.constant(TensorType(element, []), init)],
        regions=[combining(element, combiner)],
        window_dimensions=integers([1, *(window.size for window in windows), 1]),
        window_strides=integers([1, *(window.stride for window in windows), 1]),
        padding=_paddings([(0, 0), *((window.low, window.high) for window in windows), (0, 0)]),
    )


def _max_pool(site: Site) -> SSAValue:
    if site.signature.attributes.get("nan_mode") == "IGNORE":
        raise site.fail("where NaN is ignored")
    return _pooled(site, arithmetic.MaximumOp, extreme(site.result.element_type, -inf))


def _counts(window: Window) -> list[int]:
    """How many elements are no padding, place by place."""
    starts = (place * window.stride - window.low for place in range(window.places))
    return [min(start + window.size, window.under) - max(start, 0) for start in starts]


def _avg_pool(site: Site) -> SSAValue:
    """A sum divided by the number of elements that are no padding."""
    total, windows = site.op.operands[0], spatial_windows(site.signature)
    if not is_float(total):
        raise site.fail("on integers, which it rounds")
    counts = [float(prod(each)) for each in product(*map(_counts, windows))]
    type_ = TensorType(site.result.element_type, [window.places for window in windows] + [1])
    divisor = site.builder.insert(ConstantOp(dense_from(type_, counts))).results[0]
    operands = [_pooled(site, arithmetic.AddOp, 0), site.broadcast(divisor, site.shape)]
    return site.emit(arithmetic.DivideOp, operands)


WINDOWS: Mapping[str, Form] = {
    "tosa.avg_pool2d": _avg_pool,
    "tosa.conv2d": _convolution,
    "tosa.conv3d": _convolution,
    "tosa.depthwise_conv2d": _depthwise,
    "tosa.max_pool2d": _max_pool,
    "tosa.transpose_conv2d": _convolution,
}
"""By name."""
