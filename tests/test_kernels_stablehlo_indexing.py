from __future__ import annotations

from typing import Any

import kernel_checks
import ml_dtypes
import numpy as np
import pytest
from jax_oracle import Function, at, check, compare, jax, jnp, lax, parse, run

from llmsys_ir.runtime.kernels import KernelCall, kernel_for
from llmsys_ir.sharding.signature import OpSignature, TensorSpec

RNG = np.random.default_rng(10)
X = RNG.normal(size=(5, 6, 4)).astype(np.float32)


def test_dynamic_slices_are_moved_inside() -> None:
    starts = np.array([-3, 4, 100], np.int32)
    sizes = (2, 6, 3)

    def function(x: Any, update: Any, starts: Any) -> Any:
        return lax.dynamic_slice(x, starts, sizes), lax.dynamic_update_slice(x, update, starts)

    check(function, X, X[:2, :, :3], starts)
    check(function, X, X[:2, :, :3], starts, fixed=(2,))
    check(function, X, X[:2, :, :3], starts.astype(np.int64), fixed=(0, 1))
    for start in ([0, 0, 0], [3, 0, 1], [1, 5, -(2**31)]):
        check(function, X, X[:2, :, :3], np.array(start, np.int32), meshes=False)
    unsigned: Function = lambda x, at: lax.dynamic_slice_in_dim(x, at, 2)  # noqa: E731
    check(unsigned, np.arange(300), np.uint8(250))
    check(unsigned, np.arange(300), np.uint64(2**63 + 5))


def test_an_update_in_place() -> None:
    """Only if it fits: what is the same on all devices has no room for what is not."""
    kernel = kernel_for("stablehlo.dynamic_update_slice")
    assert kernel is not None
    specs = tuple(TensorSpec(shape, dtype) for shape, dtype in (((4,), "f32"), ((2,), "f32"), ((), "i32")))
    call = KernelCall(OpSignature("stablehlo.dynamic_update_slice", specs, specs[:1]), 1, overwrites=True)
    start = np.zeros(1, np.int32)
    for devices, same in ((1, True), (2, False)):
        operand = np.zeros((1, 4), np.float32)
        (result,) = kernel(call, operand, np.ones((devices, 2), np.float32), start)
        assert (result is operand) is same
        np.testing.assert_array_equal(result, np.tile([1, 1, 0, 0], (devices, 1)))


def test_each_device_slices_the_same_array_elsewhere() -> None:
    text = """func.func @main(%a: tensor<8x3xf32>, %i: tensor<i32>, %j: tensor<i32>) -> tensor<2x3xf32> {
      %0 = stablehlo.dynamic_slice %a, %i, %j, sizes = [2, 3]
        : (tensor<8x3xf32>, tensor<i32>, tensor<i32>) -> tensor<2x3xf32>
      return %0 : tensor<2x3xf32>
    }"""
    a = RNG.normal(size=(1, 1, 8, 3)).astype(np.float32)
    i = np.array([[0, 2, 9]], np.int32)
    (result,) = run(parse(text), [a, i, np.zeros((1, 1), np.int32)], 2)
    assert result.shape == (1, 3, 2, 3)
    for device, start in enumerate((0, 2, 6)):
        np.testing.assert_array_equal(result[0, device], a[0, 0, start : start + 2])


def random_gather(seed: int) -> tuple[Any, Any, Any, tuple[int, ...]]:
    """An operand, indices, dimension numbers and slice sizes. There is a component in every index vector: XLA
    drops scatters that have none."""
    random = np.random.default_rng(seed)
    rank = int(random.integers(1, 5))
    shape: list[int] = random.integers(1, 6, rank).tolist()
    roles = ["window", *random.choice(["collapsed", "batching", "window", "unindexed"], rank - 1)]
    random.shuffle(roles)
    lead = random.integers(1, 4, int(random.integers(0, 3))).tolist()
    batching = [dim for dim in range(rank) if roles[dim] == "batching"]
    batch_at = list(range(len(lead), len(lead) + len(batching)))
    indices_lead = [*lead, *(shape[dim] for dim in batching)]
    mapped = [int(dim) for dim in random.permutation(rank) if roles[dim] in ("collapsed", "window")]
    sizes = [
        1 if role in ("collapsed", "batching") else int(random.integers(0, size + 1))
        for role, size in zip(roles, shape, strict=True)
    ]
    windows = [dim for dim in range(rank) if roles[dim] in ("window", "unindexed")]
    result_rank = len(indices_lead) + len(windows)
    offsets = sorted(random.permutation(result_rank)[: len(windows)].tolist())
    indices = random.integers(-2, 8, (*indices_lead, len(mapped))).astype(np.int32)
    numbers = lax.GatherDimensionNumbers(
        offset_dims=tuple(offsets),
        collapsed_slice_dims=tuple(dim for dim in range(rank) if roles[dim] == "collapsed"),
        start_index_map=tuple(mapped),
        operand_batching_dims=tuple(batching),
        start_indices_batching_dims=tuple(batch_at),
    )
    return random.normal(size=shape).astype(np.float32), indices, numbers, tuple(sizes)


@pytest.mark.parametrize("seed", range(24))
def test_gather(seed: int) -> None:
    operand, indices, numbers, sizes = random_gather(seed)
    check(lambda x, i: lax.gather(x, i, numbers, sizes, mode="clip"), operand, indices, meshes=seed < 12)


@pytest.mark.parametrize("seed", range(24))
@pytest.mark.parametrize("kind", ["add", "replace"])
def test_scatter(seed: int, kind: str) -> None:
    """The dimension numbers of a gather are those of a scatter of its result."""
    operand, indices, gather, sizes = random_gather(100 + seed)
    numbers = lax.ScatterDimensionNumbers(
        update_window_dims=gather.offset_dims,
        inserted_window_dims=gather.collapsed_slice_dims,
        scatter_dims_to_operand_dims=gather.start_index_map,
        operand_batching_dims=gather.operand_batching_dims,
        scatter_indices_batching_dims=gather.start_indices_batching_dims,
    )
    gathered: Function = lambda x, i: lax.gather(x, i, gather, sizes, mode="clip")  # noqa: E731
    shape: tuple[int, ...] = jax.eval_shape(gathered, operand, indices).shape
    updates = np.random.default_rng(seed).normal(size=shape).astype(np.float32)
    scatter = {"add": lax.scatter_add, "replace": lax.scatter}[kind]
    function: Function = lambda x, i, u: scatter(x, i, u, numbers, mode=lax.GatherScatterMode.FILL_OR_DROP)  # noqa: E731
    check(function, operand, indices, updates, meshes=seed < 12)


def row(x: Any, index: Any) -> Any:
    return x[index]


def indexed(x: Any, rows: Any, columns: Any) -> list[Any]:
    return [
        x[rows],
        x[:, columns],
        x[rows, columns],
        x[rows[:, None], columns[None]],
        jnp.take_along_axis(x, rows[:5, None, None] % 4, axis=2),
        x[2, :, rows],
        x[1:4, rows, ::2],
        jax.vmap(row)(x, rows[:5]),
    ]


def test_indexing_as_programs_write_it() -> None:
    rows, columns = (RNG.integers(-5, 5, 7) for _ in range(2))
    check(indexed, X, rows, columns)


UPDATES = ["set", "add", "multiply", "min", "max"]


@pytest.mark.parametrize("dtype", [np.float32, np.int32, np.uint8, ml_dtypes.bfloat16, np.bool_])
def test_updates_as_programs_write_them(dtype: Any) -> None:
    x = np.clip(RNG.normal(size=(6, 3)) * 3, 0, 9).astype(dtype)
    values = np.clip(RNG.normal(size=(9, 3)) * 3, 0, 9).astype(dtype)
    rows = np.array([0, 3, 3, 1, 0, 3, 5, 17, -2])
    names = ["set", "max", "min"] if dtype is np.bool_ else UPDATES

    def function(x: Any, rows: Any, values: Any) -> list[Any]:
        return [getattr(x.at[rows], name)(values, mode="drop") for name in names]

    check(function, x, rows, values, rtol=5e-2 if dtype is ml_dtypes.bfloat16 else None)
    rows = rows.astype(np.int32)
    module = jax.jit(function).lower(x, rows, values).compiler_ir("stablehlo")
    wanted = run(module, [x, rows, values])
    compare(run(module, [x, rows, values], facts=False), wanted, 5e-2 if dtype is ml_dtypes.bfloat16 else None)


def test_a_scatter_by_any_region() -> None:
    """Applied once per update, in their order."""
    x, rows = RNG.normal(size=8).astype(np.float32), np.array([1, 4, 1, 1, 7, 9])
    square_plus_one: Function = lambda v: v * v + 1  # noqa: E731
    check(lambda x, rows: x.at[rows].apply(square_plus_one), x, rows)
    text = """func.func @main(%a: tensor<8xf32>, %b: tensor<8xi32>, %i: tensor<6x1xi64>, %u: tensor<6xf32>,
        %v: tensor<6xi32>) -> (tensor<8xf32>, tensor<8xi32>) {
      %0:2 = "stablehlo.scatter"(%a, %b, %i, %u, %v) <{scatter_dimension_numbers = #stablehlo.scatter<
        inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>}> ({
      ^bb0(%x: tensor<f32>, %m: tensor<i32>, %y: tensor<f32>, %n: tensor<i32>):
        %1 = stablehlo.subtract %y, %x : tensor<f32>
        %2 = stablehlo.add %m, %m : tensor<i32>
        %3 = stablehlo.add %2, %n : tensor<i32>
        stablehlo.return %1, %3 : tensor<f32>, tensor<i32>
      }) : (tensor<8xf32>, tensor<8xi32>, tensor<6x1xi64>, tensor<6xf32>, tensor<6xi32>)
        -> (tensor<8xf32>, tensor<8xi32>)
      return %0#0, %0#1 : tensor<8xf32>, tensor<8xi32>
    }"""
    updates, counts = RNG.normal(size=6).astype(np.float32), np.arange(6, dtype=np.int32)
    got = run(parse(text), [x, np.arange(8, dtype=np.int32), rows[:, None], updates, counts])
    a, b = x.copy(), np.arange(8, dtype=np.int32)
    for row, update, count in zip(rows[:5], updates, counts, strict=False):
        a[row], b[row] = update - a[row], 2 * b[row] + count
    compare(got, [a, b])
    arguments = [np.stack([x, x + 1]), np.arange(8, dtype=np.int32)[None], np.stack([rows, rows[::-1]])[..., None]]
    arguments += [updates[None], counts[None]]
    together = run(parse(text), arguments, 1)
    for device in ((0,), (1,)):
        alone = run(parse(text), [at(argument, device) for argument in arguments])
        compare([at(result, device) for result in together], alone)


def test_indices_without_a_vector_dim() -> None:
    text = """func.func @main(%a: tensor<5x4xf32>, %i: tensor<2x3xi32>) -> tensor<2x3x4xf32> {
      %0 = "stablehlo.gather"(%a, %i) <{dimension_numbers = #stablehlo.gather<offset_dims = [2],
        collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, slice_sizes = array<i64: 1, 4>}>
        : (tensor<5x4xf32>, tensor<2x3xi32>) -> tensor<2x3x4xf32>
      return %0 : tensor<2x3x4xf32>
    }"""
    a, i = X[:, 0], RNG.integers(0, 5, (2, 3)).astype(np.int32)
    np.testing.assert_array_equal(run(parse(text), [a, i])[0], a[i])
    transposed = text.replace("2x3xi32", "1x6xi32").replace("index_vector_dim = 2", "index_vector_dim = 0")
    transposed = transposed.replace("2x3x4", "6x4").replace("offset_dims = [2]", "offset_dims = [1]")
    np.testing.assert_array_equal(run(parse(transposed), [a, i.reshape(1, 6)])[0], a[i.ravel()])


def test_whole_dims_may_be_shorter_on_a_device_than_sizes_say() -> None:
    a, i, zero = X[:, 0, :2], np.array([3, 1], np.int32), np.int32(0)
    sizes: dict[str, Any] = {"slice_sizes": (1, 4)}
    (sliced,) = kernel_checks.run("stablehlo.dynamic_slice", [a, zero, zero], ((1, 2), "f32"), attributes=sizes)
    np.testing.assert_array_equal(sliced, a[:1])
    numbers = {"offset_dims": (1,), "collapsed_slice_dims": (0,), "start_index_map": (0,), "index_vector_dim": 1}
    batching = {"operand_batching_dims": (), "start_indices_batching_dims": ()}
    attributes: dict[str, Any] = {**numbers, **batching, **sizes}
    (gathered,) = kernel_checks.run("stablehlo.gather", [a, i], ((2, 2), "f32"), attributes=attributes)
    np.testing.assert_array_equal(gathered, a[i])


def test_sizes_given_at_run_time() -> None:
    text = """func.func @main(%a: tensor<5x4xf32>, %i: tensor<2xi32>, %s: tensor<2xi32>) -> tensor<2x4xf32> {
      %0 = "stablehlo.dynamic_gather"(%a, %i, %s) <{dimension_numbers = #stablehlo.gather<offset_dims = [1],
        collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>}>
        : (tensor<5x4xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x4xf32>
      return %0 : tensor<2x4xf32>
    }"""
    a, i = X[:, 0], np.array([3, 1], np.int32)
    np.testing.assert_array_equal(run(parse(text), [a, i, np.array([1, 4], np.int32)])[0], a[i])


def test_a_layer_of_lookups_and_its_gradient() -> None:
    def loss(table: Any, tokens: Any) -> Any:
        return (table[tokens] ** 2).sum()

    check(jax.grad(loss), RNG.normal(size=(11, 4)).astype(np.float32), RNG.integers(0, 11, (3, 5)))
