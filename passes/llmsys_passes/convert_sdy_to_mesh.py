"""convert-sdy-to-mesh: from Shardy's annotations, as JAX writes them, to those of the mesh dialect.

What becomes of each is told in `llmsys_ir.program.sdy_import`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass

from llmsys_ir.program.sdy_import import import_sdy


@dataclass(frozen=True)
class ConvertSdyToMeshPass(ModulePass):
    """Turn annotations of the sdy dialect into `mesh.shard`; all other passes do so by themselves."""

    name: ClassVar[str] = "convert-sdy-to-mesh"

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Translate the module."""
        import_sdy(op)
