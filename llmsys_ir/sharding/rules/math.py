"""Rules of math: elementwise throughout."""

from __future__ import annotations

from llmsys_ir.sharding.rule import Rules
from llmsys_ir.sharding.rules.shapes import named_elementwise

_UNARY = (
    "exp exp2 expm1 log log2 log10 log1p sqrt rsqrt cbrt sin cos tan asin acos atan sinh cosh tanh asinh "
    "acosh atanh erf erfc absf absi ceil floor round roundeven trunc ctpop ctlz cttz isnan isinf isfinite "
    "isnormal"
).split()
_BINARY = "atan2 powf fpowi ipowi copysign".split()

RULES: Rules = {
    **named_elementwise((f"math.{name}" for name in _UNARY), 1),
    **named_elementwise((f"math.{name}" for name in _BINARY), 2),
    **named_elementwise(["math.fma"], 3, "linear 0 2, linear 1 2"),
    **named_elementwise(["math.clampf"], 3),
}
