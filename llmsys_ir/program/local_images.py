"""Local forms of tosa's convolutions and poolings: each device takes of an image what its own windows see."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import cast

from xdsl.builder import Builder
from xdsl.dialects import arith, tensor
from xdsl.dialects.builtin import (
    AnyFloat,
    DenseArrayBase,
    FloatAttr,
    IndexType,
    IntegerAttr,
    IntegerType,
    TensorType,
    i64,
)
from xdsl.ir import Attribute, Block, Region, SSAValue

from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.local_forms import Localizer
from llmsys_ir.program.shard_starts import shard_start
from llmsys_ir.program.signature import signature_of
from llmsys_ir.sharding.rules.stablehlo.windows import Layout, Window
from llmsys_ir.sharding.rules.tosa_windows import layout_of, padding_value, spatial_windows


def windowed(local: Localizer) -> Sequence[SSAValue]:
    """Of a dim that all devices hold, each takes what its windows see, with the padding around it."""
    signature, image = signature_of(local.op), local.operands[0]
    pad = list(signature.integers("pad"))
    for number, window in enumerate(spatial_windows(signature)):
        axes = local.strategy.results[0].dims[1 + number]
        if axes and layout_of(signature, window) is Layout.PLACES:
            places = local.types[0].get_shape()[1 + number]
            start = shard_start(local.builder, local.mesh, axes, places * window.stride)
            image = _part(local.builder, _padded(local, image, 1 + number, window), 1 + number, start, window, places)
            pad[2 * number : 2 * number + 2] = 0, 0
    return local.local_op({"pad": DenseArrayBase.from_list(i64, pad)}, [image, *local.operands[1:]])


def _part(builder: Builder, image: SSAValue, dim: int, start: SSAValue, window: Window, places: int) -> SSAValue:
    """What windows at so many places see from `start` on."""
    type_ = tensor_type(image)
    shape, offsets, ones = list(type_.get_shape()), [0] * type_.get_num_dims(), [1] * type_.get_num_dims()
    shape[dim] = window.stencil(places).length
    result = TensorType(type_.element_type, shape, type_.encoding)
    mixed: list[SSAValue | int] = [*offsets]
    mixed[dim] = start
    return builder.insert(tensor.ExtractSliceOp(image, mixed, shape, ones, result)).result


def _padded(local: Localizer, image: SSAValue, dim: int, window: Window) -> SSAValue:
    """The image with as much around one dim as the windows at all places see."""
    type_ = tensor_type(image)
    shape, rank = list(type_.get_shape()), type_.get_num_dims()
    low, high = window.low, max(0, window.stencil(window.places).length - window.low - window.under)
    if low == high == 0:
        return image
    shape[dim] += low + high
    block = Block(arg_types=[IndexType()] * rank)
    block.add_op(tensor.YieldOp(_fill(local, type_.element_type)))
    lows, highs = ([amount if at == dim else 0 for at in range(rank)] for amount in (low, high))
    result = TensorType(type_.element_type, shape, type_.encoding)
    return local.builder.insert(tensor.PadOp(image, [], [], Region(block), lows, highs, result)).result


def _fill(local: Localizer, element: Attribute) -> SSAValue:
    """What padding is: a zero point, or what is below all elements where the greatest one is taken."""
    builder, is_maximum = local.builder, local.op.name == "tosa.max_pool2d"
    if isinstance(element, AnyFloat):
        value = -inf if is_maximum else 0.0
        return builder.insert(arith.ConstantOp(FloatAttr(value, element))).result
    integer = cast(IntegerType, element)
    least = -(1 << (integer.width.data - 1))
    number = least if is_maximum else padding_value(signature_of(local.op)) or 0
    return builder.insert(arith.ConstantOp(IntegerAttr(number, integer))).result
