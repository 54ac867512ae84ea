"""The solvers of integer programs to choose from; `docs/solver.md` has what they measured."""

from __future__ import annotations

from typing import Literal, TypeAlias

Engine: TypeAlias = Literal["highs", "scip", "cp-sat"]

DEFAULT_ENGINE: Engine = "highs"
