"""What the frontends share of planning a framework's function: the plan of its module, and what is said of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from xdsl.dialects.builtin import ModuleOp

from llmsys_ir.diagnostics import UserError
from llmsys_ir.planning.plan import Plan
from llmsys_ir.planning.report import explanation_text
from llmsys_ir.planning.setting import Planned
from llmsys_ir.program.forms import attribute_form
from llmsys_ir.program.inlining import inline_calls
from llmsys_ir.program.preparation import prepare
from llmsys_ir.universe import PASSES


def plan_main(module: ModuleOp, **options: Any) -> Planned:
    """Annotate a module as the plan for its function `main` says; the options are those of the pass `auto-shard`.

    Raises:
        PassFailedException: an option is wrong, an op cannot be sharded, or nothing fits in memory.
        UserError: there are no tensors to shard.
    """
    planner: Any = PASSES["auto-shard"].factory()
    inline_calls(module)
    prepare(module)
    with attribute_form(module):
        found: dict[str, Planned] = planner(**options).find(module)
    if "main" not in found:
        raise UserError("expected a function of at least one array")
    return found["main"]


@dataclass(frozen=True, repr=False)
class FrameworkPlan(ABC):
    """How a framework's function is sharded.

    Attributes:
        planned: the plan of its program, and what it was searched with.
    """

    planned: Planned

    def __repr__(self) -> str:
        """What it costs, without the program."""
        return f"{type(self).__name__}({self.cost:.3g} s, {self.memory} bytes per device)"

    @property
    def plan(self) -> Plan:
        """The plan of its program."""
        return self.planned.plan

    @property
    def cost(self) -> float:
        """Seconds that a call takes, as the cost model says."""
        return self.plan.seconds

    @property
    def memory(self) -> int:
        """The most bytes that a device holds."""
        return self.plan.memory.peak

    def explain(self, *, otherwise: bool = False) -> str:
        """What the plan costs and why: the costliest ops with their best alternatives, reshardings, memory, placements.

        Args:
            otherwise: also plan for twice the bandwidth and a tenth more memory, which takes as long as planning did.
        """
        others = self.planned.otherwise() if otherwise else {}
        return explanation_text("plan", self.planned.explain(), others) + "\n".join(self._placements())

    @abstractmethod
    def _placements(self) -> list[str]:
        """A line for each argument, on where it goes."""
