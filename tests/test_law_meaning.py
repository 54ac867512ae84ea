"""Law 1: a partitioned program computes what the global program computes.

Every op that has a rule runs on random shapes and meshes under random annotations of its operands and results, and
random programs of several ops run under the plans that auto-shard finds.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from layouts import assert_close
from programs import (
    Annotated,
    annotated,
    annotations_of,
    apply,
    check_same,
    examples,
    make_inputs,
    meshes,
    parse,
    run_whole,
)
from random_programs import RandomProgram, random_programs
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.program.boundary import argument_shardings, result_shardings
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import builtin_rules
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass
from random_ops.core_cases import CASES, named_cases

NOT_RUN = {
    "tensor.from_elements",
    *(f"math.{name}" for name in "clampf erfc isfinite isinf isnan isnormal".split()),
}
"""Ops with a rule, but no tensor to shard, no kernel or no op in xDSL, so that there is nothing to compare."""

FROM_JAX = ("stablehlo.", "chlo.")
"""Dialects whose ops are run in programs that JAX lowers."""


def test_every_op_with_a_rule_has_a_case() -> None:
    names = {name for rules in builtin_rules() for name in rules if not name.startswith(FROM_JAX)}
    assert names - {name.split()[0] for name in CASES} == NOT_RUN


def check_expected(program: Annotated) -> None:
    """Check the global program against NumPy on whole arrays."""
    if program.case.expected is None:
        return
    whole = parse(program.text)
    inputs = make_inputs(find_program(whole).arguments, positive=program.case.positive)
    with np.errstate(all="ignore"):
        expected = program.case.expected(*inputs)
    wanted_results: tuple[Any, ...] = expected if isinstance(expected, tuple) else (expected,)  # pyright: ignore[reportUnknownVariableType]
    for result, wanted in zip(run_whole(whole, inputs), wanted_results, strict=True):
        assert_close(result, np.asarray(wanted).astype(result.dtype), "the global program")


@pytest.mark.parametrize("name", named_cases())
@examples(10)
@given(data=st.data())
def test_annotated_op(name: str, data: st.DataObject) -> None:
    program = data.draw(CASES[name].flatmap(annotated))
    note(program.text)
    check_expected(program)
    partitioned = apply(parse(program.text), SpmdPartitionPass())
    check_boundary(program, partitioned)
    check_same(partitioned, parse(program.text), positive=program.case.positive)


def check_boundary(program: Annotated, partitioned: ModuleOp) -> None:
    """Check that annotated arguments and results cross the boundary as they are annotated."""
    function = find_program(partitioned).function
    arguments = argument_shardings(function)
    for number, sharding in enumerate(program.operands):
        if sharding is not None:
            attribute = arguments[number]
            assert attribute is not None
            assert attribute.to_sharding(sharding.rank) == sharding
    for attribute, sharding in zip(result_shardings(function), program.results, strict=True):
        if sharding is not None:
            assert attribute is not None
            assert attribute.to_sharding(sharding.rank) == sharding


@pytest.mark.parametrize("name", named_cases())
@examples(3)
@given(data=st.data())
def test_annotated_op_through_auto_shard(name: str, data: st.DataObject) -> None:
    program = data.draw(CASES[name].flatmap(lambda case: annotated(case, max_axes=2)))
    note(program.text)
    planned = apply(parse(program.text), AutoShardPass())
    assert annotations_of(parse(program.text)) <= annotations_of(planned)
    partitioned = apply(planned, SpmdPartitionPass())
    check_boundary(program, partitioned)
    check_same(partitioned, parse(program.text), positive=program.case.positive)


@examples(150)
@given(program=random_programs(3, 12), mesh=meshes(), data=st.data())
def test_random_program_through_auto_shard(program: RandomProgram, mesh: Mesh, data: st.DataObject) -> None:
    text = f"mesh.mesh @mesh(shape = {mesh})\n{program.function()}"
    note(text)
    partitioned = apply(parse(text), AutoShardPass(), SpmdPartitionPass())
    check_same(partitioned, parse(text))
