"""A program with other numbers in place of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from xdsl.dialects import func
from xdsl.dialects.builtin import (
    ArrayAttr,
    DenseArrayBase,
    DictionaryAttr,
    FunctionType,
    IntegerAttr,
    IntegerType,
    TensorType,
)
from xdsl.ir import Attribute, Operation, SSAValue
from xdsl.rewriter import Rewriter

from llmsys_ir.dialects.tensors import (
    Dense,
    Tensor,
    as_dense,
    as_tensor,
    dense_from,
    splat_data,
    splat_of_data,
    static_integers,
)
from llmsys_ir.program.boundary import GLOBAL_TYPE_ATTRIBUTE
from llmsys_ir.program.shrinking.classes import Classes, Place
from llmsys_ir.program.shrinking.collected import Collected, Entry
from llmsys_ir.program.shrinking.collecting import Ends
from llmsys_ir.program.shrinking.units import Scale, is_position
from llmsys_ir.program.signature import spec_of


@dataclass(frozen=True)
class Numbers:
    """What the numbers of each class become."""

    classes: Classes
    scales: Mapping[Place, Scale]

    def __call__(self, place: Place, number: int) -> int:
        """What a number along a dim becomes; one that cannot be a position stays."""
        scale = self.scales.get(self.classes.root(place))
        if scale is None or not is_position(number, self.classes.family(place)):
            return number
        return scale(number)

    def type_of(self, value: SSAValue) -> Attribute:
        """The type that a value gets."""
        type_ = as_tensor(value.type)
        return value.type if type_ is None else self.resized(type_, value)

    def resized(self, type_: Tensor, value: SSAValue) -> Tensor:
        """A type of a value's, or of the whole tensor of which it is a part, with other sizes."""
        shape = [self((value, dim), size) for dim, size in enumerate(type_.get_shape())]
        return TensorType(type_.element_type, shape, type_.encoding)


def renumber(program: Ends, copy: Operation, found: Collected, numbers: Numbers) -> None:
    """Change a copy of the op that a program's function is in, which has the same ops in the same order."""
    top = program.function.get_toplevel_object()
    pairs = list(zip(top.walk(), copy.walk(), strict=True))
    inside = set(program.function.walk())
    for op, made in pairs:
        if op in inside:
            _renumber_op(op, made, found, numbers)
    for op, made in pairs:
        if op is program.function:
            assert isinstance(made, func.FuncOp)
            _renumber_boundary(program, made, numbers)


def _renumber_op(op: Operation, made: Operation, found: Collected, numbers: Numbers) -> None:
    before = [value.type for value in op.results]
    olds = [*op.results, *(argument for region in op.regions for block in region.blocks for argument in block.args)]
    news = [*made.results, *(argument for region in made.regions for block in region.blocks for argument in block.args)]
    for old, new in zip(olds, news, strict=True):
        type_ = numbers.type_of(old)
        if type_ != new.type:
            Rewriter.replace_value_with_new_type(new, type_)
    for entry in found.entries.get(op, ()):
        made.properties[entry.attribute] = _with_entry(made.properties[entry.attribute], entry, numbers)
    place = found.counted.get(op)
    for name, attribute in op.properties.items():
        if place is not None and _is_integer(attribute):
            made.properties[name] = _renumbered(attribute, place, numbers)
        elif (dense := as_dense(attribute)) is not None and dense.type in before:
            type_ = as_tensor(numbers.type_of(op.results[before.index(dense.type)]))
            assert type_ is not None
            made.properties[name] = _resized(_counted(dense, place, numbers), type_)


def _is_integer(attribute: Attribute) -> bool:
    return isinstance(attribute, IntegerAttr)


def _renumbered(attribute: Attribute, place: Place, numbers: Numbers) -> Attribute:
    integer = cast("IntegerAttr[IntegerType]", attribute)
    return IntegerAttr(numbers(place, integer.value.data), integer.type)


def _with_entry(attribute: Attribute, entry: Entry, numbers: Numbers) -> Attribute:
    if _is_integer(attribute):
        return _renumbered(attribute, entry.place, numbers)
    dense = as_dense(attribute)
    if dense is not None:
        values = [value for value in dense.get_values() if isinstance(value, int)]
        values *= dense.type.element_count() // max(len(values), 1)
        values[entry.index] = numbers(entry.place, values[entry.index])
        return dense_from(dense.type, values)
    integers = list(static_integers(attribute))
    integers[entry.index] = numbers(entry.place, integers[entry.index])
    return DenseArrayBase.from_list(cast("DenseArrayBase[IntegerType]", attribute).elt_type, integers)


def _counted(dense: Dense, place: Place | None, numbers: Numbers) -> Dense:
    """A constant with other positions as elements."""
    if place is None:
        return dense
    values = [numbers(place, value) for value in dense.get_values() if isinstance(value, int)]
    if splat_data(dense) is not None:
        values = values[:1]
    return dense_from(dense.type, values)


def _resized(dense: Dense, type_: Tensor) -> Dense:
    """A constant's first elements along each dim."""
    element = splat_data(dense)
    if element is not None:
        return splat_of_data(type_, element)
    if dense.type.get_shape() == type_.get_shape():
        return dense
    width = dense.get_element_type().compile_time_size
    whole = np.frombuffer(dense.data.data, np.dtype((np.void, width))).reshape(dense.type.get_shape())
    part = np.ascontiguousarray(whole[tuple(map(slice, type_.get_shape()))])
    return splat_of_data(type_, part.tobytes())


def _renumber_boundary(program: Ends, made: func.FuncOp, numbers: Numbers) -> None:
    block = made.body.block
    end = block.last_op
    assert end is not None
    made.function_type = FunctionType.from_lists(block.arg_types, end.operand_types)
    count = len(block.args)
    made.arg_attrs = _global_types(made.arg_attrs, [end.value for end in program.ends[:count]], numbers)
    made.res_attrs = _global_types(made.res_attrs, [end.value for end in program.ends[count:]], numbers)


def _global_types(
    attributes: ArrayAttr[DictionaryAttr] | None, values: Sequence[SSAValue], numbers: Numbers
) -> ArrayAttr[DictionaryAttr] | None:
    if attributes is None:
        return None
    entries: list[dict[str, Attribute]] = [dict(entry.data) for entry in attributes]
    for entry, value in zip(entries, values, strict=True):
        type_ = as_tensor(entry.get(GLOBAL_TYPE_ATTRIBUTE, value.type))
        if GLOBAL_TYPE_ATTRIBUTE in entry and type_ is not None and type_.get_num_dims() == spec_of(value.type).rank:
            entry[GLOBAL_TYPE_ATTRIBUTE] = numbers.resized(type_, value)
    return ArrayAttr(map(DictionaryAttr, entries))
