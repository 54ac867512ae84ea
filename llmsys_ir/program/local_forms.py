"""Local forms: what one device runs in place of an op.

For most ops that is the op itself on smaller types. Ops that state shapes in attributes or shape operands need
those made local too; ops that know positions need to know where a device's shard starts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from xdsl.builder import Builder
from xdsl.dialects.builtin import DenseArrayBase, i64
from xdsl.ir import Attribute, Operation, Region, SSAValue

from llmsys_ir.dialects.sdy.attributes import OpShardingRuleAttr
from llmsys_ir.dialects.tensors import (
    Tensor,
    as_dense,
    dense_from,
    splat_data,
    splat_of_data,
    static_integers,
    tensor_type,
)
from llmsys_ir.program.collectives import local_type
from llmsys_ir.program.signature import spec_of
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.shardy_rule import SHARDY_RULE, resized
from llmsys_ir.sharding.strategy import Strategy


@dataclass(frozen=True)
class Localizer:
    """An op to be made local under a strategy: its local operands, and where what replaces it is emitted.

    `captured` says what stands for values that the op's regions use from outside. The op may also be made for other
    sizes: with the types of its results given, under the strategy that replicates everything.
    """

    op: Operation
    builder: Builder
    mesh: Mesh
    strategy: Strategy
    operands: Sequence[SSAValue]
    captured: Mapping[SSAValue, SSAValue]
    given_types: Sequence[Tensor] | None = None

    @property
    def types(self) -> list[Tensor]:
        """The local types of the op's results."""
        if self.given_types is not None:
            return list(self.given_types)
        pairs = zip(self.op.results, self.strategy.results, strict=True)
        return [local_type(tensor_type(result), sharding, self.mesh) for result, sharding in pairs]

    def local_op(
        self, properties: Mapping[str, Attribute] | None = None, operands: Sequence[SSAValue] | None = None
    ) -> Sequence[SSAValue]:
        """Emit the op itself on local types, with changed properties or operands; gives its results."""
        given = self.operands if operands is None else operands
        op = rebuild(self.op, given, self.types, properties, self.captured)
        return self.builder.insert(op).results


LocalForm: TypeAlias = Callable[[Localizer], Sequence[SSAValue]]
"""Emits what one device runs in place of an op; gives the local results."""


def local_results(localizer: Localizer) -> Sequence[SSAValue]:
    """Emit what one device runs in place of an op; gives the local results."""
    form = _form(localizer.op.name)
    return localizer.local_op() if form is None else form(localizer)


def rebuild(
    op: Operation,
    operands: Sequence[SSAValue],
    result_types: Sequence[Attribute],
    properties: Mapping[str, Attribute] | None = None,
    captured: Mapping[SSAValue, SSAValue] | None = None,
) -> Operation:
    """A copy of `op` with other operands, result types and changed properties.

    `captured` says what stands for values that the op's regions use from outside.
    """
    return type(op).create(
        operands=operands,
        result_types=result_types,
        properties={**op.properties, **(properties or {})},
        attributes=_attributes(op, [*(operand.type for operand in operands), *result_types]),
        regions=[_copy_region(region, captured or {}) for region in op.regions],
        location=op.location,
    )


def _attributes(op: Operation, types: Sequence[Attribute]) -> dict[str, Attribute]:
    """The attributes of `op` on other types: a rule in Shardy's words states sizes."""
    given = op.attributes.get(SHARDY_RULE)
    if not isinstance(given, OpShardingRuleAttr):
        return dict(op.attributes)
    shapes = [spec_of(type_).shape for type_ in types]
    return {**op.attributes, SHARDY_RULE: OpShardingRuleAttr(resized(given.data, shapes))}


def _copy_region(region: Region, captured: Mapping[SSAValue, SSAValue]) -> Region:
    copy = Region()
    region.clone_into(copy, value_mapper=dict(captured))
    return copy


_IMAGES = ("tosa.avg_pool2d", "tosa.conv", "tosa.depthwise_conv2d", "tosa.max_pool2d")
"""How the names of ops start that see windows of images."""


def _form(name: str) -> LocalForm | None:
    if name in ("chlo.top_k", "stablehlo.reduce"):
        from llmsys_ir.program.local_selection import SELECTION_FORMS

        return SELECTION_FORMS[name]
    if name in ("stablehlo.reverse", "tosa.reverse"):
        from llmsys_ir.program.local_reversal import reverse

        return reverse
    if name.startswith("stablehlo."):
        from llmsys_ir.program.local_stablehlo import STABLEHLO_FORMS

        return STABLEHLO_FORMS.get(name)
    if name in ("tensor.gather", "tm_tensor.scatter", "tosa.gather"):
        from llmsys_ir.program.local_lookups import LOOKUP_FORMS

        return LOOKUP_FORMS[name]
    if name.startswith(_IMAGES):
        from llmsys_ir.program.local_images import windowed

        return windowed
    if name.startswith("linalg."):
        from llmsys_ir.program.local_structured import structured_form

        return structured_form(name)
    return _FORMS.get(name)


def _shape_in(name: str) -> LocalForm:
    """For ops that repeat the result's shape in the attribute `name`, if they have it."""

    def form(local: Localizer) -> Sequence[SSAValue]:
        is_stated = name in local.op.properties
        return local.local_op({name: DenseArrayBase.from_list(i64, _result_shape(local))} if is_stated else {})

    return form


def _result_shape(local: Localizer) -> Sequence[int]:
    return local.types[0].get_shape()


def _copies(local: Localizer) -> list[int]:
    """How often each dim of the local operand is in the local result; 0 elements are once in 0."""
    sizes = zip(local.types[0].get_shape(), tensor_type(local.operands[0]).get_shape(), strict=True)
    return [after // before if before else 1 for after, before in sizes]


def _in_attribute_or_operand(
    name: str, operand: int, numbers: Callable[[Localizer], Sequence[int]] = _result_shape
) -> LocalForm:
    """For tosa ops with numbers in an attribute (LLVM 19) or in a shape operand (LLVM 20 and later)."""

    def form(local: Localizer) -> Sequence[SSAValue]:
        if name in local.op.properties:
            return local.local_op({name: DenseArrayBase.from_list(i64, numbers(local))})
        shape = local.builder.insert(_shape_like(local.operands[operand], numbers(local)))
        return local.local_op(operands=[*local.operands[:operand], shape.results[0], *local.operands[operand + 1 :]])

    return form


def _shape_like(value: SSAValue, shape: Sequence[int]) -> Operation:
    """A shape constant like the one that defines `value`, with another value."""
    constant = value.owner
    assert isinstance(constant, Operation)
    values = as_dense(constant.properties["values"])
    assert values is not None
    return rebuild(constant, (), [value.type], {"values": dense_from(values.type, list(shape))})


def taken_in_full(local: Localizer, taken: Sequence[int], operand: int = 0) -> list[int]:
    """How much of each dim of an operand is taken: all of the local one where all of the global one was."""
    before, after = (tensor_type(operands[operand]).get_shape() for operands in (local.op.operands, local.operands))
    return [here if size == there else size for size, there, here in zip(taken, before, after, strict=True)]


def _extract_slice(local: Localizer) -> Sequence[SSAValue]:
    """Dims taken in full are taken in full of the local operand; the others are whole."""
    sizes = taken_in_full(local, static_integers(local.op.properties["static_sizes"]))
    return local.local_op({"static_sizes": DenseArrayBase.from_list(i64, sizes)})


def _insert_slice(local: Localizer) -> Sequence[SSAValue]:
    """Dims written in full are written in full of the local destination; the others are whole."""
    sizes = taken_in_full(local, static_integers(local.op.properties["static_sizes"]), 1)
    return local.local_op({"static_sizes": DenseArrayBase.from_list(i64, sizes)})


def constant(local: Localizer) -> Sequence[SSAValue]:
    """A splat takes the local shape; any other constant is whole on every device."""
    for name, attribute in local.op.properties.items():
        value = as_dense(attribute)
        element = None if value is None else splat_data(value)
        if element is not None:
            return local.local_op({name: splat_of_data(local.types[0], element)})
    return local.local_op()


_FORMS: Mapping[str, LocalForm] = {
    "arith.constant": constant,
    "tosa.const": constant,
    "tensor.expand_shape": _shape_in("static_output_shape"),
    "tensor.extract_slice": _extract_slice,
    "tensor.insert_slice": _insert_slice,
    "tosa.reshape": _in_attribute_or_operand("new_shape", 1),
    "tosa.slice": _in_attribute_or_operand("size", 2),
    "tosa.tile": _in_attribute_or_operand("multiples", 1, _copies),
    "tosa.transpose_conv2d": _shape_in("out_shape"),
}
