"""The rule language: `"b m k, b k n -> b m n | sum k, multilinear"` as text, parsed and bound to an op's sizes.

Left of the arrow one entry per operand, right of it one per result; a dim is a factor, a compound `(a b)` of
factors from major to minor, `1`, `*` (never sharded, shared with nothing) or `...` (all remaining dims, matched
from the right, where a dim of size 1 broadcasts). Clauses after `|`:

- `sum k`, `max k`, ...: `k` is reduced in the results that lack it; `accumulate 2` names the operand with the
  reduction's initial value;
- `whole j`: never sharded; `lookup v`: addressed by index values, kept whole too;
- `additive` (linear in all operands together), `multilinear` (in each alone), `linear 0 2` (in these together);
- `size a 32`: a factor's size where the shapes leave it open.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import prod
from pathlib import Path
from typing import Any

from lark import Lark, Token, Transformer, Tree
from lark.exceptions import UnexpectedInput, UnexpectedToken

from llmsys_ir.sharding.rule import Dim, Factor, OpRule, RuleError
from llmsys_ir.sharding.sharding import ReductionKind
from llmsys_ir.sharding.signature import OpSignature, TensorSpec

UNIT = "1"
ANONYMOUS = "*"
ELLIPSIS = "..."

DimText = tuple[str, ...]
"""The factor names of one dim; `1`, `*` and `...` stand alone."""


@dataclass(frozen=True)
class RuleText:
    """A rule as written, not yet bound to sizes."""

    text: str
    operands: tuple[tuple[DimText, ...], ...]
    results: tuple[tuple[DimText, ...], ...]
    reductions: tuple[tuple[str, ReductionKind], ...] = ()
    whole: frozenset[str] = frozenset()
    linear: tuple[frozenset[int], ...] = ()
    accumulators: tuple[int, ...] = ()
    sizes: tuple[tuple[str, int], ...] = ()


@cache
def parse_rule(text: str) -> RuleText:
    """The rule written as `text`.

    Raises:
        RuleError: with the text and a caret under the first wrong character.
    """
    try:
        operands, results, clauses = _RuleReader().transform(_parse(text))
    except UnexpectedInput as error:
        at = error.pos_in_stream
        at_end = isinstance(error, UnexpectedToken) and str(error.token.type) == "$END"  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
        if at_end or at is None or at < 0 or not text[at:].strip():
            raise _error_at(text, len(text), "unexpected end of the rule") from None
        raise _error_at(text, at, f"unexpected '{text[at:].split()[0]}'") from None
    rule = _with_clauses(RuleText(text, operands, results), clauses)
    _check(rule)
    return rule


@cache
def _grammar() -> Lark:
    return Lark(Path(__file__).with_name("rule.lark").read_text(encoding="utf-8"), parser="lalr")


def _parse(text: str) -> Tree[Token]:
    return _grammar().parse(text)  # pyright: ignore[reportUnknownMemberType]


def _error_at(text: str, column: int, message: str) -> RuleError:
    return RuleError(f"{message} in sharding rule\n  {text}\n  {' ' * column}^")


_Tensors = tuple[tuple[DimText, ...], ...]
_Clause = tuple[str, list[str]]
"""A clause's keyword and its words: factor names and numbers."""


class _RuleReader(Transformer[Token, tuple[_Tensors, _Tensors, list[_Clause]]]):
    """Turns a parse tree into the dims of operands and results and the list of clauses."""

    def start(self, parts: list[Any]) -> tuple[_Tensors, _Tensors, list[_Clause]]:
        return parts[0], parts[1], parts[2:]

    def tensors(self, tensors: list[tuple[DimText, ...]]) -> _Tensors:
        return tuple(tensors)

    def tensor(self, dims: list[DimText]) -> tuple[DimText, ...]:
        return tuple(dims)

    def single(self, names: list[str]) -> DimText:
        return (names[0],)

    def compound(self, names: list[str]) -> DimText:
        return tuple(names)

    def factor(self, names: list[Token]) -> str:
        return str(names[0])

    def ellipsis(self, _: list[Token]) -> DimText:
        return (ELLIPSIS,)

    def unit(self, _: list[Token]) -> DimText:
        return (UNIT,)

    def anonymous(self, _: list[Token]) -> DimText:
        return (ANONYMOUS,)

    def clause(self, words: list[str]) -> _Clause:
        return str(words[0]), [str(word) for word in words[1:]]


def _with_clauses(rule: RuleText, clauses: list[_Clause]) -> RuleText:
    operands = range(len(rule.operands))
    for keyword, words in clauses:
        match keyword:
            case "whole" | "lookup":
                rule = replace(rule, whole=rule.whole.union(words))
            case "additive":
                rule = replace(rule, linear=(*rule.linear, frozenset(operands)))
            case "multilinear":
                rule = replace(rule, linear=(*rule.linear, *(frozenset({operand}) for operand in operands)))
            case "linear":
                rule = replace(rule, linear=(*rule.linear, frozenset(map(int, words))))
            case "accumulate":
                rule = replace(rule, accumulators=(*rule.accumulators, *map(int, words)))
            case "size":
                rule = replace(rule, sizes=(*rule.sizes, (words[0], int(words[1]))))
            case _:
                kind = ReductionKind(keyword)
                rule = replace(rule, reductions=(*rule.reductions, *((word, kind) for word in words)))
    return rule


def _check(rule: RuleText) -> None:
    known = {name for tensor in (*rule.operands, *rule.results) for dim in tensor for name in dim}
    reduced = dict(rule.reductions)
    for name in (*reduced, *sorted(rule.whole), *(name for name, _ in rule.sizes)):
        if name not in known:
            raise _error_at(rule.text, rule.text.rfind(name), f"unknown factor '{name}'")
    for number in (*rule.accumulators, *(operand for group in rule.linear for operand in group)):
        if number >= len(rule.operands):
            raise _error_at(rule.text, rule.text.rfind(str(number)), f"there is no operand {number}")
    for tensor in rule.results:
        names = {name for dim in tensor for name in dim}
        found = {*names, *reduced, *rule.whole, UNIT, ANONYMOUS, ELLIPSIS}
        for name in (name for operand in rule.operands for dim in operand for name in dim):
            if name not in found:
                raise _error_at(
                    rule.text,
                    rule.text.find(name),
                    f"factor '{name}' is missing in a result: say how it is reduced (such as 'sum {name}') or "
                    f"that it is 'whole {name}'",
                )


def bind_rule(rule: RuleText, signature: OpSignature) -> OpRule:
    """The rule with the sizes of one op.

    Raises:
        RuleError: operands, ranks or sizes do not fit.
    """
    return _Binding(rule, signature).bind()


class _Binding:
    """The factors found so far while a rule's dims are matched with an op's shapes."""

    def __init__(self, rule: RuleText, signature: OpSignature):
        self.rule = rule
        self.signature = signature
        self.sizes = dict(rule.sizes)
        self.numbers: dict[str, int] = {}
        self.anonymous_count = 0

    def bind(self) -> OpRule:
        operands = self._expand("operand", self.rule.operands, self.signature.operands)
        results = self._expand("result", self.rule.results, self.signature.results)
        tensors = [*zip(operands, self.signature.operands, strict=True)]
        tensors += zip(results, self.signature.results, strict=True)
        self._find_sizes(tensors)
        for dims, spec in tensors:
            self._check_sizes(dims, spec)
        operand_dims = tuple(self._number(*pair) for pair in tensors[: len(operands)])
        result_dims = tuple(self._number(*pair) for pair in tensors[len(operands) :])
        accumulators = (*self.rule.accumulators, *(None,) * len(results))[: len(results)]
        factors = tuple(self._factor(name, result_dims) for name in self.numbers)
        pairs = 2 if len([dims for dims in operand_dims if dims]) > 1 and self.rule.reductions else 1
        flops = pairs * prod(factor.size for factor in factors)
        return OpRule(factors, operand_dims, result_dims, self.rule.linear, accumulators, flops)

    def _expand(
        self, what: str, texts: tuple[tuple[DimText, ...], ...], specs: tuple[TensorSpec, ...]
    ) -> list[list[DimText]]:
        if texts == ((),) and not specs:
            return []
        if len(texts) != len(specs):
            raise self._error(f"expected {len(specs)} {what}s, got {len(texts)}")
        return [
            self._expand_one(f"{what} {index}", dims, spec.rank)
            for index, (dims, spec) in enumerate(zip(texts, specs, strict=True))
        ]

    def _expand_one(self, what: str, dims: tuple[DimText, ...], rank: int) -> list[DimText]:
        missing = rank - len(dims)
        if (ELLIPSIS,) in dims:
            at = dims.index((ELLIPSIS,))
            rest = [(f"{ELLIPSIS}{number}",) for number in reversed(range(missing + 1))]
            if missing >= -1:
                return self._name_anonymous([*dims[:at], *rest, *dims[at + 1 :]])
        elif missing == 0:
            return self._name_anonymous(dims)
        raise self._error(f"expected {rank} dims for {what}, got {len(dims)}")

    def _name_anonymous(self, dims: list[DimText] | tuple[DimText, ...]) -> list[DimText]:
        named: list[DimText] = []
        for dim in dims:
            if dim == (ANONYMOUS,):
                self.anonymous_count += 1
                dim = (f"{ANONYMOUS}{self.anonymous_count}",)
            named.append(() if dim == (UNIT,) else dim)
        return named

    def _find_sizes(self, tensors: list[tuple[list[DimText], TensorSpec]]) -> None:
        dims = [(dim, size) for texts, spec in tensors for dim, size in zip(texts, spec.shape, strict=True)]
        for dim, size in dims:
            if len(dim) == 1 and (dim[0] not in self.sizes or dim[0].startswith(ELLIPSIS)):
                self.sizes[dim[0]] = max(size, self.sizes.get(dim[0], 0)) if size != 0 else 0
        found = True
        while found:
            found = False
            for dim, size in dims:
                unknown = [name for name in dim if name not in self.sizes]
                known = prod(self.sizes[name] for name in dim if name in self.sizes)
                if len(unknown) == 1 and known and size % known == 0:
                    self.sizes[unknown[0]] = size // known
                    found = True
        open_names = sorted({name for dim, _ in dims for name in dim if name not in self.sizes})
        if open_names:
            name = open_names[0]
            raise self._error(f"the size of factor '{name}' cannot be found; add 'size {name} N' to the rule")

    def _check_sizes(self, dims: list[DimText], spec: TensorSpec) -> None:
        for index, (dim, size) in enumerate(zip(dims, spec.shape, strict=True)):
            expected = prod(self.sizes[name] for name in dim)
            broadcast = len(dim) == 1 and dim[0].startswith(ELLIPSIS) and size == 1
            if expected != size and not broadcast:
                raise self._error(f"expected size {expected} for dim {index} ({' '.join(dim)}), got {size}")

    def _number(self, dims: list[DimText], spec: TensorSpec) -> tuple[Dim, ...]:
        return tuple(
            tuple(
                self.numbers.setdefault(name, len(self.numbers)) for name in dim if size != 1 or self.sizes[name] == 1
            )
            for dim, size in zip(dims, spec.shape, strict=True)
        )

    def _factor(self, name: str, results: tuple[tuple[Dim, ...], ...]) -> Factor:
        kind = dict(self.rule.reductions).get(name)
        number = self.numbers[name]
        kinds = tuple(None if any(number in dim for dim in dims) else kind for dims in results)
        whole = name in self.rule.whole or name.startswith(ANONYMOUS)
        return Factor(name, self.sizes[name], whole, reductions=kinds if any(kinds) else ())

    def _error(self, message: str) -> RuleError:
        return RuleError(f"{message} in sharding rule '{self.rule.text}' of '{self.signature.name}'")
