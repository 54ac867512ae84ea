# PyTorch leaves most types open, and need not be there.
# pyright: basic, reportMissingImports=false
"""A perceptron of PyTorch, its parameters and input placed by a plan: DTensor, on eight processes that talk by gloo.

pip install 'llmsys-ir[torch]'
python examples/torch_mlp.py [PORT]
"""

from __future__ import annotations

import os
import sys
from typing import Any

import torch
from torch import Tensor, multiprocessing, nn
from torch.distributed import destroy_process_group, init_process_group
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.tensor import distribute_module, distribute_tensor
from torch.distributed.tensor.debug import CommDebugMode

from llmsys_ir.frontends.torch import auto_shard

MESH = (2, 4)
BATCH, WIDTH, HIDDEN = 512, 256, 1024


class Perceptron(nn.Module):
    """Two matrices with a GELU between them."""

    def __init__(self):
        super().__init__()
        self.up, self.down = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        """Up and down."""
        return self.down(nn.functional.gelu(self.up(x)))


def model_and_input() -> tuple[Perceptron, Tensor]:
    """The same ones in every process."""
    torch.manual_seed(0)
    return Perceptron(), torch.randn(BATCH, WIDTH)


def run(rank: int, port: int, placements: dict[str, Any], placed: Any) -> None:
    """What one process does: place the parameters, run, and compare with the whole model."""
    os.environ |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
    torch.set_num_threads(1)
    init_process_group("gloo", rank=rank, world_size=MESH[0] * MESH[1])
    mesh = init_device_mesh("cpu", MESH)
    model, x = model_and_input()
    expected = model(x)

    def place(path: str, module: nn.Module, mesh: object) -> None:
        for name, value in list(module.named_parameters(recurse=False)):
            placed = distribute_tensor(value, mesh, placements[f"{path}.{name}"])  # pyright: ignore[reportArgumentType]
            module.register_parameter(name, nn.Parameter(placed))

    distribute_module(model, mesh, place)
    with CommDebugMode() as communication:
        result = model(distribute_tensor(x, mesh, placed)).full_tensor()
    if rank == 0:
        print(f"collectives: {communication.get_total_counts()}")
        print(f"as on one device: {torch.allclose(result, expected, atol=1e-5)}")
    destroy_process_group()


def main() -> None:
    """Plan, and start a process for each device."""
    model, x = model_and_input()
    plan = auto_shard(model, mesh="x".join(map(str, MESH)), cluster="host")(x)
    print(plan.explain())
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 29501
    multiprocessing.spawn(run, (port, plan.placements, *plan.inputs), MESH[0] * MESH[1])  # pyright: ignore[reportPrivateImportUsage]


if __name__ == "__main__":
    main()
