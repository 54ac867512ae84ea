"""The tm_tensor dialect, in which torch-mlir has what linalg cannot say: scatter, scan and sort, with scalar bodies.

%0 = tm_tensor.scatter {dimension_map = array<i64: 0>} unique_indices(false)
    ins(%updates, %indices : ..) outs(%original : ..) { ^bb0(%update: f32, %before: f32): .. } -> tensor<..>
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Self

from xdsl.dialects.builtin import I64, BoolAttr, DenseArrayBase, IntegerAttr, IntegerType, TensorType, i1, i64
from xdsl.ir import Attribute, Dialect, SSAValue
from xdsl.irdl import (
    AttrSizedOperandSegments,
    IRDLOperation,
    irdl_op_definition,
    prop_def,
    region_def,
    traits_def,
    var_operand_def,
    var_result_def,
)
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import IsTerminator
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.linalg.syntax import parse_operands, print_attributes, print_operands
from llmsys_ir.dialects.tensors import static_integers, tensor_type


@irdl_op_definition
class YieldOp(IRDLOperation):
    """What a body gives."""

    name = "tm_tensor.yield"
    values = var_operand_def()
    traits = traits_def(IsTerminator())
    assembly_format = "attr-dict ($values^ `:` type($values))?"

    def __init__(self, *values: SSAValue):
        super().__init__(operands=[values])


class TmTensorOp(IRDLOperation, ABC):
    """An op on tensors with destinations, which its results are like, and a body of scalars."""

    inputs = var_operand_def(TensorType)
    outputs = var_operand_def(TensorType)
    results_ = var_result_def(TensorType)
    body = region_def("single_block")
    irdl_options = (AttrSizedOperandSegments(as_property=True),)

    def verify_(self) -> None:
        """Check the counts and types of operands, and the dims."""
        inputs, outputs = self.counts()
        if len(self.inputs) != inputs or (outputs is not None and len(self.outputs) != outputs):
            raise VerifyException(
                f"expected {inputs} inputs and {'some' if outputs is None else outputs} outputs, "
                f"got {len(self.inputs)} and {len(self.outputs)}"
            )
        if [value.type for value in self.outputs] != [value.type for value in self.results_]:
            raise VerifyException("results must have the types of the outputs")
        self.verify_dims()
        elements = [tensor_type(value).element_type for value in self.paired()]
        given, expected = list(self.body.block.arg_types), [element for each in elements for element in (each, each)]
        if given != expected:
            raise VerifyException(f"body must have the arguments {_listed(expected)}, got {_listed(given)}")
        end, wanted = self.body.block.last_op, self.yielded()
        if not isinstance(end, YieldOp) or list(end.operand_types) != [wanted]:
            raise VerifyException(f"body must yield a value of type {wanted}")

    def paired(self) -> Sequence[SSAValue]:
        """The tensors of which the body is given two elements each."""
        return self.outputs[:1]

    def yielded(self) -> Attribute:
        """The type of what the body gives."""
        return tensor_type(self.outputs[0]).element_type

    @abstractmethod
    def counts(self) -> tuple[int, int | None]:
        """How many inputs and outputs there are; None for one output or more."""

    @abstractmethod
    def verify_dims(self) -> None:
        """Check that the dims of operands fit."""

    @classmethod
    @abstractmethod
    def parse_clauses(cls, parser: Parser) -> dict[str, Attribute]:
        """Parse what stands before the operands."""

    @abstractmethod
    def print_clauses(self, printer: Printer) -> None:
        """Print what stands before the operands."""

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse attributes, clauses, operands, body and result types."""
        given = parser.parse_optional_attr_dict() | cls.parse_clauses(parser)
        names = cls.get_irdl_definition().properties
        inputs, outputs = parse_operands(parser, "ins"), parse_operands(parser, "outs")
        body = parser.parse_region()
        types: Sequence[Attribute] = []
        if parser.parse_optional_punctuation("->"):
            types = parser.parse_comma_separated_list(parser.Delimiter.NONE, parser.parse_type)
        return cls.build(
            operands=(inputs, outputs),
            result_types=(types,),
            properties={name: value for name, value in given.items() if name in names},
            attributes={name: value for name, value in given.items() if name not in names},
            regions=(body,),
        )

    def print(self, printer: Printer) -> None:
        """Print attributes, clauses, operands, body and result types."""
        print_attributes(printer, self.shown(), self.attributes)
        self.print_clauses(printer)
        print_operands(printer, "ins", self.inputs)
        print_operands(printer, "outs", self.outputs)
        printer.print_string(" ")
        printer.print_region(self.body)
        if self.results_:
            printer.print_string(" -> ")
            printer.print_list(self.results_.types, printer.print_attribute)

    def shown(self) -> Mapping[str, Attribute]:
        """The properties that are printed as attributes."""
        return {}


def _listed(types: Sequence[Attribute]) -> str:
    return ", ".join(map(str, types)) or "none"


def _parse_clause(parser: Parser, keyword: str) -> Attribute:
    """Parse `keyword(3)` or `keyword(true)`."""
    parser.parse_keyword(keyword)
    with parser.in_parens():
        boolean = parser.parse_optional_boolean()
        return IntegerAttr(parser.parse_integer(), i64) if boolean is None else BoolAttr.from_bool(boolean)


def _print_clause(printer: Printer, keyword: str, value: IntegerAttr[IntegerType]) -> None:
    number = value.value.data
    printer.print_string(f" {keyword}({str(bool(number)).lower() if value.type == IntegerType(1) else number})")


@irdl_op_definition
class ScatterOp(TmTensorOp):
    """Updates written into a tensor at positions that are data; the body is given an update and what is there.

    Component `i` of an index is for dim `dimension_map[i]` of the tensor. The dims of the updates after the first are
    the last ones of the tensor. What does not lie in the tensor as a whole is left out.
    """

    name = "tm_tensor.scatter"
    dimension_map = prop_def(DenseArrayBase[I64])
    unique_indices = prop_def(BoolAttr)

    def counts(self) -> tuple[int, int | None]:
        """Updates and indices, and the tensor."""
        return 2, 1

    def verify_dims(self) -> None:
        """Check the indices, their dims and the windows."""
        updates, indices, original = map(tensor_type, (*self.inputs, *self.outputs))
        rank, dims = original.get_num_dims(), static_integers(self.dimension_map)
        if len(set(dims)) < len(dims) or not set(dims) <= set(range(rank)):
            raise VerifyException(f"dimension_map must be distinct and in [0, {rank}), got {list(dims)}")
        if indices.get_num_dims() != 2 or indices.get_shape()[1] != len(dims):
            raise VerifyException(f"indices must have the shape [count, {len(dims)}], got {indices}")
        if not isinstance(indices.element_type, IntegerType):
            raise VerifyException(f"indices must be integers, got {indices.element_type}")
        if not 1 <= updates.get_num_dims() <= rank + 1 or updates.get_shape()[0] != indices.get_shape()[0]:
            raise VerifyException(f"updates must have one window per index, got {updates} and {indices}")
        missing = set(range(rank + 1 - updates.get_num_dims())) - set(dims)
        if missing:
            raise VerifyException(f"dim {min(missing)} is in no window, so dimension_map must have it")
        windows = zip(reversed(updates.get_shape()[1:]), reversed(original.get_shape()), strict=False)
        if any(window > size for window, size in windows):
            raise VerifyException(f"windows must fit into the tensor, got {updates} and {original}")

    @classmethod
    def parse_clauses(cls, parser: Parser) -> dict[str, Attribute]:
        """Parse `unique_indices(false)`."""
        return {"unique_indices": _parse_clause(parser, "unique_indices")}

    def print_clauses(self, printer: Printer) -> None:
        """Print `unique_indices(false)`."""
        _print_clause(printer, "unique_indices", self.unique_indices)

    def shown(self) -> Mapping[str, Attribute]:
        """The dims of the components."""
        return {"dimension_map": self.dimension_map}


@irdl_op_definition
class ScanOp(TmTensorOp):
    """Running combinations along a dim, and the last one, without that dim.

    Without `inclusive` the first is the initial value of the second output, and the others lag by one.
    """

    name = "tm_tensor.scan"
    dimension = prop_def(IntegerAttr[I64])
    inclusive = prop_def(BoolAttr)

    def counts(self) -> tuple[int, int | None]:
        """The tensor, and the running and the last combination."""
        return 1, 2

    def verify_dims(self) -> None:
        """Check the dim and the shapes."""
        shape = list(tensor_type(self.inputs[0]).get_shape())
        running, last = (list(tensor_type(value).get_shape()) for value in self.outputs)
        dim = self.dimension.value.data
        if not 0 <= dim < len(shape):
            raise VerifyException(f"dimension must be in [0, {len(shape)}), got {dim}")
        if running != shape or last != shape[:dim] + shape[dim + 1 :]:
            raise VerifyException(
                f"outputs must have the input's shape with and without dim {dim}, got {running}, {last}"
            )

    @classmethod
    def parse_clauses(cls, parser: Parser) -> dict[str, Attribute]:
        """Parse `dimension(1) inclusive(true)`."""
        return {name: _parse_clause(parser, name) for name in ("dimension", "inclusive")}

    def print_clauses(self, printer: Printer) -> None:
        """Print `dimension(1) inclusive(true)`."""
        _print_clause(printer, "dimension", self.dimension)
        _print_clause(printer, "inclusive", self.inclusive)


@irdl_op_definition
class SortOp(TmTensorOp):
    """Tensors sorted together along a dim; the body says whether of two elements of each the first comes before."""

    name = "tm_tensor.sort"
    dimension = prop_def(IntegerAttr[I64])

    def counts(self) -> tuple[int, int | None]:
        """The tensors are outputs."""
        return 0, None

    def paired(self) -> Sequence[SSAValue]:
        """Every tensor."""
        return self.outputs

    def yielded(self) -> Attribute:
        """A boolean."""
        return i1

    def verify_dims(self) -> None:
        """Check the dim and the shapes."""
        shapes = [list(tensor_type(value).get_shape()) for value in self.outputs]
        if not shapes or any(shape != shapes[0] for shape in shapes):
            raise VerifyException(f"outputs must have one shape, got {shapes}")
        if not 0 <= self.dimension.value.data < len(shapes[0]):
            raise VerifyException(f"dimension must be in [0, {len(shapes[0])}), got {self.dimension.value.data}")

    @classmethod
    def parse_clauses(cls, parser: Parser) -> dict[str, Attribute]:
        """Parse `dimension(1)`."""
        return {"dimension": _parse_clause(parser, "dimension")}

    def print_clauses(self, printer: Printer) -> None:
        """Print `dimension(1)`."""
        _print_clause(printer, "dimension", self.dimension)


TM_TENSOR = Dialect("tm_tensor", [ScatterOp, ScanOp, SortOp, YieldOp])
