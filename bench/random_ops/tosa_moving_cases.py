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


def _sampled(image: Any, axis: int, result: int, unit: int, step: int, offset: int, is_nearest: bool) -> Any:
    """An image resized along one dim, element by element; integers are multiplied by `unit`."""
    parts: list[Any] = []
    for number in range(result):
        place = (number * step + offset) // unit
        distance = number * step + offset - place * unit
        first, second = (image.take(min(max(at, 0), image.shape[axis] - 1), axis) for at in (place, place + 1))
        if is_nearest:
            parts.append(second if distance * 2 >= unit else first)
        else:
            total = first * (unit - distance) + second * distance
            parts.append(total / unit if image.dtype.kind == "f" else total)
    return np.stack(parts, axis)


@st.composite
def resize(draw: st.DrawFn, version: int, mode: str, dtypes: str) -> OpCase:
    """Images made larger or smaller, with elements around them."""
    batch, height, width, channels = (draw(st.sampled_from((1, 2, 3, 4))) for _ in range(4))
    units, steps = ([draw(st.sampled_from((1, 2, 3, 4))) for _ in range(2)] for _ in range(2))
    offsets = [draw(st.integers(-1, 1)) for _ in range(2)]
    columns = list(zip((height, width), units, steps, offsets, strict=True))
    extents = [(size - 1) * unit - start for size, unit, _, start in columns]
    sizes = [max(extent, 0) // step + 1 for extent, step in zip(extents, steps, strict=True)]
    borders = [(size - 1) * step - extent for size, step, extent in zip(sizes, steps, extents, strict=True)]
    given, made = dtypes.split()
    image, result = Tensor((batch, height, width, channels), given), Tensor((batch, *sizes, channels), made)
    scales = [units[0], steps[0], units[1], steps[1]]
    numbers = {"scale": scales, "offset": offsets, "border": borders}
    if version == 19:
        entries = [f"{name} = array<i64: {', '.join(map(str, values))}>" for name, values in numbers.items()]
        text = typed("tosa.resize", (image,), result, f' {{{{{", ".join(entries)}, mode = "{mode}"}}}}')
    else:
        lines = [
            f"%{name} = tosa.const_shape {{{{values = dense<{values}> : tensor<{len(values)}xindex>}}}} : "
            f"() -> !tosa.shape<{len(values)}>\n"
            for name, values in numbers.items()
        ]
        types = ", ".join(f"!tosa.shape<{len(values)}>" for values in numbers.values())
        names = ", ".join(f"%{name}" for name in numbers)
        text = f"{''.join(lines)}%r = tosa.resize {{0}}, {names} {{{{mode = {mode}}}}} : ({image}, {types}) -> {result}"

    def expected(x: Any) -> Any:
        value = x.astype(np.float32 if made == "f32" else np.int32)
        for dim, (size, (_, unit, step, start)) in enumerate(zip(sizes, columns, strict=True)):
            value = _sampled(value, 1 + dim, size, unit, step, start, mode == "NEAREST_NEIGHBOR")
        return value

    return OpCase((image,), (result,), text, expected)


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
    "tosa.resize 19": resize(19, "BILINEAR", "f32 f32"),
    "tosa.resize 19 nearest": resize(19, "NEAREST_NEIGHBOR", "f32 f32"),
    "tosa.resize 22": resize(22, "BILINEAR", "f32 f32"),
    "tosa.resize 22 nearest": resize(22, "NEAREST_NEIGHBOR", "i8 i8"),
    "tosa.resize 19 i8": resize(19, "BILINEAR", "i8 i32"),
    "tosa.fully_connected": fully_connected(),
}
