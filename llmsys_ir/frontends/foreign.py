"""What this package uses of MLIR's own Python bindings; those of jaxlib and of torch-mlir have it in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol


class ForeignAttribute(Protocol):
    """An attribute or a type: hashable, and printable as MLIR's text."""

    def __hash__(self) -> int:
        """Equal ones have equal hashes."""
        ...


class ForeignString(Protocol):
    """A string."""

    @property
    def value(self) -> str:
        """Its characters."""
        ...


class ForeignInteger(Protocol):
    """An integer."""

    @property
    def type(self) -> ForeignAttribute:
        """Its type."""
        ...

    @property
    def value(self) -> int:
        """The number, signed if its type has no sign."""
        ...


class ForeignTypeAttribute(Protocol):
    """An attribute that is a type."""

    @property
    def value(self) -> ForeignAttribute:
        """The type."""
        ...


class ForeignFunctionType(Protocol):
    """The type of a function."""

    @property
    def inputs(self) -> Sequence[ForeignAttribute]:
        """The types of its arguments."""
        ...

    @property
    def results(self) -> Sequence[ForeignAttribute]:
        """The types of its results."""
        ...


class ForeignEntry(Protocol):
    """An entry of a dictionary."""

    @property
    def name(self) -> str:
        """Its key."""
        ...

    @property
    def attr(self) -> ForeignAttribute:
        """Its value."""
        ...


class ForeignValue(Protocol):
    """A value; hashable."""

    @property
    def type(self) -> ForeignAttribute:
        """Its type."""
        ...


class ForeignBlock(Protocol):
    """A block."""

    @property
    def arguments(self) -> Sequence[ForeignValue]:
        """Its arguments."""
        ...

    @property
    def operations(self) -> Iterable[ForeignOperation]:
        """Its ops."""
        ...


class ForeignRegion(Protocol):
    """A region."""

    @property
    def blocks(self) -> Iterable[ForeignBlock]:
        """Its blocks."""
        ...


class ForeignOperation(Protocol):
    """An op, or a view of one."""

    @property
    def operation(self) -> ForeignOperation:
        """The op itself."""
        ...

    @property
    def name(self) -> str:
        """Its name with the dialect's."""
        ...

    @property
    def operands(self) -> Sequence[ForeignValue]:
        """Its operands."""
        ...

    @property
    def results(self) -> Sequence[ForeignValue]:
        """Its results."""
        ...

    @property
    def attributes(self) -> Mapping[str, ForeignAttribute]:
        """Its attributes and properties."""
        ...

    @property
    def regions(self) -> Sequence[ForeignRegion]:
        """Its regions."""
        ...
