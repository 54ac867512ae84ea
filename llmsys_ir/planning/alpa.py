"""Planning as Alpa does it, to compare with what it published: communication only, and no partial sums between ops.

L. Zheng et al., "Alpa: Automating Inter- and Intra-Operator Parallelism for Distributed Deep Learning" (OSDI 2022).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from llmsys_ir.cost.model import CollectiveKind, CostModel
from llmsys_ir.planning.baselines import Restriction
from llmsys_ir.planning.classes import is_product
from llmsys_ir.planning.graph import Graph
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.resharding import MoveKind
from llmsys_ir.sharding.sharding import Axes, Sharding
from llmsys_ir.sharding.signature import TensorSpec
from llmsys_ir.sharding.strategy import Strategy


class AlpaCostModel(CostModel):
    """Alpa's formulas, for `n` devices along an axis, with `b` bytes per device before.

    - all_gather `α + (n-1)·b·β`;
    - all_reduce `α + 2·(n-1)/n·b·β`, and as much for a reduce_scatter, which Alpa makes of all-reduces only after its
      search;
    - all_to_all `α + (n-1)/2·b·β`, a fit to one machine.

    Slices and computation cost nothing. A permutation costs what a gather of all of its axes does.
    """

    def collective(self, kind: CollectiveKind, axes: Axes, nbytes: int) -> float:
        """Seconds of a collective."""
        return super().collective(MoveKind.ALL_GATHER if kind is MoveKind.PERMUTE else kind, axes, nbytes)

    def compute(self, flops: int, specs: Sequence[TensorSpec], dtype: str) -> float:  # noqa: ARG002
        """Nothing."""
        return 0.0

    def slice(self, nbytes: int) -> float:  # noqa: ARG002
        """Nothing."""
        return 0.0

    def _along(self, kind: CollectiveKind, axis: int, size: int, nbytes: int) -> float:
        match kind:
            case MoveKind.ALL_GATHER:
                return self._send(axis, (size - 1) * nbytes)
            case MoveKind.ALL_REDUCE | MoveKind.REDUCE_SCATTER:
                return self._send(axis, 2 * (size - 1) * nbytes / size)
            case MoveKind.ALL_TO_ALL:
                return self._send(axis, (size - 1) * nbytes / 2)
            case _:
                return super()._along(kind, axis, size, nbytes)


@dataclass(frozen=True)
class AlpaRestriction:
    """Products are split along all mesh axes, and what is partial is reduced before anything reads it."""

    graph: Graph
    mesh: Mesh

    def of_step(self, number: int, choices: Sequence[Strategy]) -> Sequence[Strategy]:
        """Those that read nothing partial, and of a product those that use the most devices."""
        whole = [choice for choice in choices if not any(operand.partial for operand in choice.operands)] or choices
        rule = self.graph.steps[number].rule
        if rule is None or not is_product(rule):
            return whole
        devices = [self.mesh.size(axis for axes in choice.factor_axes for axis in axes) for choice in whole]
        most = max(devices)
        return [choice for choice, count in zip(whole, devices, strict=True) if count == most]

    def of_passing(self, number: int, choices: Sequence[Sharding]) -> Sequence[Sharding]:  # noqa: ARG002
        """Those that are not partial."""
        return [choice for choice in choices if not choice.partial] or choices

    def of_argument(self, number: int, choices: Sequence[Sharding]) -> Sequence[Sharding]:  # noqa: ARG002
        """All."""
        return choices


@dataclass(frozen=True)
class Both:
    """A restriction of what another one leaves."""

    first: Restriction
    second: Restriction

    def of_step(self, number: int, choices: Sequence[Strategy]) -> Sequence[Strategy]:
        """What both leave of an op's strategies."""
        return self.second.of_step(number, self.first.of_step(number, choices))

    def of_passing(self, number: int, choices: Sequence[Sharding]) -> Sequence[Sharding]:
        """What both leave of the shardings in which a step passes values on."""
        return self.second.of_passing(number, self.first.of_passing(number, choices))

    def of_argument(self, number: int, choices: Sequence[Sharding]) -> Sequence[Sharding]:
        """What both leave of an argument's shardings."""
        return self.second.of_argument(number, self.first.of_argument(number, choices))
