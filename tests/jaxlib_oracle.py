"""jaxlib's own reader and printer of StableHLO, to compare with."""

# jaxlib has no types.
# pyright: basic
from __future__ import annotations

from functools import cache
from typing import Any

from jax._src.interpreters.mlir import make_ir_context
from jaxlib.mlir import ir


@cache
def _context() -> Any:
    return make_ir_context()


def _parsed(text: str) -> Any:
    context = _context()
    with context, ir.Location.unknown(context):
        return ir.Module.parse(text)


def pretty(text: str) -> str:
    """The module as jaxlib prints it.

    Raises:
        ValueError: with jaxlib's message, if the module is malformed or does not verify.
    """
    try:
        return _parsed(text).operation.get_asm()
    except ir.MLIRError as error:
        raise ValueError(str(error)) from error


def generic(text: str) -> str:
    """The module as jaxlib prints it with every op in its generic form.

    Raises:
        ValueError: with jaxlib's message, if the module is malformed or does not verify.
    """
    try:
        return _parsed(text).operation.get_asm(print_generic_op_form=True)
    except ir.MLIRError as error:
        raise ValueError(str(error)) from error
