from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kernel_checks import check, run
from programs import parse, run_whole

from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.kernels.reductions import combine, neutral, reduce_axes

RNG = np.random.default_rng(2)
P, R = "parallel", "reduction"


Values = tuple[Any, ...]


def _region(
    body: Callable[[Any, Any, Any], Values]
    | Callable[[Any, Any, Any, Any], Values]
    | Callable[[Any, Any, Any, Any, Any], Values],
) -> Any:
    """A region of one or two inputs and an output, or one input and more outputs; `body` has the indices first."""
    function: Callable[..., Values] = body

    def region(*arguments: Any, indices: Any) -> Values:
        return function(indices, *arguments)

    return region


def _attributes(
    maps: Sequence[Any], iterators: Sequence[str], combiners: Sequence[str | None] = (None,), **others: Any
) -> dict[str, Any]:
    return {
        "indexing_maps": tuple(maps),
        "iterator_types": tuple(iterators),
        "combiners": tuple(combiners),
        **others,
    }


def _by_loops(
    arrays: Sequence[Any], outs: Sequence[Any], maps: Sequence[Sequence[int]], sizes: Sequence[int], body: Any
) -> list[Any]:
    """The definition of a structured op: one scalar step per point of the loop space, in order."""
    results = [out.copy() for out in outs]
    for point in np.ndindex(*sizes):
        positions = [tuple(point[loop] for loop in entries) for entries in maps]
        ins = [array[at] for array, at in zip(arrays, positions, strict=False)]
        outputs = positions[len(arrays) :]
        values = body(*ins, *(result[at] for result, at in zip(results, outputs, strict=True)), indices=point)
        for result, at, value in zip(results, outputs, values, strict=True):
            result[at] = value
    return results


BODIES: dict[str, tuple[str, Any]] = {
    "sum": ("sum", _region(lambda i, a, b, out: (out + a * b,))),
    "product": ("product", _region(lambda i, a, b, out: (out * (a + b),))),
    "max": ("max", _region(lambda i, a, b, out: (np.maximum(out, a - b),))),
    "minnum": ("minnum", _region(lambda i, a, b, out: (np.fmin(out, a * b),))),
    "position": ("sum", _region(lambda i, a, b, out: (out + a * sum(i),))),
}


@st.composite
def generics(draw: st.DrawFn) -> tuple[list[list[int]], list[int], list[str]]:
    """Indexing maps of two inputs and an output, loop sizes and iterator types."""
    rank = draw(st.integers(1, 4))
    loops = list(range(rank))
    sizes = draw(st.lists(st.integers(1, 3), min_size=rank, max_size=rank))
    out = draw(st.permutations(loops))[: draw(st.integers(0, rank))]
    first = list(draw(st.permutations(loops)))
    second = draw(st.permutations(loops))[: draw(st.integers(0, rank))]
    return [first, list(second), list(out)], sizes, [P if loop in out else R for loop in loops]


@settings(max_examples=60, deadline=None)
@given(generics(), st.sampled_from(sorted(BODIES)))
def test_a_generic_is_its_loops(generic: tuple[list[list[int]], list[int], list[str]], name: str) -> None:
    maps, sizes, iterators = generic
    kind, body = BODIES[name]
    shapes = [tuple(sizes[loop] for loop in entries) for entries in maps]
    a, b, out = (RNG.normal(size=shape) for shape in shapes)
    expected = _by_loops([a, b], [out], maps, sizes, body)
    attributes = _attributes([tuple(entries) for entries in maps], iterators, [kind])
    arguments: dict[str, Any] = {"attributes": attributes, "regions": (body,), "rtol": 1e-9}
    check("linalg.generic", [a, b, out], (shapes[2], "f64"), expected=expected[0], **arguments)
    if name == "sum":
        attributes["contraction"] = True
        check("linalg.generic", [a, b, out], (shapes[2], "f64"), expected=expected[0], **arguments)


def test_a_parallel_body_may_read_the_output() -> None:
    a, out = RNG.normal(size=(2, 3)), RNG.normal(size=(3, 2))
    attributes = _attributes([(0, 1), (1, 0)], [P, P])
    body = _region(lambda i, a, out: (a - 2 * out,))
    expected = a.T - 2 * out
    check("linalg.generic", [a, out], ((3, 2), "f64"), expected=expected, attributes=attributes, regions=(body,))


def test_scalars_constants_and_index() -> None:
    out = np.zeros((2, 3), np.int64)
    attributes = _attributes([(), (0, 1)], [P, P])
    body = _region(lambda i, s, out: (s + 10 * i[0] + i[1],))
    expected = 7 + np.array([[0, 1, 2], [10, 11, 12]])
    arguments: dict[str, Any] = {"attributes": attributes, "scalars": (0,)}
    check("linalg.generic", [np.int64(7), out], ((2, 3), "i64"), expected=expected, regions=(body,), **arguments)
    constant = _region(lambda i, s, out: (np.zeros((1,) * (i[0].ndim - 2)),))
    check("linalg.generic", [np.int64(7), out], ((2, 3), "i64"), expected=0 * out, regions=(constant,), **arguments)


def test_two_results_one_reduced() -> None:
    a, total, doubled = RNG.normal(size=(2, 3)), np.ones(2), np.zeros((2, 3))
    attributes = _attributes([(0, 1), (0,), (0, 1)], [P, R], ["sum", None])
    body = _region(lambda i, a, total, doubled: (total + a, a * 2))
    results = run(
        "linalg.generic", [a, total, doubled], ((2,), "f64"), ((2, 3), "f64"), attributes=attributes, regions=(body,)
    )
    np.testing.assert_allclose(results[0], 1 + a.sum(1))
    np.testing.assert_allclose(results[1], 2 * a)


def test_a_diagonal_and_a_constant_index() -> None:
    a, row, out = RNG.normal(size=(3, 3)), RNG.normal(size=(1, 3)), np.zeros(3)
    attributes = _attributes([(0, 0), ((), 0), (0,)], [P])
    body = _region(lambda i, a, row, out: (a + row,))
    check(
        "linalg.generic",
        [a, row, out],
        ((3,), "f64"),
        expected=np.diag(a) + row[0],
        attributes=attributes,
        regions=(body,),
    )


def test_a_region_that_is_no_known_reduction_runs_in_order() -> None:
    """The index of the first maximum, and a polynomial."""
    a = RNG.integers(0, 4, (3, 5)).astype(np.float64)
    most, where, polynomial = np.full((3, 1), -np.inf), np.zeros((3, 1), np.int64), np.ones((3, 1))

    def body(i: Any, a: Any, most: Any, where: Any, polynomial: Any) -> Any:
        return np.maximum(a, most), np.where(a > most, i[1], where), 2 * polynomial + a

    attributes = _attributes([(0, 1), (0, ()), (0, ()), (0, ())], [P, R], ["max", None, None])
    results = run(
        "linalg.generic",
        [a, most, where, polynomial],
        *(((3, 1), dtype) for dtype in ("f64", "i64", "f64")),
        attributes=attributes,
        regions=(_region(body),),
    )
    np.testing.assert_array_equal(results[0], a.max(1, keepdims=True))
    np.testing.assert_array_equal(results[1], a.argmax(1, keepdims=True))
    np.testing.assert_allclose(results[2][:, 0], [np.polyval([1, *row], 2) for row in a])


def test_a_result_may_have_a_dim_that_no_loop_indexes() -> None:
    a, out = RNG.normal(size=(2, 3)), RNG.normal(size=(2, 1))
    attributes = _attributes([(0, 1), (0, ())], [P, R], ["sum"])
    body = _region(lambda i, a, out: (a + out,))
    expected = out + a.sum(1, keepdims=True)
    check("linalg.generic", [a, out], ((2, 1), "f64"), expected=expected, attributes=attributes, regions=(body,))


@pytest.mark.parametrize("kind", ["vector", "tensor"])
def test_strides_are_dense_attributes_of_vectors_or_tensors(kind: str) -> None:
    """torch-mlir has vectors, MLIR's documents tensors."""
    module = parse(
        "func.func @main(%x: tensor<1x1x5x7xf32>, %k: tensor<1x1x1x1xf32>, %o: tensor<1x1x3x3xf32>) "
        "-> tensor<1x1x3x3xf32> {\n  %0 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : "
        f"{kind}<2xi64>, strides = dense<[2, 3]> : {kind}<2xi64>}} ins(%x, %k : tensor<1x1x5x7xf32>, "
        "tensor<1x1x1x1xf32>) outs(%o : tensor<1x1x3x3xf32>) -> tensor<1x1x3x3xf32>\n"
        "  return %0 : tensor<1x1x3x3xf32>\n}\n"
    )
    x, out = RNG.normal(size=(1, 1, 5, 7)).astype("f"), np.zeros((1, 1, 3, 3), "f")
    (result,) = run_whole(module, [x, np.full((1, 1, 1, 1), 2, "f"), out])
    np.testing.assert_array_equal(result, 2 * x[:, :, ::2, ::3])


def test_what_cannot_be_run_is_an_error() -> None:
    a, out = RNG.normal(size=(4,)), np.zeros(())
    body = _region(lambda i, a, one, other: (one * 2 + a, other))
    with pytest.raises(ValueError, match=r"by no known reduction, over different loops \[\[0\], \[\]\]"):
        maps = _attributes([(0,), (), (0,)], [R])
        run("linalg.generic", [a, out, a], ((), "f64"), ((4,), "f64"), attributes=maps, regions=(body,))
    window = _attributes([((0, 1),), (0,)], [P, R], ["sum"])
    with pytest.raises(ValueError, match=r"an index computed from loops \(0, 1\) is not supported"):
        run("linalg.generic", [a, np.zeros(3)], ((3,), "f64"), attributes=window, regions=(body,))


MATMUL_MAPS = {
    "matmul": (((0, 2), (2, 1), (0, 1)), "mk,kn->mn"),
    "matmul_transpose_b": (((0, 2), (1, 2), (0, 1)), "mk,nk->mn"),
    "batch_matmul": (((0, 1, 3), (0, 3, 2), (0, 1, 2)), "bmk,bkn->bmn"),
    "batch_reduce_matmul": (((0, 1, 3), (0, 3, 2), (1, 2)), "bmk,bkn->mn"),
    "matvec": (((0, 1), (1,), (0,)), "mk,k->m"),
    "dot": (((0,), (0,), ()), "k,k->"),
}


@pytest.mark.parametrize("name", MATMUL_MAPS)
@pytest.mark.parametrize("dtype", ["f32", "bf16", "i32"])
def test_contractions(name: str, dtype: str) -> None:
    maps, equation = MATMUL_MAPS[name]
    inputs, result = equation.split("->")
    sizes = dict(zip("bmkn", (2, 3, 5, 4), strict=True))
    shapes = [tuple(sizes[letter] for letter in term) for term in (*inputs.split(","), result)]
    a, b, out = (RNG.integers(-8, 8, size=shape).astype(numpy_dtype(dtype)) for shape in shapes)
    iterators = [P if loop in maps[2] else R for loop in range(1 + max(max(m, default=0) for m in maps))]
    exact = np.einsum(equation, a.astype(np.float64), b.astype(np.float64)) + out.astype(np.float64)
    expected = exact.astype(numpy_dtype(dtype)).astype(np.float64)
    attributes = _attributes(maps, iterators, ["sum"], contraction=True)
    rtol = 1e-2 if dtype == "bf16" else 1e-6
    check(f"linalg.{name}", [a, b, out], (shapes[2], dtype), expected=expected, attributes=attributes, rtol=rtol)


def test_unsigned_matmul() -> None:
    a, b, out = np.array([[-1]], np.int8), np.array([[2]], np.int8), np.zeros((1, 1), np.int32)
    attributes = _attributes(MATMUL_MAPS["matmul"][0], [P, P, R], ["sum"], contraction=True)
    check("linalg.matmul", [a, b, out], ((1, 1), "i32"), expected=[[-2]], attributes=attributes)
    attributes["cast"] = "cast_unsigned"
    check("linalg.matmul", [a, b, out], ((1, 1), "i32"), expected=[[510]], attributes=attributes)


def test_a_contraction_is_one_matmul_of_views(monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = RNG.normal(size=(2, 6, 4, 5)), RNG.normal(size=(2, 3, 4, 5))
    out = np.broadcast_to(np.float64(0), (2, 4, 6, 3)).view()
    maps = ((0, 2, 1, 4), (0, 3, 1, 4), (0, 1, 2, 3))
    attributes = _attributes(maps, [P, P, P, P, R], ["sum"], contraction=True)
    seen: list[Any] = []
    matmul = np.matmul

    def spy(left: Any, right: Any) -> Any:
        seen.append((left, right))
        return matmul(left, right)

    monkeypatch.setattr(np, "matmul", spy)
    (value,) = run("linalg.generic", [a, b, out], (out.shape, "f64"), attributes=attributes)
    ((left, right),) = seen
    assert np.shares_memory(left, a) and np.shares_memory(right, b)
    np.testing.assert_allclose(value, np.einsum("bqhd,bkhd->bhqk", a, b))


@pytest.mark.parametrize(("stride", "dilation"), [(1, 1), (2, 1), (1, 2), (2, 2)])
@pytest.mark.parametrize("as_dense", [False, True])
def test_convolution(stride: int, dilation: int, as_dense: bool) -> None:
    """conv_2d_nhwc_hwcf: n, oh, ow, f, kh, kw, c."""
    image, kernel = RNG.normal(size=(2, 7, 6, 3)), RNG.normal(size=(2, 2, 3, 4))
    height, width = (1 + (size - 1 - dilation) // stride for size in (7, 6))
    out = RNG.normal(size=(2, height, width, 4))
    expected = out.copy()
    for n, y, x, f, ky, kx, c in np.ndindex(2, height, width, 4, 2, 2, 3):
        pixel = image[n, y * stride + ky * dilation, x * stride + kx * dilation, c]
        expected[n, y, x, f] += pixel * kernel[ky, kx, c, f]
    windows = {"strides": (stride, stride), "dilations": (dilation, dilation)}
    maps = ((0, (1, 4), (2, 5), 6), (4, 5, 6, 3), (0, 1, 2, 3))
    attributes = _attributes(maps, [P, P, P, P, R, R, R], ["sum"], **({} if as_dense else windows))
    check(
        "linalg.conv_2d_nhwc_hwcf",
        [image, kernel, out],
        (out.shape, "f64"),
        expected=expected,
        attributes=attributes,
        dense={key: np.array(value) for key, value in windows.items()} if as_dense else {},
        rtol=1e-9,
    )


def test_pooling() -> None:
    image, window, out = RNG.normal(size=(1, 6, 3)), np.zeros(2), np.full((1, 3, 3), -np.inf)
    maps = ((0, (1, 3), 2), (3,), (0, 1, 2))
    attributes = _attributes(maps, [P, P, P, R], ["max"], strides=(2,), dilations=(1,))
    body = _region(lambda i, x, w, out: (np.maximum(out, x),))
    expected = image.reshape(1, 3, 2, 3).max(2)
    check(
        "linalg.pooling_nwc_max",
        [image, window, out],
        ((1, 3, 3), "f64"),
        expected=expected,
        attributes=attributes,
        regions=(body,),
    )


def test_fill_is_a_view() -> None:
    out = np.zeros((3, 4), np.float32)
    check("linalg.fill", [np.float64(2.5), out], ((3, 4), "f32"), expected=np.full((3, 4), 2.5), scalars=(0,))
    (value,) = run("linalg.fill", [np.float32(1), out], ((3, 4), "f32"), scalars=(0,))
    assert not any(value.strides)


def test_copy_transpose_broadcast() -> None:
    a = RNG.normal(size=(2, 3, 4)).astype(np.float32)
    check("linalg.copy", [a, a.astype(np.float64)], (a.shape, "f64"), expected=a)
    permutation = {"permutation": (2, 0, 1)}
    target = np.zeros((4, 2, 3), np.float32)
    check("linalg.transpose", [a, target], ((4, 2, 3), "f32"), expected=a.transpose(2, 0, 1), attributes=permutation)
    dimensions = {"dimensions": (1, 3)}
    wide = np.broadcast_to(a[:, None, :, None], (2, 5, 3, 2, 4)).copy()
    check("linalg.broadcast", [a, wide], (wide.shape, "f32"), expected=wide, attributes=dimensions)


def test_map_and_reduce() -> None:
    a, b, out = (RNG.normal(size=(2, 3)) for _ in range(3))
    body = _region(lambda i, a, b, out: (a * b,))
    attributes = _attributes([(0, 1)] * 3, [P, P])
    check("linalg.map", [a, b, out], ((2, 3), "f64"), expected=a * b, attributes=attributes, regions=(body,))
    initial = RNG.normal(size=2)
    total = _region(lambda i, a, out: (a + out,))
    attributes = _attributes([(0, 1), (0,)], [P, R], ["sum"], dimensions=(1,))
    expected = a.sum(1) + initial
    check("linalg.reduce", [a, initial], ((2,), "f64"), expected=expected, attributes=attributes, regions=(total,))


def test_softmax() -> None:
    x = 100 * RNG.normal(size=(3, 4))
    exponentials = np.exp(x - x.max(1, keepdims=True))
    expected = exponentials / exponentials.sum(1, keepdims=True)
    check("linalg.softmax", [x, x], ((3, 4), "f64"), expected=expected, attributes={"dimension": 1}, rtol=1e-12)


KINDS = ["sum", "product", "max", "min", "maxnum", "minnum", "and", "or", "xor"]


REDUCTIONS = [
    *itertools.product(KINDS[:6], ["f32", "bf16", "f8E4M3FN"]),
    *itertools.product(KINDS, ["i32", "i8", "i1"]),
]


@pytest.mark.parametrize(("kind", "dtype"), REDUCTIONS)
def test_reducing_is_combining_from_the_neutral_value(kind: str, dtype: str) -> None:
    array = RNG.integers(-2, 3, size=(5, 3)).astype(numpy_dtype(dtype))
    value = np.broadcast_to(neutral(kind, array.dtype), (3,))
    for row in array:
        value = combine(np, kind, value, row)
        assert value.dtype == array.dtype
    np.testing.assert_array_equal(reduce_axes(np, kind, array, (0,))[0].astype(float), value.astype(float))


def test_reductions_and_nan() -> None:
    array = np.array([[np.nan, 1.0, np.nan], [np.nan, np.nan, 3.0]], np.float32)
    np.testing.assert_array_equal(reduce_axes(np, "max", array, (0,))[0], [np.nan] * 3)
    np.testing.assert_array_equal(reduce_axes(np, "maxnum", array, (0,))[0], [np.nan, 1, 3])
    np.testing.assert_array_equal(reduce_axes(np, "minnum", array, (0, 1)), [[1]])
    with pytest.raises(ValueError, match="unknown reduction 'mean'"):
        reduce_axes(np, "mean", array, (0,))
