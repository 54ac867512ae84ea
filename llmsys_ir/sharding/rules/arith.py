"""Rules of arith: elementwise on tensors, and constants."""

from __future__ import annotations

from llmsys_ir.sharding.rule import OpRule, RuleBuilder, Rules
from llmsys_ir.sharding.rules.shapes import creation, elementwise, is_float, named_elementwise
from llmsys_ir.sharding.signature import OpSignature

_BINARY = (
    "remf maximumf minimumf maxnumf minnumf divsi divui ceildivsi ceildivui floordivsi remsi remui andi "
    "ori xori shli shrsi shrui maxsi maxui minsi minui cmpf cmpi"
).split()
_UNARY = "extsi extui trunci sitofp uitofp fptosi fptoui index_cast index_castui".split()


def constant(signature: OpSignature) -> OpRule:
    """A splat may be held in any sharding, a zero also as a partial sum; other constants are whole everywhere."""
    value = signature.attributes.get("value", signature.attributes.get("values"))
    if isinstance(value, int | float | str):
        return creation(signature, is_zero=value == 0)
    builder = RuleBuilder.of(0)
    builder.results[0].extend(map(builder.whole, signature.results[0].shape))
    return builder.build(flops=0)


def bitcast(signature: OpSignature) -> str:
    """A bitcast between elements of one width."""
    return elementwise(len(signature.operands))


def conversion(signature: OpSignature) -> str:
    """Conversions are linear between floats only."""
    return elementwise(len(signature.operands), "additive" if is_float(signature) else "")


RULES: Rules = {
    **named_elementwise((f"arith.{name}" for name in _BINARY), 2),
    **named_elementwise((f"arith.{name}" for name in _UNARY), 1),
    **named_elementwise(["arith.addf", "arith.subf", "arith.addi", "arith.subi"], 2, "additive"),
    **named_elementwise(["arith.mulf", "arith.muli"], 2, "multilinear"),
    "arith.divf": elementwise(2, "linear 0"),
    "arith.negf": elementwise(1, "additive"),
    "arith.select": elementwise(3, "linear 1 2"),
    "arith.extf": conversion,
    "arith.truncf": conversion,
    "arith.bitcast": bitcast,
    "arith.constant": constant,
}
