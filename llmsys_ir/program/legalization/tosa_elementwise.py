"""Elementwise ops of tosa as StableHLO; operands of other shapes are broadcast."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from xdsl.dialects.builtin import f32, i1
from xdsl.ir import Operation, SSAValue

from llmsys_ir.dialects.chlo.functions import ErfOp
from llmsys_ir.dialects.stablehlo import arithmetic, functions
from llmsys_ir.dialects.stablehlo.selection import ClampOp
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.legalization.site import Site, integer_width, is_float, number_of
from llmsys_ir.program.signature import spec_of

Form: TypeAlias = Callable[[Site], SSAValue]
"""Emits what stands for an op; gives its result."""


def _operands(site: Site, count: int) -> list[SSAValue]:
    """The first operands, in the result's shape."""
    return [site.broadcast(operand, site.shape) for operand in site.op.operands[:count]]


def _same(op: type[Operation], count: int) -> Form:
    """The same op of StableHLO."""
    return lambda site: site.emit(op, _operands(site, count))


def _extremum(op: type[Operation]) -> Form:
    def form(site: Site) -> SSAValue:
        if site.signature.attributes.get("nan_mode") == "IGNORE":
            raise site.fail("where NaN is ignored")
        return site.emit(op, _operands(site, 2))

    return form


def _comparison(direction: str) -> Form:
    return lambda site: site.compare(direction, *_operands(site, 2))


def _multiply(site: Site) -> SSAValue:
    shift = site.signature.attributes.get("shift", 0)
    if len(site.op.operands) > 2:
        known = site.signature.constants[2]
        shift = None if known is None else known[0]
    if shift != 0 and not is_float(site.op.operands[0]):
        raise site.fail("with a shift")
    left, right = (site.converted(operand, site.result.element_type) for operand in _operands(site, 2))
    return site.emit(arithmetic.MultiplyOp, [left, right])


def _negate(site: Site) -> SSAValue:
    zeros = [site.signature.attributes.get(name, 0) for name in ("input1_zp", "input_zp", "output_zp")]
    zeros += [None if known is None else known[0] for known in site.signature.constants[1:]]
    width = integer_width(site.result.element_type)
    if width is not None and (width < 32 or any(zeros) or "quantization_info" in site.signature.attributes):
        raise site.fail("of integers that saturate")
    return site.emit(functions.NegateOp, _operands(site, 1))


def _arithmetic_shift(site: Site) -> SSAValue:
    if site.signature.attributes.get("round"):
        raise site.fail("that rounds")
    return site.emit(arithmetic.ShiftRightArithmeticOp, _operands(site, 2))


def _clamp(site: Site) -> SSAValue:
    (value,) = _operands(site, 1)
    kind = "fp" if is_float(value) else "int"
    given = [site.op.properties.get(f"{end}_val", site.op.properties.get(f"{end}_{kind}")) for end in ("min", "max")]
    numbers = [number_of(attribute) for attribute in given]
    width = integer_width(site.result.element_type)
    if width is not None:
        limit = 1 << (width - 1)
        numbers = [None if number is None else max(-limit, min(number, limit - 1)) for number in numbers]
    low, high = numbers
    if low is None or high is None or site.signature.attributes.get("nan_mode") == "IGNORE":
        raise site.fail("without two bounds, or where NaN is ignored")
    return site.emit(ClampOp, [site.like(value, low), value, site.like(value, high)])


def _select(site: Site) -> SSAValue:
    condition, value, other = _operands(site, 3)
    return site.select(condition, value, other)


def _reciprocal(site: Site) -> SSAValue:
    (value,) = _operands(site, 1)
    return site.emit(arithmetic.DivideOp, [site.like(value, 1.0), value])


def _cast(site: Site) -> SSAValue:
    (value,) = _operands(site, 1)
    element = site.result.element_type
    if element == i1:
        return site.compare("NE", value, site.like(value, 0))
    width = integer_width(element)
    return site.converted(value, element) if width is None or not is_float(value) else _rounded(site, value, width)


def _rounded(site: Site, value: SSAValue, width: int) -> SSAValue:
    """A float as an integer: half to even, saturated, NaN as zero; in f32 at least, which holds the limits."""
    limit = 1 << (width - 1)
    if spec_of(value.type).dtype in ("f16", "bf16"):
        value = site.converted(value, f32)
    rounded = site.emit(functions.RoundNearestEvenOp, [value], tensor_type(value))
    found = site.converted(rounded, site.result.element_type)
    is_high = site.compare("GE", rounded, site.like(value, float(limit)))
    is_low = site.compare("LE", rounded, site.like(value, float(-limit)))
    is_nan = site.compare("NE", value, value)
    found = site.select(is_high, site.like(found, limit - 1), found)
    found = site.select(is_low, site.like(found, -limit), found)
    return site.select(is_nan, site.like(found, 0), found)


ELEMENTWISE: Mapping[str, Form] = {
    "tosa.abs": _same(functions.AbsOp, 1),
    "tosa.add": _same(arithmetic.AddOp, 2),
    "tosa.arithmetic_right_shift": _arithmetic_shift,
    "tosa.bitwise_and": _same(arithmetic.AndOp, 2),
    "tosa.bitwise_not": _same(functions.NotOp, 1),
    "tosa.bitwise_or": _same(arithmetic.OrOp, 2),
    "tosa.bitwise_xor": _same(arithmetic.XorOp, 2),
    "tosa.cast": _cast,
    "tosa.ceil": _same(functions.CeilOp, 1),
    "tosa.clamp": _clamp,
    "tosa.clz": _same(functions.CountLeadingZerosOp, 1),
    "tosa.cos": _same(functions.CosineOp, 1),
    "tosa.equal": _comparison("EQ"),
    "tosa.erf": _same(ErfOp, 1),
    "tosa.exp": _same(functions.ExponentialOp, 1),
    "tosa.floor": _same(functions.FloorOp, 1),
    "tosa.greater": _comparison("GT"),
    "tosa.greater_equal": _comparison("GE"),
    "tosa.int_div": _same(arithmetic.DivideOp, 2),
    "tosa.intdiv": _same(arithmetic.DivideOp, 2),
    "tosa.log": _same(functions.LogOp, 1),
    "tosa.logical_and": _same(arithmetic.AndOp, 2),
    "tosa.logical_left_shift": _same(arithmetic.ShiftLeftOp, 2),
    "tosa.logical_not": _same(functions.NotOp, 1),
    "tosa.logical_or": _same(arithmetic.OrOp, 2),
    "tosa.logical_right_shift": _same(arithmetic.ShiftRightLogicalOp, 2),
    "tosa.logical_xor": _same(arithmetic.XorOp, 2),
    "tosa.maximum": _extremum(arithmetic.MaximumOp),
    "tosa.minimum": _extremum(arithmetic.MinimumOp),
    "tosa.mul": _multiply,
    "tosa.negate": _negate,
    "tosa.pow": _same(arithmetic.PowerOp, 2),
    "tosa.reciprocal": _reciprocal,
    "tosa.rsqrt": _same(functions.RsqrtOp, 1),
    "tosa.select": _select,
    "tosa.sigmoid": _same(functions.LogisticOp, 1),
    "tosa.sin": _same(functions.SineOp, 1),
    "tosa.sub": _same(arithmetic.SubtractOp, 2),
    "tosa.tanh": _same(functions.TanhOp, 1),
}
"""By name; those that round, saturate or ignore NaN in ways that StableHLO has no op for are errors."""
