"""Where the rules of ops are found: by op name, on the op itself, or from its indexing maps."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import cast

from llmsys_ir.sharding.language import bind_rule, parse_rule
from llmsys_ir.sharding.rule import OpRule, RuleError, Rules, RuleSource
from llmsys_ir.sharding.shardy_rule import SHARDY_RULE, shardy_rule
from llmsys_ir.sharding.signature import OpSignature

RULE_ATTRIBUTE = "llmsys.rule"
"""The attribute that gives an op its rule, as text of the rule language."""

ENTRY_POINT_GROUP = "llmsys_ir.rules"
"""Entry points of this group load to a `Rules` mapping."""


class NoRuleError(RuleError):
    """An op has no sharding rule."""


class RuleRegistry:
    """Rules by op name. Rules given on an op itself come first.

    Args:
        rules: the rules by name; later mappings win over earlier ones.
    """

    def __init__(self, *rules: Rules):
        self._sources: dict[str, RuleSource] = {name: source for mapping in rules for name, source in mapping.items()}
        self._bound: dict[OpSignature, OpRule] = {}

    def has_rule(self, signature: OpSignature) -> bool:
        """Whether there is a rule for this op."""
        return self._source(signature) is not None

    def rule(self, signature: OpSignature) -> OpRule:
        """The op's rule, bound to its sizes.

        Raises:
            NoRuleError: nobody gave a rule for this op.
            RuleError: its rule does not fit.
        """
        if signature not in self._bound:
            self._bound[signature] = self._bind(signature)
        return self._bound[signature]

    def _source(self, signature: OpSignature) -> RuleSource | None:
        if RULE_ATTRIBUTE in signature.attributes:
            own = signature.attributes[RULE_ATTRIBUTE]
            if not isinstance(own, str):
                raise RuleError(f'expected text such as "i j, j k -> i k | sum j" in {RULE_ATTRIBUTE}, got {own!r}')
            return own
        source = self._sources.get(signature.name)
        if source is None and "indexing_maps" in signature.attributes:
            from llmsys_ir.sharding.rules.linalg import structured_rule

            return structured_rule
        if source is None and SHARDY_RULE in signature.attributes:
            return shardy_rule
        return source

    def _bind(self, signature: OpSignature) -> OpRule:
        source = self._source(signature)
        if source is None:
            target = signature.attributes.get("call_target_name")
            called = "" if target is None else f"calls '{target}' and "
            raise NoRuleError(
                f"{called}has no sharding rule; give it one with the attribute "
                f'{RULE_ATTRIBUTE} = "...", or register one under the entry point group {ENTRY_POINT_GROUP}'
            )
        try:
            rule = source if isinstance(source, str) else source(signature)
        except RuleError:
            raise
        except ValueError as error:
            raise RuleError(f"has no sharding rule for its shapes: {error}") from None
        return bind_rule(parse_rule(rule), signature) if isinstance(rule, str) else rule


def builtin_rules() -> tuple[Rules, ...]:
    """The rules of the dialects known here."""
    from llmsys_ir.sharding.rules import arith, linalg, math, stablehlo, tensor, tm_tensor, tosa

    return (arith.RULES, math.RULES, tensor.RULES, linalg.RULES, tm_tensor.RULES, tosa.RULES, stablehlo.RULES)


@cache
def default_registry() -> RuleRegistry:
    """The built-in rules and those of every installed package with an entry point `llmsys_ir.rules`."""
    foreign = [cast(Rules, entry.load()) for entry in entry_points(group=ENTRY_POINT_GROUP)]
    return RuleRegistry(*builtin_rules(), *foreign)
