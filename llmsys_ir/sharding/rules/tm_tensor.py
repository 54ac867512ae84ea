"""Rules of tm_tensor: scatters and sorts are StableHLO's with their operands in another order."""

from __future__ import annotations

from dataclasses import replace

from llmsys_ir.sharding.rule import OpRule, RuleBuilder, Rules
from llmsys_ir.sharding.rules.stablehlo import indexing, reductions
from llmsys_ir.sharding.signature import OpSignature


def stablehlo_scatter(signature: OpSignature) -> OpSignature:
    """The scatter of StableHLO that computes the same, on the tensor, the indices and the updates."""
    updates, indices, original = signature.operands
    missing = original.rank + 1 - updates.rank
    attributes = {
        "scatter_dims_to_operand_dims": signature.integers("dimension_map"),
        "input_batching_dims": (),
        "scatter_indices_batching_dims": (),
        "inserted_window_dims": tuple(range(missing)),
        "update_window_dims": tuple(range(1, updates.rank)),
        "index_vector_dim": 1,
        "combiners": signature.attributes.get("combiners"),
    }
    return OpSignature("stablehlo.scatter", (original, indices, updates), signature.results, attributes)


def scatter(signature: OpSignature) -> OpRule:
    """The rule of StableHLO's scatter."""
    rule = indexing.scatter(stablehlo_scatter(signature))
    linear = tuple(frozenset(2 - operand for operand in group) for group in rule.linear)
    accumulators = tuple(None if operand is None else 2 - operand for operand in rule.accumulators)
    return replace(rule, operands=rule.operands[::-1], linear=linear, accumulators=accumulators)


def scan(signature: OpSignature) -> OpRule:
    """The scanned dim is whole."""
    builder, dimension = RuleBuilder.of(3, 2), signature.integer("dimension")
    for dim, size in enumerate(signature.operands[0].shape):
        entry = builder.whole(size) if dim == dimension else builder.free(size)
        for dims in (*builder.operands[:2], builder.results[0]):
            dims.append(entry)
        if dim != dimension:
            builder.operands[2].append(entry)
            builder.results[1].append(entry)
    return builder.build()


RULES: Rules = {"tm_tensor.scan": scan, "tm_tensor.scatter": scatter, "tm_tensor.sort": reductions.sort}
