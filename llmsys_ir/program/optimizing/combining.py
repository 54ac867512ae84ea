"""Small all-reduces of the same devices, done together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import prod

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, TensorType, i64
from xdsl.ir import Block, Operation, SSAValue

from llmsys_ir.dialects.mesh import AllReduceOp
from llmsys_ir.dialects.stablehlo import reshaping, slicing
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.program.optimizing.proposal import Proposal
from llmsys_ir.program.signature import spec_of
from llmsys_ir.sharding.registry import RuleRegistry


@dataclass
class _Bucket:
    """All-reduces that wait for each other, and how many bytes they are."""

    members: list[AllReduceOp] = field(default_factory=list[AllReduceOp])
    nbytes: int = 0


def combine_reductions(block: Block, most: int, pricing: Pricing, registry: RuleRegistry) -> None:
    """Do all-reduces of at most `most` bytes together, where that costs less; each waits until one is used."""
    open_buckets: dict[object, _Bucket] = {}

    def close(key: object, anchor: Operation) -> None:
        members = open_buckets.pop(key).members
        if len(members) > 1:
            proposal = _together(members, anchor)
            if proposal.pays(pricing, registry):
                proposal.apply()
            else:
                proposal.drop()

    for op in list(block.ops):
        used = {operand for inner in op.walk() for operand in inner.operands}
        for key, bucket in list(open_buckets.items()):
            if any(member.result in used for member in bucket.members):
                close(key, op)
        if not isinstance(op, AllReduceOp) or op.input.type != op.result.type:
            continue
        nbytes = spec_of(op.input.type).nbytes
        if nbytes <= most:
            key = (op.mesh, op.axes, op.kind, tensor_type(op.input).element_type)
            if key in open_buckets and open_buckets[key].nbytes + nbytes > most:
                close(key, op)
            bucket = open_buckets.setdefault(key, _Bucket())
            bucket.members.append(op)
            bucket.nbytes += nbytes


def _together(members: Sequence[AllReduceOp], anchor: Operation) -> Proposal:
    """The members as one all-reduce of a flat tensor, of which each takes its part."""
    element = tensor_type(members[0].input).element_type
    made: list[Operation] = []

    def emit(op: type[Operation], operands: Sequence[SSAValue], shape: Sequence[int], **properties: object) -> SSAValue:
        made.append(
            op.create(operands=operands, result_types=[TensorType(element, shape)], properties=properties)  # pyright: ignore[reportArgumentType]
        )
        return made[-1].results[0]

    sizes = [prod(tensor_type(member.input).get_shape()) for member in members]

    def shaped(value: SSAValue, shape: Sequence[int]) -> SSAValue:
        return value if spec_of(value.type).shape == tuple(shape) else emit(reshaping.ReshapeOp, [value], shape)

    flat = [shaped(member.input, [size]) for member, size in zip(members, sizes, strict=True)]
    joined = emit(reshaping.ConcatenateOp, flat, [sum(sizes)], dimension=IntegerAttr(0, i64))
    first = members[0]
    reduced = AllReduceOp.over(joined, first.mesh.root_reference.data, first.axes, first.kind)
    made.append(reduced)
    replaced: dict[SSAValue, SSAValue] = {}
    start = 0
    for member, size in zip(members, sizes, strict=True):
        ranges = {"start_indices": start, "limit_indices": start + size, "strides": 1}
        properties = {name: DenseArrayBase.from_list(i64, [value]) for name, value in ranges.items()}
        part = emit(slicing.SliceOp, [reduced.result], [size], **properties)
        replaced[member.result] = shaped(part, tensor_type(member.result).get_shape())
        start += size
    return Proposal(anchor, made, tuple(members), replaced)
