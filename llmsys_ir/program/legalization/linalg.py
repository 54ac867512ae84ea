"""Structured ops of linalg as StableHLO: products of matrices as such, all others by their bodies.

A body runs at all points of the loops at once, on inputs that are broadcast along the loops that do not index them.
Where loops are reduced by one known op, the body is given what is neutral for the result, and what it gives is reduced
and combined with the result's initial value.
"""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.builder import Builder
from xdsl.dialects.builtin import TensorType, i1
from xdsl.ir import Block, Operation, Region, SSAValue
from xdsl.rewriter import InsertPoint

from llmsys_ir.dialects.stablehlo.attributes import DotDimensionNumbersAttr, DotDimensions
from llmsys_ir.dialects.stablehlo.contraction import DotGeneralOp
from llmsys_ir.dialects.stablehlo.control import ReturnOp
from llmsys_ir.dialects.stablehlo.creation import ConstantOp
from llmsys_ir.dialects.stablehlo.reduction import ReduceOp
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.checks import is_tensor
from llmsys_ir.program.collectives import neutral_element
from llmsys_ir.program.legalization.bodies import Body
from llmsys_ir.program.legalization.folding import folded
from llmsys_ir.program.legalization.loops import COMBINERS, Loops
from llmsys_ir.program.legalization.site import Site, integers
from llmsys_ir.program.structured import loops_of


def is_structured(op: Operation) -> bool:
    """Whether an op computes tensors at the points of loops that index each dim alone, not by windows."""
    if loops_of(op) is None or not op.results or not all(map(is_tensor, op.results)):
        return False
    return Loops(Site(op, Builder(InsertPoint.before(op)))).is_plain


def structured(site: Site) -> Sequence[SSAValue]:
    """What stands for a structured op."""
    loops = Loops(site)
    if _is_product(loops):
        return [_product(loops)]
    if any(loops.reduced(number) and loops.kind(number) not in COMBINERS for number in range(len(site.op.results))):
        return folded(loops)
    return _computed(loops)


def _is_product(loops: Loops) -> bool:
    """Whether it is a sum of products over loops that both inputs have; not of what is read without its sign."""
    signature = loops.site.signature
    if signature.attributes.get("contraction") is not True or len(loops.maps) != 3:
        return False
    is_unsigned = signature.attributes.get("cast") == "cast_unsigned" or signature.name.endswith("_unsigned")
    left, right, out = ({*loops.of(number)} for number in range(3))
    is_matrix_product = left - out == right - out and out <= left | right
    return is_matrix_product and not is_unsigned and loops.site.result.element_type != i1


def _product(loops: Loops) -> SSAValue:
    """The initial value plus a product of matrices."""
    left, right, out = (loops.of(number) for number in range(3))
    batch = [loop for loop in left if loop in right and loop in out]
    summed = [loop for loop in left if loop not in out]
    numbers = DotDimensions(
        lhs_batching_dimensions=tuple(map(left.index, batch)),
        rhs_batching_dimensions=tuple(map(right.index, batch)),
        lhs_contracting_dimensions=tuple(map(left.index, summed)),
        rhs_contracting_dimensions=tuple(map(right.index, summed)),
    )
    order = [*batch, *(loop for loop in (*left, *right) if loop in out and loop not in batch)]
    element = loops.site.result.element_type
    operands = [loops.site.converted(loops.without_ones(number), element) for number in (0, 1)]
    type_ = TensorType(element, loops.shape(order))
    found = loops.site.emit(DotGeneralOp, operands, type_, dot_dimension_numbers=DotDimensionNumbersAttr(numbers))
    return loops.combined(0, "sum", loops.stored(0, found, order))


def _computed(loops: Loops) -> list[SSAValue]:
    """The results, from the body at all points."""
    site, every = loops.site, range(len(loops.sizes))
    body, block = Body(site, loops.sizes), site.op.regions[0].block
    for number, argument in enumerate(block.args):
        result, operand = number - loops.input_count, site.op.operands[number]
        if result >= 0 and loops.reduced(result):
            body.values[argument] = _neutral(site, body.type_of(argument), loops.kind(result))
        elif is_tensor(operand):
            body.values[argument] = loops.spread(number, every)
        else:
            body.values[argument] = body.at_points(operand)
    return [_finished(loops, number, value) for number, value in enumerate(body.run(block))]


def _finished(loops: Loops, result: int, value: SSAValue) -> SSAValue:
    """A result from what the body gives at all points."""
    reduced, kind = loops.reduced(result), loops.kind(result)
    if not reduced:
        return loops.stored(result, value, range(len(loops.sizes)))
    rest = sorted(loops.of_result(result))
    element = tensor_type(value).element_type
    scalar = TensorType(element, [])
    block = Block(arg_types=[scalar, scalar])
    combined = COMBINERS[kind][0](block.args[0], block.args[1])
    block.add_ops([combined, ReturnOp.create(operands=[combined.result])])
    operands, type_ = [value, _neutral(loops.site, scalar, kind)], TensorType(element, loops.shape(rest))
    found = loops.site.emit(ReduceOp, operands, type_, regions=[Region(block)], dimensions=integers(reduced))
    return loops.combined(result, kind, loops.stored(result, found, rest))


def _neutral(site: Site, type_: TensorType, kind: object) -> SSAValue:
    return site.builder.insert(ConstantOp(neutral_element(type_, COMBINERS[kind][1]))).results[0]
