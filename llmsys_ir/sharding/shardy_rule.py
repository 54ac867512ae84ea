"""The rules that ops bring in Shardy's words, as JAX gives them to the routines of LAPACK, in the words of rules here.

`([i, j, k])->([i, l, m]) {i=8, j=16, k=16, l=16, m=16}, custom` is `i w0 w1 -> i w2 w0 | whole w0 w1 w2`: dims of the
same letter are split together. A factor is split here only if all results and some operand have it, it is alone in its
dims, and the rule says nothing else of it, such as `reduction={k}`; that is right whatever the op does with the others.
"""

from __future__ import annotations

import re
from itertools import chain
from math import prod
from typing import TypeAlias

from llmsys_ir.sharding.rule import RuleError

_RULE = re.compile(r"\(([^()]*)\)->\(([^()]*)\)(?: \{([^{}]*)\})?(.*)", re.DOTALL)
_FACTOR = re.compile(r"[i-z](?:_\d+)?")
_COUNTED = 3
"""So many dims that are whole count as work, as that of a factorization grows with the cube of its size."""

_Tensor: TypeAlias = list[list[str]]
"""The factors of each dim."""


def rule_of_sdy(text: str) -> str:
    """A rule of Shardy's in the rule language.

    Raises:
        RuleError: it is no such text.
    """
    match = _RULE.fullmatch(text.strip())
    if match is None:
        raise RuleError(f"expected a rule such as '([i, j])->([i, j]) {{i=8, j=4}}', got '{text}'")
    operands, results = _tensors(match[1]), _tensors(match[2])
    sizes = {name: int(size) for name, size in re.findall(r"(\w+)=(\d+)", match[3] or "")}
    shared = _shared(operands, results) - set(_FACTOR.findall(match[4]))
    whole: dict[str, int] = {}

    def word(dim: list[str]) -> str:
        return dim[0] if dim[0] in shared else _whole(prod(sizes.get(name, 1) for name in dim), whole)

    sides = [", ".join(" ".join(map(word, tensor)) for tensor in side) for side in (operands, results)]
    return " -> ".join(sides) + (f" | whole {' '.join(whole)}" if whole else "")


def _whole(size: int, whole: dict[str, int]) -> str:
    """A factor for a dim that is not split: one of those that there are, if these are enough."""
    known = [name for name, other in whole.items() if other == size]
    if len(whole) >= _COUNTED and known:
        return known[0]
    name = f"w{len(whole)}"
    whole[name] = size
    return name


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
