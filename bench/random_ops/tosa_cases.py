"""Ops of tosa on random shapes, with what NumPy says they compute."""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import Any

import numpy as np
from hypothesis import strategies as st

from random_ops.drawing import Cases, Shape, concat, constant, shapes, typed
from random_ops.tensors import OpCase, Tensor
from random_ops.tosa_elementwise_cases import ELEMENTWISE
from random_ops.tosa_moving_cases import MOVING
from random_ops.tosa_rescaling_cases import RESCALING
from random_ops.tosa_window_cases import WINDOWS


@st.composite
def matmul(draw: st.DrawFn, dtypes: str = "f32 f32", zero: int | None = None) -> OpCase:
    """A batched product; `zero` gives both zero points as constants, -1 as arguments that are zero."""
    b, m, k, n = draw(shapes(4, 4))
    given, result_type = dtypes.split()
    left, right = Tensor((b, m, k), given), Tensor((b, k, n), given)
    result = Tensor((b, m, n), result_type)
    if zero is None:
        return OpCase((left, right), (result,), typed("tosa.matmul", (left, right), result), np.matmul)
    point = Tensor((1,), given)
    value = f"{zero}" if given.startswith("i") else f"{zero}.0"
    text = (
        f'%zp = "tosa.const"() <{{{{values = dense<{value}> : {point}}}}}> : () -> {point}\n'
        f"%r = tosa.matmul {{0}}, {{1}}, %zp, %zp : ({left}, {right}, {point}, {point}) -> {result}"
    )
    wide = np.int32 if given.startswith("i") else np.float32
    return OpCase((left, right), (result,), text, lambda x, y: np.matmul(x.astype(wide) - zero, y.astype(wide) - zero))


@st.composite
def matmul_point_arguments(draw: st.DrawFn) -> OpCase:
    """Zero points as arguments: on floats they do not matter."""
    b, m, k, n = draw(shapes(4, 4))
    operands = (Tensor((b, m, k)), Tensor((b, k, n)), Tensor((1,)), Tensor((1,)))
    result = Tensor((b, m, n))
    return OpCase(operands, (result,), typed("tosa.matmul", operands, result))


@st.composite
def reduction(draw: st.DrawFn, name: str, dtype: str, function: Callable[..., Any]) -> OpCase:
    """A reduction that keeps its dim."""
    shape = draw(shapes())
    axis = draw(st.integers(0, len(shape) - 1))
    operand = Tensor(shape, dtype)
    result = Tensor((*shape[:axis], 1, *shape[axis + 1 :]), dtype)
    text = typed(f"tosa.{name}", (operand,), result, f" {{{{axis = {axis} : i32}}}}")
    return OpCase((operand,), (result,), text, lambda x: function(x, axis=axis, keepdims=True).astype(x.dtype))


@st.composite
def transpose(draw: st.DrawFn, version: int) -> OpCase:
    """A transpose; the permutation is an operand in LLVM 19 and an attribute in LLVM 22."""
    shape = draw(shapes(1, 4))
    order = tuple(draw(st.permutations(range(len(shape)))))
    operand, result = Tensor(shape), Tensor(tuple(shape[dim] for dim in order))
    numbers = ", ".join(map(str, order))
    if version == 22:
        text = typed("tosa.transpose", (operand,), result, f" {{{{perms = array<i32: {numbers}>}}}}")
    else:
        perms = Tensor((len(shape),), "i32")
        text = (
            f'%p = "tosa.const"() <{{{{value = dense<[{numbers}]> : {perms}}}}}> : () -> {perms}\n'
            f"%r = tosa.transpose {{0}}, %p : ({operand}, {perms}) -> {result}"
        )
    return OpCase((operand,), (result,), text, lambda x: np.transpose(x, order))


@st.composite
def reshaped_shapes(draw: st.DrawFn) -> tuple[Shape, Shape]:
    """Two shapes with the same number of elements: factors of a random number, grouped in two ways, with ones."""
    factors = draw(st.lists(st.sampled_from((2, 2, 3, 4)), min_size=0, max_size=5))

    def grouped(values: Sequence[int]) -> Shape:
        shape: list[int] = []
        for value in values:
            if shape and draw(st.booleans()):
                shape[-1] *= value
            else:
                shape.append(value)
        for _ in range(draw(st.integers(0, 1))):
            shape.insert(draw(st.integers(0, len(shape))), 1)
        return tuple(shape)[:4] if prod(shape[:4]) == prod(values) else (prod(values),)

    return grouped(factors), grouped(draw(st.permutations(factors)))


@st.composite
def reshape(draw: st.DrawFn, version: int) -> OpCase:
    """A reshape; the shape is an attribute in LLVM 19 and a shape operand in LLVM 22."""
    source, target = draw(reshaped_shapes())
    operand, result = Tensor(source), Tensor(target)
    numbers = ", ".join(map(str, target))
    if version == 19:
        text = typed(
            "tosa.reshape", (operand,), result, f" {{{{new_shape = array<i64{': ' * bool(target)}{numbers}>}}}}"
        )
    else:
        rank = len(target)
        text = (
            f"%s = tosa.const_shape {{{{values = dense<[{numbers}]> : tensor<{rank}xindex>}}}} : "
            f"() -> !tosa.shape<{rank}>\n"
            f"%r = tosa.reshape {{0}}, %s : ({operand}, !tosa.shape<{rank}>) -> {result}"
        )
    return OpCase((operand,), (result,), text, lambda x: np.reshape(x, target))


@st.composite
def tosa_slice(draw: st.DrawFn, version: int) -> OpCase:
    """A slice of some dims, the others in full."""
    shape = draw(shapes())
    sizes = tuple(size if draw(st.booleans()) else draw(st.integers(1, size)) for size in shape)
    starts = tuple(draw(st.integers(0, size - taken)) for size, taken in zip(shape, sizes, strict=True))
    operand, result = Tensor(shape), Tensor(sizes)
    begin, extent = ", ".join(map(str, starts)), ", ".join(map(str, sizes))
    if version == 19:
        attributes = f" {{{{size = array<i64: {extent}>, start = array<i64: {begin}>}}}}"
        text = typed("tosa.slice", (operand,), result, attributes)
    else:
        rank = len(shape)
        type_ = f"tensor<{rank}xindex>}}}} : () -> !tosa.shape<{rank}>"
        text = (
            f"%b = tosa.const_shape {{{{values = dense<[{begin}]> : {type_}\n"
            f"%e = tosa.const_shape {{{{values = dense<[{extent}]> : {type_}\n"
            f"%r = tosa.slice {{0}}, %b, %e : ({operand}, !tosa.shape<{rank}>, !tosa.shape<{rank}>) -> {result}"
        )
    index = tuple(slice(start, start + size) for start, size in zip(starts, sizes, strict=True))
    return OpCase((operand,), (result,), text, lambda x: x[index])


TOSA: Cases = {
    **ELEMENTWISE,
    **MOVING,
    **RESCALING,
    **WINDOWS,
    "tosa.matmul": matmul(),
    "tosa.matmul f16": matmul("f16 f16"),
    "tosa.matmul i8": matmul("i8 i32", 0),
    "tosa.matmul zero points": matmul("i8 i32", 2),
    "tosa.matmul float points": matmul("f32 f32", 0),
    "tosa.matmul point arguments": matmul_point_arguments(),
    "tosa.reduce_sum": reduction("reduce_sum", "f32", np.sum),
    "tosa.reduce_sum i32": reduction("reduce_sum", "i32", np.sum),
    "tosa.reduce_max": reduction("reduce_max", "f32", np.max),
    "tosa.reduce_min": reduction("reduce_min", "i32", np.min),
    "tosa.reduce_prod": reduction("reduce_prod", "f32", np.prod),
    "tosa.reduce_product": reduction("reduce_product", "f32", np.prod),
    "tosa.reduce_all": reduction("reduce_all", "i1", np.all),
    "tosa.reduce_any": reduction("reduce_any", "i1", np.any),
    "tosa.transpose 19": transpose(19),
    "tosa.transpose 22": transpose(22),
    "tosa.reshape 19": reshape(19),
    "tosa.reshape 22": reshape(22),
    "tosa.concat": concat("tosa"),
    "tosa.slice 19": tosa_slice(19),
    "tosa.slice 22": tosa_slice(22),
    **{
        f"tosa.const {version} {content}": constant(f"tosa {version}", content)
        for version in (19, 22)
        for content in ("splat", "zero", "elements")
    },
}
