"""Models as they are written in JAX, small: what the project is tested and measured with.

    from model_suite import MODELS

    program = MODELS["gpt-f32-adam"].build()
    text = program.stablehlo()
    inputs = program.inputs(seed=0)
    results = program.expected(inputs)

`python -m model_suite` prints a table of them.
"""

from __future__ import annotations

from model_suite.catalog import MODELS, VARIED, Model
from model_suite.sizes import GPT_2_6B, GPT_175B, NAMED_SIZES, ODD, SMALL, Sizes

__all__ = ["GPT_2_6B", "GPT_175B", "MODELS", "NAMED_SIZES", "ODD", "SMALL", "VARIED", "Model", "Sizes"]
