"""symbol-dce: private functions that nobody names, removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass

from llmsys_ir.program.inlining import erase_unused_functions


@dataclass(frozen=True)
class SymbolDcePass(ModulePass):
    """Remove private functions that nothing in the module names."""

    name: ClassVar[str] = "symbol-dce"

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Remove them, and then those that only they named."""
        erase_unused_functions(op)
