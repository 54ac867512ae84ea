# JAX leaves most types open.
# pyright: basic
"""Planned JAX functions compute what `jax.jit` does on one device, where the plan says, on eight devices."""

from __future__ import annotations

import re
from math import prod

import numpy as np
import planned_functions as planned
import pytest
from eight_devices import on_eight_devices
from jax_sharded import CASES

from model_suite import MODELS

PARTITIONERS = ("xla", "llmsys")


@pytest.mark.parametrize("partitioner", PARTITIONERS)
@pytest.mark.parametrize("name", ["mlp-adam", "gpt-scan-adam", "moe", "dlrm-sgd", "decode", "sampling"])
def test_models(name: str, partitioner: str) -> None:
    model = MODELS[name]
    program = model.build()
    inputs = program.inputs(0)
    ran = on_eight_devices(planned.run_model, name, partitioner, inputs)
    assert ran.in_place and ran.cost > 0 and ran.memory > 0
    for result, wanted in zip(ran.results, program.expected(inputs), strict=True):
        scale = max(float(np.abs(wanted.astype(np.float64)).max(initial=0)), 1e-30)
        np.testing.assert_allclose(result.astype(np.float64), wanted.astype(np.float64), atol=model.tolerance * scale)


@pytest.mark.parametrize("partitioner", PARTITIONERS)
def test_donated_arguments_give_their_memory(partitioner: str) -> None:
    """All leaves of parameters and state, and none of the batch."""
    program = MODELS["mlp-adam"].build()
    ran = on_eight_devices(planned.run_model, "mlp-adam", partitioner, program.inputs(0))
    batch = len(ran.deleted) - (len(ran.results) - 1)
    assert ran.deleted == [True] * (len(ran.results) - 1) + [False] * batch
    assert ran.alias_count == len(ran.results) - 1


def test_a_plan_explains_itself() -> None:
    program = MODELS["mlp-adam"].build()
    lines = on_eight_devices(planned.run_model, "mlp-adam", "xla", program.inputs(0)).explanation.splitlines()
    assert "s computation" in lines[0] and "of the best" in lines[0] and "per device" in lines[1]
    assert len([line for line in lines if line.startswith("argument [")]) == len(program.inputs(0))


@pytest.mark.parametrize("partitioner", PARTITIONERS)
@pytest.mark.parametrize("name", [name for name in CASES if name != "explicit"])
def test_what_the_user_sharded_stays_so(name: str, partitioner: str) -> None:
    kept = on_eight_devices(planned.run_sharded, name, partitioner)
    for spec, wanted in zip(kept.specs, CASES[name].arguments, strict=True):
        if wanted is not None:
            assert _trimmed(spec) == _trimmed(wanted)
    for result, wanted in zip(kept.results, kept.expected, strict=True):
        np.testing.assert_allclose(result, wanted, rtol=1e-4, atol=1e-4)


def _trimmed(spec: tuple) -> list:
    """A spec whose dims are tuples of axes, without those at the end that say nothing."""
    dims = [() if dim is None else (dim,) if isinstance(dim, str) else tuple(dim) for dim in spec]
    while dims and not dims[-1]:
        dims.pop()
    return dims


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("perceptron", '[{"data"}, {"model"}]'), ("training", '[{"data"}, {}]'), ("loop", '[{"model"}, {}]')],
)
def test_constraints_reach_xla(name: str, wanted: str) -> None:
    assert wanted in on_eight_devices(planned.run_sharded, name, "xla").constraints


COLLECTIVE = re.compile(r"= (.*?) (all-reduce|all-gather|reduce-scatter|all-to-all)(?:-start)?\((.*)")
SHAPE = re.compile(r"(pred|[a-z]+(\d+))\[([\d,]*)\]")


def sent_in_hlo(hlo: str) -> dict[str, tuple[int, int]]:
    """How many collectives of each kind there are in HLO text, and what each device sends in them on a ring."""
    found: dict[str, tuple[int, int]] = {}
    for shapes, kind, rest in COLLECTIVE.findall(hlo):
        result = sum(
            prod(int(size) for size in sizes.split(",") if size) * max(1, int(bits or 8) // 8)
            for _, bits, sizes in SHAPE.findall(shapes)
        )
        (groups,) = re.findall(r"replica_groups=(?:\[\d+,(\d+)\]|\{\{([\d,]+)\})", rest)
        size = int(groups[0]) if groups[0] else len(groups[1].split(","))
        sent = {
            "all-reduce": 2 * (size - 1) * result // size,
            "all-gather": (size - 1) * result // size,
            "reduce-scatter": (size - 1) * result,
            "all-to-all": (size - 1) * result // size,
        }[kind]
        count, before = found.get(kind.replace("-", "_"), (0, 0))
        found[kind.replace("-", "_")] = (count + 1, before + sent)
    return found


@pytest.mark.parametrize("name", ["mlp-adam", "gpt-f32-adam", "moe-adam"])
def test_xla_runs_the_collectives_of_the_program(name: str) -> None:
    """The same ones with the same bytes, for `partitioner="llmsys"`."""
    expected, hlo = on_eight_devices(planned.collectives, name)
    assert expected and sent_in_hlo(hlo) == expected


@pytest.mark.parametrize("partitioner", PARTITIONERS)
@pytest.mark.parametrize("train", [planned.train_flax, planned.train_nnx])
def test_states_of_flax_and_optax_as_they_are(train, partitioner: str) -> None:
    losses, expected = on_eight_devices(train, partitioner)
    assert losses[-1] < losses[0]
    np.testing.assert_allclose(losses, expected, rtol=1e-4)


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("too many devices", "UserError: the mesh is of 16 devices (4x4), and JAX sees 8 (cpu); on CPU set XLA_FLAGS"),
        ("no mesh", "UserError: expected a mesh of positive sizes such as 4x8, got '2by4'"),
        (
            "another mesh",
            "UserError: expected arguments on the mesh {'axis_0': 2, 'axis_1': 4}, got one on {'x': 8}",
        ),
        ("memory", "infeasible: no plan fits in 100 B per device; the least that would do is"),
        ("abstract", "UserError: the plan is for an abstract mesh; to run it, plan for a jax.sharding.Mesh of devices"),
        ("partitioner", "UserError: expected 'xla' or 'llmsys' as partitioner, got 'gspmd'"),
        ("fewer arguments", "UserError: expected 2 arrays as planned for, got 1"),
    ],
)
def test_what_does_not_fit_is_an_error(case: str, message: str) -> None:
    assert message in on_eight_devices(planned.failure, case)
