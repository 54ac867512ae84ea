"""linalg's named ops on random shapes, with what NumPy says they compute."""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import strategies as st

from llmsys_ir.dialects.linalg.named import CONVOLUTION_TEXTS, POOLINGS
from random_ops.tensors import SIZES, OpCase, Tensor

_CONTRACTIONS = {
    "matmul": "mk,kn->mn",
    "matmul_transpose_a": "km,kn->mn",
    "matmul_transpose_b": "mk,nk->mn",
    "batch_matmul": "bmk,bkn->bmn",
    "batch_matmul_transpose_a": "bkm,bkn->bmn",
    "batch_matmul_transpose_b": "bmk,bnk->bmn",
    "batch_reduce_matmul": "bmk,bkn->mn",
    "mmt4d": "mkop,nkqp->mnoq",
    "batch_mmt4d": "bmkop,bnkqp->bmnoq",
    "matvec": "mn,n->m",
    "vecmat": "m,mn->n",
    "batch_matvec": "bmk,bk->bm",
    "batch_vecmat": "bk,bkn->bn",
    "dot": "m,m->",
}
_UNARY: dict[str, Callable[..., Any] | None] = {
    **{name: getattr(np, name) for name in "exp log abs ceil floor sqrt square tanh".split()},
    "negf": np.negative,
    "reciprocal": lambda x: 1 / x,
    "rsqrt": lambda x: 1 / np.sqrt(x),
    **dict.fromkeys(("round", "erf"), None),
}
_BINARY = {
    "add": np.add,
    "sub": np.subtract,
    "mul": np.multiply,
    "div": np.divide,
    "max": np.maximum,
    "min": np.minimum,
    "powf": np.power,
}


def shapes(low: int = 1, high: int = 3) -> st.SearchStrategy[tuple[int, ...]]:
    """Shapes of `low` to `high` dims."""
    return st.lists(st.sampled_from(SIZES), min_size=low, max_size=high).map(tuple)


def structured(op: str, inputs: tuple[Tensor, ...], output: Tensor, attributes: str = "") -> str:
    """`%r = op attributes ins(...) outs(...) -> type`, the output being the last operand."""
    names = ", ".join(f"{{{number}}}" for number in range(len(inputs)))
    ins = f"ins({names} : {', '.join(map(str, inputs))})"
    return f"%r = {op}{attributes} {ins} outs({{{len(inputs)}}} : {output}) -> {output}"


@st.composite
def contraction(draw: st.DrawFn, name: str, dtypes: str = "f32 f32") -> OpCase:
    """`init + Σ a·b`; the init is an argument."""
    spec = _CONTRACTIONS[name]
    sizes = {letter: draw(st.sampled_from((1, 2, 3, 4, 6))) for letter in sorted(set(spec) - set(",->"))}
    given, target = spec.split("->")
    in_type, out_type = dtypes.split()
    inputs = tuple(Tensor(tuple(sizes[letter] for letter in text), in_type) for text in given.split(","))
    output = Tensor(tuple(sizes[letter] for letter in target), out_type)

    def expected(a: Any, b: Any, init: Any) -> Any:
        return init + np.einsum(spec, a.astype(init.dtype), b.astype(init.dtype))

    return OpCase((*inputs, output), (output,), structured(f"linalg.{name}", inputs, output), expected)


@st.composite
def quantized_matmul(draw: st.DrawFn) -> OpCase:
    """A product of integers with scalar zero points."""
    m, k, n = draw(shapes(3, 3))
    a, b, out = Tensor((m, k), "i8"), Tensor((k, n), "i8"), Tensor((m, n), "i32")
    text = f"%r = linalg.quantized_matmul ins({{0}}, {{1}}, %s0, %s1 : {a}, {b}, i32, i32) outs({{2}} : {out}) -> {out}"

    def expected(x: Any, y: Any, init: Any, p: Any, q: Any) -> Any:
        return init + (x.astype(np.int32) - p) @ (y.astype(np.int32) - q)

    return OpCase((a, b, out), (out,), text, expected, scalars=("i32", "i32"))


@st.composite
def elementwise(draw: st.DrawFn, name: str, count: int, function: Callable[..., Any] | None) -> OpCase:
    """A named elementwise op."""
    tensor = Tensor(draw(shapes(0)))
    text = structured(f"linalg.{name}", (tensor,) * count, tensor)
    call = None if function is None else (lambda *arrays: function(*arrays[:count]))
    return OpCase((tensor,) * (count + 1), (tensor,), text, call, positive=True)


@st.composite
def fill(draw: st.DrawFn, content: str) -> OpCase:
    """A scalar everywhere: an argument, a number or zero; added to an argument or returned."""
    tensor = Tensor(draw(shapes(0)))
    value = {"argument": "%s0", "number": "%c", "zero": "%c"}[content]
    number = 0.0 if content == "zero" else 2.5
    head = "" if content == "argument" else f"%c = arith.constant {number} : f32\n"
    text = f"{head}%f = linalg.fill ins({value} : f32) outs({{0}} : {tensor}) -> {tensor}\n"
    text += f"%r = arith.addf %f, {{1}} : {tensor}"
    if content == "argument":
        return OpCase((tensor, tensor), (tensor,), text, lambda _, x, scalar: x + scalar, scalars=("f32",))
    return OpCase((tensor, tensor), (tensor,), text, lambda _, x: x + np.float32(number))


@st.composite
def broadcast(draw: st.DrawFn) -> OpCase:
    """New dims at random places."""
    shape = draw(shapes(1, 4))
    added = sorted(draw(st.sets(st.integers(0, len(shape) - 1), min_size=1)))
    source = Tensor(tuple(size for dim, size in enumerate(shape) if dim not in added))
    result = Tensor(shape)
    text = f"%r = linalg.broadcast ins({{0}} : {source}) outs({{1}} : {result}) dimensions = {added}"

    def expected(x: Any, _: Any) -> Any:
        return np.broadcast_to(np.expand_dims(x, added), shape)

    return OpCase((source, result), (result,), text, expected)


@st.composite
def transpose(draw: st.DrawFn) -> OpCase:
    """A permutation of dims."""
    shape = draw(shapes(1, 4))
    order = list(draw(st.permutations(range(len(shape)))))
    source, result = Tensor(shape), Tensor(tuple(shape[dim] for dim in order))
    text = f"%r = linalg.transpose ins({{0}} : {source}) outs({{1}} : {result}) permutation = {order}"
    return OpCase((source, result), (result,), text, lambda x, _: np.transpose(x, order))


@st.composite
def reduce(draw: st.DrawFn, op: str, dtype: str, function: Callable[..., Any], join: Callable[..., Any]) -> OpCase:
    """A reduction of some dims, started at an argument."""
    shape = draw(shapes())
    dims = sorted(draw(st.sets(st.integers(0, len(shape) - 1), min_size=1)))
    source = Tensor(shape, dtype)
    result = Tensor(tuple(size for dim, size in enumerate(shape) if dim not in dims), dtype)
    text = f"%r = linalg.reduce {{{{ {op} }}}} ins({{0}} : {source}) outs({{1}} : {result}) dimensions = {dims}"
    return OpCase(
        (source, result), (result,), text, lambda x, init: join(init, function(x, axis=tuple(dims)).astype(x.dtype))
    )


@st.composite
def map_(draw: st.DrawFn) -> OpCase:
    """A product by element."""
    tensor = Tensor(draw(shapes(0)))
    text = f"%r = linalg.map {{{{ arith.mulf }}}} ins({{0}}, {{1}} : {tensor}, {tensor}) outs({{2}} : {tensor})"
    return OpCase((tensor,) * 3, (tensor,), text, lambda x, y, _: x * y)


@st.composite
def softmax(draw: st.DrawFn) -> OpCase:
    """Softmax of one dim."""
    tensor = Tensor(draw(shapes()))
    dim = draw(st.integers(0, len(tensor.shape) - 1))
    text = f"%r = linalg.softmax dimension({dim}) ins({{0}} : {tensor}) outs({{1}} : {tensor}) -> {tensor}"

    def expected(x: Any, _: Any) -> Any:
        exponentials = np.exp(x)
        return exponentials / exponentials.sum(axis=dim, keepdims=True)

    return OpCase((tensor, tensor), (tensor,), text, expected)


@st.composite
def windows(draw: st.DrawFn, name: str, text: str, *, has_steps: bool = True) -> OpCase:
    """A convolution or pooling of random channels and windows: neighbours overlap, meet or leave elements out."""
    body = text.split(":")[-1]
    given, target = body.split("->")
    letters = sorted(set(body.replace("->", " ").replace(",", " ").replace("+", " ").split()))
    sizes = {letter: draw(st.sampled_from((1, 2, 3, 4))) for letter in letters}
    count = body.count("+")
    strides, dilations = ([draw(st.sampled_from((1, 1, 2, 3))) if has_steps else 1 for _ in range(count)] for _ in "sd")
    steps = iter(zip(strides, dilations, strict=True))

    def size(dim: str) -> int:
        place, *window = dim.split("+")
        if not window:
            return sizes[place]
        stride, dilation = next(steps)
        extent = (sizes[window[0]] - 1) * dilation
        is_tiled = extent < stride and draw(st.booleans())
        return sizes[place] * stride if is_tiled else (sizes[place] - 1) * stride + extent + 1

    def tensor(dims: str) -> Tensor:
        return Tensor(tuple(map(size, dims.split())))

    inputs = tuple(map(tensor, given.split(",")))
    output = tensor(target)
    given_steps = ", ".join(
        f"{word} = dense<{values}> : tensor<{count}xi64>"
        for word, values in (("strides", strides), ("dilations", dilations))
    )
    attributes = f" {{{{{given_steps}}}}}" if has_steps else ""
    return OpCase((*inputs, output), (output,), structured(f"linalg.{name}", inputs, output, attributes))


STRUCTURED: dict[str, st.SearchStrategy[OpCase]] = {
    **{f"linalg.{name}": contraction(name) for name in _CONTRACTIONS},
    "linalg.matmul i8": contraction("matmul", "i8 i32"),
    "linalg.matmul f16": contraction("matmul", "f16 f32"),
    "linalg.quantized_matmul": quantized_matmul(),
    **{f"linalg.{name}": elementwise(name, 1, call) for name, call in _UNARY.items()},
    **{f"linalg.{name}": elementwise(name, 2, call) for name, call in _BINARY.items()},
    "linalg.copy": elementwise("copy", 1, lambda x: x),
    "linalg.elemwise_unary": elementwise("elemwise_unary", 1, np.exp),
    "linalg.elemwise_binary": elementwise("elemwise_binary", 2, np.add),
    **{f"linalg.fill {content}": fill(content) for content in ("argument", "number", "zero")},
    "linalg.broadcast": broadcast(),
    "linalg.transpose": transpose(),
    "linalg.reduce sum": reduce("arith.addf", "f32", np.sum, np.add),
    "linalg.reduce max": reduce("arith.maximumf", "f32", np.max, np.maximum),
    "linalg.reduce min": reduce("arith.minsi", "i32", np.min, np.minimum),
    "linalg.reduce product": reduce("arith.mulf", "f32", np.prod, np.multiply),
    "linalg.reduce and": reduce("arith.andi", "i32", np.bitwise_and.reduce, np.bitwise_and),
    "linalg.reduce or": reduce("arith.ori", "i1", np.bitwise_or.reduce, np.bitwise_or),
    "linalg.reduce xor": reduce("arith.xori", "i32", np.bitwise_xor.reduce, np.bitwise_xor),
    "linalg.reduce sum i1": reduce("arith.addi", "i1", np.bitwise_xor.reduce, np.bitwise_xor),
    "linalg.reduce maxnum": reduce("arith.maxnumf", "f32", np.max, np.fmax),
    "linalg.map": map_(),
    "linalg.softmax": softmax(),
    "linalg.conv_1d": windows("conv_1d", "ow+kw, kw -> ow", has_steps=False),
    "linalg.conv_2d": windows("conv_2d", "oh+kh ow+kw, kh kw -> oh ow", has_steps=False),
    **{f"linalg.{name}": windows(name, text) for name, text in CONVOLUTION_TEXTS.items() if "3d" not in name},
    **{
        f"linalg.{name}": windows(name, definition.text or "")
        for name, definition in POOLINGS.items()
        if "unsigned" not in name and "ndhwc" not in name
    },
}
