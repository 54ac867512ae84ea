"""Ops that read or write tensors at positions that are data, and slices that are written, with what NumPy says.

Positions come from integer arguments, by a remainder.
"""

# The functions of the cases take arrays, which `Callable[..., Any]` does not say.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from hypothesis import strategies as st

from random_ops.tensors import SIZES, OpCase, Tensor

Shape = tuple[int, ...]


def _sizes(low: int, high: int) -> st.SearchStrategy[Shape]:
    return st.lists(st.sampled_from(SIZES), min_size=low, max_size=high).map(tuple)


def _positions(operand: int, tensor: Tensor, limits: Sequence[int]) -> str:
    """Lines that define `%i`, the integers of an operand below the limits of their last dim."""
    last = tensor.shape[-1]
    values = list(limits) if len(limits) > 1 else list(limits) * last
    dense = np.broadcast_to(values, tensor.shape).tolist()
    return f"%m = arith.constant dense<{dense}> : {tensor}\n%i = arith.remui {{{operand}}}, %m : {tensor}\n"


def _below(array: Any, limits: Any) -> Any:
    return (array.astype(np.uint32) % np.asarray(limits, np.uint32)).astype(np.int64)


@st.composite
def gather(draw: st.DrawFn, *, keeps: bool) -> OpCase:
    """Slices of one element along some dims, which the result has or not."""
    shape = draw(_sizes(1, 3))
    dims = sorted(draw(st.sets(st.integers(0, len(shape) - 1), min_size=1)))
    batch = draw(_sizes(0, 2))
    source, numbers = Tensor(shape), Tensor((*batch, len(dims)), "i32")
    limits = [shape[dim] for dim in dims]
    kept = [1 if dim in dims else size for dim, size in enumerate(shape) if keeps or dim not in dims]
    result = Tensor((*batch, *kept))
    indices = Tensor(numbers.shape, "index")
    text = (
        _positions(1, numbers, limits) + f"%j = arith.index_cast %i : {numbers} to {indices}\n"
        f"%r = tensor.gather {{0}}[%j] gather_dims([{', '.join(map(str, dims))}]) : ({source}, {indices}) -> {result}"
    )

    def expected(source: Any, numbers: Any) -> Any:
        at = np.moveaxis(_below(numbers, limits), -1, 0)
        moved = np.moveaxis(source, dims, range(len(dims)))
        return moved[tuple(at)].reshape(result.shape)

    return OpCase((source, numbers), (result,), text, expected)


@st.composite
def tosa_gather(draw: st.DrawFn) -> OpCase:
    """Rows of each batch."""
    batch, count, rows, width = draw(_sizes(4, 4))
    source, numbers = Tensor((batch, rows, width)), Tensor((batch, count), "i32")
    result = Tensor((batch, count, width))
    text = _positions(1, numbers, [rows]) + f"%r = tosa.gather {{0}}, %i : ({source}, {numbers}) -> {result}"

    def expected(source: Any, numbers: Any) -> Any:
        return np.take_along_axis(source, _below(numbers, rows)[..., None], 1)

    return OpCase((source, numbers), (result,), text, expected)


@st.composite
def insert_slice(draw: st.DrawFn) -> OpCase:
    """A tensor written into a part of another one; dims of size 1 may be missing."""
    shape = draw(_sizes(1, 3))
    sizes = tuple(size if draw(st.booleans()) else draw(st.integers(1, size)) for size in shape)
    starts = tuple(draw(st.integers(0, size - taken)) for size, taken in zip(shape, sizes, strict=True))
    ones = [dim for dim, size in enumerate(sizes) if size == 1]
    dropped = ones if draw(st.booleans()) else []
    source = Tensor(tuple(size for dim, size in enumerate(sizes) if dim not in dropped))
    whole = Tensor(shape)
    text = (
        f"%r = tensor.insert_slice {{0}} into {{1}}{list(starts)} {list(sizes)} {[1] * len(shape)} "
        f": {source} into {whole}"
    )

    def expected(source: Any, whole: Any) -> Any:
        written = whole.copy()
        at = tuple(slice(start, start + size) for start, size in zip(starts, sizes, strict=True))
        written[at] = source.reshape(sizes)
        return written

    return OpCase((source, whole), (whole,), text, expected)


@st.composite
def pad(draw: st.DrawFn, *, indexed: bool) -> OpCase:
    """A padding of some dims, by a number or by the position along a dim."""
    shape = draw(_sizes(1, 3))
    amounts = [draw(st.sampled_from([(0, 0), (0, 0), (1, 0), (2, 1)])) for _ in shape]
    dim = draw(st.integers(0, len(shape) - 1))
    source = Tensor(shape)
    result = Tensor(tuple(size + low + high for size, (low, high) in zip(shape, amounts, strict=True)))
    lows, highs = ([pair[side] for pair in amounts] for side in (0, 1))
    arguments = ", ".join(f"%i{number}: index" for number in range(len(shape)))
    value = f"%n = arith.index_cast %i{dim} : index to i32\n%p = arith.sitofp %n : i32 to f32\n" if indexed else ""
    text = (
        f"%p{'c' * indexed} = arith.constant 2.5 : f32\n%r = tensor.pad {{0}} low{lows} high{highs} {{{{\n"
        f"^bb0({arguments}):\n{value}tensor.yield %p : f32\n}}}} : {source} to {result}"
    )

    def expected(source: Any) -> Any:
        positions = np.arange(result.shape[dim]).reshape([-1 if at == dim else 1 for at in range(len(shape))])
        padded = np.array(np.broadcast_to(positions if indexed else 2.5, result.shape), np.float32)
        padded[tuple(slice(low, low + size) for size, (low, _) in zip(shape, amounts, strict=True))] = source
        return padded

    return OpCase((source,), (result,), text, expected)


@st.composite
def lookup(draw: st.DrawFn) -> OpCase:
    """A body that reads a tensor at a position that is data, and at loop indices."""
    rows, width, count = draw(_sizes(3, 3))
    table, numbers, result = Tensor((rows, width)), Tensor((count,), "i32"), Tensor((count, width))
    text = (
        _positions(1, numbers, [rows]) + f"%e = tensor.empty() : {result}\n"
        "%r = linalg.generic {{indexing_maps = [affine_map<(i, j) -> (i)>, affine_map<(i, j) -> (i, j)>], "
        f'iterator_types = ["parallel", "parallel"]}}}} ins(%i : {numbers}) outs(%e : {result}) {{{{\n'
        "^bb0(%n: i32, %out: f32):\n%row = arith.index_cast %n : i32 to index\n%column = linalg.index 1 : index\n"
        f"%x = tensor.extract {{0}}[%row, %column] : {table}\n%y = arith.addf %x, %x : f32\nlinalg.yield %y : f32\n"
        f"}}}} -> {result}"
    )
    return OpCase((table, numbers), (result,), text, lambda table, numbers: 2 * table[_below(numbers, rows)])


@st.composite
def row_lookup(draw: st.DrawFn) -> OpCase:
    """A body that reads each row of a tensor at a position of the row's own, and another one at the loop's index."""
    rows, width = draw(_sizes(2, 2))
    table, column, numbers = Tensor((rows, width)), Tensor((rows, 1)), Tensor((rows, 1), "i32")
    text = (
        _positions(1, numbers, [width]) + f"%e = tensor.empty() : {column}\n%zero = arith.constant 0 : index\n"
        "%r = linalg.generic {{indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i, j)>], "
        f'iterator_types = ["parallel", "parallel"]}}}} ins(%i : {numbers}) outs(%e : {column}) {{{{\n'
        "^bb0(%n: i32, %out: f32):\n%row = linalg.index 0 : index\n%at = arith.index_cast %n : i32 to index\n"
        f"%x = tensor.extract {{0}}[%row, %at] : {table}\n%y = tensor.extract {{2}}[%row, %zero] : {column}\n"
        f"%z = arith.subf %x, %y : f32\nlinalg.yield %z : f32\n}}}} -> {column}"
    )

    def expected(table: Any, numbers: Any, column: Any) -> Any:
        return np.take_along_axis(table, _below(numbers, width), 1) - column

    return OpCase((table, numbers, column), (column,), text, expected)


@st.composite
def scatter(draw: st.DrawFn, line: str, combine: Callable[[Any, Any], Any], dtype: str = "f32") -> OpCase:
    """Updates at positions of which some are outside of the tensor; `line` defines `%y` of `%u`, and `%b` before."""
    shape = draw(_sizes(1, 3))
    missing = draw(st.integers(0, len(shape)))
    dims = draw(st.permutations(sorted({*range(missing), *draw(st.sets(st.integers(0, len(shape) - 1)))} or {0})))
    windows = tuple(draw(st.sampled_from([1, size])) if dim in dims else size for dim, size in enumerate(shape))
    count = draw(st.sampled_from((1, 2, 4, 6)))
    updates, numbers = Tensor((count, *windows[missing:]), dtype), Tensor((count, len(dims)), "i32")
    original, listed = Tensor(shape, dtype), ", ".join(map(str, dims))
    reach = [1 if dim >= missing else 0 for dim in dims]
    limits = [shape[dim] + 1 - reached * (windows[dim] - 1) for dim, reached in zip(dims, reach, strict=True)]
    text = (
        _positions(1, numbers, limits)
        + f"%r = tm_tensor.scatter {{{{dimension_map = array<i64: {listed}>}}}} unique_indices(false) "
        f"ins({{0}}, %i : {updates}, {numbers}) outs({{2}} : {original}) {{{{\n"
        f"^bb0(%u: {dtype}, %b: {dtype}):\n{line}tm_tensor.yield {'%y' if line else '%u'} : {dtype}\n"
        f"}}}} -> {original}"
    )
    sizes = tuple(1 if dim < missing else size for dim, size in enumerate(windows))

    def expected(updates: Any, numbers: Any, original: Any) -> Any:
        result = original.copy()
        for update, position in zip(updates, _below(numbers, limits), strict=True):
            starts = dict(zip(dims, position, strict=True))
            at = [slice(starts.get(dim, 0), starts.get(dim, 0) + size) for dim, size in enumerate(sizes)]
            if all(part.stop <= size for part, size in zip(at, shape, strict=True)):
                result[tuple(at)] = combine(result[tuple(at)], update.reshape(sizes))
        return result

    return OpCase((updates, numbers, original), (original,), text, expected)


@st.composite
def scan(draw: st.DrawFn, *, inclusive: bool) -> OpCase:
    """Running sums."""
    shape = draw(_sizes(1, 3))
    dim = draw(st.integers(0, len(shape) - 1))
    tensor, last = Tensor(shape), Tensor(shape[:dim] + shape[dim + 1 :])
    text = (
        f"%r:2 = tm_tensor.scan dimension({dim}) inclusive({str(inclusive).lower()}) ins({{0}} : {tensor}) "
        f"outs({{1}}, {{2}} : {tensor}, {last}) {{{{\n^bb0(%a: f32, %b: f32):\n%c = arith.addf %a, %b : f32\n"
        f"tm_tensor.yield %c : f32\n}}}} -> {tensor}, {last}"
    )

    def expected(x: Any, _: Any, first: Any) -> Any:
        given = x if inclusive else np.concatenate([np.expand_dims(first, dim), np.delete(x, -1, dim)], dim)
        sums = np.cumsum(given, dim)
        return sums, np.take(sums, -1, dim)

    return OpCase((tensor, tensor, last), (tensor, last), text, expected)


@st.composite
def sort(draw: st.DrawFn) -> OpCase:
    """The largest first, and another tensor along with it."""
    shape = draw(_sizes(1, 3))
    dim = draw(st.integers(0, len(shape) - 1))
    keys, others = Tensor(shape), Tensor(shape, "i32")
    text = (
        f"%r:2 = tm_tensor.sort dimension({dim}) outs({{0}}, {{1}} : {keys}, {others}) {{{{\n"
        "^bb0(%a: f32, %b: f32, %c: i32, %d: i32):\n%e = arith.cmpf ogt, %a, %b : f32\n"
        f"tm_tensor.yield %e : i1\n}}}} -> {keys}, {others}"
    )

    def expected(keys: Any, others: Any) -> Any:
        order = np.argsort(-keys, dim, kind="stable")
        return np.take_along_axis(keys, order, dim), np.take_along_axis(others, order, dim)

    return OpCase((keys, others), (keys, others), text, expected)


LOOKUPS: dict[str, st.SearchStrategy[OpCase]] = {
    "linalg.generic lookup": lookup(),
    "linalg.generic lookup in rows": row_lookup(),
    "tensor.gather": gather(keeps=False),
    "tensor.gather full": gather(keeps=True),
    "tensor.insert_slice": insert_slice(),
    "tensor.pad": pad(indexed=False),
    "tensor.pad indexed": pad(indexed=True),
    "tm_tensor.scan": scan(inclusive=True),
    "tm_tensor.scan exclusive": scan(inclusive=False),
    "tm_tensor.scatter": scatter("", lambda _, update: update),
    "tm_tensor.scatter sum": scatter("%y = arith.addf %b, %u : f32\n", np.add),
    "tm_tensor.scatter max": scatter("%y = arith.maxsi %u, %b : i32\n", np.maximum, "i32"),
    "tm_tensor.scatter body": scatter(
        "%v = arith.addf %b, %b : f32\n%y = arith.subf %v, %u : f32\n", lambda before, update: 2 * before - update
    ),
    "tm_tensor.sort": sort(),
    "tosa.gather": tosa_gather(),
}
