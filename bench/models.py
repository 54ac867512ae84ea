"""Every model of the suite, planned, partitioned and run on simulated devices, against JAX's own numbers.

    python bench/models.py [--mesh 8 --mesh 2x4 ...] [--uneven] [--verify] [MODEL ...]

prints a row per model and mesh: what the stages take, how far the results are from JAX's, whether the plan's cost is
that of the SPMD program (law 2) and its peak at least what was measured (law 3), and the collectives. The devices are
slow and the network is fast, so that plans shard all they can. With --verify, verify-partition is to find each right by
a small instance. Exit code 1 if anything is wrong.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir import partition
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import context
from llmsys_ir.dialects.mesh import ShardOp
from llmsys_ir.planning.plan import Plan
from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.control_flow import pass_through
from llmsys_ir.program.inlining import inline_calls
from llmsys_ir.program.preparation import prepare
from llmsys_ir.program.signature import signature_of
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import Program, find_program, run_program
from llmsys_ir.runtime.verification import verify_partition
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.tools.driver import parse_module, verify_module
from llmsys_passes.auto_shard import AutoShardPass
from model_suite import MODELS
from model_suite.sizes import ODD, SMALL, Sizes

MESHES = ("8", "2x4", "2x2x2")
UNEVEN_MESHES = ("3", "5", "2x3")

Uneven: TypeAlias = Literal["never", "allow"]

_DEVICE = 'memory_bandwidth = 1e8\nmemory = "16GiB"\n[peak_flops]\nf32 = 1e8\n'
_AXIS = "[[axes]]\nsize = {size}\nlatency = 1e-9\nbandwidth = 3e8\n"

MOST_BYTES = 1 << 30
"""What a program that is verified may take."""

MOST_OVERESTIMATED = 1.3
"""How many times the peak that the simulator measures the plan may state."""


@dataclass(frozen=True)
class Outcome:
    """How one model went on one mesh; `wrong` says what is wrong, and is empty if nothing is.

    `seconds` has the stages in order: reading, planning, partitioning, running. `want_rules` are the kinds of op that
    are whole on each device for want of a rule.
    """

    model: str
    mesh: str
    ops: int
    seconds: tuple[float, ...]
    error: float
    peak_factor: float
    collectives: Mapping[str, int]
    wrong: tuple[str, ...]
    want_rules: frozenset[str] = frozenset()


def slow_devices(mesh: str) -> str:
    """A cluster, as TOML, on which communication is cheap beside computation."""
    return _DEVICE + "".join(_AXIS.format(size=size) for size in mesh.split("x"))


def plan(module: ModuleOp, cluster: Path, uneven: Uneven) -> Plan:
    """Annotate the module's function with the cheapest plan."""
    inline_calls(module)
    prepare(module)
    (found,) = AutoShardPass(cluster=str(cluster), uneven=uneven).shard(module).values()
    return found


def run_model(name: str, mesh: str, sizes: Sizes = SMALL, uneven: Uneven = "never", *, verify: bool = False) -> Outcome:
    """Plan, partition and run a model, and compare it with JAX."""
    model = MODELS[name]
    program = model.build(sizes)
    text, inputs = program.stablehlo(), program.inputs(0)
    measured = Measured(name, text, inputs, program.expected(inputs), model.tolerance, verify)
    return measure(measured, mesh, uneven)


@dataclass(frozen=True)
class Measured:
    """A program with inputs, the results that its framework gives, and how far others may be off from these.

    With `verify`, verify-partition is to find its partitioned form right.
    """

    name: str
    text: str
    inputs: Sequence[Array]
    expected: Sequence[Array]
    tolerance: float
    verify: bool = False


def measure(program: Measured, mesh: str, uneven: Uneven = "never") -> Outcome:
    """Plan, partition and run a program on a mesh, and compare its results."""
    with tempfile.TemporaryDirectory() as folder:
        cluster = Path(folder) / "slow_devices.toml"
        cluster.write_text(slow_devices(mesh), encoding="utf-8")
        return _measure_on(program, mesh, cluster, uneven)


def _measure_on(program: Measured, mesh: str, cluster: Path, uneven: Uneven) -> Outcome:
    times = [time.perf_counter()]
    module = parse_module(context(), program.text, program.name)
    verify_module(module)
    want_rules = frozenset(unshardable(module.clone()))
    times.append(time.perf_counter())
    found = plan(module, cluster, uneven)
    times.append(time.perf_counter())
    spmd = partition(module)
    verify_module(spmd)
    times.append(time.perf_counter())
    runnable = find_program(spmd)
    outcome = run_program(runnable, program.inputs)
    times.append(time.perf_counter())
    errors = [relative_error(*pair) for pair in zip(outcome.results, program.expected, strict=True)]
    limit = program.tolerance
    wrong = [f"result {number} is off by {error:.1e}" for number, error in enumerate(errors) if error > limit]
    predicted = runnable.predicted_seconds() or 0.0
    if abs(predicted - found.seconds) > 1e-9 * found.seconds:
        wrong.append(f"the plan costs {found.seconds:.9g} s, the program {predicted:.9g} s")
    factor = found.memory.peak / outcome.peak_bytes
    if not 1 <= factor <= MOST_OVERESTIMATED:
        wrong.append(f"the plan's peak is {factor:.2f} times the measured one")
    if program.verify:
        wrong.extend(_refusals(runnable, program))
    stages = tuple(after - before for before, after in pairwise(times))
    counts = {kind: traffic.count for kind, traffic in outcome.collectives.items()}
    ops = sum(1 for _ in module.walk())
    return Outcome(program.name, mesh, ops, stages, max(errors, default=0.0), factor, counts, tuple(wrong), want_rules)


def unshardable(module: ModuleOp) -> Iterator[str]:
    """The ops of which no dim can be sharded; constants are cut at no cost, and scalars not at all."""
    inline_calls(module)
    prepare(module)
    for op in module.walk():
        if isinstance(op, func.FuncOp | ShardOp) or pass_through(op) is not None:
            continue
        if any(map(is_tensor, op.operands)) and any(map(is_tensor, op.results)):
            signature = signature_of(op)
            sizes = [size for spec in (*signature.operands, *signature.results) for size in spec.shape]
            if max(sizes, default=1) > 1:
                rule = default_registry().rule(signature)
                if all(factor.whole or factor.size == 1 for factor in rule.factors):
                    yield op.name


def _refusals(spmd: Program, program: Measured) -> Iterator[str]:
    """What verify-partition has against a partitioned program, by a small instance."""
    whole = find_program(parse_module(context(), program.text, program.name))
    try:
        verify_partition(spmd, whole, "always", MOST_BYTES)
    except OperationError as error:
        yield f"verify-partition: {error}"


def relative_error(result: Array, wanted: Array) -> float:
    """The largest difference, relative to the largest wanted value; for integers the share that differs."""
    if wanted.dtype.kind in "biu" or not wanted.size:
        return np.count_nonzero(result != wanted) / max(wanted.size, 1)
    got, expected = result.astype(np.float64), wanted.astype(np.float64)
    finite = np.isfinite(expected)
    if not np.array_equal(got[~finite], expected[~finite], equal_nan=True):
        return float("inf")
    scale = float(np.abs(expected[finite]).max(initial=0.0))
    return float(np.abs(got[finite] - expected[finite]).max(initial=0.0)) / (scale or 1.0)


def run_all(
    names: Sequence[str], meshes: Sequence[str], sizes: Sizes, uneven: Uneven, *, verify: bool = False
) -> Iterator[Outcome]:
    """Run models on meshes; one that fails says why."""
    for name in names:
        for mesh in meshes:
            try:
                yield run_model(name, mesh, sizes, uneven, verify=verify)
            except Exception as error:
                yield Outcome(name, mesh, 0, (), float("nan"), float("nan"), {}, (f"{type(error).__name__}: {error}",))


def row(outcome: Outcome) -> str:
    """An outcome as a line, and one for each thing that is wrong."""
    seconds = " ".join(f"{part:6.2f}" for part in outcome.seconds)
    moved = ", ".join(f"{count} {kind}" for kind, count in outcome.collectives.items())
    head = f"{outcome.model:24} {outcome.mesh:6} {outcome.ops:5} {seconds}"
    line = f"{head}  {outcome.error:7.1e} {outcome.peak_factor:5.2f}  {moved}"
    return "\n".join([line, *(f"    WRONG: {what}" for what in outcome.wrong)])


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="Run the model suite on simulated devices.")
    parser.add_argument("models", nargs="*", metavar="MODEL", help="by default all")
    parser.add_argument("--mesh", action="append", help=f"by default {', '.join(MESHES)}")
    parser.add_argument("--uneven", action="store_true", help="sizes that no mesh divides, on meshes 3, 5 and 2x3")
    parser.add_argument("--verify", action="store_true", help="verify each partitioned program by a small instance")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.models if name not in MODELS]
    if unknown:
        parser.error(f"no model '{unknown[0]}'; there are {', '.join(MODELS)}")
    print(f"{'model':24} {'mesh':6} {'ops':>5}   read   plan   part    run    error  peak  collectives")
    failed, want_rules = 0, set[str]()
    meshes = arguments.mesh or (UNEVEN_MESHES if arguments.uneven else MESHES)
    sizes, uneven = (ODD, "allow") if arguments.uneven else (SMALL, "never")
    for outcome in run_all(arguments.models or list(MODELS), meshes, sizes, uneven, verify=arguments.verify):
        failed += bool(outcome.wrong)
        want_rules |= outcome.want_rules
        print(row(outcome), flush=True)
    print(f"replicated for want of a rule: {', '.join(sorted(want_rules)) or 'none'}")
    print(f"{failed} wrong" if failed else "all as JAX computes it")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
