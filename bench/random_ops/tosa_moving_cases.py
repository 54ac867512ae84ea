"""Ops of tosa that move elements or find them, on random shapes, in the forms of LLVM 19 and 22."""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from random_ops.drawing import Cases, shapes, typed
from random_ops.tensors import OpCase, Tensor


@st.composite
def pad(draw: st.DrawFn, version: int, fill: str) -> OpCase:
    """Padding of some dims, by zero, a number or an argument."""
    shape = draw(shapes())
    amounts = [draw(st.sampled_from([(0, 0), (0, 0), (1, 0), (2, 1)])) for _ in shape]
    rank, flat = len(shape), [amount for pair in amounts for amount in pair]
    source = Tensor(shape)
    result = Tensor(tuple(size + low + high for size, (low, high) in zip(shape, amounts, strict=True)))
    operands, names, types = (source,), ["{0}", "%p"], [str(source)]
    if version == 19:
        paddings, scalar = f"tensor<{rank}x2xi32>", Tensor(())
        text = (
            f'%p = "tosa.const"() <{{{{value = dense<{list(map(list, amounts))}> : {paddings}}}}}> : () -> {paddings}\n'
        )
    else:
        paddings, scalar = f"!tosa.shape<{2 * rank}>", Tensor((1,))
        text = f"%p = tosa.const_shape {{{{values = dense<{flat}> : tensor<{2 * rank}xindex>}}}} : () -> {paddings}\n"
    types.append(paddings)
    if fill == "number":
        value = "value" if version == 19 else "values"
        text += f'%v = "tosa.const"() <{{{{{value} = dense<2.5> : {scalar}}}}}> : () -> {scalar}\n'
        names.append("%v")
        types.append(str(scalar))
    if fill == "argument":
        operands = (source, scalar)
        names.append("{1}")
        types.append(str(scalar))
    text += f"%r = tosa.pad {', '.join(names)} : ({', '.join(types)}) -> {result}"

    def expected(x: Any, value: Any = 2.5 if fill == "number" else 0.0) -> Any:
        return np.pad(x, amounts, constant_values=np.reshape(value, ()))

    return OpCase(operands, (result,), text, expected)


@st.composite
def tile(draw: st.DrawFn, version: int) -> OpCase:
    """Copies along some dims."""
    shape = draw(shapes())
    copies = [draw(st.sampled_from((1, 1, 2, 4))) for _ in shape]
    operand = Tensor(shape)
    result = Tensor(tuple(size * count for size, count in zip(shape, copies, strict=True)))
    numbers, rank = ", ".join(map(str, copies)), len(shape)
    if version == 19:
        text = typed("tosa.tile", (operand,), result, f" {{{{multiples = array<i64: {numbers}>}}}}")
    else:
        text = (
            f"%m = tosa.const_shape {{{{values = dense<[{numbers}]> : tensor<{rank}xindex>}}}} : "
            f"() -> !tosa.shape<{rank}>\n"
            f"%r = tosa.tile {{0}}, %m : ({operand}, !tosa.shape<{rank}>) -> {result}"
        )
    return OpCase((operand,), (result,), text, lambda x: np.tile(x, copies))


@st.composite
def reverse(draw: st.DrawFn) -> OpCase:
    """A dim turned around."""
    tensor = Tensor(draw(shapes()))
    axis = draw(st.integers(0, len(tensor.shape) - 1))
    text = typed("tosa.reverse", (tensor,), tensor, f" {{{{axis = {axis} : i32}}}}")
    return OpCase((tensor,), (tensor,), text, lambda x: np.flip(x, axis))


@st.composite
def argmax(draw: st.DrawFn) -> OpCase:
    """The first position of a maximum."""
    shape = draw(shapes())
    axis = draw(st.integers(0, len(shape) - 1))
    operand, result = Tensor(shape), Tensor((*shape[:axis], *shape[axis + 1 :]), "i32")
    text = typed("tosa.argmax", (operand,), result, f" {{{{axis = {axis} : i32}}}}")
    return OpCase((operand,), (result,), text, lambda x: np.argmax(x, axis))


@st.composite
def scatter(draw: st.DrawFn) -> OpCase:
    """Rows put at other positions in each batch; positions are constant, as they must differ."""
    batch, count, width = draw(shapes(3, 3))
    size = count + draw(st.integers(0, 3))
    values, rows, indices = Tensor((batch, size, width)), Tensor((batch, count, width)), Tensor((batch, count), "i32")
    positions = [list(draw(st.permutations(range(size))))[:count] for _ in range(batch)]
    text = (
        f'%i = "tosa.const"() <{{{{value = dense<{positions}> : {indices}}}}}> : () -> {indices}\n'
        f"%r = tosa.scatter {{0}}, %i, {{1}} : ({values}, {indices}, {rows}) -> {values}"
    )

    def expected(x: Any, y: Any) -> Any:
        result = x.copy()
        np.put_along_axis(result, np.array(positions)[..., None], y, 1)
        return result

    return OpCase((values, rows), (values,), text, expected)


@st.composite
def fully_connected(draw: st.DrawFn) -> OpCase:
    """A product with a transposed weight, and a bias."""
    m, k, n = draw(shapes(3, 3))
    operands, result = (Tensor((m, k)), Tensor((n, k)), Tensor((n,))), Tensor((m, n))
    text = typed("tosa.fully_connected", operands, result)
    return OpCase(operands, (result,), text, lambda x, w, b: x @ w.T + b)


MOVING: Cases = {
    **{
        f"tosa.pad {version} {fill}": pad(version, fill)
        for version, fill in ((19, "zero"), (19, "number"), (22, "number"), (22, "argument"))
    },
    "tosa.tile 19": tile(19),
    "tosa.tile 22": tile(22),
    "tosa.reverse": reverse(),
    "tosa.argmax": argmax(),
    "tosa.scatter": scatter(),
    "tosa.fully_connected": fully_connected(),
}
