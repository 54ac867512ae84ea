"""Rewrites of one op and those that make its operands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from xdsl.dialects.builtin import TensorType
from xdsl.ir import Operation, SSAValue

from llmsys_ir.dialects.mesh import AllGatherOp, AllReduceOp, AllSliceOp, AllToAllOp, CollectiveOp, ReduceScatterOp
from llmsys_ir.dialects.tensors import as_tensor, tensor_type
from llmsys_ir.program.local_forms import rebuild
from llmsys_ir.program.optimizing.proposal import Proposal, only_user
from llmsys_ir.program.optimizing.variance import Variance
from llmsys_ir.program.signature import signature_of
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.rule import RuleError
from llmsys_ir.sharding.sharding import ReductionKind


@dataclass(frozen=True)
class Facts:
    """What rewrites may ask."""

    registry: RuleRegistry
    variance: Variance


Rewrite: TypeAlias = Callable[[Operation, Facts], Proposal | None]

_CONVERSIONS = frozenset(
    ("arith.extf", "arith.extsi", "arith.extui", "arith.truncf", "arith.trunci", "stablehlo.convert", "tosa.cast")
)

_Moving = AllGatherOp | AllSliceOp | AllToAllOp
"""Collectives that only move elements."""


def _before(op: Operation) -> CollectiveOp | None:
    """The collective that makes an op's first operand for nobody else."""
    owner = op.operands[0].owner if op.operands else None
    if isinstance(owner, CollectiveOp) and owner.parent is op.parent and only_user(owner.result, op):
        return owner
    return None


def _instead(op: CollectiveOp, inner: CollectiveOp, *made: CollectiveOp) -> Proposal:
    """A proposal of collectives in place of one and of the one before it."""
    result = made[-1].result if made else inner.input
    return Proposal(op, made, (inner, op), {op.result: result})


def merged(op: Operation, _: Facts) -> Proposal | None:
    """Two collectives of a kind, one after the other along the same dim, are one over the axes of both."""
    inner = _before(op)
    if inner is None or not isinstance(op, CollectiveOp) or not set(op.axes).isdisjoint(inner.axes):
        return None
    match op, inner:
        case AllGatherOp(), AllGatherOp() if op.gather_axis == inner.gather_axis:
            axes = (*op.axes, *inner.axes)
            dim = op.gather_axis.value.data
            return _instead(op, inner, AllGatherOp.along(inner.input, _mesh(op), axes, dim, op.result.type))
        case AllSliceOp(), AllSliceOp() if op.slice_axis == inner.slice_axis:
            axes = (*inner.axes, *op.axes)
            dim = op.slice_axis.value.data
            return _instead(op, inner, AllSliceOp.along(inner.input, _mesh(op), axes, dim, op.result.type))
        case AllReduceOp(), AllReduceOp() if op.kind is inner.kind and _keeps_types(op, inner):
            axes = tuple(sorted((*inner.axes, *op.axes)))
            return _instead(op, inner, AllReduceOp.over(inner.input, _mesh(op), axes, op.kind))
        case ReduceScatterOp(), ReduceScatterOp() if (
            op.kind is inner.kind and op.tensor_axis == inner.tensor_axis and _keeps_types(op, inner)
        ):
            axes, dim = (*inner.axes, *op.axes), op.tensor_axis
            made = ReduceScatterOp.along(inner.input, _mesh(op), axes, dim, op.kind, op.result.type)
            return _instead(op, inner, made)
        case _:
            return None


def _mesh(op: CollectiveOp) -> str:
    return op.mesh.root_reference.data


def _keeps_types(*ops: CollectiveOp) -> bool:
    """Whether reductions give elements of the type that they get."""
    return all(tensor_type(op.input).element_type == tensor_type(op.result).element_type for op in ops)


def scattered(op: Operation, _: Facts) -> Proposal | None:
    """A slice of what was reduced over its devices, and perhaps others, is scattered as it is reduced."""
    inner = _before(op)
    if not isinstance(op, AllSliceOp) or not isinstance(inner, AllReduceOp) or not _keeps_types(inner):
        return None
    if not set(op.axes) <= set(inner.axes):
        return None
    mesh, dim = _mesh(op), op.slice_axis.value.data
    scatter = ReduceScatterOp.along(inner.input, mesh, op.axes, dim, inner.kind, op.result.type)
    rest = tuple(axis for axis in inner.axes if axis not in op.axes)
    others = (AllReduceOp.over(scatter.result, mesh, rest, inner.kind),) if rest else ()
    return _instead(op, inner, scatter, *others)


def kept(op: Operation, _: Facts) -> Proposal | None:
    """A slice of what was gathered from its devices is what they had, or a part that moves from dim to dim."""
    inner = _before(op)
    if not isinstance(op, AllSliceOp) or not isinstance(inner, AllGatherOp):
        return None
    gathered, sliced = inner.gather_axis.value.data, op.slice_axis.value.data
    count = len(op.axes)
    if gathered == sliced and inner.axes[:count] == op.axes:
        rest = inner.axes[count:]
        made = (AllGatherOp.along(inner.input, _mesh(op), rest, gathered, op.result.type),) if rest else ()
        return _instead(op, inner, *made)
    if gathered != sliced and inner.axes == op.axes:
        made = AllToAllOp.between(inner.input, _mesh(op), op.axes, sliced, gathered, op.result.type)
        return _instead(op, inner, made)
    return None


def gathered_again(op: Operation, facts: Facts) -> Proposal | None:
    """Slices of one value that are gathered again are that value."""
    inner = _before(op)
    if not isinstance(op, AllGatherOp) or not isinstance(inner, AllSliceOp):
        return None
    is_same = (op.axes, op.gather_axis) == (inner.axes, inner.slice_axis)
    is_shared = facts.variance.of(inner.input).isdisjoint(op.axes)
    return _instead(op, inner) if is_same and is_shared and inner.input.type == op.result.type else None


def moved_before_upcast(op: Operation, _: Facts) -> Proposal | None:
    """Elements move before they are widened."""
    if not isinstance(op, _Moving):
        return None
    inner = op.input.owner
    if not isinstance(inner, Operation) or inner.name not in _CONVERSIONS or not only_user(op.input, op):
        return None
    if inner.parent is not op.parent:
        return None
    source = inner.operands[0]
    move = rebuild(op, [source], [_with_element_of(op.result, source)])
    conversion = rebuild(inner, [move.results[0], *inner.operands[1:]], [op.result.type])
    return Proposal(op, (move, conversion), (inner, op), {op.result: conversion.results[0]})


def moved_after_downcast(op: Operation, _: Facts) -> Proposal | None:
    """Elements move after they are narrowed."""
    inner = _before(op)
    if op.name not in _CONVERSIONS or not isinstance(inner, _Moving):
        return None
    conversion = rebuild(op, [inner.input, *op.operands[1:]], [_with_element_of(inner.input, op.results[0])])
    move = rebuild(inner, [conversion.results[0]], [op.results[0].type])
    return Proposal(op, (conversion, move), (inner, op), {op.results[0]: move.results[0]})


def _with_element_of(shaped: SSAValue, other: SSAValue) -> TensorType:
    type_ = tensor_type(shaped)
    return TensorType(tensor_type(other).element_type, type_.get_shape(), type_.encoding)


def reduced_later(op: Operation, facts: Facts) -> Proposal | None:
    """An op that is linear in what was reduced is done on the terms, and its result is reduced.

    All else that it uses must be the same on all devices that the reduction is over.
    """
    reductions = {number: _reduction(operand, op) for number, operand in enumerate(op.operands)}
    known = {number: reduction for number, reduction in reductions.items() if reduction is not None}
    if not known or len(op.results) != 1 or as_tensor(op.results[0].type) is None or op.name in _CONVERSIONS:
        return None
    try:
        linear = facts.registry.rule(signature_of(op)).linear
    except RuleError:
        return None
    for group in linear:
        if not group or not group <= known.keys() or len({known[number].axes for number in group}) != 1:
            continue
        chosen = {number: known[number] for number in sorted(group)}
        others = [operand for number, operand in enumerate(op.operands) if number not in group]
        if facts.variance.of_results(op, others).isdisjoint(next(iter(chosen.values())).axes):
            return _reduced_after(op, chosen)
    return None


def _reduction(value: SSAValue, user: Operation) -> AllReduceOp | None:
    """The sum over devices that makes a value for nobody but one op, and there for one operand only."""
    owner = value.owner
    if not isinstance(owner, AllReduceOp) or owner.kind is not ReductionKind.SUM or not _keeps_types(owner):
        return None
    is_one = owner.parent is user.parent and only_user(value, user) and list(user.operands).count(value) == 1
    return owner if is_one else None


def _reduced_after(op: Operation, reductions: Mapping[int, AllReduceOp]) -> Proposal:
    operands: Sequence[SSAValue] = [
        reductions[number].input if number in reductions else operand for number, operand in enumerate(op.operands)
    ]
    made = rebuild(op, operands, op.result_types)
    first = next(iter(reductions.values()))
    reduction = AllReduceOp.over(made.results[0], _mesh(first), first.axes, first.kind)
    gone = (*dict.fromkeys(reductions.values()), op)
    return Proposal(op, (made, reduction), gone, {op.results[0]: reduction.result})


PEEPHOLES: Sequence[Rewrite] = (
    merged,
    scattered,
    kept,
    gathered_again,
    moved_before_upcast,
    moved_after_downcast,
    reduced_later,
)
