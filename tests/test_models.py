"""Real programs from JAX, planned, partitioned and run on simulated devices: JAX's own numbers, and laws 2 and 3.

Each model runs on one of the meshes here; `bench/models.py` runs each on all of them.
"""

from __future__ import annotations

import pytest

from model_suite import MODELS
from models import MESHES, run_model

CASES = [(name, MESHES[number % len(MESHES)]) for number, name in enumerate(MODELS)]


@pytest.mark.parametrize(("name", "mesh"), CASES, ids="-".join)
def test_numbers_costs_and_memory(name: str, mesh: str) -> None:
    outcome = run_model(name, mesh)
    assert not outcome.wrong
    assert outcome.collectives, "nothing was sharded"
