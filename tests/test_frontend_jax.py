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
from llmsys_ir.program.boundary import argument_shardings
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.tools.driver import parse_module, verify_module
from llmsys_ir.tools.printing import module_text
from model_suite import MODELS


@pytest.mark.parametrize("name", MODELS)
def test_direct_reading_gives_what_the_text_says(name: str) -> None:
    program = MODELS[name].build()
    direct = from_lowered(program.lower())
    verify_module(direct)
    assert module_text(direct) == module_text(parse_module(context(), program.stablehlo(), name))


def test_constants_of_all_element_types_are_read() -> None:
    """jaxlib's bindings have no attribute for those that are complex."""
    dtypes = (jnp.complex64, jnp.bfloat16, jnp.float8_e4m3fn, jnp.int4, jnp.uint8, jnp.bool_)
    constants = [np.arange(6).astype(dtype) for dtype in dtypes] + [np.full(6, 1 + 2j, np.complex64)]
    lowered = jax.jit(lambda: [jnp.asarray(constant) for constant in constants]).lower()
    assert module_text(from_lowered(lowered)) == module_text(parse_module(context(), lowered.as_text(), "constants"))


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


def test_shardings_of_arguments_hold() -> None:
    """On a mesh of devices that are not there."""
    mesh = jax.sharding.AbstractMesh((2, 4), ("data", "model"))

    def sharding(*spec):
        return jax.sharding.NamedSharding(mesh, jax.sharding.PartitionSpec(*spec))

    def function(x, w):
        return jnp.tanh(x @ w)

    inputs = [np.random.default_rng(0).standard_normal(shape, dtype=np.float32) for shape in ((16, 32), (32, 64))]
    shardings = (sharding("model"), sharding(None, ("model", "data")))
    shapes = [
        jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=given) for x, given in zip(inputs, shardings, strict=True)
    ]
    module = to_module(function, *shapes)
    assert 'sdy.mesh @mesh = <["data"=2, "model"=4]>' in module_text(module)
    spmd = partition(auto_shard(module))
    boundary = argument_shardings(find_program(spmd).function)
    assert [given.to_sharding(2).dims for given in boundary if given] == [((1,), ()), ((), (1, 0))]
    assert np.allclose(simulate(spmd, inputs).results[0], function(*inputs), atol=1e-5)


def test_arrays_on_one_device_leave_the_plan_free() -> None:
    x = jax.device_put(np.ones((16, 32), np.float32), jax.devices()[0])
    module = to_module(lambda x: x * 2, x)
    assert "sdy.mesh @empty_mesh" in module_text(module)
    (given,) = argument_shardings(find_program(partition(auto_shard(module, mesh="8"))).function)
    assert given is not None and not given.to_sharding(2).is_replicated


def test_without_jax_there_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jax", None)
    with pytest.raises(MissingPackageError, match="JAX is not installed; pip install"):
        to_module(lambda x: x, 1.0)
