"""Modules from MLIR's own Python bindings, op by op and without text: whatever framework ships them.

The bindings of jaxlib and of torch-mlir have the same shape; `Foreign…` say as much of it as is used here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol, cast

from xdsl.context import Context
from xdsl.dialects.builtin import (
    ArrayAttr,
    DictionaryAttr,
    IntegerAttr,
    IntegerType,
    ModuleOp,
    StringAttr,
    UnknownLoc,
    UnregisteredOp,
    i32,
    i64,
)
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue, TypeAttribute
from xdsl.irdl import IRDLOperation

from llmsys_ir import dialects
from llmsys_ir.collecting import rarely_collecting
from llmsys_ir.dialects.resources import elements_of, named_resource, resources_in
from llmsys_ir.dialects.tensors import as_tensor
from llmsys_ir.tools.parsing import parse_attribute, parse_type

_NOWHERE = UnknownLoc()


class ForeignAttribute(Protocol):
    """An attribute or a type: hashable, and printable as MLIR's text."""

    def __hash__(self) -> int:
        """Equal ones have equal hashes."""
        ...


class ForeignString(Protocol):
    """A string."""

    @property
    def value(self) -> str:
        """Its characters."""
        ...


class ForeignInteger(Protocol):
    """An integer."""

    @property
    def type(self) -> ForeignAttribute:
        """Its type."""
        ...

    @property
    def value(self) -> int:
        """The number, signed if its type has no sign."""
        ...


class ForeignEntry(Protocol):
    """An entry of a dictionary."""

    @property
    def name(self) -> str:
        """Its key."""
        ...

    @property
    def attr(self) -> ForeignAttribute:
        """Its value."""
        ...


class ForeignValue(Protocol):
    """A value; hashable."""

    @property
    def type(self) -> ForeignAttribute:
        """Its type."""
        ...


class ForeignBlock(Protocol):
    """A block."""

    @property
    def arguments(self) -> Sequence[ForeignValue]:
        """Its arguments."""
        ...

    @property
    def operations(self) -> Iterable[ForeignOperation]:
        """Its ops."""
        ...


class ForeignRegion(Protocol):
    """A region."""

    @property
    def blocks(self) -> Iterable[ForeignBlock]:
        """Its blocks."""
        ...


class ForeignOperation(Protocol):
    """An op, or a view of one."""

    @property
    def operation(self) -> ForeignOperation:
        """The op itself."""
        ...

    @property
    def name(self) -> str:
        """Its name with the dialect's."""
        ...

    @property
    def operands(self) -> Sequence[ForeignValue]:
        """Its operands."""
        ...

    @property
    def results(self) -> Sequence[ForeignValue]:
        """Its results."""
        ...

    @property
    def attributes(self) -> Mapping[str, ForeignAttribute]:
        """Its attributes and properties."""
        ...

    @property
    def regions(self) -> Sequence[ForeignRegion]:
        """Its regions."""
        ...


def import_module(module: ForeignOperation) -> ModuleOp:
    """The same program as one of this package.

    Raises:
        ParseError: an attribute or type has a form that is not known here.
        ValueError: an op has several blocks that name each other.
    """
    with rarely_collecting():
        imported = _Importer(dialects.context(allow_unregistered=True), module.operation).operation(module.operation)
    if not isinstance(imported, ModuleOp):
        raise ValueError(f"expected a module, got '{imported.name}'")
    return imported


class _Importer:
    """Reads each distinct attribute and type once."""

    def __init__(self, context: Context, module: ForeignOperation):
        self.context = context
        self.module = module
        self.values: dict[ForeignValue, SSAValue] = {}
        self.attributes: dict[ForeignAttribute, Attribute] = {}
        self.types: dict[ForeignAttribute, TypeAttribute] = {}
        self.classes: dict[str, tuple[type[Operation], frozenset[str]]] = {}

    def operation(self, op: ForeignOperation) -> Operation:
        """The op with its regions; its operands are known already."""
        name = op.name
        known = self.classes.get(name)
        if known is None:
            known = self.classes[name] = self._class(name)
        cls, property_names = known
        values = self.values
        properties: dict[str, Attribute] = {}
        attributes: dict[str, Attribute] = {}
        given = op.attributes
        for key in given:
            (properties if key in property_names else attributes)[key] = self.attribute(given[key])
        if cls.name == UnregisteredOp.name:
            attributes["op_name__"] = StringAttr(name)
        results = op.results
        made = cls.create(
            operands=[values[operand] for operand in op.operands],
            result_types=[self.type(result.type) for result in results],
            properties=properties,
            attributes=attributes,
            regions=[self._region(region) for region in op.regions],
            location=_NOWHERE,
        )
        for result, mine in zip(results, made.results, strict=True):
            values[result] = mine
        return made

    def attribute(self, attribute: ForeignAttribute) -> Attribute:
        """The attribute."""
        mine = self.attributes.get(attribute)
        if mine is None:
            mine = self.attributes[attribute] = self._read_attribute(attribute)
        return mine

    def _read_attribute(self, attribute: ForeignAttribute) -> Attribute:
        """An array or dictionary, such as that of a function with many arguments, is read part by part."""
        match type(attribute).__name__:
            case "ArrayAttr":
                return ArrayAttr(map(self.attribute, cast("Iterable[ForeignAttribute]", attribute)))
            case "DictAttr":
                entries = cast("Iterable[ForeignEntry]", attribute)
                return DictionaryAttr({entry.name: self.attribute(entry.attr) for entry in entries})
            case "StringAttr":
                return StringAttr(cast("ForeignString", attribute).value)
            case "IntegerAttr" if (kind := self.type(cast("ForeignInteger", attribute).type)) in (i32, i64):
                return IntegerAttr(cast("ForeignInteger", attribute).value, cast(IntegerType, kind))
            case _:
                return self._parse_attribute(str(attribute))

    def _parse_attribute(self, text: str) -> Attribute:
        """The attribute with this text; of a resource the elements."""
        named = named_resource(text)
        blob = None if named is None else self.resources.get(named[0])
        if named is None or blob is None:
            return parse_attribute(self.context, text)
        type_ = as_tensor(parse_type(self.context, named[1]))
        return parse_attribute(self.context, text) if type_ is None else elements_of(named[0], type_, blob)

    @cached_property
    def resources(self) -> Mapping[str, str]:
        """The blobs of the module, which the bindings have in its text only."""
        return resources_in(str(self.module))

    def type(self, type_: ForeignAttribute) -> TypeAttribute:
        """The type."""
        mine = self.types.get(type_)
        if mine is None:
            mine = self.types[type_] = parse_type(self.context, str(type_))
        return mine

    def _class(self, name: str) -> tuple[type[Operation], frozenset[str]]:
        """The class of the ops of this name, and which of their attributes are properties."""
        cls = self.context.get_op(name)
        if issubclass(cls, UnregisteredOp):
            return cls, frozenset()
        properties = cls.get_irdl_definition().properties if issubclass(cls, IRDLOperation) else ()
        return cls, frozenset(properties)

    def _region(self, region: ForeignRegion) -> Region:
        blocks: list[Block] = []
        for foreign in region.blocks:
            block = Block(arg_types=[self.type(argument.type) for argument in foreign.arguments])
            self.values.update(zip(foreign.arguments, block.args, strict=True))
            block.add_ops([self.operation(op.operation) for op in foreign.operations])
            blocks.append(block)
        return Region(blocks)
