"""Modules from MLIR's own Python bindings, op by op and without text: whatever framework ships them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import cast

from xdsl.context import Context
from xdsl.dialects.builtin import (
    ArrayAttr,
    DenseArrayBase,
    DictionaryAttr,
    FunctionType,
    IntegerAttr,
    IntegerType,
    ModuleOp,
    StringAttr,
    UnregisteredOp,
    i32,
    i64,
)
from xdsl.ir import Attribute, Block, Operation, OpResult, Region, SSAValue, TypeAttribute
from xdsl.ir.core import SSAValues

from llmsys_ir import dialects
from llmsys_ir.collecting import not_collecting
from llmsys_ir.diagnostics import UserError
from llmsys_ir.dialects.resources import elements_of, named_resource, resources_in
from llmsys_ir.dialects.tensors import as_tensor
from llmsys_ir.frontends.foreign import (
    ForeignAttribute,
    ForeignBlock,
    ForeignEntry,
    ForeignFunctionType,
    ForeignInteger,
    ForeignOperation,
    ForeignRegion,
    ForeignString,
    ForeignTypeAttribute,
    ForeignValue,
)
from llmsys_ir.frontends.making import OpKind, fill_block, kind_of, make_op
from llmsys_ir.tools.parsing import parse_attribute, parse_module, parse_type


class UnstructuredError(UserError):
    """A region has several blocks."""


def import_module(module: ForeignOperation) -> ModuleOp:
    """The same program as one of this package.

    Raises:
        ParseError: an attribute or type has a form that is not known here.
        UnstructuredError: a region has several blocks.
        ValueError: this is no module.
    """
    with not_collecting():
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
        self.kinds: dict[str, OpKind] = {}

    def operation(self, op: ForeignOperation) -> Operation:
        """The op with its regions; its operands are known already."""
        name = op.name
        kind = self.kinds.get(name)
        if kind is None:
            kind = self.kinds[name] = self._kind(name)
        properties: dict[str, Attribute] = {}
        attributes: dict[str, Attribute] = {}
        known, names = self.attributes, kind.property_names
        try:
            for key, given in op.attributes.items():
                (properties if key in names else attributes)[key] = known.get(given) or self.attribute(given)
        except TypeError:
            properties, attributes = self._from_text(op)
        values, types = self.values, self.types
        made = make_op(kind, op.operands, values, properties, attributes)
        results: list[OpResult] = []
        for number, result in enumerate(op.results):
            type_ = result.type
            values[result] = mine = OpResult(types.get(type_) or self.type(type_), made, number)
            results.append(mine)
        made.results = SSAValues(results)
        for region in op.regions if kind.has_regions else ():
            made.add_region(self._region(region, name))
        return made

    def _kind(self, name: str) -> OpKind:
        """What ops of this name have in common."""
        kind = kind_of(self.context.get_op(name))
        is_unregistered = issubclass(kind.cls, UnregisteredOp)
        name_attribute = (("op_name__", StringAttr(name)),)
        return replace(kind, default_attributes=name_attribute, has_regions=True) if is_unregistered else kind

    def _from_text(self, op: ForeignOperation) -> tuple[dict[str, Attribute], dict[str, Attribute]]:
        """Properties and attributes of an op without operands: those of jaxlib have none for complex elements."""
        if op.operands:
            raise UserError(f"an attribute of '{op.name}' cannot be read through MLIR's Python bindings")
        read = parse_module(self.context, str(op), "<operation>").body.block.ops.first
        assert read is not None
        return read.properties, read.attributes

    def attribute(self, attribute: ForeignAttribute) -> Attribute:
        """The attribute."""
        mine = self.attributes.get(attribute)
        if mine is None:
            mine = self.attributes[attribute] = self._read_attribute(attribute)
        return mine

    def _read_attribute(self, attribute: ForeignAttribute) -> Attribute:
        """What the signature of a function with many arguments is made of is read part by part, without text."""
        match type(attribute).__name__:
            case "ArrayAttr":
                return ArrayAttr(map(self.attribute, cast("Iterable[ForeignAttribute]", attribute)))
            case "DictAttr":
                entries = cast("Iterable[ForeignEntry]", attribute)
                return DictionaryAttr({entry.name: self.attribute(entry.attr) for entry in entries})
            case "StringAttr":
                return StringAttr(cast("ForeignString", attribute).value)
            case "TypeAttr":
                return self.type(cast("ForeignTypeAttribute", attribute).value)
            case "DenseI64ArrayAttr":
                return DenseArrayBase.from_list(i64, list(cast("Iterable[int]", attribute)))
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
            mine = self.types[type_] = self._read_type(type_)
        return mine

    def _read_type(self, type_: ForeignAttribute) -> TypeAttribute:
        if type(type_).__name__ != "FunctionType":
            return parse_type(self.context, str(type_))
        function = cast("ForeignFunctionType", type_)
        return FunctionType.from_lists(
            [self.type(given) for given in function.inputs], [self.type(given) for given in function.results]
        )

    def _region(self, region: ForeignRegion, owner: str) -> Region:
        blocks = list(region.blocks)
        if len(blocks) > 1:
            raise UnstructuredError(f"expected regions of one block, got '{owner}' with {len(blocks)} blocks")
        return Region([self._block(block) for block in blocks])

    def _block(self, foreign: ForeignBlock) -> Block:
        arguments = foreign.arguments
        block = Block(arg_types=[self.type(argument.type) for argument in arguments])
        self.values.update(zip(arguments, block.args, strict=True))
        fill_block(block, [self.operation(op.operation) for op in foreign.operations])
        return block
