"""Along which mesh axes devices may hold different values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from xdsl.dialects import func
from xdsl.ir import Operation, SSAValue

from llmsys_ir.dialects.mesh import (
    AllGatherOp,
    AllReduceOp,
    AllSliceOp,
    CollectiveOp,
    ProcessLinearIndexOp,
    ProcessMultiIndexOp,
    ReduceScatterOp,
    UpdateHaloOp,
)
from llmsys_ir.program.boundary import argument_shardings
from llmsys_ir.program.signature import spec_of
from llmsys_ir.sharding.mesh import Mesh


@dataclass
class Variance:
    """What is known of a partitioned function's values; of a value in a loop or branch it is nothing."""

    function: func.FuncOp
    mesh: Mesh
    known: dict[SSAValue, frozenset[int]] = field(default_factory=dict[SSAValue, frozenset[int]])

    def __post_init__(self) -> None:
        for argument, given in zip(self.function.body.block.args, argument_shardings(self.function), strict=True):
            rank = spec_of(argument.type).rank
            self.known[argument] = frozenset() if given is None else given.to_sharding(rank).used_axes

    def of(self, value: SSAValue) -> frozenset[int]:
        """The axes along which devices may hold different values."""
        found = self.known.get(value)
        if found is None:
            found = self.known[value] = self._of(value)
        return found

    def _of(self, value: SSAValue) -> frozenset[int]:
        op = value.owner
        if not isinstance(op, Operation) or op.parent is not self.function.body.block:
            return frozenset(self.mesh.axes)
        found = self.of_results(op, op.operands)
        return found.difference(op.axes) if isinstance(op, AllReduceOp | AllGatherOp) else found

    def of_results(self, op: Operation, operands: Iterable[SSAValue]) -> frozenset[int]:
        """The axes along which devices may get different results of an op if they differ in these operands only."""
        used = (*operands, *_captured(op))
        return frozenset[int]().union(*map(self.of, used), *map(self._made, op.walk()))

    def _made(self, op: Operation) -> frozenset[int]:
        """The axes along which devices may get different results of an op on equal operands."""
        match op:
            case AllReduceOp() | AllGatherOp():
                return frozenset()
            case AllSliceOp() | ReduceScatterOp():
                return frozenset(op.axes)
            case ProcessMultiIndexOp():
                return frozenset(op.axes.get_values() or self.mesh.axes)
            case CollectiveOp() | ProcessLinearIndexOp() | UpdateHaloOp() | func.CallOp():
                return frozenset(self.mesh.axes)
            case _:
                return frozenset()


def _captured(op: Operation) -> list[SSAValue]:
    """What an op's regions use from outside."""
    inside: set[SSAValue] = {result for inner in op.walk() for result in inner.results}
    inside.update(
        argument
        for inner in op.walk()
        for region in inner.regions
        for block in region.blocks
        for argument in block.args
    )
    return [value for inner in op.walk() if inner is not op for value in inner.operands if value not in inside]
