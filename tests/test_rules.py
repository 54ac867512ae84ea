"""The rule language, where rules are found, and the strategies that follow from a rule."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import EntryPoint, EntryPoints
from itertools import product
from math import prod
from pathlib import Path

import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from programs import annotated, apply, check_same, examples, meshes, parse
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir import dialects
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.program.signature import signature_of
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.sharding import registry as registry_module
from llmsys_ir.sharding.language import bind_rule, parse_rule
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import NoRuleError, RuleRegistry, builtin_rules, default_registry
from llmsys_ir.sharding.rule import OpRule, RuleError
from llmsys_ir.sharding.sharding import ReductionKind, Sharding
from llmsys_ir.sharding.shardy_rule import SHARDY_RULE, resized
from llmsys_ir.sharding.signature import OpSignature, TensorSpec
from llmsys_ir.sharding.strategy import Strategy, strategies
from llmsys_ir.tools.driver import parse_module
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.spmd_partition import SpmdPartitionPass
from random_ops.core_cases import CASES


def signature(operands: Sequence[tuple[int, ...]], results: Sequence[tuple[int, ...]]) -> OpSignature:
    """An op called test.op on f32 tensors."""
    return OpSignature(
        "test.op", tuple(TensorSpec(s, "f32") for s in operands), tuple(TensorSpec(s, "f32") for s in results)
    )


def bound(text: str, operands: Sequence[tuple[int, ...]], results: Sequence[tuple[int, ...]]) -> OpRule:
    """A rule on f32 tensors."""
    return bind_rule(parse_rule(text), signature(operands, results))


def sizes(rule: OpRule) -> dict[str, int]:
    """The factors' sizes."""
    return {factor.name: factor.size for factor in rule.factors}


def test_matmul() -> None:
    rule = bound("b m k, b k n -> b m n | sum k, multilinear", [(2, 3, 4), (2, 4, 5)], [(2, 3, 5)])
    assert sizes(rule) == {"b": 2, "m": 3, "k": 4, "n": 5}
    assert [factor.reductions for factor in rule.factors if factor.name == "k"] == [(ReductionKind.SUM,)]
    assert rule.linear == (frozenset({0}), frozenset({1}))
    assert rule.flops == 2 * 2 * 3 * 4 * 5


def test_transpose() -> None:
    rule = bound("i j k -> k i j | additive", [(2, 3, 4)], [(4, 2, 3)])
    assert rule.results[0] == tuple(rule.operands[0][dim] for dim in (2, 0, 1))
    assert rule.linear == (frozenset({0}),)


def test_whole_and_lookup() -> None:
    assert [factor.whole for factor in bound("i j -> i j | whole j", [(2, 3)], [(2, 3)]).factors] == [False, True]
    rule = bound("v d, b s -> b s d | lookup v", [(100, 8), (2, 3)], [(2, 3, 8)])
    assert {factor.name for factor in rule.factors if factor.whole} == {"v"}


def test_compounds() -> None:
    rule = bound("(a b) c -> a b c", [(6, 4)], [(2, 3, 4)])
    assert sizes(rule) == {"a": 2, "b": 3, "c": 4}
    assert len(rule.operands[0][0]) == 2
    assert sizes(bound("(a b) -> a b | size a 2", [(6,)], [(2, 3)])) == {"a": 2, "b": 3}
    assert sizes(bound("(a b) -> (a b) | size a 2", [(6,)], [(6,)])) == {"a": 2, "b": 3}


def test_ellipsis_broadcasts_from_the_right() -> None:
    rule = bound("..., ... -> ... | additive", [(2, 3), (3,)], [(2, 3)])
    assert rule.operands[0][1] == rule.operands[1][0] == rule.results[0][1]
    rule = bound("..., ... -> ...", [(2, 3), (1, 3)], [(2, 3)])
    assert rule.operands[1][0] == ()


def test_anonymous_dims_are_whole_and_shared_with_nothing() -> None:
    rule = bound("i *, * -> i * | additive", [(2, 3), (3,)], [(2, 3)])
    assert rule.operands[0][0] == rule.results[0][0]
    others = [rule.operands[0][1], rule.operands[1][0], rule.results[0][1]]
    assert len(set(others)) == 3
    assert all(rule.factors[dim[0]].whole for dim in others)


def test_accumulate_names_the_initial_value() -> None:
    rule = bound("m k, k n, m n -> m n | sum k, accumulate 2", [(2, 3), (3, 4), (2, 4)], [(2, 4)])
    assert rule.accumulators == (2,)
    sharded = [s for s in strategies(rule, Mesh((3,))) if s.results[0].partial]
    assert sharded
    assert all(s.operands[2].partial == s.results[0].partial for s in sharded)


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("b m k", "unexpected end of the rule", 5),
        ("b m k, -> b |", "unexpected end of the rule", 13),
        ("i -> i | sums i", "unexpected 'sums'", 9),
        ("i ! -> i", "unexpected '!'", 2),
        ("(i) -> i", "unexpected ')'", 2),
        ("i -> i | sum k", "unknown factor 'k'", 13),
        ("i -> i | linear 1", "there is no operand 1", 16),
        ("i j -> i", "factor 'j' is missing in a result", 2),
        ("i -> i | size i", "unexpected end of the rule", 15),
    ],
)
def test_errors_point_into_the_rule(text: str, message: str, column: int) -> None:
    with pytest.raises(RuleError) as error:
        parse_rule(text)
    first, *lines = str(error.value).splitlines()
    assert message in first
    assert "in sharding rule" in first
    assert lines == [f"  {text}", f"  {' ' * column}^"]


@pytest.mark.parametrize(
    ("text", "operands", "results", "message"),
    [
        ("i -> i", [(2,), (2,)], [(2,)], "expected 2 operands, got 1"),
        ("i -> i, i", [(2,)], [(2,)], "expected 1 results, got 2"),
        ("i j -> i j", [(2,)], [(2,)], "expected 1 dims for operand 0, got 2"),
        ("i -> i", [(2,)], [(3,)], "expected size"),
        ("(a b) -> (a b)", [(6,)], [(6,)], "add 'size a N' to the rule"),
        ("(a b) -> (a b) | size a 4", [(6,)], [(6,)], "the size of factor 'b' cannot be found"),
    ],
)
def test_errors_of_binding_name_the_op_and_the_rule(
    text: str, operands: list[tuple[int, ...]], results: list[tuple[int, ...]], message: str
) -> None:
    with pytest.raises(RuleError) as error:
        bound(text, operands, results)
    assert message in str(error.value)
    assert f"'{text}'" in str(error.value)
    assert "'test.op'" in str(error.value)


def foreign(rule: str | None = "b m k, b k n -> b m n | sum k, multilinear") -> str:
    """A product by an op that nobody registered."""
    attribute = "" if rule is None else f' {{llmsys.rule = "{rule}"}}'
    return (
        "mesh.mesh @mesh(shape = 2x2)\n"
        "func.func @main(%a: tensor<4x8x16xf32>, %b: tensor<4x16x32xf32>) -> tensor<4x8x32xf32> {\n"
        "  %0 = mesh.shard %a to <@mesh, [[0], [], [1]]> annotate_for_users : tensor<4x8x16xf32>\n"
        f'  %1 = "my.matmul"(%0, %b){attribute} : (tensor<4x8x16xf32>, tensor<4x16x32xf32>) -> tensor<4x8x32xf32>\n'
        "  return %1 : tensor<4x8x32xf32>\n}\n"
    )


def parse_foreign(text: str) -> ModuleOp:
    """A module with ops of other compilers."""
    return parse_module(dialects.context(allow_unregistered=True), text, "test.mlir")


def test_foreign_op_with_a_rule_partitions() -> None:
    module = parse_foreign(foreign())
    apply(module, SpmdPartitionPass())
    text = str(module)
    assert "tensor<2x8x8xf32>, tensor<2x8x32xf32>) -> tensor<2x8x32xf32>" in text
    assert "mesh.all_reduce" in text


def test_foreign_op_with_a_rule_plans() -> None:
    module = parse_foreign(foreign())
    apply(module, AutoShardPass(), SpmdPartitionPass())
    assert find_program(module).predicted_seconds()


def test_foreign_op_without_a_rule_is_an_error_that_says_what_to_do() -> None:
    for module_pass in (AutoShardPass(), SpmdPartitionPass()):
        with pytest.raises(OperationError, match=r"op has no sharding rule; give it one with the attribute"):
            apply(parse_foreign(foreign(None)), module_pass)


def test_foreign_op_with_a_wrong_rule_is_an_error() -> None:
    for rule, message in (("b m k -> b m", "'k' is missing"), ("i, j -> i j", "expected 3 dims for operand 0, got 1")):
        with pytest.raises(OperationError, match=message):
            apply(parse_foreign(foreign(rule)), SpmdPartitionPass())


def test_an_attribute_beats_a_rule_by_name() -> None:
    registry = RuleRegistry({"test.op": "i -> i"})
    spec = (TensorSpec((4,), "f32"),)
    own = OpSignature("test.op", spec, spec, {"llmsys.rule": "j -> j | whole j"})
    assert registry.rule(own).factors[0].whole
    assert not registry.rule(OpSignature("test.op", spec, spec)).factors[0].whole


def test_later_rules_win() -> None:
    registry = RuleRegistry({"test.op": "i -> i"}, {"test.op": "i -> i | whole i"})
    assert registry.rule(signature([(4,)], [(4,)])).factors[0].whole


def test_no_rule() -> None:
    registry = RuleRegistry()
    assert not registry.has_rule(signature([(4,)], [(4,)]))
    with pytest.raises(NoRuleError, match=r"llmsys_ir\.rules"):
        registry.rule(signature([(4,)], [(4,)]))


def in_words_of_shardy(
    rule: str, operands: Sequence[tuple[int, ...]], results: Sequence[tuple[int, ...]]
) -> tuple[OpRule, set[int]]:
    """The rule of a custom call, and the factors of it that may be split."""
    attributes = {SHARDY_RULE: f"#sdy.op_sharding_rule<{rule}>"}
    given, wanted = (tuple(TensorSpec(shape, "f32") for shape in side) for side in (operands, results))
    found = RuleRegistry().rule(OpSignature("stablehlo.custom_call", given, wanted, attributes))
    return found, {number for number, factor in enumerate(found.factors) if not factor.whole}


def test_a_rule_in_shardys_words() -> None:
    """A Cholesky factorization as JAX writes it: its sizes are those of the op, and a square matrix stays square."""
    text = "([i, j, k])->([i, l, m], [i]) {i=64, j=4, k=4, l=4, m=4}, custom"
    rule, split = in_words_of_shardy(text, [(8, 4, 4)], [(8, 4, 4), (8,)])
    batch, matrix = ((number,) for number in range(2))
    assert rule.operands == ((batch, matrix, matrix),) and rule.results == ((batch, matrix, matrix), (batch,))
    assert split == {0} and rule.flops == 8 * 4**3


@pytest.mark.parametrize(
    ("text", "operands", "results"),
    [
        ("([i])->([j], [i]) {i=6, j=3}", [(6,)], [(3,), (6,)]),
        ("([i])->() {i=6}", [(6,)], []),
        ("([j])->([i]) {i=6, j=6}", [(6,)], [(6,)]),
        ("([i], [i])->([i]) {i=6} need_replication={i}", [(6,), (6,)], [(6,)]),
        ("([ij])->([i, j]) {i=2, j=3}", [(6,)], [(2, 3)]),
        ("([i, i])->([i]) {i=6}", [(6, 6)], [(6,)]),
    ],
)
def test_what_shardy_does_not_promise_is_whole(
    text: str, operands: list[tuple[int, ...]], results: list[tuple[int, ...]]
) -> None:
    assert not in_words_of_shardy(text, operands, results)[1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[i]->[i]", r"expected sdy\.sharding_rule such as"),
        ("([i])->([i]) {i=6}", "as many dims as operands and results"),
        ("([i, j])->([i, i_1]) {i=6}", "dims of 'i' in sdy.sharding_rule must have one size, got 4 != 5"),
    ],
)
def test_wrong_rules_in_shardys_words(text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        in_words_of_shardy(text, [(4, 3)], [(5, 3)])


def test_a_rule_in_shardys_words_gets_other_sizes() -> None:
    text = "([i, j], [k_1l])->([i, m]) {i=64, j=4, k_1=2, l=3, m=4}, custom"
    assert resized(text, [(8, 2), (6,), (8, 4)]) == "([i, j], [k_1l])->([i, m]) {i=8, j=2, k_1=2, l=3, m=4}, custom"


@pytest.fixture
def fresh_registry() -> object:
    """The default registry is made anew in the test, and again after it."""
    default_registry.cache_clear()
    yield
    default_registry.cache_clear()


@pytest.mark.usefixtures("fresh_registry")
def test_entry_points_bring_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package: a module and its dist-info."""
    (tmp_path / "their_compiler.py").write_text('RULES = {"my.matmul": "b m k, b k n -> b m n | sum k"}\n')
    info = tmp_path / "their_compiler-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: their-compiler\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[llmsys_ir.rules]\ntheirs = their_compiler:RULES\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    module = parse_foreign(foreign(None))
    apply(module, SpmdPartitionPass())
    assert "mesh.all_reduce" in str(module)


@pytest.mark.usefixtures("fresh_registry")
def test_entry_points_beat_the_built_in_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("theirs", "their_rules:RULES", "llmsys_ir.rules")

    def load(_: EntryPoint) -> dict[str, str]:
        return {"tosa.tanh": "i -> i | whole i"}

    def found(group: str) -> EntryPoints:
        return EntryPoints([entry]).select(group=group)

    monkeypatch.setattr(EntryPoint, "load", load)
    monkeypatch.setattr(registry_module, "entry_points", found)
    spec = (TensorSpec((4,), "f32"),)
    assert default_registry().rule(OpSignature("tosa.tanh", spec, spec)).factors[0].whole


_TEXT_OF_NAMED = {
    "linalg.matmul": "m k, k n, m n -> m n | sum k, linear 0 2, linear 1 2, accumulate 2",
    "linalg.batch_matmul": "b m k, b k n, b m n -> b m n | sum k, linear 0 2, linear 1 2, accumulate 2",
    "linalg.matvec": "m n, n, m -> m | sum n, linear 0 2, linear 1 2, accumulate 2",
    "linalg.vecmat": "m, m n, n -> n | sum m, linear 0 2, linear 1 2, accumulate 2",
    "linalg.batch_reduce_matmul": "b m k, b k n, m n -> m n | sum b k, linear 0 2, linear 1 2, accumulate 2",
    "linalg.add": "..., ..., ... -> ... | linear 0 1",
    "linalg.mul": "..., ..., ... -> ... | linear 0, linear 1",
    "linalg.exp": "..., ... -> ...",
}
"""What a rule of a named op would be if it were written down."""


def _strategy_key(strategy: Strategy) -> tuple[tuple[Sharding, ...], tuple[Sharding, ...]]:
    return strategy.operands, strategy.results


@pytest.mark.parametrize("name", sorted(_TEXT_OF_NAMED))
@examples(10)
@given(data=st.data())
def test_rules_of_named_ops_agree_with_their_text(name: str, data: st.DataObject) -> None:
    """The rule that follows from maps and body allows the same shardings as the one written by hand."""
    program = data.draw(CASES[name].flatmap(annotated))
    module = parse(program.text)
    op = next(op for op in module.walk() if op.name == name)
    found = default_registry().rule(signature_of(op))
    written = bind_rule(parse_rule(_TEXT_OF_NAMED[name]), signature_of(op))
    mesh = Mesh((2, 2))
    assert set(map(_strategy_key, strategies(found, mesh))) == set(map(_strategy_key, strategies(written, mesh)))
    assert found.flops == written.flops


def wanted_strategies(rule: OpRule, mesh: Mesh) -> int:
    """How many ways there are to give each mesh axis a factor, a linear set or nothing, by trying all of them.

    Only for rules without compounds and with at most one factor per dim.
    """
    in_some_tensor_twice = {
        dim[0] for dims in (*rule.operands, *rule.results) for dim in dims if dim and list(dims).count(dim) > 1
    }
    free = [n for n, factor in enumerate(rule.factors) if not factor.whole and n not in in_some_tensor_twice]
    slots = [None, *free, *(-1 - group for group in range(len(rule.linear)))]
    count = 0
    for given_axes in product(slots, repeat=mesh.rank):
        divides = all(
            rule.factors[n].size % prod(mesh.shape[axis] for axis, slot in enumerate(given_axes) if slot == n) == 0
            for n in free
        )
        kinds = {
            kind
            for slot in given_axes
            if slot is not None
            for kind in ([ReductionKind.SUM] if slot < 0 else rule.factors[slot].reductions)
            if kind is not None
        }
        count += divides and len(kinds) <= 1
    return count


@pytest.mark.parametrize(
    ("text", "operands", "results"),
    [
        ("b m k, b k n -> b m n | sum k, multilinear", [(2, 4, 6), (2, 6, 3)], [(2, 4, 3)]),
        ("i j -> i j | additive", [(4, 6)], [(4, 6)]),
        ("i j -> i | max j", [(4, 6)], [(4,)]),
        ("i j -> i | sum j, linear 0", [(4, 6)], [(4,)]),
        ("i j -> i | product j, linear 0", [(4, 6)], [(4,)]),
        ("i j -> i j | whole j", [(4, 6)], [(4, 6)]),
        ("i i -> i", [(4, 4)], [(4,)]),
        (" -> i j", [], [(4, 6)]),
    ],
)
@examples(10)
@given(data=st.data())
def test_strategies_are_all_there(
    text: str, operands: list[tuple[int, ...]], results: list[tuple[int, ...]], data: st.DataObject
) -> None:
    mesh = data.draw(meshes())
    note(str(mesh))
    rule = bound(text, operands, results)
    found = strategies(rule, mesh)
    assert len(found) == len(set(found)) == wanted_strategies(rule, mesh)
    for strategy in found:
        tensors = zip((*operands, *results), (*strategy.operands, *strategy.results), strict=True)
        for shape, sharding in tensors:
            sharding.check(shape, mesh)


def test_first_strategy_replicates() -> None:
    rule = bound("i j -> i j | additive", [(4, 6)], [(4, 6)])
    first = strategies(rule, Mesh((2, 3)))[0]
    assert all(sharding.is_replicated for sharding in (*first.operands, *first.results))


def test_a_minor_factor_is_split_only_below_a_split_up_major_one() -> None:
    rule = bound("(a b) -> a b", [(6,)], [(2, 3)])
    layouts = {strategy.results[0].dims for strategy in strategies(rule, Mesh((2, 3)))}
    assert layouts == {((), ()), ((0,), ()), ((0,), (1,))}


def test_orders() -> None:
    rule = bound("i -> i", [(12,)], [(12,)])
    mesh = Mesh((2, 3))
    ascending = {strategy.results[0].dims for strategy in strategies(rule, mesh)}
    every = {strategy.results[0].dims for strategy in strategies(rule, mesh, "all")}
    assert every - ascending == {((1, 0),)}


def test_rules_come_for_every_builtin_dialect() -> None:
    assert {name.split(".")[0] for rules in builtin_rules() for name in rules} >= {"arith", "linalg", "math", "tensor"}


def test_a_reduction_of_running_values_is_not_split() -> None:
    """The second result is a maximum of running sums: no reduction that devices could share."""
    text = (
        "mesh.mesh @mesh(shape = 2)\nfunc.func @main(%a: tensor<4x8xf32>, %s: tensor<4xf32>) -> tensor<4xf32> {\n"
        "  %0 = mesh.shard %a to <@mesh, [[], [0]]> annotate_for_users : tensor<4x8xf32>\n"
        "  %1:2 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>, "
        'affine_map<(i, j) -> (i)>], iterator_types = ["parallel", "reduction"]} ins(%0 : tensor<4x8xf32>) '
        "outs(%s, %s : tensor<4xf32>, tensor<4xf32>) {\n  ^bb0(%x: f32, %sum: f32, %most: f32):\n"
        "    %2 = arith.addf %sum, %x : f32\n    %3 = arith.maximumf %most, %2 : f32\n"
        "    linalg.yield %2, %3 : f32, f32\n  } -> (tensor<4xf32>, tensor<4xf32>)\n  return %1#1 : tensor<4xf32>\n}\n"
    )
    op = next(op for op in parse(text).walk() if op.name == "linalg.generic")
    assert default_registry().rule(signature_of(op)).factors[1].whole
    check_same(apply(parse(text), SpmdPartitionPass()), parse(text))
