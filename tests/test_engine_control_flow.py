"""Regions of whole tensors in the NumPy engine: what they compute, send and hold.

The bodies are in arith and linalg: it is the engine that is tested, not the kernels.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from llmsys_ir import dialects
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.runtime.programs import Outcome, find_program, run_program
from llmsys_ir.tools.driver import parse_module

LOOP = """
  %zero = arith.constant dense<0> : tensor<i32>
  %one = arith.constant dense<1> : tensor<i32>
  %0:2 = "stablehlo.while"(%zero, %x) ({{
  ^bb0(%i: tensor<i32>, %v: tensor<4xf32>):
    %go = arith.cmpi slt, %i, %n : tensor<i32>
    "stablehlo.return"(%go) : (tensor<i1>) -> ()
  }}, {{
  ^bb0(%i: tensor<i32>, %v: tensor<4xf32>):
    %next = arith.addi %i, %one : tensor<i32>
    {body}
    "stablehlo.return"(%next, %w) : (tensor<i32>, tensor<4xf32>) -> ()
  }}) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>)
  return %0#1 : tensor<4xf32>
"""
DOUBLED = "%w = arith.addf %v, %v : tensor<4xf32>"
X = np.arange(4, dtype=np.float32)


def outcome(text: str, *inputs: Any) -> Outcome:
    module = parse_module(dialects.context(allow_unregistered=True), text, "test.mlir")
    return run_program(find_program(module), inputs)


def whole(body: str) -> str:
    return f"func.func @main(%x: tensor<4xf32>, %n: tensor<i32>) -> tensor<4xf32> {{{LOOP.format(body=body)}}}"


def sharded(body: str, trips: str = "") -> str:
    """On four devices; each runs its own number of turns if `trips` defines `%n`."""
    boundary = "{mesh.sharding = #mesh.shard<@m, [[0]]>}"
    name = "%unused" if trips else "%n"
    return f"""mesh.mesh @m(shape = 4)
      func.func @main(%x: tensor<4xf32> {boundary}, {name}: tensor<i32> {{mesh.sharding = #mesh.shard<@m, [[]]>}})
        -> (tensor<4xf32> {boundary}) {{{trips}{LOOP.format(body=body)}}}"""


OWN_TRIPS = """
  %p = mesh.process_linear_index on @m : index
  %q = arith.index_cast %p : index to i32
  %n = tensor.from_elements %q : tensor<i32>
"""


@pytest.mark.parametrize("turns", [0, 1, 5])
def test_a_loop(turns: int) -> None:
    finished = outcome(whole(DOUBLED), X, np.int32(turns))
    np.testing.assert_array_equal(finished.results[0], X * 2**turns)


def test_what_a_loop_holds() -> None:
    """Arguments 20, constants 8, carried values 20, 4 of them in the place of `%zero`; then the next 4 and 16."""
    for turns in (1, 9):
        assert outcome(whole(DOUBLED), X, np.int32(turns)).peak_bytes == 20 + 8 + 16 + 20
    squared = """%s = arith.mulf %v, %v : tensor<4xf32>
      %w = arith.addf %s, %v : tensor<4xf32>"""
    assert outcome(whole(squared), X, np.int32(3)).peak_bytes == 20 + 8 + 16 + 36


@pytest.mark.parametrize("taken", [True, False])
def test_what_branches_hold(taken: bool) -> None:
    """Arguments 17; of what a branch gives only the results that are read stay, and take its place."""
    text = """func.func @main(%c: tensor<i1>, %x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
      %0:3 = "stablehlo.if"(%c) ({
        %a = arith.addf %x, %x : tensor<4xf32>
        %b = arith.mulf %a, %x : tensor<4xf32>
        "stablehlo.return"(%b, %x, %x) : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> ()
      }, {
        "stablehlo.return"(%x, %x, %x) : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> ()
      }) : (tensor<i1>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>)
      return %0#0, %0#2 : tensor<4xf32>, tensor<4xf32>
    }"""
    finished = outcome(text, np.bool_(taken), X)
    assert finished.peak_bytes == 17 + 2 * 16
    np.testing.assert_array_equal(finished.results[0], 2 * X * X if taken else X)
    unread = text.replace(
        "return %0#0, %0#2 : tensor<4xf32>, tensor<4xf32>", "return %c, %x : tensor<i1>, tensor<4xf32>"
    )
    unread = unread.replace("-> (tensor<4xf32>, tensor<4xf32>) {", "-> (tensor<i1>, tensor<4xf32>) {")
    assert outcome(unread, np.bool_(taken), X).peak_bytes == 17 + (2 * 16 if taken else 0)


def test_a_region_of_scalars_in_a_region_of_tensors() -> None:
    """The inner one reads a scalar of the outer one."""
    body = """%two = arith.constant 2.0 : f32
      %w = linalg.map ins(%v : tensor<4xf32>) outs(%v : tensor<4xf32>) (%e: f32) {
        %d = arith.mulf %e, %two : f32
        linalg.yield %d : f32
      }"""
    finished = outcome(whole(body.replace("(%e: f32)", "(%e: f32, %o: f32)")), X, np.int32(3))
    np.testing.assert_array_equal(finished.results[0], 8 * X)


STACK = """func.func @main(%x: tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>) {
  %zero = arith.constant dense<0> : tensor<i32>
  %one = arith.constant dense<1> : tensor<i32>
  %two = arith.constant dense<2> : tensor<i32>
  %0:2 = "stablehlo.while"(%zero, %x) ({
  ^bb0(%i: tensor<i32>, %a: tensor<2x3xf32>):
    %go = arith.cmpi slt, %i, %two : tensor<i32>
    "stablehlo.return"(%go) : (tensor<i1>) -> ()
  }, {
  ^bb0(%i: tensor<i32>, %a: tensor<2x3xf32>):
    %1:2 = "stablehlo.while"(%zero, %a) ({
    ^bb0(%j: tensor<i32>, %b: tensor<2x3xf32>):
      %go = arith.cmpi slt, %j, %two : tensor<i32>
      "stablehlo.return"(%go) : (tensor<i1>) -> ()
    }, {
    ^bb0(%j: tensor<i32>, %b: tensor<2x3xf32>):
      %n = arith.addi %j, %i : tensor<i32>
      %f = arith.sitofp %n : tensor<i32> to tensor<f32>
      %u = tensor.reshape %f(%shape) : (tensor<f32>, tensor<2xindex>) -> tensor<1x1xf32>
      %c = "stablehlo.dynamic_update_slice"(%b, %u, %j, %n)
        : (tensor<2x3xf32>, tensor<1x1xf32>, tensor<i32>, tensor<i32>) -> tensor<2x3xf32>
      %next = arith.addi %j, %one : tensor<i32>
      "stablehlo.return"(%next, %c) : (tensor<i32>, tensor<2x3xf32>) -> ()
    }) : (tensor<i32>, tensor<2x3xf32>) -> (tensor<i32>, tensor<2x3xf32>)
    %next = arith.addi %i, %one : tensor<i32>
    "stablehlo.return"(%next, %1#1) : (tensor<i32>, tensor<2x3xf32>) -> ()
  }) : (tensor<i32>, tensor<2x3xf32>) -> (tensor<i32>, tensor<2x3xf32>)
  return %x, %0#1 : tensor<2x3xf32>, tensor<2x3xf32>
}"""


def test_loops_stack_results_in_place_and_touch_nothing_else() -> None:
    text = STACK.replace("%zero =", "%shape = arith.constant dense<1> : tensor<2xindex>\n  %zero =", 1)
    x = np.full((2, 3), 7, np.float32)
    before, stacked = outcome(text, x).results
    np.testing.assert_array_equal(before, np.full((2, 3), 7))
    wanted = np.full((2, 3), 7, np.float32)
    for i in range(2):
        for j in range(2):
            wanted[j, i + j] = i + j
    np.testing.assert_array_equal(stacked, wanted)


def test_what_devices_keep_is_not_overwritten() -> None:
    """Each device fills as many places as its number says, and one; all fill the first together."""
    body = """%f = arith.constant dense<9.0> : tensor<1xf32>
    %w = "stablehlo.dynamic_update_slice"(%v, %f, %i) : (tensor<4xf32>, tensor<1xf32>, tensor<i32>) -> tensor<4xf32>"""
    trips = (
        OWN_TRIPS.replace("%n = tensor.from_elements %q : tensor<i32>", "%r = arith.constant 1 : i32")
        + """
      %s = arith.addi %q, %r : i32
      %n = tensor.from_elements %s : tensor<i32>"""
    )
    finished = outcome(sharded(body, trips), np.zeros(16, np.float32), np.int32(0))
    np.testing.assert_array_equal(finished.results[0].reshape(4, 4), 9 * np.tri(4, 4))


def test_each_turn_sends() -> None:
    """Three turns on four devices, each the sum of all."""
    body = "%w = mesh.all_reduce %v on @m mesh_axes = [0] : tensor<4xf32> -> tensor<4xf32>"
    inputs = np.arange(16, dtype=np.float32)
    finished = outcome(sharded(body), inputs, np.int32(3))
    total = inputs.reshape(4, 4).sum(axis=0)
    np.testing.assert_array_equal(finished.results[0], np.tile(16 * total, 4))
    assert finished.collectives["all_reduce"].count == 3


def test_devices_may_turn_at_different_times_but_not_where_they_communicate() -> None:
    inputs = np.arange(16, dtype=np.float32)
    finished = outcome(sharded(DOUBLED, OWN_TRIPS), inputs, np.int32(0))
    np.testing.assert_array_equal(finished.results[0], inputs * np.repeat([1, 2, 4, 8], 4))
    body = "%w = mesh.all_reduce %v on @m mesh_axes = [0] : tensor<4xf32> -> tensor<4xf32>"
    with pytest.raises(OperationError, match=r"'stablehlo\.while' op cannot be run: devices disagree on its predicate"):
        outcome(sharded(body, OWN_TRIPS), inputs, np.int32(0))


def test_branches_read_what_is_around_them() -> None:
    text = """func.func @main(%x: tensor<4xf32>, %p: tensor<i1>) -> tensor<4xf32> {
      %0 = "stablehlo.if"(%p) ({
        %1 = arith.addf %x, %x : tensor<4xf32>
        "stablehlo.return"(%1) : (tensor<4xf32>) -> ()
      }, {
        "stablehlo.return"(%x) : (tensor<4xf32>) -> ()
      }) : (tensor<i1>) -> tensor<4xf32>
      %2 = arith.addf %0, %x : tensor<4xf32>
      return %2 : tensor<4xf32>
    }"""
    for predicate in (True, False):
        np.testing.assert_array_equal(outcome(text, X, np.bool_(predicate)).results[0], X * (3 if predicate else 2))


def test_an_op_without_a_kernel_is_named_where_it_stands() -> None:
    with pytest.raises(OperationError, match=r"'unknown\.op' op cannot be run: there is no kernel for 'unknown\.op'"):
        outcome(whole('%w = "unknown.op"(%v) : (tensor<4xf32>) -> tensor<4xf32>'), X, np.int32(1))
