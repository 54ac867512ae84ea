"""Elementwise ops of tosa on random shapes, with what NumPy says they compute."""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable
from math import erf
from typing import Any

import numpy as np
from hypothesis import strategies as st

from random_ops.drawing import Cases, Shape, broadcast, shapes, typed
from random_ops.tensors import OpCase, Tensor


def tosa_elementwise(
    op: str,
    dtypes: str,
    function: Callable[..., Any],
    *,
    attributes: str = "",
    positive: bool = False,
) -> st.SearchStrategy[OpCase]:
    """An elementwise op; `dtypes` lists those of operands and result."""
    *given, result_type = dtypes.split()

    def case(found: list[Shape]) -> OpCase:
        operands = tuple(map(Tensor, found, given))
        result = Tensor(found[-1], result_type)
        return OpCase(operands, (result,), typed(f"tosa.{op}", operands, result, attributes), function, positive)

    return broadcast(len(given)).map(case)


def _sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


_CLAMP_19 = " {{max_fp = 2.0 : f32, max_int = 2 : i64, min_fp = -1.0 : f32, min_int = -1 : i64}}"
_CLAMP_22 = " {{max_val = 2.0 : f32, min_val = -1.0 : f32}}"


_NAMED: Cases = {
    "tosa.abs": tosa_elementwise("abs", "f32 f32", np.abs),
    "tosa.ceil": tosa_elementwise("ceil", "f32 f32", np.ceil),
    "tosa.floor": tosa_elementwise("floor", "f32 f32", np.floor),
    "tosa.exp": tosa_elementwise("exp", "f32 f32", np.exp),
    "tosa.log": tosa_elementwise("log", "f32 f32", np.log, positive=True),
    "tosa.sin": tosa_elementwise("sin", "f32 f32", np.sin),
    "tosa.cos": tosa_elementwise("cos", "f32 f32", np.cos),
    "tosa.tanh": tosa_elementwise("tanh", "f32 f32", np.tanh),
    "tosa.erf": tosa_elementwise("erf", "f32 f32", lambda x: x * 0 + np.vectorize(erf, otypes="f")(x)),
    "tosa.sigmoid": tosa_elementwise("sigmoid", "f32 f32", _sigmoid),
    "tosa.reciprocal": tosa_elementwise("reciprocal", "f32 f32", lambda x: 1 / x, positive=True),
    "tosa.rsqrt": tosa_elementwise("rsqrt", "f32 f32", lambda x: 1 / np.sqrt(x), positive=True),
    "tosa.identity": tosa_elementwise("identity", "f32 f32", lambda x: x),
    "tosa.identity i8": tosa_elementwise("identity", "i8 i8", lambda x: x),
    "tosa.cast f32 to i32": tosa_elementwise("cast", "f32 i32", lambda x: x),
    "tosa.cast i32 to f32": tosa_elementwise("cast", "i32 f32", lambda x: x),
    "tosa.cast f32 to f16": tosa_elementwise("cast", "f32 f16", lambda x: x),
    "tosa.cast i32 to i8": tosa_elementwise("cast", "i32 i8", lambda x: x),
    "tosa.cast i32 to i1": tosa_elementwise("cast", "i32 i1", lambda x: x != 0),
    "tosa.cast i1 to i32": tosa_elementwise("cast", "i1 i32", lambda x: x),
    "tosa.clamp 19": tosa_elementwise("clamp", "f32 f32", lambda x: np.clip(x, -1, 2), attributes=_CLAMP_19),
    "tosa.clamp 19 i32": tosa_elementwise("clamp", "i32 i32", lambda x: np.clip(x, -1, 2), attributes=_CLAMP_19),
    "tosa.clamp 22": tosa_elementwise("clamp", "f32 f32", lambda x: np.clip(x, -1, 2), attributes=_CLAMP_22),
    "tosa.bitwise_not": tosa_elementwise("bitwise_not", "i32 i32", np.invert),
    "tosa.clz": tosa_elementwise(
        "clz", "i32 i32", lambda x: 32 - np.vectorize(int.bit_length, otypes="i")(x), positive=True
    ),
    "tosa.logical_not": tosa_elementwise("logical_not", "i1 i1", np.logical_not),
    "tosa.negate 19": tosa_elementwise("negate", "f32 f32", np.negative),
    "tosa.negate 19 i32": tosa_elementwise("negate", "i32 i32", np.negative),
    "tosa.negate 19 i8": tosa_elementwise("negate", "i8 i8", np.negative),
    "tosa.negate 19 zero points": tosa_elementwise(
        "negate",
        "i8 i8",
        lambda x: 3 - (x - 1),
        attributes=" {{quantization_info = #tosa.unary_quant<input_zp = 1, output_zp = 3>}}",
    ),
    "tosa.add": tosa_elementwise("add", "f32 f32 f32", np.add),
    "tosa.add i32": tosa_elementwise("add", "i32 i32 i32", np.add),
    "tosa.sub": tosa_elementwise("sub", "f32 f32 f32", np.subtract),
    "tosa.pow": tosa_elementwise("pow", "f32 f32 f32", np.power, positive=True),
    "tosa.maximum": tosa_elementwise("maximum", "f32 f32 f32", np.maximum),
    "tosa.minimum": tosa_elementwise("minimum", "i32 i32 i32", np.minimum),
    "tosa.mul 19": tosa_elementwise("mul", "f32 f32 f32", np.multiply, attributes=" {{shift = 0 : i8}}"),
    "tosa.mul 19 i32": tosa_elementwise("mul", "i32 i32 i32", np.multiply, attributes=" {{shift = 0 : i8}}"),
    "tosa.mul 19 shift": tosa_elementwise(
        "mul", "i32 i32 i32", lambda a, b: (a * b + 2) >> 2, attributes=" {{shift = 2 : i8}}"
    ),
    "tosa.int_div": tosa_elementwise("int_div", "i32 i32 i32", lambda a, b: a // b, positive=True),
    "tosa.intdiv": tosa_elementwise("intdiv", "i32 i32 i32", lambda a, b: a // b, positive=True),
    "tosa.bitwise_and": tosa_elementwise("bitwise_and", "i32 i32 i32", np.bitwise_and),
    "tosa.bitwise_or": tosa_elementwise("bitwise_or", "i32 i32 i32", np.bitwise_or),
    "tosa.bitwise_xor": tosa_elementwise("bitwise_xor", "i32 i32 i32", np.bitwise_xor),
    "tosa.logical_and": tosa_elementwise("logical_and", "i1 i1 i1", np.logical_and),
    "tosa.logical_or": tosa_elementwise("logical_or", "i1 i1 i1", np.logical_or),
    "tosa.logical_xor": tosa_elementwise("logical_xor", "i1 i1 i1", np.logical_xor),
    "tosa.logical_left_shift": tosa_elementwise("logical_left_shift", "i32 i32 i32", np.left_shift, positive=True),
    "tosa.logical_right_shift": tosa_elementwise("logical_right_shift", "i32 i32 i32", np.right_shift, positive=True),
    "tosa.arithmetic_right_shift": tosa_elementwise(
        "arithmetic_right_shift", "i32 i32 i32", np.right_shift, attributes=" {{round = false}}", positive=True
    ),
    "tosa.equal": tosa_elementwise("equal", "f32 f32 i1", np.equal),
    "tosa.greater": tosa_elementwise("greater", "f32 f32 i1", np.greater),
    "tosa.greater_equal": tosa_elementwise("greater_equal", "i32 i32 i1", np.greater_equal),
    "tosa.select": tosa_elementwise("select", "i1 f32 f32 f32", np.where),
}


def shift_operand(shape: list[Shape]) -> OpCase:
    """LLVM 22's product with a shift operand."""
    a, b, result = Tensor(shape[0], "i32"), Tensor(shape[1], "i32"), Tensor(shape[2], "i32")
    text = (
        '%shift = "tosa.const"() <{{values = dense<1> : tensor<1xi8>}}> : () -> tensor<1xi8>\n'
        f"%r = tosa.mul {{0}}, {{1}}, %shift : ({a}, {b}, tensor<1xi8>) -> {result}"
    )
    return OpCase((a, b), (result,), text, lambda x, y: (x * y + 1) >> 1)


def shift_argument(shape: list[Shape]) -> OpCase:
    """The same on floats, where the shift is an argument that does not matter."""
    a, b, result = Tensor(shape[0]), Tensor(shape[1]), Tensor(shape[2])
    text = (
        '%shift = "tosa.const"() <{{values = dense<0> : tensor<1xi8>}}> : () -> tensor<1xi8>\n'
        f"%r = tosa.mul {{0}}, {{1}}, %shift : ({a}, {b}, tensor<1xi8>) -> {result}"
    )
    return OpCase((a, b), (result,), text, np.multiply)


@st.composite
def negate_zero_points(draw: st.DrawFn, dtype: str, zero: int) -> OpCase:
    """LLVM 22's negation with zero points."""
    tensor, point = Tensor(draw(shapes()), dtype), Tensor((1,), dtype)
    value = f"{zero}" if dtype.startswith("i") else f"{zero}.0"
    text = (
        f'%zp = "tosa.const"() <{{{{values = dense<{value}> : {point}}}}}> : () -> {point}\n'
        f"%r = tosa.negate {{0}}, %zp, %zp : ({tensor}, {point}, {point}) -> {tensor}"
    )
    return OpCase((tensor,), (tensor,), text, lambda x: (2 * zero - x).astype(x.dtype))


ELEMENTWISE: Cases = {
    **_NAMED,
    "tosa.mul 22 shift": broadcast(2).map(shift_operand),
    "tosa.mul 22": broadcast(2).map(shift_argument),
    "tosa.negate 22": negate_zero_points("f32", 0),
    "tosa.negate 22 i8": negate_zero_points("i8", 2),
}
