"""What the suite uses of JAX and optax where their own types say too little; the only casts of the suite."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax  # pyright: ignore[reportMissingTypeStubs]
from jax import Array, lax

P = ParamSpec("P")
T = TypeVar("T")
A = TypeVar("A")
Function = TypeVar("Function", bound=Callable[..., object])

Numbers = npt.NDArray[Any]
"""A NumPy array of any dtype."""


class Optimizer(Protocol):
    """An optax gradient transformation; parameters and states are pytrees."""

    def init(self, params: object) -> object:
        """The state before the first step."""
        ...

    def update(self, updates: object, state: object, params: object) -> tuple[object, object]:
        """The changes to add to the parameters, and the next state."""
        ...


def sgd(rate: float, momentum: float | None = None) -> Optimizer:
    """Stochastic gradient descent."""
    return cast(Any, optax).sgd(rate, momentum=momentum)


def adam(rate: float) -> Optimizer:
    """Adam."""
    return cast(Any, optax).adam(rate)


def adafactor(rate: float) -> Optimizer:
    """Adafactor; it factors the second moments of matrices of at least 8x8."""
    return cast(Any, optax).adafactor(rate, min_dim_size_to_factor=8)


def apply_updates(params: T, updates: object) -> T:
    """The parameters with the changes added."""
    return cast(Any, optax).apply_updates(params, updates)


def arange(count: int) -> Array:
    """`jax.numpy.arange`: 0 up to, without, `count`, as 32-bit integers."""
    return cast(Any, jnp).arange(count)


def ones(shape: tuple[int, ...], dtype: npt.DTypeLike = np.float32) -> Array:
    """`jax.numpy.ones`."""
    return cast(Any, jnp).ones(shape, dtype)


def zeros(shape: tuple[int, ...]) -> Array:
    """`jax.numpy.zeros`, in float32."""
    return cast(Any, jnp).zeros(shape, np.float32)


def einsum(equation: str, *operands: Array) -> Array:
    """`jax.numpy.einsum`."""
    return cast(Any, jnp).einsum(equation, *operands)


def value_and_grad(loss: Callable[Concatenate[T, P], Array]) -> Callable[Concatenate[T, P], tuple[Array, T]]:
    """`jax.value_and_grad`, with respect to the first argument."""
    return cast(Any, jax).value_and_grad(loss)


def value_and_grad_with(
    loss: Callable[Concatenate[T, P], tuple[Array, A]],
) -> Callable[Concatenate[T, P], tuple[tuple[Array, A], T]]:
    """`jax.value_and_grad` of a loss that returns something besides."""
    return cast(Any, jax).value_and_grad(loss, has_aux=True)


def remat(function: Function) -> Function:
    """`jax.checkpoint`: the gradient computes the function's intermediate values again."""
    return cast(Any, jax).checkpoint(function)


def associative_scan(function: Callable[[T, T], T], elements: T, axis: int) -> T:
    """`jax.lax.associative_scan`."""
    return cast(Any, lax).associative_scan(function, elements, axis=axis)


def max_pool(images: Array, window: int, stride: int) -> Array:
    """The maximum of each window of NHWC images, padded so that the result has `ceil(size / stride)` pixels."""
    strides = (1, stride, stride, 1)
    return cast(Any, lax).reduce_window(images, -jnp.inf, lax.max, (1, window, window, 1), strides, "SAME")


def tree_map(function: Callable[..., object], tree: T, *rest: T) -> T:
    """`jax.tree.map` of a function that keeps the leaves' type."""
    return cast(Any, jax).tree.map(function, tree, *rest)


def named_leaves(function: Callable[[str, Array], Array], tree: T) -> T:
    """Map leaves; the function also takes the name of the outermost field that a leaf is in, or an empty one."""

    def mapped(path: Sequence[object], leaf: Array) -> Array:
        names = [str(entry.name) for entry in cast("list[Any]", path) if isinstance(entry, jax.tree_util.GetAttrKey)]
        return function(names[0] if names else "", leaf)

    return cast(Any, jax).tree_util.tree_map_with_path(mapped, tree)


def shapes_of(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """`jax.eval_shape`: the function's results as `ShapeDtypeStruct`."""
    return cast(Any, jax).eval_shape(function, *args, **kwargs)


def shape_leaf(shape: tuple[int, ...], dtype: npt.DTypeLike) -> Array:
    """A `jax.ShapeDtypeStruct`, where a pytree has an array."""
    return cast(Array, jax.ShapeDtypeStruct(shape, dtype))


def array_leaf(numbers: Numbers) -> Array:
    """A NumPy array, where a pytree has an array."""
    return cast(Array, numbers)


def numpy_leaves(tree: object) -> list[Numbers]:
    """The leaves as NumPy arrays."""
    return [np.asarray(leaf) for leaf in cast("list[Array]", jax.tree.leaves(tree))]


def shape_leaves(tree: object) -> list[jax.ShapeDtypeStruct]:
    """The leaves of a pytree of shapes."""
    return cast("list[jax.ShapeDtypeStruct]", jax.tree.leaves(tree))


def same_tree(tree: T, leaves: Sequence[Numbers]) -> T:
    """The tree with other leaves.

    Raises:
        ValueError: the tree has more or fewer leaves.
    """
    return cast(Any, jax).tree.unflatten(cast(Any, jax).tree.structure(tree), leaves)


class Jitted(Protocol):
    """A jitted function."""

    def __call__(self, *args: object) -> object:
        """Compile, and run."""
        ...

    def lower(self, *args: object) -> jax.stages.Lowered:
        """The function as StableHLO, for arguments of which only shapes and dtypes count."""
        ...


_COMPILE_FAST = {
    "xla_backend_optimization_level": 0,
    "xla_llvm_disable_expensive_passes": True,
    "xla_cpu_use_fusion_emitters": False,
}


def jit(function: Callable[..., object], donated: Sequence[int]) -> Jitted:
    """`jax.jit` that keeps arguments that nothing uses, and compiles fast rather than well."""
    return cast(Any, jax).jit(function, donate_argnums=tuple(donated), keep_unused=True, compiler_options=_COMPILE_FAST)
