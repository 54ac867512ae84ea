"""Tosa's rescale on random shapes, in the forms of LLVM 19 and 22, computed with Python's integers."""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from random_ops.drawing import Cases, shapes
from random_ops.tensors import OpCase, Tensor


def _scaled(value: int, multiplier: int, shift: int, twice: bool) -> int:
    """Rounded half up, or to the nearest multiple of a half before."""
    rounding = 1 << (shift - 1)
    if twice and shift > 31:
        rounding += 1 << 30 if value >= 0 else -(1 << 30)
    return (value * multiplier + rounding) >> shift


@st.composite
def rescale(draw: st.DrawFn, version: int, dtypes: str, *, per_channel: bool = False, twice: bool = False) -> OpCase:
    """Multipliers and shifts for all elements, or for each channel; zero points where there are 8 bits."""
    given, made = dtypes.split()
    shape = draw(shapes(1, 4))
    count = shape[-1] if per_channel else 1
    multipliers = [draw(st.integers(1 << 29, (1 << 31) - 1)) for _ in range(count)]
    shifts = [draw(st.integers(27, 33)) for _ in range(count)]
    zeros = [draw(st.integers(-3, 3)) if dtype == "i8" else 0 for dtype in (given, made)]
    operand, result = Tensor(shape, given), Tensor(shape, made)
    flags = f"per_channel = {str(per_channel).lower()}, scale32 = true"
    if version == 19:
        numbers = f"multiplier = array<i32: {', '.join(map(str, multipliers))}>, "
        numbers += f"shift = array<i8: {', '.join(map(str, shifts))}>"
        points = f"input_zp = {zeros[0]} : i32, output_zp = {zeros[1]} : i32"
        rounding = f"double_round = {str(twice).lower()}"
        text = f"%r = tosa.rescale {{0}} {{{{{numbers}, {points}, {rounding}, {flags}}}}} : ({operand}) -> {result}"
    else:
        lists = {"m": (multipliers, "i32"), "s": (shifts, "i8"), "p": (zeros[:1], given), "q": (zeros[1:], made)}
        types = {name: f"tensor<{len(values)}x{dtype}>" for name, (values, dtype) in lists.items()}
        head = "".join(
            f'%{name} = "tosa.const"() <{{{{values = dense<{values}> : {types[name]}}}}}> : () -> {types[name]}\n'
            for name, (values, _) in lists.items()
        )
        flags += f", rounding_mode = {'DOUBLE' if twice else 'SINGLE'}_ROUND, "
        flags += "input_unsigned = false, output_unsigned = false"
        text = (
            f"{head}%r = tosa.rescale {{0}}, %m, %s, %p, %q {{{{{flags}}}}} : "
            f"({operand}, {', '.join(types.values())}) -> {result}"
        )

    def expected(x: Any) -> Any:
        wide = np.broadcast_to(x.astype(object) - zeros[0], shape)
        channels = np.indices(shape)[-1] if per_channel else np.zeros(shape, int)
        limit = 1 << (int(made[1:]) - 1)
        values = [
            min(max(_scaled(value, multipliers[at], shifts[at], twice) + zeros[1], -limit), limit - 1)
            for value, at in zip(wide.ravel().tolist(), channels.ravel().tolist(), strict=True)
        ]
        return np.array(values, np.int64).reshape(shape)

    return OpCase((operand,), (result,), text, expected)


RESCALING: Cases = {
    "tosa.rescale 19": rescale(19, "i32 i8"),
    "tosa.rescale 19 channels": rescale(19, "i32 i8", per_channel=True),
    "tosa.rescale 19 twice": rescale(19, "i8 i32", twice=True),
    "tosa.rescale 22": rescale(22, "i8 i8"),
    "tosa.rescale 22 channels": rescale(22, "i32 i8", per_channel=True),
    "tosa.rescale 22 twice": rescale(22, "i8 i32", twice=True),
}
