"""Real programs from JAX, planned, partitioned and run on simulated devices: JAX's own numbers, and laws 2 and 3.

Each model runs on a mesh of one axis here, the quick ones on two and three axes too; `bench/models.py` runs all on all.
"""

from __future__ import annotations

import pytest

from model_suite import MODELS
from model_suite.sizes import ODD
from models import UNEVEN_MESHES, run_model

QUICK = (
    "mlp",
    "mlp-sgd",
    "mlp-adam",
    "resnet",
    "dlrm",
    "dlrm-sgd",
    "gnn",
    "vit",
    "mamba-scan",
    "decode",
    "beam-search",
)
CASES = [(name, "8") for name in MODELS] + [(name, mesh) for name in QUICK for mesh in ("2x4", "2x2x2")]


@pytest.mark.parametrize(("name", "mesh"), CASES, ids=map("-".join, CASES))
def test_numbers_costs_and_memory(name: str, mesh: str) -> None:
    outcome = run_model(name, mesh)
    assert not outcome.wrong
    assert not outcome.want_rules, "replicated for want of a rule"
    assert outcome.collectives, "nothing was sharded"


UNEVEN = ("mlp-adam", "gpt", "moe", "resnet", "unet", "gnn", "decode", "beam-search", "mamba-scan", "dlrm")


@pytest.mark.parametrize("mesh", UNEVEN_MESHES)
@pytest.mark.parametrize("name", UNEVEN)
def test_sizes_that_no_mesh_divides(name: str, mesh: str) -> None:
    outcome = run_model(name, mesh, ODD, "allow")
    assert not outcome.wrong
    assert outcome.collectives, "nothing was sharded"
