"""Errors that users see: a message and the operation it is about."""

from __future__ import annotations

from xdsl.dialects.builtin import UnregisteredOp
from xdsl.ir import Operation
from xdsl.utils.exceptions import PassFailedException, VerifyException


def name_of(op: Operation) -> str:
    """The op's name as the program has it; xDSL has one class for all unregistered ops."""
    return op.op_name.data if isinstance(op, UnregisteredOp) else op.name


class OperationError(PassFailedException):
    """A pass cannot go on because of one operation; the tools print its source line with a caret.

    The message says what is wrong and what the user can do about it; the op's name is put in front.
    """

    def __init__(self, op: Operation, message: str, notes: tuple[str, ...] = ()):
        super().__init__(f"'{name_of(op)}' op {message}")
        self.op = op
        self.notes = notes


class UserError(ValueError):
    """What a user gave does not fit; the message says what, and what to do about it."""


class BareVerifyException(VerifyException):
    """A verifier message that is shown as it is, without the op's name in front, as MLIR shows it."""
