"""Elementwise ops of arith and math on tensors as StableHLO."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from xdsl.dialects.arith import CMPF_COMPARISON_OPERATIONS, CMPI_COMPARISON_OPERATIONS
from xdsl.dialects.builtin import IntegerType, Signedness, TensorType, i1
from xdsl.ir import Attribute, Operation, SSAValue

from llmsys_ir.dialects.chlo import functions as chlo
from llmsys_ir.dialects.stablehlo import arithmetic, functions
from llmsys_ir.dialects.stablehlo.conversion import BitcastConvertOp
from llmsys_ir.dialects.tensors import tensor_type
from llmsys_ir.program.legalization.site import Site, integer_width

_ORDERED = {"oeq": "EQ", "oge": "GE", "ogt": "GT", "ole": "LE", "olt": "LT", "une": "NE"}
_NEGATED = {"uge": "olt", "ugt": "ole", "ule": "ogt", "ult": "oge"}
"""What holds for NaN too is where the opposite does not hold."""

_SIGNED = {"eq": "EQ", "ne": "NE", "sge": "GE", "sgt": "GT", "sle": "LE", "slt": "LT"}
_UNSIGNED = {"uge": "GE", "ugt": "GT", "ule": "LE", "ult": "LT"}


def _same(op: type[Operation]) -> Callable[[Site], SSAValue]:
    """The same op of StableHLO."""
    return lambda site: site.emit(op, list(site.op.operands))


def _of_booleans(op: type[Operation], other: type[Operation]) -> Callable[[Site], SSAValue]:
    """Another op for booleans, which are integers modulo 2."""

    def form(site: Site) -> SSAValue:
        return site.emit(other if site.result.element_type == i1 else op, list(site.op.operands))

    return form


def _as_unsigned(site: Site, value: SSAValue) -> SSAValue:
    """The same bits as a number without a sign."""
    type_ = tensor_type(value)
    width = integer_width(type_.element_type)
    if width is None or width == 1:
        raise site.fail("of booleans")
    return _bits(site, value, IntegerType(width, Signedness.UNSIGNED))


def _bits(site: Site, value: SSAValue, element: Attribute) -> SSAValue:
    return site.emit(BitcastConvertOp, [value], TensorType(element, tensor_type(value).get_shape()))


def _unsigned(op: type[Operation]) -> Callable[[Site], SSAValue]:
    """An op on numbers without a sign."""

    def form(site: Site) -> SSAValue:
        operands = [_as_unsigned(site, operand) for operand in site.op.operands]
        found = site.emit(op, operands, tensor_type(operands[0]))
        return _bits(site, found, site.result.element_type)

    return form


def _predicate(site: Site, words: tuple[str, ...] | list[str]) -> str:
    return words[site.signature.integer("predicate")]


def _compare_floats(site: Site) -> SSAValue:
    word = _predicate(site, CMPF_COMPARISON_OPERATIONS)
    left, right = site.op.operands
    if word in _ORDERED:
        return site.compare(_ORDERED[word], left, right)
    if word in _NEGATED:
        return site.emit(functions.NotOp, [site.compare(_ORDERED[_NEGATED[word]], left, right)])
    raise site.fail(f"for '{word}'")


def _compare_integers(site: Site) -> SSAValue:
    word = _predicate(site, CMPI_COMPARISON_OPERATIONS)
    left, right = site.op.operands
    if word in _UNSIGNED:
        return site.compare(_UNSIGNED[word], _as_unsigned(site, left), _as_unsigned(site, right))
    if tensor_type(left).element_type == i1 and word not in ("eq", "ne"):
        raise site.fail("of booleans with a sign")
    return site.compare(_SIGNED[word], left, right)


def _select(site: Site) -> SSAValue:
    condition, value, other = site.op.operands
    return site.select(condition, value, other)


def _convert(site: Site) -> SSAValue:
    """As StableHLO converts, which takes booleans as 0 and 1."""
    return site.converted(site.op.operands[0], site.result.element_type)


def _from_signed(site: Site) -> SSAValue:
    """A boolean that is true is -1."""
    value = site.op.operands[0]
    if tensor_type(value).element_type != i1:
        return _convert(site)
    return site.select(value, site.constant(site.result, -1), site.constant(site.result, 0))


def _from_unsigned(site: Site) -> SSAValue:
    value = site.op.operands[0]
    if tensor_type(value).element_type != i1:
        value = _as_unsigned(site, value)
    return site.converted(value, site.result.element_type)


def _truncate(site: Site) -> SSAValue:
    """The lowest bits; of a boolean the last one."""
    value = site.op.operands[0]
    if site.result.element_type != i1:
        return _convert(site)
    last = site.emit(arithmetic.AndOp, [value, site.like(value, 1)], tensor_type(value))
    return site.compare("NE", last, site.like(value, 0))


def _bitcast(site: Site) -> SSAValue:
    return _bits(site, site.op.operands[0], site.result.element_type)


def _multiply_add(site: Site) -> SSAValue:
    left, right, more = site.op.operands
    return site.emit(arithmetic.AddOp, [site.emit(arithmetic.MultiplyOp, [left, right]), more])


def _number_of(op: type[Operation]) -> Callable[[Site], SSAValue]:
    """The greater or the less of two numbers; the other one of a NaN."""

    def form(site: Site) -> SSAValue:
        left, right = site.op.operands
        is_left, is_right = (site.compare("EQ", value, value) for value in (left, right))
        found = site.select(is_right, site.emit(op, [left, right]), left)
        return site.select(is_left, found, right)

    return form


def _whole_power(site: Site) -> SSAValue:
    """To a whole power, as a float."""
    base, exponent = site.op.operands
    return site.emit(arithmetic.PowerOp, [base, site.converted(exponent, site.result.element_type)])


ARITH_MATH: Mapping[str, Callable[[Site], SSAValue]] = {
    "arith.addf": _same(arithmetic.AddOp),
    "arith.addi": _of_booleans(arithmetic.AddOp, arithmetic.XorOp),
    "arith.andi": _same(arithmetic.AndOp),
    "arith.bitcast": _bitcast,
    "arith.cmpf": _compare_floats,
    "arith.cmpi": _compare_integers,
    "arith.divf": _same(arithmetic.DivideOp),
    "arith.divsi": _same(arithmetic.DivideOp),
    "arith.divui": _unsigned(arithmetic.DivideOp),
    "arith.extf": _convert,
    "arith.extsi": _from_signed,
    "arith.extui": _from_unsigned,
    "arith.fptosi": _convert,
    "arith.maximumf": _same(arithmetic.MaximumOp),
    "arith.maxnumf": _number_of(arithmetic.MaximumOp),
    "arith.maxsi": _same(arithmetic.MaximumOp),
    "arith.maxui": _unsigned(arithmetic.MaximumOp),
    "arith.minimumf": _same(arithmetic.MinimumOp),
    "arith.minnumf": _number_of(arithmetic.MinimumOp),
    "arith.minsi": _same(arithmetic.MinimumOp),
    "arith.minui": _unsigned(arithmetic.MinimumOp),
    "arith.mulf": _same(arithmetic.MultiplyOp),
    "arith.muli": _of_booleans(arithmetic.MultiplyOp, arithmetic.AndOp),
    "arith.negf": _same(functions.NegateOp),
    "arith.ori": _same(arithmetic.OrOp),
    "arith.remf": _same(arithmetic.RemainderOp),
    "arith.remsi": _same(arithmetic.RemainderOp),
    "arith.remui": _unsigned(arithmetic.RemainderOp),
    "arith.select": _select,
    "arith.shli": _same(arithmetic.ShiftLeftOp),
    "arith.shrsi": _same(arithmetic.ShiftRightArithmeticOp),
    "arith.shrui": _same(arithmetic.ShiftRightLogicalOp),
    "arith.sitofp": _convert,
    "arith.subf": _same(arithmetic.SubtractOp),
    "arith.subi": _of_booleans(arithmetic.SubtractOp, arithmetic.XorOp),
    "arith.truncf": _convert,
    "arith.trunci": _truncate,
    "arith.uitofp": _from_unsigned,
    "arith.xori": _same(arithmetic.XorOp),
    "math.absf": _same(functions.AbsOp),
    "math.absi": _same(functions.AbsOp),
    "math.acos": _same(chlo.AcosOp),
    "math.acosh": _same(chlo.AcoshOp),
    "math.asin": _same(chlo.AsinOp),
    "math.asinh": _same(chlo.AsinhOp),
    "math.atan": _same(chlo.AtanOp),
    "math.atan2": _same(arithmetic.Atan2Op),
    "math.atanh": _same(chlo.AtanhOp),
    "math.cbrt": _same(functions.CbrtOp),
    "math.ceil": _same(functions.CeilOp),
    "math.cos": _same(functions.CosineOp),
    "math.cosh": _same(chlo.CoshOp),
    "math.ctlz": _same(functions.CountLeadingZerosOp),
    "math.ctpop": _same(functions.PopcntOp),
    "math.erf": _same(chlo.ErfOp),
    "math.exp": _same(functions.ExponentialOp),
    "math.expm1": _same(functions.ExponentialMinusOneOp),
    "math.floor": _same(functions.FloorOp),
    "math.fpowi": _whole_power,
    "math.fma": _multiply_add,
    "math.log": _same(functions.LogOp),
    "math.log1p": _same(functions.LogPlusOneOp),
    "math.powf": _same(arithmetic.PowerOp),
    "math.round": _same(functions.RoundNearestAfzOp),
    "math.roundeven": _same(functions.RoundNearestEvenOp),
    "math.rsqrt": _same(functions.RsqrtOp),
    "math.sin": _same(functions.SineOp),
    "math.sinh": _same(chlo.SinhOp),
    "math.sqrt": _same(functions.SqrtOp),
    "math.tan": _same(functions.TanOp),
    "math.tanh": _same(functions.TanhOp),
}
"""By name; those that StableHLO has no op for stay."""
