"""spmd-partition: from annotated tensors to what each device runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass

from llmsys_ir.planning.pricing import pricing_on
from llmsys_ir.program.boundary import is_partitioned
from llmsys_ir.program.checks import has_tensors
from llmsys_ir.program.forms import attribute_form
from llmsys_ir.program.inlining import inline_calls
from llmsys_ir.program.meshes import cluster_of, functions_of, mesh_of, set_cluster, static_mesh
from llmsys_ir.program.partitioner import partition
from llmsys_ir.program.preparation import prepare
from llmsys_ir.program.uneven.padding import pad_for_annotations
from llmsys_ir.sharding.registry import default_registry


@dataclass(frozen=True)
class SpmdPartitionPass(ModulePass):
    """Lower annotated functions to what each device runs: local types, collectives, shardings at the boundary.

    An annotation reshards its value. An op runs under the strategy that its annotated operands and result ask for;
    where annotations are missing, the computation follows its operands with the least communication. A dim that the
    devices along its axes do not divide is padded; the boundary says what its type is without the padding. Calls are
    replaced by the bodies of their functions, each sharded as the call's operands are.
    """

    name: ClassVar[str] = "spmd-partition"

    cluster: str | None = None
    """A preset or TOML file that prices collectives; by default the mesh's own."""

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Partition every function of the module that is not partitioned yet."""
        inline_calls(op)
        prepare(op)
        with attribute_form(op):
            self._partition(op)

    def _partition(self, module: ModuleOp) -> None:
        for function in functions_of(module):
            if is_partitioned(function) or not has_tensors(function):
                continue
            mesh_op = mesh_of(function)
            if self.cluster is not None:
                set_cluster(mesh_op, self.cluster)
            pad_for_annotations(function, static_mesh(mesh_op), default_registry())
            partition(function, pricing_on(cluster_of(mesh_op)), default_registry())
