"""Ops of arith and math on random shapes, with what NumPy says they compute."""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import strategies as st

from random_ops.drawing import Cases, constant, shapes
from random_ops.tensors import OpCase, Tensor


@st.composite
def plain_elementwise(
    draw: st.DrawFn, op: str, count: int, dtype: str, function: Callable[..., Any] | None, positive: bool = False
) -> OpCase:
    """An arith or math op whose operands and result have one type."""
    tensor = Tensor(draw(shapes(0)), dtype)
    names = ", ".join(f"{{{number}}}" for number in range(count))
    return OpCase((tensor,) * count, (tensor,), f"%r = {op} {names} : {tensor}", function, positive)


@st.composite
def conversion(draw: st.DrawFn, op: str, source: str, target: str, positive: bool = False) -> OpCase:
    """A conversion of elements."""
    shape = draw(shapes(0))
    operand, result = Tensor(shape, source), Tensor(shape, target)
    convert = None if op == "arith.bitcast" else (lambda x: x)
    return OpCase((operand,), (result,), f"%r = {op} {{0}} : {operand} to {result}", convert, positive)


@st.composite
def fpowi(draw: st.DrawFn) -> OpCase:
    """A float to an integer power."""
    shape = draw(shapes(0))
    base, power = Tensor(shape), Tensor(shape, "i32")
    return OpCase((base, power), (base,), f"%r = math.fpowi {{0}}, {{1}} : {base}, {power}", positive=True)


@st.composite
def comparison(draw: st.DrawFn, op: str, predicate: str, dtype: str, function: Callable[..., Any]) -> OpCase:
    """A comparison."""
    shape = draw(shapes(0))
    operand, result = Tensor(shape, dtype), Tensor(shape, "i1")
    return OpCase((operand, operand), (result,), f"%r = {op} {predicate}, {{0}}, {{1}} : {operand}", function)


@st.composite
def select(draw: st.DrawFn, scalar: bool) -> OpCase:
    """A choice by element, or of whole tensors by a scalar argument."""
    shape = draw(shapes(0))
    condition, tensor = Tensor(shape, "i1"), Tensor(shape)
    if scalar:
        text = f"%r = arith.select %s0, {{0}}, {{1}} : {tensor}"
        return OpCase((tensor, tensor), (tensor,), text, scalars=("i1",))
    text = f"%r = arith.select {{0}}, {{1}}, {{2}} : {condition}, {tensor}"
    return OpCase((condition, tensor, tensor), (tensor,), text, np.where)


_FLOAT_BINARY: dict[str, Callable[..., Any]] = {
    "addf": np.add,
    "subf": np.subtract,
    "mulf": np.multiply,
    "maximumf": np.maximum,
    "minimumf": np.minimum,
    "maxnumf": np.fmax,
    "minnumf": np.fmin,
}
_POSITIVE_INTEGER_BINARY: dict[str, Callable[..., Any]] = {
    **dict.fromkeys(("divsi", "divui", "floordivsi"), np.floor_divide),
    **dict.fromkeys(("ceildivsi", "ceildivui"), lambda a, b: -(-a // b)),
    **dict.fromkeys(("remsi", "remui"), np.remainder),
    "shli": np.left_shift,
    "shrsi": np.right_shift,
    "shrui": np.right_shift,
    "maxui": np.maximum,
    "minui": np.minimum,
}
_INTEGER_BINARY: dict[str, Callable[..., Any]] = {
    "addi": np.add,
    "subi": np.subtract,
    "muli": np.multiply,
    "andi": np.bitwise_and,
    "ori": np.bitwise_or,
    "xori": np.bitwise_xor,
    "maxsi": np.maximum,
    "minsi": np.minimum,
}
_CONVERSIONS = {
    "extf": "f16 f32",
    "truncf": "f32 f16",
    "extsi": "i8 i32",
    "extui": "i1 i32",
    "trunci": "i32 i8",
    "sitofp": "i32 f32",
    "uitofp": "i32 f32",
    "fptosi": "f32 i32",
    "fptoui": "f32 i32",
    "index_cast": "i32 index",
    "index_castui": "i32 index",
    "bitcast": "f32 i32",
}
_MATH_UNARY: dict[str, Callable[..., Any] | None] = {
    **{name: getattr(np, name) for name in "exp exp2 expm1 log log2 log10 log1p sqrt cbrt sin cos tan".split()},
    **{name: getattr(np, name) for name in "sinh cosh tanh ceil floor trunc".split()},
    **{f"a{name}": getattr(np, f"arc{name}") for name in ("tan", "sinh", "cosh")},
    **dict.fromkeys(("asin", "acos", "atanh", "erf", "round"), None),
    "rsqrt": lambda x: 1 / np.sqrt(x),
    "absf": np.abs,
    "roundeven": np.rint,
}

ARITH: Cases = {
    **{f"arith.{name}": plain_elementwise(f"arith.{name}", 2, "f32", call) for name, call in _FLOAT_BINARY.items()},
    **{f"arith.{name}": plain_elementwise(f"arith.{name}", 2, "i32", call) for name, call in _INTEGER_BINARY.items()},
    **{
        f"arith.{name}": plain_elementwise(f"arith.{name}", 2, "i32", call, positive=True)
        for name, call in _POSITIVE_INTEGER_BINARY.items()
    },
    "arith.addi i1": plain_elementwise("arith.addi", 2, "i1", np.logical_xor),
    "arith.muli i1": plain_elementwise("arith.muli", 2, "i1", np.logical_and),
    "arith.divf": plain_elementwise("arith.divf", 2, "f32", np.divide, positive=True),
    "arith.remf": plain_elementwise("arith.remf", 2, "f32", np.fmod, positive=True),
    "arith.negf": plain_elementwise("arith.negf", 1, "f32", np.negative),
    "arith.cmpf": comparison("arith.cmpf", "olt", "f32", np.less),
    "arith.cmpi": comparison("arith.cmpi", "sge", "i32", np.greater_equal),
    "arith.select": select(scalar=False),
    "arith.select scalar": select(scalar=True),
    **{
        f"arith.{name}": conversion(f"arith.{name}", *types.split(), positive=True)
        for name, types in _CONVERSIONS.items()
    },
    **{f"arith.constant {content}": constant("arith", content) for content in ("splat", "zero", "elements")},
}

MATH: Cases = {
    **{
        f"math.{name}": plain_elementwise(f"math.{name}", 1, "f32", call, positive=True)
        for name, call in _MATH_UNARY.items()
    },
    "math.absi": plain_elementwise("math.absi", 1, "i32", np.abs),
    "math.ctlz": plain_elementwise("math.ctlz", 1, "i32", None),
    "math.cttz": plain_elementwise("math.cttz", 1, "i32", None),
    "math.ctpop": plain_elementwise("math.ctpop", 1, "i32", None),
    "math.atan2": plain_elementwise("math.atan2", 2, "f32", np.arctan2),
    "math.powf": plain_elementwise("math.powf", 2, "f32", np.power, positive=True),
    "math.ipowi": plain_elementwise("math.ipowi", 2, "i32", np.power, positive=True),
    "math.copysign": plain_elementwise("math.copysign", 2, "f32", np.copysign),
    "math.fpowi": fpowi(),
    "math.fma": plain_elementwise("math.fma", 3, "f32", lambda a, b, c: a * b + c),
}
