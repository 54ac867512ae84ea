# It looks at the fields that xDSL's constructors set.
# pyright: reportPrivateUsage=false
"""Ops and blocks made quickly are those that xDSL's constructors make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from xdsl.dialects import test
from xdsl.dialects.builtin import IntegerAttr, StringAttr, f32, i32
from xdsl.ir import Attribute, Block, Operation, OpResult, Region, SSAValue
from xdsl.ir.core import SSAValues
from xdsl.irdl import (
    AttrSizedOperandSegments,
    IRDLOperation,
    irdl_op_definition,
    opt_prop_def,
    prop_def,
    result_def,
    var_operand_def,
)

from llmsys_ir.frontends.making import OpKind, fill_block, kind_of, make_op

Build: TypeAlias = Callable[[OpKind, Sequence[SSAValue], Sequence[Attribute], dict[str, Attribute]], Operation]


@irdl_op_definition
class DefaultsOp(IRDLOperation):
    """An op with a property that has a default."""

    name = "test.defaults"
    values = var_operand_def()
    result = result_def()
    mode = prop_def(StringAttr, default_value=StringAttr("usual"))
    note = opt_prop_def(StringAttr)

    irdl_options = (AttrSizedOperandSegments(as_property=True),)


def create(kind: OpKind, operands: Sequence[SSAValue], types: Sequence[Attribute], properties: dict[str, Attribute]):
    return kind.cls.create(operands=operands, result_types=types, properties=properties)


def make(kind: OpKind, operands: Sequence[SSAValue], types: Sequence[Attribute], properties: dict[str, Attribute]):
    op = make_op(kind, operands, {value: value for value in operands}, dict(properties), {})
    op.results = SSAValues([OpResult(type_, op, number) for number, type_ in enumerate(types)])
    return op


def fields(op: Operation) -> dict[str, object]:
    """Every field of an op that is no other op."""
    return {
        "operands": [(type(value).__name__, value.type) for value in op.operands],
        "uses": [(use.operation is op, use.index) for use in op._operand_uses],
        "results": [(value.type, value.index, value.op is op, value.name_hint) for value in op.results],
        "properties": op.properties,
        "attributes": op.attributes,
        "location": op.location,
        "successors": list(op.successors),
        "regions": op.regions,
        "kinds": [type(part) for part in (op._operands, op._operand_uses, op.results, op.regions, op.properties)],
        "neighbours": [None if other is None else other.name for other in (op.prev_op, op.next_op)],
        "is attached": op.parent is not None,
    }


def program(build: Build, is_ours: bool) -> Block:
    """A few ops that use each other's values, once and more often."""
    block = Block(arg_types=[f32])
    plain, defaults = kind_of(test.TestOp), kind_of(DefaultsOp)
    first = build(plain, [block.args[0], block.args[0]], [f32, i32], {})
    second = build(defaults, [first.results[1], first.results[0], first.results[1]], [f32], {"mode": StringAttr("x")})
    third = build(defaults, [], [i32], {"note": StringAttr("n"), "operandSegmentSizes": IntegerAttr(0, i32)})
    last = build(plain, [second.results[0]], [], {})
    ops = [first, second, third, last]
    fill_block(block, ops) if is_ours else block.add_ops(ops)
    return block


def uses(block: Block) -> list[list[tuple[str, int]]]:
    """The uses of every value, in their order."""
    values = [*block.args, *(result for op in block.ops for result in op.results)]
    return [[(use.operation.name, use.index) for use in value.uses] for value in values]


def test_every_field_is_as_xdsl_sets_it() -> None:
    ours, theirs = program(make, True), program(create, False)
    assert [fields(op) for op in ours.ops] == [fields(op) for op in theirs.ops]
    assert uses(ours) == uses(theirs)
    assert ours.first_op is next(iter(ours.ops)) and ours.last_op is list(ours.ops)[-1]


def test_defaults_are_filled_in() -> None:
    op = make_op(kind_of(DefaultsOp), [], {}, {}, {})
    assert op.properties == {"mode": StringAttr("usual")}


def test_what_is_made_can_be_edited() -> None:
    """Links between uses and between ops hold in both directions."""
    block = program(make, True)
    region = Region([block])
    first, second, third, last = block.ops
    third.detach()
    third.erase()
    first.results[1].replace_all_uses_with(first.results[0])
    assert [use.index for use in first.results[0].uses] != [] and not first.results[1].uses
    last.detach()
    last.erase()
    assert block.last_op is second and second.next_op is None
    first.detach()
    with pytest.raises(ValueError, match="still has uses"):
        first.erase()
    assert region.block is block


def test_an_empty_block_stays_empty() -> None:
    block = Block()
    fill_block(block, [])
    assert block.is_empty and block.last_op is None
