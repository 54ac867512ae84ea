# JAX leaves most types open.
# pyright: basic, reportOptionalMemberAccess=false
"""JAX functions that between them lower to every op that JAX emits, and their StableHLO modules.

A program is lowered from shapes alone: no array is made and no device is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax import export, lax
from jax.experimental import io_callback
from jax.experimental.shard_alike import shard_alike
from jax.sharding import AbstractMesh, NamedSharding
from jax.sharding import PartitionSpec as P


def tensor(*shape: int, dtype: Any = jnp.float32) -> jax.ShapeDtypeStruct:
    """An argument that has a shape only."""
    return jax.ShapeDtypeStruct(shape, dtype)


FLOATS = tensor(2, 3)
MATRIX = tensor(4, 4)
INTEGERS = tensor(2, 3, dtype=jnp.int32)
UNSIGNED = tensor(2, 3, dtype=jnp.uint32)
BOOLEANS = tensor(2, 3, dtype=jnp.bool_)
COMPLEX = tensor(2, 3, dtype=jnp.complex64)

UNARY_FLOAT = (
    "abs acos acosh asin asinh atan atanh bessel_i0e bessel_i1e cbrt ceil cos cosh digamma erf erf_inv erfc exp "
    "exp2 expm1 floor is_finite lgamma log log1p logistic neg rsqrt sign sin sinh sqrt square tan tanh"
).split()
UNARY_INTEGER = "abs clz neg bitwise_not population_count sign".split()
UNARY_COMPLEX = "abs acos asin asinh conj cos cosh exp imag log neg real sign sin sqrt tan tanh".split()
BINARY_FLOAT = "add atan2 div max min mul nextafter pow rem sub igamma zeta polygamma".split()
BINARY_INTEGER = (
    "add bitwise_and bitwise_or bitwise_xor div max min mul rem shift_left shift_right_arithmetic "
    "shift_right_logical sub"
).split()
COMPARISONS = "eq ge gt le lt ne".split()
CUMULATIVE = "cumsum cumprod cummax cummin cumlogsumexp".split()
REDUCTIONS = "sum prod max min any all argmax argmin mean std".split()


def convolution(x: Any, w: Any, **options: Any) -> Any:
    options = {"window_strides": (1, 1), "padding": "SAME", **options}
    return lax.conv_general_dilated(x, w, dimension_numbers=("NHWC", "HWIO", "NHWC"), **options)


def convolutions(x: Any, w: Any, grouped: Any) -> Any:
    return (
        convolution(x, w),
        convolution(x, w, padding="VALID", window_strides=(2, 2)),
        convolution(x, w, rhs_dilation=(2, 2), lhs_dilation=(1, 2), padding=((1, 2), (0, 1))),
        convolution(x, grouped, feature_group_count=4),
        convolution(x, w, batch_group_count=2),
        lax.conv(x[0], jnp.ones((3, 8, 2)), (1,), "SAME"),
    )


def mlp_loss(params: Any, x: Any, y: Any) -> Any:
    for w, b in params[:-1]:
        x = jax.nn.relu(x @ w + b)
    w, b = params[-1]
    logits = x @ w + b
    return -jnp.mean(jnp.sum(jax.nn.log_softmax(logits) * jax.nn.one_hot(y, 10), axis=-1))


MLP_PARAMS = [(tensor(16, 32), tensor(32)), (tensor(32, 10), tensor(10))]


def attention(params: Any, tokens: Any) -> Any:
    x = params["embedding"][tokens]
    scale = 8**-0.5
    for layer in params["layers"]:
        q, k, v = (jnp.einsum("btd,dhk->bthk", x, layer[name]) for name in ("q", "k", "v"))
        scores = jnp.einsum("bthk,bshk->bhts", q, k) * scale
        mask = jnp.tril(jnp.ones((x.shape[1], x.shape[1]), dtype=bool))
        weights = jax.nn.softmax(jnp.where(mask, scores, -jnp.inf), axis=-1)
        x = x + jnp.einsum("bhts,bshk,hkd->btd", weights, v, layer["o"])
        mean = jnp.mean(x, axis=-1, keepdims=True)
        x = (x - mean) * lax.rsqrt(jnp.var(x, axis=-1, keepdims=True) + 1e-5) * layer["scale"]
        x = x + jax.nn.gelu(x @ layer["up"]) @ layer["down"]
    return x @ params["embedding"].T


def attention_params() -> Any:
    layer = {name: tensor(16, 2, 8) for name in "qkv"}
    layer |= {"o": tensor(2, 8, 16), "scale": tensor(16), "up": tensor(16, 64), "down": tensor(64, 16)}
    return {"embedding": tensor(50, 16), "layers": [layer, layer]}


def attention_loss(params: Any, tokens: Any) -> Any:
    logits = attention(params, tokens[:, :-1])
    return optax.softmax_cross_entropy_with_integer_labels(logits, tokens[:, 1:]).mean()


def train_step(optimizer: Any, loss: Callable[..., Any]) -> Callable[..., Any]:
    def step(params: Any, state: Any, *batch: Any) -> Any:
        value, gradient = jax.value_and_grad(loss)(params, *batch)
        updates, state = optimizer.update(gradient, state, params)
        return optax.apply_updates(params, updates), state, value

    return step


ADAM = optax.adamw(1e-3)


def scan_layers(params: Any, x: Any) -> Any:
    def layer(carry: Any, weight: Any) -> Any:
        return jnp.tanh(carry @ weight), jnp.sum(carry)

    return lax.scan(jax.checkpoint(layer), x, params)


def newton(x: Any) -> Any:
    return lax.while_loop(lambda s: jnp.any(jnp.abs(s * s - x) > 1e-3), lambda s: 0.5 * (s + x / s), x)


def branches(i: Any, x: Any) -> Any:
    first = lax.switch(i, [jnp.sin, jnp.cos, lambda x: x * 2], x)
    return lax.cond(i > 1, lambda x: x + 1, lambda x: x - 1, first)


def random_numbers(key: Any) -> Any:
    keys = jax.random.split(key, 4)
    return (
        jax.random.normal(keys[0], (3, 4)),
        jax.random.uniform(keys[1], (5,), minval=-1, maxval=2),
        jax.random.categorical(keys[2], jnp.zeros((2, 6))),
        jax.random.permutation(keys[3], 7),
        jax.random.bernoulli(keys[0], 0.3, (4,)),
        jax.random.truncated_normal(keys[1], -2.0, 2.0, (3,)),
        jax.random.gamma(keys[2], 2.0, (2,)),
    )


def images(x: Any) -> Any:
    pooled = lax.reduce_window(x, -jnp.inf, lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "SAME")
    mean = lax.reduce_window(x, 0.0, lax.add, (1, 3, 3, 1), (1, 1, 1, 1), "VALID")
    return jnp.sum(pooled**2) + jnp.sum(mean)


def collectives(x: Any) -> Any:
    total = lax.psum(x, "data")
    most = lax.pmax(x, "data")
    whole = lax.all_gather(x, "data", axis=1, tiled=True)
    part = lax.psum_scatter(x, "data", scatter_dimension=1, tiled=True)
    swapped = lax.all_to_all(x, "data", split_axis=1, concat_axis=0, tiled=True)
    moved = lax.ppermute(x, "data", [(0, 1), (1, 0)])
    index = lax.axis_index("data")
    return total, most, whole, part, swapped, moved, x + index


ABSTRACT_MESH = AbstractMesh((2, 4), ("data", "model"))


def sharded(x: Any, w: Any) -> Any:
    y = lax.with_sharding_constraint(x @ w, NamedSharding(ABSTRACT_MESH, P("data", "model")))
    return lax.with_sharding_constraint(jnp.tanh(y), NamedSharding(ABSTRACT_MESH, P(("data", "model"), None)))


def constants(x: Any) -> Any:
    table = jnp.asarray(np.arange(12, dtype=np.float32).reshape(3, 4) / 7)
    large = jnp.asarray(np.arange(200, dtype=np.int32))
    mask = jnp.asarray(np.array([True, False, True]))
    tiny = jnp.asarray(np.array([1e-30, np.inf, -np.inf, np.nan, -0.0], dtype=np.float32))
    pairs = jnp.asarray(np.array([1 + 2j, -3j], dtype=np.complex64))
    halves = jnp.asarray(np.array([0.1, 65504.0], dtype=np.float16))
    return (
        x + table[0, 0],
        large,
        mask,
        tiny,
        pairs,
        halves,
        jnp.asarray(1.5, jnp.bfloat16),
        jnp.zeros((4, 4), jnp.int8),
    )


def indexing(x: Any, i: Any) -> Any:
    return (
        x[i],
        x[:, ::-1],
        x[1:3, ::2],
        x.at[i].add(1.0),
        x.at[i, 0].set(2.0),
        x.at[i].multiply(3.0),
        x.at[i].max(4.0),
        jnp.take_along_axis(x, i[:, None], axis=0),
        lax.dynamic_slice(x, (i[0], 0), (2, 4)),
        lax.dynamic_update_slice(x, jnp.ones((1, 2)), (i[0], i[1])),
        lax.rev(x, (0, 1)),
    )


def sorting(x: Any, i: Any) -> Any:
    return (
        jnp.sort(x),
        jnp.argsort(x, axis=0),
        lax.sort((x, i), num_keys=1),
        lax.top_k(x, 2),
        jnp.median(x),
        jnp.unique(i, size=3),
        lax.approx_max_k(x, 2),
    )


def decompositions(a: Any) -> Any:
    spd = a @ a.T + jnp.eye(4)
    q, r = jnp.linalg.qr(a)
    lower = lax.linalg.cholesky(spd)
    values, vectors = jnp.linalg.eigh(spd)
    return (
        q,
        r,
        lower,
        values,
        vectors,
        lax.linalg.triangular_solve(lower, a, left_side=True, lower=True, transpose_a=True),
        jnp.linalg.svd(a)[1],
        jnp.linalg.solve(a, a),
        jnp.linalg.det(a),
    )


def transforms(x: Any) -> Any:
    spectrum = jnp.fft.rfft(x)
    return jnp.fft.irfft(spectrum), jnp.fft.fft2(x), jnp.fft.ifft(spectrum), jnp.fft.fftn(spectrum)


def conversions(x: Any) -> Any:
    return (
        x.astype(jnp.int32),
        x.astype(jnp.bfloat16),
        x.astype(jnp.complex64),
        x > 0,
        lax.bitcast_convert_type(x, jnp.uint32),
        lax.bitcast_convert_type(x, jnp.uint8),
        lax.reduce_precision(x, 5, 10),
        x.astype(jnp.float8_e4m3fn),
        lax.complex(x, x),
    )


def reshaping(x: Any) -> Any:
    return (
        x.reshape(3, 2),
        x.T,
        jnp.concatenate([x, x], axis=1),
        jnp.pad(x, ((1, 2), (0, 1)), constant_values=2),
        lax.pad(x, 0.0, ((0, -1, 1), (2, 0, 0))),
        jnp.broadcast_to(x, (4, 2, 3)),
        jnp.tile(x, (2, 1)),
        jnp.stack([x, x]),
        jnp.squeeze(x[:1]),
        jnp.arange(5, dtype=jnp.float32),
        lax.broadcasted_iota(jnp.int32, (2, 3), 1),
        jnp.eye(3),
        lax.optimization_barrier((x, x.T)),
        lax.expand_dims(x, (1,)),
    )


def custom_reduction(x: Any, i: Any) -> Any:
    return lax.reduce((x, i), (-jnp.inf, 0), lambda a, b: (lax.max(a[0], b[0]), lax.add(a[1], b[1])), (1,))


@partial(jax.custom_vjp, nondiff_argnums=())
def clipped(x: Any) -> Any:
    return jnp.clip(x, -1, 1)


clipped.defvjp(lambda x: (clipped(x), x), lambda x, g: (jnp.where(jnp.abs(x) < 1, g, 0),))


@partial(lax.composite, name="project.scaled", version=2)
def scaled(x: Any, *, factor: Any) -> Any:
    return x * factor


def precise(a: Any, b: Any) -> Any:
    return (
        lax.dot(a, b, precision=lax.Precision.HIGHEST),
        lax.dot(a, b, preferred_element_type=jnp.float32),
        lax.dot(a, b, precision=lax.DotAlgorithmPreset.F32_F32_F32),
        lax.exp(a, accuracy=lax.Tolerance(atol=1e-3, rtol=0.0, ulps=2)),
        lax.tanh(a, accuracy=lax.AccuracyMode.HIGHEST),
    )


def ordered_effects(x: Any) -> Any:
    return io_callback(np.sin, jax.ShapeDtypeStruct((2, 3), np.float32), x, ordered=True)


def dynamic(x: Any, y: Any) -> Any:
    n = x.shape[0]
    return (
        jnp.concatenate([x, jnp.ones((n, 4))], axis=0),
        jnp.reshape(x, (n * 2, 2)),
        jnp.arange(n) * 2.0,
        x @ y,
        jnp.pad(x, ((1, n), (0, 0))),
        x[: n - 1],
        lax.slice(x, (1, 0), (n, 4), (2, 1)),
        jnp.sum(x, axis=0) / n,
        jnp.broadcast_to(jnp.sum(x), (n, 3)),
        jnp.sort(x, axis=0),
        jnp.take(x, jnp.array([0, 1]), axis=0),
        jax.nn.softmax(x, axis=0),
    )


def every(names: Sequence[str], module: Any = lax) -> Callable[..., Any]:
    """A function that returns the results of several, all of the same arguments."""
    return lambda *arguments: tuple(getattr(module, name)(*arguments) for name in names)


def gpu_transfers(x: Any) -> Any:
    token = lax.psend(x, ("data",), [(0, 1)])
    received = lax.precv(token, jax.ShapeDtypeStruct(x.shape, x.dtype), ("data",), [(0, 1)])
    return received, lax.pbroadcast(x, ("data",), 0)


def over_data(function: Callable[..., Any], results: int) -> Callable[..., Any]:
    return jax.shard_map(
        function, mesh=ABSTRACT_MESH, in_specs=P("data"), out_specs=(P("data"),) * results, check_vma=False
    )


def conjugates(a: Any, b: Any) -> Any:
    return (
        lax.linalg.triangular_solve(a, b, left_side=True, conjugate_a=True),
        lax.linalg.triangular_solve(a, b, left_side=True, conjugate_a=True, transpose_a=True),
    )


def ragged_product(a: Any, b: Any, sizes: Any) -> Any:
    return lax.ragged_dot(a, b, sizes)


@dataclass(frozen=True)
class Program:
    """A function, arguments that have shapes only, and the platform that it is lowered for."""

    function: Callable[..., Any]
    arguments: Sequence[Any]
    platform: str = "cpu"
    options: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """JAX's configuration while it is lowered."""


SGD = optax.sgd(0.1, momentum=0.9)

PROGRAMS: dict[str, Program] = {
    "float_functions": Program(every(UNARY_FLOAT), (FLOATS,)),
    "integer_functions": Program(every(UNARY_INTEGER), (INTEGERS,)),
    "complex_functions": Program(every(UNARY_COMPLEX), (COMPLEX,)),
    "float_arithmetic": Program(every(BINARY_FLOAT), (FLOATS, FLOATS)),
    "integer_arithmetic": Program(every(BINARY_INTEGER), (UNSIGNED, UNSIGNED)),
    "float_comparisons": Program(every(COMPARISONS), (FLOATS, FLOATS)),
    "integer_comparisons": Program(every(COMPARISONS), (INTEGERS, INTEGERS)),
    "unsigned_comparisons": Program(every(COMPARISONS), (UNSIGNED, UNSIGNED)),
    "complex_comparisons": Program(every(("eq", "ne")), (COMPLEX, COMPLEX)),
    "booleans": Program(lambda a, b: (a & b, a | b, a ^ b, ~a, a == b), (BOOLEANS, BOOLEANS)),
    "cumulative": Program(every(CUMULATIVE), (FLOATS,)),
    "reductions": Program(lambda x: tuple(getattr(jnp, name)(x, axis=1) for name in REDUCTIONS), (FLOATS,)),
    "select": Program(lambda p, a, b: (lax.select(p, a, b), jnp.where(p[0, 0], a, b)), (BOOLEANS, FLOATS, FLOATS)),
    "clamp": Program(lambda x: (lax.clamp(0.0, x, 1.0), lax.clamp(x, x, x)), (FLOATS,)),
    "powers": Program(lambda x: (x**3, x**-2, x**0.5), (FLOATS,)),
    "rounding": Program(lambda x: (lax.round(x), jnp.round(x)), (FLOATS,)),
    "mulhi": Program(lax.mulhi, (UNSIGNED, UNSIGNED)),
    "betainc": Program(jax.scipy.special.betainc, (FLOATS, FLOATS, FLOATS)),
    "products": Program(
        lambda a, b: (a @ b.T, jnp.dot(a[0], b[0]), jnp.vdot(a, b), jnp.outer(a[0], b[0])), (FLOATS, FLOATS)
    ),
    "einsum": Program(lambda a, b: jnp.einsum("bij,bjk->bki", a, b), (tensor(2, 3, 4), tensor(2, 4, 5))),
    "precise": Program(precise, (MATRIX, MATRIX)),
    "ragged_dot": Program(
        ragged_product,
        (tensor(11, 5), tensor(3, 5, 7), tensor(3, dtype=jnp.int32)),
        "tpu",
        {"jax_ragged_dot_use_ragged_dot_instruction": True},
    ),
    "convolutions": Program(convolutions, (tensor(2, 8, 8, 4), tensor(3, 3, 4, 8), tensor(3, 3, 1, 8))),
    "convolution_grad": Program(
        jax.grad(lambda x, w: jnp.sum(convolution(x, w)), argnums=(0, 1)),
        (tensor(1, 8, 8, 4), tensor(3, 3, 4, 8)),
    ),
    "pooling_grad": Program(jax.grad(images), (tensor(1, 8, 8, 2),)),
    "indexing": Program(indexing, (tensor(5, 4), tensor(5, dtype=jnp.int32))),
    "indexing_batched": Program(
        jax.vmap(lambda x, i: (x[i], x.at[i].add(1.0))), (tensor(3, 5, 4), tensor(3, 2, dtype=jnp.int32))
    ),
    "embedding_grad": Program(
        jax.grad(lambda table, tokens: jnp.sum(table[tokens] ** 2)), (tensor(10, 4), tensor(3, 2, dtype=jnp.int32))
    ),
    "sorting": Program(sorting, (tensor(4, 5), tensor(4, 5, dtype=jnp.int32))),
    "decompositions": Program(decompositions, (MATRIX,)),
    "decompositions_tpu": Program(lambda a: lax.linalg.cholesky(a @ a.T), (MATRIX,), "tpu"),
    "conjugates": Program(conjugates, (tensor(3, 3, dtype=jnp.complex64), tensor(3, 2, dtype=jnp.complex64)), "tpu"),
    "transforms": Program(transforms, (tensor(4, 8),)),
    "conversions": Program(conversions, (FLOATS,)),
    "reshaping": Program(reshaping, (FLOATS,)),
    "constants": Program(constants, (FLOATS,)),
    "random": Program(random_numbers, (tensor(2, dtype=jnp.uint32),)),
    "random_bits": Program(lambda k: lax.rng_bit_generator(k, (3,)), (tensor(4, dtype=jnp.uint32),)),
    "random_uniform": Program(lambda a: lax.rng_uniform(0.0, 1.0, (3,)) + a, (tensor(),)),
    "while": Program(newton, (FLOATS,)),
    "for": Program(lambda x: lax.fori_loop(0, 5, lambda i, x: x * i, x), (FLOATS,)),
    "branches": Program(branches, (tensor(dtype=jnp.int32), FLOATS)),
    "scan_grad": Program(jax.grad(lambda w, x: jnp.sum(scan_layers(w, x)[0])), (tensor(3, 4, 4), tensor(2, 4))),
    "associative_scan": Program(partial(lax.associative_scan, jnp.add), (tensor(8),)),
    "map": Program(lambda x: lax.map(jnp.sum, x), (FLOATS,)),
    "custom_reduction": Program(custom_reduction, (FLOATS, INTEGERS)),
    "custom_vjp": Program(jax.grad(lambda x: jnp.sum(clipped(x))), (FLOATS,)),
    "composite": Program(lambda x: scaled(x, factor=2.0), (FLOATS,)),
    "callback": Program(lambda x: jax.pure_callback(np.sin, FLOATS, x), (FLOATS,)),
    "ordered_effects": Program(ordered_effects, (FLOATS,)),
    "tokens": Program(lambda: lax.after_all(lax.create_token(), lax.create_token()), ()),
    "sharded": Program(sharded, (tensor(8, 16), tensor(16, 32))),
    "shard_alike": Program(lambda x, y: shard_alike(x, y), (FLOATS, FLOATS)),
    "shard_map": Program(over_data(collectives, 7), (tensor(8, 16),)),
    "transfers": Program(over_data(gpu_transfers, 2), (tensor(8, 16),), "cuda"),
    "mlp_step": Program(
        train_step(SGD, mlp_loss),
        (MLP_PARAMS, jax.eval_shape(SGD.init, MLP_PARAMS), tensor(8, 16), tensor(8, dtype=jnp.int32)),
    ),
    "attention_step": Program(
        train_step(ADAM, attention_loss),
        (attention_params(), jax.eval_shape(ADAM.init, attention_params()), tensor(4, 9, dtype=jnp.int32)),
    ),
}

DYNAMIC: dict[str, tuple[Callable[..., Any], Sequence[str]]] = {
    "dynamic": (dynamic, ("n, 4", "4, n")),
    "dynamic_grad": (jax.grad(lambda w, x: jnp.mean(jnp.tanh(x @ w))), ("4, 5", "n, 4")),
    "dynamic_convolution": (lambda x, w: lax.conv(x, w, (2, 2), "SAME"), ("b, 3, n, n", "8, 3, 3, 3")),
}
"""Programs whose arguments have shapes with variables in them."""


def program_text(name: str) -> str:
    """The program's StableHLO module, as jaxlib prints it; that of a dynamic one has locations."""
    if name in DYNAMIC:
        function, shapes = DYNAMIC[name]
        scope = export.SymbolicScope()
        arguments = [jax.ShapeDtypeStruct(export.symbolic_shape(shape, scope=scope), jnp.float32) for shape in shapes]
        return export.export(jax.jit(function), platforms=("cpu",))(*arguments).mlir_module()
    program = PROGRAMS[name]
    saved = {option: getattr(jax.config, option) for option in program.options}
    for option, value in program.options.items():
        jax.config.update(option, value)
    try:
        traced = jax.jit(program.function).trace(*program.arguments)
        lowered = traced.lower(lowering_platforms=(program.platform,))
    finally:
        for option, value in saved.items():
            jax.config.update(option, value)
    return lowered.compiler_ir("stablehlo").operation.get_asm()
