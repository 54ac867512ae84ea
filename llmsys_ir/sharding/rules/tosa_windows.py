"""Rules of tosa's convolutions and poolings: batches, channels, and the places of windows.

Images have their batch first and their channels last. Places are sharded with the dim under them where each has as many
elements of its own, and devices get what else their windows see from their neighbours; of any other dim under windows
each device holds all.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder, Rules
from llmsys_ir.sharding.rules.combiners import accumulator
from llmsys_ir.sharding.rules.shapes import is_float
from llmsys_ir.sharding.rules.stablehlo.windows import Layout, Window
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature
from llmsys_ir.sharding.zero_points import zero_point

_SUM = ReductionKind.SUM

_POOLINGS = ("tosa.avg_pool2d", "tosa.max_pool2d")


def spatial_windows(signature: OpSignature) -> list[Window]:
    """The windows of an op along the spatial dims, which start with dim 1 of images.

    Those of a transposed convolution are in its result: element `w` of the window adds to places `w - low` behind the
    image's elements, which are `base` apart.
    """
    under, places = signature.operands[0].shape[1:-1], signature.results[0].shape[1:-1]
    sizes, strides = _window_sizes(signature), signature.integers("stride")
    if signature.name == "tosa.transpose_conv2d":
        pad = [size - 1 + amount for size, amount in zip(_twice(sizes), signature.integers("out_pad"), strict=True)]
        columns = zip(under, sizes, places, (1,) * len(sizes), pad[::2], pad[1::2], strides, strict=True)
        return [Window(*column, is_reversed=True) for column in columns]
    pad, ones = signature.integers("pad"), (1,) * len(sizes)
    dilations = ones if signature.name in _POOLINGS else signature.integers("dilation")
    columns = zip(under, sizes, places, strides, pad[::2], pad[1::2], ones, dilations, strict=True)
    return [Window(*column) for column in columns]


def _window_sizes(signature: OpSignature) -> Sequence[int]:
    if signature.name in _POOLINGS:
        return signature.integers("kernel")
    weight = signature.operands[1].shape
    return weight[:2] if signature.name == "tosa.depthwise_conv2d" else weight[1:-1]


def _twice(sizes: Sequence[int]) -> list[int]:
    return [size for size in sizes for _ in range(2)]


def layout_of(signature: OpSignature, window: Window) -> Layout:
    """What of a window is sharded.

    A mean counts the elements that are no padding, and padding is a zero point: where places differ in the one, or the
    other is not known, windows are whole.
    """
    is_padded = window.low > 0 or window.high > 0
    is_fixed = signature.name == "tosa.avg_pool2d" or padding_value(signature) is None
    if signature.name == "tosa.transpose_conv2d":
        allowed = {Layout.SPREAD, Layout.WHOLE}
    elif is_padded and is_fixed:
        allowed = {Layout.WHOLE}
    elif window.under == window.places * window.stride:
        allowed = {Layout.TILES, Layout.STENCIL, Layout.PLACES, Layout.WHOLE}
    else:
        allowed = {Layout.TILES, Layout.PLACES, Layout.WHOLE}
    return window.layout(allowed)


def padding_value(signature: OpSignature) -> int | None:
    """The zero point that the padding of a convolution's image is; None if it is not known."""
    if is_float(signature) or signature.name in _POOLINGS:
        return 0
    return zero_point(signature, "input_zp", 3)


def _spatial_dims(signature: OpSignature, builder: RuleBuilder) -> tuple[list[Dim], list[Dim], list[Dim]]:
    """The dims of the image, of the windows and of the result."""
    dims = [window.dims(builder, None, {layout_of(signature, window)}) for window in spatial_windows(signature)]
    under, window, places = map(list, zip(*dims, strict=True))
    return under, window, places


def convolution(signature: OpSignature) -> OpRule:
    """Channels of the image are added up, those of the result are the first dim of the weight."""
    image, weight = (spec.shape for spec in signature.operands[:2])
    builder = RuleBuilder.of(len(signature.operands))
    batch, summed, made = builder.free(image[0]), builder.free(image[-1], reductions=[_SUM]), builder.free(weight[0])
    under, window, places = _spatial_dims(signature, builder)
    builder.operands[0] = [batch, *under, summed]
    builder.operands[1] = [made, *window, summed]
    builder.results[0] = [batch, *places, made]
    return _built(signature, builder, made, image[-1])


def depthwise_convolution(signature: OpSignature) -> OpRule:
    """Each channel of the image makes some of the result, one after the other."""
    image, weight = (spec.shape for spec in signature.operands[:2])
    builder = RuleBuilder.of(len(signature.operands))
    batch, channels, made = (builder.free(size) for size in (image[0], image[-1], weight[-1]))
    under, window, places = _spatial_dims(signature, builder)
    builder.operands[0] = [batch, *under, channels]
    builder.operands[1] = [*window, channels, made]
    builder.results[0] = [batch, *places, (*channels, *made)]
    return _built(signature, builder, (*channels, *made), 1)


def _built(signature: OpSignature, builder: RuleBuilder, made: Dim, terms: int) -> OpRule:
    """The rule of a convolution; with zero points, or in wider integers, it is not linear."""
    builder.operands[2] = [made] if signature.operands[2].shape != (1,) else [()]
    _keep_zero_points_whole(signature, builder, 3)
    floats = all(spec.dtype.startswith(("f", "bf")) for spec in (*signature.operands[:3], *signature.results))
    shape = signature.operands[0].shape if signature.name == "tosa.transpose_conv2d" else signature.results[0].shape
    points = prod(shape[:-1]) * signature.results[0].shape[-1]
    return builder.build(
        linear=[{0, 2}, {1, 2}] if floats else (),
        accumulators=[accumulator(signature, _SUM, 2)],
        flops=2 * points * prod(_window_sizes(signature)) * terms,
    )


def pooling(signature: OpSignature) -> OpRule:
    """Batches and channels are shared; a mean of floats is linear."""
    image = signature.operands[0].shape
    builder = RuleBuilder.of(len(signature.operands))
    batch, channels = builder.free(image[0]), builder.free(image[-1])
    under, _, places = _spatial_dims(signature, builder)
    builder.operands[0] = [batch, *under, channels]
    builder.results[0] = [batch, *places, channels]
    _keep_zero_points_whole(signature, builder, 1)
    is_linear = signature.name == "tosa.avg_pool2d" and is_float(signature)
    flops = prod(signature.results[0].shape) * prod(_window_sizes(signature))
    return builder.build(linear=[{0}] if is_linear else (), flops=flops)


def _keep_zero_points_whole(signature: OpSignature, builder: RuleBuilder, first: int) -> None:
    for dims, spec in zip(builder.operands[first:], signature.operands[first:], strict=True):
        dims.extend(map(builder.whole, spec.shape))


RULES: Rules = {
    "tosa.avg_pool2d": pooling,
    "tosa.conv2d": convolution,
    "tosa.conv3d": convolution,
    "tosa.depthwise_conv2d": depthwise_convolution,
    "tosa.max_pool2d": pooling,
    "tosa.transpose_conv2d": convolution,
}
