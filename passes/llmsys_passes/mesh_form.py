"""mesh-form: shardings as attributes, as LLVM 18 and 19 have them, or as values, as LLVM 20 and 21."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass

from llmsys_ir.program.forms import to_attributes, to_values

MeshForm = Literal["attribute", "ssa"]


@dataclass(frozen=True)
class MeshFormPass(ModulePass):
    """Write a program of the mesh dialect as LLVM 19 or as LLVM 21 reads it."""

    name: ClassVar[str] = "mesh-form"

    form: MeshForm = "attribute"
    """How shardings are written."""

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Rewrite the module."""
        if self.form == "ssa":
            to_values(op)
        else:
            to_attributes(op)
