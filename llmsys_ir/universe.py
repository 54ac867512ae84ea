"""What this package brings to xDSL, and the passes of `llmsys-opt`: names and lazy factories, no imports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module

from xdsl.ir import Dialect
from xdsl.passes import ModulePass
from xdsl.universe import Universe

PassFactory = Callable[[], type[ModulePass]]


def _pass(module: str, name: str) -> PassFactory:
    def load() -> type[ModulePass]:
        return getattr(import_module(module), name)

    return load


def _mesh() -> Dialect:
    from llmsys_ir.dialects.mesh import MESH

    return MESH


@dataclass(frozen=True)
class PassEntry:
    """A pass as `--help` shows it.

    `options` maps an option to what it means; a test holds it to the fields of the pass.
    """

    summary: str
    factory: PassFactory
    options: dict[str, str] = field(default_factory=dict[str, str])


_OURS = {
    "auto-shard": PassEntry(
        "annotate the program with the sharding that costs the least time and fits in memory",
        _pass("llmsys_passes.auto_shard", "AutoShardPass"),
        {
            "mesh": "the devices, such as 4x8; by default the module's mesh",
            "cluster": "a preset (v100, a100, h100, tpu-v5e, host), or a TOML file that describes one",
            "memory": "bytes that one device may use, such as 16GiB",
            "time-limit": "seconds that the search may take",
            "gap": "end a large search this near the bound, relative to the cost; by default 0.001",
            "solver": "what solves integer programs: highs (the default), scip or cp-sat",
            "problem": "file to write the solver's problem to, in the format of llmsys-solve",
            "solution": "file with an answer to that problem, taken instead of solving",
            "uneven": "never (the default) or allow: pad dims that the devices do not divide where that pays",
            "even-boundary": "padded dims of arguments and results stay whole on each device",
            "strategy": "ilp (the default); data-parallel, zero-1, zero-2, zero-3, megatron, 2d or shard-largest: as "
            "experts plan; all: ilp, and print a table that compares it with these",
            "cost-model": "roofline (the default), or alpa: communication only and no partial sums, for comparison",
            "explain": "print what the plan costs and why it was chosen",
            "report": "write the same as an HTML page to this file",
            "plan": "write the plan as JSON to this file",
        },
    ),
    "spmd-partition": PassEntry(
        "turn an annotated program into what one device runs, with collectives",
        _pass("llmsys_passes.spmd_partition", "SpmdPartitionPass"),
        {"cluster": "what collectives cost: a preset or a TOML file; by default the mesh's own"},
    ),
    "optimize-collectives": PassEntry(
        "merge, fold, fuse, move and share the collectives of partitioned functions, where that costs less",
        _pass("llmsys_passes.optimize_collectives", "OptimizeCollectivesPass"),
        {"combine": "bytes, such as 1MiB: smaller all-reduces of the same devices are done together, up to so many"},
    ),
    "verify-partition": PassEntry(
        "check that an SPMD program computes what its global program does, by running small instances of large ones",
        _pass("llmsys_passes.verify_partition", "VerifyPartitionPass"),
        {
            "reference": "file with the global program, annotated or not",
            "shrink": "what runs as a small instance: large (the default), always or never",
            "memory": "bytes that the values of a program which is run may take; by default 1GiB",
        },
    ),
    "sharding-propagation": PassEntry(
        "spread the annotations that are there over the rest of the program, as MLIR's pass does",
        _pass("llmsys_passes.sharding_propagation", "ShardingPropagationPass"),
        {"traversal": "forward, backward, forward-backward or backward-forward (the default)"},
    ),
    "convert-sdy-to-mesh": PassEntry(
        "turn Shardy's annotations, as JAX writes them, into mesh.shard",
        _pass("llmsys_passes.convert_sdy_to_mesh", "ConvertSdyToMeshPass"),
    ),
    "convert-to-stablehlo": PassEntry(
        "turn ops of tosa, linalg, tensor, arith and math into StableHLO",
        _pass("llmsys_passes.convert_to_stablehlo", "ConvertToStablehloPass"),
    ),
    "convert-mesh-to-stablehlo": PassEntry(
        "turn what each device runs into StableHLO that XLA takes: one all-manual computation",
        _pass("llmsys_passes.convert_mesh_to_stablehlo", "ConvertMeshToStablehloPass"),
    ),
    "convert-mesh-to-shard": PassEntry(
        "turn the mesh dialect of LLVM 18 to 21 into the shard dialect of LLVM 22",
        _pass("llmsys_passes.convert_mesh_to_shard", "ConvertMeshToShardPass"),
    ),
    "convert-shard-to-mesh": PassEntry(
        "turn the shard dialect of LLVM 22 and 23 into the mesh dialect",
        _pass("llmsys_passes.convert_shard_to_mesh", "ConvertShardToMeshPass"),
        {"form": "attribute (the default, as up to LLVM 19) or ssa (as in LLVM 20 and 21)"},
    ),
    "mesh-form": PassEntry(
        "write shardings as attributes (up to LLVM 19) or as values (LLVM 20 and 21)",
        _pass("llmsys_passes.mesh_form", "MeshFormPass"),
        {"form": "attribute (the default) or ssa"},
    ),
    "lower-all-slice": PassEntry(
        "compute where a device's slice of a value lies, and extract it",
        _pass("llmsys_passes.lower_all_slice", "LowerAllSlicePass"),
    ),
    "lower-process-multi-index": PassEntry(
        "compute the coordinates of a device from its number",
        _pass("llmsys_passes.lower_process_multi_index", "LowerProcessMultiIndexPass"),
    ),
    "lower-resharding": PassEntry(
        "replace each annotation for users of an annotated value by the collectives that reshard it",
        _pass("llmsys_passes.lower_resharding", "LowerReshardingPass"),
    ),
    "export-sdy": PassEntry(
        "turn annotations into Shardy's, so that XLA's own partitioner takes the plan",
        _pass("llmsys_passes.export_sdy", "ExportSdyPass"),
    ),
    "inline": PassEntry(
        "replace calls by the bodies of their functions",
        _pass("llmsys_passes.inline", "InlinePass"),
    ),
    "symbol-dce": PassEntry(
        "remove private functions that nobody names",
        _pass("llmsys_passes.symbol_dce", "SymbolDcePass"),
    ),
}

_OF_THE_DRIVER = {
    "canonicalize": PassEntry(
        "simplify with each op's canonicalization patterns",
        _pass("llmsys_passes.canonicalize", "CanonicalizePass"),
    ),
    "cse": PassEntry(
        "merge equal ops without side effects",
        _pass("xdsl.transforms.common_subexpression_elimination", "CommonSubexpressionElimination"),
    ),
    "dce": PassEntry(
        "remove ops whose results nobody uses",
        _pass("xdsl.transforms.dead_code_elimination", "DeadCodeElimination"),
    ),
}

PASSES: dict[str, PassEntry] = dict(sorted((_OURS | _OF_THE_DRIVER).items()))
"""Every pass of `llmsys-opt` by name."""

LLMSYS_UNIVERSE = Universe(
    all_dialects={"mesh": _mesh},
    all_passes={name: entry.factory for name, entry in _OURS.items()},
)
"""Only names that xDSL does not have: a duplicate breaks every `xdsl-opt` of the environment."""
