"""convert-to-stablehlo: ops of tosa, linalg, tensor, tm_tensor, arith and math as StableHLO.

Which, is told by `llmsys_ir.program.legalization.legalize.FORMS`, and all structured ops of linalg without windows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass

from llmsys_ir.program.legalization.legalize import legalize
from llmsys_ir.program.meshes import functions_of


@dataclass(frozen=True)
class ConvertToStablehloPass(ModulePass):
    """Replace ops of tosa, linalg, tensor, arith and math by StableHLO, in global programs and in what one device runs.

    That is those on tensors of known sizes. Ops that have no counterpart stay, such as linalg's convolutions; those of
    tosa that round, saturate or have zero points are errors, but for convolutions whose zero points are known. What
    bodies only check (`cf.assert`) is left out.
    """

    name: ClassVar[str] = "convert-to-stablehlo"

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Convert every function of the module."""
        for function in functions_of(op):
            legalize(function)
