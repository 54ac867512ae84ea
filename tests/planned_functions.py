# JAX leaves most types open.
# pyright: basic
"""JAX functions that are planned and run on eight devices; called in a process that has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import NamedSharding, PartitionSpec
from jax_sharded import AXES, CASES, SHAPE

from llmsys_ir import partition
from llmsys_ir.frontends.jax import JaxPlan, auto_shard
from llmsys_ir.runtime.engines.xla import traffic_of
from llmsys_ir.runtime.programs import find_program
from model_suite import MODELS, ODD, SMALL

UNEVEN = ("never", "allow")


@dataclass(frozen=True)
class Ran:
    """Leaves of the results of a planned function, and whether each is where the plan says."""

    results: list[Any]
    in_place: bool
    deleted: list[bool]
    alias_count: int
    cost: float
    memory: int


def run_plan(plan: JaxPlan, partitioner: Any, args: tuple[Any, ...]) -> Ran:
    """Run a plan, twice as one would in a loop where it donates nothing."""
    function = plan.jit(partitioner)
    placed = jax.device_put(args, plan.in_shardings)
    hlo = function.lower(*placed).compile().as_text()
    results = function(*placed)
    pairs = zip(jax.tree.leaves(results), jax.tree.leaves(plan.out_shardings), strict=True)
    return Ran(
        [np.asarray(leaf) for leaf in jax.tree.leaves(results)],
        all(leaf.sharding == sharding for leaf, sharding in pairs),
        [leaf.is_deleted() for leaf in jax.tree.leaves(placed)],
        len(re.findall(r"(?:may|must)-alias", hlo.split("\n", 1)[0])),
        plan.cost,
        plan.memory,
    )


def run_model(name: str, partitioner: str, inputs: list[Any]) -> Ran:
    """A model of the suite, planned from shapes alone."""
    program = MODELS[name].build()
    plan = auto_shard(program.function, mesh="2x4", donate_argnums=program.donated)(*program.arguments)
    args = jax.tree.unflatten(jax.tree.structure(program.arguments), inputs)
    return run_plan(plan, partitioner, args)


def collectives(name: str, uneven: Any) -> tuple[dict[str, tuple[int, int]], str]:
    """What the SPMD program of a model sends, by collective; and what XLA makes of it."""
    program = MODELS[name].build(SMALL if uneven == "never" else ODD)
    plan = auto_shard(program.function, mesh="2x4", donate_argnums=program.donated, uneven=uneven)(*program.arguments)
    traffic = traffic_of(find_program(partition(plan.module)))
    hlo = plan.jit("llmsys").lower(*program.arguments).compile().as_text()
    return {kind: (sent.count, sent.nbytes) for kind, sent in traffic.items() if sent.nbytes}, hlo


def run_calls(partitioner: Any) -> list[tuple[Any, Any, bool]]:
    """Calls with static arguments and arguments by name: results, expected ones, whether the donated one is gone."""
    x, y = (np.random.default_rng(seed).standard_normal((16, 8), np.float32) for seed in (0, 1))

    def function(x: Any, power: int, *, flag: bool, more: Any, scale: float = 2.0) -> Any:
        return {"all": x**power + scale * more["y"][0] if flag else x, "last": more["y"][0][-1]}

    static: dict[str, Any] = {"static_argnums": 1, "static_argnames": ("flag",)}
    named = {"flag": True, "more": {"y": (y,)}}
    found: list[tuple[Any, Any, bool]] = []
    for args, kwargs in [((x, 3), named), ((x,), {**named, "power": 3}), ((x, 3), {**named, "scale": 0.5})]:
        plan = auto_shard(function, mesh="2x4", donate_argnames="more", **static)(*args, **kwargs)
        placed = jax.device_put({name: kwargs[name] for name in plan.kwarg_shardings}, plan.kwarg_shardings)
        results = plan.jit(partitioner)(*args, **kwargs | placed)
        expected = jax.jit(function, **static)(*args, **kwargs)
        found.append((*jax.tree.map(np.asarray, (results, expected)), placed["more"]["y"][0].is_deleted()))
    return found


@dataclass(frozen=True)
class Uneven:
    """A function whose dims the devices do not divide: its plans' seconds by option, and results of the better one."""

    seconds: dict[str, float]
    results: list[Any]
    expected: list[Any]


def run_uneven(partitioner: Any) -> Uneven:
    """With a value that the user splits unevenly, which is a result too, keys, and donated memory."""
    mesh = jax.make_mesh((8,), ("x",), axis_types=(jax.sharding.AxisType.Auto,))
    rows = NamedSharding(mesh, PartitionSpec("x"))

    def function(state: Any, keys: Any, x: Any) -> Any:
        hidden = jax.lax.with_sharding_constraint(jnp.tanh(x @ state["up"]), rows)
        noise = jax.vmap(lambda key: jax.random.uniform(key, (1,)))(keys)
        out = jnp.tanh(hidden @ state["down"]) + noise
        return {"up": state["up"] - out.sum(), "down": state["down"]}, keys, hidden, out.max(axis=0)

    random = np.random.default_rng(0)
    state = {
        "up": 0.1 * random.standard_normal((510, 1022), np.float32),
        "down": random.standard_normal((1022, 6), np.float32),
    }
    args = (state, jax.random.split(jax.random.key(0), 202), random.standard_normal((202, 510), np.float32))
    plans = {option: auto_shard(function, mesh=mesh, uneven=option, donate_argnums=0)(*args) for option in UNEVEN}
    results = plans["allow"].jit(partitioner)(*args)
    leaves = [
        [np.asarray(bits(leaf)) for leaf in jax.tree.leaves(given)] for given in (results, jax.jit(function)(*args))
    ]
    return Uneven({option: plan.cost for option, plan in plans.items()}, *leaves)


def bits(leaf: Any) -> Any:
    return jax.random.key_data(leaf) if jnp.issubdtype(leaf.dtype, jax.dtypes.prng_key) else leaf


@dataclass(frozen=True)
class Kept:
    """What became of a user's shardings: specs of arguments, and constraints in what XLA is given."""

    specs: list[Any]
    constraints: list[str]
    results: list[Any]
    expected: list[Any]


def run_sharded(name: str, partitioner: Any) -> Kept:
    """A function whose user has sharded some of it."""
    case = CASES[name]
    mesh = jax.make_mesh(SHAPE, AXES, axis_types=(jax.sharding.AxisType.Auto,) * 2)

    def constrain(value: Any, *spec: Any) -> Any:
        dims = [PartitionSpec.UNCONSTRAINED if dim == "?" else dim for dim in spec]
        return jax.lax.with_sharding_constraint(value, NamedSharding(mesh, PartitionSpec(*dims)))

    function = case.build(constrain)
    inputs = [
        np.random.default_rng(number).standard_normal(shape, np.float32) for number, shape in enumerate(case.shapes)
    ]
    shapes = [
        jax.ShapeDtypeStruct(
            x.shape, x.dtype, sharding=None if spec is None else NamedSharding(mesh, PartitionSpec(*spec))
        )
        for x, spec in zip(inputs, case.arguments, strict=True)
    ]
    plan = auto_shard(function, mesh=mesh, donate_argnums=case.donated)(*shapes)
    text = plan.jit().lower(*shapes).as_text()
    results = plan.jit(partitioner)(*inputs)
    return Kept(
        [tuple(sharding.spec) for sharding in plan.in_shardings],
        re.findall(r"sdy.sharding_constraint \S+ <@mesh, (\[.*?\])>", text),
        [np.asarray(leaf) for leaf in jax.tree.leaves(results)],
        [np.asarray(leaf) for leaf in jax.tree.leaves(jax.jit(function)(*inputs))],
    )


def run_factorizations(partitioner: Any) -> tuple[list[tuple[Any, Any]], str]:
    """Batches of matrices through LAPACK: results and expected ones, and what each device runs."""
    random = np.random.default_rng(0)
    square = random.standard_normal((16, 8, 8), np.float32)
    positive = square @ square.transpose(0, 2, 1) + 8 * np.eye(8, dtype=np.float32)

    def function(matrices: Any, rhs: Any) -> Any:
        values, vectors = jnp.linalg.eigh(matrices)
        return jnp.linalg.cholesky(matrices), jnp.linalg.solve(matrices, rhs), values, abs(vectors), jnp.linalg.qr(rhs)

    args = (positive, random.standard_normal((16, 8, 4), np.float32))
    planned = auto_shard(function, mesh="2x4")(*args).jit(partitioner)
    pairs = zip(*(jax.tree.leaves(ran(*args)) for ran in (planned, jax.jit(function))), strict=True)
    hlo = planned.lower(*args).compile().as_text()
    return [(np.asarray(result), np.asarray(wanted)) for result, wanted in pairs], hlo


def run_on_one(partitioner: Any, mesh: str, is_placed: bool) -> tuple[Any, Any]:
    """A function whose argument may be on a mesh of one device, and its result without a plan."""
    x, w = (np.random.default_rng(seed).standard_normal((16, 16), np.float32) for seed in (0, 1))

    def function(x: Any, w: Any) -> Any:
        return jnp.tanh(x @ w).sum(axis=0)

    one = NamedSharding(jax.make_mesh((1,), ("x",), devices=jax.devices()[:1]), PartitionSpec("x"))
    args = (jax.device_put(x, one) if is_placed else x, w)
    return np.asarray(auto_shard(function, mesh=mesh)(*args).jit(partitioner)(*args)), np.asarray(function(x, w))


def run_debugging(partitioner: Any) -> tuple[Any, Any, str]:
    """A planned function where JAX does not compile, its results without a plan, and what is said of a NaN."""
    x = np.random.default_rng(0).standard_normal((16, 8), np.float32)

    def function(x: Any) -> Any:
        return jnp.log(x).sum(axis=0)

    planned = auto_shard(function, mesh="2x4")(x).jit(partitioner)
    with jax.disable_jit():
        result = np.asarray(planned(abs(x)))
    with jax.debug_nans(True):
        try:
            planned(x)
        except FloatingPointError as error:
            return result, np.asarray(function(abs(x))), str(error)
    return result, np.asarray(function(abs(x))), ""


def mesh_of_context() -> Any:
    """The axes of the mesh that a function is planned for where one is set."""
    mesh = jax.make_mesh((4, 2), ("x", "y"), axis_types=(jax.sharding.AxisType.Auto,) * 2)
    with jax.set_mesh(mesh):
        plan = auto_shard(lambda x: jax.lax.with_sharding_constraint(x * 2, PartitionSpec("y")))(jnp.ones((16, 32)))
    return dict(plan.mesh.shape), plan.out_shardings.spec, repr(plan)


def train_flax(partitioner: Any) -> tuple[list[float], list[float]]:
    """Losses of steps of a flax `TrainState`, with dropout and an optax chain: planned, and on one device."""
    import flax.linen as nn
    import optax
    from flax.training.train_state import TrainState

    class Net(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            x = nn.LayerNorm()(nn.gelu(nn.Dense(64)(x)))
            x = nn.Dropout(0.3, deterministic=False)(x)
            return nn.Dense(8)(x)

    def step(state: TrainState, key: Any, x: Any, y: Any) -> Any:
        def loss(params: Any) -> Any:
            logits = state.apply_fn({"params": params}, x, rngs={"dropout": key})
            return optax.softmax_cross_entropy_with_integer_labels(logits, y).mean()

        value, gradients = jax.value_and_grad(loss)(state.params)
        return state.apply_gradients(grads=gradients), jax.random.split(key, 1)[0], value

    random = np.random.default_rng(0)
    x, y = random.standard_normal((32, 16), np.float32), random.integers(0, 8, 32)
    params = Net().init({"params": jax.random.key(0), "dropout": jax.random.key(1)}, x)["params"]
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(optax.cosine_decay_schedule(1e-2, 100)))
    state, key = TrainState.create(apply_fn=Net().apply, params=params, tx=optimizer), jax.random.key(7)
    plan = auto_shard(step, mesh="8", donate_argnums=(0,))(state, key, x, y)
    return _losses(plan.jit(partitioner), state, key, x, y), _losses(jax.jit(step), state, key, x, y)


def train_nnx(partitioner: Any) -> tuple[list[float], list[float]]:
    """The same with flax's newer modules, whose state holds the random keys."""
    import optax
    from flax import nnx

    class Net(nnx.Module):
        def __init__(self, rngs: Any):
            self.up, self.down = nnx.Linear(16, 64, rngs=rngs), nnx.Linear(64, 8, rngs=rngs)
            self.dropout = nnx.Dropout(0.3, rngs=rngs)

        def __call__(self, x: Any) -> Any:
            return self.down(self.dropout(nnx.relu(self.up(x))))

    model = Net(nnx.Rngs(0))
    graph, state = nnx.split((model, nnx.Optimizer(model, optax.adam(1e-2), wrt=nnx.Param)))

    def step(state: Any, key: Any, x: Any, y: Any) -> Any:
        model, optimizer = nnx.merge(graph, state)

        def loss(model: Any) -> Any:
            return optax.softmax_cross_entropy_with_integer_labels(model(x), y).mean()

        value, gradients = nnx.value_and_grad(loss)(model)
        optimizer.update(model, gradients)
        return nnx.split((model, optimizer))[1], key, value

    random = np.random.default_rng(0)
    x, y, key = random.standard_normal((32, 16), np.float32), random.integers(0, 8, 32), jax.random.key(0)
    plan = auto_shard(step, mesh="2x4", donate_argnums=0)(state, key, x, y)
    return _losses(plan.jit(partitioner), state, key, x, y), _losses(jax.jit(step), state, key, x, y)


def _losses(step: Any, state: Any, key: Any, *batch: Any) -> list[float]:
    state = jax.tree.map(lambda leaf: leaf.copy() if isinstance(leaf, jax.Array) else leaf, state)
    losses: list[float] = []
    for _ in range(5):
        state, key, loss = step(state, key, *batch)
        losses.append(float(loss))
    return losses


def failure(case: str) -> str:
    """What a wrong call says."""
    x = jax.ShapeDtypeStruct((16, 32), jnp.float32)
    mesh, abstract = jax.make_mesh((8,), ("x",)), jax.sharding.AbstractMesh((64,), ("x",))
    on_mesh = jax.ShapeDtypeStruct((16, 32), jnp.float32, sharding=NamedSharding(mesh, PartitionSpec("x")))

    turned = jax.make_mesh((4, 2), ("y", "x"), axis_types=(jax.sharding.AxisType.Auto,) * 2)
    on_turned = NamedSharding(turned, PartitionSpec("x"))

    def power(x: Any, n: int) -> Any:
        return x**n

    def constrained(x: Any) -> Any:
        return jax.lax.with_sharding_constraint(jnp.tanh(x), on_turned)

    def donated_twice() -> None:
        planned, given = auto_shard(jnp.tanh, mesh="8", donate_argnums=0)(x).jit(), jnp.ones((16, 32))
        placed = jax.device_put(given, auto_shard(jnp.tanh, mesh="8")(x).in_shardings[0])
        planned(placed)
        planned(placed)

    calls = {
        "too many devices": lambda: auto_shard(jnp.tanh, mesh="4x4")(x),
        "no mesh": lambda: auto_shard(jnp.tanh, mesh="2by4")(x),
        "another mesh": lambda: auto_shard(jnp.tanh, mesh="2x4")(on_mesh),
        "no mesh at all": lambda: auto_shard(jnp.tanh, mesh=8)(x),  # pyright: ignore[reportArgumentType]
        "turned mesh": lambda: auto_shard(jnp.tanh, mesh=jax.make_mesh((2, 4), ("x", "y")))(
            jax.ShapeDtypeStruct((16, 32), jnp.float32, sharding=on_turned)
        ),
        "mesh of a constraint": lambda: auto_shard(constrained, mesh=mesh)(x),
        "donated": donated_twice,
        "derivative": lambda: jax.grad(lambda y: auto_shard(jnp.tanh, mesh="8")(x).jit()(y).sum())(jnp.ones((16, 32))),
        "bytes": lambda: auto_shard(jnp.tanh, mesh="8", memory=100)(x),
        "memory": lambda: auto_shard(jnp.tanh, mesh="8", memory="100B")(x),
        "abstract": lambda: auto_shard(jnp.tanh, mesh=abstract)(x).jit(),
        "partitioner": lambda: auto_shard(jnp.tanh, mesh="8")(x).jit("gspmd"),  # pyright: ignore[reportArgumentType]
        "another shape": lambda: auto_shard(jnp.add, mesh="8")(x, x).jit()(np.ones((16, 32)), np.ones((8, 32))),
        "another dtype": lambda: auto_shard(jnp.tanh, mesh="8")(x).jit()(np.ones((16, 32), np.int32)),
        "another tree": lambda: auto_shard(sum, mesh="8")([x, x]).jit()((np.ones((16, 32)), np.ones((16, 32)))),
        "another static": lambda: auto_shard(power, mesh="8", static_argnames="n")(x, n=2).jit()(np.ones((16, 32)), 3),
        "fewer arguments": lambda: auto_shard(jnp.add, mesh="8")(x, x).jit()(np.ones((16, 32))),
    }
    try:
        calls[case]()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""
