# PyTorch leaves most types open, and need not be there.
# pyright: basic, reportMissingImports=false
"""A transformer of two layers as one writes it in PyTorch, its loss and its training steps."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.func import functional_call, grad_and_value
from torch.nn import functional
from torch.utils import _pytree as pytree

BATCH, LENGTH, WIDTH, HEADS, HIDDEN, VOCABULARY, LAYERS = 8, 8, 16, 8, 32, 32, 2

State = dict[str, Tensor]


class Attention(nn.Module):
    """Causal attention with several heads."""

    def __init__(self):
        super().__init__()
        self.queries_keys_values = nn.Linear(WIDTH, 3 * WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        """Dims batch, position, features."""
        batch, length, width = x.shape
        parts = self.queries_keys_values(x).chunk(3, dim=-1)
        queries, keys, values = (part.view(batch, length, HEADS, -1).transpose(1, 2) for part in parts)
        scores = queries @ keys.transpose(-1, -2) / math.sqrt(queries.shape[-1])
        later = torch.ones(length, length, dtype=torch.bool, device=x.device).triu(1)
        mixed = scores.masked_fill(later, float("-inf")).softmax(-1) @ values
        return self.output(mixed.transpose(1, 2).reshape(batch, length, width))


class Block(nn.Module):
    """A layer."""

    def __init__(self):
        super().__init__()
        self.attention_norm = nn.LayerNorm(WIDTH)
        self.attention = Attention()
        self.forward_norm = nn.LayerNorm(WIDTH)
        self.up = nn.Linear(WIDTH, HIDDEN)
        self.down = nn.Linear(HIDDEN, WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        """Dims batch, position, features."""
        x = x + self.attention(self.attention_norm(x))
        return x + self.down(functional.gelu(self.up(self.forward_norm(x))))


class LanguageModel(nn.Module):
    """The logits of the next tokens."""

    def __init__(self):
        super().__init__()
        self.tokens = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Parameter(torch.randn(LENGTH, WIDTH))
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.norm = nn.LayerNorm(WIDTH)
        self.head = nn.Linear(WIDTH, VOCABULARY, bias=False)

    def forward(self, tokens: Tensor) -> Tensor:
        """Tokens have the dims batch, position; logits the vocabulary after these."""
        x = self.tokens(tokens) + self.positions
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x))


def gradients(model: nn.Module, state: State, tokens: Tensor, targets: Tensor) -> tuple[State, Tensor]:
    """Those of the cross entropy of the targets, and that."""

    def loss(state: State) -> Tensor:
        logits = functional_call(model, state, (tokens,))
        return functional.cross_entropy(logits.flatten(0, 1), targets.flatten())

    return grad_and_value(loss)(state)


def sgd(model: nn.Module) -> Callable[..., Any]:
    """A step of gradient descent: the new state and the loss."""

    def step(state: State, tokens: Tensor, targets: Tensor) -> tuple[State, Tensor]:
        slopes, loss = gradients(model, state, tokens, targets)
        return {name: value - 0.1 * slopes[name] for name, value in state.items()}, loss

    return step


def adam(model: nn.Module) -> Callable[..., Any]:
    """A step of Adam at a late time: the new state and moments, and the loss."""

    def step(state: State, means: State, squares: State, tokens: Tensor, targets: Tensor) -> tuple[Any, ...]:
        slopes, loss = gradients(model, state, tokens, targets)
        means = {name: 0.9 * mean + 0.1 * slopes[name] for name, mean in means.items()}
        squares = {name: 0.99 * square + 0.01 * slopes[name] ** 2 for name, square in squares.items()}
        moved = {name: value - 0.01 * means[name] / (squares[name].sqrt() + 1e-6) for name, value in state.items()}
        return moved, means, squares, loss

    return step


@dataclass(frozen=True)
class Program:
    """A function or module of PyTorch, and arguments for it."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]

    def inputs(self) -> list[np.ndarray]:
        """The arguments of the lowered program."""
        state = dict(self.function.named_parameters()) if isinstance(self.function, nn.Module) else {}
        return [leaf.detach().numpy() for leaf in pytree.tree_leaves((state, self.arguments))]

    def results(self) -> list[np.ndarray]:
        """What PyTorch computes."""
        return [leaf.detach().numpy() for leaf in pytree.tree_leaves(self.function(*self.arguments))]


def programs() -> dict[str, Program]:
    """The programs by name, always with the same arguments."""
    torch.manual_seed(0)
    model = LanguageModel()
    tokens, targets = (torch.randint(0, VOCABULARY, (BATCH, LENGTH)) for _ in range(2))
    state = {name: value.detach() for name, value in model.named_parameters()}
    means = {name: 0.01 * torch.randn_like(value) for name, value in state.items()}
    squares = {name: 0.01 + torch.rand_like(value) for name, value in state.items()}
    return {
        "forward": Program(model, (tokens,)),
        "sgd": Program(sgd(model), (state, tokens, targets)),
        "adam": Program(adam(model), (state, means, squares, tokens, targets)),
    }
