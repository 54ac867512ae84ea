"""inline: calls of functions in the same module, replaced by the functions' bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass

from llmsys_ir.program.inlining import erase_unused_functions, inline_calls


@dataclass(frozen=True)
class InlinePass(ModulePass):
    """Replace calls by the bodies of their functions, innermost first, and remove private functions left over.

    Calls of declarations, of functions with several blocks, and calls that recurse stay as they are.
    """

    name: ClassVar[str] = "inline"

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Inline every call of the module that can be."""
        inline_calls(op)
        erase_unused_functions(op)
