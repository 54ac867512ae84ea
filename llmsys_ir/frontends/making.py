# It writes what xDSL's own constructors write.
# pyright: reportPrivateUsage=false
"""Ops and blocks made of parts that are known to be right, in a third of the time.

They are what `Operation.create` and `Block.add_ops` of xDSL 0.74 make, which check that no op is in a block yet, that
none is inside of itself, and take back operands and successors that a new op cannot have.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xdsl.dialects.builtin import UnknownLoc
from xdsl.ir import Attribute, Block, Operation, OpResult, SSAValue, Use
from xdsl.ir.core import SSAValues
from xdsl.irdl import IRDLOperation, OptionalDef

_NOWHERE = UnknownLoc()


@dataclass(frozen=True, slots=True)
class OpKind:
    """What ops of a class have in common: the names of their properties, and what an op has if it says nothing."""

    cls: type[Operation]
    property_names: frozenset[str] = frozenset()
    default_properties: tuple[tuple[str, Attribute], ...] = ()
    default_attributes: tuple[tuple[str, Attribute], ...] = ()


def kind_of(cls: type[Operation]) -> OpKind:
    """The kind of the ops of a class."""
    if not issubclass(cls, IRDLOperation):
        return OpKind(cls)
    definition = cls.get_irdl_definition()
    properties, attributes = (
        tuple(
            (name, part.default_value)
            for name, part in parts.items()
            if not isinstance(part, OptionalDef) and part.default_value is not None
        )
        for parts in (definition.properties, definition.attributes)
    )
    return OpKind(cls, frozenset(definition.properties), properties, attributes)


def make_op(
    kind: OpKind,
    operands: Sequence[SSAValue],
    result_types: Sequence[Attribute],
    properties: dict[str, Attribute],
    attributes: dict[str, Attribute],
) -> Operation:
    """An op without regions yet; it keeps the dictionaries."""
    op = object.__new__(kind.cls)
    for name, value in kind.default_properties:
        properties.setdefault(name, value)
    for name, value in kind.default_attributes:
        attributes.setdefault(name, value)
    op.properties = properties
    op.attributes = attributes
    op.location = _NOWHERE
    if operands:
        op._operands = SSAValues(operands)
        op._operand_uses = _uses(op, operands)
    if len(result_types) == 1:
        op.results = SSAValues((OpResult(result_types[0], op, 0),))
    elif result_types:
        op.results = SSAValues([OpResult(type_, op, number) for number, type_ in enumerate(result_types)])
    return op


def _uses(op: Operation, operands: Sequence[SSAValue]) -> tuple[Use, ...]:
    """The uses of its operands by a new op, each the first of its value."""
    uses: list[Use] = []
    for number, operand in enumerate(operands):
        following = operand.first_use
        use = Use(op, number, None, following)
        if following is not None:
            following._prev_use = use
        operand.first_use = use
        uses.append(use)
    return tuple(uses)


def fill_block(block: Block, ops: Iterable[Operation]) -> None:
    """Put new ops into an empty block."""
    last = None
    for op in ops:
        op.parent = block
        if last is None:
            block._first_op = op
        else:
            op._prev_op = last
            last._next_op = op
        last = op
    block._last_op = last
