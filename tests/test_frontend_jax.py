# JAX leaves most types open.
# pyright: basic
"""Programs straight from JAX's IR are the programs that its text says."""

from __future__ import annotations

import sys

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from llmsys_ir import auto_shard, partition, simulate
from llmsys_ir.dialects import context
from llmsys_ir.frontends.jax import MissingPackageError, from_lowered, to_module
from llmsys_ir.tools.driver import parse_module, verify_module
from llmsys_ir.tools.printing import module_text
from model_suite import MODELS


@pytest.mark.parametrize("name", MODELS)
def test_direct_reading_gives_what_the_text_says(name: str) -> None:
    program = MODELS[name].build()
    direct = from_lowered(program.lower())
    verify_module(direct)
    assert module_text(direct) == module_text(parse_module(context(), program.stablehlo(), name))


def test_a_function_becomes_a_module_that_is_sharded_and_run() -> None:
    def function(x, w):
        return {"y": jnp.tanh(x @ w)}

    x, w = (np.random.default_rng(0).standard_normal(shape, dtype=np.float32) for shape in ((64, 32), (32, 128)))
    outcome = simulate(partition(auto_shard(to_module(function, x, w), mesh="2x4")), [x, w])
    assert np.allclose(outcome.results[0], jax.jit(function)(x, w)["y"], atol=1e-5)


def test_shapes_and_static_arguments_are_enough() -> None:
    module = to_module(lambda x, power: x**power, jax.ShapeDtypeStruct((8,), jnp.float32), 3, static_argnums=(1,))
    assert "tensor<8xf32>" in module_text(module) and "stablehlo.multiply" in module_text(module)


def test_donated_arguments_say_so() -> None:
    module = to_module(lambda x: x + 1, jax.ShapeDtypeStruct((8,), jnp.float32), donate_argnums=(0,))
    assert "tf.aliasing_output = 0" in module_text(module)


def test_without_jax_there_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jax", None)
    with pytest.raises(MissingPackageError, match="JAX is not installed; pip install"):
        to_module(lambda x: x, 1.0)
