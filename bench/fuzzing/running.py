"""Parsing and running small programs in this process."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from xdsl.context import Context
from xdsl.dialects.builtin import ModuleOp

from llmsys_ir import dialects
from llmsys_ir.runtime.engines.numpy import run
from llmsys_ir.runtime.kernels.call import Array
from llmsys_ir.runtime.programs import find_program
from llmsys_ir.tools.driver import parse_module, verify_module

_CONTEXT: list[Context] = []


def parse(text: str, *, verify: bool = True) -> ModuleOp:
    """The module that a text says."""
    if not _CONTEXT:
        _CONTEXT.append(dialects.context())
    module = parse_module(_CONTEXT[0], text, "case.mlir")
    if verify:
        verify_module(module)
    return module


def run_whole(text: str, inputs: Sequence[Array], *, verify: bool = True) -> tuple[Array, ...]:
    """The results of a global program; annotations mean nothing to it."""
    return run_module(parse(text, verify=verify), inputs)


def run_module(module: ModuleOp, inputs: Sequence[Array]) -> tuple[Array, ...]:
    """The results of a global program that is parsed."""
    program = find_program(module)
    with np.errstate(all="ignore"):
        return run(program.function, inputs, None).results
