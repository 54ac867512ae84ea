"""Rules of stablehlo and chlo.

`while`, `case`, `if` and `optimization_barrier` have none: values pass through them one by one.
"""

from __future__ import annotations

from llmsys_ir.sharding.rule import Rules
from llmsys_ir.sharding.rules.arith import constant
from llmsys_ir.sharding.rules.shapes import elementwise, is_float, named_elementwise, reshaped
from llmsys_ir.sharding.rules.stablehlo import indexing, products, reductions, shapes
from llmsys_ir.sharding.signature import OpSignature

_UNARY = (
    "abs cbrt ceil cosine count_leading_zeros exponential exponential_minus_one floor is_finite log log_plus_one "
    "logistic not popcnt reduce_precision round_nearest_afz round_nearest_even rsqrt sign sine sqrt tan tanh"
).split()
_BINARY = (
    "and atan2 compare maximum minimum or power remainder shift_left shift_right_arithmetic shift_right_logical xor"
).split()
_CHLO_UNARY = (
    "acos acosh asin asinh atan atanh bessel_i1e conj cosh digamma erf erf_inv erfc is_inf is_neg_inf is_pos_inf "
    "lgamma sinh square tan"
).split()
_CHLO_BINARY = "next_after polygamma zeta".split()


def _linear_unless_boolean(operands: int, clauses: str):
    """Elementwise, and linear but for booleans, where adding is `or`."""

    def rule(signature: OpSignature) -> str:
        return elementwise(operands, "" if signature.results[0].dtype == "i1" else clauses)

    return rule


def convert(signature: OpSignature) -> str:
    """A conversion, linear between floats."""
    both = is_float(signature) and signature.operands[0].dtype.startswith(("f", "bf"))
    return elementwise(1, "additive" if both else "")


def divide(signature: OpSignature) -> str:
    """A quotient, linear in the dividend if it is not rounded."""
    return elementwise(2, "linear 0" if is_float(signature) else "")


RULES: Rules = {
    **named_elementwise((f"stablehlo.{name}" for name in _UNARY), 1),
    **named_elementwise((f"stablehlo.{name}" for name in _BINARY), 2),
    **named_elementwise((f"chlo.{name}" for name in _CHLO_UNARY), 1),
    **named_elementwise((f"chlo.{name}" for name in _CHLO_BINARY), 2),
    **named_elementwise(["stablehlo.negate", "stablehlo.real", "stablehlo.imag"], 1, "additive"),
    **named_elementwise(["stablehlo.subtract", "stablehlo.complex"], 2, "additive"),
    "stablehlo.add": _linear_unless_boolean(2, "additive"),
    "stablehlo.multiply": _linear_unless_boolean(2, "multilinear"),
    "stablehlo.bitcast_convert": shapes.bitcast_convert,
    "stablehlo.broadcast_in_dim": shapes.broadcast_in_dim,
    "stablehlo.cholesky": reductions.cholesky,
    "stablehlo.clamp": elementwise(3),
    "stablehlo.concatenate": shapes.concatenate,
    "stablehlo.constant": constant,
    "stablehlo.convert": convert,
    "stablehlo.convolution": products.convolution,
    "stablehlo.divide": divide,
    "stablehlo.dot_general": products.dot_general,
    "stablehlo.dynamic_slice": indexing.dynamic_slice,
    "stablehlo.dynamic_update_slice": indexing.dynamic_update_slice,
    "stablehlo.fft": reductions.fft,
    "stablehlo.gather": indexing.gather,
    "stablehlo.iota": shapes.iota,
    "stablehlo.map": reductions.map_,
    "stablehlo.pad": shapes.pad,
    "stablehlo.reduce": reductions.reduce,
    "stablehlo.reduce_window": reductions.reduce_window,
    "stablehlo.reshape": reshaped,
    "stablehlo.reverse": shapes.reverse,
    "stablehlo.rng": shapes.whole,
    "stablehlo.rng_bit_generator": shapes.whole,
    "stablehlo.scatter": indexing.scatter,
    "stablehlo.select": elementwise(3, "linear 1 2"),
    "stablehlo.select_and_scatter": reductions.select_and_scatter,
    "stablehlo.slice": shapes.slice_,
    "stablehlo.sort": reductions.sort,
    "stablehlo.transpose": shapes.transpose,
    "stablehlo.triangular_solve": reductions.triangular_solve,
    "chlo.top_k": reductions.top_k,
}
