# It writes what xDSL's own constructors write.
# pyright: reportPrivateUsage=false
"""Ops and blocks made of parts that are known to be right, in a third of the time.

They are what `Operation.create` and `Block.add_ops` of xDSL 0.74 make, which check that no op is in a block yet, that
none is inside of itself, and take back operands and successors that a new op cannot have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from xdsl.dialects.builtin import UnknownLoc
from xdsl.ir import Attribute, Block, Operation, SSAValue, Use
from xdsl.ir.core import SSAValues
from xdsl.irdl import IRDLOperation, OptionalDef

K = TypeVar("K")

_NOWHERE = UnknownLoc()


@dataclass(frozen=True, slots=True)
class OpKind:
    """What ops of a class have in common: the names of their properties, what an op has if it says nothing, regions."""

    cls: type[Operation]
    property_names: frozenset[str] = frozenset()
    default_properties: tuple[tuple[str, Attribute], ...] = ()
    default_attributes: tuple[tuple[str, Attribute], ...] = ()
    has_regions: bool = True


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
    return OpKind(cls, frozenset(definition.properties), properties, attributes, bool(definition.regions))


def make_op(
    kind: OpKind,
    operands: Iterable[K],
    values: Mapping[K, SSAValue],
    properties: dict[str, Attribute],
    attributes: dict[str, Attribute],
) -> Operation:
    """An op without results and regions yet; it keeps the dictionaries. `values` says what stands for its operands."""
    op = object.__new__(kind.cls)
    for name, value in kind.default_properties:
        properties.setdefault(name, value)
    for name, value in kind.default_attributes:
        attributes.setdefault(name, value)
    op.properties = properties
    op.attributes = attributes
    op.location = _NOWHERE
    used: list[SSAValue] = []
    uses: list[Use] = []
    for number, operand in enumerate(operands):
        value = values[operand]
        following = value.first_use
        value.first_use = use = Use(op, number, None, following)
        if following is not None:
            following._prev_use = use
        used.append(value)
        uses.append(use)
    if used:
        op._operands = SSAValues(used)
        op._operand_uses = tuple(uses)
    return op


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
