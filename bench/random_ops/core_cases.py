"""Every op that has a sharding rule, on random shapes, with what NumPy says it computes."""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import erf, prod
from typing import Any

import numpy as np
from hypothesis import strategies as st

from random_ops.generic_cases import GENERIC
from random_ops.lookup_cases import LOOKUPS
from random_ops.structured_cases import STRUCTURED
from random_ops.tensors import SIZES, OpCase, Tensor

Shape = tuple[int, ...]
Cases = dict[str, st.SearchStrategy[OpCase]]


def shapes(low: int = 1, high: int = 3) -> st.SearchStrategy[Shape]:
    """Shapes of `low` to `high` dims."""
    return st.lists(st.sampled_from(SIZES), min_size=low, max_size=high).map(tuple)


def typed(op: str, operands: Sequence[Tensor], result: Tensor, attributes: str = "") -> str:
    """`%r = op {0}, {1} attributes : (types) -> type`."""
    names = ", ".join(f"{{{number}}}" for number in range(len(operands)))
    return f"%r = {op} {names}{attributes} : ({', '.join(map(str, operands))}) -> {result}"


@st.composite
def broadcast(draw: st.DrawFn, count: int) -> list[Shape]:
    """`count` shapes that broadcast together, and last what they give."""
    result = draw(shapes(0))
    given = [tuple(size if draw(st.integers(0, 3)) else 1 for size in result) for _ in range(count)]
    if not given:
        return [result]
    given[0] = result if draw(st.booleans()) else given[0]
    joined = tuple(max(sizes) for sizes in zip(*given, strict=True)) if result else ()
    return [*given, joined]


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

TOSA_ELEMENTWISE: Cases = {
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
def concat(draw: st.DrawFn, op: str) -> OpCase:
    """A concatenation of 1 to 3 tensors."""
    shape = draw(shapes())
    axis = draw(st.integers(0, len(shape) - 1))
    sizes = draw(st.lists(st.sampled_from(SIZES), min_size=1, max_size=3))
    operands = tuple(Tensor((*shape[:axis], size, *shape[axis + 1 :])) for size in sizes)
    result = Tensor((*shape[:axis], sum(sizes), *shape[axis + 1 :]))
    names = ", ".join(f"{{{number}}}" for number in range(len(sizes)))
    if op == "tosa":
        text = typed("tosa.concat", operands, result, f" {{{{axis = {axis} : i32}}}}")
    else:
        text = f"%r = tensor.concat dim({axis}) {names} : ({', '.join(map(str, operands))}) -> {result}"
    return OpCase(operands, (result,), text, lambda *arrays: np.concatenate(arrays, axis))


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


@st.composite
def constant(draw: st.DrawFn, op: str, content: str) -> OpCase:
    """A constant, added to an argument so that its own sharding is the planner's choice."""
    shape = draw(shapes(0))
    tensor = Tensor(shape)
    count = prod(shape)
    values = {"splat": np.full(count, 2.5), "zero": np.zeros(count), "elements": np.arange(count) % 7 + 0.5}[content]
    array = values.reshape(shape).astype(np.float32)
    dense = f"dense<{array.tolist() if content == 'elements' else array.flat[0]}> : {tensor}"
    name = {"tosa 19": "value", "tosa 22": "values"}.get(op)
    made = f'"tosa.const"() <{{{{{name} = {dense}}}}}> : () -> {tensor}' if name else f"arith.constant {dense}"
    if draw(st.booleans()):
        return OpCase((), (tensor,), f"%r = {made}", lambda: array)
    add = f"tosa.add %c, {{0}} : ({tensor}, {tensor}) -> {tensor}" if name else f"arith.addf %c, {{0}} : {tensor}"
    return OpCase((tensor,), (tensor,), f"%c = {made}\n%r = {add}", lambda x: array + x)


TOSA: Cases = {
    **TOSA_ELEMENTWISE,
    "tosa.mul 22 shift": broadcast(2).map(shift_operand),
    "tosa.mul 22": broadcast(2).map(shift_argument),
    "tosa.negate 22": negate_zero_points("f32", 0),
    "tosa.negate 22 i8": negate_zero_points("i8", 2),
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

CASES: Cases = {**TOSA, **ARITH, **MATH, **TENSOR, **GENERIC, **STRUCTURED, **LOOKUPS}
"""By name: the op, and what is special about the case."""


def named_cases() -> list[str]:
    """The names of all cases, for the parameters of a test."""
    return sorted(CASES)
