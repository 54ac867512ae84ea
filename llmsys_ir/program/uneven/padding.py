"""Rewriting a function to one with padded dims."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import lcm

from xdsl.builder import Builder
from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, FunctionType, TensorType
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue
from xdsl.rewriter import InsertPoint

from llmsys_ir.dialects.mesh import ShardOp
from llmsys_ir.dialects.tensors import Tensor, tensor_type
from llmsys_ir.program.boundary import GLOBAL_TYPE_ATTRIBUTE, replace_body
from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.control_flow import PassThrough, Site, pass_through
from llmsys_ir.program.local_forms import Localizer, local_results, rebuild
from llmsys_ir.program.uneven.emitters import Emitter, emitter_for
from llmsys_ir.program.uneven.forms import Form, form_of
from llmsys_ir.program.uneven.groups import Place, groups_of
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.rule import Dim
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.strategy import replicated_strategy


def pad_for_annotations(function: func.FuncOp, mesh: Mesh, registry: RuleRegistry) -> None:
    """Pad the dims that a function's annotations split unevenly, and all that grows with them.

    Raises:
        OperationError: an op cannot be sharded at all, or has no rule.
    """
    needs = _splits(function, mesh)
    if all(_size(place) % need == 0 for place, need in needs.items()):
        return
    padded = groups_of(function, registry).padded(needs)
    _Padder(padded, mesh, registry).run(function, function)


@dataclass(frozen=True)
class Padded:
    """A padded copy of a function: the sizes that changed, and what stands for the old values."""

    function: func.FuncOp
    sizes: Mapping[Place, int]
    values: Mapping[SSAValue, SSAValue]

    def splits(self, mesh: Mesh) -> dict[Place, int]:
        """The places of the old function that annotations of the copy split, and into how many parts."""
        found = _splits(self.function, mesh)
        places = ((old, dim) for old, dim in self.sizes if isinstance(old, SSAValue))
        return {(old, dim): found[self.values[old], dim] for old, dim in places if (self.values[old], dim) in found}


def padded_copy(function: func.FuncOp, mesh: Mesh, registry: RuleRegistry, needs: Mapping[Place, int]) -> Padded | None:
    """A copy of a function in which places are multiples of what they need; None if they are already.

    Raises:
        OperationError: an op cannot be sharded at all, or has no rule.
    """
    sizes = groups_of(function, registry).padded(needs)
    if not sizes:
        return None
    copy, padder = function.clone(), _Padder(sizes, mesh, registry)
    padder.run(function, copy)
    return Padded(copy, sizes, padder.values)


def all_places(function: func.FuncOp, mesh: Mesh, registry: RuleRegistry, most: float) -> dict[Place, int]:
    """All devices of a mesh, for every place that does not grow by more than a factor of `most` to be split by them."""
    groups = groups_of(function, registry)
    needs = {place: mesh.num_devices for place in groups.sizes if not isinstance(place[0], Operation)}
    padded = groups.padded(needs)
    return {place: need for place, need in needs.items() if padded.get(place, 0) <= most * groups.sizes[place]}


def _splits(function: func.FuncOp, mesh: Mesh) -> dict[Place, int]:
    """The places that annotations split, and into how many parts; of a value that is annotated twice the first one."""
    splits: dict[Place, int] = {}
    sources: dict[SSAValue, SSAValue] = {}
    for op in function.walk():
        if isinstance(op, ShardOp):
            source = sources[op.result] = sources.get(op.src, op.src)
            for dim, axes in enumerate(op.annotation.to_sharding(len(tensor_type(op.src).get_shape())).dims):
                if axes and all(axis < mesh.rank for axis in axes):
                    splits[source, dim] = lcm(splits.get((source, dim), 1), mesh.size(axes))
    return splits


def _size(place: Place) -> int:
    value, dim = place
    assert isinstance(value, SSAValue)
    return tensor_type(value).get_shape()[dim]


@dataclass
class _Padder:
    """Builds the padded function beside the old one, whose values and types say what there is without padding."""

    padded: Mapping[Place, int]
    mesh: Mesh
    registry: RuleRegistry
    values: dict[SSAValue, SSAValue] = field(default_factory=dict[SSAValue, SSAValue])
    """What stands for the old values."""
    zeroed: set[tuple[SSAValue, int]] = field(default_factory=set[tuple[SSAValue, int]])
    """The dims of padded values that have zeros in their padding."""
    cuts: dict[tuple[SSAValue, tuple[int, ...]], SSAValue] = field(
        default_factory=dict[tuple[SSAValue, "tuple[int, ...]"], SSAValue]
    )
    """Values without the padding of some dims."""
    fills: dict[tuple[SSAValue, int, ReductionKind | SSAValue], SSAValue] = field(
        default_factory=dict[tuple[SSAValue, int, "ReductionKind | SSAValue"], SSAValue]
    )
    """Values with a fill in the padding of a dim."""
    builder: Builder = field(init=False)

    def run(self, function: func.FuncOp, target: func.FuncOp) -> None:
        """Make `target`, which may be the function itself, its padded form."""
        old, block = function.body.block, Block()
        self._add_arguments(old, block)
        self.zeroed.update((self.values[value], dim) for value in old.args for dim in self._sizes(value))
        self.builder = Builder(InsertPoint.at_end(block))
        end = self._fill_block(old)
        types = function.function_type
        results = [self.values[operand] for operand in end.operands]
        self.builder.insert(func.ReturnOp(*results))
        target.function_type = FunctionType.from_lists(block.arg_types, [value.type for value in results])
        target.arg_attrs = _with_global_types(function.arg_attrs, types.inputs.data, block.arg_types)
        target.res_attrs = _with_global_types(function.res_attrs, types.outputs.data, [value.type for value in results])
        replace_body(target, block)

    def _sizes(self, value: SSAValue) -> dict[int, int]:
        """The dims of an old value that are padded, and their padded sizes."""
        if not is_tensor(value):
            return {}
        dims = range(len(tensor_type(value).get_shape()))
        return {dim: self.padded[value, dim] for dim in dims if (value, dim) in self.padded}

    def _type(self, value: SSAValue) -> Attribute:
        """The padded type of an old value."""
        return _larger(tensor_type(value), self._sizes(value)) if is_tensor(value) else value.type

    def _add_arguments(self, old: Block, block: Block) -> None:
        for argument in old.args:
            self.values[argument] = block.insert_arg(self._type(argument), len(block.args))

    def _fill_block(self, old: Block) -> Operation:
        """Emit what stands for a block's ops, up to its terminator, which is returned."""
        for op in old.ops:
            if op is old.last_op:
                return op
            if isinstance(op, ShardOp):
                self._copy(op)
            elif (passing := pass_through(op)) is not None:
                self._pass_through(op, passing)
            elif any(map(self._sizes, (*op.operands, *op.results))):
                self._pad_op(op)
            else:
                self._copy(op)
        raise AssertionError("a block without a terminator")

    def _copy(self, op: Operation) -> None:
        """The op itself, on padded types."""
        operands = [self.values[operand] for operand in op.operands]
        copy = rebuild(op, operands, list(map(self._type, op.results)), captured=self.values)
        self.builder.insert(copy)
        self.values.update(zip(op.results, copy.results, strict=True))
        if isinstance(op, ShardOp):
            self._inherit(copy.results[0], self.values[op.src], range(len(tensor_type(op.src).get_shape())))

    def _pass_through(self, op: Operation, passing: PassThrough) -> None:
        """A loop, branches or a barrier; values pass with their padding."""
        regions: list[Region] = []
        operands = [self._operand(Site(op, number), passing.wholes) for number in range(len(op.operands))]
        outer = self.builder
        for old in (region.block for region in op.regions):
            with self._remembering():
                regions.append(Region(self._inner_block(old, passing)))
        self.builder = outer
        made = type(op).create(
            operands=operands,
            result_types=list(map(self._type, op.results)),
            properties=dict(op.properties),
            attributes=dict(op.attributes),
            regions=regions,
            location=op.location,
        )
        self.builder.insert(made)
        self.values.update(zip(op.results, made.results, strict=True))

    def _inner_block(self, old: Block, passing: PassThrough) -> Block:
        block = Block()
        self._add_arguments(old, block)
        self.builder = Builder(InsertPoint.at_end(block))
        end = self._fill_block(old)
        given = [self._operand(Site(end, number), passing.wholes) for number in range(len(end.operands))]
        self.builder.insert(rebuild(end, given, ()))
        return block

    @contextmanager
    def _remembering(self) -> Generator[None]:
        """What is made of values in an inner block is there in that block only."""
        cuts, fills = dict(self.cuts), dict(self.fills)
        yield
        self.cuts, self.fills = cuts, fills

    def _operand(self, site: Site, wholes: Sequence[Site]) -> SSAValue:
        if site in wholes and is_tensor(site.value):
            return self._cut(emitter_for(site.op), site.value, ())
        return self.values[site.value]

    def _pad_op(self, op: Operation) -> None:
        """An op on padded dims as far as it takes them, on others without their padding."""
        form, emitter = form_of(op, self.registry), emitter_for(op)
        factors = {factor for factor in form.fills if (op, factor) in self.padded}
        operands = [self.values[operand] for operand in op.operands]
        for number, dims in enumerate(form.rule.operands):
            if is_tensor(op.operands[number]):
                operands[number] = self._cut(emitter, op.operands[number], _dims_of(dims, factors))
        for factor in sorted(factors):
            for number, fill in enumerate(form.fills[factor]):
                if fill is not None:
                    stuff = operands[fill] if isinstance(fill, int) else fill
                    for dim in _dims_of(form.rule.operands[number], {factor}):
                        size = tensor_type(op.operands[number]).get_shape()[dim]
                        operands[number] = self._filled(emitter, operands[number], dim, size, stuff)
        kept = [_dims_of(dims, factors) for dims in form.rule.results]
        for result, made, dims in zip(op.results, self._made(op, form, operands, kept), kept, strict=True):
            if op.name in _KEEPING_ZEROS:
                self._inherit_factors(made, form.rule.results[0], operands[0], form.rule.operands[0])
            rest = {dim: size for dim, size in self._sizes(result).items() if dim not in dims}
            self.values[result] = self._with_padding(emitter, made, rest) if rest else made

    def _made(
        self, op: Operation, form: Form, operands: Sequence[SSAValue], kept: Sequence[Collection[int]]
    ) -> Sequence[SSAValue]:
        """The results of the op on these operands, with padding in the dims that are kept so."""
        types = [
            _larger(tensor_type(result), {dim: size for dim, size in self._sizes(result).items() if dim in dims})
            for result, dims in zip(op.results, kept, strict=True)
        ]
        strategy = replicated_strategy(form.rule)
        return local_results(Localizer(op, self.builder, self.mesh, strategy, operands, self.values, types))

    def _inherit(self, made: SSAValue, source: SSAValue, dims: Iterable[int]) -> None:
        """Say that some dims have zeros in their padding where another value has."""
        self.zeroed.update((made, dim) for dim in dims if (source, dim) in self.zeroed)

    def _inherit_factors(
        self, made: SSAValue, made_dims: Sequence[Dim], source: SSAValue, source_dims: Sequence[Dim]
    ) -> None:
        """Say it of dims that start with the same factors as those of another value."""
        zeroed = {held[0] for dim, held in enumerate(source_dims) if held and (source, dim) in self.zeroed}
        self.zeroed.update((made, dim) for dim, held in enumerate(made_dims) if held and held[0] in zeroed)

    def _cut(self, emitter: Emitter, old: SSAValue, kept: Collection[int]) -> SSAValue:
        """What stands for a value, with padding in the dims that are kept so."""
        value, shape = self.values[old], tensor_type(old).get_shape()
        sizes = {dim: shape[dim] for dim in self._sizes(old) if dim not in kept}
        if not sizes:
            return value
        key = (value, tuple(sorted(sizes)))
        if key not in self.cuts:
            self.cuts[key] = emitter.cut(self.builder, value, sizes)
            self._inherit(self.cuts[key], value, kept)
        return self.cuts[key]

    def _with_padding(self, emitter: Emitter, value: SSAValue, sizes: Mapping[int, int]) -> SSAValue:
        padded = emitter.pad(self.builder, value, sizes)
        self._inherit(padded, value, range(len(tensor_type(value).get_shape())))
        self.zeroed.update((padded, dim) for dim in sizes)
        return padded

    def _filled(
        self, emitter: Emitter, value: SSAValue, dim: int, size: int, fill: ReductionKind | SSAValue
    ) -> SSAValue:
        """The value with a fill behind the first `size` elements of a dim."""
        if fill in _ZEROS and (value, dim) in self.zeroed:
            return value
        key = (value, dim, fill)
        if key not in self.fills:
            filled = self.fills[key] = emitter.fill(self.builder, value, dim, size, fill)
            if fill in _ZEROS:
                self._inherit(filled, value, range(len(tensor_type(value).get_shape())))
                self.zeroed.add((filled, dim))
        return self.fills[key]


_ZEROS = (ReductionKind.SUM, ReductionKind.BITWISE_OR, ReductionKind.BITWISE_XOR)
"""Kinds to which zero is neutral."""

_KEEPING_ZEROS = frozenset(
    {"linalg.transpose", "tensor.collapse_shape", "tensor.expand_shape", "tosa.reshape", "tosa.transpose"}
) | frozenset(f"stablehlo.{name}" for name in ("convert", "negate", "reshape", "transpose"))
"""Ops that make zeros of zeros and nothing else."""


def _dims_of(dims: Sequence[Dim], factors: Collection[int]) -> list[int]:
    """The dims that some of the factors are in."""
    return [number for number, held in enumerate(dims) if not set(held).isdisjoint(factors)]


def _larger(type_: Tensor, sizes: Mapping[int, int]) -> Tensor:
    shape = [sizes.get(dim, size) for dim, size in enumerate(type_.get_shape())]
    return TensorType(type_.element_type, shape, type_.encoding)


def _with_global_types(
    attributes: ArrayAttr[DictionaryAttr] | None, before: Sequence[Attribute], after: Sequence[Attribute]
) -> ArrayAttr[DictionaryAttr] | None:
    """Attributes of arguments or results that say what those with padding are without it."""
    entries: list[dict[str, Attribute]] = (
        [dict(entry.data) for entry in attributes] if attributes is not None else [{} for _ in before]
    )
    for entry, old, new in zip(entries, before, after, strict=True):
        if old != new:
            entry.setdefault(GLOBAL_TYPE_ATTRIBUTE, old)
    return ArrayAttr(map(DictionaryAttr, entries)) if any(entries) else attributes
