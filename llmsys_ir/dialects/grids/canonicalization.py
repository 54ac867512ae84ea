"""Simplifications of collectives and queries that hold for both dialects."""

from __future__ import annotations

from itertools import pairwise

from xdsl.dialects import arith
from xdsl.dialects.builtin import DYNAMIC_INDEX, I64, DenseArrayBase, IndexType, IntegerAttr, i64
from xdsl.dialects.utils import get_dynamic_index_list, split_dynamic_index_list
from xdsl.ir import Operation, SSAValue
from xdsl.pattern_rewriter import PatternRewriter, RewritePattern
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.grids.collectives import AllGather, AllReduce, AllSlice, Collective, Shift
from llmsys_ir.dialects.grids.devices import Broadcast
from llmsys_ir.dialects.grids.queries import GridShapeQuery
from llmsys_ir.dialects.grids.shardings import NO_SIZES, Annotation, ShardingValue
from llmsys_ir.dialects.grids.symbols import find_grid
from llmsys_ir.dialects.grids.values import element_of
from llmsys_ir.sharding.sharding import ReductionKind

_ENDOMORPHISMS: dict[type[Operation], ReductionKind] = {
    arith.AddfOp: ReductionKind.SUM,
    arith.AddiOp: ReductionKind.SUM,
    arith.MinimumfOp: ReductionKind.MIN,
    arith.MinSIOp: ReductionKind.MIN,
    arith.MinUIOp: ReductionKind.MIN,
    arith.MaximumfOp: ReductionKind.MAX,
    arith.MaxSIOp: ReductionKind.MAX,
    arith.MaxUIOp: ReductionKind.MAX,
}
"""Ops that may be done before a reduction of the kind instead of after it."""


class RemoveGroupOfOne(RewritePattern):
    """A collective without axes does nothing, if it keeps the type."""

    def match_and_rewrite(self, op: Operation, rewriter: PatternRewriter) -> None:
        """Replace it by its operand."""
        if not isinstance(op, Collective) or isinstance(op, Shift) or op.axes:
            return
        if op.input.type == op.result.type:
            rewriter.replace(op, [], [op.input])


class ReduceOnce(RewritePattern):
    """`all_reduce(x) + all_reduce(y)` is `all_reduce(x + y)`, for sums, minima and maxima alike."""

    def match_and_rewrite(self, op: Operation, rewriter: PatternRewriter) -> None:
        """Move the reduction behind the only op that uses it, if all that op's operands are such reductions."""
        if not isinstance(op, AllReduce) or not _is_plain_reduction(op):
            return
        user = next(iter(op.result.uses)).operation
        kind = _ENDOMORPHISMS.get(type(user))
        reductions = [operand.owner for operand in user.operands]
        if kind is not op.kind or not all(_is_alike(other, op) for other in reductions):
            return
        sources = [reduction.operands[0] for reduction in reductions if isinstance(reduction, AllReduce)]
        if len({source.type for source in sources}) != 1:
            return
        combined = type(user).create(
            operands=sources,
            result_types=[sources[0].type],
            properties=user.properties.copy(),
            attributes=user.attributes.copy(),
        )
        reduced = type(op).create(
            operands=[combined.results[0]],
            result_types=[user.results[0].type],
            properties=op.properties.copy(),
            attributes=op.attributes.copy(),
        )
        rewriter.replace(user, [combined, reduced])
        for reduction in reductions:
            assert isinstance(reduction, AllReduce)
            rewriter.erase(reduction)


def _is_plain_reduction(op: AllReduce) -> bool:
    return element_of(op.input) == element_of(op.result) and op.result.uses.get_length() == 1


def _is_alike(other: object, op: AllReduce) -> bool:
    if not isinstance(other, AllReduce) or not _is_plain_reduction(other):
        return False
    return (other.properties, other.attributes) == (op.properties, op.attributes) and element_of(
        other.input
    ) == element_of(op.input)


class ScatterReduced(RewritePattern):
    """A slice of what was just reduced over the same devices is a `reduce_scatter`."""

    def match_and_rewrite(self, op: Operation, rewriter: PatternRewriter) -> None:
        """Fuse the two, if nothing else uses the reduced value."""
        if not isinstance(op, AllSlice):
            return
        reduction = op.input.owner
        if not isinstance(reduction, AllReduce) or op.input.uses.get_length() != 1:
            return
        if reduction.symbol != op.symbol or set(reduction.axes) != set(op.axes) or op.attributes:
            return
        axis = op.slice_axis.value.data
        rewriter.replace(op, reduction.scattered(op.axes, axis, op.result.type))
        rewriter.erase(reduction)


class SliceGathered(RewritePattern):
    """A device's slice of what its group gathered is what it had; and a gathered slice of a replicated value is it."""

    def match_and_rewrite(self, op: Operation, rewriter: PatternRewriter) -> None:
        """Drop both."""
        match op, op.operands[0].owner:
            case AllSlice(), AllGather() as gather:
                inverse, axes = gather, (gather.gather_axis, op.slice_axis)
            case AllGather(), AllSlice() as slice_ if _is_same_in_group(slice_.input, slice_):
                inverse, axes = slice_, (slice_.slice_axis, op.gather_axis)
            case _:
                return
        if (inverse.symbol, inverse.axes) == (op.symbol, op.axes) and axes[0] == axes[1]:
            source = inverse.input
            if source.type == op.result.type:
                rewriter.replace(op, [], [source])


def _is_same_in_group(value: SSAValue, op: Collective) -> bool:
    """Whether all devices of the groups of `op` are known to hold the same value."""
    source = value.owner
    if not isinstance(source, AllReduce | AllGather | Broadcast):
        return False
    return source.symbol == op.symbol and set(op.axes) <= set(source.axes)


class KnownSizes(RewritePattern):
    """The sizes of a grid that are known are constants."""

    def match_and_rewrite(self, op: Operation, rewriter: PatternRewriter) -> None:
        """Ask for the unknown ones only."""
        if not isinstance(op, GridShapeQuery):
            return
        try:
            shape = find_grid(op, op.symbol, op.WORDS).shape.get_values()
        except VerifyException:
            return
        axes = tuple(op.axes.get_values()) or tuple(range(len(shape)))
        unknown = [axis for axis in axes if shape[axis] == DYNAMIC_INDEX]
        if len(unknown) == len(axes):
            return
        new: list[Operation] = [arith.ConstantOp.from_int_and_width(shape[axis], IndexType()) for axis in axes]
        results = [constant.results[0] for constant in new]
        if unknown:
            query = type(op)(op.symbol.root_reference.data, unknown)
            found = dict(zip(unknown, query.result, strict=True))
            results = [found.get(axis, constant) for axis, constant in zip(axes, results, strict=True)]
            new = [*(constant for constant, axis in zip(new, axes, strict=True) if axis not in found), query]
        rewriter.replace(op, new, results)


class PlainSharding(RewritePattern):
    """Constant sizes are written out; halos of zero and offsets at equal distances say nothing."""

    def match_and_rewrite(self, op: Operation, rewriter: PatternRewriter) -> None:
        """Rebuild the sharding, if anything changes."""
        if not isinstance(op, ShardingValue):
            return
        halos = _folded(op.static_halo_sizes, op.dynamic_halo_sizes)
        offsets = _folded(op.static_sharded_dims_offsets, op.dynamic_sharded_dims_offsets)
        if halos and all(size == 0 for size in halos):
            halos = []
        if _are_equidistant(offsets):
            offsets = []
        static_halos, dynamic_halos = split_dynamic_index_list(halos, DYNAMIC_INDEX)
        static_offsets, dynamic_offsets = split_dynamic_index_list(offsets, DYNAMIC_INDEX)
        sizes = {"static_halo_sizes": static_halos, "static_sharded_dims_offsets": static_offsets}
        properties = {name: DenseArrayBase.from_list(i64, values) for name, values in sizes.items()}
        if all(op.properties.get(name, NO_SIZES) == value for name, value in properties.items()):
            return
        plain = type(op).build(
            operands=[dynamic_offsets, dynamic_halos],
            result_types=op.result_types,
            properties={**op.properties, **properties},
            attributes=op.attributes.copy(),
        )
        rewriter.replace(op, plain)


class OneAnnotation(RewritePattern):
    """Two annotations of a definition that say the same are one; if they differ, the later one is of the earlier."""

    def match_and_rewrite(self, op: Operation, rewriter: PatternRewriter) -> None:
        """Merge it with the first annotation of its value, or make it follow that one."""
        if not isinstance(op, Annotation) or isinstance(op.src.owner, Annotation) or op.said is None:
            return
        users = [use.operation for use in op.src.uses]
        others = [user for user in users if isinstance(user, type(op)) and _are_alike(user, op)]
        first = next((other for other in others if other.is_before_in_block(op)), None)
        if first is None:
            return
        if first.said == op.said:
            rewriter.replace(op, [], [first.result])
        elif op.annotate_for_users is None:
            op.operands[0] = first.result
            rewriter.notify_op_modified(op)


def _are_alike(one: Annotation, other: Annotation) -> bool:
    return (
        one.parent is other.parent
        and one.said is not None
        and (one.annotate_for_users, one.attributes) == (other.annotate_for_users, other.attributes)
    )


def _folded(static: DenseArrayBase[I64], dynamic: tuple[SSAValue, ...]) -> list[SSAValue | int]:
    mixed = get_dynamic_index_list(static.get_values(), dynamic, DYNAMIC_INDEX)
    return [_constant(size) if isinstance(size, SSAValue) else size for size in mixed]


def _constant(value: SSAValue) -> SSAValue | int:
    if isinstance(value.owner, arith.ConstantOp) and isinstance(value.owner.value, IntegerAttr):
        return value.owner.value.value.data
    return value


def _are_equidistant(offsets: list[SSAValue | int]) -> bool:
    """Whether each offset is as far from the one before as the next, so that they are the default."""
    known = [offset for offset in offsets if isinstance(offset, int)]
    steps = {after - before for before, after in pairwise(known)}
    return len(known) == len(offsets) > 2 and len(steps) == 1


COLLECTIVE_PATTERNS: tuple[RewritePattern, ...] = (
    RemoveGroupOfOne(),
    SliceGathered(),
    ScatterReduced(),
    ReduceOnce(),
)
SHAPE_PATTERNS: tuple[RewritePattern, ...] = (KnownSizes(),)
ANNOTATION_PATTERNS: tuple[RewritePattern, ...] = (OneAnnotation(),)
SHARDING_PATTERNS: tuple[RewritePattern, ...] = (PlainSharding(),)
