"""Prices of ops and reshardings on one cluster, remembered: equal ops and equal tensors are priced once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from llmsys_ir.cost.cluster import Cluster
from llmsys_ir.cost.model import CostModel
from llmsys_ir.remembering import remembered
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.resharding import ByteMatrix, CostMatrix, Path, ReshardingTable
from llmsys_ir.sharding.rule import OpRule
from llmsys_ir.sharding.sharding import Sharding
from llmsys_ir.sharding.signature import OpSignature, TensorSpec
from llmsys_ir.sharding.strategy import AxisOrders, Strategy, strategies


@dataclass
class Pricing:
    """What ops and reshardings cost on a cluster, by the formulas of a model."""

    cluster: Cluster
    model_of: Callable[[Cluster], CostModel] = CostModel

    @cached_property
    def model(self) -> CostModel:
        """The model, on the cluster."""
        return self.model_of(self.cluster)

    @property
    def mesh(self) -> Mesh:
        """The cluster's mesh."""
        return self.cluster.mesh

    def strategies(self, rule: OpRule, orders: AxisOrders = "ascending") -> tuple[Strategy, ...]:
        """Every strategy of an op."""
        return strategies(rule, self.mesh, orders)

    @remembered
    def local(self, spec: TensorSpec, sharding: Sharding) -> TensorSpec:
        """One device's part of a tensor."""
        return TensorSpec(sharding.local_shape(spec.shape, self.mesh), spec.dtype, spec.is_tensor)

    @remembered
    def op_seconds(self, signature: OpSignature, rule: OpRule, strategy: Strategy) -> float:
        """Seconds of an op under a strategy."""
        local = (
            *map(self.local, signature.operands, strategy.operands),
            *map(self.local, signature.results, strategy.results),
        )
        return self.local_op_seconds(signature, local, strategy.local_flops(rule, self.mesh))

    def local_op_seconds(self, signature: OpSignature, local: tuple[TensorSpec, ...], flops: int) -> float:
        """Seconds of an op on one device with these local operands and results.

        Ops that make a tensor out of nothing (constants, empty tensors) happen before the program runs.
        """
        if not signature.operands and flops == 0:
            return 0.0
        dtype = signature.results[0].dtype if signature.results else "f32"
        return self.model.compute(flops, local, dtype)

    @remembered
    def path(self, spec: TensorSpec, source: Sharding, target: Sharding) -> Path:
        """The cheapest resharding of a tensor."""
        return self._table(spec).path(source, target)

    def reshard_matrix(
        self, spec: TensorSpec, sources: tuple[Sharding, ...], targets: tuple[Sharding, ...]
    ) -> CostMatrix:
        """Seconds of resharding from each of `sources` (rows) to each of `targets` (columns)."""
        return self._table(spec).costs(sources, targets)

    def copy_matrix(self, spec: TensorSpec, sources: tuple[Sharding, ...], targets: tuple[Sharding, ...]) -> ByteMatrix:
        """Bytes per device that resharding from each of `sources` to each of `targets` holds beside its source."""
        return self._table(spec).copies(sources, targets)

    def copy_bytes(self, spec: TensorSpec, paths: Sequence[Path]) -> int:
        """The most bytes per device that reshardings, one after the other, hold at once beside their source."""
        return self._table(spec).copy_bytes(move for path in paths for move in path.moves)

    @remembered
    def _table(self, spec: TensorSpec) -> ReshardingTable:
        return ReshardingTable(spec, self.mesh, self.model.move)


@lru_cache(maxsize=8)
def pricing_on(cluster: Cluster, model_of: Callable[[Cluster], CostModel] = CostModel) -> Pricing:
    """The prices on a cluster; what asks for the same ones, such as the passes of a pipeline, shares them."""
    return Pricing(cluster, model_of)
