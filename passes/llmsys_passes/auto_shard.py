"""auto-shard: the cheapest sharding of every tensor, as annotations."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Literal, TypeAlias, get_args

from xdsl.context import Context
from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass
from xdsl.rewriter import InsertPoint, Rewriter
from xdsl.utils.exceptions import PassFailedException

from llmsys_ir.cost.cluster import Cluster, ClusterError, load_cluster, parse_size
from llmsys_ir.cost.model import CostModel
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.planning.alpa import AlpaCostModel, AlpaRestriction, Both
from llmsys_ir.planning.baselines import BASELINES, Baseline, Restriction, baseline
from llmsys_ir.planning.graph import Graph
from llmsys_ir.planning.page import page
from llmsys_ir.planning.plan import Plan
from llmsys_ir.planning.report import format_bytes, plan_to_json, print_explanation, print_side_by_side
from llmsys_ir.planning.search import InfeasibleError, NoPlanError, plan_of_choice, problem_of
from llmsys_ir.planning.setting import Planned, Setting
from llmsys_ir.program.annotate import annotate
from llmsys_ir.program.boundary import is_partitioned
from llmsys_ir.program.checks import has_tensors
from llmsys_ir.program.duplicate import duplicate_creators
from llmsys_ir.program.extract import Extraction, extract
from llmsys_ir.program.forms import attribute_form
from llmsys_ir.program.inlining import inline_calls
from llmsys_ir.program.meshes import cluster_of, functions_of, mesh_of, meshes_of, set_cluster, set_mesh, static_mesh
from llmsys_ir.program.overhead import Overheads
from llmsys_ir.program.preparation import prepare
from llmsys_ir.program.uneven.boundary import hold_padded_whole
from llmsys_ir.program.uneven.padding import all_places, pad_for_annotations, padded_copy
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.solver.contest import read_solution, write_problem
from llmsys_ir.solver.engines import DEFAULT_ENGINE, Engine

Strategies: TypeAlias = Literal["ilp", "all", Baseline]
Uneven: TypeAlias = Literal["never", "allow"]
CostModelName: TypeAlias = Literal["roofline", "alpa"]

_MOST_PADDING = 2.0
"""By what factor padding may make a dim larger."""


@dataclass(frozen=True)
class _Annotated:
    """A function, annotated as the plan for it says."""

    function: func.FuncOp
    planned: Planned

    @property
    def plan(self) -> Plan:
        """The plan alone."""
        return self.planned.plan


@dataclass(frozen=True)
class AutoShardPass(ModulePass):
    """Find the cheapest way to shard every tensor with an ILP, and annotate it. Annotations given are kept.

    Calls are replaced by the bodies of their functions.
    """

    name: ClassVar[str] = "auto-shard"

    mesh: str | None = None
    """The devices, such as 4x8; by default the module's mesh."""
    cluster: str | None = None
    """A preset (v100, a100, h100, tpu-v5e, host) or a TOML file; by default a100."""
    memory: str | None = None
    """The limit per device, such as 16GiB; by default the memory of the cluster, if one is named."""
    time_limit: float = 60.0
    """Seconds for the solver."""
    gap: float = 1e-3
    """How far a large program's plan may be from the lower bound for the search to end, relative to its cost."""
    solver: Engine = DEFAULT_ENGINE
    """What solves integer programs: highs, scip or cp-sat."""
    uneven: Uneven = "never"
    """Whether dims that the devices do not divide may be padded to be split, where that is cheaper. Annotations may
    split any dim."""
    even_boundary: bool = False
    """Whether dims of arguments and results that are padded stay whole, unless annotations split them. What gives and
    takes them need not know of padding then, as JAX does not."""
    strategy: Strategies = "ilp"
    """How to plan: with all choices (ilp), or only those of an expert; all plans as ilp does, and prints a table of all
    of them."""
    cost_model: CostModelName = "roofline"
    """What plans cost: computation and communication (roofline), or as Alpa counts, for comparison (alpa)."""
    explain: bool = False
    """Print what the plan costs and why: the costliest ops with their best alternatives, reshardings and memory."""
    report: str | None = None
    """Write that as an HTML page to this file."""
    plan: str | None = None
    """Write the plan as JSON to this file."""
    problem: str | None = None
    """Write what the solver is asked to this file, in the format of `llmsys-solve`; `.gz` compresses it."""
    solution: str | None = None
    """Take the answer from this file, a list of strategies as `llmsys-solve -o` writes it, instead of solving."""

    def __post_init__(self) -> None:
        kinds = {"strategy": Strategies, "uneven": Uneven, "solver": Engine, "cost_model": CostModelName}
        for option, kind in kinds.items():
            if getattr(self, option) not in get_args(kind):
                known = ", ".join(map(repr, get_args(kind)))
                raise PassFailedException(
                    f"auto-shard: option '{option}' expects one of {known}, got {getattr(self, option)!r}"
                )

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Plan and annotate every function of the module that is not partitioned yet."""
        self.shard(op)

    def shard(self, module: ModuleOp) -> dict[str, Plan]:
        """Do what `apply` does; returns the plan of each function by its name."""
        return {name: planned.plan for name, planned in self.find(module).items()}

    def find(self, module: ModuleOp) -> dict[str, Planned]:
        """Do what `apply` does; returns the plan of each function by its name, with what it was searched with."""
        inline_calls(module)
        prepare(module)
        with attribute_form(module):
            found = self._find(module)
        if self.plan is not None:
            self._write_plans(found)
        return found

    def _find(self, module: ModuleOp) -> dict[str, Planned]:
        """Annotate the functions of a prepared module."""
        if not self.time_limit > 0:
            raise PassFailedException(
                f"auto-shard: option 'time-limit': expected a positive number of seconds, got {self.time_limit:g}"
            )
        if not self.gap >= 0:
            raise PassFailedException(f"auto-shard: option 'gap': expected a number of at least 0, got {self.gap:g}")
        self._set_cluster(module)
        limit = self._limit(module)
        tensor_functions = [function for function in functions_of(module) if has_tensors(function)]
        functions = [function for function in tensor_functions if not is_partitioned(function)]
        if (self.problem or self.solution or self.report) and len(functions) != 1:
            raise PassFailedException(
                f"auto-shard: options 'problem', 'solution' and 'report' need a module with one function to shard, "
                f"got {len(functions)}"
            )
        return {function.sym_name.data: self._shard(function, limit) for function in functions}

    def _set_cluster(self, module: ModuleOp) -> None:
        """Bring the module's mesh in line with the options."""
        try:
            mesh = None if self.mesh is None else Mesh.parse(self.mesh)
            if mesh is None and self.cluster is not None and not meshes_of(module):
                mesh = load_cluster(self.cluster, None).mesh
        except ValueError as error:
            raise PassFailedException(f"auto-shard: {error}") from None
        if mesh is not None:
            set_mesh(module, mesh)
        if self.cluster is not None:
            for mesh_op in meshes_of(module):
                set_cluster(mesh_op, self.cluster)

    def _limit(self, module: ModuleOp) -> int | None:
        if self.memory is not None:
            try:
                return parse_size(self.memory)
            except ClusterError as error:
                raise PassFailedException(f"auto-shard: option 'memory': {error}") from None
        if self.cluster is None:
            return None
        return cluster_of(meshes_of(module)[0]).device.memory

    def _shard(self, function: func.FuncOp, limit: int | None) -> Planned:
        if len(function.body.blocks) != 1:
            raise OperationError(function, "expected a function with one block; control flow is not planned")
        mesh_op = mesh_of(function)
        mesh = static_mesh(mesh_op)
        duplicate_creators(function)
        pad_for_annotations(function, mesh, default_registry())
        cluster = cluster_of(mesh_op)
        found = self._cheapest(function, cluster, limit)
        self._tell(function.sym_name.data, found.planned)
        if found.function is not function:
            Rewriter.insert_op(found.function, InsertPoint.before(function))
            Rewriter.erase_op(function)
        return found.planned

    def _annotated(
        self, function: func.FuncOp, cluster: Cluster, limit: int | None, overheads: Overheads | None = None
    ) -> _Annotated:
        """Plan a function and annotate it."""
        if self.even_boundary:
            hold_padded_whole(function, cluster.mesh)
        extraction = extract(function, cluster.mesh, default_registry(), overheads)
        setting = self._setting(extraction.graph, cluster, limit)
        plan = self._plan(function, extraction, setting)
        annotate(function, extraction, plan, cluster.mesh.name)
        return _Annotated(function, Planned(plan, setting))

    def _setting(self, graph: Graph, cluster: Cluster, limit: int | None) -> Setting:
        model = AlpaCostModel if self.cost_model == "alpa" else CostModel
        restriction = self._restriction(graph, cluster)
        return Setting(cluster, limit, self.time_limit, self.gap, self.solver, model, restriction)

    def _cheapest(self, function: func.FuncOp, cluster: Cluster, limit: int | None) -> _Annotated:
        """The cheaper of the plans with and without padding; the other one where one is not found."""
        if self.uneven == "never":
            return self._annotated(function, cluster, limit)
        overheads = Overheads(default_registry())
        try:
            padded = self._padded(function, cluster, limit, overheads)
        except OperationError:
            padded = None
        if padded is not None and (self.problem or self.solution):
            return padded
        try:
            plain = self._annotated(function, cluster, limit, overheads)
        except OperationError:
            if padded is None:
                raise
            return padded
        return padded if padded is not None and padded.plan.seconds < plain.plan.seconds else plain

    def _padded(
        self, function: func.FuncOp, cluster: Cluster, limit: int | None, overheads: Overheads
    ) -> _Annotated | None:
        """The plan for a copy of which only dims have padding that it splits; None if it splits no dim unevenly."""
        mesh, registry = cluster.mesh, default_registry()
        everything = padded_copy(function, mesh, registry, all_places(function, mesh, registry, _MOST_PADDING))
        if everything is None:
            return None
        found = self._annotated(everything.function, cluster, limit, overheads)
        if self.problem or self.solution:
            return found
        less = padded_copy(function, mesh, registry, everything.splits(mesh))
        if less is None or less.sizes == everything.sizes:
            return found if less is not None else None
        other = self._annotated(less.function, cluster, limit, overheads)
        return other if other.plan.seconds <= found.plan.seconds else found

    def _plan(self, function: func.FuncOp, extraction: Extraction, setting: Setting) -> Plan:
        graph, searched = extraction.graph, (setting.pricing, setting.limit)
        if self.problem is not None:
            with _file_errors("write the problem to", self.problem):
                problem = problem_of(graph, *searched, setting.restriction)
                write_problem(problem, self.problem, function.sym_name.data)
        if self.solution is not None:
            with _file_errors("take the solution from", self.solution):
                return plan_of_choice(graph, *searched, read_solution(self.solution), setting.restriction)
        with _plan_errors(function, extraction):
            return setting.find_plan(graph)

    def _tell(self, name: str, planned: Planned) -> None:
        """Print and write what the plan is compared with, and why it is as it is, where that is asked for."""
        plan, setting = planned.plan, planned.setting
        if self.strategy == "all":
            print_side_by_side(name, {"ilp": plan, **self._baselines(plan.graph, setting)})
        if not self.explain and self.report is None:
            return
        explanation, otherwise = planned.explain(), planned.otherwise()
        if self.explain:
            print_explanation(name, explanation, otherwise)
        if self.report is not None:
            with _file_errors("write the report to", self.report):
                text = page(name, explanation, setting.pricing, setting.limit, otherwise)
                Path(self.report).write_text(text, encoding="utf-8")

    def _restriction(self, graph: Graph, cluster: Cluster) -> Restriction | None:
        try:
            expert = None if self.strategy in ("ilp", "all") else baseline(self.strategy, graph, cluster.mesh)
        except ValueError as error:
            raise PassFailedException(f"auto-shard: strategy '{self.strategy}': {error}") from None
        return self._as_counted(graph, cluster, expert)

    def _as_counted(self, graph: Graph, cluster: Cluster, expert: Restriction | None) -> Restriction | None:
        """What is left of all choices by the cost model, and of these by an expert, if there is one."""
        if self.cost_model == "roofline":
            return expert
        counted = AlpaRestriction(graph, cluster.mesh)
        return counted if expert is None else Both(counted, expert)

    def _baselines(self, graph: Graph, setting: Setting) -> dict[str, Plan | str]:
        """Each baseline's plan, or why there is none."""
        found: dict[str, Plan | str] = {}
        for name in BASELINES:
            try:
                expert = baseline(name, graph, setting.cluster.mesh)
            except ValueError as error:
                found[name] = str(error)
                continue
            try:
                restriction = self._as_counted(graph, setting.cluster, expert)
                found[name] = replace(setting, restriction=restriction).find_plan(graph)
            except InfeasibleError as error:
                found[name] = f"does not fit: {format_bytes(error.least)} are {error.words}"
            except NoPlanError as error:
                found[name] = str(error)
        return found

    def _write_plans(self, found: dict[str, Planned]) -> None:
        assert self.plan is not None
        text = json.dumps({name: plan_to_json(planned.plan) for name, planned in found.items()}, indent=2)
        with _file_errors("write the plan to", self.plan):
            Path(self.plan).write_text(text + "\n", encoding="utf-8")


@contextmanager
def _file_errors(action: str, path: str) -> Generator[None]:
    """Say what is wrong with a file."""
    try:
        yield
    except OSError as error:
        raise PassFailedException(f"auto-shard: cannot {action} '{path}': {error.strerror}") from None
    except ValueError as error:
        raise PassFailedException(f"auto-shard: cannot {action} '{path}': {error}") from None


@contextmanager
def _plan_errors(function: func.FuncOp, extraction: Extraction) -> Generator[None]:
    """Say what fills memory where nothing fits, and at which op."""
    try:
        yield
    except NoPlanError as error:
        raise OperationError(function, str(error)) from None
    except InfeasibleError as error:
        origins = [*(origin.op for origin in extraction.origins), function.body.block.last_op]
        nearest = (*reversed(origins[: error.step + 1]), *origins[error.step + 1 :])
        at = next((origin for origin in nearest if origin is not None), function)
        raise OperationError(
            at,
            f"infeasible: no plan fits in {format_bytes(error.limit)} per device; {error.words} is "
            f"{format_bytes(error.least)} ({error.least} bytes), reached at '{at.name}'",
            ("held there: " + ", ".join(f"{held.name} ({format_bytes(held.nbytes)})" for held in error.holdings),),
        ) from None
