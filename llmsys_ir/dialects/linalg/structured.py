"""Structured linalg ops whose maps or body the program gives: generic, map, reduce, transpose, broadcast."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterable, Sequence
from typing import ClassVar, Self

from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    I64,
    AffineMapAttr,
    ArrayAttr,
    DenseArrayBase,
    IntegerAttr,
    ShapedType,
    StringAttr,
    i64,
)
from xdsl.dialects.linalg.abstract_ops import LinalgStructuredOperation
from xdsl.dialects.linalg.attrs import IteratorType, IteratorTypeAttr
from xdsl.ir import Attribute, Region, SSAValue
from xdsl.ir.affine import AffineDimExpr, AffineMap
from xdsl.irdl import (
    AttrSizedOperandSegments,
    IRDLOperation,
    SameVariadicOperandSize,
    irdl_op_definition,
    operand_def,
    opt_prop_def,
    prop_def,
    region_def,
    var_operand_def,
    var_result_def,
)
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.utils.exceptions import VerifyException
from xdsl.utils.hints import isa

from llmsys_ir.dialects.linalg.named import check_results
from llmsys_ir.dialects.linalg.payload import (
    parse_body,
    parse_payload,
    payload_body,
    print_body,
    print_payload,
)
from llmsys_ir.dialects.linalg.scalar import build_body, converted, tensor_types
from llmsys_ir.dialects.linalg.syntax import (
    parse_operands,
    parse_results,
    print_attributes,
    print_operands,
    print_results,
)


def shape_of(value: SSAValue) -> Sequence[int]:
    """The shape of a tensor or memref, none of a scalar."""
    return value.type.get_shape() if isinstance(value.type, ShapedType) else ()


def shapes_agree(lhs: Sequence[int], rhs: Sequence[int]) -> bool:
    """Whether two shapes are equal but for dynamic dims."""
    return len(lhs) == len(rhs) and all(
        left == right or DYNAMIC_INDEX in (left, right) for left, right in zip(lhs, rhs, strict=True)
    )


def projection(rank: int, dims: Sequence[int]) -> AffineMapAttr:
    """The map from `rank` loops to some of them."""
    return AffineMapAttr(AffineMap(rank, 0, tuple(AffineDimExpr(dim) for dim in dims)))


def parallel(rank: int, reduced: Sequence[int] = ()) -> ArrayAttr[IteratorTypeAttr]:
    """The kinds of `rank` loops, some of which are reductions."""
    return ArrayAttr(
        IteratorTypeAttr.reduction() if loop in reduced else IteratorTypeAttr.parallel() for loop in range(rank)
    )


@irdl_op_definition
class GenericOp(LinalgStructuredOperation):
    """A structured op that states its maps, its iterator types and its body."""

    name = "linalg.generic"
    indexing_maps = prop_def(ArrayAttr[AffineMapAttr])
    iterator_types = prop_def(ArrayAttr[IteratorTypeAttr])
    doc = opt_prop_def(StringAttr)
    library_call = opt_prop_def(StringAttr)
    irdl_options = (AttrSizedOperandSegments(as_property=True),)

    def __init__(
        self,
        inputs: Sequence[SSAValue],
        outputs: Sequence[SSAValue],
        body: Region,
        indexing_maps: Iterable[AffineMapAttr],
        iterator_types: Iterable[IteratorTypeAttr],
    ):
        super().__init__(
            operands=[inputs, outputs],
            result_types=[tensor_types(outputs)],
            properties={"indexing_maps": ArrayAttr(indexing_maps), "iterator_types": ArrayAttr(iterator_types)},
            regions=[body],
        )

    def get_indexing_maps(self) -> ArrayAttr[AffineMapAttr]:
        """The indexing map of each operand."""
        return self.indexing_maps

    def get_iterator_types(self) -> ArrayAttr[IteratorTypeAttr]:
        """The kind of each loop."""
        return self.iterator_types

    def verify_(self) -> None:
        """Check operands and body against the maps, and the result types."""
        super().verify_()
        check_results(self.outputs, self.res)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse the maps and iterator types, the operands, further attributes, the body, the result types."""
        position = parser.pos
        stated = parser.parse_optional_attr_dict()
        kinds = stated.get("iterator_types")
        if "indexing_maps" not in stated or not isa(kinds, ArrayAttr):
            parser.raise_error("linalg.generic needs indexing_maps and iterator_types", position, parser.pos)
        stated["iterator_types"] = iterator_types(kinds)
        names = cls.get_irdl_definition().properties
        properties = {name: stated.pop(name) for name in names if name in stated}
        inputs, outputs = parse_operands(parser, "ins"), parse_operands(parser, "outs")
        if parser.parse_optional_keyword("attrs"):
            parser.parse_punctuation("=")
            stated |= parser.parse_optional_attr_dict()
        body = parser.parse_region()
        return cls.build(
            operands=(inputs, outputs),
            result_types=(parse_results(parser),),
            properties=properties,
            attributes=stated,
            regions=(body,),
        )

    def print(self, printer: Printer) -> None:
        """Print the maps and iterator types, the operands, further attributes, the body, the result types."""
        kinds = ArrayAttr(StringAttr(kind.data) for kind in self.iterator_types)
        print_attributes(printer, self.properties, {"iterator_types": kinds})
        print_operands(printer, "ins", self.inputs)
        print_operands(printer, "outs", self.outputs)
        if self.attributes:
            printer.print_string(" attrs =")
            print_attributes(printer, self.attributes)
        printer.print_string(" ")
        printer.print_region(self.body)
        print_results(printer, self.res.types)


def iterator_types(kinds: Iterable[Attribute]) -> ArrayAttr[Attribute]:
    """Iterator types of which some may be strings."""
    return ArrayAttr(
        IteratorTypeAttr(IteratorType(kind.data)) if isinstance(kind, StringAttr) else kind for kind in kinds
    )


class DestinationOp(LinalgStructuredOperation, ABC):
    """A structured op with a list of dims, written `ins(...) outs(...) dims = [...]`."""

    KEYWORD: ClassVar[str]
    """The attribute that holds the dims, and its name in the text."""

    irdl_options = (SameVariadicOperandSize(),)

    def dims(self) -> tuple[int, ...]:
        """The dims the op is about."""
        dims = self.properties[self.KEYWORD]
        assert isa(dims, DenseArrayBase[I64])
        return dims.get_values()

    def verify_(self) -> None:
        """Check dims, operands and body, and the result types."""
        self.verify_dims()
        super().verify_()
        check_results(self.outputs, self.res)

    def verify_dims(self) -> None:
        """Check that the dims are distinct and lie within the rank of the loops."""
        rank, dims = self.loop_count(), self.dims()
        if len(set(dims)) < len(dims) or not set(dims) <= set(range(rank)):
            raise VerifyException(f"{self.KEYWORD} must be distinct and in [0, {rank}), got {list(dims)}")

    def loop_count(self) -> int:
        """How many loops the op has."""
        return len(shape_of(self.inputs[0]))

    def get_iterator_types(self) -> ArrayAttr[IteratorTypeAttr]:
        """The kind of each loop: parallel."""
        return parallel(self.loop_count())

    @classmethod
    def parse_tail(
        cls, parser: Parser
    ) -> tuple[Sequence[SSAValue], Sequence[SSAValue], dict[str, Attribute], dict[str, Attribute]]:
        """Parse operands, dims and attributes."""
        inputs, outputs = parse_operands(parser, "ins"), parse_operands(parser, "outs")
        if not outputs or len(inputs) != len(outputs):
            parser.raise_error(f"{cls.name} needs as many inputs as outputs, got {len(inputs)} != {len(outputs)}")
        parser.parse_keyword(cls.KEYWORD)
        parser.parse_punctuation("=")
        dims = parser.parse_comma_separated_list(parser.Delimiter.SQUARE, parser.parse_integer)
        properties: dict[str, Attribute] = {cls.KEYWORD: DenseArrayBase.from_list(i64, dims)}
        return inputs, outputs, properties, parser.parse_optional_attr_dict()

    def print_tail(self, printer: Printer) -> None:
        """Print operands, dims and attributes."""
        print_operands(printer, "ins", self.inputs)
        print_operands(printer, "outs", self.outputs)
        printer.print_string(f" {self.KEYWORD} = ")
        with printer.in_square_brackets():
            printer.print_list(self.dims(), printer.print_int)
        print_attributes(printer, self.attributes)


class MovingOp(DestinationOp, ABC):
    """An op that moves elements and computes nothing."""

    def __init__(self, input: SSAValue, init: SSAValue, dims: Sequence[int]):
        super().__init__(
            operands=[[input], [init]],
            result_types=[tensor_types([init])],
            properties={self.KEYWORD: DenseArrayBase.from_list(i64, dims)},
            regions=[build_body([input], [init], converted, unsigned=False)],
        )

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse operands, dims and attributes; the body follows."""
        inputs, outputs, properties, attributes = cls.parse_tail(parser)
        return cls.build(
            operands=(inputs, outputs),
            result_types=(tensor_types(outputs),),
            properties=properties,
            attributes=attributes,
            regions=(build_body(inputs, outputs, converted, unsigned=False),),
        )

    def print(self, printer: Printer) -> None:
        """Print operands, dims and attributes."""
        self.print_tail(printer)


@irdl_op_definition
class TransposeOp(MovingOp):
    """A permutation of dims: result dim `i` is operand dim `permutation[i]`."""

    name = "linalg.transpose"
    KEYWORD: ClassVar[str] = "permutation"
    permutation = prop_def(DenseArrayBase.constr(i64))

    def verify_dims(self) -> None:
        """Check that the dims are a permutation."""
        super().verify_dims()
        if (rank := self.loop_count()) != len(self.dims()):
            raise VerifyException(f"size of permutation must be the operand's rank, got {len(self.dims())} != {rank}")

    def get_indexing_maps(self) -> ArrayAttr[AffineMapAttr]:
        """The indexing maps of the operand and of the output."""
        rank, dims = self.loop_count(), self.dims()
        inverse = [dims.index(dim) for dim in range(rank)]
        return ArrayAttr([projection(rank, inverse), projection(rank, range(rank))])


@irdl_op_definition
class BroadcastOp(MovingOp):
    """A copy along new dims, `dimensions` of the result."""

    name = "linalg.broadcast"
    KEYWORD: ClassVar[str] = "dimensions"
    dimensions = prop_def(DenseArrayBase.constr(i64))

    def loop_count(self) -> int:
        """How many loops the op has: the rank of the output."""
        return len(shape_of(self.outputs[0]))

    def verify_dims(self) -> None:
        """Check that the dims are those that the operand lacks."""
        super().verify_dims()
        rank, added = len(shape_of(self.inputs[0])), len(self.dims())
        if rank + added != self.loop_count():
            raise VerifyException(
                f"operand rank and added dims must be the output's rank, got {rank} + {added} != {self.loop_count()}"
            )

    def get_indexing_maps(self) -> ArrayAttr[AffineMapAttr]:
        """The indexing maps of the operand and of the output."""
        rank = self.loop_count()
        kept = [dim for dim in range(rank) if dim not in self.dims()]
        return ArrayAttr([projection(rank, kept), projection(rank, range(rank))])


@irdl_op_definition
class ReduceOp(DestinationOp):
    """A reduction along `dimensions` of any number of operands of one shape."""

    name = "linalg.reduce"
    KEYWORD: ClassVar[str] = "dimensions"
    dimensions = prop_def(DenseArrayBase.constr(i64))

    def __init__(self, inputs: Sequence[SSAValue], inits: Sequence[SSAValue], dims: Sequence[int], body: Region):
        super().__init__(
            operands=[inputs, inits],
            result_types=[tensor_types(inits)],
            properties={"dimensions": DenseArrayBase.from_list(i64, dims)},
            regions=[body],
        )

    def get_indexing_maps(self) -> ArrayAttr[AffineMapAttr]:
        """The indexing maps of the operands and of the outputs."""
        rank = self.loop_count()
        kept = [dim for dim in range(rank) if dim not in self.dims()]
        return ArrayAttr(
            [projection(rank, range(rank))] * len(self.inputs) + [projection(rank, kept)] * len(self.outputs)
        )

    def get_iterator_types(self) -> ArrayAttr[IteratorTypeAttr]:
        """The kind of each loop: the dims are reductions."""
        return parallel(self.loop_count(), self.dims())

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse an optional short body, operands, dims, attributes, and the body if it is not short."""
        payload = parse_payload(parser)
        inputs, outputs, properties, attributes = cls.parse_tail(parser)
        body = (
            parse_body(parser)
            if payload is None
            else payload_body(payload, [*inputs, *outputs], outputs[-1], init_first=True)
        )
        return cls.build(
            operands=(inputs, outputs),
            result_types=(tensor_types(outputs),),
            properties=properties,
            attributes=attributes,
            regions=(body,),
        )

    def print(self, printer: Printer) -> None:
        """Print operands, dims, attributes and body."""
        is_short = print_payload(printer, self.body, init_first=True)
        self.print_tail(printer)
        if not is_short:
            print_body(printer, self.body)


@irdl_op_definition
class MapOp(IRDLOperation):
    """A function of operands of one shape, element by element; the body is given the inputs alone."""

    name = "linalg.map"
    inputs = var_operand_def(ShapedType)
    init = operand_def(ShapedType)
    res = var_result_def()
    body = region_def("single_block")

    @property
    def outputs(self) -> Sequence[SSAValue]:
        """The destination, as other structured ops have it."""
        return (self.init,)

    def get_indexing_maps(self) -> ArrayAttr[AffineMapAttr]:
        """The indexing map of each operand: the identity."""
        rank = len(shape_of(self.init))
        return ArrayAttr([projection(rank, range(rank))] * len(self.operands))

    def get_iterator_types(self) -> ArrayAttr[IteratorTypeAttr]:
        """The kind of each loop: parallel."""
        return parallel(len(shape_of(self.init)))

    def verify_(self) -> None:
        """Check that the operands have one shape, and the result type."""
        expected = shape_of(self.init)
        for value in self.inputs:
            if not shapes_agree(shape_of(value), expected):
                raise VerifyException(
                    f"operands must have the shape of the output, got {list(shape_of(value))} != {list(expected)}"
                )
        check_results(self.outputs, self.res)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse an optional short body, operands, attributes, and the body if it is not short."""
        payload = parse_payload(parser)
        inputs, outputs = parse_operands(parser, "ins"), parse_operands(parser, "outs")
        if len(outputs) != 1:
            parser.raise_error(f"{cls.name} needs one output, got {len(outputs)}")
        attributes = parser.parse_optional_attr_dict()
        body = parse_body(parser) if payload is None else payload_body(payload, inputs, outputs[-1], init_first=False)
        return cls.build(
            operands=(inputs, outputs[0]),
            result_types=(tensor_types(outputs),),
            attributes=attributes,
            regions=(body,),
        )

    def print(self, printer: Printer) -> None:
        """Print operands, attributes and body."""
        is_short = print_payload(printer, self.body, init_first=False)
        print_operands(printer, "ins", self.inputs)
        print_operands(printer, "outs", self.outputs)
        print_attributes(printer, self.attributes)
        if not is_short:
            print_body(printer, self.body)


@irdl_op_definition
class SoftmaxOp(IRDLOperation):
    """Softmax along one dim."""

    name = "linalg.softmax"
    input = operand_def(ShapedType)
    output = operand_def(ShapedType)
    result = var_result_def()
    dimension = prop_def(IntegerAttr[I64])

    def verify_(self) -> None:
        """Check the dim, the shapes and the result type."""
        shape, dim = shape_of(self.input), self.dimension.value.data
        if not 0 <= dim < len(shape):
            raise VerifyException(f"dimension must be in [0, {len(shape)}), got {dim}")
        if not shapes_agree(shape, shape_of(self.output)):
            raise VerifyException(
                f"operands must have the shape of the output, got {list(shape)} != {list(shape_of(self.output))}"
            )
        check_results([self.output], self.result)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse attributes, the dim, operands and the result type."""
        attributes = parser.parse_optional_attr_dict()
        parser.parse_keyword("dimension")
        with parser.in_parens():
            dimension = IntegerAttr(parser.parse_integer(), i64)
        inputs, outputs = parse_operands(parser, "ins"), parse_operands(parser, "outs")
        return cls.build(
            operands=(*inputs, *outputs),
            result_types=(parse_results(parser),),
            properties={"dimension": dimension},
            attributes=attributes,
        )

    def print(self, printer: Printer) -> None:
        """Print attributes, the dim, operands and the result type."""
        print_attributes(printer, self.attributes)
        printer.print_string(f" dimension({self.dimension.value.data})")
        print_operands(printer, "ins", [self.input])
        print_operands(printer, "outs", [self.output])
        print_results(printer, self.result.types)
