"""The README's commands do what it shows, and its examples run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.compile(r"```console\n\$ (.*?)\n(.*?)```", re.DOTALL)


def shell(command: str) -> str:
    """What a command prints, on stdout and stderr."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "LC_ALL": "C"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, text=True, capture_output=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(("command", "output"), CONSOLE.findall(README))
def test_command_prints_what_the_readme_shows(command: str, output: str):
    assert shell(command).rstrip() == output.rstrip()


def test_the_readme_has_commands():
    assert len(CONSOLE.findall(README)) >= 3


def test_python_example_runs():
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    prelude = f"""
import numpy as np
from llmsys_ir.dialects import context
from llmsys_ir.tools.driver import parse_module
path = {str(ROOT / "examples" / "mlp.mlir")!r}
module = parse_module(context(), open(path).read(), path)
shapes = [(256, 512), (2048, 512), (2048,), (512, 2048), (512,)]
inputs = [np.random.default_rng(0).standard_normal(shape, dtype=np.float32) for shape in shapes]
"""
    check = """
x, w1, b1, w2, b2 = inputs
expected = np.maximum(x @ w1.T + b1, 0) @ w2.T + b2
assert np.abs(outcome.results[0] - expected).max() < 1e-4 * np.abs(expected).max()
"""
    exec(compile(prelude + code + check, "README.md", "exec"), {})


def test_demo_ends_in_small_errors():
    done = subprocess.run([sys.executable, "examples/demo.py"], cwd=ROOT, text=True, capture_output=True, check=True)
    errors = re.findall(r"relative error (\S+) against NumPy", done.stdout)
    assert len(errors) == 3
    assert all(float(error) < 1e-5 for error in errors)
    assert "all_reduce      [1]" in done.stdout
    assert done.stdout.count("solver: optimal") == 3
