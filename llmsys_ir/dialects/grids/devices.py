"""Collectives in which one device of the group is special, without the words: roots, senders and receivers."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import ClassVar, Self

from xdsl.dialects.builtin import DYNAMIC_INDEX, I64, DenseArrayBase, IndexType, IntegerAttr, SymbolRefAttr, i16, i64
from xdsl.ir import SSAValue
from xdsl.irdl import operand_def, opt_prop_def, prop_def, var_operand_def
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import BareVerifyException
from llmsys_ir.dialects.grids.collectives import Collective, Scattering, group_size, multiplied
from llmsys_ir.dialects.grids.directives import AxesList, DeviceIndex, GridSymbol
from llmsys_ir.dialects.grids.values import (
    TENSORS,
    TypeCheck,
    Values,
    equal_element_type,
    equal_rank,
    equal_shape,
    shape_of,
)
from llmsys_ir.dialects.tensors import static_integers


class WithDevice(Collective, ABC):
    """A collective that names a device of each group by its coordinates along the axes, static or dynamic."""

    DEVICE: ClassVar[str] = "root"

    custom_directives = (GridSymbol, AxesList, DeviceIndex)

    def device(self) -> tuple[Sequence[int] | None, Sequence[SSAValue]]:
        """The static coordinates, with a marker for each dynamic one, and the dynamic ones; none if it is open."""
        given = self.properties.get(self.DEVICE)
        return (None if given is None else static_integers(given)), self.operands[1:]

    def verify_group(self, sizes: tuple[int, ...], /) -> None:
        """Check the coordinates."""
        static, dynamic = self.device()
        if static is None and dynamic:
            raise VerifyException(f'expected no dynamic coordinates of device "{self.DEVICE}", got {len(dynamic)}')
        if static is None:
            return
        if len(static) != len(sizes):
            raise BareVerifyException(
                f'In-group device "{self.DEVICE}" has unexpected multi-index size {len(static)}. Expected {len(sizes)}.'
            )
        for position, (coordinate, size) in enumerate(zip(static, sizes, strict=True)):
            self._verify_coordinate(position, coordinate, size)
        if tuple(static).count(DYNAMIC_INDEX) != len(dynamic):
            raise VerifyException(
                f"expected {tuple(static).count(DYNAMIC_INDEX)} dynamic coordinates of device "
                f'"{self.DEVICE}", got {len(dynamic)}'
            )

    def _verify_coordinate(self, position: int, coordinate: int, size: int) -> None:
        where = f'coordinate {position} for in-group device "{self.DEVICE}"'
        if coordinate < 0 and coordinate != DYNAMIC_INDEX and size == DYNAMIC_INDEX:
            raise BareVerifyException(f"Out of bounds {where}. Got {coordinate}, but expected a non-negative value.")
        if DYNAMIC_INDEX not in (coordinate, size) and not 0 <= coordinate < size:
            raise BareVerifyException(
                f"Out of bounds {where}. Got {coordinate}, but expected value in the range [0, {size - 1}]."
            )

    @classmethod
    def with_device(cls, source: SSAValue, grid: str, axes: Sequence[int], device: Sequence[SSAValue]) -> Self:
        """The op for the device at these coordinates along `axes`; the type stays."""
        return cls.build(
            operands=[source, list(device)],
            result_types=[source.type],
            properties={
                cls.WORDS.noun: SymbolRefAttr(grid),
                cls.WORDS.axes: DenseArrayBase.from_list(i16, axes),
                cls.DEVICE: DenseArrayBase.from_list(i64, [DYNAMIC_INDEX] * len(device)),
            },
        )


class Rooted(WithDevice, ABC):
    """A collective whose groups have a root."""

    input = operand_def()
    root = prop_def(DenseArrayBase[I64])
    root_dynamic = var_operand_def(IndexType)


class Broadcast(Rooted, ABC):
    """Gives every device of a group the root's value."""

    INPUT: ClassVar[Values] = TENSORS
    RESULT: ClassVar[Values] = TENSORS
    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (equal_shape, equal_element_type)


class Gather(Rooted, ABC):
    """Joins the shards of a group along a tensor axis on the root; what the others get is undefined."""

    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (equal_rank, equal_element_type)

    gather_axis = prop_def(IntegerAttr[IndexType])

    def verify_group(self, sizes: tuple[int, ...], /) -> None:
        """Check that the gathered axis grows by the group's size."""
        super().verify_group(sizes)
        axis = self.gather_axis.value.data
        self.verify_axis("Gather", axis)
        self.verify_result_shape(multiplied(shape_of(self.input), axis, group_size(sizes)))


class Scatter(Rooted, Scattering, ABC):
    """Gives each device of a group its slice of the root's value."""

    RESULT: ClassVar[Values] = TENSORS
    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (equal_rank, equal_element_type)

    def verify_group(self, sizes: tuple[int, ...], /) -> None:
        """Check that the scattered axis shrinks by the group's size."""
        super().verify_group(sizes)
        self.verify_scattered(sizes)


class Reduce(Rooted, ABC):
    """Reduces over a group on the root; what the others get is undefined. The element type may change."""

    INPUT: ClassVar[Values] = TENSORS
    RESULT: ClassVar[Values] = TENSORS
    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (equal_shape,)


class Send(WithDevice, ABC):
    """Sends a value to one device of the group; the result hands it on to the matching receive."""

    RESULT: ClassVar[Values] = TENSORS
    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (equal_shape, equal_element_type)
    DEVICE: ClassVar[str] = "destination"

    input = operand_def()
    destination = prop_def(DenseArrayBase[I64])
    destination_dynamic = var_operand_def(IndexType)

    @classmethod
    def to_device(cls, source: SSAValue, grid: str, axes: Sequence[int], device: Sequence[SSAValue]) -> Self:
        """Send to the device at these coordinates along `axes`."""
        return cls.with_device(source, grid, axes, device)


class Receive(WithDevice, ABC):
    """Receives the value that a device of the group sent."""

    RESULT: ClassVar[Values] = TENSORS
    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (equal_shape, equal_element_type)
    DEVICE: ClassVar[str] = "source"

    input = operand_def()
    source = opt_prop_def(DenseArrayBase[I64])
    source_dynamic = var_operand_def(IndexType)

    @classmethod
    def from_device(cls, source: SSAValue, grid: str, axes: Sequence[int], device: Sequence[SSAValue]) -> Self:
        """Receive from the device at these coordinates along `axes`."""
        return cls.with_device(source, grid, axes, device)
