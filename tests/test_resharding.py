"""Resharding paths: right on device arrays and as collectives of real IR, and never dearer than a brute-force search.

The search knows nothing of shardings: a layout is which elements each device holds, and a move is any collective that
could be run on it, its effect worked out element by element. Only layouts in which each device holds a block of the
tensor, its elements in their order, are passed on the way: a gather along the outer of two axes interleaves blocks.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, product
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import assume, given, note
from hypothesis import strategies as st
from layouts import assert_close, block, collect, devices, place
from programs import (
    Tensor,
    every_sharding,
    examples,
    meshes,
    parse,
    shard_text,
    shardings,
)
from xdsl.builder import Builder
from xdsl.dialects import func
from xdsl.dialects.builtin import FunctionType, ModuleOp
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir.cost.cluster import Cluster, Link
from llmsys_ir.cost.model import CostModel
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.collectives import ReshardingEmitter, local_type
from llmsys_ir.runtime.engines.numpy import run
from llmsys_ir.runtime.kernels import numpy_dtype
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.resharding import MoveKind, ReshardingTable, all_shardings
from llmsys_ir.sharding.sharding import ReductionKind, Sharding
from llmsys_ir.sharding.signature import TensorSpec
from llmsys_ir.tools.driver import verify_module
from llmsys_passes.spmd_partition import SpmdPartitionPass
from random_ops.tensors import FLOAT_KINDS, INTEGER_KINDS

Pair = tuple[Mesh, Tensor, Sharding, Sharding]

_SELECTED = (ReductionKind.SUM, ReductionKind.PRODUCT, ReductionKind.BITWISE_XOR)
"""Kinds of partial values that are made by a select between the value and a neutral element, which is held too."""


@st.composite
def pairs(draw: st.DrawFn, dtype: str = "f32", max_axes: int = 3) -> Pair:
    """A mesh, a tensor and two of its shardings, partial ones too."""
    mesh = draw(meshes(max_axes))
    tensor = Tensor(tuple(draw(st.lists(st.sampled_from((1, 2, 3, 4, 6, 8, 12, 24)), max_size=3))), dtype)
    kinds = FLOAT_KINDS if dtype == "f32" else INTEGER_KINDS
    source, target = draw(shardings(tensor.shape, mesh, kinds)), draw(shardings(tensor.shape, mesh, kinds))
    return mesh, tensor, source, target


def emitted(mesh: Mesh, tensor: Tensor, source: Sharding, target: Sharding) -> ModuleOp:
    """A verified module whose function reshards its argument."""
    module = parse(
        f"mesh.mesh @mesh(shape = {mesh})\nfunc.func @main(%a: {tensor}) -> {tensor} {{\n  return %a : {tensor}\n}}"
    )
    function = next(op for op in module.ops if isinstance(op, func.FuncOp))
    type_ = tensor_type(function.body.block.args[0])
    pricing = Pricing(Cluster.default(mesh))
    path = pricing.path(TensorSpec(tensor.shape, tensor.dtype), source, target)
    block_ = function.body.block
    Rewriter.replace_value_with_new_type(block_.args[0], local_type(type_, source, mesh))
    terminator = block_.last_op
    assert terminator is not None
    emitter = ReshardingEmitter(Builder(InsertPoint.before(terminator)), mesh)
    result = emitter.emit(block_.args[0], type_, source, path)
    terminator.operands[0] = result
    function.function_type = FunctionType.from_lists([block_.args[0].type], [result.type])
    verify_module(module)
    return module


def elements(tensor: Tensor) -> npt.NDArray[Any]:
    """Distinct numbers, or booleans without a pattern."""
    dtype = numpy_dtype(tensor.dtype)
    size = prod(tensor.shape)
    if dtype == np.dtype(bool):
        return np.random.default_rng(0).integers(0, 2, tensor.shape).astype(bool)
    return (np.arange(size) % 100 + 1).reshape(tensor.shape).astype(dtype)


@pytest.mark.parametrize("dtype", ["f32", "i32", "i1"])
@examples(200)
@given(data=st.data())
def test_emitted_path_reshards(dtype: str, data: st.DataObject) -> None:
    mesh, tensor, source, target = data.draw(pairs(dtype))
    module = emitted(mesh, tensor, source, target)
    function = next(op for op in module.ops if isinstance(op, func.FuncOp))
    array = elements(tensor)
    (result,) = run(function, [place(array, source, mesh, seed=1)], mesh).results
    assert_close(collect(result, tensor.shape, target, mesh), array)


@examples(100)
@given(pair=pairs())
def test_annotations_reshard(pair: Pair) -> None:
    """The same through text: an argument annotated one way and returned another way."""
    mesh, tensor, source, target = pair
    text = (
        f"mesh.mesh @mesh(shape = {mesh})\nfunc.func @main(%a: {tensor}) -> {tensor} {{\n"
        f"  %0 = mesh.shard %a to {shard_text(source)} : {tensor}\n"
        f"  %1 = mesh.shard %0 to {shard_text(target)} : {tensor}\n  return %1 : {tensor}\n}}\n"
    )
    note(text)
    module = parse(text)
    SpmdPartitionPass().apply(None, module)  # pyright: ignore[reportArgumentType]
    verify_module(module)
    program = find_program(module)
    assert [port.sharding for port in (*program.arguments, *program.results)] == [source, target]
    array = elements(tensor)
    (result,) = run(program.function, [place(array, source, mesh)], mesh).results
    assert_close(collect(result, tensor.shape, target, mesh), array)


@examples(60)
@given(data=st.data())
def test_all_shardings_are_all(data: st.DataObject) -> None:
    mesh = data.draw(meshes())
    shape = tuple(data.draw(st.lists(st.sampled_from((1, 2, 4, 6)), max_size=3)))
    found = list(all_shardings(shape, mesh))
    assert len(found) == len(set(found))
    unit = {axis for axis in mesh.axes if mesh.shape[axis] == 1}
    assert set(found) == {sharding for sharding in every_sharding(shape, mesh) if not sharding.used_axes & unit}


@dataclass(frozen=True)
class Layout:
    """What every device holds: the numbers of its elements, or of those of which it has a term.

    Two layouts are equal if every device holds the same.
    """

    held: bytes
    shape: tuple[int, ...]
    partial: tuple[int, ...]
    """The mesh axes along which the terms of each element are spread."""


class Search:
    """Dijkstra over layouts of one tensor on one mesh."""

    def __init__(self, mesh: Mesh, shape: tuple[int, ...], itemsize: int, cluster: Cluster):
        self.mesh = mesh
        self.shape = shape
        self.itemsize = itemsize
        self.cluster = cluster

    def layout(self, sharding: Sharding) -> Layout:
        """A sharding as a layout."""
        numbers = np.arange(prod(self.shape), dtype=np.int16).reshape(self.shape)
        held = np.stack([numbers[block(self.shape, sharding, self.mesh, device)] for device in devices(self.mesh)])
        wide = tuple(axis for axis in sharding.partial if self.mesh.shape[axis] > 1)
        return Layout(held.tobytes(), held.shape[1:], wide)

    def held(self, layout: Layout) -> npt.NDArray[np.int16]:
        """The numbers of the elements on each device."""
        return np.frombuffer(layout.held, np.int16).reshape(*self.mesh.shape, *layout.shape)

    def cheapest(self, source: Sharding, target: Sharding, limit: float) -> float:
        """The cost of the cheapest path, or `limit` if none is below it."""
        goal, tie = self.layout(target), count()
        queue = [(0.0, next(tie), self.layout(source))]
        settled: set[Layout] = set()
        while queue:
            cost, _, layout = heapq.heappop(queue)
            if cost >= limit:
                return limit
            if layout == goal:
                return cost
            if layout in settled:
                continue
            settled.add(layout)
            for after, price in self.moves(layout, goal):
                if cost + price < limit and after not in settled and self._is_in_blocks(after):
                    heapq.heappush(queue, (cost + price, next(tie), after))
        return limit

    def moves(self, layout: Layout, goal: Layout) -> Iterator[tuple[Layout, float]]:
        """Every layout that one collective reaches, with its price from DESIGN's table."""
        held = self.held(layout)
        nbytes = prod(layout.shape) * self.itemsize
        rank = self.mesh.rank
        for axis in self.mesh.axes:
            size = self.mesh.shape[axis]
            link = self.cluster.links[axis]

            def wire(times: int, amount: float, link: Link = link) -> float:
                return times * (link.latency + amount / link.bandwidth)

            same = bool((held == held.take([0], axis=axis)).all())
            room = [dim for dim, extent in enumerate(layout.shape) if extent % size == 0]
            if axis in layout.partial:
                partial = tuple(other for other in layout.partial if other != axis)
                yield self._made(held, partial), wire(2 * (size - 1), nbytes / size)
                for dim in room:
                    yield self._made(self._sliced(held, axis, dim), partial), wire(size - 1, nbytes / size)
                continue
            if size == 1:
                continue
            if same:
                memory = self.cluster.device.memory_bandwidth
                for dim in room:
                    price = 2 * (nbytes // size) / memory
                    yield self._made(self._sliced(held, axis, dim), layout.partial), price
                partial = tuple(sorted((*layout.partial, axis)))
                flops = prod(layout.shape) / self.cluster.device.flops_of("f32")
                yield self._made(held, partial), max(flops, 3 * nbytes / memory)
                continue
            for dim in range(len(layout.shape)):
                gathered = np.concatenate([held.take([part], axis=axis) for part in range(size)], axis=rank + dim)
                gathered = np.repeat(gathered, size, axis=axis)
                yield self._made(gathered, layout.partial), wire(size - 1, nbytes)
                for other in range(len(layout.shape)):
                    if layout.shape[other] % size == 0:
                        exchanged = self._sliced(gathered, axis, other)
                        rate = link.all_to_all_bandwidth or link.bandwidth
                        price = (size - 1) * (link.latency + nbytes / size / rate)
                        yield self._made(exchanged, layout.partial), price
        if layout.shape == goal.shape and layout.partial == goal.partial:
            yield from self._permutation(layout, goal, nbytes)

    def _permutation(self, layout: Layout, goal: Layout, nbytes: int) -> Iterator[tuple[Layout, float]]:
        """Whole shards are sent so that the goal is reached, along the axes that matter.

        That each shard sent is one that somebody holds as a whole is checked here; which axes the messages cross
        is found by trying all sets of axes, smallest price first.
        """
        here, there = self.held(layout), self.held(goal)
        axes = list(self.mesh.axes)
        subsets = [
            tuple(axis for axis, take in zip(axes, taken, strict=True) if take)
            for taken in product((0, 1), repeat=len(axes))
        ]
        for subset in subsets:
            if subset and self._reachable(here, there, subset, layout.partial):
                links = [self.cluster.links[axis] for axis in subset]
                rates = [link.all_to_all_bandwidth or link.bandwidth for link in links]
                yield goal, max(link.latency + nbytes / rate for link, rate in zip(links, rates, strict=True))

    def _reachable(self, here: Any, there: Any, axes: tuple[int, ...], partial: tuple[int, ...]) -> bool:
        """Whether each group of devices along `axes` holds, one to one, what it should hold after."""
        if any(axis in partial for axis in axes):
            return False
        others = [axis for axis in self.mesh.axes if axis not in axes]
        for fixed in product(*(range(self.mesh.shape[axis]) for axis in others)):
            index: list[Any] = [slice(None)] * self.mesh.rank
            for axis, coordinate in zip(others, fixed, strict=True):
                index[axis] = coordinate
            before, after = (array[tuple(index)].reshape(-1, *here.shape[self.mesh.rank :]) for array in (here, there))
            if sorted(part.tobytes() for part in before) != sorted(part.tobytes() for part in after):
                return False
        return True

    def _sliced(self, held: npt.NDArray[np.int16], axis: int, dim: int) -> npt.NDArray[np.int16]:
        size = self.mesh.shape[axis]
        parts = np.split(held, size, axis=self.mesh.rank + dim)
        return np.concatenate([parts[part].take([part], axis=axis) for part in range(size)], axis=axis)

    def _made(self, held: npt.NDArray[np.int16], partial: tuple[int, ...]) -> Layout:
        return Layout(np.ascontiguousarray(held).tobytes(), held.shape[self.mesh.rank :], partial)

    def _is_in_blocks(self, layout: Layout) -> bool:
        """Whether every device's elements are neighbours, in order, along each dim."""
        held = self.held(layout)
        strides = [prod(self.shape[dim + 1 :]) for dim in range(len(self.shape))]
        return all(
            bool((np.diff(held, axis=self.mesh.rank + dim) == stride).all()) for dim, stride in enumerate(strides)
        )


def clusters(mesh: Mesh) -> st.SearchStrategy[Cluster]:
    """The default cluster, or one whose links differ wildly."""
    default = Cluster.default(mesh)
    bandwidths = st.sampled_from((1e6, 1e9, 1e11))
    link = st.builds(Link, st.sampled_from((1e-6, 1e-5)), bandwidths, st.none() | bandwidths)
    return st.one_of(
        st.just(default), st.tuples(*(link for _ in mesh.axes)).map(lambda links: replace(default, links=links))
    )


@examples(150)
@given(data=st.data())
def test_no_path_is_cheaper_than_the_table_says(data: st.DataObject) -> None:
    mesh = data.draw(meshes())
    assume(mesh.num_devices <= 16)
    shape = tuple(data.draw(st.lists(st.sampled_from((2, 3, 4, 6, 8)), min_size=1, max_size=2)))
    sums = (ReductionKind.SUM,)
    source, target = data.draw(shardings(shape, mesh, sums)), data.draw(shardings(shape, mesh, sums))
    cluster = data.draw(clusters(mesh))
    spec = TensorSpec(shape, "f32")
    path = ReshardingTable(spec, mesh, CostModel(cluster).move).path(source, target)
    best = Search(mesh, shape, 4, cluster).cheapest(source, target, path.cost * (1 + 1e-9))
    assert path.cost <= best * (1 + 1e-9), f"{path} is dearer than {best}"


@examples(100)
@given(pair=pairs())
def test_costs_are_those_of_the_paths(pair: Pair) -> None:
    """The matrix for the solver says what each path costs, and each path costs what its moves cost."""
    mesh, tensor, source, target = pair
    spec, model = TensorSpec(tensor.shape, tensor.dtype), CostModel(Cluster.default(mesh))
    table = ReshardingTable(spec, mesh, model.move)
    path = table.path(source, target)
    assert table.costs((source,), (target,))[0, 0] == pytest.approx(path.cost, rel=1e-12)
    at, total = source, 0.0
    for move in path.moves:
        total += model.move(move, TensorSpec(at.local_shape(tensor.shape, mesh), tensor.dtype))
        at = move.result
    assert at.without_unit_axes(mesh) == target.without_unit_axes(mesh)
    assert total == pytest.approx(path.cost, rel=1e-9)


@examples(100)
@given(pair=pairs())
def test_copies_are_those_of_the_paths(pair: Pair) -> None:
    """The matrix for the solver says what the values that a path makes hold at once, but for the first one."""
    mesh, tensor, source, target = pair
    spec = TensorSpec(tensor.shape, tensor.dtype)
    table = ReshardingTable(spec, mesh, CostModel(Cluster.default(mesh)).move)
    moves = table.path(source, target).moves
    before, most = 0, 0
    for move in moves:
        made = TensorSpec(move.result.local_shape(tensor.shape, mesh), tensor.dtype).nbytes
        neutral = made if move.kind is MoveKind.MASK and move.result.kind in _SELECTED else 0
        most = max(most, before + made + neutral)
        before = made
    assert table.copies((source,), (target,))[0, 0] == most


def test_inner_axis_is_gathered_first() -> None:
    """The case that LLVM's resharding gets wrong: the outer of two axes of one dim is to be gathered."""
    mesh, tensor = Mesh((2, 3)), Tensor((12,))
    source, target = Sharding(((0, 1),)), Sharding(((1,),))
    module = emitted(mesh, tensor, source, target)
    function = find_program_function(module)
    array = elements(tensor)
    (result,) = run(function, [place(array, source, mesh)], mesh).results
    assert_close(collect(result, tensor.shape, target, mesh), array)


def find_program_function(module: ModuleOp) -> func.FuncOp:
    """The module's only function."""
    function = next(op for op in module.ops if isinstance(op, func.FuncOp))
    assert any(map(is_tensor, function.body.block.args))
    return function
