"""Training steps: loss, gradients and the optimizer's update in one function."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from jax import Array

from model_suite.foreign import Optimizer, apply_updates, named_leaves, shapes_of, value_and_grad
from model_suite.program import Program
from model_suite.values import Values

Params = TypeVar("Params")


def train(loss: Callable[..., Array], optimizer: Optimizer, make: Callable[[Values], tuple[object, ...]]) -> Program:
    """A training step `parameters, state, *batch -> parameters, state, loss` that donates the first two.

    Args:
        loss: takes parameters and a batch.
        optimizer: makes the update.
        make: makes the parameters and the batch.
    """

    def step(params: object, state: object, *batch: object) -> tuple[object, object, Array]:
        value, gradients = value_and_grad(loss)(params, *batch)
        return *update(optimizer, gradients, state, params), value

    def arguments(values: Values) -> tuple[object, ...]:
        params, *batch = make(values)
        return params, optimizer_state(optimizer, params, values), *batch

    return Program(step, arguments, donated=(0, 1))


def update(optimizer: Optimizer, gradients: object, state: object, params: Params) -> tuple[Params, object]:
    """The parameters and the optimizer's state after a step."""
    updates, state = optimizer.update(gradients, state, params)
    return apply_updates(params, updates), state


def optimizer_state(optimizer: Optimizer, params: object, values: Values) -> object:
    """An optimizer's state in the middle of a training, where no moment is zero."""

    def leaf(field: str, shape: Array) -> Array:
        if field == "count":
            return values.integers(least=STEPS, below=STEPS + 1)
        if field in SECOND_MOMENTS:
            return values.uniform(*shape.shape, low=0.5e-6, high=1.5e-6)
        return values.normal(*shape.shape, scale=3e-4)

    return named_leaves(leaf, shapes_of(optimizer.init, params))


STEPS = 100
"""Steps that an optimizer has done."""

SECOND_MOMENTS = frozenset({"nu", "v", "v_row", "v_col"})
"""The fields of optax's states that hold means of squared gradients."""
