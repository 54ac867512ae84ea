"""Errors that users see: a message and the operation it is about."""

from __future__ import annotations

from xdsl.ir import Operation
from xdsl.utils.exceptions import PassFailedException, VerifyException


class OperationError(PassFailedException):
    """A pass cannot go on because of one operation; the tools print its source line with a caret.

    The message says what is wrong and what the user can do about it.
    """

    def __init__(self, op: Operation, message: str, notes: tuple[str, ...] = ()):
        super().__init__(message)
        self.op = op
        self.notes = notes


class BareVerifyException(VerifyException):
    """A verifier message that is shown as it is, without the op's name in front, as MLIR shows it."""
