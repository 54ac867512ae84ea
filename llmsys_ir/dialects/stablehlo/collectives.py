"""Collectives: values that groups of devices exchange."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence

from xdsl.dialects.builtin import DYNAMIC_INDEX, I64, DenseIntOrFPElementsAttr, IntegerAttr, UnitAttr, i64
from xdsl.ir import Attribute
from xdsl.irdl import (
    IRDLOperation,
    irdl_op_definition,
    operand_def,
    opt_prop_def,
    prop_def,
    region_def,
    result_def,
    var_operand_def,
    var_result_def,
)
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.shapes import check_shape, dims_agree
from llmsys_ir.dialects.stablehlo.attributes import ChannelHandleAttr
from llmsys_ir.dialects.stablehlo.checks import check, check_dim, check_equal_length, pairs_of
from llmsys_ir.dialects.stablehlo.elements import check_same_element_type
from llmsys_ir.dialects.stablehlo.groups import GROUPS, check_groups, group_size
from llmsys_ir.dialects.stablehlo.regions import check_reducer, reduced_element_types
from llmsys_ir.dialects.stablehlo.types import TENSOR
from llmsys_ir.dialects.tensors import tensor_type


class CollectiveOp(IRDLOperation, ABC):
    """What all collectives of groups have."""

    replica_groups = prop_def(GROUPS)
    channel_handle = opt_prop_def(ChannelHandleAttr)

    def check_global_ids(self, use_global_device_ids: Attribute | None) -> None:
        """Raise unless global ids come with a channel."""
        channel = 0 if self.channel_handle is None else self.channel_handle.data.handle
        if use_global_device_ids is not None and channel <= 0:
            raise VerifyException(f"channel must be positive where use_global_device_ids is given, got {channel}")


@irdl_op_definition
class AllGatherOp(CollectiveOp):
    """The group's tensors, put together along a dim."""

    name = "stablehlo.all_gather"
    operands_ = var_operand_def(TENSOR)
    result = var_result_def(TENSOR)
    all_gather_dim = prop_def(IntegerAttr[I64])
    use_global_device_ids = opt_prop_def(UnitAttr)

    def verify_(self) -> None:
        """Check groups and dim, and the types of the results."""
        check_groups(self.replica_groups, same_size=True)
        check_equal_length("operands", self.operands, "results", self.results)
        dim = self.all_gather_dim.value.data
        for operand, result in zip(self.operands, self.results, strict=True):
            check_same_element_type("operand and result", operand, result)
            shape, gathered = tensor_type(operand).get_shape(), tensor_type(result).get_shape()
            check_dim("all_gather_dim", dim, len(shape))
            check_shape("result shape", _without(shape, dim), result.type)
            check_multiple("gathered dim", gathered[dim], shape[dim])


def _without(shape: Sequence[int], dim: int) -> list[int]:
    return [*shape[:dim], DYNAMIC_INDEX, *shape[dim + 1 :]]


def check_multiple(what: str, size: int, divisor: int) -> None:
    """Raise unless a size is a multiple of another one, as far as both are known."""
    if DYNAMIC_INDEX in (size, divisor):
        return
    if divisor == 0 or size % divisor:
        raise VerifyException(f"{what} must be a multiple of {divisor}, got {size}")


@irdl_op_definition
class AllReduceOp(CollectiveOp):
    """The group's tensors, combined element by element by a region."""

    name = "stablehlo.all_reduce"
    operands_ = var_operand_def(TENSOR)
    result = var_result_def(TENSOR)
    use_global_device_ids = opt_prop_def(UnitAttr)
    computation = region_def("single_block")

    def verify_(self) -> None:
        """Check groups and region, and the types of the results."""
        check_groups(self.replica_groups)
        self.check_global_ids(self.use_global_device_ids)
        check_equal_length("operands", self.operands, "results", self.results)
        check(len(self.operands) > 0, "all_reduce needs at least one operand")
        for operand, result in zip(self.operands, self.results, strict=True):
            check_reducer(self.computation, [operand], "computation")
            (element_type,) = reduced_element_types(self.computation)
            check_shape("result shape", tensor_type(operand).get_shape(), result.type)
            got = tensor_type(result).element_type
            check(got == element_type, f"result must have elements of type '{element_type}', got '{got}'")


@irdl_op_definition
class ReduceScatterOp(CollectiveOp):
    """The group's tensors, combined by a region and split along a dim."""

    name = "stablehlo.reduce_scatter"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    scatter_dimension = prop_def(IntegerAttr[I64])
    use_global_device_ids = opt_prop_def(UnitAttr)
    computation = region_def("single_block")

    def verify_(self) -> None:
        """Check groups, dim and region, and the type of the result."""
        check_groups(self.replica_groups, same_size=True)
        self.check_global_ids(self.use_global_device_ids)
        shape, dim = tensor_type(self.operand).get_shape(), self.scatter_dimension.value.data
        check_dim("scatter_dimension", dim, len(shape))
        check_reducer(self.computation, [self.operand], "computation")
        check_shape("result shape", _without(shape, dim), self.result.type)
        check_multiple("scattered dim", shape[dim], tensor_type(self.result).get_shape()[dim])
        (element_type,) = reduced_element_types(self.computation)
        got = tensor_type(self.result).element_type
        check(got == element_type, f"result must have elements of type '{element_type}', got '{got}'")


@irdl_op_definition
class AllToAllOp(CollectiveOp):
    """Tensors split along a dim, sent to the members of the group, and put together along another dim."""

    name = "stablehlo.all_to_all"
    operands_ = var_operand_def(TENSOR)
    result = var_result_def(TENSOR)
    split_dimension = prop_def(IntegerAttr[I64])
    concat_dimension = prop_def(IntegerAttr[I64])
    split_count = prop_def(IntegerAttr[I64])

    def verify_(self) -> None:
        """Check groups and dims, and the types of the results."""
        check_groups(self.replica_groups, same_size=True)
        check_equal_length("operands", self.operands, "results", self.results)
        split, concat = self.split_dimension.value.data, self.concat_dimension.value.data
        count, size = self.split_count.value.data, group_size(self.replica_groups)
        check(count > 0, f"split_count must be positive, got {count}")
        check(size is None or dims_agree(size, count), f"split_count must be the size {size} of a group, got {count}")
        for operand, result in zip(self.operands, self.results, strict=True):
            check_same_element_type("operand and result", operand, result)
            shape = list(tensor_type(operand).get_shape())
            check_dim("split_dimension", split, len(shape))
            check_dim("concat_dimension", concat, len(shape))
            check_multiple("split dim", shape[split], count)
            shape[split] = shape[split] if shape[split] == DYNAMIC_INDEX else shape[split] // count
            shape[concat] = shape[concat] if shape[concat] == DYNAMIC_INDEX else shape[concat] * count
            check_shape("result shape", shape, result.type)


@irdl_op_definition
class CollectiveBroadcastOp(CollectiveOp):
    """The tensor of the group's first device."""

    name = "stablehlo.collective_broadcast"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)

    def verify_(self) -> None:
        """Check the groups, and the type of the result."""
        check_groups(self.replica_groups, cover=False)
        check_same_element_type("operand and result", self.operand, self.result)
        check_shape("result shape", tensor_type(self.operand).get_shape(), self.result.type)


def check_source_target_pairs(pairs: DenseIntOrFPElementsAttr) -> None:
    """Raise unless each row names a source and a target, none of them twice."""
    check(pairs.get_element_type() == i64, f"source_target_pairs must be of type i64, got '{pairs.get_element_type()}'")
    rows = pairs_of("source_target_pairs", pairs, pairs.get_shape()[0] if pairs.get_shape() else 0)
    for what, ids in (("sources", [source for source, _ in rows]), ("targets", [target for _, target in rows])):
        distinct = len(set(ids)) == len(ids) and all(number >= 0 for number in ids)
        check(distinct, f"{what} of source_target_pairs must be distinct and not negative, got {ids}")


@irdl_op_definition
class CollectivePermuteOp(IRDLOperation):
    """The tensor of the device that names this one as its target; zeros if there is none."""

    name = "stablehlo.collective_permute"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    source_target_pairs = prop_def(DenseIntOrFPElementsAttr)
    channel_handle = opt_prop_def(ChannelHandleAttr)

    def verify_(self) -> None:
        """Check the pairs, and the type of the result."""
        check_source_target_pairs(self.source_target_pairs)
        check_same_element_type("operand and result", self.operand, self.result)
        check_shape("result shape", tensor_type(self.operand).get_shape(), self.result.type)


@irdl_op_definition
class CrossReplicaSumOp(IRDLOperation):
    """The sum of the group's tensors."""

    name = "stablehlo.cross-replica-sum"
    operand = operand_def(TENSOR)
    result = result_def(TENSOR)
    replica_groups = prop_def(DenseIntOrFPElementsAttr)

    def verify_(self) -> None:
        """Check the groups, and the type of the result."""
        check_groups(self.replica_groups)
        check_same_element_type("operand and result", self.operand, self.result)
        check_shape("result shape", tensor_type(self.operand).get_shape(), self.result.type)


OPS = (
    AllGatherOp,
    AllReduceOp,
    AllToAllOp,
    CollectiveBroadcastOp,
    CollectivePermuteOp,
    CrossReplicaSumOp,
    ReduceScatterOp,
)
"""The ops of this module."""
