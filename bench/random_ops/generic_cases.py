"""`linalg.generic` with random indexing maps and bodies, evaluated by NumPy in loop space."""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from hypothesis import strategies as st

from random_ops.tensors import OpCase, Tensor

_COMBINERS: dict[str, tuple[str, str, Callable[..., Any], Callable[..., Any]]] = {
    "sum": ("arith.addf", "f32", np.sum, np.add),
    "max": ("arith.maximumf", "f32", np.max, np.maximum),
    "min": ("arith.minimumf", "f32", np.min, np.minimum),
    "product": ("arith.mulf", "f32", np.prod, np.multiply),
    "maxnum": ("arith.maxnumf", "f32", np.max, np.fmax),
    "sum i32": ("arith.addi", "i32", np.sum, np.add),
    "and": ("arith.andi", "i32", np.bitwise_and.reduce, np.bitwise_and),
    "or": ("arith.ori", "i32", np.bitwise_or.reduce, np.bitwise_or),
    "xor": ("arith.xori", "i32", np.bitwise_xor.reduce, np.bitwise_xor),
}
"""By name: the op that combines, the element type, the same as a reduction of axes, and for two arrays."""


@dataclass
class Body:
    """Lines of a scalar body, and what they compute."""

    dtype: str
    lines: list[str] = field(default_factory=list[str])
    steps: list[Callable[[dict[str, Any]], Any]] = field(default_factory=list[Callable[[dict[str, Any]], Any]])

    def add(self, text: str, compute: Callable[[dict[str, Any]], Any]) -> str:
        """Append `%tN = text`; gives `%tN`."""
        name = f"%t{len(self.lines)}"
        self.lines.append(f"{name} = {text}")
        self.steps.append(lambda values: values.__setitem__(name, compute(values)))
        return name

    def run(self, values: dict[str, Any]) -> dict[str, Any]:
        """All values by name, given the arguments'."""
        for step in self.steps:
            step(values)
        return values


_FLOAT_OPS = {"arith.mulf": np.multiply, "arith.addf": np.add, "arith.subf": np.subtract, "arith.maximumf": np.maximum}
_INTEGER_OPS = {
    "arith.muli": np.multiply,
    "arith.addi": np.add,
    "arith.subi": np.subtract,
    "arith.andi": np.bitwise_and,
}


def _join(body: Body, draw: st.DrawFn, left: str, right: str) -> str:
    ops = _INTEGER_OPS if body.dtype == "i32" else _FLOAT_OPS
    op = draw(st.sampled_from(list(ops)))
    return body.add(f"{op} {left}, {right} : {body.dtype}", lambda values: ops[op](values[left], values[right]))


def _index(body: Body, loop: int) -> str:
    index = body.add(f"linalg.index {loop} : index", lambda values: values[f"loop {loop}"])
    number = body.add(f"arith.index_cast {index} : index to i32", lambda values: values[index].astype(np.int32))
    if body.dtype == "i32":
        return number
    return body.add(f"arith.sitofp {number} : i32 to f32", lambda values: values[number].astype(np.float32))


def _seen(array: Any, loops: Sequence[int], rank: int) -> Any:
    """An operand with one dim per loop."""
    order = np.argsort(np.array(loops, np.int64))
    moved = np.transpose(array, order)
    shape = [1] * rank
    for dim, loop in enumerate(sorted(loops)):
        shape[loop] = moved.shape[dim]
    return moved.reshape(shape)


def _map(rank: int, loops: Sequence[int]) -> str:
    names = ", ".join(f"d{loop}" for loop in range(rank))
    return f"affine_map<({names}) -> ({', '.join(f'd{loop}' for loop in loops)})>"


@st.composite
def generic(draw: st.DrawFn, combiner: str | None, results: int = 1, *, fused: bool = False) -> OpCase:
    """A structured op; without a combiner all loops are parallel.

    `fused`: the last result has all the loops, though some of them are reductions for the other results.
    """
    rank = draw(st.integers(1, 3))
    sizes = [draw(st.sampled_from((1, 2, 3, 4, 6))) for _ in range(rank)]
    reduced = draw(st.sets(st.integers(0, rank - 1), min_size=1)) if combiner else set[int]()
    op, dtype, over, both = _COMBINERS[combiner or "sum"]
    inputs = [
        draw(st.permutations(sorted(draw(st.sets(st.integers(0, rank - 1)))))) for _ in range(draw(st.integers(1, 2)))
    ]
    missing = [loop for loop in range(rank) if all(loop not in loops for loop_list in [inputs] for loops in loop_list)]
    inputs[0] = [*inputs[0], *missing]
    kept = [loop for loop in range(rank) if loop not in reduced]
    outputs = [list(draw(st.permutations(kept))) for _ in range(results)]
    if fused:
        outputs[-1] = list(draw(st.permutations(range(rank))))

    operands = [Tensor(tuple(sizes[loop] for loop in loops), dtype) for loops in (*inputs, *outputs)]
    body = Body(dtype)
    value = "%in0"
    for number in range(1, len(inputs)):
        value = _join(body, draw, value, f"%in{number}")
    extra = draw(st.sampled_from(["", "", "index", "scalar"]))
    if extra == "index":
        value = _join(body, draw, value, _index(body, draw(st.integers(0, rank - 1))))
    elif extra == "scalar":
        value = _join(body, draw, value, "%s0")
    values = [value]
    values += [_join(body, draw, value, value) for _ in range(results - 1)]
    reads_output = combiner is not None or draw(st.booleans())
    yielded = list(values)
    for number in range(results):
        if reads_output and not (fused and number == results - 1 and draw(st.booleans())):
            init = f"%out{number}"
            pair = (values[number], init) if draw(st.booleans()) else (init, values[number])
            yielded[number] = body.add(f"{op} {pair[0]}, {pair[1]} : {dtype}", lambda _: None)
    iterators = [f'"{"reduction" if loop in reduced else "parallel"}"' for loop in range(rank)]
    names = [f"{{{number}}}" for number in range(len(operands))]
    split = len(inputs)
    arguments = [f"%in{number}: {dtype}" for number in range(split)]
    arguments += [f"%out{number}: {dtype}" for number in range(results)]
    types = ", ".join(map(str, operands[split:]))
    text = "\n".join(
        [
            f"%r{'' if results == 1 else f':{results}'} = linalg.generic {{{{indexing_maps = "
            f"[{', '.join(_map(rank, loops) for loops in (*inputs, *outputs))}], "
            f"iterator_types = [{', '.join(iterators)}]}}}} "
            f"ins({', '.join(names[:split])} : {', '.join(map(str, operands[:split]))}) "
            f"outs({', '.join(names[split:])} : {types}) {{{{",
            f"^bb0({', '.join(arguments)}):",
            *body.lines,
            f"linalg.yield {', '.join(yielded)} : {', '.join([dtype] * results)}",
            f"}}}} -> {types if results == 1 else f'({types})'}",
        ]
    )
    scalars = (dtype,) if extra == "scalar" else ()

    def expected(*arrays: Any) -> Any:
        known: dict[str, Any] = {f"%s{number}": scalar for number, scalar in enumerate(arrays[len(operands) :])}
        for number, loops in enumerate(inputs):
            known[f"%in{number}"] = _seen(arrays[number], loops, rank)
        for loop in range(rank):
            known[f"loop {loop}"] = np.arange(sizes[loop]).reshape([-1 if dim == loop else 1 for dim in range(rank)])
        computed = body.run(known)
        finished: list[Any] = []
        for number, loops in enumerate(outputs):
            whole = np.broadcast_to(computed[values[number]], sizes)
            axes = tuple(loop for loop in range(rank) if loop not in loops)
            result = over(whole, axis=axes) if axes else whole
            order = [sorted(loops).index(loop) for loop in loops]
            result = np.transpose(result, order)
            if yielded[number] != values[number]:
                result = both(arrays[split + number], result)
            finished.append(np.asarray(result).astype(arrays[0].dtype))
        return finished[0] if results == 1 else tuple(finished)

    return OpCase(tuple(operands), tuple(operands[split:]), text, expected, scalars=scalars)


GENERIC: dict[str, st.SearchStrategy[OpCase]] = {
    "linalg.generic parallel": generic(None),
    "linalg.generic parallel twice": generic(None, 2),
    **{f"linalg.generic {name}": generic(name) for name in _COMBINERS},
    "linalg.generic sum twice": generic("sum", 2),
    "linalg.generic max twice": generic("max", 2),
    "linalg.generic fused": generic("sum", 2, fused=True),
    "linalg.generic fused max": generic("max", 2, fused=True),
}
