"""Programs, inputs and results that were recorded from PyTorch and torch-mlir."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from llmsys_ir.frontends.torch import Output

Array = npt.NDArray[Any]

FOLDER = Path(__file__).parent.parent.parent / "tests" / "data" / "torch"

TOLERANCE = 1e-4
"""By how much a result may differ from PyTorch's, as a part of the result's largest magnitude."""


@dataclass(frozen=True)
class Case:
    """A program in a dialect; `forward` gives logits, `sgd` and `adam` are training steps."""

    program: str
    output: Output

    @property
    def name(self) -> str:
        """The program's and the dialect's name."""
        return f"{self.program}-{self.output}"

    @property
    def path(self) -> Path:
        """The file with the text."""
        return FOLDER / f"{self.program}.{self.output}.mlir"

    @property
    def arrays(self) -> Path:
        """The file with the inputs and results."""
        return FOLDER / f"{self.program}.npz"

    def text(self) -> str:
        """The program as torch-mlir prints it."""
        return self.path.read_text(encoding="utf-8")

    def inputs(self) -> list[Array]:
        """Arguments for it."""
        return self._arrays("arg")

    def results(self) -> list[Array]:
        """What PyTorch computes from these."""
        return self._arrays("result")

    def _arrays(self, prefix: str) -> list[Array]:
        with np.load(self.arrays) as file:
            return [file[f"{prefix}{number}"] for number in range(sum(name.startswith(prefix) for name in file.files))]


CASES: tuple[Case, ...] = (
    Case("forward", "stablehlo"),
    Case("forward", "linalg"),
    Case("forward", "tosa"),
    Case("sgd", "stablehlo"),
    Case("sgd", "linalg"),
    Case("adam", "stablehlo"),
    Case("adam", "linalg"),
)
"""torch-mlir lowers no training step to tosa: it has no gradient of an embedding."""
