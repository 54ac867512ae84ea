"""Our sharding rules of StableHLO against Shardy's, on every op of the model suite and on random ops of every kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import mul
from random import Random

from programs import parse
from shardy import ShardyRule, shardy_rules_of
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.frontends.jax import from_lowered
from llmsys_ir.program.signature import signature_of
from llmsys_ir.sharding.registry import default_registry
from llmsys_ir.sharding.rule import OpRule
from llmsys_ir.sharding.rules.combiners import combiners_of
from llmsys_ir.sharding.signature import OpSignature
from model_suite import MODELS
from random_ops.stablehlo_cases import CASES
from random_ops.stablehlo_elementwise_cases import ELEMENTWISE

Factors = tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """A rule of either side: the factors of each dim of operands and results that may be sharded.

    Factors of size 1 are left out, and dims of size 1 have none. `sizes` and `kinds` say of each factor how large it is
    and whether it is `free`, `reduced` or `moved`.
    """

    tensors: tuple[tuple[Factors, ...], ...]
    sizes: Mapping[str, int]
    kinds: Mapping[str, str]


def ours(signature: OpSignature, rule: OpRule) -> Rule:
    """Our rule; what is not sharded is `whole`, what the local form makes whole by itself is `reduced`."""
    held = {factor for dims in rule.results for dim in dims for factor in dim}
    kinds = {
        str(number): "whole"
        if factor.whole
        else "reduced"
        if any(factor.reductions) or (rule.results and number not in held)
        else "free"
        for number, factor in enumerate(rule.factors)
    }
    sizes = {str(number): factor.size for number, factor in enumerate(rule.factors)}
    tensors = [[tuple(map(str, dim)) for dim in dims] for dims in (*rule.operands, *rule.results)]
    return _rule(signature, tensors, sizes, kinds)


def theirs(signature: OpSignature, rule: ShardyRule) -> Rule:
    """Shardy's rule; shards of `moved` factors go to other devices."""
    whole = rule.need_replication | rule.blocked_propagation
    kinds = {
        factor: "whole"
        if factor in whole
        else "moved"
        if factor in rule.permutation
        else "reduced"
        if factor in rule.reduction
        else "free"
        for factor in rule.sizes
    }
    return _rule(signature, (*rule.operands, *rule.results), rule.sizes, kinds)


def _rule(
    signature: OpSignature,
    tensors: Sequence[Sequence[Factors]],
    sizes: Mapping[str, int],
    kinds: Mapping[str, str],
) -> Rule:
    specs = (*signature.operands, *signature.results)
    kept = [
        tuple(
            tuple(factor for factor in dim if sizes[factor] != 1 and kinds[factor] != "whole") if size > 1 else ()
            for dim, size in zip(tensor, spec.shape, strict=True)
        )
        for tensor, spec in zip(tensors, specs, strict=True)
    ]
    return Rule(tuple(kept), sizes, kinds)


def differences(our: Rule, their: Rule) -> set[str]:
    """How the dims differ, as `free, Shardy: moved`: the factors that may be sharded, or `whole` if none may."""
    found: set[str] = set()
    pairs: dict[str, str] = {}
    for dims in zip(our.tensors, their.tensors, strict=True):
        for here, there in zip(*dims, strict=True):
            kinds = [[side.kinds[factor] for factor in dim] or ["whole"] for side, dim in ((our, here), (their, there))]
            if kinds[0] != kinds[1]:
                found.add(f"{' '.join(kinds[0])}, Shardy: {' '.join(kinds[1])}")
                continue
            for factor, other in zip(here, there, strict=True):
                if pairs.setdefault(factor, other) != other or our.sizes[factor] != their.sizes[other]:
                    found.add("another factor")
    return found if len(set(pairs.values())) == len(pairs) else found | {"another factor"}


def every(signature: OpSignature) -> bool:
    """All ops."""
    return True


@dataclass(frozen=True)
class Purpose:
    """Why rules differ, how the dims of which ops differ (`slice: whole, Shardy: moved`), and when."""

    reason: str
    differences: Sequence[str]
    when: Callable[[OpSignature], bool] = every


def combines_by(*kinds: str | None) -> Callable[[OpSignature], bool]:
    """Whether a region combines values so."""
    return lambda signature: not {*kinds}.isdisjoint(combiners_of(signature))


def takes_without_index(signature: OpSignature) -> bool:
    """Whether windows have single elements, or none, of a dim that no index is for."""
    if signature.name == "stablehlo.gather":
        single = {dim for dim, size in enumerate(signature.integers("slice_sizes")) if size == 1}
        return not single - {*signature.integers("operand_batching_dims")} <= {*signature.integers("start_index_map")}
    indexed = signature.integers("scatter_dims_to_operand_dims")
    return not {*signature.integers("inserted_window_dims")} <= {*indexed}


def has_window_of_one(signature: OpSignature) -> bool:
    """Whether updates have a window dim of size 1."""
    return 1 in (signature.operands[-1].shape[dim] for dim in signature.integers("update_window_dims"))


def has_crossing_parts(signature: OpSignature) -> bool:
    """Whether some parts of a reshaped tensor end where those of the result do not, nor at fractions of them."""
    sides = (signature.operands[0].shape, signature.results[0].shape)
    cuts = sorted({cut for sizes in sides for cut in accumulate(sizes, mul)})
    return any(after % before for before, after in pairwise(cuts))


PURPOSES = (
    Purpose(
        "places on different devices are blocks, as many as divide dim and places; Shardy's are of any size",
        [
            *(
                f"{name}: free, Shardy: moved"
                for name in "convolution pad reduce_window reverse select_and_scatter slice".split()
            ),
            "select_and_scatter: free, Shardy: whole",
            "convolution: free, Shardy: whole",
            "convolution: free reduced, Shardy: moved reduced",
            "convolution: reduced free, Shardy: moved reduced",
            "convolution: reduced, Shardy: reduced moved",
        ],
    ),
    Purpose(
        "sizes have no common divisor, or a window starts between two elements",
        [
            *(
                f"{name}: whole, Shardy: moved"
                for name in "convolution pad reduce_window select_and_scatter slice".split()
            ),
            "convolution: whole, Shardy: moved reduced",
            "convolution: whole, Shardy: reduced",
        ],
    ),
    Purpose(
        "each device finds what it holds of a part, and makes its own part of a whole",
        [
            "slice: reduced, Shardy: moved",
            "dynamic_slice: reduced, Shardy: whole",
            "pad: free, Shardy: whole",
            "concatenate: free, Shardy: whole",
        ],
    ),
    Purpose(
        "Shardy takes any part of a window's stride or dilation to be shared with the window",
        [
            "convolution: free, Shardy: moved reduced",
            "convolution: free, Shardy: reduced moved",
            "convolution: free, Shardy: reduced",
        ],
    ),
    Purpose("no collective finishes what the region combines", ["reduce: whole, Shardy: reduced"], combines_by(None)),
    Purpose(
        "nothing is lost where factors cannot be split because they are minor to others that are whole",
        [
            "reshape: whole, Shardy: free",
            "reshape: free, Shardy: free free",
            "reshape: whole, Shardy: free free",
        ],
        has_crossing_parts,
    ),
    Purpose("which bits are made depends on the shape", ["rng_bit_generator: whole, Shardy: free"]),
    Purpose(
        "Shardy does not see that dim -1 is the last one",
        ["sort: whole, Shardy: free"],
        lambda signature: signature.integer("dimension") == -1,
    ),
    Purpose("right-hand sides are solved for one by one", ["triangular_solve: free, Shardy: whole"]),
    Purpose(
        "without an index the first element is taken, which only one device has",
        ["gather: whole, Shardy: reduced", "scatter: whole, Shardy: free"],
        takes_without_index,
    ),
    Purpose(
        "single elements are chosen by index, whether the windows have that dim or not",
        ["scatter: free, Shardy: whole"],
        has_window_of_one,
    ),
    Purpose(
        "collectives know bitwise kinds too",
        ["scatter: reduced, Shardy: whole"],
        combines_by("and", "or", "xor"),
    ),
)


def is_meant(kind: str, signature: OpSignature) -> bool:
    """Whether dims of this op may differ so."""
    return any(kind in purpose.differences and purpose.when(signature) for purpose in PURPOSES)


EXAMPLES = 60
"""Random ops of each kind; of elementwise ones there is one."""


@dataclass(frozen=True)
class Compared:
    """An op with a rule on both sides."""

    source: str
    signature: OpSignature
    rule: ShardyRule


def sources() -> Iterator[tuple[str, str, ModuleOp]]:
    """Names, texts and modules: models, and random ops of one kind each."""
    for name, model in MODELS.items():
        lowered = model.build().lower()
        yield name, lowered.as_text(), from_lowered(lowered)
    for name, make in CASES.items():
        seeds = range(1 if name in ELEMENTWISE else EXAMPLES)
        text = "".join(make(Random(seed)).function(f"f{seed}") for seed in seeds)
        yield name, text, parse(text)


def distinct_ops() -> list[Compared]:
    """Every distinct op to which Shardy gives a rule, where it is met first."""
    given = list(sources())
    found: dict[OpSignature, Compared] = {}
    for (source, _, module), ops in zip(given, shardy_rules_of([text for _, text, _ in given]), strict=True):
        mine = list(module.walk())[1:]
        assert [op.name for op in mine] == [op.name for op in ops], source
        for op, shardy in zip(mine, ops, strict=True):
            if shardy.rule is not None:
                signature = signature_of(op)
                found.setdefault(signature, Compared(source, signature, shardy.rule))
    return list(found.values())


def test_rules_are_those_of_shardy() -> None:
    compared = distinct_ops()
    assert len(compared) > 3000
    needed: set[str] = set()
    wrong: dict[str, list[str]] = defaultdict(list)
    for op in compared:
        our = ours(op.signature, default_registry().rule(op.signature))
        their = theirs(op.signature, op.rule)
        kinds = {f"{op.signature.name.removeprefix('stablehlo.')}: {kind}" for kind in differences(our, their)}
        meant = {kind for kind in kinds if is_meant(kind, op.signature)}
        needed |= meant
        for kind in kinds - meant:
            wrong[kind].append(f"{op.source}: {op.signature}\n  ours   {our}\n  theirs {their}")
    assert not wrong, "\n".join(f"{kind}: {len(ops)} ops, such as in {ops[0]}" for kind, ops in wrong.items())
    listed = {kind: purpose.reason for purpose in PURPOSES for kind in purpose.differences}
    assert not (unneeded := [kind for kind in listed if kind not in needed]), f"no op differs so any more: {unneeded}"
