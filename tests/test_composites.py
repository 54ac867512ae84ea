# JAX leaves most types open.
# pyright: basic
"""Composites of JAX are planned and run as what they are made of."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pytest

jax = pytest.importorskip("jax")
import jax.numpy as jnp  # noqa: E402

from llmsys_ir import auto_shard, partition, simulate  # noqa: E402
from llmsys_ir.dialects import context  # noqa: E402
from llmsys_ir.frontends.jax import to_module  # noqa: E402
from llmsys_ir.tools.driver import parse_module, verify_module  # noqa: E402
from llmsys_ir.tools.printing import module_text  # noqa: E402


@partial(jax.lax.composite, name="project.normalized", version=1)
def normalized(x: Any, *, epsilon: float) -> Any:
    mean = x.mean(-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(((x - mean) ** 2).mean(-1, keepdims=True) + epsilon), mean


@partial(jax.lax.composite, name="project.block")
def block(x: Any, w: Any) -> Any:
    y, mean = normalized(x, epsilon=1e-5)
    return jax.nn.relu(y @ w) + mean, jnp.argmax(y, axis=-1)


def program(x: Any, w: Any, v: Any) -> Any:
    hidden, best = block(x, w)
    out, _ = block(hidden @ v, w)
    return out, best


INPUTS = [np.random.default_rng(0).standard_normal(shape, dtype=np.float32) for shape in ((16, 8), (8, 32), (32, 8))]


@pytest.mark.parametrize("mesh", ["8", "2x4", "2x2x2"])
def test_a_composite_is_sharded_and_gives_jaxs_numbers(mesh: str) -> None:
    module = to_module(program, *INPUTS)
    assert module_text(module).count("stablehlo.composite") >= 3
    spmd = partition(auto_shard(module, mesh=mesh))
    text = module_text(spmd)
    assert "stablehlo.composite" not in text and "tensor<16x32xf32>" not in text
    for ours, theirs in zip(simulate(spmd, INPUTS).results, jax.jit(program)(*INPUTS), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-4, atol=1e-5)


def test_a_composite_runs_as_it_is() -> None:
    module = to_module(program, *INPUTS)
    for ours, theirs in zip(simulate(module, INPUTS).results, jax.jit(program)(*INPUTS), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-4, atol=1e-5)


def test_read_without_text_it_is_what_its_text_says() -> None:
    direct = to_module(program, *INPUTS)
    verify_module(direct)
    text = jax.jit(program, keep_unused=True).lower(*INPUTS).as_text()
    assert module_text(direct) == module_text(parse_module(context(), text, "program"))
