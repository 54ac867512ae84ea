"""The func dialect: xDSL's, with the declarations of functions that xDSL cannot read or write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from xdsl.dialects import func
from xdsl.dialects.builtin import ArrayAttr, DictionaryAttr, FunctionType, StringAttr
from xdsl.ir import Attribute, Dialect, Region
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.utils.exceptions import VerifyException

_RESERVED = ("sym_name", "function_type", "sym_visibility", "arg_attrs", "res_attrs")


@dataclass
class _Arguments:
    """What stands in the parentheses after a function's name; a declaration's arguments have no names."""

    types: list[Attribute] = field(default_factory=list[Attribute])
    attributes: list[dict[str, Attribute]] = field(default_factory=list[dict[str, Attribute]])
    named: list[Parser.Argument] = field(default_factory=list[Parser.Argument])

    def parse_one(self, parser: Parser) -> None:
        start = parser.pos
        argument = parser.parse_optional_argument()
        if self.types and (argument is not None) != bool(self.named):
            expected = "SSA identifier" if self.named else "type instead of SSA identifier"
            parser.raise_error(f"expected {expected}", start)
        self.types.append(parser.parse_type() if argument is None else argument.type)
        self.attributes.append(parser.parse_optional_dictionary_attr_dict())
        location = parser.parse_optional_location()
        if argument is not None:
            argument.location = location
            self.named.append(argument)


class FuncOp(func.FuncOp):
    """A function, or the declaration of one that is defined elsewhere."""

    def verify_(self) -> None:
        """Check what upstream checks of a function's boundary."""
        _check_count("argument", self.arg_attrs, self.function_type.inputs.data)
        _check_count("result", self.res_attrs, self.function_type.outputs.data)
        if self.is_declaration and self.sym_visibility in (None, StringAttr("public")):
            raise VerifyException("symbol declaration cannot have public visibility")
        super().verify_()

    @classmethod
    def parse(cls, parser: Parser) -> FuncOp:
        """Parse what follows `func.func`."""
        visibility = parser.parse_optional_visibility_keyword()
        name = parser.parse_symbol_name()
        arguments = _Arguments()
        parser.parse_comma_separated_list(parser.Delimiter.PAREN, lambda: arguments.parse_one(parser))
        result_types, result_attributes = _parse_results(parser)
        extra = parser.parse_optional_attr_dict_with_keyword(_RESERVED)
        start = parser.pos
        body = parser.parse_optional_region(arguments.named if arguments.named else None)
        if body is not None and not body.blocks:
            parser.raise_error("expected non-empty function body", start)
        op = cls(
            name.data,
            (arguments.types, result_types),
            body or Region(),
            visibility,
            arg_attrs=_dictionaries(arguments.attributes),
            res_attrs=_dictionaries(result_attributes),
        )
        op.attributes |= extra.data if extra is not None else {}
        return op

    def print(self, printer: Printer) -> None:
        """Print what follows `func.func`."""
        if self.sym_visibility is not None:
            printer.print_string(f" {self.sym_visibility.data}")
        printer.print_string(" ")
        printer.print_symbol_name(self.sym_name.data)
        _print_boundary(self, printer)
        printer.print_op_attributes(self.attributes, reserved_attr_names=_RESERVED, print_keyword=True)
        if not self.is_declaration:
            printer.print_string(" ")
            printer.print_region(self.body, False, False)


def _check_count(kind: str, attributes: ArrayAttr[DictionaryAttr] | None, types: Sequence[Attribute]) -> None:
    if attributes is not None and len(attributes) != len(types):
        raise VerifyException(
            f"expects {kind} attribute array to have the same number of elements as the number of function {kind}s, "
            f"got {len(attributes)}, but expected {len(types)}"
        )


def _parse_results(parser: Parser) -> tuple[Sequence[Attribute], Sequence[dict[str, Attribute]]]:
    if parser.parse_optional_punctuation("->") is None:
        return (), ()
    results = parser.parse_optional_comma_separated_list(
        parser.Delimiter.PAREN, lambda: (parser.parse_type(), parser.parse_optional_dictionary_attr_dict())
    )
    if results is None:
        return (parser.parse_type(),), ()
    return [type_ for type_, _ in results], [attributes for _, attributes in results]


def _dictionaries(attributes: Sequence[dict[str, Attribute]]) -> ArrayAttr[DictionaryAttr] | None:
    return ArrayAttr(map(DictionaryAttr, attributes)) if any(attributes) else None


def _print_boundary(op: FuncOp, printer: Printer) -> None:
    inputs, outputs = op.function_type.inputs.data, op.function_type.outputs.data
    values = () if op.is_declaration else op.body.blocks[0].args

    def print_argument(number: int) -> None:
        if values:
            printer.print_block_argument(values[number])
        else:
            printer.print_attribute(inputs[number])

    _print_ports(printer, print_argument, len(inputs), op.arg_attrs)
    if not outputs:
        return
    printer.print_string(" -> ")
    is_plain = not any(attributes.data for attributes in op.res_attrs or ())
    if len(outputs) == 1 and is_plain and not isinstance(outputs[0], FunctionType):
        printer.print_attribute(outputs[0])
    else:
        _print_ports(printer, lambda number: printer.print_attribute(outputs[number]), len(outputs), op.res_attrs)


def _print_ports(
    printer: Printer,
    print_one: Callable[[int], None],
    count: int,
    attributes: ArrayAttr[DictionaryAttr] | None,
) -> None:
    def print_with_attributes(number: int) -> None:
        print_one(number)
        if attributes is not None and attributes.data[number].data:
            printer.print_string(" ")
            printer.print_attr_dict(attributes.data[number].data)

    with printer.in_parens():
        printer.print_list(range(count), print_with_attributes)


FUNC = Dialect("func", [func.CallOp, FuncOp, func.ReturnOp], [])
