"""The loops of structured ops, whosever classes they are: this package's, xDSL's or another compiler's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

from xdsl.dialects.builtin import AffineMapAttr, ArrayAttr
from xdsl.dialects.linalg.attrs import IteratorTypeAttr
from xdsl.ir import Operation, Region
from xdsl.ir.affine import AffineBinaryOpExpr, AffineBinaryOpKind, AffineConstantExpr, AffineDimExpr, AffineExpr

from llmsys_ir.dialects.tensors import as_tensor, static_integers


@runtime_checkable
class StructuredOp(Protocol):
    """An op of linalg's kind: loops, an indexing map per operand, and a scalar body in its first region."""

    @property
    def regions(self) -> Sequence[Region]:
        """The op's regions."""
        ...

    def get_indexing_maps(self) -> ArrayAttr[AffineMapAttr]:
        """One map per operand, from loops to its dims."""
        ...

    def get_iterator_types(self) -> ArrayAttr[IteratorTypeAttr]:
        """The iterator type of each loop."""
        ...


@dataclass(frozen=True)
class Loops:
    """A structured op's indexing maps, one per operand, and its iterator types, one per loop."""

    indexing_maps: ArrayAttr[AffineMapAttr]
    iterator_types: ArrayAttr[IteratorTypeAttr]


Steps: TypeAlias = tuple[tuple[int, int], ...]
"""Loops, and by how much an index grows when one of them takes a step."""


def steps_of(index: AffineExpr) -> Steps:
    """The loops that make up an index; none where it is no plain sum of them."""
    match index:
        case AffineDimExpr():
            return ((index.position, 1),)
        case AffineBinaryOpExpr(AffineBinaryOpKind.Add, left, right):
            sides = steps_of(left), steps_of(right)
            return (*sides[0], *sides[1]) if all(sides) else ()
        case AffineBinaryOpExpr(AffineBinaryOpKind.Mul, left, AffineConstantExpr(factor)):
            return tuple((loop, step * factor) for loop, step in steps_of(left))
        case _:
            return ()


def loops_of(op: Operation) -> Loops | None:
    """The loops of a structured op, None for any other op."""
    if hasattr(op, "get_indexing_maps") and isinstance(op, StructuredOp):  # asking for a protocol takes long
        return Loops(op.get_indexing_maps(), op.get_iterator_types())
    silent = _SILENT.get(op.name)
    return None if silent is None else silent(op)


def _from_dims(larger: int) -> Callable[[Operation], Loops | None]:
    """For ops whose operand number `larger` has all the loops, and the other one those not in `dimensions`."""

    def loops(op: Operation) -> Loops | None:
        from llmsys_ir.dialects.linalg.structured import parallel, projection

        dimensions, tensor = op.properties.get("dimensions"), as_tensor(op.operands[larger].type)
        if dimensions is None or tensor is None:
            return None
        rank, dims = tensor.get_num_dims(), static_integers(dimensions)
        kept = [dim for dim in range(rank) if dim not in dims]
        maps = [projection(rank, range(rank) if number == larger else kept) for number in range(len(op.operands))]
        return Loops(ArrayAttr(maps), parallel(rank, dims if larger == 0 else ()))

    return loops


_SILENT: Mapping[str, Callable[[Operation], Loops | None]] = {
    "linalg.broadcast": _from_dims(1),
    "linalg.reduce": _from_dims(0),
}
"""Structured ops that xDSL's own linalg dialect has as plain ops."""
