"""Programs that JAX lowers with the user's shardings: planned, partitioned and run; the shardings hold (law 7)."""

from __future__ import annotations

from functools import cache

import pytest
from eight_devices import on_eight_devices
from jax_sharded import AXES, CASES, Lowered, Spec, lower
from layouts import assert_close
from programs import apply, parse
from xdsl.passes import ModulePass

from llmsys_ir import simulate
from llmsys_ir.dialects.mesh import ShardAttr
from llmsys_ir.program.boundary import argument_shardings, result_shardings
from llmsys_ir.runtime.programs import find_program
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.inline import InlinePass
from llmsys_passes.sharding_propagation import ShardingPropagationPass
from llmsys_passes.spmd_partition import SpmdPartitionPass

PLANNERS: dict[str, tuple[ModulePass, ...]] = {
    "auto-shard": (AutoShardPass(),),
    "sharding-propagation": (ShardingPropagationPass(),),
    "spmd-partition": (),
}


@cache
def lowered(name: str) -> Lowered:
    return on_eight_devices(lower, name)


def axes_of(spec: Spec, rank: int) -> tuple[tuple[int, ...], ...] | None:
    """The numbers of the mesh axes of each dim; None where the user says nothing."""
    if spec is None:
        return None
    dims = [(dim,) if isinstance(dim, str) else dim or () for dim in spec]
    return (*(tuple(map(AXES.index, dim)) for dim in dims), *((),) * (rank - len(dims)))


def check_held(given: ShardAttr | None, spec: Spec, rank: int) -> None:
    wanted = axes_of(spec, rank)
    if wanted is not None:
        assert given is not None
        held = given.to_sharding(rank)
        assert (held.dims, held.partial) == (wanted, ())


WITH_CALLS = ("inner jit", "loop")
"""Cases that only auto-shard takes."""


@pytest.mark.parametrize(
    ("name", "planner"),
    [(name, planner) for name in CASES for planner in PLANNERS if planner == "auto-shard" or name not in WITH_CALLS],
)
def test_a_program_of_jax(name: str, planner: str) -> None:
    case, program = CASES[name], lowered(name)
    partitioned = apply(parse(program.text), *PLANNERS[planner], SpmdPartitionPass())
    results = simulate(partitioned, program.inputs).results
    for number, (got, expected) in enumerate(zip(results, program.results, strict=True)):
        assert_close(got, expected, f"result {number}")
    function = find_program(partitioned).function
    for given, spec, array in zip(argument_shardings(function), case.arguments, program.inputs, strict=True):
        check_held(given, spec, array.ndim)
    for given, spec, array in zip(result_shardings(function), case.results, program.results, strict=True):
        check_held(given, spec, array.ndim)


@pytest.mark.parametrize("name", CASES)
def test_the_simulator_runs_it_whole(name: str) -> None:
    program = lowered(name)
    for got, expected in zip(simulate(parse(program.text), program.inputs).results, program.results, strict=True):
        assert_close(got, expected)


@pytest.mark.parametrize("name", WITH_CALLS)
def test_inlined_before(name: str) -> None:
    program = lowered(name)
    partitioned = apply(parse(program.text), InlinePass(), AutoShardPass(), SpmdPartitionPass())
    for got, expected in zip(simulate(partitioned, program.inputs).results, program.results, strict=True):
        assert_close(got, expected)
