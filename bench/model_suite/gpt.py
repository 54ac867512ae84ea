"""GPT: a transformer decoder with learned positions, whose embedding is also its last matrix."""

from __future__ import annotations

from typing import NamedTuple

import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
from jax import Array, lax

from model_suite.foreign import Optimizer, adafactor, adam, einsum, remat, tree_map
from model_suite.layers import Block, LayerNorm, causal_mask, cross_entropy
from model_suite.program import Program
from model_suite.sizes import Sizes
from model_suite.training import train
from model_suite.values import Values


class Gpt(NamedTuple):
    """The parameters; `blocks` are either a list of layers, or one whose arrays have all layers in dim 0."""

    embedding: Array
    positions: Array
    blocks: list[Block] | Block
    norm: LayerNorm

    @classmethod
    def make(cls, values: Values, sizes: Sizes, scan: bool = False) -> Gpt:
        """Weights; all layers in one if the layers are a loop."""

        def block(values: Values) -> Block:
            return Block.make(values, sizes.width, sizes.hidden, sizes.heads, sizes.head)

        return cls(
            values.weight(sizes.vocabulary, sizes.width, inputs=sizes.width),
            values.bias(sizes.sequence, sizes.width),
            block(values.stacked(sizes.layers)) if scan else [block(values) for _ in range(sizes.layers)],
            LayerNorm.make(values, sizes.width),
        )

    def __call__(self, tokens: Array, rematerialize: bool = False) -> Array:
        """The logits of each next token: dims batch, sequence, vocabulary."""
        x = self.embedding[tokens] + self.positions
        mask = causal_mask(tokens.shape[1])

        def layer(x: Array, block: Block) -> Array:
            return block(x, mask)

        step = remat(layer) if rematerialize else layer
        if isinstance(self.blocks, Block):
            x, _ = lax.scan(lambda x, block: (step(x, block), None), x, self.blocks)
        else:
            for block in self.blocks:
                x = step(x, block)
        return einsum("bsw,vw->bsv", self.norm(x), self.embedding)


def batch_of_tokens(values: Values, sizes: Sizes) -> tuple[Array, Array]:
    """Tokens, and the tokens that follow each of them."""
    shape = (sizes.batch, sizes.sequence)
    return values.integers(*shape, below=sizes.vocabulary), values.integers(*shape, below=sizes.vocabulary)


def logits(gpt: Gpt, tokens: Array) -> Array:
    """The logits of each next token."""
    return gpt(tokens)


def forward(sizes: Sizes) -> Program:
    """The logits of each next token."""

    def make(values: Values) -> tuple[object, ...]:
        return Gpt.make(values, sizes), batch_of_tokens(values, sizes)[0]

    return Program(logits, make)


def gpt(
    sizes: Sizes,
    optimizer: Optimizer,
    dtype: npt.DTypeLike = jnp.float32,
    rematerialize: bool = False,
    scan: bool = False,
) -> Program:
    """A training step.

    Args:
        sizes: such as `GPT_2_6B`, which needs no memory unless one asks for its inputs.
        optimizer: makes the update.
        dtype: what is computed with; the parameters and the optimizer's state stay float32.
        rematerialize: whether the backward pass computes each layer's activations again.
        scan: whether the layers are a loop.
    """

    def loss(params: Gpt, tokens: Array, targets: Array) -> Array:
        def narrow(leaf: Array) -> Array:
            return leaf.astype(np.dtype(dtype))

        return cross_entropy(tree_map(narrow, params)(tokens, rematerialize), targets)

    def make(values: Values) -> tuple[object, ...]:
        return Gpt.make(values, sizes, scan), *batch_of_tokens(values, sizes)

    return train(loss, optimizer, make)


def train_adam(sizes: Sizes) -> Program:
    """A training step in float32."""
    return gpt(sizes, adam(3e-3))


def train_bf16(sizes: Sizes) -> Program:
    """A training step that computes in bfloat16."""
    return gpt(sizes, adam(3e-3), dtype=jnp.bfloat16)


def train_remat(sizes: Sizes) -> Program:
    """A training step that computes each layer's activations twice."""
    return gpt(sizes, adam(3e-3), rematerialize=True)


def train_scan(sizes: Sizes) -> Program:
    """A training step whose layers are a loop."""
    return gpt(sizes, adam(3e-3), scan=True)


def train_adafactor(sizes: Sizes) -> Program:
    """A training step with Adafactor."""
    return gpt(sizes, adafactor(1e-2))
