"""Every strategy of every StableHLO op computes what the whole op computes."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from programs import apply, compare_all, examples, parse, run_on_devices, run_whole
from xdsl.ir import Operation

from llmsys_ir.dialects.mesh import AllGatherOp, CollectiveOp
from llmsys_ir.program.overhead import Overheads
from llmsys_ir.program.signature import signature_of
from llmsys_ir.runtime.kernels import kernel_for
from llmsys_ir.runtime.programs import Program, find_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.sharding.rule import OpRule
from llmsys_ir.sharding.rules.stablehlo import RULES
from llmsys_ir.sharding.strategy import Strategy, strategies
from llmsys_passes.spmd_partition import SpmdPartitionPass
from random_ops.stablehlo_case import Case
from random_ops.stablehlo_cases import CASES
from random_ops.stablehlo_elementwise_cases import ELEMENTWISE

MESHES = (Mesh((2,)), Mesh((4,)), Mesh((2, 2)))

MOST = 24
"""Strategies that are tried of one op on one mesh."""

NOT_DETERMINED = {"stablehlo.rng"}
"""Ops whose results are random, so that there is nothing to compare."""

EXCHANGING = {
    f"stablehlo.{name}" for name in ("concatenate", "convolution", "pad", "reduce_window", "reverse", "slice")
}
"""Ops whose local forms may get elements from other devices; their prices tell of any resharding beside that."""

RUN = [name for name, make in CASES.items() if kernel_for(make(Random(0)).name) is not None]
"""The cases of ops that have a kernel."""


def test_every_op_with_a_rule_has_a_case() -> None:
    assert {make(Random(0)).name for make in CASES.values()} | NOT_DETERMINED == set(RULES)


def only_op(case: Case) -> Operation:
    """The op of a case."""
    (found,) = [op for op in parse(case.function()).walk() if op.name == case.name and op.parent_op() is not None][:1]
    return found


def distinct(found: Sequence[Strategy]) -> list[Strategy]:
    """One strategy for all that lay out operands and results alike."""
    return list({(strategy.operands, strategy.results): strategy for strategy in found}.values())


@pytest.mark.parametrize("name", [name for name in RUN if name not in ELEMENTWISE])
@examples(10)
@given(random=st.randoms(use_true_random=False))
def test_strategies(name: str, random: Random) -> None:
    check_case(CASES[name](random), MESHES, random)


@pytest.mark.parametrize("name", [name for name in RUN if name in ELEMENTWISE])
@examples(3)
@given(random=st.randoms(use_true_random=False))
def test_strategies_of_elementwise_ops(name: str, random: Random) -> None:
    check_case(CASES[name](random), [random.choice(MESHES)], random)


def check_case(case: Case, meshes: Sequence[Mesh], random: Random) -> None:
    """Check the strategies of an op on some meshes."""
    note(case.function())
    rule = default_registry().rule(signature_of(only_op(case)))
    for mesh in meshes:
        every = distinct(strategies(rule, mesh, "all"))
        check_strategies(case, rule, mesh, every if len(every) <= MOST else random.sample(every, MOST))


def check_strategies(case: Case, rule: OpRule, mesh: Mesh, found: Sequence[Strategy]) -> None:
    """Check that devices compute the whole op under each strategy, at the price that a plan says."""
    for number, strategy in enumerate(found):
        note(f"mesh {mesh}, strategy {number}: {', '.join(map(str, strategy.operands))} -> {strategy.results[0]}")
    module = apply(parse(case.under(mesh, found)), SpmdPartitionPass())
    note(str(module))
    if case.name not in EXCHANGING:
        collectives = [op for op in module.walk() if isinstance(op, CollectiveOp)]
        expected_gathers = sum(len(rule.results) for strategy in found if gathers(rule, strategy))
        assert all(isinstance(op, AllGatherOp) for op in collectives), "an operand or result is resharded"
        assert len(collectives) == expected_gathers, "an operand or result is resharded"
    program = find_program(module)
    inputs = case.inputs(0)
    expected = run_whole(parse(case.function()), inputs)
    _, results = run_on_devices(program, inputs * len(found))
    compare_all(results, list(expected) * len(found))
    if not inputs:
        assert all(np.array_equal(result, expected[0]) for result in results)
    check_prices(case, rule, program, found)


def gathers(rule: OpRule, strategy: Strategy) -> bool:
    """Whether a factor is sharded that results lack and that nothing reduces, so that the local form has to."""
    held = {factor for dims in rule.results for dim in dims for factor in dim}
    factors = zip(rule.factors, strategy.factor_axes, strict=True)
    return any(axes and not factor.reductions and number not in held for number, (factor, axes) in enumerate(factors))


def check_prices(case: Case, rule: OpRule, program: Program, found: Sequence[Strategy]) -> None:
    """Check law 2: the devices' program costs what a plan with these strategies would say."""
    op, pricing = only_op(case), program.pricing
    assert pricing is not None
    signature = signature_of(op)
    overhead = Overheads(default_registry()).of(op, signature, rule)
    seconds = sum(pricing.op_seconds(signature, rule, strategy) for strategy in found)
    if overhead is not None:
        seconds += sum(overhead(strategy, pricing).seconds for strategy in found)
    assert program.predicted_seconds() == pytest.approx(seconds, rel=1e-9)
    local = [op for op in program.function.body.block.ops if op.name == case.name]
    if len(local) == len(found):
        flops = [default_registry().rule(signature_of(op)).flops for op in local]
        assert flops == [strategy.local_flops(rule, pricing.mesh) for strategy in found]
