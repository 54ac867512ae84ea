"""optimize-collectives: cheaper collectives for what a partitioned program does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass
from xdsl.utils.exceptions import PassFailedException

from llmsys_ir.cost.cluster import ClusterError, parse_size
from llmsys_ir.planning.pricing import pricing_on
from llmsys_ir.program.boundary import is_partitioned
from llmsys_ir.program.forms import attribute_form
from llmsys_ir.program.meshes import cluster_of, functions_of, mesh_of_boundary
from llmsys_ir.program.optimizing.optimize import optimize
from llmsys_ir.sharding.registry import default_registry


@dataclass(frozen=True)
class OptimizeCollectivesPass(ModulePass):
    """Merge, fold, fuse, move and share the collectives of partitioned functions.

    A rewrite is taken if the cost model says that it costs less, or as much with fewer collectives.
    """

    name: ClassVar[str] = "optimize-collectives"

    combine: str | None = None
    """All-reduces of the same devices that are smaller than this, such as 1MiB, are done together, up to so many."""

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Rewrite every partitioned function of the module."""
        try:
            combine = 0 if self.combine is None else parse_size(self.combine)
        except ClusterError as error:
            raise PassFailedException(f"optimize-collectives: option 'combine': {error}") from None
        with attribute_form(op):
            for function in functions_of(op):
                if is_partitioned(function):
                    pricing = pricing_on(cluster_of(mesh_of_boundary(function)))
                    optimize(function, pricing, default_registry(), combine)
