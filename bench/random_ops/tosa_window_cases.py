"""Tosa's convolutions and poolings on random shapes, in the forms of LLVM 19 and 22.

What they compute is said by sums over the elements of windows.
"""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from hypothesis import strategies as st

from random_ops.drawing import Cases, Shape
from random_ops.tensors import OpCase, Tensor

_ZEROS = {"input": 2, "weight": -1}
"""The zero points of quantized convolutions."""


@dataclass(frozen=True)
class Window:
    """Windows along one dim of `under` elements, which they fill with the padding around it."""

    size: int
    places: int
    stride: int = 1
    dilation: int = 1
    low: int = 0
    high: int = 0

    @property
    def under(self) -> int:
        """The elements of the dim."""
        return (self.places - 1) * self.stride + (self.size - 1) * self.dilation + 1 - self.low - self.high

    def at(self, offset: int) -> slice:
        """One element of all windows, in the padded dim."""
        start = offset * self.dilation
        return slice(start, start + (self.places - 1) * self.stride + 1, self.stride)


@st.composite
def windows(draw: st.DrawFn, *, dilated: bool = True) -> Window:
    """Tiles, windows as far apart as elements with as many places, or any."""
    kind, places = draw(st.sampled_from(("tiles", "same", "any", "any"))), draw(st.sampled_from((1, 2, 4, 6, 8)))
    size = draw(st.integers(1, 3))
    if kind == "tiles":
        return Window(size, places, size)
    if kind == "same":
        return Window(3, max(places, 2), low=1, high=1)
    stride, dilation = draw(st.integers(1, 3)), draw(st.integers(1, 2)) if dilated else 1
    low, high = (draw(st.integers(0, min(1, size - 1))) for _ in range(2))
    window = Window(size, places, stride, dilation, low, high)
    return window if window.under > 0 else Window(size, places, stride, dilation)


def _numbers(name: str, values: Sequence[int]) -> str:
    return f"{name} = array<i64: {', '.join(map(str, values))}>"


def _pads(along: Sequence[Window]) -> list[int]:
    return [amount for window in along for amount in (window.low, window.high)]


def _seen(image: Any, along: Sequence[Window], fill: float = 0) -> list[tuple[Shape, Any]]:
    """For each offset in the windows, the elements at it."""
    amounts = [(0, 0), *((window.low, window.high) for window in along), (0, 0)]
    padded = np.pad(image, amounts, constant_values=fill)
    return [
        (offset, padded[(slice(None), *(window.at(place) for window, place in zip(along, offset, strict=True)))])
        for offset in product(*(range(window.size) for window in along))
    ]


@dataclass(frozen=True)
class _Form:
    """How a convolution is written: the version of LLVM, and whether it is of integers."""

    version: int
    is_integer: bool = False
    has_zero_points: bool = False

    @property
    def dtypes(self) -> tuple[str, str]:
        """Those of operands, and of bias and result."""
        return ("i8", "i32") if self.is_integer else ("f32", "f32")

    def zero(self, name: str) -> int:
        """A zero point."""
        return _ZEROS[name] if self.has_zero_points else 0

    def text(self, op: str, operands: Sequence[Tensor], result: Tensor, attributes: Sequence[str]) -> str:
        """The op on `{0}`, `{1}`, ..., with the constants it needs."""
        given, accumulated = self.dtypes
        names, types = [f"{{{number}}}" for number in range(len(operands))], list(map(str, operands))
        entries, head = list(attributes), ""
        if self.version == 22:
            entries.append(f"acc_type = {accumulated}")
            for name in _ZEROS:
                value = f"{self.zero(name)}" if self.is_integer else "0.0"
                head += f'%{name} = "tosa.const"() <{{{{values = dense<{value}> : tensor<1x{given}>}}}}> : '
                head += f"() -> tensor<1x{given}>\n"
                names.append(f"%{name}")
                types.append(f"tensor<1x{given}>")
        elif self.is_integer:
            points = ", ".join(f"{name}_zp = {self.zero(name)}" for name in _ZEROS)
            entries.append(f"quantization_info = #tosa.conv_quant<{points}>")
        return f"{head}%r = {op} {', '.join(names)} {{{{{', '.join(entries)}}}}} : ({', '.join(types)}) -> {result}"

    def centered(self, image: Any, weight: Any) -> tuple[Any, Any]:
        """Operands less their zero points."""
        wide = np.int32 if self.is_integer else np.float32
        return image.astype(wide) - self.zero("input"), weight.astype(wide) - self.zero("weight")


@st.composite
def convolution(draw: st.DrawFn, op: str, form: _Form) -> OpCase:
    """Windows in the image; depthwise each channel by itself."""
    along = [draw(windows()) for _ in range(3 if op == "conv3d" else 2)]
    batch, inputs, outputs = (draw(st.sampled_from((1, 2, 3, 4))) for _ in range(3))
    sizes, dtypes = tuple(window.size for window in along), form.dtypes
    depthwise = op == "depthwise_conv2d"
    made = inputs * outputs if depthwise else outputs
    operands = (
        Tensor((batch, *(window.under for window in along), inputs), dtypes[0]),
        Tensor((*sizes, inputs, outputs) if depthwise else (outputs, *sizes, inputs), dtypes[0]),
        Tensor((1 if form.version == 22 and draw(st.integers(0, 3)) == 0 else made,), dtypes[1]),
    )
    result = Tensor((batch, *(window.places for window in along), made), dtypes[1])
    attributes = (
        _numbers("pad", _pads(along)),
        _numbers("stride", [window.stride for window in along]),
        _numbers("dilation", [window.dilation for window in along]),
    )

    def expected(image: Any, weight: Any, bias: Any) -> Any:
        image, weight = form.centered(image, weight)
        total = np.zeros(result.shape, image.dtype)
        for offset, part in _seen(image, along):
            if depthwise:
                total += np.einsum("...c,cm->...cm", part, weight[offset]).reshape(total.shape)
            else:
                total += np.einsum("...i,oi->...o", part, weight[(slice(None), *offset)])
        return total + bias

    return OpCase(operands, (result,), form.text(f"tosa.{op}", operands, result, attributes), expected)


@st.composite
def transposed(draw: st.DrawFn, form: _Form) -> OpCase:
    """Windows in the result, of which `out_pad` is cut off or added around."""
    batch, inputs, outputs = (draw(st.sampled_from((1, 2, 3, 4))) for _ in range(3))
    sizes, strides, under = (
        [draw(st.sampled_from(given)) for _ in range(2)] for given in ((1, 2, 3), (1, 2, 3), (1, 2, 4))
    )
    pads: list[int] = []
    for size, stride, count in zip(sizes, strides, under, strict=True):
        extent = (count - 1) * stride + size
        tiles = max(0, count * stride - extent)
        choices = [(0, tiles), (1, 0), *([(-1, 1), (-1, -1)] if size > 1 and extent > 2 else [])]
        pads += draw(st.sampled_from(choices))
    dtypes = form.dtypes
    extents = [(count - 1) * stride + size for count, stride, size in zip(under, strides, sizes, strict=True)]
    shape = [extent + low + high for extent, low, high in zip(extents, pads[::2], pads[1::2], strict=True)]
    operands = (
        Tensor((batch, *under, inputs), dtypes[0]),
        Tensor((outputs, *sizes, inputs), dtypes[0]),
        Tensor((outputs,), dtypes[1]),
    )
    result = Tensor((batch, *shape, outputs), dtypes[1])
    attributes = [_numbers("out_pad", pads), _numbers("stride", strides)]
    if form.version == 19:
        attributes.append(_numbers("out_shape", result.shape))

    def expected(image: Any, weight: Any, bias: Any) -> Any:
        image, weight = form.centered(image, weight)
        total = np.zeros((batch, *(extent + 2 for extent in extents), outputs), image.dtype)
        for y, x in product(*map(range, sizes)):
            places = (
                slice(1 + start, 1 + start + (count - 1) * stride + 1, stride)
                for start, count, stride in zip((y, x), under, strides, strict=True)
            )
            total[(slice(None), *places)] += np.einsum("nhwi,oi->nhwo", image, weight[:, y, x])
        cut = [slice(1 - low, 1 - low + size) for low, size in zip(pads[::2], shape, strict=True)]
        room = np.pad(total, [(0, 0), (0, 3), (0, 3), (0, 0)])
        return room[(slice(None), *cut)] + bias

    return OpCase(operands, (result,), form.text("tosa.transpose_conv2d", operands, result, attributes), expected)


@st.composite
def pooling(draw: st.DrawFn, op: str, version: int, dtype: str) -> OpCase:
    """Reductions of windows, whose padding is of no account."""
    along = [draw(windows(dilated=False)) for _ in range(2)]
    batch, channels = (draw(st.sampled_from((1, 2, 3, 4))) for _ in range(2))
    image = Tensor((batch, *(window.under for window in along), channels), dtype)
    result = Tensor((batch, *(window.places for window in along), channels), dtype)
    attributes = [
        _numbers("kernel", [window.size for window in along]),
        _numbers("stride", [window.stride for window in along]),
        _numbers("pad", _pads(along)),
    ]
    head, names, types = "", "{0}", str(image)
    if op == "avg_pool2d":
        attributes.append(f"acc_type = {'f32' if dtype == 'f32' else 'i32'}")
        if version == 22:
            value = "0.0" if dtype == "f32" else "1"
            head = (
                f'%z = "tosa.const"() <{{{{values = dense<{value}> : tensor<1x{dtype}>}}}}> : () -> tensor<1x{dtype}>\n'
            )
            names, types = "{0}, %z, %z", f"{image}, tensor<1x{dtype}>, tensor<1x{dtype}>"
        elif dtype == "i8":
            attributes.append("quantization_info = #tosa.unary_quant<input_zp = 1, output_zp = 1>")
    text = f"{head}%r = tosa.{op} {names} {{{{{', '.join(attributes)}}}}} : ({types}) -> {result}"

    def largest(x: Any) -> Any:
        least = -np.inf if dtype == "f32" else np.iinfo(x.dtype).min
        return np.max([part for _, part in _seen(x, along, least)], axis=0)

    def mean(x: Any) -> Any:
        zero, wide = (0, np.float32) if dtype == "f32" else (1, np.int64)
        total = sum(part for _, part in _seen(x.astype(wide) - zero, along))
        counts = sum(part for _, part in _seen(np.ones(x.shape, np.int64), along))
        if dtype == "f32":
            return total / counts
        halves_away_from_zero = np.sign(total) * ((2 * np.abs(total) + counts) // (2 * counts))
        return np.clip(halves_away_from_zero + zero, -128, 127)

    function: Callable[[Any], Any] = largest if op == "max_pool2d" else mean
    return OpCase((image,), (result,), text, function)


_FORMS = {
    "19": _Form(19),
    "22": _Form(22),
    "19 i8": _Form(19, is_integer=True),
    "22 zero points": _Form(22, is_integer=True, has_zero_points=True),
    "19 points": _Form(19, is_integer=True, has_zero_points=True),
}

WINDOWS: Cases = {
    **{f"tosa.conv2d {name}": convolution("conv2d", form) for name, form in _FORMS.items()},
    **{f"tosa.depthwise_conv2d {name}": convolution("depthwise_conv2d", _FORMS[name]) for name in ("19", "22")},
    "tosa.depthwise_conv2d zero points": convolution("depthwise_conv2d", _FORMS["22 zero points"]),
    "tosa.conv3d 22": convolution("conv3d", _FORMS["22"]),
    **{f"tosa.transpose_conv2d {name}": transposed(_FORMS[name]) for name in ("19", "22", "22 zero points")},
    "tosa.max_pool2d": pooling("max_pool2d", 19, "f32"),
    "tosa.max_pool2d i8": pooling("max_pool2d", 19, "i8"),
    "tosa.avg_pool2d 19": pooling("avg_pool2d", 19, "f32"),
    "tosa.avg_pool2d 22": pooling("avg_pool2d", 22, "f32"),
    "tosa.avg_pool2d 19 i8": pooling("avg_pool2d", 19, "i8"),
    "tosa.avg_pool2d 22 i8": pooling("avg_pool2d", 22, "i8"),
}
