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


def python_example(word: str) -> str:
    """The Python block that has this word in it."""
    (code,) = (code for code in re.findall(r"```python\n(.*?)```", README, re.DOTALL) if word in code)
    return code


def test_jax_example_runs():
    """As pasted, in a process where JAX has not started."""
    code = python_example("jnp")
    check = """
import numpy as np
assert len(w.sharding.device_set) == 8 and plan.cost > 0 and plan.memory > 0
np.testing.assert_allclose(w, jax.jit(step)(jnp.ones((512, 256)), jnp.ones((4096, 512))), rtol=1e-5)
"""
    environment = {name: value for name, value in os.environ.items() if name != "XLA_FLAGS"}
    done = subprocess.run(
        [sys.executable, "-c", code + check], env=environment, text=True, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "per device" in done.stdout


def test_python_example_runs():
    code = python_example("simulate")
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
