"""Which dims an op puts into one class: those that share a factor of its rule, or along which it moves elements."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from xdsl.ir import Operation, SSAValue

from llmsys_ir.dialects import mesh
from llmsys_ir.program.exchanges import halos_of
from llmsys_ir.program.shrinking.classes import Place
from llmsys_ir.program.shrinking.collected import Collected, dims_of
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.rule import OpRule, RuleError
from llmsys_ir.sharding.rules.stablehlo.indexing import Indexing
from llmsys_ir.sharding.rules.stablehlo.products import spatial_windows
from llmsys_ir.sharding.rules.stablehlo.reductions import windows_under
from llmsys_ir.sharding.rules.stablehlo.windows import Window
from llmsys_ir.sharding.signature import OpSignature


@dataclass(frozen=True)
class Statement:
    """An op that computes tensors, and where what it says is put."""

    op: Operation
    signature: OpSignature
    found: Collected

    def operand(self, number: int, dim: int) -> Place:
        """A dim of an operand."""
        return self.op.operands[number], dim

    def result(self, dim: int) -> Place:
        """A dim of the first result."""
        return self.op.results[0], dim

    def state(self, attribute: str, places: Sequence[Place], step: int = 1, start: int = 0) -> None:
        """Say that a list of numbers has one per dim, from its element `start` on every `step`-th."""
        numbers = self.signature.integers(attribute)[start::step]
        indices = range(start, start + step * len(numbers), step)
        self.found.state(self.op, attribute, zip(indices, places, numbers, strict=True))


Form: TypeAlias = Callable[[Statement], None]


def join_dims(op: Operation, found: Collected, registry: RuleRegistry) -> None:
    """Put the dims of an op's operands and results into classes; those of an op without a rule stay."""
    statement = Statement(op, signature_of(op), found)
    if isinstance(op, mesh.UpdateHaloOp | mesh.CollectiveOp):
        _collective(statement)
    elif (form := _FORMS.get(statement.signature.name)) is not None:
        form(statement)
    else:
        _by_rule(statement, registry)


def _by_rule(statement: Statement, registry: RuleRegistry) -> None:
    op, found = statement.op, statement.found
    try:
        rule = registry.rule(statement.signature)
    except RuleError:
        found.fix_values((*op.operands, *op.results))
        return
    sides = ((op.operands, rule.operands), (op.results, rule.results))
    for value, dims in ((value, dims) for values, rules in sides for value, dims in zip(values, rules, strict=True)):
        for dim, factors in enumerate(dims):
            _join_factors(statement, (value, dim), factors, rule)
    for dims in _STATED.get(statement.signature.name, ()):
        if dims in statement.signature.attributes:
            statement.state(dims, dims_of(op.results[0]))
    if statement.signature.name == "tosa.reshape" and "new_shape" not in statement.signature.attributes:
        found.fix_values((*op.operands, *op.results))
    if statement.signature.name.startswith(_CAREFUL):
        _fix_odd_factors(statement, rule)


def _join_factors(statement: Statement, place: Place, factors: Sequence[int], rule: OpRule) -> None:
    classes, parts = statement.found.classes, [(statement.op, factor) for factor in factors]
    for part, factor in zip(parts, factors, strict=True):
        classes.add_size(part, rule.factors[factor].size)
    parts = [part for part, factor in zip(parts, factors, strict=True) if rule.factors[factor].size != 1]
    if len(parts) == 1:
        classes.join(place, parts[0])
    elif parts:
        classes.products.append((place, tuple(parts)))


def _fix_odd_factors(statement: Statement, rule: OpRule) -> None:
    """Keep the dims that are more than one factor which devices share without knowing where they are."""
    op = statement.op
    for values, rules in ((op.operands, rule.operands), (op.results, rule.results)):
        for value, dims in zip(values, rules, strict=True):
            for dim, factors in enumerate(dims):
                if len(factors) != 1 or rule.factors[factors[0]].whole or rule.factors[factors[0]].placed:
                    statement.found.classes.fix((value, dim))


def _collective(statement: Statement) -> None:
    """Positions are those of the whole tensor before and after."""
    op, found = statement.op, statement.found
    before, after = spec_of(op.operands[0].type).shape, spec_of(op.results[0].type).shape
    found.same_dims(op.operands[0], op.results[0])
    for dim, (here, there) in enumerate(zip(before, after, strict=True)):
        small, large = sorted((here, there))
        if small > 0 and large % small == 0:
            found.classes.relate((op.results[0], dim), (1, large), (-(large // small), small))
    if isinstance(op, mesh.UpdateHaloOp):
        if op.dynamic_halo_sizes:
            found.fix_values(op.results)
            return
        places = [(op.results[0], dim) for dim in halos_of(op) for _ in range(2)]
        sizes = op.static_halo_sizes.get_values()
        found.state(op, "static_halo_sizes", zip(range(len(sizes)), places, sizes, strict=True))


def _slice(statement: Statement) -> None:
    """Limits less starts are sizes times strides."""
    op, found = statement.op, statement.found
    found.same_dims(op.operands[0], op.results[0])
    names = ("start_indices", "limit_indices", "strides")
    columns = zip(*map(statement.signature.integers, names), statement.signature.results[0].shape, strict=True)
    for name in names[:2]:
        statement.state(name, dims_of(op.operands[0]))
    for dim, (start, limit, stride, size) in enumerate(columns):
        found.classes.relate(statement.operand(0, dim), (1, limit), (-1, start), (-stride, size))


def _pad(statement: Statement) -> None:
    op, found = statement.op, statement.found
    found.same_dims(op.operands[0], op.results[0])
    names = ("edge_padding_low", "edge_padding_high", "interior_padding")
    for name in names[:2]:
        statement.state(name, dims_of(op.operands[0]))
    before, after = statement.signature.operands[0].shape, statement.signature.results[0].shape
    columns = zip(before, after, *map(statement.signature.integers, names), strict=True)
    for dim, (here, there, low, high, interior) in enumerate(columns):
        terms = ((1 + interior, here), (1, low), (1, high), (-1, there))
        found.classes.relate(statement.operand(0, dim), *terms)


def _concatenate(statement: Statement) -> None:
    op, found, axis = statement.op, statement.found, statement.signature.integer("dimension")
    found.same_dims(*op.operands, *op.results)
    sizes = [spec.shape[axis] for spec in statement.signature.operands]
    terms = [(1, size) for size in sizes]
    found.classes.relate(statement.result(axis), *terms, (-1, sum(sizes)))


def _dynamic_slice(statement: Statement) -> None:
    statement.found.same_dims(statement.op.operands[0], statement.op.results[0])
    statement.state("slice_sizes", dims_of(statement.op.operands[0]))


def _dynamic_update_slice(statement: Statement) -> None:
    statement.found.same_dims(*statement.op.operands[:2], *statement.op.results)


def _reverse(statement: Statement) -> None:
    statement.found.same_dims(statement.op.operands[0], statement.op.results[0])


def _gather(statement: Statement) -> None:
    indexing = Indexing.of_gather(statement.signature)
    statement.state("slice_sizes", dims_of(statement.op.operands[0]))
    _indexed(statement, indexing, 0, statement.op.operands[1], statement.op.results[0])


def _scatter(statement: Statement) -> None:
    op, count = statement.op, len(statement.op.results)
    indexing = Indexing.of_scatter(statement.signature)
    for number in range(count):
        statement.found.same_dims(op.operands[number], op.results[number])
        _indexed(statement, indexing, number, op.operands[count], op.operands[count + 1 + number])


def _indexed(statement: Statement, indexing: Indexing, operand: int, indices: SSAValue, windows: SSAValue) -> None:
    """Windows have dims of the tensor, and those of the indices but for the index vectors', which stay."""
    classes = statement.found.classes
    for dim, there in indexing.batching.items():
        classes.join(statement.operand(operand, dim), (indices, there))
    for dim, place in zip(indexing.window, sorted(indexing.placed), strict=True):
        classes.join(statement.operand(operand, dim), (windows, place))
    rank = spec_of(indices.type).rank
    if indexing.vector_dim < rank:
        classes.fix((indices, indexing.vector_dim))
    batch = [dim for dim in range(rank) if dim != indexing.vector_dim]
    places = [dim for dim in range(spec_of(windows.type).rank) if dim not in indexing.placed]
    for dim, place in zip(batch, places, strict=True):
        classes.join((indices, dim), (windows, place))


def _top_k(statement: Statement) -> None:
    """As many elements are taken of fewer."""
    op, classes = statement.op, statement.found.classes
    *batch, last = range(spec_of(op.operands[0].type).rank)
    taken = statement.signature.results[0].shape[last]
    for result in op.results:
        for dim in batch:
            classes.join((op.operands[0], dim), (result, dim))
        if taken == statement.signature.operands[0].shape[last]:
            classes.join((op.operands[0], last), (result, last))
    if taken == statement.signature.operands[0].shape[last]:
        statement.found.state(op, "k", [(0, (op.operands[0], last), taken)])
        return
    classes.fix(*((result, last) for result in op.results))
    classes.relate((op.operands[0], last), (1, taken))


def _convolution(statement: Statement) -> None:
    """Batches and features; along dims in space what is larger, window or places, shrinks with the dim under it.

    Groups stay, unless each has one feature and makes one.
    """
    signature, op, classes = statement.signature, statement.op, statement.found.classes
    if signature.integer("batch_group_count") != 1:
        statement.found.fix_values((*op.operands, *op.results))
        return
    left, kernel, result = (*op.operands, *op.results)

    def dim(value: SSAValue, name: str) -> tuple[SSAValue, int]:
        return value, signature.integer(f"{name}_dimension")

    classes.join(dim(left, "input_batch"), dim(result, "output_batch"))
    terms, features = dim(kernel, "kernel_input_feature"), dim(left, "input_feature")
    made = (dim(kernel, "kernel_output_feature"), dim(result, "output_feature"))
    groups = signature.integer("feature_group_count")
    if groups == 1:
        classes.join(features, terms)
        classes.join(*made)
    elif all(spec_of(value.type).shape[at] == groups for value, at in (features, *made)):
        classes.join(features, *made)
        statement.found.state(op, "feature_group_count", [(0, features, groups)])
    else:
        classes.fix(features, terms, *made)
    for window, (under, along, place) in spatial_windows(signature):
        _window(statement, window, (left, under), (kernel, along), (result, place))


def _window(statement: Statement, window: Window, under: Place, along: Place | None, place: Place) -> None:
    """A number of places less one, times the stride, is what the padded dim has beyond the window."""
    classes = statement.found.classes
    if along is not None and window.size > window.places:
        classes.join(under, along)
        classes.fix(place)
        classes.relate(under, (window.base, window.under), (-window.dilation, window.size))
        return
    if along is not None:
        classes.fix(along)
    classes.join(under, place)
    classes.relate(under, (window.base, window.under), (-window.stride, window.places))


def _reduce_window(statement: Statement) -> None:
    op, count, found = statement.op, len(statement.op.results), statement.found
    for number, window in enumerate(windows_under(statement.signature, statement.signature.results[0].shape)):
        for operand, result in zip(op.operands[:count], op.results, strict=True):
            _window(statement, window, (operand, number), None, (result, number))
        if window.size == window.under != 1:
            place = (op.operands[0], number)
            found.state(op, "window_dimensions", [(number, place, window.size)])
            found.state(op, "padding", [(2 * number, place, window.low), (2 * number + 1, place, window.high)])
            terms = ((1, window.under), (1, window.low), (1, window.high), (-1, window.size), (-1, window.places))
            found.classes.relate(place, *terms)


def _select_and_scatter(statement: Statement) -> None:
    op = statement.op
    for number, window in enumerate(windows_under(statement.signature, statement.signature.operands[1].shape)):
        _window(statement, window, (op.operands[0], number), None, (op.operands[1], number))
        statement.found.classes.join((op.operands[0], number), (op.results[0], number))


def _tensor_slice(larger: int, smaller: Callable[[Operation], SSAValue]) -> Form:
    """A slice with offsets and sizes: of operand `larger` the elements that the other value has."""

    def form(statement: Statement) -> None:
        op, whole = statement.op, statement.op.operands[larger]
        part = smaller(op)
        names = ("static_offsets", "static_sizes")
        if spec_of(part.type).rank != spec_of(whole.type).rank or any(
            number < 0 for name in names for number in statement.signature.integers(name)
        ):
            statement.found.fix_values((*op.operands, *op.results))
            return
        statement.found.same_dims(whole, part)
        for name in names:
            statement.state(name, dims_of(whole))
        if larger:
            statement.found.same_dims(whole, op.results[0])

    return form


def _tosa_slice(statement: Statement) -> None:
    names = ("start", "size")
    if not all(name in statement.signature.attributes for name in names):
        statement.found.fix_values((*statement.op.operands, *statement.op.results))
        return
    statement.found.same_dims(statement.op.operands[0], statement.op.results[0])
    for name in names:
        statement.state(name, dims_of(statement.op.results[0]))


def _tile(statement: Statement) -> None:
    """How often dims are repeated stays."""
    classes = statement.found.classes
    before, after = statement.signature.operands[0].shape, statement.signature.results[0].shape
    for dim, (here, there) in enumerate(zip(before, after, strict=True)):
        if here == there:
            classes.join(statement.operand(0, dim), statement.result(dim))
        else:
            classes.fix(statement.operand(0, dim), statement.result(dim))


_STATED: Mapping[str, Sequence[str]] = {
    "tensor.expand_shape": ("static_output_shape",),
    "tosa.reshape": ("new_shape",),
    "tosa.transpose_conv2d": ("out_shape",),
}
"""Attributes that state the sizes of the result of an op which has a rule."""

_CAREFUL = (
    *(f"linalg.{name}" for name in ("conv", "depthwise_conv", "pooling")),
    *(f"tensor.{name}" for name in ("pad", "generate")),
    *(f"tosa.{name}" for name in ("avg_pool", "conv", "depthwise", "fft", "max_pool", "pad", "resize", "rfft")),
    "tosa.transpose_conv",
    "stablehlo.fft",
)
"""Ops that state numbers which are not known here; of their dims only those that are plain factors shrink."""

_FORMS: Mapping[str, Form] = {
    "chlo.top_k": _top_k,
    "stablehlo.concatenate": _concatenate,
    "stablehlo.convolution": _convolution,
    "stablehlo.dynamic_slice": _dynamic_slice,
    "stablehlo.dynamic_update_slice": _dynamic_update_slice,
    "stablehlo.gather": _gather,
    "stablehlo.pad": _pad,
    "stablehlo.reduce_window": _reduce_window,
    "stablehlo.reverse": _reverse,
    "stablehlo.scatter": _scatter,
    "stablehlo.select_and_scatter": _select_and_scatter,
    "stablehlo.slice": _slice,
    "tensor.extract_slice": _tensor_slice(0, lambda op: op.results[0]),
    "tensor.insert_slice": _tensor_slice(1, lambda op: op.operands[0]),
    "tosa.slice": _tosa_slice,
    "tosa.tile": _tile,
}
"""Ops that move elements along dims, or state numbers."""
