"""lower-all-slice: slices of a value that the whole group holds, by index arithmetic.

Nothing is sent: each device computes from its coordinates where its slice lies, and extracts it. Where it is not known
that the group divides the sliced dim, the program asserts that it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass
from xdsl.rewriter import Rewriter

from llmsys_ir.dialects.grids.collectives import AllSlice
from llmsys_ir.program.slices import slice_by_arithmetic


@dataclass(frozen=True)
class LowerAllSlicePass(ModulePass):
    """Replace `all_slice` by index arithmetic and `tensor.extract_slice`."""

    name: ClassVar[str] = "lower-all-slice"

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Lower every such op of the module."""
        for collective in list(op.walk()):
            if isinstance(collective, AllSlice):
                ops, value = slice_by_arithmetic(collective)
                for new in ops:
                    new.location = collective.location
                Rewriter.replace_op(collective, ops, [value])
