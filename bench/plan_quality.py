"""How good plans are: ours and the experts', by our cost model and by what XLA's partitioner makes of them.

    python bench/plan_quality.py [CASE ...] [--layers N] [--limit 32GiB]

plans training steps of the sizes and meshes of Alpa's ablation (a node of V100s): GPT, a mixture of experts and
Wide-ResNet-50. The plan goes to XLA as Shardy's annotations of arguments, results and intermediate values; XLA
partitions and compiles it, and the bytes of the collectives in its HLO are counted. GPT and MoE have Alpa's 8 layers;
XLA's compile time demands fewer of the residual network, two bottlenecks in each stage, unless `--layers` says how
many. In f32 and without recomputation they do not fit in 16 GiB: there is no memory limit, unless `--limit` gives one.

Each row is a strategy: predicted milliseconds; gigabytes that each device sends in our program, and in XLA's, as it
compiles for CPUs and with what it makes of all-reduces on GPUs (see `hlo_traffic`); how far the latter is from ours;
gigabytes of memory by our model and by XLA; gigabytes by collective, ours and the latter. `ours/best` is what we send
by XLA over the least of the experts', first as on GPUs, then as on CPUs.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from math import inf, nan
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, cast

os.environ.setdefault("XLA_FLAGS", "--xla_force_host_platform_device_count=8")

import jax
from xdsl.utils.exceptions import PassFailedException

from hlo_traffic import traffic_of_hlo
from llmsys_ir import partition
from llmsys_ir.cost.cluster import PRESETS, Cluster, cluster_to_toml
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import context
from llmsys_ir.frontends.jax import from_lowered
from llmsys_ir.planning.baselines import BASELINES
from llmsys_ir.runtime.engines.numpy import Traffic
from llmsys_ir.runtime.engines.xla import compile_text, traffic_of
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.tools.printing import module_text
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.export_sdy import ExportSdyPass
from model_suite import MODELS, Sizes


@dataclass(frozen=True)
class Case:
    """A model at a size, on a mesh of devices of one node."""

    model: str
    sizes: Sizes
    mesh: str


def _gpt(width: int, heads: int) -> Sizes:
    return Sizes(
        layers=8,
        batch=8,
        width=width,
        hidden=4 * width,
        heads=heads,
        head=width // heads,
        sequence=1024,
        vocabulary=25600,
    )


def _mixture(width: int, experts: int) -> Sizes:
    return Sizes(
        layers=8,
        batch=8,
        width=width,
        hidden=4 * width,
        heads=16,
        head=width // 16,
        sequence=1024,
        vocabulary=51200,
        experts=experts,
    )


def _residual(channels: int) -> Sizes:
    stages = tuple(channels * 2**stage for stage in range(4))
    return Sizes(layers=2, batch=32, image=224, channels=stages, classes=1024)


CASES: Mapping[str, Case] = {
    **{
        f"gpt-{width}-{mesh}": Case("gpt-f32-adam", _gpt(width, heads), mesh)
        for width, heads, meshes in ((3072, 24, ("2",)), (4096, 32, ("4", "2x2")), (5760, 40, ("8", "2x4")))
        for mesh in meshes
    },
    **{
        f"moe-{width}-{experts}-{mesh}": Case("moe-adam", _mixture(width, experts), mesh)
        for width, experts, meshes in ((1280, 16, ("2",)), (1536, 16, ("4", "2x2")), (1536, 32, ("8", "2x4")))
        for mesh in meshes
    },
    **{
        f"resnet-{channels}-{mesh}": Case("wide-resnet-sgd", _residual(channels), mesh)
        for channels, meshes in ((224, ("2",)), (320, ("4", "2x2")), (448, ("8", "2x4")))
        for mesh in meshes
    },
}

_FAR = 0.25
"""An error that wants an explanation."""


@dataclass(frozen=True)
class Row:
    """A plan: predicted seconds, what each device sends by our program and by XLA's, bytes of memory by each.

    `compiled` is what XLA's sends on CPUs, `on_gpus` what it would on GPUs.
    """

    strategy: str
    status: str
    seconds: float = 0.0
    predicted: Mapping[str, int] | None = None
    compiled: Mapping[str, int] | None = None
    on_gpus: Mapping[str, int] | None = None
    memory: int = 0
    memory_by_xla: int = 0

    def __str__(self) -> str:
        if self.predicted is None or self.on_gpus is None:
            return f"  {self.strategy:14} {self.status}"
        sides = " | ".join(
            ", ".join(f"{kind} {nbytes / 1e9:.3g}" for kind, nbytes in sorted(side.items()) if nbytes >= 1e5)
            for side in (self.predicted, self.on_gpus)
        )
        sent = " ".join(f"{_total(side) / 1e9:9.3f}" for side in (self.predicted, self.compiled, self.on_gpus))
        memory = f"{self.memory / 1e9:8.2f} {self.memory_by_xla / 1e9:8.2f}"
        return f"  {self.strategy:14} {1e3 * self.seconds:9.2f} {sent} {self.error:7.1%} {memory}  {sides}"

    @property
    def error(self) -> float:
        """How far our bytes are from XLA's."""
        ours, theirs = _total(self.predicted), _total(self.on_gpus)
        if ours == theirs:
            return 0.0
        return (theirs - ours) / ours if ours else inf


def _total(side: Mapping[str, int] | None) -> int:
    return sum((side or {}).values())


def measure(name: str, layers: int | None, limit: str | None, strategy: str) -> Row:
    """Plan and compile one case."""
    with TemporaryDirectory() as folder:
        return _measure(CASES[name], layers, limit, strategy, Path(folder))


def _measure(case: Case, layers: int | None, limit: str | None, strategy: str, folder: Path) -> Row:
    module = from_lowered(MODELS[case.model].build(replace(case.sizes, layers=layers or case.sizes.layers)).lower())
    plan, cluster = folder / "plan.json", folder / "node.toml"
    cluster.write_text(_node(case.mesh), encoding="utf-8")
    options: dict[str, Any] = {"cluster": str(cluster), "strategy": strategy, "plan": str(plan), "memory": limit}
    try:
        AutoShardPass(**options).apply(context(), module)
    except (OperationError, PassFailedException) as error:
        return Row(strategy, str(error).splitlines()[0])
    (found,) = json.loads(plan.read_text(encoding="utf-8")).values()
    spmd = find_program(partition(module))
    assert spmd.mesh is not None
    ExportSdyPass().apply(context(), module)
    executable = compile_text(module_text(module), cast(Any, jax).devices()[: spmd.mesh.num_devices])
    stats = executable.get_compiled_memory_stats()
    held = stats.argument_size_in_bytes + stats.output_size_in_bytes + stats.temp_size_in_bytes
    hlo = executable.hlo_modules()[0].to_string()
    return Row(
        strategy,
        found["status"],
        found["seconds"],
        _bytes_of(traffic_of(spmd)),
        _bytes_of(traffic_of_hlo(hlo)),
        _bytes_of(traffic_of_hlo(hlo, as_on_gpus=True)),
        found["peak_bytes_per_device"],
        held - stats.alias_size_in_bytes,
    )


def _node(mesh: str) -> str:
    """Devices of a node of V100s as a cluster: all mesh axes have the links that are inside of a node."""
    preset, devices = PRESETS["v100"], Mesh.parse(mesh)
    return cluster_to_toml(Cluster(devices, (preset.inside,) * devices.rank, replace(preset.device, memory=None)))


def _bytes_of(traffic: Mapping[str, Traffic]) -> dict[str, int]:
    return {kind: entry.nbytes for kind, entry in traffic.items() if entry.nbytes}


def compare(rows: Sequence[Row]) -> str:
    """Our bytes by XLA, and our predicted seconds, over the best baseline's; our row is the first."""
    ours, others = rows[0], [row for row in rows[1:] if row.compiled is not None]
    if ours.compiled is None:
        return f"  {ours.strategy} has no plan"
    if not others:
        return "  no baseline has a plan"
    ratios: list[str] = []
    for what in ("GPUs", "CPUs"):
        sent = {row.strategy: _total(row.on_gpus if what == "GPUs" else row.compiled) for row in (ours, *others)}
        best = min((row.strategy for row in others), key=sent.__getitem__)
        ratio = sent[ours.strategy] / sent[best] if sent[best] else nan
        ratios.append(f"{ratio:.3f} of the bytes of {best} by XLA on {what}")
    fastest = min(others, key=lambda row: row.seconds)
    ratios.append(f"{ours.seconds / fastest.seconds:.3f} of the predicted seconds of {fastest.strategy}")
    return f"  ours/best: {', '.join(ratios)}"


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="Compare plans by XLA's count of bytes.")
    parser.add_argument("cases", metavar="CASE", nargs="*", default=list(CASES), help=", ".join(CASES))
    parser.add_argument("--layers", type=int, help="instead of those of the case")
    parser.add_argument("--strategies", metavar="NAME", nargs="+", default=list(BASELINES), help="to compare with")
    parser.add_argument("--limit", help="of memory per device, such as 16GiB")
    given = parser.parse_args()
    unknown = [name for name in given.cases if name not in CASES]
    if unknown:
        parser.error(f"unknown case '{unknown[0]}'; there are {', '.join(CASES)}")
    errors: dict[str, float] = {}
    for name in given.cases:
        print(f"{name}, {CASES[name].model}, {given.layers or CASES[name].sizes.layers} layers")
        heads = f"{'ms':>9} {'GB sent':>9} {'by XLA':>9} {'on GPUs':>9} {'error':>7} {'GB held':>8} {'by XLA':>8}"
        print(f"  {'strategy':14} {heads}  by collective")
        rows: list[Row] = []
        for strategy in ("ilp", *given.strategies):
            with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
                rows.append(fresh.submit(measure, name, given.layers, given.limit, strategy).result())
            print(rows[-1], flush=True)
        print(compare(rows), flush=True)
        errors |= {f"{row.strategy} on {name}": abs(row.error) for row in rows if row.compiled is not None}
    far = [plan for plan, error in errors.items() if error > _FAR]
    if errors:
        print(f"median error {median(errors.values()):.1%}; over {_FAR:.0%}: {', '.join(far) or 'none'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
