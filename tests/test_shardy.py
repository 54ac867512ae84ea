"""The oracle for sharding rules says what Shardy says, by rules worked out by hand."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from shardy import ShardyError, ShardyOp, ShardyRule, shardy_rules

from model_suite import MODELS

OPS = """
func.func @matmul(%a: tensor<8x64xf32>, %b: tensor<64x32xf32>) -> tensor<8x32xf32> {
  %0 = stablehlo.dot_general %a, %b, contracting_dims = [1] x [0]
      : (tensor<8x64xf32>, tensor<64x32xf32>) -> tensor<8x32xf32>
  return %0 : tensor<8x32xf32>
}
func.func @reshape(%a: tensor<32x4x8xf32>) -> tensor<128x2x4xf32> {
  %0 = stablehlo.reshape %a : (tensor<32x4x8xf32>) -> tensor<128x2x4xf32>
  return %0 : tensor<128x2x4xf32>
}
func.func @reduce(%a: tensor<4x8x16xf32>, %c: tensor<f32>) -> tensor<8xf32> {
  %0 = stablehlo.reduce(%a init: %c) applies stablehlo.add across dimensions = [0, 2]
      : (tensor<4x8x16xf32>, tensor<f32>) -> tensor<8xf32>
  return %0 : tensor<8xf32>
}
func.func @gather(%table: tensor<256x64xf32>, %rows: tensor<8x16x1xi32>) -> tensor<8x16x64xf32> {
  %0 = "stablehlo.gather"(%table, %rows) <{
    dimension_numbers = #stablehlo.gather<
      offset_dims = [2], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>,
    slice_sizes = array<i64: 1, 64>}> : (tensor<256x64xf32>, tensor<8x16x1xi32>) -> tensor<8x16x64xf32>
  return %0 : tensor<8x16x64xf32>
}
func.func @slice(%a: tensor<8x16xf32>) -> tensor<8x4xf32> {
  %0 = stablehlo.slice %a [0:8, 2:6] : (tensor<8x16xf32>) -> tensor<8x4xf32>
  return %0 : tensor<8x4xf32>
}
"""


@cache
def ops() -> list[ShardyOp]:
    return shardy_rules(OPS)


def only_rule(name: str, among: list[ShardyOp]) -> ShardyRule:
    [op] = [op for op in among if op.name == f"stablehlo.{name}"]
    assert op.rule is not None
    return op.rule


def dims(*names: str) -> tuple[tuple[str, ...], ...]:
    """`dims("i", "jk")`: a dim of one factor, and one of two."""
    return tuple(map(tuple, names))


def test_matmul():
    assert only_rule("dot_general", ops()) == ShardyRule(
        operands=(dims("i", "k"), dims("k", "j")),
        results=(dims("i", "j"),),
        sizes={"i": 8, "j": 32, "k": 64},
        reduction=frozenset("k"),
    )


def test_reshape():
    """32 x 4 become 128, and 8 becomes 2 x 4."""
    assert only_rule("reshape", ops()) == ShardyRule(
        operands=(dims("i", "j", "kl"),),
        results=(dims("ij", "k", "l"),),
        sizes={"i": 32, "j": 4, "k": 2, "l": 4},
    )


def test_reduce():
    assert only_rule("reduce", ops()) == ShardyRule(
        operands=(dims("i", "j", "k"), ()),
        results=(dims("j"),),
        sizes={"i": 4, "j": 8, "k": 16},
        reduction=frozenset("ik"),
    )


def test_gather():
    """Each device looks up the rows that it has: the table's rows are reduced over."""
    assert only_rule("gather", ops()) == ShardyRule(
        operands=(dims("l", "k"), dims("i", "j", "m")),
        results=(dims("i", "j", "k"),),
        sizes={"i": 8, "j": 16, "k": 64, "l": 256, "m": 1},
        reduction=frozenset("l"),
        need_replication=frozenset("m"),
    )


def test_slice():
    assert only_rule("slice", ops()).permutation == frozenset("j")


def test_ops_in_order():
    """Ops of regions follow the op that has the region; those without a rule are there too."""
    start = [op.name for op in ops()].index("stablehlo.reduce")
    assert [op.name for op in ops()[start - 1 : start + 4]] == [
        "func.func",
        "stablehlo.reduce",
        "stablehlo.add",
        "stablehlo.return",
        "func.return",
    ]
    assert [op.rule is not None for op in ops()[start - 1 : start + 4]] == [False, True, True, False, False]


def test_all_parts_of_a_rule():
    rule = ShardyRule.parse(
        "#sdy.op_sharding_rule<([iz_1j, zz_12], [])->([], [i]) {i=2, j=40}"
        " reduction={i} need_replication={j, z_12} permutation={z} blocked_propagation={z_1}, custom>"
    )
    assert rule == ShardyRule(
        operands=((("i", "z_1", "j"), ("z", "z_12")), ()),
        results=((), (("i",),)),
        sizes={"i": 2, "j": 40},
        reduction=frozenset({"i"}),
        need_replication=frozenset({"j", "z_12"}),
        permutation=frozenset({"z"}),
        blocked_propagation=frozenset({"z_1"}),
        custom=True,
    )


def test_rules_without_factors():
    assert ShardyRule.parse("#sdy.op_sharding_rule<([], [])->([])>") == ShardyRule(((), ()), ((),))
    assert ShardyRule.parse("#sdy.op_sharding_rule<()->([i]) {i=4}>").operands == ()


@pytest.mark.parametrize(
    "text", ["", "#sdy.op_sharding_rule<([i])->([i]) {i=2}> x", "#sdy.op_sharding_rule<([i]) {i=2}>"]
)
def test_no_rule(text: str):
    with pytest.raises(ValueError, match=r"expected '#sdy\.op_sharding_rule"):
        ShardyRule.parse(f"#sdy.op_sharding_rule{text}")


def test_many_factors():
    ones = "x".join(["2"] * 20)
    types = f"(tensor<1048576xf32>) -> tensor<{ones}xf32>"
    module = f"func.func @main(%a: tensor<1048576xf32>) -> tensor<{ones}xf32> {{\n"
    module += f"%0 = stablehlo.reshape %a : {types}\nreturn %0 : tensor<{ones}xf32>\n}}"
    rule = only_rule("reshape", shardy_rules(module))
    symbols = [*"ijklmnopqrstuvwxyz", "z_1", "z_2"]
    assert rule.operands == ((tuple(symbols),),)
    assert rule.results == (tuple((symbol,) for symbol in symbols),)


def test_a_model():
    found = shardy_rules(MODELS["moe-adam"].build().stablehlo())
    without = Counter(op.name for op in found if op.rule is None and op.name.startswith("stablehlo."))
    assert set(without) == {"stablehlo.constant", "stablehlo.iota", "stablehlo.return"}
    for rule in (op.rule for op in found if op.rule is not None):
        used = {factor for tensor in (*rule.operands, *rule.results) for dim in tensor for factor in dim}
        assert used == set(rule.sizes)
        assert rule.reduction | rule.need_replication | rule.permutation | rule.blocked_propagation <= used


def test_bad_text():
    with pytest.raises(ShardyError, match="expected non-function type"):
        shardy_rules("func.func @main( {")


def test_refused():
    with pytest.raises(ShardyError, match="see current operation"):
        shardy_rules(
            "func.func @main(%a: tensor<?xf32>) -> tensor<?xf32> {\n"
            "  %0 = stablehlo.add %a, %a : tensor<?xf32>\n"
            "  return %0 : tensor<?xf32>\n}"
        )


def test_death_of_the_process():
    with pytest.raises(ShardyError, match="died of signal"):
        shardy_rules(
            "func.func @main(%a: tensor<f32>) -> tensor<4xf32> {\n"
            "  %0 = stablehlo.custom_call @Eigh(%a) : (tensor<f32>) -> tensor<4xf32>\n"
            "  return %0 : tensor<4xf32>\n}"
        )


def test_too_long():
    with pytest.raises(ShardyError, match=r"more than 0\.01 seconds"):
        shardy_rules(OPS, seconds=0.01)
