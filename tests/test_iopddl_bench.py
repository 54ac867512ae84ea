"""`bench/iopddl.py` on a folder of small problems."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np

from llmsys_ir.solver.contest import write_problem
from llmsys_ir.solver.problem import Edge, Node, Problem

BENCH = Path(__file__).parent.parent / "bench" / "iopddl.py"


def test_a_row_for_each_problem(tmp_path: Path) -> None:
    nodes = tuple(Node(np.array([3, 1]), np.array([1, 2]), (0, 1)) for _ in range(2))
    edge = Edge((0, 1), np.array([[0, 9], [9, 5]]))
    write_problem(Problem(nodes, (edge,), 4), tmp_path / "asplos-2025-iopddl-A.json.gz")
    write_problem(Problem(nodes, (edge,), 1), tmp_path / "tight.json")
    (tmp_path / "broken.json").write_text('{"problem": 1}')
    done = subprocess.run(
        [sys.executable, BENCH, tmp_path, "--time-limit", "20"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    head, first, broken, tight = done.stdout.splitlines()
    assert head.split()[:4] == ["instance", "status", "cost", "bound"]
    assert first.split()[1:4] == ["optimal", "6", "6"]
    assert first.endswith("0.00000 of the winner, 0.00000 of the best")
    assert "failed" in broken
    assert "problem" in broken
    assert tight.split()[1] == "infeasible"
