"""Shardy's sharding rules of the ops of a StableHLO module: an independent source to compare ours with.

Shardy runs in another process, because a failed check in its C++ code ends the process. Run as a script, this module is
that process: it reads modules and writes for each op, in the order of the text, its name and its rule's text.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

PIPELINE = "builtin.module(func.func(sdy-populate-op-sharding-rules))"

Dim = tuple[str, ...]
"""The factors of a tensor dim, the outermost first."""

Factors = frozenset[str]

_GROUPS = ("reduction", "need_replication", "permutation", "blocked_propagation")
_SYMBOL = r"[i-z](?:_\d+)?"
_RULE = re.compile(
    r"#sdy\.op_sharding_rule<\((?P<operands>[^()]*)\)->\((?P<results>[^()]*)\)(?: \{(?P<sizes>[^{}]*)\})?"
    + "".join(rf"(?: {group}=\{{(?P<{group}>[^{{}}]*)\}})?" for group in _GROUPS)
    + r"(?P<custom>, custom)?>"
)


class ShardyError(Exception):
    """Shardy refused the module, or died of it."""


@dataclass(frozen=True)
class ShardyRule:
    """A sharding rule: which factors each dim is made of.

    Attributes:
        operands: the dims of each operand; none for a scalar.
        results: the dims of each result.
        sizes: the size of each factor.
        reduction: factors of operands only, whose sharding leaves the results partial.
        need_replication: factors that must not be sharded when the op runs.
        permutation: factors whose shards go to other devices when the op runs, such as in a slice or a window.
        blocked_propagation: factors along which shardings are not passed on.
        custom: whether the module's author wrote the rule.
    """

    operands: tuple[tuple[Dim, ...], ...]
    results: tuple[tuple[Dim, ...], ...]
    sizes: dict[str, int] = field(default_factory=dict[str, int])
    reduction: Factors = frozenset()
    need_replication: Factors = frozenset()
    permutation: Factors = frozenset()
    blocked_propagation: Factors = frozenset()
    custom: bool = False

    @classmethod
    def parse(cls, text: str) -> ShardyRule:
        """The rule that Shardy prints as `#sdy.op_sharding_rule<...>`.

        Raises:
            ValueError: it is no such text.
        """
        match = _RULE.fullmatch(text)
        if match is None:
            raise ValueError(f"expected '#sdy.op_sharding_rule<([i, k], [k, j])->([i, j]) {{...}}>', got '{text}'")
        return cls(
            _tensors(match["operands"]),
            _tensors(match["results"]),
            {name: int(size) for name, size in re.findall(rf"({_SYMBOL})=(\d+)", match["sizes"] or "")},
            *(frozenset(_symbols(match[group] or "")) for group in _GROUPS),
            custom=match["custom"] is not None,
        )


@dataclass(frozen=True)
class ShardyOp:
    """An op of a module, and its rule if Shardy has one for it."""

    name: str
    rule: ShardyRule | None


def shardy_rules(module: str, seconds: float = 60) -> list[ShardyOp]:
    """All ops of a StableHLO module, without the module itself; an op comes before those of its regions.

    Raises:
        ShardyError: jaxlib cannot parse the module, Shardy refuses it or dies, or it takes longer than `seconds`.
    """
    (ops,) = shardy_rules_of([module], seconds)
    return ops


def shardy_rules_of(modules: Sequence[str], seconds: float = 60) -> list[list[ShardyOp]]:
    """The ops of several modules, of each as `shardy_rules` gives them, in one process.

    Raises:
        ShardyError: of one of them, or all together take longer than `seconds`.
    """
    command = [sys.executable, "-P", __file__]
    try:
        done = subprocess.run(
            command, input=json.dumps(modules), text=True, capture_output=True, check=False, timeout=seconds
        )
    except subprocess.TimeoutExpired:
        raise ShardyError(f"takes more than {seconds} seconds") from None
    if done.returncode < 0:
        raise ShardyError(f"Shardy died of signal {-done.returncode}: {done.stderr.strip()}")
    if done.returncode:
        raise ShardyError(done.stderr.strip())
    parsed: list[list[tuple[str, str | None]]] = json.loads(done.stdout)
    parse = cache(ShardyRule.parse)
    return [[ShardyOp(name, None if rule is None else parse(rule)) for name, rule in ops] for ops in parsed]


def _symbols(text: str) -> Dim:
    return tuple(re.findall(_SYMBOL, text))


def _tensors(text: str) -> tuple[tuple[Dim, ...], ...]:
    tensors: list[str] = re.findall(r"\[([^\[\]]*)\]", text)
    return tuple(tuple(map(_symbols, tensor.split(", "))) if tensor else () for tensor in tensors)


def _ops(op: Any) -> Iterator[tuple[str, str | None]]:
    for region in op.regions:
        for block in region:
            for inner in block:
                operation = inner.operation
                has_rule = "sdy.sharding_rule" in operation.attributes
                yield operation.name, str(operation.attributes["sdy.sharding_rule"]) if has_rule else None
                yield from _ops(operation)


def _rules(module: str, context: Any) -> list[tuple[str, str | None]]:
    from jaxlib.mlir import ir, passmanager

    parsed = cast(Any, ir).Module.parse(module, context)
    cast(Any, passmanager).PassManager.parse(PIPELINE, context).run(parsed.operation)
    return list(_ops(parsed.operation))


def _main() -> int:
    """Read a JSON list of modules from stdin, and write per module its ops and their rules as JSON."""
    from jax._src.interpreters import mlir
    from jaxlib.mlir import ir

    context: Any = cast(Any, mlir).make_ir_context()
    try:
        with context, cast(Any, ir).Location.unknown(context):
            sys.stdout.write(json.dumps([_rules(module, context) for module in json.load(sys.stdin)]))
    except cast(Any, ir).MLIRError as error:
        sys.stderr.write(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
