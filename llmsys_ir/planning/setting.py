"""What a plan is searched with: enough to explain it, and to say what it would be elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

from llmsys_ir.cost.cluster import Cluster
from llmsys_ir.cost.model import CostModel
from llmsys_ir.planning.baselines import Restriction
from llmsys_ir.planning.explanation import Explanation, explain
from llmsys_ir.planning.graph import Graph
from llmsys_ir.planning.plan import Plan, priced
from llmsys_ir.planning.pricing import Pricing, pricing_on
from llmsys_ir.planning.search import InfeasibleError, NoPlanError, find_plan
from llmsys_ir.solver.engines import Engine


@dataclass(frozen=True)
class Setting:
    """The cluster, the limit in bytes per device, what the solver may take, how costs are counted, what is left out.

    `find_plan` says what each is.
    """

    cluster: Cluster
    limit: int | None
    time_limit: float
    gap: float
    engine: Engine
    model_of: type[CostModel] = CostModel
    restriction: Restriction | None = None

    @property
    def pricing(self) -> Pricing:
        """What ops and reshardings cost."""
        return pricing_on(self.cluster, self.model_of)

    def find_plan(self, graph: Graph) -> Plan:
        """The cheapest plan.

        Raises:
            InfeasibleError: nothing fits in memory.
            NoPlanError: none was found in time.
        """
        return find_plan(graph, self.pricing, self.limit, self.time_limit, self.gap, self.engine, self.restriction)

    def better(self) -> dict[str, Setting]:
        """Better clusters, by what is better: twice the bandwidth and, where there is a limit, a tenth more memory."""
        links = tuple(link.times(2) for link in self.cluster.links)
        found: dict[str, Setting] = {
            "with twice the bandwidth": replace(self, cluster=replace(self.cluster, links=links))
        }
        if self.limit is not None:
            found["with 10 % more memory"] = replace(self, limit=self.limit + self.limit // 10)
        return found


@dataclass(frozen=True)
class Planned:
    """A plan, and what it was searched with."""

    plan: Plan
    setting: Setting

    def explain(self) -> Explanation:
        """What each op and resharding costs, and why nothing else was chosen."""
        return explain(self.plan, self.setting.pricing, self.setting.restriction)

    def otherwise(self) -> dict[str, Plan | str]:
        """Plans for better clusters, or why there is none; they take as long to find as the plan did.

        None is worse than this plan would be there.
        """
        return {name: self._anew(setting) for name, setting in self.setting.better().items()}

    def _anew(self, setting: Setting) -> Plan | str:
        kept = self._kept(setting)
        try:
            found = setting.find_plan(self.plan.graph)
        except (InfeasibleError, NoPlanError) as error:
            return str(error) if kept is None else kept
        return found if kept is None or found.seconds <= kept.seconds else kept

    def _kept(self, setting: Setting) -> Plan | None:
        """This plan in another setting, if it fits there."""
        kept = priced(self.plan.graph, self.plan.choices, setting.pricing)
        return kept if setting.limit is None or kept.memory.peak <= setting.limit else None
