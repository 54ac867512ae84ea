"""Local forms of tosa's convolutions and poolings: each device takes of an image what its own windows see.

What it lacks it gets from its neighbours along the mesh, or from all where it needs more than they hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
    UnitAttr,
    i64,
)
from xdsl.ir import Attribute, Block, Region, SSAValue

from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.dialects.tensors import splat, tensor_type
from llmsys_ir.program.local_forms import Localizer
from llmsys_ir.program.shard_starts import index_constant, shard_start
from llmsys_ir.program.signature import signature_of
from llmsys_ir.sharding.rules.stablehlo.windows import Layout, Window
from llmsys_ir.sharding.rules.tosa_windows import layout_of, padding_value, spatial_windows
from llmsys_ir.sharding.sharding import Axes


def windowed(local: Localizer) -> Sequence[SSAValue]:
    """The op on what the windows of a device see, with the padding around it."""
    signature, image = signature_of(local.op), local.operands[0]
    pad = list(signature.integers("pad"))
    for number, window in enumerate(spatial_windows(signature)):
        axes = local.strategy.results[0].dims[1 + number]
        layout = layout_of(signature, window)
        if axes and layout in (Layout.STENCIL, Layout.PLACES):
            seen = _Seen(local, 1 + number, window, axes)
            image = seen.of_shard(image) if layout is Layout.STENCIL else seen.of_whole(image)
            pad[2 * number : 2 * number + 2] = 0, 0
    return local.local_op({"pad": DenseArrayBase.from_list(i64, pad)}, [image, *local.operands[1:]])


@dataclass(frozen=True)
class _Seen:
    """What the windows of a device see along a dim whose places are sharded over `axes`."""

    local: Localizer
    dim: int
    window: Window
    axes: Axes

    @property
    def builder(self) -> Builder:
        """Where ops are emitted."""
        return self.local.builder

    @property
    def places(self) -> int:
        """The places of a device."""
        return self.local.types[0].get_shape()[self.dim]

    @property
    def length(self) -> int:
        """How many elements a device needs."""
        return self.window.stencil(self.places).length

    def of_whole(self, image: SSAValue) -> SSAValue:
        """Out of a dim that all devices hold."""
        lacking = self.window.stencil(self.window.places).length - self.window.low - self.window.under
        start = shard_start(self.builder, self.local.mesh, self.axes, self.places * self.window.stride)
        return self._slice(self._padded(image, (self.window.low, max(0, lacking))), start, self.length)

    def of_shard(self, image: SSAValue) -> SSAValue:
        """Out of a dim that is sharded as the places are."""
        size = self._size(image)
        low, high = self.window.low, self.length - self.window.low - size
        if len(self.axes) > 1 or max(low, high) > size:
            return self.of_whole(self._gathered(image))
        parts = [image if high >= 0 else self._slice(image, 0, size + high)]
        if low > 0:
            parts.insert(0, self._received(self._slice(image, size - low, low), 1))
        if high > 0:
            parts.append(self._received(self._slice(image, 0, high), -1))
        if len(parts) == 1:
            return parts[0]
        joined = TensorType(tensor_type(image).element_type, self._shape(image, self.length))
        return self.builder.insert(tensor.ConcatOp(parts, self.dim, joined)).results[0]

    def _size(self, image: SSAValue) -> int:
        return tensor_type(image).get_shape()[self.dim]

    def _shape(self, image: SSAValue, size: int) -> list[int]:
        return [size if at == self.dim else held for at, held in enumerate(tensor_type(image).get_shape())]

    def _received(self, part: SSAValue, offset: int) -> SSAValue:
        """What the neighbour so many devices back sends; padding where there is none."""
        (axis,), mesh = self.axes, self.local.mesh
        properties: dict[str, Attribute] = {
            "shift_axis": IntegerAttr(axis, IndexType()),
            "offset": IntegerAttr(offset, i64),
            "rotate": UnitAttr(),
        }
        shifted = mesh_dialect.ShiftOp(part, mesh.name, self.axes, part.type, properties)
        received = self.builder.insert(shifted).results[0]
        (place,) = self.builder.insert(mesh_dialect.ProcessMultiIndexOp(mesh.name, self.axes)).result
        end = index_constant(self.builder, 0 if offset > 0 else mesh.shape[axis] - 1)
        is_end = self.builder.insert(arith.CmpiOp(place, end, "eq")).result
        fill = self.builder.insert(arith.ConstantOp(splat(tensor_type(part), self._fill))).result
        return self.builder.insert(arith.SelectOp(is_end, fill, received)).result

    def _gathered(self, image: SSAValue) -> SSAValue:
        type_ = TensorType(tensor_type(image).element_type, self._shape(image, self.window.under))
        op = mesh_dialect.AllGatherOp.along(image, self.local.mesh.name, self.axes, self.dim, type_)
        return self.builder.insert(op).results[0]

    def _slice(self, image: SSAValue, start: SSAValue | int, size: int) -> SSAValue:
        shape = self._shape(image, size)
        offsets: list[SSAValue | int] = [start if at == self.dim else 0 for at in range(len(shape))]
        result = TensorType(tensor_type(image).element_type, shape)
        return self.builder.insert(tensor.ExtractSliceOp(image, offsets, shape, [1] * len(shape), result)).result

    def _padded(self, image: SSAValue, amounts: tuple[int, int]) -> SSAValue:
        if not any(amounts):
            return image
        element, shape = tensor_type(image).element_type, self._shape(image, self._size(image) + sum(amounts))
        attribute = (
            FloatAttr(self._fill, element)
            if isinstance(element, AnyFloat)
            else IntegerAttr(int(self._fill), cast(IntegerType, element))
        )
        block = Block(arg_types=[IndexType()] * len(shape))
        block.add_op(tensor.YieldOp(self.builder.insert(arith.ConstantOp(attribute)).result))
        low, high = ([amount if at == self.dim else 0 for at in range(len(shape))] for amount in amounts)
        result = TensorType(element, shape)
        return self.builder.insert(tensor.PadOp(image, [], [], Region(block), low, high, result)).result

    @property
    def _fill(self) -> float:
        """What padding is: a zero point, or what is below all elements where the greatest one is taken."""
        element = tensor_type(self.local.op.operands[0]).element_type
        if self.local.op.name != "tosa.max_pool2d":
            return padding_value(signature_of(self.local.op)) or 0
        return -inf if isinstance(element, AnyFloat) else -(1 << (cast(IntegerType, element).width.data - 1))
