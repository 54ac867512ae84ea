"""Gathers and scatters: elements at places that a tensor of indices says."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence

from xdsl.dialects.builtin import DYNAMIC_INDEX, I64, BoolAttr, IntegerAttr
from xdsl.irdl import (
    IRDLOperation,
    SameVariadicOperandSize,
    irdl_op_definition,
    operand_def,
    opt_prop_def,
    prop_def,
    region_def,
    result_def,
    traits_def,
    var_operand_def,
    var_result_def,
)
from xdsl.traits import Pure, RecursiveMemoryEffect
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.shapes import check_shape, dims_agree
from llmsys_ir.dialects.stablehlo.attributes import (
    GatherDimensionNumbersAttr,
    GatherDimensions,
    ScatterDimensionNumbersAttr,
    ScatterDimensions,
)
from llmsys_ir.dialects.stablehlo.checks import (
    check,
    check_dim,
    check_dims,
    check_equal_length,
    check_length,
    check_same_shape,
    check_sizes,
    check_sorted,
    integers_of,
)
from llmsys_ir.dialects.stablehlo.elements import INDEX, INTEGER, check_kind, check_same_element_type
from llmsys_ir.dialects.stablehlo.regions import check_reducer, reduced_element_types
from llmsys_ir.dialects.stablehlo.types import INTEGERS, TENSOR
from llmsys_ir.dialects.tensors import tensor_type


class AnyGatherOp(IRDLOperation, ABC):
    """What both gathers have."""

    operand = operand_def(TENSOR)
    start_indices = operand_def(TENSOR)
    result = result_def(TENSOR)
    dimension_numbers = prop_def(GatherDimensionNumbersAttr)
    indices_are_sorted = opt_prop_def(BoolAttr)
    traits = traits_def(Pure())

    def verify_with(self, slice_sizes: Sequence[int] | None) -> None:
        """Check the dims, the slices as far as they are known, and the shape of the result."""
        check_kind("start_indices", self.start_indices, (*INTEGER, INDEX))
        check_same_element_type("operand and result", self.operand, self.result)
        operand, indices = tensor_type(self.operand).get_shape(), tensor_type(self.start_indices).get_shape()
        dims = self.dimension_numbers.data
        _check_gather_operand(dims, operand)
        _check_gather_indices(dims, operand, indices)
        if slice_sizes is not None:
            _check_slices(dims, operand, slice_sizes)
        check_shape("result shape", _gather_shape(dims, indices, slice_sizes), self.result.type)


def _check_gather_operand(dims: GatherDimensions, operand: Sequence[int]) -> None:
    removed = dims.collapsed_slice_dims + dims.operand_batching_dims
    rank = len(dims.offset_dims) + len(removed)
    if rank != len(operand):
        raise VerifyException(
            "offset_dims, collapsed_slice_dims and operand_batching_dims must have as many elements as "
            f"the operand has dims, got {rank} != {len(operand)}"
        )
    check_dims("collapsed_slice_dims and operand_batching_dims", removed, len(operand))
    check_sorted("collapsed_slice_dims", dims.collapsed_slice_dims)
    check_sorted("operand_batching_dims", dims.operand_batching_dims)
    check_dims("start_index_map and operand_batching_dims", dims.start_index_map + dims.operand_batching_dims, rank)


def _check_gather_indices(dims: GatherDimensions, operand: Sequence[int], indices: Sequence[int]) -> None:
    check_index_vector("start_index_map", dims.start_index_map, dims.index_vector_dim, indices)
    batching = dims.start_indices_batching_dims
    check_batching(("operand_batching_dims", dims.operand_batching_dims), ("start_indices_batching_dims", batching))
    check_dims("start_indices_batching_dims and index_vector_dim", (*batching, dims.index_vector_dim), len(indices) + 1)
    check_dims("start_indices_batching_dims", batching, len(indices))
    check_sizes("batching", operand, dims.operand_batching_dims, indices, batching)
    check_sorted("offset_dims", dims.offset_dims)
    check_dims("offset_dims", dims.offset_dims, len(dims.offset_dims) + len(batch_dims(indices, dims.index_vector_dim)))


def check_batching(lhs: tuple[str, Sequence[int]], rhs: tuple[str, Sequence[int]]) -> None:
    """Raise unless two named lists of batching dims have the same length."""
    check_equal_length(*lhs, *rhs)


def check_index_vector(what: str, index_map: Sequence[int], index_vector_dim: int, indices: Sequence[int]) -> None:
    """Raise unless an index has one number per dim of `index_map`."""
    check_dim("index_vector_dim", index_vector_dim, len(indices) + 1)
    length = indices[index_vector_dim] if index_vector_dim < len(indices) else 1
    if not dims_agree(length, len(index_map)):
        raise VerifyException(f"{what} must have as many elements as an index, got {len(index_map)} != {length}")


def batch_dims(indices: Sequence[int], index_vector_dim: int) -> list[int]:
    """The shape of the indices without the dim of the index itself."""
    return [size for dim, size in enumerate(indices) if dim != index_vector_dim]


def _check_slices(dims: GatherDimensions, operand: Sequence[int], slice_sizes: Sequence[int]) -> None:
    check_length("slice_sizes", slice_sizes, len(operand))
    for dim, (size, limit) in enumerate(zip(slice_sizes, operand, strict=True)):
        if size < 0 or (limit != DYNAMIC_INDEX and size > limit):
            raise VerifyException(f"slice size of dim {dim} must be in [0, {limit}], got {size}")
    for dim in dims.collapsed_slice_dims + dims.operand_batching_dims:
        check(slice_sizes[dim] <= 1, f"slice size of collapsed dim {dim} must be at most 1, got {slice_sizes[dim]}")


def _gather_shape(dims: GatherDimensions, indices: Sequence[int], slice_sizes: Sequence[int] | None) -> list[int]:
    removed = dims.collapsed_slice_dims + dims.operand_batching_dims
    sizes = [DYNAMIC_INDEX] * (len(dims.offset_dims) + len(removed)) if slice_sizes is None else slice_sizes
    offsets = iter([size for dim, size in enumerate(sizes) if dim not in removed])
    batch = iter(batch_dims(indices, dims.index_vector_dim))
    rank = len(dims.offset_dims) + len(batch_dims(indices, dims.index_vector_dim))
    return [next(offsets) if dim in dims.offset_dims else next(batch) for dim in range(rank)]


@irdl_op_definition
class GatherOp(AnyGatherOp):
    """Slices of one size at places that the indices say."""

    name = "stablehlo.gather"
    slice_sizes = prop_def(INTEGERS)

    def verify_(self) -> None:
        """Check the dims, the slices, and the shape of the result."""
        self.verify_with(integers_of(self.slice_sizes))


@irdl_op_definition
class DynamicGatherOp(AnyGatherOp):
    """A gather whose slice sizes are an operand."""

    name = "stablehlo.dynamic_gather"
    operand = operand_def(TENSOR)
    start_indices = operand_def(TENSOR)
    slice_sizes = operand_def(TENSOR)

    def verify_(self) -> None:
        """Check the dims, and the shape of the result where the slice sizes do not matter."""
        check_kind("slice_sizes", self.slice_sizes, INTEGER)
        check_shape("slice_sizes", (len(tensor_type(self.operand).get_shape()),), self.slice_sizes.type)
        self.verify_with(None)


@irdl_op_definition
class ScatterOp(IRDLOperation):
    """Tensors of which slices, at places that the indices say, are combined with updates."""

    name = "stablehlo.scatter"
    inputs = var_operand_def(TENSOR)
    scatter_indices = operand_def(TENSOR)
    updates = var_operand_def(TENSOR)
    result = var_result_def(TENSOR)
    scatter_dimension_numbers = prop_def(ScatterDimensionNumbersAttr)
    indices_are_sorted = opt_prop_def(BoolAttr)
    unique_indices = opt_prop_def(BoolAttr)
    update_computation = region_def("single_block")
    irdl_options = (SameVariadicOperandSize(),)
    traits = traits_def(RecursiveMemoryEffect())

    def verify_(self) -> None:
        """Check the dims, the updates, the region, and the types of the results."""
        check(len(self.inputs) > 0, "scatter needs at least one input")
        check_equal_length("inputs", self.inputs, "results", self.result)
        check_kind("scatter_indices", self.scatter_indices, (*INTEGER, INDEX))
        inputs = [tensor_type(value).get_shape() for value in self.inputs]
        updates = [tensor_type(value).get_shape() for value in self.updates]
        check_same_shape("inputs", *inputs)
        check_same_shape("updates", *updates)
        indices = tensor_type(self.scatter_indices).get_shape()
        dims = self.scatter_dimension_numbers.data
        _check_scatter_input(dims, inputs[0])
        _check_scatter_indices(dims, inputs[0], indices)
        _check_updates(dims, inputs[0], indices, updates[0])
        check_reducer(self.update_computation, self.inputs, "update computation")
        element_types = reduced_element_types(self.update_computation)
        for index, (value, element_type) in enumerate(zip(self.result, element_types, strict=True)):
            check_shape(f"shape of result {index}", inputs[0], value.type)
            got = tensor_type(value).element_type
            check(got == element_type, f"result {index} must have elements of type '{element_type}', got '{got}'")


def _check_scatter_input(dims: ScatterDimensions, operand: Sequence[int]) -> None:
    removed = dims.inserted_window_dims + dims.input_batching_dims
    rank = len(dims.update_window_dims) + len(removed)
    if rank != len(operand):
        raise VerifyException(
            "update_window_dims, inserted_window_dims and input_batching_dims must have as many elements as "
            f"the input has dims, got {rank} != {len(operand)}"
        )
    check_dims("inserted_window_dims and input_batching_dims", removed, rank)
    check_sorted("inserted_window_dims", dims.inserted_window_dims)
    check_sorted("input_batching_dims", dims.input_batching_dims)
    mapped = dims.scatter_dims_to_operand_dims + dims.input_batching_dims
    check_dims("scatter_dims_to_operand_dims and input_batching_dims", mapped, rank)


def _check_scatter_indices(dims: ScatterDimensions, operand: Sequence[int], indices: Sequence[int]) -> None:
    check_index_vector(
        "scatter_dims_to_operand_dims", dims.scatter_dims_to_operand_dims, dims.index_vector_dim, indices
    )
    batching = dims.scatter_indices_batching_dims
    check_batching(("input_batching_dims", dims.input_batching_dims), ("scatter_indices_batching_dims", batching))
    together = (*batching, dims.index_vector_dim)
    check_dims("scatter_indices_batching_dims and index_vector_dim", together, len(indices) + 1)
    check_dims("scatter_indices_batching_dims", batching, len(indices))
    check_sizes("batching", operand, dims.input_batching_dims, indices, batching)


def _check_updates(
    dims: ScatterDimensions, operand: Sequence[int], indices: Sequence[int], updates: Sequence[int]
) -> None:
    batch = batch_dims(indices, dims.index_vector_dim)
    window = dims.update_window_dims
    check_length("shape of the updates", updates, len(batch) + len(window))
    check_sorted("update_window_dims", window)
    check_dims("update_window_dims", window, len(updates))
    scattered = [size for dim, size in enumerate(updates) if dim not in window]
    check_same_shape("scatter dims of the updates and the indices", scattered, batch)
    removed = dims.inserted_window_dims + dims.input_batching_dims
    limits = [size for dim, size in enumerate(operand) if dim not in removed]
    for dim, limit in zip(window, limits, strict=True):
        if DYNAMIC_INDEX not in (updates[dim], limit) and updates[dim] > limit:
            raise VerifyException(f"dim {dim} of the updates must be at most {limit}, got {updates[dim]}")


@irdl_op_definition
class TorchIndexSelectOp(IRDLOperation):
    """Slices along one dim at places that the indices say, per batch."""

    name = "stablehlo.torch_index_select"
    operand = operand_def(TENSOR)
    index = operand_def(TENSOR)
    result = result_def(TENSOR)
    dim = prop_def(IntegerAttr[I64])
    batch_dims = prop_def(IntegerAttr[I64])
    traits = traits_def(Pure())

    def verify_(self) -> None:
        """Check the dims, and the shape of the result."""
        operand, index = tensor_type(self.operand).get_shape(), tensor_type(self.index).get_shape()
        dim, batch = self.dim.value.data, self.batch_dims.value.data
        check_dim("dim", dim, len(operand))
        check_dim("batch_dims", batch, min(dim, len(index)) + 1)
        check_shape("result shape", [*operand[:dim], *index[batch:], *operand[dim + 1 :]], self.result.type)


OPS = (DynamicGatherOp, GatherOp, ScatterOp, TorchIndexSelectOp)
"""The ops of this module."""
