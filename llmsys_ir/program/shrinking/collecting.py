"""What programs that take the same arguments and give the same results say of their dims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xdsl.dialects import func
from xdsl.ir import Block, SSAValue

from llmsys_ir.dialects.mesh import ShardOp
from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.control_flow import PassThrough, pass_through
from llmsys_ir.program.shrinking.classes import CONTENTS
from llmsys_ir.program.shrinking.collected import Collected, dims_of
from llmsys_ir.program.shrinking.contents import is_counting, join_contents
from llmsys_ir.program.shrinking.dims import join_dims
from llmsys_ir.program.signature import spec_of
from llmsys_ir.program.uneven.groups import is_computing
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.sharding import Sharding


@dataclass(frozen=True)
class End:
    """An argument or result of a function: its value there, how that is sharded, and the whole tensor's shape."""

    value: SSAValue
    sharding: Sharding
    shape: tuple[int, ...]


@dataclass(frozen=True)
class Ends:
    """A function with its arguments and results, and the devices that it is for."""

    function: func.FuncOp
    mesh: Mesh | None
    ends: tuple[End, ...]


def collect(programs: Sequence[Ends], registry: RuleRegistry) -> Collected:
    """The classes of all dims of some programs, whose arguments and results are the same ones."""
    found = Collected()
    for program in programs:
        _collect_function(program.function, found, registry)
        for end in program.ends:
            _add_end(end, program.mesh, found)
    for ends in zip(*(program.ends for program in programs), strict=True):
        values = [end.value for end in ends]
        if is_tensor(values[0]):
            found.same_dims(*values)
        if is_counting(values[0]):
            found.classes.join(*((value, CONTENTS) for value in values))
    return found


def _add_end(end: End, mesh: Mesh | None, found: Collected) -> None:
    """The devices' shards are all of a tensor and its padding."""
    classes = found.classes
    for place, axes, size in zip(dims_of(end.value), end.sharding.dims, end.shape, strict=True):
        local, devices = spec_of(end.value.type).shape[place[1]], 1 if mesh is None else mesh.size(axes)
        classes.family(place).at_boundary = True
        classes.add_size(place, size)
        classes.relate(place, (1, devices * local), (-devices, local))


def _collect_function(function: func.FuncOp, found: Collected, registry: RuleRegistry) -> None:
    blocks = list(_blocks(function.body.block))
    for block in blocks:
        for value in (*block.args, *(result for op in block.ops for result in op.results)):
            if is_tensor(value):
                found.add_value(value)
        for op in block.ops:
            if (passing := pass_through(op)) is not None:
                _join_passages(passing, found)
            elif isinstance(op, ShardOp):
                found.same_dims(op.src, op.result)
            elif is_computing(op):
                join_dims(op, found, registry)
    join_contents([function.body.block], found)


def _blocks(block: Block) -> Iterator[Block]:
    """A block, and those inside it that values pass through."""
    yield block
    for op in block.ops:
        passing = pass_through(op)
        for inner in () if passing is None else passing.blocks:
            yield from _blocks(inner)


def _join_passages(passing: PassThrough, found: Collected) -> None:
    for passage in passing.passages:
        entries = () if passage.entry is None else (passage.entry.value,)
        values = (*entries, *passage.inside, *(site.value for site in passage.back), passage.result)
        if is_tensor(passage.result):
            found.same_dims(*values)
        if is_counting(passage.result):
            found.classes.join(*((value, CONTENTS) for value in values))
