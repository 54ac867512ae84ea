"""Programs as text, as mlir-opt prints them: its value names, aliases, attribute order and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO

from xdsl.dialects.builtin import (
    AffineMapAttr,
    AffineSetAttr,
    AnyFloat,
    ArrayAttr,
    Builtin,
    BytesAttr,
    DenseIntOrFPElementsAttr,
    FloatAttr,
    IntegerAttr,
    ModuleOp,
    NoneAttr,
    TensorType,
    UnregisteredOp,
    f64,
    i1,
    i64,
)
from xdsl.ir import Attribute, Block, Operation, Region
from xdsl.printer import Printer
from xdsl.traits import IsTerminator

from llmsys_ir.dialects.grids.attributes import SpelledAttribute
from llmsys_ir.tools.affine_text import map_text
from llmsys_ir.tools.dense_literals import packed_bits
from llmsys_ir.tools.float_text import float_text
from llmsys_ir.tools.naming import Names

_MOST_ELEMENTS_WRITTEN_OUT = 100

_DEFAULT_DIALECTS = {"builtin.module": "builtin", "func.func": "func"}
"""The dialect whose prefix is left out for ops right inside an op."""


class MlirPrinter(Printer):
    """xDSL's printer, where it differs from MLIR's brought to MLIR's form."""

    def __init__(self, stream: StringIO, names: Names):
        super().__init__(stream, print_generic_format=names.generic)
        self._names = names
        self._ssa_values = names.values
        self._blocks = names.blocks
        self._default_dialects = ["builtin"]
        self._predecessors: dict[Block, list[Block]] = {}
        self._type_texts: dict[Attribute, str] = {}
        self.aliases: dict[Attribute, str] = {}

    def print_string(self, text: str, *, indent: int | None = None) -> None:
        """Print a text; lines after its first one are indented."""
        if "\n" in text:
            super().print_string(text, indent=indent)
        else:
            assert self.stream is not None
            self.stream.write(text)

    def _print_results(self, op: Operation) -> None:
        if op.results:
            self.print_string(", ".join(f"%{head}" for head in self._names.heads[op]) + " = ")

    def print_op(self, op: Operation) -> None:
        """Print an op; in its custom form without the dialect that stands for itself."""
        if self.print_generic_format or isinstance(op, UnregisteredOp) or type(op).print is Operation.print:
            super().print_op(op)
            return
        self._print_results(op)
        self.print_string(op.name.removeprefix(f"{self._default_dialects[-1]}."))
        op.print(self)

    def print_region(
        self,
        region: Region,
        print_entry_block_args: bool = True,
        print_empty_block: bool = True,
        print_block_terminators: bool = True,
    ) -> None:
        """Print a region; see xDSL's printer for the options."""
        parent = region.parent
        self._default_dialects.append(_DEFAULT_DIALECTS.get(parent.name, "") if parent else "")
        if region.blocks.first is not region.blocks.last:
            self._find_predecessors(region)
        super().print_region(region, print_entry_block_args, print_empty_block, print_block_terminators)
        self._default_dialects.pop()

    def _find_predecessors(self, region: Region) -> None:
        self._predecessors.update((block, []) for block in region.blocks)
        for block in region.blocks:
            last = block.last_op
            for successor in dict.fromkeys(last.successors if last else ()):
                self._predecessors[successor].append(block)

    def print_block(self, block: Block, print_block_args: bool = True, print_block_terminator: bool = True) -> None:
        """Print a block; its label is followed by the blocks that lead to it."""
        if print_block_args:
            self._print_new_line()
            self._print_label(block)
        with self.indented():
            for op in block.ops:
                if print_block_terminator or not _is_terminator(op):
                    self._print_new_line()
                    self.print_op(op)

    def _print_label(self, block: Block) -> None:
        self.print_block_name(block)
        if block.args:
            with self.in_parens():
                self.print_list(block.args, self.print_block_argument)
        self.print_string(":")
        sources = [f"^{self._blocks[source]}" for source in self._predecessors.get(block, ())]
        if sources:
            count = "pred" if len(sources) == 1 else f"{len(sources)} preds"
            self.print_string(f"  // {count}: {', '.join(sources)}")
        elif block.parent is not None and block.parent.blocks.first is not block:
            self.print_string("  // no predecessors")

    def print_successors(self, successors: Sequence[Block]) -> None:
        """Print the successors of an op in generic form."""
        if successors:
            with self.in_square_brackets():
                self.print_list(successors, self.print_block_name)

    def print_attr_dict(self, attr_dict: Mapping[str, Attribute]) -> None:
        """Print a dictionary, ordered by name."""
        super().print_attr_dict(dict(sorted(attr_dict.items())))

    def print_attribute(self, attribute: Attribute) -> None:
        """Print an attribute or a type, or the alias that stands for it."""
        match attribute:
            case TensorType(encoding=NoneAttr()):
                self.print_string(self._type_text(attribute))
            case AffineMapAttr():
                self.print_string(self._alias(attribute, "map"))
            case AffineSetAttr():
                self.print_string(self._alias(attribute, "set"))
            case ArrayAttr():
                with self.in_square_brackets():
                    self.print_list(attribute.data, self._print_element)
            case DenseIntOrFPElementsAttr():
                self._print_dense(_compact(attribute))
            case SpelledAttribute():
                attribute.print_spelled(self)
            case _:
                super().print_attribute(attribute)

    def _type_text(self, type_: Attribute) -> str:
        """The text of a type without aliases, which is put together once."""
        text = self._type_texts.get(type_)
        if text is None:
            stream, self.stream = self.stream, StringIO()
            super().print_attribute(type_)
            text = self._type_texts[type_] = self.stream.getvalue()
            self.stream = stream
        return text

    def _print_dense(self, dense: DenseIntOrFPElementsAttr) -> None:
        if (text := _hex_text(dense)) is None:
            super().print_attribute(dense)
            return
        self.print_string(f"dense<{text}> : ")
        self.print_attribute(dense.type)

    def _print_element(self, attribute: Attribute) -> None:
        """Print an element of an array, where i64 and f64 are understood."""
        match attribute:
            case IntegerAttr(type=type) if type == i64:
                self.print_int(attribute.value.data)
            case FloatAttr(type=type) if type == f64:
                self.print_float(attribute.value.data, type)
            case _:
                self.print_attribute(attribute)

    def _alias(self, attribute: AffineMapAttr | AffineSetAttr, kind: str) -> str:
        alias = self.aliases.get(attribute)
        if alias is None:
            count = sum(1 for known in self.aliases.values() if known.startswith(f"#{kind}"))
            alias = self.aliases[attribute] = f"#{kind}{count or ''}"
        return alias

    def print_float(self, value: float, type: AnyFloat) -> None:
        """Print a float in its shortest exact form."""
        self.print_string(float_text(value, type))


def _is_terminator(op: Operation) -> bool:
    return op.has_trait(IsTerminator, value_if_unregistered=False)


def _compact(dense: DenseIntOrFPElementsAttr) -> DenseIntOrFPElementsAttr:
    """The same elements with data for one only, if they are all the same."""
    data, size = dense.data.data, dense.get_element_type().compile_time_size
    if len(data) > size and data == data[:size] * (len(data) // size):
        return DenseIntOrFPElementsAttr(dense.type, BytesAttr(data[:size]))
    return dense


def _hex_text(dense: DenseIntOrFPElementsAttr) -> str | None:
    """The elements as the bytes in memory, for more than MLIR writes out one by one."""
    if len(dense) <= _MOST_ELEMENTS_WRITTEN_OUT:
        return None
    data = dense.data.data
    return f'"0x{(packed_bits(data) if dense.get_element_type() == i1 else data).hex().upper()}"'


def module_text(module: ModuleOp, *, generic: bool = False) -> str:
    """The text of a module with a newline at the end, as mlir-opt prints it.

    Args:
        module: what to print.
        generic: print every op in the generic form.
    """
    names = Names(generic)
    names.number(module)
    stream = StringIO()
    printer = MlirPrinter(stream, names)
    printer.print_op(module)
    definitions = [f"{alias} = {_alias_text(attribute)}\n" for attribute, alias in printer.aliases.items()]
    printer.print_metadata((Builtin,))
    return "".join(sorted(definitions, key=_kind_of_alias)) + stream.getvalue() + "\n"


def _kind_of_alias(definition: str) -> str:
    return definition[:4]


def _alias_text(attribute: Attribute) -> str:
    if isinstance(attribute, AffineMapAttr):
        return f"affine_map<{map_text(attribute.data)}>"
    return str(attribute)
