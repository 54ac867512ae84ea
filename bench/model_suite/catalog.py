"""The table of models; it is read without importing JAX."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from model_suite.sizes import SMALL, Sizes

if TYPE_CHECKING:
    from model_suite.program import Program

F32 = 1e-4
"""What float32 allows, with sums in any order: roundings alone make up to a tenth of it."""

BF16 = 3e-2
"""What bfloat16 allows: it keeps 8 bits, and XLA may keep more of intermediate values."""

BF16_GRADIENTS = 1e-1
"""What bfloat16 allows in gradients, which add up many roundings."""


@dataclass(frozen=True)
class Model:
    """A model, and how to build it.

    Attributes:
        name: the model's name, and for a training step, the optimizer's.
        summary: what the program does, in a line.
        source: the module and the function in it that builds the program.
        tolerance: by how much a result may differ from JAX's, as a part of the result's largest magnitude.
    """

    name: str
    summary: str
    source: str
    tolerance: float = F32

    def build(self, sizes: Sizes = SMALL) -> Program:
        """The program, with these sizes."""
        module, function = self.source.split(".")
        return getattr(import_module(f"model_suite.{module}"), function)(sizes)


_MODELS = (
    Model("mlp", "class probabilities of a perceptron", "mlp.forward"),
    Model("mlp-sgd", "training step of a perceptron", "mlp.train_sgd"),
    Model("mlp-adam", "training step of a perceptron", "mlp.train_adam"),
    Model("mlp-adafactor", "training step of a perceptron", "mlp.train_adafactor"),
    Model("gpt", "logits of a transformer", "gpt.forward"),
    Model("gpt-f32-adam", "training step of a transformer", "gpt.train_adam"),
    Model("gpt-bf16-adam", "training step in bfloat16, with float32 parameters", "gpt.train_bf16", BF16_GRADIENTS),
    Model("gpt-remat-adam", "training step that computes activations twice", "gpt.train_remat"),
    Model("gpt-scan-adam", "training step whose layers are a loop", "gpt.train_scan"),
    Model("gpt-adafactor", "training step of a transformer", "gpt.train_adafactor"),
    Model("llama", "logits with rotary positions and grouped queries", "llama.forward"),
    Model("llama-sgd", "training step with rotary positions and grouped queries", "llama.train_sgd"),
    Model("moe", "logits with two experts for each token", "moe.forward"),
    Model("moe-adam", "training step with two experts for each token", "moe.train_adam"),
    Model("vit", "logits of an image transformer", "vit.forward"),
    Model("vit-adam", "training step of an image transformer with dropout", "vit.train_adam"),
    Model("resnet", "logits of residual convolutions with batch norm", "resnet.forward"),
    Model("resnet-sgd", "training step with momentum and running statistics", "resnet.train_sgd"),
    Model("wide-resnet-sgd", "training step of bottlenecks with batch norm", "resnet.train_wide"),
    Model("unet", "the class of each pixel, and its probability", "unet.forward"),
    Model("unet-adam", "training step of a segmentation", "unet.train_adam"),
    Model("diffusion", "one step from noise to an image", "diffusion.sample"),
    Model("diffusion-adam", "training step of a noise predictor, with averaged parameters", "diffusion.train_adam"),
    Model("mamba-scan", "logits of a state-space model, by a loop", "mamba.forward_loop"),
    Model("mamba-associative", "logits of a state-space model, by an associative scan", "mamba.forward_tree"),
    Model("mamba-scan-adam", "training step of a state-space model, by a loop", "mamba.train_loop"),
    Model("mamba-associative-adam", "training step of a state-space model, by an associative scan", "mamba.train_tree"),
    Model("decode", "one token more, with a key-value cache", "decode.decode"),
    Model("decode-bf16", "one token more, with a key-value cache in bfloat16", "decode.decode_bf16", BF16),
    Model("beam-search", "the best sequences with one token more", "sampling.beam_search"),
    Model("sampling", "a token drawn from the likeliest", "sampling.top_k_sampling"),
    Model("dlrm", "probabilities of a recommender with embedding bags", "dlrm.forward"),
    Model("dlrm-sgd", "training step of a recommender with embedding bags", "dlrm.train_sgd"),
    Model("gnn", "class logits of the nodes of a graph", "gnn.forward"),
    Model("gnn-adam", "training step on a graph", "gnn.train_adam"),
    Model("vector-search", "the nearest vectors of a database", "vector_search.vector_search"),
)

MODELS: Mapping[str, Model] = MappingProxyType({model.name: model for model in _MODELS})
"""All models by name, in a fixed order."""

VARIED = (
    *("mlp-sgd", "mlp-adafactor", "gpt", "llama", "moe", "resnet"),
    *("mamba-scan", "decode-bf16", "beam-search", "dlrm-sgd", "gnn", "vector-search"),
)
"""The names of a third of the models: loops, lookups, scatters, windows, integers, narrow floats."""
