"""The verifier of the tools: it knows which op failed, so that a message can point at it."""

from __future__ import annotations

from xdsl.dialects.builtin import StringAttr
from xdsl.ir import Attribute, Operation
from xdsl.traits import NoTerminator, SymbolTable
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import BareVerifyException
from llmsys_ir.tools.dominance import verify_dominance
from llmsys_ir.tools.reports import VerificationError


def verify_module(module: Operation) -> None:
    """Verify a module and every op in it, outermost first.

    Raises:
        VerificationError: for the first op that does not verify.
    """
    for op in module.walk():
        try:
            _verify_op(op)
        except VerificationError:
            raise
        except (VerifyException, ValueError) as error:
            raise VerificationError(op, str(error), bare=isinstance(error, BareVerifyException)) from error
    verify_dominance(module)


def _verify_op(op: Operation) -> None:
    if op.has_trait(SymbolTable, value_if_unregistered=False):
        _check_symbols(op)
    # `op.verify` would print the whole module into the exception, so it runs only where
    # it checks more than `verify_` does and is known not to fail in `verify_` again.
    op.verify_()
    if op.successors or op.next_op is None:
        op.verify(verify_nested_ops=False)
    for region in op.regions:
        for block in region.blocks:
            if block.first_op is None and len(region.blocks) == 1 and not op.has_trait(NoTerminator):
                raise VerificationError(op, "expects a terminator in its block, but the block is empty")


def _check_symbols(table: Operation) -> None:
    """Raise a `VerificationError` at the first op right inside `table` whose symbol another one has."""
    known: dict[Attribute, Operation] = {}
    for op in (op for region in table.regions for block in region.blocks for op in block.ops):
        name = op.get_attr_or_prop("sym_name")
        if isinstance(name, StringAttr) and (first := known.setdefault(name, op)) is not op:
            notes = ((first, "see existing symbol definition here"),)
            raise VerificationError(op, f"redefinition of symbol named '{name.data}'", notes, bare=True)
