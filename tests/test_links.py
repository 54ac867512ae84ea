"""The links of levels against a count of messages, device pair by device pair, over every link that they take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import inf, prod
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from programs import examples

from llmsys_ir.cost.cluster import PRESETS, Cluster, ClusterError, Device, load_cluster
from llmsys_ir.cost.links import Level, Link, links_of_levels
from llmsys_ir.cost.model import CostModel
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.resharding import MoveKind

ROOT = Path(__file__).parent.parent
DEVICE = Device({"f32": 1e12}, 1e12)


@dataclass(frozen=True)
class Laid:
    """A mesh whose axes are laid over a machine in some order."""

    levels: tuple[Level, ...]
    mesh: Mesh
    order: tuple[int, ...]

    def groups(self, axis: int) -> Iterator[list[tuple[int, ...]]]:
        """The groups along an axis, of devices written as where they are at each level."""
        others = [range(size) if at != axis else (0,) for at, size in enumerate(self.mesh.shape)]
        for fixed in product(*others):
            group = [(*fixed[:axis], along, *fixed[axis + 1 :]) for along in range(self.mesh.shape[axis])]
            yield [self._place(position) for position in group]

    def _place(self, position: Sequence[int]) -> tuple[int, ...]:
        number = 0
        for axis in self.order:
            number = number * self.mesh.shape[axis] + position[axis]
        digits: list[int] = []
        for level in reversed(self.levels):
            number, digit = divmod(number, level.size)
            digits.insert(0, digit)
        return tuple(digits)

    def taken(self, sender: tuple[int, ...], receiver: tuple[int, ...]) -> Iterator[tuple[int, str, object, int]]:
        """The links that a message takes: level, direction, part and number within it."""
        for at, level in enumerate(self.levels):
            if sender[: at + 1] == receiver[: at + 1]:
                continue
            for way, end in (("out", sender), ("in", receiver)):
                inside = 0
                for inner, digit in zip(self.levels[at + 1 :], end[at + 1 :], strict=True):
                    inside = inside * inner.size + digit
                yield at, way, end[: at + 1], inside // level.sharing

    def expected(self, axis: int, pairs: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> tuple[float, float]:
        """The latency of the slowest link, and the seconds per byte of the busiest where each pair is a message."""
        loads = Counter(link for pair in pairs for link in self.taken(*pair))
        latency = max((self.levels[at].latency for at, *_ in loads), default=0.0)
        return latency, max((load / self.levels[at].bandwidth for (at, *_), load in loads.items()), default=0.0)


@st.composite
def machines(draw: st.DrawFn) -> Laid:
    sizes = draw(
        st.lists(st.sampled_from([1, 2, 2, 3, 4, 6]), min_size=1, max_size=3).filter(lambda at: prod(at) <= 48)
    )
    levels: list[Level] = []
    for at, size in enumerate(sizes):
        below = prod(sizes[at + 1 :])
        sharing = draw(st.sampled_from([count for count in range(1, below + 1) if below % count == 0]))
        latency, bandwidth = draw(st.integers(0, 9)), draw(st.integers(1, 99))
        levels.append(Level(size, float(latency), float(bandwidth), sharing))
    left, shape = prod(sizes), list[int]()
    for _ in range(draw(st.integers(0, 2))):
        shape.append(draw(st.sampled_from([count for count in range(1, left + 1) if left % count == 0])))
        left //= shape[-1]
    shape.append(left)
    return Laid(tuple(levels), Mesh(tuple(shape)), tuple(draw(st.permutations(range(len(shape))))))


@examples(300)
@given(machines())
def test_links_are_those_of_the_busiest_link(laid: Laid) -> None:
    for axis, link in enumerate(links_of_levels(laid.levels, laid.mesh, laid.order)):
        size = laid.mesh.shape[axis]
        groups = list(laid.groups(axis))
        ring = [(group[at], group[(at + 1) % size]) for group in groups for at in range(size)]
        latency, per_byte = laid.expected(axis, ring)
        assert link.latency == latency
        assert 1 / link.bandwidth == pytest.approx(per_byte)
        everyone = [(one, other) for group in groups for one, other in product(group, group) if one != other]
        latency, per_byte = laid.expected(axis, everyone)
        assert link.latency == latency
        assert (size - 1) * link.to_any(1.0) == pytest.approx((size - 1) * latency + per_byte)


def test_the_preset_of_nodes_that_share_a_card() -> None:
    """Eight devices of a node share 25 Gb/s."""
    levels = (Level(4, 2e-5, 25e9 / 8, sharing=8), Level(8, 5e-6, 150e9))
    between, inside = links_of_levels(levels, Mesh((4, 8)))
    preset = PRESETS["v100"].on(Mesh((4, 8)))
    assert (replace(between, all_to_all_bandwidth=None), replace(inside, all_to_all_bandwidth=None)) == preset.links
    assert between.all_to_all_bandwidth == between.bandwidth and inside.all_to_all_bandwidth == inside.bandwidth


@pytest.mark.parametrize("mesh", [Mesh((8,)), Mesh((8, 1)), Mesh((1, 8)), Mesh((1, 8, 1))], ids=str)
def test_an_axis_of_one_device_changes_no_other(mesh: Mesh) -> None:
    """Eight devices in a row are inside a node, however a frontend writes it."""
    preset = PRESETS["a100"]
    assert preset.on(mesh).links[mesh.shape.index(8)] == preset.inside


def test_an_axis_over_both_levels() -> None:
    """A ring leaves each node once; of an all-to-all half of the messages do, from the eight devices of a card."""
    (link,) = links_of_levels((Level(2, 1e-5, 25e9, sharing=8), Level(8, 3e-6, 300e9)), Mesh((16,)))
    assert link == Link(1e-5, 25e9, 25e9 * 15 / 64)
    model = CostModel(Cluster(Mesh((16,)), (link,), DEVICE))
    nbytes = 16 << 20
    assert model.collective(MoveKind.ALL_GATHER, (0,), nbytes) == pytest.approx(15 * (1e-5 + nbytes / 25e9))
    assert model.collective(MoveKind.ALL_TO_ALL, (0,), nbytes) == pytest.approx(15e-5 + 64 * nbytes / 16 / 25e9)


def test_a_column_of_devices() -> None:
    """With axis 1 outermost, axis 0 is inside a node though it comes first."""
    levels = (Level(2, 1e-5, 25e9), Level(4, 3e-6, 300e9))
    across, inside = links_of_levels(levels, Mesh((2, 4))), links_of_levels(levels, Mesh((4, 2)), (1, 0))
    assert inside == across[::-1]


def test_an_axis_of_one_device_costs_nothing() -> None:
    assert links_of_levels((Level(2, 1.0, 1.0),), Mesh((1, 2)))[0] == Link(0.0, inf, inf)


TOML = (ROOT / "examples" / "two_nodes.toml").read_text(encoding="utf-8")


def written(folder: Path, text: str) -> str:
    path = folder / "cluster.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_file_of_levels_takes_any_mesh_of_as_many_devices(tmp_path: Path) -> None:
    path = written(tmp_path, TOML)
    cluster = load_cluster(path, Mesh((4, 4)))
    assert cluster.mesh == Mesh((4, 4)) and cluster.device.memory == 80 << 30
    assert cluster.links == (Link(1e-5, 25e9 / 4, 25e9 * 3 / 8), Link(3e-6, 300e9, 300e9))
    assert load_cluster(path, Mesh((16,))).links[0].bandwidth == 25e9


def test_a_file_of_levels_may_name_its_mesh_and_order(tmp_path: Path) -> None:
    path = written(tmp_path, 'mesh = "8x2"\norder = [1, 0]\n' + TOML)
    cluster = load_cluster(path, None)
    assert cluster.mesh.shape == (8, 2)
    assert [link.latency for link in cluster.links] == [3e-6, 1e-5]


def test_axes_may_have_a_bandwidth_for_all_to_alls(tmp_path: Path) -> None:
    axes = "memory_bandwidth = 1\n[peak_flops]\nf32 = 1\n[[axes]]\nsize = 2\nlatency = 0\nbandwidth = 8\n"
    assert load_cluster(written(tmp_path, axes), None).links == (Link(0.0, 8.0),)
    assert load_cluster(written(tmp_path, axes + "all_to_all_bandwidth = 2"), None).links == (Link(0.0, 8.0, 2.0),)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("", "[[axes]]\n", "expected [[axes]] or [[levels]], got both"),
        ("", 'mesh = "4x5"\n', "the levels have 16 devices (2x8), but the mesh 4x5 has 20"),
        ("", 'mesh = "4by4"\n', "expected a mesh of positive sizes such as 4x8, got '4by4'"),
        ("", 'mesh = "4x4"\norder = [0, 2]\n', "expected an order of the axes [0, 1] of the mesh 4x4, got [0, 2]"),
        ("", 'mesh = "4x4"\norder = "10"\n', "expected order to be a list of mesh axes, such as [1, 0], got '10'"),
        ("", "", 'expected a mesh, such as mesh = "4x4", here or as an option'),
        ("sharing = 4", "sharing = 3", "levels[0].sharing to divide the 8 devices of a part of that level"),
        ("sharing = 4", "sharing = 0", "expected a positive number for levels[0].sharing, got 0"),
        ("size = 8", "size = 8.5", "expected an integer for levels[1].size, got 8.5"),
        ("bandwidth = 25e9", "", "expected a number for levels[0].bandwidth, got None"),
        ("sharing = 4", "shared = 4", "unknown key 'shared' in levels[0]: expected size, latency, bandwidth, sharing"),
    ],
)
def test_wrong_levels(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(ClusterError) as found:
        load_cluster(written(tmp_path, TOML.replace(old, new, 1)), Mesh((4, 4)) if old else None)
    assert message in str(found.value)
