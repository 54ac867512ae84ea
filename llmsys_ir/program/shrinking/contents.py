"""Along which dims the integers of a program count.

What is added to a position, compared with it or limits it counts along the same dim: so the starts of a dynamic slice
lead to the constants that they are made of. A product of a device's number and a constant counts as the constant does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from xdsl.dialects.builtin import IndexType, IntegerAttr, IntegerType
from xdsl.ir import Attribute, Block, Operation, SSAValue

from llmsys_ir.diagnostics import name_of
from llmsys_ir.dialects import mesh
from llmsys_ir.dialects.tensors import as_dense, as_tensor, splat_data
from llmsys_ir.program.shrinking.classes import CONTENTS, Place
from llmsys_ir.program.shrinking.collected import Collected
from llmsys_ir.program.signature import signature_of, spec_of
from llmsys_ir.sharding.rules.stablehlo.indexing import Indexing

_MOST_ELEMENTS = 4096
"""Of a constant that is seen as positions, if its elements differ."""

_MIXING = frozenset(
    "add addi clamp concatenate compare cmpi dynamic_update_slice from_elements insert_slice maximum maxsi maxui "
    "minimum minsi minui pad remainder remsi remui select subtract subi".split()
)
"""Ops whose operands and results count along one dim, but for those that are conditions or positions themselves."""

_MOVING = frozenset(
    "all_gather all_reduce all_slice all_to_all broadcast broadcast_in_dim cast collapse_shape convert dynamic_slice "
    "expand_shape extract_slice extsi extui gather index_cast index_castui recv reduce_scatter reshape reverse send "
    "shard shift slice splat transpose trunci update_halo".split()
)
"""Ops whose first operand and first result do."""

_COUNTED: Mapping[str, slice] = {
    "stablehlo.dynamic_update_slice": slice(0, 2),
    "tensor.insert_slice": slice(0, 2),
}
"""The operands that count along one dim, where others are positions."""

_PRODUCTS = frozenset({"arith.muli", "stablehlo.multiply"})
_CONSTANTS = frozenset({"arith.constant", "stablehlo.constant", "tosa.const"})


def is_counting(value: SSAValue) -> bool:
    """Whether a value holds integers that may be positions."""
    type_ = as_tensor(value.type)
    element = value.type if type_ is None else type_.element_type
    return isinstance(element, IndexType) or (isinstance(element, IntegerType) and element.bitwidth > 8)


def join_contents(blocks: Iterable[Block], found: Collected) -> None:
    """Put what integers count along into classes, in blocks and all that is in them."""
    ops = [op for block in blocks for op in block.walk()]
    for op in ops:
        _join_op(op, found)
    devices = [result for op in ops if isinstance(op, mesh.ProcessMultiIndexOp) for result in op.results]
    if devices:
        found.classes.join(*(_contents(value) for value in devices))
        found.classes.fix(_contents(devices[0]))
        _join_products([op for op in ops if name_of(op) in _PRODUCTS], _contents(devices[0]), found)
    for op in ops:
        if name_of(op) in _CONSTANTS and is_counting(op.results[0]):
            _add_constant(op, found)


def _contents(value: SSAValue) -> Place:
    return value, CONTENTS


def _join(found: Collected, values: Iterable[SSAValue]) -> None:
    places = [_contents(value) for value in values if is_counting(value)]
    if places:
        found.classes.join(*places)


def _join_op(op: Operation, found: Collected) -> None:
    name = name_of(op)
    stem = name.rpartition(".")[2]
    if stem in _MIXING:
        _join(found, (*op.operands[_COUNTED.get(name, slice(None))], *op.results))
    elif stem in _MOVING and op.operands and op.results:
        _join(found, (op.operands[0], op.results[0]))
    elif stem in ("reduce", "reduce_window", "sort"):
        count = len(op.results)
        for number, result in enumerate(op.results):
            _join(found, (*op.operands[number :: count if count else 1], result))
    elif name == "linalg.generic":
        _join_body(op, found)
    for value, place in _anchors(op):
        if is_counting(value):
            found.classes.join(_contents(value), place)


def _join_body(op: Operation, found: Collected) -> None:
    block = op.regions[0].block
    for operand, argument in zip(op.operands, block.args, strict=True):
        _join(found, (operand, argument))
    end = block.last_op
    for given, result in zip(end.operands if end else (), op.results, strict=False):
        _join(found, (given, result))


def _anchors(op: Operation) -> Iterator[tuple[SSAValue, Place]]:
    """Values, and the dims that their integers count along."""
    name = name_of(op)
    match name:
        case "stablehlo.iota":
            yield op.results[0], (op.results[0], signature_of(op).integer("iota_dimension"))
        case "linalg.index":
            yield from _loop_anchors(op)
        case "stablehlo.dynamic_slice" | "stablehlo.dynamic_update_slice":
            starts = op.operands[1 if name.endswith("dynamic_slice") else 2 :]
            yield from ((start, (op.operands[0], dim)) for dim, start in enumerate(starts))
        case "stablehlo.gather":
            yield from _indexed_anchors(Indexing.of_gather(signature_of(op)), op.operands[1], op.operands[0])
        case "stablehlo.scatter":
            indices = op.operands[len(op.results)]
            yield from _indexed_anchors(Indexing.of_scatter(signature_of(op)), indices, op.operands[0])
        case "tosa.gather":
            yield op.operands[1], (op.operands[0], 1)
        case "tensor.gather":
            dims = signature_of(op).integers("gather_dims")
            yield from ((op.operands[1], (op.operands[0], dim)) for dim in dims)
        case "tm_tensor.scatter":
            yield op.operands[1], (op.operands[2], 0)
        case "tosa.argmax":
            yield op.results[0], (op.operands[0], signature_of(op).integer("axis"))
        case "chlo.top_k":
            yield op.results[1], (op.operands[0], spec_of(op.operands[0].type).rank - 1)
        case _:
            pass


def _indexed_anchors(indexing: Indexing, indices: SSAValue, tensor: SSAValue) -> Iterator[tuple[SSAValue, Place]]:
    """The components of index vectors count along the dims that they are for; one class stands for all."""
    return ((indices, (tensor, dim)) for dim in indexing.indexed if indexing.shape[dim] != indexing.taken[dim])


def _loop_anchors(index: Operation) -> Iterator[tuple[SSAValue, Place]]:
    around = index.parent_op()
    maps = signature_of(around).attributes.get("indexing_maps") if around is not None else None
    if around is None or not isinstance(maps, tuple):
        return
    loop = signature_of(index).integer("dim")
    for operand, dims in zip(around.operands, maps, strict=True):
        if isinstance(dims, tuple) and loop in dims:
            yield index.results[0], (operand, dims.index(loop))
            return


def _join_products(products: list[Operation], devices: Place, found: Collected) -> None:
    """Products of device numbers: numbers again where they are added to such, else positions as the other factor."""
    for op in reversed(products):
        root = found.classes.root(devices)
        if found.classes.root(_contents(op.results[0])) == root:
            _join(found, (*op.operands, *op.results))
    for op in products:
        roots = [found.classes.root(_contents(operand)) for operand in op.operands]
        root = found.classes.root(devices)
        if root in roots and found.classes.root(_contents(op.results[0])) != root:
            _join(found, (op.operands[1 - roots.index(root)], op.results[0]))


def _add_constant(op: Operation, found: Collected) -> None:
    place, value = _contents(op.results[0]), op.properties.get("value", op.properties.get("values"))
    numbers = integers_in(value)
    if numbers is None:
        found.classes.fix(place)
        return
    found.classes.add_numbers(place, numbers)
    found.counted[op] = place


def integers_in(attribute: Attribute | None) -> set[int] | None:
    """The integers that an attribute holds; None if there are too many."""
    if isinstance(attribute, IntegerAttr):
        return {attribute.value.data}
    dense = as_dense(attribute)
    if dense is None or (splat_data(dense) is None and dense.type.element_count() > _MOST_ELEMENTS):
        return None
    if (element := splat_data(dense)) is not None:
        return {number for number in dense.get_element_type().unpack(element, 1) if isinstance(number, int)}
    return {number for number in dense.get_values() if isinstance(number, int)}
