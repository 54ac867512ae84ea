# JAX leaves most types open.
# pyright: basic
"""JAX functions whose users say how some of it is sharded, on a mesh of 2x4 devices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

AXES = ("data", "model")
SHAPE = (2, 4)

Spec = tuple[str | tuple[str, ...] | None, ...] | None
"""As in a `PartitionSpec`; None says nothing."""


@dataclass(frozen=True)
class Lowered:
    """A program as JAX prints it, inputs, and the results that JAX computes on eight devices."""

    text: str
    inputs: list[Any]
    results: list[Any]


@dataclass(frozen=True)
class Case:
    """A function with the shapes and shardings of its arguments and the shardings of its results.

    `build` is given a function that constrains a value: `constrain(value, *spec)`; "?" leaves a dim unconstrained.
    """

    build: Callable[[Callable[..., Any]], Callable[..., Any]]
    shapes: tuple[tuple[int, ...], ...]
    arguments: tuple[Spec, ...]
    results: tuple[Spec, ...]
    explicit: bool = False
    donated: tuple[int, ...] = ()


def _perceptron(constrain: Callable[..., Any]) -> Callable[..., Any]:
    import jax.numpy as jnp

    def function(x: Any, w: Any, v: Any) -> Any:
        hidden = constrain(jnp.tanh(x @ w), "data", "model")
        return hidden @ v, hidden.sum()

    return function


def _unconstrained(constrain: Callable[..., Any]) -> Callable[..., Any]:
    import jax.numpy as jnp

    return lambda x, w: constrain(jnp.tanh(x @ w), "?", "model") * 2


def _argument_used_twice(constrain: Callable[..., Any]) -> Callable[..., Any]:
    return lambda x, w: (constrain(x, None, "model") @ w, x * 2)


def _loop(constrain: Callable[..., Any]) -> Callable[..., Any]:
    import jax
    import jax.numpy as jnp

    def step(carry: Any, w: Any) -> Any:
        carry = constrain(jnp.tanh(carry @ w), "model", None)
        return carry, carry.sum()

    return lambda x, ws: jax.lax.scan(step, x, ws)


def _inner_jit(constrain: Callable[..., Any]) -> Callable[..., Any]:
    import jax

    inner = jax.jit(lambda x, w: constrain(x, "data") @ w)
    return lambda x, w: (inner(x, w), x + 1)


def _training(constrain: Callable[..., Any]) -> Callable[..., Any]:
    import jax
    import jax.numpy as jnp

    def loss(w: Any, x: Any) -> Any:
        return jnp.mean((constrain(jnp.tanh(x @ w), "data", None) - 1) ** 2)

    def step(w: Any, x: Any) -> Any:
        value, gradient = jax.value_and_grad(loss)(w, x)
        return w - 0.5 * gradient, value

    return step


CASES = {
    "perceptron": Case(
        _perceptron,
        ((16, 32), (32, 64), (64, 32)),
        (("data",), None, (("data", "model"),)),
        (("data",), None),
    ),
    "unconstrained": Case(_unconstrained, ((16, 32), (32, 64)), (None, None), ((None, None),)),
    "argument used twice": Case(_argument_used_twice, ((16, 32), (32, 64)), (None, None), (None, ("data",))),
    "order of axes": Case(
        lambda constrain: lambda x: x * 2, ((16, 32),), ((("model", "data"),),), ((None, ("data", "model")),)
    ),
    "whole": Case(lambda constrain: lambda x: x * 2, ((16, 32),), ((),), (("data", "model"),)),
    "loop": Case(_loop, ((16, 32), (3, 32, 32)), (None, (None, None, "data")), (("data",), None)),
    "inner jit": Case(_inner_jit, ((16, 32), (32, 64)), (None, ("model",)), (None, (None, "model"))),
    "training": Case(_training, ((32, 64), (16, 32)), (("model",), ("data",)), (("model",), None), donated=(0,)),
    "explicit": Case(
        lambda constrain: lambda x, w: x @ w,
        ((16, 32), (32, 64)),
        (("data",), (None, "model")),
        (("data", "model"),),
        explicit=True,
    ),
}


def lower(name: str) -> Lowered:
    """Lower a case, and run it on random inputs."""
    import jax
    from jax.sharding import AxisType, NamedSharding, PartitionSpec

    case = CASES[name]
    types = (AxisType.Explicit if case.explicit else AxisType.Auto,) * 2
    mesh = jax.make_mesh(SHAPE, AXES, axis_types=types)

    def sharding(spec: Spec) -> Any:
        return None if spec is None else NamedSharding(mesh, PartitionSpec(*spec))

    def constrain(value: Any, *spec: Any) -> Any:
        dims = [PartitionSpec.UNCONSTRAINED if dim == "?" else dim for dim in spec]
        return jax.lax.with_sharding_constraint(value, NamedSharding(mesh, PartitionSpec(*dims)))

    arguments, results = ([sharding(spec) for spec in side] for side in (case.arguments, case.results))
    out = tuple(results) if len(results) > 1 else results[0]
    function = case.build(constrain)
    jitted = jax.jit(function, in_shardings=tuple(arguments), out_shardings=out, donate_argnums=case.donated)
    inputs = [_numbers(number, shape) for number, shape in enumerate(case.shapes)]
    with jax.set_mesh(mesh):
        text = jitted.lower(*inputs).as_text()
        given = jitted(*(jax.device_put(array, given) for array, given in zip(inputs, arguments, strict=True)))
    return Lowered(text, inputs, [np.asarray(leaf) for leaf in jax.tree.leaves(given)])


def _numbers(seed: int, shape: Sequence[int]) -> Any:
    return np.random.default_rng(seed).standard_normal(shape, dtype=np.float32)
