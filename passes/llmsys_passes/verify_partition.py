"""verify-partition: whether SPMD programs compute what their global program does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from xdsl.context import Context
from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp
from xdsl.passes import ModulePass
from xdsl.utils.exceptions import PassFailedException

from llmsys_ir.cost.cluster import ClusterError, parse_size
from llmsys_ir.diagnostics import OperationError
from llmsys_ir.dialects import context
from llmsys_ir.program.meshes import functions_of
from llmsys_ir.runtime.programs import InputError, Program, find_program
from llmsys_ir.runtime.verification import verify_partition
from llmsys_ir.tools.parsing import parse_module
from llmsys_ir.tools.verification import verify_module


@dataclass(frozen=True)
class VerifyPartitionPass(ModulePass):
    """Check that each SPMD program gives the results of the function of its name in a global program.

    Large programs are not run themselves, but as small instances of the same structure. The module stays as it is;
    the first result that differs is an error, and so is a program that cannot be checked.
    """

    name: ClassVar[str] = "verify-partition"

    reference: str | None = None
    """The file of the global program, annotated or not."""
    shrink: Literal["large", "always", "never"] = "large"
    """Which programs run as a small instance."""
    memory: str = "1GiB"
    """What the values of a program that is run may take."""

    def apply(self, ctx: Context, op: ModuleOp) -> None:  # noqa: ARG002
        """Check every partitioned function of the module."""
        try:
            limit = parse_size(self.memory)
        except ClusterError as error:
            raise PassFailedException(f"verify-partition: option 'memory': {error}") from None
        programs = [find_program(op, function.sym_name.data) for function in functions_of(op)]
        programs = [program for program in programs if program.mesh is not None]
        if not programs:
            raise OperationError(op, "has no SPMD program to verify; partition it first, with --spmd-partition")
        reference = self._read()
        for program in programs:
            verify_partition(program, _counterpart(program, reference), self.shrink, limit)

    def _read(self) -> ModuleOp:
        if self.reference is None:
            raise PassFailedException("verify-partition: expected the file of the global program as 'reference'")
        try:
            text = Path(self.reference).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise PassFailedException(
                f"verify-partition: option 'reference': cannot read '{self.reference}': {error}"
            ) from None
        module = parse_module(context(allow_unregistered=True), text, self.reference)
        verify_module(module)
        return module


def _counterpart(program: Program, reference: ModuleOp) -> Program:
    """The function of the same name, or the only one there is."""
    names = [function.sym_name.data for function in functions_of(reference)]
    own = program.function.sym_name.data
    try:
        found = find_program(reference, own if own in names else None)
    except InputError:
        raise _NoCounterpartError(program.function, names) from None
    if found.mesh is not None:
        raise OperationError(program.function, "needs a global program as its reference, but that is an SPMD program")
    return found


class _NoCounterpartError(OperationError):
    def __init__(self, function: func.FuncOp, names: list[str]):
        there = ", ".join(f"@{name}" for name in names) or "none"
        super().__init__(function, f"has no function of its name in the reference, which has {there}")
