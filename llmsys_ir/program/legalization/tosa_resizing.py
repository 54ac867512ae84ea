"""Tosa's resized images as StableHLO: elements are looked up along height and width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xdsl.dialects.builtin import BoolAttr, TensorType, i32
from xdsl.ir import SSAValue

from llmsys_ir.dialects.stablehlo import arithmetic
from llmsys_ir.dialects.stablehlo.attributes import GatherDimensionNumbersAttr, GatherDimensions
from llmsys_ir.dialects.stablehlo.creation import ConstantOp
from llmsys_ir.dialects.stablehlo.indexing import GatherOp
from llmsys_ir.dialects.tensors import dense_from, tensor_type
from llmsys_ir.program.legalization.site import Site, integers, is_float
from llmsys_ir.program.legalization.tosa_elementwise import Form
from llmsys_ir.sharding.rules.tosa_resizing import Samples, samples, takes_nearest


def _resize(site: Site) -> SSAValue:
    """The nearest elements as they are, or interpolated in the type of the result."""
    try:
        along = samples(site.signature)
    except ValueError:
        raise site.fail("unless scales and offsets are constant") from None
    if takes_nearest(site.signature):
        value = site.op.operands[0]
        for dim, each in enumerate(along):
            pairs = zip(each.first, each.second, each.distances, strict=True)
            value = _taken(site, value, 1 + dim, [second if distance else first for first, second, distance in pairs])
        return value
    value = site.converted(site.op.operands[0], site.result.element_type)
    for dim, each in enumerate(along):
        value = _between(site, value, 1 + dim, each)
    return value


def _between(site: Site, value: SSAValue, dim: int, along: Samples) -> SSAValue:
    """The weights of floats add up to one, those of integers to `unit`."""
    unit = along.unit if is_float(value) else 1
    shape = [len(along.first), *(1,) * (2 - dim), 1]
    terms: list[SSAValue] = []
    for places, weights in (
        (along.first, [along.unit - distance for distance in along.distances]),
        (along.second, along.distances),
    ):
        taken = _taken(site, value, dim, places)
        type_ = TensorType(tensor_type(value).element_type, shape)
        numbers = [weight / unit for weight in weights] if is_float(value) else list(weights)
        weight = site.builder.insert(ConstantOp(dense_from(type_, numbers))).results[0]
        operands = [taken, site.broadcast(weight, tensor_type(taken).get_shape())]
        terms.append(site.emit(arithmetic.MultiplyOp, operands, tensor_type(taken)))
    return site.emit(arithmetic.AddOp, terms, tensor_type(terms[0]))


def _taken(site: Site, value: SSAValue, dim: int, places: Sequence[int]) -> SSAValue:
    """Elements along a dim."""
    shape = list(tensor_type(value).get_shape())
    sizes = [1 if at == dim else size for at, size in enumerate(shape)]
    shape[dim] = len(places)
    indices = site.builder.insert(ConstantOp(dense_from(TensorType(i32, [len(places)]), list(places)))).results[0]
    numbers = GatherDimensions(
        offset_dims=tuple(at for at in range(len(shape)) if at != dim),
        collapsed_slice_dims=(dim,),
        start_index_map=(dim,),
        index_vector_dim=1,
    )
    return site.emit(
        GatherOp,
        [value, indices],
        TensorType(tensor_type(value).element_type, shape),
        dimension_numbers=GatherDimensionNumbersAttr(numbers),
        slice_sizes=integers(sizes),
        indices_are_sorted=BoolAttr.from_bool(True),
    )


RESIZING: Mapping[str, Form] = {"tosa.resize": _resize}
"""By name."""
