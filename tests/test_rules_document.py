"""The rules in docs/rules.md are read and bound, and their strategies and errors are those that it shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import Document, shell

from llmsys_ir.sharding import language
from llmsys_ir.sharding.language import bind_rule, parse_rule
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.rule import OpRule, RuleError
from llmsys_ir.sharding.signature import OpSignature, TensorSpec
from llmsys_ir.sharding.strategy import Strategy, strategies

RULES = Document.read("rules.md")
EXAMPLES = [text.splitlines() for kind, text in RULES.blocks if kind == "rule"]
ERRORS = [text for kind, text in RULES.blocks if kind == "error"]


def signature_of(shapes: str) -> OpSignature:
    """The signature of an op with shapes such as `2x4, 4 -> 2`; `f32` stands for a scalar."""
    operands, results = ([_spec(shape.strip()) for shape in side.split(",")] for side in shapes.split("->"))
    return OpSignature("example", tuple(operands), tuple(results))


def _spec(shape: str) -> TensorSpec:
    return TensorSpec(() if shape == "f32" else tuple(map(int, shape.split("x"))), "f32")


def shown(rule: OpRule, strategy: Strategy) -> str:
    """A strategy of a mesh with one axis: what gets the axis, and the shardings that follow."""
    factors = [factor.name for factor, axes in zip(rule.factors, strategy.factor_axes, strict=True) if axes]
    groups = [sorted(group) for group, axes in zip(rule.linear, strategy.linear_axes, strict=True) if axes]
    passed = [f"operands {' '.join(map(str, group))}" if len(group) > 1 else f"operand {group[0]}" for group in groups]
    operands, results = (", ".join(map(str, side)) for side in (strategy.operands, strategy.results))
    return f"{', '.join([*factors, *passed]) or 'nothing'}: {operands} -> {results}"


@pytest.mark.parametrize("lines", EXAMPLES, ids=lambda lines: lines[0])
def test_example(lines: list[str]):
    text, shapes, *expected = lines
    rule = bind_rule(parse_rule(text), signature_of(shapes))
    if expected:
        assert [shown(rule, strategy) for strategy in strategies(rule, Mesh((2,)))] == expected


@pytest.mark.parametrize("block", ERRORS)
def test_error(block: str):
    text, shapes, *message = block.splitlines()
    with pytest.raises(RuleError) as caught:
        bind_rule(parse_rule(text), signature_of(shapes))
    assert str(caught.value).splitlines() == message


@pytest.mark.parametrize(("command", "output"), RULES.commands())
def test_command_prints_what_the_document_shows(tmp_path: Path, command: str, output: str):
    RULES.write_files(tmp_path)
    assert shell(command, tmp_path).rstrip() == output.rstrip()


def test_the_grammar_is_the_one_in_use():
    (grammar,) = (text for kind, text in RULES.blocks if kind == "lark")
    assert grammar == Path(language.__file__).with_name("rule.lark").read_text(encoding="utf-8")


def test_the_document_has_examples():
    assert len(EXAMPLES) >= 10 and len(ERRORS) >= 3 and RULES.commands()
