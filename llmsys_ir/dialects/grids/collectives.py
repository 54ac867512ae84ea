"""Collectives without the words: what the devices of a group do together, and how the types follow from it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from math import prod
from typing import ClassVar

from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    I64,
    IndexType,
    IntegerAttr,
    SymbolRefAttr,
    UnitAttr,
    UnrankedMemRefType,
    i16,
)
from xdsl.dialects.builtin import DenseArrayBase as DenseArray
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import IRDLOperation, operand_def, opt_prop_def, prop_def, result_def, traits_def
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import BareVerifyException, beyond_mlir
from llmsys_ir.dialects.grids.directives import AxesList, GridSymbol
from llmsys_ir.dialects.grids.simplifications import CollectiveSimplifications
from llmsys_ir.dialects.grids.symbols import verify_grid_axes
from llmsys_ir.dialects.grids.values import (
    SPLITTABLE_TENSORS,
    TENSORS,
    TypeCheck,
    Values,
    compatible_rank,
    compatible_shape,
    same_element_type,
    shape_of,
)
from llmsys_ir.dialects.grids.words import Words
from llmsys_ir.dialects.tensors import static_integers
from llmsys_ir.sharding.sharding import ReductionKind


class Collective(IRDLOperation, ABC):
    """A collective: devices that differ only along its axes form a group, ordered with the first axis outermost."""

    WORDS: ClassVar[Words]
    INPUT: ClassVar[Values] = SPLITTABLE_TENSORS
    RESULT: ClassVar[Values] = SPLITTABLE_TENSORS
    CHECKS: ClassVar[tuple[TypeCheck, ...]] = ()
    """What must hold for operand and result whatever the group."""

    input = operand_def()
    result = result_def()

    custom_directives = (
        GridSymbol,
        AxesList,
    )
    traits = traits_def(CollectiveSimplifications())

    def __init__(
        self,
        source: SSAValue,
        grid: str,
        axes: Sequence[int],
        result_type: Attribute,
        properties: dict[str, Attribute] | None = None,
    ):
        common: dict[str, Attribute] = {
            self.WORDS.noun: SymbolRefAttr(grid),
            self.WORDS.axes: DenseArray.from_list(i16, axes),
        }
        super().__init__(operands=[source], result_types=[result_type], properties=common | (properties or {}))

    @property
    def symbol(self) -> SymbolRefAttr:
        """The grid that it names."""
        symbol = self.properties[self.WORDS.noun]
        assert isinstance(symbol, SymbolRefAttr)
        return symbol

    @property
    def axes(self) -> tuple[int, ...]:
        """The axes along which devices form a group."""
        given = self.properties.get(self.WORDS.axes)
        return () if given is None else static_integers(given)

    def verify_(self) -> None:
        """Check the types, the axes, and what is particular to this collective."""
        self.INPUT.verify("operand #0", self.input)
        self.RESULT.verify("result #0", self.result)
        for check in self.CHECKS:
            check(self.input, self.result)
        shape = verify_grid_axes(self, self.symbol, self.axes, self.WORDS)
        sizes = tuple(shape[axis] for axis in self.axes)
        self.verify_group(sizes)

    def verify_group(self, sizes: tuple[int, ...], /) -> None:
        """Check what depends on the sizes of the grid along the axes."""

    def verify_result_shape(self, expected: Sequence[int], *, last: Sequence[int] = ()) -> None:
        """Check the result's shape; a static size where the expected one is unknown is an error too.

        The tensor axes `last` are checked after the others, as upstream does.
        """
        found = shape_of(self.result)
        others = (axis for axis in range(len(expected)) if axis not in last)
        for axis in (*others, *last):
            wanted, got = expected[axis], found[axis]
            if got not in (wanted, DYNAMIC_INDEX):
                wanted_text = "dynamic" if wanted == DYNAMIC_INDEX else str(wanted)
                raise BareVerifyException(
                    f"Dimension size mismatch for result axis {axis}. Expected {wanted_text}, but got {got}."
                )

    def verify_axis(self, what: str, axis: int) -> None:
        """Check that a tensor axis is one of the operand's."""
        rank = len(shape_of(self.input))
        if not 0 <= axis < rank:
            raise BareVerifyException(f"{what} axis {axis} is out of bounds [0, {rank}).")


def group_size(sizes: Sequence[int]) -> int:
    """The number of devices of a group."""
    return DYNAMIC_INDEX if DYNAMIC_INDEX in sizes else prod(sizes)


def divided(shape: Sequence[int], axis: int, group: int) -> tuple[int, ...]:
    """The shape after splitting `axis` among `group` devices.

    Raises:
        BareVerifyException: it does not divide.
    """
    size = quotient(shape[axis], group)
    if size is None:
        raise BareVerifyException(
            f"Operand dimension size {shape[axis]} is not divisible by collective device group size {group} for "
            f"tensor axis {axis}."
        )
    return with_size(shape, axis, size)


def quotient(size: int, group: int) -> int | None:
    """The size of one of `group` equal parts, None if there are none; dynamic where it is not known."""
    if DYNAMIC_INDEX in (size, group):
        return DYNAMIC_INDEX
    return None if size % group else size // group


def multiplied(shape: Sequence[int], axis: int, group: int) -> tuple[int, ...]:
    """The shape after joining the shards of `group` devices along `axis`."""
    return with_size(shape, axis, DYNAMIC_INDEX if DYNAMIC_INDEX in (shape[axis], group) else shape[axis] * group)


def with_size(shape: Sequence[int], axis: int, size: int) -> tuple[int, ...]:
    """The shape with another size of one axis."""
    return (*shape[:axis], size, *shape[axis + 1 :])


def index(value: int) -> IntegerAttr[IndexType]:
    """A tensor axis as a property."""
    return IntegerAttr.from_index_int_value(value)


class AllGather(Collective, ABC):
    """Joins the shards of a group along a tensor axis, in the group's order."""

    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (same_element_type, compatible_rank)

    gather_axis = prop_def(IntegerAttr[IndexType])

    @classmethod
    def along(cls, source: SSAValue, grid: str, axes: Sequence[int], tensor_axis: int, result_type: Attribute):
        """Gather along `tensor_axis`."""
        return cls(source, grid, axes, result_type, {"gather_axis": index(tensor_axis)})

    def verify_group(self, sizes: tuple[int, ...], /) -> None:
        """Check that the gathered axis grows by the group's size."""
        axis = self.gather_axis.value.data
        self.verify_axis("Gather", axis)
        self.verify_result_shape(multiplied(shape_of(self.input), axis, group_size(sizes)))


class AllReduce(Collective, ABC):
    """Reduces over a group and gives every device the result; the element type may change."""

    INPUT: ClassVar[Values] = TENSORS
    RESULT: ClassVar[Values] = TENSORS
    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (compatible_shape,)

    @property
    @abstractmethod
    def kind(self) -> ReductionKind:
        """How it reduces."""

    def verify_group(self, _: tuple[int, ...], /) -> None:
        """Check that no size is known after that was not before."""
        if isinstance(self.input.type, UnrankedMemRefType) or isinstance(self.result.type, UnrankedMemRefType):
            return
        with beyond_mlir():
            self.verify_result_shape(shape_of(self.input))

    @abstractmethod
    def scattered(self, axes: Sequence[int], tensor_axis: int, result_type: Attribute) -> ReduceScatter:
        """The op that reduces and leaves each device its slice."""


class AllSlice(Collective, ABC):
    """Keeps each device's slice of a value that the whole group holds."""

    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (same_element_type, compatible_rank)

    slice_axis = prop_def(IntegerAttr[IndexType])

    @classmethod
    def along(cls, source: SSAValue, grid: str, axes: Sequence[int], tensor_axis: int, result_type: Attribute):
        """Slice along `tensor_axis`."""
        return cls(source, grid, axes, result_type, {"slice_axis": index(tensor_axis)})

    def verify_group(self, sizes: tuple[int, ...], /) -> None:
        """Check that the sliced axis shrinks by the group's size."""
        axis = self.slice_axis.value.data
        self.verify_axis("Slice", axis)
        self.verify_result_shape(divided(shape_of(self.input), axis, group_size(sizes)))


class AllToAll(Collective, ABC):
    """Splits along one tensor axis, sends part `i` to device `i` of the group, and joins along another axis."""

    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (same_element_type, compatible_rank)

    split_axis = prop_def(IntegerAttr[IndexType])
    concat_axis = prop_def(IntegerAttr[IndexType])

    @classmethod
    def between(cls, source: SSAValue, grid: str, axes: Sequence[int], split: int, concat: int, result_type: Attribute):
        """Split along tensor axis `split` and join along `concat`."""
        properties: dict[str, Attribute] = {"split_axis": index(split), "concat_axis": index(concat)}
        return cls(source, grid, axes, result_type, properties)

    def verify_group(self, sizes: tuple[int, ...], /) -> None:
        """Check that one axis shrinks and the other grows by the group's size."""
        split, concat, group = self.split_axis.value.data, self.concat_axis.value.data, group_size(sizes)
        self.verify_axis("Split", split)
        self.verify_axis("Concat", concat)
        shape = expected = shape_of(self.input)
        if split != concat:
            size = quotient(shape[split], group)
            expected = with_size(multiplied(shape, concat, group), split, DYNAMIC_INDEX if size is None else size)
        self.verify_result_shape(expected, last=(concat, split))
        with beyond_mlir():
            divided(shape, split, group)


class Scattering(Collective, ABC):
    """Leaves each device its slice along a tensor axis: `scatter_axis`, or `scatter_dim` from LLVM 23 on."""

    scatter_axis = opt_prop_def(IntegerAttr[IndexType])

    @property
    def tensor_axis(self) -> int:
        """The scattered axis of the tensor."""
        axis = self.properties.get("scatter_axis", self.properties.get("scatter_dim"))
        assert isinstance(axis, IntegerAttr)
        return axis.value.data

    def verify_(self) -> None:
        """Check first that there is one scattered axis."""
        given = {"scatter_axis", "scatter_dim"} & self.properties.keys()
        if not given:
            raise VerifyException("requires attribute 'scatter_axis'")
        if len(given) > 1:
            raise VerifyException("expected either 'scatter_axis' or 'scatter_dim', got both")
        super().verify_()

    def verify_scattered(self, sizes: tuple[int, ...]) -> None:
        """Check that the scattered axis shrinks by the group's size."""
        self.verify_axis("Scatter", self.tensor_axis)
        self.verify_result_shape(divided(shape_of(self.input), self.tensor_axis, group_size(sizes)))


class ReduceScatter(Scattering, ABC):
    """Reduces over a group and leaves each device its slice of the result; the element type may change."""

    RESULT: ClassVar[Values] = TENSORS
    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (compatible_rank,)

    def verify_group(self, sizes: tuple[int, ...], /) -> None:
        """Check that the scattered axis shrinks by the group's size."""
        self.verify_scattered(sizes)


class Shift(Collective, ABC):
    """Sends to the device `offset` places on along one axis of the grid; with `rotate` the last send to the first."""

    RESULT: ClassVar[Values] = TENSORS
    CHECKS: ClassVar[tuple[TypeCheck, ...]] = (same_element_type, compatible_shape)

    shift_axis = prop_def(IntegerAttr[IndexType])
    offset = prop_def(IntegerAttr[I64])
    rotate = opt_prop_def(UnitAttr)

    def verify_group(self, _: tuple[int, ...], /) -> None:
        """Check that the devices of a group differ along the axis."""
        if self.shift_axis.value.data not in self.axes:
            raise BareVerifyException(
                f"Invalid shift axis {self.shift_axis.value.data}. "
                f"It must be one of the grouping {self.WORDS.noun} axes."
            )
