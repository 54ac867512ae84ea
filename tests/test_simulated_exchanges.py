"""Collectives in which one device is special, shifts and halos, on the simulator and device by device.

The reference below gives each device a plain local array and works its result out from those of its group, or from the
global tensor; it shares nothing with the simulator. What MLIR leaves undefined is zero on the simulator.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from math import prod

import numpy as np
import pytest
from hypothesis import currently_in_test_context, given, note
from hypothesis import strategies as st
from layouts import Array, block, devices
from programs import Tensor, examples, meshes, parse

from llmsys_ir.cost.cluster import Cluster
from llmsys_ir.cost.model import CollectiveKind, CostModel, ExchangeKind, sent_bytes
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.program.meshes import functions_of
from llmsys_ir.program.price import CollectiveCost, collective_costs, program_seconds
from llmsys_ir.runtime.engines.numpy import Run, run
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.sharding.resharding import MoveKind
from llmsys_ir.sharding.sharding import Sharding

Device = tuple[int, ...]
Locals = dict[Device, Array]

KINDS: dict[str, Callable[[Array, Array], Array]] = {
    "sum": np.add,
    "max": np.maximum,
    "min": np.minimum,
    "product": np.multiply,
    "bitwise_xor": np.bitwise_xor,
}


@dataclass(frozen=True)
class Groups:
    """The groups of a mesh along some axes, and a root for each group."""

    mesh: Mesh
    axes: tuple[int, ...]
    roots: dict[Device, Device]
    """The root's coordinates along the axes, by the coordinates of a group along the others."""
    is_static: bool

    def members(self, device: Device) -> list[Device]:
        """The devices of a device's group, in its order."""
        rest = [axis for axis in self.mesh.axes if axis not in self.axes]
        members = [other for other in devices(self.mesh) if all(other[axis] == device[axis] for axis in rest)]
        return sorted(members, key=lambda other: [other[axis] for axis in self.axes])

    def root(self, device: Device) -> Device:
        """The root of a device's group."""
        coordinates = self.roots[self.rest(device)]
        (root,) = (other for other in self.members(device) if tuple(other[axis] for axis in self.axes) == coordinates)
        return root

    def rest(self, device: Device) -> Device:
        """What identifies a device's group."""
        return tuple(device[axis] for axis in self.mesh.axes if axis not in self.axes)

    @property
    def text(self) -> str:
        """The op's words for the root, static or as operands."""
        if self.is_static:
            return f"root = {list(next(iter(self.roots.values())))}"
        return "root = [" + ", ".join(f"%r{number}" for number in range(len(self.axes))) + "]"

    @property
    def operands(self) -> str:
        """The function's arguments for a root that is not static."""
        return "" if self.is_static else "".join(f", %r{number}: index" for number in range(len(self.axes)))

    def arguments(self) -> list[Array]:
        """Their values: device arrays, once for each group."""
        if self.is_static:
            return []
        lead = tuple(1 if axis in self.axes else size for axis, size in enumerate(self.mesh.shape))
        values = [np.empty(lead, np.int64) for _ in self.axes]
        for device in devices(self.mesh):
            at = tuple(0 if axis in self.axes else coordinate for axis, coordinate in enumerate(device))
            for value, coordinate in zip(values, self.roots[self.rest(device)], strict=True):
                value[at] = coordinate
        return values


@st.composite
def groups(draw: st.DrawFn) -> Groups:
    mesh = draw(meshes())
    axes = tuple(draw(st.permutations(mesh.axes))[: draw(st.integers(0, mesh.rank))])
    is_static = draw(st.booleans()) or not axes
    rests = {tuple(d[axis] for axis in mesh.axes if axis not in axes) for d in devices(mesh)}

    def root() -> Device:
        return tuple(draw(st.integers(0, mesh.shape[axis] - 1)) for axis in axes)

    same = root()
    return Groups(mesh, axes, {rest: same if is_static else root() for rest in sorted(rests)}, is_static)


@st.composite
def values(draw: st.DrawFn, mesh: Mesh, shape: tuple[int, ...]) -> Array:
    """A device array of i32, of size 1 along some mesh axes."""
    lead = tuple(draw(st.sampled_from((1, size))) for size in mesh.shape)
    random = np.random.default_rng(draw(st.integers(0, 1000)))
    return random.integers(-9, 10, lead + shape).astype(np.int32)


def on_devices(array: Array, mesh: Mesh) -> Locals:
    """What each device holds."""
    whole = np.broadcast_to(array, mesh.shape + array.shape[mesh.rank :])
    return {device: whole[device] for device in devices(mesh)}


def run_op(mesh: Mesh, op: str, arguments: list[Array], source: Tensor, result: Tensor, extra: str = "") -> Run:
    """Run one op on the argument `%a`."""
    text = f"""mesh.mesh @mesh(shape = {mesh})
func.func @main(%a: {source}{extra}) -> {result} {{
  %0 = {op}
  return %0 : {result}
}}
"""
    if currently_in_test_context():
        note(text)
    (function,) = functions_of(parse(text))
    return run(function, arguments, mesh)


def check(finished: Run, expected: Locals, mesh: Mesh) -> None:
    (result,) = finished.results
    for device, local in on_devices(result, mesh).items():
        np.testing.assert_array_equal(local, expected[device], err_msg=f"device {device}")


def axes_text(axes: tuple[int, ...]) -> str:
    return f" mesh_axes = {list(axes)}" if axes else ""


def types_text(group: Groups, source: Tensor, result: Tensor) -> str:
    indices = "" if group.is_static else ", index" * len(group.axes)
    return f"({source}{indices}) -> {result}"


@examples(60)
@given(group=groups(), data=st.data())
def test_broadcast(group: Groups, data: st.DataObject) -> None:
    mesh, tensor = group.mesh, Tensor((2, 3), "i32")
    argument = data.draw(values(mesh, tensor.shape))
    op = f"mesh.broadcast %a on @mesh{axes_text(group.axes)} {group.text} : {types_text(group, tensor, tensor)}"
    finished = run_op(mesh, op, [argument, *group.arguments()], tensor, tensor, group.operands)
    local = on_devices(argument, mesh)
    check(finished, {device: local[group.root(device)] for device in local}, mesh)
    size = mesh.size(group.axes)
    assert finished.collectives["broadcast"].nbytes == 2 * (size - 1) * 24 // size


@examples(60)
@given(group=groups(), data=st.data())
def test_gather(group: Groups, data: st.DataObject) -> None:
    mesh, size, dim = group.mesh, group.mesh.size(group.axes), data.draw(st.integers(0, 1))
    source = Tensor((2, 3), "i32")
    result = Tensor((2 * size, 3) if dim == 0 else (2, 3 * size), "i32")
    argument = data.draw(values(mesh, source.shape))
    words = f"gather_axis = {dim} {group.text}"
    op = f"mesh.gather %a on @mesh{axes_text(group.axes)} {words} : {types_text(group, source, result)}"
    finished = run_op(mesh, op, [argument, *group.arguments()], source, result, group.operands)
    local = on_devices(argument, mesh)
    expected = {
        device: np.concatenate([local[member] for member in group.members(device)], axis=dim)
        if device == group.root(device)
        else np.zeros(result.shape, np.int32)
        for device in local
    }
    check(finished, expected, mesh)
    assert finished.collectives["gather"].nbytes == (24 if size > 1 else 0)


@examples(60)
@given(group=groups(), data=st.data())
def test_scatter(group: Groups, data: st.DataObject) -> None:
    mesh, size, dim = group.mesh, group.mesh.size(group.axes), data.draw(st.integers(0, 1))
    result = Tensor((2, 3), "i32")
    source = Tensor((2 * size, 3) if dim == 0 else (2, 3 * size), "i32")
    argument = data.draw(values(mesh, source.shape))
    words = f"scatter_axis = {dim} {group.text}"
    op = f"mesh.scatter %a on @mesh{axes_text(group.axes)} {words} : {types_text(group, source, result)}"
    finished = run_op(mesh, op, [argument, *group.arguments()], source, result, group.operands)
    local = on_devices(argument, mesh)
    expected = {
        device: np.split(local[group.root(device)], size, axis=dim)[group.members(device).index(device)]
        for device in local
    }
    check(finished, expected, mesh)
    assert finished.collectives["scatter"].nbytes == 24 * (size - 1)


@examples(60)
@given(group=groups(), kind=st.sampled_from(sorted(KINDS)), data=st.data())
def test_reduce(group: Groups, kind: str, data: st.DataObject) -> None:
    mesh, tensor = group.mesh, Tensor((2, 3), "i32")
    argument = data.draw(values(mesh, tensor.shape))
    words = f"reduction = <{kind}> {group.text}"
    op = f"mesh.reduce %a on @mesh{axes_text(group.axes)} {words} : {types_text(group, tensor, tensor)}"
    finished = run_op(mesh, op, [argument, *group.arguments()], tensor, tensor, group.operands)
    local = on_devices(argument, mesh)
    expected = {
        device: reduce(KINDS[kind], [local[member] for member in group.members(device)])
        if device == group.root(device)
        else np.zeros(tensor.shape, np.int32)
        for device in local
    }
    with np.errstate(over="ignore"):
        check(finished, expected, mesh)


def test_reduce_converts_first() -> None:
    source, result = Tensor((1,), "i8"), Tensor((1,), "i32")
    op = f"mesh.reduce %a on @mesh mesh_axes = [0] root = [1] : ({source}) -> {result}"
    finished = run_op(Mesh((3,)), op, [np.full((3, 1), 100, np.int8)], source, result)
    np.testing.assert_array_equal(finished.results[0], [[0], [300], [0]])


@examples(80)
@given(mesh=meshes(), offset=st.integers(-5, 5), rotate=st.booleans(), data=st.data())
def test_shift(mesh: Mesh, offset: int, rotate: bool, data: st.DataObject) -> None:
    axes = data.draw(st.permutations(mesh.axes))[: data.draw(st.integers(1, mesh.rank))]
    axis, tensor = data.draw(st.sampled_from(axes)), Tensor((2,), "i32")
    argument = data.draw(values(mesh, tensor.shape))
    words = f"mesh_axes = {list(axes)} shift_axis = {axis} offset = {offset}{' rotate' if rotate else ''}"
    finished = run_op(mesh, f"mesh.shift %a on @mesh {words} : {tensor} -> {tensor}", [argument], tensor, tensor)
    local, size = on_devices(argument, mesh), mesh.shape[axis]
    expected = {device: np.zeros(2, np.int32) for device in local}
    for device in local:
        there = device[axis] + offset
        if rotate or 0 <= there < size:
            expected[(*device[:axis], there % size, *device[axis + 1 :])] = local[device]
    check(finished, expected, mesh)
    assert finished.collectives["shift"].nbytes == (8 if size > 1 else 0)


@dataclass(frozen=True)
class Halos:
    """A sharding of a tensor, and halos around the parts of its split dims."""

    mesh: Mesh
    shape: tuple[int, ...]
    sharding: Sharding
    widths: tuple[tuple[int, int], ...]
    """Per dim; none where it is not split."""

    @property
    def local(self) -> tuple[int, ...]:
        """The shape of a part with its halos."""
        owned = self.sharding.local_shape(self.shape, self.mesh)
        return tuple(size + sum(pair) for size, pair in zip(owned, self.widths, strict=True))

    def inner(self) -> tuple[slice, ...]:
        """What a device owns of its local array."""
        sizes = zip(self.local, self.widths, strict=True)
        return tuple(slice(low, size - high) for size, (low, high) in sizes)

    def reach(self, whole: Array, device: Device) -> Array:
        """The part of a global array that a device sees, -1 beyond its ends."""
        padded = np.pad(whole, self.widths, constant_values=-1)
        at = zip(block(self.shape, self.sharding, self.mesh, device), self.local, strict=True)
        return padded[tuple(slice(part.start, part.start + size) for part, size in at)]

    def sent(self) -> int:
        """Elements that a device inside of the mesh sends: the halos of its neighbors that it fills."""
        total = 0
        for dim, axes in enumerate(self.sharding.dims):
            if axes and self.mesh.size(axes) > 1:
                owned = [size - sum(self.widths[before]) for before, size in enumerate(self.local[:dim])]
                total += prod(owned) * sum(self.widths[dim]) * prod(self.local[dim + 1 :])
        return total


@st.composite
def halos(draw: st.DrawFn) -> Halos:
    mesh = draw(meshes())
    rank = draw(st.integers(1, 3))
    dims: list[tuple[int, ...]] = [()] * rank
    for axis in draw(st.permutations(mesh.axes)):
        dim = draw(st.integers(-1, rank - 1))
        if dim >= 0:
            dims[dim] = (*dims[dim], axis)
    owned = [draw(st.integers(1, 3)) for _ in dims]
    widths = tuple(
        (draw(st.integers(0, size)), draw(st.integers(0, size))) if axes else (0, 0)
        for axes, size in zip(dims, owned, strict=True)
    )
    shape = tuple(size * mesh.size(axes) for size, axes in zip(owned, dims, strict=True))
    return Halos(mesh, shape, Sharding(tuple(dims)), widths)


@examples(120)
@given(case=halos(), is_dynamic=st.booleans(), seed=st.integers(0, 99))
def test_update_halo(case: Halos, is_dynamic: bool, seed: int) -> None:
    """What lies in the tensor comes from the global array; what reaches over its ends is not filled."""
    mesh, tensor = case.mesh, Tensor(case.local, "i32")
    whole = np.random.default_rng(seed).integers(0, 99, case.shape).astype(np.int32)
    argument = np.full(mesh.shape + case.local, -2, np.int32)
    for device in devices(mesh):
        argument[device][case.inner()] = whole[block(case.shape, case.sharding, mesh, device)]
    widths = [width for pair, axes in zip(case.widths, case.sharding.dims, strict=True) if axes for width in pair]
    names = [f"%h{number}" for number in range(len(widths))] if is_dynamic else list(map(str, widths))
    extra = "".join(f", {name}: i64" for name in names) if is_dynamic else ""
    lists = "[" + ", ".join(str(list(axes)) for axes in case.sharding.dims) + "]"
    sizes = f" halo_sizes = [{', '.join(names)}]" if widths else ""
    operands = [np.full((1,) * mesh.rank, width) for width in widths] if is_dynamic else []
    op = f"mesh.update_halo %a on @mesh split_axes = {lists}{sizes} : {tensor}"
    finished = run_op(mesh, op, [argument, *operands], tensor, tensor, extra)
    expected: Locals = {}
    for device in devices(mesh):
        seen = case.reach(whole, device)
        expected[device] = np.where(seen == -1, np.int32(-2), seen)
    check(finished, expected, mesh)
    assert ("update_halo" in finished.collectives) == bool(widths)
    assert not widths or finished.collectives["update_halo"].nbytes == 4 * case.sent()


@pytest.mark.parametrize("static", ["halo_sizes = [3, 0]", "halo_sizes = [0, 3]"])
def test_halos_that_neighbors_cannot_fill(static: str) -> None:
    tensor = Tensor((5,), "i32")
    op = f"mesh.update_halo %a on @mesh split_axes = [[0]] {static} : {tensor}"
    with pytest.raises(OperationError, match="are larger than the 2 elements between them"):
        run_op(Mesh((2,)), op, [np.zeros((2, 5), np.int32)], tensor, tensor)


def test_roots_that_are_none() -> None:
    tensor = Tensor((2,), "i32")
    op = f"mesh.broadcast %a on @mesh mesh_axes = [0] root = [%r] : ({tensor}, index) -> {tensor}"
    argument = np.zeros((1, 1, 2), np.int32)
    for root, message in (
        (np.array([[3]]), "a root is not one of the 2 devices along mesh axis 0"),
        (np.array([[0], [1]]), "the devices of a group name different roots"),
    ):
        with pytest.raises(OperationError, match=message):
            run_op(Mesh((2, 3)), op, [argument, root], tensor, tensor, ", %r: index")


@examples(40)
@given(mesh=meshes(), data=st.data())
def test_neighbors(mesh: Mesh, data: st.DataObject) -> None:
    axes = data.draw(st.permutations(mesh.axes))[: data.draw(st.integers(1, mesh.rank))]
    types = ", ".join(["index"] * mesh.rank)
    indices = ", ".join(f"%0#{axis}" for axis in mesh.axes) if mesh.rank > 1 else "%0"
    text = f"""mesh.mesh @mesh(shape = {mesh})
func.func @main() -> (index, index) {{
  %0{f":{mesh.rank}" if mesh.rank > 1 else ""} = mesh.process_multi_index on @mesh : {types}
  %1, %2 = mesh.neighbors_linear_indices on @mesh[{indices}] split_axes = {list(axes)} : index, index
  return %1, %2 : index, index
}}
"""
    note(text)
    (function,) = functions_of(parse(text))
    down, up = (np.broadcast_to(result, mesh.shape) for result in run(function, [], mesh).results)
    group = Groups(mesh, tuple(axes), {}, True)
    for device in devices(mesh):
        members = group.members(device)
        position = members.index(device)
        before = members[position - 1] if position else None
        after = members[position + 1] if position + 1 < len(members) else None
        for found, wanted in ((down[device], before), (up[device], after)):
            assert found == (-1 if wanted is None else np.ravel_multi_index(wanted, mesh.shape))


def test_prices() -> None:
    """By hand, for 4 devices along an axis of latency a and b seconds per byte, and 64 bytes per device."""
    mesh = Mesh((4,))
    tensor, big, small = Tensor((4, 4)), Tensor((16, 4)), Tensor((1, 4))
    text = f"""mesh.mesh @mesh(shape = {mesh})
func.func @main(%a: {tensor} {{mesh.sharding = #mesh.shard<@mesh, [[0]]>}}) -> {tensor} {{
  %0 = mesh.broadcast %a on @mesh mesh_axes = [0] root = [0] : ({tensor}) -> {tensor}
  %1 = mesh.reduce %a on @mesh mesh_axes = [0] root = [0] : ({tensor}) -> {tensor}
  %2 = mesh.gather %a on @mesh mesh_axes = [0] gather_axis = 0 root = [0] : ({tensor}) -> {big}
  %3 = mesh.scatter %a on @mesh mesh_axes = [0] scatter_axis = 0 root = [0] : ({tensor}) -> {small}
  %4 = mesh.shift %a on @mesh mesh_axes = [0] shift_axis = 0 offset = 1 rotate : {tensor} -> {tensor}
  %5 = mesh.update_halo %a on @mesh split_axes = [[0]] halo_sizes = [1, 2] : {tensor}
  return %4 : {tensor}
}}
"""
    module = parse(text)
    pricing = Pricing(Cluster.default(mesh))
    link = pricing.cluster.links[0]

    def seconds(messages: int, nbytes: float) -> float:
        return messages * link.latency + nbytes / link.bandwidth

    expected = [
        CollectiveCost("broadcast", (0,), 2 * 3 * 16, seconds(6, 6 * 16)),
        CollectiveCost("reduce", (0,), 64, seconds(6, 6 * 16)),
        CollectiveCost("gather", (0,), 64, seconds(3, 3 * 64)),
        CollectiveCost("scatter", (0,), 3 * 16, seconds(3, 3 * 16)),
        CollectiveCost("permute", (0,), 64, seconds(1, 64)),
        CollectiveCost("update_halo", (0,), 48, seconds(2, 48)),
    ]
    (function,) = functions_of(module)
    found = collective_costs(function, pricing)
    assert [(cost.name, cost.axes, cost.sent) for cost in found] == [(c.name, c.axes, c.sent) for c in expected]
    assert [cost.seconds for cost in found] == pytest.approx([cost.seconds for cost in expected])
    total = program_seconds(function, pricing, default_registry())
    assert total == pytest.approx(sum(cost.seconds for cost in expected))
    assert find_program(module).predicted_seconds() == pytest.approx(total)


@pytest.mark.parametrize("kind", [*MoveKind, *ExchangeKind])
def test_a_group_of_one_sends_nothing(kind: CollectiveKind) -> None:
    """In no time, and along with other axes it takes none of its own."""
    model = CostModel(Cluster.default(Mesh((4, 1))))
    assert sent_bytes(kind, 1, 64) == 0
    assert model.collective(kind, (1,), 64) == 0
    assert model.collective(kind, (0, 1), 64) == model.collective(kind, (0,), 64)


def test_no_prediction_where_halos_are_open() -> None:
    text = """mesh.mesh @mesh(shape = 4)
func.func @main(%a: tensor<4xf32> {mesh.sharding = #mesh.shard<@mesh, [[0]]>}, %h: i64) -> tensor<4xf32> {
  %0 = mesh.update_halo %a on @mesh split_axes = [[0]] halo_sizes = [%h, 1] : tensor<4xf32>
  return %0 : tensor<4xf32>
}
"""
    module = parse(text)
    assert find_program(module).predicted_seconds() is None
    (function,) = functions_of(module)
    with pytest.raises(OperationError, match="has halos of sizes that are only known when it runs"):
        collective_costs(function, Pricing(Cluster.default(Mesh((4,)))))
