"""Ops of tensor on random shapes, with what NumPy says they compute."""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from itertools import pairwise
from math import prod

from hypothesis import strategies as st

from random_ops.drawing import Cases, concat, shapes
from random_ops.tensors import OpCase, Tensor


@st.composite
def empty(draw: st.DrawFn) -> OpCase:
    """An empty tensor, filled with an argument's elements."""
    tensor = Tensor(draw(shapes(0)))
    text = f"%e = tensor.empty() : {tensor}\n%r = linalg.copy ins({{0}} : {tensor}) outs(%e : {tensor}) -> {tensor}"
    return OpCase((tensor,), (tensor,), text, lambda x: x)


@st.composite
def splat(draw: st.DrawFn, is_constant: bool) -> OpCase:
    """A scalar, an argument or zero, everywhere."""
    tensor = Tensor(draw(shapes(0)))
    if is_constant:
        text = f"%c = arith.constant 0.0 : f32\n%t = tensor.splat %c : {tensor}\n%r = arith.addf %t, {{0}} : {tensor}"
        return OpCase((tensor,), (tensor,), text, lambda x: x)
    text = f"%t = tensor.splat %s0 : {tensor}\n%r = arith.addf %t, {{0}} : {tensor}"
    return OpCase((tensor,), (tensor,), text, lambda x, scalar: x + scalar, scalars=("f32",))


@st.composite
def expand_or_collapse(draw: st.DrawFn, op: str) -> OpCase:
    """Groups of dims that are one dim on the other side, some with dims of size 1."""
    groups = draw(st.lists(st.lists(st.sampled_from((1, 2, 3, 4, 6)), min_size=1, max_size=3), min_size=1, max_size=3))
    expanded = Tensor(tuple(size for group in groups for size in group))
    collapsed = Tensor(tuple(map(prod, groups)))
    bounds = [sum(map(len, groups[:number])) for number in range(len(groups) + 1)]
    association = [list(range(*pair)) for pair in pairwise(bounds)]
    if op == "collapse":
        text = f"%r = tensor.collapse_shape {{0}} {association} : {expanded} into {collapsed}"
        return OpCase((expanded,), (collapsed,), text, lambda x: x.reshape(collapsed.shape))
    shape = list(expanded.shape)
    text = f"%r = tensor.expand_shape {{0}} {association} output_shape {shape} : {collapsed} into {expanded}"
    return OpCase((collapsed,), (expanded,), text, lambda x: x.reshape(shape))


@st.composite
def extract_slice(draw: st.DrawFn) -> OpCase:
    """Static offsets, sizes and strides; some dims of size 1 are dropped."""
    shape = draw(shapes())
    offsets: list[int] = []
    sizes: list[int] = []
    strides: list[int] = []
    for size in shape:
        whole = draw(st.booleans())
        stride = 1 if whole else draw(st.integers(1, 2))
        taken = size if whole else draw(st.integers(1, (size - 1) // stride + 1))
        offsets.append(draw(st.integers(0, size - (taken - 1) * stride - 1)))
        sizes.append(taken)
        strides.append(stride)
    dropped = [size == 1 and draw(st.booleans()) for size in sizes]
    result = Tensor(tuple(size for size, drop in zip(sizes, dropped, strict=True) if not drop))
    operand = Tensor(shape)
    text = f"%r = tensor.extract_slice {{0}}{offsets} {sizes} {strides} : {operand} to {result}"
    index = tuple(
        slice(offset, offset + (size - 1) * stride + 1, stride)
        for offset, size, stride in zip(offsets, sizes, strides, strict=True)
    )
    return OpCase((operand,), (result,), text, lambda x: x[index].reshape(result.shape))


@st.composite
def tensor_cast(draw: st.DrawFn) -> OpCase:
    """A cast between equal static types."""
    tensor = Tensor(draw(shapes()))
    return OpCase((tensor,), (tensor,), f"%r = tensor.cast {{0}} : {tensor} to {tensor}", lambda x: x)


TENSOR: Cases = {
    "tensor.empty": empty(),
    "tensor.splat zero": splat(is_constant=True),
    "tensor.splat": splat(is_constant=False),
    "tensor.expand_shape": expand_or_collapse("expand"),
    "tensor.collapse_shape": expand_or_collapse("collapse"),
    "tensor.extract_slice": extract_slice(),
    "tensor.concat": concat("tensor"),
    "tensor.cast": tensor_cast(),
}
