"""Which dims of a function's values are padded together, and to what sizes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import gcd, lcm
from typing import TypeAlias

from xdsl.dialects import func
from xdsl.ir import Block, Operation, SSAValue

from llmsys_ir.dialects.mesh import ShardOp
from llmsys_ir.program.checks import check_shardable, is_tensor
from llmsys_ir.program.control_flow import PassThrough, pass_through
from llmsys_ir.program.signature import spec_of
from llmsys_ir.program.uneven.forms import Form, form_of
from llmsys_ir.sharding.registry import RuleRegistry

Place: TypeAlias = tuple[SSAValue | Operation, int]
"""A dim of a value, or a factor of an op."""


@dataclass
class Groups:
    """Dims that grow together, all by the same ratio, as sets that are joined."""

    sizes: dict[Place, int] = field(default_factory=dict[Place, int])
    parents: dict[Place, Place] = field(default_factory=dict[Place, Place])

    def join(self, one: Place, other: Place, size: int, other_size: int) -> None:
        """Put two places of these sizes into one group."""
        self.parents[self._root(one, size)] = self._root(other, other_size)

    def _root(self, place: Place, size: int) -> Place:
        self.sizes[place] = size
        while (parent := self.parents.setdefault(place, place)) != place:
            self.parents[place] = self.parents[parent]
            place = parent
        return place

    def members(self) -> list[list[Place]]:
        """The groups."""
        found: dict[Place, list[Place]] = {}
        for place, size in self.sizes.items():
            found.setdefault(self._root(place, size), []).append(place)
        return list(found.values())

    def padded(self, needs: Mapping[Place, int]) -> dict[Place, int]:
        """The places whose sizes change so that each is a multiple of what it needs, and their new sizes."""
        changed: dict[Place, int] = {}
        for group in self.members():
            unit = gcd(*(self.sizes[place] for place in group))
            if unit == 0:
                continue
            parts = {place: self.sizes[place] // unit for place in group}
            step = lcm(*(need // gcd(need, parts[place]) for place in group if (need := needs.get(place, 1))))
            units = -(-unit // step) * step
            if units != unit:
                changed |= {place: units * part for place, part in parts.items()}
        return changed


def groups_of(function: func.FuncOp, registry: RuleRegistry) -> Groups:
    """The groups of a function with one block.

    Raises:
        OperationError: an op cannot be sharded at all, or has no rule.
    """
    groups = Groups()
    for value in _tensors(function):
        for dim, size in enumerate(spec_of(value.type).shape):
            groups.join((value, dim), (value, dim), size, size)
    for op in function.walk():
        if isinstance(op, ShardOp):
            _join_values(groups, op.src, op.result)
        elif (passing := pass_through(op)) is not None:
            _join_passages(groups, passing)
        elif is_computing(op):
            check_shardable(op)
            _join_factors(groups, op, form_of(op, registry))
    return groups


def is_computing(op: Operation) -> bool:
    """Whether an op computes tensors, in a function or in what values pass through."""
    around = op.parent_op()
    if around is None or isinstance(op, func.FuncOp | func.ReturnOp | ShardOp) or pass_through(op) is not None:
        return False
    is_statement = isinstance(around, func.FuncOp) or pass_through(around) is not None
    block = op.parent
    is_end = block is not None and block.last_op is op
    return is_statement and not is_end and any(map(is_tensor, (*op.operands, *op.results)))


def _tensors(function: func.FuncOp) -> Iterator[SSAValue]:
    blocks = [function.body.block, *_inner_blocks(function)]
    yield from (argument for block in blocks for argument in block.args if is_tensor(argument))
    yield from (result for block in blocks for op in block.ops for result in op.results if is_tensor(result))


def _inner_blocks(function: func.FuncOp) -> Iterator[Block]:
    for op in function.walk():
        passing = pass_through(op)
        if passing is not None:
            yield from passing.blocks


def _join_values(groups: Groups, one: SSAValue, other: SSAValue) -> None:
    for dim, size in enumerate(spec_of(one.type).shape):
        groups.join((one, dim), (other, dim), size, size)


def _join_passages(groups: Groups, passing: PassThrough) -> None:
    for passage in passing.passages:
        entries = () if passage.entry is None else (passage.entry.value,)
        for value in (*entries, *passage.inside, *(site.value for site in passage.back)):
            _join_values(groups, value, passage.result)


def _join_factors(groups: Groups, op: Operation, form: Form) -> None:
    """The dims of an op's tensors that a factor is in, which pass on their padding."""
    for factor in form.fills:
        size = form.rule.factors[factor].size
        for tensors, rules in ((op.operands, form.rule.operands), (op.results, form.rule.results)):
            for value, dims in zip(tensors, rules, strict=True):
                for dim, factors in enumerate(dims):
                    if factor in factors:
                        groups.join((value, dim), (op, factor), spec_of(value.type).shape[dim], size)
