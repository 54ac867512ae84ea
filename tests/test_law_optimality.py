"""Law 4: on small programs a plan costs what the cheapest of all choices costs, with and without a memory limit.

The choices come from `find_options`, whose strategies `test_rules.py` counts; what they cost is found twice: by the
plan's own functions, and by partitioning an annotated program for each choice and pricing what comes out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product
from math import inf, prod

import pytest
from hypothesis import assume, given, note
from hypothesis import strategies as st
from programs import Tensor, apply, examples, parse
from random_programs import RandomProgram, random_programs
from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.cost.cluster import Cluster
from llmsys_ir.planning.graph import Graph
from llmsys_ir.planning.options import Options, find_options
from llmsys_ir.planning.plan import Choices, Plan, communication_seconds, compute_seconds, memory_of
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.planning.search import InfeasibleError, find_plan
from llmsys_ir.program.annotate import annotate
from llmsys_ir.program.duplicate import duplicate_creators
from llmsys_ir.program.extract import Extraction, extract
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.sharding.sharding import Sharding
from llmsys_passes.spmd_partition import SpmdPartitionPass

MOST_CHOICES = 4000
MOST_PARTITIONED = 300
MESHES = (Mesh((2,)), Mesh((4,)), Mesh((2, 2)))


def text_of(program: RandomProgram, mesh: Mesh) -> str:
    """The program on a mesh."""
    return f"mesh.mesh @mesh(shape = {mesh})\n{program.function()}"


def extracted(text: str, mesh: Mesh) -> tuple[ModuleOp, func.FuncOp, Extraction]:
    """A module, its function and what plans are made for."""
    module = parse(text)
    function = next(op for op in module.ops if isinstance(op, func.FuncOp))
    duplicate_creators(function)
    return module, function, extract(function, mesh, default_registry())


def all_choices(graph: Graph, options: Options) -> Iterator[Choices]:
    """Every combination of options."""
    steps, arguments = len(options.steps), len(options.arguments)
    for chosen in product(*options.arguments, *options.steps, *options.returns):
        first, last = chosen[:arguments], chosen[arguments + steps :]
        yield Choices(
            tuple(sharding for sharding in first if isinstance(sharding, Sharding)),
            tuple(chosen[arguments : arguments + steps]),
            tuple(sharding for sharding in last if isinstance(sharding, Sharding)),
        )


def count(options: Options) -> int:
    """The number of combinations."""
    return prod(map(len, (*options.arguments, *options.steps, *options.returns)))


def partitioned_seconds(text: str, mesh: Mesh, plan: Plan, choices: Choices) -> float:
    """What the SPMD program for these choices costs."""
    module, function, extraction = extracted(text, mesh)
    annotate(function, extraction, replace(plan, graph=extraction.graph, choices=choices), mesh.name)
    program = find_program(apply(module, SpmdPartitionPass()))
    seconds = program.predicted_seconds()
    assert seconds is not None
    return seconds


@examples(60)
@given(program=random_programs(1, 3), mesh=st.sampled_from(MESHES), data=st.data())
def test_plan_costs_the_minimum(program: RandomProgram, mesh: Mesh, data: st.DataObject) -> None:
    text = text_of(program, mesh)
    note(text)
    _, _, extraction = extracted(text, mesh)
    graph, pricing = extraction.graph, Pricing(Cluster.default(mesh))
    options = find_options(graph, pricing)
    assume(count(options) <= MOST_CHOICES)
    plan = find_plan(graph, pricing)
    priced = [
        (compute_seconds(graph, choices, pricing) + communication_seconds(graph, choices, pricing), choices)
        for choices in all_choices(graph, options)
    ]
    best = min(seconds for seconds, _ in priced)
    assert plan.seconds == pytest.approx(best, rel=1e-9, abs=1e-18)
    assert plan.lower_bound <= best * (1 + 1e-9)
    # Any choice costs what its program costs, so no program that can be written is cheaper than the plan.
    number = data.draw(st.integers(0, max(0, len(priced) - 1)))
    for seconds, choices in (priced[number], min(priced, key=lambda pair: pair[0])):
        assert partitioned_seconds(text, mesh, plan, choices) == pytest.approx(seconds, rel=1e-9, abs=1e-18)


@examples(40)
@given(program=random_programs(1, 3), mesh=st.sampled_from(MESHES), data=st.data())
def test_plan_costs_the_minimum_within_memory(program: RandomProgram, mesh: Mesh, data: st.DataObject) -> None:
    text = text_of(program, mesh)
    note(text)
    _, _, extraction = extracted(text, mesh)
    graph, pricing = extraction.graph, Pricing(Cluster.default(mesh))
    options = find_options(graph, pricing)
    assume(count(options) <= MOST_CHOICES)
    found = [
        (
            memory_of(graph, choices, pricing).peak,
            compute_seconds(graph, choices, pricing) + communication_seconds(graph, choices, pricing),
        )
        for choices in all_choices(graph, options)
    ]
    peaks = sorted({peak for peak, _ in found})
    least = peaks[0]
    limit = data.draw(st.sampled_from([least - 1, *peaks]))
    best = min((seconds for peak, seconds in found if peak <= limit), default=inf)
    if best == inf:
        with pytest.raises(InfeasibleError) as error:
            find_plan(graph, pricing, limit)
        assert error.value.least == least
        return
    plan = find_plan(graph, pricing, limit)
    assert plan.memory.peak <= limit
    assert plan.seconds == pytest.approx(best, rel=1e-9, abs=1e-18)
    assert plan.lower_bound <= best * (1 + 1e-9)


@pytest.mark.parametrize("mesh", MESHES, ids=str)
@pytest.mark.parametrize(
    "text",
    [
        "%r = tosa.tanh %a : (tensor<4x2xf32>) -> tensor<4x2xf32>",
        "%r = tosa.reduce_sum %a {axis = 0 : i32} : (tensor<4x2xf32>) -> tensor<1x2xf32>",
        "%r = tosa.add %a, %a : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>",
    ],
)
def test_every_choice_partitioned(text: str, mesh: Mesh) -> None:
    """All programs that can be written for one op: none is cheaper than the plan."""
    result = text.rsplit("-> ")[-1]
    tensor = Tensor((4, 2))
    program = (
        f"mesh.mesh @mesh(shape = {mesh})\nfunc.func @main(%a: {tensor}) -> {result} {{\n  {text}\n  "
        f"return %r : {result}\n}}\n"
    )
    _, _, extraction = extracted(program, mesh)
    pricing = Pricing(Cluster.default(mesh))
    options = find_options(extraction.graph, pricing)
    plan = find_plan(extraction.graph, pricing)
    choices = islice(all_choices(extraction.graph, options), 0, None, max(1, count(options) // MOST_PARTITIONED))
    cheapest = min(partitioned_seconds(program, mesh, plan, choice) for choice in choices)
    assert plan.seconds <= cheapest * (1 + 1e-9)
