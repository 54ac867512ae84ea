"""What a device may ask about its grid, without the words."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar, Self

from xdsl.dialects.builtin import I16, DenseArrayBase, IndexType, SymbolRefAttr, i16
from xdsl.irdl import IRDLOperation, prop_def, result_def, traits_def, var_operand_def, var_result_def
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import BareVerifyException, beyond_mlir
from llmsys_ir.dialects.grids.attributes import NO_AXES
from llmsys_ir.dialects.grids.directives import AxesList, GridSymbol
from llmsys_ir.dialects.grids.simplifications import ShapeSimplifications
from llmsys_ir.dialects.grids.symbols import find_grid, verify_grid_axes
from llmsys_ir.dialects.grids.words import Words


class GridUser(IRDLOperation, ABC):
    """An op that names a grid."""

    WORDS: ClassVar[Words]

    custom_directives = (GridSymbol,)

    @property
    def symbol(self) -> SymbolRefAttr:
        """The grid that it names."""
        symbol = self.properties[self.WORDS.noun]
        assert isinstance(symbol, SymbolRefAttr)
        return symbol


class IndexQuery(GridUser, ABC):
    """Asks for one index value per axis of the grid; all axes if none are named."""

    axes = prop_def(DenseArrayBase[I16], default_value=NO_AXES)
    result = var_result_def(IndexType)

    custom_directives = (
        GridSymbol,
        AxesList,
    )
    traits = traits_def(Pure())

    def __init__(self, grid: str, axes: Sequence[int]):
        properties = {self.WORDS.noun: SymbolRefAttr(grid), "axes": DenseArrayBase.from_list(i16, axes)}
        super().__init__(result_types=[[IndexType()] * len(axes)], properties=properties)

    @classmethod
    def of_all_axes(cls, grid: str, rank: int) -> Self:
        """Ask about every axis of a grid of `rank` axes."""
        properties = {cls.WORDS.noun: SymbolRefAttr(grid), "axes": NO_AXES}
        return cls.build(result_types=[[IndexType()] * rank], properties=properties)

    def verify_(self) -> None:
        """Check for one result per axis."""
        axes = tuple(self.axes.get_values())
        shape = verify_grid_axes(self, self.symbol, axes, self.WORDS)
        expected = len(axes) or len(shape)
        if len(self.result) != expected:
            raise BareVerifyException(f"Unexpected number of results {len(self.result)}. Expected {expected}.")


class ProcessMultiIndex(IndexQuery, ABC):
    """The coordinates of the device that runs this, along `axes`."""


class GridShapeQuery(IndexQuery, ABC):
    """The sizes of a grid along `axes`."""

    traits = traits_def(ShapeSimplifications())


class ProcessLinearIndex(GridUser, ABC):
    """The row-major number of the device that runs this."""

    result = result_def(IndexType)

    traits = traits_def(Pure())

    def __init__(self, grid: str):
        super().__init__(result_types=[IndexType()], properties={self.WORDS.noun: SymbolRefAttr(grid)})

    def verify_(self) -> None:
        """Check that the grid exists."""
        find_grid(self, self.symbol, self.WORDS)


class NeighborsLinearIndices(GridUser, ABC):
    """The row-major numbers of a device's neighbors along the axes; negative where there is none."""

    device = var_operand_def(IndexType)
    split_axes = prop_def(DenseArrayBase[I16])
    neighbor_down = result_def(IndexType)
    neighbor_up = result_def(IndexType)

    custom_directives = (
        GridSymbol,
        AxesList,
    )
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the axes and that the device has a coordinate per axis of the grid."""
        find_grid(self, self.symbol, self.WORDS)
        with beyond_mlir():
            shape = verify_grid_axes(self, self.symbol, tuple(self.split_axes.get_values()), self.WORDS)
            if len(self.device) != len(shape):
                noun, got = self.WORDS.noun, len(self.device)
                raise VerifyException(f"expected {len(shape)} coordinates of a device, one per {noun} axis, got {got}")
