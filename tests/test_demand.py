"""What a user holds of a sharding, and annotations with open dims in plans and partitioned programs."""

from __future__ import annotations

import re

import pytest
from programs import apply, check_same, parse

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects.mesh import ShardOp
from llmsys_ir.program.boundary import argument_shardings, result_shardings
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.sharding.demand import Demand
from llmsys_ir.sharding.sharding import ReductionKind, Sharding
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass


def sharding(*dims: tuple[int, ...]) -> Sharding:
    return Sharding(dims)


HELD = Demand(sharding((0,), ()), frozenset({1}))
"""Dim 0 is split over axis 0, dim 1 is open."""


@pytest.mark.parametrize("other", [sharding((0,), ()), sharding((0,), (1,)), sharding((0,), (1, 2))])
def test_open_dims_take_more_axes(other: Sharding) -> None:
    assert HELD.admits(other)


@pytest.mark.parametrize(
    "other",
    [
        sharding((), ()),
        sharding((1,), ()),
        sharding((0, 1), ()),
        Sharding(((0,), ()), (1,), ReductionKind.SUM),
    ],
)
def test_closed_dims_hold(other: Sharding) -> None:
    assert not HELD.admits(other)


def test_more_axes_go_inside() -> None:
    demand = Demand(sharding((1,)), frozenset({0}))
    assert demand.admits(sharding((1, 0)))
    assert not demand.admits(sharding((0, 1)))


def test_replicated_axes_split_nothing() -> None:
    demand = Demand(sharding((), ()), frozenset({0, 1}), frozenset({2}))
    assert demand.admits(sharding((0,), (1,)))
    assert not demand.admits(sharding((2,), ()))
    assert not demand.says_nothing


def test_what_says_nothing() -> None:
    assert Demand(sharding((), ()), frozenset({0, 1})).says_nothing
    assert not Demand(sharding((), (0,)), frozenset({0, 1})).says_nothing
    assert not Demand(sharding((), ()), frozenset({0})).says_nothing
    assert not Demand(sharding()).says_nothing


def test_the_sharding_itself_comes_first() -> None:
    every = (sharding((1,), ()), sharding((0,), (1,)), sharding((0,), ()))
    assert HELD.admitted(every) == (sharding((0,), ()), sharding((0,), (1,)))
    assert Demand(sharding((0,), ())).admitted(every) == (sharding((0,), ()),)


def program(attributes: str) -> str:
    """Two products; the value between them is annotated."""
    return f"""
mesh.mesh @mesh(shape = 2x4)
func.func @main(%x: tensor<1024x1024xf32>, %w: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {{
  %0 = stablehlo.dot_general %x, %w, contracting_dims = [1] x [0]
      : (tensor<1024x1024xf32>, tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  %1 = mesh.shard %0 to <@mesh, [[], [1]]> {attributes} : tensor<1024x1024xf32>
  return %1 : tensor<1024x1024xf32>
}}
"""


def result_of(text: str, *, plan: bool) -> Sharding:
    """How the result of a partitioned program lies."""
    passes = (AutoShardPass(), SpmdPartitionPass()) if plan else (SpmdPartitionPass(),)
    partitioned = apply(parse(text), *passes)
    check_same(partitioned, parse(text))
    (found,) = result_shardings(find_program(partitioned).function)
    assert found is not None
    return found.to_sharding(2)


def test_a_plan_splits_open_dims() -> None:
    assert result_of(program(""), plan=True).dims == ((), (1,))
    assert result_of(program("{llmsys.open_dims = array<i64: 0>}"), plan=True).dims == ((0,), (1,))


def test_a_plan_keeps_replicated_axes() -> None:
    attributes = "{llmsys.open_dims = array<i64: 0, 1>, llmsys.replicated_axes = array<i64: 0>}"
    assert result_of(program(attributes), plan=True).dims == ((), (1,))


def test_without_a_plan_open_dims_take_the_least_resharding() -> None:
    text = program("{llmsys.open_dims = array<i64: 0>}")
    assert result_of(text, plan=False).dims == ((), (1,))
    split = "%y = mesh.shard %x to <@mesh, [[0]]> annotate_for_users : tensor<1024x1024xf32>"
    annotated = re.sub(r"(  %0 = stablehlo.dot_general) %x", rf"  {split}\n\1 %y", text)
    assert result_of(annotated, plan=False).dims == ((0,), (1,))


def test_an_open_argument_arrives_as_the_plan_says() -> None:
    text = """
mesh.mesh @mesh(shape = 8)
func.func @main(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %0 = mesh.shard %x to <@mesh, [[]]> {llmsys.open_dims = array<i64: 0, 1>} : tensor<1024x1024xf32>
  %1 = stablehlo.tanh %0 : tensor<1024x1024xf32>
  %2 = mesh.shard %1 to <@mesh, [[], [0]]> : tensor<1024x1024xf32>
  return %2 : tensor<1024x1024xf32>
}
"""
    partitioned = apply(parse(text), AutoShardPass(), SpmdPartitionPass())
    (argument,) = argument_shardings(find_program(partitioned).function)
    assert argument is not None
    assert argument.to_sharding(2).dims == ((), (0,))


@pytest.mark.parametrize(
    "attributes",
    [
        "{llmsys.open_dims = array<i64: 2>}",
        "{llmsys.open_dims = 0}",
        "{llmsys.open_dims = array<i64: 0>, llmsys.replicated_axes = array<i64: -1>}",
    ],
)
def test_bad_attributes(attributes: str) -> None:
    with pytest.raises(OperationError, match=r"to list numbers below 2, such as array<i64: 0>, got"):
        apply(parse(program(attributes)), AutoShardPass())


def test_a_value_carried_through_a_loop_of_unknown_length_keeps_its_annotation() -> None:
    text = """
mesh.mesh @mesh(shape = 2x4)
func.func @main(%n: tensor<i32>, %x: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %0:2 = stablehlo.while(%a = %n, %b = %x) : tensor<i32>, tensor<1024x1024xf32>
   cond {
    %c = stablehlo.constant dense<3> : tensor<i32>
    %1 = stablehlo.compare NE, %a, %c, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    stablehlo.return %1 : tensor<i1>
  } do {
    %c = stablehlo.constant dense<1> : tensor<i32>
    %1 = stablehlo.add %a, %c : tensor<i32>
    %2 = mesh.shard %b to <@mesh, [[], [1]]> : tensor<1024x1024xf32>
    %3 = stablehlo.tanh %2 : tensor<1024x1024xf32>
    stablehlo.return %1, %3 : tensor<i32>, tensor<1024x1024xf32>
  }
  return %0#1 : tensor<1024x1024xf32>
}
"""
    planned = apply(parse(text), AutoShardPass())
    loop = next(op for op in planned.walk() if op.name == "stablehlo.while")
    annotations = {str(op.annotation.to_sharding(2)) for op in loop.walk() if isinstance(op, ShardOp)}
    assert "[[], [1]]" in annotations
