"""convert-shard-to-mesh: from the shard dialect of LLVM 22 and 23 to the mesh dialect of LLVM 19 or 21.

At function boundaries `shard.sharding = {grid = @grid, split_axes = ...}` becomes `mesh.sharding`. A `scatter_dim`
becomes a `scatter_axis`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass

from llmsys_ir.program.forms import to_attributes
from llmsys_ir.program.shard_dialect import shard_to_mesh
from llmsys_passes.mesh_form import MeshForm


@dataclass(frozen=True)
class ConvertShardToMeshPass(ModulePass):
    """Turn the shard dialect into the mesh dialect."""

    name: ClassVar[str] = "convert-shard-to-mesh"

    form: MeshForm = "attribute"
    """Whether shardings are attributes, as up to LLVM 19, or values, as in LLVM 20 and 21."""

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Translate the module."""
        shard_to_mesh(op)
        if self.form == "attribute":
            to_attributes(op)
