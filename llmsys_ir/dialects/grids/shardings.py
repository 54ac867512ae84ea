"""Shardings as values, without the words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from math import prod
from typing import ClassVar

from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    I64,
    DenseArrayBase,
    IndexType,
    IntegerType,
    UnitAttr,
    i64,
)
from xdsl.dialects.utils import DynamicIndexList
from xdsl.ir import SSAValue
from xdsl.irdl import (
    AnyAttr,
    AttrSizedOperandSegments,
    IRDLOperation,
    VarConstraint,
    operand_def,
    opt_prop_def,
    prop_def,
    result_def,
    traits_def,
    var_operand_def,
    var_result_def,
)
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import BareVerifyException, beyond_mlir
from llmsys_ir.dialects.grids.attributes import AxesLists, axes_lists_of, misnamed
from llmsys_ir.dialects.grids.directives import GridSymbol
from llmsys_ir.dialects.grids.queries import GridUser
from llmsys_ir.dialects.grids.simplifications import AnnotationSimplifications, ShardingSimplifications
from llmsys_ir.dialects.grids.symbols import find_grid, verify_grid_axes
from llmsys_ir.dialects.grids.values import (
    SPLITTABLE_TENSORS_AND_MEMREFS,
    shape_of,
)

NO_SIZES: DenseArrayBase[IntegerType] = DenseArrayBase.from_list(i64, list[int]())


def verify_sizes(what: str, static: Sequence[int], dynamic: Sequence[SSAValue]) -> None:
    """Check that sizes are not negative and each unknown one is an operand."""
    if any(size < 0 and size != DYNAMIC_INDEX for size in static):
        raise VerifyException(f"expected {what} that are not negative, got {min(static)}")
    if list(static).count(DYNAMIC_INDEX) != len(dynamic):
        raise VerifyException(f"expected {list(static).count(DYNAMIC_INDEX)} dynamic {what}, got {len(dynamic)}")


class ShardingValue(GridUser, ABC):
    """How a tensor lies on a grid: the axes of each dim, and halos or uneven offsets."""

    static_sharded_dims_offsets = prop_def(DenseArrayBase[I64], default_value=NO_SIZES)
    dynamic_sharded_dims_offsets = var_operand_def(I64)
    static_halo_sizes = prop_def(DenseArrayBase[I64], default_value=NO_SIZES)
    dynamic_halo_sizes = var_operand_def(I64)

    irdl_options = (AttrSizedOperandSegments(as_property=True),)
    custom_directives = (
        GridSymbol,
        DynamicIndexList,
    )
    traits = traits_def(Pure(), ShardingSimplifications())

    def axes_lists(self) -> AxesLists:
        """Per tensor dim the axes that split it."""
        return axes_lists_of(self.properties["split_axes"])

    def partial(self) -> tuple[int, ...]:
        """The axes along which the tensor is partial."""
        return ()

    def verify_(self) -> None:
        """Check the axes, the halos and the offsets."""
        axes = [*(axis for axes in self.axes_lists() for axis in axes), *self.partial()]
        if (message := misnamed(axes, self.WORDS.noun)) is not None:
            raise BareVerifyException(message)
        halos = self.static_halo_sizes.get_values()
        offsets = self.static_sharded_dims_offsets.get_values()
        if halos and offsets:
            raise VerifyException("halo sizes and shard offsets are mutually exclusive")
        if halos and len(halos) != 2 * sum(map(bool, self.axes_lists())):
            raise BareVerifyException("halo sizes must be specified for all split axes.")
        shape = find_grid(self, self.symbol, self.WORDS).shape.get_values()
        if offsets and DYNAMIC_INDEX in shape:
            raise BareVerifyException(f"sharded dims offsets are not allowed for {self.WORDS.many} with dynamic shape.")
        with beyond_mlir():
            verify_grid_axes(self, self.symbol, axes, self.WORDS)
        if offsets:
            self._verify_offsets(offsets, shape)
        with beyond_mlir():
            verify_sizes("halo sizes", halos, self.dynamic_halo_sizes)
            verify_sizes("sharded dims offsets", offsets, self.dynamic_sharded_dims_offsets)

    def _verify_offsets(self, offsets: Sequence[int], shape: Sequence[int]) -> None:
        """Check that each split dim has the offset of each shard, and its end."""
        position = 0
        starts: list[int] = []
        for axes in filter(None, self.axes_lists()):
            count = prod(shape[axis] for axis in axes) + 1
            part = offsets[position : position + count]
            known = [offset for offset in part if offset != DYNAMIC_INDEX]
            if any(after < before for before, after in pairwise([0, *known])):
                raise BareVerifyException("sharded dims offsets must be non-decreasing.")
            if len(part) != count:
                raise BareVerifyException("sharded dims offsets has wrong size.")
            starts.append(part[0])
            position += count
        with beyond_mlir():
            if position != len(offsets):
                raise BareVerifyException("sharded dims offsets has wrong size.")
            if not {0, DYNAMIC_INDEX}.issuperset(starts):
                raise VerifyException(f"expected the first of the sharded dims offsets to be 0, got {max(starts)}")


class Annotation(IRDLOperation, ABC):
    """Says how a tensor is sharded: where it is defined, or, with `annotate_for_users`, where it is used."""

    T: ClassVar = VarConstraint("T", AnyAttr())

    src = operand_def(T)
    annotate_for_users = opt_prop_def(UnitAttr)
    result = result_def(T)

    traits = traits_def(Pure(), AnnotationSimplifications())

    @property
    @abstractmethod
    def said(self) -> object:
        """What it says, equal for equal shardings; None if that is not known here."""


class GetSharding(IRDLOperation, ABC):
    """The sharding of a tensor."""

    source = operand_def()

    traits = traits_def(Pure())


class ShardShape(IRDLOperation, ABC):
    """The shape of a device's shard of a tensor with these dims."""

    dims = prop_def(DenseArrayBase[I64])
    dims_dynamic = var_operand_def(IndexType)
    device = prop_def(DenseArrayBase[I64])
    device_dynamic = var_operand_def(IndexType)
    result = var_result_def(IndexType)

    irdl_options = (AttrSizedOperandSegments(as_property=True),)
    custom_directives = (DynamicIndexList,)
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check for one result per dim."""
        dims = self.dims.get_values()
        with beyond_mlir():
            if len(self.result) != len(dims):
                raise VerifyException(f"expected one result per dim, got {len(self.result)} for {len(dims)} dims")
            verify_sizes("dims", dims, self.dims_dynamic)
            verify_sizes("device coordinates", self.device.get_values(), self.device_dynamic)


class UpdateHalo(GridUser, ABC):
    """Fills the halos of a shard from its neighbors."""

    T: ClassVar = VarConstraint("T", AnyAttr())

    destination = operand_def(T)
    dynamic_halo_sizes = var_operand_def(I64)
    static_halo_sizes = prop_def(DenseArrayBase[I64], default_value=NO_SIZES)
    result = result_def(T)

    custom_directives = (
        GridSymbol,
        DynamicIndexList,
    )

    def axes_lists(self) -> AxesLists:
        """Per tensor dim the axes that split it."""
        return axes_lists_of(self.properties["split_axes"])

    def verify_(self) -> None:
        """Check the axes and that each split dim has two halos."""
        SPLITTABLE_TENSORS_AND_MEMREFS.verify("'result'", self.result)
        find_grid(self, self.symbol, self.WORDS)
        with beyond_mlir():
            axes = [axis for axes in self.axes_lists() for axis in axes]
            verify_grid_axes(self, self.symbol, axes, self.WORDS)
            verify_lists(self.axes_lists(), self.destination, self.WORDS.noun)
            halos = self.static_halo_sizes.get_values()
            if halos and len(halos) != 2 * sum(map(bool, self.axes_lists())):
                raise BareVerifyException("halo sizes must be specified for all split axes.")
            verify_sizes("halo sizes", halos, self.dynamic_halo_sizes)


def verify_annotation(sharding: ShardingValue, tensor: SSAValue) -> None:
    """Check that a sharding value fits a tensor: its lists, and where the last shard of each dim ends."""
    lists = sharding.axes_lists()
    verify_lists(lists, tensor, sharding.WORDS.noun)
    offsets = sharding.static_sharded_dims_offsets.get_values()
    if not offsets:
        return
    split = {dim: axes for dim, axes in enumerate(lists) if axes}
    shape = verify_grid_axes(sharding, sharding.symbol, [*chain(*split.values())], sharding.WORDS)
    ends = accumulate(prod(shape[axis] for axis in axes) + 1 for axes in split.values())
    for dim, end in zip(split, ends, strict=True):
        size, last = shape_of(tensor)[dim], offsets[end - 1] if end <= len(offsets) else DYNAMIC_INDEX
        if DYNAMIC_INDEX not in (size, last) and size != last:
            raise VerifyException(
                f"expected the last of the sharded dims offsets of dim {dim} to be {size}, got {last}"
            )


def verify_lists(lists: AxesLists, tensor: SSAValue, noun: str) -> None:
    """Check that there are no more lists of axes than dims."""
    rank = len(shape_of(tensor))
    if len(lists) > max(rank, 1) or (rank == 0 and any(lists)):
        raise VerifyException(
            f"expected at most {rank} lists of {noun} axes, one per dim of {tensor.type}, got {len(lists)}"
        )
