"""Device grids as symbols, and the checks of what names one."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar

from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    I64,
    DenseArrayBase,
    StringAttr,
    SymbolNameConstraint,
    SymbolRefAttr,
    i64,
)
from xdsl.ir import Operation
from xdsl.irdl import IRDLOperation, prop_def, traits_def
from xdsl.traits import SymbolOpInterface, SymbolTable
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import BareVerifyException, beyond_mlir
from llmsys_ir.dialects.grids.directives import GridShape
from llmsys_ir.dialects.grids.words import Words
from llmsys_ir.sharding.mesh import Mesh


class DeviceGridOp(IRDLOperation, ABC):
    """A grid of devices, such as `@mesh(shape = 4x8)`; an unknown size is `?`."""

    WORDS: ClassVar[Words]
    NOUNS: ClassVar[tuple[str, str]]
    """What the messages about its rank and its sizes call it."""

    sym_name = prop_def(SymbolNameConstraint())
    shape = prop_def(DenseArrayBase[I64])

    traits = traits_def(SymbolOpInterface())
    custom_directives = (GridShape,)

    def __init__(self, mesh: Mesh):
        shape = DenseArrayBase.from_list(i64, mesh.shape)
        super().__init__(properties={"sym_name": StringAttr(mesh.name), "shape": shape})

    def to_mesh(self) -> Mesh | None:
        """The mesh, or None if some size is unknown."""
        shape = self.shape.get_values()
        return None if DYNAMIC_INDEX in shape else Mesh(tuple(shape), self.sym_name.data)

    def verify_(self) -> None:
        """Check for a positive rank and sizes."""
        shape = self.shape.get_values()
        for_rank, for_sizes = self.NOUNS
        if not shape:
            raise VerifyException(f"rank of {for_rank} is expected to be a positive integer")
        if any(size < 0 and size != DYNAMIC_INDEX for size in shape):
            raise VerifyException(f"dimension size of a {for_sizes} is expected to be non-negative or dynamic")
        with beyond_mlir():
            if 0 in shape:
                noun = self.WORDS.noun
                raise VerifyException(f"expected every {noun} axis to have at least one device, got a size of 0")


def find_grid(op: Operation, symbol: SymbolRefAttr, words: Words) -> DeviceGridOp:
    """The grid that `op` names.

    Raises:
        BareVerifyException: there is no such grid in scope.
    """
    found = SymbolTable.lookup_symbol(op, symbol)
    if not isinstance(found, DeviceGridOp) or found.WORDS is not words:
        raise BareVerifyException(f'Undefined required {words.noun} symbol "{symbol.root_reference.data}".')
    return found


def verify_grid_axes(op: Operation, symbol: SymbolRefAttr, axes: Sequence[int], words: Words) -> tuple[int, ...]:
    """Check the axes of an op and return the whole grid's sizes."""
    shape = find_grid(op, symbol, words).shape.get_values()
    if len(set(axes)) != len(axes):
        raise BareVerifyException(f"{words.heading} axes contains duplicate elements.")
    for axis in axes:
        if not 0 <= axis < len(shape):
            raise BareVerifyException(
                f"0-based {words.noun} axis index {axis} is out of bounds. The referenced {words.noun} "
                f'"{symbol.root_reference.data}" is of rank {len(shape)}.'
            )
    return tuple(shape)
