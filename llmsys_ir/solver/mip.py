"""A mixed-integer program in arrays, and its solution through OR-tools MathOpt.

OR-tools takes a second to import: import this module where it is used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from math import inf, isfinite

import numpy as np
from ortools.math_opt import model_pb2  # pyright: ignore[reportMissingTypeStubs]
from ortools.math_opt.python import mathopt  # pyright: ignore[reportMissingTypeStubs]

from llmsys_ir.solver.deadline import Deadline
from llmsys_ir.solver.engines import Engine
from llmsys_ir.solver.problem import Floats, Indices

_SOLVERS = {
    "highs": mathopt.SolverType.HIGHS,
    "scip": mathopt.SolverType.GSCIP,
    "cp-sat": mathopt.SolverType.CP_SAT,
}
_BOUND_ERRORS = {"cp-sat": 1e-6}
"""Of engines that round the objective to integers, relative to the bound."""
_SOLVER_SHARE = 0.9
"""Of the time left; the rest is for reading the result, and for HiGHS's not looking at the clock all the time."""


@dataclass(frozen=True, eq=False)
class MipResult:
    """The best point found, if any, and a proven lower bound, which is infinite if there is no point at all."""

    point: Floats | None
    bound: float


class MipBuilder:
    """Columns, rows and their entries, added an array at a time."""

    def __init__(self):
        self._costs: list[Floats] = []
        self._upper: list[Floats] = []
        self._integer: list[bool] = []
        self._row_bounds: list[tuple[float, float]] = []
        self._entries: list[tuple[Indices, Indices, Floats]] = []

    @property
    def column_count(self) -> int:
        """The number of variables so far."""
        return len(self._integer)

    def add_binaries(self, costs: Floats) -> Indices:
        """Variables that are 0 or 1; returns their columns."""
        return self._add_columns(costs, 1.0, True)

    def add_continuous(self, costs: Floats) -> Indices:
        """Variables of at least 0; returns their columns."""
        return self._add_columns(costs, inf, False)

    def _add_columns(self, costs: Floats, upper: float, integer: bool) -> Indices:
        columns = np.arange(len(self._integer), len(self._integer) + costs.size)
        self._costs.append(costs)
        self._upper.append(np.full(costs.size, upper))
        self._integer.extend([integer] * costs.size)
        return columns

    def add_rows(self, count: int, lower: float, upper: float) -> Indices:
        """Constraints `lower <= entries <= upper`; returns their rows."""
        rows = np.arange(len(self._row_bounds), len(self._row_bounds) + count)
        self._row_bounds.extend([(lower, upper)] * count)
        return rows

    def add_entries(self, rows: Indices, columns: Indices, values: Floats | float) -> None:
        """Coefficients; those of the same row and column add up."""
        rows, columns, values = np.broadcast_arrays(rows, columns, np.asarray(values, dtype=np.float64))
        self._entries.append((rows.ravel(), columns.ravel(), values.ravel()))

    def solve(self, deadline: Deadline, *, seed: int, gap: float, hint: Floats | None, engine: Engine) -> MipResult:
        """Minimise to an absolute `gap`, from the point `hint` if there is one."""
        model = mathopt.Model.from_model_proto(self._proto())
        variables = list(model.variables())
        seconds = _SOLVER_SHARE * deadline.left
        if not seconds:
            return MipResult(None, -inf)
        parameters = mathopt.SolveParameters(
            time_limit=timedelta(seconds=seconds),
            random_seed=seed,
            absolute_gap_tolerance=gap,
            relative_gap_tolerance=1e-10,
        )
        start = mathopt.ModelSolveParameters()
        if hint is not None:
            values = dict(zip(variables, hint.tolist(), strict=True))
            start.solution_hints.append(mathopt.SolutionHint(variable_values=values))
        with _standard_output_closed():
            result = mathopt.solve(model, _SOLVERS[engine], params=parameters, model_params=start)
        found = _read(result, variables)
        if engine not in _BOUND_ERRORS or not isfinite(found.bound):
            return found
        return MipResult(found.point, found.bound - _BOUND_ERRORS[engine] * abs(found.bound))

    def _proto(self) -> model_pb2.ModelProto:
        proto = model_pb2.ModelProto()
        count = len(self._integer)
        proto.variables.ids.extend(range(count))
        proto.variables.lower_bounds.extend([0.0] * count)
        proto.variables.upper_bounds.extend(np.concatenate(self._upper).tolist())
        proto.variables.integers.extend(self._integer)
        costs = np.concatenate(self._costs)
        proto.objective.linear_coefficients.ids.extend(np.flatnonzero(costs).tolist())
        proto.objective.linear_coefficients.values.extend(costs[costs != 0].tolist())
        proto.linear_constraints.ids.extend(range(len(self._row_bounds)))
        proto.linear_constraints.lower_bounds.extend([lower for lower, _ in self._row_bounds])
        proto.linear_constraints.upper_bounds.extend([upper for _, upper in self._row_bounds])
        rows, columns, values = self._summed_entries()
        proto.linear_constraint_matrix.row_ids.extend(rows.tolist())
        proto.linear_constraint_matrix.column_ids.extend(columns.tolist())
        proto.linear_constraint_matrix.coefficients.extend(values.tolist())
        return proto

    def _summed_entries(self) -> tuple[Indices, Indices, Floats]:
        """Entries by row, then column, no pair of these twice."""
        rows = np.concatenate([rows for rows, _, _ in self._entries])
        columns = np.concatenate([columns for _, columns, _ in self._entries])
        values = np.concatenate([values for _, _, values in self._entries])
        places, index = np.unique(rows * len(self._integer) + columns, return_inverse=True)
        sums = np.zeros(places.size)
        np.add.at(sums, index, values)
        return places // len(self._integer), places % len(self._integer), sums


def _read(result: mathopt.SolveResult, variables: list[mathopt.Variable]) -> MipResult:
    reason = result.termination.reason
    if reason in (mathopt.TerminationReason.INFEASIBLE, mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED):
        return MipResult(None, inf)
    bound = result.termination.objective_bounds.dual_bound
    if not result.has_primal_feasible_solution():
        return MipResult(None, bound)
    return MipResult(np.array(result.variable_values(variables)), bound)


@contextmanager
def _standard_output_closed() -> Generator[None]:
    """HiGHS prints stray lines to file descriptor 1, where our tools write their results."""
    sys.stdout.flush()
    saved, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(saved, 1)
        os.close(saved)
        os.close(nowhere)
