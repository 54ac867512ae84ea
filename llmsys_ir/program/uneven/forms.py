"""How ops take padded dims: which of their factors may be padded, and what stands in the padding of operands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from xdsl.ir import Operation

from llmsys_ir.diagnostics import OperationError
from llmsys_ir.program.signature import signature_of
from llmsys_ir.sharding.registry import RuleRegistry
from llmsys_ir.sharding.rule import OpRule, RuleError
from llmsys_ir.sharding.rules.combiners import KINDS, combiners_of
from llmsys_ir.sharding.rules.stablehlo.reductions import selects
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature

Fill: TypeAlias = ReductionKind | int | None
"""What an operand has in its padding: what is neutral to a reduction, the scalar operand of that number, or anything.
"""

_PRODUCTS = frozenset(
    {
        "linalg.batch_matmul",
        "linalg.batch_matvec",
        "linalg.dot",
        "linalg.matmul",
        "linalg.matvec",
        "linalg.vecmat",
        "stablehlo.convolution",
        "stablehlo.dot_general",
        "tosa.conv2d",
        "tosa.conv3d",
        "tosa.fully_connected",
        "tosa.matmul",
        "tosa.transpose_conv2d",
    }
)
"""Ops that add up products of their operands, so that zeros add nothing."""

_REDUCTIONS = frozenset(f"tosa.reduce_{kind}" for kind in ("all", "any", "max", "min", "product", "prod", "sum"))

_POSITIONED = frozenset({"stablehlo.iota", "stablehlo.scatter"})
"""Ops that know positions, but do in a larger dim what they do in the smaller one: count, and write at an index."""

_VALID: Mapping[str, tuple[int, ReductionKind]] = {
    "tensor.gather": (1, ReductionKind.SUM),
    "tosa.gather": (1, ReductionKind.SUM),
    "tosa.int_div": (1, ReductionKind.PRODUCT),
    "tosa.intdiv": (1, ReductionKind.PRODUCT),
    **{
        f"arith.{name}": (1, ReductionKind.PRODUCT)
        for name in "ceildivsi ceildivui divsi divui floordivsi remsi remui".split()
    },
}
"""Operands that must be valid even where results are of no account, and what makes them: zero or one. Positions must
be inside, divisors not zero.
"""


@dataclass(frozen=True)
class Form:
    """An op's rule, and for each factor that may be padded what its operands need in the padding."""

    rule: OpRule
    fills: Mapping[int, tuple[Fill, ...]]


def form_of(op: Operation, registry: RuleRegistry) -> Form:
    """How an op takes padding.

    Raises:
        OperationError: it has no rule.
    """
    signature = signature_of(op)
    try:
        rule = registry.rule(signature)
    except RuleError as error:
        raise OperationError(op, str(error)) from None
    fills: dict[int, tuple[Fill, ...]] = {}
    for number, factor in enumerate(rule.factors):
        if not factor.whole and factor.size > 1 and _is_major(rule, number) and not _is_group(signature, number):
            found = _fills(signature, rule, number)
            if found is not None:
                fills[number] = found
    return Form(rule, fills)


def _is_major(rule: OpRule, factor: int) -> bool:
    """Whether a factor is the first one of at most one dim of each tensor, so that padding comes last."""
    for dims in (*rule.operands, *rule.results):
        held = [dim for dim in dims if factor in dim]
        if len(held) > 1 or any(dim[0] != factor for dim in held):
            return False
    return True


def _is_group(signature: OpSignature, factor: int) -> bool:
    """Whether a factor is the number of a convolution's groups, which are counted in its attributes."""
    names = ("feature_group_count", "batch_group_count")
    return factor == 0 and any(signature.attributes.get(name, 1) != 1 for name in names)


def _fills(signature: OpSignature, rule: OpRule, factor: int) -> tuple[Fill, ...] | None:
    """What operands need in the padding of a factor; None if it must not be padded."""
    nothing: tuple[Fill, ...] = (None,) * len(rule.operands)
    is_reduced = any(not any(factor in dim for dim in dims) for dims in rule.results)
    if not is_reduced:
        fills = _valid(signature, rule, factor)
        return fills if not rule.factors[factor].placed or signature.name in _POSITIONED else None
    if signature.name == "stablehlo.reduce":
        return _reduction_fills(signature)
    kinds = rule.factors[factor].reductions
    kind = kinds[0] if len(kinds) == 1 else None
    held = [any(factor in dim for dim in dims) for dims in rule.operands]
    if signature.name in _PRODUCTS and not rule.factors[factor].placed and not _has_zero_points(signature):
        return tuple(kind if has else None for has in held)
    if signature.name in _REDUCTIONS:
        return (kind, *nothing[1:])
    if signature.name.startswith("linalg.") and signature.attributes.get("contraction"):
        return tuple(kind if has else None for has in held)
    if signature.name == "stablehlo.scatter" and len(kinds) == 1:
        return (*nothing[:-1], kind)
    return None


def _has_zero_points(signature: OpSignature) -> bool:
    """Whether a product takes something else than zero for zero."""
    given = signature.constants[2 if signature.name == "tosa.matmul" else 3 :]
    is_zero = all(constant is not None and not any(constant) for constant in given)
    return signature.name.startswith("tosa.") and (not is_zero or "quantization_info" in signature.attributes)


def _valid(signature: OpSignature, rule: OpRule, factor: int) -> tuple[Fill, ...]:
    """What operands need in the padding of a factor that the result has too."""
    operand, kind = _VALID.get(signature.name, (0, None))
    is_there = kind is not None and any(factor in dim for dim in rule.operands[operand])
    return tuple(kind if is_there and number == operand else None for number in range(len(rule.operands)))


def _reduction_fills(signature: OpSignature) -> tuple[Fill, ...] | None:
    """Neutral elements, or initial values where the body picks one of two elements."""
    count = len(signature.results)
    if selects(signature):
        return (*range(count, 2 * count), *(None,) * count)
    kinds = [KINDS.get(combiner or "") for combiner in combiners_of(signature)]
    return None if None in kinds else (*kinds, *(None,) * count)
