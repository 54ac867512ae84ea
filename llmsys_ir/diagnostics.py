"""Errors that users see: a message and the operation it is about."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from xdsl.dialects.builtin import UnregisteredOp
from xdsl.ir import Operation
from xdsl.utils.exceptions import ParseError, PassFailedException, VerifyException
from xdsl.utils.lexer import Span


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


class StrictVerifyException(VerifyException):
    """What MLIR's own verifier lets through and this package does not; `reason` says what is wrong."""

    def __init__(self, reason: VerifyException):
        super().__init__(str(reason))
        self.reason = reason


@contextmanager
def beyond_mlir() -> Generator[None]:
    """Mark the checks of a block as ones that MLIR does not make. They come after all that it makes."""
    try:
        yield
    except VerifyException as error:
        raise StrictVerifyException(error) from error


class SyntaxParseError(ParseError):
    """An error in the syntax that an op has of its own; shown with `custom op 'NAME' ` in front, as MLIR shows it.

    `consequence` is a second error that MLIR reports after it.
    """

    def __init__(self, span: Span[str] | Span[bytes], message: str, consequence: ParseError | None = None):
        super().__init__(span, message)
        self.consequence = consequence
        self.is_named = False

    def named(self, op: str) -> SyntaxParseError:
        """The error with the op's name in front; that of the innermost op stays."""
        if self.is_named:
            return self
        prefix, second = f"custom op '{op}' ", self.consequence
        consequence = None if second is None else ParseError(second.span, prefix + second.msg)
        error = SyntaxParseError(self.span, prefix + self.msg, consequence)
        error.is_named = True
        return error
