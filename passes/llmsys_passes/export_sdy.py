"""export-sdy: an annotated program as XLA's own partitioner takes it, with Shardy's annotations.

What becomes of each annotation is told in `llmsys_ir.program.sdy_export`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass

from llmsys_ir.program.forms import attribute_form
from llmsys_ir.program.sdy_export import export_sdy
from llmsys_ir.sharding.registry import default_registry


@dataclass(frozen=True)
class ExportSdyPass(ModulePass):
    """Turn `mesh.shard` into shardings of the sdy dialect, leaving out what follows from the others."""

    name: ClassVar[str] = "export-sdy"

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Export the module."""
        with attribute_form(op):
            export_sdy(op, default_registry())
