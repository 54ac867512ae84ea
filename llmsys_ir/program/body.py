"""What the scalar body of a structured op says about sharding it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain, combinations

from xdsl.dialects.builtin import IntegerAttr, i1
from xdsl.ir import Block, BlockArgument, Operation, SSAValue

_COMBINERS = {
    "arith.addf": "sum",
    "arith.addi": "sum",
    "arith.mulf": "product",
    "arith.muli": "product",
    "arith.maximumf": "max",
    "arith.maxsi": "max",
    "arith.maxnumf": "maxnum",
    "arith.minimumf": "min",
    "arith.minsi": "min",
    "arith.minnumf": "minnum",
    "arith.andi": "and",
    "arith.ori": "or",
    "arith.xori": "xor",
}
_BOOLEAN_COMBINERS = {"sum": "xor", "product": "and", "and": "and", "or": "or", "xor": "xor"}
"""What arithmetic on `i1` comes down to. Unsigned and boolean maxima have no collective of their own."""
_SUMS = {"arith.addf", "arith.addi", "arith.subf", "arith.subi"}
_PRODUCTS = {"arith.mulf", "arith.muli"}
_HOMOGENEOUS = {"arith.negf", "arith.extf", "arith.truncf"}
_MAX_ARGUMENTS = 6
"""Linear sets are looked for among all sets of arguments of bodies with at most this many."""


@dataclass(frozen=True)
class BodyFacts:
    """Facts about a body with one argument per input and then one per init.

    `combiners[r]` is how result `r` is reduced, None if the body does not end in a known combiner of its init;
    `linear` lists the sets of arguments in which the yielded values are linear together, the others fixed;
    `indexed` the loops whose index is read; `is_contraction` says that it is `init + a * b`.
    """

    combiners: tuple[str | None, ...]
    linear: tuple[tuple[int, ...], ...]
    indexed: tuple[int, ...]
    is_contraction: bool


def body_facts(body: Block, operands: int, results: int) -> BodyFacts:
    """The facts about the body of a structured op with this many operands and results."""
    terminator = body.last_op
    yielded = tuple(terminator.operands) if terminator is not None else ()
    inits = body.args[operands - results :]
    running = _depending_on(body, inits)
    combiners: tuple[str | None, ...] = (
        tuple(_combiner(*pair, running) for pair in zip(yielded, inits, strict=True)) if inits else (None,) * results
    )
    indexed = {
        attribute.value.data
        for op in body.ops
        if op.name == "linalg.index" and isinstance(attribute := op.properties["dim"], IntegerAttr)
    }
    is_contraction = len(yielded) == 1 and combiners == ("sum",) and _is_product(body, yielded[0])
    return BodyFacts(combiners, _linear_sets(body, yielded), tuple(sorted(indexed)), is_contraction)


def update_combiner(body: Block) -> str | None:
    """How the body of a scatter combines an update, its first argument, with what is there, its second.

    `replace` if it takes the update; None if it does anything else than one known op.
    """
    update, before = body.args
    end = body.last_op
    if end is None or len(end.operands) != 1:
        return None
    if end.operands[0] is update:
        return "replace"
    op = end.operands[0].owner
    if not isinstance(op, Operation) or {*op.operands} != {update, before}:
        return None
    return _combiner(end.operands[0], before, {before})


def _depending_on(body: Block, arguments: Sequence[SSAValue]) -> set[SSAValue]:
    found = set(arguments)
    for op in body.ops:
        if any(not found.isdisjoint(inner.operands) for inner in op.walk()):
            found.update(op.results)
    return found


def _combiner(value: SSAValue, init: BlockArgument, running: set[SSAValue]) -> str | None:
    """How `value` combines `init` with something that depends on none of the `running` results."""
    op = value.owner
    if not isinstance(op, Operation) or len(op.operands) != 2 or init.uses.get_length() != 1:
        return None
    if sum(operand in running for operand in op.operands) != 1:
        return None
    combiner = _COMBINERS.get(op.name) if init in op.operands else None
    return _BOOLEAN_COMBINERS.get(combiner or "") if init.type == i1 else combiner


def _is_product(body: Block, total: SSAValue) -> bool:
    """Whether what is added to the init in `total` is the product of the two inputs."""
    add = total.owner
    if len(body.args) != 3 or not isinstance(add, Operation):
        return False
    product = next((operand.owner for operand in add.operands if operand is not body.args[2]), None)
    if not isinstance(product, Operation) or product.name not in _PRODUCTS:
        return False
    return {_through_casts(operand) for operand in product.operands} == {body.args[0], body.args[1]}


def _through_casts(value: SSAValue) -> SSAValue:
    while isinstance(value.owner, Operation) and value.owner.name in ("arith.extf", "arith.extsi", "arith.sitofp"):
        value = value.owner.operands[0]
    return value


class _Kind(Enum):
    FIXED = 0
    LINEAR = 1
    OTHER = 2


def _linear_sets(body: Block, yielded: Sequence[SSAValue]) -> tuple[tuple[int, ...], ...]:
    used = [arg.index for arg in body.args if arg.first_use is not None]
    if not yielded or len(used) > _MAX_ARGUMENTS:
        return ()
    candidates = chain.from_iterable(combinations(used, size) for size in range(1, len(used) + 1))
    return tuple(candidate for candidate in candidates if _is_linear(body, yielded, frozenset(candidate)))


def _is_linear(body: Block, yielded: Sequence[SSAValue], arguments: frozenset[int]) -> bool:
    kinds: dict[SSAValue, _Kind] = {arg: _Kind.LINEAR if arg.index in arguments else _Kind.FIXED for arg in body.args}
    for op in body.ops:
        kind = _kind(op, kinds)
        for result in op.results:
            kinds[result] = kind
    return all(kinds.get(value, _Kind.FIXED) is _Kind.LINEAR for value in yielded)


def _kind(op: Operation, kinds: Mapping[SSAValue, _Kind]) -> _Kind:
    operands = [kinds.get(operand, _Kind.FIXED) for operand in op.operands]
    if _Kind.OTHER in operands:
        return _Kind.OTHER
    if _Kind.LINEAR not in operands:
        return _Kind.FIXED
    linear = operands.count(_Kind.LINEAR)
    ok = (
        (op.name in _SUMS and linear == 2)
        or (op.name in _PRODUCTS and linear == 1)
        or op.name in _HOMOGENEOUS
        or (op.name == "arith.divf" and operands[1] is _Kind.FIXED)
        or (op.name == "arith.select" and operands == [_Kind.FIXED, _Kind.LINEAR, _Kind.LINEAR])
    )
    return _Kind.LINEAR if ok else _Kind.OTHER
