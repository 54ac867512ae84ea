"""The affine dialect: xDSL's, with `affine.delinearize_index`, which it lacks, and `affine.apply` as MLIR prints it."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects import affine
from xdsl.dialects.builtin import DYNAMIC_INDEX, I64, DenseArrayBase, IndexType, i64
from xdsl.dialects.utils import (
    DynamicIndexList,
    get_dynamic_index_list,
    parse_dynamic_index_list_without_types,
    print_dynamic_index_list,
    split_dynamic_index_list,
)
from xdsl.ir import Dialect, SSAValue
from xdsl.irdl import (
    IRDLOperation,
    irdl_op_definition,
    operand_def,
    opt_prop_def,
    traits_def,
    var_operand_def,
    var_result_def,
)
from xdsl.irdl.declarative_assembly_format import (
    AttributeVariable,
    ParsingState,
    PrintingState,
    VariadicOperandVariable,
    irdl_custom_directive,
)
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.tensors import static_integers


class ApplyOp(affine.ApplyOp):
    """An affine map of index values."""

    @classmethod
    def parse(cls, parser: Parser) -> ApplyOp:
        """Parse `#map(%d)[%s]`."""
        parsed = super().parse(parser)
        op = cls(parsed.mapOperands, parsed.map)
        op.attributes = parser.parse_optional_attr_dict()
        return op

    def print(self, printer: Printer) -> None:
        """Print ` #map(%d)[%s]`."""
        dims = self.map.data.num_dims
        printer.print_string(" ")
        printer.print_attribute(self.map)
        with printer.in_parens():
            printer.print_list(self.mapOperands[:dims], printer.print_operand)
        if self.map.data.num_symbols:
            with printer.in_square_brackets():
                printer.print_list(self.mapOperands[dims:], printer.print_operand)
        printer.print_op_attributes(self.attributes)


@irdl_custom_directive
class Basis(DynamicIndexList):
    """The sizes that an index is split by: `(%a, 4)`."""

    dynamic_position: VariadicOperandVariable
    static_position: AttributeVariable

    def parse(self, parser: Parser, state: ParsingState) -> None:
        """Parse `(%a, 4)`; up to LLVM 19 there are values only, and no property."""
        dynamic, static = parse_dynamic_index_list_without_types(parser, DYNAMIC_INDEX, delimiter=_PAREN)
        self.dynamic_position.set(state, dynamic)
        if not dynamic or len(static) != len(dynamic):
            self.static_position.set(state, DenseArrayBase.from_list(i64, static))

    def print(self, printer: Printer, state: PrintingState, op: IRDLOperation) -> None:
        """Print `(%a, 4)`."""
        state.print_whitespace(printer)
        dynamic, static = self.dynamic_position.get(op), self.static_position.get(op)
        sizes = static_integers(static) if static is not None else [DYNAMIC_INDEX] * len(dynamic)
        print_dynamic_index_list(printer, DYNAMIC_INDEX, dynamic, sizes, delimiter=_PAREN)


_PAREN = Parser.Delimiter.PAREN


@irdl_op_definition
class DelinearizeIndexOp(IRDLOperation):
    """The coordinates of a row-major index in a grid of the sizes `basis`, the first outermost.

    From LLVM 20 on, sizes may be static, and the outermost may be left out. The property `static_basis`, which the
    generic form shows, does not exist before.
    """

    name = "affine.delinearize_index"

    linear_index = operand_def(IndexType)
    dynamic_basis = var_operand_def(IndexType)
    static_basis = opt_prop_def(DenseArrayBase[I64])
    multi_index = var_result_def(IndexType)

    traits = traits_def(Pure())
    assembly_format = (
        "$linear_index `into` custom<Basis>($dynamic_basis, $static_basis) attr-dict `:` type($multi_index)"
    )
    custom_directives = (Basis,)

    def __init__(self, index: SSAValue, basis: Sequence[SSAValue | int], *, with_property: bool = False):
        static, dynamic = split_dynamic_index_list(basis, DYNAMIC_INDEX)
        has_property = with_property or len(dynamic) < len(basis)
        super().__init__(
            operands=[index, dynamic],
            result_types=[[IndexType()] * len(basis)],
            properties={"static_basis": DenseArrayBase.from_list(i64, static)} if has_property else {},
        )

    @property
    def basis(self) -> Sequence[SSAValue | int]:
        """The sizes, outermost first."""
        if self.static_basis is None:
            return self.dynamic_basis
        return get_dynamic_index_list(self.static_basis.get_values(), self.dynamic_basis, DYNAMIC_INDEX)

    def verify_(self) -> None:
        """Check the sizes, and that there are as many results, or one more."""
        static = () if self.static_basis is None else self.static_basis.get_values()
        if self.static_basis is not None and static.count(DYNAMIC_INDEX) != len(self.dynamic_basis):
            raise VerifyException(
                "mismatch between dynamic and static basis (kDynamic marker but no corresponding dynamic basis entry) "
                "-- this can only happen due to an incorrect fold/rewrite"
            )
        if not self.multi_index and not self.basis:
            raise VerifyException("basis should not be empty")
        if len(self.multi_index) - len(self.basis) not in (0, 1):
            raise VerifyException("should return an index for each basis element and up to one extra index")
        if any(size <= 0 and size != DYNAMIC_INDEX for size in static):
            raise VerifyException("no basis element may be statically non-positive")


_OURS = (ApplyOp, DelinearizeIndexOp)

AFFINE = Dialect(
    "affine",
    [*(op for op in affine.Affine.operations if op.name not in {ours.name for ours in _OURS}), *_OURS],
    list(affine.Affine.attributes),
)
