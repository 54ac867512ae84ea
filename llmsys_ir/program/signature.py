"""From xDSL operations to `OpSignature`s."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import cast

from xdsl.dialects.builtin import (
    AffineMapAttr,
    ArrayAttr,
    DenseArrayBase,
    DenseIntOrFPElementsAttr,
    FloatAttr,
    IntegerAttr,
    StringAttr,
    SymbolRefAttr,
    UnitAttr,
    i1,
)
from xdsl.dialects.linalg.attrs import IteratorTypeAttr
from xdsl.ir import Attribute, Operation, SSAValue
from xdsl.ir.affine import AffineDimExpr, AffineExpr

from llmsys_ir.diagnostics import name_of
from llmsys_ir.dialects.records import CaseAttribute, spread
from llmsys_ir.dialects.tensors import Dense, as_dense, as_tensor, splat_data
from llmsys_ir.program.body import BodyFacts, body_facts, update_combiner
from llmsys_ir.program.combiners import COMBINING, region_combiners
from llmsys_ir.program.selections import selection_order
from llmsys_ir.program.structured import loops_of, steps_of
from llmsys_ir.sharding.signature import OpSignature, PlainValue, TensorSpec

_MAX_CONSTANT_ELEMENTS = 64
"""Constants up to this size are told to the rules: permutations, shapes, scalars."""

_HIDDEN = {"op_name__", "operandSegmentSizes", "resultSegmentSizes", "indexing_maps", "iterator_types"}


_FLATTENED = {"padding", "replica_groups", "source_target_pairs"}
"""Dense attributes that are given with all their elements, row by row, even where these are the same."""

_CONSTANTS = {"arith.constant", "stablehlo.constant", "tosa.const", "tosa.const_shape"}

_ANNOTATIONS = {"mesh.shard", "sdy.reshard", "sdy.sharding_constraint"}
"""Ops whose result is their first operand."""


@lru_cache(maxsize=1 << 16)
def spec_of(type_: Attribute) -> TensorSpec:
    """Shape and element type of a value's type; anything but a tensor counts as a scalar."""
    tensor = as_tensor(type_)
    if tensor is not None:
        return TensorSpec(tensor.get_shape(), str(tensor.element_type))
    return TensorSpec((), str(type_), is_tensor=False)


def signature_of(op: Operation) -> OpSignature:
    """The op as rules, costs and kernels see it."""
    attributes = _plain_attributes(op)
    if (loops := loops_of(op)) is not None:
        attributes["indexing_maps"] = plain(loops.indexing_maps)
        attributes["iterator_types"] = plain(loops.iterator_types)
        attributes["steps"] = tuple(
            tuple(map(steps_of, indexing.data.results)) for indexing in loops.indexing_maps.data
        )
        attributes |= _plain_facts(body_facts(op.regions[0].block, len(op.operands), len(op.results)))
    if name_of(op) in COMBINING and op.regions:
        attributes["combiners"] = region_combiners(op.regions[0].block)
    if name_of(op) == "stablehlo.reduce" and (order := selection_order(op.regions[0].block, _inits(op))) is not None:
        attributes["selection"] = str(order)
    if name_of(op) == "tm_tensor.scatter":
        attributes["combiners"] = (update_combiner(op.regions[0].block),)
    if name_of(op) == "tensor.pad":
        attributes["indexed"] = tuple(argument.index for argument in op.regions[0].block.args if argument.uses)
    return OpSignature(
        name_of(op),
        tuple(spec_of(operand.type) for operand in op.operands),
        tuple(spec_of(result.type) for result in op.results),
        attributes,
        tuple(map(constant_of, op.operands)),
    )


def _inits(op: Operation) -> list[float | None]:
    """The initial values of a reduction, as far as they are known."""
    constants = map(constant_of, op.operands[len(op.results) :])
    return [constant[0] if constant else None for constant in constants]


def _plain_attributes(op: Operation) -> dict[str, PlainValue]:
    """An op's attributes as plain values; in place of a record of dimension numbers its fields."""
    values: dict[str, PlainValue] = {}
    for name, attribute in (op.properties | op.attributes).items():
        if (fields := spread(attribute)) is not None:
            values |= fields
        elif name in _FLATTENED and (dense := as_dense(attribute)) is not None:
            values[name] = _flattened(dense)
        elif name not in _HIDDEN:
            values[name] = plain(attribute)
    return values


def _flattened(attribute: Dense) -> tuple[int | float, ...]:
    """All elements; a splat may hold its element once."""
    values = tuple(value for value in attribute.get_values() if isinstance(value, int | float))
    return values * attribute.type.element_count() if len(values) == 1 else values


def _plain_facts(facts: BodyFacts) -> dict[str, PlainValue]:
    return {
        "combiners": facts.combiners,
        "linear": facts.linear,
        "indexed": facts.indexed,
        "contraction": facts.is_contraction,
    }


def _map_result(result: AffineExpr) -> int | tuple[int, ...]:
    if isinstance(result, AffineDimExpr):
        return result.position
    return tuple(sorted(result.used_dims()))


def plain(attribute: Attribute) -> PlainValue:
    """An attribute as a plain value; a dense attribute as its splat or, if it is small, its elements."""
    match attribute:
        case IntegerAttr():
            return bool(attribute.value.data) if attribute.type == i1 else attribute.value.data
        case FloatAttr():
            return attribute.value.data
        case StringAttr() | CaseAttribute():
            return attribute.data
        case SymbolRefAttr():
            return attribute.root_reference.data
        case UnitAttr():
            return True
        case IteratorTypeAttr():
            return str(attribute.data)
        case DenseArrayBase():
            values = cast("tuple[int | float, ...]", attribute.get_values())  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
            return tuple(map(bool, values)) if attribute.elt_type == i1 else values
        case DenseIntOrFPElementsAttr():
            return _dense_value(attribute)
        case AffineMapAttr():
            return tuple(map(_map_result, attribute.data.results))
        case ArrayAttr():
            elements: Iterable[Attribute] = attribute.data
            return tuple(map(plain, elements))
        case _:
            return str(attribute)


def _dense_value(attribute: Dense) -> PlainValue:
    """A splat's one value (its bytes in hex where no number says it), or a small tensor's elements."""
    element = splat_data(attribute)
    if element is None or not element:
        return _elements(attribute)
    (value,) = attribute.get_element_type().unpack(element, 1)
    return value if isinstance(value, int | float) else element.hex()


def _elements(attribute: Dense) -> tuple[int | float, ...] | None:
    if attribute.type.element_count() > _MAX_CONSTANT_ELEMENTS:
        return None
    return _flattened(attribute)


def constant_of(value: SSAValue) -> tuple[int | float, ...] | None:
    """The elements of a value that is a small constant, seen through sharding annotations."""
    op = value.owner
    while isinstance(op, Operation) and op.name in _ANNOTATIONS:
        op = op.operands[0].owner
    if not isinstance(op, Operation) or op.name not in _CONSTANTS:
        return None
    attribute = op.properties.get("value", op.properties.get("values"))
    match attribute:
        case IntegerAttr():
            return (attribute.value.data,)
        case FloatAttr():
            return (attribute.value.data,)
        case DenseIntOrFPElementsAttr():
            return _elements(attribute)
        case _:
            return None
