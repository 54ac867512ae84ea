"""How long large programs take from JAX to what each device runs, stage by stage, and whether that is linear in size.

    python bench/scale.py                                                 # GPT 2.65B on 4x8, with 2 to 32 layers
    python bench/scale.py --sizes gpt-175b --mesh 8x16 --layers 96

prints a table for each number of layers: wall and CPU seconds, ops of the program per CPU second, and the peak memory
so far. `--plan=greedy` chooses one node after the other, so that what comes after the solver can be measured without
it. Each number of layers runs in a process of its own, so that nothing is known from before.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from typing import TypeVar

import numpy as np

from llmsys_ir.collecting import rarely_collecting
from llmsys_ir.planning.formulation import formulate
from llmsys_ir.planning.options import find_options
from llmsys_ir.planning.pricing import Pricing
from llmsys_ir.planning.search import plan_of
from llmsys_ir.planning.tables import Tables
from llmsys_ir.program.annotate import annotate
from llmsys_ir.program.duplicate import duplicate_creators
from llmsys_ir.program.extract import extract
from llmsys_ir.program.inlining import inline_calls
from llmsys_ir.program.meshes import cluster_of, functions_of, mesh_of, set_mesh
from llmsys_ir.program.partitioner import partition
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.solver.problem import Problem
from llmsys_ir.solver.solve import Solution, Status, solve
from llmsys_ir.tools.driver import parse_module, verify_module
from llmsys_ir.tools.printing import module_text
from model_suite import MODELS, NAMED_SIZES

T = TypeVar("T")
LAYERS = (2, 4, 8, 16, 32)


@dataclass(frozen=True)
class Stage:
    """A stage of a run: wall and CPU seconds, and the process' peak memory at its end in bytes."""

    name: str
    seconds: float
    cpu_seconds: float
    peak: int
    is_ours: bool = True


@dataclass
class Run:
    """The stages of one program; what they are about is said in `notes`."""

    layers: int
    ops: int = 0
    stages: list[Stage] = field(default_factory=list[Stage])
    notes: list[str] = field(default_factory=list[str])

    @contextmanager
    def stage(self, name: str, *, is_ours: bool = True) -> Generator[None]:
        """Measure the block."""
        start, cpu_start = time.perf_counter(), time.process_time()
        yield
        seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        self.stages.append(Stage(name, seconds, cpu_seconds, peak, is_ours))

    def timed(self, name: str, call: Callable[[], T], *, is_ours: bool = True) -> T:
        """What the call gives, measured."""
        with self.stage(name, is_ours=is_ours):
            return call()


@dataclass(frozen=True)
class Settings:
    """What is run, and how it is planned: `limit` is in bytes per device."""

    model: str
    sizes: str
    mesh: Mesh
    planner: str
    limit: int | None
    time_limit: float


def measure(settings: Settings, layers: int) -> Run:
    """Run all stages on a model with this many layers, as the tools do."""
    with rarely_collecting():
        return _measure(settings, layers)


def _measure(settings: Settings, layers: int) -> Run:
    from llmsys_ir.dialects import context
    from llmsys_ir.frontends.jax import from_lowered

    run = Run(layers)
    program = MODELS[settings.model].build(replace(NAMED_SIZES[settings.sizes], layers=layers))
    lowered = run.timed("JAX traces and lowers (not ours)", program.lower, is_ours=False)
    text = run.timed("JAX prints (not ours)", lowered.as_text, is_ours=False)
    read = run.timed("read from text", lambda: parse_module(context(), text, settings.model))
    run.ops = sum(1 for _ in read.walk())
    run.timed("verify", lambda: verify_module(read))
    module = run.timed("read from JAX's IR", lambda: from_lowered(lowered))
    run.timed("inline calls", lambda: inline_calls(module))
    set_mesh(module, settings.mesh)
    (function,) = functions_of(module)
    run.timed("duplicate creators", lambda: duplicate_creators(function))
    extraction = run.timed("extract: rules", lambda: extract(function, settings.mesh, default_registry()))
    graph, pricing = extraction.graph, Pricing(cluster_of(mesh_of(function)))
    options = run.timed("options: strategies", lambda: find_options(graph, pricing))
    tables = Tables(pricing)
    problem = run.timed("formulate", lambda: formulate(graph, options, tables, None))
    run.notes.append(f"without a limit {size_of(problem)}")
    if settings.limit is not None:
        problem = run.timed("formulate with a limit", lambda: formulate(graph, options, tables, settings.limit))
        run.notes.append(f"with a limit {size_of(problem)}")
    with run.stage(f"plan: {settings.planner}"):
        is_greedy = settings.planner == "greedy"
        solution = greedy(problem) if is_greedy else solve(problem, time_limit=settings.time_limit)
    plan = run.timed("price the plan", lambda: plan_of(graph, options, pricing, solution))
    gigabytes = plan.memory.peak / 1e9
    run.notes.append(f"plan {plan.status}: {plan.seconds:.6g} s, gap {plan.gap:.2%}, peak {gigabytes:.3g} GB")
    run.timed("annotate", lambda: annotate(function, extraction, plan, settings.mesh.name))
    run.timed("print what is annotated", lambda: module_text(module))
    run.timed("partition", lambda: partition(function, pricing, default_registry()))
    run.timed("print the SPMD program", lambda: module_text(module))
    return run


def size_of(problem: Problem) -> str:
    """The size of a problem in words."""
    strategies = sum(node.costs.size for node in problem.nodes)
    matrices = len({id(edge.costs) for edge in problem.edges})
    return f"{len(problem.nodes)} nodes, {strategies} strategies, {len(problem.edges)} edges ({matrices} matrices)"


def greedy(problem: Problem) -> Solution:
    """Choose for one node after the other what costs least with what was chosen before; at first what holds least."""
    edges: list[list[tuple[int, np.ndarray]]] = [[] for _ in problem.nodes]
    for edge in problem.edges:
        first, second = edge.nodes
        if first != second:
            edges[max(edge.nodes)].append((first, edge.costs.T) if first < second else (second, edge.costs))
    choice: list[int] = []
    for node, before in zip(problem.nodes, edges, strict=True):
        costs = node.costs + sum(costs[:, choice[other]] for other, costs in before)
        choice.append(int(costs.argmin() if before else node.usages.argmin()))
    return Solution(tuple(choice), float("nan"), 0.0, Status.FEASIBLE, 0.0)


def table(run: Run) -> str:
    """A run as lines of text; ops per second are per CPU second."""
    lines = [
        f"{run.layers} layers, {run.ops} ops",
        f"  {'stage':34} {'seconds':>8} {'CPU':>8} {'ops/s':>9} {'peak MiB':>9}",
    ]
    ours = [stage for stage in run.stages if stage.is_ours]
    for stage in run.stages:
        rate = f"{run.ops / stage.cpu_seconds:9.0f}" if stage.is_ours else " " * 9
        lines.append(f"  {stage.name:34} {stage.seconds:8.2f} {stage.cpu_seconds:8.2f} {rate} {stage.peak >> 20:9}")
    wall, cpu = sum(stage.seconds for stage in ours), sum(stage.cpu_seconds for stage in ours)
    lines.append(f"  {'all that is ours':34} {wall:8.2f} {cpu:8.2f} {run.ops / cpu:9.0f}")
    return "\n".join([*lines, *(f"  {note}" for note in run.notes), ""])


def growth(runs: Sequence[Run]) -> str:
    """How many CPU microseconds each stage takes per op: the same in each column if it is linear."""
    names = [stage.name for stage in runs[0].stages]
    lines = ["CPU microseconds per op", f"  {'layers':34} " + " ".join(f"{run.layers:8}" for run in runs)]
    for number, name in enumerate(names):
        cells = [f"{1e6 * run.stages[number].cpu_seconds / run.ops:8.1f}" for run in runs]
        lines.append(f"  {name:34} " + " ".join(cells))
    return "\n".join(lines)


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure each stage on large programs.")
    parser.add_argument("--model", choices=MODELS, default="gpt-f32-adam")
    parser.add_argument("--sizes", choices=NAMED_SIZES, default="gpt-2.6b")
    parser.add_argument("--mesh", type=Mesh.parse, default=Mesh((4, 8)))
    parser.add_argument("--layers", type=int, nargs="+", default=LAYERS)
    parser.add_argument("--plan", choices=("greedy", "solve"), default="solve")
    parser.add_argument("--limit", type=float, help="bytes per device")
    parser.add_argument("--time-limit", type=float, default=60.0, help="seconds for the solver")
    given = parser.parse_args()
    limit = None if given.limit is None else int(given.limit)
    settings = Settings(given.model, given.sizes, given.mesh, given.plan, limit, given.time_limit)
    runs: list[Run] = []
    for layers in given.layers:
        with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
            runs.append(fresh.submit(measure, settings, layers).result())
        print(table(runs[-1]), flush=True)
    if len(runs) > 1:
        print(growth(runs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
