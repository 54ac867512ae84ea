# PyTorch leaves most types open, and need not be there.
# pyright: basic, reportMissingImports=false
"""PyTorch modules and functions as modules: where PyTorch and torch-mlir are installed, against their own results.

Elsewhere these tests are skipped; with `LLMSYS_REQUIRE_TORCH=1` they fail.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from llmsys_ir import auto_shard, partition, simulate
from llmsys_ir.diagnostics import UserError
from llmsys_ir.dialects import context
from llmsys_ir.frontends.jax import MissingPackageError
from llmsys_ir.frontends.torch import LoweringError, lower, to_module
from llmsys_ir.frontends.torch import auto_shard as plan_torch
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.sharding.mesh import Mesh
from llmsys_ir.sharding.sharding import ReductionKind, Sharding
from llmsys_ir.tools.driver import parse_module, verify_module
from llmsys_ir.tools.printing import module_text
from torch_suite.recorded import CASES, Case

ROOT = Path(__file__).parent.parent


@pytest.fixture
def torch() -> Any:
    if find_spec("torch") is None or find_spec("torch_mlir") is None:
        message = "PyTorch or torch-mlir is not installed"
        if os.environ.get("LLMSYS_REQUIRE_TORCH") == "1":
            pytest.fail(f"{message}, and LLMSYS_REQUIRE_TORCH=1")
        pytest.skip(message)
    import torch

    return torch


def close(result: Any, wanted: Any) -> bool:
    wanted = wanted.detach().numpy()
    return result.shape == wanted.shape and np.abs(result - wanted).max(initial=0) <= 1e-5 * np.abs(wanted).max(
        initial=1
    )


def names(module: Any) -> list[str | None]:
    return [argument.name_hint for argument in find_program(module).function.body.block.args]


@pytest.mark.usefixtures("torch")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_models_are_what_was_recorded(case: Case) -> None:
    """The text, PyTorch's results, and that reading without text gives what the text says."""
    from torch_suite.language_model import programs

    program = programs()[case.program]
    lowered = lower(program.function, *program.arguments, output=case.output)
    assert str(lowered) == case.text()
    module = to_module(program.function, *program.arguments, output=case.output)
    verify_module(module)
    generic = lowered.operation.get_asm(print_generic_op_form=True)
    assert module_text(module) == module_text(parse_module(context(), generic, case.name))
    for made, recorded in ((program.inputs(), case.inputs()), (program.results(), case.results())):
        assert all(np.allclose(*pair, rtol=1e-4, atol=1e-5) for pair in zip(made, recorded, strict=True))


@pytest.mark.usefixtures("torch")
@pytest.mark.parametrize("output", ["stablehlo", "linalg"])
def test_a_training_step_gives_its_numbers_on_devices(output: Any) -> None:
    from torch_suite.language_model import programs

    program = programs()["sgd"]
    spmd = partition(auto_shard(to_module(program.function, *program.arguments, output=output), mesh="8"))
    outcome = simulate(spmd, program.inputs())
    for result, wanted in zip(outcome.results, program.results(), strict=True):
        assert np.abs(result - wanted).max() <= 1e-4 * np.abs(wanted).max()


@pytest.mark.parametrize("output", ["stablehlo", "linalg", "tosa"])
def test_parameters_and_buffers_are_named_arguments(torch: Any, output: Any) -> None:
    class Scaled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.register_buffer("scale", torch.full((6,), 2.0))
            self.layers = torch.nn.ModuleList([torch.nn.Linear(4, 6)])

        def forward(self, x: Any) -> Any:
            return self.layers[0](x) * self.scale

    model, x = Scaled(), torch.randn(8, 4)
    module = to_module(model, x, output=output)
    assert names(module) == ["layers_0_weight", "layers_0_bias", "scale", None]
    inputs = [leaf.detach().numpy() for leaf in (model.layers[0].weight, model.layers[0].bias, model.scale, x)]
    outcome = simulate(partition(auto_shard(module, mesh="2")), inputs)
    assert close(outcome.results[0], model(x))


def test_pytrees_and_plain_values(torch: Any) -> None:
    """Plain values are constants of the program, and no results of it."""

    def function(given: dict[str, Any], times: int, others: list[Any]) -> dict[str, Any]:
        return {"sum": given["a"] * times + others[0], "rest": [others[1].relu(), None, times]}

    a, b, c = (torch.randn(4, 4) for _ in range(3))
    module = to_module(function, {"a": a}, 3, [b, c])
    assert names(module) == ["a", None, None]
    outcome = simulate(module, [a.numpy(), b.numpy(), c.numpy()])
    assert close(outcome.results[0], 3 * a + b) and close(outcome.results[1], c.relu()) and len(outcome.results) == 2


def test_meta_tensors_are_enough(torch: Any) -> None:
    with torch.device("meta"):
        model, x = torch.nn.Linear(1 << 20, 1 << 20), torch.empty(16, 1 << 20)
    text = module_text(to_module(model, x))
    assert "tensor<16x1048576xf32>" in text and "stablehlo.dot_general" in text


def test_values_may_be_changed_in_place_but_arguments_may_not(torch: Any) -> None:
    def local(x: Any) -> Any:
        y = x.clone()
        y.add_(1)
        return y * 2

    x = torch.randn(4, 4)
    assert close(simulate(to_module(local, x), [x.numpy()]).results[0], 2 * x + 2)
    with pytest.raises(LoweringError, match="the function changes its tensor 0 in place; let it give the new value"):
        to_module(lambda x: x.add_(1) * 2, torch.ones(4))
    with pytest.raises(LoweringError, match=r"changes its tensor 2 \('running_mean'\) in place"):
        to_module(torch.nn.BatchNorm1d(4), torch.randn(8, 4))


@pytest.mark.parametrize(
    ("name", "shapes"),
    [
        ("cumsum", [(4, 8)]),
        ("sort", [(4, 8)]),
        ("max", [(4, 8)]),
        ("index_select", [(8, 4)]),
        ("scatter_add", [(4, 8), (4, 3)]),
        ("index_put", [(8, 4), (3, 4)]),
    ],
)
def test_ops_beside_linalg(torch: Any, name: str, shapes: list[tuple[int, ...]]) -> None:
    """What torch-mlir says in tm_tensor, or with lookups in bodies, planned for two devices."""
    positions = torch.tensor([[5, 0, 5], [1, 2, 1], [7, 7, 7], [3, 4, 5]])
    rows = torch.tensor([6, 1, 6])
    functions = {
        "cumsum": lambda x: x.cumsum(1),
        "sort": lambda x: x.sort(1).values,
        "max": lambda x: x.max(1),
        "index_select": lambda x: x[rows.to(x.device)],
        "scatter_add": lambda x, y: x.scatter_add(1, positions, y),
        "index_put": lambda x, y: x.index_put((rows,), y, accumulate=True),
    }
    given = [torch.randn(shape) for shape in shapes]
    wanted = torch.utils._pytree.tree_leaves(functions[name](*given))
    module = to_module(functions[name], *given, output="linalg")
    outcome = simulate(partition(auto_shard(module, mesh="2")), [x.numpy() for x in given])
    assert all(close(result, value) for result, value in zip(outcome.results, wanted, strict=True))


@pytest.mark.parametrize("output", ["stablehlo", "linalg"])
def test_a_convolutional_network(torch: Any, output: Any) -> None:
    nn = torch.nn
    layers = [nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten()]
    model, x = nn.Sequential(*layers, nn.Linear(8 * 16, 8)).eval(), torch.randn(8, 3, 8, 8)
    inputs = [leaf.detach().numpy() for leaf in (*model.parameters(), *model.buffers(), x)]
    outcome = simulate(partition(auto_shard(to_module(model, x, output=output), mesh="2x2")), inputs)
    assert close(outcome.results[0], model(x))


def test_what_cannot_be_lowered_is_a_clear_error(torch: Any) -> None:
    x = torch.ones(4, 4)
    with pytest.raises(LoweringError, match="torch-mlir cannot lower the function to stablehlo: failed to legalize"):
        to_module(torch.linalg.svd, x)
    with pytest.raises(LoweringError, match="PyTorch cannot trace the function: Could not guard on data-dependent"):
        to_module(lambda x: x if x.sum() > 0 else -x, x)
    with pytest.raises(LoweringError, match="expected one of stablehlo, linalg, tosa as output, got 'torch'"):
        to_module(lambda x: x, x, output="torch")  # pyright: ignore[reportArgumentType]


@pytest.mark.usefixtures("torch")
def test_the_example_runs() -> None:
    done = subprocess.run(
        [sys.executable, "examples/torch_transformer.py"], cwd=ROOT, text=True, capture_output=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "as PyTorch computes it: True"
    assert "all_gather: each device sends" in done.stdout


@pytest.mark.parametrize("package", ["torch", "torch_mlir.fx"])
def test_without_it_there_is_a_clear_error(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if package != "torch" and find_spec("torch") is None:
        package = "torch"
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingPackageError, match="PyTorch or torch-mlir is not installed; pip install"):
        to_module(abs, *([] if package == "torch" else [__import__("torch").ones(2)]))


def test_placements_are_what_dtensor_calls_shardings(torch: Any) -> None:
    from torch.distributed.tensor import Partial, Replicate, Shard

    from llmsys_ir.frontends.torch.plans import placements

    mesh = Mesh((2, 4, 2))
    assert placements(Sharding(((2,), (), (0,))), "w", mesh) == (Shard(2), Replicate(), Shard(0))
    assert placements(Sharding(((0, 1), ())), "w", mesh) == (Shard(0), Shard(0), Replicate())
    partial = Sharding(((), (1,)), (2, 0), ReductionKind.MAX)
    assert placements(partial, "w", mesh) == (Partial("max"), Shard(1), Partial("max"))
    with pytest.raises(
        UserError, match=r"'w' is split by mesh axes in the order \[1, 0\]; DTensor knows only the mesh's"
    ):
        placements(Sharding(((1, 0),)), "w", mesh)


def test_a_plan_places_parameters_and_inputs(torch: Any) -> None:
    from torch.distributed.tensor import Placement

    model = torch.nn.Sequential(torch.nn.Linear(64, 256), torch.nn.ReLU(), torch.nn.Linear(256, 64))
    plan = plan_torch(model, mesh="2x4", memory="1MiB")(torch.randn(128, 64))
    assert list(plan.placements) == [name for name, _ in model.named_parameters()]
    for given in (*plan.placements.values(), plan.inputs[0]):
        assert len(given) == 2 and all(isinstance(placement, Placement) for placement in given)
    assert plan.cost > 0 and 0 < plan.memory <= 2**20 and "2.weight: " in plan.explain()


@pytest.mark.usefixtures("torch")
def test_the_example_runs_on_eight_processes() -> None:
    done = subprocess.run(
        [sys.executable, "examples/torch_mlp.py", "29533"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        text=True,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "as on one device: True" in done.stdout and "up.weight: " in done.stdout
