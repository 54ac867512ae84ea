"""Device grids, and what a device may ask about its place in the grid."""

from __future__ import annotations

from abc import ABC
from typing import ClassVar

from xdsl.dialects.builtin import FlatSymbolRefAttr
from xdsl.irdl import irdl_op_definition, prop_def, traits_def
from xdsl.traits import Pure

from llmsys_ir.dialects.grids import queries
from llmsys_ir.dialects.grids.symbols import DeviceGridOp
from llmsys_ir.dialects.grids.words import GRID_WORDS, Words

_QUERY_FORMAT = "custom<GridSymbol>($grid) (`axes` `=` custom<AxesList>($axes)^)? attr-dict `:` type($result)"


@irdl_op_definition
class GridOp(DeviceGridOp):
    """A device grid: `shard.grid @grid(shape = 4x8)`; an unknown size is `?`."""

    name = "shard.grid"
    WORDS: ClassVar[Words] = GRID_WORDS
    NOUNS: ClassVar[tuple[str, str]] = ("grid", "grid")

    traits = traits_def(Pure())
    assembly_format = "$sym_name `(` `shape` `=` custom<GridShape>($shape) `)` attr-dict"


class GridUserOp(queries.GridUser, ABC):
    """An op that names a grid."""

    WORDS: ClassVar[Words] = GRID_WORDS

    grid = prop_def(FlatSymbolRefAttr)


@irdl_op_definition
class GridShapeOp(GridUserOp, queries.GridShapeQuery):
    """The sizes of a grid along `axes`."""

    name = "shard.grid_shape"

    assembly_format = _QUERY_FORMAT


@irdl_op_definition
class ProcessMultiIndexOp(GridUserOp, queries.ProcessMultiIndex):
    """The coordinates of the device that runs this, along `axes`."""

    name = "shard.process_multi_index"

    assembly_format = f"`on` {_QUERY_FORMAT}"


@irdl_op_definition
class ProcessLinearIndexOp(GridUserOp, queries.ProcessLinearIndex):
    """The row-major number of the device that runs this."""

    name = "shard.process_linear_index"

    assembly_format = "`on` custom<GridSymbol>($grid) attr-dict `:` type($result)"


@irdl_op_definition
class NeighborsLinearIndicesOp(GridUserOp, queries.NeighborsLinearIndices):
    """The row-major numbers of a device's neighbors along `split_axes`; negative where there is none."""

    name = "shard.neighbors_linear_indices"

    assembly_format = (
        "`on` custom<GridSymbol>($grid) `[` $device `]` `split_axes` `=` custom<AxesList>($split_axes) attr-dict "
        "`:` type($neighbor_down) `,` type($neighbor_up)"
    )
