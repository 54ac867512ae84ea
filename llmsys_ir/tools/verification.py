"""The verifier of the tools: it knows which op failed, so that a message can point at it."""

from __future__ import annotations

from xdsl.dialects.builtin import StringAttr
from xdsl.ir import Attribute, Block, Operation, Region
from xdsl.traits import IsTerminator, NoTerminator, SymbolTable
from xdsl.utils.exceptions import VerifyException

from llmsys_ir.diagnostics import BareVerifyException, StrictVerifyException
from llmsys_ir.tools.dominance import verify_dominance
from llmsys_ir.tools.reports import VerificationError


def verify_module(module: Operation, *, strict: bool = True) -> None:
    """Verify a module and every op in it, outermost first.

    Args:
        module: what to verify.
        strict: also make the checks that MLIR's own verifiers lack.

    Raises:
        VerificationError: for the first op that does not verify.
    """
    for op in module.walk():
        try:
            _verify_op(op, strict)
        except VerificationError:
            raise
        except (VerifyException, ValueError) as error:
            reason = error.reason if isinstance(error, StrictVerifyException) else error
            raise VerificationError(op, str(error), bare=isinstance(reason, BareVerifyException)) from error
    verify_dominance(module)


def _verify_op(op: Operation, strict: bool) -> None:
    if op.has_trait(SymbolTable, value_if_unregistered=False):
        _check_symbols(op)
    # `op.verify` would print the whole module into the exception, and count the blocks of its region.
    try:
        op.verify_()
    except StrictVerifyException:
        if strict:
            raise
    block = op.parent
    if block is not None and block.parent is not None:
        _check_end(op, block, block.parent)
    for region in op.regions:
        for block in region.blocks:
            if block.first_op is None and _is_only(block) and not op.has_trait(NoTerminator):
                raise VerificationError(op, "expects a terminator in its block, but the block is empty")


def _check_end(op: Operation, block: Block, region: Region) -> None:
    """Check that branches, and at the end of a block only terminators, stand at its end."""
    if op.successors and op is not block.last_op:
        raise VerificationError(op, "with block successors must terminate its parent block")
    if any(successor.parent is not region for successor in op.successors):
        raise VerificationError(op, "is branching to a block of a different region")
    if op is not block.last_op or op.has_trait(IsTerminator):
        return
    if not _is_only(block):
        raise VerificationError(op, "terminates block in multi-block region but is not a terminator")
    if region.parent is not None and not region.parent.has_trait(NoTerminator):
        raise VerificationError(op, "terminates block in single-block region but is not a terminator")


def _is_only(block: Block) -> bool:
    return block.prev_block is None and block.next_block is None


def _check_symbols(table: Operation) -> None:
    """Raise a `VerificationError` at the first op right inside `table` whose symbol another one has."""
    known: dict[Attribute, Operation] = {}
    for op in (op for region in table.regions for block in region.blocks for op in block.ops):
        name = op.get_attr_or_prop("sym_name")
        if isinstance(name, StringAttr) and (first := known.setdefault(name, op)) is not op:
            notes = ((first, "see existing symbol definition here"),)
            raise VerificationError(op, f"redefinition of symbol named '{name.data}'", notes, bare=True)
