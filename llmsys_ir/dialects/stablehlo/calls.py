"""Code that lies elsewhere: custom calls, and composites that name a function with the same meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar, Self, cast

from xdsl.dialects.builtin import (
    I32,
    ArrayAttr,
    BoolAttr,
    DenseIntOrFPElementsAttr,
    DictionaryAttr,
    FunctionType,
    IntegerAttr,
    StringAttr,
    SymbolRefAttr,
    TupleType,
    i32,
)
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import (
    AnyAttr,
    IRDLOperation,
    irdl_op_definition,
    opt_prop_def,
    prop_def,
    var_operand_def,
    var_region_def,
    var_result_def,
)
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import SymbolTable
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.dialects.pretty import Properties, parse_attributes, print_attributes
from llmsys_ir.dialects.records import Dims
from llmsys_ir.dialects.scanning import resolve, scan_operands
from llmsys_ir.dialects.shapes import shape_of
from llmsys_ir.dialects.stablehlo.attributes import OutputOperandAliasAttr
from llmsys_ir.dialects.stablehlo.checks import check, check_dim, check_length
from llmsys_ir.dialects.stablehlo.regions import types_agree

_ORIGINAL_API = 1
_TYPED_API = 4

Layouts = ArrayAttr[DenseIntOrFPElementsAttr]


@irdl_op_definition
class CustomCallOp(IRDLOperation):
    """A call of code that the compiler knows by name, written `custom_call @name(%a) {...} : (T) -> U`."""

    name = "stablehlo.custom_call"
    inputs = var_operand_def()
    result = var_result_def()
    call_target_name = prop_def(StringAttr)
    has_side_effect = opt_prop_def(BoolAttr)
    backend_config = opt_prop_def(AnyAttr())
    api_version = opt_prop_def(IntegerAttr[I32])
    called_computations = opt_prop_def(ArrayAttr[SymbolRefAttr])
    operand_layouts = opt_prop_def(Layouts)
    result_layouts = opt_prop_def(Layouts)
    output_operand_aliases = opt_prop_def(ArrayAttr[OutputOperandAliasAttr])

    DEFAULTS: ClassVar[Mapping[str, Attribute]] = {
        "has_side_effect": BoolAttr.from_bool(False),
        "api_version": IntegerAttr(_ORIGINAL_API, i32),
        "called_computations": ArrayAttr([]),
        "output_operand_aliases": ArrayAttr([]),
    }

    def verify_(self) -> None:
        """Check the configuration, the layouts and the aliases."""
        check(bool(self.call_target_name.data), "call_target_name must not be empty, got ''")
        version = _ORIGINAL_API if self.api_version is None else self.api_version.value.data
        check(0 <= version <= _TYPED_API, f"api_version must be in [0, {_TYPED_API}], got {version}")
        expected = DictionaryAttr if version == _TYPED_API else StringAttr
        if self.backend_config is not None and not isinstance(self.backend_config, expected):
            kind = "a dictionary" if version == _TYPED_API else "a string"
            raise VerifyException(
                f"backend_config must be {kind} in api_version {version}, got '{self.backend_config}'"
            )
        layouts = self.operand_layouts, self.result_layouts
        check((layouts[0] is None) == (layouts[1] is None), "layouts must be given for both operands and results")
        if layouts[0] is not None and layouts[1] is not None:
            _check_layouts("operand", layouts[0], self.operand_types)
            _check_layouts("result", layouts[1], _flattened(self.result_types))
        for alias in self.output_operand_aliases or ():
            self._check_alias(alias)

    def _check_alias(self, alias: OutputOperandAliasAttr) -> None:
        data = alias.data
        check_dim("operand_index", data.operand_index, len(self.inputs))
        operand = _part(self.inputs[data.operand_index].type, data.operand_tuple_indices)
        types = list(self.result_types)
        whole = types[0] if len(types) == 1 else TupleType(cast("list[Attribute]", types))  # pyright: ignore
        result = _part(whole, data.output_tuple_indices)
        check(operand == result, f"aliased operand and result must have the same type, got '{operand}' != '{result}'")

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse name, operands, attributes and types."""
        properties: Properties = {"call_target_name": parser.parse_symbol_name()}
        with parser.in_parens():
            operands = scan_operands(parser)
        attributes = parse_attributes(parser, cls, properties)
        parser.parse_punctuation(":")
        type_ = parser.parse_function_type()
        return cls.create(
            operands=resolve(parser, operands, type_.inputs.data),
            result_types=type_.outputs.data,
            properties=properties,
            attributes=attributes,
        )

    def print(self, printer: Printer) -> None:
        """Print name, operands, attributes and types."""
        printer.print_string(" ")
        printer.print_symbol_name(self.call_target_name.data)
        with printer.in_parens():
            printer.print_list(self.operands, printer.print_ssa_value)
        print_attributes(printer, self, ("call_target_name",), self.DEFAULTS)
        printer.print_string(" : ")
        printer.print_operation_type(self)


def _flattened(types: Sequence[Attribute]) -> Sequence[Attribute]:
    """The types, or those in the tuple that is the only one."""
    if len(types) == 1 and isinstance(types[0], TupleType):
        return types[0].types.data
    return types


def _part(type_: Attribute, indices: Dims) -> Attribute:
    for index in indices:
        if not isinstance(type_, TupleType):
            raise VerifyException(f"tuple index {index} of an alias must be into a tuple, got '{type_}'")
        check_dim("tuple index of an alias", index, len(type_.types.data))
        type_ = type_.types.data[index]
    return type_


def _check_layouts(what: str, layouts: Layouts, types: Sequence[Attribute]) -> None:
    check_length(f"{what}_layouts", layouts.data, len(types))
    for layout, type_ in zip(layouts.data, types, strict=True):
        rank = len(shape_of(type_) or ())
        order = {*layout.get_values()} if layout.get_shape() == (rank,) else None
        if order != set(range(rank)):
            raise VerifyException(f"{what} layout must be a permutation of [0, {rank}), got '{layout}' for '{type_}'")


_COMPOSITE_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_]*(?:[.][a-zA-Z0-9_$]+)+")


@irdl_op_definition
class CompositeOp(IRDLOperation):
    """An op under a name, and a function that does the same: `composite "name" %a {decomposition = @f} : (T) -> U`."""

    name = "stablehlo.composite"
    inputs = var_operand_def()
    result = var_result_def()
    name_ = prop_def(StringAttr, prop_name="name")
    composite_attributes = opt_prop_def(DictionaryAttr)
    decomposition = prop_def(SymbolRefAttr)
    version = opt_prop_def(IntegerAttr[I32])
    composite_regions = var_region_def()

    DEFAULTS: ClassVar[Mapping[str, Attribute]] = {
        "composite_attributes": DictionaryAttr({}),
        "version": IntegerAttr(0, i32),
    }

    def verify_(self) -> None:
        """Check the name, and the function."""
        name = self.name_.data
        if _COMPOSITE_NAME.fullmatch(name) is None:
            raise VerifyException(f"name must be that of an op, such as 'my_dialect.my_op', got '{name}'")
        symbol = self.decomposition.string_value()
        function = SymbolTable.lookup_symbol(self, self.decomposition)
        type_ = function.get_attr_or_prop("function_type") if function is not None else None
        if not isinstance(type_, FunctionType):
            raise VerifyException(f"decomposition must be a function, got '@{symbol}'")
        _check_signature("operand", self.operands, type_.inputs.data)
        _check_signature("result", self.results, type_.outputs.data)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        """Parse name, operands, attributes and types."""
        properties: Properties = {"name": StringAttr(parser.parse_str_literal())}
        operands = scan_operands(parser)
        attributes = parse_attributes(parser, cls, properties)
        parser.parse_punctuation(":")
        type_ = parser.parse_function_type()
        return cls.create(
            operands=resolve(parser, operands, type_.inputs.data),
            result_types=type_.outputs.data,
            properties=properties,
            attributes=attributes,
        )

    def print(self, printer: Printer) -> None:
        """Print name, operands, attributes and types."""
        printer.print_string(" ")
        printer.print_string_literal(self.name_.data)
        if self.operands:
            printer.print_string(" ")
            printer.print_list(self.operands, printer.print_ssa_value)
        print_attributes(printer, self, ("name",), self.DEFAULTS)
        printer.print_string(" : ")
        printer.print_operation_type(self)


def _check_signature(what: str, values: Sequence[SSAValue], types: Sequence[Attribute]) -> None:
    check(len(values) == len(types), f"decomposition must have {len(values)} {what}(s), got {len(types)}")
    for number, (value, type_) in enumerate(zip(values, types, strict=True)):
        if not types_agree(value.type, type_):
            raise VerifyException(
                f"{what} {number} must have the type '{type_}' of the decomposition, got '{value.type}'"
            )


OPS = (CompositeOp, CustomCallOp)
"""The ops of this module."""
