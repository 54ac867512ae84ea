"""lower-process-multi-index: a device's coordinates, computed from its number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass
from xdsl.rewriter import Rewriter

from llmsys_ir.dialects.affine import DelinearizeIndexOp
from llmsys_ir.dialects.grids.queries import ProcessMultiIndex
from llmsys_ir.dialects.grids.words import GRID_WORDS
from llmsys_ir.program.grid_queries import GridQueries


@dataclass(frozen=True)
class LowerProcessMultiIndexPass(ModulePass):
    """Replace `process_multi_index` by `process_linear_index`, the grid's sizes, and `affine.delinearize_index`."""

    name: ClassVar[str] = "lower-process-multi-index"

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Lower every such op of the module."""
        for query in list(op.walk()):
            if isinstance(query, ProcessMultiIndex):
                _lower(query)


def _lower(op: ProcessMultiIndex) -> None:
    queries = GridQueries.of(op)
    number, sizes = queries.linear_index(), queries.sizes()
    coordinates = DelinearizeIndexOp(number.result, sizes.result, with_property=op.WORDS is GRID_WORDS)
    for new in (number, sizes, coordinates):
        new.location = op.location
    axes = op.axes.get_values() or range(len(queries.shape))
    Rewriter.replace_op(op, [number, sizes, coordinates], [coordinates.multi_index[axis] for axis in axes])
