"""convert-mesh-to-shard: from the mesh dialect of LLVM 18 to 21 to the shard dialect of LLVM 22.

At function boundaries `mesh.sharding = #mesh.shard<@mesh, [[0]]>` becomes
`shard.sharding = {grid = @mesh, split_axes = #shard<axisarray[[0]]>}`. What becomes of partial shardings, which `shard`
cannot say, is told in `llmsys_ir.program.shard_dialect`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass

from llmsys_ir.program.forms import to_values
from llmsys_ir.program.shard_dialect import mesh_to_shard


@dataclass(frozen=True)
class ConvertMeshToShardPass(ModulePass):
    """Turn the mesh dialect into the shard dialect; partial values are reduced."""

    name: ClassVar[str] = "convert-mesh-to-shard"

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Translate the module."""
        to_values(op)
        mesh_to_shard(op)
