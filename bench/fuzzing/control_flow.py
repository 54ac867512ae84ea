"""Loops and branches with random ops inside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from fuzzing.adapting import brought
from fuzzing.building import Block, RejectedError
from fuzzing.program import Body, Statement, Value
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.kernels.call import Array
from random_ops.tensors import Tensor

Fill = Callable[[Block, int], None]
"""Adds so many random statements to a block."""

_COUNTER = Tensor((), "i32")


def add_branches(block: Block, fill: Fill) -> None:
    """`stablehlo.if` or `stablehlo.case`.

    Raises:
        RejectedError: it computes nothing that can be compared.
    """
    random = block.random
    count = random.choice((2, 2, 3))
    is_if = count == 2 and random.random() < 0.7
    selector = block.function.argument(Tensor((), "i1" if is_if else "i32"), _selector)
    types = _some_types(block)
    bodies: list[Body] = []
    for _ in range(count):
        inner = block.inner()
        fill(inner, random.randint(0, 3))
        results = [brought(inner, tensor) for tensor in types]
        bodies.append(Body((), tuple(inner.statements), tuple(results)))
    name = "stablehlo.if" if is_if else "stablehlo.case"
    _add(block, name, [selector], types, bodies)


def add_loop(block: Block, fill: Fill) -> None:
    """`stablehlo.while` that counts to at most three.

    Raises:
        RejectedError: it computes nothing that can be compared.
    """
    random = block.random
    counter = block.function.argument(_COUNTER, _zero)
    types = _some_types(block)
    entries = [counter, *(brought(block, tensor) for tensor in types)]
    condition, body = (_arguments(block, entries) for _ in range(2))
    body_block = block.inner(body[1:])
    fill(body_block, random.randint(1, 4))
    next_counter = body_block.op(
        "%c = stablehlo.constant dense<1> : tensor<i32>\n%r = stablehlo.add {0}, %c : tensor<i32>",
        [body[0]],
        [_COUNTER],
    )
    results = [*next_counter, *(brought(body_block, tensor) for tensor in types)]
    condition_block = block.inner(condition)
    limit = random.randint(0, 3)
    decided = condition_block.op(
        f"%c = stablehlo.constant dense<{limit}> : tensor<i32>\n"
        "%r = stablehlo.compare LT, {0}, %c, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>",
        [condition[0]],
        [Tensor((), "i1")],
    )
    bodies = [
        Body(tuple(condition), tuple(condition_block.statements), decided),
        Body(tuple(body), tuple(body_block.statements), tuple(results)),
    ]
    _add(block, "stablehlo.while", entries, [_COUNTER, *types], bodies)


def _some_types(block: Block) -> list[Tensor]:
    values = [value for value in block.visible if value.type != _COUNTER]
    if not values:
        raise RejectedError
    return [block.random.choice(values).tensor for _ in range(block.random.randint(1, 3))]


def _arguments(block: Block, entries: Sequence[Value]) -> list[Value]:
    """Arguments of a block, which have the elements of what comes in first."""
    arguments = [Value(block.function.name("b"), value.type) for value in entries]
    for argument, value in zip(arguments, entries, strict=True):
        block.function.arrays[argument.name] = block.function.arrays[value.name]
    return arguments


def _add(block: Block, name: str, operands: Sequence[Value], types: Sequence[Tensor], bodies: Sequence[Body]) -> None:
    result = block.function.name()
    count = f":{len(types)}" if len(types) > 1 else ""
    names = [result] if len(types) == 1 else [f"{result}#{number}" for number in range(len(types))]
    regions = ", ".join(f"<{number}>" for number in range(len(bodies)))
    given = ", ".join(str(value.type) for value in operands)
    head = (
        f'{result}{count} = "{name}"({", ".join(value.name for value in operands)}) ({regions}) '
        f": ({given}) -> ({', '.join(map(str, types))})"
    )
    block.add(Statement(head, tuple(operands), tuple(map(Value, names, types)), tuple(bodies)))


def _selector(random: np.random.Generator, tensor: Tensor) -> Array:
    low, high = (0, 2) if tensor.dtype == "i1" else (-1, 4)
    return random.integers(low, high, ()).astype(numpy_dtype(tensor.dtype))


def _zero(_: np.random.Generator, tensor: Tensor) -> Array:
    return np.zeros((), numpy_dtype(tensor.dtype))
