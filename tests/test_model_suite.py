"""bench/model_suite: its programs are what they say, by JAX's own parser and numbers and by NumPy."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import asdict
from functools import cache
from math import gcd
from pathlib import Path
from typing import Any, cast

import jax
import numpy as np
import pytest
from jax._src.interpreters.mlir import make_ir_context  # pyright: ignore[reportUnknownVariableType]
from jaxlib.mlir import ir

from model_suite import GPT_2_6B, GPT_175B, MODELS, ODD, SMALL, Sizes
from model_suite.census import op_kinds, parameter_count
from model_suite.moe import route

BENCH = Path(__file__).parent.parent / "bench"

Array = np.ndarray[Any, Any]
Arrays = list[Array]

OPTIMIZERS = ("-sgd", "-adam", "-adafactor")
TRAINED = [name for name in MODELS if name.endswith(OPTIMIZERS)]

every_model = pytest.mark.parametrize("name", MODELS)
every_training = pytest.mark.parametrize("name", TRAINED)


@cache
def program(name: str) -> Any:
    return MODELS[name].build()


@cache
def results(name: str) -> Arrays:
    return program(name).expected(program(name).inputs(0))


def leaf_count(*trees: object) -> int:
    return len(jax.tree.leaves(trees))


def donated_count(name: str) -> int:
    return leaf_count(*(program(name).arguments[number] for number in program(name).donated))


def distance(actual: Array, expected: Array) -> float:
    """The largest difference, as a part of the largest expected magnitude."""
    actual, expected = actual.astype(np.float64), expected.astype(np.float64)
    return float(np.max(np.abs(actual - expected)) / max(np.max(np.abs(expected)), 1e-30))


def tensor_type(array: Array) -> str:
    name = array.dtype.name
    element = {"bool": "i1", "bfloat16": "bf16"}.get(name) or name.replace("uint", "ui").replace("int", "i").replace(
        "float", "f"
    )
    return f"tensor<{''.join(f'{size}x' for size in array.shape)}{element}>"


def parsed_types(text: str) -> tuple[list[str], list[str]]:
    """What jaxlib's parser makes of the main function's type."""
    with make_ir_context():
        module = cast(Any, ir).Module.parse(text)
        assert module.operation.verify()
        main = next(op for op in module.body if op.name.value == "main")
        return [str(kind) for kind in main.type.inputs], [str(kind) for kind in main.type.results]


@pytest.mark.parametrize("name", ["moe", "gpt-scan-adam"])
def test_the_same_text_again(name: str):
    assert program(name).stablehlo() == MODELS[name].build().stablehlo()


def test_sizes_as_promised():
    sharded = ("batch", "width", "hidden", "inner", "heads", "vocabulary", "classes", "experts", "rows", "nodes")
    assert all(getattr(SMALL, name) % 8 == 0 for name in sharded)
    assert all(count % 8 == 0 for count in SMALL.channels)
    exempt = {"layers", "queries_per_key", "head", "patch", "tables", "bag"}
    odd = {name: size for name, size in asdict(ODD).items() if name not in exempt}
    assert all(gcd(size, 30) == 1 for size in (*odd.pop("channels"), *odd.values()))


@pytest.mark.parametrize("sizes", ["small", "odd"])
@every_model
def test_lowers_to_what_its_arrays_are(name: str, sizes: str):
    made = program(name) if sizes == "small" else MODELS[name].build(ODD)
    inputs = made.inputs(0)
    text = made.stablehlo()
    arguments, returned = parsed_types(text)
    assert arguments == [tensor_type(array) for array in inputs]
    assert text.count("tf.aliasing_output") == leaf_count(*(made.arguments[number] for number in made.donated))
    if sizes == "small":
        assert returned == [tensor_type(array) for array in results(name)]
        assert max(array.nbytes for array in (*inputs, *results(name))) <= 600 << 10


@every_model
def test_finite_and_the_same_again(name: str):
    made = program(name)
    inputs, others = made.inputs(0), made.inputs(1)
    assert any(not np.array_equal(first, second) for first, second in zip(inputs, others, strict=True))
    for first, second in zip(results(name), made.expected(inputs), strict=True):
        assert first.tobytes() == second.tobytes()
        assert np.isfinite(first.astype(np.float64)).all()
    assert all(np.array_equal(first, second) for first, second in zip(inputs, made.inputs(0), strict=True))


@every_model
def test_tolerance_is_that_of_rounding(name: str):
    """Inputs that differ by a rounding give the same results, within the tolerance."""
    made, random = program(name), np.random.default_rng(3)
    rounding = 2.0**-24 if MODELS[name].tolerance < 1e-3 else 2.0**-9

    def rounded(array: Array) -> Array:
        if array.dtype.kind in "iub":
            return array
        signs = random.choice([-1.0, 1.0], array.shape)
        return (array.astype(np.float64) * (1 + rounding * signs)).astype(array.dtype)

    for actual, expected in zip(made.expected([*map(rounded, made.inputs(0))]), results(name), strict=True):
        assert distance(actual, expected) <= MODELS[name].tolerance


@every_training
def test_training_lowers_the_loss(name: str):
    made, count = program(name), donated_count(name)
    inputs = made.inputs(0)
    losses: list[float] = []
    for _ in range(4):
        outputs = made.expected(inputs)
        losses.append(float(outputs[-1]))
        inputs = [*outputs[:count], *inputs[count:]]
    assert losses[3] < losses[0] and losses[3] == min(losses)


@every_training
def test_training_moves_everything(name: str):
    """No parameter and no moment stays where it is, up to the tolerance: a wrong gradient is seen."""
    made = program(name)
    inputs = made.inputs(0)
    count = donated_count(name) if MODELS[name].tolerance < 1e-3 else leaf_count(made.arguments[0])
    for before, after in zip(inputs[:count], results(name)[:count], strict=True):
        assert distance(after, before) > min(2 * MODELS[name].tolerance, 5e-4)


@pytest.mark.parametrize("name", ["gpt", "llama", "mamba-scan", "mamba-associative"])
def test_no_token_sees_a_later_one(name: str):
    inputs = program(name).inputs(0)
    changed = inputs[-1].copy()
    changed[:, -1] = (changed[:, -1] + 1) % SMALL.vocabulary
    [before], [after] = results(name), program(name).expected([*inputs[:-1], changed])
    assert np.array_equal(before[:, :-1], after[:, :-1])
    assert not np.array_equal(before[:, -1], after[:, -1])


@pytest.mark.parametrize(
    ("first", "second"), [("gpt-f32-adam", "gpt-remat-adam"), ("mamba-scan-adam", "mamba-associative-adam")]
)
def test_the_same_mathematics(first: str, second: str):
    for actual, expected in zip(results(first), results(second), strict=True):
        assert distance(actual, expected) <= MODELS[first].tolerance


def test_bfloat16_computes_the_same_loss():
    assert abs(results("gpt-bf16-adam")[-1] / results("gpt-f32-adam")[-1] - 1) < 1e-2


def test_decoding_agrees_with_the_whole_sequence():
    *params, tokens = program("llama").inputs(0)
    [whole] = results("llama")
    caches = [np.zeros_like(array) for array in program("decode").inputs(0)[len(params) : -2]]
    for position in range(SMALL.sequence):
        *caches, logits = program("decode").expected([*params, *caches, tokens[:, position], np.int32(position)])
        assert distance(logits, whole[:, position]) < MODELS["decode"].tolerance


def test_batch_norm_of_training_sees_the_batch():
    """With the statistics that the stem sees in a step, 0.9 of the old ones and 0.1 of the batch's."""
    made = program("resnet-sgd")
    inputs, outputs = made.inputs(0), results("resnet-sgd")
    start = leaf_count(*made.arguments[:2])
    kernel, images = inputs[0], inputs[-2]
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(1, 2))
    features = np.einsum("bhwcij,ijco->bhwo", windows, kernel)
    for place, seen in ((start, features.mean((0, 1, 2))), (start + 1, features.var((0, 1, 2)))):
        assert distance(outputs[place], 0.9 * inputs[place] + 0.1 * seen) < 1e-5


def test_routing_fills_each_place_once():
    gates = np.random.default_rng(0).dirichlet(np.ones(8), (4, 16)).astype(np.float32)
    routed = cast(Any, jax).jit(route, static_argnums=1)
    few, many = (np.asarray(routed(gates, capacity)[0]) for capacity in (3, 16))
    assert np.max(np.sum(few > 0, axis=1)) == 1
    assert np.max(np.sum(few > 0, axis=(2, 3))) <= 2
    chosen = np.sort(gates, axis=-1)[..., -2:]
    assert np.allclose(np.sum(many, axis=(2, 3)), 1)
    assert np.allclose(np.max(many, axis=(2, 3)), chosen[..., 1] / chosen.sum(-1), atol=1e-6)
    assert np.sum(few > 0) < np.sum(many > 0)


def test_beam_search_keeps_the_best():
    embedding, tokens, scores, finished, features, position = program("beam-search").inputs(0)
    best_tokens, best_scores, best_finished = results("beam-search")
    logits = features.astype(np.float64) @ embedding.T
    logs = logits - np.log(np.sum(np.exp(logits), axis=-1, keepdims=True))
    logs[finished] = -np.inf
    logs[finished, 0] = 0
    for batch in range(SMALL.batch):
        totals = (scores[batch][:, None] + logs[batch]).ravel()
        order = np.argsort(-totals)[: SMALL.beams]
        parents, chosen = order // SMALL.vocabulary, order % SMALL.vocabulary
        wanted = tokens[batch][parents]
        wanted[:, position] = chosen
        assert np.array_equal(best_tokens[batch], wanted)
        assert np.allclose(best_scores[batch], totals[order], rtol=1e-5)
        assert np.array_equal(best_finished[batch], finished[batch][parents] | (chosen == 0))


def test_sampling_draws_from_the_likeliest():
    embedding, features, _ = program("sampling").inputs(0)
    tokens, probabilities = results("sampling")
    ranks = np.argsort(np.argsort(-(features @ embedding.T), axis=-1), axis=-1)[np.arange(SMALL.batch), tokens]
    assert np.all(ranks < SMALL.neighbours) and np.all((probabilities > 0) & (probabilities <= 1))


def test_vector_search_finds_the_nearest():
    database, queries = program("vector-search").inputs(0)
    distances, rows = results("vector-search")
    exact = np.sum(np.square(queries[:, None].astype(np.float64) - database), axis=-1)
    assert np.array_equal(rows, np.argsort(exact, axis=-1)[:, : SMALL.neighbours])
    assert np.allclose(distances, np.sort(exact, axis=-1)[:, : SMALL.neighbours], rtol=1e-5)


@pytest.mark.parametrize(("sizes", "billions"), [(GPT_2_6B, 2.65), (GPT_175B, 174.6)])
def test_large_gpts_have_their_parameters(sizes: Sizes, billions: float):
    assert abs(parameter_count(MODELS["gpt-f32-adam"].build(sizes)) / 1e9 / billions - 1) < 5e-3


def test_large_gpt_lowers():
    ops = op_kinds(MODELS["gpt-f32-adam"].build(GPT_2_6B).lower()).total()
    assert 0.7 * 21_532 < ops < 1.3 * 21_532


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=BENCH, capture_output=True, text=True, check=False)


def test_names_do_not_import_jax():
    done = run("-c", "import sys, model_suite; print(len(model_suite.MODELS), 'jax' in sys.modules)")
    assert (done.stdout, done.returncode) == (f"{len(MODELS)} False\n", 0)


def test_table():
    done = run("-m", "model_suite", "mlp", "--sizes", "odd")
    assert done.returncode == 0, done.stderr
    header, row, _, kinds = done.stdout.splitlines()
    assert header.split() == ["model", "ops", "arguments", "results", "parameters", "summary"]
    parameters = parameter_count(MODELS["mlp"].build(ODD))
    assert row.split()[:1] + row.split()[2:5] == ["mlp", "7", "1", f"{parameters:,}"]
    assert "stablehlo.dot_general 3" in kinds


def test_unknown_model():
    done = run("-m", "model_suite", "lenet")
    assert done.returncode == 2 and "unknown model 'lenet'; there are mlp, " in done.stderr
