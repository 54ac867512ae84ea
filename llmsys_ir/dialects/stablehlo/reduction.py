"""Many elements combined into one by a region, in windows or along dims; and sorting."""

from __future__ import annotations

from abc import ABC
from typing import Self

from xdsl.dialects.builtin import I64, BoolAttr, DenseIntOrFPElementsAttr, IntegerAttr, TensorType, i1
from xdsl.ir import Attribute
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
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import RecursiveMemoryEffect

from llmsys_ir.dialects.shapes import check_rank, check_shape
from llmsys_ir.dialects.stablehlo.checks import (
    check,
    check_dims,
    check_equal_length,
    check_length,
    check_same_shape,
    integers_of,
)
from llmsys_ir.dialects.stablehlo.elements import check_promotable, check_same_element_type
from llmsys_ir.dialects.stablehlo.reducers import ReductionText
from llmsys_ir.dialects.stablehlo.regions import (
    check_reducer,
    check_region,
    check_types,
    reduced_element_types,
    returned,
    scalar_like,
)
from llmsys_ir.dialects.stablehlo.types import INTEGERS, TENSOR
from llmsys_ir.dialects.stablehlo.windows import Window, window_of
from llmsys_ir.dialects.tensors import tensor_type


class AnyReductionOp(IRDLOperation, ABC):
    """What reductions along dims and in windows have: tensors of one shape, and an initial value for each."""

    inputs = var_operand_def(TENSOR)
    init_values = var_operand_def(TENSOR)
    result = var_result_def(TENSOR)
    body = region_def("single_block")
    irdl_options = (SameVariadicOperandSize(),)
    traits = traits_def(RecursiveMemoryEffect())

    def input_shape(self) -> tuple[int, ...]:
        """Check the operands and the region; the shape of the inputs."""
        check(len(self.inputs) > 0, "a reduction needs at least one input")
        shapes = [tensor_type(value).get_shape() for value in self.inputs]
        check_same_shape("inputs", *shapes)
        check_reducer(self.body, self.inputs)
        for init, result in zip(self.init_values, returned(self.body), strict=True):
            check_rank("init value", 0, init.type)
            check_promotable("elements of the reducer", init, result)
        return shapes[0]

    def check_results(self, shape: list[int]) -> None:
        """Raise unless the results have this shape and the elements that the region returns."""
        check_equal_length("results", self.result, "inputs", self.inputs)
        for number, element_type in enumerate(reduced_element_types(self.body)):
            check_shape(f"shape of result {number}", shape, self.result[number].type)
            got = tensor_type(self.result[number]).element_type
            check(got == element_type, f"result {number} must have elements of type '{element_type}', got '{got}'")


@irdl_op_definition
class ReduceOp(AnyReductionOp):
    """A reduction along dims, which are dropped."""

    name = "stablehlo.reduce"
    dimensions = prop_def(INTEGERS)

    def verify_(self) -> None:
        """Check operands, region and dims, and the types of the results."""
        shape, dims = self.input_shape(), self.dimensions.get_values()
        check_dims("dimensions", dims, len(shape))
        self.check_results([size for dim, size in enumerate(shape) if dim not in dims])

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse a reduction as `ReductionText` says."""
        text = ReductionText.parse(parser, cls)
        return cls.create(
            operands=text.operands,
            result_types=text.result_types,
            properties=text.properties,
            attributes=text.attributes,
            regions=[text.region],
        )

    def print(self, printer: Printer) -> None:
        """Print a reduction as `ReductionText` says."""
        ReductionText.print(printer, self)


@irdl_op_definition
class ReduceWindowOp(AnyReductionOp):
    """A reduction of each position of a window."""

    name = "stablehlo.reduce_window"
    window_dimensions = prop_def(INTEGERS)
    window_strides = opt_prop_def(INTEGERS)
    base_dilations = opt_prop_def(INTEGERS)
    window_dilations = opt_prop_def(INTEGERS)
    padding = opt_prop_def(DenseIntOrFPElementsAttr)

    def verify_(self) -> None:
        """Check operands, region and window, and the types of the results."""
        shape = self.input_shape()
        self.check_results(self.window(len(shape)).count(shape))

    def window(self, rank: int) -> Window:
        """The window, over tensors of this rank."""
        sizes = self.window_dimensions.get_values()
        check_length("window_dimensions", sizes, rank)
        return window_of(
            sizes,
            ("window_strides", self.window_strides),
            self.padding,
            ("base_dilations", self.base_dilations),
            ("window_dilations", self.window_dilations),
        )


@irdl_op_definition
class SelectAndScatterOp(IRDLOperation):
    """The source's elements added where, in each window of the operand, one element is selected."""

    name = "stablehlo.select_and_scatter"
    operand = operand_def(TENSOR)
    source = operand_def(TENSOR)
    init_value = operand_def(TENSOR)
    result = result_def(TENSOR)
    window_dimensions = opt_prop_def(INTEGERS)
    window_strides = opt_prop_def(INTEGERS)
    padding = opt_prop_def(DenseIntOrFPElementsAttr)
    select = region_def("single_block")
    scatter = region_def("single_block")
    traits = traits_def(RecursiveMemoryEffect())

    def verify_(self) -> None:
        """Check window and regions, and the types of source and result."""
        check_same_element_type("operand and source", self.operand, self.source)
        check_rank("init_value", 0, self.init_value.type)
        shape = tensor_type(self.operand).get_shape()
        sizes = integers_of(self.window_dimensions) or ()
        check_length("window_dimensions", sizes, len(shape))
        strides = ("window_strides", self.window_strides)
        window = window_of(sizes, strides, self.padding, ("base_dilations", None), ("window_dilations", None))
        check_shape("source shape", window.count(shape), self.source.type)
        scalar = scalar_like(self.operand)
        check_region("select region", self.select, [scalar, scalar], [TensorType(i1, [])])
        check_reducer(self.scatter, [self.operand], "scatter region")
        check_shape("result shape", shape, self.result.type)
        (element_type,) = reduced_element_types(self.scatter)
        got = tensor_type(self.result).element_type
        check(got == element_type, f"result must have elements of type '{element_type}', got '{got}'")


@irdl_op_definition
class MapOp(IRDLOperation):
    """The result of a region for the elements at each place."""

    name = "stablehlo.map"
    inputs = var_operand_def(TENSOR)
    result = result_def(TENSOR)
    dimensions = prop_def(INTEGERS)
    computation = region_def("single_block")
    traits = traits_def(RecursiveMemoryEffect())

    def verify_(self) -> None:
        """Check dims and region, and the type of the result."""
        check(len(self.inputs) > 0, "map needs at least one input")
        shapes = [tensor_type(value).get_shape() for value in (*self.inputs, self.result)]
        check_same_shape("inputs and result", *shapes)
        dims = self.dimensions.get_values()
        all_dims = list(range(len(shapes[0])))
        check(list(dims) == all_dims, f"dimensions must be {all_dims}, got {list(dims)}")
        scalars = [scalar_like(value) for value in self.inputs]
        check_region("computation", self.computation, scalars, [scalar_like(self.result)])


@irdl_op_definition
class SortOp(IRDLOperation):
    """Tensors sorted together along a dim, as a region compares their elements."""

    name = "stablehlo.sort"
    inputs = var_operand_def(TENSOR)
    result = var_result_def(TENSOR)
    dimension = opt_prop_def(IntegerAttr[I64])
    is_stable = opt_prop_def(BoolAttr)
    comparator = region_def("single_block")
    traits = traits_def(RecursiveMemoryEffect())

    def verify_(self) -> None:
        """Check dim and region, and the types of the results."""
        check(len(self.inputs) > 0, "sort needs at least one input")
        shapes = [tensor_type(value).get_shape() for value in self.inputs]
        check_same_shape("inputs", *shapes)
        check_types("results", [value.type for value in self.inputs], self.result)
        rank, dim = len(shapes[0]), self.sorted_dim()
        check(-rank <= dim < rank or rank == 0, f"dimension must be in [-{rank}, {rank}), got {dim}")
        scalars: list[Attribute] = []
        for value in self.inputs:
            scalars += [scalar_like(value)] * 2
        check_region("comparator", self.comparator, scalars, [TensorType(i1, [])])

    def sorted_dim(self) -> int:
        """The dim as it is written: the last one if it is absent."""
        return -1 if self.dimension is None else self.dimension.value.data


OPS = (
    MapOp,
    ReduceOp,
    ReduceWindowOp,
    SelectAndScatterOp,
    SortOp,
)
"""The ops of this module."""
