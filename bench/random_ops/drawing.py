"""What the random cases of several dialects share: shapes, text, and ops that dialects have in common."""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np
from hypothesis import strategies as st

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
