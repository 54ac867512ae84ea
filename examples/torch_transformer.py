# PyTorch leaves most types open, and need not be there.
# pyright: basic, reportMissingImports=false
"""A training step of a transformer written in PyTorch, sharded over eight devices and checked against PyTorch.

    pip install 'llmsys-ir[torch]'
    python examples/torch_transformer.py

Nothing here says how anything is sharded: the plan does.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.func import functional_call, grad_and_value
from torch.utils import _pytree as pytree

from llmsys_ir import auto_shard, partition, simulate
from llmsys_ir.frontends.torch import to_module

BATCH, LENGTH, WIDTH, HEADS, VOCABULARY, LAYERS = 16, 64, 128, 8, 512, 2


class LanguageModel(nn.Module):
    """The logits of the next tokens, from PyTorch's own layers."""

    def __init__(self):
        super().__init__()
        self.tokens = nn.Embedding(VOCABULARY, WIDTH)
        layer = nn.TransformerEncoderLayer(
            WIDTH, HEADS, 4 * WIDTH, dropout=0.0, activation="gelu", batch_first=True, norm_first=True
        )
        self.layers = nn.TransformerEncoder(layer, LAYERS, enable_nested_tensor=False)
        self.head = nn.Linear(WIDTH, VOCABULARY, bias=False)

    def forward(self, tokens: Tensor) -> Tensor:
        """Tokens have the dims batch, position; logits the vocabulary after these."""
        later = nn.Transformer.generate_square_subsequent_mask(tokens.shape[1])
        return self.head(self.layers(self.tokens(tokens), mask=later, is_causal=True))


def main() -> None:
    """Shard the step, run it on simulated devices and compare."""
    torch.manual_seed(0)
    model = LanguageModel()
    parameters = {name: value.detach() for name, value in model.named_parameters()}
    tokens, targets = (torch.randint(0, VOCABULARY, (BATCH, LENGTH)) for _ in range(2))

    def step(parameters: dict[str, Tensor], tokens: Tensor, targets: Tensor) -> tuple[Any, ...]:
        """The parameters after one step of gradient descent, and the loss before it."""

        def loss(parameters: dict[str, Tensor]) -> Tensor:
            logits = functional_call(model, parameters, (tokens,))
            return nn.functional.cross_entropy(logits.flatten(0, 1), targets.flatten())

        gradients, value = grad_and_value(loss)(parameters)
        return {name: weight - 0.1 * gradients[name] for name, weight in parameters.items()}, value

    module = to_module(step, parameters, tokens, targets)
    spmd = partition(auto_shard(module, mesh="2x4"))
    outcome = simulate(spmd, [leaf.numpy() for leaf in pytree.tree_leaves((parameters, tokens, targets))])

    expected = pytree.tree_leaves(step(parameters, tokens, targets))
    error = max(
        float(np.abs(result - wanted.numpy()).max() / np.abs(wanted.numpy()).max())
        for result, wanted in zip(outcome.results, expected, strict=True)
    )
    for kind, traffic in outcome.collectives.items():
        if traffic.nbytes:
            print(f"{traffic.count} {kind}: each device sends {traffic.nbytes / 2**20:.2f} MiB")
    print(f"as PyTorch computes it: {error < 1e-4}")


if __name__ == "__main__":
    main()
