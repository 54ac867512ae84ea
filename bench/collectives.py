"""What `optimize-collectives` makes of the model suite: bytes and seconds before and after, and the same numbers.

    python bench/collectives.py [--mesh 8 --mesh 2x4 ...] [--combine 64KiB] [MODEL ...]

Each model is partitioned twice: as `auto-shard` plans it, and by hand, with its arguments split along their first dim
that the mesh divides and all else left to `spmd-partition`. A row says what devices send in both programs, the
seconds that the cost model says, and how many collectives there are. Exit code 1 if bytes or seconds rise somewhere,
fall nowhere, or results change by more than the order of sums explains.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from xdsl.dialects.builtin import ModuleOp
from xdsl.rewriter import InsertPoint, Rewriter

from llmsys_ir import partition
from llmsys_ir.dialects import context
from llmsys_ir.dialects.mesh import ShardAttr, ShardOp
from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.inlining import inline_calls
from llmsys_ir.program.meshes import functions_of, meshes_of, set_cluster, set_mesh
from llmsys_ir.program.preparation import prepare
from llmsys_ir.program.signature import spec_of
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import Outcome, find_program, run_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.tools.driver import parse_module, verify_module
from llmsys_passes.auto_shard import AutoShardPass
from llmsys_passes.optimize_collectives import OptimizeCollectivesPass
from model_suite import MODELS
from models import relative_error, slow_devices

MESHES = ("8", "2x4")
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Side:
    """A program on devices: bytes that each sends, predicted seconds, collectives, results."""

    nbytes: int
    seconds: float
    count: int
    results: Sequence[Array]


@dataclass(frozen=True)
class Compared:
    """A program before and after."""

    name: str
    mesh: str
    origin: str
    before: Side
    after: Side
    tolerance: float

    @property
    def wrong(self) -> list[str]:
        """What is not as it should be."""
        pairs = zip(self.after.results, self.before.results, strict=True)
        error = max((relative_error(*pair) for pair in pairs), default=0.0)
        found = [f"results change by {error:.1e}"] if error > self.tolerance else []
        if self.after.nbytes > self.before.nbytes:
            found.append(f"bytes rise from {self.before.nbytes} to {self.after.nbytes}")
        if self.after.seconds > self.before.seconds * (1 + _ROUNDING):
            found.append(f"seconds rise from {self.before.seconds} to {self.after.seconds}")
        return found


def split_arguments(module: ModuleOp, mesh: Mesh) -> None:
    """Annotate each argument: split along the first dim that all devices divide."""
    for function in functions_of(module):
        block = function.body.block
        for argument in block.args:
            shape = spec_of(argument.type).shape if is_tensor(argument) else ()
            dim = next((dim for dim, size in enumerate(shape) if size % mesh.num_devices == 0 < size), None)
            if dim is None or not argument.uses or block.first_op is None:
                continue
            axes = tuple(tuple(mesh.axes) if at == dim else () for at in range(len(shape)))
            shard = ShardOp(argument, ShardAttr.from_sharding(Sharding(axes), mesh.name))
            argument.replace_all_uses_with(shard.result)
            shard.operands[0] = argument
            Rewriter.insert_op(shard, InsertPoint.before(block.first_op))


def run(module: ModuleOp, inputs: Sequence[Array]) -> Side:
    """Run a partitioned module."""
    program = find_program(module)
    outcome: Outcome = run_program(program, inputs)
    nbytes = sum(traffic.nbytes for traffic in outcome.collectives.values())
    count = sum(traffic.count for traffic in outcome.collectives.values())
    return Side(nbytes, program.predicted_seconds() or 0.0, count, outcome.results)


def compare(name: str, mesh: str, combine: str | None) -> Iterator[Compared]:
    """A model, planned and by hand, before and after."""
    model = MODELS[name]
    program = model.build()
    inputs = program.inputs(0)
    with tempfile.TemporaryDirectory() as folder:
        cluster = Path(folder) / "slow_devices.toml"
        cluster.write_text(slow_devices(mesh), encoding="utf-8")
        for origin in ("planned", "by hand"):
            module = parse_module(context(), program.stablehlo(), name)
            inline_calls(module)
            prepare(module)
            if origin == "planned":
                AutoShardPass(cluster=str(cluster)).shard(module)
            else:
                devices = Mesh.parse(mesh)
                set_mesh(module, devices)
                set_cluster(meshes_of(module)[0], str(cluster))
                split_arguments(module, devices)
            spmd = partition(module)
            before = run(spmd, inputs)
            OptimizeCollectivesPass(combine).apply(context(), spmd)
            verify_module(spmd)
            yield Compared(name, mesh, origin, before, run(spmd, inputs), model.tolerance)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure optimize-collectives on the model suite.")
    parser.add_argument("models", nargs="*", metavar="MODEL", help="by default all")
    parser.add_argument("--mesh", action="append", help=f"by default {', '.join(MESHES)}")
    parser.add_argument("--combine", help="the pass's option")
    arguments = parser.parse_args()
    print(f"{'model':24} {'mesh':6} {'origin':8} {'KiB sent':>20} {'ms':>20} {'collectives':>13}")
    failed, fell = 0, False
    for name in arguments.models or list(MODELS):
        for mesh in arguments.mesh or MESHES:
            for found in compare(name, mesh, arguments.combine):
                one, other = found.before, found.after
                sent = f"{one.nbytes / 1024:9.1f} {other.nbytes / 1024:9.1f}"
                seconds = f"{1e3 * one.seconds:9.3f} {1e3 * other.seconds:9.3f}"
                print(f"{name:24} {mesh:6} {found.origin:8} {sent:>20} {seconds:>20} {one.count:6} {other.count:6}")
                for what in found.wrong:
                    print(f"    WRONG: {what}")
                failed += bool(found.wrong)
                fell = fell or other.nbytes < one.nbytes
                sys.stdout.flush()
    print("bytes fell" if fell else "bytes fell nowhere")
    return 1 if failed or not fell else 0


if __name__ == "__main__":
    sys.exit(main())
