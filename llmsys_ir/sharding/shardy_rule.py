"""The rules that ops bring in Shardy's words, as JAX gives them to the routines of LAPACK that it calls.

`([i, j, k])->([i, l, m], [i]) {i=8, j=16, k=16, l=16, m=16}, custom`: dims of the same letter are split together. Here
a factor is split only if all results and some operand have it, it is alone in its dims, and the rule says nothing else
of it, such as `reduction={k}`; that is right whatever the op does with the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from math import prod
from typing import TypeAlias

from llmsys_ir.sharding.rule import Dim, OpRule, RuleBuilder, RuleError
from llmsys_ir.sharding.signature import OpSignature

SHARDY_RULE = "sdy.sharding_rule"
"""The attribute that gives an op its rule in Shardy's words."""

_RULE = re.compile(r"\(([^()]*)\)->\(([^()]*)\)(?: \{([^{}]*)\})?")
_FACTOR = re.compile(r"[i-z](?:_\d+)?")

_Tensor: TypeAlias = list[list[str]]
"""The factors of each dim."""


def shardy_rule(signature: OpSignature) -> OpRule:
    """The rule that an op has in Shardy's words.

    These do not say what is computed. It counts as a factorization of matrices, with as many operations per element of
    the largest tensor as that has in its last dim. Dims of one size that are whole are one factor, as of square ones.

    Raises:
        RuleError: it is no such text, or does not fit the op.
    """
    text = str(signature.attributes[SHARDY_RULE])
    match = _matched(text)
    operands, results = _tensors(match[1]), _tensors(match[2])
    ranks = [list(map(len, side)) for side in (operands, results)]
    if ranks != [[spec.rank for spec in side] for side in (signature.operands, signature.results)]:
        raise RuleError(f"expected {SHARDY_RULE} to have as many dims as operands and results, got '{text}'")
    builder = RuleBuilder.of(len(operands), len(results))
    shared = _shared(operands, results) - set(_FACTOR.findall(text[match.end() :]))
    specs = [*signature.operands, *signature.results]
    found: dict[str | int, tuple[int, Dim]] = {}
    for entries, dims, spec in zip([*builder.operands, *builder.results], [*operands, *results], specs, strict=True):
        for names, size in zip(dims, spec.shape, strict=True):
            name = next((name for name in names if name in shared), None)
            key = size if name is None else name
            if key not in found:
                found[key] = size, builder.whole(size) if name is None else builder.free(size)
            if found[key][0] != size:
                raise RuleError(f"dims of '{name}' in {SHARDY_RULE} must have one size, got {found[key][0]} != {size}")
            entries.append(found[key][1])
    return builder.build(flops=max((prod(spec.shape) * spec.shape[-1] for spec in specs if spec.shape), default=0))


def resized(text: str, shapes: Sequence[Sequence[int]]) -> str:
    """A rule with the sizes of operands and results of these shapes; factors that share a dim keep theirs."""
    match = _matched(text)
    sizes: dict[str, str] = dict(re.findall(r"(\w+)=(\d+)", match[3] or ""))
    dims = chain(*_tensors(match[1]), *_tensors(match[2]))
    sizes |= {names[0]: str(size) for names, size in zip(dims, chain(*shapes), strict=True) if len(names) == 1}
    listed = ", ".join(f"{name}={size}" for name, size in sizes.items())
    return f"({match[1]})->({match[2]})" + (f" {{{listed}}}" if listed else "") + text[match.end() :]


def _matched(text: str) -> re.Match[str]:
    match = _RULE.search(text)
    if match is None:
        raise RuleError(f"expected {SHARDY_RULE} such as '([i, j])->([i, j]) {{i=8, j=4}}', got '{text}'")
    return match


def _tensors(text: str) -> list[_Tensor]:
    listed = re.findall(r"\[([^\[\]]*)\]", text)
    return [[_FACTOR.findall(dim) for dim in dims.split(",")] if dims.strip() else [] for dims in listed]


def _shared(operands: list[_Tensor], results: list[_Tensor]) -> set[str]:
    """The factors that may be split, but for what the rule says of them."""
    tensors = [list(chain(*tensor)) for tensor in (*operands, *results)]
    given, wanted = tensors[: len(operands)], tensors[len(operands) :]
    kept = {name for name in chain(*given) if wanted and all(name in tensor for tensor in wanted)}
    joined = {name for dim in chain(*operands, *results) if len(dim) > 1 for name in dim}
    repeated = {name for tensor in tensors for name in tensor if tensor.count(name) > 1}
    return kept - joined - repeated
