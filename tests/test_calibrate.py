"""`llmsys-calibrate`: what it makes of the times of a machine of known numbers, and that it measures this one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import exp, log, sqrt
from pathlib import Path
from random import Random
from typing import Any

import pytest
from filecheck_runner import Result, run_tool
from hypothesis import given
from hypothesis import strategies as st
from on_ranks import environment, mpirun
from programs import examples

from llmsys_ir.cost.cluster import PRESETS, Cluster, Device, cluster_to_toml, load_cluster
from llmsys_ir.cost.fitting import FitError, Timing, fit_link
from llmsys_ir.cost.links import Link
from llmsys_ir.cost.model import CollectiveKind
from llmsys_ir.program.signature import spec_of
from llmsys_ir.runtime.calibration import DEFAULT_LINK, KINDS, calibrate
from llmsys_ir.runtime.engines.processes import EngineError
from llmsys_ir.runtime.programs import Outcome, Program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.resharding import MoveKind
from llmsys_ir.tools import llmsys_calibrate

ROOT = Path(__file__).parent.parent
MLP = ROOT / "examples" / "mlp.mlir"
TOOL = [sys.executable, "-m", "llmsys_ir.tools.llmsys_calibrate"]


def collective_seconds(kind: CollectiveKind, link: Link, size: int, nbytes: int) -> float:
    """The formulas of the cost model, written out again."""
    ring, other = 1 / link.bandwidth, 1 / (link.all_to_all_bandwidth or link.bandwidth)
    seconds: dict[CollectiveKind, float] = {
        MoveKind.ALL_GATHER: (size - 1) * (link.latency + nbytes * ring),
        MoveKind.REDUCE_SCATTER: (size - 1) * (link.latency + nbytes / size * ring),
        MoveKind.ALL_TO_ALL: (size - 1) * (link.latency + nbytes / size * other),
        MoveKind.ALL_REDUCE: 2 * (size - 1) * (link.latency + nbytes / size * ring),
    }
    return seconds[kind]


@st.composite
def links(draw: st.DrawFn) -> Link:
    def between(lowest: float, highest: float) -> float:
        return exp(draw(st.floats(log(lowest), log(highest))))

    bandwidth = between(1e7, 1e12)
    return Link(between(1e-7, 1e-3), bandwidth, bandwidth * between(0.05, 2))


def timings(link: Link, size: int, overhead: float, noise: Callable[[], float] = lambda: 1.0) -> list[Timing]:
    every = [(kind, nbytes) for kind in KINDS for nbytes in (1 << 12, 1 << 15, 1 << 18, 1 << 21, 1 << 24)]
    return [
        Timing(kind, size, nbytes, noise() * (overhead + collective_seconds(kind, link, size, nbytes)))
        for kind, nbytes in every
    ]


@examples(100)
@given(links(), st.sampled_from([2, 3, 4, 8, 64]), st.sampled_from([0.0, 1e-5, 1e-3]))
def test_the_fit_of_exact_times_is_the_link(link: Link, size: int, overhead: float) -> None:
    fit = fit_link(timings(link, size, overhead), overhead)
    assert fit.link.latency == pytest.approx(link.latency, rel=1e-6)
    assert fit.link.bandwidth == pytest.approx(link.bandwidth, rel=1e-6)
    assert fit.link.all_to_all_bandwidth == pytest.approx(link.all_to_all_bandwidth, rel=1e-6)
    assert fit.error < 1e-6


@pytest.mark.parametrize("seed", range(10))
def test_no_other_link_fits_noisy_times_better(seed: int) -> None:
    random, overhead = Random(seed), 1e-4
    size, link = random.choice([2, 4, 8]), Link(random.uniform(0, 2e-5), 2e9, 5e8)
    measured = timings(link, size, overhead, lambda: exp(random.gauss(0, 0.3)))

    def ratios(other: Link) -> list[float]:
        return [(overhead + collective_seconds(at.kind, other, size, at.nbytes)) / at.seconds for at in measured]

    def loss(other: Link) -> float:
        return sum(ratio + 1 / ratio for ratio in ratios(other))

    fit = fit_link(measured, overhead)
    others: list[Link] = [link]
    for _ in range(300):
        factors = [1 + random.choice([1e-3, 0.1, 1]) * random.uniform(-0.9, 0.9) for _ in range(3)]
        other = Link(
            factors[0] * (fit.link.latency or random.uniform(0, 1e-6)),
            factors[1] * fit.link.bandwidth,
            factors[2] * (fit.link.all_to_all_bandwidth or 0),
        )
        others.append(other)
    assert all(loss(fit.link) <= loss(other) * (1 + 1e-12) for other in others)
    assert 1 + fit.error == pytest.approx(exp(sqrt(sum(log(each) ** 2 for each in ratios(fit.link)) / len(measured))))


def test_times_that_do_not_grow_are_an_error() -> None:
    growing = timings(Link(1e-6, 1e9), 4, 0.0)
    with pytest.raises(FitError, match="times do not grow with the bytes sent; measure with more bytes"):
        fit_link([replace(timing, seconds=1 / timing.nbytes) for timing in growing], 0.0)


@dataclass(frozen=True)
class KnownMachine:
    """An engine that says how long it takes, and runs nothing; it has no f16."""

    cluster: Cluster
    overhead: float = 3e-4

    def __call__(self, program: Program, inputs: Sequence[Any]) -> Outcome:
        op = next(iter(program.function.body.block.ops))
        spec = spec_of(op.operands[0].type)
        device = self.cluster.device
        if spec.dtype == "f16":
            raise EngineError("no f16 here")
        if op.name.startswith("mesh."):
            assert program.mesh is not None and program.mesh.shape == self.cluster.mesh.shape
            (axis,) = op.properties["mesh_axes"].get_values()  # pyright: ignore
            kind, size = MoveKind(op.name.removeprefix("mesh.")), program.mesh.shape[axis]  # pyright: ignore
            seconds = collective_seconds(kind, self.cluster.links[axis], size, spec.nbytes)  # pyright: ignore
        elif op.name == "stablehlo.dot_general":
            seconds = 2 * spec.shape[0] ** 3 / device.peak_flops[spec.dtype]
        else:
            assert op.name == "stablehlo.negate"
            seconds = 2 * spec.nbytes / device.memory_bandwidth if spec.nbytes > 4 else 0.0
        return Outcome((), {}, 0, self.overhead + seconds)


def test_a_machine_of_known_numbers_is_found_again() -> None:
    device = Device({"f32": 1.5e10, "f64": 7e9, "bf16": 2.5e11}, 1.25e12)
    slow, fast = Link(1.25e-5, 1.5e10, 7.5e9), Link(3e-6, 2.5e11, 3e11)
    machine = KnownMachine(Cluster(Mesh((2, 1, 4)), (slow, Link(0.0, float("inf")), fast), device, "measured"))
    found = calibrate(machine, Mesh((2, 1, 4)), 16 << 20)
    assert found.cluster == machine.cluster and found.cluster.device.peak_flops == device.peak_flops
    assert found.missing == {"f16": "no f16 here"}
    assert [times.axis for times in found.axes] == [0, 2]
    without = calibrate(machine, Mesh((2, 4)), 16 << 20, has_links=False)
    assert without.cluster.links == (DEFAULT_LINK,) * 2 and not without.axes


def test_slow_runs_are_not_followed_by_slower_ones() -> None:
    device = Device(dict.fromkeys(("f32", "f64", "bf16"), 1e9), 1e9)
    machine = KnownMachine(Cluster(Mesh((4,)), (Link(1e-3, 1e7, 1e7),), device, "measured"))
    found = calibrate(machine, Mesh((4,)), 16 << 20)
    assert found.cluster == machine.cluster
    slowest = max(timing.seconds for row in found.axes[0].timings.values() for timing in row)
    assert 0.02 < slowest < 0.3


@pytest.mark.parametrize("name", PRESETS)
def test_a_cluster_is_read_as_it_is_written(name: str, tmp_path: Path) -> None:
    cluster = PRESETS[name].on(Mesh((3, 5)))
    link = replace(cluster.links[0], all_to_all_bandwidth=1 / 3)
    cluster = replace(cluster, links=(link, Link(0.0, float("inf"))), name="file")
    cluster = replace(cluster, device=replace(cluster.device, peak_flops={"f32": 1e12 / 3, "complex<f32>": 0.1}))
    path = tmp_path / "file.toml"
    path.write_text(cluster_to_toml(cluster), encoding="utf-8")
    found = load_cluster(str(path), None)
    assert found == cluster and found.device.peak_flops == cluster.device.peak_flops


def check(path: Path, engine: str, mesh: Mesh, opt: Callable[..., Result]) -> str:
    """Check that a measured file is a cluster, and that plans can be made for it; its text."""
    cluster = load_cluster(str(path), mesh)
    assert all(0 <= link.latency < 1 and 1e4 < link.bandwidth < 1e13 for link in cluster.links)
    assert all(1e6 < rate < 1e15 for rate in cluster.device.peak_flops.values())
    assert cluster.device.memory is not None and cluster.device.memory > 1 << 20
    planned = opt(str(MLP), f"--auto-shard=cluster={path}", "--spmd-partition")
    assert (planned.exit_code, planned.stderr) == (0, "") and f"(shape = {mesh})" in planned.stdout
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# Measured by llmsys-calibrate --engine={engine} --mesh={mesh}.\n")
    return text


def test_host_devices_of_xla(tmp_path: Path, opt: Callable[..., Result]) -> None:
    path = tmp_path / "here.toml"
    command = [*TOOL, "--mesh=2x4", "--largest=4MiB", "-o", str(path)]
    given = {**environment(), "JAX_PLATFORMS": "cpu"}
    given.pop("XLA_FLAGS", None)
    finished = subprocess.run(command, env=given, capture_output=True, text=True, timeout=300, check=False)
    assert finished.returncode == 0 and not finished.stdout, finished.stderr
    assert all(finished.stderr.count(kind) == 2 for kind in KINDS)
    text = check(path, "xla", Mesh((2, 4)), opt)
    assert all(f"{dtype} = " in text for dtype in ("f32", "f64", "bf16", "f16"))
    assert "Axis 0, 2 devices:" in text and "Axis 1, 4 devices:" in text and "default" not in text


def test_ranks_of_mpi(tmp_path: Path, opt: Callable[..., Result]) -> None:
    path = tmp_path / "here.toml"
    finished = mpirun(*TOOL, "--engine=mpi", "--largest=4MiB", "-o", str(path), ranks=4, timeout=300)
    assert finished.returncode == 0, finished.stderr
    check(path, "mpi", Mesh((4,)), opt)


def test_one_process_has_a_default_link(tmp_path: Path, opt: Callable[..., Result]) -> None:
    path = tmp_path / "here.toml"
    result = run_tool(llmsys_calibrate.main, ["--engine=numpy", "--mesh=2x2", "--largest=64KiB", "-o", str(path)])
    assert result.exit_code == 0 and "The links are a default, not measured." in result.stderr
    assert "# The links are a default, not measured.\n" in check(path, "numpy", Mesh((2, 2)), opt)
    assert load_cluster(str(path), None).links == (DEFAULT_LINK, DEFAULT_LINK)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--mesh=2by4"], "--mesh: expected a mesh of positive sizes such as 4x8, got '2by4'"),
        (["--mesh=0"], "--mesh: expected a mesh of positive sizes such as 4x8, got '0'"),
        (["--largest=big"], "argument --largest: expected a size such as 16GiB or 512MB, got 'big'; see"),
        (["--largest=10"], "argument --largest: expected a size of at least 1KiB, got '10'; see"),
        (["--engine=gloo"], "argument --engine: invalid choice: 'gloo'"),
        (["--fast"], "unrecognized arguments: --fast; see llmsys-calibrate --help"),
        (["--engine=numpy", "-o", "no/such/folder.toml"], "no/such/folder.toml: error: cannot open: No such file"),
        (["--engine=numpy", "-o", "."], ".: error: cannot open: Is a directory"),
    ],
)
def test_wrong_command_line(arguments: list[str], message: str) -> None:
    result = run_tool(llmsys_calibrate.main, arguments)
    assert result.exit_code == 1 and not result.stdout
    assert message in result.stderr and result.stderr.count("\n") == 1


def test_too_few_ranks() -> None:
    command = [*TOOL, "--engine=mpi", "--mesh=2x2"]
    finished = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=60, check=False)
    assert finished.returncode == 1 and finished.stderr.count("\n") == 1
    assert "the program is for 4 devices (2x2), and there is 1 rank; start it with mpirun -n 4" in finished.stderr


def test_too_few_devices() -> None:
    given = {**environment(), "JAX_PLATFORMS": "cpu", "XLA_FLAGS": "--xla_force_host_platform_device_count=2"}
    finished = subprocess.run([*TOOL, "--mesh=2x4"], env=given, capture_output=True, text=True, timeout=60, check=False)
    assert finished.returncode == 1 and finished.stderr.count("\n") == 1
    assert "the program is for 8 devices (2x4), and JAX sees 2 (cpu)" in finished.stderr


def test_devices_that_are_not_there() -> None:
    given = {**environment(), "JAX_PLATFORMS": "no_such_platform"}
    for command in ([*TOOL], [*TOOL, "--mesh=2"]):
        finished = subprocess.run(command, env=given, capture_output=True, text=True, timeout=60, check=False)
        assert finished.returncode == 1 and finished.stderr.count("\n") == 1
        assert "llmsys-calibrate: error: JAX finds no devices: Unable to initialize backend" in finished.stderr


@pytest.mark.parametrize(("module", "engine"), [("jax", "xla"), ("mpi4py.MPI", "mpi")])
def test_without_an_engine_there_is_a_clear_error(module: str, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    result = run_tool(llmsys_calibrate.main, [f"--engine={engine}"])
    assert result.exit_code == 1 and result.stderr.count("\n") == 1
    assert f"llmsys-calibrate: error: --engine={engine} needs" in result.stderr
    assert f"not installed; pip install 'llmsys-ir[{'jax' if engine == 'xla' else 'mpi'}]'" in result.stderr
