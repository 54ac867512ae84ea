"""Ways to break the partitioner, by putting other functions in place of its own."""

# The functions that are replaced are the partitioner's inner ones, of any signature.
# pyright: reportPrivateUsage=false, reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeAlias
from unittest.mock import patch

from xdsl.dialects import arith, tensor
from xdsl.ir import SSAValue

from llmsys_ir.dialects import mesh as mesh_dialect
from llmsys_ir.dialects.stablehlo import selection
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program import (
    collectives,
    local_indexing,
    local_lookups,
    local_reversal,
    local_selection,
    local_stablehlo,
    local_structured,
    local_windows,
    partitioner,
    shard_starts,
    stablehlo_emitter,
    windows,
)
from llmsys_ir.program.collectives import ReshardingEmitter
from llmsys_ir.program.local_forms import Localizer
from llmsys_ir.program.stablehlo_emitter import Emitter
from llmsys_ir.program.uneven import emitters, padding
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.resharding import Move, MoveKind
from llmsys_ir.sharding.sharding import ReductionKind, Sharding

Function: TypeAlias = Callable[..., Any]


@dataclass(frozen=True)
class Mutation:
    """One way: what it does, a program whose meaning it changes (none if it changes no meaning), and how to do it."""

    name: str
    breaks: str | None
    applied: Callable[[], AbstractContextManager[object]]


def _instead(owner: object, name: str, make: Callable[[Function], Function]) -> Callable[[], Any]:
    """Put what is made of a function in its place."""

    @contextmanager
    def applied() -> Generator[None]:
        made = make(getattr(owner, name))
        with patch.object(owner, name, made):
            yield

    return applied


def _always(owner: object, name: str, function: Function) -> Callable[[], Any]:
    return _instead(owner, name, lambda _: function)


def _entry(table: str, owner: object, name: str, function: Function) -> Callable[[], Any]:
    """Put a function in a table."""
    changed = MappingProxyType({**getattr(owner, table), name: function})
    return lambda: patch.object(owner, table, changed)


# Collectives

Mover: TypeAlias = Callable[[ReshardingEmitter, SSAValue, Any, Sharding, Move, Function], SSAValue]


def _move(kind: MoveKind, mover: Mover) -> Callable[[], Any]:
    """Another way to make moves of a kind."""

    def make(original: Function) -> Function:
        def moved(self: ReshardingEmitter, value: SSAValue, result: Any, source: Sharding, move: Move) -> SSAValue:
            if move.kind is not kind:
                return original(self, value, result, source, move)
            return mover(self, value, result, source, move, original)

        return moved

    return _instead(ReshardingEmitter, "_move", make)


def _nothing(_: ReshardingEmitter, value: SSAValue, *__: object) -> SSAValue:
    return value


def _of_kind(kind: ReductionKind) -> Mover:
    def mover(
        self: ReshardingEmitter, value: SSAValue, result: Any, source: Sharding, move: Move, original: Function
    ) -> SSAValue:
        return original(self, value, result, replace(source, kind=kind), move)

    return mover


def _over(change: Callable[[Move, Mesh], tuple[int, ...]]) -> Mover:
    """The same move along other axes."""

    def mover(
        self: ReshardingEmitter, value: SSAValue, result: Any, source: Sharding, move: Move, original: Function
    ) -> SSAValue:
        return original(self, value, result, source, replace(move, axes=change(move, self.mesh)))

    return mover


def _other_axis(move: Move, mesh: Mesh) -> tuple[int, ...]:
    return tuple((axis + 1) % mesh.rank for axis in move.axes)


def _all_but(axis: int) -> Mover:
    """The same moves, but those along an axis."""

    def mover(
        self: ReshardingEmitter, value: SSAValue, result: Any, source: Sharding, move: Move, original: Function
    ) -> SSAValue:
        return value if axis in move.axes else original(self, value, result, source, move)

    return mover


def _scattered_unreduced(
    self: ReshardingEmitter, value: SSAValue, result: Any, _: Sharding, move: Move, __: Function
) -> SSAValue:
    op = mesh_dialect.AllSliceOp.along(value, self.mesh.name, move.axes, move.target_dim, result)
    return self.builder.insert(op).result


def _first_part(
    self: ReshardingEmitter, value: SSAValue, result: Any, _: Sharding, __: Move, ___: Function
) -> SSAValue:
    rank, shape = result.get_num_dims(), list(result.get_shape())
    return self.builder.insert(tensor.ExtractSliceOp(value, [0] * rank, shape, [1] * rank, result)).result


def _swapped_partner(original: Function) -> Function:
    def partner(self: ReshardingEmitter, coordinates: Any, here: Sharding, there: Sharding, axes: Any) -> Any:
        return original(self, coordinates, there, here, axes)

    return partner


def _mask_keeping(device: int) -> Function:
    """A mask that lets another device have the value."""

    def mask(self: ReshardingEmitter, value: SSAValue, type_: Any, axis: int, kind: ReductionKind) -> SSAValue:
        if kind.is_idempotent:
            return value
        (coordinate,) = self._coordinates((axis,))
        is_one = self.builder.insert(arith.CmpiOp(coordinate, self._constant(device), "eq")).result
        return self.builder.insert(arith.SelectOp(is_one, value, self._neutral(value, type_, kind))).result

    return mask


# Where shards start


def _start(make: Callable[[Function], Function]) -> Callable[[], Any]:
    """Another function that says where shards start."""

    @contextmanager
    def applied() -> Generator[None]:
        made = make(shard_starts.shard_start)
        with ExitStack() as stack:
            for module in (local_lookups, local_structured, stablehlo_emitter):
                stack.enter_context(patch.object(module, "shard_start", made))
            yield

    return applied


def _start_plus_one(original: Function) -> Function:
    def start(builder: Any, mesh: Mesh, axes: Any, size: int) -> SSAValue:
        one = shard_starts.index_constant(builder, 1)
        return builder.insert(arith.AddiOp(original(builder, mesh, axes, size), one)).result

    return start


# Local forms


def _plain(local: Localizer) -> Sequence[SSAValue]:
    return local.local_op()


def _within(*bounds: tuple[str, int]) -> Function:
    """Only some of the comparisons: each a direction and what is added to the bound."""

    def within(self: Emitter, value: SSAValue, size: int) -> SSAValue:
        limits = {"GE": 0, "LT": size, "LE": size}
        sides = [
            self.compared(value, word, self.constant(tensor_type(value), limits[word] + more)) for word, more in bounds
        ]
        return sides[0] if len(sides) == 1 else self.binary(stablehlo_emitter.arithmetic.AndOp, *sides)

    return within


def _without(kind: type, operand: int) -> Callable[[], Any]:
    """Ops of a kind are left out; their operand of that number is taken."""

    def make(original: Function) -> Function:
        def emit(self: Emitter, op: type, operands: Sequence[SSAValue], type_: Any, **properties: Any) -> SSAValue:
            return operands[operand] if op is kind else original(self, op, operands, type_, **properties)

        return emit

    return _instead(Emitter, "emit", make)


def _narrower(original: Function) -> Function:
    def halos(*arguments: Any) -> tuple[int, int] | None:
        found = original(*arguments)
        return None if found is None else (max(found[0] - 1, 0), max(found[1] - 1, 0))

    return halos


def _swapped_halos(original: Function) -> Function:
    def halos(*arguments: Any) -> tuple[int, int] | None:
        found = original(*arguments)
        return found and found[::-1]

    return halos


def _cut(change: Callable[[Emitter, windows.Wanted], windows.Wanted]) -> Callable[[], Any]:
    """Windows are cut otherwise."""

    @contextmanager
    def applied() -> Generator[None]:
        original = windows.cut

        def cut(emitter: Emitter, held: windows.Held, wanted: windows.Wanted) -> SSAValue:
            return original(emitter, held, change(emitter, wanted))

        with patch.object(windows, "cut", cut), patch.object(local_windows, "cut", cut):
            yield

    return applied


def _zero_fill(original: Function) -> Function:
    def window(emitter: Emitter, value: SSAValue, dim: int, axes: Any, wanted: windows.Wanted) -> SSAValue:
        zero = emitter.zeros(tensor_type(wanted.fill))
        return original(emitter, value, dim, axes, replace(wanted, fill=zero))

    return window


def _later_ends(original: Function) -> Function:
    def chosen(emitter: Emitter, parts: Any, ends: Sequence[int], *rest: Any) -> SSAValue:
        return original(emitter, parts, [end + 1 for end in ends], *rest)

    return chosen


def _other_direction(original: Function) -> Function:
    def of_others(*arguments: Any) -> SSAValue:
        return original(*arguments[:-1], not arguments[-1])

    return of_others


def _no_starts(original: Function) -> Function:
    return lambda type_, values: original(type_, [0] * len(values))


# Padding


def _filled_to(more: int) -> Callable[[], Any]:
    """The fill begins at another element."""

    def make(original: Function) -> Function:
        def fill(self: Any, builder: Any, value: SSAValue, dim: int, size: int, stuff: Any) -> SSAValue:
            return original(self, builder, value, dim, size + more, stuff)

        return fill

    return _instead(emitters._StableHLO, "fill", make)


def _neutral_to_sums(original: Function) -> Function:
    return lambda type_, _: original(type_, ReductionKind.SUM)


def _without_global_types(attributes: Any, *_: object) -> Any:
    return attributes


# Boundaries


def _boundary(change: Callable[[Sharding], Sharding]) -> Callable[[], Any]:
    """Functions say other shardings of their results."""

    def make(original: Function) -> Function:
        def set_boundary(function: Any, block: Any, arguments: Any, results: Any, mesh: str) -> None:
            changed = [None if sharding is None else change(sharding) for sharding in results]
            original(function, block, arguments, changed, mesh)

        return set_boundary

    return _instead(partitioner, "_set_boundary", make)


def _reversed_axes(sharding: Sharding) -> Sharding:
    return replace(sharding, dims=tuple(axes[::-1] for axes in sharding.dims))


def _without_partial(sharding: Sharding) -> Sharding:
    return Sharding(sharding.dims)


_MUTATIONS = (
    Mutation("all_reduce is left out", "product", _move(MoveKind.ALL_REDUCE, _nothing)),
    Mutation("all_reduce takes the largest", "product", _move(MoveKind.ALL_REDUCE, _of_kind(ReductionKind.MAX))),
    Mutation("all_reduce adds up", "from partial max", _move(MoveKind.ALL_REDUCE, _of_kind(ReductionKind.SUM))),
    Mutation("all_reduce along another axis", "product", _move(MoveKind.ALL_REDUCE, _over(_other_axis))),
    Mutation("all_reduce along the first axis only", "product", _move(MoveKind.ALL_REDUCE, _all_but(1))),
    Mutation(
        "reduce_scatter does not reduce", "product, scattered", _move(MoveKind.REDUCE_SCATTER, _scattered_unreduced)
    ),
    Mutation(
        "reduce_scatter takes the least",
        "product, scattered",
        _move(MoveKind.REDUCE_SCATTER, _of_kind(ReductionKind.MIN)),
    ),
    Mutation("all_gather along another axis", "gather, square", _move(MoveKind.ALL_GATHER, _over(_other_axis))),
    Mutation("all_slice along another axis", "slice, square", _move(MoveKind.ALL_SLICE, _over(_other_axis))),
    Mutation("all_slice gives everyone the first shard", "slice", _move(MoveKind.ALL_SLICE, _first_part)),
    Mutation("permutation is left out", "other order", _always(ReshardingEmitter, "_permute", _nothing)),
    Mutation(
        "permutation goes the other way", "other order", _instead(ReshardingEmitter, "_partner", _swapped_partner)
    ),
    Mutation("partial value on every device", "partial", _always(ReshardingEmitter, "_mask", _nothing)),
    Mutation("partial value on the second device", None, _always(ReshardingEmitter, "_mask", _mask_keeping(1))),
    Mutation("partial value on no device", "partial", _always(ReshardingEmitter, "_mask", _mask_keeping(-1))),
    Mutation(
        "neutral to every reduction is zero",
        "partial product",
        _instead(collectives, "neutral_element", _neutral_to_sums),
    ),
    Mutation("shards start one later", "iota", _start(_start_plus_one)),
    Mutation("shards are one larger", "iota", _start(lambda start: lambda b, m, a, size: start(b, m, a, size + 1))),
    Mutation("shards start at zero", "lookup", _start(lambda start: lambda b, m, a, _: start(b, m, a, 0))),
    Mutation(
        "shards are counted along reversed axes",
        "lookup, both axes",
        _start(lambda start: lambda b, m, a, size: start(b, m, a[::-1], size)),
    ),
    Mutation("iota counts from zero", "iota", _entry("STABLEHLO_FORMS", local_stablehlo, "stablehlo.iota", _plain)),
    Mutation("lookup finds what is before", "lookup", _always(Emitter, "within", _within(("LT", 0)))),
    Mutation("lookup finds what is behind", "lookup", _always(Emitter, "within", _within(("GE", 0)))),
    Mutation("lookup finds one too many", "lookup", _always(Emitter, "within", _within(("GE", 0), ("LE", 0)))),
    Mutation("lookup finds one too few", "lookup", _always(Emitter, "within", _within(("GE", 0), ("LT", -1)))),
    Mutation("lookup clamps nothing", "lookup", _without(selection.ClampOp, 1)),
    Mutation("lookup counts from zero", "lookup", _always(local_indexing, "_shifted", lambda _, indices, *__: indices)),
    Mutation("lookup without a mask", "tosa gather", _always(local_lookups, "_masked", lambda _, found, *__: found)),
    Mutation("halos one narrower", "windows", _instead(windows, "halos", _narrower)),
    Mutation("halos on the other side", "convolution, strided", _instead(windows, "halos", _swapped_halos)),
    Mutation("halos are not updated", "convolution", _without(mesh_dialect.UpdateHaloOp, 0)),
    Mutation("windows one later", "half", _cut(lambda _, wanted: replace(wanted, start=wanted.start + 1))),
    Mutation("windows are filled with zeros", "pad", _instead(local_windows, "window", _zero_fill)),
    Mutation("windows end at the shard", "convolution", _always(local_windows, "_reach", lambda *_: None)),
    Mutation("concatenation one off", "roll", _instead(local_windows, "_chosen", _later_ends)),
    Mutation(
        "reverse leaves shards where they are",
        "reverse",
        _always(local_reversal, "reverse", _plain),
    ),
    Mutation("scan adds what comes behind", "scan", _instead(local_windows, "_of_others", _other_direction)),
    Mutation("argmax of a shard", "argmax", _instead(local_selection, "selects", lambda _: lambda _signature: False)),
    Mutation("top_k counts from the shard", "top_k", _instead(local_selection, "dense_from", _no_starts)),
    Mutation("loop index counts from zero", "loop index", _always(local_structured, "_shift", lambda *_: None)),
    Mutation(
        "padding is not filled",
        "softmax, uneven",
        _always(padding._Padder, "_filled", lambda _, __, value, *___: value),
    ),
    Mutation("padding is filled from the next element on", "softmax, uneven", _filled_to(1)),
    Mutation("padding is filled from the last element on", "softmax, uneven", _filled_to(-1)),
    Mutation(
        "padding is filled with zeros", "maximum, uneven", _instead(emitters, "neutral_element", _neutral_to_sums)
    ),
    Mutation(
        "exponentials are taken to keep zeros",
        "exponentials, uneven",
        lambda: patch.object(padding, "_KEEPING_ZEROS", padding._KEEPING_ZEROS | {"stablehlo.exponential"}),
    ),
    Mutation(
        "padding is not told of", "maximum, uneven", _always(padding, "_with_global_types", _without_global_types)
    ),
    Mutation("results are told in reversed axes", "slice", _boundary(_reversed_axes)),
    Mutation("partial results are told to be whole", "product, partial", _boundary(_without_partial)),
)

MUTATIONS: Mapping[str, Mutation] = MappingProxyType({mutation.name: mutation for mutation in _MUTATIONS})
"""By name."""
